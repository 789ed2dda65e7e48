"""What a map's positions rest on in the end: all that lies below a statement by `because`, found once for a map."""

from collections.abc import Iterable, Iterator, Mapping

from argmap.comparison.records import Entry
from argmap.model import ArgumentMap


class Deep:
    """What is reachable by `because`, going on from every statement of equal entry.

    Statements and entries are the nodes: a statement stands over the entries of its premises, its sources and the
    doubts about its steps, an entry over all statements that say it. What a node reaches is kept as one number with a
    bit for each entry, so that a long chain costs one step for each of its links and not a walk for each.
    """

    def __init__(
        self,
        m: ArgumentMap,
        entries: Mapping[str, tuple[Entry, ...]],
        holders: Mapping[Entry, tuple[str, ...]],
        sources: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._map, self._entries, self._holders, self._sources = m, entries, holders, sources
        self._doubts = dict.fromkeys(
            key for s in m.statements.values() for reason in s.because for key in reason.unless if key in entries
        )
        self._bits: dict[str, int] = {}
        self._nodes: list[str] = []  # by the place of their bit
        self._reached: dict[str, int] = {}

    def among(self, wanted: Iterable[Entry], statements: Iterable[str]) -> Iterator[Entry]:
        """The wanted entries that lie below some of the statements; those themselves only if a path leads back."""
        reached = self._reach(statements)
        return (entry for entry in wanted if reached & self._bits.get(entry, 0))

    def entries(self, statements: Iterable[str]) -> frozenset[Entry]:
        """All entries that lie below some of the statements, sources and doubts about a step left out."""
        reached = self._reach(statements)
        found = []
        while reached:
            lowest = reached & -reached
            found.append(self._nodes[lowest.bit_length() - 1])
            reached ^= lowest
        return frozenset(node for node in found if not node.startswith(("source:", "unless:")))

    def doubts(self, statements: Iterable[str]) -> Iterator[str]:
        """The statements under an `unless` on the way down."""
        reached = self._reach(statements) if self._doubts else 0
        return (key for key in self._doubts if reached & self._bits.get(_doubt(key), 0))

    def _reach(self, statements: Iterable[str]) -> int:
        found = 0
        for statement in statements:
            if statement not in self._reached:
                self._settle(statement)
            found |= self._reached[statement]
        return found

    def _settle(self, start: str) -> None:
        """Find what the nodes from here on reach: lower ones first, and again as long as a cycle adds something."""
        order = self._lowest_first(start)
        for node in order:
            self._reached[node] = self._bit(node)
        changed = True
        while changed:
            changed = False
            for node in order:
                found = self._reached[node]
                for lower in self._under(node):
                    found |= self._reached[lower]
                changed = changed or found != self._reached[node]
                self._reached[node] = found

    def _lowest_first(self, start: str) -> list[str]:
        order: list[str] = []
        seen = {start}
        waiting = [(start, self._under(start))]
        while waiting:
            node, rest = waiting[-1]
            lower = next((n for n in rest if n not in seen and n not in self._reached), None)
            if lower is None:
                order.append(node)
                waiting.pop()
            else:
                seen.add(lower)
                waiting.append((lower, self._under(lower)))
        return order

    def _under(self, node: str) -> Iterator[str]:
        if node not in self._entries:
            yield from self._holders.get(node, ())
            return
        yield from (f"source:{source}" for source in self._sources[node])
        for reason in self._map.statements[node].because:
            yield from (entry for premise in reason.premises for entry in self._entries.get(premise, ()))
            yield from (_doubt(key) for key in reason.unless if key in self._doubts)

    def _bit(self, node: str) -> int:
        if node in self._entries:
            return 0
        if node not in self._bits:
            self._bits[node] = 1 << len(self._nodes)
            self._nodes.append(node)
        return self._bits[node]


def _doubt(statement: str) -> str:
    return f"unless:{statement}"
