"""A conflict as a tree: the question, both answers, and below them what it turns on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from argmap.codes import problem
from argmap.comparison.records import Comparison, Finding
from argmap.diagnostics import Diagnostic
from argmap.diagram.butterfly import MOST, Answer
from argmap.diagram.crux import Crux, Ground, Point, conflicts, crux
from argmap.languages import Words
from argmap.layout.hanging import Columns, from_trunk, to_hanging
from argmap.layout.lines import Face, Ruler
from argmap.layout.paper import PAPERS
from argmap.renderers.butterfly_cells import Boxed, WingSetter, lap
from argmap.renderers.cells import Band, Block, Cell, Setter
from argmap.renderers.font_problems import font_problems
from argmap.renderers.headings import headline, running, sources_in_lines
from argmap.renderers.look import Look, ViewOptions
from argmap.renderers.page import Leaf, SizeOf, Spaced, Wire, band_height, draw_leaf, estimated, heights, texts
from argmap.renderers.picture import Picture
from argmap.renderers.setting import within_room
from argmap.renderers.sheet_ruler import Sizes, ruler_for
from argmap.renderers.sheet_style import Style, bodies
from argmap.renderers.table_markup import Frame
from argmap.theme import Accent, Theme

_FEWER: Final = (None, 8, 5, 3, 1)
"""So many points of a kind are shown, where there is no room for more."""

_EASY: Final = 1.1  # times the smallest size that can be read
_SPINE: Final = 22.0  # between the question and the answers
_INDENT: Final = 20.0  # of boxes that hang, and of those below them
_WIDEST: Final = 0.44  # of the page, for a column

_ENDLESS: Final = 900.0
"""How wide a sheet of no paper is."""


def draw_crux(c: Comparison, look: Look, options: ViewOptions) -> tuple[Picture, ...]:
    """A sheet for each conflict, at most six, the most central one first.

    Raises:
        DrawingFailed: There is no conflict, or no Graphviz, or it could not draw this.
    """
    found = conflicts(c, options.findings(c))
    shown, left = found[:MOST], len(found) - MOST
    sizes = Sizes()
    name = "-".join(m.id for m in c.maps).replace("#", "-") + "-crux"
    made = []
    for number, f in enumerate(shown, start=1):
        page = replace(_fitted(c, f, look, sizes)[0], left=max(left, 0))
        called = f"{name}-{number}" if len(shown) > 1 else name
        sizes.measure(texts(band for _, band in page.leaf(sizes).bands))
        data, body_pt = draw_leaf(page.leaf(sizes), look, sizes, name=called)
        told = (*_too_small(c, f, look, body_pt, sizes), *font_problems(page.crux))
        made.append(Picture(called, look.kind, data, body_pt, told))
    return tuple(made)


@dataclass(frozen=True)
class CruxPage:
    """A conflict in one size of type; `left` conflicts more were asked about."""

    crux: Crux
    style: Style
    theme: Theme
    ruler: Ruler
    words: Words
    left: int = 0

    def fits(self, size_of: SizeOf) -> bool:
        """Whether the paper holds it."""
        return self.leaf(size_of).height <= self.style.paper.height

    def all_bands(self) -> Iterator[Band]:
        """All its bands, by estimated heights."""
        yield from (band for _, band in self.leaf(estimated).bands)

    def leaf(self, size_of: SizeOf) -> Leaf:
        """The sheet, everything at its place."""
        top, foot = list(self._top()), list(self._foot())
        start = heights(top, size_of) + 1.5 * self.style.gap
        bands = list(running(top, 0, size_of))
        answers, wires, low = self._answers(start, size_of)
        below, more, low = self._grounds(start, low, size_of)
        bands += [*answers, *below]
        rest = self.style.paper.height - low - heights(foot, size_of)
        low += rest if self.style.own_sheets and rest > 0 else 0
        bands += running(foot, low, size_of)
        height = low + heights(foot, size_of)
        asked = self.crux.asked
        return Leaf(asked.title, self._described(), self.style, tuple(bands), height, (*wires, *more))

    @cached_property
    def _setter(self) -> Setter:
        return Setter(self.style, self.theme, self.ruler)

    @property
    def _middle(self) -> float:
        return round(0.26 * self.style.width)

    @property
    def _side(self) -> float:
        return (self.style.width - self._middle) / 2 - _SPINE

    def _accent(self, letter: str) -> Accent:
        return self.theme.author_a if letter == "A" else self.theme.author_b

    @cached_property
    def _boxes(self) -> tuple[tuple[Boxed, ...], ...]:
        found = []
        for wing in self.crux.asked.wings:
            accent = self._accent(wing.letter)
            setter = WingSetter(self.style, self.theme, self.ruler, self._side, accent, self.words, frozenset[str]())
            boxes = [setter.answer(_counted_elsewhere(a), f"{wing.letter}{i}", "") for i, a in enumerate(wing.answers)]
            boxes += [setter.also(wing.also, f"{wing.letter}x")] if wing.also else []
            found.append(tuple(boxes))
        return tuple(found)

    def _top(self) -> Iterator[Spaced]:
        s = self.style
        yield 0, headline(self._setter, self.crux.asked.title)
        heads = []
        for wing in self.crux.asked.wings:
            accent = self._accent(wing.letter)
            called = f"{wing.letter}\u00a0\u00a0{wing.name}"
            name = self._setter.lines(called, "bold", s.heading, accent.text, self._side - 2 * s.pad, align="center")
            left = 0 if wing.letter == "A" else s.width - self._side
            frame = Frame(0, "solid", accent.bar, accent.bar)
            heads.append(Cell(left, self._side, (Block(name),), pad=s.pad / 2, frame=frame))
        yield s.gap, tuple(heads)

    def _question(self) -> Cell:
        s, t = self.style, self.theme
        room = self._middle - 2 * s.pad - 8
        sign = self._setter.lines(self.crux.asked.symbol, "bold", s.mark + 4, t.differ, room, align="center")
        asked = self._setter.lines(self.crux.asked.question, "bold", s.body + 1.5, t.ink, room, align="center")
        glosses = [self.words["sheet.mark.conflict"], self.crux.kind]
        said = [self._setter.lines(g, "italic", s.small, t.ink, room, align="center") for g in glosses if g]
        blocks = (Block(sign), Block(asked, above=2, spoken=self.crux.asked.title), *(Block(g, above=2) for g in said))
        frame = Frame(2, "solid", t.differ, t.differ_tint, double=True)
        left = (s.width - self._middle) / 2
        return Cell(left, self._middle, blocks, pad=s.pad + 4, frame=frame, name="question")

    def _answers(self, start: float, size_of: SizeOf) -> tuple[list[Spaced], list[Wire], float]:
        """The question between the two answers, and where the lowest of the three ends."""
        question = self._question()
        found: list[Spaced] = [(start, (question,))]
        wires: list[Wire] = []
        low = start + band_height((question,), size_of)
        for i, boxes in enumerate(self._boxes):
            left = 0 if i == 0 else self.style.width - self._side
            at = start
            edge, inner = (self._side, question.left) if i == 0 else (left, question.left + self._middle)
            for n, box in enumerate(boxes):
                grip = at + band_height((box.head,), size_of) / 2
                if n == 0:
                    style = {"color": self._accent("AB"[i]).line, "penwidth": "3", "arrowhead": "none"}
                    wires.append(Wire(box.head.name, "question", ((edge, grip), (inner, grip)), style))
                for cell in _cells(box):
                    high = band_height((cell,), size_of)
                    found.append((at, (replace(cell, left=left, least=high),)))
                    at += high - lap(cell)
                at += self.style.gap
            low = max(low, at)
        return found, wires, low

    def _grounds(self, start: float, low: float, size_of: SizeOf) -> tuple[list[Spaced], list[Wire], float]:
        """What it turns on: a column for each kind, on a line from the foot of the question."""
        s, t = self.style, self.theme
        columns = Columns(len(self.crux.grounds), s.width, 2 * s.gap, _WIDEST * s.width)
        foot = (s.width / 2, start + band_height((self._question(),), size_of))
        bus = max(low, foot[1]) + s.gap
        top = bus + 1.5 * s.gap
        found: list[Spaced] = []
        wires: list[Wire] = []
        line = {"color": t.ink, "penwidth": "1.6", "arrowhead": "none"}
        lowest = top
        for n, ground in enumerate(self.crux.grounds):
            left, width = columns.left(n), columns.width
            head = self._heading(ground, left, width, first=n == 0)
            found.append((top, (head,)))
            wires.append(Wire("question", head.name, from_trunk(foot, (left + width / 2, top), bus), line))
            under = top + band_height((head,), size_of)
            at = under + s.gap
            for i, point in enumerate(self._shown(ground)):
                indent = _INDENT * (1 + min(point.depth, 3))
                cell = self._point(point, left + indent, width - indent, f"{head.name}-{i}")
                high = band_height((cell,), size_of)
                found.append((at, (cell,)))
                grip = at + min(high / 2, 1.2 * s.body)
                way = to_hanging((left + _INDENT / 2, under), (left + indent, grip))
                wires.append(Wire(head.name, cell.name, way, line))
                at += high + s.gap
            lowest = max(lowest, at)
        if self.crux.caution:
            caution = self._setter.wide(self.crux.caution, face="italic", size=s.body, colour=t.ink)
            found.append((lowest + s.gap / 2, caution))
            lowest += s.gap / 2 + band_height(caution, size_of)
        return found, wires, lowest

    def _shown(self, ground: Ground) -> list[Point]:
        more = [Point(self.words.say("crux.more", n=ground.left))] if ground.left else []
        return [*ground.points, *more]

    def _heading(self, ground: Ground, left: float, width: float, *, first: bool) -> Cell:
        s, t = self.style, self.theme
        room = width - 2 * s.pad
        title = self._setter.lines(self.words["crux.turns_on"], "plain", s.small, t.muted, room, align="center")
        said = self._setter.lines(ground.heading, "bold", s.body, t.ink, room, align="center")
        blocks = (Block(title), Block(said, above=1)) if first else (Block(said),)
        frame = Frame(2 if first else 1, "solid", t.ink, t.foot)
        return Cell(left, width, blocks, pad=s.pad, frame=frame, name=f"k{ground.kind}")

    def _point(self, point: Point, left: float, width: float, name: str) -> Cell:
        s, t = self.style, self.theme
        room = width - 2 * s.pad - (6 if point.disputed else 0)
        face: Face = "bold" if point.disputed else "plain"
        lead = point.lead or point.letter
        written = ": ".join(part for part in (lead, point.text) if part)
        mark = "!" if point.disputed else ""
        text = self._setter.lines(written, face, s.body, t.ink, room, mark=mark, lead=lead)
        said = f"{written}. {point.note}" if point.note else written
        blocks = [Block(text, spoken=said)]
        if point.note:
            blocks.append(Block(self._setter.lines(point.note, "italic", s.small, t.ink, room), above=1))
        frame = Frame(1, "solid", t.ink, t.box)
        if point.letter:
            accent = self._accent(point.letter)
            frame = Frame(1, "solid", accent.line, accent.tint)
        elif point.disputed:
            frame = Frame(3 if point.double else 1, "solid", t.differ, t.differ_tint, double=True)
        pad = s.pad + (3 if point.disputed else 0)
        return Cell(left, width, tuple(blocks), pad=pad, frame=frame, name=name)

    def _foot(self) -> Iterator[Spaced]:
        s, muted = self.style, self.theme.muted
        more = [self.words["sheet.wording"]]
        more += [self.words.counted("butterfly.more", self.left)] if self.left else []
        for i, text in enumerate([*sources_in_lines(self._setter, self.crux.asked.wings), " ".join(more)]):
            yield (1 if i else 2 * s.gap), self._setter.wide(text, size=s.foot, colour=muted)

    def _described(self) -> str:
        wings = self.crux.asked.wings
        sources = " ".join(f"{wing.letter}: {wing.source}." for wing in wings if wing.source)
        turns = "; ".join(ground.heading for ground in self.crux.grounds)
        return f"{self.words['crux.turns_on']}: {turns}. {sources} {', '.join(wing.version for wing in wings)}."


def _counted_elsewhere(answer: Answer) -> Answer:
    """An answer without the number of what stands under it: the sheet is about what it turns on."""
    return replace(answer, branches=tuple(replace(branch, hidden=0) for branch in answer.branches))


def _cells(box: Boxed) -> Iterator[Cell]:
    yield box.head
    for told in box.told:
        yield told.main
        if told.foot:
            yield told.foot


def _fitted(c: Comparison, f: Finding, look: Look, sizes: Sizes) -> tuple[CruxPage, bool]:
    """The page with as many points as fit in type that is read with ease; and whether the paper holds it at all."""
    pages = [crux(c, f, look.words, level=look.shown, most=most) for most in _FEWER]
    paper = replace(look.paper, width=_ENDLESS) if look.paper.endless else look.paper
    styles = [Style(paper, body) for body in bodies(look.paper)]
    ruler = ruler_for((tuple(pages), tuple(look.words.table.values())), styles, sizes)
    easy = [s for s in styles if s.body >= _EASY * look.paper.least_pt or look.paper.name == "slide"] or styles
    for some in (easy, styles[len(easy) :]):
        for shown in pages:
            for style in some:
                page = CruxPage(shown, style, look.theme, ruler, look.words)
                if page.fits(estimated):
                    page = within_room(page, sizes)
                    if page.fits(sizes):
                        return page, True
    return within_room(CruxPage(pages[-1], styles[-1], look.theme, ruler, look.words), sizes), False


def _too_small(c: Comparison, f: Finding, look: Look, body_pt: float, sizes: Sizes) -> tuple[Diagnostic, ...]:
    paper = look.paper
    if body_pt >= paper.least_pt:
        return ()
    tried = [("--level title", replace(look, level="title"))] if look.shown != "title" else []
    tried += [(f"--paper {on}", replace(look, paper=PAPERS[on])) for on in ("a4-portrait", "a3", "a3-portrait")]
    help_ = next((said for said, other in tried if _fitted(c, f, other, sizes)[1]), "--paper fit")
    message = f"the text prints at {body_pt:.1f} pt on {paper.name}; {paper.least_pt:g} pt can be read"
    return (problem("AM901", message, help=f"try {help_}"),)
