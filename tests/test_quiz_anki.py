"""A quiz as a deck of Anki: opened as what it is, a database in an archive; and by Anki itself, where it is there."""

import builtins
import html
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import quizzes

from argmap.errors import ArgmapError
from argmap.reporters.quiz_anki import card_text, name_of_deck, quiz_anki
from argmap.reporters.quiz_words import KIND_WORDS
from argmap.teaching.quiz.values import Quiz

pytest.importorskip("genanki", reason="needs the extra anki")

BOTH = pytest.mark.parametrize("quiz", [quizzes.shipped(), quizzes.hostile()], ids=["shipped", "hostile"])
NOW = 1_700_000_000


@contextmanager
def database(deck: bytes, folder: Path) -> Iterator[sqlite3.Connection]:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == ["collection.anki2", "media"]
        assert json.loads(archive.read("media")) == {}
        (folder / "collection.anki2").write_bytes(archive.read("collection.anki2"))
    with closing(sqlite3.connect(folder / "collection.anki2")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        yield connection


@BOTH
def test_every_question_is_a_note_with_one_card(quiz: Quiz, tmp_path: Path) -> None:
    with database(quiz_anki(quiz, modified=NOW), tmp_path) as db:
        assert db.execute("SELECT count(*) FROM notes").fetchone() == (len(quiz.questions),)
        assert db.execute("SELECT count(*), count(DISTINCT nid) FROM cards").fetchone() == (len(quiz.questions),) * 2
        (models,) = db.execute("SELECT models FROM col").fetchone()
        fields = [[field["name"] for field in model["flds"]] for model in json.loads(models).values()]
        assert fields == [["Question", "Options", "Answer", "Explanation", "About", "Id"]]


@BOTH
def test_the_fields_say_what_was_asked(quiz: Quiz, tmp_path: Path) -> None:
    with database(quiz_anki(quiz, modified=NOW), tmp_path) as db:
        rows = db.execute("SELECT flds, tags FROM notes ORDER BY id").fetchall()
    for q, (row, tags) in zip(quiz.questions, rows, strict=True):
        stem, options, answer, explanation, about, id_ = row.split("\x1f")
        assert quizzes.words(stem) == quizzes.stem(q)
        items = options.removeprefix("<ol><li>").removesuffix("</li></ol>").split("</li><li>")
        assert [quizzes.words(item) for item in items] == [quizzes.shown(o.text) for o in q.options]
        assert quizzes.words(answer) == f"{q.letter}. {quizzes.shown(q.answer.text)}"
        assert quizzes.words(explanation) == quizzes.shown(q.explanation)
        assert (about, id_) == (KIND_WORDS[q.kind], q.id)
        assert tags.split() == ["argmap", f"argmap::{q.kind}", f"argmap::{q.difficulty}"]


def test_nothing_in_a_field_acts_in_anki() -> None:
    hostile = r"[sound:x.mp3] [latex]\input{x}[/latex] {{Answer}} <script> \(x\)"
    assert not set(card_text(hostile)) & set("[]{}\\<>")
    assert html.unescape(card_text(hostile)) == hostile


@BOTH
def test_the_same_quiz_and_time_give_the_same_bytes(quiz: Quiz) -> None:
    assert quiz_anki(quiz, modified=NOW) == quiz_anki(quiz, modified=NOW)
    assert quiz_anki(quiz, modified=NOW) != quiz_anki(quiz, modified=NOW + 1)


def test_ids_stay_when_words_and_order_change(tmp_path: Path) -> None:
    quiz = quizzes.shipped()
    changed = replace(quiz, questions=tuple(replace(q, stem=("Anew?",)) for q in reversed(quiz.questions)))
    found = []
    for each in (quiz, changed):
        with database(quiz_anki(each, modified=NOW), tmp_path) as db:
            notes = {guid for (guid,) in db.execute("SELECT guid FROM notes")}
            decks = {did for (did,) in db.execute("SELECT DISTINCT did FROM cards")}
            found.append((notes, decks, {mid for (mid,) in db.execute("SELECT DISTINCT mid FROM notes")}))
    assert found[0] == found[1]
    assert len(found[0][0]) == len(quiz.questions)


def test_a_title_names_one_deck() -> None:
    assert name_of_deck("Koga :::: Ho\n2") == "Koga : Ho 2"


def test_without_genanki_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **options: Any) -> Any:
        if name == "genanki":
            raise ImportError(name)
        return real(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ArgmapError, match=r"pip install 'argmap\[anki\]'"):
        quiz_anki(quizzes.shipped(), modified=NOW)


@BOTH
def test_anki_imports_it_and_a_newer_one_replaces_and_adds_none_twice(quiz: Quiz, tmp_path: Path) -> None:
    collections = pytest.importorskip("anki.collection", reason="needs the package anki")
    collection = collections.Collection(str(tmp_path / "own.anki2"))

    def imported(each: Quiz, modified: int) -> list[Any]:
        (tmp_path / "quiz.apkg").write_bytes(quiz_anki(each, modified=modified))
        request = collections.ImportAnkiPackageRequest(package_path=str(tmp_path / "quiz.apkg"))
        collection.import_anki_package(request)
        return [collection.get_note(note) for note in collection.find_notes("")]

    try:
        first = imported(quiz, NOW)
        assert sorted(note["Id"] for note in first) == sorted(q.id for q in quiz.questions)
        again = imported(
            replace(quiz, questions=tuple(replace(q, explanation="Anew.") for q in quiz.questions)), NOW + 9
        )
        assert len(again) == len(first) == collection.card_count()
        assert {note["Explanation"] for note in again} == {"<p>Anew.</p>"}
        question, answer = (again[0].cards()[0].render_output().question_text, again[0].cards()[0].answer())
        assert again[0]["Question"] in question
        assert again[0]["Answer"] in answer
    finally:
        collection.close()
