"""Comments that silence: one that does not is written as it was probably meant, one that is idle is deleted.

Both are for a person to decide: the first changes what is told, the second what a person has written down.
"""

import re
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.written import Written

_HEAD: Final = re.compile(r"# argmap: ignore\[(?P<codes>[^\[\]\r\n]*)\][^\r\n]*")


def comment_meant(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The comment, or the code in it, that the problem names instead."""
    if not d.instead or d.position is None:
        return ()
    start, end = written.stretch(d.position)
    return (Fix(f"write {d.instead!r}", (Edit(start, end, d.instead),)),) if written.text[start:end] else ()


def idle_deleted(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """A comment without the code that silences nothing; without any other, no comment."""
    if d.position is None:
        return ()
    start, end = written.stretch(d.position)
    number, line = written.lines.offset(d.position.line), written.lines.line(d.position.line)
    begin = number + line.rfind("# argmap: ignore[", 0, start - number)
    comment = _HEAD.match(written.text, begin)
    if comment is None:
        return ()
    if "," in comment["codes"]:
        return (Fix(f"leave {written.text[start:end]!r} out", (_left_out(written.text, start, end),)),)
    kept = line[: begin - number].rstrip()
    if kept:
        return (Fix("delete the comment", (Edit(number + len(kept), comment.end(), ""),)),)
    return (Fix("delete the comment", (Edit(number, written.lines.offset(d.position.line + 1), ""),)),)


def _left_out(text: str, start: int, end: int) -> Edit:
    """A code goes with the comma behind it; the last one with that before it."""
    behind = re.compile(r"[ \t]*,[ \t]*").match(text, end)
    if behind:
        return Edit(start, behind.end(), "")
    before = text[:start].rstrip(" \t")
    return Edit(len(before.removesuffix(",").rstrip(" \t")), end, "")
