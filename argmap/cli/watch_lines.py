"""What a watch says: a line for each round, all errors, and of the rest what is new."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.cli import terminal
from argmap.cli.watch_files import Put
from argmap.reporters.diagnostics_text import diagnostics_text, summary
from argmap.reporters.visible import visible
from argmap.watching.rounds import Round

if TYPE_CHECKING:
    from datetime import datetime

    from argmap.diagnostics import Diagnostic

_MOST_NAMED = 3


class Lines:
    """Puts rounds into words.

    Args:
        files: How many maps are watched.
        draws: Whether they are drawn, or checked only.
    """

    def __init__(self, files: int, *, draws: bool) -> None:
        self._files, self._draws = files, draws
        self._drawn: datetime | None = None
        self._known: frozenset[object] = frozenset()

    def say(self, done: Round, put: Put | None) -> None:
        """Tell of a round on standard output, at once."""
        news = [d for d in done.problems if d.severity == "error" or _same(d) not in self._known]
        for line in self._lines(done, put, news):
            terminal.write(line)
        if news:
            inked = terminal.in_color("auto", sys.stdout)
            terminal.write(diagnostics_text(news, files=self._files, width=terminal.width(), color=inked))
        terminal.finish()
        if done.pictures:
            self._drawn = done.at
        found = frozenset(map(_same, done.problems))
        # a broken map hides most of its warnings: they are not told again once it is mended
        self._known = self._known | found if done.is_broken else found

    def _lines(self, done: Round, put: Put | None, news: "Sequence[Diagnostic]") -> Iterator[str]:
        yield f"{done.at:%H:%M:%S}  {self._what(done, put, news)}"
        for note in done.notes:
            yield f"          {visible(note)}"
        for path in put.removed if put else ():
            yield f"          removed {visible(path)}: it is no longer drawn"
        for path in put.left if put else ():
            yield f"          left {visible(path)}: it is no longer drawn, but was changed by another program"

    def _what(self, done: Round, put: Put | None, news: "Sequence[Diagnostic]") -> str:
        if not self._draws:
            found = f": {visible(done.trouble)}" if done.trouble else self._problems(done, news)
            return f"checked in {done.seconds:.2f} s{found}"
        if done.pictures and done.trouble:
            return f"drawn, but not written: {visible(done.trouble)}"
        if done.is_broken:
            stays = f"the picture of {self._drawn:%H:%M:%S} stays" if self._drawn else "there is no picture yet"
            why = visible(done.trouble) or summary(done.problems, files=self._files)
            return f"not drawn, {stays}: {why}"
        first = next(iter((done.pictures or {}).values()))
        what = _named(put) if put else _counted(1 + len(first.sheets))
        return f"drawn in {done.seconds:.2f} s: {what}{self._problems(done, news)}"

    def _problems(self, done: Round, news: "Sequence[Diagnostic]") -> str:
        """What is wrong, in short, where it does not follow in full."""
        if not done.problems:
            return "" if self._draws else f": {summary((), files=self._files)}"
        if len(news) == len(done.problems):
            return ""
        return f" ({summary(done.problems, files=self._files)}, {len(news) or 'none'} new)"


def _same(d: "Diagnostic") -> object:
    """What stays the same of a problem when lines above it come and go."""
    return d.file, d.code, d.where, d.message


def _named(put: Put) -> str:
    """The files that were written, if they are few."""
    same = f"{_counted(len(put.same))} as before" if put.same else ""
    if not put.written:
        return same
    shown, more = put.written[:_MOST_NAMED], len(put.written) - _MOST_NAMED
    named = ", ".join(map(visible, shown)) + (f" and {_counted(more)} more" if more > 0 else "")
    return f"{named}; {same}" if same else named


def _counted(n: int) -> str:
    return f"{n} sheet" if n == 1 else f"{n} sheets"


def watching(maps: Sequence[str]) -> str:
    """What is said at first."""
    return f"watching {', '.join(map(visible, maps))} and what they refer to; Ctrl-C ends"
