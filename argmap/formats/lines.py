"""The lines of a text, as an editor counts them."""

import re
from bisect import bisect_right
from functools import cached_property

from argmap.diagnostics import Position

# libyaml also ends a line at U+0085, U+2028 and U+2029; editors do not, and a position is for an editor.
_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """A text by line; places in it are character offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._last: tuple[int, str] = (0, "")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of a character, both from 1; an offset outside the text counts as its nearest end."""
        index = min(max(index, 0), len(self.text))
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def offset(self, number: int) -> int:
        """Where a line begins, counted from 1; the end of the text for a line that is not there."""
        return self._starts[number - 1] if 1 <= number <= len(self._starts) else len(self.text)

    def position(self, start: int, end: int) -> Position:
        """The stretch from one character up to, not including, another."""
        return Position(*self.place(start), *self.place(max(start, end)))

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end; "" if there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        if number != self._last[0]:  # thousands of problems on one line of megabytes share it
            start = self._starts[number - 1]
            end = self._starts[number] if number < len(self._starts) else len(self.text)
            self._last = number, self.text[start:end].rstrip("\r\n")
        return self._last[1]
