"""Who says what: points and maps as a table, and how often each two maps agree and differ."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import UNITS, Comparison, Finding, Unit
from argmap.reporters.cited import said, telling
from argmap.reporters.comparison_views_blocks import Block, Cell, Line, Note, Table, columns, nothing
from argmap.reporters.comparison_views_items import Title
from argmap.reporters.matrix_cells import LEGEND, SIGNS, links_of, position_cell
from argmap.reporters.matrix_pairs import pairs_table
from argmap.reporters.sections import Detail, in_order, symbols

_TITLES: Final[dict[Unit, str]] = {
    "stance": "Propositions",
    "explanation": "Causes",
    "role": "Parts that actors play",
    "evidence": "Sources",
}
_CORNERS: Final[dict[Unit, str]] = {
    "stance": "",
    "explanation": "effect, causes",
    "role": "actor",
    "evidence": "source",
}

_MOST_IN_PAIRS: Final = 20  # maps that are set against one another, unless everything is asked for


def matrix_blocks(c: Comparison, detail: Detail, *, whole: bool) -> Iterator[Block]:
    """A table for each unit, in the order of the findings; then the maps against one another.

    Of sources that one map has alone there are many, and little to compare: they are counted unless everything is
    asked for.
    """
    lexicon = Lexicon(c)
    for unit in UNITS:
        found = [f for f in c.findings if f.unit == unit]
        shown = [f for f in found if f.group != "one-sided"] if unit == "evidence" and detail != "full" else found
        if not shown:
            continue
        yield Title(_TITLES[unit], len(found), symbols(c, shown))
        lines = tuple(_lines(c, in_order(c, shown), lexicon, detail))
        yield Table(_CORNERS[unit], columns(c), lines, LEGEND[unit], SIGNS[unit])
        if len(shown) < len(found):
            yield Note(f"and {len(found) - len(shown)} in one map only (--detail full)")
    if not c.findings:
        yield nothing("No map takes a position that can be compared", "anything", whole=whole)
    if not whole or len(c.maps) == 2 or not c.findings:
        return
    if len(c.maps) <= _MOST_IN_PAIRS or detail == "full":
        yield from pairs_blocks(c)
    else:
        yield Note(f"How often each two of the {len(c.maps)} maps agree and differ: --detail full")


def pairs_blocks(c: Comparison) -> Iterator[Block]:
    """The maps against one another, with a title."""
    yield Title("Each two maps", None, "points on which they agree : differ, sources apart")
    yield pairs_table(c)


def _lines(c: Comparison, findings: Sequence[Finding], lexicon: Lexicon, detail: Detail) -> Iterator[Line]:
    for f in findings:
        if f.unit != "explanation":
            cells = (position_cell(c, f, m.id, None) for m in c.maps)
            yield Line(f.label, tuple(_in_full(c, f, cells) if detail == "full" else cells), f.symbol)
            continue
        yield Line(f.label, tuple(position_cell(c, f, m.id, "") for m in c.maps), f.symbol)
        for cause in links_of(f):
            cells = (position_cell(c, f, m.id, cause) for m in c.maps)
            yield Line(lexicon.cause(f, cause), tuple(cells), within=True)


def _in_full(c: Comparison, f: Finding, cells: Iterable[Cell]) -> Iterator[Cell]:
    """What each map says with its most telling words; there is no sign for that."""
    for m, cell in zip(c.maps, cells, strict=True):
        side = f.sides.get(m.id)
        first = [*telling(f, side), *side.reported][:1] if side else []
        yield Cell(" — ".join((cell.words, *(said(s) for s in first))) if f.unit != "evidence" else cell.words)
