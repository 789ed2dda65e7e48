"""The legend of a butterfly, where it comes from and whose the words are: in the emptiest part of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from argmap.diagram.butterfly import Butterfly
from argmap.languages import Words
from argmap.renderers.figures.butterfly_legend import legend
from argmap.renderers.pages.cells import SPARE, Block, Cell, Setter
from argmap.renderers.pages.headings import sources_in_lines
from argmap.renderers.pages.page import SizeOf, Spaced, band_height

_WIDER: Final = 1.5  # a column of the legend, at most, than the question


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of the page that may be free: its left edge, its width, and from where down."""

    left: float
    width: float
    top: float


@dataclass(frozen=True, slots=True)
class Foot:
    """Sets all that explains a drawing; a column of its legend is at least as wide as `column`.

    `left` questions more were asked about.
    """

    page: Butterfly
    setter: Setter
    words: Words
    column: float
    left: int

    def best(self, middle: Spot, corners: Sequence[Spot], low: float, size_of: SizeOf) -> tuple[list[Spaced], float]:
        """The bands where they make the page least high, and how high it is then.

        Below the question, in a corner that a shorter wing leaves free, or across the page below all that is drawn,
        which is `low`. On pages of one height all stands at the lower edge.
        """
        style = self.setter.style
        least = style.paper.height if style.own_sheets else 0.0
        page = Spot(0, style.width, low + 2 * style.gap)
        ways = [(spot, list(self._block(spot, size_of))) for spot in (*corners, page)]
        under = list(self._column(middle, size_of))
        ends = [_low([(spot.top + at, band) for at, band in bands], size_of) for spot, bands in ways]
        prints = list(self._print(page, 0, size_of))
        deepest = max(low, _low(under, size_of))
        ends.append(deepest + 2 * style.gap + _low(prints, size_of))
        best = min(range(len(ends)), key=lambda i: (max(ends[i], low), i))
        bottom = max(ends[best], low, least)
        if best == len(ways):
            at = bottom - _low(prints, size_of)
            return [*under, *((at + y, band) for y, band in prints)], bottom
        _, bands = ways[best]
        at = bottom - _low(bands, size_of)
        return [(at + y, band) for y, band in bands], bottom

    def _column(self, spot: Spot, size_of: SizeOf) -> Iterator[Spaced]:
        """The legend in one column."""
        at = spot.top
        for cell in legend(self.page, self.setter, self.words, spot.width):
            yield at, (replace(cell, left=spot.left),)
            at += band_height((cell,), size_of) + self.setter.style.gap / 2

    def _block(self, spot: Spot, size_of: SizeOf) -> Iterator[Spaced]:
        """The legend in columns, and below it the small print; from 0 down."""
        gap = self.setter.style.gap
        between = 2 * gap
        count = max(1, int((spot.width + between) / (self.column + between)))
        width = min((spot.width - (count - 1) * between) / count, _WIDER * self.column)
        cells = legend(self.page, self.setter, self.words, width)
        low = 0.0
        for n, column in enumerate(_in_columns(cells, count, gap / 2, size_of)):
            at = 0.0
            for cell in column:
                yield at, (replace(cell, left=spot.left + n * (width + between)),)
                at += band_height((cell,), size_of) + gap / 2
            low = max(low, at)
        yield from self._print(spot, low + gap / 2 if low else 0, size_of)

    def _print(self, spot: Spot, at: float, size_of: SizeOf) -> Iterator[Spaced]:
        """The articles, whose the words are, and how much else was asked for."""
        s, t = self.setter.style, self.setter.theme
        more = [self.words["sheet.wording"]]
        more += [self.words.counted("butterfly.more", self.left)] if self.left else []
        for line in [*sources_in_lines(self.setter, self.page.wings, spot.width), " ".join(more)]:
            text = self.setter.lines(line, "plain", s.foot, t.muted, SPARE * spot.width)
            cell = Cell(spot.left, spot.width, (Block(text),))
            yield at, (cell,)
            at += band_height((cell,), size_of) + 1


def _in_columns(cells: Sequence[Cell], count: int, gap: float, size_of: SizeOf) -> list[list[Cell]]:
    """Cells in at most so many columns, filled downwards, as low as that goes."""
    heights = [band_height((cell,), size_of) + gap for cell in cells]
    for room in sorted({sum(heights[i:j]) for i in range(len(cells)) for j in range(i + 1, len(cells) + 1)}):
        columns: list[list[Cell]] = []
        free = 0.0
        for cell, high in zip(cells, heights, strict=True):
            if high > free + 0.01:
                columns.append([])
                free = room
            columns[-1].append(cell)
            free -= high
        if len(columns) <= count and max(heights) <= room + 0.01:
            return columns
    return []


def _low(bands: Sequence[Spaced], size_of: SizeOf) -> float:
    return max((at + band_height(band, size_of) for at, band in bands), default=0.0)
