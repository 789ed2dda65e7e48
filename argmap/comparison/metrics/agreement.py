"""Figures over what maps take positions on: how much they share, and how often they say the same of it.

K is `Said.signs`; S = K_A ∩ K_B; v is the sign an item has in a map.
"""

from argmap.comparison.figures import Metric
from argmap.comparison.metrics.figures import common, overlap, share, undefined
from argmap.comparison.metrics.said import Said

_NOTHING_SHARED = "the maps share no proposition, causal link or role"
_NOTHING_SAID = "neither map takes a position on a proposition, a causal link or a role"


def coverage(a: Said, b: Said) -> Metric:
    """How much of what either map speaks of both speak of: #S / #(K_A ∪ K_B); n is the union.

    Source: the Jaccard index (see `overlap`); tested against ``nltk.metrics.distance.jaccard_distance``.
    """
    return overlap(a.signs.keys(), b.signs.keys(), _NOTHING_SAID)


def congruence(a: Said, b: Said) -> Metric:
    """How near the maps' positions are on what they share, from 0 to 1: the mean over S of 1 − ½·|v_A − v_B|; n = #S.

    Source: the congruence of discourse networks with three levels of agreement (−1, 0, 1), each item counted once and
    the sum divided by #S: Leifeld, Gruber and Bossner, Discourse Network Analyzer Manual (2018), section 2.3, read.
    """
    n, nearness = shared(a, b)
    return Metric((n + nearness) / (2 * n), n) if n else undefined(_NOTHING_SHARED)


def net(a: Said, b: Said) -> Metric:
    """Congruence less conflict, from −1 to 1: 2c − 1 with c the `congruence`, the mean over S of 1 − |v_A − v_B|.

    Source: as for `congruence`; conflict is its complement there.
    """
    n, nearness = shared(a, b)
    return Metric(nearness / n, n) if n else undefined(_NOTHING_SHARED)


def dna_subtract(a: Said, b: Said) -> Metric:
    """Congruence less conflict over how much the maps say, from −1 to 1; n = #(K_A ∪ K_B).

    The sum over S of 1 − |v_A − v_B|, divided by ½·(#K_A + #K_B). Where every sign is +1 or −1 the sum is the number
    of equal items less that of unequal ones; an item one map leaves open adds nothing. Unlike the others this is 0,
    not undefined, where nothing is shared: so it is in discourse networks, where no tie is a tie of weight 0.

    Source: the subtract method with average activity normalisation, Leifeld, Gruber and Bossner, Discourse Network
    Analyzer Manual (2018), sections 2.3 and 2.4, read; rDNA itself was not run.
    """
    said = len(a.signs) + len(b.signs)
    n, nearness = shared(a, b)
    return Metric(2 * nearness / said, said - n) if said else undefined(_NOTHING_SAID)


def nea(a: Said, b: Said) -> Metric:
    """Normalised edit agreement: 1 − (unequal + only in A + only in B) / #(K_A ∪ K_B); n is the union.

    One step changes, adds or removes one position. What a map does not say counts against it here, so both maps have
    to be complete.

    Source: the docstrings and code of taupy 0.5 (Kopecky), read, which ascribe the agreement of positions to Betz,
    Debate Dynamics (2013; not read).
    """
    partial = [said.coding.name for said in (a, b) if not said.complete]
    if partial:
        of = " and ".join(dict.fromkeys(partial))
        return undefined(f"the coverage of {of} is not complete: what a map leaves out its article may say")
    both = common(a.signs.keys(), b.signs.keys())
    equal = common(a.signs.items(), b.signs.items())
    return share(equal, len(a.signs) + len(b.signs) - both, _NOTHING_SAID)


def shared(a: Said, b: Said) -> tuple[int, int]:
    """#S, and the sum over S of 1 − |v_A − v_B|."""
    fewer, more = (a.signs, b.signs) if len(a.signs) <= len(b.signs) else (b.signs, a.signs)
    apart = [abs(sign - more[item]) for item, sign in fewer.items() if item in more]
    return len(apart), len(apart) - sum(apart)
