"""The report to a student and the overview for a teacher, as headings, tables and items."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from argmap.teaching.grading import wording
from argmap.teaching.grading.overlay import CELLS
from argmap.teaching.grading.papers import Grades, Paper
from argmap.teaching.grading.records import Finding, Kind
from argmap.teaching.grading.rubric import Mark, Result

Row = tuple[str, ...]

MOST: Final = 10
"""So many of a class's errors are told first."""


@dataclass(frozen=True, slots=True)
class Item:
    """A thing told, and what is said below it."""

    head: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a report: lines, a table with its heads in the first row, items, and lines that follow them."""

    title: str
    lines: tuple[str, ...] = ()
    table: tuple[Row, ...] = ()
    items: tuple[Item, ...] = ()
    after: tuple[str, ...] = ()


def share(right: int, total: int) -> str:
    """A share of a hundred, rounded down, so that only all of it is 100 %; a dash for nothing.

    >>> share(199, 200), share(0, 0)
    ('99 %', '–')
    """
    return f"{100 * right // total} %" if total else "–"


def number(value: float | None) -> str:
    """Points with one digit where they need it; a dash for none.

    >>> number(4.0), number(2.5), number(None)
    ('4', '2.5', '–')
    """
    if value is None:
        return "–"
    return f"{value:.1f}".removesuffix(".0")


def paper_blocks(grades: Grades, paper: Paper, *, reveal: bool) -> Iterator[Block]:
    """The report to a student.

    Args:
        grades: All of them.
        paper: The student's.
        reveal: Whether answers are told too.
    """
    grade, result = paper.grade, grades.result(paper)
    if grade is None or result is None:
        found = tuple(Item(str(d)) for d in paper.diagnostics)
        yield Block("Could not be read", ("There is no grade: the file has to be mended first.",), items=found)
        return
    findings = grades.findings(paper)
    errors = [f for f in findings if not f.extra]
    if not errors:
        yield Block("", ("Everything in the reference is there, and stands where it stands there.",))
    yield Block("By kind", _sum(result), table=(_MARKS, *map(_row, result.marks)))
    for kind, group in by_kind(findings):
        items = tuple(_item(f, asked, reveal=reveal) for f, asked in group)
        yield Block(f"{wording.KIND_WORDS[kind]} ({len(items)})", items=items)
    if grade.guesses:
        yield Block(
            f"Taken to be the same, by a guess ({len(grade.guesses)})",
            ("Nobody has looked at these. What rests on them may be wrong.",),
            items=tuple(Item(pair(grades, paper, m.reference, m.student)) for m in grade.guesses),
        )
    if grade.remarks:
        yield Block("To look at", items=tuple(Item(remark) for remark in grade.remarks))
    notes = (wording.EXTRA,) if any(f.extra for f in findings) else ()
    yield Block("", (*notes, wording.WORDING, wording.UNGRADED))


_MARKS: Row = ("", "right", "of", "share", "level", "points", "of")


def _row(mark: Mark) -> Row:
    t = mark.tally
    figures = (str(t.right), str(t.total)) if t.total else ("–", "–")
    points = (number(mark.points), number(mark.possible))
    return (wording.ASPECT_WORDS[t.aspect], *figures, share(t.right, t.total), mark.level or "–", *points)


def _sum(result: Result) -> tuple[str, ...]:
    if not result.possible:
        return ("Nothing was to be counted.",)
    return (f"{number(result.points)} of {number(result.possible)} points, {result.level}; by kind:",)


def by_kind(findings: Sequence[Finding]) -> Iterator[tuple[Kind, list[tuple[Finding, str]]]]:
    """The findings of each kind with their questions; one that was asked of the finding before is not asked again.

    What is missing is known by its question alone, so there it is always asked.
    """
    for kind, group in groupby(findings, key=lambda f: f.kind):
        same = list(group)
        before = ["", *(f.advice for f in same)] if kind != "missing-statement" else [""] * len(same)
        yield kind, [(f, f.advice if f.advice != last else "") for f, last in zip(same, before, strict=False)]


def _item(f: Finding, asked: str, *, reveal: bool) -> Item:
    guessed = " (This rests on a guess.)" if f.guessed else ""
    at = place(f)
    head = f"{f.says}{f' [{at}]' if at else ''}{guessed}"
    return Item(head, tuple(x for x in (asked, f"Answer: {f.answer}" if reveal and f.answer else "") if x))


def place(f: Finding) -> str:
    """The line in the student's file, whatever the file is called there; "" where it is not known."""
    return f"line {f.position.line}" if f.position else ""


def pair(grades: Grades, paper: Paper, mine: str, theirs: str) -> str:
    """A statement of the student's, and the one of the reference it is taken for, in their words."""
    own = paper.map.statements[theirs].text if paper.map else theirs
    return f"“{own}” for “{grades.reference.statements[mine].text}”"


def class_blocks(grades: Grades) -> Iterator[Block]:
    """The overview for a teacher: answers stand in it."""
    found, names, n = grades.overlay, grades.names, len(grades.graded)
    yield Block("", (_counts(grades),))
    if grades.unread:
        items = tuple(Item(p.name, tuple(str(d) for d in p.diagnostics)) for p in grades.unread)
        yield Block(f"Could not be read ({len(items)})", items=items)
    if not n:
        return
    if guessing := [p for p in grades.graded if p.grade and p.grade.guesses]:
        items = tuple(
            Item(p.name, tuple(pair(grades, p, m.reference, m.student) for m in p.grade.guesses if p.grade))
            for p in guessing
            if p.grade
        )
        yield Block("Taken to be the same, by a guess", ("Nobody has looked at these.",), items=items)
    if remarks := [p for p in grades.graded if p.grade and p.grade.remarks]:
        items = tuple(Item(p.name, p.grade.remarks) for p in remarks if p.grade)
        yield Block("To look at", items=items)
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
        right = [wording.counted(p.students, n) + f" {wording.put(p, names)}" for p in puts if p.right]
        wrong = [wording.counted(p.students, n) + f" {wording.put(p, names)}" for p in puts if not p.right]
        wrong += [f"{wording.counted(found.loose[key], n)} under nothing"] if found.loose[key] else []
        yield (names.full(key), wording.counted(found.found[key], n), "; ".join(right), "; ".join(wrong))


def matrix_rows(grades: Grades) -> Iterator[Row]:
    """A row for each student, a column for each statement by its short id."""
    cells, short = grades.overlay.cells, grades.names.short
    yield ("", *(short[key] for key in cells))
    for i, paper in enumerate(grades.graded):
        yield (paper.name, *(CELLS[row[i]] for row in cells.values()))
