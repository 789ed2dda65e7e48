"""Which findings weigh most: the measure the summary and the first sheet share."""

from dataclasses import replace

from comparison_cases import mill_road

from argmap.comparison import Comparison, Finding, compare
from argmap.comparison.central import most_central
from argmap.comparison.records import Cited, Side


def with_statements(finding: Finding, *each: int, thesis: bool = False) -> Finding:
    """The finding resting on so many statements a side, the first of them a thesis or not."""
    first = {"ruiz": "build", "patel": "do-not"} if thesis else {}
    sides = {
        m: Side("holds", tuple(Cited(first.get(m, "x") if i == 0 else f"s{i}", "So.") for i in range(n)))
        for m, n in zip(("ruiz", "patel"), each, strict=False)
    }
    return replace(finding, unit="stance", group="agree", sides=sides)


def ranked(*findings: Finding) -> list[str]:
    c: Comparison = replace(compare(mill_road()), findings=findings)
    return [finding.id for finding in most_central(c, "agree")]


def named(name: str, *each: int, thesis: bool = False) -> Finding:
    return replace(with_statements(compare(mill_road()).findings[0], *each, thesis=thesis), id=name)


def test_what_both_return_to_comes_before_what_one_dwells_on() -> None:
    assert ranked(named("a", 1, 9), named("b", 2, 2)) == ["b", "a"]


def test_among_equals_the_one_with_a_thesis_comes_first() -> None:
    assert ranked(named("a", 2, 2), named("b", 2, 2, thesis=True)) == ["b", "a"]


def test_among_equals_the_order_of_reading_holds() -> None:
    assert ranked(named("b", 1, 1), named("a", 1, 1)) == ["b", "a"]


def test_sources_are_left_out_and_a_finding_without_sides_comes_last() -> None:
    source = replace(named("s", 5, 5), unit="evidence")
    assert ranked(source, named("none"), named("one", 1, 1)) == ["one", "none"]
