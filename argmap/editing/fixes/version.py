"""The version line that a map or codebook begins with."""

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.written import Written


def version_line(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """`argmap: 1` above the first field, where it is the version that is missing: there is only this one."""
    root = written.tree.root if written.tree else None
    field = next((name for name in ("argmap", "argmap-codebook") if d.message.endswith(f"has no {name!r}")), "")
    if d.where or not field or root is None or field in root.items:
        return ()
    begins_line = written.lines.place(root.start)[1] == 1
    if not begins_line or written.text[root.start] == "{":
        return ()
    line = f"{field}: 1"
    return (Fix(f"add `{line}`", (Edit(root.start, root.start, line + written.line_end),), safe=True),)
