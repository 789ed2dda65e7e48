"""What a renaming leaves as it is, although the old name stands there: for a person to look at."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from argmap.diagnostics import Where
from argmap.editing.edits import BOM
from argmap.editing.occurrences import FIELDS_OF_NAMES, grow, occurrences
from argmap.facade.renaming_rules import word
from argmap.formats.lines import Lines
from argmap.formats.parts import FIELDS, SECTIONS
from argmap.formats.yaml_tree import Node

Line = tuple[Path, int]
"""A file, and the number of a line in it."""


def rest_of(path: Path, text: str, key: str) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The comments of a map or codebook that hold a name as a word, and where it stands in no known field.

    The second are mistakes, of which `argmap check` says more: a field that is misspelt, an id with a line end.
    """
    old = word(key)
    if not old.search(text):  # most files name nothing but what was renamed
        return (), ()
    tree = grow(text)
    if tree is None or tree.root is None:
        return (), ()
    lines = Lines(text.lstrip(BOM))
    comments = (
        at.start()
        for start, end in _between(tree.root, len(lines.text))
        for at in _COMMENT.finditer(lines.text, start, end)
        if old.search(at[0])
    )
    named = {(o.start, o.end) for o in occurrences(tree)}
    unknown = sorted(start for start, end in _unknown(tree.root, key) if (start, end) not in named)

    def told(found: Iterator[int] | list[int]) -> tuple[Line, ...]:
        return tuple((path, lines.place(at)[0]) for at in found)

    return told(comments), told(unknown)


_COMMENT: Final = re.compile(r"#[^\r\n]*")


def _between(root: Node, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text between keys and texts: there stand punctuation and comments, and no other ``#``."""
    taken: list[tuple[int, int]] = []
    for _, node in _nodes(root):
        taken += node.keys.values()
        taken += [(node.start, node.end)] if node.kind == "text" else []
    at = 0
    for start, after in [*sorted(taken), (end, end)]:
        if start > at:
            yield at, start
        at = max(at, after)


def _nodes(root: Node) -> Iterator[tuple[Where, Node]]:
    waiting: list[tuple[Where, Node]] = [((), root)]
    while waiting:
        where, node = waiting.pop()
        yield where, node
        waiting += [((*where, key), item) for key, item in node.items.items()]


def _unknown(root: Node, key: str) -> Iterator[tuple[int, int]]:
    """Texts that are a name and nothing more, where no words belong; and keys of what is no section."""
    for where, node in _nodes(root):
        fields = [step for step in where if isinstance(step, str)]
        if fields[-2:-1] and fields[-2] in SECTIONS:
            continue  # an entry, or its short form
        if node.kind == "text" and node.value and node.value.strip() == key:
            if not fields or fields[-1] not in FIELDS - FIELDS_OF_NAMES:
                yield node.start, node.end
        elif key in node.keys and fields and fields[-1] not in FIELDS:
            yield node.keys[key]
