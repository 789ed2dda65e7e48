"""Which pairs of statements may be proposed, and which belong together already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.comparison.alignment.clusters import lone_stance
from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.comparison.alignment.suggesting.likeness import Pair
from argmap.comparison.alignment.suggesting.sides import Sides
from argmap.model import ArgumentMap, Statement


@dataclass(frozen=True, slots=True)
class Offers:
    """What may be proposed; statements are named by their places.

    Attributes:
        left: The left statements that may be proposed: uncoded or with one stance, without a reviewed absence.
        right: The right ones.
        decided: Pairs that a person accepted or refused.
        refused: Those refused.
        sure: Pairs that a person joined, and those that alone in their maps share a proposition.
        keys: The names of the propositions of left and right statements.
    """

    left: frozenset[int]
    right: frozenset[int]
    decided: frozenset[Pair]
    refused: frozenset[Pair]
    sure: frozenset[Pair]
    keys: tuple[Mapping[int, str], Mapping[int, str]]

    def allow(self, pair: Pair) -> bool:
        """Whether the pair may be proposed: nobody decided on it, and no codebook."""
        i, j = pair
        if i not in self.left or j not in self.right or pair in self.decided:
            return False
        key = self.keys[0].get(i)
        return key is None or key != self.keys[1].get(j)


def offers(sides: Sides, known: Iterable[Correspondence], *, unmatched: bool) -> Offers:
    """What may be proposed between two maps.

    Args:
        sides: The maps.
        known: The rows of an alignment; those on other maps are passed over.
        unmatched: Whether statements that a person joined to one of the other map are left out.
    """
    rows = tuple(known)
    joined = _pairs((row for row in rows if row.accepted and row.predicate != "argmap:related"), sides)
    without = _without_counterpart(rows, sides.maps)
    keys = _propositions(sides)
    left, right = (
        frozenset(
            place
            for ref, place in sides.places[side].items()
            if ref not in without and _can_be_joined(sides.statements[side][place])
        )
        - (frozenset(pair[side] for pair in joined) if unmatched else frozenset())
        for side in (0, 1)
    )
    accepted = _pairs((row for row in rows if row.accepted), sides)
    refused = _pairs((row for row in rows if row.rejected), sides)
    return Offers(left, right, accepted | refused, refused, joined | _alone_with_a_key(keys), keys)


def _can_be_joined(statement: Statement) -> bool:
    return not statement.says or lone_stance(statement) is not None


def _pairs(rows: Iterable[Correspondence], sides: Sides) -> frozenset[Pair]:
    left, right = sides.places
    found: set[Pair] = set()
    for row in rows:
        if row.object:
            ends = ((row.subject, row.object), (row.object, row.subject))
            found.update((left[one], right[other]) for one, other in ends if one in left and other in right)
    return frozenset(found)


def _without_counterpart(rows: Iterable[Correspondence], maps: tuple[ArgumentMap, ArgumentMap]) -> frozenset[Ref]:
    other = {maps[0].id: maps[1].id, maps[1].id: maps[0].id}
    return frozenset(row.subject for row in rows if row.absence and row.searched in ("", other.get(row.subject.map)))


def _propositions(sides: Sides) -> tuple[Mapping[int, str], Mapping[int, str]]:
    """The names under which the propositions of lone stances are compared; a name means one thing in both maps."""
    left, right = (
        {
            place: names["proposition", stance.proposition]
            for place, statement in enumerate(statements)
            if (stance := lone_stance(statement))
        }
        for statements, names in zip(sides.statements, sides.names, strict=True)
    )
    return left, right


def _alone_with_a_key(keys: tuple[Mapping[int, str], Mapping[int, str]]) -> frozenset[Pair]:
    """The pairs of which each is the only statement of its map with the key they share."""
    holders: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
    for side in (0, 1):
        for place, key in keys[side].items():
            holders[side].setdefault(key, []).append(place)
    return frozenset(
        (ours[0], holders[1][key][0])
        for key, ours in holders[0].items()
        if len(ours) == 1 and len(holders[1].get(key, ())) == 1
    )
