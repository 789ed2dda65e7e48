"""Accepted rows of an alignment as a signed union-find: which statements say one thing, and which the opposite."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.comparison.keys import Commitment, Implication, Name, Parity, literal
from argmap.model import ArgumentMap, Stance, Statement

Node = tuple[Literal["proposition", "statement"], str]
JOINS: Mapping[str, Parity] = {"skos:exactMatch": 0, "argmap:contradicts": 1}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that makes a statement its own opposite, with the shortest chain of earlier rows that says so.

    The chain is empty where the coding alone stands against the row.
    """

    row: Correspondence
    chain: tuple[Correspondence, ...]


@dataclass(frozen=True, slots=True)
class Clusters:
    """What accepted rows make of statements and propositions.

    Attributes:
        stances: For each map, the attitude of an uncoded statement toward its cluster's key, and that key.
        propositions: The key a proposition of the codebooks goes by in its cluster, and whether it is its opposite;
            propositions no row reaches are absent.
        rows: The accepted rows that hold a cluster together, by its key.
        implications: What follows from what by the rows that say so.
        conflicts: Rows that contradict those before them; they join nothing.
        unusable: Rows on statements that cannot be joined, each with the statement: one that does not exist, that
            casts a role, names a cause, or takes several stances.
        searched: For each map, its statements for which somebody looked for a counterpart and found none, with the
            map searched ("" for every other).
    """

    stances: tuple[Mapping[str, Commitment], ...]
    propositions: Mapping[str, tuple[str, Parity]] = field(default_factory=dict)
    rows: Mapping[str, tuple[Correspondence, ...]] = field(default_factory=dict)
    implications: Mapping[Implication, Correspondence] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    unusable: tuple[tuple[Correspondence, Ref], ...] = ()
    searched: tuple[Mapping[str, tuple[str, ...]], ...] = ()


def cluster(
    maps: Sequence[ArgumentMap],
    ids: Sequence[str],
    rows: Iterable[Correspondence],
    names: Sequence[Mapping[Name, str]],
    order: Mapping[Name, int] | None = None,
) -> Clusters:
    """Join what the rows join; rows of maps that are not compared are passed over.

    Args:
        maps: The compared maps.
        ids: Their ids in the result.
        rows: Accepted rows and reviewed absences, as `in_force` gives them.
        names: For each map, the name of a proposition in the result.
        order: The place of a proposition in the codebook: the first one names its cluster.
    """
    joiner = _Joiner(maps, ids, names)
    for row in rows:
        joiner.take(row)
    return joiner.result(order or {})


class _Joiner:
    def __init__(self, maps: Sequence[ArgumentMap], ids: Sequence[str], names: Sequence[Mapping[Name, str]]) -> None:
        self.maps, self.ids, self.names = maps, ids, names
        self.index = {key: i for i, key in enumerate(ids)}
        self.parents: dict[Node, Node] = {}
        self.parities: dict[Node, Parity] = {}  # to the parent
        self.joined: list[tuple[Correspondence, Node, Node, Parity]] = []
        self.implied: list[tuple[Correspondence, tuple[Node, Parity], tuple[Node, Parity]]] = []
        self.conflicts: list[Conflict] = []
        self.unusable: list[tuple[Correspondence, Ref]] = []
        self.searched: tuple[dict[str, list[str]], ...] = tuple({} for _ in maps)

    def take(self, row: Correspondence) -> None:
        """Use a row, if both its maps are compared."""
        if row.subject.map not in self.index:
            return
        if row.object is None:
            if row.subject.statement in self._map(row.subject).statements:
                found = self.searched[self.index[row.subject.map]]
                found.setdefault(row.subject.statement, []).append(row.searched)
            return
        if row.object.map not in self.index or row.predicate == "argmap:related":
            return
        ends = [self._end(ref) for ref in (row.subject, row.object)]
        if ends[0] is None or ends[1] is None:
            self.unusable += [(row, r) for r, e in zip((row.subject, row.object), ends, strict=True) if e is None]
        elif row.predicate in JOINS:
            self._join(row, ends[0], ends[1], JOINS[row.predicate])
        else:
            self.implied.append((row, ends[0], ends[1]))

    def _map(self, ref: Ref) -> ArgumentMap:
        return self.maps[self.index[ref.map]]

    def _end(self, ref: Ref) -> tuple[Node, Parity] | None:
        """The node a statement hangs on, and its parity to it; None if it cannot be joined."""
        statement = self._map(ref).statements.get(ref.statement)
        if statement is None:
            return None
        stance = lone_stance(statement)
        if stance is not None:
            name = self.names[self.index[ref.map]]["proposition", stance.proposition]
            return ("proposition", name), 1 if stance.attitude == "denies" else 0
        return None if statement.says else (("statement", str(ref)), 0)

    def _join(self, row: Correspondence, left: tuple[Node, Parity], right: tuple[Node, Parity], sign: Parity) -> None:
        between = _sum(left[1], right[1], sign)
        (a, of_a), (b, of_b) = self._find(left[0]), self._find(right[0])
        if a != b:
            self.parents[b], self.parities[b] = a, _sum(of_a, of_b, between)
        elif _sum(of_a, of_b) != between:
            self.conflicts.append(Conflict(row, self._chain(left[0], right[0])))
            return
        self.joined.append((row, left[0], right[0], between))

    def _find(self, node: Node) -> tuple[Node, Parity]:
        """The root of a node and its parity to it; the path is shortened."""
        path = []
        while self.parents.setdefault(node, node) != node:
            path.append(node)
            node = self.parents[node]
        total: Parity = 0
        for step in reversed(path):
            total = _sum(total, self.parities[step])
            self.parents[step], self.parities[step] = node, total
        return node, total

    def _chain(self, start: Node, end: Node) -> tuple[Correspondence, ...]:
        """The fewest rows that lead from one node to the other."""
        near: dict[Node, list[tuple[Node, Correspondence]]] = {}
        for row, a, b, _ in self.joined:
            near.setdefault(a, []).append((b, row))
            near.setdefault(b, []).append((a, row))
        came: dict[Node, tuple[Node, Correspondence]] = {}
        waiting = deque([start])
        while waiting and end not in came:
            node = waiting.popleft()
            for other, row in near.get(node, ()):
                if other != start and other not in came:
                    came[other] = (node, row)
                    waiting.append(other)
        chain = []
        while end != start:
            end, row = came[end]
            chain.append(row)
        return tuple(reversed(chain))

    def result(self, order: Mapping[Name, int]) -> Clusters:
        """What all rows together come to."""
        members: dict[Node, list[Node]] = {}
        for node in list(self.parents):
            members.setdefault(self._find(node)[0], []).append(node)
        stances: tuple[dict[str, Commitment], ...] = tuple({} for _ in self.maps)
        propositions: dict[str, tuple[str, Parity]] = {}
        key_of: dict[Node, tuple[str, Parity]] = {}
        for group in members.values():
            head = min(group, key=lambda node: _precedence(node, order))
            for node in group:
                parity = _sum(self._find(head)[1], self._find(node)[1])
                key_of[node] = head[1], parity
        for (kind, name), (key, parity) in key_of.items():
            if kind == "proposition":
                propositions[name] = key, parity
        self._settle_statements(key_of, stances)
        rows: dict[str, list[Correspondence]] = {}
        for row, a, _, _ in self.joined:
            rows.setdefault(key_of[a][0], []).append(row)
        return Clusters(
            stances=stances,
            propositions=propositions,
            rows={key: tuple(found) for key, found in rows.items()},
            implications=self._implications(key_of),
            conflicts=tuple(self.conflicts),
            unusable=tuple(self.unusable),
            searched=tuple({s: tuple(found) for s, found in mine.items()} for mine in self.searched),
        )

    def _settle_statements(
        self, key_of: Mapping[Node, tuple[str, Parity]], stances: tuple[dict[str, Commitment], ...]
    ) -> None:
        nodes = {*key_of, *(end[0] for _, *ends in self.implied for end in ends)}
        for i, (m, id_) in enumerate(zip(self.maps, self.ids, strict=True)):
            for statement, s in m.statements.items():
                node: Node = ("statement", f"{id_}:{statement}")
                if not s.says and node in nodes:
                    key, parity = key_of.get(node, (node[1], 0))
                    stances[i][statement] = literal("holds", key, parity)

    def _implications(self, key_of: Mapping[Node, tuple[str, Parity]]) -> dict[Implication, Correspondence]:
        """Broader, narrower and contrary rows as implications of literals, with their contrapositives."""
        found: dict[Implication, Correspondence] = {}
        for row, left, right in self.implied:
            a, b = (self._said(end, key_of) for end in (left, right))
            if row.predicate == "skos:narrowMatch":
                a, b = b, a
            if row.predicate == "argmap:contrary":
                b = literal(b[0], b[1], 1)
            for implication in ((a, b), (literal(b[0], b[1], 1), literal(a[0], a[1], 1))):
                found.setdefault(implication, row)
        return found

    @staticmethod
    def _said(end: tuple[Node, Parity], key_of: Mapping[Node, tuple[str, Parity]]) -> Commitment:
        node, parity = end
        key, turned = key_of.get(node, (node[1], 0))
        return literal("holds", key, _sum(parity, turned))


def lone_stance(statement: Statement) -> Stance | None:
    """The stance of a statement that says nothing else; only such a statement, or an uncoded one, can be joined."""
    only = statement.says[0] if len(statement.says) == 1 else None
    return only if isinstance(only, Stance) else None


def _sum(*parities: int) -> Parity:
    return 1 if sum(parities) % 2 else 0


def _precedence(node: Node, order: Mapping[Name, int]) -> tuple[bool, int, list[str]]:
    kind, name = node
    return kind != "proposition", order.get(("proposition", name), len(order)), name.split(":")
