"""Why a finding says so: its rule and basis in words, what it rests on, what would change it."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from made_up_comparisons import made_up_comparison, with_loci
from made_up_pages import FOUR, coded, page, shipped

from argmap.comparison import compare
from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.comparison.category_words import CATEGORY_WORDS
from argmap.comparison.records import Comparison
from argmap.comparison.what_if import what_if
from argmap.comparison.what_ifs import what_ifs
from argmap.hypertext.page.causes_view import causes_view
from argmap.hypertext.page.compare_view import compare_view
from argmap.hypertext.page.material import Material
from argmap.hypertext.page.part_table import PartTable
from argmap.hypertext.page.roles_view import roles_view
from argmap.hypertext.page.why_view import Why, whys


@pytest.fixture(scope="module")
def pair() -> Comparison:
    return compare(shipped(*FOUR[:2]), metrics=False)


def why(c: Comparison, finding: str, *, tried: bool = True) -> Why:
    (f,) = (f for f in c.findings if f.id == finding)
    changes = {finding: what_if(c.documents, f)} if tried else {}
    return whys(Material(c.documents, c), changes)[finding]


def test_a_conflict_says_what_it_rests_on_and_turns_on_and_what_would_change_it(pair: Comparison) -> None:
    found = why(pair, "stance:history-overcome")
    assert found.verdict == "both cannot be right"
    a, b, turns, changes = found.parts
    assert (a.lead, a.lines) == ("A", ("holds: A·C10", "because A·E7", "because A·P7"))
    assert (b.lead, b.lines) == ("B", ("denies: B·P7",))
    assert turns.lead == "The conflict turns on"
    assert (
        turns.lines[0]
        == "the weighing: both say Tokyo and Seoul have moved their quarrels over the past into the background"
    )
    assert turns.lines[-1] == "a question of fact"
    assert (changes.lead, changes.lines) == (
        "What would change it",
        ("one commits itself, the other leaves it open, if A·C10 or B·P7 left it open",),
    )
    assert found.ground == (
        "stance-contradiction: {holds} against {denies}, scopes overlap, no condition open",
        "codebook key history-overcome",
    )


def test_what_would_change_a_difference_is_told(pair: Comparison) -> None:
    found = why(pair, "role:china")
    assert [part.lead for part in found.parts] == ["What would change it"]
    assert found.parts[0].lines == (
        "some roles in common, if A·C3 were not coded so; or if A·C18 or B·C13 or B·O6 were marked main",
    )


def test_of_causes_only_what_matches_of_the_rule_is_told(pair: Comparison) -> None:
    found = why(pair, "explanation:closer-ties", tried=False)
    assert (found.parts, found.table) == ((), "causes")
    assert found.ground[0] == (
        "explanation-same-causes-different-weight: matched {china-assertiveness, nk-threat}, "
        "main {nk-threat} against {china-assertiveness}"
    )


@pytest.mark.parametrize("names", [FOUR[:2], FOUR])
def test_the_table_a_reader_is_sent_to_names_every_statement(names: tuple[str, ...]) -> None:
    c = compare(shipped(*names), metrics=False)
    material = Material(c.documents, c)
    told = whys(material, {})
    tables = {"causes": causes_view(material), "roles": roles_view(material)}
    for f in c.findings:
        view = tables.get(told[f.id].table)
        if view is None:
            assert f.unit in ("stance", "evidence") or f.category in ("one-sided", "only-one")
            continue
        (block,) = (b for b in _blocks(view) if b and b[0] == f"#{material.row(f.id)}")
        for m in c.maps:
            positions = [p for p in f.sides[m.id].position or () if not isinstance(p, str)]
            for entry in positions:
                for key in entry.statements:
                    assert material.link(m.id, key).href in block[1]


def _blocks(view: PartTable) -> list[tuple[str, set[str]]]:
    """What is asked about, by the way to its row, and all ways to statements under it."""
    found: list[tuple[str, set[str]]] = []
    for block in view.blocks:
        shared: set[str] = set()
        if block.verdict:
            found.append((block.verdict.href, shared))
        for row in block.rows:
            ways = {link.href for cell in row.cells for answer in cell for link in answer.links}
            shared |= ways
            if row.verdict:
                found.append((row.verdict.href, ways))
    return found


def test_of_a_source_the_rule_is_told_and_its_uses_stand_in_the_row(pair: Comparison) -> None:
    found = why(pair, "evidence:camp-david-principles", tried=False)
    assert (found.parts, found.ground) == ((), ("evidence-some-shared-use", "codebook key camp-david-principles"))
    (compared,) = (v for v in [compare_view(Material(pair.documents, pair))] if v)
    rows = {row.finding: row for section in compared.sections for row in section.rows}
    uses = [
        [line.text for line in cell.lines if line.kind == "use"]
        for cell in rows["evidence:camp-david-principles"].cells
    ]
    f = next(f for f in pair.findings if f.id == "evidence:camp-david-principles")
    assert [len(said) for said in uses] == [len(f.sides[m.id].position or ()) for m in pair.maps]


def test_where_maps_agree_the_row_names_the_statements_and_only_reasons_are_told(pair: Comparison) -> None:
    found = why(pair, "stance:jck-matters", tried=False)
    assert found.verdict == "the same answer; not both give reasons"
    assert [(p.lead, p.lines) for p in found.parts] == [("A", ("because A·C3 + A·C2 + A·U1",))]


def test_where_one_map_speaks_only_its_reasons_are_told(pair: Comparison) -> None:
    found = why(pair, "stance:two-aims", tried=False)
    assert (found.verdict, found.table) == ("", "")
    assert [(p.lead, p.lines) for p in found.parts] == [
        ("A", ("because A·C6 + A·C7", "because A·C12", "because A·C13"))
    ]
    assert found.ground == ("codebook key two-aims",)


def test_a_premise_left_out_is_called_as_in_the_page(pair: Comparison) -> None:
    found = why(pair, "stance:politics-risk")
    assert "if A·O6 were not supported by A·P8; or if B·T3 were not supported by B·C4" in " ".join(
        found.parts[-1].lines
    )


def test_an_accepted_row_is_told_with_who_accepted_it_and_how_sure() -> None:
    left, right = coded("ode", 1), coded("roe", 2)
    row = Correspondence(
        subject=Ref("ode", "t"), predicate="skos:exactMatch", object=Ref("roe", "t"),
        confidence=0.8, author="Ann", file="rows.sssom.tsv", row=2,
    )  # fmt: skip
    c = compare([left, right], alignment=[row], metrics=False)
    f = next(f for f in c.findings if any(b.via == "alignment" for b in f.basis))
    found = whys(Material(c.documents, c), {f.id: what_if([left, right], f, [row])})[f.id]
    assert any(g.startswith("alignment rows.sssom.tsv") and "confidence 0.8, by Ann" in g for g in found.ground)
    assert "the row “" in " ".join(found.parts[-1].lines)


def test_of_many_maps_each_two_are_told(pair: Comparison) -> None:
    c = compare([coded(f"author-{i}", i) for i in range(5)], metrics=False)
    found = whys(Material(c.documents, c), {})
    for f in c.findings:
        told = [p for p in found[f.id].parts if p.lead == "Two at a time"]
        assert bool(told) == bool(f.pairs)
        if told:
            assert sum(line.count(" and ") for line in told[0].lines if ": " in line) >= len(f.pairs)


def test_every_category_has_words_and_every_statement_that_is_named_stands_in_the_page() -> None:
    c = compare(shipped(*FOUR), metrics=False)
    html = page(*shipped(*FOUR))
    for told in re.findall(r"<details class=why>(.*?)</details>", html, re.DOTALL):
        for letter, name in re.findall(r"([A-Z])·([A-Z]\d*)", told):
            assert f"id={letter}-{name}>" in html
    assert {f.category for f in c.findings} <= set(CATEGORY_WORDS)


def test_made_up_loci_are_told_in_words() -> None:
    c = with_loci(made_up_comparison(40))
    conflicts = [f for f in c.findings if f.locus]
    assert conflicts
    material = Material((coded("left", 1), coded("right", 2)), replace(c, findings=()), among=c)
    assert whys(material, {}) == {}


def test_changes_are_tried_for_what_differs_first_and_never_where_one_map_speaks(pair: Comparison) -> None:
    small = compare([coded("ode", 1), coded("roe", 2)], metrics=False)
    found = what_ifs(small.documents, small.findings)
    assert set(found) == {f.id for f in small.findings if f.group != "one-sided"}
    groups = [next(f.group for f in small.findings if f.id == id_) in ("agree", "agree-but") for id_ in found]
    assert all(not (a and not b) for a, b in pairwise(groups))


def test_what_would_take_too_long_is_left_untried(monkeypatch: pytest.MonkeyPatch) -> None:
    small = compare([coded("ode", 1), coded("roe", 2)], metrics=False)
    monkeypatch.setattr("argmap.comparison.what_ifs._MOST", 400)
    assert 0 < len(what_ifs(small.documents, small.findings)) < sum(f.group != "one-sided" for f in small.findings)
    monkeypatch.setattr("argmap.comparison.what_ifs._MOST", 0)
    assert what_ifs(small.documents, small.findings) == {}


def test_a_single_map_has_nothing_to_explain() -> None:
    assert whys(Material((coded("ode", 1),)), {}) == {}
