"""Figures as a person reads them: rows, text, Markdown."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from comparison_cases import a_map, mill_road, two

from argmap.comparison import compare
from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.comparison.figures import Metric
from argmap.comparison.metrics import ALL, PAIRS
from argmap.comparison.records import Comparison
from argmap.reporters.decimals import decimal
from argmap.reporters.metrics_markdown import metrics_markdown
from argmap.reporters.metrics_rows import FEW, MEANINGS, NEVER_ONE, FigureRow, metrics_rows, row
from argmap.reporters.metrics_text import metrics_text
from argmap.typesetting import display_width


def text(c: Comparison, **options: Any) -> str:
    return "\n\n".join("\n".join(block) for block in metrics_text(c, **options))


def aligned() -> Comparison:
    left = "{t: {says: {holds: p}, because: [a]}, a: {}}"
    right = "{t: {says: {holds: p}, because: [x]}, x: {}}"
    rows = [Correspondence(Ref("a", "a"), "skos:exactMatch", Ref("b", "x"), confidence=0.7)]
    return compare(two(left, right), alignment=rows)


def many() -> Comparison:
    says = ("holds", "holds", "denies")
    return compare([a_map(name, f"t: {{says: {{{a}: p}}}}") for name, a in zip("abc", says, strict=True)])


def test_every_figure_has_words_for_what_it_says_and_what_it_counts() -> None:
    assert list(MEANINGS) == [*PAIRS, *ALL]


def test_every_figure_has_its_row_in_the_documentation() -> None:
    page = (Path(__file__).parents[1] / "docs" / "metrics.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    named = " ".join(rows)
    assert all(f"`{name}`" in named for name in (*PAIRS, *ALL, "outlier"))


def test_a_figure_made_from_few_things_is_marked() -> None:
    assert row("net", Metric(0.5, FEW - 1)).n == "4 shared points (few)"
    assert row("net", Metric(0.5, FEW)).n == "5 shared points"
    assert row("role-similarity", Metric(1.0, 1)).n == "1 actor (few)"
    assert str(FEW) in NEVER_ONE


def test_an_undefined_figure_is_a_dash_with_its_reason() -> None:
    assert row("net", Metric(None, 0, "nothing shared")) == FigureRow("net", "—", "", "nothing shared")
    assert row("nea", Metric(None, 0, "no points")).says == "normalised edit agreement: no points"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(4 / 7, "0.571"), (0.5, "0.5"), (1.0, "1"), (0.0, "0"), (-0.25, "−0.25"), (-0.0001, "−0.000"), (10 / 10, "1")],
)
def test_numbers_have_three_decimals_at_most(value: float, expected: str) -> None:
    assert decimal(value) == expected


def test_a_comparison_without_figures_has_no_rows() -> None:
    c = compare(mill_road(), metrics=False)
    assert metrics_rows(c) == ()
    assert list(metrics_text(c)) == []
    assert list(metrics_markdown(c)) == []


def test_the_figures_of_two_maps_are_listed_by_name(golden: Any) -> None:
    golden("mill-road/figures.txt", text(compare(mill_road())) + "\n")
    golden("mill-road/figures.md", "\n\n".join(metrics_markdown(compare(mill_road()))) + "\n")


def test_many_maps_are_told_from_the_least_pair_to_the_greatest() -> None:
    pairs, together = metrics_rows(many())
    rows = {r.name: r for r in pairs.rows}
    assert pairs.title == "All 3 pairs of maps, least to greatest"
    assert rows["net"].value == "−1 to 1"
    assert rows["net"].n == "3 pairs (3 few)"
    assert rows["net"].says.endswith("; least a – c, greatest a – b")
    assert rows["coverage"].value == "1"
    assert rows["same-use"] == FigureRow("same-use", "—", "", "there is no source that both maps cite")
    assert rows["nea"].says.endswith("; the like holds of the other pairs")
    assert together.remark == "Farthest from the others on average, by net: c."
    assert [r.name for r in together.rows] == ["polarisation"]
    assert list(metrics_markdown(many()))[-1] == together.remark


def test_what_surer_rows_change_stands_last() -> None:
    *_, firm = metrics_rows(aligned())
    assert firm.title == "With the surer rows of the alignment alone"
    assert [(r.name, r.value, r.n) for r in firm.rows[:3]] == [
        ("confidence 1 and more", "2 findings changed", "0 rows"),
        ("confidence 0.8 and more", "2 findings changed", "0 rows"),
        ("confidence 0.5 and more", "nothing changed", "1 row"),
    ]
    assert "stance:p: agree-same-reasons → agree-different-reasons" in firm.rows[0].says
    assert "stance:a:a: agree-unargued → none" in firm.rows[0].says
    assert FigureRow("shared-reasons", "0 to 1", "", "") in firm.rows
    assert all(r.name not in ("congruence", "role-similarity") for r in firm.rows)


def test_ranges_of_many_maps_name_their_pair() -> None:
    maps = [a_map(name, "{t: {says: {holds: p}, because: [a]}, a: {}}") for name in "abc"]
    rows = [Correspondence(Ref("a", "a"), "skos:exactMatch", Ref("b", "a"), confidence=0.7)]
    *_, firm = metrics_rows(compare(maps, alignment=rows))
    assert "shared-reasons (a – b)" in [r.name for r in firm.rows]


@pytest.mark.parametrize("width", [40, 60, 80, 160])
@pytest.mark.parametrize("c", [compare(mill_road()), aligned(), many()])
def test_no_line_is_wider_than_the_page(c: Comparison, width: int) -> None:
    lines = text(c, width=width).split("\n")
    assert max(map(display_width, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_colour_adds_nothing_but_colour() -> None:
    c = compare(mill_road())
    colored = text(c, color=True)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == text(c)


def test_names_of_maps_are_no_markup() -> None:
    c = compare(two("t: {says: {holds: p}}", "t: {says: {holds: p}}"))
    hostile = replace(c, maps=(replace(c.maps[0], name="a|*b*\x1b[31m"), c.maps[1]))
    assert "\x1b" not in text(hostile)
    title = next(line for line in "\n\n".join(metrics_markdown(hostile)).split("\n") if line.startswith("### "))
    assert "\\|\\*b\\*" in title


def test_no_figure_is_called_the_overall_one() -> None:
    for c in (compare(mill_road()), many()):
        assert "never added up" in text(c)
        assert not {"overall", "total", "score"} & set(text(c).lower().replace(":", " ").split())
