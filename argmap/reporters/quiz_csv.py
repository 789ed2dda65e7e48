"""A quiz as a table: a row for each question."""

from collections.abc import Iterator
from typing import Final

from argmap.reporters.spreadsheet import Cell, lines, table
from argmap.teaching.quiz.values import Question, Quiz, letter

_MOST: Final = 4  # options of a question


def quiz_csv(quiz: Quiz) -> str:
    """The questions as CSV; cells that a spreadsheet would reckon with have an apostrophe in front."""
    letters = [letter(i) for i in range(max((len(q.options) for q in quiz.questions), default=_MOST))]
    head = [
        *("id", "kind", "difficulty", "question", *(f"option {each}" for each in letters), "right", "answer"),
        *(f"feedback {each}" for each in letters),
        *("explanation", "sources"),
    ]
    return table([head, *(list(_row(q, len(letters))) for q in quiz.questions)])


def _row(q: Question, most: int) -> Iterator[Cell]:
    none = [None] * (most - len(q.options))
    yield from (q.id, q.kind, q.difficulty, lines(q.stem))
    yield from (*(option.text for option in q.options), *none)
    yield from (q.letter, q.answer.text)
    yield from (*(option.feedback for option in q.options), *none)
    yield from (q.explanation, lines(f"{m}:{s}" for m, s in q.sources))
