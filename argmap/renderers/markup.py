"""Boxes of a map as HTML-like labels for Graphviz."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape as _escape
from typing import Final, Literal

from argmap.diagram.boxes import Box, BoxKind, Seen
from argmap.layout.shape import Style
from argmap.theme import Accent, Theme
from argmap.typesetting import balance

FONT_SIZE: Final = 11.0

WORDS: Final[dict[BoxKind, str]] = {
    "support": "because",
    "attack": "but",
    "undercut": "unless",
    "condition": "if",
    "loose": "not connected",
}

# where the box above holds several statements, and lines from its foot do not say which is meant
_BEARS: Final[dict[BoxKind, str]] = {"support": "for", "attack": "against", "condition": "for"}

_SMALL: Final = FONT_SIZE - 2
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# so that the word in the bar never stretches the column of the short ids
_LEAST: Final = ' WIDTH="96"'
_SPACES: Final = "\u00a0\u00a0"


def printable(words: str) -> str:
    """Words without control characters, surrogates and non-characters: XML cannot hold them."""
    return _NOT_TEXT.sub("", words)


def text(words: str) -> str:
    """Words as they may stand in a label: mark-up and Graphviz' own escapes are taken literally.

    What is not `printable` is left out.
    """
    literal = _escape(printable(words), quote=True)
    return literal.replace("\\", "\\\\")  # \\N, \\G and the like would be replaced by names


@lru_cache(maxsize=16_384)
def lines_of(words: str, columns: int) -> tuple[str, ...]:
    """Balanced lines, at least one."""
    return tuple(balance(printable(words), columns)) or ("\u00a0",)


def plain(lines: Sequence[str], size: float, colour: str, align: str = "LEFT") -> str:
    """Lines as one run of one font: Graphviz then spaces them at 1.2 of the size."""
    body = "".join(f'{text(line)}<BR ALIGN="{align}"/>\n' for line in lines)
    return f'<FONT POINT-SIZE="{size:g}" COLOR="{colour}">{body}</FONT>'


def faced(lines: Sequence[str], size: float, colour: str, face: str, align: str = "LEFT") -> str:
    """Bold or italic lines, a row each: in one run Graphviz would set them solid."""
    font = f'<FONT POINT-SIZE="{size:g}" COLOR="{colour}">'
    rows = "".join(f'<TR><TD ALIGN="{align}">{font}<{face}>{text(line)}</{face}></FONT></TD></TR>\n' for line in lines)
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">\n{rows}</TABLE>'


def box_label(box: Box, style: Style, theme: Theme, *, numbered: bool = True, bare: bool = False) -> str:
    """The label of a box. With statements side by side each ends in a cell ``p0``, ``p1``, … that lines end at.

    Args:
        box: What to show.
        style: How wide, and how linked statements stand.
        theme: Its colours.
        numbered: Whether a thesis shows its short id; needless if there is one only.
        bare: Without its bar.
    """
    if box.kind == "thesis":
        return _thesis(box, style, theme, numbered=numbered)
    return _Markup(theme, style, context=box.kind == "context", bare=bare).box(box)


def bar_label(box: Box, style: Style, theme: Theme) -> str:
    """The bar of a box alone, as a label."""
    return _Markup(theme, style, context=False).alone(box)


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


def bar_cell(kind: BoxKind, word: str, theme: Theme, extra: str = "") -> str:
    """The cell with the word that says what a box is to the one above."""
    accent = bar_of(kind, theme)
    framed = theme.ink if accent.bar == theme.foot else theme.bar_border or accent.bar
    face = f'<FONT COLOR="{accent.text}" POINT-SIZE="{FONT_SIZE - 1:g}"><B>{text(word)}</B></FONT>'
    return f'<TD {extra}BORDER="1" COLOR="{framed}" BGCOLOR="{accent.bar}" CELLPADDING="3">{face}</TD>'


def folded_line(box: Box) -> str:
    """Where the rest of a branch is drawn: ``+ 16 below: sheet 4``, or all of it: ``in full: sheet 2``."""
    return f"+ {box.hidden} below: sheet {box.sheet}" if box.hidden else f"in full: sheet {box.sheet}"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of one statement: a short id on the left, or nothing, and lines of text in one face, "" for plain."""

    lines: tuple[str, ...]
    size: float
    colour: str
    kind: Literal["text", "note", "quote", "foot"]
    short: str = ""
    face: str = ""

    def cell(self, least: int = 0) -> str:
        """The text, filled up to a number of lines where rows of their own would be spread otherwise."""
        if not self.lines:
            return ""
        if not self.face:
            return plain(self.lines, self.size, self.colour)
        blank = ("\u00a0",) * (least - len(self.lines))
        return faced(self.lines + blank, self.size, self.colour, self.face)


@dataclass(frozen=True, slots=True)
class _Markup:
    theme: Theme
    style: Style
    context: bool
    bare: bool = False

    def alone(self, box: Box) -> str:
        return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>{self._bar(box, 1)}</TR></TABLE>'

    def box(self, box: Box) -> str:
        beside = self.style.is_beside(box)
        columns = [self._rows(s, box) for s in box.statements]
        span = 3 * len(columns) if beside else 3
        rows = [] if self.context or self.bare else [f"<TR>{self._bar(box, span)}</TR>"]
        rows += self._beside(box, columns) if beside else self._stacked(box, columns)
        if box.hidden or (box.sheet and not self.context):
            rows.append(self._fold(box, span))
        body = "\n".join(rows)
        return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="-1" CELLPADDING="0">\n{body}\n</TABLE>'

    def _bar(self, box: Box, span: int) -> str:
        words = [WORDS[box.kind] + (" (together)" if len(box.statements) > 1 else "")]
        words += [f"{_BEARS[box.kind]} {box.bears_on}"] if box.bears_on else []
        words += [box.scheme] if box.scheme else []
        return bar_cell(box.kind, " · ".join(words), self.theme, f'COLSPAN="{span}" ')

    def _fold(self, box: Box, span: int) -> str:
        t = self.theme
        cell = plain([folded_line(box)], _SMALL, t.ink)
        frame = f'BORDER="1" COLOR="{t.ink}"'
        return f'<TR><TD COLSPAN="{span}" {frame} BGCOLOR="{t.foot}" CELLPADDING="3" ALIGN="LEFT">{cell}</TD></TR>'

    def _rows(self, s: Seen, box: Box) -> list[_Row]:
        t, columns = self.theme, self.style.columns
        spoken = lines_of(f"▪ {s.text}" if s.type == "evidence" else s.text, columns)
        faint = s.see and not self.context
        rows = [_Row(spoken, FONT_SIZE, t.muted if faint else t.ink, "text", s.short, "B" if self.context else "")]
        notes = [s.qualified] if s.qualified else []
        notes += [f"says {s.said_by}, not the author"] if s.said_by else []
        notes += ["not stated, assumed"] if s.type == "assumption" else []
        if faint:
            notes = [" · ".join([*notes, self._pointer(s)])]
        elif s.see and (s is box.statements[0] or s.sheet != box.statements[0].sheet):
            role = f"{box.scheme}, sheet {s.sheet}"
            notes = [*notes[:-1], f"{notes[-1]} · {role}"] if notes and notes[-1] != s.qualified else [*notes, role]
        rows += [self._small(note) for note in notes]
        if s.quote:
            rows.append(_Row(lines_of(s.quote, int(1.15 * columns)), _SMALL, t.muted, "quote", face="I"))
        feet = tuple(line for entry in s.evidence for line in _foot(entry, int(1.2 * columns)))
        if feet:
            rows.append(_Row(feet, _SMALL, t.muted, "foot"))
        return rows

    def _pointer(self, s: Seen) -> str:
        return f"see {s.short}, sheet {s.sheet}" if s.sheet else f"see {s.short}"

    def _small(self, words: str) -> _Row:
        return _Row(lines_of(words, int(1.2 * self.style.columns)), _SMALL, self.theme.muted, "note")

    def _stacked(self, box: Box, columns: list[list[_Row]]) -> list[str]:
        out = []
        for s, rows in zip(box.statements, columns, strict=True):
            for i, row in enumerate(rows):
                cells = self._cells(s, row, row.cell(), first=i == 0, last=i == len(rows) - 1, of=len(rows))
                out.append(f"<TR>{cells}</TR>")
        return out

    def _beside(self, box: Box, columns: list[list[_Row]]) -> list[str]:
        """One grid, so that rows of one height stand level; short columns are filled up."""
        empty = _Row((), _SMALL, self.theme.muted, "note")
        high = max(map(len, columns))
        level = [[*rows, *[empty] * (high - len(rows))] for rows in columns]
        out = []
        for i in range(high):
            least = max(len(rows[i].lines) for rows in level)
            cells = "".join(
                self._cells(s, rows[i], rows[i].cell(least), first=i == 0, last=False, of=high)
                for s, rows in zip(box.statements, level, strict=True)
            )
            out.append(f"<TR>{cells}</TR>")
        ends = "".join(self._end(s, i, folded=bool(box.hidden or box.sheet)) for i, s in enumerate(box.statements))
        return [*out, f"<TR>{ends}</TR>"]

    def _end(self, s: Seen, i: int, *, folded: bool) -> str:
        """The lower edge of one of several statements side by side: where its lines end."""
        frame = "" if self._reported(s) else f'BORDER="1" SIDES="LR{"" if folded else "B"}" {self._pen(s)} '
        return f'<TD {frame}COLSPAN="3" PORT="p{i}" HEIGHT="2" BGCOLOR="{self.theme.box}"></TD>'

    def _cells(self, s: Seen, row: _Row, cell: str, *, first: bool, last: bool, of: int) -> str:
        pad = 'CELLPADDING="3" ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP"'
        fill = self.theme.foot if row.kind == "foot" else self.theme.box
        short = plain([row.short], FONT_SIZE, self.theme.muted) if row.short else ""
        if self._reported(s):
            rule = f'<TD ROWSPAN="{of}" WIDTH="4" BGCOLOR="{self.theme.muted}"></TD>' if first else ""
            # no fill but under evidence: it would cover the lower edge of the bar
            ground = f'BGCOLOR="{fill}"' if row.kind == "foot" else ""
            return f"{rule}<TD {pad} {ground}>{short}</TD><TD {pad} {ground}{_LEAST}>{cell}</TD>"
        rule = self.theme.foot_rule if row.kind == "foot" else ""
        edge = ("T" if first or rule else "") + ("B" if last else "")
        common = f'{pad} BORDER="1" {self._pen(s)} BGCOLOR="{fill}"'
        return f'<TD {common} COLSPAN="2" SIDES="L{edge}">{short}</TD><TD {common}{_LEAST} SIDES="R{edge}">{cell}</TD>'

    def _pen(self, s: Seen) -> str:
        return f'COLOR="{self.theme.ink}"' + (' STYLE="DASHED"' if s.type == "assumption" else "")

    def _reported(self, s: Seen) -> bool:
        return bool(s.said_by)


def _foot(entry: str, columns: int) -> list[str]:
    first, *more = lines_of(entry, columns)
    return [f"▪ {first}", *(_SPACES + line for line in more)]


def _thesis(box: Box, style: Style, t: Theme, *, numbered: bool) -> str:
    (s,) = box.statements
    words = f"{s.short}  {s.text}" if numbered else s.text
    rows = [
        f'<TR><TD BORDER="0" BGCOLOR="{t.thesis}">'
        f"{faced(lines_of(words, int(1.5 * style.columns)), FONT_SIZE + 3, t.thesis_text, 'B', 'CENTER')}</TD></TR>"
    ]
    small = int(1.9 * style.columns)
    notes = [s.qualified, f"says {s.said_by}, not the author" if s.said_by else ""]
    lines = [line for note in notes if note for line in lines_of(note, small)]
    lines += [line for entry in s.evidence for line in _foot(entry, small)]
    if s.quote:
        rows.append(f'<TR><TD BORDER="0">{faced(lines_of(s.quote, small), _SMALL, t.muted, "I", "CENTER")}</TD></TR>')
    if lines:
        rows.append(f'<TR><TD BORDER="0" ALIGN="LEFT" BALIGN="LEFT">{plain(lines, _SMALL, t.muted)}</TD></TR>')
    if box.hidden or box.sheet:
        rows.append(f'<TR><TD BORDER="0" BGCOLOR="{t.foot}">{plain([folded_line(box)], _SMALL, t.ink)}</TD></TR>')
    body = "\n".join(rows)
    return (
        f'<TABLE BORDER="2" COLOR="{t.thesis}" CELLSPACING="2" CELLPADDING="5" BGCOLOR="{t.ground}">\n{body}\n</TABLE>'
    )
