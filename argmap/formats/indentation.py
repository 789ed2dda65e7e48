"""Lines that are indented too far: a field below a text on one line reads as if that text went on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from argmap.formats.lines import Lines
from argmap.formats.parts import MODELS, fields
from argmap.model.statement import Statement

_KEY: Final = re.compile(r"(?P<before> *)(?P<key>[a-z-]+)[ \t]*:(?=[ \t]|$)(?P<value>.*)")
_FIELD: Final = re.compile(r"(?P<before> *(?:- +)?)(?P<key>[a-z-]+):[ \t]+\S")
_MOST: Final = 50  # lines above; no text goes on for longer


@dataclass(frozen=True, slots=True)
class TooFar:
    """A field that stands deeper than the fields it belongs to.

    Attributes:
        field: Its name.
        value: What follows the colon on its line.
        line: The number of its line.
        start: Where its name begins in the text.
        indent: How many spaces belong before it.
        beside: The field above, which is indented like that.
    """

    field: str
    value: str
    line: int
    start: int
    indent: int
    beside: str


def too_far(lines: Lines, number: int) -> TooFar | None:
    """The field of a line, if the line above that is less indented holds another field of the same mapping."""
    found = _KEY.fullmatch(lines.line(number))
    if found is None:
        return None
    for line in range(number - 1, max(number - _MOST, 0), -1):
        text = lines.line(line)
        if not text.strip() or len(text) - len(text.lstrip(" ")) >= found.end("before"):
            continue
        above = _FIELD.match(text)
        if above is None and _KEY.fullmatch(text) is None:
            continue  # the text of a field above goes on here
        if above is None or above.end("before") >= found.end("before") or not _together(above["key"], found["key"]):
            return None
        start = lines.offset(number) + found.start("key")
        return TooFar(found["key"], found["value"].strip(), number, start, above.end("before"), above["key"])
    return None


def _together(one: str, other: str) -> bool:
    """Whether two fields can stand in one mapping."""
    return one != other and any(one in names and other in names for names in map(fields, MODELS))


def is_statement(value: Any) -> bool:
    """Whether a value looks like a statement: a mapping of nothing but fields of one, with a text."""
    return isinstance(value, Mapping) and "text" in value and value.keys() <= {*fields(Statement)}
