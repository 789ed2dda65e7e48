"""The parts of the suggester: words, names, likeness, neighbours, selection; and what holds of any maps."""

import doctest
import math
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from comparison_cases import a_map
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.comparison.alignment.suggest import suggest
from argmap.comparison.alignment.suggesting import likeness, naming, terms
from argmap.comparison.alignment.suggesting.choosing import best_two, choose, noise_floor
from argmap.comparison.alignment.suggesting.likeness import Content, by_words, information
from argmap.comparison.alignment.suggesting.naming import proper_names
from argmap.comparison.alignment.suggesting.neighbourhood import Neighbourhood, Tie, combined
from argmap.comparison.alignment.suggesting.terms import grams, words


@pytest.mark.parametrize("module", [terms, naming])
def test_the_examples_in_the_docstrings_hold(module: Any) -> None:
    found = doctest.testmod(module)

    assert (found.failed, found.attempted > 0) == (0, True)


# ---- words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", set()),
        ("It is what it is.", set()),
        ("Tokyo and Seoul’s ＰＡＣＴ, of 2023", {"tokyo", "seoul", "pact", "2023"}),
        ("They don't; we couldn’t", set()),
        ("L'État, c'est moi", {"l", "état", "c", "est", "moi"}),
        ("日本と", {"日本", "本と"}),
        ("中 rises", {"中", "rises"}),
        ("_under_score", {"score"}),
    ],
)
def test_words_are_runs_of_letters_and_digits_without_small_words(text: str, found: set[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(("word", "found"), [("u", {" u "}), ("eu", {" eu "}), ("sea", {" sea", "sea "})])
def test_short_words_have_grams_too(word: str, found: set[str]) -> None:
    assert grams(word) == found


# ---- likeness


def contents(*texts: str) -> list[Content]:
    return [Content(text) for text in texts]


def test_equal_texts_are_wholly_alike_and_texts_without_a_common_word_are_no_pair() -> None:
    found = by_words(contents("Rents rise.", "Trams stop."), contents("Trams stop!", "Wages fell."))

    assert found == {(1, 0): pytest.approx(1.0)}


def test_likeness_is_a_third_the_cosine_of_terms_and_two_thirds_that_of_grams() -> None:
    found = by_words(contents("late trams"), contents("late buses"))

    weight = {df: (1 + math.log(3 / (1 + df))) ** 2 for df in (1, 2)}
    by_terms = weight[2] / (weight[2] + weight[1])
    # late: " lat", "late", "ate "; trams and buses: four each, of which "ams " and "ses " differ
    by_grams = 3 * weight[2] / (3 * weight[2] + 4 * weight[1])
    assert found == {(0, 0): pytest.approx(by_terms / 3 + 2 * by_grams / 3, abs=1e-4)}


def test_words_that_begin_alike_make_a_pair() -> None:
    found = by_words(contents("Vaccinate!"), contents("A vaccination."))

    assert 0 < found[0, 0] < 1


def test_a_rare_word_counts_more_than_a_frequent_one() -> None:
    weights = information([frozenset({"a", "b"}), frozenset({"a"}), frozenset({"a"})])

    assert weights["b"] > weights["a"] == 1 << 16


def test_a_shared_tag_makes_a_pair() -> None:
    tagged = [Content("Tokyo waits.", frozenset({"actor:japan"}))], [Content("Japan acts.", frozenset({"actor:japan"}))]

    assert by_words(*tagged).keys() == {(0, 0)}


def test_of_large_maps_only_the_best_pairs_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "CHEAP", 0)
    monkeypatch.setattr(likeness, "CANDIDATES", 2)
    left = contents("bus tram ferry")
    right = contents("bus", "bus tram", "bus tram ferry", "bus tram ferry", "ferry")

    # each of the right has the left one among its best two; of the left one the best two are two of these
    assert by_words(left, right).keys() == {(0, j) for j in range(5)}
    assert by_words(left * 3, right).keys() == {(i, j) for i in (0, 1, 2) for j in (2, 3)} | {
        (i, j) for i in (0, 1) for j in range(5)
    }


def test_the_rarest_words_are_looked_at_first_and_frequent_ones_as_far_as_there_is_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(likeness, "LOOKS", 3)
    found = by_words(contents("bus rare"), contents("bus", "bus", "bus", "rare bus", "bus"))

    assert found.keys() == {(0, j) for j in range(5)}  # the right ones look for the left one, which is one look
    assert by_words(contents(*["bus"] * 5), contents(*["bus"] * 5)).keys() == {
        (i, j) for i in range(5) for j in range(5) if min(i, j) < 3
    }


# ---- names


def test_a_word_that_is_somewhere_written_small_is_no_name() -> None:
    m = a_map("m", "a: {text: On Sunday the Mayor of Bath and the mayor of Wells met in Bath.}", book=None)
    named = proper_names([m])

    assert named("Sunday in Bath with the Mayor") == {"sunda", "bath"}
    assert named("nobody") == frozenset()


# ---- neighbours


def test_likeness_and_support_are_two_grounds_of_which_either_may_do() -> None:
    assert combined(0.3, 0.0) == pytest.approx(0.3)
    assert combined(0.0, 50.0) == pytest.approx(0.5)
    assert combined(0.4, 50.0) == pytest.approx(1 - 0.6 * 0.5)
    assert combined(1.0, 3.0) == 1.0


UNDER: Tie = (True, "because")
OVER: Tie = (False, "because")
BUT: Tie = (True, "but")


def test_neighbours_support_a_pair_if_both_stand_under_it_or_both_above() -> None:
    around = Neighbourhood([{1: (UNDER,)}, {0: (OVER,)}], [{1: (UNDER,)}, {0: (OVER,)}])
    across = Neighbourhood([{1: (UNDER,)}, {0: (OVER,)}], [{1: (OVER,)}, {0: (UNDER,)}])
    alike = {(0, 0): 0.2, (1, 1): 0.8}

    assert around.spread(alike)[0][0, 0] > 0.2
    assert across.spread(alike)[0] == pytest.approx(alike)


def test_a_reason_and_an_objection_support_a_pair_by_half() -> None:
    alike = {(0, 0): 0.2, (1, 1): 0.8}
    weights = [
        Neighbourhood([{1: (UNDER,)}, {}], [{1: (other,)}, {}]).supports((0, 0), {1: {1: 0.8}})[0].weight
        for other in (UNDER, BUT)
    ]

    assert weights == [0.8, 0.4]
    assert Neighbourhood([{1: (BUT, UNDER)}, {}], [{1: (UNDER,)}, {}]).spread(alike)[0][0, 0] > 0.2


def test_a_pair_of_which_one_has_a_better_partner_supports_less() -> None:
    around = Neighbourhood([{}, {}], [{}, {}, {}])
    trusted = around.spread({(0, 0): 0.8, (0, 1): 0.4, (1, 2): 0.8, (1, 1): 0.01})[1]

    assert trusted == {0: {0: pytest.approx(0.8), 1: pytest.approx(0.4 * 0.25)}, 1: {2: pytest.approx(0.8)}}


def test_a_reference_to_nothing_is_passed_over() -> None:
    left = a_map("x", "a: {text: The tram is late., because: [gone]}", book=None)

    assert [str(s.left) for s in suggest(left, left.model_copy(update={"id": "y"}))] == ["x:a"]


# ---- selection


def test_the_noise_floor_is_what_nine_in_ten_second_best_pairs_do_not_exceed() -> None:
    # twins: each left statement has its counterpart, and that of its twin; ten steps from 0.10 to 0.28
    scores = {(i, j): 0.9 if i == j else 0.1 + i // 2 / 50 for i in range(20) for j in (i, i ^ 1)}

    assert noise_floor(scores) == pytest.approx(0.26)
    assert noise_floor({(0, 0): 0.9}) == noise_floor({}) == 0.1


def test_equal_scores_are_both_best() -> None:
    assert best_two({(0, 0): 0.5, (0, 1): 0.5, (0, 2): 0.3})[0] == {0: (0.5, 0.5)}


def test_the_best_pairs_are_chosen_as_long_as_both_statements_are_free() -> None:
    ranked = [((0, 0), 0.9), ((0, 1), 0.8), ((1, 1), 0.7), ((2, 2), 0.1)]

    assert choose(ranked, each=1, floor=0.2) == [(0, 0), (1, 1)]
    assert choose(ranked, each=2, floor=0.0) == [(0, 0), (0, 1), (1, 1), (2, 2)]


# ---- any maps

WORDS = ("tram", "bus", "ferry", "late", "cheap", "street", "Bath", "Wells", "council", "2019", "2021", "quiet")
STATEMENTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join),
        st.sampled_from(["premise", "claim", "objection"]),
        st.integers(0, 7),
        st.sampled_from(["because", "but"]),
    ),
    max_size=8,
)


def built(name: str, statements: list[tuple[str, str, int, str]], order: random.Random | None = None) -> Any:
    """A map in which a statement stands under an earlier one."""
    data: dict[str, dict[str, Any]] = {
        f"s{i}": {"text": text, "type": kind} for i, (text, kind, *_) in enumerate(statements)
    }
    for i, (_, _, upper, relation) in enumerate(statements):
        if upper < i:
            data[f"s{upper}"].setdefault(relation, []).append(f"s{i}")
    items = list(data.items())
    if order:
        order.shuffle(items)
    return a_map(name, dict(items), book=None)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(STATEMENTS, STATEMENTS, st.booleans(), st.integers(0, 9))
def test_of_any_maps_order_and_side_do_not_matter(left: Any, right: Any, one_to_one: bool, seed: int) -> None:
    found = suggest(built("a", left), built("b", right), one_to_one=one_to_one)
    order = random.Random(seed)

    assert suggest(built("a", left, order), built("b", right, order), one_to_one=one_to_one) == found
    back = suggest(built("b", right), built("a", left), one_to_one=one_to_one)
    assert [(s.right, s.left, s.score, s.mutual) for s in back] == [(s.left, s.right, s.score, s.mutual) for s in found]


@settings(deadline=None, derandomize=True, max_examples=60)
@given(STATEMENTS, STATEMENTS, st.integers(1, 3))
def test_of_any_maps_no_statement_stands_in_too_many_proposals(left: Any, right: Any, most: int) -> None:
    found = suggest(built("a", left), built("b", right), per_statement=most)
    ends = [ref for s in found for ref in (s.left, s.right)]

    assert all(ends.count(ref) <= most for ref in ends)
    assert all(0 <= s.score <= 1 and s.margin <= s.score for s in found)
    assert len({(s.left, s.right) for s in found}) == len(found)


_PROGRAM = """
import sys
sys.path.insert(0, {tests!r})
from test_alignment_suggest import library
from argmap.comparison.alignment.suggest import suggest
print(suggest(*library()))
"""


def test_the_seed_of_hashes_does_not_matter() -> None:
    program = _PROGRAM.format(tests=str(Path(__file__).parent))
    found = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(found) == 1
    assert b"sunday" in found.pop()
