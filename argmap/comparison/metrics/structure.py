"""Figures over the whole of what maps say and how it hangs together: common parts, and what stands where."""

from argmap.comparison.figures import Metric
from argmap.comparison.metrics.figures import share, undefined
from argmap.comparison.metrics.said import Said

_EMPTY = "{} says nothing of its own"


def map_precision(a: Said, b: Said) -> Metric:
    """How much of the first map is in the second: c / #T_A, c = #(T_A ∩ T_B); n = #T_A.

    T holds what a map says, what each point rests on and what is put against it (`Parts`). Statements meet by
    their codes and accepted rows only, never by a search for the best match.

    Source: Smatch (Cai and Knight 2013, by the formula in its package's description) with the mapping of nodes given
    rather than searched; Smatch++ (Opitz 2023, abstract read) searches, and can only come out higher.
    """
    return share(a.parts.shared(b.parts), len(a.parts), _EMPTY.format(a.id))


def map_recall(a: Said, b: Said) -> Metric:
    """How much of the second map is in the first: c / #T_B; n = #T_B. See `map_precision`."""
    return share(a.parts.shared(b.parts), len(b.parts), _EMPTY.format(b.id))


def map_f1(a: Said, b: Said) -> Metric:
    """Both at once: 2c / (#T_A + #T_B), n the sum below; it is the same in either direction. See `map_precision`."""
    return share(2 * a.parts.shared(b.parts), len(a.parts) + len(b.parts), "neither map says anything")


def emphasis_distance(a: Said, b: Said) -> Metric:
    """How differently the maps weigh what they speak of, from 0 to 1: ½ Σ |w_A − w_B|; n is the units of either.

    A unit is a proposition, an effect or an actor; w is 2^−depth of its statement nearest to a thesis, scaled so that
    the units of a map sum to 1. That nearer is weightier, and twice as much for each step, is a convention.

    Source: the total variation distance between two distributions, a textbook measure.
    """
    without = [said.id for said in (a, b) if not said.has_thesis]
    if without:
        return undefined(f"no thesis to measure depth from: {' and '.join(dict.fromkeys(without))}")
    silent = [said.id for said in (a, b) if not said.weights]
    if silent:
        return undefined(f"no coded statement of its own: {' and '.join(dict.fromkeys(silent))}")
    units = a.weights.keys() | b.weights.keys()
    apart = sum(abs(a.weights.get(u, 0) * b.weight - b.weights.get(u, 0) * a.weight) for u in units)
    return Metric(apart / (2 * a.weight * b.weight), len(units))
