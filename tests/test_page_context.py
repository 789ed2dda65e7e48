"""Quotations in their context: what is shown of an article, how much of it, and what of it is marked."""

import os
from pathlib import Path

import pytest
from made_up_pages import FOUR, shipped
from test_maps import TEXTS

from argmap.hypertext.page.context import AROUND, Context, Contexts
from argmap.hypertext.page.folded import folded
from argmap.hypertext.page.material import Material
from argmap.model import ArgumentMap
from argmap.text import fold


def a_map(quote: str | None, at: str = "¶1", name: str = "ode", **fields: object) -> ArgumentMap:
    statement = {"type": "claim", "text": "So.", "quote": quote, "at": at} | fields
    return ArgumentMap.model_validate({"id": name, "statements": {"s": {k: v for k, v in statement.items() if v}}})


def context(quote: str, text: str, at: str = "¶1") -> Context | None:
    return Contexts(Material((a_map(quote, at),), texts={"ode": text})).by_anchor.get("A-C1")


def shown(found: Context | None) -> str:
    assert found
    return "".join(f"[{piece.text}]" if piece.quoted else piece.text for piece in found.pieces)


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("the lane pays", "They say the lane pays at once.", "They say [the lane pays] at once."),
        ("so it was … late", "And so it was, in May, too late.", "And [so it was], in May, too [late]."),
        ("[t]he lane [here] pays", "The lane pays.", "[The lane pays]."),
        ("[T]he vote [of May]", "So the vote was late.", "So [the vote] was late."),
        ('"too late" - he said', "And “too  late” – he\nsaid so.", "And [“too late” – he said] so."),
        ("fine cafe\u0301", "The ﬁne caf\u00e9 closed.", "The [ﬁne caf\u00e9] closed."),
        ("co-operate", "They co\u2011oper\u00adate now.", "They [co\u2011oper\u00adate] now."),
        ("自転車", "東京都の自転車専用道路", "東京都の[自転車]専用道路"),
        ("한국", "그 \u1112\u1161\u11ab\u1100\u116e\u11a8 말", "그 [\u1112\u1161\u11ab\u1100\u116e\u11a8] 말"),
    ],
)
def test_the_words_that_are_quoted_are_marked_as_the_article_writes_them(quote: str, text: str, expected: str) -> None:
    assert shown(context(quote, text)) == expected


def test_a_quotation_that_is_not_in_the_article_has_no_context() -> None:
    assert context("the tram", "The lane pays.") is None


def test_without_a_text_or_a_quotation_there_is_no_context() -> None:
    assert Contexts(Material((a_map("so"),))).by_anchor == {}
    assert Contexts(Material((a_map(None),), texts={"ode": "So."})).by_anchor == {}


def test_the_paragraph_that_is_named_goes_before_others_that_say_the_same() -> None:
    text = "¶1 It is late.\n¶2 Nothing.\n¶7 Again it is late."
    for at, paragraph in (("¶7", 7), ("¶1-3", 1), ("p. 4", 1)):
        found = context("is late", text, at)
        assert found
        assert found.paragraph == paragraph


def test_no_more_is_shown_than_so_many_characters_around_whole_words() -> None:
    before, after = "before " * 60, " after" * 60
    said = shown(context("so it was", f"{before}so it was{after}"))
    left, right = said.split("[so it was]")
    assert left.startswith("… before ")
    assert right.endswith(" after …")
    assert AROUND - len("before ") < len(left.removeprefix("… ")) <= AROUND
    assert AROUND - len(" after") < len(right.removesuffix(" …")) <= AROUND


def test_a_gap_that_is_long_is_not_shown_whole() -> None:
    found = context("first … last", f"first {'between ' * 100}last")
    said = shown(found)
    assert said.startswith("[first] between")
    assert said.endswith("between [last]")
    assert " … " in said
    assert len(said) < 2 * AROUND + 30


def test_words_without_gaps_are_cut_where_they_are() -> None:
    said = shown(context("自転車", "あ" * 500 + "自転車" + "い" * 500))
    assert said == "… " + "あ" * AROUND + "[自転車]" + "い" * AROUND + " …"


def test_what_another_map_is_quoted_for_stands_in_that_maps_article() -> None:
    via = a_map("the lane pays", "", "ode", via={"map": "roe", "at": "¶2"})
    texts = {"roe": "¶1 No.\n¶2 They say the lane pays."}
    beside = Contexts(Material((via, a_map(None, name="roe")), texts=texts)).by_anchor["A-C1"]
    alone = Contexts(Material((via,), texts=texts)).by_anchor["A-C1"]
    assert (beside.letter, beside.paragraph, shown(beside)) == ("B", 2, "They say [the lane pays].")
    assert alone.letter == ""


def test_a_whole_article_is_there_only_where_it_was_asked_for() -> None:
    texts = {"ode": "¶1 They say the lane pays.\n¶2 The end."}
    assert Contexts(Material((a_map("lane pays"),), texts=texts)).articles == ()
    (article,) = Contexts(Material((a_map("lane pays"),), texts=texts, whole_text=True)).articles
    assert [(p.number, [(piece.text, piece.quoted) for piece in p.pieces]) for p in article.paragraphs] == [
        (1, [("They say the ", False), ("lane pays", True), (".", False)]),
        (2, [("The end.", False)]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“Too late” – he said…",
        "e\u0301te\u0301 a",
        "ﬁne ½ ´x ¨",
        "한국 \u1112\u1161\u11ab x",
        "a\u200bb \u00ad c",
        "",
        "x \u0301y",
    ],
)
def test_a_folded_text_knows_where_each_character_is_written(text: str) -> None:
    found = folded(text)
    assert found.text == fold(text)
    assert len(found.places) == len(found.text)
    assert all(0 <= start < end <= len(text) for start, end in found.places)
    assert sorted(found.places) == list(found.places)


@pytest.mark.articles
def test_every_quotation_of_the_shipped_maps_has_its_context() -> None:
    where = os.environ.get("ARGMAP_ARTICLES")
    if not where:
        pytest.skip("the articles are not part of the project; set ARGMAP_ARTICLES to the folder that holds them")
    texts = {name: (Path(where) / file).read_text(encoding="utf-8") for name, file in TEXTS.items()}
    material = Material(shipped(*FOUR), texts=texts)
    found = Contexts(material).by_anchor
    for m in material.maps:
        for key, s in m.statements.items():
            if s.quote:
                at = found[material.anchor(m.id, key)]
                assert f"¶{at.paragraph}" in (s.via.at if s.via else "".join(s.at)) or "-" in "".join(s.at), key
                shown_length = sum(len(piece.text) for piece in at.pieces)
                quoted = sum(len(piece.text) for piece in at.pieces if piece.quoted)
                assert 0 < shown_length - quoted <= 4 * AROUND + 10, key
