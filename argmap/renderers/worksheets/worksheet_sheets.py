"""A worksheet as pictures, and its key on the same boxes and lines."""

from dataclasses import dataclass
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.diagram.sources import source_line
from argmap.errors import DrawingFailed
from argmap.graph import depths
from argmap.layout.fit import Drawing
from argmap.layout.sheets import Sheet
from argmap.renderers.graphviz import dot, engine
from argmap.renderers.graphviz.label_text import FONT_SIZE
from argmap.renderers.graphviz.svg_text import accessible
from argmap.renderers.look import Look
from argmap.renderers.maps.map_problems import problems
from argmap.renderers.maps.map_sheets import DEEPEST, PDF_MARGIN, edge_of
from argmap.renderers.maps.markup import box_label
from argmap.renderers.picture import Picture
from argmap.renderers.worksheets.key_room import SAME, room_with_answers
from argmap.renderers.worksheets.room import Room
from argmap.renderers.worksheets.worksheet_plan import WorksheetPlan
from argmap.teaching.worksheet import Worksheet

_BODIES: Final = (12.0, 11.0, 10.0, 9.0)
"""Sizes of type to rule lines for, if they turn out to be reached; else the least that can be read."""

_HOPE: Final = 1.3
"""How much larger type may come out when lines are ruled closer; more is not tried."""


@dataclass(frozen=True, slots=True)
class DrawnWorksheet:
    """The sheets in order, and the key of each."""

    sheets: tuple[Picture, ...]
    keys: tuple[Picture, ...]


@dataclass(frozen=True)
class _Page:
    """A sheet with everything in its place, and how it is set: what sheet and key have in common."""

    sheet: Sheet
    of: int
    plan: WorksheetPlan
    drawing: Drawing


def draw_worksheet(worksheet: Worksheet, look: Look) -> DrawnWorksheet:
    """The sheets of a worksheet and their keys, box for box at the same places.

    Raises:
        DrawingFailed: Nothing of the map can be asked for; there is no Graphviz, or it cannot draw a statement.
    """
    name = worksheet.map.id
    if not worksheet.blanks:
        raise DrawingFailed(f"nothing of {name!r} can be left out that is not told elsewhere on the sheet")
    if max(depths(worksheet.map).values()) > DEEPEST:
        raise DrawingFailed(f"the map {name!r} is more than {DEEPEST} steps deep; no paper holds that")
    return _Drawer(worksheet, look).drawn()


class _Drawer:
    """One call of `draw_worksheet`, and what it has measured for each size of type."""

    def __init__(self, worksheet: Worksheet, look: Look) -> None:
        self.worksheet, self.look = worksheet, look
        self.least = look.paper.least_pt or FONT_SIZE
        self.plans: dict[float, WorksheetPlan] = {}

    def drawn(self) -> DrawnWorksheet:
        sheets = self._plan(self.least).sheets()
        pages = [self._largest(sheet, len(sheets)) for sheet in sheets]
        return DrawnWorksheet(tuple(map(self._sheet, pages)), tuple(map(self._key, pages)))

    def _plan(self, body: float) -> WorksheetPlan:
        if body not in self.plans:
            self.plans[body] = WorksheetPlan(self.worksheet, self.look, body)
            self.plans[body].diagram = self.plans[self.least].diagram
        return self.plans[body]

    def _largest(self, sheet: Sheet, of: int) -> _Page:
        """The sheet with lines ruled for the type it is printed in, or for one a little smaller."""
        page = self._page(sheet, of, self.least)
        for body in _BODIES if not self.look.paper.endless else ():
            if self.least < body < _HOPE * FONT_SIZE * page.drawing.scale:
                other = self._page(sheet, of, body)
                if FONT_SIZE * other.drawing.scale >= body:
                    return other
        return page

    def _page(self, sheet: Sheet, of: int, body: float) -> _Page:
        plan = self._plan(body)
        heading = plan.said.heading(sheet, of, plan.diagram)
        return _Page(sheet, of, plan, plan.fitted(sheet.roots, *plan.around(heading, sheet.roots)))

    def _sheet(self, page: _Page) -> Picture:
        return self._picture(page, page.plan.room)

    def _key(self, page: _Page) -> Picture:
        there = set(page.plan.numbers(page.sheet.roots))
        return self._picture(
            page, room_with_answers(page.plan.room, (b for b in self.worksheet.blanks if b.number in there)), key=True
        )

    def _picture(self, page: _Page, room: Room, *, key: bool = False) -> Picture:
        drawing = page.drawing
        size = drawing.width * drawing.scale, drawing.height * drawing.scale
        nodes = self._nodes(page, room, key=key)
        written = dot.placed(
            nodes,
            [edge_of(line, drawing, self.look.theme) for line in drawing.lines],
            theme=self.look.theme,
            width=drawing.width,
            height=drawing.height,
            font_size=FONT_SIZE,
            size=None if self.look.paper.endless else size,
            margin=PDF_MARGIN if self.look.kind == "pdf" else None,
            aligned=self.look.kind != "dot",
        )
        data = engine.draw(written, self.look.kind, width=size[0], height=size[1], boxes=len(nodes))
        number = f"-{page.sheet.number:0{len(str(page.of))}}" if page.of > 1 else ""
        name = f"{self.worksheet.map.id}-worksheet{'-key' if key else ''}{number}"
        if self.look.kind == "svg":
            data = self._told(data, name, page, key=key)
        body_pt = round(FONT_SIZE * drawing.scale, 2)
        return Picture(name, self.look.kind, data, body_pt, () if key else self._problems(page, body_pt))

    def _nodes(self, page: _Page, room: Room, *, key: bool) -> list[dot.Node]:
        """Heading, boxes, and what stands beside them, at the places and of the sizes they have on the sheet."""
        drawing, plan, roots = page.drawing, page.plan, page.sheet.roots
        heading = plan.said.heading(page.sheet, page.of, plan.diagram)
        nodes = [
            _same(
                plan,
                "title",
                (0, 0),
                *(plan.titles(heading, roots, r, key=k)[drawing.title] for r, k in ((plan.room, False), (room, key))),
            )
        ]
        for box in (box for root in roots for box in root.walk()):
            style, m = drawing.styles[box.name], plan.measuring
            label = box_label(box, style, m.theme, m.words, numbered=m.numbered, fill=room)
            size = drawing.sizes[box.name]
            nodes.append(dot.Node(box.name, label, *drawing.boxes[box.name], size.width, size.height))
        if drawing.legend:
            way, at = drawing.legend
            nodes.append(_same(plan, "legend", at, *(plan.feet(roots, r)[way] for r in (plan.room, room))))
        return nodes

    def _told(self, data: bytes, name: str, page: _Page, *, key: bool) -> bytes:
        """Told to those who do not see it: boxes with the numbers of their blanks. Answers are only seen."""
        w, plan = self.look.words, page.plan
        heading = plan.said.heading(page.sheet, page.of, plan.diagram)
        source = source_line(self.worksheet.map.article, w)
        counted = w.say("worksheet.heard", n=len(set(plan.numbers(page.sheet.roots))))
        mark = f"{w['worksheet.key']}. {w['worksheet.key_note']}" if key else ""
        told = (mark, f"{source}." if source else "", counted, *heading.heard, plan.code)
        return accessible(
            data,
            prefix=name,
            title=". ".join(part for part in (heading.title, heading.sheet) if part),
            description=" ".join(part for part in told if part),
            sentences={**plan.said.sentences(page.sheet), "title": ""},
            language=w.code,
        )

    def _problems(self, page: _Page, body_pt: float) -> tuple[Diagnostic, ...]:
        def readable(look: Look, _: object) -> bool:
            other = WorksheetPlan(self.worksheet, look, look.paper.least_pt or FONT_SIZE)
            return look.level == self.look.level and other.readable()

        return tuple(problems(page.plan, page.sheet, body_pt, page.of, readable))


def _same(plan: WorksheetPlan, name: str, at: tuple[float, float], sheet: str, drawn: str) -> dot.Node:
    """A label at the place and of the size that another has on the sheet.

    Raises:
        DrawingFailed: It came out of another size; boxes of sheet and key would not lie on each other.
    """
    plan.measuring.exact((), [sheet, drawn])
    one, other = plan.measuring.as_drawn(sheet), plan.measuring.as_drawn(drawn)
    if abs(one.width - other.width) > SAME or abs(one.height - other.height) > SAME:
        raise DrawingFailed(f"the {name} of a worksheet came out of another size on its key")
    return dot.Node(name, drawn, *at, one.width, one.height)
