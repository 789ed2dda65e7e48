"""Which bands stand on which page of a comparison: title, heads, the rows that fit, and the foot."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.diagram.sheet import ComparisonSheet, Section, SectionKind
from argmap.layout.lines import Ruler
from argmap.layout.table import Measures, Stretch, paginate
from argmap.renderers.comparison_cells import Band, Typesetter
from argmap.renderers.comparison_page import SizeOf, band_height, estimated
from argmap.renderers.sheet_keys import Page, elsewhere, keys, marks
from argmap.renderers.sheet_style import Style
from argmap.theme import Theme


@dataclass(frozen=True)
class Composition:
    """A sheet in one size of type. Heights come from outside: estimated to choose a size, measured to draw."""

    sheet: ComparisonSheet
    style: Style
    theme: Theme
    ruler: Ruler

    @cached_property
    def _setter(self) -> Typesetter:
        return Typesetter(self.style, self.theme, self.ruler)

    @cached_property
    def _rows(self) -> tuple[tuple[Band, ...], ...]:
        return tuple(tuple(map(self._setter.row, section.rows)) for section in self.sheet.sections)

    def pages(self, size_of: SizeOf = estimated) -> tuple[Page, ...]:
        """The rows on pages; one page without any if nothing was found."""
        if not self.sheet.sections:
            return ((),)
        whole = tuple(Stretch(i, 0, len(section.rows)) for i, section in enumerate(self.sheet.sections))
        measures = self._measures(size_of)
        if measures.page_height(whole) <= self._room(whole, 0, 1, size_of):
            return (whole,)
        known: dict[tuple[object, ...], float] = {}

        def room(page: Sequence[Stretch], opening: bool) -> float:
            explained = (opening, page[0].section, *marks(self.sheet, page), *keys(self.sheet, page))
            if explained not in known:
                known[explained] = self._room(tuple(page), 0 if opening else 10, 11, size_of)
            return known[explained]

        return paginate(measures, room, together=not self.style.own_sheets)

    def fits(self, size_of: SizeOf) -> bool:
        """Whether every page holds its rows: one row may be higher than any page."""
        pages = self.pages(size_of)
        return all(self.bands(pages, i, size_of)[1] <= self.style.paper.height for i in range(len(pages)))

    def title(self, pages: tuple[Page, ...], index: int) -> str:
        """The title of a page."""
        return self._later_title(pages[index][0]) if index else self.sheet.title

    def bands(self, pages: tuple[Page, ...], index: int, size_of: SizeOf) -> tuple[list[tuple[float, Band]], float]:
        """All bands of a page with their distance from its top, and how high the page is."""
        top: float = 0
        found = []
        for before, band in self._page(pages[index], index, len(pages)):
            found.append((top + before, band))
            top += before + band_height(band, size_of)
        spare = self.style.paper.height - top
        if self.style.own_sheets and spare > 0:  # the foot stands at the foot of a slide
            kept = len(found) - sum(1 for _ in self._foot(pages[index], index, len(pages)))
            found[kept:] = [(at + spare, band) for at, band in found[kept:]]
            top += spare
        return found, top

    def bands_of(self, pages: tuple[Page, ...]) -> Iterator[Band]:
        """All bands of all pages."""
        for index, page in enumerate(pages):
            yield from (band for _, band in self._page(page, index, len(pages)))

    def _page(self, page: Page, index: int, count: int) -> Iterator[tuple[float, Band]]:
        gap = self.style.gap
        title = self._later_title(page[0]) if index else self.sheet.title
        yield from self._top(title, page, opening=not index)
        for stretch in page:
            yield 2 * gap, self._heading(self.sheet.sections[stretch.section], stretch.part, stretch.parts)
            for band in self._rows[stretch.section][stretch.start : stretch.stop]:
                yield gap, band
        yield from self._foot(page, index, count)

    def _top(self, title: str, page: Page, *, opening: bool) -> Iterator[tuple[float, Band]]:
        yield 0, self._setter.wide(title, face="bold", size=self.style.title, colour=self.theme.ink)
        yield self.style.gap, self._setter.heads(self.sheet.heads, marks(self.sheet, page), theses=opening)

    def _later_title(self, first: Stretch) -> str:
        return self.sheet.sections[first.section].headline

    def _heading(self, section: Section, part: int, parts: int) -> Band:
        colours: dict[SectionKind, str] = {"differ": self.theme.differ, "only-one": self.theme.silent}
        colour = colours.get(section.kind, self.theme.ink)
        return self._setter.heading(section.title + _of(part, parts), section.gloss, colour)

    def _foot(self, page: Page, index: int, count: int, *, every: bool = False) -> Iterator[tuple[float, Band]]:
        s, lines = self.style, [head.source for head in self.sheet.heads]
        more = [*keys(self.sheet, page), *(self.sheet.foot if index == 0 else self.sheet.foot[:1])]
        if count > 1:
            more.append(f"Sheet {index + 1} of {count}; on the others: {elsewhere(self.sheet, () if every else page)}.")
        if self.ruler.width("  ".join(lines), "plain", s.foot) < s.width:
            lines = ["\u00a0 ".join(lines)]
        for i, line in enumerate([*lines, " ".join(more)]):
            band = self._setter.wide(line, size=s.foot, colour=self.theme.muted)
            yield (1 if i else 2 * s.gap), band

    def _measures(self, size_of: SizeOf) -> Measures:
        headings = tuple(band_height(self._heading(s, 9, 10), size_of) for s in self.sheet.sections)
        rows = tuple(tuple(band_height(band, size_of) for band in bands) for bands in self._rows)
        return Measures(headings, rows, self.style.gap, 2 * self.style.gap)

    def _room(self, page: Page, index: int, count: int, size_of: SizeOf) -> float:
        """What title, heads and foot leave to the rows, were the foot to name all groups."""
        title = self._later_title(page[0]) if index else self.sheet.title
        top = self._height(self._top(title, page, opening=not index), size_of)
        return self.style.paper.height - top - self._height(self._foot(page, index, count, every=True), size_of)

    def _height(self, bands: Iterable[tuple[float, Band]], size_of: SizeOf) -> float:
        return sum(before + band_height(band, size_of) for before, band in bands)


def _of(part: int, parts: int) -> str:
    return f", {part} of {parts}" if parts > 1 else ""
