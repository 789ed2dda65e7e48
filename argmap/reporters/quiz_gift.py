"""A quiz in GIFT, the text format that Moodle imports.

Source: the page "GIFT format" of Moodle's documentation. Marks of GIFT stand behind a backslash; texts are HTML.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from argmap.reporters.quiz_html import escaped, paragraphs
from argmap.reporters.quiz_words import KIND_WORDS, name_of
from argmap.reporters.visible import visible
from argmap.teaching.quiz.values import NOTICE, Question, Quiz

_MARKS: Final = re.compile(r"([\\~=#{}:])")
_AT_START: Final = {"[": "&#91;", "%": "&#37;"}  # would name a format of text, or a share of the points

_NO_CATEGORY: Final = re.compile(r"[\\~=#{}<>$]+")  # in names of categories nothing can be escaped but the slash


def quiz_gift(quiz: Quiz) -> str:
    """The questions, a category for each kind; lines of comment hold what an import leaves aside."""
    head = [f"// {line}" for line in (visible(quiz.title), *_folded(NOTICE))]
    blocks = ["\n".join(head)]
    for kind, questions in groupby(quiz.questions, key=lambda q: q.kind):
        blocks.append(f"$CATEGORY: {category(quiz.title)}/{KIND_WORDS[kind]}")
        blocks += ["\n".join(_lines(q)) for q in questions]
    return "\n\n".join(blocks) + "\n"


def category(title: str) -> str:
    """A title as part of a path of categories, in which a slash is written twice."""
    plain = " ".join(_NO_CATEGORY.sub(" ", visible(title)).split())
    return plain.replace("/", "//").strip("/ ") or "Quiz"


def _lines(q: Question) -> Iterator[str]:
    yield f"// [id:{q.id}] [tag:{q.kind}] [tag:{q.difficulty}]"
    yield f"::{_marked(name_of(q))}::[html]{_marked(paragraphs(q.stem))}{{"
    for option in q.options:
        sign = "=" if option.right else "~"
        yield f"\t{sign}{_text(option.text)}#{_text(option.feedback)}"
    yield f"\t####{_text(q.explanation)}"
    yield "}"


def _text(text: str) -> str:
    plain = escaped(text)
    return _marked(_AT_START.get(plain[:1], plain[:1]) + plain[1:])


def _marked(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _folded(text: str) -> list[str]:
    first, _, rest = text.partition(". ")
    return [f"{first}.", rest]
