"""The two maps in which pairs are looked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.comparison.alignment.correspondences import Ref
from argmap.comparison.keys import Name
from argmap.comparison.sharing import share
from argmap.model import ArgumentMap, Statement


@dataclass(frozen=True, slots=True)
class Sides:
    """A left and a right map; a statement is named by its place among the sorted ids, so that order is no matter.

    Attributes:
        maps: The left and the right map.
        refs: The statements of each, by place.
        statements: The same, as values.
        places: The place of each statement.
        names: For each map, the name of a key it uses; equal names mean one thing.
    """

    maps: tuple[ArgumentMap, ArgumentMap]
    refs: tuple[Sequence[Ref], Sequence[Ref]]
    statements: tuple[Sequence[Statement], Sequence[Statement]]
    places: tuple[Mapping[Ref, int], Mapping[Ref, int]]
    names: tuple[Mapping[Name, str], Mapping[Name, str]]

    @property
    def turned(self) -> bool:
        """Whether the left map's id comes after the right one's; what falls by it falls alike when maps are swapped."""
        return self.maps[0].id > self.maps[1].id


def sides(left: ArgumentMap, right: ArgumentMap) -> Sides:
    """Two maps, with what is asked of them again and again."""
    ours, theirs = ([Ref(m.id, key) for key in sorted(m.statements)] for m in (left, right))
    first, second = share((left, right), ("left", "right")).names
    return Sides(
        maps=(left, right),
        refs=(ours, theirs),
        statements=([left.statements[r.statement] for r in ours], [right.statements[r.statement] for r in theirs]),
        places=({r: i for i, r in enumerate(ours)}, {r: i for i, r in enumerate(theirs)}),
        names=(first, second),
    )
