"""Cards as sheets to cut, and the sheets of their key."""

from collections.abc import Sequence
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.errors import DrawingFailed
from argmap.renderers.graphviz.font_problems import font_problems
from argmap.renderers.handouts.card_pages import CardPages, KeyPages
from argmap.renderers.look import Look
from argmap.renderers.pages.page import Leaf, draw_leaf, estimated, texts
from argmap.renderers.pages.setting import within_room
from argmap.renderers.pages.sheet_ruler import Sizes, ruler_for
from argmap.renderers.pages.sheet_style import Style
from argmap.renderers.picture import Picture
from argmap.teaching.cards import Cards

_BODIES: Final = (12.0, 11.25)
"""Sizes of type that are read across a table; the smaller one where it saves a sheet."""

_KEY_BODY: Final = 9.0
_WIDTH: Final = (150, 290)
"""Points: a card is at least, and at most, so wide."""


def draw_cards(cards: Cards, look: Look) -> tuple[Picture, ...]:
    """The sheets of cards: those with statements, with words, with sources, each kind of one size.

    Raises:
        DrawingFailed: The map has no statements, or there is no Graphviz, or it could not draw this.
    """
    _require(cards)
    sizes, (least, most) = Sizes(), _WIDTH
    styles = [Style(look.paper, body) for body in _BODIES]
    ruler = ruler_for((cards, _fixed(look)), styles, sizes)
    width = styles[0].width
    columns = [n for n in range(2, 13) if least <= width / n <= most] or [2]
    tried = [CardPages(cards, s, look.theme, ruler, n, look.words) for s in styles for n in columns]
    found = min(tried, key=lambda each: (not each.fits(estimated), len(each.pages())))
    found = within_room(found, sizes)
    sizes.measure(texts(found.all_bands()))
    pages = found.pages(sizes)
    leaves = [found.leaf(pages, i, sizes) for i in range(len(pages))]
    sizes.measure(texts(band for leaf in leaves for _, band in leaf.bands))
    return _drawn(leaves, look, sizes, f"{cards.map_id}-cards", _cut(cards))


def draw_cards_key(cards: Cards, look: Look) -> tuple[Picture, ...]:
    """The sheets that tell where each card belongs.

    Raises:
        DrawingFailed: As for `draw_cards`.
    """
    _require(cards)
    sizes, style = Sizes(), Style(look.paper, _KEY_BODY)
    ruler = ruler_for((cards, _fixed(look)), [style], sizes)
    found = within_room(KeyPages(cards, style, look.theme, ruler, look.words), sizes)
    sizes.measure(texts(found.all_bands()))
    pages = found.pages(sizes)
    leaves = [found.leaf(pages, i, sizes) for i in range(len(pages))]
    sizes.measure(texts(band for leaf in leaves for _, band in leaf.bands))
    return _drawn(leaves, look, sizes, f"{cards.map_id}-cards-key", ())


def _require(cards: Cards) -> None:
    if not cards.statements:
        raise DrawingFailed(f"the map {cards.map_id!r} has no statements to put on cards")


def _fixed(look: Look) -> tuple[str, ...]:
    starts = ("cards.", "map.", "table.sheet", "list.")
    return (*(text for key, text in look.words.table.items() if key.startswith(starts)), "0123456789.()[];:…TCPEOU")


def _drawn(
    leaves: Sequence[Leaf], look: Look, sizes: Sizes, name: str, told: tuple[Diagnostic, ...]
) -> tuple[Picture, ...]:
    """The pages as pictures; what is to be told of them all stands with the first."""
    lines = [text for leaf in leaves for text in texts(band for _, band in leaf.bands)]
    once = (*told, *font_problems(" ".join(part for text in lines for part in (text.mark, *text.lines))))
    digits = len(str(len(leaves)))
    found = []
    for number, leaf in enumerate(leaves, start=1):
        called = f"{name}-{number:0{digits}}" if len(leaves) > 1 else name
        data, body_pt = draw_leaf(leaf, look, sizes, name=called)
        found.append(Picture(called, look.kind, data, body_pt, once if number == 1 else ()))
    return tuple(found)


def _cut(cards: Cards) -> tuple[Diagnostic, ...]:
    if not cards.cut:
        return ()
    what = "1 card ends" if cards.cut == 1 else f"{cards.cut} cards end"
    return (problem("AM906", f"{what} in an ellipsis, as no card holds so much", help="try --level title"),)
