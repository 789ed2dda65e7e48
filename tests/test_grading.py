"""How a student's map is graded: the procedure of docs/grade.md, case by case."""

from collections.abc import Mapping
from typing import Any

import pytest
from made_up_maps import made_up
from planted_errors import handed_in, unique

from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.model import ArgumentMap
from argmap.teaching.grading import Finding, Grade, grade

LANE: dict[str, Any] = {
    "lane": {
        "type": "thesis",
        "text": "The lane should stay.",
        "because": [["safe", "count"], "shops"],
        "but": ["dear"],
    },
    "safe": {"text": "Riding is safer there.", "because": ["crashes"]},
    "crashes": {"type": "evidence", "text": "Crashes fell by half.", "sources": ["police"]},
    "count": {"type": "assumption", "text": "Safety is what matters most."},
    "shops": {"text": "Shops sell more.", "because": [{"premises": ["till"], "unless": ["fair"]}]},
    "till": {"text": "Tills rang more often in May."},
    "fair": {"type": "objection", "text": "In May there was a fair."},
    "dear": {"type": "objection", "text": "Its upkeep costs a lot.", "voice": "the union"},
}


def a_map(statements: Mapping[str, Any], name: str = "teacher", **fields: Any) -> ArgumentMap:
    return ArgumentMap.model_validate({"id": name, "statements": statements, **fields})


def changed(**changes: dict[str, Any] | None) -> dict[str, Any]:
    """The statements of LANE with fields changed, and those taken away that are None."""
    found = {key: s | (changes.get(key) or {}) for key, s in LANE.items() if changes.get(key, {}) is not None}
    return found | {key: s for key, s in changes.items() if s and key not in LANE}


def graded(student: Mapping[str, Any], reference: Mapping[str, Any] | None = None, **options: Any) -> Grade:
    return grade(a_map(reference or LANE), a_map(student, "student"), **options)


def told(g: Grade) -> list[tuple[str, str]]:
    return [(f.kind, f.subject or f.own) for f in g.findings]


def only(g: Grade) -> Finding:
    (found,) = g.findings
    return found


def test_a_copy_has_no_errors_and_every_tally_is_full() -> None:
    g = graded(LANE)
    assert (g.findings, g.remarks) == ((), ())
    assert [(t.aspect, t.right, t.total) for t in g.tallies] == [
        ("statements", 8, 8),
        ("places", 7, 7),
        ("relations", 7, 7),
        ("linking", 1, 1),
        ("sources", 1, 1),
        ("types", 2, 2),
        ("voices", 1, 1),
    ]


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_statements_and_reasons_does_not_matter(seed: int) -> None:
    reference = unique(made_up(25, seed))
    paper = handed_in(reference, seed, errors=4, ids="shared").map
    statements = {
        key: s.model_copy(update={"because": s.because[::-1], "but": s.but[::-1]})
        for key, s in paper.statements.items()
    }
    turned = paper.model_copy(update={"statements": dict(reversed(statements.items()))})
    key = [
        (f.kind, f.subject, f.own, f.expected, f.found, f.says, f.advice, f.answer)
        for f in grade(reference, paper).findings
    ]
    again = [
        (f.kind, f.subject, f.own, f.expected, f.found, f.says, f.advice, f.answer)
        for f in grade(reference, turned).findings
    ]
    assert key == again
    assert grade(reference, paper).tallies == grade(reference, turned).tallies


def test_grading_twice_gives_the_same() -> None:
    reference = unique(made_up(30, 3))
    paper = handed_in(reference, 3, errors=5, ids="kit").map
    assert grade(reference, paper) == grade(reference, paper)


# ---- places


def test_a_branch_that_moved_is_one_misplacement() -> None:
    found = only(graded(changed(lane={"because": [["safe", "count"]]}, dear={"because": ["shops"]})))
    assert (found.kind, found.subject) == ("misplaced", "shops")
    assert found.expected
    assert found.expected[:2] == ("lane", "because")
    assert found.found
    assert found.found[:2] == ("dear", "because")
    assert found.where == ("statements", "dear", "because", 0, "premises", 0)


def test_linked_premises_that_moved_together_are_one_misplacement() -> None:
    found = only(graded(changed(lane={"because": ["shops"]}, dear={"because": [["safe", "count"]]})))
    assert (found.kind, found.members) == ("misplaced", ("safe", "count"))
    assert "are in the wrong place" in found.says


@pytest.mark.parametrize(
    "because", [[["crashes", "count"], "shops"], [["count"], "shops", "crashes"], [["count"], "shops"]]
)
def test_what_stood_under_a_missing_statement_may_stand_higher_or_loose(because: list[Any]) -> None:
    assert told(graded(changed(safe=None, lane={"because": because}))) == [("missing-statement", "safe")]


def test_what_stood_under_a_missing_statement_may_not_stand_anywhere() -> None:
    g = graded(changed(safe=None, lane={"because": ["count", "shops"]}, dear={"because": ["crashes"]}))
    assert told(g) == [("missing-statement", "safe"), ("misplaced", "crashes")]
    assert g.findings[1].expected
    assert g.findings[1].expected.upper == "lane"


def test_a_statement_put_in_between_is_extra_and_misplaces_nothing() -> None:
    between = changed(safe={"because": ["own"]}, own={"text": "The police counted.", "because": ["crashes"]})
    assert told(graded(between)) == [("extra-statement", "own")]


def test_a_statement_under_an_own_one_elsewhere_is_misplaced() -> None:
    own = {"text": "The police counted.", "because": ["crashes"]}
    found = graded(changed(safe={"because": []}, own=own, dear={"because": ["own"]})).findings[0]
    assert (found.kind, found.subject) == ("misplaced", "crashes")
    assert found.found
    assert (found.found.upper, found.found.through) == ("dear", "own")
    assert "under “The police counted” as a reason" in found.says


def test_a_statement_under_a_loose_own_one_is_misplaced() -> None:
    own = {"text": "The police counted.", "because": ["crashes"]}
    found = graded(changed(safe={"because": []}, own=own)).findings[0]
    assert (found.kind, found.found and (found.found.upper, found.found.through)) == ("misplaced", ("", "own"))


def test_a_statement_above_its_upper_one_is_reversed() -> None:
    found = only(graded(changed(safe={"because": []}, crashes={"because": ["safe"]})))
    assert (found.kind, found.subject) == ("reversed", "crashes")


def test_two_that_changed_places_are_one_reversal() -> None:
    changes: dict[str, dict[str, Any] | None] = {
        "lane": {"because": [["crashes", "count"], "shops"]},
        "safe": {"because": []},
    }
    assert told(graded(changed(**changes, crashes={"because": ["safe"]}))) == [("reversed", "crashes")]


def test_a_relation_that_is_missing_or_extra() -> None:
    assert told(graded(changed(safe={"because": []}))) == [("missing-relation", "crashes")]
    assert told(graded(changed(dear={"but": ["safe"]}))) == [("extra-relation", "safe")]


def test_a_statement_used_twice_may_lack_one_use() -> None:
    twice = changed(shops={"because": [{"premises": ["till"], "unless": ["fair"]}, "crashes"]})
    found = only(graded(LANE, twice))
    assert (found.kind, found.subject, found.says) == (
        "missing-relation",
        "crashes",
        "“Crashes fell by half” bears on one more statement.",
    )


def test_what_stood_under_two_missing_ones_may_stand_two_steps_higher() -> None:
    higher = changed(
        safe=None, lane={"because": ["count", "shops", "found"]}, crashes=None, found={"text": "So they counted."}
    )
    reference = changed(crashes={"because": ["found"]}, found={"text": "So they counted."})
    assert told(graded(higher, reference)) == [("missing-statement", "safe"), ("missing-statement", "crashes")]


def test_what_stood_under_a_missing_thesis_and_stands_elsewhere_is_misplaced() -> None:
    f = graded(changed(lane=None, dear={"because": ["safe"]})).findings[1]
    assert (f.kind, f.subject, f.answer) == (
        "misplaced",
        "safe",
        "In the reference it stands under T “The lane should stay” as a reason.",
    )


# ---- relations


@pytest.mark.parametrize(
    ("lane", "found"),
    [
        ({"because": [["safe", "count"], "shops", "dear"], "but": []}, ("dear", "but", "because")),
        ({"because": [["safe", "count"]], "but": ["dear", "shops"]}, ("shops", "because", "but")),
        ({"because": [["safe", "count"], "shops"], "but": [], "if": ["dear"]}, ("dear", "but", "if")),
        (
            {"because": [["safe", "count"], {"premises": ["shops"], "unless": ["dear"]}], "but": []},
            ("dear", "but", "unless"),
        ),
    ],
)
def test_a_statement_in_another_relation_is_told_once(lane: dict[str, Any], found: tuple[str, str, str]) -> None:
    f = only(graded(changed(lane=lane)))
    assert f.kind == "wrong-relation"
    assert f.expected
    assert f.found
    assert (f.subject, f.expected.relation, f.found.relation) == found


def test_an_objection_for_a_doubt() -> None:
    f = only(graded(changed(shops={"because": ["till"], "but": ["fair"]})))
    assert f.expected
    assert f.found
    assert (f.expected.relation, f.found.relation) == ("unless", "but")
    assert f.advice == "Does it speak against “Shops sell more” itself, or only against the step from a reason to it?"


def test_a_doubt_about_another_step_is_misplaced() -> None:
    two = changed(shops={"because": [{"premises": ["till"], "unless": ["fair"]}, "crashes"]})
    other = changed(shops={"because": ["till", {"premises": ["crashes"], "unless": ["fair"]}]})
    f = only(graded(other, two))
    assert (f.kind, f.subject, f.says) == ("misplaced", "fair", "“In May there was a fair” doubts the wrong step.")


def test_a_doubt_moves_with_its_step() -> None:
    g = graded(changed(shops={"because": []}, dear={"because": [{"premises": ["till"], "unless": ["fair"]}]}))
    assert told(g) == [("misplaced", "till")]


def test_a_doubt_whose_step_is_missing_may_be_loose() -> None:
    assert told(graded(changed(till=None, shops={"because": []}))) == [("missing-statement", "till")]


# ---- linking


@pytest.mark.parametrize(
    ("reference", "student", "kind", "members"),
    [
        ([["safe", "count", "shops"]], ["safe", "count", "shops"], "linked-as-separate", ("count", "safe", "shops")),
        ([["safe", "count", "shops"]], [["safe", "count"], "shops"], "linked-as-separate", ("count", "safe", "shops")),
        (["safe", "count", "shops"], [["safe", "count"], "shops"], "separate-as-linked", ("count", "safe")),
        ([["safe", "count"], "shops"], [["safe", "count", "shops"]], "separate-as-linked", ("count", "safe", "shops")),
    ],
)
def test_what_works_together(reference: list[Any], student: list[Any], kind: str, members: tuple[str, ...]) -> None:
    f = only(graded(changed(lane={"because": student}), changed(lane={"because": reference})))
    assert (f.kind, f.subject, f.members, f.where) == (kind, "lane", members, ("statements", "lane", "because"))


def test_only_premises_at_the_right_place_are_judged_for_linking() -> None:
    g = graded(changed(lane={"because": ["safe", "shops"]}, dear={"because": ["count"]}))
    assert told(g) == [("misplaced", "count")]
    assert next(t for t in g.tallies if t.aspect == "linking").total == 0


# ---- sources, types, voices


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        (["town"], [("wrong-source", "police", "town")]),
        ([], [("missing-source", "police", "")]),
        (["police", "town"], [("extra-source", "", "town")]),
    ],
)
def test_sources(sources: list[str], found: list[tuple[str, str, str]]) -> None:
    g = graded(changed(crashes={"sources": sources}))
    assert [(f.kind, f.wanted, f.given) for f in g.findings] == found


def test_of_several_sources_that_lack_the_first_is_told_as_one_and_the_others_as_more() -> None:
    reference = changed(crashes={"sources": ["police", "town", "court"]})
    says = [[f.says for f in graded(changed(crashes={"sources": s}), reference).findings] for s in ([], ["police"])]
    one, more = "“Crashes fell by half” lacks a source.", "“Crashes fell by half” lacks one more source."
    assert says == [[one, more, more], [more, more]]


def test_the_reference_handed_in_is_told_of() -> None:
    g = grade(a_map(LANE), a_map(LANE))
    assert (g.findings, g.remarks) == ((), ("it is the reference itself, ids and all",))


def test_a_source_is_the_same_by_its_title_address_or_authors_and_year() -> None:
    book = {
        "authors": ["Ann Okoro"],
        "title": "Two years of riding",
        "url": "https://example.org/ride",
        "date": "2020-05",
    }
    reference = a_map(changed(), sources={"police": book})
    for part in ({"title": "two  years of riding"}, {"url": book["url"]}, {"authors": ["Ann Okoro"], "date": "2020"}):
        student = a_map(changed(crashes={"sources": ["x"]}), "student", sources={"x": part})
        assert grade(reference, student).findings == ()
    other = a_map(changed(), "student", sources={"police": {"title": "Something else"}})
    assert told(grade(reference, other)) == [("wrong-source", "crashes")]


@pytest.mark.parametrize(
    ("key", "type_", "found"),
    [
        ("lane", "claim", [("wrong-type", "lane")]),
        ("shops", "thesis", [("wrong-type", "shops")]),
        ("count", "premise", [("wrong-type", "count")]),
        ("safe", "assumption", [("wrong-type", "safe")]),
        ("safe", "claim", []),
        ("crashes", "premise", []),
    ],
)
def test_only_theses_and_what_is_unstated_matter_of_types(key: str, type_: str, found: list[tuple[str, str]]) -> None:
    assert told(graded(changed(**{key: {"type": type_}}))) == found


def test_reported_speech_taken_for_the_author_s_view() -> None:
    f = only(graded(changed(dear={"voice": "author"})))
    assert (f.kind, f.wanted, f.given) == ("wrong-voice", "the union", "author")
    assert f.answer == "It is the union who says so; the author reports it."
    assert told(graded(changed(dear={"voice": "The  Union"}))) == []


@pytest.mark.parametrize("voice", ["council", "the pupils' council", "The Pupils’ Council", "pupils"])
def test_an_actor_may_be_called_by_key_name_or_alias(voice: str) -> None:
    actors = {"council": {"name": "the pupils' council", "aliases": ["pupils"]}, "union": {"name": "the union"}}
    book = {"id": "b", "actors": actors}
    reference = a_map(changed(dear={"voice": "council"}), codebook=book)
    assert told(grade(reference, a_map(changed(dear={"voice": voice}), "student"))) == []
    assert told(grade(reference, a_map(changed(dear={"voice": "union"}), "student"))) == [("wrong-voice", "dear")]


# ---- matching


def test_equal_texts_go_before_equal_ids() -> None:
    ids = dict(zip(LANE, [*list(LANE)[1:], "lane"], strict=True))  # every id is that of another statement
    student = {ids[key]: s | {n: _renamed(s.get(n, []), ids) for n in ("because", "but")} for key, s in LANE.items()}
    g = graded(student)
    assert (told(g), {m.how for m in g.matches}) == ([], {"text"})


def _renamed(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, str):
        return ids[value]
    if isinstance(value, dict):
        return {name: _renamed(each, ids) for name, each in value.items()}
    return [_renamed(each, ids) for each in value]


def test_marks_and_capitals_make_no_other_text() -> None:
    g = graded(changed(shops={"text": "shops  SELL more"}))
    assert {m.how for m in g.matches} == {"text"}


def test_an_equal_id_on_a_wholly_other_text_is_no_match_and_is_told() -> None:
    g = graded(changed(dear={"text": "Wir haben kein Geld dafür."}))
    assert told(g) == [("missing-statement", "dear"), ("extra-statement", "dear")]
    assert g.remarks == (
        "'dear' is an id of the reference too, but of another text; the two statements were not taken for one"
        " (a row of an alignment can join them)",
    )


def test_an_equal_id_on_another_wording_is_a_match() -> None:
    g = graded(changed(dear={"text": "What upkeep costs is a lot."}))
    assert (told(g), g.matches[-1].how) == ([], "id")


def test_ids_of_the_student_s_own_mean_nothing() -> None:
    g = graded(changed(dear={"text": "What upkeep costs is a lot."}), own_ids=True)
    assert told(g) == [("missing-statement", "dear"), ("extra-statement", "dear")]


def row(key: str, other: str, predicate: str = "skos:exactMatch", **fields: Any) -> Correspondence:
    return Correspondence(Ref("student", other), predicate, Ref("teacher", key), **fields)  # type: ignore[arg-type]


def test_a_person_s_row_goes_before_everything() -> None:
    student = changed(dear={"text": "Wir haben kein Geld dafür."})
    g = graded(student, rows=[row("dear", "dear")])
    assert (told(g), g.remarks, g.matches[-1].how) == ([], (), "row")


@pytest.mark.parametrize(
    "refused",
    [
        row("dear", "dear", rejected=True),
        row("dear", "dear", "argmap:contradicts"),
        row("dear", "dear", "skos:broadMatch"),
    ],
)
def test_what_a_person_parted_is_matched_by_nothing(refused: Correspondence) -> None:
    assert told(graded(LANE, rows=[refused], guess=True)) == [
        ("missing-statement", "dear"),
        ("extra-statement", "dear"),
    ]


def test_a_row_that_cannot_be_used_is_told() -> None:
    assert graded(LANE, rows=[row("nobody", "dear")]).remarks == (
        "the row student:dear skos:exactMatch teacher:nobody was passed over: it names a statement that is not there",
    )
    two = graded(LANE, rows=[row("dear", "dear"), row("fair", "dear")])
    assert "one of its statements is matched already" in two.remarks[0]
    assert graded(LANE, rows=[Correspondence(Ref("x", "a"), "skos:exactMatch", Ref("y", "b"))]).remarks == ()


def test_rows_between_maps_of_one_name_are_not_used() -> None:
    g = grade(
        a_map(LANE),
        a_map(LANE),
        rows=[Correspondence(Ref("teacher", "dear"), "skos:exactMatch", Ref("teacher", "fair"))],
    )
    assert "both maps are called 'teacher'" in g.remarks[0]
    assert g.findings == ()


def test_statements_of_one_text_are_told_apart_by_what_is_around_them() -> None:
    same: dict[str, Any] = {"text": "Nobody knows."}
    reference: dict[str, dict[str, Any]] = {
        "a": {"type": "thesis", "text": "One.", "because": ["x"]},
        "b": {"type": "thesis", "text": "Two.", "because": ["y"]},
        "x": same,
        "y": same | {"voice": "the union"},
    }
    ids = {"a": "s1", "b": "s2", "x": "s4", "y": "s3"}
    student = {ids[key]: s | {"because": _renamed(s.get("because", []), ids)} for key, s in reference.items()}
    assert told(graded(student, reference)) == []


def test_a_guess_is_marked_and_so_is_what_rests_on_it() -> None:
    own = changed(shops={"text": "The shops there sell more than before.", "because": []})
    ids = {key: f"s{i}" for i, key in enumerate(LANE)}
    student = {ids[key]: s | {n: _renamed(s.get(n, []), ids) for n in ("because", "but")} for key, s in own.items()}
    assert ("missing-statement", "shops") in told(graded(student))
    g = graded(student, guess=True)
    assert [(m.reference, m.student) for m in g.guesses] == [("shops", ids["shops"])]
    assert [(f.kind, f.subject, f.guessed) for f in g.findings] == [("missing-relation", "till", True)]


def test_a_map_of_something_else_is_told_of() -> None:
    g = graded({"x": {"text": "Wir haben kein Geld dafür."}})
    assert len(g.findings) == len(LANE) + 1
    assert g.remarks[0].startswith("no statement was taken for one of the reference; is it a map of the same article?")
    assert graded({}).remarks == ()


# ---- what is said


READ_AGAIN = "Read that part again: what does it say that your map lacks?"
GRANTED = "What must one take for granted{}, without the article saying so?"


@pytest.mark.parametrize(
    ("fields", "there", "says", "advice"),
    [
        ({}, True, "A statement of the article is missing.", "What reason is there for “Shops sell more”?"),
        ({"at": "¶4"}, False, "A statement of the article in ¶4 is missing.", READ_AGAIN),
        ({}, False, "A statement of the article is missing.", READ_AGAIN.replace("that part", "it")),
        (
            {"type": "assumption"},
            True,
            "An unstated assumption is missing.",
            GRANTED.format(" to accept “Shops sell more”"),
        ),
        ({"type": "assumption"}, False, "An unstated assumption is missing.", GRANTED.format("")),
    ],
)
def test_what_is_said_of_a_missing_statement(fields: dict[str, Any], there: bool, says: str, advice: str) -> None:
    reference = changed(till={"text": "Tills rang more often in May."} | fields)
    student = changed(
        till=None, shops={"because": []} if there else None, **({} if there else {"lane": {"because": []}})
    )
    f = next(f for f in graded(student, reference).findings if f.subject == "till")
    assert (f.says, f.advice) == (says, advice)
    assert "May., under" not in f.answer


def test_advice_does_not_give_the_answer_away() -> None:
    reference = unique(made_up(40, 5))
    for seed in range(12):
        paper = handed_in(reference, seed, errors=5, ids="kit").map
        for f in grade(reference, paper).findings:
            if f.kind == "missing-statement":
                assert reference.statements[f.subject].text not in f.says + f.advice
            assert f.says
            assert f.advice
            assert f.answer
