"""Boxes of a map as HTML-like labels for Graphviz."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Literal, Protocol

from argmap.diagram.boxes import Box, BoxKind, Seen
from argmap.languages import ENGLISH, Words
from argmap.layout.shape import Style
from argmap.renderers.graphviz.label_text import (
    FONT_SIZE,
    SMALL,
    bar_cell,
    bar_of,
    faced,
    lines_of,
    plain,
    printable,
    text,
)
from argmap.theme import Theme

__all__ = ["BARS", "FONT_SIZE", "Fill", "bar_label", "bar_of", "box_label", "folded_line", "printable", "text"]

BARS: Final[dict[BoxKind, str]] = {
    "support": "map.because",
    "attack": "map.but",
    "undercut": "map.unless",
    "condition": "map.if",
    "loose": "map.not_connected",
}

# where the box above holds several statements, and lines from its foot do not say which is meant
_BEARS: Final[dict[BoxKind, str]] = {"support": "map.for", "attack": "map.against", "condition": "map.for"}

# so that the word in the bar never stretches the column of the short ids
_LEAST: Final = ' WIDTH="96"'
_SPACES: Final = "\u00a0\u00a0"


class Fill(Protocol):
    """What stands where a worksheet asks for something: room to write, or on its key the answer."""

    def claim(self, number: int) -> str:
        """What a cell holds in place of the words of a statement."""

    def relation(self, number: int) -> str:
        """What the bar holds in place of its word."""

    def source(self, number: int) -> str:
        """What a cell holds behind a line of evidence."""


def box_label(
    box: Box,
    style: Style,
    theme: Theme,
    words: Words = ENGLISH,
    *,
    numbered: bool = True,
    bare: bool = False,
    fill: Fill | None = None,
) -> str:
    """The label of a box. With statements side by side each ends in a cell ``p0``, ``p1``, … that lines end at.

    Args:
        box: What to show.
        style: How wide, and how linked statements stand.
        theme: Its colours.
        words: The fixed words.
        numbered: Whether a thesis shows its short id; needless if there is one only.
        bare: Without its bar.
        fill: What stands in its blanks; without it their numbers do.
    """
    if box.kind == "thesis":
        return _thesis(box, style, theme, words, numbered=numbered, fill=fill)
    return _Markup(theme, words, style, context=box.kind == "context", bare=bare, fill=fill).box(box)


def bar_label(box: Box, style: Style, theme: Theme, words: Words = ENGLISH) -> str:
    """The bar of a box alone, as a label."""
    return _Markup(theme, words, style, context=False).alone(box)


def folded_line(box: Box, words: Words) -> str:
    """Where the rest of a branch is: ``+ 16 below: sheet 4``, ``in full: sheet 2``, or only ``+ 9 below``; or ""."""
    if box.hidden:
        return words.say("map.below", n=box.hidden, sheet=box.sheet)
    if box.beyond is not None:
        return words.say("map.below_here", n=box.beyond) if box.beyond else words["map.goes_on"]
    return words.say("map.in_full", sheet=box.sheet) if box.sheet and box.kind != "context" else ""


def notes_of(s: Seen, words: Words) -> list[str]:
    """What a reader must know of a statement wherever it is told: how surely, who says so, whether it is stated."""
    notes = [s.qualified] if s.qualified else []
    notes += [words.say("map.says", who=s.said_by)] if s.said_by else []
    return notes + ([words["map.not_stated"]] if s.type == "assumption" else [])


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of one statement: a short id on the left, or nothing, and lines of text in one face, "" for plain.

    Where something is to be filled in, its cell is `ready`, and there are no lines.
    """

    lines: tuple[str, ...]
    size: float
    colour: str
    kind: Literal["text", "note", "quote", "foot"]
    short: str = ""
    face: str = ""
    ready: str = ""

    def cell(self, least: int = 0) -> str:
        """The text, filled up to a number of lines where rows of their own would be spread otherwise."""
        if self.ready:
            return self.ready
        if not self.lines:
            return ""
        if not self.face:
            return plain(self.lines, self.size, self.colour)
        blank = ("\u00a0",) * (least - len(self.lines))
        return faced(self.lines + blank, self.size, self.colour, self.face)


@dataclass(frozen=True, slots=True)
class _Markup:
    theme: Theme
    words: Words
    style: Style
    context: bool
    bare: bool = False
    fill: Fill | None = None

    def alone(self, box: Box) -> str:
        return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>{self._bar(box, 1)}</TR></TABLE>'

    def box(self, box: Box) -> str:
        beside = self.style.is_beside(box)
        columns = [self._rows(s, box) for s in box.statements]
        span = 3 * len(columns) if beside else 3
        rows = [] if self.context or self.bare else [f"<TR>{self._bar(box, span)}</TR>"]
        rows += self._beside(box, columns) if beside else self._stacked(box, columns)
        if folded := folded_line(box, self.words):
            rows.append(self._fold(folded, span))
        body = "\n".join(rows)
        return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="-1" CELLPADDING="0">\n{body}\n</TABLE>'

    def _bar(self, box: Box, span: int) -> str:
        if box.blank and self.fill:
            frame = f'BORDER="1" COLOR="{self.theme.ink}" BGCOLOR="{self.theme.box}" CELLPADDING="1"'
            return f'<TD COLSPAN="{span}" {frame}>{self.fill.relation(box.blank)}</TD>'
        word = self.words[BARS[box.kind]]
        words = [self.words.say("map.together", word=word) if len(box.statements) > 1 else word]
        words += [self.words.say(_BEARS[box.kind], which=box.bears_on)] if box.bears_on else []
        words += [box.scheme] if box.scheme else []
        columns = self.style.columns * (span // 3 or 1)
        return bar_cell(box.kind, " · ".join(words), self.theme, f'COLSPAN="{span}" ', columns)

    def _fold(self, line: str, span: int) -> str:
        t = self.theme
        cell = plain(lines_of(line, int(1.2 * self.style.columns)), SMALL, t.ink)
        frame = f'BORDER="1" COLOR="{t.ink}"'
        return f'<TR><TD COLSPAN="{span}" {frame} BGCOLOR="{t.foot}" CELLPADDING="3" ALIGN="LEFT">{cell}</TD></TR>'

    def _rows(self, s: Seen, box: Box) -> list[_Row]:
        t, columns = self.theme, self.style.columns
        spoken = lines_of(f"▪ {s.text}" if s.type == "evidence" else s.text, columns)
        faint = (s.see or s.context) and not self.context
        rows = [_Row(spoken, FONT_SIZE, t.muted if faint else t.ink, "text", s.short, "B" if self.context else "")]
        if s.blank and self.fill and not (s.see or s.context or self.context):
            rows = [_Row((), FONT_SIZE, t.ink, "text", ready=self.fill.claim(s.blank))]
        notes = notes_of(s, self.words)
        if faint:
            notes = [" · ".join([*notes, self._pointer(s)])]
        elif s.see and (s is box.statements[0] or s.sheet != box.statements[0].sheet):
            role = self._head(box, s)
            notes = [*notes[:-1], f"{notes[-1]} · {role}"] if notes and notes[-1] != s.qualified else [*notes, role]
        rows += [self._small(note) for note in notes]
        if s.quote:
            rows.append(_Row(lines_of(s.quote, int(1.15 * columns)), SMALL, t.muted, "quote", face="I"))
        return rows + self._feet(s)

    def _feet(self, s: Seen) -> list[_Row]:
        """Evidence in one row; where a source is asked for, its line ends the row, and room to write is the next."""
        rows: list[_Row] = []
        lines: list[str] = []
        for entry, number in zip_longest(s.evidence, s.cites, fillvalue=0):
            lines += _foot(str(entry), int(1.2 * self.style.columns)) if entry else ()
            if number and self.fill and not self.context:
                rows += [_Row(tuple(lines), SMALL, self.theme.muted, "foot")] if lines else []
                rows.append(_Row((), SMALL, self.theme.muted, "foot", ready=self.fill.source(int(number))))
                lines = []
        return [*rows, _Row(tuple(lines), SMALL, self.theme.muted, "foot")] if lines else rows

    def _pointer(self, s: Seen) -> str:
        w = self.words
        if s.context:
            return w["map.context"]
        if not s.short:
            return w.say("map.in_full", sheet=s.sheet) if s.sheet else w["map.again"]
        return w.say("map.see_sheet", id=s.short, sheet=s.sheet) if s.sheet else w.say("map.see", id=s.short)

    def _head(self, box: Box, s: Seen) -> str:
        """What the top of a branch is to what stands above it elsewhere."""
        if s.context:
            return f"{self.words['map.context']} · {box.role}"
        return self.words.say("map.role_at", role=box.role, sheet=s.sheet)

    def _small(self, words: str) -> _Row:
        return _Row(lines_of(words, int(1.2 * self.style.columns)), SMALL, self.theme.muted, "note")

    def _stacked(self, box: Box, columns: list[list[_Row]]) -> list[str]:
        out = []
        for s, rows in zip(box.statements, columns, strict=True):
            for i, row in enumerate(rows):
                cells = self._cells(s, row, row.cell(), first=i == 0, last=i == len(rows) - 1, of=len(rows))
                out.append(f"<TR>{cells}</TR>")
        return out

    def _beside(self, box: Box, columns: list[list[_Row]]) -> list[str]:
        """One grid, so that rows of one height stand level; short columns are filled up."""
        empty = _Row((), SMALL, self.theme.muted, "note")
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
        ends = "".join(self._end(s, i, folded=bool(folded_line(box, self.words))) for i, s in enumerate(box.statements))
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


def _thesis(box: Box, style: Style, t: Theme, words: Words, *, numbered: bool, fill: Fill | None = None) -> str:
    (s,) = box.statements
    if s.blank and fill:
        rows = [f'<TR><TD BORDER="0" BGCOLOR="{t.box}" ALIGN="LEFT">{fill.claim(s.blank)}</TD></TR>']
    else:
        said = f"{s.short}  {s.text}" if numbered and s.short else s.text
        words_of = faced(lines_of(said, int(1.5 * style.columns)), FONT_SIZE + 3, t.thesis_text, "B", "CENTER")
        rows = [f'<TR><TD BORDER="0" BGCOLOR="{t.thesis}">{words_of}</TD></TR>']
    small = int(1.9 * style.columns)
    lines = [line for note in notes_of(s, words) for line in lines_of(note, small)]
    lines += [line for entry in s.evidence if entry for line in _foot(entry, small)]
    if s.quote:
        rows.append(f'<TR><TD BORDER="0">{faced(lines_of(s.quote, small), SMALL, t.muted, "I", "CENTER")}</TD></TR>')
    if lines:
        rows.append(f'<TR><TD BORDER="0" ALIGN="LEFT" BALIGN="LEFT">{plain(lines, SMALL, t.muted)}</TD></TR>')
    if fill:
        rows += [f'<TR><TD BORDER="0" ALIGN="LEFT">{fill.source(number)}</TD></TR>' for number in s.cites if number]
    if folded := folded_line(box, words):
        rows.append(f'<TR><TD BORDER="0" BGCOLOR="{t.foot}">{plain([folded], SMALL, t.ink)}</TD></TR>')
    body = "\n".join(rows)
    return (
        f'<TABLE BORDER="2" COLOR="{t.thesis}" CELLSPACING="2" CELLPADDING="5" BGCOLOR="{t.ground}">\n{body}\n</TABLE>'
    )
