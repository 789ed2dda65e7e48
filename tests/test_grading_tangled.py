"""Errors that touch each other: what is told of them is true, nothing is passed over, and every figure adds up.

What such a map should be told is not planted one by one. It is read off the two maps here once more, without the
procedure: which places there are in each.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from tangled_errors import Statements, flat, kit, reference, renamed, tangled

from argmap.graph import edges
from argmap.model import ArgumentMap
from argmap.teaching.grading import Finding, Grade, grade
from argmap.teaching.grading.overlay import overlay

Pair = tuple[str, str]
"""A statement, and the one it stands under."""


def a_map(statements: Statements, name: str) -> ArgumentMap:
    return ArgumentMap.model_validate({"id": name, "statements": statements})


class Both:
    """A reference and a student's map, of which equal ids are the same statement, with what is in them."""

    def __init__(self, mine: Statements, theirs: Statements) -> None:
        self.reference, self.student = a_map(mine, "teacher"), a_map(theirs, "student")
        self.grade: Grade = grade(self.reference, self.student)
        self.mine = {(e.lower, e.upper, e.relation) for e in edges(self.reference)}
        self.theirs = {(e.lower, e.upper, e.relation) for e in edges(self.student)}
        self.common = mine.keys() & theirs.keys()

    def pairs(self, places: set[tuple[str, str, Any]]) -> set[Pair]:
        return {(lower, upper) for lower, upper, _ in places if {lower, upper} <= self.common}

    def stands(self, pair: Pair, places: set[tuple[str, str, Any]]) -> bool:
        """Whether it stands under the other, with nothing between but statements that only one map has."""
        above = defaultdict(set)
        for lower, upper, _ in places:
            above[lower].add(upper)
        waiting, seen = [pair[0]], {pair[0]}
        while waiting:
            for upper in above[waiting.pop()] - seen:
                if upper == pair[1]:
                    return True
                seen.add(upper)
                if upper not in self.common:
                    waiting.append(upper)
        return False

    def told(self, side: str) -> set[Pair]:
        """The pairs that findings name as expected, or as found."""
        return {
            (key, place.upper)
            for f in self.grade.findings
            for key in f.members or (f.subject,)
            if (place := getattr(f, side)) and not (f.kind == "reversed" and side == "found")
        }

    def exchanged(self) -> set[str]:
        """Statements of which one was put above the other; what is above them may have changed hands with them."""
        turned = [f for f in self.grade.findings if f.kind == "reversed" and f.expected]
        return {key for f in turned for key in (f.subject, f.expected.upper if f.expected else "")}

    def doubts(self) -> set[Pair]:
        """What stands at a step, which may have moved, or gone, with the step."""
        return {(lower, upper) for lower, upper, relation in self.mine | self.theirs if relation == "unless"}


def handed_in() -> Iterator[tuple[str, Statements, Statements]]:
    for seed in range(60):
        chance = random.Random(seed)
        mine = reference(chance, chance.choice([6, 10, 16, 24]))
        yield f"{seed}", mine, tangled(mine, chance, chance.choice([1, 2, 3, 5, 9]))
        if seed < 5:
            yield from ((f"{seed} {made.__name__}", mine, made(mine)) for made in (flat, kit, dict))
            yield f"{seed} empty", mine, {}


PAPERS = [Both(mine, theirs) for _, mine, theirs in handed_in()]
NAMES = [name for name, _, _ in handed_in()]
each_paper = pytest.mark.parametrize("both", PAPERS, ids=NAMES)


@each_paper
def test_what_is_told_of_places_is_true(both: Both) -> None:
    for f in both.grade.findings:
        for key in f.members or (f.subject,):
            _true_of_the_reference(both, f, key)
            if f.found and f.kind == "reversed":
                assert f.expected
                assert (f.expected.upper, key, f.found.relation) in both.theirs
            elif f.found:
                assert (key, f.found.through or f.found.upper, f.found.relation) in both.theirs
    for each in both.grade.standing:
        assert (each.statement, each.place.upper, each.place.relation) in (both.mine if each.right else both.theirs)


def _true_of_the_reference(both: Both, f: Finding, key: str) -> None:
    if not f.expected:
        return
    assert (key, f.expected.through or f.expected.upper, f.expected.relation) in both.mine
    lost = f.kind in ("misplaced", "reversed") and f.expected.relation != "unless"
    if lost and not f.expected.through:
        assert (key, f.expected.upper) not in both.pairs(both.theirs)


@each_paper
def test_no_place_that_was_lost_is_passed_over(both: Both) -> None:
    lost = {pair for pair in both.pairs(both.mine) if not both.stands(pair, both.theirs)}
    untold = lost - both.told("expected") - both.doubts()
    assert {lower for lower, _ in untold} <= both.exchanged()


@each_paper
def test_no_place_of_the_student_s_own_is_passed_over(both: Both) -> None:
    own = {pair for pair in both.pairs(both.theirs) if not both.stands(pair, both.mine)}
    turned = {(f.expected.upper, f.subject) for f in both.grade.findings if f.kind == "reversed" and f.expected}
    untold = own - both.told("found") - turned - both.doubts()
    assert {lower for lower, _ in untold} <= both.exchanged()


@each_paper
def test_relations_differ_where_they_are_told_to_differ(both: Both) -> None:
    for pair in (both.pairs(both.mine) & both.pairs(both.theirs)) - both.doubts():
        mine, theirs = (
            {relation for *ends, relation in side if tuple(ends) == pair} for side in (both.mine, both.theirs)
        )
        assert (mine != theirs) == (pair in both.told("expected") | both.told("found"))


@each_paper
def test_figures_add_up(both: Both) -> None:
    tally = {t.aspect: (t.right, t.total) for t in both.grade.tallies}
    assert all(0 <= right <= total for right, total in tally.values())
    kinds = [f.kind for f in both.grade.findings]
    lost = {aspect: total - right for aspect, (right, total) in tally.items()}
    assert lost["statements"] == kinds.count("missing-statement")
    assert lost["relations"] == kinds.count("wrong-relation")
    assert lost["linking"] == kinds.count("linked-as-separate") + kinds.count("separate-as-linked")
    assert lost["sources"] == kinds.count("wrong-source") + kinds.count("missing-source")
    assert (lost["types"], lost["voices"]) == (kinds.count("wrong-type"), kinds.count("wrong-voice"))
    assert tally["places"][0] <= len(both.pairs(both.mine))


@each_paper
def test_nothing_is_right_that_does_not_stand(both: Both) -> None:
    found = overlay(both.reference, [both.grade])
    lower = {edge.lower for edge in edges(both.reference)}
    below = {edge.lower for edge in edges(both.student)}
    for key in both.reference.statements:
        (cell,) = found.cells[key]
        assert (cell == "missing") == (key not in both.student.statements)
        if key in lower and key not in below:
            assert cell in ("missing", "place", "open", "other")
            assert key not in found.by_all
            assert not found.puts[key]
        if cell == "open":
            assert key in lower


@each_paper
def test_a_report_without_answers_has_none(both: Both) -> None:
    for f in both.grade.findings:
        told = f.says + f.advice
        assert all(
            told.count(f"“{s.text.rstrip('.')}”") == 0 or key in both.student.statements
            for key, s in both.reference.statements.items()
        )
        if f.kind == "misplaced" and f.expected and f.found:
            expected = f.expected.through or f.expected.upper
            if expected not in (f.found.upper, f.found.through, *f.members, f.subject):
                assert f"“{both.reference.statements[expected].text.rstrip('.')}”" not in told


@pytest.mark.parametrize("seed", range(30))
def test_ids_and_order_mean_nothing(seed: int) -> None:
    chance = random.Random(seed)
    mine = reference(chance, 16)
    theirs = tangled(mine, chance, 5)
    other, ids = renamed(theirs, chance)
    one, again = grade(a_map(mine, "teacher"), a_map(theirs, "kim")), grade(a_map(mine, "teacher"), a_map(other, "kim"))
    told, told_again = (
        sorted((f.kind, f.subject, f.says, f.advice, f.answer) for f in each.findings) for each in (one, again)
    )
    assert told == told_again
    assert one.tallies == again.tallies
    assert sorted(one.standing, key=str) == sorted(again.standing, key=str)
    assert [ids[m.student] for m in one.matches] == [m.student for m in again.matches]


# ---- what the page decides of errors in one place

LANE: Statements = {
    "lane": {"type": "thesis", "text": "The lane should stay.", "because": [["safe", "count", "law"], "shops"]},
    "safe": {"text": "Riding is safer there.", "because": ["crashes"], "if": ["dry"]},
    "crashes": {"type": "evidence", "text": "Crashes fell by half.", "sources": ["police"]},
    "count": {"type": "assumption", "text": "Safety is what matters most."},
    "law": {"text": "The town has to keep its riders safe.", "sources": ["court"]},
    "shops": {"text": "Shops sell more.", "because": [{"premises": ["till"], "unless": ["fair"]}, "crashes"]},
    "till": {"text": "Tills rang more often in May."},
    "fair": {"type": "objection", "text": "In May there was a fair."},
    "dear": {"type": "objection", "voice": "the union", "text": "Its upkeep costs a lot."},
    "dry": {"text": "The road is dry."},
}
LANE["lane"]["but"] = ["dear"]
SHOPS = {"premises": ["till"], "unless": ["fair"]}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param(
            {"count": None, "lane": {"because": [["safe", "law"]]}, "dear": {"because": ["shops"]}},
            ["missing-statement count", "misplaced shops"],
            id="a branch moved while a premise is dropped",
        ),
        pytest.param(
            {"lane": {"because": [["safe", "count", "law"]]}, "dear": {"but": ["shops"]}},
            ["misplaced shops"],
            id="the relation of what moved to elsewhere is part of its place",
        ),
        pytest.param(
            {"lane": {"because": ["safe", "law", "shops"]}, "dear": {"because": ["count"]}},
            ["misplaced count", "linked-as-separate lane"],
            id="a reason of three is split, and one of them moved",
        ),
        pytest.param(
            {"shops": {"because": [SHOPS]}},
            ["missing-relation crashes"],
            id="one of two uses is dropped",
        ),
        pytest.param(
            {"shops": {"because": [SHOPS]}, "dear": {"because": ["crashes"]}},
            ["misplaced crashes"],
            id="one of two uses is moved",
        ),
        pytest.param(
            {"shops": {"because": ["till", {"premises": ["crashes"], "unless": ["fair"]}]}},
            ["misplaced fair"],
            id="a doubt moved to another reason",
        ),
        pytest.param(
            {"shops": {"because": ["till", "crashes"], "but": ["fair"]}},
            ["wrong-relation fair"],
            id="a doubt turned into an objection",
        ),
        pytest.param(
            {"shops": {"because": ["crashes", "fair"]}, "dear": {"because": ["till"]}},
            ["misplaced till", "wrong-relation fair"],
            id="a doubt turned into a reason, its step moved away",
        ),
        pytest.param(
            {"shops": {"because": ["crashes"], "but": ["fair"]}, "dear": {"because": ["till"]}},
            ["misplaced till"],
            id="a doubt may stand against its conclusion where its step is gone",
        ),
        pytest.param({"safe": {"if": []}}, ["missing-relation dry"], id="a condition dropped"),
        pytest.param({"shops": {"if": ["dry"]}}, ["extra-relation dry"], id="a condition added"),
        pytest.param(
            {"safe": {"if": [], "because": ["crashes", "dry"]}}, ["wrong-relation dry"], id="a condition asserted"
        ),
        pytest.param({"count": {"type": "premise"}}, ["wrong-type count"], id="an assumption given as stated"),
        pytest.param({"dear": {"voice": "author"}}, ["wrong-voice dear"], id="a reported voice made the author's"),
        pytest.param(
            {"crashes": {"sources": ["court"]}, "law": {"sources": ["police"]}},
            ["wrong-source crashes", "wrong-source law"],
            id="two sources exchanged",
        ),
        pytest.param(
            {
                "lane": {"because": [["till", "count", "law"], "shops"]},
                "shops": {"because": [{"premises": ["safe"], "unless": ["fair"]}, "crashes"]},
            },
            ["misplaced safe", "misplaced till"],
            id="two statements swapped with what is beneath them",
        ),
        pytest.param(
            {
                "lane": {"because": [["safe", "count", "law"]]},
                "till": {"because": ["shops"]},
                "shops": {"because": ["crashes"]},
            },
            ["missing-relation shops", "reversed till"],
            id="turned round, and cut off from what is above",
        ),
    ],
)
def test_errors_in_one_place(changes: dict[str, dict[str, Any] | None], told: list[str]) -> None:
    student = {key: s | (changes.get(key) or {}) for key, s in LANE.items() if changes.get(key, {}) is not None}
    found = grade(a_map(LANE, "teacher"), a_map(student, "student")).findings
    assert [f"{f.kind} {f.subject}" for f in found] == told


def test_an_untouched_kit_has_every_statement_and_no_place() -> None:
    both = Both(LANE, kit(LANE))
    found = {t.aspect: (t.right, t.total) for t in both.grade.tallies}
    assert (found["statements"], found["places"], found["relations"]) == ((10, 10), (0, 9), (0, 0))
    assert both.grade.standing == ()
    assert both.grade.remarks == ("no statement stands under another yet; was it handed in before it was done?",)
    over = overlay(both.reference, [both.grade])
    assert over.by_all == ()
    assert over.cells["fair"] == ("open",)
    said = [f.says for f in both.grade.findings if f.kind == "missing-relation" and f.subject == "crashes"]
    assert said == [
        "“Crashes fell by half” stands under nothing.",
        "“Crashes fell by half” bears on one more statement.",
    ]


def test_two_that_changed_places_are_both_elsewhere() -> None:
    student = LANE | {
        "lane": LANE["lane"] | {"because": [["crashes", "count", "law"], "shops"]},
        "safe": LANE["safe"] | {"because": []},
        "crashes": LANE["crashes"] | {"because": ["safe"]},
    }
    both = Both(LANE, student)
    assert [f.kind for f in both.grade.findings] == ["reversed"]
    over = overlay(both.reference, [both.grade])
    assert [over.cells[key] for key in ("safe", "crashes", "dry")] == [("place",), ("place",), ("right",)]
    assert [(p.place.upper, p.right) for p in over.puts["safe"]] == [("crashes", False)]
    assert {(p.place.upper, p.right) for p in over.puts["crashes"]} == {("lane", False), ("shops", True)}
