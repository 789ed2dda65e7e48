"""A hedge stays a hedge: two possibilities are no contradiction."""

import pytest
from comparison_cases import two

from argmap.comparison import compare

STANCES = [
    ("possible", "possible", "stance-hedged"),
    ("possible", "likely", "stance-contradiction"),
    ("likely", "likely", "stance-contradiction"),
    ("asserted", "possible", "stance-contradiction"),
]


@pytest.mark.parametrize(("left", "right", "category"), STANCES)
def test_opposite_stances_clash_if_one_is_more_than_possible(left: str, right: str, category: str) -> None:
    maps = two(f"x: {{says: {{holds: p}}, certainty: {left}}}", f"y: {{says: {{denies: p}}, certainty: {right}}}")
    for both in (maps, maps[::-1]):
        assert [f.category for f in compare(both).findings] == [category]


def test_two_possibilities_are_told_as_such() -> None:
    maps = two("x: {says: {holds: p}, certainty: possible}", "y: {says: {denies: p}, certainty: possible}")
    (finding,) = compare(maps).findings
    assert finding.group == "diverge"
    assert finding.sentence == "A says that it may be that the lane pays, B that it may not be; both can be right."
    assert finding.rule == "stance-hedged: {holds} against {denies}, both only possible"


@pytest.mark.parametrize(
    ("sure", "category"), [("possible", "explanation-different-causes"), ("likely", "explanation-opposite-effects")]
)
def test_a_cause_that_may_raise_and_may_lower_is_no_contradiction(sure: str, category: str) -> None:
    left = f"x: {{says: {{cause: c, raises: e}}, certainty: {sure}}}"
    (finding,) = compare(two(left, "y: {says: {cause: c, lowers: e}, certainty: possible}")).findings
    assert finding.category == category


def test_who_says_that_it_may_and_may_not_be_leaves_it_open() -> None:
    may = "x: {says: {holds: p}, certainty: possible}\ny: {says: {denies: p}, certainty: possible}"
    (finding,) = compare(two(may, "z: {says: {holds: p}}")).findings
    assert (finding.category, finding.sides["a"].position) == ("stance-open-vs-committed", "questions")
    early = "x: {says: {holds: p}, certainty: possible, when: '2017'}"
    apart = f"{early}\ny: {{says: {{denies: p}}, certainty: possible, when: '2018'}}"
    (finding,) = compare(two(apart, "z: {says: {holds: p}, when: '2017'}")).findings
    assert finding.category == "agree-different-strength"
    surer = "x: {says: {holds: p}, certainty: likely}\ny: {says: {denies: p}, certainty: possible}"
    (finding,) = compare(two(surer, "")).findings
    assert finding.category == "internal-tension"


def test_a_source_for_two_possibilities_serves_two_points() -> None:
    maps = two(
        "x: {says: {holds: p}, certainty: possible, sources: [s]}",
        "y: {says: {denies: p}, certainty: possible, sources: [s]}",
    )
    assert {f.id: f.category for f in compare(maps).findings}["evidence:s"] == "evidence-different-use"
