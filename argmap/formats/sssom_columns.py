"""The header row of an alignment: which column is which, and what is wrong with their names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from argmap.diagnostics import Diagnostic
from argmap.formats.lines import Lines
from argmap.formats.sssom_cells import Cell
from argmap.formats.sssom_problems import at, at_line
from argmap.formats.sssom_terms import CHANGED, REQUIRED, SLOTS
from argmap.text import nearest_name

_BEGINNING: Final = "subject_id"
_SEPARATORS: Final = ((";", "semicolons"), (",", "commas"), ("|", "bars"), (" ", "spaces"))


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table.

    Attributes:
        names: In the order of the file; "" where a name is missing or stands for the second time.
        problems: What is wrong with them, located.
    """

    names: tuple[str, ...]
    problems: tuple[Diagnostic, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether rows can be made of them."""
        return set(REQUIRED) <= set(self.names)


def read_columns(row: Sequence[Cell], lines: Lines) -> Columns | Diagnostic:
    """The columns that the first row names; or why the file is no table."""
    cells = list(row)
    while len(cells) > 1 and not cells[-1].value.strip():
        cells.pop()  # spreadsheets leave tabs behind the last column
    names = [cell.value.strip() for cell in cells]
    if set(names).isdisjoint(SLOTS):
        return _no_table(cells[0], lines)
    problems = [*_missing(names, cells, lines), *_doubtful(names, cells, lines)]
    kept = ["" if name in names[:i] else name for i, name in enumerate(names)]
    return Columns(tuple(kept), tuple(problems))


def _no_table(cell: Cell, lines: Lines) -> Diagnostic:
    number, _ = lines.place(cell.start)
    line = lines.line(number)
    plain = line.replace('"', "")
    for mark, words in _SEPARATORS:
        if mark in plain and not {name.strip() for name in plain.split(mark)}.isdisjoint(SLOTS):
            message = f"the columns are separated by {words}, not by tabs"
            return at_line(lines, number, "AM701", message, "save the table as tab-separated text (TSV)")
    if line.startswith(("argmap:", "argmap-codebook:")):
        message = "this is a map or codebook, and an alignment is expected"
        return at_line(lines, number, "AM701", message, "name the alignment, a file such as a-b.sssom.tsv")
    near = nearest_name(plain.split("\t")[0].strip(), (_BEGINNING,))
    message = "the first row names no column of an alignment"
    help_ = f"did you mean {near!r}?" if near else f"begin the table with a row {' '.join(REQUIRED)}, tabs between them"
    return at_line(lines, number, "AM701", message, help_)


def _missing(names: Sequence[str], cells: Sequence[Cell], lines: Lines) -> Iterator[Diagnostic]:
    unknown = [name for name in names if name not in SLOTS]
    for column in REQUIRED:
        if column not in names:
            near = nearest_name(column, unknown)
            where = cells[names.index(near)] if near else cells[0]
            help_ = f"is it the column {near!r}?" if near else f"add a column {column!r}"
            yield at(lines, where, "AM703", f"the table has no column {column!r}", help_)


def _doubtful(names: Sequence[str], cells: Sequence[Cell], lines: Lines) -> Iterator[Diagnostic]:
    free = [column for column in CHANGED if column not in names]
    for i, (name, cell) in enumerate(zip(names, cells, strict=True)):
        if not name:
            yield at(lines, cell, "AM704", f"column {i + 1} has no name", "name it, or delete it")
        elif name in names[:i]:
            yield at(lines, cell, "AM704", f"the column {name!r} stands there twice", "delete or rename one of the two")
        elif name not in SLOTS and (near := nearest_name(name, free)) and near not in REQUIRED:
            message = f"the column {name!r} is not known, and nearly has the name of one that is"
            yield at(lines, cell, "AM704", message, f"did you mean {near!r}? else give it quite another name")


def defaults(metadata: Mapping[str, Any], columns: Columns) -> Mapping[str, str]:
    """What the metadata says for all rows at once: a column of that name takes its place."""
    value = metadata.get("object_source")
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return {"object_source": value} if isinstance(value, str) and "object_source" not in columns.names else {}
