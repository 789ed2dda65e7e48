"""Slides as PDF: a page for each step, nothing moves from one to the next, pages of one size, handouts with notes."""

import io
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from decks import deck_of, made

from argmap.layout.paper import PAPERS
from argmap.renderers.decks.deck_pages import draw_deck
from argmap.renderers.decks.slide_setting import SlideSetter
from argmap.renderers.look import look
from argmap.renderers.pages.cells import Setter
from argmap.renderers.pages.sheet_ruler import Sizes, ruler_for
from argmap.renderers.pages.sheet_style import Style
from argmap.teaching.deck import Box, Deck, Note, Row, Slide, Text
from argmap.theme import THEMES

pytest.importorskip("pygraphviz", reason="pages are drawn with pygraphviz")
pypdf = pytest.importorskip("pypdf")

ALSO = [pytest.param(kind, marks=pytest.mark.slow) for kind in ("one", "four")]

Place = tuple[str, float, float]


@cache
def pages_of(kind: str, **options: object) -> list[object]:
    return list(pypdf.PdfReader(io.BytesIO(made(kind, format="pdf", **options).data)).pages)


def places(page: object) -> Counter[Place]:
    """Every piece of text with where it begins, to a tenth of a point."""
    found: Counter[Place] = Counter()

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            found[text.strip(), round(cm[4] + tm[4], 1), round(cm[5] + tm[5], 1)] += 1

    page.extract_text(visitor_text=visit)  # type: ignore[attr-defined]
    return found


def by_slide(kind: str) -> Iterator[tuple[Slide, list[object]]]:
    pages = iter(pages_of(kind))
    for slide in deck_of(kind).slides:
        yield slide, [next(pages) for _ in range(slide.steps)]


@pytest.mark.parametrize("kind", ["pair", *ALSO])
def test_there_is_a_page_for_each_step_all_of_one_size(kind: str) -> None:
    pages = pages_of(kind)
    assert len(pages) == sum(slide.steps for slide in deck_of(kind).slides)
    assert {tuple(float(side) for side in page.mediabox) for page in pages} == {(0, 0, 960, 540)}  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["pair", *ALSO])
def test_what_was_shown_stands_where_it_stood_and_each_step_adds_something(kind: str) -> None:
    steps = 0
    for slide, pages in by_slide(kind):
        for before, after in pairwise(pages):
            old, new = places(before), places(after)
            assert not old - new, slide.title
            assert new - old, slide.title
            steps += 1
    assert steps > 20


@pytest.mark.parametrize("kind", ["pair", *ALSO])
def test_without_steps_there_is_a_page_for_each_slide_with_everything_on_it(kind: str) -> None:
    pages = pages_of(kind, steps=False)
    deck = deck_of(kind)
    assert len(pages) == len(deck.slides)
    for (_, stepped), page in zip(by_slide(kind), pages, strict=True):
        assert places(stepped[-1]) == places(page)


@pytest.mark.parametrize("kind", ["pair", "hostile"])
def test_all_that_stands_on_a_slide_is_on_its_page(kind: str) -> None:
    for slide, page in zip(deck_of(kind).slides, pages_of(kind, steps=False), strict=True):
        said = "".join(page.extract_text().split())  # type: ignore[attr-defined]
        for text in slide.texts():
            first = "".join(text.split())[:12]
            assert first.isascii() is False or first in said, (slide.title, text)


def test_handouts_are_upright_and_hold_slides_and_notes() -> None:
    pages = pages_of("pair", notes=True)
    assert {tuple(float(side) for side in page.mediabox) for page in pages} == {(0, 0, 595, 842)}  # type: ignore[attr-defined]
    said = "".join("".join(page.extract_text().split()) for page in pages)  # type: ignore[attr-defined]
    for slide in deck_of("pair").slides:
        for note in slide.notes:
            assert "".join(note.heading.split()) in said
            for line in note.lines:
                assert "".join(line.split())[:15] in said


def test_dark_slides_stand_as_light_ones_do() -> None:
    light, dark = (pages_of("pair", theme=theme, steps=False) for theme in ("light", "dark"))
    assert [places(page) for page in light] == [places(page) for page in dark]
    assert made("pair", format="pdf", theme="dark").data != made("pair", format="pdf").data


def test_the_same_deck_gives_the_same_bytes() -> None:
    wanted = look(paper="slide", format="pdf")
    deck = Deck("d", "D", deck_of("pair").slides[:3], "foot")
    once, again = ([p.data for p in draw_deck(deck, wanted)] for _ in range(2))
    assert once == again


def test_a_slide_that_holds_more_than_fits_is_told_of() -> None:
    rows = tuple(Row((Box((Text(f"row {n}"),)),)) for n in range(60))
    deck = Deck("d", "D", (Slide("branch", "Fine"), Slide("branch", "Much", rows)), "foot")
    first, *_ = draw_deck(deck, look(paper="slide", format="pdf"))
    assert [(d.code, "slide 2 holds more" in d.message) for d in first.diagnostics] == [("AM901", True)]


def test_notes_that_are_longer_than_a_page_go_on_on_the_next() -> None:
    note = Note("Much", tuple(f"line {n}" for n in range(120)))
    deck = Deck("d", "D", (Slide("branch", "One", (), (note,)),), "foot")
    assert len(draw_deck(deck, look(paper="slide", format="pdf"), notes=True)) > 1


@pytest.mark.parametrize("kind", ["one", "pair", "hostile"])
def test_no_text_is_wider_than_its_box(kind: str) -> None:
    deck, sizes = deck_of(kind), Sizes()
    style = Style(PAPERS["slide"], 18.0)
    setter = SlideSetter(Setter(style, THEMES["light"], ruler_for(deck, [style], sizes)), sizes)
    wide = []
    for number, slide in enumerate(deck.slides, start=1):
        for _, (_, (cell,)) in setter.placed(slide, deck, number)[0]:
            wide += [block.text.lines for block in cell.blocks if sizes(block.text)[0] > cell.width - cell.pad]
    assert wide == []
