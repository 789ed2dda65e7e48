"""Makes a proposal of a chosen pair: its score, its rivals, and what speaks for and against it."""

from collections.abc import Sequence
from typing import Final

from argmap.comparison.alignment.correspondences import Ref
from argmap.comparison.alignment.suggesting.choosing import best_two
from argmap.comparison.alignment.suggesting.common import Common
from argmap.comparison.alignment.suggesting.likeness import Content, Pair, Scores
from argmap.comparison.alignment.suggesting.neighbourhood import Neighbourhood, Support, Trusted
from argmap.comparison.alignment.suggesting.sides import Sides
from argmap.comparison.alignment.suggesting.suggestion import Neighbour, Suggestion
from argmap.comparison.alignment.suggesting.warnings import Warner

NEIGHBOURS_SHOWN: Final = 3
_WORTH_SHOWING: Final = 0.1  # below this, neighbours add next to nothing


class Explainer:
    """Explains pairs of two maps.

    Args:
        sides: The maps.
        told: What their statements say.
        around: The neighbours of the statements.
        trusted: How far pairs of neighbours are trusted.
        offered: The scores of all pairs that may be proposed.
    """

    def __init__(
        self,
        sides: Sides,
        told: tuple[Sequence[Content], Sequence[Content]],
        around: Neighbourhood,
        trusted: Trusted,
        offered: Scores,
    ) -> None:
        self._sides, self._told, self._around, self._trusted, self._offered = sides, told, around, trusted, offered
        self._best = best_two(offered)
        self._common = Common((*told[0], *told[1]))
        self._warner = Warner(sides.maps)

    def suggestion(self, pair: Pair) -> Suggestion:
        """The proposal of a pair that was offered."""
        i, j = pair
        score = self._offered[pair]
        (best, second), (others_best, _) = self._best[0][i], self._best[1][j]
        ours, theirs = self._told[0][i], self._told[1][j]
        return Suggestion(
            left=self._sides.refs[0][i],
            right=self._sides.refs[1][j],
            score=score,
            mutual=score == best == others_best,
            margin=score - (second if score == best else best),
            shared_words=self._common.words(ours, theirs),
            similar_words=self._common.similar(ours, theirs),
            shared_tags=tuple(sorted(ours.tags & theirs.tags)),
            neighbours=tuple(map(self._neighbour, self._shown(pair))),
            warnings=self._warner.warnings(self._sides.statements[0][i], self._sides.statements[1][j]),
        )

    def _shown(self, pair: Pair) -> list[Support]:
        """The strongest support; a neighbour stands in it once, with its best partner."""
        found: list[Support] = []
        for support in self._around.supports(pair, self._trusted):
            p, q = support.pair
            if support.weight >= _WORTH_SHOWING and all(p != s.pair[0] and q != s.pair[1] for s in found):
                found.append(support)
        return found[:NEIGHBOURS_SHOWN]

    def _neighbour(self, support: Support) -> Neighbour:
        (under, relation), (_, other) = support.left, support.right
        left, right = self._ref(0, support.pair[0]), self._ref(1, support.pair[1])
        return Neighbour(left, right, under=under, relation=relation, other=other)

    def _ref(self, side: int, place: int) -> Ref:
        return self._sides.refs[side][place]
