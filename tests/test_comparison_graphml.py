"""A comparison as a graph: what networkx and any XML parser read of it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx  # type: ignore[import-untyped]
import pytest
from comparison_cases import a_map, mill_road, two
from generated_maps import brief, build_all, several
from hypothesis import given
from made_up_comparisons import made_up_among, made_up_comparison, with_loci

import argmap
from argmap.comparison import Comparison, compare
from argmap.reporters.comparison_graphml import EDGES, NODES, comparison_graphml
from argmap.reporters.graphml import NAMESPACE, Edge, Node, graphml

ROOT = Path(__file__).parents[1]
SHIPPED = [
    ROOT / "maps" / "northeast-asia" / f"{name}.yaml"
    for name in ("koga-2023", "rsis-2023", "beijing-2023", "camp-david-2023")
]
READERS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "int": int,
    "double": float,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def require_graphml(text: str) -> None:
    """Fail where a text breaks a rule of GraphML: order, names, declared data of the right type, known ends."""
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    root = ET.fromstring(text.encode())
    assert root.tag == _tag("graphml")
    assert [child.tag for child in root] == [_tag("key")] * (len(root) - 1) + [_tag("graph")]
    *keys, graph = root
    names = [e.attrib["id"] for e in [*keys, graph, *graph]]
    assert len(set(names)) == len(names)
    assert all(_is_token(name) for name in names)
    assert graph.attrib["edgedefault"] in ("directed", "undirected")
    nodes = [e for e in graph if e.tag == _tag("node")]
    assert [e.tag for e in graph] == [_tag("node")] * len(nodes) + [_tag("edge")] * (len(graph) - len(nodes))
    ids = {node.attrib["id"] for node in nodes}
    assert all({e.attrib["source"], e.attrib["target"]} <= ids for e in graph if e.tag == _tag("edge"))
    declared = {key.attrib["id"]: (key.attrib["for"], READERS[key.attrib["attr.type"]]) for key in keys}
    for e in graph:
        given_keys = [data.attrib["key"] for data in e]
        assert len(set(given_keys)) == len(given_keys)
        for data in e:
            of, reader = declared[data.attrib["key"]]
            assert data.tag == _tag("data")
            assert e.tag == _tag(of)
            assert data.text
            reader(data.text)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _is_token(name: str) -> bool:
    return name != "" and all(c.isascii() and (c.isalnum() or c in "-_.:") for c in name)


def graph(c: Comparison) -> Any:
    """The graph as networkx reads it: directed, with several edges between two nodes."""
    text = comparison_graphml(c)
    require_graphml(text)
    return nx.parse_graphml(text, force_multigraph=True)


def of_kind(g: Any, kind: str) -> dict[str, dict[str, Any]]:
    return {data["ref"]: data for _, data in g.nodes(data=True) if data["kind"] == kind}


def edges(g: Any, relation: str) -> list[tuple[str, str, dict[str, Any]]]:
    """The edges of a relation, with what their ends stand for."""
    ref = {node: data["ref"] for node, data in g.nodes(data=True)}
    return [(ref[a], ref[b], data) for a, b, data in g.edges(data=True) if data["relation"] == relation]


def test_the_worked_example(golden: Callable[[str, str], None]) -> None:
    golden("mill-road/comparison.graphml", comparison_graphml(compare(mill_road())))


def test_maps_take_positions_on_findings() -> None:
    found = edges(graph(compare(mill_road())), "position")
    assert [(a, b, d["position"], d.get("sign"), d.get("main")) for a, b, d in found if not b.startswith("ev")] == [
        ("ruiz", "stance:lane-safer", "holds", 1, None),
        ("ruiz", "explanation:custom", "raises", 1, True),
        ("ruiz", "explanation:custom", "lowers", -1, False),
        ("ruiz", "role:council", "role", 1, True),
        ("ruiz", "stance:build-lane", "holds", 1, None),
        ("ruiz", "stance:air", "holds", 1, None),
        ("patel", "stance:lane-safer", "holds", 1, None),
        ("patel", "explanation:custom", "lowers", -1, True),
        ("patel", "explanation:custom", "raises", 1, False),
        ("patel", "role:council", "role", 1, True),
        ("patel", "stance:build-lane", "denies", -1, None),
    ]


def test_roles_carry_certainty_and_toward_whom() -> None:
    (data,) = [d for a, b, d in edges(graph(compare(mill_road())), "position") if (a, b) == ("ruiz", "role:council")]
    assert data["certainty"] == "possible"
    assert data["toward"] == "shops, riders"
    assert data["entry"] == "role:council=intermediary"
    assert data["label"] == "the council as intermediary"


def test_uses_of_a_source_have_no_sign() -> None:
    found = [d for _, b, d in edges(graph(compare(mill_road())), "position") if b == "evidence:survey-2024"]
    assert [(d["entry"], d["weight"], "sign" in d, "main" in d) for d in found] == [
        ("holds:lane-safer", 1, False, False),
        ("lowers:fewer-spaces>custom", 1, False, False),
    ]


def test_the_weight_of_a_position_is_how_many_statements_say_it() -> None:
    c = compare(two("a: {says: {holds: p}}\nb: {says: {holds: p}}", "a: {says: {questions: p}}"))
    found = edges(graph(c), "position")
    assert [(a, d["weight"], d["sign"]) for a, _, d in found] == [("a", 2, 1), ("b", 1, 0)]


def test_a_map_that_contradicts_itself_has_no_sign_there() -> None:
    c = compare(two("a: {says: {holds: p}}\nb: {says: {denies: p}}", "a: {says: {holds: p}}"))
    assert [(d["position"], d.get("sign")) for _, _, d in edges(graph(c), "position")] == [("both", None), ("holds", 1)]


def test_statements_belong_to_maps_and_say_or_report_what_findings_are_about() -> None:
    g = graph(compare(two("t: {says: {holds: p}, quote: so, at: ¶1}", "r: {says: {denies: p}, voice: riders}")))
    assert [(a, b) for a, b, _ in edges(g, "of")] == [("a/t", "a"), ("b/r", "b")]
    assert [(a, b) for a, b, _ in edges(g, "says")] == [("a/t", "stance:p")]
    assert [(a, b) for a, b, _ in edges(g, "reports")] == [("b/r", "stance:p")]
    said = of_kind(g, "statement")
    assert {**said["a/t"]} == {
        "kind": "statement",
        "ref": "a/t",
        "label": "t",
        "map": "a",
        "text": "t",
        "quote": "so",
        "place": "¶1",
        "certainty": "asserted",
        "voice": "author",
    }
    assert said["b/r"]["voice"] == "riders"


def test_a_conflict_rests_on_the_conflicts_below_it() -> None:
    c = compare(
        two(
            "t: {says: {holds: p}, because: [x]}\nx: {says: {holds: q}}",
            "t: {says: {denies: p}, because: [x]}\nx: {says: {denies: q}}",
        )
    )
    found = [(a, b, d["root"], d["double"]) for a, b, d in edges(graph(c), "rests-on")]
    assert found == [("stance:p", "stance:q", True, True)]


def test_a_conflict_that_is_not_among_the_findings_is_no_end_of_an_edge() -> None:
    c = compare(
        two(
            "t: {says: {holds: p}, because: [x]}\nx: {says: {holds: q}}",
            "t: {says: {denies: p}, because: [x]}\nx: {says: {denies: q}}",
        )
    )
    only = Comparison(c.maps, c.codebooks, tuple(f for f in c.findings if f.key == "p"), ())
    assert edges(graph(only), "rests-on") == []


def test_maps_that_say_nothing_are_nodes_alone() -> None:
    g = graph(compare(two("", "")))
    assert {ref: data["label"] for ref, data in of_kind(g, "map").items()} == {"a": "A", "b": "B"}
    assert g.number_of_nodes() == 2
    assert g.number_of_edges() == 0


@pytest.mark.parametrize(
    "text", ["</data>&<![CDATA[", "]]>", "a\x00\x1b\ud800\uffff", "x\ty\r\nz\rw", "👩‍👧 東京 e\u0301"]
)
def test_hostile_texts_are_read_as_they_are_but_for_controls_and_line_ends(text: str) -> None:
    shown = text.replace("\x00", "␀").replace("\x1b", "␛").replace("\ud800", "\ufffd").replace("\uffff", "\ufffd")
    shown = shown.replace("\r\n", "\n").replace("\r", "\n")
    written = graphml(
        [Node("n0", {"t": text}), Node("n1", {})],
        [Edge("n0", "n1", {"u": text})],
        of_nodes={"t": "string"},
        of_edges={"u": "string"},
    )
    require_graphml(written)
    g = nx.parse_graphml(written)
    assert g.nodes["n0"]["t"] == shown
    assert g.edges["n0", "n1"]["u"] == shown


def test_a_comparison_of_hostile_maps_reads_back() -> None:
    text = "\"<a href='x'>\" & =1 👩‍👧 ]]>"
    says: dict[str, Any] = {"t": {"text": text, "quote": text, "says": {"holds": "p"}}}
    book = {"id": "b", "propositions": {"p": text}}
    c = compare((a_map("a", says, book=book, article={"short": text}), a_map("b", says, book=book)))
    g = graph(c)
    assert of_kind(g, "map")["a"]["label"] == text
    assert of_kind(g, "statement")["a/t"]["text"] == text
    assert of_kind(g, "finding")["stance:p"]["label"] == text


@pytest.mark.parametrize(
    "c",
    [with_loci(made_up_comparison(60)), made_up_comparison(40, kind="hostile"), made_up_among(50, 40)],
    ids=["two", "hostile", "fifty"],
)
def test_made_up_comparisons_are_whole_in_the_graph(c: Comparison) -> None:
    # what is made up may stand twice under one id
    c = replace(c, findings=tuple({f.id: f for f in c.findings}.values()))
    require_whole(c, graph(c))


def require_whole(c: Comparison, g: Any) -> None:
    assert list(of_kind(g, "map")) == [m.id for m in c.maps]
    assert list(of_kind(g, "finding")) == [f.id for f in c.findings]
    said = {(m, s.id) for f in c.findings for m, side in f.sides.items() for s in (*side.statements, *side.reported)}
    assert set(of_kind(g, "statement")) == {f"{m}/{s}" for m, s in said}
    counts = Counter(data["relation"] for _, _, data in g.edges(data=True))
    sides = [side for f in c.findings for side in f.sides.values()]
    assert counts["says"] == sum(len(side.statements) for side in sides)
    assert counts["reports"] == sum(len(side.reported) for side in sides)
    assert counts["of"] == len(said)
    assert counts["position"] == sum(_positions(side.position) for side in sides)
    weights = {data["weight"] for _, _, data in g.edges(data=True)}
    assert all(weight >= 1 for weight in weights)


def _positions(position: str | Iterable[object] | None) -> int:
    return 0 if position is None else 1 if isinstance(position, str) else len(list(position))


@given(several)
@brief
def test_any_maps_are_whole_in_the_graph(found: list[tuple[dict[str, Any], str]]) -> None:
    c = compare(build_all(found))
    require_whole(c, graph(c))


def test_the_shipped_maps_are_whole_in_the_graph() -> None:
    c = argmap.compare(*SHIPPED)
    g = graph(c)
    require_whole(c, g)
    assert g.is_directed()


def test_the_documentation_tells_of_every_attribute() -> None:
    page = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
    part = page.partition("## GraphML")[2].partition("\n## ")[0]
    assert [name for name in (*NODES, *EDGES) if f"`{name}`" not in part] == []
