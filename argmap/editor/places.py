"""Places in a text as editors count them: lines from 0, and in a line the units of an encoding."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, Literal

from argmap.diagnostics import Position

Unit = Literal["utf-8", "utf-16", "utf-32"]

BOM: Final = "\ufeff"

_LINE_END: Final = re.compile(r"\r\n|\r|\n")

_WIDTH: Final[Mapping[Unit, Callable[[int], int]]] = MappingProxyType(
    {
        "utf-8": lambda code: 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4,
        "utf-16": lambda code: 1 if code < 0x10000 else 2,
        "utf-32": lambda _: 1,
    }
)

Point = tuple[int, int]
"""A line and a place in it, both from 0, the latter in units of the encoding."""


class Places:
    """A text by line.

    Offsets count characters of the text without the byte order marks it may begin with, as trees and edits do; points
    count those marks, as they are characters of the first line to an editor.
    """

    def __init__(self, text: str, unit: Unit = "utf-16") -> None:
        self.plain = text.lstrip(BOM)
        self._marks = BOM * (len(text) - len(self.plain))
        self._width = _WIDTH[unit]
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(self.plain))]

    def point(self, offset: int) -> Point:
        """The point of a character; an offset outside the text counts as its nearest end."""
        offset = min(max(offset, 0), len(self.plain))
        line = bisect_right(self._starts, offset) - 1
        return line, self._units(self._before(line) + self.plain[self._starts[line] : offset])

    def offset(self, line: int, character: int) -> int:
        """The character at a point; the end of the line for what lies behind it."""
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self.plain)
        start, left = self._starts[line], character - self._units(self._before(line))
        held = self.line(line)
        if held.isascii():
            return start + min(max(left, 0), len(held))
        for i, letter in enumerate(held):
            left -= self._width(ord(letter))
            if left < 0:
                return start + i
        return start + len(held)

    def stretch(self, position: Position | None) -> tuple[Point, Point]:
        """The points of a stretch of the file; of none, those of its first line."""
        if position is None:
            return self.point(0), self.point(len(self.line(0)))
        start = self.offset_at(position.line, position.column)
        return self.point(start), self.point(max(start, self.offset_at(position.end_line, position.end_column)))

    def offset_at(self, line: int, column: int) -> int:
        """The character at a line and column that count from 1, in characters, as positions in files do."""
        if line > len(self._starts):
            return len(self.plain)
        return self._starts[line - 1] + min(column - 1, len(self.line(line - 1)))

    def line(self, number: int) -> str:
        """The text of a line, from 0, without its end; "" if there is no such line."""
        if not 0 <= number < len(self._starts):
            return ""
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.plain)
        return self.plain[self._starts[number] : end].rstrip("\r\n")

    def _before(self, line: int) -> str:
        return self._marks if line == 0 else ""

    def _units(self, text: str) -> int:
        return len(text) if text.isascii() else sum(self._width(ord(letter)) for letter in text)
