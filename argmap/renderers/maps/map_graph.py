"""A map as the graph it is, laid out by Graphviz' `dot`: shared premises stand once, with a line for each use."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.diagram.boxes import Box
from argmap.diagram.graph_of_map import WHOLE, GraphLine, MapGraph
from argmap.layout.around import Extent, Rectangle, scale_of, surround
from argmap.layout.paper import Paper
from argmap.layout.shape import Point, Style
from argmap.renderers.graphviz import dot, engine
from argmap.theme import Theme

COLUMNS: Final = (26, 34, 20)
"""Widths of text that are tried; only the first where there are many boxes."""

STEPPED: Final = (1, 2, 3, 4)
"""In how many rows what bears on one claim may stand; only the first where there are many boxes."""

_ROWS_COST: Final = 0.95
"""Type that is larger by less than this is not worth a further row: what stands level is seen to be alike."""

MANY: Final = 120

_SPACES: Final = {"splines": "spline", "nodesep": "0.2", "ranksep": "0.4"}

_UPWARDS: Final = {"tailport": "n"}  # a line leaves its bar in the middle, where one looks for it

_SHORT: Final = 4.0
"""Points between a line and its box that nobody meant to be there."""

_APART: Final = 16.0

_STEPS: Final = 12  # points of a curve that title and legend have to keep away from, for each of its pieces

Steps = tuple[int, bool]
"""In how many rows what bears on one claim stands, and whether that goes for all of it, or only where nothing follows
below."""

_HOPELESS: Final = 0.5
"""Type that is smaller by so much than what can be read is not made readable by rows."""

Place = tuple[float, float, float, float]
"""Left, top, width, height of a box."""

Boxed = Callable[[Box, Style, bool], str]
"""The label of a box; the last argument says whether it is without its bar."""

Barred = Callable[[Box, Style], str]
"""The label of a bar that stands alone."""

Lined = Callable[[GraphLine], Mapping[str, str]]
"""The attributes of a line, its head included."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """A graph with everything in its place; points, the origin is at the upper left.

    Attributes:
        title: Which of the ways to set the title was chosen; it stands at the upper left.
        legend: Which of the legends was chosen, and its upper left corner; None without any.
        scale: How much larger it is on its paper than drawn; 1 where the paper is endless.
    """

    nodes: tuple[dot.Node, ...]
    edges: tuple[dot.Edge, ...]
    title: int
    legend: tuple[int, Point] | None
    width: float
    height: float
    scale: float


@dataclass(frozen=True, slots=True)
class GraphLabels:
    """How a graph is written down: its boxes, its bars, its lines."""

    boxed: Boxed
    barred: Barred
    lined: Lined
    theme: Theme
    font_size: float

    def labels(self, graph: MapGraph, style: Style) -> dict[str, str]:
        """The labels of all boxes and junctions, by name."""
        boxes = {b.name: self.boxed(b.box, style, b.bare) for b in graph.boxes}
        return boxes | {j.name: self.barred(j.box, style) for j in graph.junctions}

    def unplaced(self, graph: MapGraph, style: Style, steps: Steps = (1, False)) -> str:
        """The graph as DOT, with no places; what bears on one claim in so many rows."""
        down = _down(graph, steps)
        return dot.unplaced(
            self.labels(graph, style),
            [
                (n.tail, _head(graph, n, style), {**self._line(n), **_UPWARDS, "id": str(i), **down.get(i, {})})
                for i, n in enumerate(graph.lines)
            ],
            theme=self.theme,
            font_size=self.font_size,
            more=_SPACES,
            tops=_tops(graph),
        )

    def _line(self, line: GraphLine) -> dict[str, str]:
        more = {"arrowhead": "none"} if line.into_junction else {}
        return {**self.lined(line), **more}

    def arrange(
        self, graph: MapGraph, paper: Paper, *, titles: Sequence[Extent], legends: Sequence[Extent]
    ) -> Arranged:
        """The graph as Graphviz lays it out, in the width of text and the rows that give the largest type on the paper.

        Raises:
            DrawingFailed: There is no Graphviz, it took too long, or it could not place this.
        """
        columns = COLUMNS if len(graph.boxes) <= MANY else COLUMNS[:1]

        def tried(n: int, steps: Steps) -> Arranged:
            return self._arranged(graph, Style(n, beside=False), steps, paper, titles=titles, legends=legends)

        level = {n: tried(n, (1, False)) for n in columns}
        widest = max(columns, key=lambda n: level[n].scale)
        if len(graph.boxes) > MANY or level[widest].scale * self.font_size < _HOPELESS * paper.least_pt:
            return level[widest]
        ways = [(1, level[widest]), *((steps[0], tried(widest, steps)) for steps in _rows(graph))]
        return max(ways, key=lambda way: way[1].scale * _ROWS_COST ** (way[0] - 1))[1]

    def _arranged(
        self,
        graph: MapGraph,
        style: Style,
        steps: Steps,
        paper: Paper,
        *,
        titles: Sequence[Extent],
        legends: Sequence[Extent],
    ) -> Arranged:
        found = engine.lay_out(self.unplaced(graph, style, steps))
        around = surround(found.width, found.height, list(_taken(found)), paper, titles=titles, legends=legends)
        nodes = [
            dot.Node(name, label, x, y + around.down, width, height)
            for name, label in self.labels(graph, style).items()
            for x, y, width, height in [found.boxes[name]]
        ]
        edges = [
            dot.Edge(
                line.tail,
                line.head,
                tuple(
                    (x, y + around.down) for x, y in joined(curve, tip, found.boxes[line.tail], found.boxes[line.head])
                ),
                self._line(line),
                _port(graph, line, style),
                curved=True,
            )
            for line, (curve, tip) in zip(graph.lines, found.curves, strict=True)
        ]
        scale = (
            1.0 if paper.endless else min(scale_of(around.width, around.height, paper), paper.most_pt / self.font_size)
        )
        return Arranged(tuple(nodes), tuple(edges), around.title, around.legend, around.width, around.height, scale)


def _rows(graph: MapGraph) -> list[Steps]:
    """The ways in rows that can differ in this graph."""
    most = max(Counter(line.head for line in graph.lines).values(), default=0)
    several = [n for n in STEPPED[1:] if n < most]
    return [(n, deep) for n in several for deep in (False, True)]


def _down(graph: MapGraph, steps: Steps) -> dict[int, dict[str, str]]:
    """By the number of a line: how many ranks it leads down, where what bears on one claim stands in rows."""
    rows, deep = steps
    heads, among = Counter(line.head for line in graph.lines), Counter[str]()
    found = {}
    for i, line in enumerate(graph.lines):
        if rows > 1 and heads[line.head] > rows and (deep or line.tail not in heads):
            found[i] = {"minlen": str(1 + among[line.head] % rows)}
            among[line.head] += 1
    return found


def _tops(graph: MapGraph) -> list[str]:
    """The theses that bear on nothing: without a line, one would stand among the reasons of another."""
    tails = {line.tail for line in graph.lines}
    return [b.name for b in graph.boxes if b.box.kind == "thesis" and b.name not in tails]


def _taken(found: engine.LaidOut) -> Iterator[Rectangle]:
    """What boxes cover, and lines at a point of theirs every few."""
    yield from (_clear(x, y, x + width, y + height) for x, y, width, height in found.boxes.values())
    yield from (_clear(x, y, x, y) for curve, _ in found.curves for x, y in along(curve))


def _clear(left: float, top: float, right: float, low: float) -> Rectangle:
    """With what a legend keeps away."""
    return left - _APART, top - _APART, right + _APART, low + _APART


def joined(curve: Sequence[Point], tip: Point, tail: Place, head: Place) -> tuple[Point, ...]:
    """The points of a line and its tip, brought up to the edges of its boxes where it stops short of them.

    Graphviz keeps a line as far from the cell it ends at as that is from the edge of its box.
    """
    points = [*curve]
    points[0] = (curve[0][0], tail[1]) if 0 < tail[1] - curve[0][1] < _SHORT else curve[0]
    gap = tip[1] - (head[1] + head[3])
    up = gap if 0 < gap < _SHORT else 0.0
    points[-2:] = [(x, y - up) for x, y in points[-2:]]
    return (*points, (tip[0], tip[1] - up))


def along(curve: Sequence[Point], steps: int = _STEPS) -> list[Point]:
    """Points on B-splines (1 + 3 n points), so many for each piece."""
    found = [curve[0]]
    for i in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[i : i + 4]
        for k in range(1, steps + 1):
            t = k / steps
            x, y = (
                a[n] * (1 - t) ** 3 + 3 * b[n] * t * (1 - t) ** 2 + 3 * c[n] * t**2 * (1 - t) + d[n] * t**3
                for n in (0, 1)
            )
            found.append((x, y))
    return found


def _port(graph: MapGraph, line: GraphLine, style: Style) -> str:
    """The cell of the head that a line ends at, where statements stand side by side."""
    box = next((b.box for b in graph.boxes if b.name == line.head), None)
    return f"p{line.foot}" if box and line.foot != WHOLE and style.is_beside(box) else ""


def _head(graph: MapGraph, line: GraphLine, style: Style) -> str:
    port = _port(graph, line, style)
    return f"{line.head}:{port}:s" if port else line.head
