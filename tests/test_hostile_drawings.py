"""Drawings of texts made to break them: whole or refused by name; the same bytes each time; never without end."""

import hashlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from accessible import problems_of, words_of
from made_up_comparisons import made_up_comparison
from made_up_maps import made_up
from marked_map import HOSTILE, UNPRINTABLE, a_map, every_mark, hostile_map, printed
from pictures import draw_comparison, draw_map
from pypdf import PdfReader

from argmap.errors import DrawingFailed
from argmap.renderers.graphviz import engine

WHOLE: dict[str, Any] = {"paper": "fit", "split": "never", "level": "full"}


def named(words: str) -> str:
    return ascii(words[:16])


@pytest.mark.parametrize("words", HOSTILE, ids=named)
def test_text_is_drawn_whole_wherever_it_stands(words: str) -> None:
    (picture,) = draw_map(hostile_map(words), **WHOLE)
    kept, said = printed(words), printed(words_of(picture.data))
    # the title, the sources in its line, the thesis, a claim, an assumption, evidence, an objection, a quotation
    assert said.count(kept) >= 8
    assert said.count(printed(words[:200])) >= 11
    assert problems_of(picture.data, "h") == []


@pytest.mark.parametrize("words", HOSTILE, ids=named)
@pytest.mark.parametrize("form", ["pdf", "png", "dot"])
def test_every_format_takes_it(words: str, form: str) -> None:
    m = a_map(t={"type": "thesis", "text": words, "because": ["a"]}, a={"text": "a", "voice": words[:200]})
    (picture,) = draw_map(m, format=form, **WHOLE)
    assert len(picture.data) > 2000


@pytest.mark.parametrize("words", HOSTILE[:17], ids=named)
def test_on_a_page_no_sheet_loses_a_word(words: str) -> None:
    m = a_map(t={"type": "thesis", "text": f"One: {words}", "because": ["a"]}, a={"text": f"Two: {words}"})
    said = printed(" ".join(words_of(picture.data) for picture in draw_map(m)))
    assert said.count(printed(words)) >= 2


def test_what_no_drawing_can_hold_is_left_out_and_the_rest_stands() -> None:
    m = every_mark().model_copy(update={"title": f"A{UNPRINTABLE}title"})
    thesis = m.statements["tram"].model_copy(update={"text": f"The{UNPRINTABLE}ses", "label": None})
    m = m.model_copy(update={"statements": {**m.statements, "tram": thesis}})
    for form in ("svg", "pdf", "png"):
        (picture,) = draw_map(m, format=form)
        assert picture.data
    (picture,) = draw_map(m)
    said = printed(words_of(picture.data))
    assert "Atitle" in said
    assert "Theses" in said


def test_a_text_of_nothing_that_can_be_drawn_leaves_its_box() -> None:
    m = a_map(t={"type": "thesis", "text": "\u200b\ufeff", "because": ["a"]}, a={"text": "\ufdd0\ufffe\uffff"})
    (picture,) = draw_map(m)
    assert len(re.findall(rb'class="node"', picture.data)) >= 3


@pytest.mark.parametrize("level", ["title", "full"])
def test_comparisons_of_such_texts_are_drawn_and_clean(level: str) -> None:
    for sheet in draw_comparison(made_up_comparison(6, 4, kind="hostile"), level=level):
        assert problems_of(sheet.data, sheet.name) == []


def test_a_statement_that_graphviz_cannot_draw_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = engine.measure

    def refuses(labels: Any, *args: Any, **options: Any) -> Any:
        if any("poison" in label for label in labels.values()):
            raise DrawingFailed("Graphviz could not draw this: Error: no")
        return honest(labels, *args, **options)

    monkeypatch.setattr(engine, "measure", refuses)
    m = a_map(t={"type": "thesis", "because": ["a"]}, a={"text": "poison"})
    with pytest.raises(DrawingFailed, match="the statement 'a' cannot be drawn: Graphviz could not draw this"):
        draw_map(m)


# ---- the same bytes

DRAWS = """\
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from made_up_comparisons import made_up_comparison
from made_up_maps import made_up
from marked_map import every_mark
from pictures import draw_comparison, draw_map
def tell(kind, form, pictures):
    for p in pictures:
        print(kind, form, p.name, hashlib.sha256(p.data).hexdigest())
for form in ("svg", "dot", "pdf", "png"):
    tell("map", form, draw_map(made_up(14, 2, theses=2), format=form))
    tell("comparison", form, draw_comparison(made_up_comparison(5, 2), format=form))
for form in ("svg", "dot", "mermaid"):
    tell("graph", form, draw_map(every_mark(), format=form, layout="dot"))
"""


def test_the_same_bytes_come_out_of_any_process_with_any_hash_seed() -> None:
    command = [sys.executable, "-c", DRAWS, str(Path(__file__).parent)]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "4711")
    ]
    one, other = (each.communicate()[0] for each in running)
    assert [each.returncode for each in running] == [0, 0]
    assert one.count("\n") >= 11
    assert one == other


def test_a_drawing_knows_nothing_of_the_drawing_before_it() -> None:
    before = hashlib.sha256(draw_map(every_mark())[0].data)
    draw_map(made_up(15, 1), theme="dark")
    assert hashlib.sha256(draw_map(every_mark())[0].data).digest() == before.digest()


# ---- PDF and PNG


def pdf(**options: Any) -> PdfReader:
    (picture,) = draw_map(every_mark(), format="pdf", **options)
    return PdfReader(io.BytesIO(picture.data))


def test_the_text_of_a_pdf_can_be_searched() -> None:
    said = " ".join(pdf(level="full").pages[0].extract_text().split())
    for words in ("The valley should have a tram.", "People will ride it.", "because (together)", "“full buses” ¶3"):
        assert words in said
    assert "Loans are at hand." in said


def test_a_pdf_is_a_page_without_a_date() -> None:
    reader = pdf()
    assert len(reader.pages) == 1
    assert [name for name in reader.metadata or {} if "Date" in name] == []
    (picture,) = draw_map(every_mark(), format="pdf")
    assert not re.search(rb"D:20\d\d|/CreationDate|/ModDate", picture.data)


def test_a_png_has_no_side_that_cannot_be_stored_and_no_date() -> None:
    (picture,) = draw_map(made_up(120, 2), format="png", paper="fit", split="never")
    sides = [int.from_bytes(picture.data[at : at + 4], "big") for at in (16, 20)]
    assert max(sides) <= engine.MAX_PIXELS + 100
    assert b"tIME" not in picture.data


# ---- many statements


@pytest.mark.slow
def test_a_thousand_statements_are_drawn() -> None:
    pictures = draw_map(made_up(1000, 1))
    assert len(pictures) > 20
    for picture in pictures[:3]:
        assert ElementTree.fromstring(picture.data).get("role") == "img"


@pytest.mark.slow
def test_a_long_chain_and_a_wide_fan_are_drawn_or_refused_by_name() -> None:
    wide = {"t": {"type": "thesis", "because": [f"s{i}" for i in range(400)]}} | {f"s{i}": {} for i in range(400)}
    assert draw_map(a_map(**wide))
    deep: dict[str, Any] = {f"s{i}": {"because": [f"s{i + 1}"]} for i in range(140)} | {"s140": {}}
    deep["s0"]["type"] = "thesis"
    assert draw_map(a_map(**deep))
    deep |= {f"s{i}": {"because": [f"s{i + 1}"]} for i in range(140, 2000)} | {"s2000": {}}
    with pytest.raises(DrawingFailed, match="more than 150 steps deep"):
        draw_map(a_map(**deep))
