"""What a list names a second time, taken out of it."""

import re
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.written import Written
from argmap.formats.yaml_tree import Node

_COMMA: Final = re.compile(r"\s*,\s*")
_DASH: Final = re.compile(r" *-[ \t]+")


def named_again(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The second mention removed, where it says the same as the first and carries no comment."""
    above, last = written.node(d.where[:-1]), d.where[-1] if d.where else ""
    if above is None or above.kind != "list" or not isinstance(last, int) or last not in above.items:
        return ()
    item = above.items[last]
    if all(above.items[i].data() != item.data() for i in range(last)):
        return ()
    edit = _from_brackets(written, above, last) if written.text[above.start] == "[" else _from_lines(written, item)
    return (Fix("remove the second mention", (edit,), safe=True),) if edit else ()


def _from_brackets(written: Written, above: Node, last: int) -> Edit | None:
    """An item of a list in brackets goes with the comma before it."""
    start, item = above.items[last - 1].end, above.items[last]
    return Edit(start, item.end, "") if _COMMA.fullmatch(written.text, start, item.start) else None


def _from_lines(written: Written, item: Node) -> Edit | None:
    """An item of its own line goes with that line."""
    lines = written.lines
    number, _ = lines.place(item.start)
    start, end = lines.offset(number), lines.offset(number + 1)
    alone = _DASH.fullmatch(written.text, start, item.start) and not written.text[item.end : end].strip()
    if not alone or item.end > end:
        return None
    if not written.text[:end].endswith(("\n", "\r")):  # the last line of a file that ends without a line end
        return Edit(start - len(written.line_end), end, "")
    return Edit(start, end, "")
