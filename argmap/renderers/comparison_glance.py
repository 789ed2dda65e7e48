"""The first of several sheets of a comparison: as many of the most central findings as one page holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.diagram.sheet import Choice, ComparisonSheet, Glance, Mention
from argmap.layout.lines import Ruler
from argmap.layout.table import chosen
from argmap.renderers.cells import Band
from argmap.renderers.comparison_cells import Typesetter
from argmap.renderers.page import Leaf, SizeOf, Spaced, estimated, heights, stacked
from argmap.renderers.sheet_keys import MEANINGS, Pages, described, keys, marks, numbered
from argmap.renderers.sheet_style import Style
from argmap.theme import Theme

Counts = tuple[int, ...]
"""How many rows of each choice are shown."""


@dataclass(frozen=True)
class Opening:
    """The sheet in one size of type, before the pages that hold everything."""

    sheet: ComparisonSheet
    glance: Glance
    pages: Pages
    style: Style
    theme: Theme
    ruler: Ruler

    @cached_property
    def _setter(self) -> Typesetter:
        return Typesetter(self.style, self.theme, self.ruler)

    @cached_property
    def _rows(self) -> tuple[tuple[Band, ...], ...]:
        return tuple(tuple(map(self._setter.row, choice.rows)) for choice in self.glance.choices)

    def counts(self, size_of: SizeOf = estimated) -> Counts:
        """As many rows as fit, in turns; none of a group whose first row does not fit."""
        most = self.style.paper.height
        return chosen(
            [len(choice.rows) for choice in self.glance.choices],
            lambda counts: heights([*self._body(counts), *self._foot(counts)], size_of) <= most,
        )

    def leaf(self, size_of: SizeOf, counts: Counts | None = None) -> Leaf:
        """The page, all its bands at their places."""
        shown = self.counts(size_of) if counts is None else counts
        bands, height = stacked(list(self._body(shown)), list(self._foot(shown)), self.style, size_of)
        told = described(self.sheet, 1, self.pages.count)
        return Leaf(self.sheet.title, told, self.style, tuple(bands), height)

    def all_bands(self) -> Iterator[Band]:
        """All bands that may come to stand on the page."""
        yield from (band for _, band in self.leaf(estimated).bands)
        yield from (band for rows in self._rows for band in rows)

    def _body(self, counts: Sequence[int]) -> Iterator[Spaced]:
        gap, setter = self.style.gap, self._setter
        yield from setter.top(self.sheet.title, self.sheet.heads, (), theses=True)
        for choice, bands, n in zip(self.glance.choices, self._rows, counts, strict=True):
            yield 2 * gap, setter.section(choice.kind, choice.title, self._gloss(choice, n))
            yield from ((gap, band) for band in bands[:n])
            if left := choice.places[n:]:
                more = f"+ {len(left)} {'more ' if n else ''}{choice.counted[len(left) > 1]}"
                text = f"{more}: {numbered(self.pages.sheets_of(self._index(choice.kind), left))}"
                yield gap / 2, setter.wide(text, size=self.style.small, colour=self.theme.muted)
        if self.glance.mentions:
            first, *others = self.glance.mentions
            text = " · ".join([self._found(first), *(f"{other.title}: {self._found(other)}" for other in others)])
            yield 2 * gap, setter.section(first.kind, first.title, text, small=True)

    def _found(self, mention: Mention) -> str:
        return f"{mention.text} ({numbered(self.pages.sheets_of(self._index(mention.kind)))})"

    def _gloss(self, choice: Choice, n: int) -> str:
        """What the signs of a group mean; where all of it is here, also where to find it in full."""
        said = [f"{mark} {MEANINGS[mark]}" for mark in marks(choice.rows[:n])]
        if n == len(choice.rows):
            said.append(f"in full: {numbered(self.pages.sheets_of(self._index(choice.kind)))}")
        return " · ".join(said)

    def _index(self, kind: str) -> int:
        return next(i for i, section in enumerate(self.sheet.sections) if section.kind == kind)

    def _foot(self, counts: Sequence[int]) -> Iterator[Spaced]:
        rows = [row for choice, n in zip(self.glance.choices, counts, strict=True) for row in choice.rows[:n]]
        number = f"Sheet 1 of {self.pages.count}: what is most central to both, in short."
        yield from self._setter.foot(self.sheet.heads, " ".join([*keys(rows), *self.sheet.foot[:1], number]))
