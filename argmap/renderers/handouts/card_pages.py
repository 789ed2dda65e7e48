"""Cards in rows and columns over pages, all of one kind of one size; and their key, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.languages import ENGLISH, Words
from argmap.layout.lines import Ruler
from argmap.renderers.handouts.card_cells import CardSetter
from argmap.renderers.pages.cells import Band
from argmap.renderers.pages.page import Leaf, SizeOf, Spaced, Wire, band_height, estimated, heights
from argmap.renderers.pages.sheet_style import Style
from argmap.teaching.cards import Card, Cards
from argmap.theme import Theme

_WORD_WIDTH = 105
"""Points: about as wide as a card of one word comes."""

_SPARE = 0.01
"""Points by which rows may seem too high for a page that they fill."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards of one kind, in so many columns, all of one height."""

    cards: tuple[Card, ...]
    columns: int
    height: float

    def rows(self) -> Iterator[tuple[Card, ...]]:
        """The cards row by row; the last row may be shorter."""
        return (self.cards[i : i + self.columns] for i in range(0, len(self.cards), self.columns))


Dealt = tuple[tuple[Grid, tuple[tuple[Card, ...], ...]], ...]
"""What stands on a page: of some grids, from the top, some rows."""


@dataclass(frozen=True)
class CardPages:
    """All cards of a map in one size of type, those with statements in so many columns."""

    cards: Cards
    style: Style
    theme: Theme
    ruler: Ruler
    columns: int
    words: Words = ENGLISH

    @cached_property
    def setter(self) -> CardSetter:
        """What sets them."""
        return CardSetter(self.style, self.theme, self.ruler, self.words)

    def grids(self, size_of: SizeOf = estimated) -> tuple[Grid, ...]:
        """Statements, words, sources: each kind in a grid of its own."""
        kinds = (
            (self.cards.statements, self.columns),
            (self.cards.relations, max(2, int(self.style.width // _WORD_WIDTH))),
            (self.cards.sources, self.columns),
        )
        return tuple(self._grid(cards, columns, size_of) for cards, columns in kinds if cards)

    def _grid(self, cards: tuple[Card, ...], columns: int, size_of: SizeOf) -> Grid:
        width = self.style.width / columns
        need = max(band_height((self.setter.card(card, 0, width, 0),), size_of) for card in dict.fromkeys(cards))
        if not cards[0].number:
            need = max(need, round(0.38 * width))
        room = self._room(size_of)
        first = room - heights(self.setter.head(self.cards, key=False), size_of) - 2 * self.style.gap
        rows, rows_first = max(1, int(room // need)), max(1, int(first // need))
        return Grid(cards, columns, max(need, min(room / rows, first / rows_first, 1.25 * need)))

    def _room(self, size_of: SizeOf) -> float:
        return self.style.paper.height - heights(self.setter.foot(self.cards, 10, 10), size_of) - self.style.gap

    def pages(self, size_of: SizeOf = estimated) -> list[Dealt]:
        """What stands on each page; a grid begins below another one where there is room for a row."""
        room, between = self._room(size_of), 2 * self.style.gap
        left = room - heights(self.setter.head(self.cards, key=False), size_of) - between
        pages: list[list[tuple[Grid, tuple[tuple[Card, ...], ...]]]] = [[]]
        for grid in self.grids(size_of):
            waiting = list(grid.rows())
            while waiting:
                free = left - (between if pages[-1] else 0)
                count = int((free + _SPARE) // grid.height)
                if count < 1 and pages[-1]:
                    pages.append([])
                    left = room
                    continue
                here, waiting = waiting[: max(1, count)], waiting[max(1, count) :]
                pages[-1].append((grid, tuple(here)))
                left = free - len(here) * grid.height
        return [tuple(page) for page in pages]

    def fits(self, size_of: SizeOf) -> bool:
        """Whether no card is higher than a page."""
        pages = self.pages(size_of)
        return all(self.leaf(pages, i, size_of).height <= self.style.paper.height for i in range(len(pages)))

    def leaf(self, pages: Sequence[Dealt], index: int, size_of: SizeOf) -> Leaf:
        """A page, all its cards at their places."""
        between = 2 * self.style.gap
        head = [(before, band) for before, band in self.setter.head(self.cards, key=False)] if index == 0 else []
        bands: list[Spaced] = list(_below(0, head, size_of))
        wires: list[Wire] = []
        top = heights(head, size_of) + (between if head else 0)
        for number, (grid, rows) in enumerate(pages[index]):
            top += between if number else 0
            width = self.style.width / grid.columns
            held, cuts = self.setter.cuts(top, len(rows), grid.columns, grid.height, number)
            bands += held
            wires += cuts
            for row in rows:
                bands.append(
                    (top, tuple(self.setter.card(c, x * width, width, grid.height) for x, c in enumerate(row)))
                )
                top += grid.height
        foot = list(self.setter.foot(self.cards, index + 1, len(pages)))
        bands += _below(top, foot, size_of)
        said = self.words.say("cards.heard", n=sum(len(row) for _, rows in pages[index] for row in rows))
        title = self.words.say("cards.title", name=self.cards.name)
        return Leaf(title, said, self.style, tuple(bands), top + heights(foot, size_of), tuple(wires))

    def all_bands(self) -> Iterator[Band]:
        """All bands of all pages, by estimated heights."""
        pages = self.pages()
        for index in range(len(pages)):
            yield from (band for _, band in self.leaf(pages, index, estimated).bands)


@dataclass(frozen=True)
class KeyPages:
    """The key to the cards of a map, in one size of type."""

    cards: Cards
    style: Style
    theme: Theme
    ruler: Ruler
    words: Words = ENGLISH

    @cached_property
    def _setter(self) -> CardSetter:
        return CardSetter(self.style, self.theme, self.ruler, self.words)

    @cached_property
    def _lines(self) -> tuple[Spaced, ...]:
        gap = self.style.gap
        return tuple((2 * gap if p.depth == 0 else gap / 2, self._setter.place(p)) for p in self.cards.places)

    def pages(self, size_of: SizeOf = estimated) -> list[tuple[Spaced, ...]]:
        """The lines of each page."""
        foot = heights(self._setter.foot(self.cards, 10, 10), size_of)
        room = self.style.paper.height - foot - heights(self._setter.head(self.cards, key=True), size_of)
        pages: list[list[Spaced]] = [[]]
        taken = 0.0
        for line in self._lines:
            high = heights([line], size_of)
            if pages[-1] and taken + high > room:
                pages.append([])
                taken = 0
            pages[-1].append(line)
            taken += high
        return [tuple(page) for page in pages]

    def leaf(self, pages: Sequence[tuple[Spaced, ...]], index: int, size_of: SizeOf) -> Leaf:
        """A page of the key."""
        setter = self._setter
        foot = setter.foot(self.cards, index + 1, len(pages))
        parts = [*setter.head(self.cards, key=True), *pages[index], *foot]
        said = self.words.say("cards.heard_key", n=len(self.cards.statements))
        bands = tuple(_below(0, parts, size_of))
        return Leaf(self.words["cards.key"], said, self.style, bands, heights(parts, size_of))

    def all_bands(self) -> Iterator[Band]:
        """All bands of all pages, by estimated heights."""
        pages = self.pages()
        for index in range(len(pages)):
            yield from (band for _, band in self.leaf(pages, index, estimated).bands)


def _below(top: float, bands: Sequence[Spaced], size_of: SizeOf) -> Iterator[Spaced]:
    """Bands one below the other, with their distance from the top of the page."""
    for before, band in bands:
        yield top + before, band
        top += before + band_height(band, size_of)
