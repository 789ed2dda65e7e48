"""One question drawn from the middle: as much of both wings as the paper holds in type that can be read."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from argmap.comparison.records import Comparison, Finding
from argmap.diagram.butterfly import MOST, Butterfly, Plan, butterfly, openings, questions
from argmap.layout.paper import Paper
from argmap.renderers.figures.butterfly_page import ButterflyPage
from argmap.renderers.figures.butterfly_room import columns_of
from argmap.renderers.graphviz.font_problems import font_problems
from argmap.renderers.look import Look, ViewOptions
from argmap.renderers.pages.page import draw_leaf, estimated, texts
from argmap.renderers.pages.setting import within_room
from argmap.renderers.pages.sheet_ruler import Sizes, ruler_for
from argmap.renderers.pages.sheet_style import Style, bodies
from argmap.renderers.pages.too_small import too_small
from argmap.renderers.picture import Picture

if TYPE_CHECKING:
    from argmap.diagram.boxes import Level

DEPTH: Final = 2
"""So many steps below the answers are shown, unless said otherwise."""

_EASY: Final = 1.1  # times the smallest size that can be read
_FEWER: Final = (4, 3, 2)
"""So many reasons and objections of an answer are shown where there is no room for all."""

_ENDLESS_COLUMN: Final = 200.0


def draw_butterfly(c: Comparison, look: Look, options: ViewOptions) -> tuple[Picture, ...]:
    """A sheet for each question asked about, at most six; without any, the one on which the maps differ most.

    Raises:
        DrawingFailed: Nothing could be compared, or there is no Graphviz, or it could not draw this.
    """
    found = questions(c, options.findings(c))
    shown, left = (found[:MOST], len(found) - MOST) if options.about else (found[:1], 0)
    sizes = Sizes()
    name = "-".join(m.id for m in c.maps).replace("#", "-") + "-butterfly"
    made = []
    for number, f in enumerate(shown, start=1):
        page = page_of(c, f, look, options.depth, sizes)
        if left > 0:
            page = replace(page, left=left)
        called = f"{name}-{number}" if len(shown) > 1 else name
        leaf = page.leaf(sizes)
        sizes.measure(texts(band for _, band in leaf.bands))
        data, body_pt = draw_leaf(page.leaf(sizes), look, sizes, name=called)
        works = partial(_readable, c, f, sizes)
        small = too_small(look, body_pt, works, may_shorten=look.shown != "title")
        told = (*small, *font_problems(page.page))
        made.append(Picture(called, look.kind, data, body_pt, told))
    return tuple(made)


def plans(look: Look, depth: int | None) -> list[Plan]:
    """How much to show, best first: whole sentences before labels, all steps before fewer.

    Where no level is asked for, reasons may come in their labels while the answers keep their sentences.
    """
    most = DEPTH if depth is None else depth
    level: Level = "title" if look.shown == "title" or not look.level else look.shown
    answers: Level = look.shown
    whole = [Plan(reasons, n, answers) for n in range(most, 0, -1) for reasons in dict.fromkeys((look.shown, level))]
    fewer = [Plan(level, 1, answers, most=n) for n in _FEWER if most]
    brief = [replace(plan, answers="title") for plan in fewer[-2:]] if answers == "text" else []
    return [*whole, *fewer, *brief, *(Plan(level, 0, each) for each in dict.fromkeys((answers, level)))]


def page_of(c: Comparison, f: Finding, look: Look, depth: int | None, sizes: Sizes) -> ButterflyPage:
    """The most that fits in type that is read with ease, in the largest; else the most that fits at all."""
    most = None if depth is None else _steps(c, f, look, depth)
    return _fitted(c, f, look, plans(look, most), sizes)[0]


def _steps(c: Comparison, f: Finding, look: Look, asked: int) -> int:
    """So many of the steps asked for as there are."""
    pages = (butterfly(c, f, Plan("title", n, "title"), look.words) for n in range(asked + 1))
    return next((n for n, (page, more) in enumerate(pairwise(pages)) if page == more), asked)


def _fitted(c: Comparison, f: Finding, look: Look, tried: list[Plan], sizes: Sizes) -> tuple[ButterflyPage, bool]:
    """The page, and whether the paper holds it."""
    pages = [butterfly(c, f, plan, look.words) for plan in tried]
    styles = [Style(_paper(look.paper, pages[0]), body) for body in bodies(look.paper)]
    ruler = ruler_for((tuple(pages), tuple(look.words.table.values())), styles, sizes)

    def at(page: Butterfly, style: Style) -> ButterflyPage:
        return ButterflyPage(page, style, look.theme, ruler, look.words)

    easy = [s for s in styles if s.body >= _EASY * look.paper.least_pt or look.paper.name == "slide"] or styles
    for plan, page in zip(tried, pages, strict=True):
        if found := _largest((at(page, style) for style in easy), sizes):
            return found, True
        if plan.depth > 1 and plan.level == tried[-1].level:
            for style in (easy[-1], styles[-1]):
                if opened := _opened(page, plan, partial(_replanned, c, f, at(page, style)), sizes):
                    return opened, True
    for whole in (True, False):  # rather fewer steps than words cut in two
        for page in pages:
            if found := _largest(
                (at(page, style) for style in styles[0 if not whole else len(easy) :]), sizes, whole=whole
            ):
                return found, True
    return within_room(at(pages[-1], styles[-1]), sizes), False


def _paper(paper: Paper, page: Butterfly) -> Paper:
    """The paper; where it has no end, as wide as the columns need."""
    columns = sum(map(columns_of, page.wings))
    return replace(paper, width=columns * _ENDLESS_COLUMN + 180) if paper.endless else paper


def _replanned(c: Comparison, f: Finding, page: ButterflyPage, plan: Plan) -> ButterflyPage:
    """The same with more or less of it shown."""
    return replace(page, page=butterfly(c, f, plan, page.words))


def _largest(tried: Iterable[ButterflyPage], sizes: Sizes, *, whole: bool = True) -> ButterflyPage | None:
    """The first that fits, once it is measured, and cuts no word of usual length, if they are to be `whole`."""
    for found in tried:
        if found.fits(estimated) and (found.keeps_words or not whole):
            measured = within_room(found, sizes)
            if measured.fits(sizes):
                return measured
    return None


def _opened(page: Butterfly, plan: Plan, at: Callable[[Plan], ButterflyPage], sizes: Sizes) -> ButterflyPage | None:
    """As much of the page as fits: each statement that carries something is opened, in turn, if there is room.

    None where that would leave a side without any that is opened, although it has some.
    """
    candidates = openings(page)
    closed = frozenset(candidates)
    for each in candidates:
        if at(replace(plan, closed=closed - {each})).fits(estimated):
            closed -= {each}
    opened = [each for each in candidates if each not in closed]
    while {letter for letter, _ in opened} == {letter for letter, _ in candidates} != set():
        if found := _largest([at(replace(plan, closed=closed))], sizes):
            return found
        closed |= {opened.pop()}
    return None


def _readable(c: Comparison, f: Finding, sizes: Sizes, look: Look) -> bool:
    """Whether the least of it could be read with another look."""
    return _fitted(c, f, look, plans(look, 0)[-1:], sizes)[1]
