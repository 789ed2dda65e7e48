"""Problems as values: what is wrong, where in the map, and (once a reader has located it) where in the file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

Severity = Literal["error", "warning", "advice"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")  # worst first

Where = tuple[str | int, ...]
"""A place in a document, not in a file: ``("statements", "window", "because", 1)``; ``()`` is the whole document."""


@dataclass(frozen=True, slots=True)
class Position:
    """A stretch of a file. Lines and columns count from 1, in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem.

    Attributes:
        code: Permanent, ``AM`` and three digits; ``argmap explain CODE`` prints its page.
        message: Lower case, no full stop; the offending value stands in it, quoted.
        where: The place in the document. With `on_key` it is the key that offends, not its value.
        help: The way out, or "".
        file: The name of the file, "" for a map built in Python.
        position: Where it is in the file; None until located, or when the file could not be read.
        source: The line of the file that `position` starts in, "" until located.
        instead: What was probably meant by the value (or key) at that place, as plain text; "" where that is not known.
            It is a guess for a person to take up, as `help` asks: "did you mean 'hungry'?".
    """

    code: str
    severity: Severity
    message: str
    where: Where = ()
    on_key: bool = False
    help: str = ""
    file: str = ""
    position: Position | None = None
    source: str = ""
    instead: str = ""

    def __str__(self) -> str:
        """The problem on one line, as compilers print it: ``file:line:column: severity[code]: message``."""
        at = f"{self.file}:{self.position.line}:{self.position.column}: " if self.position else ""
        if not at:
            at = f"{self.file}: " if self.file else ""
        tail = f" ({self.help})" if self.help else ""
        return f"{at}{self.severity}[{self.code}]: {self.message}{tail}"


class Located(Protocol):
    """What knows where the parts of a document stand in its file: a `Reading`."""

    @property
    def name(self) -> str:
        """The file's name as the user gave it."""

    def position(self, where: Where, *, on_key: bool = False) -> Position | None:
        """The stretch of the file that holds `where`; the nearest enclosing one if it holds no such place."""

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""


def locate(diagnostics: Iterable[Diagnostic], source: Located) -> tuple[Diagnostic, ...]:
    """The same problems with file, position and source line filled in, in the order of the file.

    Problems that are located already keep their place.
    """
    found = []
    for d in diagnostics:
        if d.position is None:
            position = source.position(d.where, on_key=d.on_key)
            line = source.line(position.line) if position else ""
            found.append(replace(d, file=source.name, position=position, source=line))
        else:
            found.append(d)
    return tuple(sorted(found, key=_place))


def _place(d: Diagnostic) -> tuple[int, int, int, str]:
    line, column = (d.position.line, d.position.column) if d.position else (0, 0)
    return line, column, SEVERITIES.index(d.severity), d.code
