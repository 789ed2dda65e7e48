"""Actors: which part each map gives them, toward whom, and what the part comes to."""

from collections.abc import Iterator

from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import GROUPS, Comparison, Finding, PositionEntry
from argmap.reporters.comparison_views_blocks import NOTHING, Block, Cell, Line, Note, Table, columns, nothing
from argmap.reporters.comparison_views_items import Title
from argmap.reporters.matrix_cells import MAIN, REPORTED, role_of, valence
from argmap.reporters.sections import Detail, speaks, symbols

_LEGEND = f"+ the part helps; − it hinders; 0 neither; {MAIN} a main part"


def roles_blocks(c: Comparison, detail: Detail, *, whole: bool) -> Iterator[Block]:
    """A line per actor, those in dispute first; actors of one map alone are counted unless everything is asked for."""
    lexicon = Lexicon(c)
    found = [f for f in c.findings if f.unit == "role"]
    if not found:
        yield nothing("No map casts an actor in a part", "an actor", whole=whole)
        return
    for title, groups in (("Cast unlike", GROUPS[2:4]), ("Cast alike", GROUPS[:2]), ("Undetermined", GROUPS[5:])):
        yield from _part(c, title, [f for f in found if f.group in groups], lexicon)
    alone = [f for f in found if f.group == "one-sided"]
    if alone and (detail == "full" or not whole):
        yield from _part(c, "In one map only", alone, lexicon)
    elif alone:
        named = ", ".join(f.label for f in alone)
        yield Note(f"In one map only, {len(alone)}: {named} (--detail full)")


def _part(c: Comparison, title: str, findings: list[Finding], lexicon: Lexicon) -> Iterator[Block]:
    if not findings:
        return
    maps = columns(c, lambda map_id: any(speaks(f, map_id) for f in findings))
    lines = tuple(Line(f.label, tuple(_cell(c, f, m.id, lexicon) for m in maps), f.symbol) for f in findings)
    yield Title(title, len(findings), symbols(c, findings))
    yield Table("actor", maps, lines, _LEGEND)


def _cell(c: Comparison, f: Finding, map_id: str, lexicon: Lexicon) -> Cell:
    side = f.sides.get(map_id)
    if side is None or not isinstance(side.position, tuple) or not side.position:
        return Cell(REPORTED.words if side is not None and side.reported else NOTHING)
    ranked = sorted(side.position, key=lambda e: not e.main)
    return Cell("; ".join(_role(c, e, lexicon) for e in ranked))


def _role(c: Comparison, e: PositionEntry, lexicon: Lexicon) -> str:
    """``− rival ★ toward China (likely)``."""
    toward = f" toward {', '.join(lexicon.label(key) for key in e.toward)}" if e.toward else ""
    certainty = f" ({e.certainty})" if e.certainty != "asserted" else ""
    return f"{valence(c, e)} {role_of(e)}{f' {MAIN}' * e.main}{toward}{certainty}"
