"""The table of roles: who plays which part by each map, in pills that valence and weight tell apart."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from made_up_comparisons import made_up_among, made_up_comparison
from table_drawings import boxes_of, draw, spoken, written
from test_comparison_many import among

from argmap.comparison import Comparison
from argmap.diagram.role_table import role_table
from argmap.diagram.sheet import Absence, Level, Part, Passage
from argmap.diagram.table import Table, TableRow
from argmap.errors import DrawingFailed
from argmap.facade.comparing import compare as compare_files
from argmap.languages import ENGLISH
from argmap.renderers.pages.marks import pill_frame
from argmap.theme import THEMES

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"
ALLY = "t: {says: {actor: council, role: ally}}"
RIVAL = "t: {says: {actor: council, role: rival}}"
TOWARD = "t: {says: {actor: council, role: ally, toward: [shops, riders]}, quote: stood by them, at: ¶3}"
MAIN = (
    "t: {says: {actor: council, role: ally, main: true}, certainty: likely}\nu: {says: {actor: council, role: patron}}"
)


@pytest.fixture(scope="module")
def pair() -> Comparison:
    return compare_files(*(MAPS / f"{name}.yaml" for name in ("koga-2023", "rsis-2023")), metrics=False)


def roles(c: Comparison, level: Level = "text") -> Table:
    return role_table(c, c.findings, words=ENGLISH, level=level)


def rows(table: Table) -> list[TableRow]:
    return [row for section in table.sections for row in section.rows]


def test_actors_are_grouped_by_whether_they_get_the_same_part() -> None:
    assert [s.title for s in roles(among(ALLY, ALLY)).sections] == ["The same part"]
    assert [s.title for s in roles(among(ALLY, RIVAL)).sections] == ["Different parts"]
    assert [s.title for s in roles(among(ALLY, "")).sections] == ["Only one casts them"]


def test_different_parts_come_first(pair: Comparison) -> None:
    titles = [s.title for s in roles(pair).sections]
    assert titles == ["Different parts", "The same part", "Only one casts them"]
    assert [row.label for row in roles(pair).sections[0].rows] == ["China"]


def test_the_shipped_pair_shows_china_as_intermediary_and_as_adversary(pair: Comparison) -> None:
    (china,) = roles(pair).sections[0].rows
    assert china.verdict
    assert china.verdict.symbol == "≠"
    first, second = (next(entry for entry in cell if isinstance(entry, Part)) for cell in china.cells)
    assert (first.text, first.valence, first.main) == ("intermediary (main)", 1, True)
    assert (second.text, second.valence, second.main) == ("adversary (main)", -1, True)
    said = written(draw("roles", pair, paper="a4-portrait"))
    assert "“China holds the key” ¶14" in said.replace("\u00a0", " ")
    assert "spoiler (possible, on a condition)" in said.replace("\u00a0", " ")


def test_every_actor_stands_in_one_row_with_its_sentence(pair: Comparison) -> None:
    found = [f for f in pair.findings if f.unit == "role"]
    assert sorted(row.sentence for row in rows(roles(pair))) == sorted(f.sentence for f in found)
    assert sorted(line for line in spoken(draw("roles", pair)) if line) == sorted(f.sentence for f in found)


def test_a_role_says_how_sure_how_weighty_and_toward_whom() -> None:
    (row,) = rows(roles(among(MAIN, TOWARD)))
    assert row.cells[0][0] == Part("ally (main, likely)", 1, True, "")
    assert row.cells[1] == (
        Part("ally", 1, False, "toward shopkeepers and cyclists"),
        Passage("", "", "stood by them", "¶3"),
    )


def test_level_title_leaves_out_whom_and_what_is_quoted_and_full_quotes_every_role(pair: Comparison) -> None:
    for row in rows(roles(pair, "title")):
        for cell in row.cells:
            assert not any(isinstance(entry, Passage) or (isinstance(entry, Part) and entry.toward) for entry in cell)
    quoted = [sum(isinstance(e, Passage) for row in rows(roles(pair, level)) for cell in row.cells for e in cell)
              for level in ("text", "full")]  # fmt: skip
    assert quoted[0] < quoted[1]


@pytest.mark.parametrize("theme", THEMES)
def test_valence_decides_the_shape_and_weight_the_border(theme: str) -> None:
    plain = [pill_frame(Part("", valence, False, ""), THEMES[theme]) for valence in (1, 0, -1)]  # type: ignore[index]
    bare = {(frame.line, frame.rounded) for frame in plain}
    assert bare == {("solid", True), ("solid", False), ("dashed", False)}
    assert {frame.width for frame in plain} == {1}
    assert pill_frame(Part("", 0, True, ""), THEMES[theme]).width == 3  # type: ignore[index]


def test_a_pill_is_as_high_as_its_words_however_high_the_row_is() -> None:
    many = "\n".join(
        f"t{i}: {{says: {{actor: council, role: {role}}}}}"
        for i, role in enumerate(("ally", "rival", "patron", "hedger"))
    )
    (sheet,) = draw("roles", among(many, ALLY), format="dot")
    boxes = boxes_of(sheet)
    frames = [box for box in boxes if box.is_frame]
    words = [box for box in boxes if box.text == "ally"]
    assert len(words) == 2
    for word in words:
        pill = min((f for f in frames if f.holds(word)), key=lambda f: f.top - f.bottom)
        assert pill.top - pill.bottom < 2 * (word.top - word.bottom)


def test_a_map_without_a_role_says_why() -> None:
    (row,) = rows(roles(among(ALLY, "", RIVAL)))
    assert row.cells[1] == (Absence("not in map"),)
    (row,) = rows(roles(among(ALLY, "t: {says: {actor: council, role: rival}, voice: riders}", RIVAL)))
    assert row.cells[1] == (Absence("only reports others"),)


def test_three_maps_have_a_last_column_with_the_camps() -> None:
    table = roles(among(ALLY, RIVAL, ALLY))
    assert (table.facing, table.last) == (False, "together")
    (row,) = rows(table)
    assert row.verdict
    assert row.verdict.notes == ("A, C against B",)


def test_two_maps_face_each_other_on_the_actor() -> None:
    table = roles(among(ALLY, RIVAL))
    assert (table.facing, table.last) == (True, "")
    (sheet,) = draw("roles", among(ALLY, RIVAL), format="dot")
    left, middle, right = (
        next(b for b in boxes_of(sheet) if b.text == word) for word in ("ally", "The council", "rival")
    )
    assert left.right < middle.left < middle.right < right.left


def test_the_legend_names_the_shapes_in_use_and_no_others() -> None:
    assert "Roles: friendly (rounded)." in written(draw("roles", among(ALLY, ALLY)))
    both = written(draw("roles", among(ALLY, RIVAL)))
    assert "Roles: friendly (rounded), hostile (dashed)." in both
    assert "what the article puts first" not in both
    assert "(main), bold: what the article puts first." in written(draw("roles", among(MAIN, ALLY)))


def test_the_title_names_who_is_cast_differently(pair: Comparison) -> None:
    title = "Who plays which part? Koga and Roy-Chaudhury & Ho differ on China and cast 6 alike"
    n = sum(f.unit == "role" and f.group in ("agree", "agree-but") for f in pair.findings)
    assert roles(pair).title == title.replace("6", str(n))
    assert roles(among(ALLY, "")).title == "What part does the council play?"


def test_a_comparison_without_roles_is_refused_with_a_way_out() -> None:
    with pytest.raises(DrawingFailed, match=r"no role is compared in these maps.*try the view 'matrix'"):
        draw("roles", among("t: {says: {holds: p}}", ""))


def test_only_what_was_asked_for_is_drawn(pair: Comparison) -> None:
    said = written(draw("roles", pair, about=frozenset({"role:china"})))
    assert "What part does China play?" in said
    assert "interlocutor" in said
    assert "ASEAN" not in said


@pytest.mark.parametrize("kind", ["long", "wide", "hostile"])
def test_words_of_every_kind_are_drawn_on_every_paper(kind: str) -> None:
    for c in (made_up_comparison(12, kind=kind), made_up_among(3, 12, kind=kind)):
        for paper in ("a4-portrait", "slide", "fit"):
            for sheet in draw("roles", c, paper=paper, level="full"):
                assert sheet.data


def test_an_unknown_role_is_neither_friendly_nor_hostile() -> None:
    c = made_up_comparison(20, kind="short")
    bare = replace(c, codebooks=tuple(replace(book, valences={}) for book in c.codebooks))
    assert {e.valence for row in rows(roles(bare)) for cell in row.cells for e in cell if isinstance(e, Part)} == {0}


def test_numbers_of_sheets_stand_on_them(pair: Comparison) -> None:
    sheets = draw("roles", pair, paper="a4")
    for i, sheet in enumerate(sheets, start=1):
        assert re.search(rf"Sheet {i} of {len(sheets)}\.", written((sheet,)))
