"""Questions out of made-up maps: what is asked, what is right, and what is not asked since two answers could stand."""

from typing import Any

import pytest

import argmap
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.teaching.quiz.making import make_quiz
from argmap.teaching.quiz.values import Kind, Question

TRAM: dict[str, Any] = {
    "build": {"type": "thesis", "text": "The tram should be built.", "because": ["quick"]},
    "quick": {"text": "A tram is quicker than a bus.", "quote": "quicker", "at": "¶2"},
}
BOOK = {
    "id": "town",
    "actors": {"mayor": {"name": "the mayor"}, "shops": {"name": "the shops"}, "bank": {"name": "the bank"}},
    "propositions": {"tram": {"text": "The tram should be built"}, "cheap": {"text": "Trams are cheap"}},
    "factors": {"fumes": {"text": "Fumes"}, "noise": {"text": "Noise"}, "flight": {"text": "Flight from the town"}},
}


def a_map(statements: dict[str, Any], **fields: Any) -> ArgumentMap:
    whole = {"id": "m", "article": {"authors": ["Ann Lee"]}, "codebook": BOOK, "statements": statements}
    return ArgumentMap.model_validate(whole | fields)


def asked(kind: Kind, statements: dict[str, Any]) -> list[Question]:
    return list(make_quiz(a_map(statements), kinds=[kind]).questions)


def other_way(statements: dict[str, Any], **changes: dict[str, Any]) -> dict[str, Any]:
    return statements | {key: statements.get(key, {}) | change for key, change in changes.items()}


def test_a_reason_is_a_reason() -> None:
    [q] = asked("relation", TRAM)
    assert q.stem == (
        "Two points from the argument of Lee, in the words of the map:",
        "1. The tram should be built.",
        "2. A tram is quicker than a bus.",
        "What is the second point to the first?",
    )
    assert q.answer.text == "A reason for it"
    assert {o.text for o in q.options if not o.right} == {
        "An objection to it",
        "A conclusion drawn from it",
        "Nothing directly: it makes a different point",
    }
    assert q.explanation == "On the map the second stands under the first as a reason for it. Lee: “quicker” (¶2)."
    assert q.sources == (("m", "build"), ("m", "quick"))


@pytest.mark.parametrize(
    ("voice", "first", "second"),
    [
        ("shops", "", "; Lee makes it in reply"),
        ("author", "; Lee grants it", "; Lee makes it in reply"),
    ],
)
def test_an_objection_is_granted_or_made_in_reply(voice: str, first: str, second: str) -> None:
    build = {"type": "thesis", "text": "The tram should be built.", "but": ["dear"]}
    dear = {"type": "objection", "text": "A tram costs more than the town has.", "voice": voice, "but": ["loan"]}
    loan = {"type": "objection", "text": "A bank lends what the tram costs.", "voice": "author"}
    told = {q.sources[1][1]: q.explanation for q in asked("relation", {"build": build, "dear": dear, "loan": loan})}
    assert told == {
        "dear": f"On the map the second stands under the first as an objection{first}.",
        "loan": f"On the map the second stands under the first as an objection{second}.",
    }


def test_a_hedge_is_told_where_the_words_do_not_tell_it() -> None:
    [q] = asked("relation", other_way(TRAM, quick={"certainty": "likely"}))
    assert q.stem[2] == "2. A tram is quicker than a bus. (held to be likely)"
    [q] = asked("relation", other_way(TRAM, quick={"certainty": "likely", "text": "A tram may be quicker."}))
    assert q.stem[2] == "2. A tram may be quicker."


def test_the_id_stays_when_the_words_change() -> None:
    [q] = asked("relation", TRAM)
    [again] = asked("relation", other_way(TRAM, quick={"text": "The tram outruns the bus."}))
    assert (q.id, q.stem) != (q.id, again.stem)
    assert q.id == again.id == "relation-8414ffd972"


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({"quick": {"type": "evidence"}}, "Evidence for it"),
        ({"build": {"because": [], "but": ["quick"]}}, "An objection to it"),
        (
            {"build": {"because": [{"premises": ["r"], "unless": ["quick"]}]}, "r": {"text": "Rails lie there."}},
            "A doubt whether it follows from the reason given",
        ),
    ],
)
def test_what_else_a_point_can_be(change: dict[str, Any], right: str) -> None:
    found = [q for q in asked("relation", other_way(TRAM, **change)) if ("m", "quick") in q.sources]
    assert [q.answer.text for q in found] == [right]


def test_premises_of_one_reason_are_one_point() -> None:
    [q] = asked("relation", other_way(TRAM, build={"because": [["quick", "r"]]}, r={"text": "Speed counts."}))
    assert q.stem[2] == "2. A tram is quicker than a bus. Speed counts."


def test_every_fourth_reason_is_asked_the_other_way_round() -> None:
    reasons = {f"r{i}": {"text": f"Of the reasons number {i}."} for i in range(8)}
    found = asked("relation", {"t": {"type": "thesis", "text": "It has reasons.", "because": list(reasons)}, **reasons})
    assert [q.answer.text for q in found].count("A conclusion drawn from it") == 2
    assert all(q.stem[2] == "2. It has reasons." for q in found if q.answer.text == "A conclusion drawn from it")


NOT_ASKED: dict[str, dict[str, Any]] = {
    "a statement used twice": {"build": {"because": ["quick"], "but": ["quick"]}},
    "a statement used elsewhere": {"u": {"text": "Go by tram.", "because": ["quick"]}},
    "two statements of one text": {"u": {"text": "a tram is quicker, than a bus"}},
    "an assumption": {"quick": {"type": "assumption"}},
    "a statement on a condition": {"quick": {"if": ["u"]}, "u": {"text": "If rails are laid."}},
    "what is known through another text": {"quick": {"via": {"map": "n", "at": "¶1"}, "at": []}},
    "a reason of which the other is a reason too": {"quick": {"because": ["build"]}},
    "what has nothing in common to see the link by": {"quick": {"text": "Rails outrun roads."}},
    "a rival explanation": {
        "build": {"says": {"cause": "fumes", "raises": "flight"}},
        "quick": {"says": {"cause": "noise", "raises": "flight"}},
    },
}


@pytest.mark.parametrize("change", NOT_ASKED.values(), ids=NOT_ASKED)
def test_not_asked_since_two_answers_could_stand(change: dict[str, Any]) -> None:
    assert [q for q in asked("relation", other_way(TRAM, **change)) if "quick" in q.topics] == []


def test_nothing_is_right_only_for_what_nobody_would_link() -> None:
    chains: dict[str, Any] = {}
    for side, word, says in (("a", "Alpha", {"cause": "fumes", "raises": "noise"}), ("b", "Beta", {"holds": "tram"})):
        below = [f"{side}1", f"{side}2"]
        chains[f"{side}0"] = {"type": "thesis", "text": f"{word} is up.", "says": says, "because": below}
        chains |= {key: {"text": f"{word} is low, {key}."} for key in below}
    found = [q for q in asked("relation", chains) if q.answer.text.startswith("Nothing")]
    assert [{s for _, s in q.sources} for q in found] == [{"a0", "b0"}]
    joined = other_way(chains, a2={"because": ["b0"]})
    assert not [q for q in asked("relation", joined) if q.answer.text.startswith("Nothing")]


VOICES = {
    "t": {"type": "thesis", "text": "It pays.", "quote": "pays", "at": "¶1", "because": [["r", "u"]], "but": ["o"]},
    "r": {"text": "Fares cover it.", "quote": "covers", "at": "¶2"},
    "u": {"type": "assumption", "text": "Fares stay."},
    "o": {"type": "objection", "text": "It will ruin trade.", "voice": "shops", "quote": "ruin", "at": "¶3"},
}


def test_reported_speech_is_not_the_authors_and_an_assumption_nobodys() -> None:
    found = {q.stem[1]: q for q in asked("who-says", VOICES)}
    assert found["It will ruin trade."].answer.text == "The shops, as Lee reports"
    assert found["It will ruin trade."].explanation == (
        "Lee reports this as a statement of the shops; it is not the view of Lee. Lee: “ruin” (¶3)."
    )
    assert found["Fares stay."].answer.text == "Nobody: it is left unsaid"
    assert {q.answer.text for q in found.values()} >= {"Lee, in the article's own voice"}


def test_what_the_author_holds_too_or_hedges_is_not_asked() -> None:
    both = other_way(VOICES, o={"says": {"holds": "cheap"}}, r={"says": {"holds": "cheap"}})
    assert "It will ruin trade." not in {q.stem[1] for q in asked("who-says", both)}
    hedged = other_way(VOICES, t={"certainty": "likely"}, r={"certainty": "possible"})
    assert "Lee, in the article's own voice" not in {q.answer.text for q in asked("who-says", hedged)}


def test_what_is_left_unsaid_is_no_question_of_who_says_it_where_it_is_asked_for() -> None:
    more = {f"m{i}": {"text": f"More is said {i}.", "quote": "more", "at": "¶4"} for i in range(3)}
    found = make_quiz(a_map(VOICES | more), kinds=["who-says", "unstated"]).questions
    assert [q.kind for q in found if ("m", "u") in q.sources] == ["unstated"]


def test_an_unstated_premise_stands_among_what_is_said() -> None:
    more = {f"m{i}": {"text": f"Fares rise {i}.", "quote": "rise", "at": "¶4"} for i in range(3)}
    [q] = asked("unstated", VOICES | more)
    assert q.stem == (
        "A step in the argument of Lee, in the words of the map:",
        "Conclusion: It pays.",
        "Reason: Fares cover it.",
        "Which of these does the step need, although the text does not say it?",
    )
    assert q.answer.text == "Fares stay."
    assert {o.feedback for o in q.options} == {"Right.", "Lee says so, “rise” (¶4): it is not left unsaid."}


PARTS = {
    "s": {"text": "The mayor backs the shops.", "says": {"actor": "mayor", "role": "partner", "toward": ["shops"]}},
    "k": {"text": "He fights the bank.", "says": {"actor": "mayor", "role": "adversary", "toward": ["bank"]}},
    "v": {"text": "A spoiler.", "says": {"actor": "mayor", "role": "leader"}, "voice": "shops", "type": "objection"},
}


def test_a_part_stands_beside_what_others_say_and_what_it_is_toward_others() -> None:
    found = {q.answer.text: q for q in asked("role", PARTS)}
    q = found["partner (works together with others)"]
    assert q.stem == (
        "Which part does the argument of Lee give the mayor toward the shops, in the article's own voice?",
    )
    told = {o.text: o.feedback for o in q.options}
    assert told["leader (sets the course for others)"] == (
        "That is what the shops says, as Lee reports; it is not the view of Lee."
    )
    assert told["adversary (threatens or opposes others)"] == "Lee casts the mayor so toward the bank."
    assert not {"ally", "protector", "patron", "interlocutor"} & {text.split()[0] for text in told}


def test_a_part_that_is_played_for_a_time_is_asked_with_it() -> None:
    then = asked("role", other_way(PARTS, s={"when": "2017/2021"}))
    assert "toward the shops (2017–2021), in" in next(q for q in then if ("m", "s") in q.sources).stem[0]


def test_no_part_is_asked_that_is_hedged_or_reported() -> None:
    hedged = other_way(PARTS, s={"certainty": "possible"}, k={"if": ["v"]})
    assert asked("role", hedged) == []


def two(left: dict[str, Any], right: dict[str, Any], *kinds: Kind) -> list[Question]:
    a = a_map({"a": {"type": "thesis", "text": "One.", **left}}, id="a")
    b = a_map({"b": {"type": "thesis", "text": "Other.", **right}}, id="b", article={"authors": ["Bo Ode", "Cy Poe"]})
    return list(make_quiz(a, b, comparison=argmap.compare(a, b), kinds=kinds).questions)


HOLDS, DENIES = {"says": {"holds": "tram"}}, {"says": {"denies": "tram"}}


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        (HOLDS, HOLDS, "They agree, though perhaps for different reasons"),
        (HOLDS, DENIES, "They contradict each other: only one can be right"),
        (HOLDS, {"says": {"holds": "cheap"}}, "Only one of the two maps takes a position on it"),
    ],
)
def test_same_or_different(left: dict[str, Any], right: dict[str, Any], answer: str) -> None:
    q = two(left, right, "same-or-different")[0]
    assert q.stem == ("By their maps, do Lee and Ode & Poe agree on this?", "The tram should be built.")
    assert q.answer.text == answer


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [(HOLDS, HOLDS, "Both Lee and Ode & Poe"), (HOLDS, DENIES, "Lee only"), (DENIES, HOLDS, "Ode & Poe only")],
)
def test_whose_view_it_is(left: dict[str, Any], right: dict[str, Any], answer: str) -> None:
    [q] = two(left, right, "who-says")
    assert q.answer.text == answer


@pytest.mark.parametrize(
    "right",
    [
        {"says": {"holds": "tram"}, "certainty": "possible"},
        {"says": {"questions": "tram"}},
        {"says": {"holds": "tram"}, "voice": "shops", "type": "objection"},
        {"text": "The tram should certainly be built."},
    ],
    ids=["hedged", "open", "reported", "uncoded, and near"],
)
def test_two_maps_are_not_asked_about_what_is_not_clear(right: dict[str, Any]) -> None:
    found = two(HOLDS, right, "same-or-different", "who-says")
    assert [q for q in found if q.stem[0].startswith("By ")] == []


def test_so_many_questions_are_of_every_kind_in_turn() -> None:
    quiz = make_quiz(a_map(TRAM | VOICES | PARTS), count=4)
    assert [q.kind for q in quiz.questions] == ["relation", "who-says", "who-says", "role"]
    assert {q.id for q in quiz.questions} < {q.id for q in make_quiz(a_map(TRAM | VOICES | PARTS)).questions}


def test_missing_kinds_have_reasons() -> None:
    quiz = make_quiz(a_map(TRAM))
    assert list(quiz.missing) == ["who-says", "role", "unstated", "same-or-different"]
    assert quiz.missing["same-or-different"] == "it takes two maps"
    assert make_quiz(*[a_map(TRAM)] * 3).missing["same-or-different"] == "it takes two maps, and no more"


def test_about_takes_keys_names_and_words() -> None:
    whole = a_map(TRAM | PARTS)
    for name in ("quick", "QUICK", "tram is quicker"):
        assert {q.kind for q in make_quiz(whole, about=[name]).questions} == {"relation", "who-says"}
    assert {q.kind for q in make_quiz(whole, about=["The Mayor"]).questions} == {"role", "who-says"}
    assert make_quiz(whole, about=["mayor"]).missing["relation"] == "none is about what was asked for"
    with pytest.raises(ArgmapError, match="no question is about 'mayr'; did you mean 'mayor'"):
        make_quiz(whole, about=["mayr"])


def test_what_python_is_told_of_misuse() -> None:
    with pytest.raises(ArgmapError, match="nothing to ask about"):
        argmap.make_quiz()
    with pytest.raises(ArgmapError, match="'count' is a number of questions"):
        argmap.make_quiz(a_map(TRAM), count=0)
    with pytest.raises(ArgmapError, match="an alignment joins the statements of two maps"):
        argmap.make_quiz(a_map(TRAM), alignment=["rows.sssom.tsv"])
    with pytest.raises(ArgmapError, match="no kind of question is called 'rolle'; did you mean 'role'"):
        argmap.make_quiz(a_map(TRAM), kinds=["rolle"])


def test_a_quiz_tells_what_it_is() -> None:
    assert repr(argmap.make_quiz(a_map(TRAM), title="Trams")) == "Quiz(title='Trams', questions=1)"
