"""Rows that are higher than a page, said in fewer words; and the advice that tells of every text that is cut."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.diagram.amount import Amount, terser
from argmap.diagram.sheet import ComparisonSheet, Level, Passage, Remark, Row
from argmap.diagram.sides import CUT
from argmap.languages import ENGLISH
from argmap.renderers.comparison.comparison_pages import Composition
from argmap.renderers.comparison.sheet_keys import numbered
from argmap.renderers.pages.setting import within_room
from argmap.renderers.pages.sheet_ruler import Sizes

Make = Callable[[Mapping[str, Amount]], ComparisonSheet]
"""The sheet, with so much of some findings, by id."""


def shortened_to_fit(
    make: Make, compose: Callable[[ComparisonSheet], Composition], sizes: Sizes, amount: Amount
) -> tuple[ComparisonSheet, frozenset[str]]:
    """The sheet with all rows as low as a page, if fewer words make them so, and the ids of those that have fewer.

    Args:
        make: Makes the sheet.
        compose: Sets it in the smallest type that can be read.
        sizes: Measures it.
        amount: How much of each finding is shown to begin with.
    """
    amounts: dict[str, Amount] = {}
    while True:
        sheet = make(amounts)
        high = within_room(compose(sheet), sizes).too_high(sizes)
        fewer = {id_: less for id_ in high if (less := terser(amounts.get(id_, amount)))}
        if not fewer:
            return sheet, frozenset(amounts)
        amounts |= fewer


def cut_texts(
    sheet: ComparisonSheet,
    pages: Sequence[Iterable[Row]],
    shortened: frozenset[str],
    *,
    first: int,
    level: Level,
    what: str = "sheet",
) -> tuple[Diagnostic, ...]:
    """Advice where a text is shown in part.

    Args:
        sheet: Its theses stand on the first page of all.
        pages: The rows on each page.
        shortened: Findings shown in fewer words, as their page holds no more.
        first: The number of the first of these pages.
        level: Of the drawing.
        what: What the pages are called: ``sheet``, ``slide``.
    """
    rows = [tuple(page) for page in pages]
    cut = [n for n, page in enumerate(rows, first) if any(_is_cut(row) for row in page)]
    if 1 not in cut and any(thesis.endswith(CUT) for head in sheet.heads for thesis in head.thesis):
        cut.insert(0, 1)
    if not cut:
        return ()
    on = numbered(cut, ENGLISH).replace("sheet", what)
    if any(row.finding in shortened and _is_cut(row) for page in rows for row in page):
        help_ = "larger paper has more room: try --view sheet --paper a4-portrait"
    else:
        help_ = {"title": "try --level text", "text": "try --level full", "full": "argmap compare prints all of it"}[
            level
        ]
    return (problem("AM906", f"some texts on {on} are cut; they end with an ellipsis", help=help_),)


def _is_cut(row: Row) -> bool:
    said = [row.middle.text, *row.middle.notes]
    for item in (*row.left, *row.right):
        match item:
            case Passage():
                said += [item.text, item.quote]
            case Remark():
                said.append(item.text)
    return any(text.endswith(CUT) for text in said)
