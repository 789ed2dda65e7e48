"""Grades -> pages: a report to each student, an overview for the teacher."""

from collections.abc import Sequence
from typing import Any, Final

from argmap.hypertext.document import document
from argmap.teaching.grading import wording
from argmap.teaching.grading.blocks import number, share
from argmap.teaching.grading.class_report import (
    MOST,
    frequent_errors,
    guessed,
    matrix_rows,
    remarked,
    statement_rows,
    student_rows,
)
from argmap.teaching.grading.overlay import CELLS
from argmap.teaching.grading.papers import Grades, Paper
from argmap.teaching.grading.report import by_kind, pairs, place, unerring

_ROOM: Final = "argmap.hypertext.grades"
_NOTES: Final = (wording.EXTRA, wording.WORDING, wording.UNGRADED)


def paper_page(grades: Grades, paper: Paper, *, reveal: bool = False) -> str:
    """The report to a student; what the reference has stands in it only with `reveal`."""
    values = {"title": grades.title, "paper": report(grades, paper, reveal=reveal), "notes": _NOTES}
    return document(_ROOM, "paper.html", values, styles=["grades.css"], scripts=["kinds.js"])


def class_page(grades: Grades, *, with_reports: bool = False, links: Sequence[str] = ()) -> str:
    """The overview of a class, for its teacher: answers stand in it.

    Args:
        grades: What came of grading.
        with_reports: Whether the reports to all students stand below it.
        links: The files of the reports, in the order of the papers.
    """
    overlay, n = grades.overlay, len(grades.graded)
    files = {paper.name: link for paper, link in zip(grades.papers, links, strict=False)}
    values = {
        "title": grades.title,
        "maps": len(grades.papers),
        "graded": n,
        "unread": [(paper.name, [str(d) for d in paper.diagnostics]) for paper in grades.unread],
        "students": list(student_rows(grades)),
        "links": files,
        "frequent": list(frequent_errors(grades)),
        "most": MOST,
        "by_all": [grades.names.full(key) for key in overlay.by_all],
        "statements": list(statement_rows(grades)),
        "matrix": list(matrix_rows(grades)),
        "heads": [grades.names.full(key) for key in overlay.cells],
        "cells": {CELLS[cell]: (cell, words) for cell, words in wording.CELL_WORDS.items()},
        "guessed": guessed(grades),
        "remarks": remarked(grades),
        "reports": [report(grades, paper, reveal=True) for paper in grades.papers] if with_reports else [],
        "notes": _NOTES,
    }
    return document(_ROOM, "class.html", values, styles=["grades.css"], scripts=["kinds.js", "sorting.js"])


def report(grades: Grades, paper: Paper, *, reveal: bool) -> dict[str, Any]:
    """What the template of a report asks for."""
    result, findings = grades.result(paper), grades.findings(paper)
    marks = [
        {
            "name": wording.ASPECT_WORDS[mark.tally.aspect],
            "right": str(mark.tally.right) if mark.tally.total else "–",
            "total": str(mark.tally.total) if mark.tally.total else "–",
            "share": share(mark.tally.right, mark.tally.total),
            "level": mark.level or "–",
            "points": number(mark.points),
            "possible": number(mark.possible),
        }
        for mark in (result.marks if result else ())
    ]
    return {
        "name": paper.name,
        "unread": [str(d) for d in paper.diagnostics],
        "praise": unerring(grades, paper),
        "marks": marks,
        "points": number(result.points) if result else "",
        "possible": number(result.possible) if result else "",
        "level": result.level if result else "",
        "kinds": [
            {
                "kind": kind,
                "name": wording.KIND_WORDS[kind],
                "findings": [
                    {
                        "says": f.says,
                        "advice": asked,
                        "answer": f.answer if reveal else "",
                        "at": place(f),
                        "guessed": f.guessed,
                    }
                    for f, asked in group
                ],
            }
            for kind, group in by_kind(findings)
        ],
        "guesses": pairs(grades, paper),
        "remarks": list(paper.grade.remarks) if paper.grade else [],
    }
