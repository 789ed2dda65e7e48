"""Rows of a slope chart: who stands in which band at either end, level where both ends agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest


@dataclass(frozen=True, slots=True)
class Slot:
    """A row of a band: which actor stands at either end, by number; None where nobody does."""

    left: int | None
    right: int | None


def slots(bands: Sequence[str], seats: Sequence[tuple[str | None, str | None]]) -> tuple[tuple[Slot, ...], ...]:
    """For each band its rows: first those who stand in it at both ends, each in one row, then the others, in order."""
    found = []
    for band in bands:
        level = [i for i, (a, b) in enumerate(seats) if a == b == band]
        left = [i for i, (a, b) in enumerate(seats) if a == band != b]
        right = [i for i, (a, b) in enumerate(seats) if b == band != a]
        rows = [Slot(i, i) for i in level]
        rows += [Slot(a, b) for a, b in zip_longest(left, right)]
        found.append(tuple(rows))
    return tuple(found)
