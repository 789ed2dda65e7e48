"""Discourse networks: statements and ties as Discourse Network Analyzer counts them."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx  # type: ignore[import-untyped]
import pytest
from comparison_cases import BOOK, a_map, mill_road, two
from generated_maps import build_all, quick, several
from hypothesis import given
from test_comparison_graphml import require_graphml

import argmap
from argmap.comparison import Comparison, compare
from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.errors import ArgmapError
from argmap.reporters.dna_csv import dna_csv, dna_matrix
from argmap.reporters.dna_graphml import dna_graphml
from argmap.reporters.dna_networks import NETWORKS, Network
from argmap.reporters.dna_positions import concepts
from argmap.reporters.spreadsheet import original

ROOT = Path(__file__).parents[1]
SHIPPED = [
    ROOT / "maps" / "northeast-asia" / f"{name}.yaml"
    for name in ("koga-2023", "rsis-2023", "beijing-2023", "camp-david-2023")
]


def statements(c: Comparison) -> list[tuple[str, str, str, str]]:
    """Document, organisation, concept and agreement of each row."""
    header, *rows = csv.reader(io.StringIO(dna_csv(c), newline=""))
    assert header == ["document", "organization", "concept", "agreement"]
    return [(document, original(who), original(concept), agreement) for document, who, concept, agreement in rows]


def matrix(c: Comparison, network: Network) -> dict[tuple[str, str], float | None]:
    """The ties by the ids of the maps."""
    (_, *names), *rows = csv.reader(io.StringIO(dna_matrix(c, network), newline=""))
    assert [original(name) for name in names] == [original(row[0]) for row in rows] == [m.name for m in c.maps]
    ids = [m.id for m in c.maps]
    cells = [(a, b, cell) for a, row in zip(ids, rows, strict=True) for b, cell in zip(ids, row[1:], strict=True)]
    return {(a, b): float(cell) if cell else None for a, b, cell in cells}


def of(*said: str) -> Comparison:
    """Maps a, b, c … that say so."""
    return compare([a_map("abcdef"[i], statements) for i, statements in enumerate(said)])


@pytest.mark.parametrize("network", NETWORKS)
def test_the_networks_of_the_worked_example(golden: Callable[[str, str], None], network: Network) -> None:
    golden(f"mill-road/dna-{network}.csv", dna_matrix(compare(mill_road()), network).replace("\r\n", "\n"))


def test_the_statements_and_the_graph_of_the_worked_example(golden: Callable[[str, str], None]) -> None:
    golden("mill-road/dna.csv", dna_csv(compare(mill_road())).replace("\r\n", "\n"))
    golden("mill-road/dna.graphml", dna_graphml(compare(mill_road())))


def test_the_ties_of_the_worked_example_by_hand() -> None:
    c = compare(mill_road())
    # six and five positions, three of four shared ones equal: the mean is 5.5
    assert matrix(c, "congruence")["ruiz", "patel"] == 3 / 5.5
    assert matrix(c, "conflict")["ruiz", "patel"] == 1 / 5.5
    assert matrix(c, "subtract")["ruiz", "patel"] == 4 / 11


def test_what_is_held_is_agreed_with_and_what_is_denied_or_lowers_is_not() -> None:
    c = of(
        "a: {says: {holds: p}}\nb: {says: {denies: q}}\nc: {says: {cause: c, lowers: e}}\n"
        "d: {says: {actor: council, role: ally}}\ne: {says: {cause: d, raises: e}}",
        "",
    )
    assert statements(c) == [
        ("a", "a", "The lane pays", "1"),
        ("a", "a", "The street is quiet", "0"),
        ("a", "a", "a lane → custom", "0"),
        ("a", "a", "fewer spaces → custom", "1"),
        ("a", "a", "the council as ally", "1"),
    ]


def test_what_is_open_varies_or_clashes_has_no_row() -> None:
    said = (
        "a: {says: {questions: p}}\nb: {says: {cause: c, unrelated: e}}\nc: {says: {holds: q}, when: '2017'}\n"
        "d: {says: {denies: q}, when: '2018'}\ne: {says: {holds: r}}\nf: {says: {denies: r}}"
    )
    c = of(said, "a: {says: {holds: r}}")
    assert statements(c) == [("b", "b", "Buses run on time", "1")]


def test_an_open_question_is_half_way_in_all_three_networks() -> None:
    c = of("a: {says: {holds: p}}", "a: {says: {questions: p}}")
    assert [matrix(c, network)["a", "b"] for network in NETWORKS] == [0.5, 0.5, 0.0]


def test_links_of_unlike_signs_are_one_concept() -> None:
    c = of(
        "a: {says: {cause: c, raises: e}}", "a: {says: {cause: c, lowers: e}}", "a: {says: {cause: c, unrelated: e}}"
    )
    assert statements(c) == [("a", "a", "a lane → custom", "1"), ("b", "b", "a lane → custom", "0")]
    assert set(concepts(c).values()) == {"a lane → custom"}
    assert matrix(c, "conflict") == {
        ("a", "a"): 0.0, ("a", "b"): 1.0, ("a", "c"): 0.5,
        ("b", "a"): 1.0, ("b", "b"): 0.0, ("b", "c"): 0.5,
        ("c", "a"): 0.5, ("c", "b"): 0.5, ("c", "c"): 0.0,
    }  # fmt: skip


def test_maps_without_any_position_have_no_tie_rather_than_one_of_nought() -> None:
    c = of("", "", "a: {says: {holds: p}}")
    assert matrix(c, "subtract")["a", "b"] is None
    assert matrix(c, "subtract")["a", "c"] == 0.0
    assert statements(c) == [("c", "c", "The lane pays", "1")]
    g = nx.parse_graphml(dna_graphml(c))
    assert (g.number_of_nodes(), g.number_of_edges()) == (3, 0)


def test_two_propositions_that_read_alike_are_two_concepts() -> None:
    book = BOOK | {"propositions": {"p": "The lane pays", "q": "The lane pays"}}
    c = compare([a_map(m, "a: {says: {holds: p}}\nb: {says: {denies: q}}", book=book) for m in "ab"])
    assert [(concept, agreement) for _, who, concept, agreement in statements(c) if who == "a"] == [
        ("The lane pays (stance:p)", "1"),
        ("The lane pays (stance:q)", "0"),
    ]


def test_propositions_a_codebook_links_keep_a_concept_each() -> None:
    book = BOOK | {"propositions": {"p": {"text": "All run.", "narrower": ["q"]}, "q": "One runs."}}
    c = compare((a_map("a", "t: {says: {holds: p}}", book=book), a_map("b", "t: {says: {holds: q}}", book=book)))
    assert [f.id for f in c.findings] == ["stance:p~q"]
    assert [concept for _, _, concept, _ in statements(c)] == ["All run", "One runs"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The tram pays.", ["The tram pays", "All pays"]), ("Tram / bus pays.", ["a:t", "b:u"])],
    ids=["label", "label that cannot be split"],
)
def test_statements_that_a_row_links_keep_a_concept_each(text: str, expected: list[str]) -> None:
    maps = (a_map("a", {"t": {"text": text}}, book=None), a_map("b", {"u": {"text": "All pays."}}, book=None))
    row = Correspondence(Ref("a", "t"), "skos:broadMatch", Ref("b", "u"), file="rows.tsv")
    c = compare(maps, alignment=[row])
    assert [f.id for f in c.findings] == ["stance:a:t~b:u"]
    assert [concept for _, _, concept, _ in statements(c)] == expected


def test_without_a_codebook_concepts_are_the_keys_in_words() -> None:
    c = compare([a_map(m, "t: {says: {holds: lane-pays}}", book=None) for m in "ab"])
    assert [concept for _, _, concept, _ in statements(c)] == ["lane pays", "lane pays"]


def test_names_and_concepts_are_no_formulas() -> None:
    book = {"id": "b", "propositions": {"p": "=1+1"}}
    maps = [a_map(m, "t: {says: {holds: p}}", book=book, article={"short": f"@{m}"}) for m in "ab"]
    c = compare(maps)
    assert dna_csv(c).splitlines()[1] == "a,'@a,'=1+1,1"
    assert dna_matrix(c, "subtract") == ",'@a,'@b\r\n'@a,0.0,1.0\r\n'@b,1.0,0.0\r\n"


def test_a_comparison_without_figures_has_no_networks() -> None:
    c = replace(compare(mill_road()), metrics=None)
    with pytest.raises(ArgmapError, match="metrics=True"):
        dna_csv(c)


@given(several)
@quick
def test_subtract_is_the_figure_of_that_name(found: list[tuple[dict[str, Any], str]]) -> None:
    c = compare(build_all(found))
    assert c.metrics
    ties = {network: matrix(c, network) for network in NETWORKS}
    for a, b in combinations([m.id for m in c.maps], 2):
        figures = c.metrics.pairs[f"{a}|{b}"]
        subtract, congruence, conflict = (ties[network][a, b] for network in ("subtract", "congruence", "conflict"))
        assert subtract == figures["dna-subtract"].value
        if subtract is None:
            continue
        assert congruence is not None
        assert conflict is not None
        assert congruence - conflict == pytest.approx(subtract)
        if figures["congruence"].value is not None:
            assert congruence == pytest.approx(figures["congruence"].value * (congruence + conflict))
            assert congruence + conflict > 0
    assert all(of[a, b] == of[b, a] for of in ties.values() for a, b in of)


@given(several)
@quick
def test_where_nothing_is_open_the_statements_give_the_networks(found: list[tuple[dict[str, Any], str]]) -> None:
    c = compare(build_all(found))
    assert c.metrics
    if any(sign == 0 for of in c.metrics.signs.values() for sign in of.values()):
        return
    said = {m.id: {concept: yes for who, _, concept, yes in statements(c) if who == m.id} for m in c.maps}
    for a, b in combinations(said, 2):
        equal = sum(said[b].get(concept) == yes for concept, yes in said[a].items())
        unequal = len(said[a].keys() & said[b].keys()) - equal
        mean = (len(said[a]) + len(said[b])) / 2
        expected = [n / mean if mean else None for n in (equal, unequal, equal - unequal)]
        ties = [matrix(c, network)[a, b] for network in ("congruence", "conflict", "subtract")]
        assert ties == [None if e is None else pytest.approx(e) for e in expected]


@given(several)
@quick
def test_every_position_but_the_open_ones_has_a_row_with_a_concept_of_its_own(
    found: list[tuple[dict[str, Any], str]],
) -> None:
    c = compare(build_all(found))
    assert c.metrics
    rows = statements(c)
    assert len(rows) == sum(sign != 0 for of in c.metrics.signs.values() for sign in of.values())
    assert len({(document, concept) for document, _, concept, _ in rows}) == len(rows)
    assert all(concept for _, _, concept, _ in rows)


def test_the_graph_holds_every_tie_that_is_not_nought() -> None:
    c = of("a: {says: {holds: p}}", "a: {says: {denies: p}}", "a: {says: {holds: p}}\nb: {says: {holds: q}}")
    text = dna_graphml(c)
    require_graphml(text)
    g = nx.parse_graphml(text)
    assert not g.is_directed()
    assert [(g.nodes[n]["ref"], g.nodes[n]["positions"]) for n in g] == [("a", 1), ("b", 1), ("c", 2)]
    found = [(a, b, d["network"], d["value"], d["weight"], d["sign"]) for a, b, d in g.edges(data=True)]
    third = 2 / 3
    assert sorted(found) == [
        ("m0", "m1", "conflict", 1.0, 1.0, 1),
        ("m0", "m1", "subtract", -1.0, 1.0, -1),
        ("m0", "m2", "congruence", third, third, 1),
        ("m0", "m2", "subtract", third, third, 1),
        ("m1", "m2", "conflict", third, third, 1),
        ("m1", "m2", "subtract", -third, third, -1),
    ]


def test_fifty_maps_have_a_tie_with_each_other() -> None:
    said = ["holds: p", "denies: p", "questions: p"]
    c = compare([a_map(f"m{i:02}", f"t: {{says: {{{said[i % 3]}}}}}") for i in range(50)])
    ties = matrix(c, "subtract")
    assert len(ties) == 2500
    assert (ties["m00", "m03"], ties["m00", "m01"], ties["m00", "m02"]) == (1.0, -1.0, 0.0)
    assert len(statements(c)) == 34
    require_graphml(dna_graphml(c))


def test_the_shipped_maps() -> None:
    c = argmap.compare(*SHIPPED)
    assert c.metrics
    figures = {pair: of["dna-subtract"].value for pair, of in c.metrics.pairs.items()}
    ties = matrix(c, "subtract")
    assert {f"{a}|{b}": ties[a, b] for a, b in combinations([m.id for m in c.maps], 2)} == figures
    assert {document for document, *_ in statements(c)} == {m.id for m in c.maps}
    assert {agreement for *_, agreement in statements(c)} == {"0", "1"}


def test_two_maps_of_one_name_are_told_apart() -> None:
    c = compare(two("t: {says: {holds: p}}", "t: {says: {holds: p}}"))
    twice = compare((a_map("a", "t: {says: {holds: p}}"), a_map("a", "t: {says: {holds: p}}")))
    assert [(document, who) for document, who, _, _ in statements(c)] == [("a", "A"), ("b", "B")]
    assert [(document, who) for document, who, _, _ in statements(twice)] == [("a", "a"), ("a#2", "a#2")]
