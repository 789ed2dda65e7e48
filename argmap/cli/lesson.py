"""`argmap lesson`: everything for a lesson on two maps, in a folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from argmap import files
from argmap.cli import terminal
from argmap.cli.article_texts import paths_by_map, require_known, texts_by_map
from argmap.cli.draw import names_explained
from argmap.cli.output import require_all_apart
from argmap.cli.problems import show_problems
from argmap.cli.unusable import Unusable, require_files
from argmap.facade.lesson import CONTENTS, make_lesson, save_lesson
from argmap.facade.opening import load
from argmap.reporters.visible import visible

if TYPE_CHECKING:
    from argmap.facade.worksheets import Difficulty


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, as it was typed."""

    output: str = "lesson/"
    title: str = ""
    focus: Sequence[str] = ()
    texts: Sequence[str] = ()
    alignment: Sequence[str] = ()
    difficulty: int = 1
    about: Sequence[str] = ()
    seed: int = 1
    paper: str = "a4"
    language: str = "en"
    limits: bool = True


def run(left: str, right: str, wanted: Wanted) -> int:
    """Make everything, then write it, and print the path of the page that leads to it."""
    folder = wanted.output
    if not folder.strip():
        raise Unusable(f"{folder!r} is no name of a folder", hint="name it: -o lesson/")
    if folder == "-":
        raise Unusable("a lesson is many files and goes to a folder", hint="name it: -o lesson/")
    if not Path(folder).is_dir() and Path(folder).exists():
        raise Unusable(f"{folder!r} is no folder, and a lesson is many files", hint="name a folder: -o lesson/")
    articles = paths_by_map(wanted.texts)
    inputs = [left, right, *wanted.alignment, *([wanted.language] if files.names_table(wanted.language) else [])]
    require_files(inputs)
    maps = [load(name, limits=wanted.limits) for name in (left, right)]
    if articles:
        require_known(articles, [m.id for m in maps])
    with names_explained():
        lesson = make_lesson(
            *((left, right) if "-" not in (left, right) else maps),
            title=wanted.title,
            focus=_focus(wanted.focus),
            difficulty=cast("Difficulty", wanted.difficulty),
            about=wanted.about,
            alignment=wanted.alignment,
            seed=wanted.seed,
            paper=wanted.paper,
            language=wanted.language,
            texts=texts_by_map(wanted.texts),
            limits=wanted.limits,
        )
    kept = [name for s in lesson.sheets if s.yours and Path(name := str(Path(folder) / s.name)).exists()]
    planned = [str(Path(folder) / name) for name in (CONTENTS, *(sheet.name for sheet in lesson.sheets))]
    require_all_apart(planned, [*inputs, *articles.values()])
    start, *others = save_lesson(lesson, folder)
    terminal.write(visible(start))
    show_problems(lesson.diagnostics)
    for line in lesson.left_out:
        terminal.tell(f"not made: {visible(line)}")
    for name in kept:
        terminal.tell(f"{visible(name)} is there already and stays as it is")
    terminal.tell(f"{len(others)} files for {Path(folder, 'students')} and {Path(folder, 'teacher')}; open {start}")
    return 0


def _focus(given: Sequence[str]) -> Mapping[str, str]:
    """Statements by map id, from ``MAP=ID``."""
    found: dict[str, str] = {}
    for pair in given:
        key, equals, name = pair.partition("=")
        if not (key and equals and name):
            raise Unusable(f"--focus {pair!r} is not MAP=ID", hint="write --focus koga-2023=T1")
        if key in found:
            raise Unusable(f"--focus names the map {key!r} twice", hint="give one statement for each map")
        found[key] = name
    return found
