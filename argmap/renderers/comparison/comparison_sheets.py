"""A comparison of two maps as sheets with a middle column, each large enough to be read."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from argmap.codes import problem
from argmap.comparison.records import Comparison
from argmap.diagnostics import Diagnostic
from argmap.diagram.amount import AMOUNTS, Amount
from argmap.diagram.at_a_glance import at_a_glance
from argmap.diagram.of_comparison import comparison_sheet
from argmap.diagram.sheet import LEVELS, ComparisonSheet, Glance, Level
from argmap.languages import Words
from argmap.layout.lines import Ruler
from argmap.layout.paper import PAPERS
from argmap.renderers.comparison.comparison_glance import Opening
from argmap.renderers.comparison.comparison_pages import Composition
from argmap.renderers.comparison.sheet_keys import Pages, rows_on
from argmap.renderers.comparison.shortening import cut_texts, shortened_to_fit
from argmap.renderers.graphviz.font_problems import font_problems
from argmap.renderers.look import Look, ViewOptions
from argmap.renderers.pages.page import Leaf, draw_leaf, estimated, texts
from argmap.renderers.pages.setting import within_room
from argmap.renderers.pages.sheet_ruler import Sizes, ruler_for
from argmap.renderers.pages.sheet_style import Style, bodies
from argmap.renderers.picture import Picture

_EASY: Final = 1.1  # times the smallest size that can be read
_SHARES: Final = (0.27, 0.3, 0.33, 0.37)  # of the width, for the middle of the sheet before the others

Make = Callable[[Level, Mapping[str, Amount]], ComparisonSheet]
"""The sheet at a level, with so much of some findings, by id."""


def draw_comparison(c: Comparison, look: Look, options: ViewOptions | None = None) -> tuple[Picture, ...]:
    """The sheets of a comparison of two maps, in order.

    One sheet if everything fits it in type that can be read. Else the first shows at a glance what is most central to
    both, and the others hold everything: the groups part, and a long group goes on over several sheets. The type is as
    large as that number of sheets allows. On slides a row that none holds is shortened.

    Args:
        c: Two maps; the first stands on the left.
        look: What the sheets are made for; its level says how much of each side's words is shown.
        options: Which findings are drawn; all unless said.

    Raises:
        DrawingFailed: There are not exactly two maps, or no Graphviz, or it could not draw this.
    """
    whole, c = c, replace(c, findings=(options or ViewOptions()).findings(c))
    level, words = look.shown, look.words

    def make(at: Level, amounts: Mapping[str, Amount]) -> ComparisonSheet:
        return comparison_sheet(c, level=at, words=words, among=whole, amounts=amounts)

    sizes = Sizes()
    sheet = make(level, {})
    ruler = ruler_of(sheet, [Style(look.paper, body) for body in bodies(look.paper)], words, sizes)
    shortened: frozenset[str] = frozenset()
    if look.paper.name == "slide":
        smallest = Composition(sheet, Style(look.paper, bodies(look.paper)[-1]), look.theme, ruler, words)
        sheet, shortened = shortened_to_fit(
            lambda amounts: make(level, amounts), lambda s: replace(smallest, sheet=s), sizes, AMOUNTS[level]
        )
    composition, pages = _composed(sheet, look, ruler, sizes)
    leaves = [composition.leaf(pages, i, sizes) for i in range(len(pages.pages))]
    if pages.opened:
        leaves.insert(0, _opening(at_a_glance(c, sheet, level=level, words=words), composition, pages, sizes))
    cut = cut_texts(sheet, [rows_on(sheet, p) for p in pages.pages], shortened, first=pages.number(0), level=level)
    letters = font_problems([leaf.bands for leaf in leaves])
    name = "-".join(m.id for m in c.maps).replace("#", "-")
    digits = len(str(len(leaves)))
    made = []
    for number, leaf in enumerate(leaves, start=1):
        called = f"{name}-{number:0{digits}}" if len(leaves) > 1 else name
        data, body_pt = draw_leaf(leaf, look, sizes, name=called)
        told = _too_small(composition, make, level, body_pt, number)
        made.append(Picture(called, look.kind, data, body_pt, told if number > 1 else (*told, *letters, *cut)))
    return tuple(made)


def ruler_of(said: object, styles: list[Style], words: Words, sizes: Sizes) -> Ruler:
    """A ruler for all that is said, and for the fixed words around it."""
    fixed = tuple(text for key, text in words.table.items() if key.startswith(("sheet.", "slides.")))
    return ruler_for((said, fixed, "0123456789"), styles, sizes)


def _too_small(
    composition: Composition, make: Make, level: Level, body_pt: float, number: int
) -> tuple[Diagnostic, ...]:
    """A warning, with the first remedy that works, if a page cannot be read: a row of it is higher than the paper."""
    paper = composition.style.paper
    if body_pt >= paper.least_pt:
        return ()

    def fits(on: str, lower: Level) -> bool:
        smallest = Style(PAPERS[on], bodies(PAPERS[on])[-1])
        return replace(composition, sheet=make(lower, {}), style=smallest).fits(estimated)

    remedies = [(f"--level {lower}", paper.name, lower) for lower in reversed(LEVELS[: LEVELS.index(level)])]
    remedies += [(f"--paper {on}", on, level) for on in ("a4-portrait", "a3-portrait", "fit")]
    help_ = next(said for said, on, lower in remedies if on == "fit" or fits(on, lower))
    message = (
        f"the text of sheet {number} prints at {body_pt:.1f} pt on {paper.name}; {paper.least_pt:g} pt can be read"
    )
    return (problem("AM901", message, help=f"try {help_}"),)


def _composed(sheet: ComparisonSheet, look: Look, ruler: Ruler, sizes: Sizes) -> tuple[Composition, Pages]:
    """The sheet in the largest type that needs no more pages than the smallest that can be read, and its pages.

    If one page cannot hold it, the smallest that is read with ease counts.
    """
    styles = [Style(look.paper, body) for body in bodies(look.paper)]
    *larger, smallest = (Composition(sheet, style, look.theme, ruler, look.words) for style in styles)
    fewest = smallest.pages().count
    if fewest > 1 and not smallest.style.own_sheets:  # a page more or less: rather type that is read with ease
        *larger, smallest = (found for found in (*larger, smallest) if _is_easy(found.style))
        fewest = smallest.pages().count
    for found in larger:
        if found.pages().count <= fewest and found.fits(estimated):
            set_again = within_room(found, sizes)
            pages = _measured(set_again, sizes)
            if pages.count <= fewest and set_again.fits(sizes):  # other scripts stand higher than was estimated
                return set_again, pages
    smallest = within_room(smallest, sizes)
    return smallest, _measured(smallest, sizes)


def _measured(composition: Composition, sizes: Sizes) -> Pages:
    """The pages, with everything on them measured: headings say which part of a group this is."""
    pages = composition.pages(sizes)
    for index in range(len(pages.pages)):
        sizes.measure(texts(band for _, band in composition.leaf(pages, index, estimated).bands))
    return pages


def _opening(glance: Glance, composition: Composition, pages: Pages, sizes: Sizes) -> Leaf:
    """The sheet before the others, in the largest type that shows as many rows as the smallest read with ease."""
    sheet, theme, size = composition.sheet, composition.theme, composition.style.paper
    *larger, least = (body for body in bodies(size) if _is_easy(Style(size, body)))
    styles = [Style(size, body, short=True) for body in (*larger, least)]
    words = composition.words
    ruler = ruler_of((sheet, glance), styles, words, sizes)

    def at(body: float, share: float) -> Opening:
        return Opening(sheet, glance, pages, Style(size, body, short=True, share=share), theme, ruler, words)

    tried = [within_room(at(least, share), sizes) for share in _SHARES]
    best = max(tried, key=lambda found: _shown(found, sizes))
    most = best.counts(sizes)
    for body in larger:
        found = at(body, best.style.share)
        if found.counts() == most:
            set_again = within_room(found, sizes)
            if set_again.counts(sizes) == most:
                best = set_again
                break
    sizes.measure(texts(band for _, band in best.leaf(sizes, most).bands))  # lines that say how many are left
    return best.leaf(sizes, most)


def _shown(opening: Opening, sizes: Sizes) -> tuple[int, int, float]:
    """How good a page it is: a row of each group before many rows, many rows before a lower page."""
    counts = opening.counts(sizes)
    return sum(map(bool, counts)), sum(counts), -opening.leaf(sizes, counts).height


def _is_easy(style: Style) -> bool:
    return style.own_sheets or style.body >= _EASY * style.paper.least_pt
