"""The made-up maps in the forms that other tools read: Argdown, AIF, and nodes and edges alone.

python benchmarks/foreign.py 1000 some-folder/
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import made_up

import argmap
from argmap import ArgumentMap


def write_foreign(m: ArgumentMap, folder: Path) -> None:
    """Write `<id>.argdown`, `<id>.aif.json` and `<id>.graph.json` of a map into a folder."""
    (folder / f"{m.id}.argdown").write_text("\n".join(_argdown(m)), encoding="utf-8")
    (folder / f"{m.id}.aif.json").write_text(json.dumps(_aif(m)), encoding="utf-8")
    (folder / f"{m.id}.graph.json").write_text(json.dumps(_graph(m)), encoding="utf-8")


def _relations(m: ArgumentMap) -> Iterator[tuple[str, str, str]]:
    """Lower and upper statement, and what the lower one does: ``+`` supports, ``-`` attacks."""
    for key, statement in m.statements.items():
        yield from ((premise, key, "+") for reason in statement.because for premise in reason.premises)
        yield from ((objection, key, "-") for objection in statement.but)


def _argdown(m: ArgumentMap) -> Iterator[str]:
    under: dict[str, list[str]] = {}
    for lower, upper, sign in _relations(m):
        under.setdefault(upper, []).append(f"  {sign} [{lower}]")
    for key, statement in m.statements.items():
        yield f"[{key}]: {statement.text}"
        yield from under.get(key, ())
        yield ""


def _aif(m: ArgumentMap) -> dict[str, object]:
    nodes = [{"nodeID": key, "text": s.text, "type": "I"} for key, s in m.statements.items()]
    edges = []
    for i, (lower, upper, sign) in enumerate(_relations(m)):
        step = f"step-{i}"
        nodes.append({"nodeID": step, "text": "", "type": "RA" if sign == "+" else "CA"})
        edges.append({"edgeID": f"{step}-in", "fromID": lower, "toID": step})
        edges.append({"edgeID": f"{step}-out", "fromID": step, "toID": upper})
    return {"nodes": nodes, "edges": edges, "locutions": []}


def _graph(m: ArgumentMap) -> dict[str, object]:
    return {"nodes": {key: s.text for key, s in m.statements.items()}, "edges": list(_relations(m))}


if __name__ == "__main__":
    for path in made_up.write(Path(sys.argv[2]), int(sys.argv[1])):
        write_foreign(argmap.load(path), path.parent)
