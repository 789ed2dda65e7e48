"""What of a union is drawn first: what was asked for, or what is most central to both maps."""

from collections.abc import Iterator, Sequence

from argmap.comparison.records import Finding
from argmap.diagram.union import Facing, Point, Union
from argmap.diagram.union_graph import UnionGraph

Focus = Point | Facing


def points_of(foci: Sequence[Focus]) -> Iterator[Point]:
    """The points of what is chosen."""
    for focus in foci:
        yield from focus.points if isinstance(focus, Facing) else (focus,)


def asked_for(union: Union, findings: Sequence[Finding]) -> tuple[Focus, ...]:
    """What these findings are about, in their order: a question with both answers, or the points of their sides."""
    facings = {facing.finding: facing for facing in union.facings}
    found: list[Focus] = []
    for finding in findings:
        facing = facings.get(finding.id)
        found += [facing] if facing else union.of_finding(finding)
    answering = set(points_of([focus for focus in found if isinstance(focus, Facing)]))
    return tuple(dict.fromkeys(f for f in found if isinstance(f, Facing) or f not in answering))


def most_telling(union: Union) -> tuple[Focus, ...]:
    """All that is shared or answered differently: what rests on shared reasons first, and every third a question."""
    graph = UnionGraph(union)

    def common(point: Point) -> int:
        """How many of its reasons, objections and conditions both maps give."""
        return sum(len(under.given) > 1 for under in graph.under(point))

    shared: list[Focus] = [*sorted(union.shared, key=common, reverse=True)]
    questions: list[Focus] = list(union.facings)
    found: list[Focus] = []
    while shared or questions:
        found += shared[:2] + questions[:1]
        shared, questions = shared[2:], questions[1:]
    return tuple(found)
