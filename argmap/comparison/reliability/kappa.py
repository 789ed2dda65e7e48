"""Agreement without correction, and corrected for chance by each coder's habits (Cohen) or by all coders' (Fleiss)."""

from collections import Counter
from fractions import Fraction
from itertools import combinations

from argmap.comparison.reliability.figures import Figure, Rows, Value, given, no_variation, pairable


def agreement(rows: Rows, *, nothing: str = "no unit has two values") -> Figure:
    """The share of equal pairs among all pairs of values that two coders gave to one unit, in [0, 1].

    Nothing is taken off for chance: where most values are the same it is high whatever coders do.
    """
    rows = pairable(rows)
    pairs = equal = 0
    for row, times in rows.items():
        for a, b in combinations(given(row), 2):
            pairs += times
            equal += times * (a == b)
    return Figure(equal / pairs, sum(rows.values())) if pairs else Figure(None, 0, nothing)


def cohen(rows: Rows, *, nothing: str = "no unit has a value of both coders") -> Figure:
    """Cohen's kappa of two coders: (A_o - A_e)/(1 - A_e).

    A_o is the share of units with equal values, A_e = sum over c of p_1(c) p_2(c) with p_i(c) the share of value c
    among those coder i gave. Only units with both values count. Values are equal or not: kappa knows no nearness.

    Returns:
        None where both coders only ever used one and the same value (A_e = 1); nltk gives 1 there.

    Source: Cohen (1960), as nltk's ``AnnotationTask.kappa_pairwise`` has it.
    """
    both = {row: times for row, times in rows.items() if times and None not in row}
    units = sum(both.values())
    if not units:
        return Figure(None, 0, nothing)
    one: Counter[Value | None] = Counter()
    other: Counter[Value | None] = Counter()
    for (a, b), times in both.items():
        one[a] += times
        other[b] += times
    expected = Fraction(sum(one[value] * other[value] for value in one), units**2)
    observed = Fraction(sum(times for (a, b), times in both.items() if a == b), units)
    return _corrected(observed, expected, units, [value for value in one if value is not None])


def fleiss(rows: Rows, *, nothing: str = "no unit has a value of every coder") -> Figure:
    """Fleiss' kappa of m coders: (P_o - P_e)/(1 - P_e).

    P_o is the mean over units of (sum over c of n_uc (n_uc - 1)) / (m (m - 1)), P_e = sum over c of p(c) squared, with
    p(c) the share of value c among all values. Only units with a value of every coder count. With two coders it is
    Scott's pi, which is not Cohen's kappa.

    Returns:
        None where only one value occurs (P_e = 1); nltk gives 1 there.

    Source: Fleiss (1971), as nltk's ``AnnotationTask.pi`` (multi-pi) has it.
    """
    whole = {row: times for row, times in pairable(rows).items() if None not in row}
    units = sum(whole.values())
    if not units:
        return Figure(None, 0, nothing)
    coders = len(next(iter(whole)))
    counts: Counter[Value] = Counter()
    equal = 0
    for row, times in whole.items():
        here = Counter(given(row))
        equal += times * sum(n * (n - 1) for n in here.values())
        for value, n in here.items():
            counts[value] += n * times
    expected = Fraction(sum(n**2 for n in counts.values()), (units * coders) ** 2)
    return _corrected(Fraction(equal, units * coders * (coders - 1)), expected, units, list(counts))


def _corrected(observed: Fraction, expected: Fraction, units: int, values: list[Value]) -> Figure:
    if expected == 1:
        return Figure(None, units, no_variation(values))
    return Figure(float((observed - expected) / (1 - expected)), units)
