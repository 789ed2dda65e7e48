"""A proposal that two statements may be about one thing, and what speaks for and against it."""

from dataclasses import dataclass

from argmap.comparison.alignment.correspondences import PROPOSED, Correspondence, Ref
from argmap.graph import Relation


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A statement next to each of two, that are themselves alike or known to belong together.

    Attributes:
        left: The neighbour of the left statement.
        right: The neighbour of the right one.
        under: Whether they stand under the two, or the two under them.
        relation: By which relation on the left.
        other: By which relation on the right.
    """

    left: Ref
    right: Ref
    under: bool
    relation: Relation
    other: Relation

    def __str__(self) -> str:
        how = self.relation if self.relation == self.other else f"{self.relation}, {self.other}"
        return f"{'below' if self.under else 'above'} ({how}): {self.left} ~ {self.right}"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two statements that may be about one thing; whether they say the same of it, likeness cannot tell.

    Attributes:
        left: A statement of the left map.
        right: A statement of the right map.
        score: How likely, in [0, 1]; it ranks, and is no probability.
        mutual: Whether each is the other's best, of all pairs that may be proposed.
        margin: How far the score lies above the next best of the left statement; below 0 where another is better.
        shared_words: Words of both, the most telling first.
        similar_words: Other words of the left and the right that begin alike: vaccinate, vaccination.
        shared_tags: Actors named in both and sources cited by both: ``actor:japan``, ``source:frohman-2022``.
        neighbours: Pairs of statements next to the two that speak for the pair, the strongest first.
        warnings: What to look at before the two are joined.
    """

    left: Ref
    right: Ref
    score: float
    mutual: bool
    margin: float
    shared_words: tuple[str, ...] = ()
    similar_words: tuple[tuple[str, str], ...] = ()
    shared_tags: tuple[str, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    warnings: tuple[str, ...] = ()

    def correspondence(self) -> Correspondence:
        """The proposal as a row of an alignment, which joins nothing until a person decides."""
        return Correspondence(
            subject=self.left,
            predicate="argmap:related",
            object=self.right,
            justification=PROPOSED,
            confidence=round(self.score, 3),
        )
