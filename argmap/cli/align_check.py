"""`argmap align check`: everything that is wrong with an alignment, by itself and beside its maps."""

import sys
from collections.abc import Sequence
from typing import Literal, assert_never

from argmap import files
from argmap.cli import terminal
from argmap.cli.align_maps import maps_in, require_alignment_first
from argmap.cli.unusable import require_files
from argmap.comparison.alignment.map_checks import check_alignment
from argmap.diagnostics import Diagnostic
from argmap.reporters.diagnostics_text import diagnostics_text, summary

Form = Literal["text", "json", "github"]


def run(name: str, maps: Sequence[str], *, form: Form, strict: bool, limits: bool, color: terminal.Color) -> int:
    """Print what is wrong; 1 if there are errors, in the alignment or in a map."""
    require_alignment_first(name, maps)
    require_files([name, *maps])
    documents, errors = maps_in(maps, limits=limits) if maps else ((), ())
    reading = files.read_alignment(name, limits=limits)
    problems = (*errors, *reading.with_problems(check_alignment(reading.rows, documents)).diagnostics)
    _print(problems, [*maps, reading.name], form, color)
    failing = ("error", "warning") if strict else ("error",)
    return 1 if any(d.severity in failing for d in problems) else 0


def _print(problems: Sequence[Diagnostic], names: Sequence[str], form: Form, color: terminal.Color) -> None:
    match form:
        case "text":
            inked = terminal.in_color(color)
            terminal.write(diagnostics_text(problems, files=len(names), width=terminal.width(), color=inked))
            if not problems and terminal.is_terminal(sys.stderr):
                terminal.tell(summary(problems, files=len(names)))
        case "json":
            from argmap.reporters.diagnostics_json import diagnostics_json  # noqa: PLC0415

            terminal.write(diagnostics_json(problems, files=names))
        case "github":
            from argmap.reporters.diagnostics_github import diagnostics_github  # noqa: PLC0415

            terminal.write(diagnostics_github(problems))
        case _:
            assert_never(form)
