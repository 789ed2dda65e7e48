"""The tidy table: a row for each finding and map."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from comparison_cases import a_map, mill_road, two
from generated_maps import brief, build_all, several
from hypothesis import given
from made_up_comparisons import made_up_among, made_up_comparison, with_loci

import argmap
from argmap.comparison import Comparison, compare
from argmap.reporters.comparison_csv import COLUMNS, comparison_csv
from argmap.reporters.controls import without_controls
from argmap.reporters.spreadsheet import original

ROOT = Path(__file__).parents[1]
SHIPPED = [
    ROOT / "maps" / "northeast-asia" / f"{name}.yaml"
    for name in ("koga-2023", "rsis-2023", "beijing-2023", "camp-david-2023")
]


def rows(c: Comparison) -> list[dict[str, str]]:
    """The table read back, with the apostrophes off."""
    read = csv.DictReader(io.StringIO(comparison_csv(c), newline=""))
    return [{name: original(cell) for name, cell in row.items()} for row in read]


def row(c: Comparison, finding: str, map_id: str) -> dict[str, str]:
    (found,) = [r for r in rows(c) if r["finding"] == finding and r["map"] == map_id]
    return found


def test_the_worked_example(golden: Callable[[str, str], None]) -> None:
    golden("mill-road/comparison.csv", comparison_csv(compare(mill_road())).replace("\r\n", "\n"))


def test_lines_end_with_carriage_return_and_line_feed() -> None:
    text = comparison_csv(compare(mill_road()))
    assert text.endswith("\r\n")
    assert text.count("\r") == 1 + 2 * 6


def test_there_is_a_row_for_each_finding_and_map_in_their_order() -> None:
    c = compare(mill_road())
    assert [(r["finding"], r["map"]) for r in rows(c)] == [(f.id, m.id) for f in c.findings for m in c.maps]


def test_a_map_that_is_silent_has_a_row_without_position() -> None:
    found = row(compare(mill_road()), "stance:air", "patel")
    assert (found["speaks"], found["position"], found["camp"], found["statements"]) == ("FALSE", "", "", "")


def test_the_lines_of_a_position_belong_together() -> None:
    found = row(compare(mill_road()), "explanation:custom", "ruiz")
    assert found["position"].split("\n") == ["raises:lane>custom", "lowers:fewer-spaces>custom"]
    assert found["position_main"].split("\n") == ["TRUE", "FALSE"]
    assert found["position_certainty"].split("\n") == ["asserted", "asserted"]
    assert found["position_words"].split("\n") == [
        "a bike lane → custom in the shops",
        "fewer parking spaces → custom in the shops (lowers)",
    ]


def test_the_lines_of_statements_belong_together_also_where_some_have_no_quote() -> None:
    c = compare(
        two(
            "t: {says: {holds: p}, text: One.}\nk:\n"
            "u: {says: {holds: p}, quote: in, at: [¶1, ¶2], when: '2017', if: [k]}",
            "t: {says: {denies: p}}",
        )
    )
    found = row(c, "stance:p", "a")
    assert found["statements"].split("\n") == ["t", "u"]
    assert found["texts"].split("\n") == ["One.", "u"]
    assert found["quotes"].split("\n") == ["", "in"]
    assert found["places"].split("\n") == ["", "¶1, ¶2"]
    assert found["when"].split("\n") == ["", "2017"]
    assert found["conditions"].split("\n") == ["", "k"]
    assert found["where"] == found["via"] == found["sources"] == ""


def test_reasons_stand_on_a_line_each_with_what_would_undo_them() -> None:
    left = "t: {says: {holds: p}, because: [[x, y], {premises: [z], unless: [w]}]}\nx:\ny:\nz: {says: {holds: q}}\nw:"
    found = row(compare(two(left, "t: {says: {holds: p}, because: [z]}\nz: {says: {holds: q}}")), "stance:p", "a")
    assert found["reasons"].split("\n") == ["text:a:x + text:a:y", "holds:q"]
    assert found["reasons_unless"].split("\n") == ["", "w"]
    assert found["reasons_shared"].split("\n") == ["FALSE", "TRUE"]


def test_what_a_map_only_reports_has_columns_of_its_own() -> None:
    found = row(compare(two("t: {says: {holds: p}}", "r: {says: {denies: p}, voice: riders}")), "stance:p", "b")
    assert (found["reported"], found["reported_by"], found["reported_texts"]) == ("r", "riders", "r")
    assert (found["speaks"], found["statements"]) == ("FALSE", "")


def test_a_conflict_says_why_it_exists_and_what_each_side_passes_over() -> None:
    c = compare(mill_road())
    ruiz, patel = (row(c, "stance:build-lane", m) for m in ("ruiz", "patel"))
    assert ruiz["locus"].split("\n") == patel["locus"].split("\n") == ["weighing", "unaddressed"]
    assert (ruiz["locus_unaddressed"], patel["locus_unaddressed"]) == ("holds:air", "text:patel:by-car")
    assert (ruiz["locus_roots"], ruiz["locus_stasis"]) == ("", "policy")


def test_camps_are_numbered_in_the_order_of_the_maps() -> None:
    maps = [
        a_map(name, f"t: {{says: {{{said}: p}}}}") for name, said in (("a", "holds"), ("b", "denies"), ("c", "holds"))
    ]
    c = compare([*maps, a_map("d", "t: {says: {holds: q}}")])
    assert [r["camp"] for r in rows(c) if r["finding"] == "stance:p"] == ["1", "2", "1", ""]


def test_maps_that_say_nothing_give_the_header_alone() -> None:
    assert comparison_csv(compare(two("", ""))) == ",".join(COLUMNS) + "\r\n"


HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+49 \"tel\", 'x'",
    "-1",
    "@you, and; me",
    "two\nlines, or\nthree",
    "👩‍👩‍👧 🇯🇵 e\u0301",
    "]]>&lt;<b/>",
    "'=quoted",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_in_their_cells(text: str) -> None:
    statements = {"t": {"text": text, "quote": text, "says": {"holds": "p"}}}
    book = {"id": "b", "propositions": {"p": text}}
    maps = (
        a_map("a", statements, book=book, article={"short": text}),
        a_map("b", statements, book=book, article={"short": "B"}),
    )
    text_of_table = comparison_csv(compare(maps))
    cells = [cell for line in csv.reader(io.StringIO(text_of_table, newline="")) for cell in line]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in cells)
    assert len(cells) == 3 * len(COLUMNS)
    assert [r["name"] for r in rows(compare(maps))] == [text, "B"]
    assert rows(compare(maps))[0]["texts"] == " ".join(text.split())


@pytest.mark.parametrize(
    "c",
    [with_loci(made_up_comparison(60)), made_up_comparison(40, kind="hostile"), made_up_among(50, 40, kind="hostile")],
    ids=["two", "hostile", "fifty"],
)
def test_made_up_comparisons_read_back(c: Comparison) -> None:
    found = rows(c)
    assert len(found) == len(c.findings) * len(c.maps)
    assert all(None not in r and None not in r.values() for r in found)
    expected = [(f.id, f.label, f.sentence, m.id) for f in c.findings for m in c.maps]
    shown = [(r["finding"], r["label"], r["sentence"], r["map"]) for r in found]
    assert shown == [tuple(without_controls(text) for text in row) for row in expected]


@given(several)
@brief
def test_lines_that_belong_together_are_as_many(found: list[tuple[dict[str, object], str]]) -> None:
    for r in rows(compare(build_all(found))):
        for first, others in (
            ("statements", ("texts", "quotes", "places", "certainties", "conditions", "when", "where", "sources")),
            ("reasons", ("reasons_unless", "reasons_shared")),
            ("reported", ("reported_by", "reported_texts")),
        ):
            counts = {r[name].count("\n") for name in others if r[name]}
            assert counts <= {r[first].count("\n")}


def test_the_shipped_maps() -> None:
    c = argmap.compare(*SHIPPED)
    found = rows(c)
    assert len(found) == 4 * len(c.findings)
    for f in c.findings:
        speaking = [r["map"] for r in found if r["finding"] == f.id and r["speaks"] == "TRUE"]
        assert sorted(speaking) == sorted(m for camp in f.camps for m in camp)
    assert {r["map"] for r in found if r["speaks"] == "TRUE"} == {m.id for m in c.maps}


def test_the_bytes_are_the_same_every_time() -> None:
    assert comparison_csv(compare(mill_road())) == comparison_csv(compare(mill_road()))


def test_the_documentation_tells_of_every_column_in_order() -> None:
    page = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
    table = page.partition("| column | type |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(COLUMNS)
