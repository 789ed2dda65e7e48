"""From the boxes of a map to its graph: every statement once, with a line for each of its uses, and no pointers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from argmap.diagram.boxes import Box, BoxKind, Seen

WHOLE: Final = -1
"""The foot of a line that ends at a box and not at one of its statements."""


@dataclass(frozen=True, slots=True)
class GraphBox:
    """A box of the graph; one that is `bare` has no bar, as what it is to others stands in junctions."""

    name: str
    box: Box
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Junction:
    """The bar of a reason as a point of its own: where a statement has several uses, or the step is in doubt.

    `box` is that reason as the tree has it; its statements stand elsewhere.
    """

    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class GraphLine:
    """A line from what bears on something to that; `foot` is the statement of the head's box that it bears on.

    `into_junction` is the part of a reason's line below its bar: it has no head of its own.
    """

    tail: str
    head: str
    kind: BoxKind
    foot: int = WHOLE
    into_junction: bool = False


@dataclass(frozen=True, slots=True)
class MapGraph:
    """A map as a graph, in reading order."""

    boxes: tuple[GraphBox, ...]
    junctions: tuple[Junction, ...]
    lines: tuple[GraphLine, ...]

    def marks(self) -> tuple[Box, ...]:
        """Boxes, none below another, whose marks are those of the graph: no junction points elsewhere."""
        return (*(_alone(b.box) for b in self.boxes), *(_alone(j.box, see=False) for j in self.junctions))


def _alone(box: Box, *, see: bool = True) -> Box:
    statements = tuple(replace(s, see=s.see and see, below=()) for s in box.statements)
    return replace(box, statements=statements, doubts=())


def graph_of(roots: Sequence[Box], *, together: bool = True) -> MapGraph:
    """The same map as these trees, without pointers.

    Statements that work together stay in one box where they do so only once; otherwise each has a box, and lines meet
    in a junction. A pointer whose statement is not among these trees stays a box.

    Args:
        roots: The trees.
        together: Whether a box may hold several statements at all.
    """
    return _Grapher(roots, together=together).graph()


class _Grapher:
    def __init__(self, roots: Sequence[Box], *, together: bool) -> None:
        self.roots, self.together = roots, together
        seen = [s for root in roots for box in root.walk() for s in box.statements]
        self.full = {s.key: s for s in seen if not s.see}
        self.owner = {s.key: box for root in roots for box in root.walk() for s in box.statements if not s.see}
        self.shared = {s.key for s in seen if s.see and s.key in self.full}
        self.boxes: dict[str, GraphBox] = {}
        self.junctions: list[Junction] = []
        self.lines: list[GraphLine] = []
        self.place: dict[str, tuple[str, int]] = {}  # of each statement: its box, and which of its statements it is

    def graph(self) -> MapGraph:
        tops = [(root, self._boxed(root)) for root in self.roots]
        waiting: list[tuple[Box, str]] = list(reversed(tops))
        while waiting:
            upper, end = waiting.pop()
            below = [(child, self._below(child, s)) for s in upper.statements for child in s.below]
            doubts = [(doubt, self._under(doubt, end, WHOLE)) for doubt in upper.doubts]
            waiting += reversed([*below, *doubts])
        return MapGraph(tuple(self.boxes.values()), tuple(self.junctions), tuple(self.lines))

    def _below(self, child: Box, s: Seen) -> str:
        head, foot = self.place[s.key]
        return self._under(child, head, foot)

    def _under(self, box: Box, head: str, foot: int) -> str:
        """Draw a box and its line to what it bears on; where doubts about the step end."""
        if foot == WHOLE and box.bears_on:
            box = replace(box, bears_on="")  # what it bears on has come to stand alone
        if not (box.doubts or self._torn(box)):
            name = self._boxed(box)
            self.lines.append(GraphLine(name, head, box.kind, foot))
            return name
        name = f"j{len(self.junctions)}"
        self.junctions.append(Junction(name, box))
        self.lines.append(GraphLine(name, head, box.kind, foot))
        for tail in self._tails(box):
            self.lines.append(GraphLine(tail, name, box.kind, into_junction=True))
        return name

    def _tails(self, box: Box) -> Iterator[str]:
        """The boxes of the statements that meet in a junction."""
        if not self._torn(box):
            yield self._boxed(box, bare=True)
            return
        for s in box.statements:
            if s.key not in self.place:
                full, owner = self.full.get(s.key, s), self.owner.get(s.key, box)
                counts = full is owner.statements[0]  # what is folded below several is counted once
                hidden, sheet = (owner.hidden, owner.sheet) if counts else (0, 0)
                beyond = owner.beyond if counts else None
                alone = replace(owner, statements=(full,), doubts=(), hidden=hidden, sheet=sheet, beyond=beyond)
                self._boxed(alone, bare=True)
            yield self.place[s.key][0]

    def _torn(self, box: Box) -> bool:
        """Whether the statements of a box stand apart."""
        return any(s.key in self.shared for s in box.statements) or (not self.together and len(box.statements) > 1)

    def _boxed(self, box: Box, *, bare: bool = False) -> str:
        name = f"n{len(self.boxes)}"
        self.boxes[name] = GraphBox(name, box, bare and box.kind != "thesis")
        several = len(box.statements) > 1
        for i, s in enumerate(box.statements):
            self.place[s.key] = name, i if several else WHOLE
        return name
