"""Statements that have a new id and a slightly other text: the same one, or only perhaps."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Final

from argmap.model import Statement
from argmap.text import fold, likeness
from argmap.versions.surroundings import Neighbours

SURE: Final = 0.9
PERHAPS: Final = 0.7
MARGIN: Final = 0.05  # by which the second best has to be worse
_BLOCK: Final = 64  # pairs that one common word, or one common neighbour, may propose: it says little if it is many

_WORDS: Final = re.compile(r"(?=([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}))|(\w+)")
_NUMBERS: Final = re.compile(r"\d+(?:[.,]\d+)*")
_NEGATIONS: Final = re.compile(
    r"\b(?:not?|never|none|nor|neither|without|cannot|hardly|nobody|nothing)\b|n't\b|不|没|無|未|안|없"
)

Matches = Mapping[str, str]


def alike(
    old: Mapping[str, Statement], new: Mapping[str, Statement], *, around: tuple[Neighbours, Neighbours]
) -> tuple[Matches, Matches]:
    """Old ids with the new id of what is surely, and of what is perhaps, the same statement.

    Two statements can be the same only if each is the other's best match, by at least 0.05. They surely are if their
    likeness is at least 0.9, they have a neighbour in common (both above or both below, by one relation), and neither
    type, `says`, numbers nor negations differ. They perhaps are from 0.7 on.

    Args:
        old: The statements of the old version that are gone.
        new: The statements of the new version that have come.
        around: The surroundings in both versions, as far as they are settled, in one vocabulary of ids.
    """
    was, now = ({key: fold(s.text).casefold() for key, s in version.items()} for version in (old, new))
    scores = {pair: likeness(was[pair[0]], now[pair[1]]) for pair in dict.fromkeys(_proposed(was, now, around))}
    sure, perhaps = {}, {}
    for a, b in _mutual({pair: score for pair, score in scores.items() if score >= PERHAPS - MARGIN}):
        certain = (
            scores[a, b] >= SURE
            and not set(around[0][a]).isdisjoint(around[1][b])
            and (old[a].type, old[a].says) == (new[b].type, new[b].says)
            and _telling(was[a]) == _telling(now[b])
        )
        if certain:
            sure[a] = b
        elif scores[a, b] >= PERHAPS:
            perhaps[a] = b
    return sure, perhaps


def _telling(text: str) -> tuple[list[str], list[str]]:
    """The words that turn a sentence into another one, however few letters they have."""
    return _NUMBERS.findall(text), _NEGATIONS.findall(text)


def _proposed(
    was: Mapping[str, str], now: Mapping[str, str], around: tuple[Neighbours, Neighbours]
) -> Iterator[tuple[str, str]]:
    """Pairs worth a closer look: they share a word that few have, or a neighbour that few have."""
    for marks in (
        ({k: _words(text) for k, text in was.items()}, {k: _words(text) for k, text in now.items()}),
        ({k: around[0][k] for k in was}, {k: around[1][k] for k in now}),
    ):
        left, right = _index(marks[0]), _index(marks[1])
        for mark, olds in left.items():
            news = right.get(mark, ())
            if len(olds) * len(news) <= _BLOCK:
                yield from ((a, b) for a in olds for b in news)


def _words(text: str) -> set[str]:
    return {two or word for two, word in _WORDS.findall(text)}


def _index(marks: Mapping[str, Iterable[Hashable]]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for key, of in marks.items():
        for mark in dict.fromkeys(of):
            found[mark].append(key)
    return found


def _mutual(scores: Mapping[tuple[str, str], float]) -> Iterator[tuple[str, str]]:
    """The pairs that are the best of both by the margin."""
    left: dict[str, list[float]] = defaultdict(list)
    right: dict[str, list[float]] = defaultdict(list)
    for (a, b), score in scores.items():
        left[a].append(score)
        right[b].append(score)
    for (a, b), score in scores.items():
        if all(_alone(score, others) for others in (left[a], right[b])):
            yield a, b


def _alone(score: float, scores: list[float]) -> bool:
    """Whether a score is the only one that is not clearly below it."""
    return sum(other > score - MARGIN for other in scores) == 1
