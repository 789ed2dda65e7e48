"""From a map to the boxes that draw it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from argmap.diagram.boxes import ABOVE, Box, Diagram, Evidence, Focus, Ids, Level, Seen, Step
from argmap.diagram.calling import LABEL_WORDS, LETTERS, called, ids_of, label_of, short_ids
from argmap.diagram.reading_order import Visit, Walk
from argmap.diagram.told import Told
from argmap.errors import UnknownName
from argmap.graph import edges
from argmap.languages import ENGLISH, Words
from argmap.model import ArgumentMap
from argmap.text import did_you_mean

__all__ = ["LABEL_WORDS", "LETTERS", "diagram_of_map", "focused", "label_of", "short_ids"]

_FEW = 12  # ids that a message can list


def diagram_of_map(
    m: ArgumentMap,
    *,
    level: Level = "text",
    words: Words = ENGLISH,
    ids: Ids = "short",
    evidence: Evidence = "inside",
    focus: str | None = None,
    depth: int | None = None,
    label_words: int = LABEL_WORDS,
) -> Diagram:
    """The boxes of a map in reading order: each thesis with what stands under it, then what hangs on no thesis.

    A statement is drawn in full where it is first met; elsewhere a pointer stands for it. Evidence that is alone in
    its reason and carries nothing itself is a line in the foot of its claim. Names of statements that the map does
    not have are left out: the checks report them.

    Args:
        m: The map.
        level: How much of each statement is shown.
        words: The fixed words among them.
        ids: What statements are called by. Ids are those of the whole map, whatever part of it is drawn.
        evidence: Where such evidence is told. With ``none`` it is only counted; evidence that is linked with other
            premises, that is doubted, or that serves for something else too stays: without it more would be missing
            than evidence. So do the sources of claims, which say where they come from.
        focus: The statement to draw, with what stands below it: its slug, or its short id where no slug is like it.
            It stands under what it bears on; how that bears on a top is told in words.
        depth: So many steps below the top, or below the focus, are drawn, and the rest is counted where it is cut.
            Doubts about a step go with it.
        label_words: How many words stand for a sentence where a label is wanted and the statement has none; pointers
            to what is drawn elsewhere are always short.

    Raises:
        UnknownName: There is no such statement to focus on.
    """
    whole = Walk(m, evidence).whole()
    names = ids_of(m, whole, ids)
    told = Told(m, level, words, names, called(m, names, whole, level, words), label_words)
    if focus is None:
        walk = Walk(m, evidence, depth)
        visits = walk.whole()
        return Diagram(_boxes(visits, told.within(visits), walk.hidden()), left_out=len(walk.left_out()))
    key = focused(m, focus)
    everything = Walk(m, "nodes").whole()  # evidence that is told in a foot has a place of its own here
    at = next(visit for visit in everything if key in visit.keys and key not in visit.second)
    if ids != "none" and key not in names:
        own = {key: ids_of(m, everything, ids)[key]}  # evidence that is otherwise left out
        told = replace(told, ids={**names, **own}, called={**told.called, **own})
    walk = Walk(m, evidence, depth)
    visits = walk.branch(key, at)
    above = everything[at.upper].keys if at.upper >= 0 else ()
    told = told.within(visits, (*at.keys, *above, *(key for _, keys in _way(at, everything) for key in keys)))
    (root,) = _boxes(visits, told, walk.hidden())
    beside = tuple(told.context(other) for other in at.keys if other != key)
    role, bears_on = told.role(at, everything)
    root = replace(root, statements=(*beside, *root.statements), role=role, bears_on=bears_on)
    return Diagram((root,), _focus(key, root, at, everything, told), len(walk.left_out()))


def focused(m: ArgumentMap, name: str) -> str:
    """The slug of a statement asked for by its slug or its short id.

    Raises:
        UnknownName: There is none; the error says what comes near.
    """
    if name in m.statements:
        return name
    shorts = {short: key for key, short in short_ids(m).items()}
    found = shorts.get(name) or shorts.get(name.upper())
    if found is None:
        near = did_you_mean(name, m.statements)
        few = len(m.statements) <= _FEW
        hint = near or ("" if few else "`argmap show --ids file` lists those there are")
        raise UnknownName("statement", name, tuple(m.statements) if few else (), hint)
    return found


def _boxes(visits: Sequence[Visit], told: Told, hidden: Mapping[int, int]) -> tuple[Box, ...]:
    """The trees of these visits, from the last leaf up: no chain is too long."""
    below: dict[tuple[int, str], list[Box]] = {}
    for visit in reversed(visits):
        box = _box(visit, visits, told, below, hidden)
        below.setdefault((visit.upper, visit.under), []).insert(0, box)
    return tuple(below.get((-1, ""), ()))


def _box(
    visit: Visit,
    visits: Sequence[Visit],
    told: Told,
    below: Mapping[tuple[int, str], Sequence[Box]],
    hidden: Mapping[int, int],
) -> Box:
    def seen(key: str) -> Seen:
        if key in visit.second:
            return told.pointer(key)
        full = told.full(key, visit.feet.get(key, ()), visit.new_feet.get(key, ()))
        return replace(full, below=tuple(below.get((visit.index, key), ())))

    role, bears_on = told.role(visit, visits)
    return Box(
        f"n{visit.index}",
        visit.kind,
        tuple(map(seen, visit.keys)),
        told.scheme(visit.reason),
        tuple(below.get((visit.index, ""), ())),
        bears_on=bears_on,
        role=role,
        beyond=hidden.get(visit.index),
    )


def _focus(key: str, root: Box, at: Visit, everything: Sequence[Visit], told: Told) -> Focus:
    """What a branch bears on: the way up from where its statement is first met."""
    above = None
    if at.upper >= 0:
        upper = everything[at.upper]
        role, bears_on = told.role(upper, everything)
        above = Box(ABOVE, "context", tuple(map(told.context, upper.keys)), bears_on=bears_on, role=role)
    path = tuple(
        Step(visit.kind, tuple(map(told.context, keys)), together=len(visit.keys) > 1)
        for visit, keys in reversed(_way(at, everything))
    )
    # a doubt about a step is named under the claim that the step leads to
    here = everything[at.upper].under if at.kind == "undercut" else at.under
    uses = dict.fromkeys(e.upper for e in edges(told.m) if e.lower == key and e.upper in told.m.statements)
    elsewhere = tuple(told.name(upper) for upper in uses if upper != here)
    return Focus(key, root.name, told.ids.get(key, ""), told.name(key), above, at.under, path, elsewhere)


def _way(visit: Visit, visits: Sequence[Visit]) -> list[tuple[Visit, tuple[str, ...]]]:
    """The way up from a visit, from what is right above it: each with those of its statements that are come from."""
    found = []
    while visit.upper >= 0:
        upper = visits[visit.upper]
        found.append((upper, (visit.under,) if visit.under else upper.keys))
        visit = upper
    return found
