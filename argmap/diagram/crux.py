"""What a conflict turns on, as values: both answers, and what lies below them by kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from argmap.comparison.central import most_central
from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Comparison, Entry, Finding, Locus, LocusKind
from argmap.diagram.boxes import Level
from argmap.diagram.butterfly import Butterfly, Plan, butterfly
from argmap.diagram.hedges import Hedges
from argmap.diagram.of_comparison import LETTERS
from argmap.diagram.sides import capitalised
from argmap.errors import DrawingFailed
from argmap.languages import Words


@dataclass(frozen=True, slots=True)
class Point:
    """Something the conflict turns on.

    Attributes:
        text: What it says, in the words of the findings.
        note: What it is to the conflict.
        lead: What stands before the text, and is no part of it.
        letter: The map it belongs to, or "".
        disputed: Whether it is itself in conflict.
        double: Whether both sides rest on it.
        depth: So many other disputes stand between it and the conflict.
    """

    text: str
    note: str = ""
    lead: str = ""
    letter: str = ""
    disputed: bool = False
    double: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Ground:
    """One kind of thing a conflict turns on, with all that is of this kind; `left` more are not shown."""

    kind: LocusKind
    heading: str
    points: tuple[Point, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class Crux:
    """A conflict: its question with both answers, what kind of question it is, and what it turns on."""

    asked: Butterfly
    kind: str
    caution: str
    grounds: tuple[Ground, ...]


def conflicts(c: Comparison, asked: Sequence[Finding]) -> tuple[Finding, ...]:
    """The conflicts among some findings whose locus is known, the most central one first.

    Raises:
        DrawingFailed: There is none; the message says what to draw instead.
    """
    found = [f for f in most_central(replace(c, findings=tuple(asked)), "conflict") if f.locus]
    if found:
        return tuple(found)
    differing = most_central(replace(c, findings=tuple(asked)), "diverge") or most_central(c, "conflict", "diverge")
    instead = f"; try --view butterfly --about {differing[0].key}" if differing else "; try --view sheet"
    among = "" if len(asked) == len(c.findings) else " among those asked for"
    raise DrawingFailed(
        f"no conflict{among}: nothing the two maps say excludes the other, so there is no crux{instead}"
    )


def crux(c: Comparison, f: Finding, words: Words, *, level: Level, most: int | None = None) -> Crux:
    """A conflict and everything that holds of its locus; at most so many points of a kind."""
    if f.locus is None:
        raise DrawingFailed(f"why {f.label!r} is in conflict is not known, so there is no crux to draw")
    locus = f.locus
    asked = butterfly(c, f, Plan("title", 0, "title" if level == "title" else "text"), words)
    lexicon = Lexicon(c)
    grounds = []
    for kind in locus.all:
        points = tuple(_points(c, f, kind, lexicon, words))
        left = max(len(points) - most, 0) if most is not None else 0
        grounds.append(Ground(kind, words[f"crux.{kind}"], points[: len(points) - left], left))
    return Crux(
        asked,
        words[f"crux.{locus.stasis}"] if locus.stasis else "",
        words["crux.deep"] if locus.deep else "",
        tuple(grounds),
    )


def _points(c: Comparison, f: Finding, kind: LocusKind, lexicon: Lexicon, words: Words) -> Iterator[Point]:
    locus = cast("Locus", f.locus)
    match kind:
        case "premise":
            yield from _premises(c, f, lexicon, words)
        case "step":
            yield from (_granted(c, entry, lexicon, words) for entry in locus.step)
        case "weighing":
            yield from (_granted(c, entry, lexicon, words) for entry in locus.weighed)
            yield from _reasons(c, f, words)
        case "unaddressed":
            yield from _unaddressed(c, locus, lexicon, words)
        case "bare":
            return


def _premises(c: Comparison, f: Finding, lexicon: Lexicon, words: Words) -> Iterator[Point]:
    """The disputes below, from the conflict down to where they begin, each once."""
    locus = cast("Locus", f.locus)
    below = {g.id: g.locus.premises for g in c.findings if g.locus}
    met = {f.id}

    def down(upper: Sequence[str], depth: int) -> Iterator[Point]:
        reached = {id_ for name in upper for id_ in below.get(name, ())}
        nearest = [id_ for id_ in upper if id_ not in reached] or list(upper)
        for id_ in nearest:
            if id_ in met:
                continue
            met.add(id_)
            double = id_ in locus.double
            what = "double" if double else "root" if id_ in locus.roots else "between"
            yield Point(lexicon.finding(id_), words[f"crux.{what}"], disputed=True, double=double, depth=depth)
            yield from down([lower for lower in below.get(id_, ()) if lower not in met], depth + 1)
        if rest := [id_ for id_ in upper if id_ not in met]:
            yield from down(rest, depth)

    yield from down(list(dict.fromkeys((*locus.premises, *locus.roots))), 0)


def _granted(c: Comparison, entry: Entry, lexicon: Lexicon, words: Words) -> Point:
    """What no side disputes, with the hedges of those who do not say it outright."""
    hedges = Hedges(c, words)
    found = [(letter, hedges.entry(m.id, entry)) for letter, m in zip(LETTERS, c.maps, strict=True)]
    note = "; ".join(words.say("overlay.of", who=letter, what=hedge) for letter, hedge in found if hedge)
    return Point(capitalised(lexicon.entry(entry)), note)


def _hedged(text: str, hedge: str) -> str:
    return f"{text} ({hedge})" if text and hedge else text


def _reasons(c: Comparison, f: Finding, words: Words) -> Iterator[Point]:
    """What each side weighs, in its own words."""
    hedges = Hedges(c, words)
    for letter, m in zip(LETTERS, c.maps, strict=True):
        given = [
            " + ".join(_hedged(p.label or p.text, hedges.statement(m.id, p.statement)) for p in reason.premises)
            for reason in f.sides[m.id].reasons
        ]
        said = "; ".join(dict.fromkeys(reason for reason in given if reason))
        if said:
            yield Point(capitalised(said), lead=words.say("crux.reasons", letter=letter), letter=letter)
        else:
            yield Point("", lead=words.say("crux.no_reasons", letter=letter), letter=letter)


def _unaddressed(c: Comparison, locus: Locus, lexicon: Lexicon, words: Words) -> Iterator[Point]:
    others: Mapping[str, str] = dict(zip(LETTERS, reversed(LETTERS), strict=True))
    hedges = Hedges(c, words)
    for letter, m in zip(LETTERS, c.maps, strict=True):
        note = words.say("crux.rests", letter=letter, other=others[letter])
        for e in locus.unaddressed.get(m.id, ()):
            yield Point(_hedged(capitalised(lexicon.entry(e)), hedges.entry(m.id, e)), note, letter=letter)
