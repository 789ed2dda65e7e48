"""What stands on a comparison to fill in: heads, rows with blanks or answers, the lines to write on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from argmap.diagram.sheet import Head, Passage
from argmap.languages import ENGLISH, Words
from argmap.layout.lines import Face
from argmap.renderers.pages.cells import Band, Block, Cell, Setter
from argmap.renderers.pages.page import SizeOf, Spaced, band_height
from argmap.renderers.pages.sheet_style import Style
from argmap.renderers.pages.table_markup import Frame, Lines
from argmap.teaching.comparison_form import SIGNS, Blanks, ComparisonForm, FormRow, Told, meanings
from argmap.theme import Accent

RULE: Final = 23.0
"""Points from line to line, for handwriting: 8 mm."""

_LINES: Final = {"middle": 3, "side": 4}
"""How many lines there are at least to write on."""


@dataclass(frozen=True, slots=True)
class FormStyle(Style):
    """Three columns of about equal width, close to each other."""

    @property
    def gutter(self) -> float:
        """Between the columns."""
        return round(0.7 * self.body)

    @property
    def middle(self) -> float:
        """A little narrower than the sides, which say most; five signs stand in it."""
        return round(0.31 * self.width)


@dataclass(frozen=True, slots=True)
class FormSetter(Setter):
    """Sets a form, or with `key` its answers, in the same places.

    `least` are the heights in points that every middle and every side has, whatever its answer.
    """

    blanks: Blanks = "middle"
    key: bool = False
    words: Words = ENGLISH
    least: tuple[float, float] = (0, 0)

    def top(self, form: ComparisonForm, size_of: SizeOf, *, first: bool) -> Iterator[Spaced]:
        """Title, name and date, on the first sheet the task, the signs, and whose columns these are."""
        s, t, w = self.style, self.theme, self.words
        plain = w[f"form.title.{self.blanks}"]
        titles = [
            self.wide(said, face="bold", size=s.title, colour=t.ink) for said in (plain, w.say("form.key", title=plain))
        ]
        high = max(band_height(band, size_of) for band in titles)
        yield 0, tuple(replace(cell, least=high) for cell in titles[self.key])
        yield s.gap, self._names()
        if first:
            yield s.gap, self.wide(w[f"form.task.{self.blanks}"], size=s.body, colour=t.ink)
        meant = (f"{sign} {said}".replace(" ", "\u00a0") for sign, said in meanings(w).items())
        signs = "\u00a0\u00a0 ".join(meant)  # a line breaks between them
        yield s.gap / 2, self.wide(signs, size=s.body, colour=t.ink)
        yield 1.5 * s.gap, self._heads(form.heads)

    def _names(self) -> Band:
        s, t = self.style, self.theme
        name, date = (
            self.lines(self.words[f"form.{what}"], "plain", s.body, t.ink, s.width / 4) for what in ("name", "date")
        )
        half = 0.65 * s.width
        return Cell(0, half, (Block(name),), least=RULE), Cell(half, s.width - half, (Block(date),), least=RULE)

    def name_rules(self, names: Band, top: float, height: float) -> Iterator[Spaced]:
        """The lines that name and date are written on."""
        for cell in names:
            begin = cell.left + cell.blocks[0].text.width + self.style.pad
            width = cell.left + cell.width - begin - self.style.pad
            yield top + 0.8 * height, self._rule(begin, width)

    def _heads(self, heads: tuple[Head, Head]) -> Band:
        s, t = self.style, self.theme
        return (
            self._head(heads[0], s.lefts[0], t.author_a),
            self._head(heads[1], s.lefts[4], t.author_b),
        )

    def _head(self, head: Head, left: float, accent: Accent) -> Cell:
        s = self.style
        name = self.lines(
            f"{head.letter}\u00a0\u00a0{head.name}", "bold", s.name, accent.text, s.side - 2 * s.pad, align="center"
        )
        return Cell(left, s.side, (Block(name),), pad=s.pad, frame=Frame(0, "solid", accent.bar, accent.bar))

    def row(self, row: FormRow, number: int) -> Band:
        """A row of the form, or of its key."""
        s = self.style
        return self._side(row.left, s.lefts[0]), self.middle(row, number), self._side(row.right, s.lefts[4])

    def middle(self, row: FormRow, number: int) -> Cell:
        """The number, the signs to choose from, and what both share or the lines for it."""
        s, t = self.style, self.theme
        pad = s.pad + 2
        room = s.middle - 2 * pad
        blocks = [self._signs(row, number)]
        if self.blanks == "sides" or self.key:
            blocks.append(Block(self.lines(row.shared, "bold", s.body, t.ink, room), above=s.gap))
        if self.key:  # what one side holds back is a part of what it says
            blocks += [Block(self.lines(n, "italic", s.small, t.muted, room), above=s.gap / 2) for n in row.notes]
        return Cell(
            s.lefts[2],
            s.middle,
            tuple(blocks),
            pad=pad,
            frame=Frame(2, "solid", t.ink, t.ground),
            centred=False,
            least=self.least[0],
        )

    def _signs(self, row: FormRow, number: int) -> Block:
        """The number, and beside it every sign in a box of one size; in the key one of them is filled."""
        s, t = self.style, self.theme
        shown = (row.sign,) if self.blanks == "sides" else SIGNS
        last: Block | None = None
        for sign in reversed(shown):
            filled = sign == row.sign and (self.key or self.blanks == "sides")
            ink, ground = (t.ground, t.ink) if filled else (t.ink, t.ground)
            text = Lines((sign,), "bold", s.body, ink, "center", width=1.2 * s.body)
            last = Block(text, frame=Frame(1, "solid", t.ink, ground), inset=3, beside=last)
        return Block(Lines((f"{number}",), "bold", s.body, t.ink, width=1.4 * s.body), beside=last)

    def _side(self, told: Told, left: float) -> Cell:
        s, t = self.style, self.theme
        filled = self.key or self.blanks == "middle"
        blocks = tuple(self.told(told)) if filled else ()
        frame = Frame(1, "solid", t.ink, t.ground)
        return Cell(left, s.side, blocks, pad=s.pad, frame=frame, centred=False, least=self.least[1])

    def told(self, told: Told) -> Iterator[Block]:
        """What a side says, in one manner for all rows."""
        s, t = self.style, self.theme
        room = s.side - 2 * s.pad
        above = 0.0
        for answer in told.answers:
            yield Block(self.lines(answer, "plain", s.body, t.ink, room, mark="▪"), above=above)
            above = 1
        above = s.gap / 2 if told.answers else 0
        for passage in told.passages:
            for text, face, size, colour in self._passage(passage):
                yield Block(self.lines(text, face, size, colour, room), above=above)
                above = 1
            above = s.gap

    def _passage(self, p: Passage) -> Iterator[tuple[str, Face, float, str]]:
        s, t = self.style, self.theme
        yield p.text, "plain", s.body, t.ink
        if p.quote:
            said = p.quote.replace("“", "‘").replace("”", "’")
            yield f"“{said}”" + (f"\u00a0{p.at}" if p.at else ""), "italic", s.small, t.muted
        if note := " · ".join(part for part in ("" if p.quote else p.at, p.note) if part):
            yield note, "plain", s.small, t.muted

    def rules(self, band: Band, top: float, height: float, size_of: SizeOf) -> Iterator[Spaced]:
        """The lines to write on in the blank cells of a row that stands there."""
        if self.key:
            return
        left, middle, right = band
        blank = {"middle": (middle,), "sides": (left, right), "all": (left, middle, right)}[self.blanks]
        for cell in blank:
            taken = band_height((replace(cell, least=0),), size_of) - cell.pad if cell.blocks else cell.pad
            at = top + taken + RULE
            while at <= top + height - cell.pad + 1:
                yield at, self._rule(cell.left + cell.pad, cell.width - 2 * cell.pad)
                at += RULE

    def _rule(self, left: float, width: float) -> Band:
        ruled = self.theme.silent
        return (Cell(left, width, (), frame=Frame(0, "solid", ruled, ruled), least=1),)

    def foot(self, form: ComparisonForm, number: int, count: int) -> Iterator[Spaced]:
        """On the first sheet the articles; whose words these are, and which of the sheets this is."""
        s, w = self.style, self.words
        sources = [head.source for head in form.heads] if number == 1 else []
        sheet = [w.say("table.sheet", n=number, count=count)] if count > 1 else []
        words = [w["sheet.wording"]] if self.blanks == "middle" or self.key else []
        for i, line in enumerate([*sources, " ".join([*words, *sheet])]):
            if line:
                yield (1 if i else 1.5 * s.gap), self.wide(line, size=s.foot, colour=self.theme.muted)


def with_room(setter: FormSetter, form: ComparisonForm, size_of: SizeOf) -> FormSetter:
    """The same with all blanks of a kind of one height, whatever their answers: of the highest, and for some lines."""
    bare, full = replace(setter, least=(0, 0), key=False), replace(setter, least=(0, 0), key=True)
    middles = [band_height((full.middle(row, n),), size_of) for n, row in enumerate(form.rows, 1)]
    sides = [band_height(full.row(row, 1)[::2], size_of) for row in form.rows]
    asked = max(band_height((bare.middle(row, 1),), size_of) for row in form.rows)
    middle = max([asked + (_LINES["middle"] * RULE if setter.blanks != "sides" else 0), *middles])
    side = max([_LINES["side"] * RULE + 2 * setter.style.pad, *sides]) if setter.blanks != "middle" else 0
    return replace(setter, least=(middle, side))
