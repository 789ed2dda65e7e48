"""A butterfly in one size of type: where its question, its wings and its legend stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from argmap.diagram.butterfly import Butterfly, Wing
from argmap.languages import Words
from argmap.layout.lines import Ruler
from argmap.layout.wings import Point, Rail, Spread, spread
from argmap.renderers.figures.butterfly_cells import BARS, RULE, Boxed, WingSetter, lap, widest_word
from argmap.renderers.figures.butterfly_foot import Foot, Spot
from argmap.renderers.figures.butterfly_room import SPINE, Across, across
from argmap.renderers.graphviz.font_problems import strings
from argmap.renderers.pages.cells import Band, Block, Cell, Setter
from argmap.renderers.pages.headings import headline, running
from argmap.renderers.pages.marks import group_colour, group_frame
from argmap.renderers.pages.page import Leaf, SizeOf, Spaced, Wire, band_height, estimated, heights
from argmap.renderers.pages.sheet_style import Style
from argmap.renderers.pages.table_markup import Frame
from argmap.theme import Accent, Theme

LINES: Final[Mapping[str, Mapping[str, str]]] = {
    "support": {"style": "solid", "arrowhead": "normal", "penwidth": "1.6"},
    "attack": {"style": "dashed", "arrowhead": "tee", "penwidth": "1.6"},
    "undercut": {"style": "dotted", "arrowhead": "odot", "penwidth": "2.4"},
    "condition": {"style": "solid", "arrowhead": "odiamond", "penwidth": "1"},
}


@dataclass(frozen=True)
class ButterflyPage:
    """A butterfly in one size of type; `left` questions more were asked about."""

    page: Butterfly
    style: Style
    theme: Theme
    ruler: Ruler
    words: Words
    left: int = 0

    def fits(self, size_of: SizeOf) -> bool:
        """Whether the paper holds it."""
        leaf = self.leaf(size_of)
        return leaf.height <= self.style.paper.height

    @property
    def keeps_words(self) -> bool:
        """Whether the columns are wide enough for every word of usual length."""
        said = " ".join([*strings(self.page.wings), *self._fixed])
        room = self._across.room.column - 2 * max(4, round(0.42 * self.style.body))
        asked = self._across.centre - 2 * self.style.pad - 4
        return (
            widest_word(said, self.ruler, "bold", self.style.body) <= room
            and widest_word(self.page.question, self.ruler, "bold", self.style.body + 1.5) <= asked
        )

    @property
    def _fixed(self) -> Iterator[str]:
        """The fixed words in use in the columns."""
        w = self.words
        for wing in self.page.wings:
            yield w["butterfly.also"] if wing.also else ""
            for box in (box for a in wing.answers for b in a.branches for top in b.seen.below for box in top.walk()):
                word = w[f"map.{BARS.get(box.kind, 'not_connected')}"]
                yield word if len(box.statements) == 1 else w.say("map.together", word=word)
                yield w["map.not_stated"] if any(s.type == "assumption" for s in box.statements) else ""

    def all_bands(self) -> Iterator[Band]:
        """All its bands, by estimated heights."""
        yield from (band for _, band in self.leaf(estimated).bands)

    def leaf(self, size_of: SizeOf) -> Leaf:
        """The sheet, everything at its place."""
        top = self._top()
        start = heights(top, size_of) + 1.5 * self.style.gap
        room = self._across.room
        wings = [spread([box.stack(size_of) for box in boxes], room) for boxes in self._boxes]
        question = self._question()
        bands = [*running(top, 0, size_of), (start, (question,))]  # in the order they are read aloud
        wires: list[Wire] = []
        for i in (0, 1):
            bands += self._placed(i, wings[i], start, size_of)
            wires += [*self._to_question(i, wings[i], start, size_of), *self._rails(i, wings[i], start)]
        asked = start + band_height((question,), size_of)
        ends = [start + wing.height for wing in wings]
        explained, height = self._foot.best(*self._free(asked, ends), max(asked, *ends), size_of)
        return Leaf(self.page.title, self._described(), self.style, (*bands, *explained), height, tuple(wires))

    @cached_property
    def _foot(self) -> Foot:
        return Foot(self.page, self._setter, self.words, self._across.centre, self.left)

    def _free(self, asked: float, ends: Sequence[float]) -> tuple[Spot, list[Spot]]:
        """Where else than below all of it there may be room: under the question, and under the shorter wing."""
        a, below = self._across, 2 * self.style.gap
        i = 0 if ends[0] <= ends[1] else 1
        outer = a.at(i, 0, a.span(i))
        spots = [Spot(outer, a.span(i), ends[i] + below)]
        wider = a.span(i) + SPINE + a.centre
        spots.append(Spot(outer if i == 0 else a.middle, wider, max(asked, ends[i]) + below))
        return Spot(a.middle, a.centre, asked + below), spots

    @cached_property
    def _setter(self) -> Setter:
        return Setter(self.style, self.theme, self.ruler)

    @cached_property
    def _across(self) -> Across:
        return across(self.page, self.style)

    def _accent(self, index: int) -> Accent:
        return (self.theme.author_a, self.theme.author_b)[index]

    @cached_property
    def _boxes(self) -> tuple[tuple[Boxed, ...], ...]:
        return tuple(tuple(self._of_wing(i, wing)) for i, wing in enumerate(self.page.wings))

    def _of_wing(self, index: int, wing: Wing) -> Iterator[Boxed]:
        called = frozenset(_called(wing))
        setter = WingSetter(
            self.style, self.theme, self.ruler, self._across.room.column, self._accent(index), self.words, called
        )
        name = wing.letter
        if wing.absence:
            yield setter.absence(wing.absence, name)
            return
        for i, answer in enumerate(wing.answers):
            yield setter.answer(answer, f"{name}{i}", "")
        if wing.also:
            yield setter.also(wing.also, f"{name}x")

    def _top(self) -> list[Spaced]:
        s = self.style
        heads = []
        for i, wing in enumerate(self.page.wings):
            accent = self._accent(i)
            called = f"{wing.letter}\u00a0\u00a0{wing.name}"
            span = self._across.span(i)
            lines = self._setter.lines(called, "bold", s.heading, accent.text, span - 2 * s.pad, align="center")
            left = self._across.at(i, 0, span)
            heads.append(
                Cell(left, span, (Block(lines),), pad=s.pad / 2, frame=Frame(0, "solid", accent.bar, accent.bar))
            )
        return [(0, headline(self._setter, self.page.title)), (s.gap, tuple(heads))]

    def _question(self) -> Cell:
        """The question in the frame of its group."""
        s, t, group = self.style, self.theme, self.page.group
        room = self._across.centre - 2 * s.pad
        sign = self._setter.lines(self.page.symbol, "bold", s.mark + 4, group_colour(group, t), room, align="center")
        asked = self._setter.lines(self.page.question, "bold", s.body + 1.5, t.ink, room, align="center")
        meant = self.words["butterfly.one_sided" if group == "one-sided" else f"sheet.mark.{group.replace('-', '_')}"]
        gloss = self._setter.lines(meant, "italic", s.small, t.ink, room, align="center")
        blocks = (Block(sign), Block(asked, above=2, spoken=self.page.title), Block(gloss, above=s.body / 2))
        a = self._across
        return Cell(a.middle, a.centre, blocks, pad=s.pad + 2, frame=group_frame(group, t), name="question")

    def _placed(self, index: int, wing: Spread, start: float, size_of: SizeOf) -> Iterator[Spaced]:
        """The cells of a wing; within a box each overlaps the one above by the width of a border."""
        for root in self._boxes[index]:
            for box in root.walk():
                depth, top = wing.spots[box.name]
                left = self._across.at(index, self._across.room.left(depth), self._across.room.column)
                at = start + top
                for cell, reported in _cells(box):
                    high = band_height((cell,), size_of)
                    yield at, (replace(cell, left=left, least=high),)
                    if reported:
                        rule = Frame(0, "solid", self.theme.muted, self.theme.muted)
                        yield at, (Cell(left, RULE, (), frame=rule, least=high),)
                    at += high - lap(cell)

    def _rails(self, index: int, wing: Spread, start: float) -> Iterator[Wire]:
        for rail in wing.rails:
            points = tuple((self._across.at(index, u), start + y) for u, y in rail.points)
            yield Wire(f"{rail.lower}h", _end(rail), points, self._line(rail.kind))

    def _line(self, kind: str) -> dict[str, str]:
        t = self.theme
        colours = {"support": t.support.line, "attack": t.attack.line, "undercut": t.undercut.line}
        return {"color": colours.get(kind, t.muted), **LINES[kind]}

    def _to_question(self, index: int, wing: Spread, start: float, size_of: SizeOf) -> Iterator[Wire]:
        edge = self._across.middle + (self._across.centre if index else 0)
        spine = (edge + self._across.at(index, 0)) / 2
        accent = self._accent(index)
        first = 0.0
        for i, box in enumerate(self._boxes[index]):
            at = start + wing.spots[box.name][1] + min(band_height((box.head,), size_of) / 2, 2.0 * self.style.body)
            first = first or at
            ways: tuple[Point, ...] = ((self._across.at(index, 0), at), (edge, at))
            if i:
                ways = ((self._across.at(index, 0), at), (spine, at), (spine, first), (edge, first))
            thin = bool(self.page.wings[index].absence) or box.name.endswith("x")
            style = {"color": accent.line, "style": "solid", "penwidth": "1" if thin else "3", "arrowhead": "none"}
            if self.page.wings[index].absence:
                style |= {"color": self.theme.silent, "style": "dotted", "penwidth": "1.6"}
            yield Wire(box.head.name, "question", ways, style)

    def _described(self) -> str:
        """What somebody who does not see the drawing should know first."""
        sources = " ".join(f"{wing.letter}: {wing.source}." for wing in self.page.wings if wing.source)
        versions = ", ".join(wing.version for wing in self.page.wings)
        return f"{self.page.question} {sources} {versions}."


def _end(rail: Rail) -> str:
    return f"{rail.upper}h" if rail.part < 0 else f"{rail.upper}p{rail.part}"


def _cells(box: Boxed) -> Iterator[tuple[Cell, bool]]:
    yield box.head, False
    for told in box.told:
        yield told.main, told.reported
        if told.foot:
            yield told.foot, told.reported
    if box.tail:
        yield box.tail, False


def _called(wing: Wing) -> Iterator[str]:
    """The short ids that something points to: statements used twice, and conditions."""
    for answer in wing.answers:
        for branch in answer.branches:
            for box in (inner for below in branch.seen.below for inner in below.walk()):
                for s in box.statements:
                    if s.see or box.kind == "condition":
                        yield s.short
