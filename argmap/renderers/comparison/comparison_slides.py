"""A comparison of two maps as slides to talk over: the point, a few findings at a time, and the rest in numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from argmap.codes import problem
from argmap.comparison.records import Comparison
from argmap.diagnostics import Diagnostic
from argmap.diagram.amount import AT_A_GLANCE, ON_SLIDES, Amount
from argmap.diagram.of_slides import central, rest, slides
from argmap.diagram.sheet import ComparisonSheet
from argmap.renderers.comparison.comparison_sheets import ruler_of
from argmap.renderers.comparison.sheet_keys import Pages, rows_on
from argmap.renderers.comparison.shortening import cut_texts, shortened_to_fit
from argmap.renderers.comparison.slide_pages import Deck, Ending, Overview
from argmap.renderers.graphviz.font_problems import font_problems
from argmap.renderers.look import Look, ViewOptions
from argmap.renderers.pages.page import draw_leaf, estimated, texts
from argmap.renderers.pages.setting import within_room
from argmap.renderers.pages.sheet_ruler import Sizes
from argmap.renderers.pages.sheet_style import Style, bodies
from argmap.renderers.picture import Picture

_EASY: Final = 14 / 12  # times the smallest size that can be read: what a slide aims at
_WIDTHS: Final = (0.3, 0.34, 0.38)  # of the first slide, for its middle

_BRIEF: Final = replace(AT_A_GLANCE["title"], words=24)
_WHOLE: Final = (
    AT_A_GLANCE["text"],
    replace(AT_A_GLANCE["text"], answers=2),
    _BRIEF,
    replace(_BRIEF, answers=1),
    replace(_BRIEF, answers=1, notes=0),
)
_CUT: Final = (replace(_WHOLE[-1], words=12, claim_words=24), replace(_WHOLE[-1], words=6, claim_words=12))
"""What the first slide shows of its findings: as much as fits, without cutting and, if it must be, with."""

S = TypeVar("S", Overview, Ending)


def draw_slides(c: Comparison, look: Look, options: ViewOptions | None = None) -> tuple[Picture, ...]:
    """The slides of a comparison of two maps, in order.

    The first says the point: both theses, how much they agree and differ on, and of each the most central finding.
    Then come all agreements and differences, a few to a slide; the last counts what only one of them speaks to. What
    is asked for by name is listed, whatever it is.

    Args:
        c: Two maps; the first stands on the left.
        look: What the slides are made for; at level ``title`` unless it has one.
        options: Which findings are drawn; all unless said.

    Raises:
        DrawingFailed: There are not exactly two maps, or no Graphviz, or it could not draw this.
    """
    whole, c = c, replace(c, findings=(options or ViewOptions()).findings(c))
    level, words, sizes = look.level or "title", look.words, Sizes()

    def make(amounts: Mapping[str, Amount]) -> ComparisonSheet:
        return slides(c, level=level, words=words, among=whole, amounts=amounts)

    sheet = make({})
    left = rest(c, level=level, words=words) if whole == c else None
    styles = [Style(look.paper, body) for body in bodies(look.paper)]
    ruler = ruler_of((sheet, left), styles, words, sizes)
    deck = Deck(sheet, styles[-1], look.theme, ruler, words, after=1 if left else 0)
    easy = [style for style in styles if style.body >= _EASY * look.paper.least_pt] or styles[:1]
    at = next((style for style in styles[len(easy) - 1 :] if _holds(replace(deck, style=style), sizes)), None)
    shortened: frozenset[str] = frozenset()
    if at is None:
        sheet, shortened = shortened_to_fit(make, lambda s: replace(deck, sheet=s), sizes, ON_SLIDES[level])
        at = styles[-1]
    deck, pages = _largest(replace(deck, sheet=sheet, style=at), styles, sizes)
    count = pages.count + deck.after
    first = _first_that_fits(_overviews(c, sheet, count, look, sizes), sizes)
    leaves = [first.leaf(sizes), *(deck.leaf(pages, i, sizes) for i in range(len(pages.pages)))]
    if left:
        ending = Ending(sheet, count, deck.style, look.theme, ruler, words, left, named=0)
        leaves.append(_first_that_fits(_endings(ending, styles), sizes).leaf(sizes))
    rows = [[group.row for group in first.central], *(rows_on(sheet, p) for p in pages.pages)]
    cut = cut_texts(sheet, rows, shortened, first=1, level=level, what="slide")
    letters = font_problems([leaf.bands for leaf in leaves])
    name = "-".join([*(m.id for m in c.maps), "slides"]).replace("#", "-")
    made = []
    for number, leaf in enumerate(leaves, start=1):
        called = f"{name}-{number:0{len(str(count))}}" if count > 1 else name
        data, body_pt = draw_leaf(leaf, look, sizes, name=called)
        told = _too_small(look, body_pt, number)
        made.append(Picture(called, look.kind, data, body_pt, told if number > 1 else (*told, *letters, *cut)))
    return tuple(made)


def _holds(deck: Deck, sizes: Sizes) -> bool:
    """Whether each finding fits a slide."""
    return not deck.too_high(estimated) and not within_room(deck, sizes).too_high(sizes)


def _largest(deck: Deck, styles: list[Style], sizes: Sizes) -> tuple[Deck, Pages]:
    """The deck in the largest type that needs no more slides than the type it comes in."""
    fewest = deck.pages().count
    for style in styles:
        if style.body <= deck.style.body:
            break
        found = replace(deck, style=style)
        if found.pages().count <= fewest and found.fits(estimated):
            set_again = within_room(found, sizes)
            pages = _measured(set_again, sizes)
            if pages.count <= fewest and set_again.fits(sizes):
                return set_again, pages
    set_again = within_room(deck, sizes)
    return set_again, _measured(set_again, sizes)


def _measured(deck: Deck, sizes: Sizes) -> Pages:
    pages = deck.pages(sizes)
    for index in range(len(pages.pages)):
        sizes.measure(texts(band for _, band in deck.leaf(pages, index, estimated).bands))
    return pages


def _overviews(c: Comparison, sheet: ComparisonSheet, count: int, look: Look, sizes: Sizes) -> Iterator[Overview]:
    """The first slide, its findings losing words before its type gets smaller than what is read with ease."""
    styles = [Style(look.paper, body, short=True, share=share) for body in bodies(look.paper) for share in _WIDTHS]
    easy = [style for style in styles if style.body >= _EASY * look.paper.least_pt]
    ruler = ruler_of((sheet, central(c, _WHOLE[0], look.words)), styles, look.words, sizes)
    tried = [*((amount, easy) for amount in _WHOLE), *((amount, styles) for amount in (_WHOLE[-1], *_CUT))]
    for amount, some in tried:
        shown = central(c, amount, look.words)
        for style in some:
            yield Overview(sheet, count, style, look.theme, ruler, look.words, shown)


def _endings(ending: Ending, styles: list[Style]) -> Iterator[Ending]:
    """The last slide with fewer and fewer names, then in smaller type."""
    for named in range(9, -1, -1):
        yield replace(ending, named=named)
    for style in styles:
        if style.body < ending.style.body:
            yield replace(ending, named=0, style=style)


def _first_that_fits(tried: Iterator[S], sizes: Sizes) -> S:
    """The first that fits its paper; if none does, the last."""
    found: S | None = None
    for found in tried:
        if found.height(estimated) <= found.style.paper.height:
            set_again = within_room(found, sizes)
            if set_again.height(sizes) <= found.style.paper.height:
                return set_again
    assert found, "there is always something to try"
    return within_room(found, sizes)


def _too_small(look: Look, body_pt: float, number: int) -> tuple[Diagnostic, ...]:
    if body_pt >= look.paper.least_pt:
        return ()
    message = (
        f"the text of slide {number} prints at {body_pt:.1f} pt on {look.paper.name}; "
        f"{look.paper.least_pt:g} pt can be read"
    )
    return (problem("AM901", message, help="try --view sheet --paper fit"),)
