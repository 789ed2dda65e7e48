"""Pairs of statements that may be about one thing: which are proposed, with which grounds, and which never."""

from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from comparison_cases import BOOK, a_map

from argmap.comparison.alignment.correspondences import Correspondence, Predicate, Ref
from argmap.comparison.alignment.suggest import suggest
from argmap.comparison.alignment.suggesting.likeness import Content, by_words
from argmap.comparison.alignment.suggesting.suggestion import Neighbour, Suggestion
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap

LEFT = """
open: {type: thesis, text: The library should open on Sundays., because: [workers, heating], but: [cost]}
workers: {type: claim, text: People who work all week can only come at the weekend., because: [survey]}
heating: {text: The reading room is heated on Sundays anyway.}
cost: {type: objection, text: Sunday shifts cost twice the normal wage.}
survey: {type: evidence, text: "In a survey of 2019, four hundred readers asked for weekend hours."}
"""

RIGHT = """
sunday: {type: thesis, text: The library must stay shut on Sundays., because: [wages], but: [weekend]}
wages: {type: claim, text: A Sunday shift costs the town double wages., because: [budget]}
weekend: {type: objection, text: Some readers who work during the week come at the weekend.}
budget: {text: The budget for staff was cut in 2021.}
cafe: {text: The café next door sells more on market days.}
"""


def library() -> tuple[ArgumentMap, ArgumentMap]:
    return a_map("left", LEFT, book=None), a_map("right", RIGHT, book=None)


def pairs(found: tuple[Suggestion, ...]) -> list[tuple[str, str]]:
    return [(s.left.statement, s.right.statement) for s in found]


def row(left: str, right: str | None, **fields: Any) -> Correspondence:
    return Correspondence(
        Ref("left", left), fields.pop("predicate", "skos:exactMatch"), Ref("right", right) if right else None, **fields
    )


def one(found: tuple[Suggestion, ...], left: str, right: str) -> Suggestion:
    return next(s for s in found if (s.left.statement, s.right.statement) == (left, right))


def test_the_likeliest_pairs_come_first() -> None:
    found = suggest(*library())

    assert pairs(found)[:4] == [("open", "sunday"), ("workers", "weekend"), ("cost", "wages"), ("heating", "wages")]
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert all(0.1 <= s.score <= 1 for s in found)


def test_one_to_one_leaves_unmatched_what_is_not_above_the_noise() -> None:
    assert pairs(suggest(*library(), one_to_one=True)) == [
        ("open", "sunday"),
        ("workers", "weekend"),
        ("cost", "wages"),
    ]


def test_a_proposal_says_what_speaks_for_it() -> None:
    found = one(suggest(*library()), "cost", "wages")

    assert replace(found, score=round(found.score, 3), margin=round(found.margin, 3)) == Suggestion(
        left=Ref("left", "cost"),
        right=Ref("right", "wages"),
        score=0.327,
        mutual=True,
        margin=0.279,
        shared_words=("sunday",),
        similar_words=(("shifts", "shift"),),
        shared_tags=(),
        neighbours=(
            Neighbour(Ref("left", "open"), Ref("right", "sunday"), under=False, relation="but", other="because"),
        ),
        warnings=(),
    )


def test_neighbours_that_belong_together_are_named_with_their_relation() -> None:
    found = one(suggest(*library()), "open", "sunday")

    assert [str(n) for n in found.neighbours] == [
        "below (because, but): left:workers ~ right:weekend",
        "below (but, because): left:cost ~ right:wages",
    ]


def test_neighbours_make_a_pair_likelier() -> None:
    alone = a_map("left", LEFT.replace(", but: [cost]", ""), book=None), library()[1]

    assert one(suggest(*library()), "cost", "wages").score > one(suggest(*alone), "cost", "wages").score


def test_the_margin_is_that_to_the_next_best_of_the_left_statement() -> None:
    found = suggest(*library())
    best, second = (one(found, "heating", other) for other in ("wages", "sunday"))

    assert best.margin == pytest.approx(best.score - second.score)
    assert second.margin == pytest.approx(second.score - best.score)
    assert [best.mutual, second.mutual] == [False, False]  # for the wages, the cost is better


def test_a_proposal_as_a_row_joins_nothing() -> None:
    found = suggest(*library())[0].correspondence()

    assert found == Correspondence(
        Ref("left", "open"),
        "argmap:related",
        Ref("right", "sunday"),
        justification="semapv:CompositeMatching",
        confidence=0.651,
    )
    assert not found.accepted


def test_nothing_of_a_proposal_says_agree_or_disagree() -> None:
    signs = {"agree", "same", "opposite", "polarity", "stance", "sign", "predicate", *get_args(Predicate)}

    assert {f.name for f in fields(Suggestion)} & signs == set()
    assert {s.correspondence().predicate for s in suggest(*library())} == {"argmap:related"}


def test_neither_the_order_of_statements_nor_that_of_reasons_matters() -> None:
    left, right = library()
    turned = [
        m.model_copy(update={"statements": {key: _turned(m.statements[key]) for key in reversed([*m.statements])}})
        for m in (left, right)
    ]

    assert suggest(*turned) == suggest(left, right)


def _turned(statement: Any) -> Any:
    return statement.model_copy(update={"because": statement.because[::-1]})


@pytest.mark.parametrize("options", [{}, {"one_to_one": True}, {"per_statement": 1}])
def test_swapping_the_maps_swaps_the_sides(options: dict[str, Any]) -> None:
    left, right = library()

    assert [_swapped(s) for s in suggest(right, left, **options)] == [
        replace(s, margin=0.0) for s in suggest(left, right, **options)
    ]


def _swapped(s: Suggestion) -> Suggestion:
    """A proposal from the other side; the margin is the only thing that looks from one side."""
    return replace(
        s,
        left=s.right,
        right=s.left,
        margin=0.0,
        similar_words=tuple((b, a) for a, b in s.similar_words),
        neighbours=tuple(Neighbour(n.right, n.left, n.under, n.other, n.relation) for n in s.neighbours),
    )


def test_equal_maps_are_matched_by_place_in_the_argument() -> None:
    text = "The tram is late."
    m = {"a": {"text": text, "because": ["b"]}, "b": {"text": text, "but": ["c"]}, "c": {"text": text}}
    found = suggest(a_map("x", m, book=None), a_map("y", m, book=None), per_statement=1)

    assert sorted(pairs(found)) == [("a", "a"), ("b", "b"), ("c", "c")]
    assert {s.score for s in found} == {1.0}


def test_one_to_one_is_one_to_one() -> None:
    many = {f"s{i}": {"text": f"The night bus number {i} is late on the ring road."} for i in range(30)}
    found = suggest(a_map("x", many, book=None), a_map("y", many, book=None), one_to_one=True, floor=0)

    assert len(found) == len({s.left for s in found}) == len({s.right for s in found}) == 30


@pytest.mark.parametrize("most", [1, 2, 5])
def test_no_statement_of_either_map_stands_in_more_proposals_than_asked_for(most: int) -> None:
    left = {f"s{i}": {"text": f"The bus is late in street {i}."} for i in range(12)}
    found = suggest(
        a_map("x", left, book=None), a_map("y", {"late": {"text": "The bus is late."}}, book=None), per_statement=most
    )

    assert len(found) == most


def test_a_floor_can_be_set() -> None:
    found = suggest(*library(), floor=0.4)

    assert pairs(found) == [("open", "sunday"), ("workers", "weekend")]
    assert suggest(*library(), floor=0.4, one_to_one=True) == found


def test_less_than_one_proposal_per_statement_cannot_be_asked_for() -> None:
    with pytest.raises(ArgmapError, match="at least 1 proposal, not in 0"):
        suggest(*library(), per_statement=0)


def test_maps_without_statements_have_no_pairs() -> None:
    empty, full = a_map("left", {}, book=None), library()[1]

    assert suggest(empty, full) == suggest(full, empty) == suggest(empty, empty, one_to_one=True) == ()


def test_statements_that_share_no_word_are_no_pair() -> None:
    left = a_map("left", {"a": {"text": "The tram is late."}, "b": {"text": "It is so."}}, book=None)
    right = a_map("right", {"c": {"text": "Rents rise."}, "d": {"text": "It was not."}}, book=None)

    assert suggest(left, right) == ()


# ---- what is decided already


@pytest.mark.parametrize(
    "known",
    [
        row("open", "sunday"),
        row("open", "sunday", predicate="argmap:contradicts"),
        row("open", "sunday", predicate="argmap:related"),
        row("open", "sunday", rejected=True),
        row("open", "sunday", rejected=True, justification="semapv:LexicalMatching"),
        Correspondence(Ref("right", "sunday"), "skos:exactMatch", Ref("left", "open")),
        Correspondence(Ref("right", "sunday"), "skos:exactMatch", Ref("left", "open"), rejected=True),
    ],
    ids=str,
)
def test_a_pair_that_was_accepted_or_refused_is_never_proposed_again(known: Correspondence) -> None:
    assert ("open", "sunday") not in pairs(suggest(*library(), known=[known]))
    assert ("workers", "weekend") in pairs(suggest(*library(), known=[known]))


def test_a_proposal_nobody_decided_on_is_proposed_again() -> None:
    proposal = suggest(*library())[0].correspondence()

    assert suggest(*library(), known=[proposal]) == suggest(*library())


def test_rows_on_other_maps_change_nothing() -> None:
    known = [
        Correspondence(Ref("left", "open"), "skos:exactMatch", Ref("third", "sunday"), rejected=True),
        Correspondence(Ref("left", "gone"), "skos:exactMatch", Ref("right", "sunday")),
        Correspondence(Ref("left", "open"), "skos:exactMatch", None, searched="third"),
    ]

    assert suggest(*library(), known=known) == suggest(*library())


@pytest.mark.parametrize("searched", ["", "right"])
def test_a_statement_without_a_counterpart_by_review_is_not_proposed(searched: str) -> None:
    found = suggest(*library(), known=[row("open", None, searched=searched)])

    assert {s.left.statement for s in found} == {"workers", "cost", "heating", "survey"}


def test_a_statement_of_the_right_map_can_have_no_counterpart_too() -> None:
    known = [Correspondence(Ref("right", "sunday"), "skos:exactMatch", None, searched="left")]

    assert "sunday" not in {s.right.statement for s in suggest(*library(), known=known)}


def test_what_was_joined_speaks_for_its_neighbours() -> None:
    before = one(suggest(*library()), "cost", "wages")
    joined, related, refused = (
        one(suggest(*library(), known=[row("open", "sunday", **how)]), "cost", "wages").score
        for how in ({"predicate": "argmap:contradicts"}, {"predicate": "argmap:related"}, {"rejected": True})
    )

    assert refused < before.score == related < joined


def test_one_to_one_leaves_out_what_was_joined_already() -> None:
    known = [row("open", "cafe")]

    assert "open" in {s.left.statement for s in suggest(*library(), known=known)}
    assert pairs(suggest(*library(), known=known, one_to_one=True, floor=0.2)) == [
        ("workers", "weekend"),
        ("cost", "wages"),
    ]


# ---- codebooks

CODED = """
pays: {text: The lane pays for itself., says: {holds: p}, because: [quiet]}
quiet: {text: The street is quiet at night.}
"""


def test_statements_with_one_key_are_compared_already_and_not_proposed() -> None:
    left, right = a_map("left", CODED), a_map("right", CODED.replace("holds", "denies"))

    assert pairs(suggest(left, right)) == [("quiet", "quiet")]


def test_a_pair_that_alone_holds_a_key_speaks_for_its_neighbours() -> None:
    left, right = a_map("left", CODED), CODED.replace("The lane pays for itself", "Trade profits")
    maps = [a_map("right", text) for text in (right, right.replace(": p}", ": q}"), f"{right}again: {AGAIN}")]
    by_key, by_no_key, by_two = (one(suggest(left, m), "quiet", "quiet") for m in maps)

    assert [str(n) for n in by_key.neighbours] == ["above (because): left:pays ~ right:pays"]
    assert by_no_key.neighbours == by_two.neighbours == ()


AGAIN = "{text: More is sold., says: {holds: p}}"


def test_keys_of_different_codebooks_are_different_keys() -> None:
    other = {**BOOK, "id": "other"}

    assert ("pays", "pays") in pairs(suggest(a_map("left", CODED), a_map("right", CODED, book=other)))


@pytest.mark.parametrize(
    "says",
    [
        "{cause: c, raises: e}",
        "{actor: council, role: ally}",
        "[{holds: p}, {denies: q}]",
    ],
)
def test_a_statement_that_cannot_be_joined_is_not_proposed(says: str) -> None:
    left = a_map("left", f"pays: {{text: The lane pays for itself., says: {says}}}")
    right = a_map("right", "pays: {text: The lane pays for itself.}")

    assert suggest(left, right) == suggest(right, left) == ()


def test_actors_are_known_by_all_their_names_and_sources_by_their_keys() -> None:
    book = {
        "id": "b",
        "actors": {"japan": {"name": "Japan", "aliases": ["Tokyo"]}, "us": {"name": "the United States"}},
        "sources": {"survey": {"title": "The Survey"}},
    }
    left = a_map("left", "a: {text: Tokyo wants talks., sources: [survey]}", book=book)
    right = a_map("right", "b: {text: Japan asks for a meeting., sources: [survey]}", book=book)
    found = suggest(left, right, floor=0.05)

    assert [s.shared_tags for s in found] == [("actor:japan", "source:survey")]
    assert [s.shared_words for s in found] == [()]


def test_a_source_of_one_map_is_none_of_the_other() -> None:
    sources = {"survey": {"title": "A survey"}}
    left = a_map("left", "a: {text: Many readers asked., sources: [survey]}", book=None, sources=sources)
    right = a_map("right", "b: {text: Many readers left., sources: [survey]}", book=None, sources=sources)

    assert [s.shared_tags for s in suggest(left, right)] == [()]


# ---- warnings


def test_the_same_words_of_different_actors_are_warned_of() -> None:
    left = a_map("left", "a: {text: The council breaks its promise to the town.}")
    right = a_map("right", "b: {text: Shopkeepers break their promise to the town.}")

    assert [s.warnings for s in suggest(left, right)] == [("same words, different actors",)]


def test_without_a_list_of_actors_names_are_compared() -> None:
    left = a_map(
        "left", "a: {text: The pact ties Norway to its neighbours., because: [n]}\nn: {text: So says Oslo.}", book=None
    )
    right = a_map(
        "right", "b: {text: The pact ties Korea to its neighbours., but: [k]}\nk: {text: So says Seoul.}", book=None
    )

    assert suggest(left, right)[0].warnings == ("same words, different names",)


@pytest.mark.parametrize(
    ("left", "right", "warnings"),
    [
        ("Rents rose by 4.5 percent in 2019.", "Rents rose by 3 percent in 2021.", ("same words, different numbers",)),
        ("Rents rose by 4.5 percent in 2019.", "Rents rose by 3 percent in 2019.", ()),
        ("Rents rose by 4.5 percent.", "Rents rose by some percent.", ()),
    ],
)
def test_different_numbers_are_warned_of(left: str, right: str, warnings: tuple[str, ...]) -> None:
    found = suggest(a_map("left", {"a": {"text": left}}, book=None), a_map("right", {"b": {"text": right}}, book=None))

    assert [s.warnings for s in found] == [warnings]


def test_reported_speech_is_warned_of() -> None:
    left = a_map("left", "a: {text: The lane ruins trade., voice: shops}")
    right = a_map("right", "b: {text: The lane ruins the trade., voice: Ms Patel}")

    assert suggest(left, right)[0].warnings == ("reported speech: shops", "reported speech: Ms Patel")


# ---- a likeness of one's own


def test_another_likeness_can_be_given() -> None:
    def by_length(left: Any, right: Any) -> dict[tuple[int, int], float]:
        return {(i, j): 0.5 for i, a in enumerate(left) for j, b in enumerate(right) if len(a.text) == len(b.text)}

    left = a_map("left", {"a": {"text": "Yes."}, "b": {"text": "Never."}}, book=None)
    right = a_map("right", {"c": {"text": "Why?"}, "d": {"text": "Always, always."}}, book=None)

    assert [
        (s.left.statement, s.right.statement, s.score, s.shared_words)
        for s in suggest(left, right, similarity=by_length)
    ] == [("a", "c", 0.5, ())]


def test_statements_of_different_types_are_less_alike() -> None:
    same = (
        a_map("left", "a: {text: The tram is late.}", book=None),
        a_map("right", "b: {text: The tram is late.}", book=None),
    )
    other = same[0], a_map("right", "b: {type: claim, text: The tram is late.}", book=None)

    assert [suggest(*maps)[0].score for maps in (same, other)] == [1.0, 0.8]


def test_a_quotation_counts_as_words_of_the_statement() -> None:
    left, right = Content("One. the pact is void"), Content("Other. the pact is void")
    by_text = by_words([left], [right])[0, 0]
    found = suggest(
        a_map("left", "a: {text: One., quote: the pact is void}", book=None),
        a_map("right", "b: {text: Other., quote: the pact is void}", book=None),
    )

    assert found[0].score == pytest.approx(by_text)
