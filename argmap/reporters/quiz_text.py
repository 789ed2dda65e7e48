"""A quiz to read and print: the questions, and the key apart from them at the end."""

from collections.abc import Iterator
from itertools import groupby

from argmap.reporters.markdown_escape import escape
from argmap.reporters.quiz_words import KIND_WORDS
from argmap.reporters.visible import visible
from argmap.teaching.quiz.values import NOTICE, Question, Quiz, letter
from argmap.typesetting import wrap


def quiz_text(quiz: Quiz, *, width: int = 80) -> str:
    """The quiz as text, no line wider than `width` columns."""
    width = max(width, 40)
    out = [*wrap(visible(quiz.title), width), "", *wrap(NOTICE, width), ""]
    for heading, numbered in _by_kind(quiz):
        out += [heading, "─" * min(len(heading), width), ""]
        for number, q in numbered:
            out += [
                *_hung(f"{number}. ", q.stem[0], width),
                *(line for p in q.stem[1:] for line in _hung("   ", p, width)),
            ]
            out += [line for i, o in enumerate(q.options) for line in _hung(f"   {letter(i)}) ", o.text, width)]
            out.append("")
    out += ["Key", "───", ""]
    for _, numbered in _by_kind(quiz):
        for number, q in numbered:
            out += _hung(f"{number}. {q.letter}  ", f"{q.answer.text} — {q.explanation}", width)
    return "\n".join(out) + "\n"


def quiz_markdown(quiz: Quiz) -> str:
    """The quiz as Markdown, under headings."""
    out = [f"# {escape(quiz.title)}", escape(NOTICE)]
    for heading, numbered in _by_kind(quiz):
        out.append(f"## {heading}")
        for number, q in numbered:
            out.append(f"**{number}.** {escape(q.stem[0])}")
            out += map(_part, q.stem[1:])
            out.append("\n".join(f"- {letter(i)}) {escape(option.text)}" for i, option in enumerate(q.options)))
    out.append("## Key")
    for _, numbered in _by_kind(quiz):
        for number, q in numbered:
            out.append(f"**{number}. {q.letter}** {escape(q.answer.text)}: {escape(q.explanation)}")
    return "\n\n".join(out) + "\n"


def _part(text: str) -> str:
    """A part of a question; of several points, each is an item of a list."""
    number, point, said = text.partition(". ")
    return f"{number}. {escape(said)}" if point and number.isdecimal() else escape(text)


def _by_kind(quiz: Quiz) -> Iterator[tuple[str, list[tuple[int, Question]]]]:
    """The questions under what their kind is called, numbered through."""
    for kind, numbered in groupby(enumerate(quiz.questions, start=1), key=lambda pair: pair[1].kind):
        yield KIND_WORDS[kind], list(numbered)


def _hung(mark: str, text: str, width: int) -> list[str]:
    """The text behind a mark, further lines under its first letter."""
    first, *rest = wrap(visible(text), width - len(mark)) or [""]
    return [mark + first, *(" " * len(mark) + line for line in rest)]
