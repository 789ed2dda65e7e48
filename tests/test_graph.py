"""The shape of a map."""

from typing import cast

import pytest

from argmap.graph import attached, cycles, depths
from argmap.model import ArgumentMap


def a_map(**below: object) -> ArgumentMap:
    statements = {key: {"text": key} | cast("dict[str, object]", fields) for key, fields in below.items()}
    return ArgumentMap.model_validate({"id": "m", "statements": statements})


def test_depth_is_the_shortest_way_to_a_thesis_and_what_hangs_on_none_lies_below_all() -> None:
    m = a_map(
        t={"type": "thesis", "because": ["a", ["b", "c"]], "but": ["o"]},
        a={"because": [{"premises": ["d"], "unless": ["u"]}]},
        b={"because": ["o"]},
        c={},
        d={"if": ["f"]},
        o={},
        u={},
        f={},
        loose={},
    )
    assert depths(m) == {"t": 0, "a": 1, "b": 1, "c": 1, "d": 2, "o": 1, "u": 2, "f": 3, "loose": 3}
    assert attached(m) == {"t", "a", "b", "c", "d", "o", "u", "f"}


def test_without_a_thesis_all_depths_are_zero() -> None:
    assert depths(a_map(a={"because": ["b"]}, b={})) == {"a": 0, "b": 0}


def paths(m: ArgumentMap) -> list[list[str]]:
    return [[path[0].upper, *(e.lower for e in path)] for path in cycles(m)]


@pytest.mark.parametrize(
    ("m", "expected"),
    [
        (a_map(a={"because": ["b"]}, b={}), []),
        (a_map(a={"because": ["a"]}), [["a", "a"]]),
        (a_map(c={"but": ["a"]}, a={"because": ["b"]}, b={"if": ["c"]}), [["c", "a", "b", "c"]]),
        (a_map(a={"because": [{"premises": ["b"], "unless": ["a"]}]}, b={}), [["a", "a"]]),
        (
            a_map(x={"because": ["y", "p"]}, y={"because": ["x"]}, p={"because": ["q"]}, q={"because": ["p"]}),
            [["x", "y", "x"], ["p", "q", "p"]],
        ),
        (
            a_map(a={"because": ["b", "d"]}, b={"because": ["c"]}, c={"because": ["a"]}, d={"because": ["a"]}),
            [["a", "d", "a"]],
        ),
    ],
)
def test_cycles_are_shown_as_the_shortest_path_from_their_first_statement(
    m: ArgumentMap, expected: list[list[str]]
) -> None:
    assert paths(m) == expected


def test_a_chain_of_ten_thousand_needs_no_recursion() -> None:
    n = 10_000
    below: dict[str, object] = {f"s{i}": {"because": [f"s{(i + 1) % n}"]} for i in range(n)}
    m = a_map(**below)
    assert len(cycles(m)[0]) == n
