"""How likely two statements of two coders are drawn from one passage: their words, their quotations, their places.

Only the *best* matching uses this, never the declared one, and no verdict of a comparison does.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log
from typing import Final

from argmap.comparison.reliability.coders import Coder
from argmap.model import Statement, parse_place

FLOOR: Final = 0.35
"""What is less alike than this is never matched."""

_WEIGHTS: Final = {"words": 0.5, "quote": 0.3, "place": 0.2}  # conventions; see docs/reliability.md
_GRAM: Final = 4
_FREQUENT: Final = 50  # statements
_WORD: Final = re.compile(r"\w+")

Member = tuple[int, str]
"""A statement: the coder's place in the list, and the statement's id."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two statements of different coders, and how alike they are, in [0, 1]."""

    left: Member
    right: Member
    score: float


@dataclass(frozen=True, slots=True)
class _Traits:
    """What is compared of a statement: parts of its words, runs of two quoted words, and places in the article."""

    grams: frozenset[str]
    quoted: frozenset[tuple[str, str]]
    places: frozenset[tuple[str, str]]


def alike(people: Sequence[Coder]) -> Iterator[Alike]:
    """All pairs of statements of different coders that are at least `FLOOR` alike, in no particular order.

    The score is the mean, weighted 5 : 3 : 2, of what both statements have of these: *words*, Dice's coefficient of the
    four-letter pieces of their texts, each piece weighing ln(1 + N/df); *quotation*, the share of the shorter
    quotation's pairs of neighbouring words that the other quotes too; *place*, 1 if they name a common paragraph, page
    or section, else 0. Pairs that share neither a piece of a word nor a quoted pair are never looked at: a common
    paragraph alone proves nothing.
    """
    traits = {(i, key): _traits(s) for i, coder in enumerate(people) for key, s in coder.map.statements.items()}
    weights = _weights(traits)
    sums = {member: fsum(weights[gram] for gram in t.grams) for member, t in traits.items()}
    for left, right in _candidates(traits):
        one, other = traits[left], traits[right]
        shared = fsum(weights[gram] for gram in one.grams & other.grams)  # exact, for sets have no order
        parts = {"words": 2 * shared / (sums[left] + sums[right]), **_evidence(one, other)}
        score = sum(_WEIGHTS[name] * value for name, value in parts.items()) / sum(_WEIGHTS[name] for name in parts)
        if score >= FLOOR:
            yield Alike(left, right, round(score, 6))


def _evidence(left: _Traits, right: _Traits) -> dict[str, float]:
    found: dict[str, float] = {}
    if left.quoted and right.quoted:
        found["quote"] = len(left.quoted & right.quoted) / min(len(left.quoted), len(right.quoted))
    if left.places and right.places:
        found["place"] = float(bool(left.places & right.places))
    return found


def _traits(s: Statement) -> _Traits:
    return _Traits(
        frozenset(piece for word in _words(s.text) for piece in _pieces(word)),
        frozenset(pairwise(_words(s.quote or ""))),
        frozenset(place for at in s.at for place in _places(at)),
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _pieces(word: str) -> Iterator[str]:
    """The four-letter pieces of a word between blanks, so that its beginning and end count; a short word is whole."""
    marked = f" {word} "
    return (marked[i : i + _GRAM] for i in range(max(len(marked) - _GRAM + 1, 1)))


def _places(at: str) -> Iterator[tuple[str, str]]:
    place = parse_place(at)
    if place.paragraphs:
        return ((place.kind, str(number)) for number in place.paragraphs)
    return iter([(place.kind, place.first), (place.kind, place.last)])


def _weights(traits: Mapping[Member, _Traits]) -> dict[str, float]:
    counts = Counter(gram for t in traits.values() for gram in t.grams)
    return {gram: log(1 + len(traits) / times) for gram, times in counts.items()}


def _candidates(traits: Mapping[Member, _Traits]) -> Iterator[tuple[Member, Member]]:
    """Pairs of different coders that share a piece or a quoted pair that not very many statements have, or all pieces.

    What a tenth of all statements has, and more than fifty, makes no pair by itself: nothing would be gained but time.
    """
    most = max(_FREQUENT, len(traits) // 10)
    holding: dict[object, list[Member]] = defaultdict(list)
    for member, t in traits.items():
        for mark in (*t.grams, *t.quoted, t.grams):
            holding[mark].append(member)
    order = {member: n for n, member in enumerate(traits)}
    for left, t in traits.items():
        marks = [holding[mark] for mark in (*t.grams, *t.quoted) if len(holding[mark]) <= most]
        found = {other for members in (*marks, holding[t.grams]) for other in members}
        yield from ((left, right) for right in sorted(found, key=order.__getitem__) if right[0] > left[0])
