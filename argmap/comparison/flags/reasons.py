"""Flags on what the sides rest on: sources, concessions, doubts, and how reasons and causes hang together."""

from collections.abc import Iterator

from argmap.comparison.explanations import ExplanationVerdict
from argmap.comparison.flags.context import Context, both_speak
from argmap.comparison.judged import Judged
from argmap.comparison.links import Link
from argmap.comparison.records import Entry
from argmap.comparison.stances import StanceVerdict
from argmap.comparison.stands import Stand
from argmap.comparison.wording import listed


def shared_source(judged: Judged, context: Context) -> Iterator[str]:
    """Both cite one source for it."""
    flats = [s.grounds.flat for s in judged.stands]
    both = sorted(e for e in set(flats[0]) & set(flats[1]) if e.startswith("source:"))
    if both:
        yield f"Both cite {context.words.entries(both)}."


def concedes(judged: Judged, context: Context) -> Iterator[str]:
    """What one map admits against its own position is a ground of the other's."""
    if judged.unit != "stance" or not both_speak(judged):
        return
    said = []
    for stand, other in (judged.stands, judged.stands[::-1]):
        against = _objections(stand)
        granted = [e for e in other.grounds.flat if e in against]
        if granted:
            said.append(f"{stand.does('concedes')} a ground of {other.name}'s: {context.words.entries(granted)}.")
    if said:
        yield " ".join(said)


def _objections(stand: Stand) -> set[Entry]:
    coding = stand.coding
    objections = [o for s in stand.texts for o in s.but]
    return {entry for o in objections for entry in coding.entries.get(o, ())}


def undercut(judged: Judged, context: Context) -> Iterator[str]:
    """One map asserts what the other says would undo a step on its way to the position."""
    if judged.unit != "stance" or not both_speak(judged):
        return
    said = []
    for stand, other in (judged.stands, judged.stands[::-1]):
        doubts = sorted(stand.coding.deep.doubts(stand.statements))
        hits = [e for doubt in doubts for e in stand.coding.bare[doubt] if e in other.coding.asserted]
        if hits:
            said.append(
                f"{other.does('asserts')} what would undo a step of {stand.name}'s: {context.words.entries(hits)}."
            )
    if said:
        yield " ".join(said)


def linked_differently(judged: Judged, _: Context) -> Iterator[str]:
    """The same premises, but working together in one map and apart in the other."""
    a, b = (s.grounds for s in judged.stands)
    if a.flat and set(a.flat) == set(b.flat) and a.sets != b.sets:
        yield "The same premises, linked differently."


def indirect(judged: Judged, context: Context) -> Iterator[str]:
    """The reasons meet only further down; or a cause acts through another that the other map names."""
    words = context.words
    if isinstance(judged.verdict, StanceVerdict | Link):
        flats = [set(s.grounds.flat) for s in judged.stands]
        if judged.shared and flats[0].isdisjoint(flats[1]):
            yield f"The reasons meet only further down: {words.entries(judged.shared)}."
    elif isinstance(judged.verdict, ExplanationVerdict):
        steps = sorted(_through(judged, judged.verdict))
        if steps:
            said = (f"{words.phrase('factor', c)} through {words.phrase('factor', via)}" for c, via in steps)
            yield f"Part of it acts indirectly: {listed(said)}."


def _through(judged: Judged, verdict: ExplanationVerdict) -> set[tuple[str, str]]:
    """Causes only one side names, with a cause of the other side that they drive in one of the maps."""
    found = set()
    for mine, theirs in (verdict.causes, verdict.causes[::-1]):
        for cause in mine.drivers:
            if cause not in theirs.all:
                found |= {(cause, via) for via in theirs.drivers if _drives(cause, via, judged)}
    return found


def _drives(cause: str, effect: str, judged: Judged) -> bool:
    claims = (c for s in judged.stands for c in s.coding.claims.get(("explanation", effect), ()))
    return any(c.cause == cause and c.value != "unrelated" for c in claims)
