"""The compare view of a page: what its rows say, and that the page around them is whole."""

import gzip
import re

import pytest
from made_up_pages import MAPS, built, coded, shipped

import argmap
from argmap.comparison import compare
from argmap.comparison.about import findings_about
from argmap.comparison.records import Side
from argmap.hypertext.page.compare_lines import Cell, Line
from argmap.hypertext.page.compare_view import CompareRow, CompareView, compare_view
from argmap.hypertext.page.material import Link, Material
from argmap.hypertext.page.shell import Place, shell
from argmap.model import ArgumentMap

PAIR = ("koga-2023", "rsis-2023")


def material_of(*maps: ArgumentMap) -> Material:
    return Material(maps, compare(maps, metrics=False))


@pytest.fixture(scope="module")
def pair() -> Material:
    return material_of(*shipped(*PAIR))


@pytest.fixture(scope="module")
def view(pair: Material) -> CompareView:
    found = compare_view(pair)
    assert found
    return found


def row(view: CompareView, finding: str) -> CompareRow:
    return next(row for section in view.sections for row in section.rows if row.finding == finding)


def test_every_finding_has_a_row_in_its_section_but_sources_only_one_uses(pair: Material, view: CompareView) -> None:
    assert [(s.id, len(s.rows)) for s in view.sections] == [
        ("agree", 24),
        ("differ", 4),
        ("only-one", 23),
        ("evidence", 4),
    ]
    rows = [(row.id, row.finding) for s in view.sections for row in s.rows]
    assert sorted(rows) == sorted((pair.row(f.id), f.id) for f in pair.findings)
    assert view.foot == (
        "Compared: 53 of A’s 62 statements and 49 of B’s 58 statements.",
        "Not shown: 25 sources only one of them uses.",
    )


def test_marks_in_use_are_explained_in_words_and_counted(view: CompareView) -> None:
    assert [(m.symbol, m.words, m.count) for m in view.marks] == [
        ("=", "same claim", 9),
        ("≈", "same claim, with a reservation", 15),
        ("≠", "same question, different answers; both may be right", 3),
        ("!", "cannot both be right", 1),
        ("○", "in one map only", 23),
    ]


def test_theses_stand_in_the_order_of_the_map_view(pair: Material) -> None:
    told = [[thesis.link.text for thesis in author.theses] for author in shell(pair, "", {}).authors]
    assert told == [[f"{who}·T{n}" for n in (1, 2, 3, 4)] for who in "AB"]


def test_what_is_counted_fits_the_title_and_comes_to_all_rows(view: CompareView) -> None:
    count = {m.group: m.count for m in view.marks}
    points = (
        f"agree on {count['agree'] + count['agree-but']} points and differ on {count['diverge'] + count['conflict']},"
    )
    assert points in view.title
    assert sum(count.values()) + view.sources == view.count == 55


def test_a_conflict_has_the_question_in_the_middle_and_the_answers_beside_it(view: CompareView) -> None:
    found = row(view, "stance:history-overcome")
    assert (found.symbol, found.verdict) == ("!", "cannot both be right")
    assert found.point == "Have Japan and South Korea overcome their disputes over history?"
    assert found.cells == (
        Cell(
            "A Koga",
            (
                Line("stand", "holds that Japan and South Korea have overcome their disputes over history"),
                Line(
                    "passage",
                    "Yoon has mastered the difficult issues between the two countries, those over the past among them.",
                    quote="successfully managed to overcome these difficult issues",
                    at="¶7",
                    link=Link("#A-C10", "A·C10"),
                ),
            ),
        ),
        Cell(
            "B Roy-Chaudhury & Ho",
            (
                Line("stand", "deny that Japan and South Korea have overcome their disputes over history"),
                Line(
                    "passage",
                    "Old issues between the two countries are not yet behind them.",
                    quote="transcending lingering historical issues",
                    at="¶15",
                    link=Link("#B-P7", "B·P7"),
                ),
            ),
        ),
    )


def test_roles_say_weight_worth_and_whom_they_are_toward(view: CompareView) -> None:
    first = row(view, "role:china").cells[1].lines[0]
    assert first == Line(
        "role", "adversary (main)", main=True, valence="hostile", toward="toward Japan and South Korea"
    )


def test_causes_have_a_sign_and_its_word(view: CompareView) -> None:
    causes = [line for line in row(view, "explanation:bilateral-thaw").cells[0].lines if line.kind == "cause"]
    assert [(line.sign, line.text, line.main) for line in causes] == [
        ("▲", "President Yoon's push for reconciliation (main), raising it", True),
        ("▼", "Disputes over history (2017–2022), lowering it", False),
    ]


def test_what_a_side_holds_back_stands_under_the_claim(view: CompareView) -> None:
    assert row(view, "role:north-korea").notes == ("Only Koga also as client (likely).",)


def test_reported_speech_is_in_no_authors_cell_but_led_to(view: CompareView) -> None:
    silent = row(view, "stance:revive-jck-summit").cells[1]
    assert silent.is_silent
    assert silent.lines == (Line("absence", "B only reports what others say of it"),)
    assert len(silent.ways) >= 1


def test_every_statement_of_a_side_is_given_in_words_or_led_to(pair: Material, view: CompareView) -> None:
    assert pair.comparison
    for finding in pair.findings:
        for m, cell in zip(pair.comparison.maps, row(view, finding.id).cells, strict=True):
            side = finding.sides.get(m.id) or Side(None)
            held = side.statements if side.position else side.reported
            led = {line.link for line in cell.lines if line.link} | set(cell.ways)
            assert {pair.link(m.id, s.id) for s in held} <= led


def test_more_than_two_maps_have_a_column_each_and_a_last_one_for_all() -> None:
    view = compare_view(material_of(*shipped(*PAIR, "beijing-2023")))
    assert view
    assert not view.facing
    assert view.heads == (("A", "Koga"), ("B", "Roy-Chaudhury & Ho"), ("C", "Beijing"))
    assert [s.title for s in view.sections] == ["Propositions", "Causes", "Roles", "Sources"]
    conflict = row(view, "stance:history-overcome")
    assert [cell.lines[0].text for cell in conflict.cells] == ["holds", "denies", "nothing coded"]
    assert (conflict.symbol, conflict.verdict, conflict.notes) == ("!", "cannot all be right", ("A against B",))
    assert view.last == "Together"


def test_ten_maps_are_shown() -> None:
    view = compare_view(material_of(*(coded(f"author-{i}", i) for i in range(10))))
    assert view
    assert {len(row.cells) for s in view.sections for row in s.rows} == {10}


def test_one_map_has_no_compare_view_and_begins_with_itself() -> None:
    material = Material(shipped("koga-2023"))
    assert compare_view(material) is None
    assert shell(material, "", {}).places[0] == Place("map-A", "Map A", "Koga")
    assert "id=compare" not in built("one")


def test_maps_that_share_nothing_say_so() -> None:
    plain = {"statements": {"t": {"type": "thesis", "text": "Yes."}}}
    maps = [ArgumentMap.model_validate({"id": name, **plain}) for name in ("left", "right", "third")]
    for some in (maps[:2], maps):
        view = compare_view(material_of(*some))
        assert view
        assert view.count == 0
        assert "they share no coded statement" in argmap.build_page(*some, figures="none")


def test_versions_of_one_map_are_told_apart() -> None:
    m = shipped("beijing-2023")[0]
    page = argmap.build_page(m, m, figures="none")
    assert page.count("id=A-C1>") == page.count("id=B-C1>") == 1


def test_findings_asked_for_are_the_only_ones_and_lead_nowhere_else() -> None:
    page = argmap.build_page(*(MAPS / f"{name}.yaml" for name in PAIR), about="china", figures="none")
    asked = [f.id for f in findings_about(compare(shipped(*PAIR), metrics=False), ["china"])]
    assert sorted(re.findall(r"codebook key ([a-z-]+)", page)) == sorted(id_.partition(":")[2] for id_ in asked)
    assert len(re.findall(r"<tr id=f\d+ ", page)) == len(asked)
    assert "of 51 points shown" in page


@pytest.mark.parametrize("kind", ["pair", "four", "one", "ten"])
def test_every_way_within_the_page_leads_somewhere_and_no_id_is_there_twice(kind: str) -> None:
    page = built(kind)
    ids = re.findall(r"<[^>]* id=\"?([^ >\"]+)", page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"href=#([^ >]+)", page)) <= set(ids)


def test_the_page_says_whose_words_are_whose_and_which_maps_these_are() -> None:
    page = argmap.build_page(*(MAPS / f"{name}.yaml" for name in PAIR), figures="none")
    assert "Claims in plain type are the mapper’s wording; quoted words are the authors’." in page
    assert re.search(r"A: koga-2023 \([0-9a-f]{12}\), B: rsis-2023 \([0-9a-f]{12}\)", page)
    one = argmap.build_page(MAPS / "koga-2023.yaml", figures="none")
    assert re.search(r"A: koga-2023 \([0-9a-f]{12}\)", one)


def test_tables_have_captions_and_their_heads_a_scope() -> None:
    compared = re.search(r"<section class=view id=compare.*?(?=<section class=\"?view)", built("pair"), re.DOTALL)
    assert compared
    heads = re.findall(r"<th\b[^>]*>", compared[0])
    assert heads
    assert [head for head in heads if "scope=" not in head] == []
    assert compared[0].count("<table") == compared[0].count("<caption") == 4


def test_the_same_maps_make_the_same_page() -> None:
    paths = [MAPS / f"{name}.yaml" for name in PAIR]
    assert argmap.build_page(*paths) == argmap.build_page(*paths)


def test_the_page_of_the_shipped_pair_stays_small_enough_to_send() -> None:
    page = argmap.build_page(*(MAPS / f"{name}.yaml" for name in PAIR)).encode()
    assert len(page) < 188_000
    assert len(gzip.compress(page, 9, mtime=0)) < 45_000  # as a server sends it
