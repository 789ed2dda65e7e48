"""Two versions of a list, item by item."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matched:
    """Indices of two lists: what they share, in the order of the old one, and what only one of them has."""

    both: tuple[tuple[int, int], ...]
    lost: tuple[int, ...]
    gained: tuple[int, ...]

    @property
    def reordered(self) -> bool:
        """Whether what they share stands in another order."""
        after = [j for _, j in self.both]
        return after != sorted(after)


def matched(old: Sequence[Hashable], new: Sequence[Hashable]) -> Matched:
    """Equal items of two lists; of equal items in one list the first go with the first."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for j, item in enumerate(new):
        waiting[item].append(j)
    both = [(i, waiting[item].popleft()) for i, item in enumerate(old) if waiting[item]]
    lost, gained = {i for i, _ in both}, {j for _, j in both}
    return Matched(
        tuple(both),
        tuple(i for i in range(len(old)) if i not in lost),
        tuple(j for j in range(len(new)) if j not in gained),
    )


def overlapping(
    old: Sequence[Iterable[Hashable]], new: Sequence[Iterable[Hashable]]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Indices of two lists of sets, together where sets of both share an item, directly or through others."""
    holders: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
    items = (list(map(frozenset, old)), list(map(frozenset, new)))
    for side, sets in enumerate(items):
        for i, held in enumerate(sets):
            for item in held:
                holders[item].append((side, i))
    nodes = [(side, i) for side, sets in enumerate(items) for i in range(len(sets))]
    seen: set[tuple[int, int]] = set()
    for node in nodes:
        group, waiting = [], [node]
        while waiting:
            side, i = current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            group.append(current)
            for item in items[side][i]:
                near = holders.pop(item, [])  # once is enough
                if len({s for s, _ in near}) > 1:
                    waiting += near
        if group:
            yield tuple(sorted(i for s, i in group if s == 0)), tuple(sorted(i for s, i in group if s == 1))
