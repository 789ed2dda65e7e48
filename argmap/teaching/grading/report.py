"""The report to a student."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from argmap.teaching.grading import wording
from argmap.teaching.grading.blocks import Block, Item, Row, number, share
from argmap.teaching.grading.papers import Grades, Paper
from argmap.teaching.grading.records import Finding, Kind
from argmap.teaching.grading.rubric import Mark, Result


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
    if praise := unerring(grades, paper):
        yield Block("", (praise,))
    yield Block("By kind", _sum(result), table=(_MARKS, *map(_row, result.marks)))
    for kind, group in by_kind(findings):
        items = tuple(_item(f, asked, reveal=reveal) for f, asked in group)
        yield Block(f"{wording.KIND_WORDS[kind]} ({len(items)})", items=items)
    if grade.guesses:
        yield Block(
            f"Taken to be the same, by a guess ({len(grade.guesses)})",
            ("Nobody has looked at these. What rests on them may be wrong.",),
            items=tuple(map(Item, pairs(grades, paper))),
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


def unerring(grades: Grades, paper: Paper) -> str:
    """What is said of a map without errors; "" of one with any. Where the rubric overlooked some, it is said too."""
    if paper.grade is None or any(not f.extra for f in grades.findings(paper)):
        return ""
    return wording.OVERLOOKED if paper.grade.errors else wording.UNERRING


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


def pairs(grades: Grades, paper: Paper) -> tuple[str, ...]:
    """What a guess took for the same: a statement of the student's, for one of the reference, in their words."""
    mine, theirs = grades.reference.statements, paper.map.statements if paper.map else {}
    guesses = paper.grade.guesses if paper.grade else ()
    return tuple(f"“{theirs[m.student].text}” for “{mine[m.reference].text}”" for m in guesses)
