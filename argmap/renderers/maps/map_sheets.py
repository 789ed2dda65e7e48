"""A map as pictures: one sheet if it can be read on one, else an overview and a sheet for each branch."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from argmap.codes import problem
from argmap.diagram.boxes import BoxKind
from argmap.diagram.graph_of_map import graph_of
from argmap.errors import DrawingFailed
from argmap.graph import depths
from argmap.layout.fit import Drawing
from argmap.layout.shape import Line, Style
from argmap.layout.sheets import Sheet
from argmap.model import ArgumentMap
from argmap.renderers.graphviz import dot, engine
from argmap.renderers.graphviz.label_text import FONT_SIZE, bar_of
from argmap.renderers.graphviz.svg_text import accessible
from argmap.renderers.look import Look, MapOptions
from argmap.renderers.maps.legend import Heading
from argmap.renderers.maps.legible import is_readable
from argmap.renderers.maps.map_graph import GraphLabels
from argmap.renderers.maps.map_links import linked, targets
from argmap.renderers.maps.map_plan import MapPlan
from argmap.renderers.maps.map_problems import problems
from argmap.renderers.maps.markup import bar_label, box_label
from argmap.renderers.maps.mermaid import Flowchart, flowchart, too_large
from argmap.renderers.picture import Picture
from argmap.theme import Theme

_UNPLACED: Final = Style(26, beside=False)

_TRIED: Final = 200
"""Statements up to which a graph is laid out once more to see whether something makes it readable."""

_PLANNED: Final = 500
"""The same for a map that is planned once more, which takes a second for so many."""

DEEPEST: Final = 150
"""Steps below a thesis that are drawn; no paper holds more."""

PDF_MARGIN: Final = 0.3
"""Inches: the page of a PDF is then no larger than its paper, and is printed at its own size."""

_LINES: Final[Mapping[BoxKind, Mapping[str, str]]] = {
    "support": {"style": "solid", "arrowhead": "normal", "penwidth": "1.6"},
    "attack": {"style": "dashed", "arrowhead": "tee", "penwidth": "1.6"},
    "undercut": {"style": "dotted", "arrowhead": "odot", "penwidth": "2.4"},
    "condition": {"style": "solid", "arrowhead": "odiamond", "penwidth": "1"},
}


def draw_map(m: ArgumentMap, look: Look, options: MapOptions | None = None) -> tuple[Picture, ...]:
    """The pictures of a map, in the order of their numbers.

    Args:
        m: The map.
        look: What they are made for. As ``dot`` every box and line has its place; none has, and all is on one sheet,
            where there is no Graphviz to measure with.
        options: How the map is cut and arranged.

    Raises:
        UnknownName: There is no such statement to focus on.
        DrawingFailed: There is no Graphviz, or it cannot draw a statement; the message names it.
    """
    if not m.statements:
        raise DrawingFailed(f"the map {m.id!r} has no statements to draw")
    if max(depths(m).values()) > DEEPEST:
        raise DrawingFailed(f"the map {m.id!r} is more than {DEEPEST} steps deep; no paper holds that")
    return _MapDrawer(m, look, options or MapOptions()).pictures()


class _MapDrawer:
    """One call of `draw_map`: its options, and what it has measured."""

    def __init__(self, m: ArgumentMap, look: Look, options: MapOptions) -> None:
        self.m, self.look, self.options = m, look, options
        self.paper, self.theme, self.kind = look.paper, look.theme, look.kind
        self.plan = MapPlan(m, look, options)
        self.said, self.measuring = self.plan.said, self.plan.measuring
        self._tried: dict[tuple[str, str | None, MapOptions], bool] = {}

    def pictures(self) -> tuple[Picture, ...]:
        if self.kind == "mermaid":
            return (self._as_mermaid(),)
        if self.kind == "dot" and not engine.available():
            return (self._unplaced(),)
        if self.options.layout == "dot":
            return (self._as_graph(),)
        sheets = self.plan.sheets()
        return tuple(self._picture(sheet, len(sheets)) for sheet in sheets)

    @cached_property
    def _version(self) -> str:
        return map_version(self.m)

    def _readable(self, look: Look, options: MapOptions) -> bool:
        """Whether the map can be read with another paper or level and other options; found out once for all sheets."""
        asked = look.paper.name, look.level, options
        if asked not in self._tried:
            self._tried[asked] = self._try(look, options)
        return self._tried[asked]

    def _try(self, look: Look, options: MapOptions) -> bool:
        if options.layout == "tree":
            return len(self.m.statements) <= _PLANNED and MapPlan(self.m, look, options).readable()
        if len(self.m.statements) > _TRIED:
            return False
        picture = _MapDrawer(self.m, look, options)._as_graph(warn=False)
        return is_readable(look.paper, picture.body_pt)

    def _unplaced(self) -> Picture:
        """The whole map as a graph without places: all that can be made without Graphviz."""
        boxes = [box for root in self.plan.roots for box in root.walk()]
        if self.options.layout == "dot":
            written = self._graph_labels().unplaced(graph_of(self.plan.roots), _UNPLACED)
        else:
            written = dot.unplaced(
                {box.name: self.measuring.label(box, _UNPLACED) for box in boxes},
                [(child.name, box.name, self._line(child.kind)) for box in boxes for child in box.children],
                theme=self.theme,
                font_size=FONT_SIZE,
            )
        found = problem("AM902", "no Graphviz measured this drawing, so its boxes have no places")
        return Picture(self.m.id, "dot", written.encode(), FONT_SIZE, (replace(found, severity="warning"),))

    def _as_mermaid(self) -> Picture:
        """The whole map as the text of a flowchart, placed by whoever draws it."""
        sheet = Sheet(1, self.plan.roots)
        heading = self.said.heading(sheet, 1, self.plan.diagram)
        look = Flowchart(
            heading.title,
            self.said.description(sheet, self._version),
            [part for part in (heading.path, heading.source, *heading.notes) if part],
            self.theme,
            self.look.words,
            numbered=self.measuring.numbered,
        )
        written = flowchart(self.plan.roots, look)
        return Picture(self.m.id, "mermaid", written.encode(), FONT_SIZE, tuple(too_large(written)))

    def _graph_labels(self) -> GraphLabels:
        numbered, words = self.measuring.numbered, self.look.words
        return GraphLabels(
            lambda box, style, bare: box_label(box, style, self.theme, words, numbered=numbered, bare=bare),
            lambda box, style: bar_label(box, style, self.theme, words),
            lambda line: self._line(line.kind),
            self.theme,
            FONT_SIZE,
        )

    def _as_graph(self, *, warn: bool = True) -> Picture:
        """The whole map on one sheet, as Graphviz' own layout has it."""
        graph, sheet = graph_of(self.plan.roots), Sheet(1, self.plan.roots)
        heading = self.said.heading(sheet, 1, self.plan.diagram)
        titles, legends = self.plan.around(heading, graph.marks())
        arranged = self._graph_labels().arrange(
            graph, self.paper, titles=self.measuring.extents(titles), legends=self.measuring.extents(legends)
        )
        nodes = [self._node("title", titles[arranged.title], (0, 0)), *arranged.nodes]
        if arranged.legend:
            nodes.append(self._node("legend", legends[arranged.legend[0]], arranged.legend[1]))
        data = self._placed(nodes, arranged.edges, arranged.width, arranged.height, arranged.scale)
        tree = self.said.sentences(sheet)
        said = {b.name: tree[b.box.name] if not b.bare else self.said.alone(b.box) for b in graph.boxes}
        said |= {j.name: tree[j.box.name] for j in graph.junctions}
        picture = self._finished(data, sheet, heading, said, arranged.scale, of=1)
        return self._with_problems(picture, sheet, 1) if warn else picture

    def _picture(self, sheet: Sheet, of: int) -> Picture:
        heading = self.said.heading(sheet, of, self.plan.diagram)
        titles, legends = self.plan.around(heading, sheet.roots)
        drawing = self.plan.fitted(sheet.roots, titles, legends)
        nodes = [self._node("title", titles[drawing.title], (0, 0))]
        nodes += [
            self._node(box.name, self.measuring.label(box, drawing.styles[box.name]), drawing.boxes[box.name])
            for root in sheet.roots
            for box in root.walk()
        ]
        if drawing.legend:
            nodes.append(self._node("legend", legends[drawing.legend[0]], drawing.legend[1]))
        edges = [self._edge(line, drawing) for line in drawing.lines]
        data = self._placed(nodes, edges, drawing.width, drawing.height, drawing.scale)
        picture = self._finished(data, sheet, heading, self.said.sentences(sheet), drawing.scale, of=of)
        if self.kind == "svg":
            picture = replace(picture, data=linked(picture.data, picture.name, targets(sheet.roots)))
        return self._with_problems(picture, sheet, of)

    def _finished(
        self, data: bytes, sheet: Sheet, heading: Heading, sentences: Mapping[str, str], scale: float, *, of: int
    ) -> Picture:
        """A sheet as a picture, told to those who do not see it."""
        focus = self.plan.diagram.focus
        base = f"{self.m.id}-{focus.key}" if focus else self.m.id
        name = base if of == 1 else f"{base}-{sheet.number:0{len(str(of))}}"
        body_pt = round(FONT_SIZE * scale, 2)
        if self.kind == "svg":
            data = accessible(
                data,
                prefix=name,
                title=". ".join(part for part in (heading.title, heading.sheet) if part),
                description=self.said.description(sheet, self._version, heading.heard, self.paper, body_pt),
                sentences={**sentences, "title": ""},
                language=self.look.words.code,
            )
        return Picture(name, self.kind, data, body_pt)

    def _with_problems(self, picture: Picture, sheet: Sheet, of: int) -> Picture:
        found = problems(self.plan, sheet, picture.body_pt, of, self._readable)
        return replace(picture, diagnostics=tuple(found))

    def _node(self, name: str, label: str, at: tuple[float, float]) -> dot.Node:
        self.measuring.exact((), [label])
        size = self.measuring.as_drawn(label)
        return dot.Node(name, label, at[0], at[1], size.width, size.height)

    def _placed(
        self, nodes: Sequence[dot.Node], edges: Sequence[dot.Edge], width: float, height: float, scale: float
    ) -> bytes:
        size = width * scale, height * scale
        written = dot.placed(
            nodes,
            edges,
            theme=self.theme,
            width=width,
            height=height,
            font_size=FONT_SIZE,
            size=None if self.paper.endless else size,
            margin=PDF_MARGIN if self.kind == "pdf" else None,
            aligned=self.kind != "dot",
        )
        return engine.draw(written, self.kind, width=size[0], height=size[1], boxes=len(nodes))

    def _edge(self, line: Line, drawing: Drawing) -> dot.Edge:
        return edge_of(line, drawing, self.theme)

    def _line(self, kind: BoxKind) -> dict[str, str]:
        return line_style(kind, self.theme)


def edge_of(line: Line, drawing: Drawing, theme: Theme) -> dot.Edge:
    """A line of a drawing, as Graphviz is to draw it."""
    beside = len(drawing.sizes[line.head].feet) > 1 and line.foot >= 0
    port = f"p{line.foot}" if beside else ""
    return dot.Edge(line.tail, line.head, line.points, line_style(line.kind, theme), port)


def line_style(kind: BoxKind, theme: Theme) -> dict[str, str]:
    """How the line of a box of this kind is drawn, in the words of Graphviz."""
    return {**_LINES[kind], "color": bar_of(kind, theme).line}


def map_version(m: ArgumentMap) -> str:
    """Twelve digits that change with whatever the map says, and with nothing else."""
    written = m.model_dump_json(by_alias=True, exclude_defaults=True)
    return hashlib.sha256(written.encode()).hexdigest()[:12]
