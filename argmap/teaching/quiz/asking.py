"""One question out of its parts: an id that stays, options in an order of their own, and nothing that cannot stand."""

import hashlib
from collections.abc import Iterable, Sequence

from argmap.teaching.chance import shuffled
from argmap.teaching.quiz.values import Difficulty, Kind, Option, Question

FEWEST = 3  # options; with two, a guess is right every second time


def ask(
    kind: Kind,
    parts: Sequence[str],
    *,
    title: str,
    stem: Iterable[str],
    right: tuple[str, str],
    wrong: Iterable[tuple[str, str]],
    explanation: str,
    sources: Iterable[tuple[str, str]],
    difficulty: Difficulty,
    topics: Iterable[str],
    seed: int,
) -> Question | None:
    """The question; None where too few options are left that differ from each other.

    Args:
        kind: What kind of question it is.
        parts: What makes it this question and no other: its id is made of them, not of any words.
        title: What lists call it.
        stem: Its paragraphs.
        right: The right option, and what who chooses it is told.
        wrong: The others.
        explanation: Why.
        sources: Map and statement.
        difficulty: How hard it is.
        topics: What it can be asked for by.
        seed: Decides the order of the options.
    """
    digest = hashlib.sha256("\0".join((kind, *parts)).encode("utf-8", "surrogatepass")).hexdigest()
    id_ = f"{kind}-{digest[:10]}"
    options = {_folded(right[0]): Option(right[0], True, right[1])}
    for text, feedback in wrong:
        options.setdefault(_folded(text), Option(text, False, feedback))
    if len(options) < FEWEST:
        return None
    order = shuffled(options.values(), seed=seed, choice=f"options:{id_}", name=lambda option: option.text)
    return Question(
        id_,
        kind,
        title,
        tuple(stem),
        tuple(order),
        explanation,
        tuple(dict.fromkeys(sources)),
        difficulty,
        tuple(sorted({*topics, id_})),
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
