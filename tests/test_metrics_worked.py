"""Figures worked by hand: the worked example, the published formulas, and each figure on a case of its own."""

from fractions import Fraction
from typing import Any

import pytest
from comparison_cases import BOOK, a_map, mill_road, two

from argmap.comparison import compare
from argmap.comparison.figures import Metric
from argmap.comparison.metrics import ALL, PAIRS
from argmap.model import ArgumentMap

COMPLETE = {"coverage": "complete"}


def figures(*maps: ArgumentMap) -> dict[str, Metric]:
    """The figures of two maps."""
    metrics = compare(maps).metrics
    assert metrics
    (found,) = metrics.pairs.values()
    return dict(found)


def of(left: str, right: str, **fields: Any) -> dict[str, Metric]:
    return figures(*two(left, right, **fields))


def test_the_worked_example_has_the_figures_of_the_design() -> None:
    found = figures(*mill_road())
    assert {name: (m.value, m.n) for name, m in found.items()} == {
        "coverage": (4 / 7, 7),
        "congruence": (3 / 4, 4),
        "net": (1 / 2, 4),
        "dna-subtract": (4 / 11, 7),
        "nea": (None, 0),
        "map-precision": (3 / 10, 10),
        "map-recall": (3 / 10, 10),
        "map-f1": (3 / 10, 20),
        "shared-reasons": (None, 0),
        "causal-overlap": (1, 2),
        "main-overlap": (0, 2),
        "role-similarity": (0, 1),
        "emphasis-distance": (2 / 11, 5),
        "source-overlap": (1, 1),
        "same-use": (0, 1),
    }
    assert {name: m.reason for name, m in found.items() if m.value is None} == {
        "nea": "the coverage of Ruiz and Patel is not complete: what a map leaves out its article may say",
        "shared-reasons": "the maps agree on nothing that both argue for",
    }
    assert all(m.reason == "" for m in found.values() if m.value is not None)


def test_the_worked_example_of_complete_maps_has_an_edit_agreement() -> None:
    a, b = (m.model_copy(update=COMPLETE) for m in mill_road())
    assert figures(a, b)["nea"] == Metric(3 / 7, 7)


def test_one_map_that_is_not_complete_leaves_the_edit_agreement_undefined() -> None:
    a, b = mill_road()
    reason = figures(a.model_copy(update=COMPLETE), b)["nea"].reason
    assert reason == "the coverage of Patel is not complete: what a map leaves out its article may say"


def test_polarisation_of_the_worked_example_is_a_third() -> None:
    metrics = compare(mill_road()).metrics
    assert metrics
    # of build-lane, lane-safer and air the two maps divide over the first: 4 · ½ · ½ = 1
    assert metrics.all == {"polarisation": Metric(1 / 3, 3)}
    assert metrics.outlier is None


def test_an_open_question_is_half_way_between_the_sides() -> None:
    found = of("t: {says: {holds: p}}", "t: {says: {questions: p}}", **COMPLETE)
    assert (found["congruence"], found["net"]) == (Metric(0.5, 1), Metric(0.0, 1))
    assert found["dna-subtract"] == Metric(0.0, 1)
    assert found["nea"] == Metric(0.0, 1)


def test_the_subtract_weight_is_that_of_the_manual_of_discourse_networks() -> None:
    """Leifeld, Gruber and Bossner 2018, sections 2.3 and 2.4, with levels −1, 0, 1: |K| − 1 = 2.

    congruence = Σ (1 − |k − k'|/2), conflict = Σ |k − k'|/2, subtract = congruence − conflict, and the average
    activity is the mean number of concepts the two refer to.
    """
    found = of(
        """
        a: {says: {holds: p}}
        b: {says: {denies: q}}
        c: {says: {cause: c, raises: e}}
        d: {says: {cause: d, unrelated: e}}
        f: {says: {holds: r}}
        """,
        """
        a: {says: {holds: p}}
        b: {says: {holds: q}}
        c: {says: {cause: c, raises: e}}
        d: {says: {cause: d, lowers: e}}
        """,
    )
    # p: 1 and 1;  q: −1 and 1;  c>e: 1 and 1;  d>e: 0 and −1;  r: the first map alone
    concord = 1 + 0 + 1 + Fraction(1, 2)
    conflict = 0 + 1 + 0 + Fraction(1, 2)
    activity = Fraction(5 + 4, 2)
    assert (concord - conflict) / activity == Fraction(2, 9)
    assert found["dna-subtract"] == Metric(2 / 9, 5)
    assert found["congruence"] == Metric(float(concord / 4), 4)
    assert found["net"] == Metric(float((concord - conflict) / 4), 4)


def test_the_subtract_weight_is_nought_where_nothing_is_shared() -> None:
    found = of("t: {says: {holds: p}}", "t: {says: {holds: q}}")
    assert found["dna-subtract"] == Metric(0.0, 2)
    assert found["net"] == Metric(None, 0, "the maps share no proposition, causal link or role")


def test_what_a_map_contradicts_itself_on_is_left_out() -> None:
    found = of(
        "{a: {says: {holds: p}}, b: {says: {denies: p}}, c: {says: {holds: q}}}",
        "{a: {says: {holds: p}}, c: {says: {holds: q}}}",
    )
    assert found["coverage"] == Metric(1 / 2, 2)
    assert found["net"] == Metric(1.0, 1)


def test_a_role_that_excludes_another_of_the_same_map_is_left_out() -> None:
    both = "{a: {says: {actor: council, role: ally}}, b: {says: {actor: council, role: adversary}}}"
    one = "{a: {says: {actor: council, role: ally}}, b: {says: {actor: shops, role: ally}}}"
    assert of(both, one)["coverage"] == Metric(0.0, 2)


def test_a_link_that_raises_here_and_lowers_there_is_neither() -> None:
    varied = """
        a: {says: {cause: c, raises: e}, where: hills}
        b: {says: {cause: c, lowers: e}, where: harbour}
        """
    found = of(varied, "a: {says: {cause: c, raises: e}}")
    assert found["congruence"] == Metric(0.5, 1)
    assert found["causal-overlap"] == Metric(1 / 2, 2)


def test_reported_speech_and_mere_suppositions_are_no_part_of_a_map() -> None:
    left = """
        t: {type: thesis, says: {holds: p}, because: [v], if: [s], but: [o]}
        v: {says: {holds: q}, voice: riders}
        s: {says: {cause: c, raises: e}}
        o: {says: {denies: p}, voice: riders}
        """
    found = of(left, "t: {type: thesis, says: {holds: p}}")
    assert (found["map-precision"], found["map-recall"]) == (Metric(1.0, 1), Metric(1.0, 1))
    assert found["coverage"] == Metric(1.0, 1)


def test_a_supposed_stance_is_a_question() -> None:
    found = of("{t: {says: {holds: p}, if: [s]}, s: {says: {holds: q}}}", "{s: {says: {holds: q}}}")
    assert found["congruence"] == Metric(0.5, 1)
    assert found["map-recall"] == Metric(0.0, 1)


def test_triples_hold_reasons_and_objections_but_not_sources_nor_the_key_itself() -> None:
    left = """
        t: {says: {holds: p}, because: [u, again, a], but: [o], sources: [s]}
        again: {says: {holds: p}}
        a: {says: {holds: q}}
        u: {}
        o: {says: {cause: c, lowers: e}}
        """
    # nodes: p, q, u, c>e; because: p–u, p–q, not p–p; but: p–(c>e)
    right = "{t: {says: {holds: p}, because: [a]}, a: {says: {holds: q}}}"
    found = of(left, right)
    assert (found["map-precision"], found["map-recall"], found["map-f1"]) == (
        Metric(3 / 7, 7),
        Metric(1.0, 3),
        Metric(6 / 10, 10),
    )


def test_shared_reasons_are_those_of_agreements_both_argue() -> None:
    found = of(
        """
        t: {says: {holds: p}, because: [a, b], sources: [s]}
        a: {says: {holds: q}}
        b: {says: {cause: c, raises: e}}
        r: {says: {denies: r}, because: [a]}
        """,
        """
        t: {says: {holds: p}, because: [a], sources: [s]}
        a: {says: {holds: q}}
        r: {says: {holds: r}, because: [a]}
        """,
    )
    # p: {q, c>e, s} and {q, s}; on q neither argues, on r they do not agree
    assert found["shared-reasons"] == Metric(2 / 3, 1)


def test_the_reasons_of_a_mere_question_do_not_count_beside_a_commitment() -> None:
    found = of(
        "{t: {says: {holds: p}, because: [a]}, u: {says: {questions: p}, because: [b]}, a: {says: {holds: q}}, b: {}}",
        "{t: {says: {holds: p}, because: [a]}, a: {says: {holds: q}}}",
    )
    assert found["shared-reasons"] == Metric(1.0, 1)


def test_main_causes_are_compared_on_what_both_explain() -> None:
    found = of(
        """
        a: {says: {cause: c, raises: e, main: true}}
        b: {says: {cause: d, raises: e, main: true}}
        x: {says: {cause: c, raises: x, main: true}}
        """,
        "{a: {says: {cause: c, raises: e, main: true}}, b: {says: {cause: d, raises: e}}}",
    )
    assert found["main-overlap"] == Metric(1 / 2, 2)
    assert found["causal-overlap"] == Metric(2 / 3, 3)


def test_role_sets_within_one_another_count_two_thirds_of_their_overlap() -> None:
    found = of(
        """
        a: {says: [{actor: council, role: ally}, {actor: council, role: leader}]}
        b: {says: {actor: shops, role: ally}}
        """,
        "{a: {says: {actor: council, role: ally}}, b: {says: {actor: shops, role: ally}}}",
    )
    # council: ½ · 2/3; shops: 1
    assert found["role-similarity"] == Metric((1 / 3 + 1) / 2, 2)


def test_opposite_parts_of_one_actor_leave_net_as_it_is() -> None:
    found = of(
        "{t: {says: {holds: p}}, a: {says: {actor: council, role: ally}}}",
        "{t: {says: {holds: p}}, a: {says: {actor: council, role: adversary}}}",
    )
    assert found["net"] == Metric(1.0, 1)
    assert found["role-similarity"] == Metric(0.0, 1)


def test_emphasis_halves_with_each_step_from_the_thesis() -> None:
    left = "{t: {type: thesis, says: {holds: p}, because: [a]}, a: {says: {holds: q}}}"
    right = "{t: {type: thesis, says: {holds: q}, because: [a]}, a: {says: {holds: p}}}"
    # 2/3 and 1/3 against 1/3 and 2/3
    assert of(left, right)["emphasis-distance"] == Metric(1 / 3, 2)


def test_emphasis_of_a_very_deep_map_is_exact() -> None:
    chain = {f"n{i}": {"because": [f"n{i + 1}"]} for i in range(1200)}
    chain["n0"]["type"] = "thesis"  # type: ignore[assignment]
    deep = chain | {"n1199": {"says": {"holds": "p"}, "because": ["n1200"]}, "n1200": {"says": {"holds": "q"}}}
    short = "{t: {type: thesis, says: {holds: p}, because: [a]}, a: {says: {holds: q}}}"
    assert figures(a_map("a", deep), a_map("b", short))["emphasis-distance"] == Metric(0.0, 2)


def test_uses_of_a_shared_source_are_compared() -> None:
    found = of(
        "{a: {says: {holds: p}, sources: [s]}, b: {says: {holds: q}, sources: [s, t]}}",
        "{a: {says: {holds: p}, sources: [s]}}",
    )
    assert (found["source-overlap"], found["same-use"]) == (Metric(1 / 2, 2), Metric(1 / 2, 1))


def test_two_empty_maps_have_no_figures_and_the_reasons_say_so() -> None:
    found = of("{}", "{}", **COMPLETE)
    assert {name: m.reason for name, m in found.items()} == {
        "coverage": "neither map takes a position on a proposition, a causal link or a role",
        "congruence": "the maps share no proposition, causal link or role",
        "net": "the maps share no proposition, causal link or role",
        "dna-subtract": "neither map takes a position on a proposition, a causal link or a role",
        "nea": "neither map takes a position on a proposition, a causal link or a role",
        "map-precision": "a says nothing of its own",
        "map-recall": "b says nothing of its own",
        "map-f1": "neither map says anything",
        "shared-reasons": "the maps agree on nothing that both argue for",
        "causal-overlap": "neither map names a cause",
        "main-overlap": "there is no effect that both maps explain",
        "role-similarity": "there is no actor to whom both maps give a role",
        "emphasis-distance": "no thesis to measure depth from: a and b",
        "source-overlap": "neither map cites a source",
        "same-use": "there is no source that both maps cite",
    }
    assert all((m.value, m.n) == (None, 0) for m in found.values())


def test_a_thesis_without_code_gives_no_emphasis() -> None:
    found = of("t: {type: thesis}", "t: {type: thesis, says: {holds: p}}")
    assert found["emphasis-distance"].reason == "no coded statement of its own: a"


def test_main_causes_nobody_marks_have_no_overlap() -> None:
    found = of("a: {says: {cause: c, raises: e}}", "a: {says: {cause: c, raises: e}}")
    assert found["main-overlap"].reason == "neither map puts a cause first"


def test_maps_that_take_no_stance_have_no_polarisation() -> None:
    metrics = compare(two("a: {}", "a: {}")).metrics
    assert metrics
    assert metrics.all["polarisation"] == Metric(None, 0, "no map takes a stance on a proposition")


def test_figures_can_be_left_out() -> None:
    assert compare(mill_road(), metrics=False).metrics is None


def test_every_pair_of_many_maps_has_all_figures() -> None:
    maps = [a_map(name, "t: {says: {holds: p}}") for name in "abc"]
    metrics = compare(maps).metrics
    assert metrics
    assert list(metrics.pairs) == ["a|b", "a|c", "b|c"]
    assert all(list(found) == list(PAIRS) for found in metrics.pairs.values())
    assert list(metrics.all) == list(ALL)


@pytest.mark.parametrize(
    ("attitudes", "expected"),
    [
        ("holds holds denies", "c"),
        ("holds holds holds", None),  # all tie
        ("holds denies", None),  # two maps
        ("holds holds denies denies", None),
        ("holds holds holds questions", "d"),
    ],
)
def test_the_outlier_is_the_one_map_farthest_from_the_others(attitudes: str, expected: str | None) -> None:
    maps = [a_map("abcd"[i], f"t: {{says: {{{a}: p}}}}") for i, a in enumerate(attitudes.split())]
    metrics = compare(maps).metrics
    assert metrics
    assert metrics.outlier == expected


def test_a_map_that_shares_nothing_is_no_outlier() -> None:
    maps = [a_map(name, "t: {says: {holds: p}}") for name in "ab"] + [a_map("c", "t: {says: {holds: q}}")]
    metrics = compare(maps).metrics
    assert metrics
    assert metrics.outlier is None


def test_maps_of_one_codebook_name_but_other_meanings_share_no_key() -> None:
    one = a_map("a", "t: {says: {holds: p}}")
    other = a_map("b", "t: {says: {holds: p}}", book=BOOK | {"propositions": {"p": "Something else"}})
    assert figures(one, other)["coverage"] == Metric(0.0, 2)
