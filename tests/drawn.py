"""What Graphviz makes of a drawing: where its boxes are, and its lines. For tests of geometry."""

import json
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from argmap.renderers.graphviz import engine

Point = tuple[float, float]


@dataclass(frozen=True)
class Rect:
    """A box; y runs upwards, as Graphviz has it."""

    left: float
    bottom: float
    right: float
    top: float

    def inside(self, p: Point, by: float = 0.0) -> bool:
        return self.left + by < p[0] < self.right - by and self.bottom + by < p[1] < self.top - by

    def meets(self, other: "Rect", slack: float = 0.6) -> bool:
        """Whether both cover a common spot."""
        across = self.left < other.right - slack and other.left < self.right - slack
        return across and self.bottom < other.top - slack and other.bottom < self.top - slack

    def near(self, p: Point, by: float = 1.0) -> bool:
        """Whether a point lies on the edge of the box."""
        grown = Rect(self.left - by, self.bottom - by, self.right + by, self.top + by)
        return grown.inside(p) and not self.inside(p, by)


@dataclass(frozen=True)
class Drawn:
    """A drawing as Graphviz sees it."""

    boxes: dict[str, Rect]
    lines: list[tuple[str, str, list[Point]]]  # tail, head, corners from the tail to the tip of the arrow

    def overlaps(self) -> list[tuple[str, str]]:
        return [(m, n) for (m, a), (n, b) in combinations(self.boxes.items(), 2) if _overlap(a, b)]

    def crossings(self) -> list[tuple[str, str, str]]:
        """Lines that run through a box, sampled every point."""
        return [
            (tail, head, name)
            for tail, head, points in self.lines
            for name, box in self.boxes.items()
            if any(box.inside(p, 0.6) for a, b in pairwise(points) for p in _along(a, b))
        ]

    def extent(self) -> tuple[float, float]:
        """Width and height of all that is drawn, with the margin Graphviz adds."""
        xs = [x for b in self.boxes.values() for x in (b.left, b.right)] + [
            p[0] for line in self.lines for p in line[2]
        ]
        ys = [y for b in self.boxes.values() for y in (b.bottom, b.top)] + [
            p[1] for line in self.lines for p in line[2]
        ]
        return max(xs) - min(xs) + 14.4, max(ys) - min(ys) + 14.4

    def loose_ends(self) -> list[tuple[str, str]]:
        """Lines that begin or end more than a point away from their boxes."""
        return [
            (tail, head)
            for tail, head, points in self.lines
            if not (self.boxes[tail].near(points[0]) and self.boxes[head].near(points[-1]))
        ]


def drawn(dot: bytes) -> Drawn:
    """Where Graphviz puts everything."""
    graph = _graph(dot)
    names = {o["_gvid"]: o["name"] for o in graph["objects"]}
    lines = [(names[e["tail"]], names[e["head"]], _points(e["pos"])) for e in graph.get("edges", ())]
    return Drawn({o["name"]: _rect(o) for o in graph["objects"]}, lines)


def text_boxes(dot: bytes) -> dict[str, Rect]:
    """The boxes of a drawing that hold text: all but bare frames, which others stand in."""
    return {o["name"]: _rect(o) for o in _graph(dot)["objects"] if "<TR><TD></TD></TR>" not in o["label"]}


def _graph(dot: bytes) -> Any:
    return json.loads(engine._run(dot.decode(), "json0", 0, boxes=0))  # by the engine that measured


def _rect(o: Any) -> Rect:
    x, y = _point(o["pos"])
    w, h = float(o["width"]) * 36, float(o["height"]) * 36
    return Rect(x - w, y - h, x + w, y + h)


def _points(pos: str) -> list[Point]:
    """Corners of straight pieces, points every few on curves, and the tip."""
    curve = [_point(p) for p in pos.split() if not p.startswith("e,")]
    tips = [_point(p[2:]) for p in pos.split() if p.startswith("e,")]
    found = [curve[0]]
    for i in range(0, len(curve) - 1, 3):
        found += _piece(*curve[i : i + 4])
    return found + tips


def _piece(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    if _straight(a, b, c, d):
        return [d]
    weights = [((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3) for t in (k / 16 for k in range(1, 17))]
    return [
        (
            sum(w * p[0] for w, p in zip(four, (a, b, c, d), strict=True)),
            sum(w * p[1] for w, p in zip(four, (a, b, c, d), strict=True)),
        )
        for four in weights
    ]


def _straight(a: Point, b: Point, c: Point, d: Point) -> bool:
    length = max(abs(d[0] - a[0]) + abs(d[1] - a[1]), 1e-6)
    return all(abs((d[0] - a[0]) * (p[1] - a[1]) - (d[1] - a[1]) * (p[0] - a[0])) / length < 0.05 for p in (b, c))


def _point(text: str) -> Point:
    x, y = text.split(",")
    return float(x), float(y)


def _overlap(a: Rect, b: Rect) -> bool:
    return a.left < b.right - 0.1 and b.left < a.right - 0.1 and a.bottom < b.top - 0.1 and b.bottom < a.top - 0.1


def _along(a: Point, b: Point) -> list[Point]:
    steps = max(int(abs(a[0] - b[0]) + abs(a[1] - b[1])), 1)
    return [(a[0] + (b[0] - a[0]) * i / steps, a[1] + (b[1] - a[1]) * i / steps) for i in range(steps + 1)]
