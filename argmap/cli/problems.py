"""Diagnostics: the product of verbs that check, and on standard error for every other verb."""

import sys
from collections.abc import Iterable, Sequence
from typing import Literal, assert_never

from argmap.cli import terminal
from argmap.diagnostics import Diagnostic
from argmap.reporters.diagnostics_text import diagnostics_text, summary
from argmap.reporters.left_out import LeftOut

Form = Literal["text", "json", "github"]


def show_problems(diagnostics: Iterable[Diagnostic]) -> None:
    """Print them with their places."""
    found = tuple(diagnostics)
    colored = terminal.in_color("auto", sys.stderr)
    files = len({d.file for d in found})
    terminal.tell_plainly(diagnostics_text(found, files=files, width=terminal.width(), color=colored))


def print_problems(
    problems: Sequence[Diagnostic],
    names: Sequence[str],
    form: Form,
    color: terminal.Color,
    *,
    left: LeftOut = LeftOut(),  # noqa: B008  # it cannot change
) -> None:
    """Print what was found in files of those names; where nothing was, say so to who watches a terminal."""
    match form:
        case "text":
            inked = terminal.in_color(color)
            text = diagnostics_text(problems, files=len(names), width=terminal.width(), color=inked, left=left)
            terminal.write(text)
            if not problems and terminal.is_terminal(sys.stderr):
                terminal.tell(summary(problems, files=len(names), left=left))
        case "json":
            from argmap.reporters.diagnostics_json import diagnostics_json  # noqa: PLC0415

            terminal.write(diagnostics_json(problems, files=names, left=left))
        case "github":
            from argmap.reporters.diagnostics_github import diagnostics_github  # noqa: PLC0415

            terminal.write(diagnostics_github(problems))
        case _:
            assert_never(form)
