"""A map as an outline."""

import re

import pytest
from made_up_maps import made_up

from argmap import ArgumentMap
from argmap.diagram.boxes import Ids
from argmap.diagram.of_map import diagram_of_map
from argmap.languages import words_in
from argmap.reporters.outline import outline_markdown, outline_text
from argmap.reporters.outline_items import Item, items
from argmap.typesetting import display_width

TRAM = ArgumentMap.model_validate(
    {
        "id": "tram",
        "title": "A tram for the harbour",
        "article": {"authors": ["Mia Lind"], "title": "Rails", "publisher": "The Port Post", "date": "2024-05-01"},
        "codebook": {"id": "city", "actors": {"mayor": "Mayor Berg"}},
        "sources": {"count": {"authors": ["Ole Dahl", "Eva Moe"], "date": "2023-02-01"}, "plan": {"title": "The Plan"}},
        "statements": {
            "loose": {"text": "Ferries are slow.", "because": ["loose-too"]},
            "build": {
                "type": "thesis",
                "text": "The harbour needs a tram.",
                "quote": "a tram, now",
                "at": ["¶1", "¶9"],
                "because": [["crowded", "growing"], {"premises": ["cheap"], "unless": ["strike"]}],
                "but": ["noise"],
                "if": ["money"],
            },
            "crowded": {"text": "Buses are full.", "sources": ["count", "plan", "gone"], "because": ["growing"]},
            "growing": {"text": "The quarter grows.", "label": "Growth", "certainty": "likely", "when": "2024/2030"},
            "cheap": {"type": "assumption", "text": "Rails last."},
            "strike": {"text": "Crews may strike.", "via": {"map": "other", "at": "¶3"}, "where": "harbour"},
            "noise": {"type": "objection", "text": "Trams are loud.", "voice": "mayor"},
            "money": {"text": "The city pays.", "voice": "Ann"},
            "loose-too": {"text": "They wait for wind."},
        },
    }
)


def test_an_outline_reads_from_the_thesis_down() -> None:
    assert outline_text(TRAM).splitlines() == [
        "A tram for the harbour",
        "Mia Lind, “Rails”, The Port Post, 2024-05-01",
        "tram, 9 statements, codebook city",
        "",
        "T The harbour needs a tram. “a tram, now” ¶1, ¶9 (if P4)",
        "   because (together) P1 The quarter grows. (likely · 2024–2030)",
        "   and P2 Buses are full. ▪ (Dahl & Moe 2023; The Plan; gone)",
        "      because P1 Growth (likely · 2024–2030 · see P1)",
        "   because U1 (not stated, assumed): Rails last.",
        "   unless P3 Crews may strike. other ¶3 (harbour)",
        "   but O1 (says Mayor Berg, not the author): Trams are loud.",
        "   if P4 (says Ann, not the author): The city pays.",
        "",
        "Not connected",
        "",
        "P5 Ferries are slow.",
        "   because P6 They wait for wind.",
    ]


def test_the_same_outline_in_markdown() -> None:
    assert outline_markdown(TRAM, ids="file").splitlines() == [
        "# A tram for the harbour",
        "",
        "Mia Lind, “Rails”, The Port Post, 2024-05-01  ",
        "tram, 9 statements, codebook city  ",
        "",
        "- **The harbour needs a tram. “a tram, now” ¶1, ¶9 (if money) \\[build\\]**",
        "  - *because (together)* The quarter grows. (likely · 2024–2030) \\[growing\\]",
        "  - *and* Buses are full. ▪ (Dahl & Moe 2023; The Plan; gone) \\[crowded\\]",
        "    - *because* The quarter grows. (likely · 2024–2030 · see growing) \\[growing\\]",
        "  - *because* (not stated, assumed): Rails last. \\[cheap\\]",
        "  - *unless* Crews may strike. other ¶3 (harbour) \\[strike\\]",
        "  - *but* (says Mayor Berg, not the author): Trams are loud. \\[noise\\]",
        "  - *if* (says Ann, not the author): The city pays. \\[money\\]",
        "",
        "*Not connected*",
        "",
        "- Ferries are slow. \\[loose\\]",
        "  - *because* They wait for wind. \\[loose-too\\]",
    ]


@pytest.mark.parametrize("width", [45, 80])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert max(display_width(line) for line in outline_text(TRAM, width=width, ids="file").splitlines()) <= width


def test_colour_adds_nothing_but_colour() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", outline_text(TRAM, color=True)) == outline_text(TRAM)
    assert "\x1b[1mT The harbour needs a tram." in outline_text(TRAM, color=True)


def test_every_statement_is_written_out_once() -> None:
    assert sorted(item.key for item in items(TRAM) if not item.again) == sorted(TRAM.statements)
    assert [item for item in items(TRAM) if item.again] == [Item(2, "because", "growing", again=True)]


def test_an_empty_map_is_its_title() -> None:
    assert outline_text(ArgumentMap.model_validate({"id": "m"})) == "m\nm, 0 statements, no codebook\n"


def test_one_statement_is_no_plural() -> None:
    one = ArgumentMap.model_validate({"id": "m", "statements": {"t": {"text": "T."}}})
    assert outline_markdown(one) == ("# m\n\nm, 1 statement, no codebook  \n\n\n*Not connected*\n\n- P1 T.\n")


def test_a_chain_of_two_thousand_needs_no_recursion() -> None:
    below = {f"s{i}": {"text": "S.", "because": [f"s{i + 1}"] if i < 1999 else []} for i in range(2000)}
    m = ArgumentMap.model_validate(
        {"id": "m", "statements": {"t": {"type": "thesis", "text": "T.", "because": ["s0"]}, **below}}
    )
    assert sum(1 for _ in items(m)) == 2001


def test_a_deep_chain_is_indented_no_further_and_says_its_level() -> None:
    chain = {f"s{i}": {"text": f"Step {i}.", "because": [f"s{i + 1}"]} for i in range(2000)}
    statements = {**chain, "s0": {**chain["s0"], "type": "thesis"}, "s2000": {"text": "The end."}}
    m = ArgumentMap.model_validate({"id": "m", "statements": statements})
    text, markdown = outline_text(m), outline_markdown(m)
    assert f"\n{'   ' * 12}because P12 Step 12.\n{'   ' * 12}(13) because P13 Step 13.\n" in text
    assert f"\n{'  ' * 12}- *because* P12 Step 12.\n{'  ' * 12}- *(13) because* P13 Step 13.\n" in markdown
    assert len(text) < 200_000


@pytest.mark.parametrize("ids", ["short", "outline", "none"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_outline_tells_all_that_a_drawing_tells_in_full(seed: int, ids: Ids) -> None:
    m = made_up(40, seed, theses=2)
    told = " ".join(outline_text(m, width=10_000, ids=ids).split())
    for box in diagram_of_map(m, level="full", ids=ids).walk():
        for s in box.statements:
            notes = (s.short, "" if s.see else s.text, s.quote, s.qualified, s.said_by, *s.evidence, box.scheme)
            assert [part for part in notes if part and " ".join(part.split()) not in told] == []
            if s.see and s.short:
                assert f"see {s.short}" in told


def test_an_outline_has_its_fixed_words_in_any_language() -> None:
    german = outline_text(TRAM, words=words_in("de"))
    for line in (
        "tram, 9 Aussagen, Codebuch city",
        "   weil (gemeinsam) P1 The quarter grows. (wahrscheinlich · 2024–2030)",
        "   und P2 Buses are full. ▪ (Dahl & Moe 2023; The Plan; gone)",
        "   es sei denn P3 Crews may strike. other ¶3 (harbour)",
        "   aber O1 (sagt Mayor Berg, nicht der Autor): Trams are loud.",
        "   falls P4 (sagt Ann, nicht der Autor): The city pays.",
        "Ohne Verbindung",
    ):
        assert line in german.splitlines()


def test_evidence_stands_right_under_its_claim_and_a_scheme_beside_the_word() -> None:
    statements = {
        "t": {"type": "thesis", "text": "T.", "because": ["d", {"premises": ["a"], "scheme": "cause-to-effect"}, "e"]},
        "a": {"text": "A."},
        "d": {"text": "D.", "because": ["e"]},
        "e": {"type": "evidence", "text": "E.", "sources": ["who"], "at": "¶4"},
    }
    m = ArgumentMap.model_validate({"id": "m", "statements": statements, "sources": {"who": {"publisher": "WHO"}}})
    assert outline_text(m, ids="outline").splitlines()[3:] == [
        "T T.",
        "   ▪ E (WHO) ¶4",
        "   because 1 D.",
        "      ▪ E (WHO) ¶4",
        "   because · cause to effect 2 A.",
    ]
