"""What accepted rows do in a comparison: each predicate, rejection, confidence, silence, what is said to be wrong."""

import json
from pathlib import Path
from typing import Any

import pytest
from comparison_cases import BOOK, a_map, two
from generated_maps import Content, brief, build, contents, rows
from generated_maps import with_free as freed
from hypothesis import assume, given
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from argmap.comparison import Comparison, Finding, compare
from argmap.comparison.alignment.correspondences import PROPOSED, Correspondence, Predicate, Ref
from argmap.comparison.records import Basis
from argmap.errors import InvalidAlignment
from argmap.reporters.comparison_json import to_json

SCHEMA = Path(__file__).parents[1] / "docs" / "schema" / "comparison.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

LEFT = (
    "t: {type: thesis, text: Rents are too high., because: [u]}\nu: {text: Flats stand empty.}\nk: {says: {holds: q}}"
)
RIGHT = "x: {type: thesis, text: Rents are out of hand.}\ny: {text: Many flats are empty.}\nz: {says: {denies: p}}"


def row(left: str, predicate: Predicate, right: str, **fields: Any) -> Correspondence:
    ends = [Ref(*end.split(":")) for end in (left, right)]
    where: dict[str, Any] = {"file": "rows.tsv", "row": 2} | fields
    return Correspondence(ends[0], predicate, ends[1], **where)


def nothing(end: str, searched: str = "", **fields: Any) -> Correspondence:
    return Correspondence(Ref(*end.split(":")), "skos:exactMatch", None, searched=searched, **fields)


def with_rows(*found: Correspondence, left: str = LEFT, right: str = RIGHT, **fields: Any) -> Comparison:
    return compare(two(left, right), alignment=found, metrics=False, **fields)


def of(c: Comparison, id: str) -> Finding:  # noqa: A002
    return next(f for f in c.findings if f.id == id)


def ids(c: Comparison) -> set[str]:
    return {f.id for f in c.findings}


WITHOUT = {"stance:q", "stance:p"}

PREDICATES: list[tuple[Predicate, str, str, str]] = [
    (
        "skos:exactMatch",
        "stance:a:t",
        "agree-unargued",
        "Both hold that rents are too high; only A gives a reason.",
    ),
    ("argmap:contradicts", "stance:a:t", "stance-contradiction", "A holds that rents are too high; B denies it."),
    (
        "skos:broadMatch",
        "stance:a:t~b:x",
        "agree-implied",
        "A holds that rents are too high, which implies what B holds: rents are out of hand.",
    ),
    (
        "skos:narrowMatch",
        "stance:a:t~b:x",
        "agree-implied",
        "B holds that rents are out of hand, which implies what A holds: rents are too high.",
    ),
    (
        "argmap:contrary",
        "stance:a:t~b:x",
        "stance-incompatible",
        "A holds that rents are too high, B that rents are out of hand; both cannot be right.",
    ),
]


@pytest.mark.parametrize(("predicate", "id_", "category", "sentence"), PREDICATES)
def test_each_predicate_relates_two_uncoded_statements(
    predicate: Predicate, id_: str, category: str, sentence: str
) -> None:
    c = with_rows(row("a:t", predicate, "b:x", confidence=0.8, author="orcid:0"))
    assert ids(c) == WITHOUT | {id_}
    f = of(c, id_)
    assert (f.category, f.sentence) == (category, sentence)
    key = id_.removeprefix("stance:")
    assert f.basis == (Basis("alignment", "rows.tsv", key, 2, predicate, 0.8, "orcid:0"),)


@pytest.mark.parametrize(
    "idle",
    [
        row("a:t", "argmap:related", "b:x"),
        row("a:t", "skos:exactMatch", "b:x", rejected=True),
        row("a:t", "skos:exactMatch", "b:x", justification=PROPOSED),
        row("a:t", "skos:exactMatch", "elsewhere:x"),
    ],
)
def test_what_nobody_accepted_or_only_informs_changes_nothing(idle: Correspondence) -> None:
    assert with_rows(idle).findings == with_rows().findings


@pytest.mark.parametrize(("least", "found"), [(0.0, True), (0.7, True), (0.71, False), (1.0, False)])
def test_less_sure_rows_are_left_aside(least: float, found: bool) -> None:
    one = row("a:t", "skos:exactMatch", "b:x", confidence=0.7)
    assert ("stance:a:t" in ids(with_rows(one, min_confidence=least))) == found
    unsaid = row("a:t", "skos:exactMatch", "b:x")
    assert "stance:a:t" in ids(with_rows(unsaid, min_confidence=least))


def test_signs_multiply_along_a_chain_through_three_maps() -> None:
    maps = [*two(LEFT, RIGHT), a_map("c", "w: {text: Rents are fair.}", article={"short": "C"})]
    chain = [row("a:t", "argmap:contradicts", "c:w"), row("c:w", "argmap:contradicts", "b:x", row=3)]
    f = of(compare(maps, alignment=chain), "stance:a:t")
    assert f.pairs == {"a|b": "agree-unargued", "a|c": "stance-contradiction", "b|c": "stance-contradiction"}
    assert f.sentence == "A and B hold that rents are too high; C denies it."
    assert [b.row for b in f.basis] == [2, 3]
    # without the map between them nothing joins the two
    assert ids(compare(maps[:2], alignment=chain)) == WITHOUT


def test_a_cluster_is_called_by_its_first_proposition() -> None:
    c = with_rows(row("a:t", "skos:exactMatch", "a:k"), row("a:k", "skos:exactMatch", "b:z", row=3))
    f = of(c, "stance:p")
    assert ids(c) == {"stance:p"}
    assert (f.category, f.label) == ("agree-unargued", "The lane pays")
    assert f.sentence == "Both deny that the lane pays; only A gives a reason."
    assert [(b.via, b.key, b.row) for b in f.basis] == [
        ("codebook", "p", None),
        ("alignment", "p", 2),
        ("alignment", "p", 3),
    ]


@pytest.mark.parametrize(
    ("predicate", "category", "sentence"),
    [
        ("skos:exactMatch", "agree-unargued", "Both deny that the lane pays; only A gives a reason."),
        ("argmap:contradicts", "stance-contradiction", "A holds that the lane pays; B denies it."),
    ],
)
def test_an_uncoded_statement_joins_what_a_coded_one_says(predicate: Predicate, category: str, sentence: str) -> None:
    c = with_rows(row("a:t", predicate, "b:z"))
    assert ids(c) == WITHOUT
    assert (of(c, "stance:p").category, of(c, "stance:p").sentence) == (category, sentence)


def test_joined_statements_are_no_longer_uncoded() -> None:
    c = with_rows(row("a:t", "skos:exactMatch", "b:x"), row("a:u", "skos:broadMatch", "b:y"))
    assert [m.uncoded for m in c.maps] == [(), ()]
    assert [m.coded for m in c.maps] == [3, 3]
    assert [m.uncoded for m in with_rows().maps] == [
        (("t", "Rents are too high."), ("u", "Flats stand empty.")),
        (("x", "Rents are out of hand."), ("y", "Many flats are empty.")),
    ]


def test_rows_alone_make_uncoded_maps_comparable() -> None:
    left, right = "t: {text: It rains.}", "x: {text: It pours.}"
    assert with_rows(left=left, right=right).findings == ()
    assert ids(with_rows(row("a:t", "skos:exactMatch", "b:x"), left=left, right=right)) == {"stance:a:t"}


def test_a_reason_that_is_joined_is_shared() -> None:
    left = "t: {says: {holds: p}, because: [u]}\nu: {text: Flats stand empty.}"
    right = "x: {says: {holds: p}, because: [y]}\ny: {text: Many flats are empty.}"
    apart, joined = (
        of(with_rows(*some, left=left, right=right), "stance:p")
        for some in ((), (row("a:u", "skos:exactMatch", "b:y"),))
    )
    assert (apart.category, apart.flags) == ("agree-different-reasons", ("provisional",))
    assert (joined.category, joined.flags, joined.shared) == ("agree-same-reasons", (), ("holds:a:u",))


def test_what_others_are_reported_to_say_may_be_joined_and_stays_theirs() -> None:
    right = RIGHT + "\nr: {voice: riders, text: Rents are far too high.}"
    f = of(with_rows(row("a:t", "skos:exactMatch", "b:r"), right=right), "stance:a:t")
    assert (f.category, f.flags) == ("one-sided", ("reported", "standalone", "provisional"))
    assert f.sentence == "Only A holds that rents are too high; B's map only reports it."
    assert [cited.id for cited in f.sides["b"].reported] == ["r"]


def test_a_question_joins_and_stays_a_question() -> None:
    right = "z: {says: {questions: p}}"
    f = of(with_rows(row("a:t", "skos:exactMatch", "b:z"), right=right), "stance:p")
    assert (f.category, f.sentence) == (
        "stance-open-vs-committed",
        "A holds that the lane pays; B leaves it open.",
    )


def test_a_row_holds_for_each_version_of_a_map_that_has_the_statement_unchanged() -> None:
    one, other = two(LEFT, RIGHT)
    changed = a_map("a", LEFT.replace("Rents are too high.", "Rents are a disgrace."), article={"short": "A"})
    some = [row("a:t", "skos:exactMatch", "b:x")]
    f = of(compare([one, one, other], alignment=some), "stance:a:t")
    assert set(f.pairs) == {"a|a#2", "a|b", "a#2|b"}
    assert f.camps == (("a", "a#2", "b"),)
    assert len(f.basis) == 1
    assert of(compare([one, changed, other], alignment=some), "stance:a:t").camps == (("a", "b"),)
    silent = of(compare([one, one, other], alignment=[nothing("a:k", "b")]), "stance:q")
    assert silent.sentence.endswith("; B is silent.")


def test_keys_of_unlike_codebooks_are_joined_by_a_row() -> None:
    maps = [a_map("a", "t: {says: {holds: p}}"), a_map("b", "x: {says: {holds: q}}", book=BOOK | {"id": "other"})]
    c = compare(maps, alignment=[row("a:t", "skos:exactMatch", "b:x")])
    f = of(c, "stance:p")
    assert (f.category, f.basis[-1].via) == ("agree-unargued", "alignment")
    c = compare(maps, alignment=[row("a:t", "argmap:contrary", "b:x")])
    assert [(f.id, f.category) for f in c.findings] == [("stance:p~q", "stance-incompatible")]


def test_a_map_whose_statements_are_joined_by_rows_is_not_said_to_code_nothing() -> None:
    uncoded, both = "x: {text: Rents are out of hand.}", [row("a:t", "skos:exactMatch", "b:x")]
    codes = [w.code for w in with_rows(*both, right=uncoded).warnings]
    assert "AM614" not in codes
    assert "AM614" in [w.code for w in with_rows(right=uncoded).warnings]


@pytest.mark.parametrize(
    ("searched", "flags", "rest"),
    [
        ("b", ("standalone",), "B is silent"),
        ("", ("standalone",), "B is silent"),
        ("c", ("standalone", "provisional"), "B's map has nothing coded on it"),
    ],
)
def test_a_reviewed_absence_is_a_silence(searched: str, flags: tuple[str, ...], rest: str) -> None:
    f = of(with_rows(nothing("a:k", searched)), "stance:q")
    assert (f.flags, f.sentence) == (flags, f"Only A holds that the street is quiet; {rest}.")


@pytest.mark.parametrize(
    "idle",
    [
        nothing("a:k", rejected=True),
        nothing("a:k", justification=PROPOSED),
        nothing("a:t"),
        nothing("a:nowhere"),
        nothing("c:k"),
    ],
)
def test_an_absence_nobody_reviewed_or_of_another_statement_is_no_silence(idle: Correspondence) -> None:
    assert of(with_rows(idle), "stance:q").flags == ("standalone", "provisional")


def test_an_absence_that_is_not_sure_enough_is_no_silence() -> None:
    unsure = nothing("a:k", confidence=0.4)
    assert of(with_rows(unsure), "stance:q").flags == ("standalone",)
    assert of(with_rows(unsure, min_confidence=0.5), "stance:q").flags == ("standalone", "provisional")


def problems(*found: Correspondence, left: str = LEFT, right: str = RIGHT) -> tuple[str, ...]:
    with pytest.raises(InvalidAlignment) as raised:
        with_rows(*found, left=left, right=right)
    return raised.value.problems


def test_an_odd_cycle_is_an_error_that_names_the_row_and_the_shortest_chain_against_it() -> None:
    same = [row("a:t", "skos:exactMatch", "b:x"), row("b:x", "skos:exactMatch", "a:u")]
    assert problems(*same, row("a:t", "argmap:contradicts", "a:u")) == (
        "a:t argmap:contradicts a:u contradicts a:t skos:exactMatch b:x; b:x skos:exactMatch a:u",
    )


def test_which_row_closes_the_cycle_depends_on_their_order() -> None:
    one, two_ = row("a:t", "skos:exactMatch", "b:x"), row("a:t", "argmap:contradicts", "b:x")
    assert problems(one, two_) == ("a:t argmap:contradicts b:x contradicts a:t skos:exactMatch b:x",)
    assert problems(two_, one) == ("a:t skos:exactMatch b:x contradicts a:t argmap:contradicts b:x",)


def test_a_row_against_the_coding_is_an_error() -> None:
    assert problems(
        row("a:t", "skos:exactMatch", "b:x"), left="t: {says: {holds: p}}", right="x: {says: {denies: p}}"
    ) == ("a:t skos:exactMatch b:x contradicts what the statements themselves say",)


@pytest.mark.parametrize(
    "says",
    [
        "{actor: council, role: ally}",
        "{cause: c, raises: e}",
        "[{holds: p}, {holds: q}]",
        "[{holds: p}, {actor: council, role: ally}]",
    ],
)
def test_a_row_on_anything_but_one_stance_is_an_error(says: str) -> None:
    assert problems(row("a:t", "skos:exactMatch", "b:x"), right=f"x: {{says: {says}}}") == (
        "a:t skos:exactMatch b:x: b:x says something other than one stance, so it cannot be joined",
    )


def test_a_row_on_a_statement_that_is_not_there_is_an_error() -> None:
    assert problems(row("a:t", "skos:exactMatch", "b:nowhere")) == (
        "a:t skos:exactMatch b:nowhere: b:nowhere does not exist",
    )


def test_a_joined_statement_whose_link_does_not_hold_between_the_maps_still_says_on_what_it_rests() -> None:
    left, right = "t: {text: Rents rise., when: 2017}\nk: {says: {holds: q}}", "x: {text: Rents fall., when: 2019}"
    c = with_rows(row("a:t", "argmap:contrary", "b:x"), left=left, right=right)
    assert {f.id: f.category for f in c.findings} == dict.fromkeys(
        ("stance:q", "stance:a:t", "stance:b:x"), "one-sided"
    )
    assert [b.row for b in of(c, "stance:a:t").basis] == [2]
    VALIDATOR.validate(json.loads(to_json(c)))


@brief
@given(contents, contents, rows())
def test_results_that_rest_on_rows_validate(left: Content, right: Content, some: list[Correspondence]) -> None:
    maps = [build(name, freed(content)) for name, content in (("a", left), ("b", right))]
    try:
        c = compare(maps, alignment=some)
    except InvalidAlignment:
        assume(False)
    VALIDATOR.validate(json.loads(to_json(c)))
    assert all(f.basis for f in c.findings)
