"""`argmap compare`: where maps agree, where they differ, and why."""

from collections.abc import Sequence
from typing import assert_never

from argmap import api
from argmap.cli import terminal
from argmap.cli.compare_forms import FORMS, Form, Network, require_fitting
from argmap.cli.compare_selection import Asked
from argmap.cli.output import deliver, form_of, require_apart
from argmap.cli.unusable import Unusable, require_files
from argmap.comparison.records import Comparison
from argmap.reporters.sections import Detail, View
from argmap.reporters.visible import visible


def run(
    maps: Sequence[str],
    *,
    form: Form | None = None,
    detail: Detail | None = None,
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
    require_files([*maps, *alignment])
    require_apart(output, [*maps, *alignment])
    form = form_of(output, form, FORMS)
    given = {"--about": about, "--group": groups, "--only": only}
    require_fitting(form, view=view, detail=detail, selections=[option for option, names in given.items() if names])
    shown = detail or "normal"
    # two maps read in text show no figures unless asked, and need not wait for them
    read = shown == "full" or view != "findings" or len(maps) > 2
    metrics = read if form in ("text", "markdown") else form not in ("csv", "graphml")
    found = api.compare(
        *maps,
        alignment=alignment,
        min_confidence=min_confidence,
        limits=limits,
        metrics=metrics,
        hashes=form not in ("text", "markdown"),
    )
    wanted = Asked(about, groups, only)
    asked = wanted.of(found)
    colored = output is None and terminal.in_color(color)
    report = _report(asked, form, shown, view, color=colored, whole=asked is found)
    # in a table CR LF ends a line everywhere, and Windows would add a CR to it
    deliver(report.encode() if report.endswith("\r\n") else report, output)
    if form not in ("json", "markdown"):
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
        case "csv":
            from argmap.reporters.comparison_csv import comparison_csv  # noqa: PLC0415

            return comparison_csv(c)
        case "graphml":
            from argmap.reporters.comparison_graphml import comparison_graphml  # noqa: PLC0415

            return comparison_graphml(c)
        case _:
            return _networks(c, form)


def _networks(c: Comparison, form: Network) -> str:
    from argmap.reporters.dna_csv import dna_csv, dna_matrix  # noqa: PLC0415
    from argmap.reporters.dna_graphml import dna_graphml  # noqa: PLC0415

    match form:
        case "dna":
            return dna_csv(c)
        case "dna-congruence":
            return dna_matrix(c, "congruence")
        case "dna-conflict":
            return dna_matrix(c, "conflict")
        case "dna-subtract":
            return dna_matrix(c, "subtract")
        case "dna-graphml":
            return dna_graphml(c)
        case _:
            assert_never(form)
