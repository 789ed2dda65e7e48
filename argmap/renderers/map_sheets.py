"""A map as pictures: one sheet if it can be read on one, else an overview and a sheet for each branch."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.diagram.boxes import Box, BoxKind, Diagram
from argmap.diagram.graph_of_map import graph_of
from argmap.diagram.of_map import diagram_of_map
from argmap.errors import DrawingFailed
from argmap.graph import depths
from argmap.layout.fit import Drawing, can_fit, fit
from argmap.layout.shape import Line, Style
from argmap.layout.sheets import MOST, Sheet, Split, plan
from argmap.model import ArgumentMap
from argmap.renderers import dot, engine, map_words
from argmap.renderers.legend import LEGEND_COLUMNS, TITLE_COLUMNS, Heading, legend_items, legend_label, title_label
from argmap.renderers.look import Look, MapOptions
from argmap.renderers.map_graph import GraphLabels
from argmap.renderers.markup import FONT_SIZE, bar_label, bar_of, box_label
from argmap.renderers.measuring import Measuring
from argmap.renderers.mermaid import Flowchart, flowchart
from argmap.renderers.picture import Picture
from argmap.renderers.svg_text import accessible

_WORDS: Final = (16, 12)
"""Words of a sentence that has no label, where there is room; else as many as a label may have."""

_NAMED: Final = 3
_LABELS: Final = "write a `label` of up to eight words"

_UNPLACED: Final = Style(26, beside=False)

DEEPEST: Final = 150
"""Steps below a thesis that are drawn; no paper holds more."""

_PDF_MARGIN: Final = 0.3
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
        self.paper, self.level, self.theme, self.kind = look.paper, look.shown, look.theme, look.kind
        self.diagram = diagram_of_map(m, level=self.level)
        self.measuring = Measuring(self.theme, numbered=sum(s.type == "thesis" for s in m.statements.values()) > 1)

    def pictures(self) -> tuple[Picture, ...]:
        split = self.options.split
        if self.kind == "mermaid":
            return (self._as_mermaid(),)
        if self.kind == "dot" and not engine.available():
            return (self._unplaced(),)
        if self.options.layout == "dot":
            return (self._as_graph(),)
        sheets = self._roomy(split) or self._planned(self.diagram, split)
        return tuple(self._picture(sheet, len(sheets)) for sheet in sheets)

    def _planned(self, diagram: Diagram, split: Split) -> tuple[Sheet, ...]:
        self.measuring.ahead(diagram.walk())
        return plan(diagram, self._can_fit, split=split)

    def _roomy(self, split: Split) -> tuple[Sheet, ...]:
        """The map on one sheet, with more words where labels are missing; none where it does not fit so."""
        if split == "branch" or (split == "auto" and len(self.m.statements) > MOST):
            return ()
        least = self.diagram
        for words in _WORDS:
            self.diagram = diagram_of_map(self.m, level=self.level, words=words)
            if self.diagram == least:
                break
            sheets = self._planned(self.diagram, split)
            if len(sheets) == 1 and self._can_fit(sheets[0].roots):
                return sheets
        self.diagram = least
        return ()

    def _unplaced(self) -> Picture:
        """The whole map as a graph without places: all that can be made without Graphviz."""
        boxes = list(self.diagram.walk())
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
        sheet = Sheet(1, self.diagram.roots)
        heading = map_words.heading(self.m, sheet, 1)
        look = Flowchart(
            heading.title,
            map_words.description(self.m, sheet, map_version(self.m)),
            [part for part in (heading.source, *heading.notes) if part],
            self.theme,
            self.look.words,
            numbered=self.measuring.numbered,
        )
        written = flowchart(self.diagram.roots, look)
        return Picture(self.m.id, "mermaid", written.encode(), FONT_SIZE)

    def _as_graph(self) -> Picture:
        """The whole map on one sheet, as Graphviz' own layout has it."""
        graph, sheet = graph_of(self.diagram.roots), Sheet(1, self.diagram.roots)
        numbered = self.measuring.numbered
        labels = GraphLabels(
            lambda box, style, bare: box_label(box, style, self.theme, numbered=numbered, bare=bare),
            lambda box, style: bar_label(box, style, self.theme),
            lambda line: self._line(line.kind),
            self.theme,
            FONT_SIZE,
        )
        heading = map_words.heading(self.m, sheet, 1)
        titles, legends = self._around(heading, graph.marks())
        arranged = labels.arrange(
            graph, self.paper, titles=self.measuring.extents(titles), legends=self.measuring.extents(legends)
        )
        nodes = [self._node("title", titles[arranged.title], (0, 0)), *arranged.nodes]
        if arranged.legend:
            nodes.append(self._node("legend", legends[arranged.legend[0]], arranged.legend[1]))
        data = self._placed(nodes, arranged.edges, arranged.width, arranged.height, arranged.scale)
        tree = map_words.sentences(sheet)
        said = {b.name: tree[b.box.name] if not b.bare else map_words.alone(b.box) for b in graph.boxes}
        said |= {j.name: tree[j.box.name] for j in graph.junctions}
        return self._finished(data, sheet, heading, said, arranged.scale, of=1)

    def _can_fit(self, roots: Sequence[Box]) -> bool:
        titles, legends = self._around(map_words.likely_heading(self.m, roots), roots)
        return can_fit(
            roots,
            self.measuring.sizes,
            self.paper,
            titles=self.measuring.extents(titles),
            legends=self.measuring.extents(legends),
            font_size=FONT_SIZE,
        )

    def _around(self, heading: Heading, roots: Sequence[Box]) -> tuple[list[str], list[str]]:
        """The labels of title and legend, each in the ways it can be set."""
        titles = [title_label(heading, columns, self.theme) for columns in TITLE_COLUMNS]
        items = legend_items(roots, self.theme)
        columns = sorted({min(n, len(items)) for n in LEGEND_COLUMNS} - {0})
        return titles, [legend_label(items, n, self.theme) for n in columns]

    def _picture(self, sheet: Sheet, of: int) -> Picture:
        heading = map_words.heading(self.m, sheet, of)
        titles, legends = self._around(heading, sheet.roots)
        drawing = fit(
            sheet.roots,
            self.measuring.sizes,
            self.paper,
            titles=self.measuring.extents(titles),
            legends=self.measuring.extents(legends),
            font_size=FONT_SIZE,
        )
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
        return self._finished(data, sheet, heading, map_words.sentences(sheet), drawing.scale, of=of)

    def _finished(
        self, data: bytes, sheet: Sheet, heading: Heading, sentences: Mapping[str, str], scale: float, *, of: int
    ) -> Picture:
        """A sheet as a picture, told to those who do not see it."""
        name = self.m.id if of == 1 else f"{self.m.id}-{sheet.number:0{len(str(of))}}"
        if self.kind == "svg":
            data = accessible(
                data,
                prefix=name,
                title=". ".join(part for part in (heading.title, heading.sheet) if part),
                description=map_words.description(self.m, sheet, map_version(self.m)),
                sentences={**sentences, "title": ""},
                language=self.look.words.code,
            )
        body_pt = round(FONT_SIZE * scale, 2)
        return Picture(name, self.kind, data, body_pt, tuple(self._problems(sheet, body_pt, of)))

    def _node(self, name: str, label: str, at: tuple[float, float]) -> dot.Node:
        ((width, height),) = self.measuring.extents([label])
        return dot.Node(name, label, at[0], at[1], width, height)

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
            margin=_PDF_MARGIN if self.kind == "pdf" else None,
            aligned=self.kind != "dot",
        )
        return engine.draw(written, self.kind, width=size[0], height=size[1], boxes=len(nodes))

    def _edge(self, line: Line, drawing: Drawing) -> dot.Edge:
        beside = len(drawing.sizes[line.head].feet) > 1 and line.foot >= 0
        port = f"p{line.foot}" if beside else ""
        return dot.Edge(line.tail, line.head, line.points, self._line(line.kind), port)

    def _line(self, kind: BoxKind) -> dict[str, str]:
        return {**_LINES[kind], "color": bar_of(kind, self.theme).line}

    def _problems(self, sheet: Sheet, body_pt: float, of: int) -> Iterator[Diagnostic]:
        least = self.paper.least_pt
        if body_pt < least - 0.05:
            what = f"sheet {sheet.number} of {self.m.id!r}" if of > 1 else f"the map {self.m.id!r}"
            message = f"the text of {what} prints at {body_pt:.1f} pt on {self.paper.name}, less than {least:g} pt"
            yield problem("AM901", message, help=self._remedies(of))
        if sheet.number > 1:
            return
        if engine.letters() == "bundled":
            yield problem("AM903", "this machine has no font; drawn with the DejaVu Sans that comes with argmap")
        if engine.letters() == "none":
            yield problem("AM903", "this machine has no font; letters come out as squares", help="pip install ziafont")
        missing = engine.missing_glyphs(map_words.all_words(self.m)) if engine.letters() != "none" else ""
        if missing:
            shown = f"{missing[:20]}…" if len(missing) > 20 else missing
            message = f"the fonts of this machine have no shape for {shown!r}; squares stand in the drawing"
            yield problem("AM904", message, help="install a font that has them, such as Noto Sans CJK")
        for key in (s.key for root in self.diagram.roots if root.kind == "loose" for s in root.statements):
            yield problem("AM905", f"{key!r} hangs on no thesis", ("statements", key), on_key=True)

        if cut := self._cut():
            more = f" and {len(cut) - _NAMED} more" if len(cut) > _NAMED else ""
            named = ", ".join(repr(key) for key in cut[:_NAMED]) + more
            where = ("statements", cut[0])
            yield problem("AM906", f"the picture cuts the text of {named}", where, on_key=True, help=_LABELS)

    def _cut(self) -> list[str]:
        """The statements of a picture of labels that have none, and whose sentences are longer than it shows."""
        if self.level != "title":
            return []
        shown = {s.key: s.text for box in self.diagram.walk() for s in box.statements if not s.see}
        told = {key: self.m.statements[key] for key in shown}
        return [key for key, s in told.items() if not s.label and shown[key] != " ".join(s.text.split())]

    def _remedies(self, of: int) -> str:
        """What could make the type larger and was not asked for yet, the least costly first."""
        ways = [
            ("level title", self.level != "title"),
            ("paper a4-portrait", self.paper.name == "a4"),
            ("split branch", of == 1),
            ("paper a3", self.paper.name not in ("a3", "a3-portrait", "poster")),
        ]
        useful = [way for way, helps in ways if helps]
        return f"try {' or '.join(useful)}" if useful else "shorten the texts"


def map_version(m: ArgumentMap) -> str:
    """Twelve digits that change with whatever the map says, and with nothing else."""
    written = m.model_dump_json(by_alias=True, exclude_defaults=True)
    return hashlib.sha256(written.encode()).hexdigest()[:12]
