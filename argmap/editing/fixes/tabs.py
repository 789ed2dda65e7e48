"""Tabs and odd spaces in the indentation, replaced by spaces where that can only mean one document."""

import re
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix, apply
from argmap.editing.fixes.written import Written
from argmap.editing.occurrences import grow
from argmap.formats.blank_values import unindented
from argmap.formats.yaml_tree import Node, Tree

_WIDTHS: Final = (2, 4, 8)
_INDENTED: Final = re.compile(r"^ *\t[ \t]*", re.MULTILINE)
_ODD: Final = re.compile(r"^ *[\u00a0\u2000-\u200a\u202f\u3000][ \u00a0\u2000-\u200a\u202f\u3000]*", re.MULTILINE)
_BLOCK_TEXT: Final = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$", re.MULTILINE)


def spaces(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """All tabs of the indentation as spaces; below a `|` or `>` a tab may belong to the text, and nothing is sure."""
    if written.tree is not None or "tab" not in d.message:
        return ()
    tabs = list(_INDENTED.finditer(written.text))
    tried = [tuple(Edit(t.start(), t.end(), t.group().expandtabs(width)) for t in tabs) for width in _WIDTHS]
    read = [(edits, tree) for edits in tried if edits and (tree := _sensible(apply(written.text, edits))) is not None]
    if not read:
        return ()
    sure = not _BLOCK_TEXT.search(written.text) and all(tree.data() == read[0][1].data() for _, tree in read)
    return (Fix("replace the tabs of the indentation by spaces", read[0][0], safe=sure),)


def _sensible(text: str) -> Tree | None:
    """The tree of a text, unless the fields of a statement would stand beside its id."""
    tree = grow(text)
    return tree if tree and isinstance(data := tree.data(), dict) and not unindented(data, tree.blank) else None


def odd_spaces(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """Spaces that YAML takes for text, in the indentation; of a text over several lines they may be a part."""
    if not d.message.startswith("the indentation holds a space"):
        return ()
    edits = tuple(Edit(o.start(), o.end(), " " * (o.end() - o.start())) for o in _ODD.finditer(written.text))
    tree = grow(apply(written.text, edits)) if edits else None
    if tree is None or tree.root is None:
        return ()
    sure = not _has_long_text(written.text, tree.root)
    return (Fix("replace the odd spaces of the indentation by spaces", edits, safe=sure),)


def _has_long_text(text: str, node: Node) -> bool:
    """Whether a text goes over several lines, in a text of the same length as that of the tree."""
    if node.kind == "text":
        return "\n" in text[node.start : node.end]
    return any(_has_long_text(text, item) for item in node.items.values())
