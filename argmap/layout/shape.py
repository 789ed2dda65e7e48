"""What placing needs to know of boxes, and what it gives back. Points; the origin is at the upper left."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.diagram.boxes import Box, BoxKind

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Size:
    """A measured box. `feet` are the middles of the cells that lines may end at, from the left edge of the box."""

    width: float
    height: float
    feet: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set in boxes: columns of a line, and whether two short statements stand beside each other."""

    columns: int
    beside: bool = True

    def is_beside(self, box: Box) -> bool:
        """Whether the statements of a box stand side by side: always when two or more carry trees of their own."""
        busy = sum(bool(s.below) for s in box.statements)
        return box.facing or busy > 1 or (self.beside and busy == 0 and len(box.statements) == 2)


Measure = Callable[[Sequence[Box], Style], Mapping[str, Size]]
"""Sizes of boxes by name: the engine that will draw them says."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How one box is set, and how what is below it stands.

    Attributes:
        style: How its text is set.
        rails: For each of its feet that carry something: how many trees hang on each rail; none for a row.
    """

    style: Style
    rails: tuple[tuple[int, ...], ...] = ()


Arrangement = Mapping[str, Stand]
"""How every box stands, by name."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line from a box to what it bears on; its last point is where the arrow is. `foot` -1 is the bar of `head`."""

    tail: str
    head: str
    foot: int
    kind: BoxKind
    points: tuple[Point, ...]


@dataclass(slots=True)
class Placed:
    """Boxes at their places (upper left corners), while they are put together."""

    width: float = 0
    height: float = 0
    boxes: dict[str, Point] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def add(self, other: "Placed", dx: float, dy: float) -> None:
        """Put another arrangement into this one; the size of this one stays."""
        self.boxes.update({name: (x + dx, y + dy) for name, (x, y) in other.boxes.items()})
        for line in other.lines:
            points = tuple((x + dx, y + dy) for x, y in line.points)
            self.lines.append(Line(line.tail, line.head, line.foot, line.kind, points))
