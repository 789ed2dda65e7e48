"""`argmap diff`: what changed between two versions of a map."""

from collections.abc import Sequence
from typing import Final, Literal, assert_never

from argmap.cli import terminal
from argmap.cli.output import deliver, form_of, require_apart
from argmap.cli.problems import show_problems
from argmap.cli.unusable import Unusable, require_files
from argmap.cli.versions import NO_FILE, Difference, difference, read_version

Form = Literal["text", "json", "markdown"]
FORMS: Final[tuple[Form, ...]] = ("text", "json", "markdown")


def run(names: Sequence[str], *, form: Form | None, output: str | None, limits: bool, color: terminal.Color) -> int:
    """Print what changed; nothing, in words, where nothing did. What could not be read goes to standard error."""
    if len(names) != 2:
        raise Unusable(f"two versions are needed, and {len(names)} named", hint="argmap diff OLD NEW")
    given = [name for name in names if name != NO_FILE]
    require_files(given)
    require_apart(output, given)
    form = form_of(output, form, FORMS)
    old, new = (read_version(name, limits=limits) for name in names)
    found = difference(old, new)
    deliver(_report(found, form, color=output is None and terminal.in_color(color)), output)
    if found.problems and form != "json":
        show_problems(found.problems)
        terminal.tell("what could not be read was left out of the difference")
    return 0


def _report(found: Difference, form: Form, *, color: bool) -> str:
    match form:
        case "text":
            from argmap.reporters.changes_text import changes_text  # noqa: PLC0415

            return changes_text(found.changes, places=found.spot, width=terminal.width(), color=color)
        case "json":
            from argmap.reporters.changes_json import changes_json  # noqa: PLC0415

            files = (found.old.file, found.new.file)
            return changes_json(found.changes, files=files, places=found.spot, unread=found.problems)
        case "markdown":
            from argmap.reporters.changes_markdown import changes_markdown  # noqa: PLC0415

            return changes_markdown(found.changes, places=found.spot)
        case _:
            assert_never(form)
