"""The text of an alignment file -> its rows, in the convention of SSSOM/TSV.

Source: the SSSOM/TSV serialisation format of mapping-commons/sssom. Statements are written ``map:statement``.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from argmap.codes import problem
from argmap.comparison.alignment.correspondences import Correspondence
from argmap.comparison.alignment.row_checks import check_rows
from argmap.diagnostics import Diagnostic, Position, Where, locate
from argmap.errors import InvalidMap
from argmap.formats.lines import Lines
from argmap.formats.sssom_cells import Cell, rows_of_cells
from argmap.formats.sssom_columns import Columns, defaults, read_columns
from argmap.formats.sssom_header import read_header
from argmap.formats.sssom_problems import at, at_line
from argmap.formats.sssom_rows import Row

_Span = tuple[int, int]


@dataclass(frozen=True)
class AlignmentReading:
    """An alignment, or as much of it as could be read.

    Attributes:
        name: The file's name as the user gave it.
        rows: Every row that nothing is wrong with in itself, in the order of the file.
        header: The lines of metadata, without ``#``.
        diagnostics: Every problem found, located, in the order of the file.
        text: The file's text as it was decoded.
    """

    name: str
    rows: tuple[Correspondence, ...] = ()
    header: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    text: str = field(default="", repr=False)
    places: tuple[dict[str, _Span], ...] = field(default=(), repr=False)

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return any(d.severity == "error" for d in self.diagnostics)

    def unwrap(self) -> tuple[Correspondence, ...]:
        """The rows.

        Raises:
            InvalidMap: There is an error; the exception holds all problems.
        """
        if self.failed:
            raise InvalidMap(self.diagnostics)
        return self.rows

    def with_problems(self, problems: Iterable[Diagnostic]) -> "AlignmentReading":
        """The same reading with further problems, located; they name ``("rows", index, column)``."""
        return replace(self, diagnostics=locate((*self.diagnostics, *problems), self))

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file's text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def position(self, where: Where, *, on_key: bool = False) -> Position | None:  # noqa: ARG002  # as `Located` asks
        """The stretch of a cell, or of its row where the file has no such column; None for the whole file."""
        match where:
            case ("rows", int(i), *rest) if i < len(self.places):
                cells = self.places[i]
                if rest and (column := str(rest[0])) in cells:
                    return self._lines.position(*cells[column])
                spans = cells.values()
                return self._lines.position(min(s for s, _ in spans), max(e for _, e in spans))
        return None

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        return self._lines.line(number)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text.removeprefix("\ufeff"))


def read_sssom(text: str, name: str) -> AlignmentReading:
    """The alignment in a text; whatever is wrong is a diagnostic of the reading."""
    lines = Lines(text.removeprefix("\ufeff"))
    header = read_header(lines)
    table = list(rows_of_cells(lines.text, header.end))
    found = [replace(d, file=name, source=lines.line(d.position.line if d.position else 0)) for d in header.problems]
    reading = AlignmentReading(name, header=header.lines, text=text)
    if not table:
        return reading.with_problems([*found, _without_table(header.lines)])
    columns = read_columns(table[0], lines)
    if isinstance(columns, Diagnostic):
        return reading.with_problems([*found, replace(columns, file=name)])
    problems, rows, places = _rows(table[1:], columns, lines, name, defaults(header.data, columns))
    found += [replace(d, file=name) for d in (*columns.problems, *problems)]
    reading = replace(reading, rows=tuple(rows), places=tuple(places), diagnostics=tuple(found))
    return reading.with_problems(check_rows(reading.rows))


def _without_table(header: Sequence[str]) -> Diagnostic:
    help_ = "`argmap align suggest A B -o FILE` writes one"
    if header:
        return problem("AM701", "below the metadata, there is no table", help=help_)
    return problem("AM117", "the file is empty", help=help_)


def _rows(
    table: Sequence[tuple[Cell, ...]], columns: Columns, lines: Lines, name: str, common: Mapping[str, str]
) -> tuple[list[Diagnostic], list[Correspondence], list[dict[str, _Span]]]:
    problems: list[Diagnostic] = []
    rows: list[Correspondence] = []
    places: list[dict[str, _Span]] = []
    for cells in table:
        if wrong := _shape(cells, columns, lines):
            problems.append(wrong)
            continue
        named = {column: cell for column, cell in zip(columns.names, cells, strict=False) if column}
        row = Row(lines, named)
        made = row.correspondence(name, common)
        problems += row.problems
        if made and columns.complete:
            rows.append(made)
            places.append({column: (cell.start, cell.end) for column, cell in named.items()})
    return problems, rows, places


def _shape(cells: Sequence[Cell], columns: Columns, lines: Lines) -> Diagnostic | None:
    """Why a row is not a cell for each column."""
    number = lines.place(cells[0].start)[0]
    if cells[0].value.startswith("#"):
        message = "a line that begins with '#' stands below the table's first row"
        return at_line(lines, number, "AM702", message, "metadata stand above the table; delete the line to drop a row")
    torn = next((cell for cell in cells if cell.torn), None)
    if torn:
        help_ = "write the cell in quotation marks as a whole, and those inside it twice"
        return at(lines, torn, "AM706", "the cell begins with a quotation mark that does not end it", help_)
    given, wanted = len(cells), len(columns.names)
    surplus = [cell for cell in cells[wanted:] if cell.value.strip()]
    if surplus:
        message = f"the row has {given} cells, and the table {wanted} columns"
        return at(
            lines, surplus[0], "AM705", message, "put a text that holds a tab in quotation marks, or delete the tab"
        )
    if given < wanted:
        message = f"the row has {given} cell{'s' * (given != 1)}, and the table {wanted} columns"
        help_ = "write a tab for every cell that is empty; some editors delete those at the end of a line"
        return at_line(lines, number, "AM705", message, help_)
    return None
