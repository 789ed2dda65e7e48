"""Figures cost little: each map is indexed once, each pair of maps is a walk over what they say."""

import tracemalloc
from collections import Counter
from time import process_time
from typing import Any

import pytest
from comparison_cases import a_map
from test_metrics_references import made_up

from argmap.comparison.comparing import read_together
from argmap.comparison.figures import Metric
from argmap.comparison.metrics import measure, said


def test_fifty_maps_are_measured_within_seconds() -> None:
    read = read_together([made_up(f"one of many {i}").map(f"m{i}") for i in range(50)])
    start = process_time()
    found = measure(read.codings, read.words.vocabulary)
    assert len(found.pairs) == 50 * 49 // 2
    assert process_time() - start < 5  # a tenth of it is usual


def test_each_map_is_indexed_once_however_many_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()

    def counted(name: str) -> Any:
        plain = getattr(said, name)

        def count(coding: Any, *rest: Any) -> Any:
            asked[name] += 1
            return plain(coding, *rest)

        return count

    for name in ("grounds", "uses"):
        monkeypatch.setattr(said, name, counted(name))
    statements = "{t: {says: {holds: p}, because: [a], sources: [s]}, a: {says: {holds: q}}}"
    read = read_together([a_map(f"m{i}", statements) for i in range(12)])
    measure(read.codings, read.words.vocabulary)
    assert asked == {"grounds": 2 * 12, "uses": 12}


def test_long_lists_of_causes_do_not_multiply_in_memory() -> None:
    many = 2000
    statements = {
        "t": {"says": {"cause": [f"c{i}" for i in range(many)], "raises": "e"}, "because": ["a"], "but": ["b"]},
        "a": {"says": {"cause": [f"d{i}" for i in range(many)], "raises": "f"}},
        "b": {"says": {"cause": [f"d{i}" for i in range(many)], "lowers": "f"}},
    }
    read = read_together([a_map(name, statements, book=None) for name in "ab"])
    tracemalloc.start()
    found = measure(read.codings, read.words.vocabulary).pairs["a|b"]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # three lists of nodes, and each of the first with each of the other two below it
    assert found["map-f1"] == Metric(1.0, 2 * (3 * many + 2 * many**2))
    assert most < 50_000_000
