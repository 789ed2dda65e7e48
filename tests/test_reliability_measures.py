"""Alpha, kappa, agreement, F1 and the jackknife: by hand, and as the reference packages have them."""

import random
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.comparison.reliability.alpha import alpha
from argmap.comparison.reliability.differences import Masi, Measured, Nominal, ordinal
from argmap.comparison.reliability.f1 import mean, overlap
from argmap.comparison.reliability.figures import Figure, Row
from argmap.comparison.reliability.interval import FEWEST, Interval, interval
from argmap.comparison.reliability.kappa import agreement, cohen, fleiss

CASES = 300
SURE = ("possible", "likely", "asserted")


def rows(*columns: str) -> Counter[Row]:
    """Rows from one text per coder, a letter for each unit; a dot is no value."""
    return Counter(tuple(None if v == "." else v for v in row) for row in zip(*columns, strict=True))


# The data of Krippendorff's "Computing Krippendorff's Alpha-Reliability" as R's irr ships them, unit after unit.
FOUR_CODERS = ["11.1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", ".555", "..11", "..3."]


def test_alpha_of_two_values_is_as_worked_by_hand() -> None:
    # 10 units, 20 values: 14 zeros, 6 ones. Four units disagree, each gives two unlike pairs: the coincidences
    # o01 = o10 = 4. D_o = 8/20; D_e = 2 * 14 * 6 / (20 * 19) = 168/380; alpha = 1 - 19 * 8/168 = 1 - 152/168 = 2/21.
    data = rows("0100000010", "1110010000")
    assert alpha(data) == Figure(2 / 21, 10)


def test_alpha_with_gaps_is_that_of_the_published_example() -> None:
    data: Counter[Row] = Counter(tuple(None if v == "." else v for v in unit) for unit in FOUR_CODERS)
    # The last unit has one value and drops out: 11 units, 40 values.
    assert alpha(data).n == 11
    assert alpha(data).value == pytest.approx(0.743, abs=5e-4)
    assert alpha(data, ordinal("12345")).value == pytest.approx(0.815, abs=5e-4)


def test_ordinal_alpha_takes_neighbours_for_nearer() -> None:
    # 8 values: 3 possible (p), 2 likely (l), 3 asserted (a). Mid-ranks 1.5, 4 and 6.5: delta is 2.5^2 for a step, 5^2
    # for two. Expected over all ordered pairs: 2 * (3*2*6.25 + 2*3*6.25 + 3*3*25) / (8 * 7) = 600/56.
    p, l, a = SURE  # noqa: E741
    steps: dict[Row, int] = {(p, p): 1, (p, l): 1, (l, a): 1, (a, a): 1}
    leap: dict[Row, int] = {(p, p): 1, (l, l): 1, (p, a): 1, (a, a): 1}
    # Observed over 8 values: two steps, 2 * (6.25 + 6.25) = 25; one leap, 2 * 25 = 50.
    assert alpha(steps, ordinal(SURE)).value == pytest.approx(1 - (25 / 8) / (600 / 56))
    assert alpha(leap, ordinal(SURE)).value == pytest.approx(1 - (50 / 8) / (600 / 56))


def test_the_difference_of_sets_is_masi() -> None:
    masi = Masi({})
    ab, abcd, bc, c, none = (frozenset(x) for x in ("ab", "abcd", "bc", "c", ""))
    assert masi.between(ab, ab) == 0
    assert masi.between(ab, abcd) == 1 - Fraction(1, 2) * Fraction(2, 3)
    assert masi.between(ab, bc) == 1 - Fraction(1, 3) * Fraction(1, 3)
    assert masi.between(ab, c) == 1
    assert masi.between(none, none) == 0
    assert masi.between(none, ab) == 1


def test_alpha_of_sets_gives_credit_for_overlap() -> None:
    # Units {a}{a}, {a}{a,b}, {c}{c}: 6 values a:3, ab:1, c:2. delta(a,ab) = 1 - 1/2 * 2/3 = 2/3, to c 1.
    # D_o = 2 * 2/3 / 6 = 2/9. D_e = 2 * (3*1*2/3 + 3*2 + 1*2) / 30 = 20/30. alpha = 1 - 2/9 * 3/2 = 2/3.
    a, ab, c = frozenset("a"), frozenset("ab"), frozenset("c")
    assert alpha({(a, a): 1, (a, ab): 1, (c, c): 1}, Masi).value == pytest.approx(2 / 3)


def test_cohens_kappa_is_as_worked_by_hand() -> None:
    # 50 units: both yes 20, both no 15, 5 and 10 mixed. A_o = 35/50; A_e = .5 * .6 + .5 * .4 = .5; kappa = .2/.5.
    data: dict[Row, int] = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    assert cohen(data) == Figure(0.4, 50)
    assert agreement(data) == Figure(0.7, 50)


def test_fleiss_kappa_is_as_worked_by_hand() -> None:
    # Three coders, units aaa aab bbb: P_o = (1 + 1/3 + 1)/3 = 63/81; a 5/9, b 4/9: P_e = 41/81; kappa = 22/40.
    assert fleiss(rows("aab", "aab", "abb")) == Figure(0.55, 3)


@pytest.mark.parametrize("measure", [alpha, cohen, fleiss, interval])
def test_where_nothing_varies_there_is_no_figure(measure: Callable[[Any], Any]) -> None:
    found = measure({("yes", "yes"): 30})
    if measure is interval:
        assert found == Interval(None, None, "alpha has no value")
    else:
        reason = "every value is 'yes': where nothing varies, agreement cannot be told from chance"
        assert found == Figure(None, 30, reason)


@pytest.mark.parametrize("measure", [alpha, cohen, fleiss, agreement])
@pytest.mark.parametrize("data", [{}, {("a", None): 3, (None, None): 2}, {("a", "b"): 0}])
def test_where_no_unit_has_two_values_there_is_no_figure(measure: Callable[..., Figure], data: Any) -> None:
    assert measure(data, nothing="nothing") == Figure(None, 0, "nothing")


def test_an_empty_set_is_shown_as_nothing() -> None:
    assert alpha({(frozenset[str](), frozenset[str]()): 2}, Masi).reason.startswith("every value is 'nothing'")


def test_f1_is_as_worked_by_hand() -> None:
    # The first found 4, the second 5, 3 of them the same: P = 3/5, R = 3/4, F1 = 6/9 = 2PR/(P+R) = .9/1.35.
    found = overlap(3, 4, 5, of="statements")
    assert (found.precision, found.recall, found.f1) == (Figure(0.6, 5), Figure(0.75, 4), Figure(6 / 9, 9))
    assert overlap(0, 0, 5, of="statements").f1 == Figure(0.0, 5)
    assert overlap(0, 0, 5, of="statements").recall == Figure(None, 0, "the first coder has no statements")
    assert overlap(0, 0, 0, of="statements").f1 == Figure(None, 0, "neither coder has statements")


def test_the_mean_leaves_out_what_has_no_value() -> None:
    assert mean([Figure(0.5, 4), Figure(None, 0, "x"), Figure(1.0, 2)], nothing="n") == Figure(0.75, 2)
    assert mean([Figure(None, 0, "x")], nothing="n") == Figure(None, 0, "n")


def test_the_interval_is_the_jackknife() -> None:
    data = rows("a" * 12 + "b" * 10 + "ab", "a" * 12 + "b" * 10 + "ba")
    units = [row for row, times in data.items() for _ in range(times)]
    left_out = [alpha(Counter(units[:i] + units[i + 1 :])).value or 0.0 for i in range(len(units))]
    centre = sum(left_out) / 24
    error = (23 / 24 * sum((a - centre) ** 2 for a in left_out)) ** 0.5
    whole = alpha(data).value or 0.0
    found = interval(data)
    assert found.low == pytest.approx(whole - 1.96 * error)
    assert found.high == pytest.approx(min(whole + 1.96 * error, 1))


def test_the_interval_says_why_there_is_none() -> None:
    assert interval(rows("ab" * 9, "ab" * 9)).reason == f"fewer than {FEWEST} units"
    one: Counter[Row] = Counter({("a", "a"): 30, ("b", "b"): 1})
    assert interval(one).reason == "all variation is in one unit"
    many: Counter[Row] = Counter((frozenset({str(i)}), frozenset({str(i), "x"})) for i in range(260))
    assert interval(many, Masi).reason == "more than 250 different units"
    assert interval(rows("ab" * 15, "ab" * 15)) == Interval(1.0, 1.0)


def test_the_interval_does_not_depend_on_the_order_of_coders_or_units() -> None:
    data = Counter(random_rows(7, "abc", gaps=True, coders=3) + random_rows(8, "abc", gaps=True, coders=3))
    expected = interval(data)
    assert expected.low is not None
    for order in permutations(range(3)):
        assert interval(Counter(tuple(row[i] for i in order) for row in reversed(list(data.elements())))) == expected


def random_rows(seed: int, values: Any, *, gaps: bool, coders: int | None = None) -> list[Row]:
    """Units in which coders mostly agree, sometimes not, and sometimes say nothing."""
    chance = random.Random(seed)
    people = coders or chance.randint(2, 5)
    found: list[Row] = []
    for _ in range(chance.randint(2, 25)):
        true = chance.choice(values)
        row = [true if chance.random() < 0.6 else chance.choice(values) for _ in range(people)]
        found.append(tuple(None if gaps and chance.random() < 0.2 else v for v in row))
    return found


def triples(data: list[Row]) -> list[tuple[str, str, Any]]:
    return [(f"c{i}", f"u{n}", v) for n, row in enumerate(data) for i, v in enumerate(row) if v is not None]


SETS = [frozenset(s) for n in range(1, 4) for s in combinations("abcd", n)]


@pytest.mark.parametrize(
    ("values", "difference", "distance"), [("abcd", Nominal, "binary_distance"), (SETS, Masi, "masi_distance")]
)
def test_alpha_is_that_of_nltk(values: Any, difference: Measured, distance: str) -> None:
    agree = pytest.importorskip("nltk.metrics.agreement", reason="nltk is the reference")
    apart = getattr(pytest.importorskip("nltk.metrics.distance"), distance)
    compared = 0
    for seed in range(CASES):
        data = random_rows(seed, values, gaps=True)
        found = alpha(Counter(data), difference)
        if found.value is not None:
            compared += 1
            assert found.value == pytest.approx(agree.AnnotationTask(triples(data), distance=apart).alpha(), abs=1e-9)
    assert compared > 0.9 * CASES


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
def test_alpha_is_that_of_krippendorff(level: str) -> None:
    package = pytest.importorskip(
        "krippendorff", reason="krippendorff is GPL-3 and no part of argmap: pip install -e .[reference]"
    )
    order = "12345"
    for seed in range(CASES):
        data = random_rows(seed, order, gaps=True)
        found = alpha(Counter(data), Nominal if level == "nominal" else ordinal(order))
        if found.value is not None:
            columns = [
                [float("nan") if v is None else float(str(v)) for v in column] for column in zip(*data, strict=True)
            ]
            expected = package.alpha(columns, level_of_measurement=level, value_domain=[1, 2, 3, 4, 5])
            assert found.value == pytest.approx(expected, abs=1e-9)


def test_kappa_is_that_of_nltk() -> None:
    agree = pytest.importorskip("nltk.metrics.agreement", reason="nltk is the reference")
    for seed in range(CASES):
        two, more = random_rows(seed, "abc", gaps=False, coders=2), random_rows(seed, "abc", gaps=False)
        task, tasks = agree.AnnotationTask(triples(two)), agree.AnnotationTask(triples(more))
        if (found := cohen(Counter(two))).value is not None:
            assert found.value == pytest.approx(task.kappa(), abs=1e-9)
            assert found.value == pytest.approx(task.multi_kappa(), abs=1e-9)  # of two coders the same
        if (found := fleiss(Counter(more))).value is not None:
            assert found.value == pytest.approx(tasks.pi(), abs=1e-9)
        assert agreement(Counter(more)).value == pytest.approx(tasks.avg_Ao(), abs=1e-9)


def test_nltk_gives_one_where_argmap_gives_none() -> None:
    agree = pytest.importorskip("nltk.metrics.agreement", reason="nltk is the reference")
    same: list[Row] = [("a", "a"), ("a", "a")]
    task = agree.AnnotationTask(triples(same))
    assert (task.alpha(), task.kappa(), task.pi()) == (1, 1, 1)
    assert alpha(Counter(same)).value is cohen(Counter(same)).value is fleiss(Counter(same)).value is None


values = st.one_of(st.none(), st.sampled_from(SURE))
units = st.lists(st.tuples(values, values, values), max_size=12)
measures = pytest.mark.parametrize(
    "measure",
    [alpha, lambda d: alpha(d, ordinal(SURE)), fleiss, agreement],
    ids=["alpha", "ordinal", "fleiss", "share"],
)


@measures
@given(units)
@settings(deadline=None, derandomize=True, max_examples=60)
def test_the_order_of_coders_and_units_is_nothing_to_a_figure(measure: Any, data: list[Row]) -> None:
    expected = measure(Counter(data))
    for order in permutations(range(3)):
        turned = Counter(tuple(row[i] for i in order) for row in reversed(data))
        assert measure(turned).value == expected.value
        assert measure(turned).n == expected.n


@measures
@given(st.lists(st.sampled_from(SURE), min_size=1, max_size=12))
@settings(deadline=None, derandomize=True, max_examples=60)
def test_full_agreement_is_one_if_anything_varies_and_else_nothing(measure: Any, data: list[str]) -> None:
    found = measure(Counter((v, v, v) for v in data))
    if len(set(data)) > 1 or measure is agreement:
        assert found.value == 1.0
    else:
        assert found.value is None
        assert found.reason
