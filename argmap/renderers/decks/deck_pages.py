"""A deck as the pages of a PDF: a page for each step, or for each slide, or handouts with the notes below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.layout.paper import PAPERS
from argmap.renderers.decks.slide_setting import SlideSetter, Stepped, measured, shown_at
from argmap.renderers.graphviz.font_problems import font_problems
from argmap.renderers.look import Look
from argmap.renderers.pages.cells import Block, Cell, Setter
from argmap.renderers.pages.page import Leaf, Spaced, draw_leaf, texts
from argmap.renderers.pages.sheet_ruler import Sizes, ruler_for
from argmap.renderers.pages.sheet_style import Style
from argmap.renderers.pages.table_markup import Frame
from argmap.renderers.picture import Picture
from argmap.teaching.deck import Deck, Slide
from argmap.teaching.deck_room import HEIGHT, SIZES, WIDTH

_PORTRAIT: Final = PAPERS["a4-portrait"]
_SHRUNK: Final = _PORTRAIT.width / (WIDTH + 24)
"""How large the slide on a handout is to a slide."""

_INSET: Final = 7.0  # points between a slide on a handout and the line around it
_NOTES: Final = 9.0
"""The size of notes on a handout."""


def draw_deck(deck: Deck, look: Look, *, steps: bool = True, notes: bool = False) -> tuple[Picture, ...]:
    """The pages of a deck, in order.

    Args:
        deck: The slides.
        look: Its colours and its kind of file; the paper is that of slides, with notes upright A4.
        steps: Whether each step has a page; what stands on it stands where it does on the last. Else a page a slide.
        notes: Handouts: a page with the whole slide above its notes, which go on over as many pages as they need.

    Raises:
        DrawingFailed: There is no Graphviz, or it could not draw this.
    """
    sizes = Sizes()
    styles = [Style(PAPERS["slide"], size) for size in SIZES]
    shrunk = [Style(_PORTRAIT, round(size * _SHRUNK, 2)) for size in SIZES] if notes else []
    ruler = ruler_for(deck, [*styles, *shrunk, *([Style(_PORTRAIT, _NOTES)] if notes else [])], sizes)
    look = replace(look, paper=_PORTRAIT if notes else PAPERS["slide"])
    leaves = []
    small: list[int] = []
    for number, slide in enumerate(deck.slides, start=1):
        tried = [(Setter(style, look.theme, ruler), 1.0) for style in styles]
        if notes:
            tried = [(Setter(style, look.theme, ruler), _SHRUNK) for style in shrunk]
        parts, setter, over = _set(slide, deck, number, tried, sizes)
        if over:
            small.append(number)
        if notes:
            note_setter = Setter(Style(_PORTRAIT, _NOTES), look.theme, ruler)
            leaves += list(_handout(slide, parts, note_setter, sizes, number))
        else:
            shown = range(slide.steps) if steps else [slide.steps - 1]
            leaves += [_leaf(slide, setter.style, shown_at(step, parts), number) for step in shown]
    letters = font_problems([leaf.bands for leaf in leaves])
    return tuple(_pictures(leaves, deck, look, sizes, (*letters, *_crowded(small))))


def _set(
    slide: Slide, deck: Deck, number: int, tried: Sequence[tuple[Setter, float]], sizes: Sizes
) -> tuple[list[Stepped], Setter, bool]:
    """The slide in the largest type that fits, and whether none does."""
    for setter, scale in tried:
        inset = _INSET if scale < 1 else 0.0
        parts, high = SlideSetter(setter, sizes, scale, inset, inset).placed(slide, deck, number)
        if high <= HEIGHT:
            return parts, setter, False
    return parts, setter, True


def _leaf(slide: Slide, style: Style, bands: tuple[Spaced, ...], number: int) -> Leaf:
    return Leaf(slide.title, f"{number}", style, bands, style.paper.height)


def _handout(slide: Slide, parts: list[Stepped], notes: Setter, sizes: Sizes, number: int) -> Iterator[Leaf]:
    """The slide in a frame, and its notes below it and on the pages that follow."""
    high = HEIGHT * _SHRUNK + 2 * _INSET
    high = max(high, measured(sizes, parts) + _INSET)
    frame = Cell(0, _PORTRAIT.width, (), frame=Frame(1, "solid", notes.theme.muted, ""), least=high)
    bands: list[Spaced] = [(0.0, (frame,)), *shown_at(slide.steps, parts)]
    top = high + 10
    for block in _note_blocks(slide, notes):
        cell = Cell(0, _PORTRAIT.width, (block,))
        sizes.measure(texts([(cell,)]))
        tall = sizes(block.text)[1] + block.above
        if top + tall > _PORTRAIT.height:
            yield _leaf(slide, notes.style, tuple(bands), number)
            bands, top = [], 0.0
        bands.append((top, (cell,)))
        top += tall
    yield _leaf(slide, notes.style, tuple(bands), number)


def _note_blocks(slide: Slide, setter: Setter) -> Iterator[Block]:
    t, width = setter.theme, _PORTRAIT.width
    for note in slide.notes:
        yield Block(setter.lines(note.heading, "bold", _NOTES, t.ink, width), above=6)
        for line in note.lines:
            yield Block(setter.lines(line, "plain", _NOTES, t.ink, width, mark="·"), above=1.5)


def _pictures(
    leaves: Sequence[Leaf], deck: Deck, look: Look, sizes: Sizes, told: tuple[Diagnostic, ...]
) -> Iterator[Picture]:
    wide = len(str(len(leaves)))
    for n, leaf in enumerate(leaves, start=1):
        sizes.measure(texts(band for _, band in leaf.bands))
        name = f"{deck.name}-{n:0{wide}}"
        data, body_pt = draw_leaf(leaf, look, sizes, name=name)
        yield Picture(name, look.kind, data, body_pt, told if n == 1 else ())


def _crowded(numbers: Sequence[int]) -> Iterator[Diagnostic]:
    if numbers:
        which = ", ".join(map(str, numbers))
        message = f"slide {which} holds more than fits at {SIZES[-1]:g} pt, and runs over its foot"
        yield problem("AM901", message, help="try --level title, or --format html, which scrolls")
