"""One piece of a peer's work in a process of its own; runs where the peers are installed, and knows nothing of argmap.

    python benchmarks/work_peers.py yaml-c|yaml-python|arguebuf|networkx|cbrkit FILE [FILE]

Matching is given the same likeness of two statements everywhere: the share of words that both have.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final


def yaml_c(*paths: str) -> None:
    yaml = import_module("yaml")
    for path in paths:
        with Path(path).open(encoding="utf-8") as file:
            yaml.load(file, yaml.CSafeLoader)


def yaml_python(*paths: str) -> None:
    yaml = import_module("yaml")
    for path in paths:
        with Path(path).open(encoding="utf-8") as file:
            yaml.load(file, yaml.SafeLoader)


def arguebuf(*paths: str) -> None:
    load = import_module("arguebuf").load
    for path in paths:
        load.file(Path(path))


def networkx(left: str, right: str) -> None:
    """The edit distance, exactly: its own time limit gives only an upper bound, so the limit is ours."""
    nx = import_module("networkx")
    graphs = []
    for path in (left, right):
        held = _held(path)
        graph = nx.DiGraph()
        graph.add_nodes_from((key, {"text": text}) for key, text in held["nodes"].items())
        graph.add_edges_from((lower, upper, {"sign": sign}) for lower, upper, sign in held["edges"])
        graphs.append(graph)
    nx.graph_edit_distance(
        *graphs,
        node_subst_cost=lambda a, b: 1 - likeness(a["text"], b["text"]),
        edge_match=lambda a, b: a["sign"] == b["sign"],
    )


def cbrkit(left: str, right: str) -> None:
    """Its assignment of nodes (LAP), the fastest of its matchings."""
    graphs = import_module("cbrkit.sim.graphs")
    from_dict = import_module("cbrkit.model.graph").from_dict
    both = []
    for path in (left, right):
        held = _held(path)
        edges = {
            str(i): {"source": lower, "target": upper, "value": sign}
            for i, (lower, upper, sign) in enumerate(held["edges"])
        }
        both.append(from_dict({"nodes": held["nodes"], "edges": edges, "value": None}))
    graphs.lap(node_sim_func=likeness)(*both)


def _held(path: str) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(Path(path).read_text("utf-8"))
    return held


def likeness(one: str, other: str) -> float:
    a, b = set(one.lower().split()), set(other.lower().split())
    return len(a & b) / len(a | b)


WORK: Final[Mapping[str, Callable[..., None]]] = {
    "yaml-c": yaml_c,
    "yaml-python": yaml_python,
    "arguebuf": arguebuf,
    "networkx": networkx,
    "cbrkit": cbrkit,
}

MODULES: Final[Mapping[str, tuple[str, ...]]] = {
    "yaml-c": ("yaml",),
    "yaml-python": ("yaml",),
    "arguebuf": ("arguebuf",),
    "networkx": ("networkx",),
    "cbrkit": ("cbrkit.sim.graphs", "cbrkit.model.graph"),
}
"""What each imports; that is no part of the time in process."""

if __name__ == "__main__":
    work = WORK[sys.argv[1]]
    for module in MODULES[sys.argv[1]]:
        import_module(module)
    start = time.perf_counter()
    work(*sys.argv[2:])
    print(f"in-process seconds: {time.perf_counter() - start:.4f}")
