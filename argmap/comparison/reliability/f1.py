"""Overlap of what two coders found, where nobody can count what neither of them did."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.comparison.reliability.figures import Figure


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two coders found in common: `recall` of what the first found, `precision` of what the second found."""

    precision: Figure
    recall: Figure
    f1: Figure


def overlap(common: int, first: int, second: int, *, of: str) -> Overlap:
    """Precision c/#second, recall c/#first and F1 = 2c/(#first + #second), with the first coder as reference.

    F1 is the same whoever is the reference. Where negatives cannot be counted it is what kappa comes to as they grow
    many. A coder who found nothing shares nothing: F1 is 0; where both found nothing it is None.

    Source: Hripcsak and Rothschild, Agreement, the F-Measure, and Reliability in Information Retrieval (2005).

    >>> overlap(2, 4, 2, of="statements").f1
    Figure(value=0.6666666666666666, n=6, reason='')
    """
    return Overlap(
        _share(common, second, f"the second coder has no {of}"),
        _share(common, first, f"the first coder has no {of}"),
        _share(2 * common, first + second, f"neither coder has {of}"),
    )


def mean(figures: Sequence[Figure], *, nothing: str) -> Figure:
    """The mean of those that have a value, with n how many they are; None if none has."""
    values = [figure.value for figure in figures if figure.value is not None]
    return Figure(sum(sorted(values)) / len(values), len(values)) if values else Figure(None, 0, nothing)


def _share(part: int, whole: int, reason: str) -> Figure:
    return Figure(part / whole, whole) if whole else Figure(None, 0, reason)
