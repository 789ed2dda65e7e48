"""Text of tab-separated columns -> cells that know where they stand. Quoting as RFC 4180 has it, with tabs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# Possessive: what an open quotation mark swallows is never tried again piece by piece.
_QUOTED: Final = re.compile(r'"((?:[^"]++|"")*+)"(?=[\t\r\n]|\Z)')
_PLAIN: Final = re.compile(r"[^\t\r\n]*")
_UNQUOTED: Final = re.compile(r'([^"\r\n]*+)(?:\r\n|\r|\n|\Z)')
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and the characters it takes up; `torn` if it begins with a quotation mark that closes nothing."""

    value: str
    start: int
    end: int
    torn: bool = False


def rows_of_cells(text: str, start: int = 0) -> Iterator[tuple[Cell, ...]]:
    """The rows from a place on, each its cells; rows without any text are left out.

    Line breaks inside quotation marks are read as one line feed each. A torn cell ends with its line, so that one
    forgotten quotation mark does not swallow the rows below.
    """
    at = start
    while at < len(text):
        row, at = _row(text, at)
        if any(cell.value.strip() for cell in row):
            yield row


def _row(text: str, at: int) -> tuple[tuple[Cell, ...], int]:
    plain = _UNQUOTED.match(text, at)
    if plain:
        return _split(plain[1], at), plain.end()
    cells = []
    while True:
        cell = _cell(text, at)
        cells.append(cell)
        at = cell.end
        if text[at : at + 1] != "\t":
            break
        at += 1
    ended = _LINE_END.match(text, at)
    return tuple(cells), ended.end() if ended else at


def _split(line: str, at: int) -> tuple[Cell, ...]:
    """The cells of a line without quotation marks, which most lines are."""
    cells = []
    for value in line.split("\t"):
        cells.append(Cell(value, at, at + len(value)))
        at += len(value) + 1
    return tuple(cells)


def _cell(text: str, at: int) -> Cell:
    quoted = text[at : at + 1] == '"'
    if quoted and (found := _QUOTED.match(text, at)):
        return Cell(_LINE_END.sub("\n", found[1].replace('""', '"')), at, found.end())
    end = at + len(_PLAIN.match(text, at)[0])  # type: ignore[index]  # it matches the empty text too
    return Cell(text[at:end], at, end, torn=quoted)
