"""A tidy tree of boxes of different size: tops aligned, each statement over its reasons, doubts beside the reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.diagram.boxes import Box
from argmap.layout.groups import (
    ARROW,
    BAR,
    BELOW,
    SIDE,
    Extent,
    Joined,
    doubts_start,
    feet_of,
    foot_span,
    hanging,
    join,
    room_above,
    row,
    side_by_side,
    stems_of,
)
from argmap.layout.rails import Foot, route
from argmap.layout.shape import Arrangement, Line, Placed, Point, Size


def place(root: Box, sizes: Mapping[str, Size], arrangement: Arrangement, *, lines: bool) -> Placed:
    """A tree with its root on top.

    Args:
        root: The box and all below it.
        sizes: Of every box, by name, as it stands in the arrangement.
        arrangement: How each box stands.
        lines: Whether lines are wanted too.
    """
    return _Placing(sizes, arrangement, lines).tree(root)


@dataclass(frozen=True, slots=True)
class _Placing:
    sizes: Mapping[str, Size]
    arrangement: Arrangement
    lines: bool

    def tree(self, box: Box) -> Placed:
        size, stand = self.sizes[box.name], self.arrangement[box.name]
        feet = feet_of(box)
        above = room_above(feet, stand.rails)
        out, groups, stems = Placed(), [], []
        trees = [[self.tree(kid) for kid in kids] for _, kids in feet]
        for (_, kids), below, rails in zip(feet, trees, stand.rails, strict=True):
            extents = [self._extent(kid, tree) for kid, tree in zip(kids, below, strict=True)]
            group = hanging(extents, [kid.kind for kid in kids], rails) if rails else row(extents)
            groups.append(group)
            stems.append(stems_of(kids, extents, group, hangs=bool(rails)))
        joined = join(size, side_by_side([foot for foot, _ in feet], groups, stand.rails), above)
        out.width, out.height = joined.width, joined.height
        out.boxes[box.name] = (joined.left, 0)
        top = size.height + above
        for i, (start, group, below) in enumerate(zip(joined.starts, groups, trees, strict=True)):
            for (x, y), tree in zip(group.places, below, strict=True):
                out.add(tree, start + x, top + y)
            if self.lines:
                low, high = foot_span(box, size, stand.style, feet[i][0])
                middle = joined.left + size.feet[feet[i][0]]
                at = Foot(box.name, feet[i][0], joined.left + low, joined.left + high, middle, size.height)
                band = (above - ARROW) / len(groups)  # each foot has heights of its own for its buses
                lanes = size.height + ARROW + i * band, size.height + ARROW + (i + 1) * band
                moved = [s.moved(start, top) for s in stems[i]]
                out.lines += route(at, moved, lanes, straight=bool(stand.rails[i]))
        return self._doubted(box, out, joined)

    def _extent(self, box: Box, tree: Placed) -> Extent:
        return Extent(tree.width, tree.height, tree.boxes[box.name][0], self.sizes[box.name].width)

    def _doubted(self, box: Box, out: Placed, joined: Joined) -> Placed:
        """Doubts stand to the right of the reason, their line at the height of its bar, above all its children."""
        if not box.doubts:
            return out
        size = self.sizes[box.name]
        trees = [self.tree(doubt) for doubt in box.doubts]
        high = sum(tree.height + BELOW for tree in trees) - BELOW
        start = doubts_start(size, joined, high)
        y = 0.0
        for doubt, tree in zip(box.doubts, trees, strict=True):
            out.add(tree, start, y)
            if self.lines:
                end = (start + tree.boxes[doubt.name][0], y + BAR)
                out.lines.append(_doubt_line(doubt, box, (joined.left + size.width, BAR), end, start - 0.7 * SIDE))
            out.width = max(out.width, start + tree.width)
            y += tree.height + BELOW
        out.height = max(out.height, high)
        return out


def _doubt_line(doubt: Box, box: Box, bar: Point, start: Point, rail: float) -> Line:
    down = ((rail, start[1]), (rail, bar[1])) if start[1] > bar[1] else ()
    return Line(doubt.name, box.name, -1, "undercut", (start, *down, bar))
