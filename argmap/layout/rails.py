"""The lines between a box and what stands below it: a bus and rails of its own for each kind, with few crossings."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, permutations
from typing import Final

from argmap.diagram.boxes import BoxKind
from argmap.layout.shape import Line, Point

ORDER: Final[tuple[BoxKind, ...]] = ("support", "attack", "condition", "undercut", "thesis", "loose", "context")
"""Children from left to right: reasons, objections, conditions."""

_APART = 16.0  # between the points at one foot where kinds arrive
_SHIFTS: Final = (0.0, 0.5, -0.5, 1.0, -1.0)  # of that, how far beside the middle they may arrive
_NEAR: Final = 2.0  # lines so near look like one
_KINK: Final = 6.0  # a bend so small looks like a mistake; the line leaves beside the middle instead
_ON_TOP: Final = 100


@dataclass(frozen=True, slots=True)
class Stem:
    """Where a child's line leaves: from its top at `x`, or, with `edge`, from its left edge by a rail at `x`."""

    name: str
    kind: BoxKind
    x: float
    y: float
    edge: float | None

    def moved(self, dx: float, dy: float) -> "Stem":
        """The stem at another place."""
        return replace(self, x=self.x + dx, y=self.y + dy, edge=None if self.edge is None else self.edge + dx)


@dataclass(frozen=True, slots=True)
class Foot:
    """Where lines arrive: a stretch of the lower edge of a box, and its middle."""

    box: str
    index: int
    low: float
    high: float
    middle: float
    y: float


def route(foot: Foot, stems: Sequence[Stem], lanes: tuple[float, float], *, straight: bool) -> list[Line]:
    """Lines from all stems to the foot, from the way of drawing them that crosses least.

    Args:
        foot: Where they arrive.
        stems: Where they leave.
        lanes: The heights between which buses run: below the arrows, above the next boxes.
        straight: Whether rails may run right up to the foot, without a bus.
    """
    kinds = [kind for kind in ORDER if any(s.kind == kind for s in stems)]
    if len(kinds) == 1:
        return _drawn(foot, stems, _arrivals(foot, kinds, stems, straight=straight), _buses(kinds, lanes))
    best: list[Line] = []
    least = math.inf
    for shift in _SHIFTS:
        for order in permutations(kinds):
            arrive = _arrivals(foot, order, stems, straight=straight and not shift, shift=shift)
            for buses in permutations(kinds):
                lines = _drawn(foot, stems, arrive, _buses(buses, lanes))
                if (found := _crossings(lines)) < least:
                    best, least = lines, found
                if not least:
                    return best
    return best


def _arrivals(
    foot: Foot, order: Sequence[BoxKind], stems: Sequence[Stem], *, straight: bool, shift: float = 0
) -> dict[BoxKind, float]:
    """Where each kind arrives on the lower edge, from left to right in that order; beside the middle by a `shift`."""
    room = foot.high - foot.low
    apart = min(_APART, room / (len(order) + 1))
    if straight:
        rails = {kind: next(s.x for s in stems if s.kind == kind) for kind in order}
        if all(foot.low + 4 <= x <= foot.high - 4 for x in rails.values()):
            return rails
    first = foot.middle + shift * apart - apart * (len(order) - 1) / 2
    return {kind: first + apart * i for i, kind in enumerate(order)}


def _buses(order: Sequence[BoxKind], lanes: tuple[float, float]) -> dict[BoxKind, float]:
    """The height of each kind's bus; the first is the highest."""
    top, low = lanes
    return {kind: top + (low - top) * (i + 0.5) / (len(order) + 0.5) for i, kind in enumerate(order)}


def _drawn(foot: Foot, stems: Sequence[Stem], arrive: dict[BoxKind, float], bus: dict[BoxKind, float]) -> list[Line]:
    lines = []
    for s in stems:
        x, y = arrive[s.kind], bus[s.kind]
        if s.edge is not None:
            points = [(s.edge, s.y), (s.x, s.y), (s.x, y), (x, y), (x, foot.y)]
            if abs(s.x - x) < 1:
                points = [(s.edge, s.y), (x, s.y), (x, foot.y)]
        elif abs(s.x - x) < _KINK:
            points = [(x, s.y), (x, foot.y)]
        else:
            points = [(s.x, s.y), (s.x, y), (x, y), (x, foot.y)]
        lines.append(Line(s.name, foot.box, foot.index, s.kind, tuple(points)))
    return lines


def _crossings(lines: Sequence[Line]) -> int:
    """How often lines of different kinds meet; running on top of each other is worse than any crossing."""
    return sum(
        _meet(a, b)
        for one, other in combinations(lines, 2)
        if one.kind != other.kind
        for a in pairwise(one.points)
        for b in pairwise(other.points)
    )


def _meet(a: tuple[Point, Point], b: tuple[Point, Point]) -> int:
    """0 for two pieces apart, 1 where they cross, many where they share a stretch."""
    (left, right), (top, low) = _overlaps(a, b)
    if right < left - _NEAR or low < top - _NEAR:
        return 0
    return _ON_TOP if max(right - left, low - top) > _NEAR else 1


def _overlaps(a: tuple[Point, Point], b: tuple[Point, Point]) -> Iterator[tuple[float, float]]:
    for i in (0, 1):
        yield max(min(p[i] for p in a), min(p[i] for p in b)), min(max(p[i] for p in a), max(p[i] for p in b))
