"""Sentences of docs/comparison.md held against maps made to break them."""

from typing import Any

import pytest
from comparison_cases import BOOK, a_map, two

from argmap.comparison.comparing import compare
from argmap.comparison.records import Comparison, Finding

SHOPS: dict[str, Any] = BOOK | {
    "propositions": {
        "cut": {"text": "The line should be cut", "kind": "policy"},
        "late": {"text": "The bus is late", "kind": "fact"},
        "snow": "It snows",
        "open": {"text": "The baker's is open", "kind": "fact"},
        "some-open": {"text": "Some shop is open", "narrower": ["open"]},
        "boarded": {"text": "The baker's is boarded up", "kind": "fact", "contrary": ["open"]},
    }
}


def compared(left: str, right: str, **fields: Any) -> Comparison:
    return compare(two(left, right, book=SHOPS, **fields), metrics=False)


def among(*statements: str) -> Comparison:
    names = ("A", "B", "C", "D")
    maps = [
        a_map(name.lower(), s, book=SHOPS, article={"short": name}) for name, s in zip(names, statements, strict=False)
    ]
    return compare(maps, metrics=False)


def finding(found: Comparison, id_: str) -> Finding:
    return next(f for f in found.findings if f.id == id_)


# ---- propositions that a codebook links


@pytest.mark.parametrize(
    ("certainty", "category"), [("possible", "stance-different-claims"), ("likely", "stance-incompatible")]
)
def test_two_possibilities_do_not_exclude_each_other(certainty: str, category: str) -> None:
    found = compared(
        "t: {says: {holds: open}, certainty: possible}", f"t: {{says: {{holds: boarded}}, certainty: {certainty}}}"
    )
    assert [f.category for f in found.findings] == [category]
    assert ("both can be right" in found.findings[0].sentence) == (certainty == "possible")


def test_a_map_may_hold_two_possibilities_that_exclude_each_other() -> None:
    both = "t: {says: {holds: open}, certainty: possible}\nu: {says: {holds: boarded}, certainty: possible}"
    assert "AM618" not in {w.code for w in compared(both, "{}").warnings}
    assert "AM618" in {w.code for w in compared(both.replace("possible", "likely"), "{}").warnings}


def test_what_follows_is_the_negation_of_what_the_other_denies() -> None:
    (f,) = compared("t: {says: {holds: open}}", "t: {says: {denies: boarded}}").findings
    said = "A holds that the baker's is open, which implies what B holds: not: the baker's is boarded up."
    assert (f.category, f.sentence) == ("agree-implied", said)
