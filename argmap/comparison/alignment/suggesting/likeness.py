"""How alike the statements of two maps are in their words; only pairs that share something are looked at."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from argmap.comparison.alignment.suggesting.terms import grams, stem, words

Pair = tuple[int, int]  # the places of a left and a right statement
Scores = Mapping[Pair, float]


@dataclass(frozen=True, slots=True)
class Content:
    """What a statement says, for a `Similarity` to judge.

    Attributes:
        text: Its text, and its quotation.
        tags: Keys that it shares with statements of the other map, by names that mean one thing in both.
        words: The words of the text; computed.
    """

    text: str
    tags: frozenset[str] = frozenset()
    words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", words(self.text))

    @property
    def terms(self) -> frozenset[str]:
        """Words and tags; a tag has a mark before it that no word has."""
        return self.words | {f"#{tag}" for tag in self.tags} if self.tags else self.words


Similarity = Callable[[Sequence[Content], Sequence[Content]], Scores]
"""From the statements of two maps to scores in [0, 1] of the pairs worth a look; the others count as 0.

Swapping the maps must swap the pairs and nothing else, and the order of the statements must not matter but for ties.
"""

CANDIDATES: Final = 12
"""How many of the other map's statements are looked at closely for each statement, at least."""

CHEAP: Final = 10_000
"""So many pairs take no time: in small maps all of them are looked at."""

LOOKS: Final = 1000
"""How many entries of the index are looked at for each statement, those of its rarest terms first."""


def by_words(left: Sequence[Content], right: Sequence[Content]) -> Scores:
    """How much of what two statements say they say in common: one third by terms, two by the grams of words.

    Both are the cosine of idf vectors that count a term once. A pair is looked at only if it shares a tag, a word or
    the first five letters of one, and is among the best of either statement in those.
    """
    both = (*left, *right)
    n = len(left)
    terms = _Weighed([c.terms for c in both])
    parts = _Weighed([frozenset().union(*map(grams, c.words)) for c in both])
    pairs = _candidates(_keys(both), n)
    return {(i, j): (terms.cosine(i, n + j) + 2 * parts.cosine(i, n + j)) / 3 for i, j in pairs}


_SCALE: Final = 1 << 16


def information(sets: Iterable[frozenset[str]]) -> dict[str, int]:
    """The weight of each term: its squared idf, (1 + ln((1+N)/(1+df)))², in whole steps of 2⁻¹⁶.

    Sums of whole numbers are the same in any order; those of fractions are not.
    """
    df: Counter[str] = Counter()
    total = 0
    for one in sets:
        df.update(one)
        total += 1
    by_count = {k: round(_SCALE * (1 + math.log((1 + total) / (1 + k))) ** 2) for k in set(df.values())}
    return {term: by_count[k] for term, k in df.items()}


class _Weighed:
    """Sets of terms under their weights."""

    def __init__(self, sets: Sequence[frozenset[str]]) -> None:
        self._sets = sets
        self._weight = information(sets).__getitem__
        self._length = [math.sqrt(sum(map(self._weight, one))) for one in sets]

    def cosine(self, i: int, j: int) -> float:
        shared = self._sets[i] & self._sets[j]
        return min(1.0, sum(map(self._weight, shared)) / (self._length[i] * self._length[j])) if shared else 0.0


def _keys(contents: Sequence[Content]) -> list[frozenset[str]]:
    """For each statement what a pair has to share one of: terms, and stems that several words have."""
    forms = Counter(map(stem, frozenset().union(*(c.words for c in contents))))
    stems = {word: f"{stem(word)}…" for c in contents for word in c.words if forms[stem(word)] > 1}
    return [c.terms | {stems[word] for word in c.words if word in stems} for c in contents]


def _candidates(keys: Sequence[frozenset[str]], n: int) -> set[Pair]:
    """The best pairs of every statement by shared keys; the first `n` statements are the left ones."""
    weight = information(keys)
    left, right = range(n), range(n, len(keys))
    each = max(CANDIDATES, CHEAP // max(1, len(left), len(right)))
    found = {(i, j - n) for i, shared in _sharing(left, right, keys, weight) for j in _largest(shared, each)}
    back = {(i, j - n) for j, shared in _sharing(right, left, keys, weight) for i in _largest(shared, each)}
    return found | back


def _sharing(
    rows: range, others: range, keys: Sequence[frozenset[str]], weight: Mapping[str, int]
) -> Iterator[tuple[int, Mapping[int, int]]]:
    """For each row the others that share keys with it, and how much, by an inverted index."""
    index: dict[str, list[int]] = {}
    for j in others:
        for key in keys[j]:
            index.setdefault(key, []).append(j)
    for i in rows:
        shared: dict[int, int] = {}
        seen = 0
        for key in sorted(keys[i] & index.keys(), key=lambda key: (len(index[key]), key)):
            seen += len(index[key])
            if seen > LOOKS and shared:
                break
            value = weight[key]
            for j in index[key][:LOOKS]:
                shared[j] = shared.get(j, 0) + value
        yield i, shared


def _largest(values: Mapping[int, int], count: int) -> Iterable[int]:
    """The keys of so many largest values; of equal ones the smaller."""
    if len(values) <= count:
        return values
    least = sorted(values.values())[-count]
    above = [j for j, value in values.items() if value > least]
    return above + sorted(j for j, value in values.items() if value == least)[: count - len(above)]
