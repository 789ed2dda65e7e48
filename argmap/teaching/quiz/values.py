"""A quiz as a value: questions, their options, and where the answer stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

Kind = Literal["relation", "who-says", "role", "unstated", "same-or-different"]
Difficulty = Literal["easy", "medium", "hard"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

NOTICE: Final = (
    "Statements are in the words of whoever made the map. Only what stands in “quotation marks” before a place such as "
    "(¶3) is quoted from a text."
)
"""What every quiz tells its readers."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from, and what somebody who chooses it is told."""

    text: str
    right: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with one right option.

    Attributes:
        id: The same whenever the question is made again, whatever the seed and the words: ``relation-0c1d2e3f4a``.
        title: What lists of questions call it; it gives no answer away.
        stem: What is asked, in paragraphs.
        options: In the order to show them.
        explanation: Why the right one is right, with quotations and their places.
        sources: Map and statement of all that the question rests on.
        topics: What it can be asked for by: keys, ids of statements and findings.
    """

    id: str
    kind: Kind
    title: str
    stem: tuple[str, ...]
    options: tuple[Option, ...]
    explanation: str
    sources: tuple[tuple[str, str], ...]
    difficulty: Difficulty
    topics: tuple[str, ...] = field(default=())

    @property
    def answer(self) -> Option:
        """The right option."""
        return next(option for option in self.options if option.right)

    @property
    def letter(self) -> str:
        """The letter of the right option."""
        return letter(self.options.index(self.answer))


@dataclass(frozen=True, slots=True)
class Quiz:
    """Questions in the order of their kinds.

    Attributes:
        maps: Ids of the maps asked about.
        missing: The kinds that were asked for and gave no question, each with the reason.
    """

    title: str
    maps: tuple[str, ...]
    questions: tuple[Question, ...]
    seed: int
    missing: Mapping[Kind, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Quiz(title={self.title!r}, questions={len(self.questions)})"


def letter(index: int) -> str:
    """What an option is called: A, B, C."""
    return chr(ord("A") + index)
