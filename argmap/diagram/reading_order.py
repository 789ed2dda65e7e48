"""A map read as it is drawn: box by box, each statement in full where it is first met."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from argmap.diagram.boxes import BoxKind, Evidence
from argmap.graph import attached, edges, names_under
from argmap.model import ArgumentMap, Reason, Statement


@dataclass(frozen=True, slots=True)
class Visit:
    """A box that is come to.

    Attributes:
        index: The how manieth it is.
        kind: What it is to what stands above it.
        keys: Its statements; where one of several carries a tree, it comes last.
        second: Those of them that were met before.
        reason: The reason it is, if it is one.
        upper: The index of the visit it stands under, -1 for none.
        under: The statement there that it stands under; "" for a doubt about the step as a whole, and at the top.
        depth: Steps below the top; a doubt stands beside its reason, and is no deeper.
        feet: The evidence that is told in the foot of each statement met here first.
        new_feet: Those of them that are met here first themselves.
        cut: What stands below in the map, and is not come to because it is too deep.
    """

    index: int
    kind: BoxKind
    keys: tuple[str, ...]
    second: frozenset[str] = frozenset()
    reason: Reason | None = None
    upper: int = -1
    under: str = ""
    depth: int = 0
    feet: dict[str, tuple[str, ...]] = field(default_factory=dict)
    new_feet: dict[str, tuple[str, ...]] = field(default_factory=dict)
    cut: tuple[str, ...] = ()

    def met(self) -> Iterator[str]:
        """The statements met here first, evidence in feet included."""
        for key in self.keys:
            if key not in self.second:
                yield key
                yield from self.new_feet.get(key, ())


@dataclass(frozen=True, slots=True)
class _Step:
    kind: BoxKind
    keys: tuple[str, ...]
    reason: Reason | None = None
    upper: int = -1
    under: str = ""
    depth: int = 0


class Walk:
    """A map, and which of its evidence stands in feet; no chain is too long for it."""

    def __init__(self, m: ArgumentMap, evidence: Evidence = "inside", depth: int | None = None) -> None:
        self.m, self.evidence, self.depth = m, evidence, depth
        uses = [e for e in edges(m) if e.upper in m.statements]
        self.uses = Counter(e.lower for e in uses)
        self.may_fold = Counter(e.lower for e in uses if self._alone(e.upper, e.reason))
        self.seen: set[str] = set()
        self.visits: list[Visit] = []

    def whole(self) -> list[Visit]:
        """Theses that stand under no other, then the tops of what hangs on none; in file order."""
        below = {e.lower for e in edges(self.m)}
        hanging = attached(self.m)
        theses = [key for key, s in self.m.statements.items() if s.type == "thesis"]
        rest = [key for key in self.m.statements if key not in hanging]
        for key in [*theses, *rest]:
            if key not in below:
                self._from(_Step(self._top_kind(key), (key,)))
        too_deep = self._too_deep()
        for key in [*theses, *rest]:  # whatever is left lies on a circle, which has no top, or is too deep
            if key not in self.seen and not self._is_left_out(key) and key not in too_deep:
                self._from(_Step(self._top_kind(key), (key,)))
                too_deep = self._too_deep()
        return self.visits

    def branch(self, key: str, first: Visit) -> list[Visit]:
        """What stands below one statement, which `first` comes to: it, and doubts about the step it is part of."""
        self._from(_Step(first.kind, (key,), first.reason))
        return self.visits

    def known(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those that the map has, each once: the checks report the others."""
        return tuple(dict.fromkeys(key for key in keys if key in self.m.statements))

    def hidden(self) -> dict[int, int]:
        """For each visit that is cut, how many statements are below it and nowhere else, not even counted.

        A statement that several cut visits lead to is counted at the first.
        """
        shown = {key for visit in self.visits for key in visit.met()}
        counted: set[str] = set()
        found = {}
        for visit in self.visits:
            if visit.cut:
                new = self._reached(visit.cut, shown | counted)
                counted |= new
                found[visit.index] = sum(not self._is_left_out(key) for key in new)
        return found

    def _too_deep(self) -> set[str]:
        """What is too deep to come to."""
        cut = [key for visit in self.visits for key in visit.cut]
        return self._reached(cut, self.seen) if cut else set()

    def left_out(self) -> frozenset[str]:
        """The evidence that would be told in feet, and is not told at all."""
        if self.evidence != "none":
            return frozenset()
        shown = {key for visit in self.visits for key in visit.met()}
        covered = shown | self._reached([key for visit in self.visits for key in visit.cut], shown)
        feet = (e for key in covered for e in self._lonely_ones(self.m.statements[key]))
        return frozenset(feet) - shown

    def _top_kind(self, key: str) -> BoxKind:
        return "thesis" if self.m.statements[key].type == "thesis" else "loose"

    def _from(self, step: _Step) -> None:
        waiting = [step]
        while waiting:
            step = waiting.pop()
            visit = self._visit(step)
            self.visits.append(visit)
            waiting += reversed(list(self._next(visit)))

    def _visit(self, step: _Step) -> Visit:
        keys = self.known(step.keys)
        second = frozenset(key for key in keys if key in self.seen)
        busy = [key for key in keys if key not in second and any(True for _ in self._below(key))]
        if len(busy) == 1:  # lines then leave from the foot of the box
            keys = (*(key for key in keys if key not in busy), *busy)
        self.seen.update(keys)
        feet, new_feet = {}, {}
        for key in keys:
            if key not in second and self.evidence == "inside":
                feet[key] = tuple(self._lonely_ones(self.m.statements[key]))
                new_feet[key] = tuple(dict.fromkeys(e for e in feet[key] if e not in self.seen))
                self.seen.update(feet[key])
        cut: tuple[str, ...] = ()
        if step.depth == self.depth:
            cut = tuple(self._cut_at(key for key in keys if key not in second))
        return Visit(
            len(self.visits),
            step.kind,
            keys,
            second,
            step.reason,
            step.upper,
            step.under,
            step.depth,
            feet,
            new_feet,
            cut,
        )

    def _cut_at(self, keys: Iterable[str]) -> Iterator[str]:
        """What stands right below statements that are the last to be drawn, doubts about those steps included."""
        for key in keys:
            for _, below, reason in self._below(key):
                yield from below
                yield from self.known(reason.unless if reason else ())

    def _next(self, visit: Visit) -> Iterator[_Step]:
        """What stands under each of its statements, then the doubts about the step from them."""
        for key in visit.keys if visit.depth != self.depth else ():
            if key not in visit.second:
                for kind, keys, reason in self._below(key):
                    yield _Step(kind, keys, reason, visit.index, key, visit.depth + 1)
        for key in self.known(visit.reason.unless if visit.reason else ()):
            yield _Step("undercut", (key,), None, visit.index, "", visit.depth)

    def _below(self, key: str) -> Iterator[tuple[BoxKind, tuple[str, ...], Reason | None]]:
        """What gets a box under a statement: reasons, then objections, then conditions."""
        s = self.m.statements[key]
        for reason in s.because:
            if (premises := self.known(reason.premises)) and not self._is_foot(reason):
                yield "support", premises, reason
        for objection in self.known(s.but):
            yield "attack", (objection,), None
        for condition in self.known(s.if_):
            yield "condition", (condition,), None

    def _alone(self, upper: str, reason: int | None) -> bool:
        return reason is not None and self._lonely(self.m.statements[upper].because[reason])

    def _lonely(self, reason: Reason) -> bool:
        """Whether the reason is one piece of evidence with nothing under it and no doubt about the step."""
        s = self.m.statements.get(reason.premises[0])
        alone = len(reason.premises) == 1 and not reason.unless
        return alone and s is not None and s.type == "evidence" and not (s.because or s.but or s.if_)

    def _is_foot(self, reason: Reason) -> bool:
        """Evidence that something else refers to as well needs a box of its own to point to."""
        key = reason.premises[0]
        return self.evidence != "nodes" and self._lonely(reason) and self.uses[key] == self.may_fold[key]

    def _lonely_ones(self, s: Statement) -> Iterator[str]:
        return (r.premises[0] for r in s.because if r.premises[0] in self.m.statements and self._is_foot(r))

    def _is_left_out(self, key: str) -> bool:
        """Whether a statement is evidence for what only feet would tell, and there are no feet."""
        s = self.m.statements[key]
        bare = s.type == "evidence" and not (s.because or s.but or s.if_)
        return self.evidence == "none" and bare and 0 < self.uses[key] == self.may_fold[key]

    def _reached(self, keys: Iterable[str], but: Iterable[str]) -> set[str]:
        """The statements below some, themselves included, and what stands below those; not through some others."""
        barred, found = set(but), set[str]()
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if key in self.m.statements and key not in barred and key not in found:
                found.add(key)
                waiting += names_under(self.m.statements[key])
        return found
