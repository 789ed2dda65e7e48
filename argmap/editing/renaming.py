"""Names in the text of a map, codebook or alignment, written anew where they stand; all else stays byte for byte."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from argmap.editing.edits import BOM, Edit
from argmap.editing.occurrences import Occurrence, grow
from argmap.formats.lines import Lines
from argmap.formats.sssom_cells import Cell, rows_of_cells
from argmap.formats.sssom_columns import Columns, read_columns
from argmap.formats.sssom_header import read_header
from argmap.formats.yaml_rules import NOTHING
from argmap.formats.yaml_tree import Node, Tree


def edits_of_names(text: str, names: Iterable[Occurrence], new: str) -> tuple[Edit, ...]:
    """What writes `new` where those names stand; quoted ones stay quoted, as they were."""
    plain = text.lstrip(BOM)
    return tuple(_edit(plain, o.start, o.end, o.key, new) for o in names)


_PROPERTIES: Final = re.compile(r"(?:[!&]\S*\s+)*")


def _edit(plain: str, start: int, end: int, old: str, new: str) -> Edit:
    start += len(_PROPERTIES.match(plain[start:end])[0])  # type: ignore[index]  # it matches the empty text too
    written = plain[start:end]
    if written[:1] in ("'", '"'):  # escapes inside it go with what they spell
        return Edit(start, end, written[0] + new + written[0])
    if written[:1] in ("|", ">"):
        at = start + written.rindex(old)
        return Edit(at, at + len(old), new)
    return Edit(start, end, f"'{new}'" if new in NOTHING else new)  # bare, YAML would take it for no value


def renamed(tree: Tree, edits: Iterable[Edit], new: str) -> Any:
    """What a text holds once its names under those edits are `new`; mappings as lists of pairs, which keep order."""
    starts = sorted(edit.start for edit in edits)

    def said(start: int, end: int, old: str | int | None) -> str | int | None:
        i = bisect_left(starts, start)
        return new if i < len(starts) and starts[i] < end else old

    def data(node: Node) -> Any:
        match node.kind:
            case "mapping":
                return [(said(*node.keys[key], key), data(item)) for key, item in node.items.items()]
            case "list":
                return [data(item) for item in node.items.values()]
            case _:
                return said(node.start, node.end, node.value)

    return data(tree.root) if tree.root else None


@dataclass(frozen=True, slots=True)
class Reference:
    """A statement of a map, or all of a map, as alignments name it: ``map:statement``."""

    map: str
    statement: str = ""


class Unreadable(ValueError):
    """An alignment whose columns or metadata cannot be told."""


def edits_of_references(text: str, reference: Reference, new: str) -> tuple[Edit, ...]:
    """What writes `new` for a statement, or for a map, in an alignment: in its rows and, for a map, its metadata.

    Comments, and rows that were made comments, stay as they are.

    Raises:
        Unreadable: The table has no columns to go by, or a row is torn by a quotation mark; or the metadata, which
            cannot be read, may name the map.
    """
    plain = text.lstrip(BOM)
    wanted = f"{reference.map}:{reference.statement}"
    edits = []
    for column, cell in _cells(text):
        value = cell.value.strip()
        if column in _REFERENCES:
            fits = value == wanted if reference.statement else value.startswith(wanted)
        else:
            fits = not reference.statement and value == reference.map
        if fits:
            at = plain.index(value, cell.start)
            old, written = (reference.statement, new) if reference.statement else (reference.map, new)
            at += len(reference.map) + 1 if reference.statement else 0
            edits.append(Edit(at, at + len(old), written))
    if not reference.statement:
        edits += _Metadata(plain).edits(reference.map, new)
    return tuple(sorted(edits))


def references(text: str) -> frozenset[Reference]:
    """The statements that the rows of an alignment name.

    Raises:
        Unreadable: As for `edits_of_references`.
    """
    named = (cell.value.strip().partition(":") for column, cell in _cells(text) if column in _REFERENCES)
    return frozenset(Reference(key, statement) for key, colon, statement in named if colon)


def prefixes(text: str) -> frozenset[str]:
    """The prefixes that the metadata of an alignment gives a meaning."""
    tree = _Metadata(text.lstrip(BOM)).tree
    curies = tree.root.items.get("curie_map") if tree and tree.root else None
    return frozenset(str(key) for key in curies.items) if curies else frozenset()


_REFERENCES: Final = ("subject_id", "object_id")
_MAPS: Final = ("subject_source", "object_source")
_IRI: Final = "urn:x-argmap:map:{}:"


def _cells(text: str) -> Iterator[tuple[str, Cell]]:
    """The cells that name statements or maps, each with its column."""
    lines = Lines(text.lstrip(BOM))
    rows = rows_of_cells(lines.text, read_header(lines).end)
    first = next(rows, ())
    columns = read_columns(first, lines) if first else None
    if not isinstance(columns, Columns):
        raise Unreadable
    for row in rows:
        if row[0].value.startswith("#"):
            continue
        if any(cell.torn for cell in row):
            raise Unreadable
        for column, cell in zip(columns.names, row, strict=False):
            if column in _REFERENCES or column in _MAPS:
                yield column, cell


class _Metadata:
    """The YAML above an alignment's table, and where in the file it stands."""

    def __init__(self, plain: str) -> None:
        lines = [(found.start(1), found[1]) for found in _LINE.finditer(plain, 0, read_header(Lines(plain)).end)]
        self.starts = [start for start, _ in lines]
        self.text = "\n".join(line for _, line in lines)
        self.tree = grow(self.text)

    def edits(self, old: str, new: str) -> Iterator[Edit]:
        """The prefix of a map, what it stands for where argmap wrote it, and the map that was searched."""
        if self.tree is None or self.tree.problems:
            if re.search(rf"(?<![\w-]){re.escape(old)}(?![\w-])", self.text):
                raise Unreadable
            return
        fields = self.tree.root.items if self.tree.root else {}
        curies = fields.get("curie_map", _NOWHERE)
        if old in curies.keys:
            yield self._edit(*curies.keys[old], old, new)
            written, iri = curies.items[old], _IRI.format(old)
            if written.value == iri:
                yield self._edit(written.start, written.end, iri, _IRI.format(new))
        for field in _MAPS:
            node = fields.get(field, _NOWHERE)
            for item in (node, *node.items.values()):
                if item.kind == "text" and item.value == old:
                    yield self._edit(item.start, item.end, old, new)

    def _edit(self, start: int, end: int, old: str, new: str) -> Edit:
        edit = _edit(self.text, start, end, old, new)
        line = self.text.count("\n", 0, edit.start)
        moved = self.starts[line] - (self.text.rfind("\n", 0, edit.start) + 1)
        return Edit(edit.start + moved, edit.end + moved, edit.text)


_LINE: Final = re.compile(r"#([^\r\n]*)")
_NOWHERE: Final = Node("refused", 0, 0)
