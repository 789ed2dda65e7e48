"""What of a comparison rests on how sure the rows of an alignment are."""

import json
from dataclasses import replace
from pathlib import Path

from comparison_cases import a_map, two
from generated_maps import Content, build, contents, quick, rows, with_free
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from argmap.comparison import compare
from argmap.comparison.alignment.correspondences import Correspondence, Predicate, Ref
from argmap.comparison.figures import Changed, Robustness, Threshold
from argmap.comparison.records import Comparison
from argmap.comparison.robustness import Outcome, robustness
from argmap.errors import InvalidAlignment
from argmap.reporters.comparison_json import to_json

SCHEMA = Path(__file__).parents[1] / "docs" / "schema" / "comparison.schema.json"

LEFT = """
    t: {type: thesis, says: {holds: p}, because: [a, b, c]}
    a: {}
    b: {}
    c: {says: {holds: q}}
    """
RIGHT = """
    t: {type: thesis, says: {holds: p}, because: [x, y, z]}
    x: {}
    y: {}
    z: {says: {holds: q}}
    """


def a_row(
    left: str,
    right: str,
    confidence: float | None = None,
    predicate: Predicate = "skos:exactMatch",
    *,
    of: tuple[str, str] = ("a", "b"),
) -> Correspondence:
    return Correspondence(Ref(of[0], left), predicate, Ref(of[1], right), confidence=confidence)


def compared(*rows: Correspondence, min_confidence: float = 0.0) -> Comparison:
    return compare(two(LEFT, RIGHT), alignment=rows, min_confidence=min_confidence)


def firm(*rows: Correspondence, min_confidence: float = 0.0) -> Robustness:
    metrics = compared(*rows, min_confidence=min_confidence).metrics
    assert metrics
    assert metrics.robustness
    return metrics.robustness


def test_without_rows_there_is_nothing_to_be_sure_of() -> None:
    metrics = compared().metrics
    assert metrics
    assert metrics.robustness is None


def test_rows_that_join_nothing_here_are_not_in_use() -> None:
    absence = Correspondence(Ref("a", "a"), "skos:exactMatch", None)
    refused = Correspondence(Ref("a", "a"), "skos:exactMatch", Ref("b", "x"), rejected=True)
    elsewhere = a_row("a", "x", of=("a", "c"))
    metrics = compared(absence, refused, elsewhere, a_row("a", "x", predicate="argmap:related")).metrics
    assert metrics
    assert metrics.robustness is None


def test_what_unsure_rows_carry_falls_with_them() -> None:
    found = firm(a_row("a", "x", 0.9), a_row("b", "y", 0.6, "argmap:contradicts"))
    joined = Changed("stance:a:a", "agree-unargued", None)
    opposed = Changed("stance:a:b", "stance-contradiction", None)
    assert found.thresholds == (
        Threshold(1.0, 0, (joined, opposed)),
        Threshold(0.8, 1, (opposed,)),
        Threshold(0.5, 2, ()),
    )
    ranges = found.ranges["a|b"]
    # p and q alone; with a = x three of three; with b against y three of four
    assert ranges["congruence"] == (3 / 4, 1.0)
    assert ranges["net"] == (1 / 2, 1.0)
    # p rests on q and two private statements; on q and one in common; on q, one in common, one on either side
    assert ranges["shared-reasons"] == (1 / 5, 2 / 4)
    assert ranges["role-similarity"] is None


def test_a_finding_that_changes_names_both_categories() -> None:
    left = "{t: {says: {holds: p}, because: [a]}, a: {}}"
    right = "{t: {says: {holds: p}, because: [x]}, x: {}}"
    metrics = compare(two(left, right), alignment=[a_row("a", "x", 0.7)]).metrics
    assert metrics
    assert metrics.robustness
    changes = (
        Changed("stance:p", "agree-same-reasons", "agree-different-reasons"),
        Changed("stance:a:a", "agree-unargued", None),
    )
    assert [t.rows for t in metrics.robustness.thresholds] == [0, 0, 1]
    assert [set(t.changed) for t in metrics.robustness.thresholds] == [set(changes), set(changes), set()]
    assert metrics.robustness.ranges["a|b"]["shared-reasons"] == (0.0, 1.0)


def test_a_finding_only_there_without_the_rows_has_no_category_before() -> None:
    left, right = "t: {says: {holds: p}}", "t: {says: {holds: q}}"
    metrics = compare(two(left, right), alignment=[a_row("t", "t", 0.5)]).metrics
    assert metrics
    assert metrics.robustness
    assert Changed("stance:q", None, "one-sided") in metrics.robustness.thresholds[0].changed


def test_rows_without_confidence_are_decided_and_change_nothing() -> None:
    found = firm(a_row("a", "x"), a_row("b", "y", 1.0))
    assert found.thresholds == tuple(Threshold(least, 2, ()) for least in (1.0, 0.8, 0.5))
    assert all(ends is None or ends[0] == ends[1] for ends in found.ranges["a|b"].values())


def test_what_is_left_aside_from_the_start_plays_no_part() -> None:
    assert firm(a_row("a", "x", 0.9), a_row("b", "y", 0.4), min_confidence=0.5) == firm(a_row("a", "x", 0.9))


def test_equal_sets_of_rows_are_compared_once() -> None:
    rows = (a_row("a", "x", 0.9), a_row("b", "y", 0.9))
    asked = []

    def again(fewer: tuple[Correspondence, ...]) -> Outcome:
        asked.append(fewer)
        return Outcome({}, {})

    found = robustness(rows, ("a", "b"), Outcome({"stance:p": "agree-unargued"}, {}), again)
    assert asked == [()]
    assert found
    assert [len(t.changed) for t in found.thresholds] == [1, 0, 0]


def test_profiles_of_many_maps_are_followed_too() -> None:
    maps = [a_map(name, "{t: {says: {holds: p}, because: [a]}, a: {}}") for name in "abc"]
    rows = [a_row("a", "a"), a_row("a", "a", 0.6, of=("b", "c"))]
    metrics = compare(maps, alignment=rows).metrics
    assert metrics
    assert metrics.robustness
    assert list(metrics.robustness.ranges) == ["a|b", "a|c", "b|c"]
    assert [t.changed for t in metrics.robustness.thresholds] == [
        (Changed("stance:a:a", "consensus", "common"),),
        (Changed("stance:a:a", "consensus", "common"),),
        (),
    ]


@quick
@given(contents, contents, rows(), st.lists(st.sampled_from([None, 0.3, 0.6, 0.9]), min_size=4, max_size=4))
def test_ranges_hold_the_figures_and_no_row_is_surer_than_all(
    left: Content, right: Content, drawn: list[Correspondence], sure: list[float | None]
) -> None:
    maps = [build("a", with_free(left)), build("b", with_free(right))]
    alignment = [replace(r, confidence=c) for r, c in zip(drawn, sure, strict=False)]
    try:
        metrics = compare(maps, alignment=alignment).metrics
    except InvalidAlignment:
        assume(False)  # hypothesis draws another
        raise
    assert metrics
    if metrics.robustness:
        counts = [t.rows for t in metrics.robustness.thresholds]
        assert counts == sorted(counts)
        for name, m in metrics.pairs["a|b"].items():
            ends = metrics.robustness.ranges["a|b"][name]
            assert m.value is None or (ends is not None and ends[0] <= m.value <= ends[1])


def test_the_result_is_as_the_schema_says() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    text = to_json(compared(a_row("a", "x", 0.9), a_row("b", "y", 0.6, "argmap:contradicts")))
    Draft202012Validator(schema).validate(json.loads(text))
    assert [t["rows"] for t in json.loads(text)["metrics"]["robustness"]["thresholds"]] == [0, 1, 2]
