"""Rubrics: what they may say, and what is wrong with those that say something else."""

import pytest

from argmap.formats.rubric_file import read_rubric, rubric_text
from argmap.teaching.grading.rubric import DEFAULT, Rubric


def problems(text: str) -> list[str]:
    found = read_rubric(text, "r.yaml")
    assert (found.value is None) == bool(found.diagnostics)
    assert all(d.position and d.file == "r.yaml" for d in found.diagnostics)
    return [f"{d.position.line}:{d.position.column} {d.message} ({d.help})" for d in found.diagnostics if d.position]


def test_the_default_reads_back() -> None:
    assert read_rubric(rubric_text(), "r.yaml").unwrap() == Rubric(
        title="My rubric", points={k: float(v) for k, v in DEFAULT.points.items()}, levels=DEFAULT.levels
    )


def test_what_is_left_out_is_as_in_the_default() -> None:
    found = read_rubric("argmap-rubric: 1\n", "r.yaml").unwrap()
    assert (found.points, found.levels, found.ignore) == (DEFAULT.points, DEFAULT.levels, frozenset())


def test_points_that_are_not_named_are_none() -> None:
    found = read_rubric("argmap-rubric: 1\npoints: {places: 2.5}\n", "r.yaml").unwrap()
    assert {aspect: n for aspect, n in found.points.items() if n} == {"places": 2.5}


@pytest.mark.parametrize(("written", "points"), [("4", 4), (".5", 0.5), ("2.", 2), ("0.25", 0.25), ('"3"', 3)])
def test_points_are_numbers_however_they_are_written(written: str, points: float) -> None:
    found = read_rubric(f"argmap-rubric: 1\npoints: {{places: {written}}}\n", "r.yaml").unwrap()
    assert found.points["places"] == points


def test_levels_come_in_their_order() -> None:
    text = "argmap-rubric: 1\nlevels: {low: 0, high: 0.9, middle: 50 %}\nignore: [extra-source]\n"
    found = read_rubric(text, "r.yaml").unwrap()
    assert found.levels == (("high", 0.9), ("middle", 0.5), ("low", 0.0))
    assert [found.level(x) for x in (1, 0.9, 0.89, 0.5, 0)] == ["high", "high", "middle", "middle", "low"]
    assert found.ignore == {"extra-source"}


START = "begin it with `argmap-rubric: 1`; `argmap grade --new-rubric` prints one to start from"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [f"1:1 the file holds no rubric ({START})"]),
        ("- a\n", [f"1:1 the file holds no rubric ({START})"]),
        ("points: {places: 1}\n", [f"1:1 the rubric has no 'argmap-rubric' ({START})"]),
        ("argmap-rubrik: 1\n", ["1:1 there is no field 'argmap-rubrik' (did you mean 'argmap-rubric'?)"]),
        ("argmap-rubric: 2\n", ["1:16 'argmap-rubric' is '2' (write 1)"]),
        ("argmap-rubric: 1\ntitle: [a]\n", ["2:8 'title' is a list (write a text, or leave it out)"]),
        (
            "argmap-rubric: 1\npoint: {}\n",
            ["2:1 there is no field 'point' (did you mean 'points'?)"],
        ),
        (
            "argmap-rubric: 1\npoints:\n  place: 1\n  voices: many\n  types: -1\n",
            [
                "3:3 there is no kind of points 'place' (did you mean 'places'?)",
                "4:11 'voices' is 'many' (write a number of points such as 4 or 0.5)",
                "5:10 'types' is '-1' (write a number of points such as 4 or 0.5)",
            ],
        ),
        ("argmap-rubric: 1\npoints: {places: 0}\n", ["2:1 nothing counts: all points are 0 (give some points)"]),
        ("argmap-rubric: 1\npoints: 3\n", ["2:9 'points' is '3' (write a line `statements: 4` below it)"]),
        ("argmap-rubric: 1\nignore: reversed\n", ["2:9 'ignore' is 'reversed' (write [reversed])"]),
        (
            "argmap-rubric: 1\nignore: [[a], {b: c}, null, reversed]\n",
            [
                "2:10 an item of 'ignore' is a list (write the name of a kind, such as extra-source)",
                "2:15 an item of 'ignore' is a mapping (write the name of a kind, such as extra-source)",
                "2:23 an item of 'ignore' is empty (write the name of a kind, such as extra-source)",
            ],
        ),
        ("argmap: 1\nid: m\nstatements: {}\n", [f"1:1 the file holds a map, and no rubric ({START})"]),
        ("argmap-rubric: 1\nignore: all\n", ["2:9 'ignore' is 'all' (write [extra-source], or leave it out)"]),
        (
            "argmap-rubric: 1\nignore: [misplace]\n",
            ["2:10 there is no kind of finding 'misplace' (did you mean 'misplaced'?)"],
        ),
        (
            "argmap-rubric: 1\nlevels: {a: 120%, b: x, c: 0}\n",
            [
                "2:13 'a' is '120%' (write a share such as 85%, from 0 to 100)",
                "2:22 'b' is 'x' (write a share such as 85%, from 0 to 100)",
            ],
        ),
        (
            "argmap-rubric: 1\nlevels: {a: 0, b: 0%}\n",
            ["2:19 'b' begins where 'a' does (give each level a share of its own)"],
        ),
        (
            "argmap-rubric: 1\nlevels: {a: 90%, b: 10%}\n",
            ["2:1 no level begins at 0 (let 'b' begin at 0, or add another level)"],
        ),
        ("argmap-rubric: 1\nlevels: []\n", ["2:9 'levels' is a list (write a line `secure: 85%` below it)"]),
        (
            "argmap-rubric: 1\nargmap-rubric: 1\n",
            [
                "2:1 'argmap-rubric' stands here a second time; the first is in line 1"
                " (keep one of the two, or join them)"
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_is(text: str, found: list[str]) -> None:
    assert problems(text) == found


def test_a_file_that_is_far_too_large_is_no_rubric() -> None:
    assert problems("a" * 200_000) == ["1:1 the file is larger than 100 kB (check that it is the rubric)"]
