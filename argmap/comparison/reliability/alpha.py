"""Krippendorff's alpha: how far coders agree beyond what the values they use would give by chance."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from argmap.comparison.reliability.differences import Measured, Nominal
from argmap.comparison.reliability.figures import Figure, Row, Rows, Value, given, no_variation, pairable


def alpha(rows: Rows, difference: Measured = Nominal, *, nothing: str = "no unit has two values") -> Figure:
    """One less the observed disagreement over the one expected if values fell to units by chance.

    With m_u values in unit u, n_c the times value c occurs in units of two and more values, and n the sum of all n_c:
    D_o = (1/n) sum over u of (1/(m_u - 1)) sum over ordered pairs in u of delta(c, k),
    D_e = (1/(n (n - 1))) sum over c, k of n_c n_k delta(c, k), alpha = 1 - D_o/D_e.
    It is 1 for full agreement, about 0 for chance, and less for disagreement that is systematic. Missing values are
    left out, any number of coders will do, and their order does not matter.

    Args:
        rows: The data.
        difference: How far values are apart.
        nothing: The reason to give where no unit has two values.

    Returns:
        The value, with n the number of units that hold two or more; None where nothing varies (D_e = 0). Packages
        differ there: nltk gives 1.

    Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), and the accounts of it quoted by the
    packages the tests compare with; a difference of sets is used unsquared, as Passonneau (2006) does.

    >>> alpha({("yes", "yes"): 8, ("no", "no"): 1, ("yes", "no"): 1}).value
    0.6274509803921569
    """
    rows = pairable(rows)
    units = sum(rows.values())
    if not units:
        return Figure(None, 0, nothing)
    counts = occurrences(rows)
    measure = difference(counts)
    expected = measure.total()
    if not expected:
        return Figure(None, units, no_variation(list(counts)))
    observed = sum(
        (Fraction(2 * times, len(given(row)) - 1) * measure.between(a, b) for row, times, a, b in _unlike(rows)),
        Fraction(0),
    )
    return Figure(float(1 - (sum(counts.values()) - 1) * observed / expected), units)


def occurrences(rows: Rows) -> Counter[Value]:
    """How often each value occurs."""
    counts: Counter[Value] = Counter()
    for row, times in rows.items():
        for value in given(row):
            counts[value] += times
    return counts


def _unlike(rows: Rows) -> Iterator[tuple[Row, int, Value, Value]]:
    for row, times in rows.items():
        for a, b in combinations(given(row), 2):
            if a != b:
                yield row, times, a, b
