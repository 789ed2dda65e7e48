"""Where the boxes of one wing stand: columns outward from the middle, tops aligned, lines between the columns.

Distances across are outward from the inner edge of the first column; a wing on the left is the same, mirrored.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

Point = tuple[float, float]

HEAD: Final = -1
"""Stands for the bar of a box where another stands below one of its parts."""

_EDGE: Final = 5.0  # from a corner of a part to the line that ends nearest to it
_APART: Final = 9.0  # between the ends of two lines


@dataclass(frozen=True, slots=True)
class Hung:
    """A box with what it is to the one above, and to which part of it: a number, or `HEAD`."""

    part: int
    kind: str
    box: "Stack"


@dataclass(frozen=True, slots=True)
class Stack:
    """A box: a bar of a height, parts of others below it, each with a foot, and something at the end.

    `parts` holds pairs of heights: of what lines end at, and of its foot.
    """

    name: str
    head: float
    parts: tuple[tuple[float, float], ...]
    tail: float = 0
    hung: tuple[Hung, ...] = ()

    @property
    def height(self) -> float:
        """All of it."""
        return self.head + sum(main + foot for main, foot in self.parts) + self.tail

    def offset(self, part: int) -> float:
        """From its top to that of a part."""
        if part == HEAD:
            return 0
        return self.head + sum(main + foot for main, foot in self.parts[:part])


@dataclass(frozen=True, slots=True)
class Room:
    """Widths and distances: of a column, between columns, between boxes in a column, and between lines side by side."""

    column: float
    channel: float
    row: float
    pitch: float

    def left(self, depth: int) -> float:
        """The inner edge of a column."""
        return depth * (self.column + self.channel)


@dataclass(frozen=True, slots=True)
class Rail:
    """A line from the bar of a box to a part of the one it stands under."""

    kind: str
    lower: str
    upper: str
    part: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """A wing with its places: column and top of each box by name."""

    spots: dict[str, tuple[int, float]]
    rails: tuple[Rail, ...]
    height: float
    columns: int


def spread(boxes: Sequence[Stack], room: Room) -> Spread:
    """The boxes of a wing from the top down.

    The first box below another stands level with the part it belongs to, so that their line is straight; what stands
    below different boxes never mixes. Within a channel the line of a later group keeps nearer to the upper box, so
    that no two cross.
    """
    placing = _Placing(room)
    for box in boxes:
        placing.put(box, 0, 0)
    bottom = max((placing.bottoms[depth] for depth in placing.bottoms), default=0)
    return Spread(placing.spots, tuple(placing.rails), bottom, len(placing.bottoms))


def _groups(box: Stack) -> Iterator[tuple[int, str, list[Hung]]]:
    for (part, kind), some in groupby(box.hung, key=lambda h: (h.part, h.kind)):
        yield part, kind, list(some)


class _Placing:
    def __init__(self, room: Room) -> None:
        self.room = room
        self.spots: dict[str, tuple[int, float]] = {}
        self.rails: list[Rail] = []
        self.bottoms: dict[int, float] = {}

    def put(self, box: Stack, depth: int, least: float) -> None:
        top = self._level(box, depth, least)
        self.spots[box.name] = depth, top
        self.bottoms[depth] = top + box.height
        for h in box.hung:
            self.put(h.box, depth + 1, top + box.offset(h.part))
        self._draw(box, depth, top)

    def _level(self, box: Stack, depth: int, least: float) -> float:
        """The highest top at which the box, and the first below it, and so on, stand level."""
        top = max(least, self._free(depth))
        if box.hung:
            first = box.hung[0]
            offset = box.offset(first.part)
            top = max(top, self._level(first.box, depth + 1, top + offset) - offset)
        return top

    def _free(self, depth: int) -> float:
        return self.bottoms[depth] + self.room.row if depth in self.bottoms else 0

    def _draw(self, box: Stack, depth: int, top: float) -> None:
        groups = list(_groups(box))
        ends = self._ends(box, top, groups)
        edge = self.room.left(depth) + self.room.column
        outer = self.room.left(depth + 1)
        for i, ((part, kind, some), end) in enumerate(zip(groups, ends, strict=True)):
            rail = outer - self.room.pitch * (i + 1)
            for h in some:
                at = self.spots[h.box.name][1] + h.box.head / 2
                way: tuple[Point, ...] = ((outer, at), (rail, at), (rail, end), (edge, end))
                if abs(at - end) < 0.01:
                    way = ((outer, end), (edge, end))
                self.rails.append(Rail(kind, h.box.name, box.name, part, way))

    def _ends(self, box: Stack, top: float, groups: list[tuple[int, str, list[Hung]]]) -> list[float]:
        """Where on its edge the lines of each group end: level with the first of it, as far as there is room."""
        found = []
        for part, several in groupby(groups, key=lambda g: g[0]):
            of_part = list(several)
            start = top + box.offset(part)
            high = box.head if part == HEAD else box.parts[part][0]
            last = 0.0
            for i, (_, _, some) in enumerate(of_part):
                wanted = self.spots[some[0].box.name][1] + some[0].box.head / 2
                low = max(start + _EDGE, last + _APART) if last else start + min(_EDGE, high / 2)
                left = len(of_part) - 1 - i
                most = start + high - _EDGE - _APART * left
                if low > most:
                    found.append(start + (i + 1) * high / (len(of_part) + 1))
                else:
                    found.append(min(max(wanted, low), most))
                last = found[-1]
        return found
