"""Proposes pairs of statements of two maps that may be about one thing; a person decides."""

from collections.abc import Collection, Iterable
from typing import Final

from argmap.comparison.alignment.correspondences import Correspondence
from argmap.comparison.alignment.suggesting.choosing import LEAST, choose, noise_floor
from argmap.comparison.alignment.suggesting.contents import contents
from argmap.comparison.alignment.suggesting.explaining import Explainer
from argmap.comparison.alignment.suggesting.likeness import Pair, Scores, Similarity, by_words
from argmap.comparison.alignment.suggesting.naming import actors_named
from argmap.comparison.alignment.suggesting.neighbourhood import neighbourhood
from argmap.comparison.alignment.suggesting.offers import offers
from argmap.comparison.alignment.suggesting.sides import Sides, sides
from argmap.comparison.alignment.suggesting.suggestion import Suggestion
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap

OTHER_TYPE: Final = 0.8
"""What the likeness of two statements of different types counts."""


def suggest(
    left: ArgumentMap,
    right: ArgumentMap,
    *,
    known: Iterable[Correspondence] = (),
    per_statement: int = 5,
    one_to_one: bool = False,
    floor: float | None = None,
    similarity: Similarity = by_words,
) -> tuple[Suggestion, ...]:
    """Pairs of statements that may be about one thing, the likeliest first; nothing is joined, and no sign inferred.

    Never proposed are pairs that were accepted or refused, pairs with one key of a codebook, statements for which
    somebody found no counterpart, and statements that say more than one stance, which cannot be joined.

    The order of statements does not matter; ties go by their ids. Swapping the maps swaps the sides of the proposals,
    and `margin` looks from the other side.

    Args:
        left: A map.
        right: Another.
        known: What is decided already: it is not proposed again, and what was joined speaks for its neighbours.
        per_statement: In how many proposals a statement of either map may stand.
        one_to_one: Whether it may stand in one alone, and in none if a person joined it already. Then only pairs
            above the noise of the two maps are proposed, so that many statements keep unmatched.
        floor: The least score; by default 0.1, or the noise floor with `one_to_one`.
        similarity: How alike two statements are.

    Raises:
        ArgmapError: `per_statement` is less than 1.
    """
    if per_statement < 1:
        raise ArgmapError(f"a statement stands in at least 1 proposal, not in {per_statement}")
    both = sides(left, right)
    told = contents(both, actors_named((left.codebook, right.codebook)))
    offer = offers(both, known, unmatched=one_to_one)
    around = neighbourhood(both, offer.sure)
    scores, trusted = around.spread(_typed(similarity(*told), both, without=offer.refused))
    offered = {pair: score for pair, score in scores.items() if offer.allow(pair)}
    if floor is None:
        floor = noise_floor(offered) if one_to_one else LEAST
    chosen = choose(_ranked(offered, both), each=1 if one_to_one else per_statement, floor=floor)
    explained = Explainer(both, told, around, trusted, offered)
    return tuple(explained.suggestion(pair) for pair in chosen)


def _typed(alike: Scores, sides: Sides, *, without: Collection[Pair]) -> Scores:
    """The likeness of pairs, less for statements of different types."""
    ours, theirs = sides.statements
    return {
        (i, j): value if ours[i].type == theirs[j].type else OTHER_TYPE * value
        for (i, j), value in alike.items()
        if (i, j) not in without
    }


def _ranked(scores: Scores, sides: Sides) -> list[tuple[Pair, float]]:
    """Pairs and scores, the best first; ties by the ids of the statements, those of the first map by its id first."""
    return sorted(scores.items(), key=lambda item: (-item[1], item[0][::-1] if sides.turned else item[0]))
