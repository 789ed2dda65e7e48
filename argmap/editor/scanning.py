"""A walk over the lines of a text that is being written, and so need not be YAML yet.

It keeps only what tells where in the document a cursor stands: which mappings and lists are open. A bracket or a
quotation mark that was never closed ends where a key begins at the column of its own line or further left, so that
one broken line does not hide what follows.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from argmap.diagnostics import Where

_KEY: Final = re.compile(
    r"""(?:"(?P<double>[^"\\]*)"|'(?P<single>[^']*)'|(?P<plain>[^\s#\[\]{},"'&*!|>%@`-][^:#]*?|-(?=\S)[^:#]*?))\s*:(?=\s|$)"""
)
_GAP: Final = re.compile(r"[ \t]*")
_DASH: Final = re.compile(r"-(?:[ \t]+|$)")
_SCALAR_BLOCK: Final = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
_TOKEN: Final = re.compile(
    r"""(?P<gap>[ \t]+)|(?P<comment>(?<![^\s])\#.*)|(?P<mark>[\[\]{},])|(?P<colon>:(?=[\s,\[\]{}]|$))"""
    r"""|"(?P<double>(?:[^"\\]|\\.)*+)(?P<open2>"|$)|'(?P<single>(?:[^']|'')*+)(?P<open1>'|$)"""
    r"""|(?P<word>[^\s\[\]{},:"'][^\[\]{},:]*(?::(?![\s,\[\]{}]|$)[^\[\]{},:]*)*|:)"""
)

_END: Final = {'"': re.compile(r'(?:[^"\\]|\\.)*+"'), "'": re.compile(r"(?:[^']|'')*+'")}


@dataclass(slots=True)
class Block:
    """An open mapping or list of lines: the column its keys or dashes stand in, and where in it we are."""

    kind: Literal["mapping", "list"]
    column: int
    where: Where
    step: str | int
    filled: bool = False  # whether the step has its value, or the beginning of one
    keys: list[str] = field(default_factory=list)  # of a list: the words its items hold

    @property
    def here(self) -> Where:
        """The place of the value of the present step."""
        return (*self.where, self.step)


@dataclass(slots=True)
class Flow:
    """An open ``[`` or ``{``."""

    kind: Literal["mapping", "list"]
    where: Where
    key: str | None = None
    index: int = 0
    word: str | None = None
    start: int = 0  # of the word, in its line
    line: int = -1  # of the word
    held: list[str] = field(default_factory=list)  # the words or keys before

    @property
    def here(self) -> Where:
        """The place of the item or value that is being written."""
        step: str | int | None = self.index if self.kind == "list" else self.key
        return self.where if step is None else (*self.where, step)


@dataclass(slots=True)
class State:
    """What is open behind the last line that was read."""

    blocks: list[Block] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    quote: str = ""  # the mark a text over several lines ends with
    text_from: int | None = None  # the column a ``|`` text must stand to the right of
    word: str | None = None  # the unquoted or quoted text that the line ends with, outside brackets
    start: int = 0  # where in the line it begins
    comment: int | None = None  # where in the last line a comment begins
    number: int = 0


def read_lines(lines: Iterable[str]) -> State:
    """What is open at the end of some lines."""
    state = State()
    for line in lines:
        read_line(state, line)
    return state


def read_line(state: State, line: str) -> None:
    """Go on by one line, or by the part of one before a cursor."""
    _line(state, line)
    state.number += 1


def close(state: State, column: int, *, dash: bool) -> None:
    """End what a line at a column can no longer belong to."""
    blocks = state.blocks
    while blocks and (
        blocks[-1].column > column or (blocks[-1].column == column and blocks[-1].kind == "list" and not dash)
    ):
        blocks.pop()


def opens(body: str) -> bool:
    """Whether a line, from its first letter on, begins with a key or a dash."""
    return bool(_KEY.match(body) or _DASH.match(body))


def _line(state: State, line: str) -> None:
    state.word, state.comment = None, None
    body = line.lstrip(" ")
    column = len(line) - len(body)
    if state.text_from is not None:
        if not body or column > state.text_from:
            return
        state.text_from = None
    if (state.flows or state.quote) and _ends_all(state, body, column):
        state.flows.clear()
        state.quote = ""
    if state.quote:
        _quoted_on(state, line)
    elif state.flows:
        _flow(state, line, 0)
    elif body.startswith("#"):
        state.comment = column
    elif body and not (column == 0 and body.startswith(("---", "..."))):
        _block(state, line, column)


def _ends_all(state: State, body: str, column: int) -> bool:
    """Whether a line that stands where a text or bracket is still open can only be the next line of the map."""
    inner = state.blocks[-1].column if state.blocks else -1
    return column <= inner and opens(body)


def _block(state: State, line: str, column: int) -> None:
    while True:
        dash = _DASH.match(line, column)
        key = None if dash else _KEY.match(line, column)
        close(state, column, dash=bool(dash))
        if dash:
            _item(state, column)
            column = dash.end()
            if column >= len(line):
                return
            continue
        if key is None:
            break
        _entry(state, column, next(text for text in key.group("double", "single", "plain") if text is not None))
        gap = _GAP.match(line, key.end())
        _value(state, line, gap.end() if gap else key.end())
        return
    _value(state, line, column)


def _item(state: State, column: int) -> None:
    blocks = state.blocks
    if blocks and blocks[-1].kind == "list" and blocks[-1].column == column:
        blocks[-1].step = int(blocks[-1].step) + 1
        blocks[-1].filled = False
        return
    where = blocks[-1].here if blocks else ()
    if blocks:
        blocks[-1].filled = True
    blocks.append(Block("list", column, where, 0))


def _entry(state: State, column: int, key: str) -> None:
    blocks = state.blocks
    if not (blocks and blocks[-1].kind == "mapping" and blocks[-1].column == column):
        where = blocks[-1].here if blocks else ()
        if blocks:
            blocks[-1].filled = True
        blocks.append(Block("mapping", column, where, key))
    blocks[-1].step, blocks[-1].filled = key, False
    blocks[-1].keys.append(key)


def _value(state: State, line: str, column: int) -> None:
    """What stands behind a colon or a dash, or alone in a line."""
    rest = line[column:]
    if not rest or rest.startswith("#"):
        state.comment = column if rest else None
        return
    if _SCALAR_BLOCK.match(rest):
        state.text_from = _outer(state)
    elif rest[0] in "[{":
        _flow(state, line, column)
    elif rest[0] in "\"'":
        _quoted(state, line, column)
    else:
        comment = re.search(r"\s#", rest)
        state.comment = column + comment.start() + 1 if comment else None
        state.word, state.start = (rest[: comment.start()] if comment else rest), column
        _list(state, [state.word])
    if state.blocks:
        state.blocks[-1].filled = True


def _list(state: State, words: list[str]) -> None:
    """Note what an item of a list of lines holds."""
    if state.blocks and state.blocks[-1].kind == "list":
        state.blocks[-1].keys += words


def _outer(state: State) -> int:
    return state.blocks[-1].column if state.blocks else -1


def _quoted(state: State, line: str, column: int) -> None:
    mark = line[column]
    end = _END[mark].match(line, column + 1)
    if end is None:
        state.quote = mark
        state.word, state.start = line[column + 1 :], column + 1
    else:
        _after(state, line, end.end())


def _quoted_on(state: State, line: str) -> None:
    """A further line of a text in quotation marks."""
    end = _END[state.quote].match(line)
    if end is None:
        return
    state.quote = ""
    if state.flows:
        _flow(state, line, end.end())
    else:
        _after(state, line, end.end())


def _after(state: State, line: str, column: int) -> None:
    comment = re.compile(r"\s#").search(line, column)
    state.comment = comment.start() + 1 if comment else None


def _flow(state: State, line: str, column: int) -> None:
    flows = state.flows
    while column < len(line):
        token = _TOKEN.match(line, column)
        if token is None:  # a quotation mark or the like within a word
            column += 1
            continue
        start, column = column, token.end()
        if mark := token["mark"]:
            if mark in "[{":
                _open(state, mark)
            elif mark in "]}":
                closed = flows.pop()
                if not flows:
                    _list(state, [*closed.held, closed.word or ""])
                    _after(state, line, column)
                    return
            else:
                _next(flows[-1])
        elif token["comment"]:
            state.comment = start
        elif token["colon"] and flows[-1].kind == "mapping" and flows[-1].key is None:
            flows[-1].key, flows[-1].word = flows[-1].word or "", None
        elif token["word"] is not None:
            _word(flows[-1], token["word"].rstrip(), start, state.number)
        elif token["double"] is not None or token["single"] is not None:
            text = token["double"] if token["double"] is not None else token["single"]
            _word(flows[-1], text, start + 1, state.number)
            if not (token["open2"] or token["open1"]):
                state.quote = '"' if token["double"] is not None else "'"


_DEEPEST: Final = 100
"""Brackets in each other of which the place is told apart: a map has fewer, and each place is as long as it is deep."""


def _open(state: State, mark: str) -> None:
    where = state.flows[-1].here if state.flows else state.blocks[-1].here if state.blocks else ()
    if len(state.flows) > _DEEPEST:
        where = state.flows[-1].where
    state.flows.append(Flow("list" if mark == "[" else "mapping", where))


def _next(flow: Flow) -> None:
    if flow.kind == "list":
        flow.held.append(flow.word or "")
        flow.index += 1
    elif flow.key or flow.word:
        flow.held.append(flow.key or flow.word or "")
    flow.key = flow.word = None


def _word(flow: Flow, text: str, start: int, line: int) -> None:
    flow.word, flow.start, flow.line = text, start, line
