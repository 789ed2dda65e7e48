"""A butterfly in one size of type: where its question, its wings and its legend stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Protocol

from argmap.diagram.boxes import Box, Seen
from argmap.diagram.butterfly import Butterfly, Wing
from argmap.languages import Words
from argmap.layout.lines import Ruler
from argmap.layout.wings import Point, Rail, Room, Spread, spread
from argmap.renderers.butterfly_cells import RULE, Boxed, WingSetter, lap, widest_word
from argmap.renderers.butterfly_legend import legend
from argmap.renderers.cells import Band, Block, Cell, Setter
from argmap.renderers.font_problems import strings
from argmap.renderers.page import Leaf, SizeOf, Spaced, Wire, band_height, estimated, heights
from argmap.renderers.sheet_style import Style
from argmap.renderers.table_markup import Frame
from argmap.theme import Accent, Theme

_NO_BREAK: Final = "\u2011"  # measured as a hyphen, and written as one

_PITCH: Final = 7.0  # between lines side by side
_ARROW: Final = 13.0  # from the last of them to the box they end at
_SPINE: Final = 20.0  # between the question and the answers
_WIDEST: Final = 27.0  # a column, in sizes of the type

LINES: Final[Mapping[str, Mapping[str, str]]] = {
    "support": {"style": "solid", "arrowhead": "normal", "penwidth": "1.6"},
    "attack": {"style": "dashed", "arrowhead": "tee", "penwidth": "1.6"},
    "undercut": {"style": "dotted", "arrowhead": "odot", "penwidth": "2.4"},
    "condition": {"style": "solid", "arrowhead": "odiamond", "penwidth": "1"},
}


class Sourced(Protocol):
    """Whoever stands for a map: by a letter, with the line that names its article."""

    @property
    def letter(self) -> str:
        """``A`` or ``B``."""

    @property
    def source(self) -> str:
        """The article, or ""."""


def sources_in_lines(setter: Setter, ends: Iterable[Sourced]) -> list[str]:
    """The articles, each with the letter of its map, side by side if they fit one line."""
    lines = [f"{end.letter}: {end.source}" for end in ends if end.source]
    if lines and setter.ruler.width("\u00a0 ".join(lines), "plain", setter.style.foot) < setter.style.width:
        return ["\u00a0 ".join(lines)]
    return lines


def headline(setter: Setter, title: str) -> Band:
    """The title over the whole page; a name breaks at its blanks."""
    advances = dict(setter.ruler.advances)
    advances["bold", _NO_BREAK] = advances.get(("bold", "-"), 0.34)
    setter = replace(setter, ruler=replace(setter.ruler, advances=advances, _widths={}))
    written = title.replace("-", _NO_BREAK)
    (cell,) = setter.wide(written, face="bold", size=setter.style.title, colour=setter.theme.ink)
    text = cell.blocks[0].text
    lines = tuple(line.replace(_NO_BREAK, "-") for line in text.lines)
    return (replace(cell, blocks=(Block(replace(text, lines=lines)),)),)


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
        said = " ".join(strings(self.page.wings))
        room = self._room.column - 2 * max(4, round(0.42 * self.style.body))
        asked = self._centre - 2 * self.style.pad - 4
        return (
            widest_word(said, self.ruler, "bold", self.style.body) <= room
            and widest_word(self.page.question, self.ruler, "bold", self.style.body + 1.5) <= asked
        )

    def all_bands(self) -> Iterator[Band]:
        """All its bands, by estimated heights."""
        yield from (band for _, band in self.leaf(estimated).bands)

    def leaf(self, size_of: SizeOf) -> Leaf:
        """The sheet, everything at its place."""
        top = self._top()
        start = heights(top, size_of) + 1.5 * self.style.gap
        wings = [spread([box.stack(size_of) for box in boxes], self._room) for boxes in self._boxes]
        middle = self._middle(start, size_of)
        question, *explained = middle
        bands = [*_running(top, size_of), question]  # in the order they are read aloud
        wires: list[Wire] = []
        for i in (0, 1):
            bands += self._placed(i, wings[i], start, size_of)
            wires += [*self._to_question(i, wings[i], start, size_of), *self._rails(i, wings[i], start)]
        bands += explained
        low = max(*(wing.height + start for wing in wings), *(at + band_height(b, size_of) for at, b in middle))
        foot = list(self._foot())
        spare = self.style.paper.height - low - heights(foot, size_of)
        low += spare if self.style.own_sheets and spare > 0 else 0
        bands += [(low + at, band) for at, band in _running(foot, size_of)]
        height = low + heights(foot, size_of)
        return Leaf(self.page.title, self._described(), self.style, tuple(bands), height, tuple(wires))

    @cached_property
    def _setter(self) -> Setter:
        return Setter(self.style, self.theme, self.ruler)

    @cached_property
    def _centre(self) -> float:
        return round(max(10.5 * self.style.body, 0.12 * self.style.width))

    @cached_property
    def _room(self) -> Room:
        roots = [[b.seen for a in wing.answers for b in a.branches] for wing in self.page.wings]
        groups = max((_groups(seen) for seen in (s for some in roots for s in some)), default=0)
        channel = _ARROW + _PITCH * max(groups, 1)
        columns = 1 + max((steps_below(s) for some in roots for s in some), default=0)
        free = (self.style.width - self._centre) / 2 - _SPINE - (columns - 1) * channel
        column = int(min(free / columns, _WIDEST * self.style.body))
        return Room(column, channel, max(6, round(0.7 * self.style.body)), _PITCH)

    @cached_property
    def _span(self) -> float:
        """How wide a wing is."""
        roots = [b.seen for wing in self.page.wings for a in wing.answers for b in a.branches]
        columns = 1 + max(map(steps_below, roots), default=0)
        return self._room.left(columns - 1) + self._room.column

    def _accent(self, index: int) -> Accent:
        return (self.theme.author_a, self.theme.author_b)[index]

    @cached_property
    def _boxes(self) -> tuple[tuple[Boxed, ...], ...]:
        return tuple(tuple(self._of_wing(i, wing)) for i, wing in enumerate(self.page.wings))

    def _of_wing(self, index: int, wing: Wing) -> Iterator[Boxed]:
        called = frozenset(_called(wing))
        setter = WingSetter(
            self.style, self.theme, self.ruler, self._room.column, self._accent(index), self.words, called
        )
        name = wing.letter
        if wing.absence:
            yield setter.absence(wing.absence, name)
            return
        for i, answer in enumerate(wing.answers):
            yield setter.answer(answer, f"{name}{i}", "")
        if wing.also:
            yield setter.also(wing.also, f"{name}x")

    def _across(self, index: int, outward: float, width: float = 0) -> float:
        """A distance outward as one from the left edge; of a box with a width, where its left edge is."""
        inner = (self.style.width - self._centre) / 2 - _SPINE
        return inner - outward - width if index == 0 else self.style.width - inner + outward

    def _top(self) -> list[Spaced]:
        s = self.style
        heads = []
        for i, wing in enumerate(self.page.wings):
            accent = self._accent(i)
            called = f"{wing.letter}\u00a0\u00a0{wing.name}"
            lines = self._setter.lines(called, "bold", s.heading, accent.text, self._span - 2 * s.pad, align="center")
            left = self._across(i, 0, self._span) if i == 0 else self._across(i, 0)
            heads.append(
                Cell(left, self._span, (Block(lines),), pad=s.pad / 2, frame=Frame(0, "solid", accent.bar, accent.bar))
            )
        return [(0, headline(self._setter, self.page.title)), (s.gap, tuple(heads))]

    def _middle(self, start: float, size_of: SizeOf) -> list[Spaced]:
        """The question in the frame of its group, and below it the marks in use."""
        s, t = self.style, self.theme
        left, room = (s.width - self._centre) / 2, self._centre - 2 * s.pad
        colour = t.differ if self.page.group in ("diverge", "conflict") else t.ink
        if self.page.group == "one-sided":
            colour = t.silent
        sign = self._setter.lines(self.page.symbol, "bold", s.mark + 4, colour, room, align="center")
        asked = self._setter.lines(self.page.question, "bold", s.body + 1.5, t.ink, room, align="center")
        alone = self.page.group == "one-sided"
        meant = self.words["butterfly.one_sided" if alone else f"sheet.mark.{self.page.group.replace('-', '_')}"]
        gloss = self._setter.lines(meant, "italic", s.small, t.ink, room, align="center")
        blocks = (Block(sign), Block(asked, above=2, spoken=self.page.title), Block(gloss, above=s.body / 2))
        question = Cell(left, self._centre, blocks, pad=s.pad + 2, frame=self._frame(), name="question")
        found: list[Spaced] = [(start, (question,))]
        at = start + band_height((question,), size_of) + 2 * s.gap
        for cell in legend(self.page, self._setter, self.words, left, self._centre):
            found.append((at, (cell,)))
            at += band_height((cell,), size_of) + s.gap / 2
        return found

    def _frame(self) -> Frame:
        t = self.theme
        match self.page.group:
            case "agree" | "agree-but":
                return Frame(3, "solid", t.ink, t.box)
            case "diverge":
                return Frame(2, "dashed", t.differ, t.differ_tint)
            case "conflict":
                return Frame(2, "solid", t.differ, t.differ_tint, double=True)
            case "one-sided":
                return Frame(1, "dotted", t.silent, t.ground)
            case _:
                return Frame(1, "dashed", t.ink, t.ground)

    def _placed(self, index: int, wing: Spread, start: float, size_of: SizeOf) -> Iterator[Spaced]:
        """The cells of a wing; within a box each overlaps the one above by the width of a border."""
        for root in self._boxes[index]:
            for box in root.walk():
                depth, top = wing.spots[box.name]
                left = self._across(index, self._room.left(depth), self._room.column if index == 0 else 0)
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
            points = tuple((self._across(index, u), start + y) for u, y in rail.points)
            yield Wire(f"{rail.lower}h", _end(rail), points, self._line(rail.kind))

    def _line(self, kind: str) -> dict[str, str]:
        t = self.theme
        colours = {"support": t.support.line, "attack": t.attack.line, "undercut": t.undercut.line}
        return {"color": colours.get(kind, t.muted), **LINES[kind]}

    def _to_question(self, index: int, wing: Spread, start: float, size_of: SizeOf) -> Iterator[Wire]:
        edge = (self.style.width - (self._centre if index == 0 else -self._centre)) / 2
        spine = (edge + self._across(index, 0)) / 2
        accent = self._accent(index)
        first = 0.0
        for i, box in enumerate(self._boxes[index]):
            at = start + wing.spots[box.name][1] + min(band_height((box.head,), size_of) / 2, 2.0 * self.style.body)
            first = first or at
            ways: tuple[Point, ...] = ((self._across(index, 0), at), (edge, at))
            if i:
                ways = ((self._across(index, 0), at), (spine, at), (spine, first), (edge, first))
            thin = bool(self.page.wings[index].absence) or box.name.endswith("x")
            style = {"color": accent.line, "style": "solid", "penwidth": "1" if thin else "3", "arrowhead": "none"}
            if self.page.wings[index].absence:
                style |= {"color": self.theme.silent, "style": "dotted", "penwidth": "1.6"}
            yield Wire(box.head.name, "question", ways, style)

    def _foot(self) -> Iterator[Spaced]:
        s, muted = self.style, self.theme.muted
        lines = sources_in_lines(self._setter, self.page.wings)
        more = [self.words["sheet.wording"]]
        more += [self.words.counted("butterfly.more", self.left)] if self.left else []
        for i, line in enumerate([*lines, " ".join(more)]):
            yield (1 if i else 2 * s.gap), self._setter.wide(line, size=s.foot, colour=muted)

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


def _running(bands: Sequence[Spaced], size_of: SizeOf) -> Iterator[Spaced]:
    top = 0.0
    for before, band in bands:
        yield top + before, band
        top += before + band_height(band, size_of)


def steps_below(seen: Seen) -> int:
    """How many columns of boxes stand outward of a statement."""
    return max((1 + _of_box(box) for box in seen.below), default=0)


def _of_box(box: Box) -> int:
    return max([*(1 + _of_box(doubt) for doubt in box.doubts), *(steps_below(s) for s in box.statements), 0])


def _groups(seen: Seen) -> int:
    """How many lines stand side by side at most, below a statement of an answer."""
    inner = [_groups_of(box) for box in seen.below]
    return max([len({box.kind for box in seen.below}), *inner])


def _groups_of(box: Box) -> int:
    own = sum(len({below.kind for below in s.below}) for s in box.statements) + bool(box.doubts)
    return max([own, *map(_groups_of, box.children)])


def _called(wing: Wing) -> Iterator[str]:
    """The short ids that something points to: statements used twice, and conditions."""
    for answer in wing.answers:
        for branch in answer.branches:
            for box in (inner for below in branch.seen.below for inner in below.walk()):
                for s in box.statements:
                    if s.see or box.kind == "condition":
                        yield s.short
