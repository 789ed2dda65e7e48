"""Problems as notes on the lines of a pull request: GitHub's workflow commands."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.codes import CODES
from argmap.diagnostics import Diagnostic, Severity

_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "advice": "notice"}


def diagnostics_github(diagnostics: Sequence[Diagnostic]) -> str:
    """One ``::error file=…::message`` line for each problem.

    Source: "Workflow commands for GitHub Actions"; the escapes are those of actions/toolkit, core/src/command.ts.
    """
    return "".join(f"::{_COMMANDS[d.severity]} {','.join(_properties(d))}::{_data(_said(d))}\n" for d in diagnostics)


def _said(d: Diagnostic) -> str:
    return f"{d.message}\n{d.help}" if d.help else d.message


def _properties(d: Diagnostic) -> Iterator[str]:
    if d.file:
        yield f"file={_property(d.file)}"
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
