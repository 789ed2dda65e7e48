"""What reports of quizzes call kinds of question, and short names for questions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from argmap.reporters.visible import visible
from argmap.teaching.quiz.values import Kind, Question

KIND_WORDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        "relation": "How two points are related",
        "who-says": "Who says it",
        "role": "Which part somebody plays",
        "unstated": "What is left unsaid",
        "same-or-different": "Same or different",
    }
)

_LONGEST: Final = 200  # characters; Moodle cuts a name at 255


def name_of(question: Question) -> str:
    """The question's title as a plain name on one line, without what some programs would take for tags."""
    plain = visible(" ".join(question.title.split())).replace("<", "‹").replace(">", "›")
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
