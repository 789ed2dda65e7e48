"""`argmap slides`: a deck to teach from, as a page, a PDF, or Markdown for pandoc."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import files
from argmap.cli import terminal
from argmap.cli.draw import names_explained, require_several
from argmap.cli.output import deliver, require_apart
from argmap.cli.problems import show_problems
from argmap.cli.unusable import Unusable, require_files
from argmap.errors import DrawingFailed
from argmap.facade.slides import FORMAT_OF, make_slides

if TYPE_CHECKING:
    from argmap.api import Level
    from argmap.facade.slides import SlidesFormat, SlidesTheme


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, as it was typed."""

    about: Sequence[str] = ()
    most: int | None = None
    steps: bool = True
    notes: bool | None = None
    theme: "SlidesTheme | None" = None
    language: str = "en"
    level: "Level" = "title"
    title: str = ""
    alignment: Sequence[str] = ()
    min_confidence: float = 0.0


def run(maps: Sequence[str], wanted: Wanted, *, output: str | None, form: "SlidesFormat | None", limits: bool) -> int:
    """Make the slides, write them, and print the path; without a file, text goes to standard output."""
    require_several(maps, wanted.alignment, wanted.min_confidence)
    kind = format_of(output, form)
    if kind == "pdf" and output in (None, "-") and terminal.is_terminal(sys.stdout):
        raise Unusable("a pdf is not written to a terminal", hint="write it to a file: -o slides.pdf")
    inputs = [*maps, *wanted.alignment, *([wanted.language] if files.names_table(wanted.language) else [])]
    require_files(inputs)
    require_apart(output, inputs)
    options = {f.name: getattr(wanted, f.name) for f in fields(wanted)}
    try:
        with names_explained():
            made = make_slides(*maps, format=kind, limits=limits, **options)
    except DrawingFailed as problem:
        way_out = "--format html and --format markdown need no Graphviz" if "no Graphviz found" in str(problem) else ""
        raise Unusable(str(problem), hint=way_out) from problem
    deliver(made.data, output)
    name = output if output not in (None, "-") else made.deck.name
    show_problems(replace(d, file=d.file or name) for d in made.diagnostics)
    return 0


def format_of(output: str | None, form: "SlidesFormat | None") -> "SlidesFormat":
    """The format asked for, else the one the file's ending names, else HTML."""
    if output is None or output == "-" or files.is_stream(Path(output)):
        return form or "html"
    if files.is_folder(output):
        raise Unusable(f"{output!r} is a folder, and slides are one file", hint="name it: -o slides.html")
    ending = Path(output).suffix.lower()
    if ending not in FORMAT_OF:
        hint = "end it with .html, .pdf or .md"
        if ending in (".pptx", ".ppt", ".odp", ".key"):
            hint = "write Markdown, -o slides.md; `pandoc slides.md -o slides.pptx` makes PowerPoint of it"
        raise Unusable(f"{output!r} does not say what kind of slides to write", hint=hint)
    if form and form != FORMAT_OF[ending]:
        raise Unusable(f"{output!r} is no name for {form}", hint=f"leave out --format, or end it with .{_ending(form)}")
    return FORMAT_OF[ending]


def _ending(form: "SlidesFormat") -> str:
    return "md" if form == "markdown" else form
