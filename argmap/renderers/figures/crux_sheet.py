"""Conflicts as sheets: as much of what each turns on as the paper holds in type that can be read."""

from dataclasses import replace
from functools import partial
from typing import Final

from argmap.comparison.records import Comparison, Finding
from argmap.diagram.butterfly import MOST
from argmap.diagram.crux import conflicts, crux
from argmap.renderers.figures.crux_page import CruxPage
from argmap.renderers.graphviz.font_problems import font_problems
from argmap.renderers.look import Look, ViewOptions
from argmap.renderers.pages.page import draw_leaf, estimated, texts
from argmap.renderers.pages.setting import within_room
from argmap.renderers.pages.sheet_ruler import Sizes, ruler_for
from argmap.renderers.pages.sheet_style import Style, bodies
from argmap.renderers.pages.too_small import too_small
from argmap.renderers.picture import Picture

_FEWER: Final = (None, 8, 5, 3, 1)
"""So many points of a kind are shown, where there is no room for more."""

_EASY: Final = 1.1  # times the smallest size that can be read

_ENDLESS: Final = 900.0
"""How wide a sheet of no paper is."""


def draw_crux(c: Comparison, look: Look, options: ViewOptions) -> tuple[Picture, ...]:
    """A sheet for each conflict, at most six, the most central one first.

    Raises:
        DrawingFailed: There is no conflict, or no Graphviz, or it could not draw this.
    """
    found = conflicts(c, options.findings(c))
    shown, left = found[:MOST], len(found) - MOST
    sizes = Sizes()
    name = "-".join(m.id for m in c.maps).replace("#", "-") + "-crux"
    made = []
    for number, f in enumerate(shown, start=1):
        page = replace(_fitted(c, f, look, sizes)[0], left=max(left, 0))
        called = f"{name}-{number}" if len(shown) > 1 else name
        sizes.measure(texts(band for _, band in page.leaf(sizes).bands))
        data, body_pt = draw_leaf(page.leaf(sizes), look, sizes, name=called)
        small = too_small(look, body_pt, partial(_readable, c, f, sizes), may_shorten=look.shown != "title")
        made.append(Picture(called, look.kind, data, body_pt, (*small, *font_problems(page.crux))))
    return tuple(made)


def _readable(c: Comparison, f: Finding, sizes: Sizes, look: Look) -> bool:
    return _fitted(c, f, look, sizes)[1]


def _fitted(c: Comparison, f: Finding, look: Look, sizes: Sizes) -> tuple[CruxPage, bool]:
    """The page with as many points as fit in type that is read with ease; and whether the paper holds it at all."""
    pages = [crux(c, f, look.words, level=look.shown, most=most) for most in _FEWER]
    paper = replace(look.paper, width=_ENDLESS) if look.paper.endless else look.paper
    styles = [Style(paper, body) for body in bodies(look.paper)]
    ruler = ruler_for((tuple(pages), tuple(look.words.table.values())), styles, sizes)
    easy = [s for s in styles if s.body >= _EASY * look.paper.least_pt or look.paper.name == "slide"] or styles
    for some in (easy, styles[len(easy) :]):
        for shown in pages:
            for style in some:
                page = CruxPage(shown, style, look.theme, ruler, look.words)
                if page.fits(estimated):
                    page = within_room(page, sizes)
                    if page.fits(sizes):
                        return page, True
    return within_room(CruxPage(pages[-1], styles[-1], look.theme, ruler, look.words), sizes), False
