"""Text and cells of HTML-like labels for Graphviz."""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape as _escape
from typing import Final
from unicodedata import east_asian_width

from argmap.diagram.boxes import BoxKind
from argmap.theme import Accent, Theme
from argmap.typesetting import balance

FONT_SIZE: Final = 11.0

SMALL: Final = 9.2
"""Of notes, feet and quotations: just so large that they can be read wherever running text can, see `legible`."""

_SUNK: Final = 0.3
"""Room above wide letters in the middle of a bar, of their size."""

_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def printable(words: str) -> str:
    """Words without control characters, surrogates and non-characters, which XML cannot hold.

    Nor do they hold controls of the reading direction: nobody could see that letters stand in another order.
    """
    return _NOT_TEXT.sub("", words)


def text(words: str) -> str:
    """Words as they may stand in a label: mark-up and Graphviz' own escapes are taken literally.

    What is not `printable` is left out.
    """
    literal = _escape(printable(words), quote=True)
    return literal.replace("\\", "\\\\")  # \\N, \\G and the like would be replaced by names


@lru_cache(maxsize=16_384)
def lines_of(words: str, columns: int) -> tuple[str, ...]:
    """Balanced lines, at least one; none begins with a dot between two parts, and ``et al. 2022`` is not torn."""
    kept = printable(words).replace(" · ", "\u00a0· ").replace("et al. ", "et\u00a0al.\u00a0")
    return tuple(balance(kept, columns)) or ("\u00a0",)


def plain(lines: Sequence[str], size: float, colour: str, align: str = "LEFT") -> str:
    """Lines as one run of one font: Graphviz then spaces them at 1.2 of the size."""
    body = "".join(f'{text(line)}<BR ALIGN="{align}"/>\n' for line in lines)
    return f'<FONT POINT-SIZE="{size:g}" COLOR="{colour}">{body}</FONT>'


def faced(lines: Sequence[str], size: float, colour: str, face: str, align: str = "LEFT") -> str:
    """Bold or italic lines, a row each: in one run Graphviz would set them solid.

    Wide letters come from a font with higher lines, at whose tops Graphviz sets them; in the middle of a bar they
    would seem to hang from its upper edge, so that some room is left above them there.
    """
    font = f'<FONT POINT-SIZE="{size:g}" COLOR="{colour}">'
    rows = "".join(f'<TR><TD ALIGN="{align}">{font}<{face}>{text(line)}</{face}></FONT></TD></TR>\n' for line in lines)
    if align == "CENTER" and any(map(is_wide, lines)):
        rows = f'<TR><TD HEIGHT="{round(size * _SUNK)}"></TD></TR>\n{rows}'
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">\n{rows}</TABLE>'


def is_wide(line: str) -> bool:
    """Whether there are letters in it that take two columns."""
    return any(east_asian_width(c) in "WF" for c in line)


def bar_of(kind: BoxKind, theme: Theme) -> Accent:
    """The colours of a bar."""
    match kind:
        case "support":
            return theme.support
        case "attack":
            return theme.attack
        case "undercut":
            return theme.undercut
        case _:
            return Accent(line=theme.muted, bar=theme.foot, text=theme.ink, tint=theme.foot)


def bar_cell(kind: BoxKind, word: str, theme: Theme, extra: str = "", columns: int = 60) -> str:
    """The cell with the word that says what a box is to the one above; what is longer than the columns wraps."""
    accent = bar_of(kind, theme)
    framed = theme.ink if accent.bar == theme.foot else theme.bar_border or accent.bar
    lines = lines_of(word, columns)
    if len(lines) == 1 and not is_wide(word):
        face = f'<FONT COLOR="{accent.text}" POINT-SIZE="{FONT_SIZE - 1:g}"><B>{text(word)}</B></FONT>'
    else:
        face = faced(lines, FONT_SIZE - 1, accent.text, "B", "CENTER")
    pad = 1 if is_wide(word) else 3
    return f'<TD {extra}BORDER="1" COLOR="{framed}" BGCOLOR="{accent.bar}" CELLPADDING="{pad}">{face}</TD>'
