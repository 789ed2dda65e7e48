"""Slides as Markdown: pandoc reads it as it was meant, with notes, and makes reveal.js and PowerPoint of it."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from decks import deck_of, made

from argmap.reporters.deck_markdown import deck_markdown
from argmap.teaching.deck import Box, Deck, Note, Row, Slide, Text


def written(*slides: Slide, **options: bool) -> str:
    return deck_markdown(Deck("d", 'A "deck"', slides, "The foot."), **options)


QUESTION = Slide(
    "question",
    "Does it pay?",
    (
        Row((Box((Text("A  Ruiz", "bold"), Text("“it pays” ¶2", "quote")), "a", 1), Box((Text("B"),), "b", 2))),
        Row((Box((Text("! cannot both be right", "bold"),), "conflict", 3),)),
    ),
    (Note("Ask", ("Why?",)),),
)


def test_a_slide_is_a_heading_a_list_and_its_notes() -> None:
    head, _, slides = written(QUESTION).partition("---\n\n")
    assert head.startswith('---\npagetitle: "A \\"deck\\""\nlang: en\nslide-level: 2\nwidth: 1280\n')
    assert slides == (
        "## Does it pay?\n\n"
        "::: incremental\n"
        "-   **A Ruiz**\\\n    *“it pays” ¶2*\n\n"
        "-   B\n\n"
        "-   **! cannot both be right**\n"
        ":::\n\n"
        "::: notes\n**Ask**\n\n-   Why?\n\n*The foot.*\n:::\n"
    )


def test_steps_and_notes_can_be_left_out() -> None:
    said = written(QUESTION, steps=False, notes=False)
    assert "::: incremental" not in said
    assert "::: nonincremental" in said
    assert "notes" not in said


def test_reasons_stand_under_their_claim() -> None:
    rows = (
        Row((Box((Text("Claim"),)),)),
        Row((Box((Text("One"),), step=1), Box((Text("Two"),), step=1)), "because", "support", 1),
    )
    assert "-   Claim\n\n    -   **because:** One\\\n        Two" in written(Slide("branch", "T", rows))


def test_short_boxes_of_a_table_stand_on_a_line_and_questions_have_their_number() -> None:
    table = Row((Box((Text("China", "bold"),)), Box((Text("ally"),)), Box((Text("rival"),))))
    question = Row((Box((Text("Why?"),)),), "2")
    assert "-   **China** — ally — rival\n\n-   **2.** Why?\n" in written(Slide("roles", "T", (table, question)))


@pytest.fixture(scope="module")
def pandoc() -> Any:
    found = pytest.importorskip("pypandoc", reason="pypandoc-binary is not installed")
    try:
        found.get_pandoc_path()
    except OSError:
        pytest.skip("there is no pandoc")
    return found


def parsed(pandoc: Any, text: str) -> list[dict[str, Any]]:
    """The blocks pandoc sees."""
    blocks: list[dict[str, Any]] = json.loads(pandoc.convert_text(text, "json", format="markdown"))["blocks"]
    return blocks


def kinds(value: Any) -> Iterator[str]:
    """What kinds of elements there are, at any depth."""
    if isinstance(value, dict):
        if "t" in value:
            yield value["t"]
        for part in value.values():
            yield from kinds(part)
    elif isinstance(value, list):
        for part in value:
            yield from kinds(part)


@pytest.mark.parametrize("kind", ["one", "pair", "four", "hostile-one", "hostile", "hostile-three"])
def test_pandoc_sees_a_heading_for_each_slide_and_nothing_that_was_not_meant(pandoc: Any, kind: str) -> None:
    blocks = parsed(pandoc, made(kind, format="markdown").data.decode())
    deck = deck_of(kind)
    assert sum(block["t"] == "Header" for block in blocks) == len(deck.slides)
    assert sum(block["t"] == "Div" and block["c"][0][1] == ["notes"] for block in blocks) == len(deck.slides)
    meant = {"Header", "Para", "Plain", "Div", "BulletList", "Str", "Space", "SoftBreak", "LineBreak", "Strong", "Emph"}
    assert set(kinds(blocks)) <= meant | {"Quoted", "DoubleQuote", "SingleQuote"}


def test_text_comes_out_as_it_went_in(pandoc: Any) -> None:
    odd = "A. *b* _c_ $x$ ^2 @d [e](f) <g> `h` #i | ~j {k} \\n &amp; (a) 1. - + ::: . . . <!-- --> x_1 H~2~O a@b.c"
    text = written(Slide("branch", odd, (Row((Box((Text(odd),)),)),), (Note(odd, (odd,)),)))
    plain = pandoc.convert_text(text, "plain", format="markdown-smart", extra_args=["--wrap=none"])
    assert plain.count(odd) == 4
    smart = pandoc.convert_text(text, "plain", format="markdown", extra_args=["--wrap=none"])
    assert smart.count("H~2~O a@b.c") == 4


@pytest.mark.slow
def test_powerpoint_has_a_slide_for_each_and_the_notes_hold_the_quotations(pandoc: Any, tmp_path: Any) -> None:
    out = tmp_path / "deck.pptx"
    pandoc.convert_text(made("pair", format="markdown").data.decode(), "pptx", format="markdown", outputfile=str(out))
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as file:
        names = file.namelist()
        slides = [name for name in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        notes = [name for name in names if re.fullmatch(r"ppt/notesSlides/notesSlide\d+\.xml", name)]
        said = " ".join("".join(ElementTree.fromstring(file.read(name)).itertext()) for name in notes)
    deck = deck_of("pair")
    assert (len(slides), len(notes)) == (len(deck.slides), len(deck.slides))
    lines = " ".join(line for slide in deck.slides for note in slide.notes for line in note.lines)
    quoted = re.findall("“([^“”\"']+)”", lines)
    assert len(quoted) > 50
    assert [quote for quote in quoted if quote not in said] == []


@pytest.mark.slow
def test_reveal_shows_slides_step_by_step_with_notes(pandoc: Any) -> None:
    text = made("pair", format="markdown").data.decode()
    html = pandoc.convert_text(text, "revealjs", format="markdown")
    deck = deck_of("pair")
    assert html.count('<aside class="notes">') == len(deck.slides)
    assert html.count('class="fragment"') >= sum(slide.steps - 1 for slide in deck.slides)


def test_what_reveal_is_told_harms_no_other_format(pandoc: Any) -> None:
    text = made("pair", format="markdown", most=1).data.decode()
    assert "max-height: 100%" in pandoc.convert_text(text, "revealjs", format="markdown", extra_args=["-s"])
    beamer = pandoc.convert_text(text, "beamer", format="markdown", extra_args=["-s"])
    assert "usetheme" not in beamer
    assert "max-height" not in beamer
