"""Problems as notes on the lines of a pull request: GitHub's workflow commands."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from argmap.codes import CODES
from argmap.diagnostics import Diagnostic, Severity
from argmap.reporters.visible import visible

_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "advice": "notice"}


def diagnostics_github(diagnostics: Sequence[Diagnostic]) -> str:
    """One ``::error file=…::message`` line for each problem.

    Source: "Workflow commands for GitHub Actions"; the escapes are those of actions/toolkit, core/src/command.ts.
    """
    return "".join(f"::{_COMMANDS[d.severity]} {','.join(_properties(d))}::{_data(_said(d))}\n" for d in diagnostics)


def _said(d: Diagnostic) -> str:
    return f"{_shown(d.message)}\n{_shown(d.help)}" if d.help else _shown(d.message)


def _shown(text: str) -> str:
    """The text as a log may show it, line ends kept: they are escaped with the rest."""
    return "".join(part if part in ("\r", "\n") else visible(part) for part in re.split("([\r\n])", text))


def _properties(d: Diagnostic) -> Iterator[str]:
    if d.file:
        yield f"file={_property(_shown(d.file))}"
    if p := d.position:
        yield f"line={p.line}"
        if p.end_line == p.line:  # GitHub takes columns only within one line
            yield f"col={p.column}"
        yield f"endLine={p.end_line}"
        if p.end_line == p.line:
            yield f"endColumn={p.end_column}"
    yield f"title={_property(f'{d.code} {CODES[d.code].name}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
