"""`argmap compare`: where maps agree, where they differ, and why."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, assert_never

from argmap import api
from argmap.cli import terminal
from argmap.cli.output import deliver, require_apart
from argmap.cli.unusable import Unusable, require_files
from argmap.comparison.records import GROUPS, Comparison, Finding
from argmap.reporters.sections import Detail
from argmap.reporters.visible import visible
from argmap.text import did_you_mean

Form = Literal["text", "json", "markdown"]


def run(
    maps: Sequence[str],
    *,
    form: Form = "text",
    detail: Detail = "normal",
    output: str | None = None,
    about: Sequence[str] = (),
    groups: Sequence[str] = (),
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
    found = api.compare(*maps, alignment=alignment, min_confidence=min_confidence, limits=limits)
    asked = _select(found, about, groups)
    colored = output is None and terminal.in_color(color)
    deliver(_report(asked, form, detail, color=colored, whole=asked is found), output)
    if form == "text":
        for warning in found.warnings:
            terminal.tell(f"{visible(warning.text)} ({warning.code})")
    if not asked.findings and groups:
        terminal.tell(_none(about, groups))
    return 0


def _none(about: Sequence[str], groups: Sequence[str]) -> str:
    of = f" about {' or '.join(about)}" if about else ""
    return f"no finding{of} is in the group {' or '.join(groups)}"


def _report(c: Comparison, form: Form, detail: Detail, *, color: bool, whole: bool) -> str:
    match form:
        case "text":
            from argmap.reporters.comparison_text import comparison_text  # noqa: PLC0415

            return comparison_text(c, width=terminal.width(), color=color, detail=detail, whole=whole)
        case "json":
            from argmap.reporters.comparison_json import to_json  # noqa: PLC0415

            return to_json(c)
        case "markdown":
            from argmap.reporters.comparison_markdown import comparison_markdown  # noqa: PLC0415

            return comparison_markdown(c, detail=detail, whole=whole)
        case _:
            assert_never(form)


def _select(c: Comparison, about: Sequence[str], groups: Sequence[str]) -> Comparison:
    """The comparison with only the findings that were asked for; itself if none were."""
    for group in groups:
        if group not in GROUPS:
            raise Unusable(f"there is no group {group!r}", hint=did_you_mean(group, GROUPS) or _one_of(GROUPS))
    known = {key for finding in c.findings for key in _keys(finding)}
    for key in about:
        if key not in known:
            raise Unusable(f"no finding is about {key!r}", hint=did_you_mean(key, known) or _one_of(sorted(known)))
    if not about and not groups:
        return c
    return replace(
        c,
        findings=tuple(
            f
            for f in c.findings
            if (not groups or f.group in groups) and (not about or any(key in _keys(f) for key in about))
        ),
    )


def _keys(finding: Finding) -> tuple[str, ...]:
    """What a finding can be asked for by: its key and id; a linked one also by each of its two, ``p~q``."""
    return (finding.key, *finding.key.split("~"), finding.id)


def _one_of(names: Sequence[str]) -> str:
    return f"known: {', '.join(names)}" if names else "the maps share nothing that could be compared"
