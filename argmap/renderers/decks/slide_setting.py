"""One slide in its place: its rows set in the largest type that fits, each box with the step it appears in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from argmap.layout.lines import Face
from argmap.renderers.pages.cells import Block, Cell, Setter
from argmap.renderers.pages.page import SizeOf, Spaced, band_height, texts
from argmap.renderers.pages.sheet_ruler import Sizes
from argmap.renderers.pages.table_markup import Align, Frame, Line, Lines
from argmap.teaching.deck import Box, Deck, Row, Slide, Text, Tone
from argmap.teaching.deck_room import BAR, DEEPER, FOOT, GAP, HEIGHT, PAD, WIDTH
from argmap.theme import Accent, Theme

Stepped = tuple[int, Spaced]
"""A band at its place, and the step it appears in."""

_LINES: Final[dict[Tone, Line]] = {
    "diverge": "dashed",
    "one-sided": "dotted",
    "undetermined": "dashed",
    "condition": "dotted",
}
_FACES: Final[dict[str, Face]] = {"plain": "plain", "bold": "bold", "quote": "italic", "small": "plain"}
_THICK: Final = frozenset({"agree", "agree-but"})


@dataclass(frozen=True, slots=True)
class SlideSetter:
    """Sets slides in one size of type, in a field of a page.

    Attributes:
        setter: Breaks lines, in the style of that size.
        sizes: Measures them.
        scale: How large the field is to a whole slide.
        left: Where the field begins.
        top: Likewise.
    """

    setter: Setter
    sizes: Sizes
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    @property
    def body(self) -> float:
        """The size of running text."""
        return self.setter.style.body

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self.setter.theme

    def placed(self, slide: Slide, deck: Deck, number: int) -> tuple[list[Stepped], float]:
        """Everything on a slide at its place, and how high it is in points of a whole slide, its foot included."""
        width, gap = WIDTH * self.scale, GAP * self.body
        above = [
            Cell(self.left, width, (Block(self._lines(text, face, size, colour, width)),))
            for text, size, face, colour in self._top(slide)
        ]
        rows = [list(self._row(row)) for row in slide.rows]
        foot = self._foot(deck, number)
        self.sizes.measure(texts([(*above, *foot, *(cell for cells in rows for _, cell in cells))]))
        found: list[Stepped] = []
        top = self.top
        for cell in above:
            found.append((0, (top, (cell,))))
            top += self._height(cell)
        top += gap
        for cells in rows:
            high = max((self._height(cell) for _, cell in cells), default=0.0)
            found += [(step, (top, (replace(cell, least=high),))) for step, cell in cells]
            top += high + gap
        low = self.top + HEIGHT * self.scale - max(self._height(cell) for cell in foot)
        found += [(0, (low, (cell,))) for cell in foot]
        return found, (top - low) / self.scale + HEIGHT

    def _top(self, slide: Slide) -> Iterator[tuple[str, float, Face, str]]:
        if slide.context:
            yield slide.context, self._foot_size + 2 * self.scale, "plain", self.theme.muted
        yield slide.title, self.setter.style.title, "bold", self.theme.ink

    @property
    def _foot_size(self) -> float:
        return max(FOOT * self.scale, 6.5)

    def _foot(self, deck: Deck, number: int) -> tuple[Cell, Cell]:
        """Whose words these are, and which slide it is."""
        width = WIDTH * self.scale
        t, size = self.theme, self._foot_size
        said = self._lines(deck.foot, "plain", size, t.muted, 0.8 * width)
        page = self._lines(f"{number} / {len(deck.slides)}", "plain", size, t.muted, 0.18 * width, align="right")
        return (
            Cell(self.left, 0.82 * width, (Block(said),)),
            Cell(self.left + 0.82 * width, 0.18 * width, (Block(page),)),
        )

    def _row(self, row: Row) -> Iterator[tuple[int, Cell]]:
        """The bar and the boxes of a row, from left to right."""
        body, width = self.body, WIDTH * self.scale
        left, right = self.left + row.depth * DEEPER * body, self.left + width
        if row.bar:
            yield row.step, self._bar(row, left, BAR * body)
            left += BAR * body
        across = right - left
        between = 0.0 if row.bar else GAP * body  # what only works together touches
        room = across - between * (len(row.boxes) - 1)
        for box, part in zip(row.boxes, row.parts, strict=True):
            yield box.step, self._box(box, left, part * room)
            left += part * room + between

    def _bar(self, row: Row, left: float, width: float) -> Cell:
        accent = self._accent(row.tone)
        pad = PAD * self.body
        colour, fill = (accent.text, accent.bar) if accent else (self.theme.ink, self.theme.foot)
        lines = self._lines(row.bar, "bold", self.body, colour, width - 2 * pad, align="center")
        border = self.theme.bar_border or fill
        return Cell(left, width, (Block(lines),), pad=pad, frame=Frame(1, "solid", border, fill))

    def _box(self, box: Box, left: float, width: float) -> Cell:
        pad = PAD * self.body
        dark = box.tone == "thesis"
        blocks = tuple(Block(self._text(text, width - 2 * pad, dark=dark)) for text in box.texts)
        return Cell(left, width, blocks, pad=pad, frame=self._frame(box.tone), centred=len(box.texts) == 1)

    def _text(self, text: Text, room: float, *, dark: bool) -> Lines:
        t, style = self.theme, self.setter.style
        small = text.face in ("quote", "small")
        face = _FACES[text.face]
        colour = t.thesis_text if dark else t.muted if small else t.ink
        return self._lines(text.words, face, style.small if small else self.body, colour, room)

    def _lines(self, text: str, face: Face, size: float, colour: str, room: float, *, align: Align = "left") -> Lines:
        return self.setter.lines(text, face, size, colour, room, align=align)

    def _height(self, cell: Cell) -> float:
        return band_height((cell,), self.sizes)

    def _accent(self, tone: Tone) -> Accent | None:
        t = self.theme
        named: dict[Tone, Accent] = {
            "support": t.support,
            "attack": t.attack,
            "undercut": t.undercut,
            "a": t.author_a,
            "b": t.author_b,
        }
        return named.get(tone)

    def _frame(self, tone: Tone) -> Frame:
        t, accent = self.theme, self._accent(tone)
        line = _LINES.get(tone, "solid")
        if accent:
            return Frame(1, line, accent.line, accent.tint)
        if tone == "thesis":
            return Frame(1, line, t.thesis, t.thesis)
        if tone in ("diverge", "conflict"):
            return Frame(2, line, t.differ, t.differ_tint)
        if tone in _THICK:
            return Frame(3, line, t.ink, t.box)
        if tone in ("one-sided", "undetermined"):
            return Frame(1, line, t.silent, t.ground)
        return Frame(1, line, t.ink if tone == "claim" else t.rule, t.box)


def shown_at(step: int, parts: Sequence[Stepped]) -> tuple[Spaced, ...]:
    """What is there at a step; everything stands where it does at the last."""
    return tuple(band for at, band in parts if at <= step)


def measured(size_of: SizeOf, parts: Sequence[Stepped]) -> float:
    """Where the lowest of some parts ends."""
    return max((top + band_height(band, size_of) for _, (top, band) in parts), default=0.0)
