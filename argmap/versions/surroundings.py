"""What each statement hangs together with."""

from collections import defaultdict
from collections.abc import Mapping

from argmap.graph import edges_under
from argmap.model import Statement

Neighbours = Mapping[str, tuple[tuple[str, str], ...]]
"""Under each id: how, and with which statement; ``"because"`` for what stands under it, ``"^because"`` for above."""


def neighbours(statements: Mapping[str, Statement]) -> Neighbours:
    """The surroundings of every statement; references to statements that do not exist are left out."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, s in statements.items():
        for edge in edges_under(key, s):
            if edge.lower in statements:
                found[key].append((edge.relation, edge.lower))
                found[edge.lower].append((f"^{edge.relation}", key))
    return {key: tuple(found[key]) for key in statements}
