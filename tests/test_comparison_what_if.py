"""What would change a finding, tried out; and the finding in full."""

import json
from collections.abc import Callable

import pytest
from comparison_cases import BOOK, a_map, mill_road, two

from argmap import api
from argmap.comparison import CATEGORIES, compare
from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.comparison.category_words import CATEGORY_WORDS
from argmap.comparison.records import PROFILES, Finding
from argmap.comparison.what_if import WhatIf, what_if
from argmap.errors import UnknownName
from argmap.model import ArgumentMap
from argmap.reporters.explain_json import explain_json
from argmap.reporters.explain_text import explain_markdown, explain_text

Turned = tuple[str, str, str, str, str | None]


def tried(maps: tuple[ArgumentMap, ...], finding: str, *rows: Correspondence) -> tuple[Finding, WhatIf]:
    found = {f.id: f for f in compare(maps, alignment=rows).findings}[finding]
    return found, what_if(maps, found, rows)


def turning(maps: tuple[ArgumentMap, ...], finding: str, *rows: Correspondence) -> set[Turned]:
    return {(a.change, a.map, a.statement, a.of, a.category) for a in tried(maps, finding, *rows)[1].turning}


def test_a_contradiction_ends_if_a_side_says_less() -> None:
    maps = two("x: {says: {holds: p}}", "y: {says: {denies: p}}")
    assert turning(maps, "stance:p") == {
        ("not-said", "a", "x", "", "one-sided"),
        ("asked", "a", "x", "", "stance-open-vs-committed"),
        ("not-said", "b", "y", "", "one-sided"),
        ("asked", "b", "y", "", "stance-open-vs-committed"),
    }


def test_a_finding_that_only_one_statement_makes_is_gone_without_it() -> None:
    maps = two("x: {says: {holds: p}}", "y: {says: {holds: q}}")
    assert ("not-said", "a", "x", "", None) in turning(maps, "stance:p")


def test_what_is_put_first_decides_between_weights() -> None:
    left = "x: {says: [{cause: c, raises: e, main: true}, {cause: d, raises: e}]}"
    right = "y: {says: [{cause: c, raises: e}, {cause: d, raises: e, main: true}]}"
    maps = two(left, right)
    found, _ = tried(maps, "explanation:e")
    assert found.category == "explanation-same-causes-different-weight"
    assert {t for t in turning(maps, "explanation:e") if t[0] == "main"} == set()
    one_main = two(left, "y: {says: [{cause: c, raises: e}, {cause: d, raises: e}]}")
    assert turning(one_main, "explanation:e") == {
        ("not-said", "a", "x", "", "one-sided"),
        ("not-said", "b", "y", "", "one-sided"),
        ("not-main", "a", "x", "", "explanation-same"),
        ("main", "b", "y", "", "explanation-same"),
    }


def test_reasons_and_sources_left_out_change_what_is_shared() -> None:
    left = "x: {says: {holds: p}, because: [u], sources: [s]}\nu: {says: {holds: q}}"
    right = "y: {says: {holds: p}, because: [v], sources: [s]}\nv: {says: {holds: q}}"
    found = turning(two(left, right), "stance:p")
    assert ("no-reason", "a", "x", "u", "agree-shared-reasons") in found
    assert ("no-source", "b", "y", "s", "agree-shared-reasons") in found


def test_certainty_condition_and_scope_are_tried() -> None:
    maps = two("x: {says: {holds: p}, if: [k], when: '2017', certainty: likely}\nk: {}", "y: {says: {holds: p}}")
    found, change = tried(maps, "stance:p")
    assert found.category == "agree-different-strength"
    assert {a.change for a in change.turning} >= {"not-said", "asked"}
    assert change.tried == 10  # of x: unsaid, asked, two certainties, no condition, no time; of y: the first four
    apart = two("x: {says: {holds: p}, when: '2017'}", "y: {says: {denies: p}, when: '2018'}")
    assert ("unlimited", "a", "x", "", "stance-contradiction") in turning(apart, "stance:p")


def test_a_source_is_tried_without_its_citation() -> None:
    maps = two("x: {says: {holds: p}, sources: [s]}", "y: {says: {holds: p}, sources: [s]}")
    assert turning(maps, "evidence:s") == {
        ("not-said", "a", "x", "", "one-sided"),
        ("not-said", "b", "y", "", "one-sided"),
    }


def test_a_finding_on_a_joined_statement_rests_on_its_row() -> None:
    maps = two("x: {says: {holds: p}}", "y: {}")
    row = Correspondence(Ref("a", "x"), "skos:exactMatch", Ref("b", "y"))
    assert ("no-row", "", "", "a:x skos:exactMatch b:y", "one-sided") in turning(maps, "stance:p", row)


def test_linked_propositions_and_more_maps_are_tried_as_well() -> None:
    book = BOOK | {"propositions": {"p": {"text": "P", "contrary": ["q"]}, "q": "Q"}}
    left, right = a_map("a", "x: {says: {holds: p}}", book=book), a_map("b", "y: {says: {holds: q}}", book=book)
    assert ("not-said", "a", "x", "", None) in turning((left, right), "stance:p~q")
    third = a_map("c", "z: {says: {denies: p}}", book=book)
    # what a alone holds then stands beside what it is linked to
    assert ("not-said", "c", "z", "", None) in turning((left, right, third), "stance:p")


def test_every_category_and_profile_has_its_words() -> None:
    assert list(CATEGORY_WORDS) == [*CATEGORIES, *PROFILES]


@pytest.mark.parametrize("finding", ["stance:build-lane", "council", "stance:air", "explanation:custom"])
def test_a_finding_is_explained_in_full(finding: str, golden: Callable[[str, str], None]) -> None:
    found = api.explain(*mill_road(), finding=finding)
    name = found.finding.id.replace(":", "-")
    text = explain_text(found.comparison, found.finding, found.what_if, width=80)
    assert max(map(len, text.splitlines())) <= 80
    golden(f"mill-road/explain-{name}.txt", text)
    golden(f"mill-road/explain-{name}.md", explain_markdown(found.comparison, found.finding, found.what_if))


def test_an_explanation_as_json_holds_the_finding_and_what_turns_it() -> None:
    found = api.explain(*mill_road(), finding="role:council")
    data = json.loads(explain_json(found.finding, found.what_if))
    assert data["finding"]["category"] == "role-opposed"
    assert data["what_if"]["tried"] == found.what_if.tried
    assert {"change": "not-said", "map": "ruiz", "statement": "council", "of": "", "category": "one-sided"} in (
        data["what_if"]["turning"]
    )


def test_an_unknown_finding_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownName, match="no finding is called 'role:counsel'; known: stance:lane-safer"):
        api.explain(*mill_road(), finding="role:counsel")


def test_a_change_that_sets_rows_against_each_other_is_judged_and_not_refused() -> None:
    maps = two("x: {says: {denies: v}}", "y: {text: Y}\nz: {says: {denies: v}, voice: Cy}")
    rows = (
        Correspondence(Ref("b", "z"), "skos:exactMatch", Ref("a", "x"), file="f", row=2),
        Correspondence(Ref("b", "y"), "skos:broadMatch", Ref("a", "x"), file="f", row=3),
    )
    assert turning(maps, "stance:b:y~v", *rows) == {
        ("asked", "a", "x", "", None),
        ("no-row", "", "", str(rows[1]), None),
    }
    assert tried(maps, "stance:b:y~v", *rows)[1].tried == 8


def test_of_many_maps_an_explanation_names_them_and_says_the_self_evident_once() -> None:
    maps = [a_map(n, f"t: {{says: {{{s}: p}}}}", article={"short": n.upper()}) for n, s in _THREE]
    found = api.explain(*maps, finding="stance:p")
    text = explain_text(found.comparison, found.finding, found.what_if, width=120)
    assert "  • A and B: stance-contradiction\n" in text
    assert "  • camps: A and C; B\n" in text
    assert "A's 't' left it open" in text or "B's 't' left it open" in text
    assert "not coded so, the finding would be gone, or one map's alone." in text or "self-evident" not in text


_THREE = (("a", "holds"), ("b", "denies"), ("c", "holds"))
