"""Shares, Jaccard indices and means, as figures that are undefined where there is nothing to divide by."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from math import fsum

from argmap.comparison.figures import Metric


def undefined(reason: str) -> Metric:
    """No value, and why."""
    return Metric(None, 0, reason)


def share(part: int, whole: int, reason: str) -> Metric:
    """The part of a whole, with the whole as its n; `reason` where the whole is nothing."""
    return Metric(part / whole, whole) if whole else undefined(reason)


def mean(values: Sequence[float], reason: str) -> Metric:
    """The mean, with n how many values there are; `reason` where there are none."""
    return Metric(fsum(values) / len(values), len(values)) if values else undefined(reason)


def overlap(a: AbstractSet[object], b: AbstractSet[object], reason: str) -> Metric:
    """The Jaccard index of two sets, with their union as its n; `reason` where both are empty.

    J = #(A ∩ B) / #(A ∪ B).
    Source: Jaccard 1901 (not read), as ``nltk.metrics.distance.jaccard_distance`` has it, which is 1 − J and divides
    by nought where both are empty.
    """
    shared = common(a, b)
    return share(shared, len(a) + len(b) - shared, reason)


def common(a: Collection[object], b: Collection[object]) -> int:
    """How many members two collections of unlike members have in common; both must tell quickly what they hold."""
    fewer, more = (a, b) if len(a) <= len(b) else (b, a)
    return sum(member in more for member in fewer)
