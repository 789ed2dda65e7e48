"""The shape of one map: what stands under what, how deep, and whether it closes on itself."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from argmap.diagnostics import Where
from argmap.model import ArgumentMap, Statement

Relation = Literal["because", "but", "unless", "if"]

RELATIONS: tuple[Relation, ...] = ("because", "but", "unless", "if")


@dataclass(frozen=True, slots=True)
class Edge:
    """One statement stands under another. `where` is the place that names the lower one.

    `reason` is the index of the item of `because` the edge belongs to (a premise or an undercut of it), else None.
    """

    upper: str
    lower: str
    relation: Relation
    where: Where
    reason: int | None = None


def edges_under(key: str, statement: Statement) -> Iterator[Edge]:
    """What stands directly under a statement, in file order: reasons with their undercuts, objections, conditions."""
    at: Where = ("statements", key)
    for i, reason in enumerate(statement.because):
        for j, premise in enumerate(reason.premises):
            yield Edge(key, premise, "because", (*at, "because", i, "premises", j), i)
        for j, doubt in enumerate(reason.unless):
            yield Edge(key, doubt, "unless", (*at, "because", i, "unless", j), i)
    for i, objection in enumerate(statement.but):
        yield Edge(key, objection, "but", (*at, "but", i))
    for i, condition in enumerate(statement.if_):
        yield Edge(key, condition, "if", (*at, "if", i))


def names_under(statement: Statement, relations: Collection[Relation] = RELATIONS) -> list[str]:
    """What `edges_under` leads to by some relations, in the same order: the quick way where places do not matter."""
    found: list[str] = []
    for reason in statement.because:
        if "because" in relations:
            found += reason.premises
        if "unless" in relations:
            found += reason.unless
    if "but" in relations:
        found += statement.but
    if "if" in relations:
        found += statement.if_
    return found


def edges(m: ArgumentMap) -> Iterator[Edge]:
    """All edges of a map in file order, dangling ones too."""
    for key, statement in m.statements.items():
        yield from edges_under(key, statement)


def theses(m: ArgumentMap) -> tuple[str, ...]:
    """The statements typed thesis, in file order."""
    return tuple(key for key, statement in m.statements.items() if statement.type == "thesis")


def attached(m: ArgumentMap) -> frozenset[str]:
    """The statements that stand under a thesis, by any relation, and the theses themselves."""
    return frozenset(_depths(m, RELATIONS))


def suppositions(m: ArgumentMap) -> frozenset[str]:
    """Statements that are only supposed: named under `if` alone, without reasons or a certainty of their own."""
    under_if: set[str] = set()
    elsewhere: set[str] = set()
    for s in m.statements.values():
        under_if.update(s.if_)
        elsewhere.update(names_under(s, ("because", "but", "unless")))
    return frozenset(
        key
        for key in under_if - elsewhere
        if (only := m.statements.get(key))
        and not only.because
        and only.stated_certainty is None
        and only.type != "thesis"
    )


def measured_depths(m: ArgumentMap) -> dict[str, int]:
    """Steps from the nearest thesis, by because, but and unless, of the statements that hang on one."""
    return _depths(m, _MEASURING)


def depths(m: ArgumentMap, measured: Mapping[str, int] | None = None) -> dict[str, int]:
    """Steps of every statement from the nearest thesis; `measured` is what `measured_depths` gives, if it is known.

    A statement that hangs on no thesis is one step deeper than the deepest that does; without any thesis all are 0.
    """
    found = measured_depths(m) if measured is None else measured
    rest = max(found.values(), default=-1) + 1
    return {key: found.get(key, rest) for key in m.statements}


_MEASURING: tuple[Relation, ...] = ("because", "but", "unless")


def _depths(m: ArgumentMap, relations: tuple[Relation, ...]) -> dict[str, int]:
    found = dict.fromkeys(theses(m), 0)
    waiting = deque(found)
    while waiting:
        key = waiting.popleft()
        for name in names_under(m.statements[key], relations):
            if name in m.statements and name not in found:
                found[name] = found[key] + 1
                waiting.append(name)
    return found


def cycles(m: ArgumentMap, *, of_one: bool = True) -> tuple[tuple[Edge, ...], ...]:
    """Paths that lead from a statement back to itself, one for each set of statements that lie on common cycles.

    A path starts at the statement of its set that comes first in the file, and is a shortest one from there; so a
    cycle always reads the same. A statement under itself is a path of one edge; without `of_one`
    such edges are passed over.
    """
    names = {
        key: [name for name in names_under(s) if name in m.statements and (of_one or name != key)]
        for key, s in m.statements.items()
    }
    groups = knots(names)
    if not groups:
        return ()
    below = {
        key: [e for e in edges_under(key, s) if e.lower in m.statements and (of_one or e.lower != key)]
        for key, s in m.statements.items()
    }
    return tuple(_shortest_way_back(below, group) for group in groups)


def knots(below: Mapping[str, Sequence[str]]) -> list[set[str]]:
    """Strongly connected components that hold a cycle, in the order of their first keys.

    Every name under a key has to be a key itself. Source: Tarjan 1972, with a stack of our own.
    """
    order = {key: i for i, key in enumerate(below)}
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    finished: set[str] = set()
    work: list[tuple[str, Iterator[str]]] = []
    found: list[set[str]] = []

    def enter(key: str) -> None:
        index[key] = low[key] = len(index)
        stack.append(key)
        work.append((key, iter(below[key])))

    for root in below:
        if root not in index:
            enter(root)
        while work:
            key, rest = work[-1]
            lower = next(rest, None)
            if lower is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[key])
                if low[key] == index[key]:
                    group = {stack.pop()}
                    while key not in group:
                        group.add(stack.pop())
                    finished |= group
                    if len(group) > 1 or key in below[key]:
                        found.append(group)
            elif lower not in index:
                enter(lower)
            elif lower not in finished:
                low[key] = min(low[key], index[lower])
    return sorted(found, key=lambda group: min(order[key] for key in group))


def _shortest_way_back(below: dict[str, list[Edge]], group: set[str]) -> tuple[Edge, ...]:
    start = next(key for key in below if key in group)
    came_by: dict[str, Edge] = {}
    waiting = deque([start])
    while waiting and start not in came_by:
        for edge in below[waiting.popleft()]:
            if edge.lower in group and edge.lower not in came_by:
                came_by[edge.lower] = edge
                waiting.append(edge.lower)
    path = [came_by[start]]
    while path[-1].upper != start:
        path.append(came_by[path[-1].upper])
    return tuple(reversed(path))
