"""The shapes a tree can take: few, none of them both wider and higher than another, and how each comes about.

Every box may be set in lines of several lengths, and its children may stand in a row or hang on one or more rails.
From the shapes of the children follow those of the box above them (as in the floor plans of chips: Stockmeyer 1983),
so that a whole tree is arranged in time that grows with the number of its boxes only.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, log2
from operator import attrgetter
from typing import Final, NamedTuple, Protocol, TypeVar

from argmap.diagram.boxes import Box
from argmap.layout.groups import (
    BELOW,
    Foot,
    Group,
    doubts_start,
    feet_of,
    hanging,
    in_columns,
    join,
    room_above,
    row,
    side_by_side,
)
from argmap.layout.shape import Measure, Size, Stand, Style

STYLES: Final = tuple(Style(columns, beside) for columns, beside in product((26, 30, 22, 34, 18), (True, False)))

COARSE: Final = tuple(Style(columns) for columns in (26, 34, 18))
"""Those that are tried for maps of very many boxes."""

_MOST = 40  # shapes of a tree that are kept
_TRIED = 16  # widths or heights that children are brought to
_RAILS = 4
_GRID = 2.0  # sizes count in steps of so many points, lest noise in measuring changes the choice
_STEPS = 6  # shapes kept for each doubling of the ratio of width to height


@dataclass(frozen=True, slots=True)
class Shape:
    """One way a tree can stand.

    Attributes:
        size: Of its own box, in whole steps; the room the tree takes goes by that.
        measured: The same before it was brought to whole steps.
        left: Where in that room its own box begins, and, as `own`, how wide that is.
    """

    box: Box
    stand: Stand
    size: Size
    measured: Size
    width: float
    height: float
    left: float
    own: float
    below: tuple["Shape", ...]

    def walk(self) -> Iterator["Shape"]:
        """The shape of the box and of all below it."""
        waiting = [self]
        while waiting:
            shape = waiting.pop()
            yield shape
            waiting += shape.below


class _Wide(Protocol):
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


S = TypeVar("S", bound=_Wide)


class _Below(NamedTuple):
    """A group below one foot: how many on each rail, with which shapes."""

    group: Group
    rails: tuple[int, ...]
    shapes: tuple[Shape, ...]
    width: float
    height: float


class Curves:
    """The shapes of trees, each tree looked at once."""

    def __init__(self, measure: Measure, styles: Sequence[Style] = STYLES) -> None:
        self.measure, self.styles = measure, styles
        self.known: dict[int, tuple[Box, tuple[Shape, ...]]] = {}  # by identity: the box is held, so that it stays

    def of(self, roots: Sequence[Box]) -> list[tuple[Shape, ...]]:
        """The shapes of each of these trees, the widest first."""
        new = [box for root in roots for box in self._unknown(root)]
        sizes = {style: self.measure(new, style) for style in self.styles} if new else {}
        for box in reversed(new):
            own = _pruned(_own(box, sizes))
            drafts = _pruned(self._drafts(box, own))
            self.known[id(box)] = box, tuple(draft.shape(box) for draft in drafts)
        return [self.known[id(root)][1] for root in roots]

    def forget(self) -> None:
        """Look at every tree again: boxes are measured otherwise now."""
        self.known.clear()

    def _unknown(self, root: Box) -> Iterator[Box]:
        """Boxes above those whose shapes are known; what stands below a box comes after it."""
        waiting = [root]
        while waiting:
            box = waiting.pop()
            if id(box) not in self.known:
                yield box
                waiting += box.children

    def _drafts(self, box: Box, own: Sequence["_Own"]) -> Iterator["_Draft"]:
        feet = feet_of(box)
        groups = [_pruned(self._groups(foot)) for foot in feet]
        doubts = list(self._stacks([self.known[id(doubt)][1] for doubt in box.doubts]))
        indexes = [foot for foot, _ in feet]
        for below in _alike(groups):
            rails = tuple(b.rails for b in below)
            above = room_above(feet, rails)
            shapes = tuple(shape for b in below for shape in b.shapes)
            hung = side_by_side(indexes, [b.group for b in below], rails)
            for one in own:
                joined = join(one.size, hung, above)
                if not doubts:
                    yield _Draft(joined.width, joined.height, joined.left, one, rails, shapes)
                for wide, high, stacked in doubts:
                    width = max(joined.width, doubts_start(one.size, joined, high) + wide)
                    yield _Draft(width, max(joined.height, high), joined.left, one, rails, (*shapes, *stacked))

    def _groups(self, foot: Foot) -> Iterator[_Below]:
        kids = foot[1]
        curves = [self.known[id(kid)][1] for kid in kids]
        kinds = [kid.kind for kid in kids]
        for shapes in _alike(curves):
            group = row(shapes)
            yield _Below(group, (), shapes, group.width, group.height)
        for shapes in _stacked(curves):
            for count in range(1, min(max(len(kids) - 1, 1), _RAILS) + 1):
                rails = in_columns(shapes, count)
                group = hanging(shapes, kinds, rails)
                yield _Below(group, rails, shapes, group.width, group.height)

    def _stacks(self, curves: Sequence[Sequence[Shape]]) -> Iterator[tuple[float, float, tuple[Shape, ...]]]:
        if curves:
            for shapes in _stacked(curves):
                yield max(s.width for s in shapes), sum(s.height + BELOW for s in shapes) - BELOW, shapes


class _Own(NamedTuple):
    style: Style
    size: Size
    measured: Size
    width: float
    height: float


class _Draft(NamedTuple):
    """A shape that may turn out to be no better than others."""

    width: float
    height: float
    left: float
    one: _Own
    rails: tuple[tuple[int, ...], ...]
    below: tuple[Shape, ...]

    def shape(self, box: Box) -> Shape:
        one, stand = self.one, Stand(self.one.style, self.rails)
        own = one.size.width
        return Shape(box, stand, one.size, one.measured, self.width, self.height, self.left, own, self.below)


def _own(box: Box, sizes: Mapping[Style, Mapping[str, Size]]) -> Iterator[_Own]:
    for style, known in sizes.items():
        size = known[box.name]
        wide, high = stepped(size.width), stepped(size.height)
        feet = tuple(round(x * wide / size.width / _GRID) * _GRID for x in size.feet)
        feet = feet if len(feet) > 1 else (wide / 2,)
        yield _Own(style, Size(wide, high, feet), size, wide, high)


def stepped(points: float) -> float:
    """The next whole step; noise of less than half a point around whole points does not change it."""
    return ceil((points + 0.5) / _GRID) * _GRID


def _alike(curves: Sequence[Sequence[S]]) -> Iterator[tuple[S, ...]]:
    """One of each, for several heights: the narrowest that is no higher."""
    heights = [[s.height for s in curve] for curve in curves]
    for which in _brought(heights):
        yield tuple(curve[i] for curve, i in zip(curves, which, strict=True))


def _stacked(curves: Sequence[Sequence[S]]) -> Iterator[tuple[S, ...]]:
    """One of each, for several widths: the lowest that is no wider."""
    widths = [[s.width for s in reversed(curve)] for curve in curves]
    for which in _brought(widths):
        yield tuple(curve[-1 - i] for curve, i in zip(curves, which, strict=True))


def _brought(grown: Sequence[Sequence[float]]) -> Iterator[tuple[int, ...]]:
    """Of lists of growing numbers, for several limits that leave some of each: the last of each within the limit."""
    least = max((numbers[0] for numbers in grown), default=0.0)
    limits = sorted({least, *(x for numbers in grown for x in numbers if x > least)})
    if len(limits) > _TRIED:
        limits = [limits[round(i * (len(limits) - 1) / (_TRIED - 1))] for i in range(_TRIED)]
    last: tuple[int, ...] | None = None
    for most in limits:
        which = tuple([bisect_right(numbers, most) - 1 for numbers in grown])
        if which != last:  # they only ever grow
            yield which
        last = which


def _pruned(shapes: Iterable[S]) -> tuple[S, ...]:
    """Those that are not both wider and higher than another, the widest first; of many, the smallest of each form."""
    best: list[S] = []
    for shape in sorted(shapes, key=attrgetter("width", "height")):
        if not best or shape.height < best[-1].height:
            best.append(shape)
    best.reverse()
    if len(best) <= _MOST:
        return tuple(best)
    forms: dict[int, S] = {}
    for shape in best:
        form = round(_STEPS * log2(shape.width / shape.height))
        if form not in forms or shape.width * shape.height < forms[form].width * forms[form].height:
            forms[form] = shape
    return tuple(forms.values())


def forests(curves: Sequence[Sequence[Shape]]) -> Iterator["Forest"]:
    """Ways for several trees to stand: rows below each other, or columns beside each other."""
    if len(curves) == 1:
        for shape in curves[0]:
            yield Forest(shape.width, shape.height, (((shape,),)), upright=False)
        return
    for runs in _runs(len(curves)):
        for upright in (False, True):
            if upright and len(runs) in (1, len(curves)):
                continue  # the same as rows
            yield from _pruned(_forest([[curves[i] for i in run] for run in runs], upright=upright))


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees in runs: each run a row, or, upright, a column."""

    width: float
    height: float
    runs: tuple[tuple[Shape, ...], ...]
    upright: bool

    def walk(self) -> Iterator[Shape]:
        """The shapes of all boxes."""
        for run in self.runs:
            for shape in run:
                yield from shape.walk()

    def places(self) -> Iterator[tuple[Shape, float, float]]:
        """Each tree with its upper left corner."""
        x = y = 0.0
        for run in self.runs:
            for shape in run:
                yield shape, x, y
                x, y = (x, y + shape.height + BETWEEN) if self.upright else (x + shape.width + BESIDE, y)
            if self.upright:
                x, y = x + max(s.width for s in run) + BESIDE, 0.0
            else:
                x, y = 0.0, y + max(s.height for s in run) + BETWEEN


BETWEEN: Final = 36.0
BESIDE: Final = 36.0


class _Run(NamedTuple):
    shapes: tuple[Shape, ...]
    width: float
    height: float


def _forest(runs: Sequence[Sequence[Sequence[Shape]]], *, upright: bool) -> Iterator[Forest]:
    inner = [_pruned(_run(curves, upright=upright)) for curves in runs]
    for picked in _alike(inner) if upright else _stacked(inner):
        widths, heights = [run.width for run in picked], [run.height for run in picked]
        wide = sum(widths) + BESIDE * (len(picked) - 1) if upright else max(widths)
        high = max(heights) if upright else sum(heights) + BETWEEN * (len(picked) - 1)
        yield Forest(wide, high, tuple(run.shapes for run in picked), upright)


def _run(curves: Sequence[Sequence[Shape]], *, upright: bool) -> Iterator[_Run]:
    for shapes in _stacked(curves) if upright else _alike(curves):
        widths, heights = [s.width for s in shapes], [s.height for s in shapes]
        if upright:
            yield _Run(shapes, max(widths), sum(heights) + BETWEEN * (len(shapes) - 1))
        else:
            yield _Run(shapes, sum(widths) + BESIDE * (len(shapes) - 1), max(heights))


_FEW = 5


def _runs(count: int) -> Iterator[list[list[int]]]:
    """Ways to cut so many in runs: all ways for few, runs of equal length for more."""
    if count <= _FEW:
        for cuts in product((False, True), repeat=count - 1):
            runs = [[0]]
            for i, cut in enumerate(cuts, start=1):
                runs += [[i]] if cut else []
                runs[-1] += [] if cut else [i]
            yield runs
        return
    for length in sorted({1, count, *(ceil(count / n) for n in range(2, 9))}):
        yield [list(range(i, min(i + length, count))) for i in range(0, count, length)]
