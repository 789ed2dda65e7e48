"""Some statements of a map with what stands under them, so many steps deep; what lies deeper is counted."""

from collections import deque
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from argmap.diagram.boxes import Box, Level, Seen
from argmap.diagram.of_map import diagram_of_map, label_of
from argmap.graph import Edge, edges, edges_under
from argmap.languages import Words
from argmap.model import ArgumentMap, Reason, Statement


@dataclass(frozen=True, slots=True)
class Branch:
    """A statement with its boxes; `hidden` of the statements under it are not drawn."""

    seen: Seen
    hidden: int


def branches(
    m: ArgumentMap,
    wanted: Sequence[str],
    *,
    depth: int,
    level: Level,
    words: Words,
    closed: Container[str] = (),
    most: int | None = None,
) -> tuple[Branch, ...]:
    """The statements wanted, each with what stands under it.

    One that stands under another of them is drawn there, and not a second time. A statement is drawn in full once,
    where a pointer names it elsewhere; what lies deeper than `depth` steps below the wanted is counted at the box it
    lies under, each statement once. So is what stands under those that are `closed`, and what a statement wanted has
    more than `most` of: reasons come first, but the last place is an objection's, if there is one.
    """
    whole = m
    if most is not None:
        few = {key: _few(m.statements[key], most) for key in wanted if key in m.statements}
        m = m.model_copy(update={"statements": {**m.statements, **few}})
    tops = list(_tops(m, wanted))
    uses = [edge.lower for edge in edges(m)]
    while True:
        steps = _steps(m, tops, depth, closed)
        kept = {key: _cut(m, key, depth - at if key not in closed else 0, uses, closed) for key, at in steps.items()}
        feet = {name for s in kept.values() for r in s.because for name in r.premises if name not in kept}
        missing = next((key for key in wanted if key in m.statements and key not in kept and key not in feet), None)
        if missing is None:
            break
        tops.append(missing)
    part = m.model_copy(update={"statements": kept | {key: m.statements[key] for key in feet}})
    diagram = diagram_of_map(part, level=level, words=words, label_words=10**6)
    found = {s.key: s for box in reversed(list(diagram.walk())) for s in box.statements if not s.see}
    shown = {key for box in diagram.walk() for key in box.shown()}
    counting = _Counting(whole, shown, words)
    made = []
    for key in tops:
        seen = counting.seen(found[key])
        made.append(Branch(seen, counting.below(key)))
    return tuple(made)


def _few(s: Statement, most: int) -> Statement:
    """With at most so many reasons, objections and conditions."""
    others = len(s.but) + len(s.if_)
    reasons = s.because[: max(most - 1, most - others) if others else most]
    left = most - len(reasons)
    update = {"because": reasons, "but": s.but[: max(left - len(s.if_), 0)], "if_": s.if_}
    return s.model_copy(update=update)


def _tops(m: ArgumentMap, wanted: Sequence[str]) -> Iterator[str]:
    """Those that stand under no other of them; of those on one circle the first."""
    known = [key for key in dict.fromkeys(wanted) if key in m.statements]
    below = {key: frozenset(_all_below(m, key)) for key in known}
    for i, key in enumerate(known):
        if not any(key in below[other] and (other not in below[key] or j < i) for j, other in enumerate(known)):
            yield key


def _all_below(m: ArgumentMap, key: str) -> list[str]:
    found: dict[str, None] = {}
    waiting = deque([key])
    while waiting:
        for edge in edges_under(name := waiting.popleft(), m.statements[name]):
            if edge.lower in m.statements and edge.lower not in found:
                found[edge.lower] = None
                waiting.append(edge.lower)
    return list(found)


def _step(edge: Edge) -> int:
    return 2 if edge.relation == "unless" else 1  # a doubt stands beyond the reason it is about


def _steps(m: ArgumentMap, tops: Iterable[str], depth: int, closed: Container[str]) -> dict[str, int]:
    """How far below the tops statements stand, those within the depth."""
    found = dict.fromkeys(tops, 0)
    waiting = sorted((0, i, key) for i, key in enumerate(found))
    while waiting:
        at, _, key = waiting.pop(0)
        if at > found[key] or key in closed:
            continue
        for edge in edges_under(key, m.statements[key]):
            if edge.relation == "unless" and _is_closed(m.statements[key].because[edge.reason or 0], closed):
                continue
            there = at + _step(edge)
            if edge.lower in m.statements and there <= depth and there < found.get(edge.lower, depth + 1):
                found[edge.lower] = there
                waiting.append((there, len(found), edge.lower))
        waiting.sort()
    return found


def _is_closed(reason: Reason, closed: Container[str]) -> bool:
    """Whether doubts about a step are not to be shown."""
    return all(name in closed for name in reason.premises)


def _cut(m: ArgumentMap, key: str, left: int, uses: list[str], closed: Container[str]) -> Statement:
    """The statement with so many steps left below it; evidence that is a line in its foot stays."""
    s = m.statements[key]

    def is_foot(name: str) -> bool:
        e = m.statements.get(name)
        bare = e is not None and e.type == "evidence" and not (e.because or e.but or e.if_)
        return bare and uses.count(name) == 1

    reasons = []
    for reason in s.because:
        if left >= 2 and not _is_closed(reason, closed):
            reasons.append(reason)
        elif left or (len(reason.premises) == 1 and not reason.unless and is_foot(reason.premises[0])):
            reasons.append(reason.model_copy(update={"unless": ()}))
    if left:
        return s.model_copy(update={"because": tuple(reasons)})
    return s.model_copy(update={"because": tuple(reasons), "but": (), "if_": ()})


class _Counting:
    """Counts what is not drawn, in reading order: each statement at the first box it lies under."""

    def __init__(self, m: ArgumentMap, shown: set[str], words: Words) -> None:
        self.m, self.shown, self.words = m, shown, words
        self.counted: set[str] = set()

    def seen(self, s: Seen) -> Seen:
        """The same, its boxes with the numbers of what they hide, itself with conditions that are not drawn."""
        s = replace(s, below=tuple(map(self._box, s.below)))
        conditions = [key for key in self.m.statements[s.key].if_ if key in self.m.statements and key not in self.shown]
        if s.see or not conditions:
            return s
        labels = self.words.listed([f"“{label_of(self.m.statements[key]).rstrip('.')}”" for key in conditions])
        said = self.words.say("map.condition", which=labels)
        return replace(s, qualified=" · ".join(part for part in (s.qualified, said) if part))

    def below(self, *keys: str) -> int:
        """How many statements under these are neither drawn nor counted yet."""
        found = [name for key in keys for name in self._hidden(key)]
        self.counted.update(found)
        return len(set(found))

    def _hidden(self, key: str) -> Iterator[str]:
        """What lies under a statement without passing through what is drawn."""
        waiting, met = deque([key]), {key}
        while waiting:
            for edge in edges_under(name := waiting.popleft(), self.m.statements[name]):
                lower = edge.lower
                if lower in self.m.statements and lower not in met and lower not in self.shown:
                    met.add(lower)
                    waiting.append(lower)
                    if lower not in self.counted:
                        yield lower

    def _box(self, box: Box) -> Box:
        statements = tuple(map(self.seen, box.statements))
        doubts = tuple(map(self._box, box.doubts))
        hidden = self.below(*(s.key for s in box.statements if not s.see))
        return replace(box, statements=statements, doubts=doubts, hidden=hidden)
