"""`argmap grade`: students' maps beside the teacher's, as reports to students and an overview of the class."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, assert_never

from argmap import files
from argmap.cli import terminal
from argmap.cli.check_files import counted
from argmap.cli.grade_files import named_files
from argmap.cli.handed_in import handed_in
from argmap.cli.output import deliver, form_of, require_all_apart, require_not_read
from argmap.cli.unusable import require_files
from argmap.facade.grading import grade
from argmap.model import ArgumentMap
from argmap.teaching.grading.papers import Grades, Paper

Form = Literal["text", "markdown", "csv", "html"]
FORMS: Final[tuple[Form, ...]] = ("text", "markdown", "csv", "html")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    form: Form | None
    output: str | None
    overview: bool
    reveal: bool
    anonymous: bool
    alignment: tuple[str, ...]
    own_ids: bool
    guess: bool
    rubric: str | None
    limits: bool
    color: terminal.Color


def run(reference: str, students: Sequence[str], wanted: Wanted) -> int:
    """Grade, and write what came of it; a file that cannot be read is told of, and is part of it."""
    own = [wanted.rubric] if wanted.rubric else []
    require_files([reference, *wanted.alignment, *own])
    names = handed_in(reference, students)
    form = _form(wanted)
    grades = grade(
        reference,
        *names,
        alignment=wanted.alignment,
        own_ids=wanted.own_ids,
        guess=wanted.guess,
        rubric=wanted.rubric,
        anonymous=wanted.anonymous,
        limits=wanted.limits,
        each=_with_progress,
    )
    inputs = [reference, *(name for name in names if Path(name).is_file())]
    products = dict(_products(grades, wanted, form))
    require_not_read(products, [*wanted.alignment, *own])
    require_all_apart(products, inputs)
    for path, product in products.items():
        deliver(product, None if path == "-" else path)
    if grades.unread:
        unread = ", ".join(paper.name for paper in grades.unread)
        terminal.tell(f"{counted(len(grades.unread), 'map')} of {len(names)} could not be read: {unread}")
    if guesses := sum(len(paper.grade.guesses) for paper in grades.graded if paper.grade):
        terminal.tell(f"{counted(guesses, 'statement')} matched by a guess; look at what rests on them")
    return 0


def _form(wanted: Wanted) -> Form:
    if wanted.output and wanted.output != "-" and files.is_folder(wanted.output):
        return wanted.form or "markdown"
    if wanted.form is None and wanted.output and Path(wanted.output).suffix.lower() in (".html", ".htm"):
        return "html"
    return form_of(wanted.output, wanted.form, FORMS)


def _with_progress(things: Iterable[Any]) -> Iterator[str | ArgumentMap]:
    """The maps one by one, with a bar on standard error if somebody watches it and there are many."""
    listed = list(things)
    if len(listed) < 3 or not terminal.is_terminal(sys.stderr):
        yield from listed
        return
    from rich.console import Console  # noqa: PLC0415  # only a terminal pays for it
    from rich.progress import track  # noqa: PLC0415

    yield from track(listed, description="Grading", console=Console(stderr=True), transient=True)


def _products(grades: Grades, wanted: Wanted, form: Form) -> Iterator[tuple[str, str]]:
    """Each file to write with what goes into it; ``-`` is standard output."""
    output = wanted.output or "-"
    if output == "-" or not files.is_folder(output):
        yield output, _together(grades, wanted, form)
        return
    names = named_files(grades, form)
    yield (
        str(Path(output, names.overview)),
        _overview(grades, wanted, form, links=() if wanted.overview else names.papers),
    )
    if not wanted.overview:
        for paper, name in zip(grades.papers, names.papers, strict=True):
            yield str(Path(output, name)), _report(grades, paper, wanted, form)


def _together(grades: Grades, wanted: Wanted, form: Form) -> str:
    """All of it as one: the overview of a class, then the reports; of one student, the report."""
    if len(grades.papers) == 1 and not wanted.overview:
        return _report(grades, grades.papers[0], wanted, form)
    if wanted.overview:
        return _overview(grades, wanted, form)
    match form:
        case "html":
            from argmap.hypertext.grades.build import class_page  # noqa: PLC0415

            return class_page(grades, with_reports=True)
        case "csv":
            from argmap.reporters.grade_csv import findings_csv  # noqa: PLC0415

            return findings_csv(grades, grades.papers, reveal=wanted.reveal)
        case _:
            parts = [_overview(grades, wanted, form), *(_report(grades, p, wanted, form) for p in grades.papers)]
            return "\n\n".join(parts)


def _overview(grades: Grades, wanted: Wanted, form: Form, *, links: Sequence[str] = ()) -> str:
    match form:
        case "text":
            from argmap.reporters.grade_text import class_text  # noqa: PLC0415

            return class_text(grades, width=terminal.width(), color=_colored(wanted))
        case "markdown":
            from argmap.reporters.grade_markdown import class_markdown  # noqa: PLC0415

            return class_markdown(grades)
        case "csv":
            from argmap.reporters.grade_csv import class_csv  # noqa: PLC0415

            return class_csv(grades)
        case "html":
            from argmap.hypertext.grades.build import class_page  # noqa: PLC0415

            return class_page(grades, links=links)
        case _:
            assert_never(form)


def _report(grades: Grades, paper: Paper, wanted: Wanted, form: Form) -> str:
    match form:
        case "text":
            from argmap.reporters.grade_text import paper_text  # noqa: PLC0415

            color = _colored(wanted)
            return paper_text(grades, paper, reveal=wanted.reveal, width=terminal.width(), color=color)
        case "markdown":
            from argmap.reporters.grade_markdown import paper_markdown  # noqa: PLC0415

            return paper_markdown(grades, paper, reveal=wanted.reveal)
        case "csv":
            from argmap.reporters.grade_csv import findings_csv  # noqa: PLC0415

            return findings_csv(grades, [paper], reveal=wanted.reveal)
        case "html":
            from argmap.hypertext.grades.build import paper_page  # noqa: PLC0415

            return paper_page(grades, paper, reveal=wanted.reveal)
        case _:
            assert_never(form)


def _colored(wanted: Wanted) -> bool:
    return wanted.output is None and terminal.in_color(wanted.color)
