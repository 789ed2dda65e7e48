"""Matrix, roles, causes and reasons: what stands in which cell, and how a table fits its paper."""

from dataclasses import replace

import pytest
from comparison_cases import a_map, two

from argmap import Comparison
from argmap.comparison.comparing import compare
from argmap.comparison.figures import Metric, Metrics
from argmap.reporters.comparison_markdown import comparison_markdown
from argmap.reporters.comparison_text import comparison_text
from argmap.reporters.comparison_views_blocks import Cell, Column, Line, Table, columns
from argmap.reporters.comparison_views_causes import causes_blocks
from argmap.reporters.comparison_views_items import names_in_short
from argmap.reporters.comparison_views_reasons import reasons_blocks
from argmap.reporters.comparison_views_roles import roles_blocks
from argmap.reporters.comparison_views_tables import is_numbered, table_lines
from argmap.reporters.matrix_blocks import matrix_blocks
from argmap.reporters.matrix_pairs import pairs_table


def tables(blocks: object) -> dict[str, list[tuple[str, ...]]]:
    """Per corner the lines as words: symbol, lead, cells."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for block in blocks:  # type: ignore[attr-defined]
        if isinstance(block, Table):
            lines = [(line.symbol, line.lead, *(cell.words for cell in line.cells)) for line in block.lines]
            found.setdefault(block.corner, []).extend(lines)
    return found


SAID = """
t: {type: thesis, says: {holds: p}, because: [q]}
q: {says: {questions: q}}
r: {says: [{holds: r}, {denies: r}]}
c: {says: {cause: c, raises: e, main: true}}
d: {says: {cause: d, lowers: e}, certainty: likely}
x: {says: {cause: x, unrelated: e}}
a: {says: {actor: council, role: ally, toward: [shops], main: true}, certainty: possible, quote: ally}
v: {says: {actor: council, role: rival}, quote: rival}
s: {says: {holds: p}, sources: [s]}
"""
REPORTED = """
t: {type: thesis, says: {denies: p}}
c: {says: {cause: c, raises: e}}
told: {voice: Ann, says: {holds: q}}
who: {voice: Ann, says: {actor: council, role: ally}}
"""


@pytest.fixture(scope="module")
def c() -> Comparison:
    return compare(two(SAID, REPORTED))


def test_the_matrix_has_the_position_of_each_map_in_a_word(c: Comparison) -> None:
    found = tables(matrix_blocks(c, "normal", whole=True))
    assert found[""] == [
        ("!", "The lane pays", "holds", "denies"),
        ("∅", "The street is quiet", "asks", "reports"),
        ("?", "Buses run on time", "both", "·"),
    ]
    assert found["effect, causes"] == [
        ("≈", "Custom", "", ""),
        ("", "a lane", "raises ★", "raises"),
        ("", "fewer spaces", "lowers (likely)", "·"),
        ("", "rain", "no effect", "·"),
    ]
    assert found["actor"] == [("∅", "the council", "ally ★ (possible), rival", "reports")]


def test_the_matrix_in_full_quotes_each_map(c: Comparison) -> None:
    found = tables(matrix_blocks(c, "full", whole=True))
    assert found[""][1] == ("∅", "The street is quiet", "asks — q", "reports — told")
    assert found["source"] == [("∅", "The Survey", "1", "·")]


def test_signs_stand_for_positions_where_columns_are_narrow(c: Comparison) -> None:
    signs = [
        [cell.sign for cell in line.cells]
        for block in matrix_blocks(c, "normal", whole=True)
        if isinstance(block, Table)
        for line in block.lines
    ]
    assert signs == [["+", "−"], ["?", "r"], ["±", "·"], ["", ""], ["▲", "△"], ["▽°", "·"], ["○", "·"], ["+", "r"]]


def test_roles_say_toward_whom_and_what_they_come_to(c: Comparison) -> None:
    found = tables(roles_blocks(c, "full", whole=True))
    assert found["actor"] == [("∅", "the council", "+ ally ★ toward shopkeepers (possible); − rival")]


def test_causes_of_an_effect_carry_sign_weight_and_certainty(c: Comparison) -> None:
    assert tables(causes_blocks(c, "normal", whole=True))["cause"] == [
        ("", "a lane", "raises ★", "raises"),
        ("", "fewer spaces", "lowers (likely)", "·"),
        ("", "rain", "no effect", "·"),
    ]


def test_reasons_stand_beside_one_another(c: Comparison) -> None:
    assert tables(reasons_blocks(c, "normal", whole=True))[""] == [
        ("", "only", "q", "gives no reason"),
        ("", "", "“The Survey”", ""),
    ]


def test_shared_reasons_come_first_and_linked_premises_are_one_reason() -> None:
    left = """
    t: {says: {holds: p}, because: [q, {premises: [r, w], unless: [u]}]}
    q: {says: {holds: q}, text: It is quiet.}
    r: {says: {holds: r}, text: Buses run.}
    w: {text: Rents fall.}
    u: {type: objection, text: The bridge is shut.}
    """
    right = "{t: {says: {holds: p}, because: [q]}, q: {says: {holds: q}, text: It is still.}}"
    text = comparison_text(compare(two(left, right)), view="reasons")
    assert "    both  It is quiet\n" in text
    assert "Buses run + Rents fall — unless: The" in text
    assert "none of its own" in text


def test_views_with_nothing_to_show_say_so() -> None:
    c = compare(two("{t: {type: thesis, says: {holds: p}}}", "{t: {type: thesis, says: {holds: q}}}"))
    assert "No map casts an actor in a part." in comparison_text(c, view="roles")
    assert "No map explains anything by a cause." in comparison_text(c, view="causes")
    assert "There is no proposition that two maps speak on." in comparison_text(c, view="reasons")


def test_points_without_reasons_are_counted() -> None:
    c = compare(two("{t: {type: thesis, says: {holds: p}}}", "{t: {type: thesis, says: {holds: p}}}"))
    assert "1 point that maps speak on without giving a reason (--detail full)" in comparison_text(c, view="reasons")
    assert "Both hold that the lane pays" in comparison_text(c, view="reasons", detail="full")


def test_what_one_map_has_alone_is_named_and_shown_when_asked_for() -> None:
    said = "{t: {says: {cause: c, raises: e}}, r: {says: {actor: council, role: ally}, quote: a}}"
    c = compare(two(said, "{t: {type: thesis, says: {holds: p}}}"))
    assert "In one map only, 1: the council (--detail full)" in comparison_text(c, view="roles")
    assert "In one map only, 1: Custom (--detail full)" in comparison_text(c, view="causes")
    for view in ("roles", "causes"):
        assert "--detail full" not in comparison_text(c, view=view, whole=False)
        assert "--detail full" not in comparison_text(c, view=view, detail="full")


def test_roles_no_codebook_knows_have_no_sign() -> None:
    maps = [a_map(n, "{r: {says: {actor: x, role: oracle}, quote: q}}", book=None) for n in "ab"]
    assert tables(roles_blocks(compare(maps), "normal", whole=True))["actor"] == [("=", "x", "? oracle", "? oracle")]
    bare = [a_map(n, "{r: {says: {actor: x, role: ally}, quote: q}}", book=None) for n in "ab"]
    assert tables(roles_blocks(compare(bare), "normal", whole=True))["actor"] == [("=", "x", "+ ally", "+ ally")]


def test_each_two_maps_are_counted_once_and_no_figure_stands_beside_the_counts() -> None:
    three = compare(
        [a_map(n, {"t": {"says": {s: "p"}}}) for n, s in zip("abc", ("holds", "denies", "holds"), strict=True)]
    )
    figures = Metrics({"a|b": {"net": Metric(-1.0, 1)}, "a|c": {"net": Metric(None, 0, "nothing")}, "b|c": {}}, {})
    for known in (figures, None):
        table = pairs_table(replace(three, metrics=known))
        assert [column.name for column in table.columns] == ["b", "c"]
        assert [(line.lead, [cell.words for cell in line.cells]) for line in table.lines] == [
            ("a", ["0:1", "1:0"]),
            ("b", ["", "0:1"]),
        ]


def table(cells: list[list[str]], *, signs: bool = True, prose: bool = False) -> Table:
    heads = tuple(Column(i, f"Map {i}", f"m{i}") for i in range(1, len(cells[0]) + 1))
    lines = tuple(Line(f"point {i}", tuple(Cell(w, "+" if signs else "") for w in row)) for i, row in enumerate(cells))
    return Table("", heads, lines, "words", "signs", prose)


def test_a_table_is_in_words_where_they_fit_else_in_signs_else_line_by_line() -> None:
    narrow = table([["holds"] * 3])
    assert table_lines(narrow, 60, color=False) == [
        "         Map 1  Map 2  Map 3",
        "─" * 28,
        "point 0  holds  holds  holds",
        "",
        "words",
    ]
    broad = table([["an unbreakablesortofwordthatgoeson"] * 3])
    assert is_numbered(broad, 60)
    assert table_lines(broad, 60, color=False)[2] == "point 0  + + +"
    bare = table([["an unbreakablesortofwordthatgoeson"] * 3], signs=False)
    assert not is_numbered(bare, 60)
    assert table_lines(bare, 60, color=False) == [
        "point 0",
        "    Map 1, Map 2 and Map 3",
        "        an unbreakablesortofwordthatgoeson",
        "",
        "words",
    ]


def test_the_lead_gives_way_to_words() -> None:
    t = table([["provides"] * 4])
    long = Table("", t.columns, (Line("a point that takes more than two fifths of the line", t.lines[0].cells),))
    lines = table_lines(long, 60, color=False)
    assert lines[2] == "a point that takes  provides  provides  provides  provides"
    assert not is_numbered(long, 60)


def test_more_columns_than_fit_go_on_below() -> None:
    lines = table_lines(table([["holds"] * 40]), 60, color=False)
    heads = [line.split() for line in lines if line.strip().startswith(("1 ", "17", "18", "33", "35"))]
    assert [n for head in heads for n in head] == [str(n) for n in range(1, 41)]


def test_whose_numbers_stand_in_the_tables_is_said_once_at_the_end() -> None:
    maps = [
        a_map(f"m{i}", "{t: {says: {holds: p}}, r: {says: {actor: council, role: ally}, quote: q}}") for i in range(30)
    ]
    text = comparison_text(compare(maps), view="matrix")
    assert text.count("1 m0 · 2 m1 · ") == 1
    assert "How often each two of the 30 maps agree and differ: --detail full" in text


def test_names_are_counted_where_there_are_two_more_than_can_be_named() -> None:
    assert names_in_short(["a"]) == "a"
    assert names_in_short(list("abcde")) == "a, b, c, d and e"
    assert names_in_short(list("abcdef")) == "a, b, c, d and 2 others"


def test_columns_keep_the_numbers_of_all_maps() -> None:
    c = compare([a_map(n, "{t: {says: {holds: p}}}") for n in "abc"])
    assert columns(c, lambda id_: id_ != "a") == (Column(2, "b", "b"), Column(3, "c", "c"))


def test_a_matrix_is_a_real_table_in_markdown(c: Comparison) -> None:
    text = comparison_markdown(c, view="matrix")
    assert "| |  | A | B |\n|---|---|---|---|\n| ! | The lane pays | holds | denies |\n" in text
    assert "|  | &nbsp;&nbsp;a lane | raises ★ | raises |" in text


def test_reasons_of_many_maps_are_counted_but_for_those_several_give() -> None:
    maps = [
        a_map(
            f"m{i}",
            {
                "t": {"says": {"holds": "p"}, "because": ["q"]},
                "q": {"says": {"holds": "q" if i else "r"}, "text": "So it is."},
            },
        )
        for i in range(9)
    ]
    bare = a_map("bare", "{t: {says: {denies: p}}}")
    text = comparison_text(compare([*maps, bare]), view="reasons")
    assert "    shared     So it is (m1, m2, m3, m4 and 4 others)" in text
    assert "    others     1 reason that one map gives" in text
    assert "    no reason  1 map" in text


def test_many_shared_reasons_are_counted_too() -> None:
    keys = [f"k{i}" for i in range(6)]
    said: dict[str, object] = {"t": {"says": {"holds": "p"}, "because": keys}}
    maps = [a_map(f"m{i}", said | {k: {"says": {"holds": k}, "text": f"Point {k}."} for k in keys}) for i in range(9)]
    text = comparison_text(compare(maps), view="reasons")
    assert "            and 2 more\n" in text
    assert "    others  " not in text


def test_the_causes_of_what_is_only_reported_are_left_blank() -> None:
    told = '{r: {says: {cause: [c], raises: e}, voice: "The Post"}, t: {says: {holds: p}}}'
    c = compare([a_map("a", "r: {says: {cause: [c], raises: e}, certainty: asserted}"), a_map("b", told)])
    found = tables(matrix_blocks(c, "normal", whole=True))["effect, causes"]
    assert [line[-2:] for line in found] == [("", "reports"), ("raises", "")]
