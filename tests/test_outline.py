"""A map as an outline."""

import re

import pytest

from argmap import ArgumentMap
from argmap.reporters.outline import Item, items, outline_markdown, outline_text
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
        "The harbour needs a tram. “a tram, now” ¶1, ¶9",
        "   because Buses are full. (▪ Dahl & Moe 2023; ▪ The Plan; ▪ gone)",
        "      because The quarter grows. (likely; 2024–2030)",
        "   and Growth (see above)",
        "   because Rails last. (not stated, assumed)",
        "   unless Crews may strike. (harbour; via other ¶3)",
        "   but according to Mayor Berg: Trams are loud.",
        "   if according to Ann: The city pays.",
        "",
        "Not connected to a thesis:",
        "",
        "Ferries are slow.",
        "   because They wait for wind.",
    ]


def test_the_same_outline_in_markdown() -> None:
    assert outline_markdown(TRAM, ids=True).splitlines() == [
        "# A tram for the harbour",
        "",
        "Mia Lind, “Rails”, The Port Post, 2024-05-01  ",
        "tram, 9 statements, codebook city  ",
        "",
        "- **The harbour needs a tram. “a tram, now” ¶1, ¶9 \\[build\\]**",
        "  - *because* Buses are full. (▪ Dahl \\& Moe 2023; ▪ The Plan; ▪ gone) \\[crowded\\]",
        "    - *because* The quarter grows. (likely; 2024–2030) \\[growing\\]",
        "  - *and* Growth (see above) \\[growing\\]",
        "  - *because* Rails last. (not stated, assumed) \\[cheap\\]",
        "  - *unless* Crews may strike. (harbour; via other ¶3) \\[strike\\]",
        "  - *but* according to Mayor Berg: Trams are loud. \\[noise\\]",
        "  - *if* according to Ann: The city pays. \\[money\\]",
        "",
        "*Not connected to a thesis:*",
        "",
        "- Ferries are slow. \\[loose\\]",
        "  - *because* They wait for wind. \\[loose-too\\]",
    ]


@pytest.mark.parametrize("width", [45, 80])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert max(display_width(line) for line in outline_text(TRAM, width=width, ids=True).splitlines()) <= width


def test_colour_adds_nothing_but_colour() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", outline_text(TRAM, color=True)) == outline_text(TRAM)
    assert "\x1b[1mThe harbour needs a tram." in outline_text(TRAM, color=True)


def test_every_statement_is_written_out_once() -> None:
    assert sorted(item.key for item in items(TRAM) if not item.again) == sorted(TRAM.statements)
    assert [item for item in items(TRAM) if item.again] == [Item(1, "and", "growing", again=True)]


def test_an_empty_map_is_its_title() -> None:
    assert outline_text(ArgumentMap.model_validate({"id": "m"})) == "m\nm, 0 statements, no codebook\n"


def test_one_statement_is_no_plural() -> None:
    one = ArgumentMap.model_validate({"id": "m", "statements": {"t": {"text": "T."}}})
    assert outline_markdown(one) == ("# m\n\nm, 1 statement, no codebook  \n\n\n*Not connected to a thesis:*\n\n- T.\n")


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
    assert f"\n{'   ' * 12}because Step 12.\n{'   ' * 12}(13) because Step 13.\n" in text
    assert f"\n{'  ' * 12}- *because* Step 12.\n{'  ' * 12}- *(13) because* Step 13.\n" in markdown
    assert len(text) < 200_000
