"""What stands under what in the union of two maps, and who says so."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from argmap.diagram.boxes import BoxKind
from argmap.diagram.union import Place, Point, Union
from argmap.graph import RELATIONS, Edge, Relation, edges, edges_under, theses
from argmap.model import Reason


@dataclass(frozen=True, slots=True)
class Doubt:
    """What casts doubt on a step, and the maps that say it does, by number."""

    point: Point
    given: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Under:
    """What one or more maps put under a point: a reason, an objection or a condition.

    Attributes:
        kind: What it is to the point above.
        points: Several work only together.
        doubts: What casts doubt on the step, by any of those who give it.
        given: The maps that say so, by number.
    """

    kind: BoxKind
    points: tuple[Point, ...]
    doubts: tuple[Doubt, ...]
    given: tuple[int, ...]

    @property
    def lower(self) -> tuple[Point, ...]:
        """All that it puts there: what works together, and what casts doubt on the step."""
        return (*self.points, *(doubt.point for doubt in self.doubts))

    def pairs(self) -> Iterator[tuple[int, Point]]:
        """Everything it puts there with each map that does."""
        yield from ((i, point) for i in self.given for point in self.points)
        yield from ((i, doubt.point) for doubt in self.doubts for i in doubt.given)


@dataclass(frozen=True, slots=True)
class Way:
    """How a statement leads up to the nearest thesis of its map: by which relations, the lowest first."""

    thesis: str
    relations: tuple[Relation, ...]


_ORDER: Final[tuple[BoxKind, ...]] = ("support", "attack", "condition")


class UnionGraph:
    """The relations of a union; evidence that only one map has, alone in its reason, belongs to its claim.

    What a drawing is about stands `apart`, evidence or not.
    """

    def __init__(self, union: Union, apart: Iterable[Point] = ()) -> None:
        self.union = union
        self._apart = frozenset(place for point in apart for place in point.places())

    def under(self, point: Point) -> tuple[Under, ...]:
        """What stands directly under a point: reasons, objections, conditions; what both give comes first."""
        found: dict[tuple[BoxKind, frozenset[Point]], Under] = {}
        for place in point.places():
            for kind, points, doubts in self._of(place):
                key = kind, frozenset(points)
                known = found.get(key, Under(kind, points, (), ()))
                given = tuple(dict.fromkeys((*known.given, place[0])))
                found[key] = Under(kind, known.points, _doubted(known.doubts, doubts, place[0]), given)
        order = list(found.values())
        return tuple(sorted(order, key=lambda u: (_ORDER.index(u.kind), -len(u.given))))

    def feet(self, place: Place) -> tuple[str, ...]:
        """The evidence drawn in the foot of a statement, by slug."""
        s = self.union.statement(place)
        return tuple(r.premises[0] for r in s.because if self._is_foot(place[0], r))

    def way(self, place: Place) -> Way | None:
        """The shortest way up to a thesis; no relations where it is one, None where it hangs on none."""
        return self._ways[place[0]].get(place[1])

    def _of(self, place: Place) -> Iterator[tuple[BoxKind, tuple[Point, ...], tuple[Point, ...]]]:
        i, slug = place
        s = self.union.statement(place)
        for reason in s.because:
            if not self._is_foot(i, reason):
                points = self._points(i, reason.premises, slug)
                if points:
                    yield "support", points, self._points(i, reason.unless, slug)
        for point in self._points(i, s.but, slug):
            yield "attack", (point,), ()
        for point in self._points(i, s.if_, slug):
            yield "condition", (point,), ()

    def _points(self, i: int, slugs: Sequence[str], above: str) -> tuple[Point, ...]:
        own = self.union.points[i, above]
        found = (self.union.points.get((i, slug)) for slug in slugs)
        return tuple(dict.fromkeys(point for point in found if point and point != own))

    def _is_foot(self, i: int, reason: Reason) -> bool:
        slug = reason.premises[0]
        s = self.union.maps[i].statements.get(slug)
        if s is None or len(reason.premises) > 1 or reason.unless or s.type != "evidence":
            return False
        kept_apart = self.union.points[i, slug].shared or (i, slug) in self._answering | self._apart
        return not (kept_apart or s.because or s.but or s.if_) and self._uses[i, slug] == 1

    @cached_property
    def _answering(self) -> frozenset[Place]:
        points = [point for facing in self.union.facings for point in facing.points]
        return frozenset(place for point in points for place in point.places()) | frozenset(self.union.again)

    @cached_property
    def _uses(self) -> dict[Place, int]:
        found: dict[Place, int] = {}
        for i, m in enumerate(self.union.maps):
            for edge in edges(m):
                found[i, edge.lower] = found.get((i, edge.lower), 0) + 1
        return found

    @cached_property
    def _ways(self) -> tuple[dict[str, Way], ...]:
        return tuple(self._ways_in(i) for i in range(len(self.union.maps)))

    def _ways_in(self, i: int) -> dict[str, Way]:
        m = self.union.maps[i]
        found = {key: Way(key, ()) for key in theses(m)}
        waiting = deque(found)
        while waiting:
            key = waiting.popleft()
            for edge in sorted(edges_under(key, m.statements[key]), key=_rank):
                if edge.lower in m.statements and edge.lower not in found:
                    above = found[key]
                    found[edge.lower] = Way(above.thesis, (edge.relation, *above.relations))
                    waiting.append(edge.lower)
        return found


def _doubted(known: Sequence[Doubt], points: Sequence[Point], by: int) -> tuple[Doubt, ...]:
    """Doubts with those of another map, or of another reason of the same."""
    given = {doubt.point: doubt.given for doubt in known}
    for point in points:
        given[point] = tuple(dict.fromkeys((*given.get(point, ()), by)))
    return tuple(Doubt(point, maps) for point, maps in given.items())


def _rank(edge: Edge) -> int:
    return RELATIONS.index(edge.relation)
