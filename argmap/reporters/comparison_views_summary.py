"""The summary of three maps or more: how much they share, what divides and unites them, who stands where."""

from collections import Counter
from collections.abc import Iterator, Mapping

from argmap.comparison.central import most_central
from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Comparison, Finding, Profile
from argmap.reporters.comparison_views_camps import in_short, sharpness
from argmap.reporters.comparison_views_items import FEW, names_in_short
from argmap.reporters.comparison_views_standing import Tally, company, contested, tallies
from argmap.reporters.sections import speaks


def counted(c: Comparison) -> str:
    """How many points several maps share, and what these come to; sources are not counted."""
    found = [f for f in c.findings if f.unit != "evidence"]
    n = Counter(f.category for f in found)
    shared = [f for f in found if f.category != "only-one"]
    of_all = sum(all(speaks(f, m.id) for m in c.maps) for f in shared)
    head = f"{len(c.maps)} maps speak of {_points(len(found))}: "
    parts = [_shared(len(shared), of_all, len(c.maps))]
    if n["only-one"]:
        parts.append(f"{n['only-one']} in one map only")
    said = [f"{n[name]} {words}" for name, words in _PROFILES.items() if n[name]]
    what = f" What several share: {_listed(said)}." if said else ""
    return f"{head}{_listed(parts)}.{what}"


_PROFILES: Mapping[Profile, str] = {
    "split": "split (not all can be right)",
    "diverse": "diverse",
    "consensus": "consensus of all",
    "common": "common to some",
    "tension": "undetermined",
}


def _shared(n: int, of_all: int, maps: int) -> str:
    if not n:
        return "none in several"
    every = f" ({of_all} in all {maps})" if of_all else " (none in all)"
    return f"{n} in several{every}"


def lines(c: Comparison) -> Iterator[tuple[str, str]]:
    """Leads and texts of the summary, after how much there is."""
    if sharpest := _sharpest(c):
        yield "Differ above all", _told(c, sharpest)
    agreed = [f for f in most_central(c, "agree", "agree-but") if f.category != "only-one"]
    if agreed:
        yield "Agree above all", _told(c, max(agreed, key=lambda f: sum(map(len, f.camps))))
    yield from _standing(c)


def _sharpest(c: Comparison) -> Finding | None:
    """The difference with the largest second camp; among equals a conflict, more theses, more maps, then the first."""
    theses = frozenset((m.id, s.id) for m in c.maps for s in m.thesis)

    def rank(f: Finding) -> tuple[int, bool, int, int]:
        second, speakers = sharpness(f)
        on_thesis = sum((m, s.id) in theses for m, side in f.sides.items() for s in side.statements)
        return second, f.group == "conflict", on_thesis, speakers

    return max(contested(c), key=rank, default=None)


def _told(c: Comparison, f: Finding) -> str:
    """The sentence of a finding; of many maps, how many take which position."""
    return f.sentence if len(c.maps) <= FEW else f"{in_short(f, Lexicon(c))}."


def _standing(c: Comparison) -> Iterator[tuple[str, str]]:
    names = {m.id: m.name for m in c.maps}
    for i, one in enumerate(company(c)):
        who = names_in_short([names[map_id] for map_id in one.maps])
        text = f"{who}, on {one.together} of {one.points} contested points that {_all(len(one.maps))} speak on."
        yield "" if i else "Stand together", text
    known = {pair: tally for pair, tally in tallies(c).items() if tally.shared}
    if not known:
        return
    near = max(known, key=lambda pair: (known[pair].agree - known[pair].differ, known[pair].agree))
    far = max(known, key=lambda pair: (known[pair].differ - known[pair].agree, known[pair].differ))
    if known[near].agree:
        yield "Closest", _tally(names, near, known[near])
    if known[far].differ and far != near:
        yield "Farthest apart", _tally(names, far, known[far])


def _tally(names: Mapping[str, str], pair: tuple[str, str], tally: Tally) -> str:
    a, b = (names[map_id] for map_id in pair)
    if tally.agree and tally.differ:
        return f"{a} and {b}, who agree on {tally.agree} and differ on {tally.differ} of {tally.shared} shared points."
    return f"{a} and {b}, who {'agree' if tally.agree else 'differ'} on every shared point ({tally.shared})."


def _all(n: int) -> str:
    return "both" if n == 2 else "all of them"


def _points(n: int) -> str:
    return "1 point" if n == 1 else f"{n} points"


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
