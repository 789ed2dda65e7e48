"""`argmap diff` as git calls it: a driver for `git diff`, and a converter for all that shows lines.

Git stops at a driver that fails, with whatever else there was to show; so nothing that a file holds is a failure here.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Final

from argmap import files
from argmap.cli import terminal
from argmap.cli.unusable import Unusable, require_files
from argmap.cli.versions import NO_FILE, Version, difference, read_alone, read_version
from argmap.errors import FileProblem, InvalidMap
from argmap.reporters.changes_text import changes_text
from argmap.reporters.ink import Tone, ink
from argmap.reporters.visible import visible

_UNMERGED: Final = 1  # parameters that git calls a driver with for a file in conflict
_USUAL: Final = 7
_RENAMED: Final = 9

HINT: Final = "git config diff.argmap.command 'argmap diff --git --'"


@dataclass(frozen=True, slots=True)
class Call:
    """What git wants shown: two files with the path that each has in the repository, and what it says of the two."""

    old: str
    new: str
    old_path: str
    new_path: str
    message: str = ""

    @property
    def heading(self) -> str:
        """As git heads its own differences; there is no file before it is added, and none after it is deleted."""
        a = NO_FILE if self.old == NO_FILE else f"a/{self.old_path}"
        b = NO_FILE if self.new == NO_FILE else f"b/{self.new_path}"
        return f"argmap diff {a} {b}"


def run_driver(given: Sequence[str], *, color: terminal.Color) -> int:
    """Print the difference that git asks for, line by line where it is not between maps or codebooks.

    `given` are git's parameters: path, old file, its hash and mode, new file, its hash and mode; for a renamed file
    also the new path and what git says of it; for one in conflict the path alone.
    """
    if len(given) == _UNMERGED:
        terminal.write(f"argmap diff: {given[0]} has conflicts that are not resolved")
        return 0
    if len(given) not in (_USUAL, _RENAMED):
        raise Unusable(f"git calls this with 7 or 9 parameters, not {len(given)}", hint=HINT)
    path, old, _, _, new, _, _, *renamed = given
    call = Call(old, new, path, renamed[0] if renamed else path, renamed[1].strip() if renamed else "")
    try:
        terminal.write(_shown(call, color=_in_color(color)))
        terminal.finish()
    except terminal.PipeClosed:  # the reader has left git's pager; git would call that a driver that died
        terminal.drop(sys.stdout)
    return 0


def _shown(call: Call, *, color: bool) -> str:
    old = read_version(call.old, limits=True, called=f"a/{call.old_path}", beside=call.old_path)
    new = read_version(call.new, limits=True, called=f"b/{call.new_path}", beside=call.new_path)
    try:
        found = difference(old, new, must_match=False)
    except (InvalidMap, Unusable):
        return "\n".join(_lines(call, (old, new), color=color))
    heading = "\n".join(filter(None, (call.heading, call.message)))
    said = changes_text(found.changes, places=found.spot, unread=found.problems, width=terminal.width(), color=color)
    head = "\n".join(ink(visible(line), "bold", color=color) for line in heading.splitlines())
    return f"{head}\n\n{said}\n" if said else f"{head}\n" if call.message else ""


def _lines(call: Call, versions: tuple[Version, Version], *, color: bool) -> Iterator[str]:
    """The difference line by line, below what keeps it from being more."""
    yield ink(visible(call.heading), "bold", color=color)
    texts = (_text(call.old), _text(call.new))
    for text, version in zip(texts, versions, strict=True):
        if text is None or _is_meant_as_ours(text):
            yield from (visible(str(d)) for d in version.problems)
    if texts[0] is None or texts[1] is None:
        return
    tones: dict[str, Tone] = {"+": "agree", "-": "conflict"}
    was, now = texts[0].splitlines(), texts[1].splitlines()
    lines = unified_diff(was, now, f"a/{call.old_path}", f"b/{call.new_path}", lineterm="")
    yield from (ink(visible(line), tones.get(line[:1], "plain"), color=color and line[:1] in tones) for line in lines)


def _text(name: str) -> str | None:
    if name == NO_FILE:
        return ""
    try:
        return files.read_text(name)
    except FileProblem:
        return None


def _is_meant_as_ours(text: str) -> bool:
    return any(line.startswith(("argmap:", "argmap-codebook:")) for line in text.splitlines())


def _in_color(color: terminal.Color) -> bool:
    """Git's pager shows colour too, and git tells that it runs one."""
    paged = color == "auto" and os.environ.get("GIT_PAGER_IN_USE") == "true" and os.environ.get("TERM") != "dumb"
    return terminal.in_color("always" if paged else color)


def run_converter(given: Sequence[str]) -> int:
    """Print a map as an outline, every statement on one line, so that lines can be told apart; else the file as it is.

    A copy that git made lies away from its codebook, and the file itself does not: so both are read without.
    """
    if len(given) != 1:
        raise Unusable(f"--textconv takes one file, not {len(given)}", hint="git calls it by diff.argmap.textconv")
    require_files(given)
    text = _text(given[0]) or ""
    m = read_alone(text, given[0], limits=False).document if _is_meant_as_ours(text) else None
    if m is not None:
        from argmap.reporters.outline import outline_text  # noqa: PLC0415

        terminal.write(outline_text(m, width=_ONE_LINE, ids="file"))
    else:
        terminal.write_bytes(Path(given[0]).read_bytes())
    return 0


_ONE_LINE: Final = 100_000
