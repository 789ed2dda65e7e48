"""Cards to cut out: what stands on them tells nothing of the argument, and the key tells all of it."""

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from generated_maps import Content, build, contents, quick
from hypothesis import given

from argmap import load
from argmap.languages import LANGUAGES, words_in
from argmap.model import ArgumentMap
from argmap.renderers.handouts.card_sheets import draw_cards, draw_cards_key
from argmap.renderers.look import look
from argmap.renderers.picture import Picture
from argmap.teaching.cards import cards_of

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"
SVG = "{http://www.w3.org/2000/svg}"

PARK = ArgumentMap.model_validate(
    {
        "id": "park",
        "article": {"authors": ["Ada Low"], "title": "Keep the park", "date": "2024"},
        "sources": {"count-2023": {"authors": ["Ida Hall"], "title": "A count of visitors", "date": "2023"}},
        "statements": {
            "keep-it": {
                "type": "thesis",
                "text": "The park should stay.",
                "because": [["people-use-it", "use-matters"]],
                "but": ["upkeep-costs"],
            },
            "people-use-it": {"type": "claim", "text": "Many people use it.", "sources": ["count-2023"]},
            "use-matters": {"type": "assumption", "text": "What many people use is worth its price."},
            "upkeep-costs": {"type": "objection", "text": "Upkeep is dear.", "voice": "the mayor", "but": ["it-fell"]},
            "it-fell": {"text": "Upkeep has become cheaper.", "certainty": "likely", "when": "2023"},
        },
    }
)


@pytest.fixture(scope="module")
def koga() -> ArgumentMap:
    return load(MAPS / "koga-2023.yaml")


def words_on(picture: Picture) -> str:
    """All that an SVG says, to those who see it and to those who hear it."""
    return " ".join(text for text in ElementTree.fromstring(picture.data).itertext() if text.strip())


class TestWhatCardsSay:
    def test_a_card_for_each_statement_with_who_says_it_and_how_surely(self) -> None:
        cards = cards_of(PARK)
        assert sorted((c.text, c.note) for c in cards.statements) == [
            ("Many people use it.", ""),
            ("The park should stay.", ""),
            ("Upkeep has become cheaper.", "likely · 2023"),
            ("Upkeep is dear.", "says the mayor, not the author"),
            ("What many people use is worth its price.", ""),
        ]
        assert [c.number for c in cards.statements] == [1, 2, 3, 4, 5]

    def test_one_word_card_of_each_kind_is_left_over(self) -> None:
        words = [c.text for c in cards_of(PARK).relations]
        assert {word: words.count(word) for word in words} == {"because": 2, "but": 3, "unless": 1, "if": 1}

    def test_sources_come_when_they_are_asked_for_and_are_numbered_on(self) -> None:
        assert cards_of(PARK).sources == ()
        (source,) = cards_of(PARK, sources=True).sources
        assert (source.number, source.text) == (6, "Hall 2023. A count of visitors.")

    def test_another_seed_deals_in_another_order_and_the_same_in_the_same(self, koga: ArgumentMap) -> None:
        assert cards_of(koga, seed=3) == cards_of(koga, seed=3)
        one, two = (cards_of(koga, seed=seed).statements for seed in (1, 2))
        assert sorted(c.text for c in one) == sorted(c.text for c in two)
        assert [c.text for c in one] != [c.text for c in two]

    def test_a_branch_is_dealt_alone_and_drawings_call_it_as_ever(self) -> None:
        cards = cards_of(PARK, focus="upkeep-costs")
        assert sorted(c.text for c in cards.statements) == ["Upkeep has become cheaper.", "Upkeep is dear."]
        assert [(p.key, p.short, p.kind) for p in cards.places] == [
            ("upkeep-costs", "O1", "thesis"),
            ("it-fell", "P1", "attack"),
        ]

    def test_labels_instead_of_sentences(self, koga: ArgumentMap) -> None:
        said = {c.text for c in cards_of(koga, wording="title").statements}
        assert koga.statements["china-holds-key"].label in said

    def test_what_no_card_holds_ends_in_an_ellipsis_and_is_counted(self) -> None:
        long = ArgumentMap.model_validate(
            {"id": "m", "statements": {"a": {"text": "word " * 80}, "b": {"text": "So."}}}
        )
        cards = cards_of(long)
        assert cards.cut == 1
        assert any(c.text.endswith("word…") and c.text.count("word") == 60 for c in cards.statements)

    @quick
    @given(contents)
    def test_cards_do_not_depend_on_how_the_map_is_built(self, content: Content) -> None:
        m = build("a", content)
        loose = {
            key: s.model_copy(update={"because": (), "but": (), "if_": (), "type": "premise", "says": ()})
            for key, s in m.statements.items()
        }
        assert cards_of(m).statements == cards_of(m.model_copy(update={"statements": loose})).statements


class TestKey:
    def test_it_tells_where_each_card_belongs(self) -> None:
        cards = cards_of(PARK, sources=True)
        number = {p.key: p.card for p in cards.places}
        assert [(p.key, p.depth, p.kind, p.outline, p.short) for p in cards.places] == [
            ("keep-it", 0, "thesis", "T", "T"),
            ("people-use-it", 1, "support", "1", "C1"),
            ("use-matters", 1, "support", "2", "U1"),
            ("upkeep-costs", 1, "attack", "3", "O1"),
            ("it-fell", 2, "attack", "3.1", "P1"),
        ]
        assert cards.places[1].partners == (number["use-matters"],)
        assert cards.places[1].sources == (6,)

    @quick
    @given(contents)
    def test_every_card_has_its_place_with_its_own_words(self, content: Content) -> None:
        cards = cards_of(build("a", content))
        said = {card.number: card.text for card in cards.statements}
        assert {p.card for p in cards.places} == set(said)
        assert all(p.text == said[p.card] for p in cards.places)
        first = [p.card for p in cards.places if not p.again]
        assert len(first) == len(set(first))


class TestSheets:
    def test_nothing_on_the_cards_tells_what_the_map_calls_them_or_how_they_are_joined(self) -> None:
        sheets = draw_cards(cards_of(PARK, sources=True), look(paper="a4-portrait", theme="print"))
        said = b"".join(sheet.data for sheet in sheets).decode()
        told = [*PARK.statements, "count-2023", "thesis", "claim<", "premise", "objection", "assumption", "evidence"]
        assert [name for name in told if name in said] == []
        assert not re.search(r"\b[TCPEOU]\d\b", words_on(sheets[0]))

    def test_the_text_of_a_pdf_and_its_metadata_tell_nothing_either(self, koga: ArgumentMap) -> None:
        pypdf = pytest.importorskip("pypdf")
        for sheet in draw_cards(cards_of(koga), look(paper="a4-portrait", theme="print", format="pdf")):
            reader = pypdf.PdfReader(BytesIO(sheet.data))
            said = " ".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
            assert [key for key in koga.statements if "-" in key and key in said] == []

    @pytest.mark.parametrize("paper", ["a4-portrait", "letter"])
    def test_cards_of_a_kind_are_of_one_size_on_all_sheets_and_their_type_is_no_smaller_than_11(
        self, koga: ArgumentMap, paper: str
    ) -> None:
        sheets = draw_cards(cards_of(koga, sources=True), look(paper=paper, theme="print"))
        assert all(sheet.body_pt >= 11 for sheet in sheets)
        heights = [gaps(sheet, across=False) for sheet in sheets]
        assert len(heights[0]) == len(heights[-1]) == 1
        statements, sources = *heights[0], *heights[-1]
        words, between = max(rest := set().union(*heights) - {statements, sources}), min(rest)
        assert set().union(*heights) == {statements, sources, words, between}
        assert between < words < sources < statements

    def test_a_kind_of_cards_begins_below_another_where_there_is_room(self, koga: ArgumentMap) -> None:
        branch = cards_of(koga, focus="cooperate-more")
        assert len(draw_cards(branch, look(paper="a4-portrait", theme="print"))) == 2
        small = draw_cards(cards_of(PARK, sources=True), look(paper="a4-portrait", theme="print"))
        assert [s.name for s in small] == ["park-cards"]

    def test_every_card_is_on_one_sheet(self, koga: ArgumentMap) -> None:
        cards = cards_of(koga)
        said = "".join(re.sub(r"\s", "", words_on(s)) for s in draw_cards(cards, look(paper="a4-portrait")))
        assert [c.number for c in cards.statements if said.count(re.sub(r"\s", "", c.text)) != 1] == []

    def test_the_key_has_number_words_and_name_of_each(self) -> None:
        cards = cards_of(PARK)
        (key,) = draw_cards_key(cards, look(paper="a4-portrait", theme="print"))
        said = re.sub(r"\s+", " ", words_on(key))
        assert [p.key for p in cards.places if p.key not in said] == []
        assert f"because (together with {cards.places[2].card}): Many people use it." in said

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_in_every_language(self, language: str) -> None:
        words = words_in(language)
        cards = cards_of(PARK, sources=True, words=words)
        wanted = look(paper="a4-portrait", theme="print", language=language)
        assert [s.name for s in draw_cards(cards, wanted)] == ["park-cards"]
        assert [s.name for s in draw_cards_key(cards, wanted)] == ["park-cards-key"]

    def test_the_same_cards_give_the_same_bytes(self) -> None:
        wanted = look(paper="a4-portrait", theme="print")
        assert draw_cards(cards_of(PARK), wanted) == draw_cards(cards_of(PARK), wanted)

    def test_a_card_that_is_cut_is_told_of(self) -> None:
        long = ArgumentMap.model_validate({"id": "m", "statements": {"a": {"text": "word " * 80}}})
        (advice,) = draw_cards(cards_of(long), look(paper="a4-portrait"))[0].diagnostics
        assert (advice.code, advice.message) == ("AM906", "1 card ends in an ellipsis, as no card holds so much")


def gaps(sheet: Picture, *, across: bool) -> set[int]:
    """How far apart the lines to cut along are, in whole points."""
    found = set()
    for path in ElementTree.fromstring(sheet.data).iter(f"{SVG}path"):
        points = [tuple(map(float, p.split(","))) for p in re.findall(r"-?[\d.]+,-?[\d.]+", path.attrib["d"])]
        (x1, y1), (x2, y2) = points[0], points[-1]
        if across and x1 == x2:
            found.add(x1)
        if not across and y1 == y2:
            found.add(y1)
    return {round(b - a) for a, b in pairwise(sorted(found))}
