"""Graphs as GraphML, which Gephi, yEd, networkx and igraph read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal
from xml.etree import ElementTree as ET

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
    root = ET.Element("graphml", {"xmlns": NAMESPACE})
    node_keys, edge_keys = _declare(root, "node", of_nodes), _declare(root, "edge", of_edges)
    graph = ET.SubElement(root, "graph", {"id": "argmap", "edgedefault": "directed" if directed else "undirected"})
    for node in nodes:
        _describe(ET.SubElement(graph, "node", {"id": node.id}), node.data, node_keys)
    for i, edge in enumerate(edges):
        named = {"id": f"e{i}", "source": edge.source, "target": edge.target}
        _describe(ET.SubElement(graph, "edge", named), edge.data, edge_keys)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _declare(root: ET.Element, kind: Literal["node", "edge"], types: Types) -> dict[str, str]:
    """Write the declarations of attributes; the key of each."""
    keys = {name: f"{kind}-{name}" for name in types}
    for name, of in types.items():
        ET.SubElement(root, "key", {"id": keys[name], "for": kind, "attr.name": name, "attr.type": of})
    return keys


def _describe(element: ET.Element, data: Mapping[str, Value], keys: Mapping[str, str]) -> None:
    for name, value in data.items():
        if value is not None and value != "":
            ET.SubElement(element, "data", {"key": keys[name]}).text = _text(value)


def _text(value: str | bool | int | float) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            # XML readers turn every line end into LF
            return without_controls(value).replace("\r\n", "\n").replace("\r", "\n")
        case _:
            return repr(value)
