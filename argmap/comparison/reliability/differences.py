"""How far two values are apart: what alpha sums up. All numbers are exact, so that no order of summing shows."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Protocol

from argmap.comparison.reliability.figures import Value


class Difference(Protocol):
    """A difference function for one set of data."""

    def between(self, left: Value, right: Value) -> Fraction | int:
        """How far two values are apart; 0 if they are equal."""

    def total(self) -> Fraction | int:
        """The sum of n_c * n_k * between(c, k) over all ordered pairs of values."""


Measured = Callable[[Mapping[Value, int]], Difference]
"""Makes the difference function of data in which each value occurs so often."""


class Nominal:
    """0 for equal values, 1 for unlike ones."""

    def __init__(self, counts: Mapping[Value, int]) -> None:
        self.counts = counts

    def between(self, left: Value, right: Value) -> int:
        """0 or 1."""
        return int(left != right)

    def total(self) -> int:
        """All pairs less the equal ones."""
        return sum(self.counts.values()) ** 2 - sum(times**2 for times in self.counts.values())


class Ordinal:
    """For values in an order: as many times as they and the values between them occur, squared, times four.

    Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section D, as quoted by the packages tested
    against: the difference of ranks c < k is (n_c/2 + n_(c+1) + ... + n_k/2) squared. The factor of four keeps it
    whole and falls out of alpha.
    """

    def __init__(self, order: Sequence[str], counts: Mapping[Value, int]) -> None:
        self.counts = counts
        self.below: dict[Value, int] = {}  # twice the rank: all below it, and half of its own
        seen = 0
        for value in order:
            here = counts.get(value, 0)
            self.below[value] = 2 * seen + here
            seen += here

    def between(self, left: Value, right: Value) -> int:
        """The squared difference of mid-ranks, times four."""
        return (self.below[left] - self.below[right]) ** 2

    def total(self) -> int:
        """Over every pair of values; orders are short."""
        return 2 * sum(
            self.counts[a] * self.counts[b] * self.between(a, b)
            for a, b in combinations(sorted(self.counts, key=str), 2)
        )


class Masi:
    """For sets: 1 less their Jaccard index times 1, 2/3, 1/3 or 0: equal, one within the other, overlapping, disjoint.

    Two empty sets are equal. Source: Passonneau, Measuring Agreement on Set-Valued Items (2006), as
    ``nltk.metrics.distance.masi_distance`` has it.
    """

    def __init__(self, counts: Mapping[Value, int]) -> None:
        self.counts = counts

    def between(self, left: Value, right: Value) -> Fraction:
        """From 0 for equal sets to 1 for disjoint ones."""
        a, b = frozenset(left), frozenset(right)
        if a == b:
            return Fraction(0)
        shared = len(a & b)
        inside = a < b or b < a
        return 1 - Fraction(shared * (2 if inside else 1), 3 * len(a | b))

    def total(self) -> Fraction:
        """All pairs of unlike sets, less what the overlapping ones share; disjoint sets are never looked at."""
        total = Fraction(Nominal(self.counts).total())
        for a, b in self._overlapping():
            total -= 2 * self.counts[a] * self.counts[b] * (1 - self.between(a, b))
        return total

    def _overlapping(self) -> set[tuple[Value, Value]]:
        holding: dict[str, list[Value]] = defaultdict(list)
        for value in sorted(self.counts, key=sorted):
            for member in value:
                holding[member].append(value)
        return {pair for values in holding.values() for pair in combinations(values, 2)}


def ordinal(order: Sequence[str]) -> Measured:
    """The ordinal difference for values in that order, lowest first."""
    return lambda counts: Ordinal(order, counts)
