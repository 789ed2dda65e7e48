"""What time, place, condition and addressee change in a verdict, and that its sentence says so."""

from typing import Any

import pytest
from comparison_cases import BOOK, a_map, two

from argmap.comparison import compare
from argmap.comparison.records import Finding
from argmap.comparison.scope import Scope
from argmap.model import parse_period


def finding(left: str, right: str, id: str, **fields: Any) -> Finding:  # noqa: A002
    return next(f for f in compare(two(left, right, **fields)).findings if f.id == id)


# Stances.

RULE = "x: {says: {holds: p}}"
RULE_AND_EXCEPTION = "x: {says: {holds: p}, when: 2020}\ny: {says: {denies: p}, when: 2021}"


def test_an_exception_is_excused_where_the_rule_is_held_of_another_time() -> None:
    found = finding(RULE, RULE_AND_EXCEPTION, "stance:p")
    assert (found.category, found.group) == ("stance-different-scope", "diverge")
    assert found.sentence == "A and B answer differently on whether the lane pays, by time."
    assert found.rule == "stance-different-scope: {holds} against {denies, holds}, excused as an exception"


def test_a_map_that_holds_the_rule_in_general_beside_the_exception_is_tense() -> None:
    found = finding(RULE, "x: {says: {holds: p}}\ny: {says: {denies: p}, when: 2021}", "stance:p")
    assert (found.category, found.sentence) == ("internal-tension", "B both holds and denies that the lane pays.")


@pytest.mark.parametrize(
    ("left", "right", "parts"),
    [
        ("where: hills", "where: harbour, when: 2018", "place"),
        ("when: 2017", "where: harbour, when: 2018", "time"),
        ("when: 2017, where: hills", "where: harbour, when: 2018", "time and place"),
    ],
)
def test_answers_differ_by_what_parts_them(left: str, right: str, parts: str) -> None:
    found = finding(f"x: {{says: {{holds: p}}, {left}}}", f"x: {{says: {{denies: p}}, {right}}}", "stance:p")
    assert found.sentence == f"A and B answer differently on whether the lane pays, by {parts}."


@pytest.mark.parametrize(
    ("exception", "parts"),
    [("where: harbour, when: 2018", "place"), ("where: harbour", "place"), ("when: 2018", "time")],
)
def test_an_exception_differs_by_what_parts_it_from_the_rule_beside_it(exception: str, parts: str) -> None:
    beside = "where: hills" if parts == "place" else "when: 2017"
    right = f"x: {{says: {{holds: p}}, {beside}}}\ny: {{says: {{denies: p}}, {exception}}}"
    assert finding(RULE, right, "stance:p").sentence.endswith(f", by {parts}.")


def test_where_both_vary_the_contradiction_says_of_when() -> None:
    left = "x: {says: {holds: p}, when: 2020}\ny: {says: {denies: p}, when: 2021}"
    right = "x: {says: {denies: p}, when: 2020}\ny: {says: {holds: p}, when: 2021, certainty: likely}"
    found = finding(left, right, "stance:p")
    assert (found.category, found.sentence) == (
        "stance-contradiction",
        "A holds that the lane pays (2020), B denies it (2020);"
        " A denies that the lane pays (2021), B holds it (likely, 2021).",
    )


def test_a_side_that_also_says_the_opposite_under_a_condition_is_told_with_what_clashes() -> None:
    left = "x: {says: {holds: p}}\ny: {says: {denies: p}, if: [k]}\nk: {says: {holds: q}}"
    found = finding(left, "x: {says: {denies: p}}", "stance:p")
    assert (found.category, found.sentence) == (
        "stance-contradiction",
        "A holds that the lane pays; B denies it.",
    )


def test_the_condition_named_is_that_of_the_pair_named() -> None:
    left = "x: {says: {holds: p}, if: [j, k]}\nj: {says: {holds: q}}\nk: {says: {holds: r}}"
    left += "\ny: {says: {holds: p}, certainty: possible, if: [k]}"
    found = finding(left, "x: {says: {denies: p}}", "stance:p")
    assert found.sentence == ("A holds that the lane pays (possible), B denies it; a clash only if buses run on time.")


def test_a_contradiction_under_an_open_condition_raises_the_flag() -> None:
    left = "x: {says: {holds: p}}\ny: {says: {denies: p}, if: [k]}\nk: {says: {holds: q}}"
    found = finding(left, RULE, "stance:p")
    assert (found.category, found.flags) == ("agree-unargued", ("conditional",))
    assert found.notes == ("A denies it if the street is quiet.",)
    mirrored = finding(RULE, left, "stance:p")
    assert (mirrored.flags, mirrored.notes) == (("conditional",), ("B denies it if the street is quiet.",))


PLACES = BOOK | {"places": {"eu": {"name": "Europe"}, "tokyo-bay": {}, "us": {"name": "the United States"}}}


def test_unlike_scopes_of_an_agreement_read_as_times_and_places() -> None:
    left = "x: {says: {holds: p}, when: 2019/.., where: tokyo-bay}"
    right = "x: {says: {holds: p}, where: Europe}\ny: {says: {holds: p}, where: us, when: ../2018}"
    found = finding(left, right, "stance:p", book=PLACES)
    assert found.sentence == (
        "Both hold that the lane pays, A of the time since 2019 in tokyo bay,"
        " B of Europe and the time until 2018 in the United States."
    )
    assert found.notes == ("A: since 2019 in tokyo bay. B: in Europe and until 2018 in the United States.",)


def test_a_scope_is_named_as_a_thing_of_its_own() -> None:
    years = Scope(parse_period("2017/2018"), None, "2017/2018")
    assert [years.named, Scope().named] == ["2017–2018", "all times"]


def test_an_alias_gives_way_to_the_key_of_another_place() -> None:
    book = BOOK | {"places": {"south": {"aliases": ["north", "meridian"]}, "north": {}}}
    left = "x: {says: {holds: p}, where: north}"
    assert finding(left, "x: {says: {denies: p}, where: south}", "stance:p", book=book).category == (
        "stance-different-scope"
    )
    meridian = finding(
        "x: {says: {holds: p}, where: meridian}", "x: {says: {denies: p}, where: south}", "stance:p", book=book
    )
    assert meridian.category == "stance-contradiction"


# Explanations.

RAISES = "x: {says: {cause: c, raises: e}}"


def test_an_excused_clash_of_causes_is_no_full_agreement() -> None:
    right = "x: {says: {cause: c, raises: e}, when: 2020}\ny: {says: {cause: c, lowers: e}, when: 2021}"
    found = finding(RAISES, right, "explanation:e")
    assert (found.category, found.group) == ("explanation-some-shared-causes", "agree-but")
    assert found.sentence == "Both explain custom by a lane (raises); only B adds a lane (lowers, 2021)."
    assert found.rule == (
        "explanation-some-shared-causes: links {raises:c>e} against {lowers:c>e, raises:c>e}, matched {raises:c>e},"
        " main {} against {}"
    )
    assert (found.shared, found.only) == (("raises:c>e",), {"a": (), "b": ("lowers:c>e",)})


def test_a_clash_of_causes_under_an_open_condition_is_no_full_agreement() -> None:
    right = "x: {says: {cause: c, raises: e}}\ny: {says: {cause: c, lowers: e}, if: [k]}\nk: {says: {holds: q}}"
    found = finding(RAISES, right, "explanation:e")
    assert found.category == "explanation-some-shared-causes"
    assert found.sentence == (
        "Both explain custom by a lane (raises); only B adds a lane (lowers, if the street is quiet)."
    )


def test_mains_known_to_both_do_not_hide_what_only_one_adds() -> None:
    right = "x: {says: {cause: c, raises: e, main: true}, when: 2020}\ny: {says: {cause: c, lowers: e}, when: 2021}"
    found = finding(RAISES.replace("raises: e", "raises: e, main: true"), right, "explanation:e")
    assert found.category == "explanation-some-shared-causes"


def test_one_cause_in_times_apart_is_told_with_its_times() -> None:
    found = finding(
        "x: {says: {cause: c, raises: e}, when: 2019}",
        "x: {says: {cause: c, raises: e}, when: 2021}\ny: {says: {cause: c, raises: e}, when: 2023, where: hills}",
        "explanation:e",
    )
    assert (found.category, found.sentence) == (
        "explanation-different-causes",
        "A explains custom by a lane (2019), B by a lane (2021 and 2023 in hills).",
    )


def test_one_cause_with_unlike_signs_is_told_with_what_keeps_it_from_a_clash() -> None:
    right = "x: {says: {cause: c, lowers: e}, if: [k]}\nk: {says: {holds: q}}"
    found = finding(RAISES, right, "explanation:e")
    assert (found.category, found.sentence) == (
        "explanation-different-causes",
        "A explains custom by a lane (raises), B by a lane (lowers, if the street is quiet).",
    )


@pytest.mark.parametrize(
    ("left", "right", "sentence"),
    [
        ("unrelated: c", "raises: d", "A sees no effect of a lane on custom, B explains it by fewer spaces (raises)."),
        ("raises: d", "unrelated: c", "A explains custom by fewer spaces (raises), B sees no effect of a lane on it."),
        ("unrelated: c", "unrelated: d", "A sees no effect of a lane on custom, B none of fewer spaces."),
        ("unrelated: c", "unrelated: c", "Both see no effect of a lane on custom."),
        ("unrelated: c", "", "Only A sees no effect of a lane on custom; B's map has nothing on it."),
    ],
)
def test_a_cause_without_effect_explains_nothing(left: str, right: str, sentence: str) -> None:
    def side(link: str) -> str:
        effect, _, cause = link.partition(": ")
        return f"x: {{says: {{cause: {cause}, {effect}: e}}}}" if link else ""

    assert finding(side(left), side(right), "explanation:e").sentence == sentence


def test_what_only_one_map_explains_leaves_out_what_it_excludes() -> None:
    left = RAISES + "\ny: {says: {cause: d, unrelated: e}}"
    assert finding(left, "", "explanation:e").sentence == (
        "Only A explains custom, by a lane (raises) and not by fewer spaces; B's map has nothing on it."
    )
    assert finding(left, left, "explanation:e").sentence == (
        "Both explain custom by a lane (raises) and not by fewer spaces."
    )


# Roles.


def r(role: str, toward: str = "", *, main: bool = False, rest: str = "") -> str:
    return f"{{quote: so, says: {{actor: council, role: {role}, toward: [{toward}], main: {str(main).lower()}}}{rest}}}"


def test_one_role_toward_unlike_actors_is_told_with_them() -> None:
    found = finding(f"x: {r('ally', 'shops')}", f"x: {r('ally', 'riders', rest=', certainty: likely')}", "role:council")
    assert (found.category, found.sentence) == (
        "role-different",
        "A casts the council as ally toward shopkeepers, B as ally toward cyclists (likely).",
    )


def test_one_role_in_times_apart_is_told_with_them() -> None:
    found = finding(f"x: {r('ally', rest=', when: 2019')}", f"x: {r('ally', rest=', when: 2021')}", "role:council")
    assert found.sentence == "A casts the council as ally (2019), B as ally (2021)."


def test_a_role_is_main_toward_those_it_is_marked_for() -> None:
    left = f"x: {r('ally', 'shops', main=True)}\ny: {r('ally', 'riders')}"
    found = finding(left, f"x: {r('rival', 'riders', main=True)}", "role:council")
    assert (found.category, found.sentence) == ("role-different", "A casts the council as ally, B as rival.")
    opposed = finding(left, f"x: {r('rival', 'shops', main=True)}", "role:council")
    assert (opposed.category, opposed.rule) == ("role-opposed", "role-opposed: valence +1 against -1")


# Evidence.


def cites(says: str, rest: str = "") -> str:
    return f"x: {{says: {says}, sources: [s]{rest}}}"


def test_the_source_of_a_supposition_serves_a_question() -> None:
    left = "a: {type: thesis, says: {holds: p}, sources: [s]}"
    right = "t: {type: thesis, if: [x]}\nx: {says: {denies: p}, sources: [s]}"
    found = finding(left, right, "evidence:s")
    assert (found.category, found.rule) == (
        "evidence-different-use",
        "evidence-different-use: uses {holds:p} against {questions:p}",
    )
    assert found.sentence == (
        "“The Survey” serves different points: for A, the lane pays; for B, whether the lane pays."
    )


def test_the_source_of_a_supposed_cause_serves_its_own_text() -> None:
    right = "t: {type: thesis, if: [x]}\nx: {text: Rain fell., says: {cause: c, lowers: e}, sources: [s]}"
    found = finding(cites("{cause: c, raises: e}"), right, "evidence:s")
    assert (found.category, found.only["b"]) == ("evidence-different-use", ("text:b:x",))
    assert found.sentence == "“The Survey” serves different points: for A, a lane → custom; for B, rain fell."


@pytest.mark.parametrize(
    ("left", "right", "points"),
    [
        (
            cites("{holds: p}", ", when: 2020"),
            cites("{denies: p}", ", when: 2021"),
            "for A, the lane pays (2020); for B, not: the lane pays (2021)",
        ),
        (
            cites("{holds: p}"),
            cites("{denies: p}", ", if: [k]") + "\nk: {says: {holds: q}}",
            "for A, the lane pays; for B, not: the lane pays (if the street is quiet)",
        ),
        (
            cites("{actor: council, role: ally, toward: [shops]}", ", quote: so"),
            cites("{actor: council, role: adversary, toward: [riders]}", ", quote: so"),
            "for A, the council as ally (toward shopkeepers); for B, the council as adversary (toward cyclists)",
        ),
    ],
)
def test_uses_are_opposite_only_where_they_clash(left: str, right: str, points: str) -> None:
    found = finding(left, right, "evidence:s")
    assert (found.category, found.group) == ("evidence-different-use", "diverge")
    assert found.sentence == f"“The Survey” serves different points: {points}."


def test_a_use_for_an_exception_is_excused_like_the_exception() -> None:
    right = "x: {says: {holds: p}, sources: [s], when: 2020}\ny: {says: {denies: p}, sources: [s], when: 2021}"
    found = finding(cites("{holds: p}"), right, "evidence:s")
    assert (found.category, found.sentence) == (
        "evidence-some-shared-use",
        "Both use “The Survey” for the lane pays; only B also for not: the lane pays (2021).",
    )


def test_uses_that_clash_are_opposite_whatever_else_they_are() -> None:
    found = finding(cites("{holds: p}", ", when: 2020/2022"), cites("{denies: p}", ", when: 2021"), "evidence:s")
    assert (found.category, found.rule) == (
        "evidence-opposite-use",
        "evidence-opposite-use: {holds:p against denies:p}",
    )


def test_two_maps_without_any_coding_make_no_finding_on_their_sources() -> None:
    uncoded = "t: {type: thesis, sources: [s]}"
    assert compare(two(uncoded, uncoded)).findings == ()
    assert [f.id for f in compare(two(cites("{holds: p}"), uncoded)).findings] == ["stance:p", "evidence:s"]


# Codebooks whose places differ.


@pytest.mark.parametrize(
    ("places", "warned"),
    [
        ({"harbour": {"within": "town"}, "town": {}}, ()),
        ({"harbour": {}, "town": {}}, ("harbour",)),
        ({"town": {}, "port": {"aliases": ["harbour"]}}, ("harbour",)),
        ({"town": {}}, ("harbour",)),
        ({"harbour": {"within": "town"}, "town": {}, "elsewhere": {}}, ()),
    ],
)
def test_places_that_codebooks_of_one_id_understand_differently_are_warned_of(
    places: dict[str, Any], warned: tuple[str, ...]
) -> None:
    coded = "t: {type: thesis, says: {holds: p}, where: harbour}"
    left, right = a_map("a", coded), a_map("b", coded, book=BOOK | {"places": places})
    drift = [w for w in compare([left, right]).warnings if w.code == "AM613"]
    assert [w.ids for w in drift] == ([warned] if warned else [])
    assert all(
        w.text == "the codebooks place harbour differently, so each map's scopes follow its own codebook" for w in drift
    )


def test_what_holds_only_under_an_open_condition_excuses_no_exception() -> None:
    exception = "y: {says: {denies: p}, when: '2021'}\nk: {says: {holds: q}}"
    settled = two("x: {says: {holds: p}}", f"x: {{says: {{holds: p}}, when: '2020'}}\n{exception}")
    assert {f.id: f.category for f in compare(settled).findings}["stance:p"] == "stance-different-scope"
    open_ = two("x: {says: {holds: p}}", f"x: {{says: {{holds: p}}, when: '2020', if: [k]}}\n{exception}")
    assert {f.id: f.category for f in compare(open_).findings}["stance:p"] == "stance-contradiction"
