"""Cards in rows and columns over pages, all of one kind of one size; and their key, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.languages import ENGLISH, Words
from argmap.layout.lines import Ruler
from argmap.renderers.handouts.card_cells import CardSetter
from argmap.renderers.pages.cells import Band
from argmap.renderers.pages.page import Leaf, SizeOf, Spaced, band_height, estimated, heights
from argmap.renderers.pages.sheet_style import Style
from argmap.teaching.cards import Card, Cards
from argmap.theme import Theme

_WORD_WIDTH = 105
"""Points: about as wide as a card of one word comes."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards of one kind, in so many columns; `rows` on the first page of all, and on any other."""

    cards: tuple[Card, ...]
    columns: int
    height: float
    rows: int
    rows_first: int

    def pages(self, *, opens: bool) -> Iterator[tuple[Card, ...]]:
        """The cards of each page; the first has less room if the whole `opens` with it."""
        start = 0
        while start < len(self.cards):
            stop = start + self.columns * (self.rows_first if opens and not start else self.rows)
            yield self.cards[start:stop]
            start = stop


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
        """Statements, words, sources: each kind on pages of its own."""
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
        return Grid(cards, columns, max(need, min(room / rows, first / rows_first, 1.25 * need)), rows, rows_first)

    def _room(self, size_of: SizeOf) -> float:
        return self.style.paper.height - heights(self.setter.foot(self.cards, 10, 10), size_of) - self.style.gap

    def pages(self, size_of: SizeOf = estimated) -> list[tuple[Grid, tuple[Card, ...]]]:
        """What stands on each page."""
        grids = self.grids(size_of)
        return [(grid, page) for i, grid in enumerate(grids) for page in grid.pages(opens=i == 0)]

    def fits(self, size_of: SizeOf) -> bool:
        """Whether no card is higher than a page."""
        pages = self.pages(size_of)
        return all(self.leaf(pages, i, size_of).height <= self.style.paper.height for i in range(len(pages)))

    def leaf(self, pages: Sequence[tuple[Grid, tuple[Card, ...]]], index: int, size_of: SizeOf) -> Leaf:
        """A page, all its cards at their places."""
        grid, dealt = pages[index]
        head = [(before, band) for before, band in self.setter.head(self.cards, key=False)] if index == 0 else []
        top = heights(head, size_of) + (2 * self.style.gap if head else 0)
        width = self.style.width / grid.columns
        rows = [dealt[i : i + grid.columns] for i in range(0, len(dealt), grid.columns)]
        held, wires = self.setter.cuts(top, len(rows), grid.columns, grid.height)
        bands = [
            *_below(0, head, size_of),
            *held,
            *(
                (
                    top + y * grid.height,
                    tuple(self.setter.card(c, x * width, width, grid.height) for x, c in enumerate(row)),
                )
                for y, row in enumerate(rows)
            ),
        ]
        bottom = top + len(rows) * grid.height
        foot = list(self.setter.foot(self.cards, index + 1, len(pages)))
        bands += _below(bottom, foot, size_of)
        said = self.words.say("cards.heard", n=len(dealt))
        title = self.words.say("cards.title", name=self.cards.name)
        return Leaf(title, said, self.style, tuple(bands), bottom + heights(foot, size_of), tuple(wires))

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
