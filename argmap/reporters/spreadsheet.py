"""Tables as CSV that a spreadsheet may open: no cell runs as a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from argmap.reporters.controls import without_controls

Cell = str | bool | int | float | None

# a full-width sign begins a formula in a spreadsheet set to Japanese or Chinese
_FORMULA: Final = re.compile("'*[=+\\-@＝＋－＠\t\r\n]")


def table(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows as CSV by RFC 4180: commas, lines that end with CR LF, a cell in quotation marks where it needs them.

    None is an empty cell; truth is ``TRUE`` or ``FALSE``; a number has as many digits as it takes to read it back.
    """
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([_written(value) for value in row] for row in rows)
    return text.getvalue()


def _written(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case str():
            return harmless(value)
        case _:
            return repr(value)


def harmless(text: str) -> str:
    """The text as a cell that is no formula: with an apostrophe in front where a spreadsheet would reckon.

    That is before ``=``, ``+``, ``-``, ``@``, a tab or a line end, also where apostrophes precede them, so that
    `original` knows which one is ours. Control characters are shown as symbols, for good.

    >>> harmless("=1+1"), harmless("'=1+1"), harmless("'tis")
    ("'=1+1", "''=1+1", "'tis")
    """
    plain = without_controls(text)
    return f"'{plain}" if _FORMULA.match(plain) else plain


def original(cell: str) -> str:
    """The text that `harmless` made a cell of, but for control characters.

    >>> original("'=1+1"), original("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def lines(items: Iterable[str]) -> str:
    """Several values in one cell: one on each line, its own line ends turned into blanks."""
    return "\n".join(" ".join(item.split()) for item in items)
