"""The overview of a class, for its teacher."""

from collections.abc import Iterator
from typing import Final

from argmap.teaching.grading import wording
from argmap.teaching.grading.blocks import Block, Item, Row, number
from argmap.teaching.grading.overlay import CELLS
from argmap.teaching.grading.papers import Grades
from argmap.teaching.grading.report import pairs

MOST: Final = 10
"""So many of a class's errors are told first."""


def guessed(grades: Grades) -> list[tuple[str, tuple[str, ...]]]:
    """The students of whom something was taken for the same by a guess, each with what."""
    return [(paper.name, found) for paper in grades.graded if (found := pairs(grades, paper))]


def remarked(grades: Grades) -> list[tuple[str, tuple[str, ...]]]:
    """The students in whose maps there is something to look at, each with what."""
    return [(paper.name, paper.grade.remarks) for paper in grades.graded if paper.grade and paper.grade.remarks]


def class_blocks(grades: Grades) -> Iterator[Block]:
    """The overview for a teacher: answers stand in it."""
    found, names, n = grades.overlay, grades.names, len(grades.graded)
    yield Block("", (_counts(grades),))
    if grades.unread:
        items = tuple(Item(p.name, tuple(str(d) for d in p.diagnostics)) for p in grades.unread)
        yield Block(f"Could not be read ({len(items)})", items=items)
    if not n:
        return
    if guesses := guessed(grades):
        items = tuple(Item(name, pairs) for name, pairs in guesses)
        yield Block("Taken to be the same, by a guess", ("Nobody has looked at these.",), items=items)
    if remarks := remarked(grades):
        yield Block("To look at", items=tuple(Item(name, told) for name, told in remarks))
    yield Block("By student", table=tuple(student_rows(grades)))
    if frequent := list(frequent_errors(grades)):
        more = len(frequent) - MOST
        rest = (f"{more} more were made by two or more; a page (--format html) tells them all.",) if more > 0 else ()
        yield Block(
            "Most frequent errors",
            items=tuple(Item(f"{count} {said}") for count, said in frequent[:MOST]),
            after=rest,
        )
    if found.by_all:
        yield Block("Found by all, and at the right place", items=tuple(Item(names.full(key)) for key in found.by_all))
    yield Block("By statement", table=tuple(statement_rows(grades)))
    legend = "; ".join(f"{CELLS[cell]} {words}" for cell, words in wording.CELL_WORDS.items())
    yield Block("Every student, every statement", (legend,), table=tuple(matrix_rows(grades)))
    yield Block("", (wording.EXTRA, wording.WORDING, wording.UNGRADED))


def _counts(grades: Grades) -> str:
    maps, unread = len(grades.papers), len(grades.unread)
    said = f"{maps} {'map' if maps == 1 else 'maps'}, {len(grades.graded)} graded"
    return f"{said}, {unread} could not be read" if unread else said


def frequent_errors(grades: Grades) -> Iterator[tuple[str, str]]:
    """The errors that two or more made, the most frequent first: how many, and what they did."""
    n = len(grades.graded)
    for each in grades.overlay.frequent:
        if each.finding.kind not in grades.rubric.ignore:
            yield wording.counted(len(each.students), n), wording.error(each.finding, grades.names)


def student_rows(grades: Grades) -> Iterator[Row]:
    """A row for each student: right of total by aspect, how many errors and extras, points, level."""
    heads = tuple(wording.ASPECT_SHORT.values())
    yield ("", *heads, "errors", "extra", "points", "level")
    for paper in grades.graded:
        result, findings = grades.result(paper), grades.findings(paper)
        if result:
            tallies = (f"{m.tally.right}/{m.tally.total}" if m.tally.total else "–" for m in result.marks)
            errors = sum(not f.extra for f in findings)
            points = f"{number(result.points)}/{number(result.possible)}"
            yield (paper.name, *tallies, str(errors), str(len(findings) - errors), points, result.level)


def statement_rows(grades: Grades) -> Iterator[Row]:
    """A row for each statement of the reference: how many found it, and where they put it."""
    found, names, n = grades.overlay, grades.names, len(grades.graded)
    yield ("", "found by", "right place", "put elsewhere")
    for key, puts in found.puts.items():
        right = [wording.counted(p.students, n) + f" {names.at(p.place)}" for p in puts if p.right]
        wrong = [wording.counted(p.students, n) + f" {names.at(p.place)}" for p in puts if not p.right]
        wrong += [f"{wording.counted(found.loose[key], n)} under nothing"] if found.loose[key] else []
        yield (names.full(key), wording.counted(found.found[key], n), "; ".join(right), "; ".join(wrong))


def matrix_rows(grades: Grades) -> Iterator[Row]:
    """A row for each student, a column for each statement by its short id."""
    cells, short = grades.overlay.cells, grades.names.short
    yield ("", *(short[key] for key in cells))
    for i, paper in enumerate(grades.graded):
        yield (paper.name, *(CELLS[row[i]] for row in cells.values()))
