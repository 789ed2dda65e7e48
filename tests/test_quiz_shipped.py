"""What holds of every question of the shipped maps: one answer, no clue, nothing said in another's name."""

import re
from collections import Counter
from functools import cache
from itertools import combinations

import pytest
import quizzes

import argmap
from argmap.model import ArgumentMap
from argmap.teaching.quiz.making import make_quiz
from argmap.teaching.quiz.values import KINDS, Kind, Question

PATHS = sorted(p for p in quizzes.MAPS.glob("*-2023.yaml"))
MAPS: dict[str, ArgumentMap] = {m.id: m for m in map(argmap.load, PATHS)}
PAIRS = [(a, b, argmap.compare(a, b, metrics=False)) for a, b in combinations(MAPS.values(), 2)]


@cache
def asked(seed: int = 1) -> list[Question]:
    """Every question that the shipped maps give, alone or two by two, each once."""
    found: dict[str, Question] = {}
    for a, b, c in PAIRS:
        quiz = make_quiz(a, b, comparison=c, seed=seed)
        found |= {q.id: q for q in quiz.questions}
    return list(found.values())


ALL = asked()


def of(kind: Kind) -> list[Question]:
    return [q for q in ALL if q.kind == kind]


def test_the_shipped_pair_gives_questions_of_every_kind() -> None:
    count = Counter(q.kind for q in quizzes.shipped().questions)
    assert tuple(count) == KINDS
    assert count["relation"] > 80
    assert min(count.values()) >= 2


def test_one_option_is_right_and_all_differ() -> None:
    for q in ALL:
        texts = [" ".join(o.text.casefold().split()) for o in q.options]
        assert sum(o.right for o in q.options) == 1, q
        assert len(set(texts)) == len(texts) >= 3, q
        assert all(o.feedback for o in q.options), q


def test_ids_are_those_of_one_question() -> None:
    for a, b, c in PAIRS:
        quiz = make_quiz(a, b, comparison=c)
        assert len({q.id for q in quiz.questions}) == len(quiz.questions)


def test_another_seed_asks_the_same_and_orders_options_anew() -> None:
    other = {q.id: q for q in asked(seed=2)}
    assert other.keys() == {q.id for q in ALL}
    assert [q.options for q in ALL] != [other[q.id].options for q in ALL]
    assert all(other[q.id].answer == q.answer and other[q.id].stem == q.stem for q in ALL)


def test_sources_are_statements_of_the_maps_and_no_id_is_shown() -> None:
    for q in ALL:
        assert all(s in MAPS[m].statements for m, s in q.sources), q
        shown = " ".join((*q.stem, *(o.text for o in q.options), *(o.feedback for o in q.options)))
        for name in {key for m, s in q.sources for key in (m, s) if "-" in key}:
            assert not re.search(rf"\b{re.escape(name)}\b", shown), q


def test_every_stem_names_whose_argument_it_is_about() -> None:
    for q in ALL:
        assert all(MAPS[m].name in q.stem[0] for m, _ in q.sources), q


def test_every_statement_in_a_stem_stands_in_a_map_word_for_word() -> None:
    for q in of("relation"):
        for part in q.stem[1:-1]:
            words = re.sub(r"^(?:[12]\. |Reason given for it: )", "", part)
            assert any(MAPS[m].statements[s].text.rstrip(".") in words for m, s in q.sources), q


@pytest.mark.parametrize("kind", KINDS)
def test_the_right_option_is_not_told_by_its_length(kind: Kind) -> None:
    """By guessing one is right in one of four; who takes the longest, or the shortest, is not much better off."""
    questions = of(kind)
    longest = sum(len(q.answer.text) == max(len(o.text) for o in q.options) for q in questions)
    assert longest <= max(0.45 * len(questions), 1), f"{longest} of {len(questions)}"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_right_option_has_no_place_of_its_own(seed: int) -> None:
    questions = asked(seed)
    places = Counter(q.letter for q in questions)
    assert set(places) == {"A", "B", "C", "D"}
    assert max(places.values()) <= 0.33 * len(questions)


def test_no_reported_statement_is_the_authors() -> None:
    reported = 0
    for q in of("who-says"):
        if len(q.sources) == 1 and len(q.stem) == 2 and q.stem[0].startswith("In the argument"):
            [(m, s)] = q.sources
            statement = MAPS[m].statements[s]
            if not statement.by_author:
                reported += 1
                assert ", as " in q.answer.text
    assert reported >= 4
    for q in of("role"):
        assert all(MAPS[m].statements[s].by_author for m, s in q.sources)


def test_reported_statements_are_named_as_such_in_relations() -> None:
    for q in of("relation"):
        for m, s in q.sources:
            if not MAPS[m].statements[s].by_author:
                assert "(said by " in " ".join(q.stem), q


def test_no_hedge_is_asked_as_if_it_were_flat() -> None:
    for q in (*of("role"), *(q for q in of("who-says") if q.stem[0].startswith("In the argument"))):
        assert all(MAPS[m].statements[s].certainty == "asserted" for m, s in q.sources), q
    hedge = re.compile(
        r"\b(may|might|could|would|probably|likely|likelihood|seems?|hardly)\b|held to be", re.IGNORECASE
    )
    for q in of("relation"):
        for m, s in q.sources:
            if MAPS[m].statements[s].certainty != "asserted":
                assert hedge.search(" ".join(q.stem)), q


def test_nothing_that_is_known_through_another_text_is_asked_of_one_map() -> None:
    for q in ALL:
        if len({m for m, _ in q.sources}) == 1 and q.kind in ("relation", "role", "unstated"):
            assert not any(MAPS[m].statements[s].via for m, s in q.sources), q


def test_explanations_quote_what_the_map_quotes() -> None:
    quotes = {
        quote.translate(str.maketrans("“”", "‘’"))
        for m in MAPS.values()
        for s in m.statements.values()
        if (quote := s.quote)
    }
    for q in ALL:
        assert all(quoted in quotes for quoted in re.findall(r"“([^”]*)” \(", q.explanation)), q


def test_what_is_left_unsaid_is_asked_once() -> None:
    asked_for = {q.sources[-1] for q in of("unstated")}
    assert asked_for
    assert not any(asked_for & set(q.sources) for q in of("who-says"))


def test_a_finding_is_asked_about_in_one_kind_only() -> None:
    quiz = quizzes.shipped()
    found = Counter(t for q in quiz.questions for t in q.topics if t.startswith("stance:"))
    assert found
    assert set(found.values()) == {1}
