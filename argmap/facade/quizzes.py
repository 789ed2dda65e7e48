# ruff: noqa: PLC0415  # every form is a room of its own: who writes one need not wait for the others
"""Quizzes: questions out of maps, and the files that programs for tests and cards read."""

import os
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, assert_never, get_args

from argmap import files
from argmap.errors import ArgmapError, FileProblem, UnknownName
from argmap.facade.comparing import compare
from argmap.facade.opening import FilePath, usable

if TYPE_CHECKING:
    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.model import ArgumentMap
    from argmap.teaching.quiz.values import Quiz

QuizForm = Literal["text", "markdown", "gift", "moodle-xml", "anki", "csv", "json"]

QUIZ_FORMS: Final[tuple[QuizForm, ...]] = get_args(QuizForm)

FORM_OF: Final[Mapping[str, QuizForm]] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".gift": "gift",
    ".xml": "moodle-xml",
    ".apkg": "anki",
    ".csv": "csv",
    ".json": "json",
}
"""The form that the ending of a file names."""


def make_quiz(
    *maps: "ArgumentMap | FilePath",
    kinds: Sequence[str] | None = None,
    count: int | None = None,
    about: str | Sequence[str] = (),
    alignment: "Sequence[FilePath | Correspondence]" = (),
    min_confidence: float = 0.0,
    title: str | None = None,
    seed: int = 1,
    limits: bool = True,
) -> "Quiz":
    """Questions on maps, each with one answer that the maps decide; `save` writes them for Moodle, Anki and others.

    Args:
        maps: Maps or their paths. Of two there are questions on how they compare, too.
        kinds: Of ``relation``, ``who-says``, ``role``, ``unstated`` and ``same-or-different``; all that so many maps
            can have, if not said.
        count: How many questions at most; all, if not said.
        about: Keys, ids of statements or findings, names or words: only questions about these.
        alignment: Rows that join statements of two maps, as for `compare`.
        min_confidence: Rows less sure than this, from 0 to 1, are left aside.
        title: What the quiz is called: the category in Moodle, the deck in Anki.
        seed: Another whole number takes other questions, and puts options in another order.
        limits: As for `load`.

    Raises:
        InvalidMap: A map or an alignment file has errors.
        ArgmapError: There is no map, no such kind, or nothing about what was asked for.
    """
    from argmap.teaching.quiz.making import make_quiz as questions
    from argmap.teaching.quiz.values import KINDS
    from argmap.text import did_you_mean

    if not maps:
        raise ArgmapError("there is nothing to ask about: give a map")
    if count is not None and count < 1:
        raise ArgmapError(f"'count' is a number of questions, 1 or more, not {count!r}")
    if alignment and len(maps) != 2:
        raise ArgmapError("an alignment joins the statements of two maps")
    if min_confidence and len(maps) != 2:
        raise ArgmapError("'min_confidence' is for the rows that join two maps; leave it out")
    for kind in kinds or ():
        if kind not in KINDS:
            raise UnknownName("kind of question", kind, KINDS, hint=did_you_mean(kind, KINDS))
    opened = [u.document for u in usable(maps, limits=limits)]
    if twice := [id_ for id_, n in Counter(m.id for m in opened).items() if n > 1]:
        raise ArgmapError(f"two maps are called {twice[0]!r}; give each map an id of its own")
    both = (
        compare(*opened, alignment=alignment, min_confidence=min_confidence, limits=limits, metrics=False)
        if len(opened) == 2
        else None
    )
    return questions(
        *opened,
        comparison=both,
        kinds=[kind for kind in KINDS if (kind in kinds if kinds else both or kind != "same-or-different")],
        count=count,
        about=(about,) if isinstance(about, str) else about,
        title=title,
        seed=seed,
    )


def quiz_as(quiz: "Quiz", form: QuizForm, *, width: int = 80, modified: int | None = None) -> str | bytes:
    """The quiz in a form: bytes of a deck for Anki, else text.

    Args:
        quiz: What `make_quiz` gave.
        form: One of `QUIZ_FORMS`.
        width: How wide text may be, in columns.
        modified: Of a deck: when its cards count as changed, in seconds since 1970. If not said, now, or what the
            environment has in ``SOURCE_DATE_EPOCH``.
    """
    match form:
        case "text":
            from argmap.reporters.quiz_text import quiz_text

            return quiz_text(quiz, width=width)
        case "markdown":
            from argmap.reporters.quiz_text import quiz_markdown

            return quiz_markdown(quiz)
        case "gift":
            from argmap.reporters.quiz_gift import quiz_gift

            return quiz_gift(quiz)
        case "moodle-xml":
            from argmap.reporters.quiz_moodle_xml import quiz_moodle_xml

            return quiz_moodle_xml(quiz)
        case "anki":
            from argmap.reporters.quiz_anki import quiz_anki

            return quiz_anki(quiz, modified=_now() if modified is None else modified)
        case "csv":
            from argmap.reporters.quiz_csv import quiz_csv

            return quiz_csv(quiz)
        case "json":
            from argmap.reporters.quiz_json import quiz_json

            return quiz_json(quiz)
        case _:
            assert_never(form)


def save_quiz(quiz: "Quiz", path: FilePath) -> tuple[str, ...]:
    """The path of the file written, in the form that its ending names.

    Raises:
        FileProblem: It cannot be written, or its ending names no form.
    """
    name = fspath(path)
    form = FORM_OF.get(Path(name).suffix.lower())
    if form is None:
        raise FileProblem(f"{name!r} is no name for a quiz; end it with {', '.join(FORM_OF)}")
    made = quiz_as(quiz, form)
    # in a table CR LF ends a line everywhere, and Windows would add a CR to it
    files.write(name, made.encode() if form == "csv" and isinstance(made, str) else made)
    return (name,)


def _now() -> int:
    """The time, as reproducible builds may set it."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(given) if given.isascii() and given.isdecimal() else int(time.time())
