"""The camps of a finding in few words: who takes which position, in whose words, and who takes none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Comparison, Finding, PositionEntry, StancePosition, Unit
from argmap.reporters import cited
from argmap.reporters.comparison_views_items import FEW, MOST_NAMES, Row, names_in_short
from argmap.reporters.sections import speaks

_MOST_CAMPS: Final = 3  # written out if there are many; the smaller ones are counted
_MOST_IN_LEAD: Final = 2  # names before what a camp says

STANCES: Final[Mapping[StancePosition, tuple[str, str]]] = {
    "holds": ("holds", "hold"),
    "denies": ("denies", "deny"),
    "questions": ("leaves open", "leave open"),
    "varies": ("varies", "vary"),
    "both": ("clashes", "clash"),
}


def camp_rows(c: Comparison, f: Finding, lexicon: Lexicon) -> Iterator[Row]:
    """A row per camp, the largest first, with one telling quotation; then who has no view of the matter."""
    names = {m.id: m.name for m in c.maps}
    ordered = sorted(f.camps, key=len, reverse=True)
    shown = ordered if len(ordered) <= _MOST_CAMPS + 1 or len(c.maps) <= FEW else ordered[:_MOST_CAMPS]
    for camp in shown:
        who = names_in_short([names[map_id] for map_id in camp], MOST_NAMES if len(c.maps) <= FEW else 2)
        yield from _camp(f, camp, who, names, lexicon)
    if left := ordered[len(shown) :]:
        yield Row("others", f"{len(left)} smaller camps, {sum(map(len, left))} maps")
    yield from _without(c, f)


def _camp(f: Finding, camp: Sequence[str], who: str, names: Mapping[str, str], lexicon: Lexicon) -> Iterator[Row]:
    side = f.sides[camp[0]]
    said = _quotation(f, camp, names)
    if f.unit == "stance" and "~" not in f.key and isinstance(side.position, str):
        verb = STANCES[side.position][len(camp) > 1]
        yield Row(f"{verb} ({len(camp)})" if len(camp) > 1 else verb, " · ".join(part for part in (who, said) if part))
    elif f.unit == "stance":
        yield Row(who, said)
    elif len(camp) <= _MOST_IN_LEAD:
        yield Row(who, position_words(f, camp, lexicon))
        if said:
            yield Row("", said)
    else:
        yield Row(f"{len(camp)} maps", position_words(f, camp, lexicon))
        yield Row("", " · ".join(part for part in (who, said) if part))


def position_words(f: Finding, camp: Sequence[str], lexicon: Lexicon) -> str:
    """The causes or roles that make a camp, "above all" before them where it has others too.

    The effect or the actor is left out, as the finding names it. Toward whom and how surely is said of a camp of one
    only: where there are more, each map has its own answer.
    """
    return _above_all(f, camp) + _said_first(f, camp, lexicon)


def _said_first(f: Finding, camp: Sequence[str], lexicon: Lexicon) -> str:
    return _words(_leading(f, camp) if len(camp) == 1 else _bare(_leading(f, camp)), lexicon)


def _above_all(f: Finding, camp: Sequence[str]) -> str:
    """What leads in the main causes or roles of a camp where some map of it names others too."""
    leading = _leading(f, camp)
    first = {e.entry for e in leading}
    every = {e.entry for map_id in camp if isinstance(of := f.sides[map_id].position, tuple) for e in of}
    return "above all " if every - first and all(e.main for e in leading) else ""


def _leading(f: Finding, camp: Sequence[str]) -> Sequence[PositionEntry]:
    """The main causes or roles; all where none is main."""
    position = f.sides[camp[0]].position
    entries = position if isinstance(position, tuple) else ()
    return [e for e in entries if e.main and not e.entry.startswith("unrelated:")] or entries


def _bare(entries: Sequence[PositionEntry]) -> Sequence[PositionEntry]:
    return [replace(e, toward=(), certainty="asserted") for e in entries]


def _words(entries: Sequence[PositionEntry], lexicon: Lexicon) -> str:
    return ", ".join(cited.weighed(e, lexicon.labels) for e in entries)


def _quotation(f: Finding, camp: Sequence[str], names: Mapping[str, str]) -> str:
    """The most telling words of a camp: the first map's that quotes its article, else the first sentence."""
    telling = [(map_id, s) for map_id in camp for s in cited.telling(f, f.sides[map_id])[:1]]
    chosen = next(((map_id, s) for map_id, s in telling if s.quote), telling[0] if telling else None)
    if chosen is None:
        return ""
    return cited.said(chosen[1]) if len(camp) == 1 else f"{names[chosen[0]]}: {cited.said(chosen[1])}"


def _without(c: Comparison, f: Finding) -> Iterator[Row]:
    """Who only reports the point, who passes it over, whose map has nothing on it."""
    rest = [m for m in c.maps if not speaks(f, m.id)]
    reporting = [m for m in rest if m.id in f.sides and f.sides[m.id].reported]
    silent = [m for m in rest if m not in reporting and m.coverage == "complete"]
    unmapped = [m for m in rest if m not in reporting and m not in silent]
    for lead, maps in (("only reported by", reporting), ("silent", silent), ("not mapped by", unmapped)):
        if maps:
            few = len(maps) <= FEW
            yield Row(lead, names_in_short([m.name for m in maps]) if few else f"{len(maps)} maps", "dim")


_PREPOSITION: Final[Mapping[Unit, str]] = {"explanation": "by", "role": "as"}
_COUNTED: Final[Mapping[StancePosition, tuple[str, str]]] = {
    "holds": ("holds it", "hold it"),
    "denies": ("denies it", "deny it"),
    "questions": ("leaves it open", "leave it open"),
    "varies": ("varies on it", "vary on it"),
    "both": ("clashes with itself", "clash with themselves"),
}


def in_short(f: Finding, lexicon: Lexicon) -> str:
    """A finding in a line: ``The lane pays: 23 hold it, 12 deny it``; of causes and roles the largest camps."""
    if f.unit == "stance" and "~" not in f.key:
        counts = [(position, len(camp)) for camp in f.camps if isinstance(position := f.sides[camp[0]].position, str)]
        ranked = sorted(counts, key=lambda pair: -pair[1])
        return f"{f.label}: {', '.join(f'{n} {_COUNTED[position][n > 1]}' for position, n in ranked)}"
    ordered = sorted(f.camps, key=len, reverse=True)
    if f.unit == "stance":
        return f"{f.label}: {' and '.join(str(len(camp)) for camp in ordered)} maps in {len(ordered)} camps"
    shown = ordered if len(ordered) <= _MOST_CAMPS + 1 else ordered[:_MOST_CAMPS]
    said = [f"{len(camp)} {_by(f, camp)} {_words(_bare(_leading(f, camp)), lexicon)}" for camp in shown]
    if left := ordered[len(shown) :]:
        said.append(f"{sum(map(len, left))} in {len(left)} smaller camps")
    return f"{f.label}: {', '.join(said)}"


def _by(f: Finding, camp: Sequence[str]) -> str:
    return _above_all(f, camp) + _PREPOSITION[f.unit]


def sharpness(f: Finding) -> tuple[int, int]:
    """How far a point divides the maps: how many stand in the second largest camp, and how many speak."""
    sizes = sorted(map(len, f.camps), reverse=True)
    return sizes[1] if len(sizes) > 1 else 0, sum(sizes)


def in_words(f: Finding, names: Mapping[str, str], lexicon: Lexicon) -> str:
    """What a camp says, without who says it; of several camps, who says what."""
    if f.unit == "stance":
        position = f.sides[f.camps[0][0]].position
        if "~" in f.key or len(f.camps) > 1 or position not in ("holds", "denies"):
            return f.sentence
        return f"{f.label} (all deny it)" if position == "denies" else f.label
    said = [(camp, f"{_by(f, camp)} {_said_first(f, camp, lexicon)}") for camp in f.camps]
    if len(said) == 1:
        return f"{f.label}: {said[0][1]}"
    return f"{f.label}: " + "; ".join(f"{names_in_short([names[m] for m in camp])} {words}" for camp, words in said)


_USES: Final[Mapping[str, str]] = {
    "agree": "for the same points",
    "agree-but": "in part for the same points",
    "diverge": "for different points",
    "conflict": "on opposite sides",
}


def used(c: Comparison, f: Finding) -> str:
    """A source with the maps that use it, and whether they use it for the same."""
    users = names_in_short([m.name for m in c.maps if speaks(f, m.id)])
    return f"{f.label}: {users}, {_USES.get(f.group, 'one way and another')}"
