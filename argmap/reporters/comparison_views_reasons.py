"""Reasons side by side: those both give, those one gives, what would undo them, and what a dispute turns on."""

from collections.abc import Iterator
from itertools import zip_longest

from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Comparison, Finding, GivenReason
from argmap.reporters import cited
from argmap.reporters.comparison_views_blocks import Block, Cell, Line, Note, Table, columns, nothing
from argmap.reporters.comparison_views_items import BULLET, FEW, Item, Row, names_in_short
from argmap.reporters.comparison_views_locus import locus_rows
from argmap.reporters.sections import Detail, speaks

_NONE = "gives no reason"
_MOST_SHARED = 4  # reasons of a finding on many maps


def reasons_blocks(c: Comparison, detail: Detail, *, whole: bool) -> Iterator[Block]:
    """Propositions that several maps speak on, contested ones first; and every other conflict with what it turns on.

    Propositions that nobody argues are counted unless everything is asked for.
    """
    lexicon = Lexicon(c)
    found = sorted((f for f in c.findings if _has_reasons_to_show(f)), key=_contested)
    bare = [f for f in found if not _argued(f) and not f.locus] if whole and detail != "full" else []
    for f in found:
        if f not in bare:
            yield Item(f.symbol, f.group, cited.marked(f), tuple(_under(c, f, lexicon)))
            yield from _beside(c, f, lexicon)
    if bare:
        yield Note(f"{_points(len(bare))} that maps speak on without giving a reason (--detail full)")
    if not found:
        on = "a proposition that two maps speak on"
        yield nothing("There is no proposition that two maps speak on", on, whole=whole)


def _has_reasons_to_show(f: Finding) -> bool:
    if f.unit == "stance":
        return f.group not in ("one-sided", "undetermined")
    return f.locus is not None


def _contested(f: Finding) -> int:
    return ("conflict", "diverge", "agree-but", "agree").index(f.group)


def _argued(f: Finding) -> bool:
    return any(side.reasons for side in f.sides.values())


def _points(n: int) -> str:
    return "1 point" if n == 1 else f"{n} points"


def _under(c: Comparison, f: Finding, lexicon: Lexicon) -> Iterator[Row]:
    """What the dispute turns on; the reasons several maps give; of more than two maps all others camp by camp."""
    if f.locus:
        yield from locus_rows(c, f, f.locus, lexicon)
    if f.unit != "stance":
        return
    names = {m.id: m.name for m in c.maps}
    shared = _common(f)
    shown = shared if len(c.maps) <= FEW else shared[:_MOST_SHARED]
    for i, (givers, map_id, reason) in enumerate(shown):
        who = "" if len(names) == 2 else f" ({names_in_short([names[one] for one in givers])})"
        mark = BULLET if len(shared) > 1 else ""
        yield Row("" if i else "both" if len(names) == 2 else "shared", mark + _words(map_id, reason, lexicon) + who)
    if len(c.maps) > FEW:
        yield from _counted(f, len(shared) - len(shown))
    elif len(c.maps) > 2:
        yield from _each(c, f, lexicon)


def _counted(f: Finding, left: int) -> Iterator[Row]:
    """Of many maps the reasons that stand alone are counted."""
    alone = sum(not r.shared for side in f.sides.values() for r in side.reasons)
    bare = sum(side.position is not None and not side.reasons for side in f.sides.values())
    if left > 0:
        yield Row("", f"and {left} more")
    if alone:
        yield Row("others", f"{alone} reasons that one map each gives" if alone > 1 else "1 reason that one map gives")
    if bare:
        yield Row("no reason", f"{bare} maps" if bare > 1 else "1 map")


def _common(f: Finding) -> list[tuple[list[str], str, GivenReason]]:
    """Reasons that two maps or more give, with who gives them; in the words of the first."""
    found: dict[frozenset[str], list[tuple[str, GivenReason]]] = {}
    for map_id, side in f.sides.items():
        for reason in side.reasons:
            found.setdefault(frozenset(p.entry for p in reason.premises), []).append((map_id, reason))
    grouped = ((list(dict.fromkeys(m for m, _ in given)), *given[0]) for given in found.values())
    return sorted((one for one in grouped if len(one[0]) > 1), key=lambda one: -len(one[0]))


def _each(c: Comparison, f: Finding, lexicon: Lexicon) -> Iterator[Row]:
    """What each map gives alone, camp by camp; then who gives no reason."""
    names = {m.id: m.name for m in c.maps}
    speakers = [map_id for camp in f.camps for map_id in camp]
    for map_id in speakers:
        own = [_words(map_id, r, lexicon) for r in f.sides[map_id].reasons if not r.shared]
        mark = BULLET if len(own) > 1 else ""
        yield from (Row("" if i else names[map_id], mark + said) for i, said in enumerate(own))
    if bare := [names[map_id] for map_id in speakers if not f.sides[map_id].reasons]:
        yield Row("no reason", names_in_short(bare), "dim")


def _beside(c: Comparison, f: Finding, lexicon: Lexicon) -> Iterator[Block]:
    """Of two maps what each gives alone, in two columns."""
    if len(c.maps) != 2 or f.unit != "stance":
        return
    alone = [[_words(m.id, r, lexicon) for r in f.sides[m.id].reasons if not r.shared] for m in c.maps]
    if not any(alone):
        return
    for m, column in zip(c.maps, alone, strict=True):
        if not column and speaks(f, m.id):
            column.append("none of its own" if f.sides[m.id].reasons else _NONE)
    rows = zip_longest(*alone, fillvalue="")
    lines = tuple(Line("only" if not i else "", tuple(Cell(text) for text in row)) for i, row in enumerate(rows))
    yield Table("", columns(c), lines, prose=True)


def _words(map_id: str, reason: GivenReason, lexicon: Lexicon) -> str:
    """Linked premises joined by ``+``, then what would undo the step."""
    said = " + ".join(dict.fromkeys(_sentence(p.text) or p.label or lexicon.entry(p.entry) for p in reason.premises))
    unless = "; ".join(lexicon.statement(map_id, key) for key in reason.unless)
    return f"{said} — unless: {unless}" if unless else said


def _sentence(text: str) -> str:
    return text.removesuffix(".")
