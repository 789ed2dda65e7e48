"""Which bands stand on which page of a comparison: title, heads, the rows that fit, and the foot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.diagram.sheet import ComparisonSheet, Row
from argmap.languages import ENGLISH, Words
from argmap.layout.lines import Ruler
from argmap.layout.table import Measures, Stretch, paginate
from argmap.renderers.comparison.comparison_cells import Typesetter
from argmap.renderers.comparison.sheet_keys import Page, Pages, claims_on, described, elsewhere, keys, marks, rows_on
from argmap.renderers.pages.cells import Band
from argmap.renderers.pages.page import Leaf, SizeOf, Spaced, band_height, estimated, heights, stacked
from argmap.renderers.pages.sheet_style import Style
from argmap.theme import Theme


@dataclass(frozen=True)
class Composition:
    """A sheet in one size of type. Heights come from outside: estimated to choose a size, measured to draw."""

    sheet: ComparisonSheet
    style: Style
    theme: Theme
    ruler: Ruler
    words: Words = ENGLISH

    @cached_property
    def _setter(self) -> Typesetter:
        return Typesetter(self.style, self.theme, self.ruler, self.words)

    @cached_property
    def _rows(self) -> tuple[tuple[Band, ...], ...]:
        return tuple(tuple(map(self._setter.row, section.rows)) for section in self.sheet.sections)

    def pages(self, size_of: SizeOf = estimated) -> Pages:
        """The rows on pages; one page without any if nothing was found."""
        if not self.sheet.sections:
            return Pages(((),), opened=False)
        whole = tuple(Stretch(i, 0, len(section.rows)) for i, section in enumerate(self.sheet.sections))
        measures = self._measures(size_of)
        lone = sum(len(rows) for rows in self._rows) == 1  # there is nothing to choose from
        if lone or measures.page_height(whole) <= self._room(whole, size_of, alone=True):
            return Pages((whole,), opened=False)
        known: dict[tuple[object, ...], float] = {}

        def room(page: Sequence[Stretch]) -> float:
            rows = tuple(rows_on(self.sheet, page))
            explained = (
                page[0].section,
                page[0].start == 0,
                *marks(claims_on(self.sheet, page)),
                *keys(rows, self.words),
            )
            if explained not in known:
                known[explained] = self._room(tuple(page), size_of, alone=False)
            return known[explained]

        return Pages(paginate(measures, room, together=not self.style.own_sheets), opened=True)

    def fits(self, size_of: SizeOf) -> bool:
        """Whether every page holds its rows: one row may be higher than any page."""
        pages = self.pages(size_of)
        return all(self.leaf(pages, i, size_of).height <= self.style.paper.height for i in range(len(pages.pages)))

    def too_high(self, size_of: SizeOf) -> tuple[str, ...]:
        """The findings whose row is higher than a page of its own."""
        measures = self._measures(size_of)
        alone = sum(map(len, self._rows)) == 1
        found = []
        for i, section in enumerate(self.sheet.sections):
            for j, row in enumerate(section.rows):
                page = (Stretch(i, j, j + 1),)
                if measures.page_height(page) > self._room(page, size_of, alone=alone):
                    found.append(row.finding)
        return tuple(found)

    def leaf(self, pages: Pages, index: int, size_of: SizeOf) -> Leaf:
        """A page, all its bands at their places."""
        page, number = pages.pages[index], pages.number(index)
        foot = list(self._foot(page, number, pages.count))
        body = [*self._top(page, alone=not pages.opened), *self._body(page)]
        bands, height = stacked(body, foot, self.style, size_of)
        told = described(self.sheet, number, pages.count, self.words)
        return Leaf(self._title(page, alone=not pages.opened), told, self.style, tuple(bands), height)

    def all_bands(self) -> Iterator[Band]:
        """All bands of all pages, by estimated heights."""
        pages = self.pages()
        for index in range(len(pages.pages)):
            yield from (band for _, band in self.leaf(pages, index, estimated).bands)

    def _body(self, page: Page) -> Iterator[Spaced]:
        gap = self.style.gap
        for stretch in page:
            yield 2 * gap, self._heading(stretch)
            for band in self._rows[stretch.section][stretch.start : stretch.stop]:
                yield gap, band

    def _top(self, page: Page, *, alone: bool) -> Iterator[Spaced]:
        title = self._title(page, alone=alone)
        yield from self._setter.top(title, self.sheet.heads, marks(self._claims(page)), theses=alone)

    def _claims(self, page: Page) -> Iterator[Row]:
        return claims_on(self.sheet, page)

    def _title(self, page: Page, *, alone: bool) -> str:
        return self.sheet.title if alone else self.sheet.sections[page[0].section].headline

    def _heading(self, stretch: Stretch) -> Band:
        section = self.sheet.sections[stretch.section]
        title = section.title
        if stretch.parts > 1:
            title = self.words.say("sheet.part", title=title, part=stretch.part, parts=stretch.parts)
        return self._setter.section(section.kind, title, section.gloss)

    def _foot(self, page: Page, number: int, count: int, *, every: bool = False) -> Iterator[Spaced]:
        said = [*keys(rows_on(self.sheet, page), self.words), *self._tail(() if every else page, number, count)]
        yield from self._setter.foot(self.sheet.heads, " ".join(said))

    def _tail(self, page: Page, number: int, count: int) -> Iterator[str]:
        """Whose words these are, how much was compared, and what the other pages hold."""
        yield from self.sheet.foot if number == 1 + (count > 1) else self.sheet.foot[:1]
        if count > 1:
            others = elsewhere(self.sheet, page, self.words)
            yield self.words.say("sheet.number", n=number, all=count, what=others)

    def _measures(self, size_of: SizeOf) -> Measures:
        headings = tuple(
            band_height(self._heading(Stretch(i, 0, 1, 9, 10)), size_of) for i in range(len(self.sheet.sections))
        )
        rows = tuple(tuple(band_height(band, size_of) for band in bands) for bands in self._rows)
        return Measures(headings, rows, self.style.gap, 2 * self.style.gap)

    def _room(self, page: Page, size_of: SizeOf, *, alone: bool) -> float:
        """What title, heads and foot leave to the rows, were the foot to name all groups."""
        opening = bool(page) and (page[0].section, page[0].start) == (0, 0)
        foot = self._foot(page, 1 if alone else 2 if opening else 10, 1 if alone else 11, every=True)
        return self.style.paper.height - heights(self._top(page, alone=alone), size_of) - heights(foot, size_of)
