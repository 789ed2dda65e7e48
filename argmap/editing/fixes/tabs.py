"""Tabs in the indentation, replaced by spaces where every width of a tab gives the same document."""

import re
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix, apply
from argmap.editing.fixes.written import Written
from argmap.editing.occurrences import grow

_WIDTHS: Final = (2, 4, 8)
_INDENTED: Final = re.compile(r"^ *\t[ \t]*", re.MULTILINE)
_BLOCK_TEXT: Final = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$", re.MULTILINE)


def spaces(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """All tabs of the indentation as spaces; below a `|` or `>` a tab may belong to the text, and nothing is sure."""
    if written.tree is not None or "tab" not in d.message:
        return ()
    tabs = list(_INDENTED.finditer(written.text))
    tried = [tuple(Edit(t.start(), t.end(), t.group().expandtabs(width)) for t in tabs) for width in _WIDTHS]
    read = [(edits, tree) for edits in tried if edits and (tree := grow(apply(written.text, edits))) is not None]
    if not read:
        return ()
    sure = not _BLOCK_TEXT.search(written.text) and all(tree.data() == read[0][1].data() for _, tree in read)
    return (Fix("replace the tabs of the indentation by spaces", read[0][0], safe=sure),)
