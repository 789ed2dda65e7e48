"""What stands beside the boxes of a worksheet: the word bank, the table of roles, and what the marks mean."""

from collections.abc import Sequence
from typing import Final

from argmap.renderers.graphviz.label_text import FONT_SIZE, SMALL, faced, lines_of, plain
from argmap.renderers.maps.legend import legend_label
from argmap.renderers.worksheets.room import Room
from argmap.teaching.worksheet_bank import GROUPS, Entry
from argmap.teaching.worksheet_hiding import RoleRow

_ENTRY: Final = 32
"""Columns of an entry of the bank."""

_ROW: Final = 42
_BOX: Final = 26

_OPEN: Final = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'

_AROUND: Final = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="6" CELLPADDING="0">'

_LOOSE: Final = 15

_BESIDE: Final = ((1, 1), (2, 1), (2, 2), (3, 2))
"""Columns of the bank and of the legend, where they stand beside each other."""


def foot_labels(
    bank: Sequence[Entry], rows: Sequence[RoleRow], items: Sequence[tuple[str, str]], room: Room
) -> list[str]:
    """All of it in the ways it can be set: the parts below each other, or beside each other."""

    def parts(columns: int, legend: int) -> list[str]:
        found = [_bank(bank, columns, room)] if bank else []
        found += [_roles(rows, min(columns, 2), room)] if rows else []
        return found + ([legend_label(items, min(legend, len(items)), room.theme)] if items else [])

    stacked = [_stacked(parts(columns, columns)) for columns in (1, 2, 3, 4)]
    if len(parts(1, 1)) < 2:
        return stacked
    return stacked + [_beside(parts(columns, legend)) for columns, legend in _BESIDE]


def _stacked(parts: Sequence[str]) -> str:
    body = "\n".join(f'<TR><TD ALIGN="LEFT">{_loose(part)}</TD></TR>' for part in parts)
    return f"{_AROUND}\n{body}\n</TABLE>"


def _beside(parts: Sequence[str]) -> str:
    body = "".join(f'<TD ALIGN="LEFT" VALIGN="TOP">{_loose(part, down=True)}</TD>' for part in parts)
    return f"{_AROUND}<TR>{body}</TR></TABLE>"


def _loose(part: str, *, down: bool = False) -> str:
    """A table that need not be as wide, or as high, as others: what is left over goes to empty cells behind it."""
    if down:
        return f"{_OPEN}<TR><TD>{part}</TD></TR>{'<TR><TD></TD></TR>' * _LOOSE}</TABLE>"
    return f"{_OPEN}<TR><TD>{part}</TD>{'<TD></TD>' * _LOOSE}</TR></TABLE>"


def _bank(bank: Sequence[Entry], columns: int, room: Room) -> str:
    t, w = room.theme, room.words
    out = [_head(w["worksheet.bank"], FONT_SIZE + 2, 2 * columns, room)]
    groups = [group for group in GROUPS if any(entry.group == group for entry in bank)]
    for group in groups:
        if len(groups) > 1:
            out.append(_head(w[f"worksheet.bank_{group}"], FONT_SIZE, 2 * columns, room))
        cells = [_entry(entry, room) for entry in bank if entry.group == group]
        out += _grid(cells, columns, '<TD COLSPAN="2"></TD>')
    body = "\n".join(out)
    return f'<TABLE BORDER="2" COLOR="{t.ink}" CELLBORDER="0" CELLSPACING="2" CELLPADDING="1">\n{body}\n</TABLE>'


def _entry(entry: Entry, room: Room) -> str:
    """Words with a box before them: to be ticked, or numbered; on the key it holds the number of the blank."""
    t = room.theme
    known = ", ".join(map(str, entry.answers)) if room.answers and entry.answers else "–" if room.answers else "\u00a0"
    box = faced([known], SMALL, t.ink, "B", "CENTER")
    frame = f'BORDER="1" COLOR="{t.ink}" WIDTH="{_BOX}" HEIGHT="18" CELLPADDING="0"'
    words = plain(lines_of(entry.text, _ENTRY), FONT_SIZE, t.ink)
    return f'<TD {frame}>{box}</TD><TD ALIGN="LEFT" BALIGN="LEFT" CELLPADDING="2">{words}</TD>'


def _roles(rows: Sequence[RoleRow], columns: int, room: Room) -> str:
    out = [_head(room.words["worksheet.roles"], FONT_SIZE + 1, 2 * columns, room)]
    out += _grid([_role(row, room) for row in rows], columns, '<TD COLSPAN="2" BORDER="0"></TD>')
    body = "\n".join(out)
    return (
        f'<TABLE BORDER="1" COLOR="{room.theme.ink}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3">\n{body}\n</TABLE>'
    )


def _role(row: RoleRow, room: Room) -> str:
    t, w = room.theme, room.words
    said = row.actor
    if row.toward:
        said += w["list.between"] + w.say("table.toward", who=w.listed(row.toward))
    if row.certainty:
        said += f" ({w[f'map.{row.certainty}']})"
    who = plain(lines_of(said, _ROW), FONT_SIZE, t.ink)
    part = room.part(row.number) if row.number else plain([row.role], FONT_SIZE, t.ink)
    rule = f'BORDER="1" SIDES="T" COLOR="{t.muted}" ALIGN="LEFT" BALIGN="LEFT"'
    return f"<TD {rule}>{who}</TD><TD {rule}>{part}</TD>"


def _head(words: str, size: float, span: int, room: Room) -> str:
    return f'<TR><TD COLSPAN="{span}" ALIGN="LEFT">{faced([words], size, room.theme.ink, "B")}</TD></TR>'


def _grid(cells: Sequence[str], columns: int, empty: str) -> list[str]:
    """Rows of so many entries, filled downwards."""
    high = -(-len(cells) // columns)
    full = [*cells, *[empty] * (high * columns - len(cells))]
    return [f"<TR>{''.join(full[i::high])}</TR>" for i in range(high)]
