"""What stands in the cells of a comparison sheet: blocks of lines, with the frame of the cell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, assert_never, cast

from argmap.diagram.sheet import Absence, Driver, Head, Item, Part, Passage, Remark, Row, SectionKind, Stand, Use
from argmap.languages import ENGLISH, Words
from argmap.renderers.comparison.sheet_keys import meanings
from argmap.renderers.pages.cells import Band, Block, Cell, Setter
from argmap.renderers.pages.flowing import flowing
from argmap.renderers.pages.marks import SIGNS, group_colour, group_frame, pill_frame
from argmap.renderers.pages.table_markup import Frame, Lines
from argmap.theme import Accent

if TYPE_CHECKING:
    from argmap.layout.lines import Face

_NO_BREAK: Final = "\u2011"  # a name breaks at its blanks


@dataclass(frozen=True, slots=True)
class Typesetter(Setter):
    """Turns what a comparison sheet says into bands of one width."""

    words: Words = ENGLISH

    def top(
        self, title: str, heads: tuple[Head, Head], marks: Iterable[str], *, theses: bool
    ) -> Iterator[tuple[float, Band]]:
        """The title and the heads, each with the space above it."""
        title = title.replace(" /", "\u00a0/")  # a line may end with the stroke between two names, not begin with it
        yield 0, self.wide(title, face="bold", size=self.style.title, colour=self.theme.ink)
        yield self.style.gap, self._heads(heads, marks, theses=theses)

    def section(self, kind: SectionKind, title: str, gloss: str, *, small: bool = False) -> Band:
        """The name of a group with how to read it, or with how much there is of it where it is only mentioned."""
        s, width = self.style, self.style.width
        colours: dict[SectionKind, str] = {"differ": self.theme.differ, "only-one": self.theme.silent}
        colour = colours.get(kind, self.theme.ink)
        name = self.lines(title, "bold", s.body if small else s.heading, colour, width)
        explained = self.lines(gloss, "plain", s.small, self.theme.muted, width)
        beside = name.width + s.body
        if beside + explained.width > width:
            return (Cell(0, width, (Block(name), Block(explained))),)
        below = 1 if small else 2
        return Cell(0, beside, (Block(name),)), Cell(beside, width - beside, (Block(explained, above=below),))

    def foot(self, heads: tuple[Head, Head], said: str) -> Iterator[tuple[float, Band]]:
        """The articles, side by side if they fit one line, and what else is to know of a page."""
        s, lines = self.style, [head.source for head in heads]
        if self.ruler.width("  ".join(lines), "plain", s.foot) < s.width:
            lines = ["\u00a0 ".join(lines)]
        for i, line in enumerate([*lines, said]):
            yield (1 if i else 2 * s.gap), self.wide(line, size=s.foot, colour=self.theme.muted)

    def _heads(self, heads: tuple[Head, Head], marks: Iterable[str], *, theses: bool) -> Band:
        """The two authors, with their theses or without, and the legend of the signs between them."""
        s = self.style
        marks = tuple(marks)
        # a head is as wide as its column and the sign beside it, so that names fit a line; wider without a legend
        width = s.side + s.gutter if marks else (s.width - s.gutter) / 2
        room = s.middle - 2 * s.pad
        meant = meanings(self.words)
        legend = tuple(
            Block(self.lines(meant[m], "plain", s.small, self.theme.muted, room, mark=m), above=2) for m in marks
        )
        return (
            self._head(heads[0], 0, width, self.theme.author_a, theses=theses),
            Cell(s.lefts[2], s.middle, legend, pad=s.pad if legend else 0),
            self._head(heads[1], s.width - width, width, self.theme.author_b, theses=theses),
        )

    def row(self, row: Row) -> Band:
        """A finding: the shared claim or question between the two sides, and its sign at both of its edges."""
        s, colour = self.style, group_colour(row.group, self.theme)
        sign = (Block(Lines((row.symbol,), "bold", s.mark, colour, "center")),) if row.symbol else ()
        return (
            self._side(row.left, s.lefts[0], self.theme.author_a),
            Cell(s.lefts[1], s.gutter, sign),
            self._middle(row),
            Cell(s.lefts[3], s.gutter, sign),
            self._side(row.right, s.lefts[4], self.theme.author_b),
        )

    def _head(self, head: Head, left: float, width: float, accent: Accent, *, theses: bool) -> Cell:
        s = self.style
        room = width - 2 * s.pad
        thesis = [self.lines(t, "plain", s.body, accent.text, room, align="center") for t in head.thesis if theses]
        blocks = (Block(self._name(head, room, accent)), *(Block(t, above=s.body / 3) for t in thesis))
        return Cell(left, width, blocks, pad=round(0.65 * s.body), frame=Frame(0, "solid", accent.bar, accent.bar))

    def _name(self, head: Head, room: float, accent: Accent) -> Lines:
        """Letter and name on one line, in somewhat smaller type if it needs that."""
        s = self.style
        called = f"{head.letter}\u00a0\u00a0{head.name}".replace("-", _NO_BREAK)
        tried = [self.lines(called, "bold", size, accent.text, room, align="center") for size in (s.heading, s.name)]
        name = next((lines for lines in tried if len(lines.lines) == 1), tried[0])
        return replace(name, lines=tuple(line.replace(_NO_BREAK, "-") for line in name.lines))

    def _middle(self, row: Row) -> Cell:
        s, t = self.style, self.theme
        frame = group_frame(row.group, t)
        pad = s.pad + frame.width + (3 if frame.double else 0)
        room = s.middle - 2 * pad
        face: Face = "plain" if row.group == "one-sided" else "bold"
        text = self.lines(row.middle.text, face, s.body, t.ink, room, align="center")
        notes = (self.lines(n, "italic", s.small, t.muted, room, align="center") for n in row.middle.notes)
        blocks = (Block(text, spoken=row.sentence), *(Block(n, above=s.body / 3) for n in notes))
        return Cell(s.lefts[2], s.middle, blocks, pad=pad, frame=frame, snug=True)

    def _side(self, items: tuple[Item, ...], left: float, accent: Accent) -> Cell:
        """Answers begin at one height, so that they face each other; words alone stand in the middle."""
        s = self.style
        blocks = [
            replace(block, above=s.body / 3) if i == 0 and isinstance(before, Passage) else block
            for before, item in pairwise((None, *items))
            for i, block in enumerate(self._item(cast("Item", item)))
        ]
        blocks = flowing(blocks, s.side - 2 * s.pad, s.pad)
        if isinstance(items[0], Absence):
            return Cell(left, s.side, tuple(blocks), pad=s.pad)
        blocks[0] = replace(blocks[0], above=0)
        frame = Frame(1, "solid", accent.line, accent.tint)
        alone = isinstance(items[0], Passage)
        return Cell(left, s.side, tuple(blocks), pad=s.pad, frame=frame, centred=alone, abreast=not alone)

    def _item(self, item: Item) -> Iterator[Block]:
        s, t = self.style, self.theme
        room = s.side - 2 * s.pad
        match item:
            case Stand():
                text = f"{item.verb} {item.text}".strip()
                yield Block(self.lines(text, "plain", s.body, t.ink, room, lead=item.verb), above=s.body / 3)
            case Driver():
                face: Face = "bold" if item.main else "plain"
                yield Block(self.lines(item.text, face, s.body, t.ink, room, mark=SIGNS[item.sign]), above=1)
            case Part():
                yield from self._role(item, room)
            case Passage():
                yield from self._passage(item, room)
            case Use():
                yield Block(self.lines(item.text, "plain", s.body, t.ink, room, mark="▪"), above=1)
            case Remark():
                left = self.lines(item.text, "plain", s.small, t.muted, room)
                yield Block(left, above=s.body / 3, flows=len(left.lines) == 1)
            case Absence():
                yield Block(self.lines(item.text, "plain", s.body, t.muted, room, align="center"))
            case _:
                assert_never(item)

    def _role(self, part: Part, room: float) -> Iterator[Block]:
        """A pill, with the words on whom it is toward beside it, or below it where they need more than a line."""
        s, pill = self.style, self._pill(part, room)
        rest = room - pill.text.width - 2 * pill.inset - s.pad
        beside = self.lines(part.toward, "plain", s.small, self.theme.ink, rest) if rest > 0.2 * room else None
        if part.toward and beside and len(beside.lines) == 1:
            yield replace(pill, beside=Block(beside))
            return
        yield replace(pill, flows=not part.toward)
        if part.toward:
            yield Block(self.lines(part.toward, "plain", s.small, self.theme.ink, room), above=1)

    def _pill(self, part: Part, room: float) -> Block:
        t, size = self.theme, self.style.body
        face: Face = "bold" if part.main else "plain"
        frame = pill_frame(part, t)
        inset = round(size * 0.8)
        return Block(self.lines(part.text, face, size, t.ink, room - 2 * inset, align="center"), size / 3, frame, inset)

    def _passage(self, passage: Passage, room: float) -> Iterator[Block]:
        s, t, above = self.style, self.theme, self.style.body / 3
        if passage.text:
            yield Block(self.lines(passage.text, "plain", s.body, t.ink, room), above)
            above = 1
        if passage.quote:
            words = passage.quote.replace("“", "‘").replace("”", "’")  # quotation marks inside others
            quote = f"“{words}”" + (f"\u00a0{passage.at}" if passage.at else "")
            yield Block(self.lines(quote, "italic", s.small, t.muted, room), above)
            above = 1
        if note := " · ".join(part for part in ("" if passage.quote else passage.at, passage.note) if part):
            yield Block(self.lines(note, "plain", s.small, t.muted, room), above)
