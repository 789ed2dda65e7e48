"""Places of a text that is mended round by round, as they were before the first."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit
from argmap.formats.lines import Lines
from argmap.formats.yaml_rules import cleaned


class Original:
    """A text as it was, and all that was done to it since."""

    def __init__(self, text: str) -> None:
        self._lines = Lines(cleaned(text))
        self._rounds: list[_Round] = []

    def edited(self, edits: Iterable[Edit]) -> None:
        """Take note of a round of edits."""
        self._rounds.append(_Round(sorted(edits)))

    def located(self, d: Diagnostic, text: str) -> Diagnostic:
        """A problem of the text as it is now, at the place where it stood in the original."""
        if d.position is None or not self._rounds:
            return d
        p, lines = d.position, _lines(text)
        start = self._back(lines.offset(p.line) + p.column - 1)
        end = self._back(lines.offset(p.end_line) + p.end_column - 1)
        position = self._lines.position(start, end)
        return replace(d, position=position, source=self._lines.line(position.line))

    def _back(self, offset: int) -> int:
        for edits in reversed(self._rounds):
            offset = edits.before(offset)
        return offset


@lru_cache(maxsize=1)  # all problems of a round are asked for one after the other
def _lines(text: str) -> Lines:
    return Lines(cleaned(text))


class _Round:
    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts: list[int] = []
        shift = 0
        for edit in edits:
            self._starts.append(edit.start + shift)
            shift += len(edit.text) - (edit.end - edit.start)

    def before(self, offset: int) -> int:
        """Where a place stood before the edits; within what an edit wrote, as far into what was there."""
        last = bisect_right(self._starts, offset) - 1
        if last < 0:
            return offset
        edit, inside = self._edits[last], offset - self._starts[last]
        if inside < len(edit.text):
            return min(edit.start + inside, edit.end)
        return edit.end + inside - len(edit.text)
