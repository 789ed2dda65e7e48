"""From boxes and lines that have their places to a file: the last step of every drawing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.layout.paper import Paper
from argmap.renderers.graphviz import engine
from argmap.renderers.graphviz.dot import Edge, Node, placed
from argmap.renderers.graphviz.svg_text import accessible
from argmap.renderers.look import Look
from argmap.renderers.pages.sheet_style import FULL
from argmap.renderers.pages.table_markup import Frame, frame_label

_PAD = 7.2  # what `dot.placed` leaves around a drawing


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a drawing is to those who hear it: its name, what it holds, and each box by name; "" for decoration."""

    title: str
    description: str
    boxes: Mapping[str, str]


def finished(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    look: Look,
    spoken: Spoken,
    *,
    name: str,
    body: float,
    width: float,
    height: float,
    whole_page: bool = False,
) -> tuple[bytes, float]:
    """A drawing as a file, and the size its running text has on the paper.

    Args:
        nodes: The boxes; what is drawn first lies underneath.
        edges: The lines.
        look: Its kind of file, colours and paper.
        spoken: What is heard of it.
        name: Of the file, without ending; ids in an SVG begin with it.
        body: The size of running text, in points.
        width: Of everything together in points, with `height`.
        whole_page: Whether it comes with the margins of its paper; PDFs always do.

    Raises:
        DrawingFailed: There is no Graphviz, or it could not draw this.
    """
    paper = look.paper
    width = max(width, *(node.left + node.width for node in nodes))
    if (look.kind == "pdf" or whole_page) and paper.name in FULL:
        nodes = [_page(paper, height), *nodes]
    margin = 0 if look.kind == "pdf" else None
    written = placed(
        nodes,
        edges,
        theme=look.theme,
        width=width,
        height=height,
        font_size=body,
        margin=margin,
        aligned=look.kind != "dot",
    )
    data = engine.draw(written, look.kind, width=width, height=height, boxes=len(nodes))
    if look.kind == "svg":
        data = accessible(
            data,
            prefix=name,
            title=spoken.title,
            description=spoken.description,
            sentences=spoken.boxes,
            language=look.words.code,
        )
    return data, round(body * min(1, paper.width / width, paper.height / height), 2)


def _page(paper: Paper, height: float) -> Node:
    """An invisible box as large as the paper, so that the drawing comes with its margins."""
    full_width, full_height = FULL[paper.name]
    top = (full_height - paper.height) / 2 - _PAD
    left = (full_width - paper.width) / 2 - _PAD
    width, tall = paper.width + 2 * left, max(paper.height, height) + 2 * top
    return Node("page", frame_label(Frame(0, "solid", "", ""), width, tall), -left, -top, width, tall)
