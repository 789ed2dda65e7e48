"""How far alpha might have come out otherwise with other units of the same kind; without chance, by leaving one out."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum, sqrt
from typing import Final

from argmap.comparison.reliability.alpha import alpha
from argmap.comparison.reliability.differences import Measured, Nominal
from argmap.comparison.reliability.figures import Rows, pairable

FEWEST: Final = 20
"""Units below which no interval is given: the normal approximation would pretend too much."""

_MOST: Final = 250  # different rows; each costs one more alpha
_NORMAL: Final = 1.96  # 95 % of a normal distribution lie within so many standard deviations


@dataclass(frozen=True, slots=True)
class Interval:
    """About where alpha lies in 95 of 100 such samples of units; None with a reason where that cannot be said."""

    low: float | None
    high: float | None
    reason: str = ""


def interval(rows: Rows, difference: Measured = Nominal) -> Interval:
    """Alpha plus and minus 1.96 jackknife standard errors, cut off at -1 and 1.

    With a_i alpha without unit i and m their mean, the squared error is (n - 1)/n times the sum of (a_i - m) squared.
    Units are taken to be independent of each other, so pairs of statements get none.

    Source: the delete-one jackknife (Quenouille, Tukey). Hughes, Toward improved inference for Krippendorff's Alpha
    (2022), of which the abstract was read, prefers a jackknife to the bootstrap of Hayes and Krippendorff (2007).
    """
    rows = pairable(rows)
    units = sum(rows.values())
    whole = alpha(rows, difference).value
    if whole is None:
        return Interval(None, None, "alpha has no value")
    if units < FEWEST:
        return Interval(None, None, f"fewer than {FEWEST} units")
    if len(rows) > _MOST:
        return Interval(None, None, f"more than {_MOST} different units")
    left_out = list(_left_out(rows, difference))
    if any(value is None for value, _ in left_out):
        return Interval(None, None, "all variation is in one unit")
    values = [(value, times) for value, times in left_out if value is not None]
    mean = fsum(value * times for value, times in values) / units  # exact sums, for rows come in any order
    error = sqrt((units - 1) / units * fsum(times * (value - mean) ** 2 for value, times in values))
    return Interval(max(whole - _NORMAL * error, -1.0), min(whole + _NORMAL * error, 1.0))


def _left_out(rows: Rows, difference: Measured) -> Iterator[tuple[float | None, int]]:
    """Alpha without one of the units of each row, and how many such units there are."""
    for row, times in rows.items():
        fewer = {**rows, row: times - 1}
        yield alpha(fewer, difference).value, times
