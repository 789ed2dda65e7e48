"""Graphs as GraphML, which Gephi, yEd, networkx and igraph read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal
from xml.sax.saxutils import escape

from argmap.reporters.controls import without_controls

Type = Literal["string", "int", "double", "boolean"]
Value = str | bool | int | float | None
Types = Mapping[str, Type]

NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"


@dataclass(frozen=True, slots=True)
class Node:
    """A node; `id` is a name token, such as ``n1``. What is None or "" is left out of the file."""

    id: str
    data: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two nodes; several may join the same two."""

    source: str
    target: str
    data: Mapping[str, Value]


def graphml(
    nodes: Iterable[Node], edges: Iterable[Edge], *, of_nodes: Types, of_edges: Types, directed: bool = True
) -> str:
    """The graph as XML text, the same bytes for the same graph.

    Args:
        nodes: Each with data that `of_nodes` declares.
        edges: Each with data that `of_edges` declares.
        of_nodes: The type of each attribute of nodes.
        of_edges: The type of each attribute of edges.
        directed: Whether an edge leads from its source to its target.
    """
    edgedefault = "directed" if directed else "undirected"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<graphml xmlns="{NAMESPACE}">',
        *_declared("node", of_nodes),
        *_declared("edge", of_edges),
        f'  <graph id="argmap" edgedefault="{edgedefault}">',
    ]
    for node in nodes:
        lines += _element(f'node id="{node.id}"', "node", node.data)
    for i, edge in enumerate(edges):
        lines += _element(f'edge id="e{i}" source="{edge.source}" target="{edge.target}"', "edge", edge.data)
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])


def _declared(kind: Literal["node", "edge"], types: Types) -> Iterator[str]:
    for name, of in types.items():
        yield f'  <key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{of}" />'


def _element(opening: str, kind: Literal["node", "edge"], data: Mapping[str, Value]) -> Iterator[str]:
    """The lines of a node or an edge."""
    said = [(name, value) for name, value in data.items() if value is not None and value != ""]
    if not said:
        yield f"    <{opening} />"
        return
    yield f"    <{opening}>"
    yield from (f'      <data key="{kind}-{name}">{_text(value)}</data>' for name, value in said)
    yield f"    </{kind}>"


def _text(value: str | bool | int | float) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            # XML readers turn every line end into LF
            return escape(without_controls(value).replace("\r\n", "\n").replace("\r", "\n"))
        case _:
            return repr(value)
