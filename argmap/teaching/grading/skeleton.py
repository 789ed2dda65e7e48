"""A map drawn together to the statements it has in common with another: what stands under what, and how directly."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from argmap.diagnostics import Where
from argmap.graph import Edge, edges
from argmap.model import ArgumentMap
from argmap.teaching.grading.records import Place


@dataclass(frozen=True, slots=True)
class Link:
    """A statement stands at a place; `where` is what names it in its map.

    Attributes:
        direct: Whether nothing lies between, so that the relation itself can be judged.
    """

    place: Place
    direct: bool
    where: Where


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One map in the names of the statements that both have.

    Attributes:
        links: For every common statement, where it stands. Between it and the upper one lie only statements the
            other map lacks.
        reasons: For every common statement, its reasons as sets of common premises.
    """

    links: Mapping[str, tuple[Link, ...]]
    reasons: Mapping[str, tuple[frozenset[str], ...]]

    def because(self, upper: str) -> frozenset[str]:
        """The common premises of all reasons of a statement."""
        return frozenset().union(*self.reasons[upper])


def skeleton(m: ArgumentMap, names: Mapping[str, str]) -> Skeleton:
    """The skeleton of a map.

    Args:
        m: The map.
        names: The common name of each statement that both maps have; the others are drawn together.
    """
    above: dict[str, list[Edge]] = {key: [] for key in m.statements}
    for edge in edges(m):
        if edge.lower in above:
            above[edge.lower].append(edge)
    return Skeleton(
        {common: tuple(_links(m, key, above, names)) for key, common in names.items()},
        {
            common: tuple(
                frozenset(names[p] for p in reason.premises if p in names) for reason in m.statements[key].because
            )
            for key, common in names.items()
        },
    )


def _links(m: ArgumentMap, key: str, above: Mapping[str, list[Edge]], names: Mapping[str, str]) -> list[Link]:
    found: dict[Place, Link] = {}
    for edge in above[key]:
        if edge.upper in names:
            place = Place(names[edge.upper], edge.relation, step=_step(m, edge, names))
            found.setdefault(place, Link(place, True, edge.where))
            continue
        uppers = _climb(edge.upper, above, names)
        for upper in sorted(uppers) or [""]:
            place = Place(upper, edge.relation, through=edge.upper)
            found.setdefault(place, Link(place, False, edge.where))
    return list(found.values())


def _step(m: ArgumentMap, edge: Edge, names: Mapping[str, str]) -> tuple[str, ...]:
    if edge.relation != "unless" or edge.reason is None:
        return ()
    return tuple(sorted(names[p] for p in m.statements[edge.upper].because[edge.reason].premises if p in names))


def _climb(start: str, above: Mapping[str, list[Edge]], names: Mapping[str, str]) -> Collection[str]:
    """The common statements nearest above one that is not common."""
    found: set[str] = set()
    seen, waiting = {start}, [start]
    while waiting:
        for edge in above[waiting.pop()]:
            if edge.upper in names:
                found.add(names[edge.upper])
            elif edge.upper not in seen:
                seen.add(edge.upper)
                waiting.append(edge.upper)
    return found
