"""What is no id, written as the id that comes nearest: of an entry, together with all that refer to it."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from argmap.diagnostics import Diagnostic, Where
from argmap.editing.edits import Fix
from argmap.editing.fixes.names import value_meant
from argmap.editing.fixes.written import Written
from argmap.editing.occurrences import Occurrence, occurrences
from argmap.formats.parts import SECTIONS, slug
from argmap.formats.yaml_tree import Node
from argmap.model.base import is_slug

_NAMES: Final = frozenset({"voice", "where"})
"""Fields that hold a key or a name in a person's words: which of the two, nobody can tell."""


def slug_meant(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The id in place of what is none.

    Safe for an entry of a map: nothing outside the file can refer to what is no id. The keys of a codebook in a file
    of its own are for maps to use, and a map's own id is for others to name.
    """
    root = written.tree.root if written.tree else None
    if not d.on_key or not d.where or root is None:
        return value_meant(d, written)
    key, section, stretch = str(d.where[-1]), written.node(d.where[:-1]), written.key(d.where)
    kind = SECTIONS.get(str(d.where[-2])) if len(d.where) > 1 else None
    if kind is None or section is None or stretch is None or not is_slug(d.instead):
        return ()
    if d.instead in section.items or _slugs(written, d.where[:-1])[d.instead] > 1:
        return ()
    uses = [use for use in _uses(written).get(key, ()) if use.kind == kind[1]]
    edits = {written.instead(*stretch, d.instead)} | {written.instead(u.start, u.end, d.instead) for u in uses}
    safe = "statements" in root.items and not any(use.where[-1] in _NAMES for use in uses)
    return (Fix(f"write {d.instead!r}", tuple(sorted(edits)), safe=safe),)


@lru_cache(maxsize=8)
def _slugs(written: Written, where: Where) -> Counter[str]:
    """How many keys of a section would become the same id."""
    section = written.node(where)
    return Counter(slug(str(key)) for key in section.items) if section else Counter()


@lru_cache(maxsize=1)  # a map that has one such id often has many
def _uses(written: Written) -> dict[str, list[Occurrence]]:
    """The places that refer to something by what is no id, by that; they are found as if ids stood there."""
    assert written.tree is not None
    assert written.tree.root is not None
    named = {n.start: (n, n.value) for n in _texts(written.tree.root) if n.value and not is_slug(n.value)}
    found: dict[str, list[Occurrence]] = {}
    try:
        for node, value in named.values():
            node.value = slug(value)
        for use in occurrences(written.tree):
            if use.start in named and not use.defines:
                found.setdefault(named[use.start][1], []).append(use)
    finally:
        for node, value in named.values():
            node.value = value
    return found


def _texts(node: Node) -> Iterator[Node]:
    if node.kind == "text":
        yield node
    for item in node.items.values():
        yield from _texts(item)
