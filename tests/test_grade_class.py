"""A class laid over the reference: counts, places, frequent errors, and the sentence for each kind of error."""

from typing import get_args

import pytest
from made_up_maps import made_up
from planted_errors import Ids, handed_in, unique

from argmap.model import ArgumentMap
from argmap.teaching.grading import DEFAULT, KINDS, Finding, Grade, Kind, Place, Rubric, grade
from argmap.teaching.grading.class_report import class_blocks
from argmap.teaching.grading.naming import Names
from argmap.teaching.grading.overlay import overlay
from argmap.teaching.grading.papers import Grades, Paper
from argmap.teaching.grading.rubric import result
from argmap.teaching.grading.wording import error

LANE = {
    "t": {"type": "thesis", "text": "The lane should stay.", "because": ["a", "b"]},
    "a": {"type": "claim", "text": "Riding is safe there."},
    "b": {"type": "claim", "text": "Shops sell more.", "because": ["c"]},
    "c": {"text": "Tills rang."},
}


def a_map(name: str, **changes: object) -> ArgumentMap:
    statements = {key: s | (changes.get(key) or {}) for key, s in LANE.items()}  # type: ignore[operator]
    return ArgumentMap.model_validate({"id": name, "statements": statements})


REFERENCE = a_map("teacher")
MOVED = {"b": {"because": []}, "a": {"because": ["c"]}}


def grades(*students: ArgumentMap) -> Grades:
    return Grades(REFERENCE, tuple(Paper(m.id, grade(REFERENCE, m), "", m) for m in students))


def test_eighteen_of_twenty_four_put_one_statement_elsewhere() -> None:
    moved, right = [a_map(f"m{i}", **MOVED) for i in range(18)], [a_map(f"r{i}") for i in range(6)]
    found = grades(*moved, *right)
    assert [(len(f.students), f.finding.kind, f.finding.subject) for f in found.overlay.frequent] == [
        (18, "misplaced", "c")
    ]
    assert [(p.place.upper, p.students, p.right) for p in found.overlay.puts["c"]] == [("a", 18, False), ("b", 6, True)]
    said = [item.head for block in class_blocks(found) if block.title == "Most frequent errors" for item in block.items]
    assert said == [
        "18 of 24 put P1 “Tills rang” under C1 “Riding is safe there” as a reason"
        " instead of under C2 “Shops sell more” as a reason"
    ]
    assert found.overlay.by_all == ("t", "a", "b")
    assert found.overlay.cells["c"] == ("place",) * 18 + ("right",) * 6


def test_one_student_s_error_is_not_frequent() -> None:
    assert grades(a_map("x", **MOVED), a_map("y")).overlay.frequent == ()


@pytest.mark.parametrize("seed", range(5))
def test_counts_add_up(seed: int) -> None:
    reference = unique(made_up(25, seed))
    papers = [handed_in(reference, 10 * seed + i, errors=3, ids=get_args(Ids)[i % 3]) for i in range(8)]
    found = [grade(reference, p.map, rows=p.rows) for p in papers]
    over = overlay(reference, found)
    for key, count in over.found.items():
        assert count == sum(any(m.reference == key for m in g.matches) for g in found)
        assert len(over.cells[key]) == len(papers)
        assert all(put.students <= count for put in over.puts[key])
    assert all(1 < len(f.students) <= len(papers) for f in over.frequent)


ERRORS: dict[Kind, tuple[Finding, str]] = {
    "missing-statement": (Finding("missing-statement", "c"), "lack P1 “Tills rang”"),
    "missing-relation": (
        Finding("missing-relation", "c", expected=Place("b", "because")),
        "do not connect P1 “Tills rang” with C2 “Shops sell more”",
    ),
    "misplaced": (
        Finding("misplaced", "c", expected=Place("b", "because"), found=Place("", "because", "own")),
        "put P1 “Tills rang” under a statement of their own instead of under C2 “Shops sell more” as a reason",
    ),
    "reversed": (
        Finding("reversed", "c", expected=Place("b", "because"), found=Place("c", "because")),
        "put C2 “Shops sell more” under P1 “Tills rang”: the wrong way round",
    ),
    "wrong-relation": (
        Finding("wrong-relation", "c", expected=Place("b", "because"), found=Place("b", "unless", step=("a",))),
        "put P1 “Tills rang” under C2 “Shops sell more” as a doubt about the step"
        " from C1 “Riding is safe there” instead of as a reason",
    ),
    "linked-as-separate": (
        Finding("linked-as-separate", "t", members=("a", "b")),
        "take C1 “Riding is safe there” and C2 “Shops sell more” for separate reasons for T “The lane should stay”;"
        " they are linked",
    ),
    "separate-as-linked": (
        Finding("separate-as-linked", "t", members=("a", "b")),
        "link C1 “Riding is safe there” and C2 “Shops sell more” under T “The lane should stay”;"
        " they are not all linked",
    ),
    "wrong-source": (Finding("wrong-source", "c", wanted="x", given="y"), "cite y for P1 “Tills rang” instead of x"),
    "missing-source": (Finding("missing-source", "c", wanted="x"), "leave out the source x of P1 “Tills rang”"),
    "wrong-type": (
        Finding("wrong-type", "c", wanted="premise", given="thesis"),
        "take P1 “Tills rang” for a thesis instead of a premise",
    ),
    "wrong-voice": (
        Finding("wrong-voice", "c", wanted="Ida", given="author"),
        "let the author say P1 “Tills rang” instead of Ida",
    ),
    "extra-statement": (Finding("extra-statement", "", own="x"), "have more than the reference"),
    "extra-relation": (Finding("extra-relation", "c"), "have more on P1 “Tills rang”"),
    "extra-source": (Finding("extra-source", "c", given="y"), "have more on P1 “Tills rang”"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_sentence_for_the_teacher(kind: Kind) -> None:
    finding, said = ERRORS[kind]
    assert error(finding, Names(REFERENCE)) == said


def test_what_is_ignored_counts_as_right() -> None:
    found: Grade = grade(REFERENCE, a_map("x", **MOVED))
    assert [m.points for m in result(found, DEFAULT).marks][1] == pytest.approx(4 * 2 / 3)
    assert [m.points for m in result(found, Rubric(ignore=frozenset({"misplaced"}))).marks][1] == 4


def test_a_map_with_nothing_to_judge_has_no_points() -> None:
    nothing = ArgumentMap.model_validate({"id": "n", "statements": {}})
    got = result(grade(nothing, nothing))
    assert (got.points, got.possible, got.level) == (0, 0, "")
