"""Where in a document a cursor stands, and what is being written there, whatever state the text is in."""

import re
from collections import deque
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Literal

from argmap.diagnostics import Where
from argmap.editor.scanning import Block, Flow, State, close, opens, read_line, read_lines

Writes = Literal["key", "value", "item", "line", "dash", "comment", "text"]


@dataclass(frozen=True, slots=True)
class Spot:
    """What is being written.

    Attributes:
        where: The place of the value; of a key, the place of the mapping it stands in.
        writes: A ``key``; a ``value`` behind a colon or between brackets; an ``item`` behind a dash, which may become
            a value or a mapping; a ``line`` of its own below a key that has no value yet; a line at the column of a
            list's dashes, which wants a ``dash``; a ``comment``; or ``text`` that nothing is to be proposed for.
        written: What stands there up to the cursor.
        start: Where that begins, as an offset.
        end: Where what is to be replaced ends: behind the word the cursor is in.
        held: The keys that the mapping has already, or the names in the list.
        in_flow: Whether it stands between brackets.
        gap: Whether a blank has to come first, as the cursor stands right behind a colon or a dash.
        column: The column of the key, or that of the line.
    """

    where: Where
    writes: Writes
    written: str
    start: int
    end: int
    held: tuple[str, ...] = ()
    in_flow: bool = False
    gap: bool = False
    column: int = 0


_BREAK: Final = re.compile(r"\r\n|\r|\n")
_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD: Final = re.compile(r"[^\s\[\]{},:\"'#]*")
_MOST: Final = 4_000  # characters that are looked at behind the cursor: the rest of a list


def spot(text: str, offset: int) -> Spot:
    """What is being written at an offset of a text without byte order marks."""
    offset = min(max(offset, 0), len(text))
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    state = read_lines(_leading_to(text, start))
    return _Finder(text, offset, text[start:offset], state).found()


_TOP: Final = re.compile(r"^[^\s#].*", re.MULTILINE)
_HEADER: Final = re.compile(r"[A-Za-z-]+:[ \t]*(?:#.*)?")
_FIRST: Final = re.compile(r"[\r\n]+(?: *(?:#.*)?[\r\n]+)*( +)[^\s#-]")


def _leading_to(text: str, end: int) -> list[str]:
    """The lines up to an offset that tell where it stands: a map has ten thousand, and most are other statements.

    Those are the lines without a margin and, where the last of them opens a section, what follows the last key of
    that section.
    """
    tops = list(_TOP.finditer(text, 0, end))
    first = _FIRST.match(text, tops[-1].end(), end) if tops and _HEADER.fullmatch(tops[-1][0].rstrip()) else None
    if first is None:
        return _BREAK.split(text[:end])[:-1]
    entries = re.compile(rf"^{first[1]}[^\s#-]", re.MULTILINE)
    last = deque(entries.finditer(text, tops[-1].end(), end), maxlen=1)
    start = last[0].start() if last else tops[-1].end()
    return [*(top[0].rstrip("\r") for top in tops), *_BREAK.split(text[start:end])[:-1]]


class _Finder:
    def __init__(self, text: str, offset: int, prefix: str, state: State) -> None:
        self.text, self.offset, self.prefix, self.state = text, offset, prefix, state
        self.line_start = offset - len(prefix)
        word = _WORD.match(text, offset)
        inside = offset > 0 and _WORD.fullmatch(text[offset - 1])
        self.end = word.end() if word and inside else offset

    def found(self) -> Spot:
        state, prefix = self.state, self.prefix
        body = prefix.lstrip(" ")
        column = len(prefix) - len(body)
        inside_text = state.text_from is not None and column > state.text_from
        if inside_text or (state.quote and not state.flows and not opens(body)):
            return self._nothing()
        if not state.flows and not state.quote and not body.startswith(("#", '"', "'", "[", "{")) and not opens(body):
            state.text_from = None
            return self._alone(column)
        number = state.number
        read_line(state, prefix)
        if state.comment is not None:
            return self._made((), "comment", prefix[state.comment :], state.comment)
        if state.flows:
            return self._in_flow(state.flows[-1], number)
        return self._behind()

    def _made(self, where: Where, writes: Writes, written: str, start: int, **more: object) -> Spot:
        return Spot(where, writes, written, self.line_start + start, self.end, **more)  # type: ignore[arg-type]

    def _nothing(self) -> Spot:
        where = self.state.blocks[-1].here if self.state.blocks else ()
        return Spot(where, "text", "", self.offset, self.offset)

    def _alone(self, column: int) -> Spot:
        """A line with nothing but a word, or nothing at all."""
        written = self.prefix[column:]
        blocks = self.state.blocks
        at_dashes = next((b for b in blocks if b.kind == "list" and b.column == column), None)
        close(self.state, column, dash=False)
        if at_dashes and not (blocks and blocks[-1].column == column):  # else a key is as likely as a dash
            return self._line(at_dashes.where, "dash", written, column, at_dashes)
        if not blocks:
            return self._line((), "key", written, column, None)
        top = blocks[-1]
        if top.kind == "mapping" and top.column == column:
            return self._line(top.where, "key", written, column, top)
        if not top.filled:
            return self._line(top.here, "line", written, column, None)
        return self._nothing()

    def _line(self, where: Where, writes: Writes, written: str, column: int, block: Block | None) -> Spot:
        kind = block.kind if block else "mapping"
        held = (*(block.keys if block else ()), *self._below(column, kind))
        return self._made(where, writes, written, column, held=held, column=column)

    def _in_flow(self, flow: Flow, number: int) -> Spot:
        here = flow.line == number
        if self.state.quote and not here:
            return self._nothing()
        if not self.state.quote and self.prefix.rstrip().endswith(("]", "}", '"', "'")):  # the value is whole
            return self._nothing()
        start = flow.start if here and flow.word is not None else len(self.prefix)
        held = (*flow.held, *self._further())
        key = flow.kind == "mapping" and flow.key is None
        where = flow.where if key else flow.here
        if key or flow.kind == "list":
            return self._made(where, "key" if key else "value", self.prefix[start:], start, held=held, in_flow=True)
        gap = self.prefix.endswith(":")
        return self._made(where, "value", self.prefix[start:], start, held=(), in_flow=True, gap=gap)

    def _behind(self) -> Spot:
        """Behind a colon or a dash of this line."""
        state = self.state
        top = state.blocks[-1] if state.blocks else None
        if top is None or (top.filled and state.word is None):
            return self._nothing()
        start = state.start if state.word is not None else len(self.prefix)
        written = self.prefix[start:]
        gap = state.word is None and self.prefix.endswith((":", "-"))
        if top.kind == "mapping":
            return self._made(top.here, "value", written, start, gap=gap, column=top.column)
        words = top.keys[:-1] if state.word is not None else top.keys
        held = (*words, *self._below(top.column, "list"))
        column = len(self.prefix) - len(written)
        return self._made(top.here, "item", written, start, held=held, gap=gap, column=column)

    def _further(self) -> list[str]:
        """The names that follow between the same brackets."""
        rest = self.text[self.end : self.end + _MOST]
        inside = re.match(r"[^\[\]{}#\r\n]*(?:(?:\{[^{}\r\n]*\}|\[[^\[\]\r\n]*\])[^\[\]{}#\r\n]*)*", rest)
        plain = re.sub(r"\{[^{}]*\}|\[[^\[\]]*\]", "", inside[0]) if inside else ""
        return [_NAME.match(part.strip())[0] for part in plain.split(",") if _NAME.match(part.strip())]  # type: ignore[index]

    def _below(self, column: int, kind: str) -> list[str]:
        """The keys or names in the lines that follow at the same column."""
        rest = _BREAK.split(self.text[self.offset : self.offset + 10 * _MOST])[1:]
        block = takewhile(lambda line: not line.strip() or _column(line) >= column, rest)
        lines = [line[column:] for line in block if _column(line) == column and line.strip()]
        if kind == "mapping":
            lines = list(takewhile(lambda line: not line.startswith("- "), lines))
            return [line.partition(":")[0].strip("\"' ") for line in lines if opens(line)]
        dashes = takewhile(lambda line: line.startswith("-"), lines)
        return [name for line in dashes if "{" not in line and ":" not in line for name in _NAME.findall(line[1:])]


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
