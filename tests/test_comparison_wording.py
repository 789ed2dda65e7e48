"""Codebook texts within a sentence."""

import pytest
from comparison_cases import BOOK, two

from argmap.comparison import compare
from argmap.comparison.capitals import Capitals, capitals_of, lowered
from argmap.comparison.scope import ANY, Scope, in_words
from argmap.comparison.wording import bracketed, listed, plural
from argmap.model import ArgumentMap, parse_period

NAMES = Capitals(frozenset(["China", "PRC", "South", "Korea", "Japan", "the", "council"]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Riding gets safer", "riding gets safer"),
        ("China will stay", "China will stay"),
        ("China's ships", "China's ships"),
        ("Chinese ships", "Chinese ships"),
        ("Korean ships", "Korean ships"),
        ("Japanese ships", "Japanese ships"),
        ("Closer Japan–South Korea ties", "closer Japan–South Korea ties"),
        ("NATO grows", "NATO grows"),
        ("G20 talks fail", "G20 talks fail"),
        ("3 lanes suffice", "3 lanes suffice"),
        ("Mill Road is narrow", "Mill Road is narrow"),
        ("Kremlin–Beijing talks", "Kremlin–Beijing talks"),
        ("Talks, Moscow says, failed", "talks, Moscow says, failed"),
        ("The Thames floods", "the Thames floods"),
        ("If Moscow agrees, talks begin", "if Moscow agrees, talks begin"),
        ("I agree", "I agree"),
        ("Human ships", "human ships"),
        ("“Quoted” words", "“Quoted” words"),
        ("already low", "already low"),
        ("Élan matters", "élan matters"),
        ("中国", "中国"),
        ("…", "…"),
    ],
)
def test_a_first_capital_is_lost_unless_it_seems_a_name(text: str, expected: str) -> None:
    assert lowered(text, NAMES) == expected


def known(*texts: str, **article: object) -> Capitals:
    """What a map of these sentences tells about capitals."""
    statements = {f"s{i}": {"text": text} for i, text in enumerate(texts)}
    return capitals_of([ArgumentMap.model_validate({"id": "m", "article": article, "statements": statements})])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yoon's diplomacy", "Yoon's diplomacy"),  # seen within a sentence
        ("Seoul offered to pay", "Seoul offered to pay"),
        ("Opinion in Japan turned", "opinion in Japan turned"),  # nowhere seen with a capital but at a beginning
        ("Busan and Seoul agree", "Busan and Seoul agree"),  # joined to a name
        ("Prices and Seoul's growth", "prices and Seoul's growth"),  # seen small
        ("Park’s diplomacy", "Park’s diplomacy"),  # whoever it is
        ("Today's diplomacy", "today's diplomacy"),
        ("Growth's effect", "growth's effect"),
        ("Kim doubts it", "Kim doubts it"),  # an author
        ("Tokyo pays", "Tokyo pays"),  # within a pair
        ("Security matters", "security matters"),  # from a title where all words have capitals
    ],
)
def test_a_word_that_stands_with_a_capital_inside_a_text_is_a_name(text: str, expected: str) -> None:
    texts = "Under Yoon the quarrel between Seoul-Tokyo hawks was over.", "Opinion changed, and growth and prices rose."
    assert lowered(text, known(*texts, authors=["Ana Kim"], title="The Security Landscape of Asia")) == expected


def test_where_nouns_have_capitals_they_keep_them() -> None:
    german = known(
        "Die Stadt soll mehr Radwege bauen, und neue Straßen sind teuer.", "Lärm ist für alle schlecht.", "Es hilft."
    )
    said = ("Züge sind leise", "Neue Radwege helfen", "Die Züge sind leise", "Mehr hilft", "Wenn Züge fahren")
    assert [lowered(text, german) for text in said] == [
        "Züge sind leise",
        "neue Radwege helfen",
        "die Züge sind leise",
        "mehr hilft",
        "wenn Züge fahren",
    ]


def test_a_word_seldom_seen_with_a_capital_is_no_name() -> None:
    assert lowered("Plans fail", known("As the Great Plans show, plans fail, and more plans fail.")) == "plans fail"


def test_places_that_statements_are_about_are_names() -> None:
    m = ArgumentMap.model_validate({"id": "m", "statements": {"s": {"text": "It rains.", "where": "Busan"}}})
    assert lowered("Busan pays", capitals_of([m])) == "Busan pays"


def test_lists_brackets_and_verbs() -> None:
    assert [listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "a", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert [bracketed("x", *r) for r in ((), ("", ""), ("lowers", "likely"))] == ["x", "x", "x (lowers, likely)"]
    assert [plural(v) for v in ("holds", "denies", "varies", "is", "uses", "leaves")] == [
        "hold",
        "deny",
        "vary",
        "are",
        "use",
        "leave",
    ]


def test_scopes_read_as_time_and_place() -> None:
    year = Scope(parse_period("2017"), None, "2017")
    assert (str(year), str(ANY), year.limited, ANY.limited) == ("2017", "in general", True, False)
    assert Scope(parse_period("2017-01-01/2017-12-31"), None, "a year") == year
    assert [in_words(limits) for limits in ([year.limits], [ANY.limits], [year.limits, (False, True)])] == [
        "time",
        "",
        "time and place",
    ]


def test_full_stops_of_the_codebook_end_no_phrase_and_three_dots_stay() -> None:
    book = BOOK | {"propositions": {"p": "The lane pays.", "q": "And so on..."}}
    found = compare(two("t: {says: [{holds: p}, {holds: q}]}", "t: {says: [{denies: p}, {holds: q}]}", book=book))
    assert {f.label: f.sentence for f in found.findings} == {
        "And so on...": "Both hold that and so on...; neither gives a reason.",
        "The lane pays": "A holds that the lane pays; B denies it.",
    }


def test_a_source_is_called_by_its_title_else_by_who_wrote_it_and_when() -> None:
    def called(**source: object) -> str:
        book = BOOK | {"sources": {"s": source}}
        found = compare(two("t: {says: {questions: p}, sources: [s]}", "", book=book)).findings
        return next(f for f in found if f.unit == "evidence").label

    assert called(title="The Survey") == "The Survey"
    assert called(authors=["Ana Ruiz", "Bo Lee"], date="2024") == "Ruiz & Lee 2024"
    assert called(authors=["Ana Ruiz", "Bo Lee", "Kim Go"]) == "Ruiz et al."
    assert called(publisher="Town Hall", date="2024") == "Town Hall 2024"
    assert called(url="https://example.org") == "https://example.org"
    assert called() == "s"


def test_uses_that_belong_to_both_come_in_the_order_of_the_codebook() -> None:
    says = "[{holds: q}, {actor: council, role: ally}, {cause: d, lowers: e}, {cause: c, raises: e}, {holds: p}]"
    both = f"x: {{says: {says}, sources: [s]}}\ny: {{sources: [s]}}"
    found = next(f for f in compare(two(both, both)).findings if f.id == "evidence:s")
    assert found.category == "evidence-some-shared-use"
    assert found.sentence == (
        "Both use “The Survey” for a lane → custom (raises), the council as ally, the lane pays,"
        " fewer spaces → custom (lowers) and the street is quiet; only A also for y, only B for y."
    )


def test_a_little_word_of_a_name_makes_no_name_of_every_sentence() -> None:
    names = Capitals(frozenset({"The", "mayor"}))
    assert lowered("The bus is late", names) == "the bus is late"
    assert lowered("The mayor is late", names) == "The mayor is late"
