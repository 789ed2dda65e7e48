"""The metadata above an alignment's table: YAML in lines that begin with ``#``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Position
from argmap.formats import yaml_text
from argmap.formats.lines import Lines

_LINE: Final = re.compile(r"#(?P<held>[^\r\n]*)(?:\r\n|\r|\n|\Z)|[ \t]*(?:\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Header:
    """Metadata as it was read.

    Attributes:
        lines: Its lines without ``#``, to be written again as they were.
        data: What they say; empty where they could not be read.
        end: Where in the text the table begins.
        problems: What is wrong with them, each with its position.
    """

    lines: tuple[str, ...]
    data: Mapping[str, Any]
    end: int
    problems: tuple[Diagnostic, ...] = ()


def read_header(lines: Lines) -> Header:
    """The metadata at the beginning of a text."""
    held: list[str] = []
    numbers: list[int] = []
    at = 0
    while found := _LINE.match(lines.text, at):
        if found["held"] is not None:
            held.append(found["held"])
            numbers.append(lines.place(at)[0])
        at = found.end()
        if at >= len(lines.text):
            break
    raw = yaml_text.read("\n".join(held))
    data = raw.data if isinstance(raw.data, dict) else {}
    if raw.problems:
        return Header(tuple(held), data, at, tuple(_moved(d, numbers) for d in raw.problems))
    if raw.data is not None and not isinstance(raw.data, dict):
        message = "the lines that begin with '#' hold no metadata"
        help_ = "write `comment: …` behind the '#', or delete them"
        first = lines.place(0) if not numbers else (numbers[0], 1)
        position = Position(*first, first[0], len(lines.line(first[0])) + 1)
        return Header(tuple(held), {}, at, (replace(problem("AM702", message, help=help_), position=position),))
    return Header(tuple(held), data, at)


def _moved(d: Diagnostic, numbers: list[int]) -> Diagnostic:
    """A problem of the YAML, as one of the metadata and where it stands in the file."""
    found = d.position or Position(1, 1, 1, 1)
    line, last = (numbers[min(n, len(numbers)) - 1] for n in (found.line, found.end_line))
    position = Position(line, found.column + 1, last, found.end_column + 1)
    return replace(problem("AM702", f"the metadata cannot be read: {d.message}", help=d.help), position=position)
