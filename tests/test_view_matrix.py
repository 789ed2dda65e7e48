"""The matrix of maps: every finding once, every position with a mark of its own, two maps or six."""

import re
from dataclasses import replace
from itertools import combinations, permutations

import pytest
from comparison_cases import mill_road
from generated_maps import LINKED_BOOK
from made_up_comparisons import KINDS, made_up_among, made_up_comparison
from northeast_asia_variants import koga_and_rsis
from table_drawings import boxes_of, draw, faults, spoken, written
from test_comparison_many import DENIES, HOLDS, RAIN, SPACES, TORN, among, finding

from argmap.comparison import Comparison, compare
from argmap.comparison.records import GROUPS, Side
from argmap.diagram.matrix_table import CONTESTED, matrix_table, together
from argmap.diagram.role_table import role_table
from argmap.diagram.sheet import Absence, Driver, Level, Part, Remark
from argmap.diagram.table import Attitude, Table, TableRow
from argmap.diagram.table_words import letter
from argmap.errors import DrawingFailed
from argmap.languages import ENGLISH, LANGUAGES, words_in
from argmap.layout.paper import PAPERS
from argmap.renderers.pages.marks import SIGNS, STANDS, group_frame, stance_frame
from argmap.theme import THEMES


def matrix(c: Comparison, *, level: Level = "text", evidence: bool = False) -> Table:
    return matrix_table(c, c.findings, words=ENGLISH, level=level, evidence=evidence)


def rows(table: Table) -> list[TableRow]:
    return [row for section in table.sections for row in section.rows]


def made(maps: int, size: int = 14, seed: int = 1, *, kind: str = "short") -> Comparison:
    if maps == 2:
        return made_up_comparison(size, seed, kind=kind)
    return made_up_among(maps, size, seed, kind=kind)


@pytest.mark.parametrize("maps", [2, 3, 6])
@pytest.mark.parametrize("view", ["matrix", "roles", "causes"])
def test_nothing_overlaps_is_cut_by_a_border_or_off_the_page(view: str, maps: int) -> None:
    for kind, paper in zip(KINDS, ("a4", "a4-portrait", "slide", "letter", "fit"), strict=True):
        for sheet in draw(view, made(maps, 20, kind=kind), paper=paper, format="dot"):
            assert faults(sheet, paper) == [], (kind, paper)


@pytest.mark.parametrize("maps", [3, 4, 5, 6])
def test_up_to_six_maps_can_be_read_on_a4(maps: int) -> None:
    for view in ("matrix", "roles", "causes"):
        for sheet in draw(view, made(maps, 16)):
            assert sheet.body_pt >= 8
            assert min(map(float, re.findall(rb'font-size="([\d.]+)"', sheet.data))) >= 6.5


def test_text_that_fills_more_than_a_page_is_told_with_a_way_out() -> None:
    c = made(3, 6, kind="short")
    long = replace(c, findings=tuple(replace(f, label="Very long words indeed. " * 11) for f in c.findings))
    for sheet in draw("matrix", long, paper="a4-portrait", level="full"):
        assert sheet.body_pt >= 8 or [d.code for d in sheet.diagnostics if d.code == "AM901"]


def test_more_maps_than_a_page_has_room_for_are_refused_with_a_way_out() -> None:
    with pytest.raises(DrawingFailed, match="12 maps have no room beside each other on a4: try --paper a3"):
        draw("matrix", made(12))
    assert draw("matrix", made(12), paper="a3")
    (sheet,) = draw("matrix", made(12), paper="fit", format="dot")
    assert faults(sheet, "fit") == []


@pytest.mark.parametrize("maps", [2, 3, 6])
def test_every_finding_stands_in_one_row_and_on_one_sheet(maps: int) -> None:
    c = made(maps, 40, kind="mixed")
    shown = [f for f in c.findings if f.unit != "evidence"]
    assert sorted(row.sentence for row in rows(matrix(c))) == sorted(f.sentence for f in shown)
    said = [" ".join(line.split()) for line in spoken(draw("matrix", c)) if line]
    assert sorted(said) == sorted(" ".join(f.sentence.replace("\ufffe", "").split()) for f in shown)


def test_a_row_has_a_cell_for_every_map() -> None:
    for maps in (2, 3, 6):
        assert {len(row.cells) for row in rows(matrix(made(maps, 30)))} == {maps}


def test_sections_are_stances_explanations_roles_and_the_contested_come_first() -> None:
    c = made(4, 60)
    assert [s.title for s in matrix(c).sections] == ["Propositions", "Causes", "Roles"]
    for section in matrix(c).sections:
        groups = [CONTESTED.index(row.verdict.group) for row in section.rows if row.verdict]
        assert groups == sorted(groups)


def test_sources_are_counted_and_shown_only_when_asked_for() -> None:
    c = made(3, 40)
    n = sum(f.unit == "evidence" for f in c.findings)
    assert f"Not shown: {n} findings on sources." in written(draw("matrix", c))
    source = next(f for f in c.findings if f.unit == "evidence")
    assert "Sources" in written(draw("matrix", c, about=frozenset({source.id})))


def test_another_order_of_the_maps_only_moves_columns() -> None:
    contents = {
        "a": HOLDS,
        "b": DENIES + "\n" + RAIN.replace("t:", "r:"),
        "c": "",
        "d": HOLDS + "\n" + SPACES.replace("t:", "s:"),
    }
    first = among(*contents.values())
    for order in permutations(range(4)):
        maps = [first.documents[i] for i in order]
        moved = matrix(compare(maps, metrics=False))
        for was, now in zip(rows(matrix(first)), rows(moved), strict=True):
            assert now.label == was.label
            assert now.cells == tuple(was.cells[i] for i in order)
            assert now.verdict
            assert was.verdict
            assert (now.verdict.group, now.verdict.words) == (was.verdict.group, was.verdict.words)


def test_camps_are_told_by_letters() -> None:
    (row,) = rows(matrix(among(HOLDS, HOLDS, DENIES)))
    assert row.verdict
    assert row.verdict.words == "cannot all be right"
    assert row.verdict.notes == ("A, B against C",)
    (row,) = rows(matrix(among(HOLDS, "t: {says: {questions: p}}", DENIES, HOLDS)))
    assert row.verdict
    assert row.verdict.notes == ("A, D / B / C",)
    (row,) = rows(matrix(among(HOLDS, HOLDS, HOLDS)))
    assert row.verdict
    assert (row.verdict.words, row.verdict.notes) == ("all agree", ())


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        ((HOLDS, DENIES, ""), "cannot all be right"),
        ((HOLDS, "t: {says: {questions: p}}", ""), "differ; all may be right"),
        ((HOLDS, HOLDS, HOLDS), "all agree"),
        ((HOLDS, HOLDS, ""), "agree"),
        ((HOLDS, "", ""), "in one map only"),
        ((TORN, HOLDS, ""), "a map clashes with itself"),
    ],
)
def test_a_profile_is_said_in_plain_words(contents: tuple[str, ...], words: str) -> None:
    (row,) = rows(matrix(among(*contents)))
    assert row.verdict
    assert row.verdict.words == words


def test_two_maps_have_the_words_of_their_groups() -> None:
    (row,) = rows(matrix(among(HOLDS, DENIES)))
    assert row.verdict
    assert (row.verdict.symbol, row.verdict.words, row.verdict.notes) == (
        "!",
        "cannot both be right",
        (),
    )


def test_the_first_page_says_how_much_there_is_of_each() -> None:
    c = made(4, 60)
    first, *others = draw("matrix", c)
    counts = [n for n in c.counts().values() if n]
    said = re.findall(r"[=≈≠!○?] (\d+) ", written((first,)).split("A ")[0])
    assert sum(map(int, said)) == sum(counts)
    assert others
    assert "cannot all be right ·" not in written(tuple(others))


def test_silent_is_only_what_somebody_reviewed() -> None:
    partial = rows(matrix(among(HOLDS, "", HOLDS)))[0].cells[1]
    assert partial == (Absence("not in map"),)
    reviewed = rows(matrix(among(HOLDS, "", HOLDS, coverage="complete")))[0].cells[1]
    assert reviewed == (Absence("silent"),)
    uncoded = rows(matrix(among(HOLDS, "t: {text: words}", HOLDS)))[0].cells[1]
    assert uncoded == (Absence("nothing coded"),)


def test_reported_speech_is_no_position() -> None:
    reports = "t: {says: {holds: p}, voice: riders}"
    row = rows(matrix(among(HOLDS, reports, DENIES)))[0]
    assert row.cells[1] == (Absence("only reports others"),)
    two = rows(matrix(among(HOLDS, reports)))[0]
    assert two.cells[1] == (Absence("only reports others"),)


def test_a_hedge_stays_a_hedge() -> None:
    row = rows(matrix(among("t: {says: {holds: p}, certainty: possible}", HOLDS, HOLDS)))[0]
    assert row.cells[0] == (Attitude("holds", "holds", ""), Remark("possible"))
    row = rows(matrix(among("t: {says: {cause: x, raises: e, main: true}, certainty: likely}", RAIN, "")))[0]
    assert row.cells[0] == (Driver("raises", "Rain (main, likely)", True),)
    row = rows(matrix(among("t: {says: {actor: council, role: ally}, certainty: possible}", "", "")))[0]
    (part,) = row.cells[0]
    assert isinstance(part, Part)
    assert part.text == "ally (possible)"


def test_a_limit_stays_a_limit() -> None:
    c = among("t: {says: {holds: p}, when: 2017/2021, where: the harbour}", HOLDS, "")
    row = rows(matrix(c))[0]
    assert row.cells[0] == (Attitude("holds", "holds", ""), Remark("2017–2021 · the harbour"))
    assert row.cells[1] == (Attitude("holds", "holds", ""),)
    row = rows(matrix(among("t: {says: {holds: p}, when: 2018}\nu: {says: {holds: p}}", HOLDS, "")))[0]
    assert row.cells[0] == (Attitude("holds", "holds", ""),), "one of its statements is not limited"
    row = rows(matrix(among("t: {says: {cause: x, raises: e}, when: 2018}", RAIN, "")))[0]
    assert row.cells[0] == (Driver("raises", "Rain (2018)", False),)
    row = rows(matrix(among("t: {says: {actor: council, role: ally}, certainty: likely, when: 2018}", "", "")))[0]
    (part,) = row.cells[0]
    assert isinstance(part, Part)
    assert part.text == "ally (likely, 2018)"


@pytest.mark.parametrize(
    ("category", "words"),
    [
        ("agree-different-reasons", "agree, for different reasons"),
        ("agree-shared-reasons", "agree, reasons partly shared"),
        ("explanation-same-causes-different-weight", "agree, weighed differently"),
        ("agree-different-strength", "agree, with a reservation"),
    ],
)
def test_a_reservation_that_no_cell_shows_is_named(category: str, words: str) -> None:
    found = finding(among(HOLDS, HOLDS, ""))
    two = replace(found, group="agree-but", category=category, pairs={"a|b": category})
    assert together(two, 2, ENGLISH) == words
    assert together(replace(two, category="common"), 3, ENGLISH) == words
    mixed = replace(two, category="common", pairs={"a|b": category, "a|c": "agree-unargued"})
    assert together(mixed, 3, ENGLISH) == "agree, with a reservation"


def test_stances_have_sheets_with_columns_of_their_own_where_that_costs_none() -> None:
    c = compare(koga_and_rsis(), metrics=False)
    drawn = draw("matrix", c, format="dot")
    first = [min(box.left for box in boxes_of(sheet) if box.is_frame) for sheet in drawn]
    brief = [b">Propositions" in sheet.data for sheet in drawn]
    assert not any(
        re.search(rb">(Causes|Roles)( \(|<)", sheet.data) for sheet in drawn if b">Propositions" in sheet.data
    )
    (labels,) = {round(left) for left, short in zip(first, brief, strict=True) if short}
    (slim,) = {round(left) for left, short in zip(first, brief, strict=True) if not short}
    assert labels > 2 * slim
    assert len(draw("matrix", made(4, 4), format="dot")) == 1


def test_a_name_breaks_at_blanks_and_hyphens_only() -> None:
    c = made(4, 10)
    names = ("Montgomery-Featherstonehaugh & Ho", "Camp David", "東京都自転車道路研究会の報告書", "D")
    called = replace(c, maps=tuple(replace(m, name=name) for m, name in zip(c.maps, names, strict=True)))
    for view in ("matrix", "roles", "causes"):
        for sheet in draw(view, called, format="dot"):
            (head,) = [
                box for box in boxes_of(sheet) if re.match(r"A\b.*Montgomery", box.text) and "A:" not in box.text
            ]
            assert head.text.replace("- ", "-") == "A Montgomery-Featherstonehaugh & Ho"


def test_no_two_positions_and_no_two_groups_share_a_mark() -> None:
    for theme in THEMES.values():
        stands = {(STANDS[p], str(replace(stance_frame(p, theme), colour="", fill=""))) for p in STANDS}
        assert len({sign for sign, _ in stands}) == len({border for _, border in stands}) == 5
        conflict, diverge = (replace(group_frame(g, theme), colour="", fill="") for g in ("conflict", "diverge"))
        assert conflict != diverge
    assert len(set(SIGNS.values())) == 3


@pytest.mark.parametrize("view", ["matrix", "roles", "causes"])
def test_in_print_there_are_only_greys(view: str) -> None:
    for maps in (2, 4):
        for sheet in draw(view, made(maps, 30), theme="print"):
            for colour in re.findall(rb"#([0-9A-Fa-f]{6})", sheet.data):
                assert colour[:2] == colour[2:4] == colour[4:], colour


def test_three_maps_and_more_have_no_author_colours() -> None:
    for view in ("matrix", "roles", "causes"):
        for theme in ("light", "dark"):
            drawn = b"".join(sheet.data for sheet in draw(view, made(3, 30), theme=theme)).lower()
            for accent in (THEMES[theme].author_a, THEMES[theme].author_b):
                assert accent.bar.lower().encode() not in drawn
                assert accent.tint.lower().encode() not in drawn


def test_a_name_is_written_once_over_its_column_on_every_sheet() -> None:
    c = made(3, 60)
    for sheet in draw("matrix", c, format="dot"):
        heads = [box.text for box in boxes_of(sheet) if re.match(r"[A-C]\b.*map-\d", box.text)]
        assert sum(not head.startswith(("A: ", "B: ")) for head in heads) >= 3


def test_nothing_to_compare_is_said() -> None:
    with pytest.raises(DrawingFailed, match="nothing in these maps is compared"):
        draw("matrix", replace(made(3), findings=()))


def test_linked_propositions_are_told_apart_in_the_cells() -> None:
    c = among("t: {says: {holds: p}}", "t: {says: {holds: q}}", "t: {says: {holds: p}}", book=LINKED_BOOK)
    linked = next(row for row in rows(matrix(c)) if row.label == "The lane pays / The street is quiet")
    lane, street = (Attitude("holds", "holds", text) for text in ("The lane pays", "The street is quiet"))
    assert linked.cells == ((lane,), (street,), (lane,))
    (row,) = rows(matrix(among("t: {says: {holds: q}}", "t: {says: {holds: p}}", book=LINKED_BOOK)))
    assert row.cells == ((street,), (lane,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_fixed_words_are_those_of_the_language(language: str) -> None:
    words = words_in(language)
    c = among(HOLDS, DENIES, "")
    table = matrix_table(c, c.findings, words=words, level="text")
    assert table.last == words["matrix.together"]
    assert rows(table)[0].cells[1] == (Attitude("denies", words["matrix.denies"], ""),)


def test_levels_show_more_and_more() -> None:
    c = compare(mill_road())
    amounts = [
        sum(len(cell) for row in rows(matrix(c, level=level)) for cell in row.cells)
        for level in ("title", "text", "full")
    ]
    assert amounts == sorted(amounts)
    short = made(3, 40)
    for row in rows(matrix(short, level="title")):
        for cell in row.cells:
            causes = [entry for entry in cell if isinstance(entry, Driver | Part)]
            assert len(causes) <= 2


def test_what_is_left_out_of_a_cell_is_counted() -> None:
    many = "\n".join(
        f"t{i}: {{says: {{actor: council, role: {role}}}}}" for i, role in enumerate(("ally", "rival", "patron"))
    )
    row = rows(matrix(among(many, "", ""), level="title"))[0]
    assert row.cells[0][-1] == Remark("+ 1 more")
    assert [type(entry) for entry in row.cells[0]] == [Part, Part, Remark]


def test_letters_go_on_after_z() -> None:
    assert [letter(i) for i in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


def test_the_same_comparison_gives_the_same_bytes() -> None:
    c = made(4, 16)
    for view in ("matrix", "roles", "causes"):
        assert [p.data for p in draw(view, c)] == [p.data for p in draw(view, c)]


def test_a_pdf_and_a_png_are_what_they_say() -> None:
    c = made(3, 6)
    assert draw("matrix", c, format="pdf")[0].data.startswith(b"%PDF")
    assert draw("matrix", c, format="png")[0].data.startswith(b"\x89PNG")


def test_sheets_are_named_after_maps_and_view() -> None:
    sheets = draw("matrix", made(3, 60))
    assert [sheet.name for sheet in sheets] == [f"map-0-map-1-map-2-matrix-{i + 1}" for i in range(len(sheets))]
    (one,) = draw("matrix", made(2, 3))
    assert one.name == "left-right-matrix"


def test_hostile_words_are_drawn_whole() -> None:
    for maps in (2, 3):
        c = made(maps, 20, kind="hostile")
        for view in ("matrix", "roles", "causes"):
            for sheet in draw(view, c):
                assert b"<script" not in sheet.data
                assert b"foreignObject" not in sheet.data
                assert b'href="javascript' not in sheet.data.lower()


def test_every_group_can_be_drawn() -> None:
    c = made(2, 80)
    assert {f.group for f in c.findings} == set(GROUPS)
    assert draw("matrix", c)
    assert role_table(c, c.findings, words=ENGLISH, level="text").sections


def test_a_side_that_is_missing_is_not_in_the_map() -> None:
    c = made(3, 10)
    f = next(f for f in c.findings if f.unit == "stance")
    lone = replace(f, sides={"map-0": Side("holds")})
    (row,) = rows(matrix(replace(c, findings=(lone,))))
    assert [type(cell[0]) for cell in row.cells] == [Attitude, Absence, Absence]


def test_no_two_cells_of_a_row_overlap() -> None:
    for sheet in draw("matrix", made(6, 20), format="dot"):
        frames = [box for box in boxes_of(sheet) if box.is_frame]
        assert not [(a, b) for a, b in combinations(frames, 2) if a.meets(b) and not (a.holds(b) or b.holds(a))]


def test_the_smallest_paper_still_has_its_margins() -> None:
    for paper in ("a4", "letter"):
        for sheet in draw("matrix", made(6, 30), paper=paper, format="dot"):
            assert max(box.right for box in boxes_of(sheet)) <= PAPERS[paper].width + 3
