"""`argmap compare`: where maps agree, where they differ, and why."""

from collections.abc import Sequence
from typing import Literal, assert_never

from argmap import api
from argmap.cli import terminal
from argmap.cli.compare_selection import Asked
from argmap.cli.output import deliver, require_apart
from argmap.cli.unusable import Unusable, require_files
from argmap.comparison.records import Comparison
from argmap.reporters.sections import Detail, View
from argmap.reporters.visible import visible

Form = Literal["text", "json", "markdown"]


def run(
    maps: Sequence[str],
    *,
    form: Form = "text",
    detail: Detail = "normal",
    output: str | None = None,
    about: Sequence[str] = (),
    groups: Sequence[str] = (),
    only: Sequence[str] = (),
    view: View = "findings",
    alignment: Sequence[str] = (),
    min_confidence: float = 0.0,
    limits: bool = True,
    color: terminal.Color = "auto",
) -> int:
    """Print the comparison; what its reader should be warned of goes to standard error, unless the form holds it."""
    if len(maps) < 2:
        raise Unusable("a comparison takes two maps or more", hint=f"argmap compare {maps[0]} another-map.yaml")
    if form == "json" and view != "findings":
        raise Unusable("--view is for text and Markdown; JSON holds everything", hint="leave --view out")
    require_files([*maps, *alignment])
    require_apart(output, [*maps, *alignment])
    # two maps read in text show no figures unless asked, and need not wait for them
    metrics = form == "json" or detail == "full" or view != "findings" or len(maps) > 2
    found = api.compare(*maps, alignment=alignment, min_confidence=min_confidence, limits=limits, metrics=metrics)
    wanted = Asked(about, groups, only)
    asked = wanted.of(found)
    colored = output is None and terminal.in_color(color)
    deliver(_report(asked, form, detail, view, color=colored, whole=asked is found), output)
    if form == "text":
        for warning in found.warnings:
            terminal.tell(f"{visible(warning.text)} ({warning.code})")
    if not asked.findings and asked is not found:
        terminal.tell(wanted.found_nothing())
    return 0


def _report(c: Comparison, form: Form, detail: Detail, view: View, *, color: bool, whole: bool) -> str:
    match form:
        case "text":
            from argmap.reporters.comparison_text import comparison_text  # noqa: PLC0415

            return comparison_text(c, width=terminal.width(), color=color, detail=detail, whole=whole, view=view)
        case "json":
            from argmap.reporters.comparison_json import to_json  # noqa: PLC0415

            return to_json(c)
        case "markdown":
            from argmap.reporters.comparison_markdown import comparison_markdown  # noqa: PLC0415

            return comparison_markdown(c, detail=detail, whole=whole, view=view)
        case _:
            assert_never(form)
