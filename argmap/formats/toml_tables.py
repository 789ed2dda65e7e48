"""TOML text -> tables that know where each key and value stands: tomllib reads, and tells of no places.

Themes and tables of words are small files of a person's own. A file of other proportions is refused before it is
parsed: tomllib takes minutes over a key of thousands of parts.
"""

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Position, Where, locate
from argmap.errors import InvalidMap
from argmap.formats.lines import Lines

T_co = TypeVar("T_co", covariant=True)

MAX_CHARACTERS: Final = 100_000
_MAX_LINE: Final = 1_000
_HELP: Final = 'a line reads: name = "value"; a table begins with a line [name]'


@dataclass(frozen=True, slots=True)
class TableReading(Generic[T_co]):
    """What a file of tables gives, whatever it holds.

    Attributes:
        value: None where there was an error.
        diagnostics: Every problem found, located, in the order of the file.
    """

    name: str
    value: T_co | None
    diagnostics: tuple[Diagnostic, ...] = ()

    def unwrap(self) -> T_co:
        """The value.

        Raises:
            InvalidMap: There is none; the error holds all problems.
        """
        if self.value is None:
            raise InvalidMap(self.diagnostics)
        return self.value


@dataclass(frozen=True)
class Tables:
    """The tables of a file, and where their parts stand.

    Attributes:
        data: As tomllib reads them; empty where it could not.
        problems: Why it could not, located.
    """

    name: str
    text: str
    data: dict[str, Any]
    problems: tuple[Diagnostic, ...] = ()

    def position(self, where: Where, *, on_key: bool = False) -> Position | None:
        """The stretch of the file that holds a value, or its key; the nearest enclosing one if there is no such."""
        keys, values = self._places
        for n in range(len(where), 0, -1):
            inside = where[:n]
            found = keys.get(inside) if on_key and n == len(where) else values.get(inside) or keys.get(inside)
            if found:
                return self._lines.position(*found)
        return Position(1, 1, 1, 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        return self._lines.line(number)

    def located(self, problems: list[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The problems with their places, those of reading first."""
        return (*self.problems, *locate(problems, self))

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    @cached_property
    def _places(self) -> "tuple[dict[Where, _Stretch], dict[Where, _Stretch]]":
        scan = _Scan(self.text)
        scan.document()
        return scan.keys, scan.values


def read_tables(text: str, name: str, *, longest: int = _MAX_LINE) -> Tables:
    """The tables of a text; whatever is wrong with it is a problem of what comes back.

    Args:
        text: The text of the file.
        name: What it is called in messages.
        longest: The most characters of a line.
    """
    text = text.removeprefix("\ufeff")
    if refused := _refused(text, longest):
        return Tables(name, text, {}, (replace(refused, file=name, source=_source(text, refused)),))
    try:
        return Tables(name, text, tomllib.loads(text))
    except RecursionError:
        found = _at(Position(1, 1, 1, 1), "the file is no TOML that can be read: brackets in brackets without end")
    except ValueError as error:  # tomllib's own kind, and that of int() for a number of thousands of digits
        said, place = _said(str(error), text)
        found = _at(place, f"the file is no TOML: {said}")
    return Tables(name, text, {}, (replace(found, file=name, source=_source(text, found)),))


def _refused(text: str, longest: int) -> Diagnostic | None:
    if len(text) > MAX_CHARACTERS:
        return replace(too_large(), position=Position(1, 1, 1, 1))
    start = 0
    for line in text.split("\n"):  # as TOML counts them: a carriage return by itself, which it refuses, ends none
        if len(line) > longest:
            return _at(
                Lines(text).position(start + longest, start + len(line)),
                f"a line of {len(line)} characters; the longest that is read has {longest}",
            )
        start += len(line) + 1
    return None


def too_large() -> Diagnostic:
    """That a file is no table of a person's own."""
    message = f"the file is larger than {MAX_CHARACTERS // 1000} kB"
    return problem(
        "AM112", message, help="a theme, or the words of a language, are a few kB; check that it is the file"
    )


def _at(position: Position, message: str) -> Diagnostic:
    return replace(problem("AM907", message, help=_HELP), position=position)


def _source(text: str, found: Diagnostic) -> str:
    return Lines(text).line(found.position.line) if found.position else ""


_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def _said(message: str, text: str) -> tuple[str, Position]:
    """What tomllib says, and where."""
    place = _PLACE.search(message)
    said = message[: place.start()] if place else message
    if place and place[1]:
        line, column = int(place[1]), int(place[2])
        at = Position(line, column, line, column + 1)
    else:
        at = Lines(text).position(len(text.rstrip()), len(text.rstrip())) if place else Position(1, 1, 1, 1)
    return said[:1].lower() + said[1:], at


_Stretch = tuple[int, int]

_BLANK: Final = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_TEXT: Final = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")|' r"'''.*?'{3,5}(?!')|" r'"(?:\\.|[^"\\\n])*"|' r"'[^'\n]*'", re.DOTALL
)
_BARE_VALUE: Final = re.compile(r"[^,\]}\n#]*")


class _Scan:
    """A walk over a text that tomllib has read, noting where keys and values stand."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.keys: dict[Where, _Stretch] = {}
        self.values: dict[Where, _Stretch] = {}

    def document(self) -> None:
        table: Where = ()
        while self._next():
            if self._next() == "[":
                self.at += 2 if self.text.startswith("[[", self.at) else 1
                table = self._key(())
                while self._next() == "]":
                    self.at += 1
            else:
                self._pair(table)

    def _next(self) -> str:
        """The next character that is no blank and no comment; "" at the end."""
        blank = _BLANK.match(self.text, self.at)
        self.at = blank.end() if blank else self.at
        return self.text[self.at : self.at + 1]

    def _pair(self, table: Where) -> None:
        where = self._key(table)
        self.at += 1  # the sign of equality
        self._value(where)

    def _key(self, table: Where) -> Where:
        """The place that a key names, which may have several parts: ``support.line``."""
        where = table
        while True:
            self._next()
            start = self.at
            written = _BARE_KEY.match(self.text, start) or _TEXT.match(self.text, start)
            assert written, "tomllib has read this"
            self.at = written.end()
            plain = written[0][:1] not in "\"'"
            where = (*where, written[0] if plain else tomllib.loads(f"k = {written[0]}")["k"])
            self.keys.setdefault(where, (start, self.at))
            if self._next() != ".":
                return where
            self.at += 1

    def _value(self, where: Where) -> None:
        opening, start = self._next(), self.at
        if opening == "[":
            self._items(where)
        elif opening == "{":
            self.at += 1
            while self._next() not in ("}", ""):
                self._pair(where)
                self.at += self._next() == ","
            self.at += 1
        else:
            written = _TEXT.match(self.text, start) if opening in "\"'" else None
            self.at = (written or _BARE_VALUE.match(self.text, start)).end()  # type: ignore[union-attr]  # it matches ""
        self.values[where] = (start, start + len(self.text[start : self.at].rstrip()))

    def _items(self, where: Where) -> None:
        self.at += 1
        n = 0
        while self._next() not in ("]", ""):
            self._value((*where, n))
            self.at += self._next() == ","
            n += 1
        self.at += 1
