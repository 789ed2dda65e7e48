"""The three discourse networks of a comparison as one graph of maps."""

from collections.abc import Iterator
from typing import Final

from argmap.comparison.records import Comparison
from argmap.reporters.dna_networks import NETWORKS, ties
from argmap.reporters.dna_positions import signs
from argmap.reporters.graphml import Edge, Node, Types, graphml

NODES: Final[Types] = {"ref": "string", "label": "string", "title": "string", "positions": "int"}
EDGES: Final[Types] = {"network": "string", "weight": "double", "value": "double", "sign": "int", "shared": "int"}


def dna_graphml(c: Comparison) -> str:
    """The networks as GraphML, undirected: an edge for each network in which two maps are tied.

    `weight` is never negative, as programs that draw need it; `value` is the tie. As in DNA, 0 is no edge.
    """
    held = signs(c)
    nodes = (
        Node(f"m{i}", {"ref": m.id, "label": m.name, "title": m.title, "positions": len(held[m.id])})
        for i, m in enumerate(c.maps)
    )
    return graphml(nodes, _edges(c), of_nodes=NODES, of_edges=EDGES, directed=False)


def _edges(c: Comparison) -> Iterator[Edge]:
    node = {m.id: f"m{i}" for i, m in enumerate(c.maps)}
    found = tuple(ties(c))
    for network in NETWORKS:
        for tie in found:
            value = tie.weight(network)
            if value:
                sign = 1 if value > 0 else -1
                data = {"network": network, "weight": abs(value), "value": value, "sign": sign, "shared": tie.shared}
                yield Edge(node[tie.a], node[tie.b], data)
