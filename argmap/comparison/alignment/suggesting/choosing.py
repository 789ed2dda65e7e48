"""Which of the scored pairs are proposed."""

from collections.abc import Iterable, Mapping
from typing import Final

from argmap.comparison.alignment.suggesting.likeness import Pair, Scores

LEAST: Final = 0.1
"""Below this a pair shares next to nothing."""

NOISE: Final = 0.9
"""The share of second-best pairs that lie at or below the floor of noise."""


def best_two(scores: Scores) -> tuple[Mapping[int, tuple[float, float]], Mapping[int, tuple[float, float]]]:
    """The best and the second-best score of each left and of each right statement; 0 where there is none."""
    found: tuple[dict[int, tuple[float, float]], dict[int, tuple[float, float]]] = ({}, {})
    for pair, value in scores.items():
        for side, place in zip(found, pair, strict=True):
            best, second = side.get(place, (0.0, 0.0))
            if value > best:
                side[place] = value, best
            elif value > second:
                side[place] = best, value
    return found


def noise_floor(scores: Scores) -> float:
    """The score that a pair has to reach to be more than noise in these two maps.

    Where every statement has one counterpart at most, no second-best pair is right: what nine in ten of them do not
    exceed is what chance brings about here. Never below `LEAST`.
    """
    seconds = sorted(second for side in best_two(scores) for _, second in side.values())
    return max(LEAST, seconds[int(NOISE * (len(seconds) - 1))]) if seconds else LEAST


def choose(ranked: Iterable[tuple[Pair, float]], *, each: int, floor: float) -> list[Pair]:
    """The pairs from the first on, so that no statement of either map stands in more than `each`.

    Args:
        ranked: Pairs and scores, best first.
        each: How many pairs a statement may stand in; 1 matches one to one.
        floor: The least score.
    """
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    chosen = []
    for (i, j), score in ranked:
        if score < floor:
            break
        if left.get(i, 0) < each and right.get(j, 0) < each:
            left[i] = left.get(i, 0) + 1
            right[j] = right.get(j, 0) + 1
            chosen.append((i, j))
    return chosen
