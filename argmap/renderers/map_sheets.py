"""A map as pictures: one sheet if it can be read on one, else an overview and a sheet for each branch."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.diagram.boxes import LEVELS, Box, BoxKind, Level, Seen
from argmap.diagram.of_map import diagram_of_map, label_of
from argmap.diagram.sources import source_line
from argmap.errors import DrawingFailed, UnknownName
from argmap.graph import depths
from argmap.layout.fit import Drawing, can_fit, fit
from argmap.layout.paper import PAPERS, Paper
from argmap.layout.shape import Line, Size, Style
from argmap.layout.sheets import Sheet, Split, plan
from argmap.model import ArgumentMap
from argmap.renderers import dot, engine, legend
from argmap.renderers.markup import FONT_SIZE, box_label
from argmap.renderers.picture import FORMATS, Format, Picture
from argmap.renderers.svg_text import accessible
from argmap.theme import THEME_NAMES, THEMES, Theme, ThemeName

SPLITS: Final[tuple[Split, ...]] = ("auto", "branch", "never")

DEEPEST: Final = 150
"""Steps below a thesis that are drawn; no paper holds more."""

_LINES: Final[Mapping[BoxKind, Mapping[str, str]]] = {
    "support": {"style": "solid", "arrowhead": "normal", "penwidth": "1.6"},
    "attack": {"style": "dashed", "arrowhead": "tee", "penwidth": "1.6"},
    "undercut": {"style": "dotted", "arrowhead": "odot", "penwidth": "2.4"},
    "condition": {"style": "solid", "arrowhead": "odiamond", "penwidth": "1"},
}


def draw_map(
    m: ArgumentMap,
    *,
    paper: str = "a4",
    level: Level = "text",
    theme: ThemeName = "light",
    format: Format = "svg",  # noqa: A002  # what users call it
    split: Split = "auto",
) -> tuple[Picture, ...]:
    """The pictures of a map, in the order of their numbers.

    Args:
        m: The map.
        paper: A name in `PAPERS`: what the pictures are to be printed on or shown at.
        level: ``title`` for labels, ``text`` for sentences, ``full`` with quotations, places and schemes.
        theme: ``light``, ``dark`` or ``print`` (ink only).
        format: ``svg``, ``png``, ``pdf`` or ``dot`` (every box and line with its place).
        split: ``auto``: one sheet if its type is large enough to read and it shows no more than 30 statements;
            ``branch``: an overview and branches in any case; ``never``: one sheet, however small.

    Raises:
        UnknownName: An option has a value that does not exist.
        DrawingFailed: There is no Graphviz, or it cannot draw a statement; the message names it.
    """
    for kind, name, known in (
        ("paper", paper, tuple(PAPERS)),
        ("level", level, LEVELS),
        ("theme", theme, THEME_NAMES),
        ("format", format, FORMATS),
        ("split", split, SPLITS),
    ):
        if name not in known:
            raise UnknownName(kind, name, known)
    if not m.statements:
        raise DrawingFailed(f"the map {m.id!r} has no statements to draw")
    if max(depths(m).values()) > DEEPEST:
        raise DrawingFailed(f"the map {m.id!r} is more than {DEEPEST} steps deep; no paper holds that")
    return _MapDrawer(m, PAPERS[paper], level, THEMES[theme], format).pictures(split)


class _MapDrawer:
    """One call of `draw_map`: its options, and the sizes of the boxes measured so far."""

    def __init__(self, m: ArgumentMap, paper: Paper, level: Level, theme: Theme, kind: Format) -> None:
        self.m, self.paper, self.theme, self.kind = m, paper, theme, kind
        self.diagram = diagram_of_map(m, level=level)
        self.numbered = sum(s.type == "thesis" for s in m.statements.values()) > 1
        self.measured: dict[str, Size] = {}
        self.short = {s.key: s.short for box in self.diagram.walk() for s in box.statements}
        digest = hashlib.sha256(m.model_dump_json(by_alias=True, exclude_defaults=True).encode())
        self.digest = digest.hexdigest()[:12]

    def pictures(self, split: Split) -> tuple[Picture, ...]:
        self._measure_ahead()
        sheets = plan(self.diagram, self._can_fit, split=split)
        return tuple(self._picture(sheet, len(sheets), sheets) for sheet in sheets)

    # --- sizes

    def measure(self, boxes: Sequence[Box], style: Style) -> Mapping[str, Size]:
        """Sizes from the engine, each label asked for only once."""
        labels = {box.name: box_label(box, style, self.theme, numbered=self.numbered) for box in boxes}
        self._ask({labels[b.name]: _feet(b, style) for b in boxes}, {labels[b.name]: b for b in boxes})
        return {box.name: self.measured[labels[box.name]] for box in boxes}

    def _measure_ahead(self) -> None:
        """All boxes in all styles at once: an engine in a child process is then asked once, not ten times."""

    def _ask(self, feet: Mapping[str, int], owners: Mapping[str, Box]) -> None:
        new = [label for label in feet if label not in self.measured]
        names = {f"n{i}": label for i, label in enumerate(new)}
        ports = [(name, f"p{i}") for name, label in names.items() for i in range(feet[label])]
        try:
            found = engine.measure(names, ports, font_size=FONT_SIZE)
        except DrawingFailed as problem_found:
            raise self._blame(new, owners, problem_found) from problem_found
        for name, label in names.items():
            width, height = found.sizes[name]
            middles = tuple(width / 2 + found.ports[name, f"p{i}"] for i in range(feet[label]))
            self.measured[label] = Size(width, height, middles or (width / 2,))

    def _blame(self, labels: Sequence[str], owners: Mapping[str, Box], why: DrawingFailed) -> DrawingFailed:
        """Which statement cannot be drawn."""
        for label in labels:
            try:
                engine.measure({"n0": label}, font_size=FONT_SIZE)
            except DrawingFailed:
                if label in owners:
                    keys = " and ".join(repr(s.key) for s in owners[label].statements)
                    return DrawingFailed(f"the statement {keys} cannot be drawn: {why}")
        return why

    def _extent(self, label: str) -> tuple[float, float]:
        if label not in self.measured:
            self._ask({label: 0}, {})
        return self.measured[label].width, self.measured[label].height

    # --- sheets

    def _can_fit(self, roots: Sequence[Box]) -> bool:
        heading = legend.Heading(
            self._title(), "Sheet 88 of 88: " + "n" * 40, source_line(self.m.article), self._notes()
        )
        titles = [self._extent(legend.title_label(heading, n, self.theme)) for n in legend.TITLE_COLUMNS]
        legends = [self._extent(label) for label in self._legends(roots)]
        return can_fit(roots, self.measure, self.paper, titles=titles, legends=legends, font_size=FONT_SIZE)

    def _legends(self, roots: Sequence[Box]) -> list[str]:
        items = legend.legend_items(roots, self.theme)
        counts = sorted({min(n, len(items)) for n in (1, 2, 3, 4, 5)}) if items else []
        return [legend.legend_label(items, n, self.theme) for n in counts]

    def _title(self) -> str:
        return self.m.title or self.m.article.title or self.m.id

    def _notes(self) -> tuple[str, ...]:
        return (legend.WORDING,)

    def _heading(self, sheet: Sheet, of: int) -> legend.Heading:
        if of == 1:
            return legend.Heading(self._title(), "", source_line(self.m.article), self._notes())
        if sheet.heads:
            about = "; ".join(
                f"{s.short} {label_of(self.m.statements[s.key]).rstrip('.')}" for s in sheet.heads[0].statements
            )
        else:
            about = "Overview" if sheet.number == 1 else "Overview, continued"
        notes = self._notes()
        if sheet.rest[0]:
            notes = (*notes, f"+ {sheet.rest[0]} more statements: sheet {sheet.rest[1]}.")
        return legend.Heading(
            self._title(), f"Sheet {sheet.number} of {of}: {about}", source_line(self.m.article), notes
        )

    def _picture(self, sheet: Sheet, of: int, sheets: Sequence[Sheet]) -> Picture:
        name = self.m.id if of == 1 else f"{self.m.id}-{sheet.number:0{len(str(of))}}"
        heading = self._heading(sheet, of)
        titles = [legend.title_label(heading, n, self.theme) for n in legend.TITLE_COLUMNS]
        legends = self._legends(sheet.roots)
        drawing = fit(
            sheet.roots,
            self.measure,
            self.paper,
            titles=[self._extent(label) for label in titles],
            legends=[self._extent(label) for label in legends],
            font_size=FONT_SIZE,
        )
        nodes, edges = (
            self._nodes(sheet, drawing, titles, legends),
            [self._edge(line, drawing) for line in drawing.lines],
        )
        written = dot.placed(
            nodes,
            edges,
            theme=self.theme,
            width=drawing.width,
            height=drawing.height,
            font_size=FONT_SIZE,
            size=None if self.paper.endless else (drawing.width * drawing.scale, drawing.height * drawing.scale),
        )
        data = engine.draw(
            written,
            self.kind,
            width=drawing.width * drawing.scale,
            height=drawing.height * drawing.scale,
            boxes=len(nodes),
        )
        if self.kind == "svg":
            data = self._spoken(data, name, heading, sheet)
        body = round(FONT_SIZE * drawing.scale, 2)
        return Picture(name, self.kind, data, body, self._diagnostics(sheet, body, of))

    def _nodes(self, sheet: Sheet, drawing: Drawing, titles: Sequence[str], legends: Sequence[str]) -> list[dot.Node]:
        nodes = [_node("title", titles[drawing.title], (0, 0), self._extent(titles[drawing.title]))]
        for root in sheet.roots:
            for box in root.walk():
                label = box_label(box, drawing.style, self.theme, numbered=self.numbered)
                size = drawing.sizes[box.name]
                nodes.append(_node(box.name, label, drawing.boxes[box.name], (size.width, size.height)))
        if drawing.legend:
            index, at = drawing.legend
            nodes.append(_node("legend", legends[index], at, self._extent(legends[index])))
        return nodes

    def _edge(self, line: Line, drawing: Drawing) -> dot.Edge:
        feet = len(drawing.sizes[line.head].feet)
        return dot.Edge(
            line.tail,
            line.head,
            line.points,
            {**_LINES[line.kind], "color": self._colour(line.kind)},
            port=f"p{line.foot}" if line.foot >= 0 and feet > 1 else "",
        )

    def _colour(self, kind: BoxKind) -> str:
        match kind:
            case "support":
                return self.theme.support.line
            case "attack":
                return self.theme.attack.line
            case "undercut":
                return self.theme.undercut.line
            case _:
                return self.theme.muted

    # --- words

    def _spoken(self, svg: bytes, name: str, heading: legend.Heading, sheet: Sheet) -> bytes:
        above = {child.name: box for root in sheet.roots for box in root.walk() for child in box.children}
        boxes = [box for root in sheet.roots for box in root.walk()]
        sentences = {box.name: _sentence(box, above.get(box.name)) for box in boxes} | {"title": "", "legend": ""}
        if 'class="node"' in svg.decode() and not any(True for _ in self._legends(sheet.roots)):
            del sentences["legend"]
        kinds = [box.kind for box in boxes]
        said = (
            f"{heading.source}. {len(boxes)} boxes: {kinds.count('support')} reasons, {kinds.count('attack')} objections, "
            f"{kinds.count('undercut')} doubts. Map {self.m.id}, {self.digest}."
        )
        title = heading.title + (f". {heading.sheet}" if heading.sheet else "")
        return accessible(svg, prefix=name, title=title, description=said.lstrip(". "), sentences=sentences)

    def _diagnostics(self, sheet: Sheet, body: float, of: int) -> tuple[Diagnostic, ...]:
        found = []
        if body < self.paper.least_pt - 0.05:
            where = f"sheet {sheet.number}" if of > 1 else "the map"
            found.append(
                problem(
                    "AM901",
                    f"the text of {where} prints at {body:.1f} pt on {self.paper.name}; {self.paper.least_pt:g} pt can be read",
                    help="try --level title, --split branch or --paper a3",
                )
            )
        if sheet.number == 1:
            if engine.letters() == "bundled":
                found.append(
                    problem("AM903", "this machine has no font; drawn with DejaVu Sans from the package ziafont")
                )
            loose = [s for root in self.diagram.roots if root.kind == "loose" for s in root.statements]
            found += [
                problem("AM905", f"{s.key!r} hangs on no thesis", ("statements", s.key), on_key=True) for s in loose
            ]
        return tuple(found)


def _feet(box: Box, style: Style) -> int:
    return len(box.statements) if style.is_beside(box) else 0


def _node(name: str, label: str, at: tuple[float, float], size: tuple[float, float]) -> dot.Node:
    return dot.Node(name, label, at[0], at[1], size[0], size[1])


_ROLE: Final[Mapping[BoxKind, str]] = {
    "thesis": "thesis",
    "support": "reason for {}",
    "attack": "objection to {}",
    "undercut": "doubt about the step from {}",
    "condition": "condition of {}",
    "loose": "connected with no thesis",
    "context": "repeated from another sheet",
}


def _sentence(box: Box, above: Box | None) -> str:
    """What a box says when it is read aloud."""
    upper = ""
    if above:
        carrying = [s.short for s in above.statements if any(child.name == box.name for child in s.below)]
        upper = " and ".join(carrying or [s.short for s in above.statements])
    role = _ROLE[box.kind].format(upper)
    return "; ".join(_said(s, role) for s in box.statements)


def _said(s: Seen, role: str) -> str:
    by = f", says {s.said_by}, not the author" if s.said_by else ""
    assumed = ", not stated, assumed" if s.type == "assumption" else ""
    cited = " Evidence: " + "; ".join(s.evidence) + "." if s.evidence else ""
    return f"{s.short}, {role}{assumed}{by}: {s.text}{cited}"
