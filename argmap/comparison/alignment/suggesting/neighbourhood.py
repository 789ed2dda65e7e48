"""What speaks for a pair beside its words: that statements next to the two are themselves alike."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from argmap.comparison.alignment.correspondences import Ref
from argmap.comparison.alignment.suggesting.likeness import Pair, Scores
from argmap.comparison.alignment.suggesting.sides import Sides
from argmap.graph import Relation, edges
from argmap.model import ArgumentMap

Tie = tuple[bool, Relation]  # whether the neighbour stands under the statement, and by which relation
Ties = Mapping[int, tuple[Tie, ...]]  # by neighbour
Trusted = Mapping[int, Mapping[int, float]]  # by left, then by right statement

ROUNDS: Final = 2
"""How often support spreads: it reaches statements two steps from a sure pair."""

SHARE: Final = 0.5
"""What neighbours alone can make of a pair whose words are nothing to each other, at most."""

OTHER_RELATION: Final = 0.5
"""What a pair of neighbours counts where it is a reason on one side and an objection on the other."""

_SHARPNESS: Final = 2  # how much less a pair counts that is not the best of both its statements
_LEAST: Final = 0.02  # pairs of less confidence support nothing
_STEPS: Final = 1 << 20
_NOTHING: Final[Mapping[int, float]] = {}


def neighbourhood(sides: Sides, sure: frozenset[Pair]) -> "Neighbourhood":
    """The neighbours of all statements, and the pairs that belong together for sure."""
    left, right = (_ties(m, places) for m, places in zip(sides.maps, sides.places, strict=True))
    return Neighbourhood(left, right, sure)


def _ties(m: ArgumentMap, places: Mapping[Ref, int]) -> list[Ties]:
    found: list[dict[int, set[Tie]]] = [{} for _ in places]
    for edge in edges(m):
        upper, lower = places.get(Ref(m.id, edge.upper)), places.get(Ref(m.id, edge.lower))
        if upper is not None and lower is not None and upper != lower:
            found[upper].setdefault(lower, set()).add((True, edge.relation))
            found[lower].setdefault(upper, set()).add((False, edge.relation))
    return [{other: tuple(sorted(how)) for other, how in one.items()} for one in found]


@dataclass(frozen=True, slots=True)
class Support:
    """A pair of neighbours that speaks for a pair: how each stands to its statement, and how much it counts."""

    pair: Pair
    left: Tie
    right: Tie
    weight: float


@dataclass(frozen=True)
class Neighbourhood:
    """The neighbours of the statements of both maps, and pairs of them that are sure."""

    left: Sequence[Ties]
    right: Sequence[Ties]
    sure: frozenset[Pair] = frozenset()

    def spread(self, alike: Scores) -> tuple[Scores, Trusted]:
        """The scores with what neighbours add, and how far each pair is trusted in the end."""
        scores, trusted = alike, self._trusted(alike)
        for _ in range(ROUNDS):
            scores = {pair: combined(value, self._support(pair, trusted)) for pair, value in alike.items()}
            trusted = self._trusted(scores)
        return scores, trusted

    def supports(self, pair: Pair, trusted: Trusted) -> list[Support]:
        """The pairs of neighbours that speak for a pair, the strongest first."""
        ours, theirs = self.left[pair[0]], self.right[pair[1]]
        found = []
        for p, how in ours.items():
            for q, confidence in trusted.get(p, {}).items():
                agreed = _agreed(how, theirs[q]) if q in theirs else None
                if agreed:
                    one, other = agreed
                    found.append(Support((p, q), one, other, _counts(one, other) * confidence))
        return sorted(found, key=lambda s: (-s.weight, s.pair))

    def _support(self, pair: Pair, trusted: Trusted) -> float:
        ours, theirs = self.left[pair[0]], self.right[pair[1]]
        total = 0  # of whole steps: their sum is the same in any order
        for p, how in ours.items():
            for q, confidence in trusted.get(p, _NOTHING).items():
                if q in theirs and (agreed := _agreed(how, theirs[q])):
                    total += int(_STEPS * _counts(*agreed) * confidence)
        return total / _STEPS

    def _trusted(self, scores: Scores) -> Trusted:
        """How far each pair is believed: its score, less where one of the two has a better partner."""
        best_left: dict[int, float] = {}
        best_right: dict[int, float] = {}
        for (i, j), value in scores.items():
            best_left[i] = max(best_left.get(i, 0.0), value)
            best_right[j] = max(best_right.get(j, 0.0), value)
        for i, j in self.sure:
            best_left[i] = best_right[j] = 1.0
        found: dict[int, dict[int, float]] = {}
        for (i, j), value in scores.items():
            if value >= _LEAST:
                confidence = value * (value * value / (best_left[i] * best_right[j])) ** _SHARPNESS
                if confidence >= _LEAST:
                    found.setdefault(i, {})[j] = confidence
        for i, j in self.sure:
            found.setdefault(i, {})[j] = 1.0
        return found


def combined(alike: float, support: float) -> float:
    """The likeness and the support of neighbours as two grounds of which either may do: 1 − (1−l)(1−w(1−e⁻ˢ))."""
    return 1 - (1 - alike) * (1 - SHARE * (1 - math.exp(-support)))


@cache
def _agreed(left: tuple[Tie, ...], right: tuple[Tie, ...]) -> tuple[Tie, Tie] | None:
    """How a pair of neighbours stands to its statements, as alike as can be; None if one is above and one below."""
    for one in left:
        if one in right:
            return one, one
    return next(((one, other) for one in left for other in right if one[0] == other[0]), None)


def _counts(left: Tie, right: Tie) -> float:
    return 1.0 if left == right else OTHER_RELATION
