"""A comparison as a graph: maps take positions on findings, statements say so (docs/outputs.md)."""

from collections.abc import Iterator
from typing import Final

from argmap.comparison.records import Cited, ComparedMap, Comparison, Finding, PositionEntry, Side
from argmap.reporters.graphml import Edge, Node, Types, Value, graphml

NODES: Final[Types] = {
    "kind": "string",
    "ref": "string",
    "label": "string",
    "map": "string",
    "unit": "string",
    "key": "string",
    "category": "string",
    "group": "string",
    "symbol": "string",
    "flags": "string",
    "locus": "string",
    "sentence": "string",
    "question": "string",
    "rule": "string",
    "title": "string",
    "coverage": "string",
    "statements": "int",
    "coded": "int",
    "text": "string",
    "quote": "string",
    "place": "string",
    "certainty": "string",
    "voice": "string",
}
EDGES: Final[Types] = {
    "relation": "string",
    "weight": "int",
    "map": "string",
    "position": "string",
    "entry": "string",
    "label": "string",
    "sign": "int",
    "main": "boolean",
    "certainty": "string",
    "toward": "string",
    "root": "boolean",
    "double": "boolean",
}

SIGNS: Final = {"holds": 1, "raises": 1, "role": 1, "denies": -1, "lowers": -1}


def comparison_graphml(c: Comparison) -> str:
    """The comparison as GraphML, a directed graph that may have several edges between two nodes."""
    graph = _Graph(c)
    return graphml(graph.nodes(), graph.edges(), of_nodes=NODES, of_edges=EDGES)


class _Graph:
    def __init__(self, c: Comparison) -> None:
        self.c = c
        self.maps = {m.id: f"m{i}" for i, m in enumerate(c.maps)}
        self.findings = {f.id: f"f{i}" for i, f in enumerate(c.findings)}
        self.cited: dict[tuple[str, str], Cited] = {}
        for f in c.findings:
            for m, side in f.sides.items():
                self.cited.update({(m, s.id): s for s in (*side.statements, *side.reported)})
        self.statements = {ref: f"s{i}" for i, ref in enumerate(self.cited)}

    def nodes(self) -> Iterator[Node]:
        """Maps, then findings, then the statements that findings show."""
        yield from (Node(self.maps[m.id], _of_map(m)) for m in self.c.maps)
        yield from (Node(self.findings[f.id], _of_finding(f)) for f in self.c.findings)
        yield from (Node(self.statements[ref], _of_statement(ref[0], s)) for ref, s in self.cited.items())

    def edges(self) -> Iterator[Edge]:
        """From maps to findings, from statements to their maps and to findings, from conflicts to those below them."""
        for f in self.c.findings:
            for m, side in f.sides.items():
                yield from self._positions(f, m, side)
        yield from (
            Edge(node, self.maps[m], {"relation": "of", "weight": 1, "map": m})
            for (m, _), node in self.statements.items()
        )
        for f in self.c.findings:
            for m, side in f.sides.items():
                yield from (self._said("says", f, m, s) for s in side.statements)
                yield from (self._said("reports", f, m, s) for s in side.reported)
        for f in self.c.findings:
            yield from self._below(f)

    def _positions(self, f: Finding, m: str, side: Side) -> Iterator[Edge]:
        ends = self.maps[m], self.findings[f.id]
        match side.position:
            case None:
                pass
            case str() as position:
                sign = None if position == "both" else SIGNS.get(position, 0)
                weight = len(side.statements) or 1
                data: dict[str, Value] = {"weight": weight, "map": m, "position": position, "sign": sign}
                yield Edge(*ends, {"relation": "position", **data})
            case entries:
                yield from (Edge(*ends, {"relation": "position", "map": m, **_of_entry(f, e)}) for e in entries)

    def _said(self, relation: str, f: Finding, m: str, s: Cited) -> Edge:
        data: dict[str, Value] = {"relation": relation, "weight": 1, "map": m, "certainty": s.certainty}
        return Edge(self.statements[m, s.id], self.findings[f.id], data)

    def _below(self, f: Finding) -> Iterator[Edge]:
        """What a conflict rests on that is itself in conflict, as far as it is among the findings."""
        locus = f.locus
        for other in locus.premises if locus else ():
            if locus and other in self.findings:
                root, double = other in locus.roots, other in locus.double
                data: dict[str, Value] = {"relation": "rests-on", "weight": 1, "root": root, "double": double}
                yield Edge(self.findings[f.id], self.findings[other], data)


def _of_map(m: ComparedMap) -> dict[str, Value]:
    return {
        "kind": "map",
        "ref": m.id,
        "label": m.name,
        "map": m.id,
        "title": m.title,
        "coverage": m.coverage,
        "statements": m.statements,
        "coded": m.coded,
    }


def _of_finding(f: Finding) -> dict[str, Value]:
    return {
        "kind": "finding",
        "ref": f.id,
        "label": f.label,
        "unit": f.unit,
        "key": f.key,
        "category": f.category,
        "group": f.group,
        "symbol": f.symbol,
        "flags": " ".join(f.flags),
        "locus": " ".join(f.locus.all) if f.locus else None,
        "sentence": f.sentence,
        "question": f.question,
        "rule": f.rule,
    }


def _of_statement(m: str, s: Cited) -> dict[str, Value]:
    return {
        "kind": "statement",
        "ref": f"{m}/{s.id}",
        "label": s.id,
        "map": m,
        "text": s.text,
        "quote": s.quote,
        "place": ", ".join(s.at),
        "certainty": s.certainty,
        "voice": s.voice,
    }


def _of_entry(f: Finding, e: PositionEntry) -> dict[str, Value]:
    said: dict[str, Value] = {"weight": len(e.statements) or 1, "entry": e.entry, "label": e.label}
    if f.unit == "evidence":  # what a source is used for: its sign would be that of another key
        return said
    form = e.entry.partition(":")[0]
    return said | {
        "position": form,
        "sign": SIGNS.get(form, 0),
        "main": e.main,
        "certainty": e.certainty,
        "toward": ", ".join(e.toward),
    }
