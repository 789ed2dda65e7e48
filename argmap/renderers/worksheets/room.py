"""Room to write: ruled lines on the sheet, the answers in the same room on the key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Final

from argmap.languages import Words
from argmap.renderers.graphviz.label_text import FONT_SIZE, faced, lines_of, text
from argmap.theme import Theme

LINE_MM: Final = 8.0
"""From one ruled line to the next as printed."""

_WIDTH_MM: Final = 48.0
_MM: Final = 72 / 25.4
_COLUMN: Final = 0.56
"""How wide a column of text is, of the size of its type: bold letters, rather too wide than too narrow."""

SIZES: Final = (FONT_SIZE, 10.0, 9.2, 8.0, 7.0, 6.0)
"""Of type for answers, the first that fits."""

_SPARE: Final = 15

_TABLE: Final = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
_EMPTY: Final = "\u00a0"


@dataclass(frozen=True)
class Room:
    """What stands in the blanks of a drawing. Its size depends on nothing that is an answer.

    Attributes:
        theme: Its colours.
        words: The fixed words.
        body: The size at which running text is to print: the smaller, the more room a printed line takes here.
        lines: Ruled lines by number.
        answers: What stands there by number; nothing on a sheet.
        small: For answers that are too long for the usual type: which of `SIZES` to begin with, by number.
    """

    theme: Theme
    words: Words
    body: float
    lines: Mapping[int, int]
    answers: Mapping[int, str] = field(default_factory=dict)
    small: Mapping[int, int] = field(default_factory=dict)

    @property
    def line(self) -> int:
        """From one ruled line to the next, as drawn."""
        return ceil(LINE_MM * _MM * FONT_SIZE / self.body)

    @property
    def width(self) -> int:
        """Of a ruled line, as drawn."""
        return ceil(_WIDTH_MM * _MM * FONT_SIZE / self.body)

    @property
    def gutter(self) -> int:
        """What a number takes."""
        return 30

    def claim(self, number: int) -> str:
        """Lines to write a claim on."""
        return self._table(number, self.lines.get(number, 1), self.width)

    def source(self, number: int) -> str:
        """A line to write a source on, behind the mark of evidence."""
        return self._table(number, 1, round(0.8 * self.width), before="▪ ")

    def part(self, number: int) -> str:
        """A line to write a role on."""
        return self._table(number, 1, round(0.6 * self.width))

    def relation(self, number: int) -> str:
        """The two words a bar can have; on the key there is a frame around the right one."""
        cells = []
        for key in ("because", "but"):
            framed = self.theme.ink if self.answers.get(number) == key else self.theme.box
            cells.append(f'<TD BORDER="2" COLOR="{framed}" CELLPADDING="3">{self._bold(self.words[f"map.{key}"])}</TD>')
        slash = f"<TD>{self._bold('/')}</TD>"
        shown = f'<TD WIDTH="{self.gutter}" ALIGN="LEFT">{self._bold(_EMPTY + f"({number})")}</TD>'
        pad = f'<TD WIDTH="{self.gutter}"></TD>'  # so that the words stand in the middle
        table = _TABLE.replace('CELLSPACING="0"', 'CELLSPACING="1"')
        return f"{table}<TR>{shown}{slash.join(cells)}{pad}</TR></TABLE>"

    def _table(self, number: int, lines: int, width: int, *, before: str = "") -> str:
        shown = self._bold(f"{before}({number})")
        if number in self.answers:
            cell = self._answer(number, width)
            return (
                f'{_TABLE}<TR><TD WIDTH="{self.gutter}" ALIGN="LEFT" VALIGN="TOP">{shown}</TD>'
                f'<TD WIDTH="{width}" HEIGHT="{lines * self.line}" ALIGN="LEFT" BALIGN="LEFT">{cell}</TD></TR></TABLE>'
            )
        rule = (
            f'<TD WIDTH="{width}" HEIGHT="{self.line}" BORDER="1" SIDES="B" COLOR="{self.theme.rule}">'
            f"{self._bold(_EMPTY)}</TD>"
        )
        first = f'<TR><TD ROWSPAN="{lines}" WIDTH="{self.gutter}" ALIGN="LEFT" VALIGN="TOP">{shown}</TD>{rule}</TR>'
        return f"{_TABLE}{first}{f'<TR>{rule}</TR>' * (lines - 1)}</TABLE>"

    def _bold(self, said: str) -> str:
        return f'<FONT POINT-SIZE="{FONT_SIZE:g}" COLOR="{self.theme.ink}"><B>{text(said)}</B></FONT>'

    def _answer(self, number: int, width: int) -> str:
        size = SIZES[min(self.small.get(number, 0), len(SIZES) - 1)]
        columns = max(4, int(width / (size * _COLUMN)))
        words = faced(lines_of(self.answers[number], columns), size, self.theme.ink, "B")
        # rows of lines would be spread over all the room: what is left over goes to empty rows below them
        return f'{_TABLE}<TR><TD ALIGN="LEFT">{words}</TD></TR>{"<TR><TD></TD></TR>" * _SPARE}</TABLE>'
