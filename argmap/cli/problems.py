"""Diagnostics on standard error, for every verb whose product they are not."""

import sys
from collections.abc import Iterable

from argmap.cli import terminal
from argmap.diagnostics import Diagnostic
from argmap.reporters.diagnostics_text import diagnostics_text


def show_problems(diagnostics: Iterable[Diagnostic]) -> None:
    """Print them with their places."""
    found = tuple(diagnostics)
    colored = terminal.in_color("auto", sys.stderr)
    files = len({d.file for d in found})
    terminal.tell_plainly(diagnostics_text(found, files=files, width=terminal.width(), color=colored))
