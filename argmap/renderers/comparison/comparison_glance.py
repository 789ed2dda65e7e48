"""The first of several sheets of a comparison: as many of the most central findings as one page holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from argmap.diagram.sheet import Choice, ComparisonSheet, Glance, Mention, SectionKind
from argmap.languages import ENGLISH, Words
from argmap.layout.lines import Ruler
from argmap.layout.table import chosen
from argmap.renderers.comparison.comparison_cells import Typesetter
from argmap.renderers.comparison.sheet_keys import Pages, described, keys, marks, meanings, numbered
from argmap.renderers.pages.cells import Band
from argmap.renderers.pages.page import Leaf, SizeOf, Spaced, estimated, heights, stacked
from argmap.renderers.pages.sheet_style import Style
from argmap.theme import Theme

_COUNTED: Final[dict[SectionKind, str]] = {"agree": "agreements", "differ": "differences"}

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
    words: Words = ENGLISH

    @cached_property
    def _setter(self) -> Typesetter:
        return Typesetter(self.style, self.theme, self.ruler, self.words)

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
        told = described(self.sheet, 1, self.pages.count, self.words)
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
                sheets = numbered(self.pages.sheets_of(self._index(choice.kind), left), self.words)
                text = self.words.counted(f"sheet.{_COUNTED[choice.kind]}", len(left), sheets=sheets)
                yield gap / 2, setter.wide(text, size=self.style.small, colour=self.theme.muted)
        if self.glance.mentions:
            first, *others = self.glance.mentions
            text = " · ".join([self._found(first), *(f"{other.title}: {self._found(other)}" for other in others)])
            yield 2 * gap, setter.section(first.kind, first.title, text, small=True)

    def _found(self, mention: Mention) -> str:
        return f"{mention.text} ({numbered(self.pages.sheets_of(self._index(mention.kind)), self.words)})"

    def _gloss(self, choice: Choice, n: int) -> str:
        """What the signs of a group mean; where all of it is here, also where to find it in full."""
        meant = meanings(self.words)
        said = [f"{mark} {meant[mark]}" for mark in marks(choice.rows[:n])]
        if n == len(choice.rows):
            sheets = numbered(self.pages.sheets_of(self._index(choice.kind)), self.words)
            said.append(self.words.say("sheet.in_full", sheets=sheets))
        return " · ".join(said)

    def _index(self, kind: str) -> int:
        return next(i for i, section in enumerate(self.sheet.sections) if section.kind == kind)

    def _foot(self, counts: Sequence[int]) -> Iterator[Spaced]:
        rows = [row for choice, n in zip(self.glance.choices, counts, strict=True) for row in choice.rows[:n]]
        number = self.words.say("sheet.first", all=self.pages.count)
        yield from self._setter.foot(
            self.sheet.heads, " ".join([*keys(rows, self.words), *self.sheet.foot[:1], number])
        )
