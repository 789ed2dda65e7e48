"""Fields that are indented too far, moved back below those they belong to."""

from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.written import Written
from argmap.formats.indentation import too_far

_NO_WORDS: Final = frozenset({"quote", "type", "says", "via", "voice", "certainty", "sources"})
_NO_PROSE: Final = ("[", "{", "¶", "§")


def moved_back(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The line, and those below that are as deep, with the spaces of the field above.

    Safe where the field's name is no word that a text would go on with, or its value is no prose.
    """
    if written.tree is not None or d.position is None or (found := too_far(written.lines, d.position.line)) is None:
        return ()
    lines, number = written.lines, found.line
    last, _ = lines.place(len(written.text))
    deep = len(lines.line(number)) - len(lines.line(number).lstrip(" "))
    edits = []
    while number <= last:
        line = lines.line(number)
        if line.strip():
            if len(line) - len(line.lstrip(" ")) < deep:
                break
            edits.append(Edit(lines.offset(number), lines.offset(number) + deep - found.indent, ""))
        number += 1
    safe = found.field in _NO_WORDS or found.value.startswith(_NO_PROSE)
    return (Fix(f"indent it like {found.beside!r}", tuple(edits), safe=safe),)
