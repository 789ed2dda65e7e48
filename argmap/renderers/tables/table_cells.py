"""What stands in the cells of a table of maps: blocks of lines in frames that words and borders tell apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from argmap.diagram.sheet import Absence, Driver, Part, Remark, Use
from argmap.diagram.table import Attitude, Entry, Table, TableRow, TableSection, Verdict
from argmap.languages import Words
from argmap.layout.lines import is_wide
from argmap.renderers.pages.cells import SPARE, Band, Block, Cell
from argmap.renderers.pages.marks import ABSENT, group_colour, group_frame, link_frame, stance_frame
from argmap.renderers.pages.page import Spaced
from argmap.renderers.pages.table_markup import Frame, Lines
from argmap.renderers.tables.table_columns import Columns, Span, columns_of, is_bare
from argmap.renderers.tables.table_entries import EntrySetter
from argmap.theme import Accent

if TYPE_CHECKING:
    from argmap.layout.lines import Face

_BRIEF: Final = 8.0  # sizes of the type: a column of a word or two
_AT_LENGTH: Final = 10.0  # what is wider than so many is no word or two

Room = Literal["even", "for labels", "for cells"]
"""What the width of a table is for."""

_NO_BREAK: Final = "\u2011"  # a name breaks at its blanks


@dataclass(frozen=True)
class TableSetter(EntrySetter):
    """Turns what a table says into bands of one width."""

    table: Table
    words: Words
    room: Room = "even"

    @cached_property
    def columns(self) -> Columns:
        """Where the columns stand."""
        enough = self._enough if self.room == "for labels" else 0
        return columns_of(self.table, self.style, enough=enough, slim=self.room == "for cells")

    @property
    def _enough(self) -> float:
        """How wide a column is that holds why a map has no position, or what limits it, on a line, if it is short."""
        s = self.style
        entries = {e for section in self.table.sections for row in section.rows for cell in row.cells for e in cell}
        said = {f"{ABSENT}\u00a0{e.text}" for e in entries if isinstance(e, Absence)}
        said |= {e.text for e in entries if isinstance(e, Remark)}
        widths = [self.ruler.width(text, "plain", s.small) / SPARE + 2 * s.pad + 1 for text in said]
        return max((width for width in widths if width <= _AT_LENGTH * s.body), default=_BRIEF * s.body)

    def top(self, *, first: bool) -> Iterator[Spaced]:
        """The title and the heads; on the first page how much there is of each kind."""
        s, t = self.style, self.theme
        yield 0, self.wide(self.table.title, face="bold", size=s.title, colour=t.ink)
        if first and self.table.summary:
            yield s.gap / 2, self.wide(self.table.summary, size=s.body, colour=t.ink)
        yield s.gap, self._heads()

    def section(self, section: TableSection, part: int = 1, parts: int = 1) -> Band:
        """The heading of a section; one that is about a single question is framed as what the maps come to."""
        s, t = self.style, self.theme
        title = (
            self.words.say("table.part", title=section.title, part=part, parts=parts) if parts > 1 else section.title
        )
        verdict = section.verdict
        if verdict is None:
            colour = group_colour(section.group, t) if section.group else t.ink
            return self.wide(title, face="bold", size=s.heading, colour=colour)
        pad = s.pad + 3  # its border is thick
        room = s.width - 2 * pad
        line = self.lines(title, "bold", s.heading, t.ink, room, mark=verdict.symbol)
        blocks = [Block(line), *(Block(said, above=1) for said in self._explained(verdict, room))]
        return (Cell(0, s.width, tuple(blocks), pad=pad, frame=group_frame(verdict.group, t)),)

    def _explained(self, verdict: Verdict, room: float) -> Iterator[Lines]:
        """What a sign means, and the first note on it: on one line, if there is room."""
        s, ink = self.style, self.theme.ink
        first, *notes = verdict.notes or ("",)
        together = self.lines(f"{verdict.words}. {first}", "plain", s.body, ink, room, lead=f"{verdict.words}.")
        if first and len(together.lines) == 1:
            yield together
        else:
            yield self.lines(verdict.words, "bold", s.body, ink, room)
            notes = [note for note in (first, *notes) if note]
        for note in notes:
            yield self.lines(note, "plain", s.body, ink, room)

    def row(self, row: TableRow) -> Band:
        """What the row is about, a cell for each map, and what they come to."""
        columns, last = self.columns, self.columns.last
        label = self._middle(row) if self.table.facing else self._label(row)
        maps = [
            self._cell(entries, span, i) for i, (entries, span) in enumerate(zip(row.cells, columns.maps, strict=True))
        ]
        if self.table.facing:
            return maps[0], label, maps[1]
        after = [replace(self._verdict(row.verdict, last), centred=not _is_tall(row))] if last and row.verdict else []
        return (label, *maps, *after)

    def foot(self, said: Sequence[str]) -> Iterator[Spaced]:
        """The articles in one run, and what else is to know of a page."""
        sources = "\u00a0 ".join(head.source.rstrip(".") + "." for head in self.table.heads)
        for i, text in enumerate([sources, " ".join(said)]):
            if text.strip():
                yield (1 if i else 2 * self.style.gap), self.wide(text, size=self.style.foot, colour=self.theme.muted)

    def _heads(self) -> Band:
        cells = [self._head(i, span) for i, span in enumerate(self.columns.maps)]
        if self.columns.last:
            s, span = self.style, self.columns.last
            text = self.lines(self.table.last, "bold", s.body, self.theme.ink, span.width - s.pad)
            cells.append(Cell(span.left, span.width, (Block(text),), pad=s.pad))
        return tuple(cells)

    def _head(self, index: int, span: Span) -> Cell:
        s, head = self.style, self.table.heads[index]
        accent = self._accent(index)
        name = self._name(f"{head.letter}\u00a0\u00a0{head.name}", span.width - 2 * s.pad, accent.text)
        return Cell(span.left, span.width, (Block(name),), pad=s.pad, frame=Frame(0, "solid", accent.bar, accent.bar))

    def _name(self, called: str, room: float, colour: str) -> Lines:
        """A name on one line, else broken at its blanks, else at its hyphens; within a word only if nothing helps."""
        s = self.style
        kept, apart = called.replace("-", _NO_BREAK), called.replace("-", "- ")
        set_in = [self.lines(kept, "bold", size, colour, room, align="center") for size in (s.heading, s.name, s.body)]
        found = next((lines for lines in set_in if len(lines.lines) == 1), set_in[-1])
        if not self._holds_words(kept, room):
            found = self.lines(
                called, "bold", s.body if self._holds_words(apart, room) else s.small, colour, room, align="center"
            )
        return replace(found, lines=tuple(line.replace(_NO_BREAK, "-") for line in found.lines))

    def _holds_words(self, text: str, room: float) -> bool:
        """Whether no word has to be broken; wide letters may stand on lines of their own."""
        words = [word for word in text.split(" ") if not any(map(is_wide, word))]
        return all(self.ruler.width(word, "bold", self.style.body) <= SPARE * room for word in words)

    def _accent(self, index: int) -> Accent:
        """Colours of two authors; three and more are told apart by letters only."""
        t = self.theme
        if len(self.table.heads) == 2:
            return (t.author_a, t.author_b)[index]
        return Accent(line=t.ink, bar=t.ink, text=t.ground, tint=t.box)

    def _label(self, row: TableRow) -> Cell:
        s, t, span = self.style, self.theme, self.columns.label
        face: Face = "bold" if self.table.kind == "roles" or row.link != "alone" else "plain"
        text = self.lines(row.label, face, s.body, t.ink, span.width - 2 * s.pad)
        blocks, frame = (Block(text, spoken=row.sentence),), link_frame(row.link, t)
        return Cell(span.left, span.width, blocks, pad=s.pad, frame=frame, centred=not _is_tall(row))

    def _middle(self, row: TableRow) -> Cell:
        """What two maps face each other on: framed by what they come to."""
        s, t, span = self.style, self.theme, self.columns.label
        room = span.width - 2 * s.pad
        face: Face = "plain" if row.link == "alone" and not row.verdict else "bold"
        blocks = [Block(self.lines(row.label, face, s.body, t.ink, room, align="center"), spoken=row.sentence)]
        frame = link_frame(row.link, t)
        if row.verdict:
            sign = Lines((row.verdict.symbol,), "bold", s.mark, group_colour(row.verdict.group, t), "center")
            words = self.lines(row.verdict.words, "plain", s.small, t.muted, room, align="center")
            blocks = [Block(sign), *blocks, Block(words, above=1)]
            frame = group_frame(row.verdict.group, t)
        return Cell(span.left, span.width, tuple(blocks), pad=s.pad, frame=frame, snug=bool(row.verdict))

    def _verdict(self, verdict: Verdict, span: Span) -> Cell:
        s, t = self.style, self.theme
        room = span.width - 2 * s.pad
        blocks = [Block(self.lines(verdict.words, "plain", s.small, t.ink, room, mark=verdict.symbol))]
        blocks += [Block(self.lines(note, "bold", s.small, t.ink, room), above=1) for note in verdict.notes]
        return Cell(span.left, span.width, tuple(blocks), pad=s.pad)

    def _cell(self, entries: Sequence[Entry], span: Span, index: int) -> Cell:
        s = self.style
        first = entries[0]
        pad = s.pad + (
            2 if self.table.kind == "causes" and not is_bare(self.table) else 0
        )  # main causes have a thick border
        room = span.width - 2 * pad
        blocks = self.blocks(entries, room)
        centred = isinstance(first, Attitude | Absence) or self.table.kind == "causes"
        frame = self._frame(first, index)
        return Cell(span.left, span.width, blocks, pad=pad, frame=frame, centred=centred)

    def _frame(self, first: Entry, index: int) -> Frame:
        t = self.theme
        match first:
            case Attitude():
                return stance_frame(first.position, t)
            case Absence():
                return Frame(1, "dotted", t.silent, t.ground)
            case Driver() if self.table.kind == "causes":
                accent = self._accent(index)
                return Frame(3 if first.main else 1, "solid", accent.line, accent.tint)
            case _:
                line = self._accent(index).line if self.table.facing else t.ink
                return Frame(1, "solid", line, t.box)


def _is_tall(row: TableRow) -> bool:
    """Whether cells list causes or roles from the top: then all of the row begins there."""
    listed = any(isinstance(entry, Driver | Part | Use) for cell in row.cells for entry in cell)
    return listed and row.verdict is not None
