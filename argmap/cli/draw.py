"""`argmap draw`: one map, or the comparison of several, as pictures on disk."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

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
    from argmap.renderers.look import Evidence, Ids, Layout
    from argmap.renderers.picture import Format, Picture

FORMAT_OF: Final[Mapping[str, "Format"]] = {ending: form for form, ending in ENDINGS.items()}
BINARY: Final = ("png", "pdf")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, as it was typed; None where nothing was said."""

    view: "View | None"
    about: Sequence[str]
    paper: str | None
    level: "Level | None"
    theme: str
    language: str
    split: "Split"
    ids: "Ids"
    evidence: "Evidence"
    focus: str | None
    depth: int | None
    layout: "Layout"


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
    if alignment and len(maps) < 2:
        raise Unusable("an alignment joins two maps, and there is one", hint="name the other map too")
    if min_confidence and len(maps) < 2:
        raise Unusable("--min-confidence is for the rows that join two maps, and there is one", hint="leave it out")
    chosen = _format(output, form)
    if output == "-" and chosen in BINARY and terminal.is_terminal(sys.stdout):
        raise Unusable(f"a {chosen} is not written to a terminal", hint=f"write it to a file: -o picture.{chosen}")
    own = [name for name in (wanted.theme, wanted.language) if files.names_table(name)]
    require_files([*maps, *alignment, *own])
    thing = api.load(maps[0], limits=limits) if len(maps) == 1 else _compared(maps, alignment, min_confidence, limits)
    try:
        first = api.draw(thing, format=chosen, **{field.name: getattr(wanted, field.name) for field in fields(wanted)})
    except NothingAbout as problem:
        raise Unusable(str(problem), hint=problem.hint) from problem
    except UnknownName as problem:
        raise Unusable(str(problem), hint=_meant(problem)) from problem
    _write((first, *first.sheets), output, [*maps, *alignment, *own])
    return 0


def _meant(problem: UnknownName) -> str:
    if problem.hint:  # it is said already
        return ""
    code = code_meant(problem.name) if problem.kind == "language" else ""
    return f"did you mean {code!r}?" if code else did_you_mean(problem.name, problem.known)


def _compared(maps: Sequence[str], alignment: Sequence[str], min_confidence: float, limits: bool) -> "Comparison":
    found = api.compare(*maps, alignment=alignment, min_confidence=min_confidence, limits=limits, metrics=False)
    for warning in found.warnings:
        terminal.tell(f"{visible(warning.text)} ({warning.code})")
    if not found.findings:
        from argmap.reporters.headline import next_step  # noqa: PLC0415  # the drawing of a map can do without

        raise Unusable(f"there is nothing to draw. {next_step(found)}")
    return found


def _format(output: str | None, form: "Format | None") -> "Format":
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


def _write(sheets: "Sequence[Picture]", output: str | None, inputs: Sequence[str]) -> None:
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
    require_all_apart(paths, inputs)
    for sheet, path in zip(sheets, paths, strict=True):
        if path == "-":
            terminal.write_bytes(sheet.data)
        else:
            files.write(path, sheet.data)
            if not files.is_stream(Path(path)):  # what is drawn into a pipe lies nowhere, and the path may join it
                terminal.write(path)
        show_problems(replace(d, file=d.file or (sheet.name if path == "-" else path)) for d in sheet.diagnostics)


def _folder(output: str | None) -> str:
    return "pictures" if output in (None, "-") else str(Path(str(output)).with_suffix(""))
