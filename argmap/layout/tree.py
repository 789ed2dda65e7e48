"""A tidy tree of boxes of different size: tops aligned, each statement over its reasons, doubts beside the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.diagram.boxes import Box
from argmap.layout.rails import ORDER, Foot, Stem, route
from argmap.layout.shape import Arrangement, Line, Placed, Point, Size, Style

GAP: Final = 28.0  # between a box and the row below it: room for two buses and an arrow
ARROW: Final = 10.0  # of that, what the arrow takes
LANE: Final = 7.0  # more room for each further bus
SIDE: Final = 18.0  # between neighbours
BELOW: Final = 13.0  # between boxes on a rail
RAIL: Final = 13.0  # between two rails, and a rail and its boxes
BAR: Final = 10.0  # from the top of a box to the middle of its bar


def place(root: Box, sizes: Mapping[str, Size], style: Style, arrangement: Arrangement, *, lines: bool) -> Placed:
    """A tree with its root on top.

    Args:
        root: The box and all below it.
        sizes: Of every box, by name.
        style: What the sizes were measured with.
        arrangement: Where children stand in rows, and where they hang.
        lines: Whether lines are wanted too; a search for the best fit needs none.
    """
    return _Placing(sizes, style, arrangement, lines).tree(root, 0)


def place_all(
    roots: Sequence[Box],
    sizes: Mapping[str, Size],
    style: Style,
    arrangement: Arrangement,
    *,
    within: float,
    lines: bool,
) -> Placed:
    """Trees beside each other as far as `within` points allow, the others in further rows."""
    out = Placed()
    x = y = row = 0.0
    for root in roots:
        tree = place(root, sizes, style, arrangement, lines=lines)
        if x and x + tree.width > within:
            x, y, row = 0.0, y + row + GAP, 0.0
        out.add(tree, x, y)
        row = max(row, tree.height)
        out.width, out.height = max(out.width, x + tree.width), max(out.height, y + row)
        x += tree.width + 2 * SIDE
    return out


@dataclass(slots=True)
class _Group:
    """What stands below one foot: children with their trees, relative to the lower edge of the box they belong to."""

    placed: Placed
    stems: list[Stem]
    middle: float  # where a foot would best be
    top: float  # where the first child begins: buses run above it


@dataclass(frozen=True, slots=True)
class _Placing:
    sizes: Mapping[str, Size]
    style: Style
    arrangement: Arrangement
    lines: bool

    def tree(self, box: Box, depth: int) -> Placed:
        size = self.sizes[box.name]
        feet = self._feet(box)
        row = self._row_gap(feet, depth)
        groups = [(foot, self._group(kids, depth, row)) for foot, kids in feet]
        hangs = len(groups) == 1 and depth >= self.arrangement.hang and self._rails(depth, len(feet[0][1])) == 1
        out, left, starts = self._join(size, groups, hangs=hangs)
        out.boxes[box.name] = (left, 0)
        if self.lines:
            for i, ((foot, group), start) in enumerate(zip(groups, starts, strict=True)):
                low, high = self._foot_span(box, size, foot)
                stems = [s.moved(start, size.height) for s in group.stems]
                at = Foot(box.name, foot, left + low, left + high, left + size.feet[foot], size.height)
                band = (group.top - ARROW) / len(groups)  # each foot has heights of its own for its buses
                lanes = size.height + ARROW + i * band, size.height + ARROW + (i + 1) * band
                out.lines += route(at, stems, lanes, straight=all(s.edge is not None for s in stems))
        return self._doubted(box, out, left, depth)

    def _feet(self, box: Box) -> list[tuple[int, list[Box]]]:
        """Children by the foot they hang from: the statement's own where statements stand side by side."""
        if self.style.is_beside(box):
            feet = [(i, list(s.below)) for i, s in enumerate(box.statements) if s.below]
        else:
            feet = [(len(self.sizes[box.name].feet) - 1, [child for s in box.statements for child in s.below])]
        return [(foot, sorted(kids, key=lambda k: ORDER.index(k.kind))) for foot, kids in feet if kids]

    def _row_gap(self, feet: Sequence[tuple[int, list[Box]]], depth: int) -> float:
        """How far below a box its children begin, the same under all its feet: buses run in between."""
        buses = sum(len({kid.kind for kid in kids}) for _, kids in feet)
        if buses == 1 and depth >= self.arrangement.hang and self._rails(depth, len(feet[0][1])) == 1:
            return 0.65 * GAP
        return GAP + LANE * (max(buses, 2) - 2)

    def _rails(self, depth: int, children: int) -> int:
        return min(self.arrangement.rails if depth == self.arrangement.hang else 1, children)

    def _group(self, kids: list[Box], depth: int, row: float) -> _Group:
        trees = [self.tree(kid, depth + 1) for kid in kids]
        if depth < self.arrangement.hang:
            return self._row(kids, trees, row)
        return self._hanging(kids, trees, self._rails(depth, len(kids)), row)

    def _row(self, kids: list[Box], trees: list[Placed], row: float) -> _Group:
        out = Placed()
        stems: list[Stem] = []
        for kid, tree in zip(kids, trees, strict=True):
            x = out.width + SIDE if stems else 0
            out.add(tree, x, row)
            out.width, out.height = x + tree.width, max(out.height, row + tree.height)
            middle = x + tree.boxes[kid.name][0] + self.sizes[kid.name].width / 2
            stems.append(Stem(kid.name, kid.kind, middle, row, None))
        return _Group(out, stems, (stems[0].x + stems[-1].x) / 2, row)

    def _hanging(self, kids: list[Box], trees: list[Placed], rails: int, row: float) -> _Group:
        out = Placed()
        stems: list[Stem] = []
        for column in _columns([tree.height + BELOW for tree in trees], rails):
            kinds = [kind for kind in reversed(ORDER) if any(kids[i].kind == kind for i in column)]
            left = out.width + SIDE if stems else 0
            inner, y = left + RAIL * len(kinds) + 6, row
            for i in column:
                out.add(trees[i], inner, y)
                edge = inner + trees[i].boxes[kids[i].name][0]
                rail = left + 6 + RAIL * kinds.index(kids[i].kind)
                stems.append(Stem(kids[i].name, kids[i].kind, rail, y + BAR, edge))
                y += trees[i].height + BELOW
                out.width = max(out.width, inner + trees[i].width)
            out.height = max(out.height, y - BELOW)
        return _Group(out, stems, (stems[0].x + stems[-1].x) / 2, row)

    def _join(self, size: Size, groups: list[tuple[int, _Group]], *, hangs: bool) -> tuple[Placed, float, list[float]]:
        """The groups side by side, and where the box above them and they begin."""
        out, starts, x = Placed(), [], 0.0
        for _, group in groups:
            starts.append(x)
            x += group.placed.width + 1.4 * SIDE
        total = max(0.0, x - 1.4 * SIDE)
        wanted = [x + group.middle - size.feet[foot] for x, (foot, group) in zip(starts, groups, strict=True)]
        left = sum(wanted) / len(wanted) if wanted and not hangs else 0.0
        shift = max(0.0, -left)
        left += shift
        starts = [x + shift for x in starts]
        for start, (_, group) in zip(starts, groups, strict=True):
            out.add(group.placed, start, size.height)
        out.width = max(left + size.width, shift + total)
        out.height = size.height + max((group.placed.height for _, group in groups), default=0)
        return out, left, starts

    def _foot_span(self, box: Box, size: Size, foot: int) -> tuple[float, float]:
        """The stretch of the lower edge that belongs to a foot."""
        if not self.style.is_beside(box):
            return 0, size.width
        low, high = 0.0, 0.0
        for middle in size.feet[: foot + 1]:
            low, high = high, 2 * middle - high
        return low, high

    def _doubted(self, box: Box, out: Placed, left: float, depth: int) -> Placed:
        """Doubts stand to the right of the reason, their line at the height of its bar, above all its children."""
        if not box.doubts:
            return out
        size = self.sizes[box.name]
        trees = [self.tree(doubt, max(depth + 1, self.arrangement.hang)) for doubt in box.doubts]
        high = sum(tree.height + BELOW for tree in trees) - BELOW
        edge = left + size.width
        start = (edge if high <= size.height + GAP / 3 else max(out.width, edge)) + 2.2 * SIDE
        y = 0.0
        for doubt, tree in zip(box.doubts, trees, strict=True):
            out.add(tree, start, y)
            if self.lines:
                end = (start + tree.boxes[doubt.name][0], y + BAR)
                out.lines.append(_doubt_line(doubt, box, (edge, BAR), end, start - 0.7 * SIDE))
            out.width = max(out.width, start + tree.width)
            y += tree.height + BELOW
        out.height = max(out.height, high)
        return out


def _doubt_line(doubt: Box, box: Box, bar: Point, start: Point, rail: float) -> Line:
    down = ((rail, start[1]), (rail, bar[1])) if start[1] > bar[1] else ()
    return Line(doubt.name, box.name, -1, "undercut", (start, *down, bar))


def _columns(heights: Sequence[float], count: int) -> list[list[int]]:
    """Indices in `count` runs of about equal height, in order."""
    total, columns, done = sum(heights), [[0]], heights[0]
    for i, height in enumerate(heights[1:], start=1):
        left = len(heights) - i
        if len(columns) < count and (done + height / 2 > total * len(columns) / count or left == count - len(columns)):
            columns.append([])
        columns[-1].append(i)
        done += height
    return columns
