"""Where the trees below one foot stand to each other: in a row, or hanging on rails. Tops are aligned."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple, Protocol

from argmap.diagram.boxes import Box, BoxKind
from argmap.layout.rails import ORDER, Stem
from argmap.layout.shape import Point, Size, Style

GAP: Final = 28.0  # between a box and the row below it: room for two buses and an arrow
ARROW: Final = 10.0  # of that, what the arrow takes
LANE: Final = 7.0  # more room for each further bus
SIDE: Final = 18.0  # between neighbours
BELOW: Final = 13.0  # between boxes on a rail
RAIL: Final = 13.0  # between two rails, and a rail and its boxes
BAR: Final = 10.0  # from the top of a box to the middle of its bar

_EDGE = 6.0  # left of the first rail

Foot = tuple[int, tuple[Box, ...]]


class _Tree(Protocol):
    """How much room a tree takes, and where its own box stands in it: its left edge and its width."""

    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def left(self) -> float: ...
    @property
    def own(self) -> float: ...


class Extent(NamedTuple):
    """The room of a tree alone."""

    width: float
    height: float
    left: float
    own: float


class Group(NamedTuple):
    """What stands below one foot, relative to its own upper left corner.

    Attributes:
        places: The upper left corners of the trees.
        rails: Where the line of each leaves: the middle of its top, or its rail.
        middle: Where a foot would best be.
    """

    width: float
    height: float
    places: tuple[Point, ...]
    rails: tuple[float, ...]
    middle: float


def feet_of(box: Box) -> list[Foot]:
    """Children by the foot they hang from: the statement's own where several statements carry trees."""
    busy = [(i, s.below) for i, s in enumerate(box.statements) if s.below]
    feet = busy if len(busy) > 1 or box.facing else [(0, below) for _, below in busy]
    return [(i, tuple(sorted(below, key=lambda k: ORDER.index(k.kind)))) for i, below in feet]


def room_above(feet: Sequence[Foot], rails: Sequence[Sequence[int]]) -> float:
    """How far below a box its children begin, the same under all its feet: buses run in between."""
    buses = sum(len({kid.kind for kid in kids}) for _, kids in feet)
    if buses == 1 and len(rails[0]) == 1:
        return 0.65 * GAP
    return GAP + LANE * (max(buses, 2) - 2)


def row(trees: Sequence[_Tree]) -> Group:
    """Trees beside each other."""
    places, middles, x = [], [], 0.0
    for tree in trees:
        places.append((x, 0.0))
        middles.append(x + tree.left + tree.own / 2)
        x += tree.width + SIDE
    high = max(tree.height for tree in trees)
    return Group(x - SIDE, high, tuple(places), tuple(middles), (middles[0] + middles[-1]) / 2)


def hanging(trees: Sequence[_Tree], kinds: Sequence[BoxKind], rails: Sequence[int]) -> Group:
    """Trees below each other, so many in each column; there each kind hangs on a rail of its own."""
    places: list[Point] = []
    lines: list[float] = []
    right = high = 0.0
    for i, (start, count) in enumerate(zip(accumulate(rails, initial=0), rails, strict=False)):
        column = range(start, start + count)
        here = {kinds[j] for j in column}
        order = [kind for kind in reversed(ORDER) if kind in here]
        left = right + SIDE if i else 0.0
        inner, y = left + RAIL * len(order) + _EDGE, 0.0
        for j in column:
            places.append((inner, y))
            lines.append(left + _EDGE + RAIL * order.index(kinds[j]))
            y += trees[j].height + BELOW
            right = max(right, inner + trees[j].width)
        high = max(high, y - BELOW)
    return Group(right, high, tuple(places), tuple(lines), (lines[0] + lines[-1]) / 2)


def stems_of(kids: Sequence[Box], trees: Sequence[_Tree], group: Group, *, hangs: bool) -> list[Stem]:
    """Where the lines of the trees of a group leave."""
    stems = []
    columns = Counter(x for x, _ in group.places)
    for kid, tree, (x, y), rail in zip(kids, trees, group.places, group.rails, strict=True):
        if hangs and not (columns[x] == 1 < len(columns) and tree.left > RAIL):
            stems.append(Stem(kid.name, kid.kind, rail, y + BAR, x + tree.left))
        else:  # alone in its column, over the middle of a wide tree: a rail would lead far around to its left
            stems.append(Stem(kid.name, kid.kind, x + tree.left + tree.own / 2 if hangs else rail, y, None))
    return stems


class Joined(NamedTuple):
    """A box and the groups below it: the room they take, and from the left where the box and each group begin."""

    width: float
    height: float
    left: float
    starts: tuple[float, ...]


class Hung(NamedTuple):
    """Groups side by side, whatever stands above them.

    Attributes:
        starts: Where each begins.
        middles: For each the foot it hangs from, and where that would best be; none where all hangs on one rail.
    """

    width: float
    height: float
    starts: tuple[float, ...]
    middles: tuple[tuple[int, float], ...]


def side_by_side(feet: Sequence[int], groups: Sequence[Group], rails: Sequence[Sequence[int]]) -> Hung:
    """The groups below the feet of one box."""
    starts, x = [], 0.0
    for group in groups:
        starts.append(x)
        x += group.width + 1.4 * SIDE
    middles: tuple[tuple[int, float], ...] = ()
    if len(rails) > 1 or (rails and len(rails[0]) != 1):
        middles = tuple([(foot, x + group.middle) for x, foot, group in zip(starts, feet, groups, strict=True)])
    return Hung(x - 1.4 * SIDE, max([group.height for group in groups], default=0.0), tuple(starts), middles)


def join(size: Size, hung: Hung, above: float) -> Joined:
    """The groups below a box that stands over the middle of its feet, or at the left of its one rail."""
    if not hung.starts:
        return Joined(size.width, size.height, 0.0, ())
    left = 0.0
    if hung.middles:
        left = sum([middle - size.feet[foot] for foot, middle in hung.middles]) / len(hung.middles)
    height = size.height + above + hung.height
    if left >= 0:
        return Joined(max(left + size.width, hung.width), height, left, hung.starts)
    starts = tuple([x - left for x in hung.starts])
    return Joined(max(size.width, hung.width - left), height, 0.0, starts)


def doubts_start(size: Size, joined: Joined, high: float) -> float:
    """Where doubts begin that stand so high beside a box: next to it, or right of all its children."""
    edge = joined.left + size.width
    return (edge if high <= size.height + GAP / 3 else max(joined.width, edge)) + 2.2 * SIDE


def foot_span(box: Box, size: Size, style: Style, foot: int) -> tuple[float, float]:
    """The stretch of the lower edge that belongs to a foot."""
    if not style.is_beside(box):
        return 0, size.width
    low, high = 0.0, 0.0
    for middle in size.feet[: foot + 1]:
        low, high = high, 2 * middle - high
    return low, high


def in_columns(trees: Sequence[_Tree], count: int) -> tuple[int, ...]:
    """How many trees, in order, stand in each of so many columns of about equal height."""
    heights = [tree.height + BELOW for tree in trees]
    total, columns, done = sum(heights), [1], heights[0]
    for i, height in enumerate(heights[1:], start=1):
        left = len(heights) - i
        if len(columns) < count and (done + height / 2 > total * len(columns) / count or left == count - len(columns)):
            columns.append(0)
        columns[-1] += 1
        done += height
    return tuple(columns)
