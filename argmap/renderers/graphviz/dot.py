"""Placed drawings as DOT text: generated names, HTML-like labels that are known to be well formed, real edges.

Coordinates come with the origin at the upper left, in points, and leave as Graphviz has them, with y upwards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from argmap.errors import DrawingFailed
from argmap.theme import FONTS, Theme

if TYPE_CHECKING:
    from graphviz import Digraph

Point = tuple[float, float]

_NEVER_EMPTY = frozenset({"B", "I", "U", "S", "O", "SUB", "SUP", "FONT", "TABLE", "TR"})


@dataclass(frozen=True, slots=True)
class Node:
    """A box: its label (HTML-like, without the outer angle brackets), its upper left corner and its size."""

    name: str
    label: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of straight pieces from `tail` to `head`; `points` run from the tail, the arrow stands at the last one.

    `style` holds further attributes of Graphviz; `port` is the cell of the head that the line ends at. A line that is
    `curved` has B-splines (1 + 3 n points) before that last point.
    """

    tail: str
    head: str
    points: tuple[Point, ...]
    style: Mapping[str, str]
    port: str = ""
    curved: bool = False


def placed(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    *,
    theme: Theme,
    width: float,
    height: float,
    font_size: float,
    size: tuple[float, float] | None = None,
    margin: float | None = None,
    aligned: bool = False,
) -> str:
    """A digraph in which everything has its place; drawing it needs no layout program.

    Args:
        nodes: The boxes.
        edges: The lines.
        theme: Gives the ground and the colour of text.
        width: Of all together in points, with `height`.
        font_size: What text without a size of its own has.
        size: Width and height in points to which Graphviz is to scale all when it draws.
        margin: Inches that Graphviz is to leave around all; its own choice is half an inch in a PDF, else none.
        aligned: Whether broken lines are written from the arrow backwards, which looks better where several share a
            stretch: their dashes then lie on each other; and the piece at the tail from there, so that no line seems
            to stop short of its box. The picture is the same, but the text says it less plainly.

    Raises:
        DrawingFailed: A label is not well formed; Graphviz would draw an empty box in its place.
    """
    # else a box comes early where a line leads to it: read aloud, copied from a PDF, boxes come in their order
    more = {"bb": f"0,0,{width:.2f},{height:.2f}", "outputorder": "nodesfirst"}
    if size:
        more["size"] = f"{size[0] / 72:.3f},{size[1] / 72:.3f}!"
    if margin is not None:
        more["margin"] = f"{margin:g}"
    graph = digraph(theme.ground, theme.ink, font_size, more=more)
    for n in nodes:
        x, y = n.left + n.width / 2, height - n.top - n.height / 2
        graph.node(n.name, html(n.label), id=n.name, pos=f"{_number(x)},{_number(y)}")
    for e in edges:
        graph.edge(e.tail, f"{e.head}:{e.port}" if e.port else e.head, **_line(e, height, aligned=aligned))
    return str(graph.source)


def unplaced(
    labels: Mapping[str, str],
    edges: Sequence[tuple[str, str, Mapping[str, str]]],
    *,
    theme: Theme,
    font_size: float,
    more: Mapping[str, str] | None = None,
    tops: Sequence[str] = (),
) -> str:
    """A digraph whose boxes have no places yet, for `dot` to lay out: claims above their reasons.

    The head of a line may be a box, or one of its cells: ``n3:p1:s``. `more` are attributes of the graph; `tops` are
    boxes that stand above all others.
    """
    graph = digraph(theme.ground, theme.ink, font_size, more={"rankdir": "BT", **(more or {})})
    for name, label in labels.items():
        graph.node(name, html(label), id=name)
    for tail, head, style in edges:
        graph.edge(tail, head, **style)
    if len(tops) > 1:
        with graph.subgraph(graph_attr={"rank": "max"}) as highest:
            for name in tops:
                highest.node(name)
    return str(graph.source)


def _line(e: Edge, height: float, *, aligned: bool) -> dict[str, str]:
    style = dict(e.style)
    if e.curved:
        return style | {"pos": _curve(e.points, height, arrow=style.get("arrowhead") != "none")}
    pos = spline(e.points, height, arrow=0 if style.get("arrowhead") == "none" else 8)
    if aligned and style.get("style") in ("dashed", "dotted"):
        tip, *curve = pos.split()
        pos = " ".join(["s" + tip[1:], *reversed(curve)])
        if style["style"] == "dashed":  # dots are close enough to their box
            own, shared = (curve[:4], curve[3:]) if curve[4:] else _halves(curve[0], curve[-1])
            # the piece with the arrow last: Graphviz gives whatever follows it a second one
            pos = " ".join(own) + ";" + " ".join(["s" + tip[1:], *reversed(shared)])
        style |= {"dir": "back", "arrowtail": style.pop("arrowhead", "normal")}
    return style | {"pos": pos}


def _curve(points: Sequence[Point], height: float, *, arrow: bool) -> str:
    *curve, (x, y) = points
    written = " ".join(f"{_number(a)},{_number(height - b)}" for a, b in curve)
    return f"e,{_number(x)},{_number(height - y)} {written}" if arrow else written


def _halves(tail: str, head: str) -> tuple[list[str], list[str]]:
    """A straight line as two curves that meet in its middle."""
    ends = zip(tail.split(","), head.split(","), strict=True)
    middle = ",".join(_number((float(a) + float(b)) / 2) for a, b in ends)
    return [tail, tail, middle, middle], [middle, middle, head, head]


def digraph(ground: str, ink: str, font_size: float, *, more: Mapping[str, str] | None = None) -> "Digraph":
    """An empty drawing, with what holds for all its boxes and lines; `more` are attributes of the graph."""
    from graphviz import Digraph  # noqa: PLC0415  # 65 ms that only drawings need

    return Digraph(
        "drawing",
        graph_attr={"bgcolor": ground, "pad": "0.1", "splines": "line", "fontname": FONTS, **(more or {})},
        node_attr={
            "shape": "plain",
            "margin": "0",
            "fontname": FONTS,
            "fontsize": f"{font_size:g}",
            "fontcolor": ink,
        },
        edge_attr={"arrowsize": "0.75"},
    )


def html(label: str) -> str:
    """An HTML-like label as Graphviz wants it, in angle brackets.

    Raises:
        DrawingFailed: Graphviz would not draw it.
    """
    return f"<{checked(label)}>"


def checked(label: str) -> str:
    """The label, if Graphviz will draw it.

    Raises:
        DrawingFailed: It is no well-formed XML, or holds an empty element that Graphviz refuses.
    """
    try:
        root = ElementTree.fromstring(f"<label>{label}</label>")
    except ElementTree.ParseError as problem:
        raise DrawingFailed(f"a label is not well formed ({problem}): {label[:80]!r}") from problem
    for element in root.iter():
        if (element.tag in _NEVER_EMPTY or element is root) and not (len(element) or element.text):
            raise DrawingFailed(f"a label holds an empty {element.tag}: {label[:80]!r}")
    return label


def spline(points: Sequence[Point], height: float, *, arrow: float = 8) -> str:
    """Graphviz' position of an edge: straight pieces as Bezier curves, the last `arrow` points left to the head."""
    (x0, y0), tip = points[-2], points[-1]
    length = max(abs(tip[0] - x0) + abs(tip[1] - y0), 1e-6)
    cut = min(arrow, 0.8 * length) / length
    base = (tip[0] + (x0 - tip[0]) * cut, tip[1] + (y0 - tip[1]) * cut)
    corners = [*points[:-1], base]
    curve = [corners[0]]
    for (xa, ya), (xb, yb) in pairwise(corners):
        curve += [(xa + (xb - xa) / 3, ya + (yb - ya) / 3), (xb - (xb - xa) / 3, yb - (yb - ya) / 3), (xb, yb)]
    written = " ".join(f"{_number(x)},{_number(height - y)}" for x, y in curve)
    return f"e,{_number(tip[0])},{_number(height - tip[1])} {written}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.005 else "0"
