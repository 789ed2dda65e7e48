"""`argmap draw`: one map, or the comparison of several, as pictures on disk."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from argmap import api, files
from argmap.cli import terminal
from argmap.cli.output import require_all_apart
from argmap.cli.problems import show_problems
from argmap.cli.unusable import Unusable, require_files
from argmap.errors import NothingAbout, UnknownName
from argmap.languages import code_meant
from argmap.renderers.pages.binding import one_document
from argmap.renderers.picture import ENDINGS
from argmap.reporters.visible import visible
from argmap.text import did_you_mean

if TYPE_CHECKING:
    from argmap.api import Level, Split, View
    from argmap.comparison.records import Comparison
    from argmap.model import ArgumentMap
    from argmap.renderers.look import Evidence, Ids, Layout
    from argmap.renderers.picture import Format, Picture

FORMAT_OF: Final[Mapping[str, "Format"]] = {ending: form for form, ending in ENDINGS.items()}
BINARY: Final = ("png", "pdf")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, as it was typed; None where nothing was said."""

    view: "View | None" = None
    about: Sequence[str] = ()
    paper: str | None = None
    level: "Level | None" = None
    theme: str = "light"
    language: str = "en"
    split: "Split" = "auto"
    ids: "Ids" = "short"
    evidence: "Evidence" = "inside"
    focus: str | None = None
    depth: int | None = None
    layout: "Layout" = "tree"


def run(
    maps: Sequence[str],
    wanted: Wanted,
    *,
    output: str | None,
    form: "Format | None",
    alignment: Sequence[str] = (),
    min_confidence: float = 0.0,
    limits: bool,
) -> int:
    """Draw, write every sheet, and print the path of each."""
    require_several(maps, alignment, min_confidence)
    chosen = format_of(output, form)
    if output == "-" and chosen in BINARY and terminal.is_terminal(sys.stdout):
        raise Unusable(f"a {chosen} is not written to a terminal", hint=f"write it to a file: -o picture.{chosen}")
    inputs = [*maps, *alignment, *own_tables(wanted)]
    require_files(inputs)
    first = drawn(maps, wanted, chosen, alignment=alignment, min_confidence=min_confidence, limits=limits)
    _write((first, *first.sheets), output, inputs)
    return 0


def require_several(maps: Sequence[str], alignment: Sequence[str], min_confidence: float) -> None:
    """Raise `Unusable` where something is asked for that only several maps have."""
    if alignment and len(maps) < 2:
        raise Unusable("an alignment joins two maps, and there is one", hint="name the other map too")
    if min_confidence and len(maps) < 2:
        raise Unusable("--min-confidence is for the rows that join two maps, and there is one", hint="leave it out")


def own_tables(wanted: Wanted) -> list[str]:
    """The files of a theme and words of the user's own."""
    return [name for name in (wanted.theme, wanted.language) if files.names_table(name)]


def drawn(
    maps: Sequence[str],
    wanted: Wanted,
    form: "Format",
    *,
    alignment: Sequence[str],
    min_confidence: float,
    limits: bool,
    tell: Callable[[str], None] = terminal.tell,
) -> "Picture":
    """The picture of a map, or of the comparison of several; `tell` is for what is to be said of a comparison."""
    if len(maps) == 1:
        thing: ArgumentMap | Comparison = api.load(maps[0], limits=limits)
    else:
        thing = _compared(maps, alignment, min_confidence, limits, tell)
    with names_explained():
        return api.draw(thing, format=form, **options_of(wanted))


def options_of(wanted: Wanted) -> dict[str, Any]:
    """What was asked for, as the keywords of `api.draw`."""
    return {field.name: getattr(wanted, field.name) for field in fields(wanted)}


@contextmanager
def names_explained() -> Iterator[None]:
    """Turn the errors about names that nothing has into `Unusable`, with what was probably meant."""
    try:
        yield
    except NothingAbout as problem:
        raise Unusable(str(problem), hint=problem.hint) from problem
    except UnknownName as problem:
        raise Unusable(str(problem), hint=_meant(problem)) from problem


def _meant(problem: UnknownName) -> str:
    if problem.hint:  # it is said already
        return ""
    code = code_meant(problem.name) if problem.kind == "language" else ""
    return f"did you mean {code!r}?" if code else did_you_mean(problem.name, problem.known)


def _compared(
    maps: Sequence[str], alignment: Sequence[str], min_confidence: float, limits: bool, tell: Callable[[str], None]
) -> "Comparison":
    found = api.compare(*maps, alignment=alignment, min_confidence=min_confidence, limits=limits, metrics=False)
    for warning in found.warnings:
        tell(f"{visible(warning.text)} ({warning.code})")
    if not found.findings:
        from argmap.reporters.headline import next_step  # noqa: PLC0415  # the drawing of a map can do without

        raise Unusable(f"there is nothing to draw. {next_step(found)}")
    return found


def format_of(output: str | None, form: "Format | None") -> "Format":
    """The format asked for, else the one the file's ending names, else SVG."""
    if output is None or output == "-" or files.is_folder(output) or files.is_stream(Path(output)):
        return form or "svg"
    ending = Path(output).suffix.removeprefix(".").lower()
    if ending not in FORMAT_OF:
        known = ", ".join(f".{e}" for e in FORMAT_OF)
        raise Unusable(
            f"{output!r} does not say what kind of picture to write",
            hint=f"end it with {known}, or with / for a folder",
        )
    if form and form != FORMAT_OF[ending]:
        raise Unusable(f"{output!r} is no name for a {form}", hint=f"leave out --format, or write to a .{form}")
    return FORMAT_OF[ending]


def planned(sheets: "Sequence[Picture]", output: str | None) -> "list[tuple[str, Picture]]":
    """Where each sheet goes; the sheets of a PDF as one, if they go to one file.

    Raises:
        Unusable: There are several sheets for one file.
    """
    if output not in (None, "-") and not files.is_folder(str(output)):
        paths = [str(output)]
    else:
        paths = [str(Path(output or ".") / sheet.file_name) for sheet in sheets]
    if output == "-":
        paths = ["-"]
    if len(paths) < len(sheets) and sheets[0].format == "pdf":
        told = tuple(d for sheet in sheets for d in sheet.diagnostics)
        sheets = [replace(sheets[0], data=one_document(sheets), diagnostics=told)]
    if len(paths) < len(sheets):
        raise Unusable(
            f"there are {len(sheets)} sheets for one file",
            hint=f"give a folder: -o {_folder(output)}/; or all of them as one PDF: -o {_folder(output)}.pdf",
        )
    return list(zip(paths, sheets, strict=True))


def _write(sheets: "Sequence[Picture]", output: str | None, inputs: Sequence[str]) -> None:
    plan = planned(sheets, output)
    require_all_apart([path for path, _ in plan], inputs)
    for path, sheet in plan:
        if path == "-":
            terminal.write_bytes(sheet.data)
        else:
            files.write(path, sheet.data)
            if not files.is_stream(Path(path)):  # what is drawn into a pipe lies nowhere, and the path may join it
                terminal.write(path)
        show_problems(replace(d, file=d.file or (sheet.name if path == "-" else path)) for d in sheet.diagnostics)


def _folder(output: str | None) -> str:
    return "pictures" if output in (None, "-") else str(Path(str(output)).with_suffix(""))
