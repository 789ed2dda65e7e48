"""Fields that hold nothing, taken away."""

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.written import Written


def line_deleted(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The line of a field without a value; who wrote it may have wanted to fill it in, so it is for them to decide."""
    if written.tree is None or d.where not in written.tree.blank or (stretch := written.key(d.where)) is None:
        return ()
    above = written.node(d.where[:-1])
    number, column = written.lines.place(stretch[0])
    line = written.lines.line(number)
    if above is None or len(above.items) < 2 or line[: column - 1].strip() or "#" in line:
        return ()
    return (Fix("delete the line", (Edit(written.lines.offset(number), written.lines.offset(number + 1), ""),)),)
