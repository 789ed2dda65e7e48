"""`argmap page`: a page of maps and of where they agree and differ, as one file."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import api, files
from argmap.cli import terminal
from argmap.cli.article_texts import paths_by_map, require_known, texts_by_map
from argmap.cli.draw import names_explained, require_several
from argmap.cli.output import deliver, require_apart
from argmap.cli.unusable import Unusable, require_files
from argmap.reporters.visible import visible

if TYPE_CHECKING:
    from argmap.api import Figures, Page

_ENDINGS = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, as it was typed."""

    title: str = ""
    about: Sequence[str] = ()
    texts: Sequence[str] = ()
    whole_text: bool = False
    figures: "Figures" = "few"
    alignment: Sequence[str] = ()
    min_confidence: float = 0.0


def run(maps: Sequence[str], wanted: Wanted, *, output: str | None, limits: bool = True) -> int:
    """Write the page and print its path; what its reader should know is told on standard error."""
    require_several(maps, wanted.alignment, wanted.min_confidence)
    if wanted.about and len(maps) < 2:
        raise Unusable("--about chooses findings of several maps, and there is one", hint="name the other map too")
    _require_place(output)
    inputs = [*maps, *wanted.alignment]
    require_files(inputs)
    articles = paths_by_map(wanted.texts)
    require_apart(output, [*inputs, *articles.values()])
    page = _made(maps, wanted, limits)
    deliver(page.html, output)
    _tell(page)
    return 0


def _require_place(output: str | None) -> None:
    """Raise `Unusable` where a page would land on a terminal, or in a file that no browser opens as a page."""
    if output is None and terminal.is_terminal(sys.stdout):
        raise Unusable("a page goes to a file, not to a terminal", hint="write it to one: -o lesson.html")
    if output in (None, "-") or files.is_stream(Path(str(output))):
        return
    name = str(output)
    if files.is_folder(name):
        raise Unusable(f"{name!r} is a folder", hint=f"name a file in it: -o {Path(name, 'lesson.html').as_posix()}")
    if not name.lower().endswith(_ENDINGS):
        raise Unusable(f"{name!r} is no name for a page", hint=f"end it with .html: -o {Path(name).stem}.html")


def _made(maps: Sequence[str], wanted: Wanted, limits: bool) -> "Page":
    texts = texts_by_map(wanted.texts)
    things: list[str] = list(maps)
    if texts:
        require_known(texts, [api.load(name, limits=limits).id for name in maps if name != "-"] or list(texts))
    with names_explained():
        return api.page_of(
            *things,
            title=wanted.title,
            about=wanted.about,
            texts=texts,
            whole_text=wanted.whole_text,
            figures=wanted.figures,
            alignment=wanted.alignment,
            min_confidence=wanted.min_confidence,
            limits=limits,
        )


def _tell(page: "Page") -> None:
    if page.undrawn:
        terminal.tell(f"the page has no diagram: {visible(page.undrawn)}")
    if page.comparison is None:
        return
    for warning in page.comparison.warnings:
        terminal.tell(f"{visible(warning.text)} ({warning.code})")
    if not page.comparison.findings:
        from argmap.reporters.headline import next_step  # noqa: PLC0415  # most maps share something

        terminal.tell(f"nothing is compared. {next_step(page.comparison)}")
