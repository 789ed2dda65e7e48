"""A quiz as a table, as text, as Markdown, as JSON."""

import csv
import io
import json
from collections.abc import Callable

import pytest
import quizzes

from argmap.reporters.quiz_csv import quiz_csv
from argmap.reporters.quiz_gift import quiz_gift
from argmap.reporters.quiz_json import quiz_json
from argmap.reporters.quiz_moodle_xml import quiz_moodle_xml
from argmap.reporters.quiz_text import quiz_markdown, quiz_text
from argmap.reporters.spreadsheet import original
from argmap.teaching.quiz.values import KINDS, NOTICE, Quiz

BOTH = pytest.mark.parametrize("quiz", [quizzes.shipped(), quizzes.hostile()], ids=["shipped", "hostile"])


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("quiz.txt", quiz_text),
        ("quiz.md", quiz_markdown),
        ("quiz.gift", quiz_gift),
        ("quiz.xml", quiz_moodle_xml),
        ("quiz.json", quiz_json),
    ],
)
def test_the_reports_of_a_small_quiz(
    name: str, report: Callable[[Quiz], str], golden: Callable[[str, str], None]
) -> None:
    assert {q.kind for q in quizzes.small().questions} == set(KINDS)
    golden(f"quiz/{name}", report(quizzes.small()))


@BOTH
def test_a_table_has_a_row_for_each_question(quiz: Quiz) -> None:
    rows = list(csv.DictReader(io.StringIO(quiz_csv(quiz), newline="")))
    assert [row["id"] for row in rows] == [q.id for q in quiz.questions]
    for q, row in zip(quiz.questions, rows, strict=True):
        assert [original(row[f"option {c}"]) for c in "ABCD"[: len(q.options)]] == [o.text for o in q.options]
        assert original(row[f"option {row['right']}"]) == original(row["answer"]) == q.answer.text
        assert original(row["explanation"]) == q.explanation
        assert row["sources"].splitlines() == [f"{m}:{s}" for m, s in q.sources]


def test_no_cell_begins_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(quiz_csv(quizzes.hostile()), newline="")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "＝", "\t"))]


@BOTH
@pytest.mark.parametrize("width", [40, 80])
def test_text_is_no_wider_than_asked_and_the_key_is_at_the_end(quiz: Quiz, width: int) -> None:
    whole = quiz_text(quiz, width=width)
    questions, key = whole.split("\nKey\n───\n")
    assert max(map(len, whole.splitlines())) <= width
    assert sum(line.startswith(tuple("0123456789")) for line in questions.splitlines()) == len(quiz.questions)
    for number, q in enumerate(quiz.questions, start=1):
        assert f"\n{number}. {q.letter}  " in key
    assert "Right." not in questions


@BOTH
def test_markdown_has_a_heading_for_each_kind_and_one_for_the_key(quiz: Quiz) -> None:
    lines = quiz_markdown(quiz).splitlines()
    assert sum(line.startswith("## ") for line in lines) == len({q.kind for q in quiz.questions}) + 1
    assert sum(line.startswith("- A) ") for line in lines) == len(quiz.questions)
    assert not [line for line in lines if line.lstrip().startswith("<")]


@BOTH
def test_json_holds_everything(quiz: Quiz) -> None:
    whole = json.loads(quiz_json(quiz))
    assert (whole["argmap-quiz"], whole["notice"], whole["seed"]) == (1, NOTICE, 1)
    for q, read in zip(quiz.questions, whole["questions"], strict=True):
        assert read["stem"] == list(q.stem)
        assert [o["text"] for o in read["options"] if o["right"]] == [q.answer.text]
        assert read["answer"] == q.letter
        assert [(s["map"], s["statement"]) for s in read["sources"]] == list(q.sources)
