"""Effects: for each a table of causes and maps, with sign, weight and certainty."""

from collections.abc import Iterator

from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Comparison, Finding
from argmap.reporters import cited
from argmap.reporters.comparison_views_blocks import NOTHING, Block, Cell, Line, Note, Table, columns, nothing
from argmap.reporters.comparison_views_camps import in_short
from argmap.reporters.comparison_views_items import FEW, Item, Row
from argmap.reporters.matrix_cells import HEDGED, MAIN, cause_of, effect_words, links_of, position_cell
from argmap.reporters.sections import Detail, speaks

_LEGENDS = (
    f"{MAIN} a main cause; {NOTHING} nothing on it",
    f"△ raises; ▽ lowers; ▲ ▼ as a main cause; ○ no effect; {HEDGED} not as sure as that; {NOTHING} nothing on it",
)


def causes_blocks(c: Comparison, detail: Detail, *, whole: bool) -> Iterator[Block]:
    """A table per effect, contested ones first; effects of one map alone are named unless everything is asked for."""
    lexicon = Lexicon(c)
    found = [f for f in c.findings if f.unit == "explanation"]
    if not found:
        yield nothing("No map explains anything by a cause", "what explains something", whole=whole)
        return
    alone = [f for f in found if f.group == "one-sided"] if whole and detail != "full" else []
    shown = sorted((f for f in found if f not in alone), key=_contested)
    for f in shown:
        yield Item(f.symbol, f.group, f.question or f.label, tuple(_remarks(c, f, detail, lexicon)))
        yield _table(c, f, lexicon)
    if alone:
        yield Note(f"In one map only, {len(alone)}: {'; '.join(f.label for f in alone)} (--detail full)")


def _contested(f: Finding) -> int:
    return ("conflict", "diverge", "undetermined", "agree-but", "agree", "one-sided").index(f.group)


def _remarks(c: Comparison, f: Finding, detail: Detail, lexicon: Lexicon) -> Iterator[Row]:
    if detail == "full" or (detail == "normal" and len(c.maps) <= FEW):
        yield Row("", cited.marked(f))
    elif detail == "normal":
        yield Row("", f"{in_short(f, lexicon)}.")
    if detail == "full":
        yield Row("why", cited.because(f, "full"), "dim")


def _table(c: Comparison, f: Finding, lexicon: Lexicon) -> Table:
    maps = columns(c, lambda map_id: speaks(f, map_id))
    lines = tuple(Line(lexicon.cause(f, cause), tuple(_cell(c, f, m.id, cause) for m in maps)) for cause in links_of(f))
    return Table("cause", maps, lines, *_LEGENDS)


def _cell(c: Comparison, f: Finding, map_id: str, cause: str) -> Cell:
    position = f.sides[map_id].position
    said = [e for e in position if cause_of(e) == cause] if isinstance(position, tuple) else []
    words = ", ".join(effect_words(e) for e in said) or NOTHING
    return Cell(words, position_cell(c, f, map_id, cause).sign)
