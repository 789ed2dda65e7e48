"""A table of maps as sheets, in the largest type that needs no more of them than the smallest that can be read."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from argmap.codes import problem
from argmap.comparison.records import Comparison
from argmap.diagnostics import Diagnostic
from argmap.diagram.sheet import LEVELS, Level
from argmap.diagram.table import Table
from argmap.layout.paper import PAPERS, Paper
from argmap.renderers.graphviz.font_problems import font_problems
from argmap.renderers.look import Look
from argmap.renderers.pages.page import Leaf, draw_leaf, estimated, texts
from argmap.renderers.pages.setting import within_room
from argmap.renderers.pages.sheet_ruler import Sizes, ruler_for
from argmap.renderers.pages.sheet_style import Style, bodies
from argmap.renderers.picture import Picture
from argmap.renderers.tables.table_columns import TableStyle
from argmap.renderers.tables.table_pages import Page, TableComposition

_EASY: Final = 1.1  # times the smallest size that can be read
_LARGER: Final = ("a4-portrait", "a4", "a3", "a3-portrait", "fit")

Made = Callable[[Level], Table]
"""The table at a level."""


def draw_table(c: Comparison, made: Made, look: Look, view: str) -> tuple[Picture, ...]:
    """The sheets of a table, in order.

    Args:
        c: What is compared; the sheets are named after its maps.
        made: The table at a level.
        look: What the sheets are made for.
        view: The last part of their names.

    Raises:
        DrawingFailed: There is no room for so many columns, or no Graphviz, or it could not draw this.
    """
    table, sizes = made(look.shown), Sizes()
    composition, pages = _composed(table, look, sizes)
    name = "-".join([*(m.id for m in c.maps), view]).replace("#", "-")
    digits = len(str(len(pages)))
    leaves = [composition.leaf(pages, index, sizes) for index in range(len(pages))]
    once = (*_cut(table, look), *font_problems(_written(leaves)))
    found = []
    for number, leaf in enumerate(leaves, start=1):
        called = f"{name}-{number:0{digits}}" if len(leaves) > 1 else name
        data, body_pt = draw_leaf(leaf, look, sizes, name=called)
        told = _too_small(composition, made, look, body_pt, number) + (once if number == 1 else ())
        found.append(Picture(called, look.kind, data, body_pt, told))
    return tuple(found)


def _composed(table: Table, look: Look, sizes: Sizes) -> tuple[TableComposition, tuple[Page, ...]]:
    styles = [_style(table, look.paper, body) for body in bodies(look.paper)]
    ruler = ruler_for((table, _foot_texts(look)), styles, sizes)
    easy = [style for style in styles if style.body >= _EASY * look.paper.least_pt] or styles
    parted = _is_parted(TableComposition(table, look.words, easy[-1], look.theme, ruler))
    *larger, smallest = (TableComposition(table, look.words, style, look.theme, ruler, parted) for style in styles)
    fewest = _cost(smallest.pages())
    tried = (*larger, smallest)
    if (
        fewest[0] > 1 and not smallest.style.own_sheets and tried[len(easy) - 1].has_room
    ):  # rather a page more than small type
        *larger, smallest = tried[: len(easy)]
        fewest = _cost(smallest.pages())
    for found in larger:
        if found.has_room and _cheap(found.pages(), fewest) and found.fits(estimated):
            set_again = within_room(found, sizes)
            pages = _measured(set_again, sizes)
            if _cheap(pages, fewest) and set_again.fits(sizes):  # other scripts stand higher than was estimated
                return set_again, pages
    smallest = within_room(smallest, sizes)
    return smallest, _measured(smallest, sizes)


def _is_parted(found: TableComposition) -> bool:
    """Whether sections of few words shall have columns of their own: if that costs no sheet."""
    brief = {section.is_brief for section in found.table.sections}
    if found.table.kind != "matrix" or True not in brief or not found.has_room:
        return False
    return len(brief) == 1 or len(replace(found, parted=True).pages()) <= len(found.pages())


def _cost(pages: Sequence[Page]) -> tuple[int, int]:
    """How many pages there are, and how many parts the sections are in."""
    return len(pages), sum(map(len, pages))


def _cheap(pages: Sequence[Page], fewest: tuple[int, int]) -> bool:
    """Whether larger type needs no more pages, and tears no section that the smallest keeps whole."""
    return all(mine <= least for mine, least in zip(_cost(pages), fewest, strict=True))


def _style(table: Table, paper: Paper, body: float) -> Style:
    """Cells of roles need more room around them than those of a few words."""
    return TableStyle(paper, body, short=table.kind != "roles", maps=len(table.heads))


def _foot_texts(look: Look) -> tuple[str, ...]:
    return tuple(look.words.table.values())


def _measured(composition: TableComposition, sizes: Sizes) -> tuple[Page, ...]:
    """The pages, with everything on them measured: headings say which part of a section this is."""
    pages = composition.pages(sizes)
    for index in range(len(pages)):
        sizes.measure(texts(band for _, band in composition.leaf(pages, index, estimated).bands))
    return pages


def _written(leaves: Sequence[Leaf]) -> str:
    """All that is written on the sheets."""
    lines = [text for leaf in leaves for text in texts(band for _, band in leaf.bands)]
    return " ".join(part for text in lines for part in (text.mark, *text.lines))


def _too_small(
    composition: TableComposition, made: Made, look: Look, body_pt: float, number: int
) -> tuple[Diagnostic, ...]:
    """A warning, with the first remedy that works, if a page cannot be read: a row of it is higher than the paper."""
    paper, level = look.paper, look.shown
    if body_pt >= paper.least_pt:
        return ()

    def fits(on: str, lower: Level) -> bool:
        table = made(lower)
        tried = replace(composition, table=table, style=_style(table, PAPERS[on], bodies(PAPERS[on])[-1]))
        return tried.has_room and tried.fits(estimated)

    remedies = [(f"--level {lower}", paper.name, lower) for lower in reversed(LEVELS[: LEVELS.index(level)])]
    remedies += [(f"--paper {on}", on, level) for on in _LARGER if on != paper.name]
    help_ = next((said for said, on, lower in remedies if on == "fit" or fits(on, lower)), "--about")
    message = (
        f"the text of sheet {number} prints at {body_pt:.1f} pt on {paper.name}; {paper.least_pt:g} pt can be read"
    )
    return (problem("AM901", message, help=f"try {help_}"),)


def _cut(table: Table, look: Look) -> tuple[Diagnostic, ...]:
    if not table.cut:
        return ()
    what = "1 sentence or quotation ends" if table.cut == 1 else f"{table.cut} sentences and quotations end"
    way_out = "`argmap compare` prints them whole" if look.shown == "full" else "try --level full"
    return (problem("AM906", f"{what} in an ellipsis, as a cell has no room for all of it", help=way_out),)
