"""Why a conflict exists: each kind of locus alone and together, roots, double crux, stasis, deep disagreement."""

import random
from collections import Counter
from typing import Any

import pytest
from comparison_cases import BOOK, a_map, two

from argmap.comparison import compare
from argmap.comparison.records import LOCI, Locus

KINDS = {"p": "policy", "q": "value", "r": "fact", "v": "value", "w": "forecast", "z": "cause", "n": None}
CODED: dict[str, Any] = BOOK | {
    "propositions": {
        key: {"text": f"It is {key}", "contrary": ["n"] if key == "w" else []} | ({"kind": kind} if kind else {})
        for key, kind in KINDS.items()
    }
}
T, F = "t: {says: {holds: p}, because: [%s]}\n", "t: {says: {denies: p}, because: [%s]}\n"


def loci(left: str, right: str) -> dict[str, Locus]:
    found = compare(two(left, right, book=CODED), metrics=False).findings
    assert all((f.locus is None) == (f.group != "conflict" or f.unit == "evidence") for f in found)
    return {f.id: f.locus for f in found if f.locus}


def locus(left: str, right: str, id: str = "stance:p") -> Locus:  # noqa: A002
    return loci(left, right)[id]


def test_a_dispute_without_reasons_is_bare() -> None:
    found = locus("t: {says: {holds: p}}", "t: {says: {denies: p}}")
    assert found == Locus(all=("bare",), unaddressed={"a": (), "b": ()}, stasis="policy")


def test_sources_are_no_premises() -> None:
    assert locus("t: {says: {holds: p}, sources: [s]}", "t: {says: {denies: p}}").all == ("bare",)


@pytest.mark.parametrize(("key", "deep"), [("q", True), ("v", True), ("p", False), ("r", False), ("n", False)])
def test_a_bare_dispute_on_a_value_may_be_deep(key: str, deep: bool) -> None:
    found = locus(f"t: {{says: {{holds: {key}}}}}", f"t: {{says: {{denies: {key}}}}}", f"stance:{key}")
    assert (found.deep, found.stasis) == (deep, KINDS[key])


def test_a_dispute_on_a_value_with_reasons_is_not_deep() -> None:
    left = "t: {says: {holds: q}, because: [u]}\nu: {}"
    assert not locus(left, "t: {says: {denies: q}}", "stance:q").deep
    assert not locus("t: {says: {holds: q}, sources: [s]}", "t: {says: {denies: q}}", "stance:q").deep


def test_a_premise_in_dispute_is_the_locus_and_its_root() -> None:
    found = locus(T % "u" + "u: {says: {holds: r}}", "t: {says: {denies: p}}\nu: {says: {denies: r}}")
    assert found == Locus(
        all=("premise",),
        premises=("stance:r",),
        roots=("stance:r",),
        unaddressed={"a": (), "b": ()},
        stasis="fact",
    )


def test_a_root_below_both_sides_is_a_double_crux() -> None:
    found = locus(T % "u" + "u: {says: {holds: r}}", F % "u" + "u: {says: {denies: r}}")
    assert (found.all, found.roots, found.double) == (("premise",), ("stance:r",), ("stance:r",))


def test_the_root_is_where_a_chain_of_disputes_ends() -> None:
    chain = "u: {says: {%s: q}, because: [v]}\nv: {says: {%s: r}}"
    found = loci(T % "u" + chain % ("holds", "holds"), F % "u" + chain % ("denies", "denies"))
    assert found["stance:p"].premises == ("stance:q", "stance:r")
    assert found["stance:p"].roots == found["stance:q"].roots == ("stance:r",)
    assert found["stance:p"].double == found["stance:q"].double == ("stance:r",)
    assert found["stance:r"].all == ("bare",)
    assert [found[f"stance:{key}"].stasis for key in "pqr"] == ["fact", "fact", "fact"]


def test_two_roots_stand_side_by_side_and_the_stasis_is_the_lowest_of_them() -> None:
    rest = "u: {says: {%s: q}}\nv: {says: {%s: w}}"
    found = locus(T % "u, v" + rest % ("holds", "holds"), F % "u" + rest % ("denies", "denies"))
    assert (found.roots, found.double, found.stasis) == (("stance:q", "stance:w"), ("stance:q",), "forecast")


def test_disputes_that_rest_on_each_other_are_all_roots() -> None:
    left = T % "u" + "u: {says: {holds: q}, because: [v]}\nv: {says: {holds: r}}"
    right = "t: {says: {denies: p}}\nv: {says: {denies: r}, because: [u]}\nu: {says: {denies: q}}"
    found = loci(left, right)
    assert found["stance:p"].roots == ("stance:q", "stance:r")
    assert found["stance:q"].premises == ("stance:r",)
    assert found["stance:r"].premises == ("stance:q",)
    assert found["stance:q"].roots == found["stance:r"].roots == ("stance:q", "stance:r")


def test_a_disputed_cause_or_role_may_be_the_premise() -> None:
    rest = "u: {says: {cause: c, %s: e}}\nv: {says: {actor: council, role: %s}}"
    found = locus(T % "u, v" + rest % ("raises", "ally"), F % "u" + rest % ("lowers", "adversary"))
    assert found.premises == ("explanation:e", "role:council")
    assert found.double == ("explanation:e",)
    assert found.stasis == "definition"


def test_linked_propositions_that_exclude_each_other_may_be_the_premise() -> None:
    found = locus(T % "u" + "u: {says: {holds: w}}", F % "u" + "u: {says: {holds: n}}")
    assert (found.all, found.premises, found.double) == (("premise",), ("stance:w~n",), ("stance:w~n",))
    assert found.stasis is None  # one of the two has no kind


def test_only_the_disputed_entry_counts_not_its_key() -> None:
    left = T % "u" + "u: {says: {cause: c, raises: e}}\nv: {says: {cause: d, raises: e}}"
    right = "t: {says: {denies: p}}\nv: {says: {cause: d, lowers: e}}"
    found = loci(left, right)
    assert "explanation:e" in found
    assert found["stance:p"].premises == ()


def test_what_others_say_below_a_side_is_not_in_dispute() -> None:
    left = T % "u" + "u: {voice: riders, says: {holds: r}}\nv: {says: {holds: r}}"
    found = locus(left, "t: {says: {denies: p}}\nv: {says: {denies: r}}")
    assert (found.premises, found.all) == ((), ("bare",))


DOUBT = (
    "t: {says: {%s: p}, because: [{premises: [u], unless: [d]}]}\n"
    "u: {says: {holds: q}}\nd: {voice: riders, says: {holds: r}}"
)


def test_a_step_the_other_map_undoes_is_the_locus() -> None:
    found = locus(
        DOUBT % "holds", "t: {says: {denies: p}}\nd: {says: {holds: r}}\nu: {voice: riders, says: {holds: q}}"
    )
    assert (found.all, found.step) == (("step",), ("holds:r",))


def test_a_doubt_further_down_or_of_the_other_side_counts_too() -> None:
    left = "s: {says: {holds: p}, because: [t]}\n" + (DOUBT % "holds").replace("holds: p", "holds: v", 1)
    right = "t: {says: {denies: p}}\nd: {says: {holds: r}}"
    assert locus(left, right).step == ("holds:r",)
    assert compare(two(right, left, book=CODED)).findings[0].locus is not None
    assert locus(right, left).step == ("holds:r",)


@pytest.mark.parametrize(
    "idle", ["d: {says: {denies: r}}", "d: {voice: riders, says: {holds: r}}", "d: {says: {questions: r}}"]
)
def test_a_doubt_the_other_map_does_not_assert_is_no_step(idle: str) -> None:
    assert locus(DOUBT % "holds", f"t: {{says: {{denies: p}}}}\n{idle}").step == ()


def test_a_premise_both_assert_is_a_matter_of_weighing() -> None:
    found = locus(T % "u" + "u: {says: {holds: q}}", "t: {says: {denies: p}}\nu: {says: {holds: q}}")
    assert (found.all, found.weighed) == (("weighing",), ("holds:q",))


def test_what_is_only_possible_is_neither_weighed_nor_a_step() -> None:
    maybe = "{says: {holds: %s}, certainty: possible}"
    assert locus(T % "u" + "u: {says: {holds: q}}", "t: {says: {denies: p}}\nu: " + maybe % "q").all == ("bare",)
    right = "t: {says: {denies: p}}\nd: " + maybe % "r" + "\nu: {voice: riders, says: {holds: q}}"
    assert locus(DOUBT % "holds", right).all == ("bare",)


def test_a_premise_asserted_only_under_a_condition_is_not_weighed() -> None:
    right = "t: {says: {denies: p}}\nu: {says: {holds: q}, if: [k]}\nk: {says: {holds: w}}"
    assert locus(T % "u" + "u: {says: {holds: q}}", right).all == ("bare",)


def test_what_the_other_never_says_is_unaddressed_in_the_order_of_its_map() -> None:
    found = locus(T % "v, u, x" + "u: {says: {holds: q}}\nv: {says: {denies: r}}\nx: {}", F % "y" + "y: {}")
    assert found.all == ("unaddressed",)
    assert found.unaddressed == {"a": ("holds:q", "denies:r", "text:a:x"), "b": ("text:b:y",)}


@pytest.mark.parametrize(
    "said",
    [
        "{says: {holds: q}}",
        "{says: {questions: q}}",
        "{says: {denies: q}, certainty: possible}",
        "{voice: riders, says: {denies: q}}",
    ],
)
def test_a_matter_the_other_touches_in_any_voice_is_addressed(said: str) -> None:
    found = locus(T % "u" + "u: {says: {holds: q}, certainty: possible}", f"t: {{says: {{denies: p}}}}\nw: {said}")
    assert found.unaddressed == {"a": (), "b": ()}


def test_the_key_itself_is_no_premise_of_its_own() -> None:
    left = T % "u" + "u: {says: {holds: p}, because: [v]}\nv: {says: {holds: q}}"
    assert locus(left, "t: {says: {denies: p}}").unaddressed["a"] == ("holds:q",)


def test_all_kinds_that_hold_are_listed_and_the_first_is_primary() -> None:
    left = (
        "t: {says: {holds: p}, because: [{premises: [u, v, x], unless: [d]}]}\n"
        "u: {says: {holds: q}}\nv: {says: {holds: r}}\nx: {}\nd: {voice: riders, says: {holds: w}}"
    )
    right = "t: {says: {denies: p}}\nu: {says: {holds: q}}\nv: {says: {denies: r}}\nd: {says: {holds: w}}"
    found = locus(left, right)
    assert found.all == ("premise", "step", "weighing", "unaddressed")
    assert found.primary == "premise"


def test_evidence_has_no_locus_and_tension_no_conflict() -> None:
    cited = "t: {says: {%s: p}, sources: [s]}"
    found = compare(two(cited % "holds", cited % "denies", book=CODED)).findings
    assert [(f.id, f.locus is None) for f in found] == [("stance:p", False), ("evidence:s", True)]
    torn = "t: {says: {holds: p}}\nu: {says: {denies: p}}"
    assert loci(torn, "t: {says: {denies: p}}") == {}


def test_more_than_two_maps_have_no_locus() -> None:
    maps = [a_map(n, f"t: {{says: {{{how}: p}}}}") for n, how in (("a", "holds"), ("b", "denies"), ("c", "holds"))]
    assert [f.locus for f in compare(maps).findings] == [None]


# Every kind by itself: four things that may lie under the dispute, each there or not, at either side.

PARTS = {
    "premise": ("u1: {says: {holds: r}}", "o1: {says: {denies: r}}"),
    "step": (
        "u2: {says: {holds: v}}\nd: {voice: riders, says: {holds: w}}",
        "o2: {says: {holds: w}}\nm: {voice: riders, says: {holds: v}}",
    ),
    "weighing": ("u3: {says: {holds: q}}", "o3: {says: {holds: q}}"),
    "unaddressed": ("u4: {says: {holds: z}}", ""),
}


def sides(kinds: set[str], *, turned: bool) -> tuple[str, str]:
    """Maps with a dispute on p over what makes for the kinds, at the first side, or turned at the second."""
    reasons = [
        "{premises: [u2], unless: [d]}" if kind == "step" else f"u{i}"
        for i, kind in enumerate(PARTS, 1)
        if kind in kinds
    ]
    mine = [PARTS[kind][0] for kind in PARTS if kind in kinds]
    theirs = [PARTS[kind][1] for kind in PARTS if kind in kinds]
    both = (
        "\n".join([f"t: {{says: {{holds: p}}, because: [{', '.join(reasons)}]}}", *mine]),
        "\n".join(["t: {says: {denies: p}}", *theirs]),
    )
    return both[::-1] if turned else both


@pytest.mark.parametrize("n", range(16))
@pytest.mark.parametrize("turned", [False, True])
def test_exactly_the_kinds_that_are_there_are_listed(n: int, turned: bool) -> None:
    kinds = {kind for i, kind in enumerate(PARTS) if n >> i & 1}
    found = locus(*sides(kinds, turned=turned))
    assert found.all == (tuple(kind for kind in LOCI if kind in kinds) or ("bare",))


# Drawn: what each side asserts, gives as reason, doubts and reports of four propositions; each kind by its own words.

SAID = ["", "holds", "denies", "questions", "reported"]


def test_of_drawn_maps_exactly_the_documented_kinds_hold() -> None:
    chance = random.Random(7)
    reached: Counter[str] = Counter()
    for _ in range(400):
        said = [{key: chance.choice(SAID) for key in "qrvz"} for _ in range(2)]
        reasons = [[key for key in "qrvz" if side[key] and chance.random() < 0.5] for side in said]
        doubts = [
            [k for k in "qrvz" if side[k] and k not in given and chance.random() < 0.3] if given else []
            for side, given in zip(said, reasons, strict=True)
        ]
        maps = [written(how, said[i], reasons[i], doubts[i]) for i, how in enumerate(("holds", "denies"))]
        found = locus(maps[0], maps[1])
        expected = drawn_kinds(said, reasons, doubts)
        assert found.all == expected, maps
        reached.update(expected)
    assert set(reached) == set(LOCI)


def written(how: str, said: dict[str, str], reasons: list[str], doubts: list[str]) -> str:
    because = f"[{{premises: [{', '.join(reasons)}], unless: [{', '.join(doubts)}]}}]" if reasons else "[]"
    lines = [f"t: {{says: {{{how}: p}}, because: {because}}}"]
    for key, attitude in said.items():
        if attitude == "reported":
            lines.append(f"{key}: {{voice: riders, says: {{holds: {key}}}}}")
        elif attitude:
            lines.append(f"{key}: {{says: {{{attitude}: {key}}}}}")
    return "\n".join(lines)


def drawn_kinds(said: list[dict[str, str]], reasons: list[list[str]], doubts: list[list[str]]) -> tuple[str, ...]:
    found = []
    rests = [(i, key, said[i][key]) for i in (0, 1) for key in reasons[i]]
    own = [(i, key, how) for i, key, how in rests if how != "reported"]
    if any({how, said[1 - i][key]} == {"holds", "denies"} for i, key, how in own):
        found.append("premise")
    bare = [(i, key, said[i][key].replace("reported", "holds")) for i in (0, 1) for key in doubts[i]]
    if any(said[1 - i][key] == how != "questions" for i, key, how in bare):
        found.append("step")
    if any(said[1 - i][key] == how != "questions" for i, key, how in own):
        found.append("weighing")
    if any(not said[1 - i][key] for i, key, _ in rests):
        found.append("unaddressed")
    return tuple(found) or ("bare",)
