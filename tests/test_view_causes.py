"""The table of causes: one cause faces itself in every map, with its sign, its weight and what is quoted for it."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_up_comparisons import made_up_among, made_up_comparison
from table_drawings import boxes_of, draw, spoken, written
from test_comparison_many import among

from argmap.comparison import Comparison, compare
from argmap.diagram.cause_table import cause_table
from argmap.diagram.sheet import Absence, Driver, Level, Passage
from argmap.diagram.table import Table, TableRow
from argmap.errors import DrawingFailed
from argmap.facade.comparing import compare as compare_files
from argmap.languages import ENGLISH, LANGUAGES

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"
RAIN = "t: {says: {cause: x, raises: e}, quote: it rained, at: ¶2}"
MAIN_RAIN = "t: {says: {cause: x, raises: e, main: true}}\nu: {says: {cause: d, raises: e}}"
DRY = "t: {says: {cause: x, lowers: e}, certainty: likely}"
SPACES = "t: {says: {cause: d, raises: e}}"


@pytest.fixture(scope="module")
def pair() -> Comparison:
    return compare_files(*(MAPS / f"{name}.yaml" for name in ("koga-2023", "rsis-2023")), metrics=False)


@pytest.fixture(scope="module")
def four() -> Comparison:
    names = ("koga-2023", "rsis-2023", "camp-david-2023", "beijing-2023")
    return compare_files(*(MAPS / f"{name}.yaml" for name in names), metrics=False)


def causes(c: Comparison, level: Level = "text") -> Table:
    return cause_table(c, c.findings, words=ENGLISH, level=level)


def rows(table: Table) -> list[TableRow]:
    return [row for section in table.sections for row in section.rows]


def test_one_cause_faces_itself() -> None:
    (row,) = rows(causes(among(RAIN, DRY)))
    assert row.label == "Rain"
    assert row.cells == (
        (Driver("raises", "raises", False), Passage("", "", "it rained", "¶2")),
        (Driver("lowers", "lowers (likely)", False), Passage("t", "", "", "")),
    )
    assert row.link == "unlike"


def test_a_map_that_explains_it_otherwise_does_not_name_the_cause() -> None:
    table = causes(among(RAIN, SPACES))
    assert [row.label for row in rows(table)] == ["Fewer spaces", "Rain"]
    spaces, rain = rows(table)
    assert (rain.cells[1], spaces.cells[0]) == ((Absence("not named"),), (Absence("not named"),))
    assert {row.link for row in (rain, spaces)} == {"alone"}


def test_a_map_without_the_outcome_has_it_not_in_the_map() -> None:
    for row in rows(causes(among(RAIN, SPACES, ""))):
        assert row.cells[2] == (Absence("not in map"),)


def test_main_causes_say_so_and_the_heading_tells_what_each_puts_first() -> None:
    (section,) = causes(among(MAIN_RAIN, MAIN_RAIN.replace("x", "@").replace("d,", "x,").replace("@", "d"))).sections
    assert section.verdict
    assert section.verdict.notes[0] == "What each puts first: A: Rain; B: Fewer spaces"
    rain = next(row for row in section.rows if row.label == "Rain")
    assert [cell[0] for cell in rain.cells] == [
        Driver("raises", "raises (main)", True),
        Driver("raises", "raises", False),
    ]
    assert rain.link == "same"


def test_who_puts_nothing_first_is_told_too() -> None:
    (section,) = causes(among(MAIN_RAIN, SPACES, SPACES)).sections
    assert section.verdict
    assert section.verdict.notes[0] == "What each puts first: A: Rain; B, C: none"
    (section,) = causes(among(RAIN, SPACES)).sections
    assert section.verdict
    assert section.verdict.notes == ()


def test_the_shipped_pair_shows_on_page_one_that_both_name_both_threats_and_weigh_them_differently(
    pair: Comparison,
) -> None:
    first, *_ = causes(pair).sections
    assert first.title == "What brings Japan, South Korea and the United States closer together?"
    assert first.verdict
    assert first.verdict.symbol == "≈"
    assert first.verdict.notes == ("What each puts first: A: North Korea's military threat; B: China's assertiveness",)
    china, korea = first.rows[:2]
    assert (china.label, korea.label) == ("China's assertiveness", "North Korea's military threat")
    assert {china.link, korea.link} == {"same"}
    weights = [[cell[0].main for cell in row.cells if isinstance(cell[0], Driver)] for row in (china, korea)]
    assert weights == [[False, True], [True, False]]
    for paper in ("a4", "a4-portrait", "slide", "letter"):
        page = written(draw("causes", pair, paper=paper)[:1])
        assert first.title in page
        assert all(row.label in page for row in (china, korea))


def test_the_whole_first_block_stands_on_the_first_page(pair: Comparison) -> None:
    first = causes(pair, "title").sections[0]
    said = spoken(draw("causes", pair, paper="slide")[:1])
    assert sum(bool(line) for line in said) == len(first.rows)


def test_every_cause_of_every_outcome_stands_in_one_row(pair: Comparison, four: Comparison) -> None:
    for c in (pair, four):
        table = causes(c)
        for f in (f for f in c.findings if f.unit == "explanation"):
            entries = [e.entry for s in f.sides.values() if isinstance(s.position, tuple) for e in s.position]
            section = next(s for s in table.sections if s.title == f.question)
            assert len(section.rows) == len({entry.partition(":")[2] for entry in entries})
        said = [line for line in spoken(draw("causes", c)) if line]
        assert sorted(said) == sorted(row.sentence for row in rows(table))


def test_a_row_is_a_sentence_for_those_who_hear_it() -> None:
    (row,) = rows(causes(among(RAIN, DRY)))
    assert row.sentence == "Rain. A: raises; B: lowers (likely)."


def test_outcomes_that_most_explain_come_first_and_those_of_one_map_last(four: Comparison) -> None:
    speaking = [len({i for row in s.rows for i, cell in enumerate(row.cells) if isinstance(cell[0], Driver)})
                for s in causes(four).sections]  # fmt: skip
    assert speaking == sorted(speaking, reverse=True)
    assert causes(four).sections[-1].group == "one-sided"


def test_shared_causes_come_first_in_their_block(four: Comparison) -> None:
    for section in causes(four).sections:
        named = [sum(isinstance(cell[0], Driver) for cell in row.cells) for row in section.rows]
        assert named == sorted(named, reverse=True)


def test_another_order_of_the_maps_only_moves_columns(four: Comparison) -> None:
    moved = causes(compare(four.documents[::-1], metrics=False))
    for was, now in zip(causes(four).sections, moved.sections, strict=True):
        assert (now.title, now.group) == (was.title, was.group)
        assert [row.label for row in now.rows] == [row.label for row in was.rows]
        for a, b in zip(was.rows, now.rows, strict=True):
            assert [cell[0] for cell in b.cells] == [cell[0] for cell in a.cells[::-1]]


def test_a_heading_is_repeated_where_a_block_goes_on() -> None:
    many = "\n".join(
        f"t{i}: {{says: {{cause: c{i}, raises: e}}, quote: words number {i}, at: ¶{i}}}" for i in range(40)
    )
    sheets = draw("causes", among(many, RAIN), level="full")
    assert len(sheets) > 1
    for i, sheet in enumerate(sheets, start=1):
        assert f"({i} of {len(sheets)})" in written((sheet,))


def test_a_quotation_of_several_causes_stands_with_the_sentence_where_it_does_not_name_the_one() -> None:
    both = (
        "t: {text: Rain and fewer spaces did it, says: [{cause: [x, d], raises: e}], quote: both of them did, at: ¶1}"
    )
    table = causes(among(both, RAIN + "\n" + SPACES.replace("t:", "u:")))
    assert {row.cells[0][1] for row in rows(table)} == {
        Passage("Rain and fewer spaces did it", "", "both of them did", "¶1")
    }
    naming = both.replace("both of them did", "fewer spaces and rain")
    assert {row.cells[0][1] for row in rows(causes(among(naming, RAIN + "\n" + SPACES.replace("t:", "u:"))))} == {
        Passage("", "", "fewer spaces and rain", "¶1")
    }


def test_level_title_shows_signs_and_weights_only(pair: Comparison) -> None:
    assert {type(e) for row in rows(causes(pair, "title")) for cell in row.cells for e in cell} == {Driver, Absence}


def test_cells_of_one_cause_stand_at_one_height(pair: Comparison) -> None:
    for sheet in draw("causes", pair, format="dot"):
        boxes = boxes_of(sheet)
        frames = [b for b in boxes if b.is_frame]
        label = next((b for b in boxes if b.text == "North Korea's military threat"), None)
        if label:
            middle = min((f for f in frames if f.holds(label)), key=lambda f: f.right - f.left)
            beside = [f for f in frames if abs(f.top - middle.top) < 1 and f != middle]
            assert len(beside) == 2
            assert {round(f.bottom) for f in beside} == {round(middle.bottom)}
            return
    pytest.fail("the cause is drawn nowhere")


def test_the_legend_names_the_signs_in_use() -> None:
    same = written(draw("causes", among(RAIN, RAIN)))
    assert "Causes: ▲ raises. Frames: solid where several name the cause, with one sign." in same
    unlike = written(draw("causes", among(RAIN, DRY)))
    assert "▲ raises, ▼ lowers. Frames: dashed where their signs differ." in unlike
    assert "(main)" not in unlike


def test_a_comparison_without_causes_is_refused_with_a_way_out() -> None:
    with pytest.raises(DrawingFailed, match=r"no cause is compared in these maps.*try the view 'matrix'"):
        draw("causes", among("t: {says: {holds: p}}", ""))


def test_only_what_was_asked_for_is_drawn(pair: Comparison) -> None:
    said = written(draw("causes", pair, about=frozenset({"explanation:china-pushback"})))
    assert "What may provoke counter-moves by China?" in said
    assert "closer together" not in said


@pytest.mark.parametrize("kind", ["long", "wide", "hostile"])
def test_words_of_every_kind_are_drawn_on_every_paper(kind: str) -> None:
    for c in (made_up_comparison(12, kind=kind), made_up_among(4, 12, kind=kind)):
        for paper in ("a4-portrait", "slide", "fit"):
            for sheet in draw("causes", c, paper=paper):
                assert sheet.data


def test_what_is_cut_is_told() -> None:
    c = made_up_comparison(16, kind="long")
    first, *_ = draw("causes", c)
    assert [d.code for d in first.diagnostics if d.code == "AM906"] == ["AM906"]
    full, *_ = draw("causes", c, level="full")
    assert not [d for d in full.diagnostics if d.code == "AM906"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fixed_words_come_in_every_language(pair: Comparison, language: str) -> None:
    from argmap.languages import words_in

    said = written(draw("causes", pair, language=language)).replace(" ", "").replace("\u00a0", "")
    words = words_in(language)
    for key in ("causes.not_named", "table.raises", "table.lowers", "map.likely"):
        assert words[key].replace(" ", "") in said


def test_a_cause_may_have_two_signs_in_one_map() -> None:
    torn = "t: {says: {cause: x, raises: e}}\nu: {says: {cause: x, lowers: e}}"
    (row,) = rows(causes(among(torn, RAIN), "title"))
    assert row.cells[0] == (Driver("raises", "raises", False), Driver("lowers", "lowers", False))
    assert row.link == "unlike"


def test_a_point_of_one_map_alone_is_drawn_when_it_is_all_there_is() -> None:
    table = causes(among(RAIN, ""))
    assert (table.title, table.sections[0].group) == ("What explains custom?", "one-sided")
    two = replace(among(RAIN + "\n" + SPACES.replace("t:", "u:").replace("e}", "c}"), ""))
    assert causes(two).title == "What drives what? A and B explain nothing in common"
