"""Figures over one kind of content each: reasons, causes, roles, sources."""

from collections.abc import Iterable, Mapping

from argmap.comparison.figures import Metric
from argmap.comparison.metrics.figures import common, mean, overlap
from argmap.comparison.metrics.said import Said
from argmap.comparison.records import Entry


def shared_reasons(a: Said, b: Said) -> Metric:
    """How far the maps agree for the same reasons, from 0 to 1; n = the propositions it is a mean over.

    The mean of J(flat_A, flat_B) over the propositions both hold, or both deny, and both argue for; flat is all that
    a position rests on directly, sources included.

    Source: argmap's own; that agreement may rest on unlike reasons is told apart by `agree-different-reasons`.
    """
    both = _both(a.propositions, b.propositions)
    agreeing = (p for p in both if a.propositions[p] == b.propositions[p] != 0)
    argued = ((a.reasons(p), b.reasons(p)) for p in agreeing)
    return mean([_jaccard(x, y) for x, y in argued if x and y], "the maps agree on nothing that both argue for")


def causal_overlap(a: Said, b: Said) -> Metric:
    """How much of the causes and effects either map links both link alike: J of the signed links; n is the union.

    A link is signed: raises, lowers, or has no effect.

    Source: argmap's own, over maps of causes as Axelrod, Structure of Decision (1976; not read) has them; tested
    against sets of edges of ``networkx``.
    """
    return overlap(a.links, b.links, "neither map names a cause")


def main_overlap(a: Said, b: Said) -> Metric:
    """How far the main causes agree, over all effects both explain: J of the signed links from main causes; n: union.

    Source: argmap's own.
    """
    effects = _both(a.main_causes, b.main_causes)
    return overlap(
        _main(a, effects),
        _main(b, effects),
        "neither map puts a cause first" if effects else "there is no effect that both maps explain",
    )


def role_similarity(a: Said, b: Said) -> Metric:
    """How alike the parts are that the maps give the same actors, from 0 to 1; n = the actors both cast.

    The mean of J·M over shared actors, of the sets of roles; M is 1 for equal sets, 2/3 where one is within the other,
    1/3 where they overlap, 0 where they are disjoint.

    Source: MASI, Passonneau, Measuring Agreement on Set-Valued Items (2006; abstract read), by the formula of
    ``nltk.metrics.distance.masi_distance``, which is 1 − J·M.
    """
    cast = [_masi(a.roles[actor], b.roles[actor]) for actor in _both(a.roles, b.roles)]
    return mean(cast, "there is no actor to whom both maps give a role")


def source_overlap(a: Said, b: Said) -> Metric:
    """How much of what either author cites both cite: J of the sources; n is the union.

    Source: argmap's own.
    """
    return overlap(a.sources, b.sources, "neither map cites a source")


def same_use(a: Said, b: Said) -> Metric:
    """How far shared sources serve the same points, from 0 to 1: the mean of J(U_A, U_B) over shared sources; n: these.

    U is what a source is used for, as in the evidence findings.

    Source: argmap's own.
    """
    both = a.sources & b.sources
    return mean([_jaccard(a.uses(s), b.uses(s)) for s in both], "there is no source that both maps cite")


def _both(a: Mapping[str, object], b: Mapping[str, object]) -> list[str]:
    """The keys of both."""
    fewer, more = (a, b) if len(a) <= len(b) else (b, a)
    return [key for key in fewer if key in more]


def _jaccard(a: frozenset[Entry], b: frozenset[Entry]) -> float:
    shared = common(a, b)
    return shared / (len(a) + len(b) - shared)


def _masi(a: frozenset[str], b: frozenset[str]) -> float:
    thirds = 3 if a == b else 2 if a < b or b < a else 1
    return thirds * common(a, b) / (3 * len(a | b))


def _main(said: Said, effects: Iterable[str]) -> frozenset[Entry]:
    return frozenset(entry for g in effects for entry in said.main_causes[g])
