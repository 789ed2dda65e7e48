"""Grades as CSV: a row for each finding, or a row for each student of a class."""

from collections.abc import Iterator, Sequence

from argmap.reporters.spreadsheet import Cell, lines, table
from argmap.teaching.grading.naming import Names
from argmap.teaching.grading.papers import Grades, Paper
from argmap.teaching.grading.records import ASPECTS, Finding, Place

COLUMNS = (
    "student",
    "kind",
    "counts",
    "statement",
    "statement_id",
    "student_id",
    "expected",
    "found",
    "file",
    "line",
    "finding",
    "advice",
    "answer",
    "rests_on_guess",
)


def findings_csv(grades: Grades, papers: Sequence[Paper], *, reveal: bool = False) -> str:
    """A row for each finding of some papers; guesses, remarks and files that could not be read have rows too.

    What the reference has, and its ids, which tell types, stand in it only with `reveal`.
    """
    return table([COLUMNS, *(row for paper in papers for row in _rows(grades, paper, reveal=reveal))])


def class_csv(grades: Grades) -> str:
    """A row for each student: how much of every aspect, points, level, and what came of each statement."""
    names, cells = grades.names, grades.overlay.cells
    heads = ["student", "status", "points", "points_of", "level"]
    for aspect in ASPECTS:
        heads += [aspect, f"{aspect}_of"]
    heads += ["errors", "extras", "guesses", "remarks", *(names.full(key) for key in cells)]
    rows: list[list[Cell]] = []
    column = {id(paper): i for i, paper in enumerate(grades.graded)}
    for paper in grades.papers:
        grade, result = paper.grade, grades.result(paper)
        if grade is None or result is None:
            rows.append([paper.name, "not read", *[None] * (len(heads) - 2)])
            continue
        findings = grades.findings(paper)
        row: list[Cell] = [paper.name, "graded", round(result.points, 3), result.possible, result.level]
        for mark in result.marks:
            row += [mark.tally.right, mark.tally.total] if mark.tally.total else [None, 0]
        errors = sum(not f.extra for f in findings)
        row += [errors, len(findings) - errors, len(grade.guesses), lines(grade.remarks)]
        rows.append([*row, *(states[column[id(paper)]] for states in cells.values())])
    return table([heads, *rows])


def _rows(grades: Grades, paper: Paper, *, reveal: bool) -> Iterator[Sequence[Cell]]:
    if paper.grade is None:
        for d in paper.diagnostics:
            at = d.position.line if d.position else None
            yield _row(paper, "not-read", line=at, finding=f"{d.severity}[{d.code}]: {d.message}", advice=d.help)
        return
    for f in grades.findings(paper):
        yield _finding(grades.names, paper, f, reveal=reveal)
    for m in paper.grade.guesses:
        yield _row(
            paper,
            "guess",
            student_id=m.student,
            statement_id=m.reference if reveal else "",
            finding="taken to be a statement of the reference by a guess that nobody has looked at",
            rests_on_guess=True,
        )
    for remark in paper.grade.remarks:
        yield _row(paper, "remark", finding=remark)


def _finding(names: Names, paper: Paper, f: Finding, *, reveal: bool) -> Sequence[Cell]:
    return _row(
        paper,
        f.kind,
        counts=not f.extra,
        statement=names.short.get(f.subject, "") if reveal else "",
        statement_id=f.subject if reveal else "",
        student_id=f.own,
        expected=(_place(f.expected) or f.wanted) if reveal else "",
        found=(_place(f.found) if reveal else "") or f.given,
        line=f.position.line if f.position else None,
        finding=f.says,
        advice=f.advice,
        answer=f.answer if reveal else "",
        rests_on_guess=f.guessed,
    )


def _place(place: Place | None) -> str:
    return f"{place.relation} of {place.upper or place.through}" if place else ""


def _row(paper: Paper, kind: str, **cells: Cell) -> Sequence[Cell]:
    known: dict[str, Cell] = {"student": paper.name, "kind": kind, "file": paper.file or None}
    return [(known | cells).get(column) for column in COLUMNS]
