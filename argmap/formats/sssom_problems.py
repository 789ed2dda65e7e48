"""Problems of an alignment file, located as they are found."""

from dataclasses import replace

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Position
from argmap.formats.lines import Lines
from argmap.formats.sssom_cells import Cell


def at(lines: Lines, cell: Cell, code: str, message: str, help: str = "") -> Diagnostic:  # noqa: A002
    """A problem of a cell."""
    return located(lines, problem(code, message, help=help), lines.position(cell.start, cell.end))


def at_line(lines: Lines, number: int, code: str, message: str, help: str = "") -> Diagnostic:  # noqa: A002
    """A problem of a whole line."""
    position = Position(number, 1, number, len(lines.line(number)) + 1)
    return located(lines, problem(code, message, help=help), position)


def located(lines: Lines, d: Diagnostic, position: Position) -> Diagnostic:
    """The problem at that place; the file's name is filled in later."""
    return replace(d, position=position, source=lines.line(position.line))
