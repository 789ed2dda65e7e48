"""The fields of an entry, put in the order of the format: whole lines move, with the comments that belong to them."""

import re
from itertools import pairwise
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.written import Written
from argmap.formats.field_order import in_order, model_of
from argmap.formats.yaml_tree import Node

_COMMA: Final = re.compile(r"\s*,\s*")
_KEEPS_BREAKS: Final = re.compile(r"[|>]\d?\+")

_Pieces = tuple[list[tuple[int, int]], list[str]]
"""The stretch of each field, in the order of the file, and what stands between each two of them."""


def fields_in_order(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The fields of the entry in their order; blank lines stay where they are, comments go with their field."""
    node, model = written.node(d.where[:-1]), model_of(d.where[:-1])
    if node is None or model is None or node.kind != "mapping":
        return ()
    names = [str(name) for name in node.items]
    wanted = in_order(names, model)
    in_braces = written.text[node.start : node.start + 1] == "{"
    pieces = _in_braces(written, node) if in_braces else _on_lines(written, node)
    if wanted == names or pieces is None:
        return ()
    stretches, gaps = pieces
    texts = {name: written.text[start:end] for name, (start, end) in zip(names, stretches, strict=True)}
    new = "".join(texts[name] + gap for name, gap in zip(wanted, [*gaps, ""], strict=True))
    return (Fix("put the fields in order", (Edit(stretches[0][0], stretches[-1][1], new),), safe=True),)


def _in_braces(written: Written, node: Node) -> _Pieces | None:
    """The fields between braces, where only commas stand between them."""
    stretches = [(node.keys[name][0], max(node.keys[name][1], node.items[name].end)) for name in node.items]
    gaps = [written.text[end:start] for (_, end), (start, _) in pairwise(stretches)]
    return (stretches, gaps) if all(map(_COMMA.fullmatch, gaps)) else None


def _on_lines(written: Written, node: Node) -> _Pieces | None:
    """The fields as lines without the end of the last, and the line ends and blank lines between them."""
    lines, keys = written.lines, [node.keys[name] for name in node.items]
    columns = {lines.place(start)[1] for start, _ in keys}
    if len(columns) != 1 or _KEEPS_BREAKS.search(written.text, node.start, node.end):
        return None
    indent = " " * (columns.pop() - 1)
    first = [lines.place(start)[0] for start, _ in keys]
    if any(not lines.line(number).startswith(indent) or lines.line(number)[: len(indent)].strip() for number in first):
        return None
    begins = [_with_comments(written, number, indent) for number in first]
    last = lines.place(max(node.end - 1, 0))[0]
    ends = [_without_blanks(written, number - 1) for number in begins[1:]] + [last]
    if any(end < start for start, end in zip(first, ends, strict=True)):
        return None
    stretches = [
        (lines.offset(start), lines.offset(end) + len(lines.line(end))) for start, end in zip(begins, ends, strict=True)
    ]
    gaps = [written.text[end:start] for (_, end), (start, _) in pairwise(stretches)]
    return stretches, gaps


def _with_comments(written: Written, number: int, indent: str) -> int:
    """The first line of a field, or of the comments right above it that are indented as it is."""
    while written.lines.line(number - 1).startswith(f"{indent}#"):
        number -= 1
    return number


def _without_blanks(written: Written, number: int) -> int:
    while not written.lines.line(number).strip():
        number -= 1
    return number
