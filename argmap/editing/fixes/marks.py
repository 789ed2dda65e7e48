"""A mark too few or too many, which leaves no doubt: a space behind a colon, a comma behind a bracket."""

import re
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.written import Written

_LAST: Final = re.compile(r",[ \t]*(?:[ \t]#.*)?")
_INDENT: Final = re.compile(r" *(?:- +)?")


def space_put(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The space behind the colon of a field; safe where the line below begins with a field of the same entry."""
    if written.tree is not None or d.position is None or not d.message.startswith("no space follows the ':'"):
        return ()
    own, below = (_INDENT.match(written.lines.line(d.position.line + i)) for i in (0, 1))
    _, end = written.stretch(d.position)
    same = own is not None and below is not None and own.end() == below.end()
    return (Fix("put a space behind the ':'", (Edit(end, end, " "),), safe=same),)


def comma_deleted(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """A comma behind the bracket that ends a line."""
    if written.tree is not None or d.position is None or not d.message.startswith("a ',' follows the closing"):
        return ()
    start, end = written.stretch(d.position)
    rest = written.lines.line(d.position.line)[d.position.column - 1 :]
    return (Fix("delete the ','", (Edit(start, end, ""),), safe=True),) if _LAST.fullmatch(rest) else ()
