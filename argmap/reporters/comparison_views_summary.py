"""The summary of three maps or more: how much they share, what divides and unites them, who stands where."""

from collections import Counter
from collections.abc import Iterator, Mapping

from argmap.comparison.central import most_central
from argmap.comparison.records import Comparison, Finding, Group, Profile
from argmap.reporters.comparison_views_blocks import names_in_short
from argmap.reporters.comparison_views_standing import Tally, company, tallies
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
    yield "Split above all", _central(c, "conflict", "diverge")
    yield "Agree above all", _central(c, "agree", "agree-but")
    yield from _standing(c)
    if c.metrics and c.metrics.outlier:
        names = {m.id: m.name for m in c.maps}
        yield "Farthest out", f"{names.get(c.metrics.outlier, c.metrics.outlier)}, from the others on average."


def _central(c: Comparison, *groups: Group) -> str:
    """The sentence of the finding that most maps speak on, of these the most central one."""
    found = [f for f in most_central(c, *groups) if f.category not in ("only-one", "tension")]
    best = max(found, key=_speakers, default=None)
    return best.sentence if best else "nowhere."


def _speakers(f: Finding) -> int:
    return sum(map(len, f.camps))


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
    return f"{a} and {b}, who agree on {tally.agree} and differ on {tally.differ} of {tally.shared} shared points."


def _all(n: int) -> str:
    return "both" if n == 2 else "all of them"


def _points(n: int) -> str:
    return "1 point" if n == 1 else f"{n} points"


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
