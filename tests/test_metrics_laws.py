"""What holds of the figures of all maps."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from comparison_cases import a_map, two
from generated_maps import LINKED_BOOK, build, quick
from generated_maps import contents as maps
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from argmap.comparison import compare
from argmap.comparison.comparing import read_together
from argmap.comparison.figures import Metric, Metrics
from argmap.comparison.grounds import key_of
from argmap.comparison.metrics import PAIRS
from argmap.comparison.metrics.parts import parts
from argmap.comparison.positions import Coding
from argmap.model import ArgumentMap
from argmap.reporters.comparison_json import to_json

SCHEMA = Path(__file__).parents[1] / "docs" / "schema" / "comparison.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
SYMMETRIC = [name for name in PAIRS if name not in ("map-precision", "map-recall")]
SIGNED = ("net", "dna-subtract")
DISTANCES = ("emphasis-distance",)


def measured(of: Sequence[ArgumentMap]) -> Metrics:
    found = compare(of).metrics
    assert found
    return found


def figures(a: ArgumentMap, b: ArgumentMap) -> dict[str, Metric]:
    return dict(measured([a, b]).pairs[f"{a.id}|{b.id}"])


def content(of: dict[str, Metric]) -> dict[str, tuple[float | None, int]]:
    """Without the reasons, which name the maps in their order."""
    return {name: (m.value, m.n) for name, m in of.items()}


@quick
@given(maps, maps)
def test_a_figure_lies_in_its_range_or_has_a_reason(left: Any, right: Any) -> None:
    metrics = measured([build("a", left), build("b", right)])
    for name, m in (*metrics.pairs["a|b"].items(), *metrics.all.items()):
        if m.value is None:
            assert m.n == 0
            assert m.reason
        else:
            assert (-1 if name in SIGNED else 0) <= m.value <= 1
            assert m.n > 0
            assert m.reason == ""


@quick
@given(maps, maps)
def test_swapping_the_maps_swaps_precision_and_recall_and_nothing_else(left: Any, right: Any) -> None:
    a, b = build("a", left), build("b", right)
    there, back = content(figures(a, b)), content(figures(b, a))
    assert (there["map-precision"], there["map-recall"]) == (back["map-recall"], back["map-precision"])
    assert {name: there[name] for name in SYMMETRIC} == {name: back[name] for name in SYMMETRIC}
    assert content(dict(measured([a, b]).all)) == content(dict(measured([b, a]).all))


@quick
@given(maps)
def test_a_map_with_itself_agrees_fully_wherever_there_is_something_to_agree_on(one: Any) -> None:
    found = measured([build("a", one), build("a", one)]).pairs["a|a#2"]
    for name, m in found.items():
        assert m.value in ((0, None) if name in DISTANCES else (1, None))


@quick
@given(maps, maps, st.randoms(use_true_random=False))
def test_order_and_names_of_statements_change_no_figure(left: Any, right: Any, rng: Any) -> None:
    shuffled = list(left[0].items())
    rng.shuffle(shuffled)
    renamed = json.loads(json.dumps(dict(shuffled)).replace('"n', '"other-n'))
    b = build("b", right)
    assert figures(build("a", left), b) == figures(build("a", (renamed, left[1])), b)


@quick
@given(maps, maps)
def test_added_reported_speech_changes_no_figure(left: Any, right: Any) -> None:
    reported = {
        "said-1": {"says": [{"holds": "p"}, {"denies": "q"}], "voice": "riders", "sources": ["t"]},
        "said-2": {"says": {"cause": "c", "raises": "e", "main": True}, "voice": "shops", "because": ["said-1"]},
        "said-3": {"says": {"actor": "council", "role": "adversary"}, "voice": "A Passer-by", "but": ["said-2"]},
    }
    b = build("b", right)
    assert figures(build("a", left), b) == figures(build("a", (left[0] | reported, left[1])), b)


@quick
@given(maps, maps)
def test_reported_speech_under_a_point_changes_no_figure_but_shared_reasons(left: Any, right: Any) -> None:
    """What somebody else says can be a ground, and grounds are what shared reasons are about."""
    said = {"said": {"says": {"denies": "r"}, "voice": "riders"}}
    heard = {key: s | {"because": [*s["because"], "said"], "but": [*s["but"], "said"]} for key, s in left[0].items()}
    b = build("b", right)
    plain, found = figures(build("a", left), b), figures(build("a", (heard | said, left[1])), b)
    assert {n: m for n, m in plain.items() if n != "shared-reasons"} == {
        n: m for n, m in found.items() if n != "shared-reasons"
    }


@quick
@given(maps, maps)
def test_figures_and_findings_do_not_contradict_each_other(left: Any, right: Any) -> None:
    c = compare([build("a", left), build("b", right)])
    assert c.metrics
    found = c.metrics.pairs["a|b"]
    shared = [f for f in c.findings if f.pairs and "~" not in f.key]
    if not any(f.unit != "evidence" for f in shared):
        assert found["net"].value is None
    assert (found["same-use"].value is not None) == any(f.unit == "evidence" for f in shared)
    uses = [f.category for f in shared if f.unit == "evidence"]
    if uses and set(uses) == {"evidence-same-use"}:
        assert found["same-use"].value == 1
    casts = [f.category for f in c.findings if f.unit == "role" and f.group not in ("one-sided", "undetermined")]
    if casts and found["role-similarity"].value == 0:
        assert set(casts) <= {"role-different", "role-opposed", "role-incompatible"}


@quick
@given(maps, maps, maps)
def test_figures_of_two_maps_are_the_same_beside_others(one: Any, two_: Any, three: Any) -> None:
    a, b, c = build("a", one), build("b", two_), build("c", three)
    among = measured([a, b, c]).pairs
    assert {f"{x.id}|{y.id}": figures(x, y) for x, y in combinations((a, b, c), 2)} == among


@quick
@given(maps, maps, maps, st.permutations([0, 1, 2]))
def test_the_order_of_maps_changes_neither_polarisation_nor_the_outlier(
    one: Any, two_: Any, three: Any, order: list[int]
) -> None:
    given_ = [build("a", one), build("b", two_), build("c", three)]
    there, back = measured(given_), measured([given_[i] for i in order])
    assert (there.all, there.outlier) == (back.all, back.outlier)


def written_out(coding: Coding) -> set[tuple[str, ...]]:
    """The parts of a map one by one, as the documentation defines them."""
    supposed = {k for k, s in coding.map.statements.items() if s.by_author and s.says and k not in coding.spoken}
    author = {k: coding.entries[k] for k, s in coding.map.statements.items() if s.by_author and k not in supposed}
    for statement, claims in coding.spoken.items():
        author[statement] = tuple(c.entry for c in claims)  # a supposed stance is a question
    found: set[tuple[str, ...]] = set()
    for statement, said in author.items():
        s = coding.map.statements[statement]
        for x in said:
            found.add(("node", x))
            below = [y for reason in s.because for p in reason.premises for y in author.get(p, ())]
            found.update(("because", x, y) for y in below if not (key_of(x) and key_of(x) == key_of(y)))
            found.update(("but", x, y) for p in s.but for y in author.get(p, ()))
    return found


@quick
@given(maps, maps)
def test_parts_are_counted_as_if_written_out(left: Any, right: Any) -> None:
    a, b = read_together([build("a", left), build("b", right)]).codings
    first, second = written_out(a), written_out(b)
    assert (len(parts(a)), len(parts(b))) == (len(first), len(second))
    assert parts(a).shared(parts(b)) == parts(b).shared(parts(a)) == len(first & second)


@quick
@given(maps, maps)
def test_the_subtract_weight_is_net_times_the_share_of_shared_points(left: Any, right: Any) -> None:
    found = figures(build("a", left), build("b", right))
    net, subtract, coverage = found["net"], found["dna-subtract"], found["coverage"]
    if net.value is not None and subtract.value is not None:
        mean = (coverage.n + net.n) / 2  # #K_A + #K_B = union + shared
        assert subtract.value == pytest.approx(net.value * net.n / mean)


@quick
@given(maps, maps)
def test_the_result_with_figures_is_as_the_schema_says(left: Any, right: Any) -> None:
    VALIDATOR.validate(json.loads(to_json(compare([build("a", left), build("b", right)]))))


def test_a_flipped_lone_stance_turns_net_round() -> None:
    b = a_map("b", "t: {says: {holds: p}}", book=LINKED_BOOK)
    nets = [figures(a_map("a", f"t: {{says: {{{a}: p}}}}", book=LINKED_BOOK), b)["net"] for a in ("holds", "denies")]
    assert nets == [Metric(1.0, 1), Metric(-1.0, 1)]


def test_findings_are_the_same_with_figures_and_without() -> None:
    pair = two("t: {says: {holds: p}}", "t: {says: {denies: p}}")
    assert replace(compare(pair), metrics=None) == compare(pair, metrics=False)
