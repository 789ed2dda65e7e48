"""Which bands of a table stand on which page: title, heads, the rows that fit, and the foot with its legend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.diagram.sheet import Absence, Driver, Part, Passage
from argmap.diagram.table import Entry, Table, TableRow
from argmap.errors import DrawingFailed
from argmap.languages import Words
from argmap.layout.lines import Ruler
from argmap.layout.table import Measures, Stretch
from argmap.layout.table_flow import flow
from argmap.renderers.pages.cells import Band
from argmap.renderers.pages.marks import SIGNS
from argmap.renderers.pages.page import Leaf, SizeOf, Spaced, band_height, estimated, heights, stacked
from argmap.renderers.pages.sheet_style import Style
from argmap.renderers.tables.table_cells import Room, TableSetter
from argmap.renderers.tables.table_columns import columns_of
from argmap.theme import Theme

Page = tuple[Stretch, ...]


@dataclass(frozen=True)
class TableComposition:
    """A table in one size of type. Heights come from outside: estimated to choose a size, measured to draw.

    `parted` says whether sections whose cells hold a word or two have columns, and sheets, of their own.
    """

    table: Table
    words: Words
    style: Style
    theme: Theme
    ruler: Ruler
    parted: bool = False

    @cached_property
    def _setters(self) -> tuple[TableSetter, TableSetter]:
        """What sets usual sections, and what sets brief ones."""
        slim = self.parted or self.table.kind == "roles"
        rooms: tuple[Room, Room] = ("for cells" if slim else "even", "for labels")
        usual, brief = (TableSetter(self.style, self.theme, self.ruler, self.table, self.words, room) for room in rooms)
        return usual, brief

    def _setter(self, section: int) -> TableSetter:
        """What sets a section: one that is brief has columns of its own, if the table is parted."""
        return self._setters[self.parted and self.table.sections[section].is_brief]

    @cached_property
    def _rows(self) -> tuple[tuple[Band, ...], ...]:
        return tuple(tuple(map(self._setter(i).row, s.rows)) for i, s in enumerate(self.table.sections))

    @property
    def has_room(self) -> bool:
        """Whether the columns fit beside each other in this size of type."""
        try:
            columns_of(self.table, self.style)
        except DrawingFailed:
            return False
        return True

    def pages(self, size_of: SizeOf = estimated) -> tuple[Page, ...]:
        """The rows on pages; heads are repeated on each, no row is torn."""
        measures = self._measures(size_of)
        brief = [self.parted and section.is_brief for section in self.table.sections]
        fresh = [i for i in range(1, len(brief)) if brief[i] != brief[i - 1]]  # columns change
        known: dict[tuple[object, ...], float] = {}

        def room(page: Sequence[Stretch]) -> float:
            key = (
                (page[0].section, page[0].start) == (0, 0),
                brief[page[0].section],
                *legend(self._on(page), self.words),
            )
            if key not in known:
                setter = self._setter(page[0].section)
                foot = setter.foot(self._said(page, 88, 88))
                top = setter.top(first=bool(key[0]))
                known[key] = self.style.paper.height - heights(top, size_of) - heights(foot, size_of)
            return known[key]

        return flow(measures, room, whole=self.table.kind == "causes", apart=self.style.own_sheets, fresh=fresh)

    def fits(self, size_of: SizeOf) -> bool:
        """Whether every page holds its rows: one row may be higher than any page."""
        pages = self.pages(size_of)
        return all(self.leaf(pages, i, size_of).height <= self.style.paper.height for i in range(len(pages)))

    def leaf(self, pages: Sequence[Page], index: int, size_of: SizeOf) -> Leaf:
        """A page, all its bands at their places."""
        page = pages[index]
        setter = self._setter(page[0].section)
        foot = list(setter.foot(self._said(page, index + 1, len(pages))))
        body = [*setter.top(first=index == 0), *self._body(page)]
        bands, height = stacked(body, foot, self.style, size_of)
        return Leaf(self.table.title, self._described(index + 1, len(pages)), self.style, tuple(bands), height)

    def all_bands(self) -> Iterator[Band]:
        """All bands of all pages, by estimated heights."""
        pages = self.pages()
        for index in range(len(pages)):
            yield from (band for _, band in self.leaf(pages, index, estimated).bands)

    def _body(self, page: Page) -> Iterator[Spaced]:
        gap = self.style.gap
        for stretch in page:
            yield (
                2 * gap,
                self._setter(stretch.section).section(
                    self.table.sections[stretch.section], stretch.part, stretch.parts
                ),
            )
            for band in self._rows[stretch.section][stretch.start : stretch.stop]:
                yield gap, band

    def _measures(self, size_of: SizeOf) -> Measures:
        headings = tuple(band_height(self._setters[0].section(s, 9, 10), size_of) for s in self.table.sections)
        rows = tuple(tuple(band_height(band, size_of) for band in bands) for bands in self._rows)
        return Measures(headings, rows, self.style.gap, 2 * self.style.gap)

    def _on(self, page: Sequence[Stretch]) -> list[TableRow]:
        return [row for s in page for row in self.table.sections[s.section].rows[s.start : s.stop]]

    def _said(self, page: Sequence[Stretch], number: int, count: int) -> list[str]:
        said = [*legend(self._on(page), self.words), *self.table.foot]
        return [*said, self.words.say("table.sheet", n=number, count=count)] if count > 1 else said

    def _described(self, number: int, count: int) -> str:
        """What a page holds, for those who hear it."""
        which = [self.words.say("table.sheet", n=number, count=count)] if count > 1 else []
        sources = [head.source.rstrip(".") + "." for head in self.table.heads]
        versions = self.words.say("table.versions", versions=", ".join(head.version for head in self.table.heads))
        summary = [f"{self.table.summary}."] if self.table.summary else []
        return " ".join([*which, *summary, *sources, versions])


def legend(rows: Sequence[TableRow], words: Words) -> list[str]:
    """What the marks in use on a page mean; those that stand beside their word need no more."""
    entries: list[Entry] = [entry for row in rows for cell in row.cells for entry in cell]
    said = []
    signs = {entry.sign for entry in entries if isinstance(entry, Driver)}
    causes = [f"{SIGNS[sign]} {words[f'table.{sign}']}" for sign in SIGNS if sign in signs]
    parts = [entry for entry in entries if isinstance(entry, Part)]
    weighed = any(entry.main for entry in entries if isinstance(entry, Driver | Part))
    linked = {row.link for row in rows}
    if causes:
        said.append(words.say("table.causes", items=words["list.between"].join(causes)))
    frames = [words[f"causes.{link}"] for link in ("same", "unlike") if link in linked]
    if frames:
        said.append(words.say("causes.frames", items=words["list.between"].join(frames)))
    valences = {(part.valence > 0) - (part.valence < 0) for part in parts}
    shapes = {1: "friendly", 0: "neither", -1: "hostile"}
    roles = [words[f"table.{name}"] for valence, name in shapes.items() if valence in valences]
    if roles:
        said.append(words.say("table.roles", items=words["list.between"].join(roles)))
    if weighed:
        said.append(words.say("table.main_key", main=words["table.main"]))
    absent = {entry.text for entry in entries if isinstance(entry, Absence)}
    unsaid = [words[key] for key in ("table.not_in_map", "table.nothing_coded") if words[key] in absent]
    said += [words.say("table.absent", word=word) for word in unsaid[:1]]
    said += [words["table.wording"]] if any(isinstance(entry, Passage) for entry in entries) else []
    return said
