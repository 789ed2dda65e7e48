"""Sentences of docs/comparison.md held against maps made to break them."""

from dataclasses import replace
from typing import Any

import pytest
from comparison_cases import BOOK, a_map, two

from argmap.comparison.comparing import compare
from argmap.comparison.records import Comparison, Finding
from argmap.reporters.comparison_markdown import comparison_markdown
from argmap.reporters.comparison_text import comparison_text
from argmap.reporters.sections import View
from argmap.typesetting import display_width

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


# ---- what is asserted, and what a conflict turns on


def test_what_is_only_possible_settles_no_condition() -> None:
    left = "t: {says: {holds: late}, if: [s]}\ns: {says: {holds: snow}, certainty: %s}"
    found = [compared(left % sure, "t: {says: {denies: late}}").findings for sure in ("possible", "likely")]
    assert [f[0].category for f in found] == ["stance-conditional", "stance-contradiction"]


DISPUTE = (
    "t: {says: {holds: cut}, because: [u]}\nu: {says: %s}",
    "t: {says: {denies: cut}, because: [u]}\nu: {says: %s}",
)


@pytest.mark.parametrize("said", ["{questions: late}", "{holds: late}, certainty: possible"])
def test_both_assert_nothing_that_both_only_ask_or_hold_possible(said: str) -> None:
    locus = finding(compared(*(side % said for side in DISPUTE)), "stance:cut").locus
    assert locus is not None
    assert (locus.all, locus.weighed) == (("bare",), ())


def test_a_side_that_speaks_of_what_is_linked_is_not_said_never_to_speak_of_it() -> None:
    locus = finding(compared(DISPUTE[0] % "{holds: open}", DISPUTE[1] % "{holds: boarded}"), "stance:cut").locus
    assert locus is not None
    assert (locus.all, locus.premises, locus.double) == (("premise",), ("stance:open~boarded",), locus.premises)


@pytest.mark.parametrize(
    ("more", "deep"), [("", True), (", sources: [s]", False), (", because: [u]}\nu: {says: {holds: late}", False)]
)
def test_where_a_reason_or_a_source_is_given_no_disagreement_is_deep(more: str, deep: bool) -> None:
    worth = SHOPS | {"propositions": SHOPS["propositions"] | {"worth": {"text": "It pays", "kind": "value"}}}
    right = "t: {says: {denies: worth}}\nv: {says: {holds: late}, voice: council}"
    found = compare(two(f"t: {{says: {{holds: worth}}{more}}}", right, book=worth), metrics=False)
    locus = finding(found, "stance:worth").locus
    assert locus is not None
    assert (locus.all, locus.deep) == (("bare",), deep)


# ---- what a silent map reports


@pytest.mark.parametrize(
    ("reported", "rest", "note"),
    [
        ("{says: {holds: late}, voice: council}", "it", "it as the view of the council"),
        ("{says: {denies: late}, voice: council}", "what others say of it", "the council as denying it"),
        ("{says: {questions: late}, voice: A Mayor}", "what others say of it", "A Mayor as leaving it open"),
    ],
)
def test_what_is_reported_is_told_as_it_is(reported: str, rest: str, note: str) -> None:
    (f,) = compared("t: {says: {holds: late}}", f"t: {reported}").findings
    assert f.sentence == f"Only A holds that the bus is late; B's map only reports {rest}."
    assert f.notes[0] == f"B reports {note}."


@pytest.mark.parametrize(
    ("own", "reported", "rest", "note"),
    [
        ("{cause: x, raises: e}", "{cause: x, raises: e}", "it", "it as the view of the council"),
        ("{cause: x, raises: e}", "{cause: c, raises: e}", "what others say of it", "what the council says of it"),
        (
            "{actor: shops, role: ally}",
            "{actor: shops, role: rival}",
            "what others say of it",
            "what the council says of it",
        ),
    ],
)
def test_another_cause_or_role_reported_is_not_it(own: str, reported: str, rest: str, note: str) -> None:
    (f,) = compared(f"t: {{says: {own}}}", f"t: {{says: {reported}, voice: council}}").findings
    assert f.sentence.endswith(f"; B's map only reports {rest}.")
    assert f.notes[0] == f"B reports {note}."


def test_where_those_who_speak_differ_a_report_is_of_what_others_say() -> None:
    found = among("t: {says: {holds: late}}", "t: {says: {denies: late}}", "t: {says: {denies: late}, voice: council}")
    assert found.findings[0].sentence == (
        "A holds that the bus is late; B denies it; C's map only reports what others say of it."
    )


def test_two_maps_that_report_unlike_things_are_told_apart() -> None:
    told = ("t: {says: {holds: late}, voice: council}", "t: {says: {denies: late}, voice: council}")
    assert among("t: {says: {holds: late}}", *told).findings[0].sentence == (
        "Only A holds that the bus is late; B's map only reports it; C's map only reports what others say of it."
    )


# ---- time, place, condition, addressee and certainty among many maps, and of what one map has alone

LATE = "t: {says: {%s: late}%s}"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (LATE % ("holds", ", when: 2023"), "holds that the bus is late (2023)"),
        (
            LATE % ("holds", ", when: 2023, where: town, certainty: likely"),
            "holds that the bus is late (likely, 2023 in town)",
        ),
        (LATE % ("denies", ", if: [s]}\ns: {says: {holds: snow}"), "denies that the bus is late (if it snows)"),
        ("t: {says: {cause: x, raises: e}, when: 2023}", "explains custom, by rain (2023)"),
        ("t: {says: {actor: shops, role: ally, toward: [council]}, when: 2023}", "casts shopkeepers as ally (2023)"),
        (LATE % ("holds", ", when: 2023}\nu: {says: {holds: late}"), "holds that the bus is late"),
    ],
)
def test_what_one_map_has_alone_is_told_with_what_limits_it(statement: str, said: str) -> None:
    assert compared(statement, "{}").findings[0].sentence == f"Only A {said}; B's map has nothing on it."
    assert among(statement, "{}", "{}").findings[0].sentence.startswith(f"Only A {said}; ")


@pytest.mark.parametrize(
    ("maps", "said"),
    [
        (
            [LATE % ("holds", f", when: {y}") for y in (2023, 2024, 2025)],
            "A (2023), B (2024) and C (2025) hold that the bus is late.",
        ),
        ([LATE % ("holds", ", when: 2023")] * 3, "All three hold that the bus is late (2023)."),
        (
            [LATE % ("holds", ", when: 2023"), LATE % ("denies", ", when: 2024"), "{}"],
            "A (2023) holds that the bus is late; B (2024) denies it; C's map has nothing on it.",
        ),
        (
            [f"t: {{says: {{cause: x, raises: e}}, when: {y}}}" for y in (2023, 2024, 2023)],
            "A (2023), B (2024) and C (2023) explain custom by rain.",
        ),
        (["t: {says: {cause: x, raises: e}, when: 2023}"] * 3, "All three explain custom by rain (2023)."),
        (
            ["t: {says: {cause: x, raises: e}, when: 2023}", "t: {says: {cause: x, lowers: e}, when: 2024}", "{}"],
            "A explains custom by rain (raises, 2023); B by rain (lowers, 2024); C's map has nothing on it.",
        ),
        (
            [f"t: {{says: {{actor: shops, role: ally, toward: [{who}]}}}}" for who in ("council", "riders")] + ["{}"],
            "A (toward the council) and B (toward cyclists) cast shopkeepers as ally; C's map has nothing on it.",
        ),
        (
            [
                f"t: {{says: {{actor: shops, role: ally}}, certainty: {sure}}}"
                for sure in ("possible", "asserted", "likely")
            ],
            "All three cast shopkeepers as ally (at least possible).",
        ),
    ],
)
def test_a_camp_is_told_with_what_parts_its_maps(maps: list[str], said: str) -> None:
    assert among(*maps).findings[0].sentence == said


def test_among_many_what_one_map_only_assumes_or_says_under_a_condition_is_flagged() -> None:
    assumed = among("{}", "{}", "t: {type: assumption, says: {holds: late}}").findings[0]
    assert dict(zip(assumed.flags, assumed.notes, strict=True)) == {"assumed": "C only assumes it."}
    bound = among("{}", "t: {says: {holds: late}, if: [s]}\ns: {says: {holds: snow}}", "{}").findings[0]
    assert dict(zip(bound.flags, bound.notes, strict=True)) == {"conditional": "B: only if it snows."}


def test_among_many_a_map_with_nothing_on_a_point_may_speak_of_what_is_linked_to_it() -> None:
    found = among("t: {says: {holds: open}}", "t: {says: {holds: boarded}}", "t: {says: {holds: open}}", "{}")
    f = finding(found, "stance:open")
    assert f.sentence == "A and C hold that the baker's is open; the maps of B and D have nothing on it."
    assert dict(zip(f.flags, f.notes, strict=True)) == {"linked": "A stance on what is linked to it is taken by: B."}


# ---- who speaks


@pytest.mark.parametrize(
    ("authors", "short", "verb"),
    [
        (["Ana Ruiz", "Ben Lee"], "Ruiz & Lee", "hold"),
        (["Ana Ruiz", "Ben Lee"], "Ruiz and Lee", "hold"),
        (["Ana Ruiz", "Ben Lee", "Cy Poe"], "Ruiz et al.", "hold"),
        (["Ana Ruiz", "Ben Lee"], "The Panel", "holds"),
        (["Marks & Spencer"], "Marks & Spencer", "holds"),
        (["Ana Ruiz", "Ben Lee"], None, "hold"),
    ],
)
def test_the_verb_agrees_with_whoever_the_name_names(authors: list[str], short: str | None, verb: str) -> None:
    mine = a_map("a", "t: {says: {holds: late}}", book=SHOPS, article={"authors": authors, "short": short})
    (f,) = compare([mine, a_map("b", "{}", book=SHOPS)], metrics=False).findings
    assert f.sentence == f"Only {short or 'Ruiz & Lee'} {verb} that the bus is late; b's map has nothing on it."


# ---- conditions


def test_conditions_that_exclude_each_other_are_not_asked_to_hold_together() -> None:
    bound = "t: {says: {%s: late}, if: [s]}\ns: {says: {%s: snow}}"
    f = finding(compared(bound % ("holds", "holds"), bound % ("denies", "denies")), "stance:late")
    assert f.category == "stance-conditional"
    said = "A holds that the bus is late, B denies it; no clash, as their conditions exclude each other."
    assert f.sentence == said


# ---- views


def test_no_table_is_wider_than_asked_whatever_the_names() -> None:
    names = ("A", "B", "伊藤健二", "The Ministry of Roads")
    said = "t: {says: {%s: late}}\nu: {says: {holds: snow}, certainty: likely}"
    maps = [a_map(f"m{i}", said % "holds", book=SHOPS, article={"short": name}) for i, name in enumerate(names)]
    found = compare(maps, metrics=False)
    for width in range(40, 121):
        lines = comparison_text(found, width=width, view="matrix").splitlines()
        assert max(display_width(line) for line in lines) <= width


def test_what_holds_of_a_whole_camp_is_said_once() -> None:
    sure = "t: {says: {holds: late}, certainty: likely}"
    f = among(sure, sure, "t: {says: {denies: late}, when: 2023}", "t: {says: {denies: late}, when: 2023}").findings[0]
    assert f.sentence == "A and B hold that the bus is late (likely); C and D deny it (2023)."


def test_a_condition_that_asks_whether_is_the_condition_that() -> None:
    left = "t: {says: {holds: late}, if: [s]}\ns: {says: {questions: snow}}"
    f = finding(compared(left, "t: {says: {denies: late}}"), "stance:late")
    assert f.sentence == "A holds that the bus is late, B denies it; a clash only if it snows."
    snowy = "t: {says: {denies: late}}\ns: {says: {holds: snow}}"
    assert finding(compared(left, snowy), "stance:late").category == "stance-contradiction"


@pytest.mark.parametrize(
    ("view", "on"),
    [
        ("matrix", "anything"),
        ("roles", "an actor"),
        ("causes", "what explains something"),
        ("reasons", "a proposition that two maps speak on"),
    ],
)
def test_a_view_of_some_findings_does_not_speak_for_all(view: View, on: str) -> None:
    found = compared("t: {says: {cause: x, raises: e}}\nu: {says: {actor: shops, role: ally}}", "{}")
    none = replace(found, findings=())
    for text in (comparison_text(none, view=view, whole=False), comparison_markdown(none, view=view, whole=False)):
        assert f"None of the findings asked for is on {on}." in text
    assert "No map takes a position that can be compared." in comparison_text(none, view="matrix")


def test_a_proposition_worded_as_a_question_is_quoted_and_asked_as_it_stands() -> None:
    asking = SHOPS | {"propositions": {"late": "Is the bus late?"}, "factors": {"e": "Custom", "x": "Rain?"}}
    left = "t: {says: {holds: late}}\nu: {says: {cause: x, raises: e}}"
    found = compare(two(left, "t: {says: {denies: late}}", book=asking), metrics=False)
    f = finding(found, "stance:late")
    assert (f.sentence, f.question) == ("A holds that “Is the bus late?”; B denies it.", "Is the bus late?")
    assert finding(found, "explanation:e").sentence.startswith("Only A explains custom, by “Rain?”;")


@pytest.mark.parametrize(("when", "kinds"), [("2020", "bare"), ("2024", "weighing"), ("2019/..", "weighing")])
def test_what_both_say_of_times_apart_is_no_common_ground(when: str, kinds: str) -> None:
    left, right = (side % "{holds: late}, when: %s" for side in DISPUTE)
    locus = finding(compared(left % when, right % 2024), "stance:cut").locus
    assert locus is not None
    assert locus.all == (kinds,)
