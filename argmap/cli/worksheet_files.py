"""Sheets and their keys as files: where each goes, and that none of them replaces what is read."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from argmap import files
from argmap.cli import terminal
from argmap.cli.output import require_all_apart
from argmap.cli.problems import show_problems
from argmap.cli.unusable import Unusable
from argmap.cli.worksheet_options import require_paper
from argmap.reporters.visible import visible

if TYPE_CHECKING:
    from argmap.cli.worksheet import Form, Wanted
    from argmap.diagnostics import Diagnostic
    from argmap.renderers.picture import Picture

_FORMS: Final[dict[str, "Form"]] = {".pdf": "pdf", ".svg": "svg", ".png": "png", ".html": "html", ".htm": "html"}


@dataclass(frozen=True, slots=True)
class Written:
    """A file to be: its name with its ending, what it holds, and what to say of it."""

    name: str
    data: bytes
    diagnostics: "tuple[Diagnostic, ...]" = ()


def form_of(wanted: "Wanted", offered: Sequence["Form"] = ("pdf", "svg", "png", "html")) -> "Form":
    """The form asked for, else the one the file's ending names, else PDF.

    Raises:
        Unusable: The ending says nothing, or something else; or there is no such form of this kind of sheet.
    """
    named = None
    if wanted.output not in (None, "-") and not files.is_folder(str(wanted.output)):
        ending = Path(str(wanted.output)).suffix.lower()
        named = _FORMS.get(ending)
        if named is None and not files.is_stream(Path(str(wanted.output))):
            known = ", ".join(f".{form}" for form in offered)
            hint = f"end it with {known}, or with / for a folder"
            raise Unusable(f"{wanted.output!r} does not say what kind of file to write", hint=hint)
        if named and wanted.form and named != wanted.form:
            hint = f"leave out --format, or write to a .{wanted.form}"
            raise Unusable(f"{wanted.output!r} is no name for a {wanted.form}", hint=hint)
    form = wanted.form or named or "pdf"
    if form not in offered:
        raise Unusable(f"there is no {form} of these sheets", hint=f"try --format {', '.join(offered)}")
    require_paper(form, wanted.given)
    _require_name_of_key(wanted.key, form)
    if "-" in (wanted.output, wanted.key) and form in ("pdf", "png") and terminal.is_terminal(sys.stdout):
        raise Unusable(f"a {form} is not written to a terminal", hint=f"write it to a file: -o sheet.{form}")
    return form


def _require_name_of_key(key: str | None, form: "Form") -> None:
    """Raise `Unusable` where the key would be a file whose name says that it is of another kind."""
    if key is None or key == "-" or files.is_folder(key) or files.is_stream(Path(key)):
        return
    if _FORMS.get(Path(key).suffix.lower()) != form:
        raise Unusable(f"{key!r} is no name for the key, which is a {form}", hint=f"end it with .{form}")


def as_files(sheets: "Sequence[Picture]", name: str) -> tuple[Written, ...]:
    """Pictures as files; the pages of a PDF as one file of that name."""
    if sheets and sheets[0].format == "pdf":
        from argmap.renderers.pages.binding import one_document  # noqa: PLC0415  # for a PDF only

        told = tuple(d for sheet in sheets for d in sheet.diagnostics)
        first = replace(sheets[0], name=name)
        return (Written(first.file_name, one_document(sheets), told),)
    return tuple(Written(sheet.file_name, sheet.data, sheet.diagnostics) for sheet in sheets)


def sheets_of(picture: "Picture | None") -> "tuple[Picture, ...]":
    """A picture with the sheets behind it; none for none."""
    return (picture, *picture.sheets) if picture else ()


def as_page(page: str, name: str) -> tuple[Written, ...]:
    """A page of HTML as a file of that name; none for an empty one."""
    return (Written(f"{name}.html", page.encode()),) if page else ()


def hand_out(sheets: Sequence[Written], key: Sequence[Written], wanted: "Wanted", inputs: Sequence[str]) -> None:
    """Write the sheets and their key, and print the path of each; to standard output only the sheets.

    Raises:
        Unusable: There are several files for one name, or one of them is read.
    """
    plan = [*_placed(sheets, wanted.output), *_key_placed(key, wanted)]
    require_all_apart([path for path, _ in plan], inputs)
    if wanted.key is not None and not key:
        raise Unusable("there is nothing to fill in here, and so no key", hint="leave out --key")
    places = [path if path == "-" else Path(path).resolve() for path, _ in plan]
    if len(set(places)) < len(places):
        raise Unusable(f"{plan[0][0]!r} would hold the sheet and the key", hint="write the key to another file")
    for path, each in plan:
        if path == "-":
            terminal.write_bytes(each.data)
        else:
            files.write(path, each.data)
            if not files.is_stream(Path(path)):
                terminal.write(visible(path))
        told = each.name if path == "-" else path
        show_problems(replace(d, file=d.file or told) for d in each.diagnostics)


def _placed(made: Sequence[Written], output: str | None) -> list[tuple[str, Written]]:
    if output is None or files.is_folder(output):
        return [(str(Path(output or ".") / each.name), each) for each in made]
    if len(made) > 1:
        folder = "sheets" if output == "-" else str(Path(output).with_suffix(""))
        hint = f"give a folder: -o {folder}/; or all of them as one PDF: -o {folder}.pdf"
        raise Unusable(f"there are {len(made)} sheets for one file", hint=hint)
    return [(output, each) for each in made]


def _key_placed(key: Sequence[Written], wanted: "Wanted") -> list[tuple[str, Written]]:
    """Where the key goes: as asked, else beside the sheet; nowhere if the sheet goes to standard output."""
    output = wanted.output
    if wanted.key is not None:
        return _placed(key, wanted.key)
    if output == "-" or (output is not None and not files.is_folder(output) and files.is_stream(Path(output))):
        return []
    if output is None or files.is_folder(output):
        return _placed(key, output)
    beside = Path(output)
    return _placed(key, str(beside.with_name(f"{beside.stem}-key{beside.suffix}")))
