"""The slides of a comparison: the first one, those that list findings, and the one that counts the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from argmap.diagram.of_slides import Central, Own, Rest, Tally
from argmap.diagram.sheet import ComparisonSheet, Section
from argmap.languages import Words
from argmap.layout.lines import Ruler
from argmap.layout.table import Stretch, paginate
from argmap.renderers.comparison.comparison_cells import Typesetter
from argmap.renderers.comparison.comparison_pages import Composition
from argmap.renderers.comparison.sheet_keys import Page, Pages, described, keys, marks, meanings
from argmap.renderers.pages.cells import Band, Block, Cell
from argmap.renderers.pages.page import Leaf, SizeOf, Spaced, estimated, heights, stacked
from argmap.renderers.pages.sheet_style import Style
from argmap.renderers.pages.table_markup import Frame
from argmap.theme import Accent, Theme

MOST: Final = 4
"""So many findings stand on a slide: more cannot be talked over while it is shown."""


@dataclass(frozen=True)
class Deck(Composition):
    """The slides that list findings, in one size of type. `after` says how many slides follow them."""

    after: int = 0

    def pages(self, size_of: SizeOf = estimated) -> Pages:
        """The rows on slides, every group on its own ones; the first slide comes before them."""
        measures = self._measures(size_of)

        def room(page: Sequence[Stretch]) -> float:
            rows = sum(s.stop - s.start for s in page)
            return self._room(tuple(page), size_of, alone=False) if rows <= MOST else 0

        return Pages(paginate(measures, room, together=False), opened=True)

    def _heading(self, stretch: Stretch) -> Band:
        section = self.sheet.sections[stretch.section]
        title, n = section.title, len(section.rows)
        if stretch.stop - stretch.start < n:
            key = "slides.row" if stretch.stop == stretch.start + 1 else "slides.rows"
            which = self.words.say(key, n=stretch.stop, first=stretch.start + 1, last=stretch.stop, all=n)
            title = self.words["list.between"].join([title, which])
        return self._setter.section(section.kind, title, section.gloss)

    def _tail(self, page: Page, number: int, count: int) -> Iterator[str]:  # noqa: ARG002  # each slide for itself
        yield from tail(self.sheet, number, count + self.after, self.words)


def tail(sheet: ComparisonSheet, number: int, count: int, words: Words) -> Iterator[str]:
    """Whose words a slide holds, and which it is."""
    yield from sheet.foot[:1]
    if count > 1:
        yield words.say("slides.number", n=number, all=count)


@dataclass(frozen=True)
class Slide:
    """A slide of its own kind, in one size of type."""

    sheet: ComparisonSheet
    count: int
    style: Style
    theme: Theme
    ruler: Ruler
    words: Words

    @property
    def title(self) -> str:
        """What it says."""
        return self.sheet.title

    @property
    def number(self) -> int:
        """Which slide it is."""
        return 1

    @cached_property
    def setter(self) -> Typesetter:
        """Sets its texts."""
        return Typesetter(self.style, self.theme, self.ruler, self.words)

    @cached_property
    def body(self) -> list[Spaced]:
        """All but the foot, each band with the space above it."""
        return []

    def explained(self) -> list[str]:
        """What the foot says before it says whose words these are."""
        return []

    @cached_property
    def foot(self) -> list[Spaced]:
        """The articles, what there is to explain, and which slide it is."""
        said = [*self.explained(), *tail(self.sheet, self.number, self.count, self.words)]
        return list(self.setter.foot(self.sheet.heads, " ".join(said)))

    def height(self, size_of: SizeOf) -> float:
        """How high all of it is."""
        return heights([*self.body, *self.foot], size_of)

    def leaf(self, size_of: SizeOf) -> Leaf:
        """The slide, all its bands at their places."""
        bands, height = stacked(self.body, self.foot, self.style, size_of)
        told = described(self.sheet, self.number, self.count, self.words)
        return Leaf(self.title, told, self.style, tuple(bands), height)

    def all_bands(self) -> Iterator[Band]:
        """All its bands."""
        yield from (band for _, band in (*self.body, *self.foot))


@dataclass(frozen=True)
class Overview(Slide):
    """The first slide: the two theses, and of each group its size and its most central finding."""

    central: tuple[Central, ...]

    @cached_property
    def body(self) -> list[Spaced]:
        """Theses and findings."""
        gap, setter, meant = self.style.gap, self.setter, meanings(self.words)
        found = list(setter.top(self.title, self.sheet.heads, (), theses=True))
        for group in self.central:
            gloss = [self.words["slides.central"]] if group.count > 1 else []
            gloss += [f"{mark} {meant[mark]}" for mark in marks([group.row])]
            found += [
                (2 * gap, setter.section(group.kind, group.title, " · ".join(gloss))),
                (gap, setter.row(group.row)),
            ]
        return found

    def explained(self) -> list[str]:
        """The signs in use."""
        return keys([group.row for group in self.central], self.words)


@dataclass(frozen=True)
class Ending(Slide):
    """The last slide: what only one of them speaks to or uses, in numbers; so many points of each are named."""

    rest: Rest
    named: int

    @property
    def title(self) -> str:
        """How much it is."""
        return self.rest.title

    @property
    def number(self) -> int:
        """The last."""
        return self.count

    @cached_property
    def body(self) -> list[Spaced]:
        """Numbers that face each other."""
        gap, setter = self.style.gap, self.setter
        found = list(setter.top(self.title, self.sheet.heads, (), theses=False))
        found += [((gap if i else 2 * gap), self._tally(tally)) for i, tally in enumerate(self.rest.tallies)]
        if shared := self.rest.shared:
            text = " · ".join([self.words.counted("sheet.sources", len(shared.rows)), *self._uses(shared)])
            found.append((2 * gap, setter.section("evidence", shared.title, text, small=True)))
        return found

    def explained(self) -> list[str]:
        """How much of the maps was compared."""
        return list(self.rest.foot[1:2])

    def _uses(self, shared: Section) -> Iterator[str]:
        for group in ("agree", "agree_but", "diverge", "conflict"):
            if n := sum(row.group.replace("-", "_") == group for row in shared.rows):
                yield f"{n} {self.words[f'sheet.used.{group}']}"

    def _tally(self, tally: Tally) -> Band:
        s, t, setter = self.style, self.theme, self.setter
        frame = Frame(1, "dotted", t.silent, t.ground)
        pad = s.pad + frame.width
        room = s.middle - 2 * pad
        a, b = self.sheet.heads
        spoken = f"{tally.what}: {a.name} {tally.left.count}, {b.name} {tally.right.count}"
        blocks = [Block(setter.lines(tally.what, "plain", s.body, t.ink, room, align="center"), spoken=spoken)]
        if tally.note:
            note = setter.lines(tally.note, "italic", s.small, t.muted, room, align="center")
            blocks.append(Block(note, above=s.body / 3))
        return (
            self._own(tally.left, s.lefts[0], t.author_a),
            Cell(s.lefts[2], s.middle, tuple(blocks), pad=pad, frame=frame, snug=True),
            self._own(tally.right, s.lefts[4], t.author_b),
        )

    def _own(self, own: Own, left: float, accent: Accent) -> Cell:
        s, t, setter = self.style, self.theme, self.setter
        room = s.side - 2 * s.pad
        names = own.first[: self.named]
        blocks = [Block(setter.lines(str(own.count), "bold", s.title, t.ink, room))]
        blocks += [Block(setter.lines(name, "plain", s.small, t.ink, room, mark="·"), above=2) for name in names]
        if names and own.count > len(names):
            more = self.words.say("sheet.more", n=own.count - len(names))
            blocks.append(Block(setter.lines(more, "plain", s.small, t.muted, room), above=2))
        frame = Frame(1, "solid", accent.line, accent.tint)
        return Cell(left, s.side, tuple(blocks), pad=s.pad, frame=frame, centred=False)
