"""`argmap compare --explain`: one finding in full, and what would change it."""

from collections.abc import Sequence
from typing import Final, assert_never

from argmap import api
from argmap.cli import terminal
from argmap.cli.compare_forms import Form, Written, written
from argmap.cli.output import deliver, form_of, require_apart
from argmap.cli.unusable import Unusable, require_files
from argmap.comparison.about import finding_meant
from argmap.errors import UnknownName


def run(
    maps: Sequence[str],
    finding: str,
    *,
    form: Form | None = None,
    output: str | None = None,
    alignment: Sequence[str] = (),
    min_confidence: float = 0.0,
    limits: bool = True,
    color: terminal.Color = "auto",
) -> int:
    """Print what a finding rests on, on both sides."""
    if len(maps) < 2:
        raise Unusable("a comparison takes two maps or more", hint=f"argmap compare {maps[0]} another-map.yaml")
    require_files([*maps, *alignment])
    require_apart(output, [*maps, *alignment])
    wanted = written(form) if form else form_of(output, None, _WRITTEN)
    try:
        found = api.explain(*maps, finding=finding, alignment=alignment, min_confidence=min_confidence, limits=limits)
    except UnknownName as error:
        raise _unknown(finding, error.known) from error
    deliver(_report(found, wanted, color=output is None and terminal.in_color(color)), output)
    return 0


def _unknown(finding: str, known: Sequence[str]) -> Unusable:
    """The complaint about a name that no finding has, or several have."""
    if not known:
        return Unusable(f"no finding is called {finding!r}", hint=_NONE)
    several = all(finding == id_.partition(":")[2] for id_ in known)
    what = "several findings are" if several else "no finding is"
    return Unusable(f"{what} called {finding!r}", hint=finding_meant(finding, known) or f"known: {', '.join(known)}")


_WRITTEN: Final[tuple[Written, ...]] = ("text", "markdown", "json")
_NONE: Final = "there are none: the maps share nothing that can be compared"


def _report(found: api.Explanation, form: Written, *, color: bool) -> str:
    match form:
        case "json":
            from argmap.reporters.explain_json import explain_json  # noqa: PLC0415

            return explain_json(found.finding, found.what_if)
        case "text":
            from argmap.reporters.explain_text import explain_text  # noqa: PLC0415

            width = terminal.width()
            return explain_text(found.comparison, found.finding, found.what_if, width=width, color=color)
        case "markdown":
            from argmap.reporters.explain_text import explain_markdown  # noqa: PLC0415

            return explain_markdown(found.comparison, found.finding, found.what_if)
        case _:
            assert_never(form)
