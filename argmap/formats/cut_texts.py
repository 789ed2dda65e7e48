"""Texts that end at a ``#`` which was most likely meant as part of them: "the #1 partner", "#metoo"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.formats.lines import Lines
from argmap.formats.parts import PROSE
from argmap.formats.reading import Reading
from argmap.formats.yaml_tree import Node

_CUT: Final = re.compile(r" #(?=\w)(?<=\S #)")
_SHOWN: Final = 40


def cut_texts(reading: Reading[Any]) -> Iterator[Diagnostic]:
    """AM122, located: a ``#`` behind an unquoted text and one space, with a letter or digit right behind it.

    Who writes a comment puts a space behind its mark.
    """
    marks = {found.start() for found in _CUT.finditer(reading.text.lstrip("\ufeff"))}
    if not marks or (tree := reading.tree) is None or tree.root is None:
        return
    for where, node in _prose(tree.root, ()):
        if node.end in marks and tree.lines.text[node.start] not in "'\"|>":
            yield _cut(tree.lines, where, node)


def _cut(lines: Lines, where: Where, node: Node) -> Diagnostic:
    start = node.end + 1
    number, column = lines.place(start)
    rest = lines.line(number)[column - 1 :].rstrip()
    shown = rest if len(rest) <= _SHOWN else rest[: _SHOWN - 1].rstrip() + "…"
    help_ = "put the whole text in quotes; if it is a comment, write a space behind '#'"
    found = problem("AM122", f"{shown!r} is read as a comment, not as part of {str(where[-1])!r}", where, help=help_)
    return replace(found, position=lines.position(start, start + len(rest)))


def _prose(node: Node, where: Where) -> Iterator[tuple[Where, Node]]:
    for key, item in node.items.items():
        if item.kind == "text":
            if key in PROSE and item.value is not None:
                yield (*where, key), item
        else:
            yield from _prose(item, (*where, key))
