"""What stands above a worksheet: what to do, and a line for who did it; on the key, how to mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.renderers.graphviz.label_text import FONT_SIZE, SMALL, faced, is_wide, lines_of, plain, text
from argmap.renderers.maps.legend import Heading
from argmap.renderers.worksheets.room import Room
from argmap.teaching.worksheet import Blank, Worksheet
from argmap.teaching.worksheet_bank import Entry
from argmap.typesetting import display_width

_COLUMN: Final = 6
"""Points a column of running text takes, rather too many than too few."""

_OPEN: Final = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'

_APART: Final = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="4" CELLPADDING="0">'

_HIGH: Final = 48
"""Points that the word on the key needs, and what is said beside it."""

_HIGHER: Final = 64
"""The same for letters whose fonts have higher lines."""

_LETTER: Final = 8
"""Points a column takes in the name of a field, rather too many than too few."""

_ASKS: Final = {
    "claim": "claims",
    "co-premise": "claims",
    "relation": "relations",
    "source": "sources",
    "role": "parts",
}


@dataclass(frozen=True)
class Above:
    """The heading of one sheet.

    Attributes:
        heading: Title, what the sheet holds, source and notes.
        asked: The blanks of the sheet.
        bank: Its word bank.
        code: What joins sheet and key, in words.
    """

    heading: Heading
    asked: tuple[Blank, ...]
    bank: tuple[Entry, ...]
    code: str

    def tasks(self, room: Room) -> str:
        """What to do."""
        w = room.words
        kinds = dict.fromkeys(_ASKS[blank.kind] for blank in self.asked)
        told = [w[f"worksheet.{key}"] for key in ("claims", "relations", "sources", "parts") if key in kinds]
        told += [w["worksheet.some_wrong"]] if any(not entry.answers for entry in self.bank) else []
        return (" " if w.code not in ("ja", "zh") else "").join(told)

    def label(self, room: Room, columns: int, *, key: bool) -> str:
        """The heading in lines of so many columns; that of sheet and key are of one size."""
        t = room.theme
        bold = [faced(lines_of(self.heading.title, int(columns * 0.72)), FONT_SIZE + 5, t.ink, "B")]
        if self.heading.sheet:
            bold.append(faced(lines_of(self.heading.sheet, int(columns * 0.9)), FONT_SIZE + 1, t.ink, "B"))
        rest = [plain(lines_of(self.heading.path, columns), FONT_SIZE, t.ink)] if self.heading.path else []
        rest.append(plain(lines_of(self.tasks(room), columns), FONT_SIZE, t.ink))
        small = (self.heading.source, *self.heading.notes, self.code)
        rest.append(
            plain([line for part in small if part for line in lines_of(part, int(columns * 1.2))], SMALL, t.muted)
        )
        rows = [*((1, cell) for cell in bold), (3, self._line(room, columns, key=key)), *((2, cell) for cell in rest)]
        cells = "\n".join(
            f'<TR><TD ALIGN="LEFT" BALIGN="LEFT" CELLPADDING="{pad}">{cell}</TD></TR>' for pad, cell in rows
        )
        return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">\n{cells}\n</TABLE>'

    def _line(self, room: Room, columns: int, *, key: bool) -> str:
        """The line for a name; on the key how to mark, in the same room."""
        w, t = room.words, room.theme
        width, high = columns * _COLUMN, max(room.line, _HIGHER if is_wide(w["worksheet.key_note"]) else _HIGH)
        if key:
            big = f'<FONT POINT-SIZE="{FONT_SIZE + 7:g}" COLOR="{t.ink}"><B>{text(w["worksheet.key"])}</B></FONT>'
            frame = f'BORDER="2" COLOR="{t.ink}" CELLPADDING="4"'
            mark = f"{_APART}<TR><TD {frame}>{big}</TD></TR></TABLE>"
            note = f"{w['worksheet.key_note']} {w['worksheet.answers']}"
            said = plain(lines_of(note, max(20, columns - 16)), SMALL, t.ink)
            beside = f'<TD WIDTH="{width - 130}" ALIGN="LEFT" BALIGN="LEFT">{said}</TD>'
            cells = f'<TD HEIGHT="{high}" ALIGN="LEFT">{mark}</TD>{beside}'
        else:
            parts = (("name", 0.46), ("class", 0.25), ("date", 0.29))
            cells = "".join(self._field(room, w[f"worksheet.{name}"], width * share, high) for name, share in parts)
        inner = f"{_OPEN}<TR>{cells}</TR></TABLE>"
        return f'{_OPEN}<TR><TD WIDTH="{width}" HEIGHT="{high}">{inner}</TD></TR></TABLE>'

    @staticmethod
    def _field(room: Room, name: str, width: float, high: int) -> str:
        word = plain([f"{name}\u00a0"], FONT_SIZE, room.theme.ink)
        left = max(20, round(width - display_width(name) * _LETTER - 20))
        rule = f'<TD WIDTH="{left}" BORDER="1" SIDES="B" COLOR="{room.theme.rule}" HEIGHT="{high}"></TD>'
        return f'<TD VALIGN="BOTTOM" ALIGN="LEFT">{word}</TD>{rule}<TD WIDTH="10"></TD>'


def asked_in(worksheet: Worksheet, numbers: Sequence[int]) -> tuple[Blank, ...]:
    """The blanks of these numbers."""
    return tuple(blank for blank in worksheet.blanks if blank.number in set(numbers))
