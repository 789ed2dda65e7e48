"""The sheet of a conflict in one size of type: the question, both answers, and below them what it turns on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from argmap.diagram.butterfly import Answer
from argmap.diagram.crux import Crux
from argmap.languages import Words
from argmap.layout.lines import Ruler
from argmap.renderers.figures.butterfly_cells import Boxed, WingSetter, lap
from argmap.renderers.figures.crux_grounds import GroundsSetter, accent_of
from argmap.renderers.pages.cells import Band, Block, Cell, Setter
from argmap.renderers.pages.headings import headline, running, sources_in_lines
from argmap.renderers.pages.page import Leaf, SizeOf, Spaced, Wire, band_height, estimated, heights
from argmap.renderers.pages.sheet_style import Style
from argmap.renderers.pages.table_markup import Frame
from argmap.theme import Theme

_SPINE: Final = 22.0  # between the question and the answers


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
        foot_of_question = (self.style.width / 2, start + band_height((self._question(),), size_of))
        turns_on = GroundsSetter(self.crux.grounds, self._setter, self.words)
        below, more, low = turns_on.placed(foot_of_question, low, size_of)
        bands += [*answers, *below]
        if self.crux.caution:
            caution = self._setter.wide(self.crux.caution, face="italic", size=self.style.body, colour=self.theme.ink)
            bands.append((low + self.style.gap / 2, caution))
            low += self.style.gap / 2 + band_height(caution, size_of)
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

    @cached_property
    def _boxes(self) -> tuple[tuple[Boxed, ...], ...]:
        found = []
        for wing in self.crux.asked.wings:
            accent = accent_of(self.theme, wing.letter)
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
            accent = accent_of(self.theme, wing.letter)
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
                    style = {"color": accent_of(self.theme, "AB"[i]).line, "penwidth": "3", "arrowhead": "none"}
                    wires.append(Wire(box.head.name, "question", ((edge, grip), (inner, grip)), style))
                for cell in _cells(box):
                    high = band_height((cell,), size_of)
                    found.append((at, (replace(cell, left=left, least=high),)))
                    at += high - lap(cell)
                at += self.style.gap
            low = max(low, at)
        return found, wires, low

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
