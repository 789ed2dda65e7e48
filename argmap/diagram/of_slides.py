"""From a comparison of two maps to what its slides say: the point, the findings, and the rest in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from argmap.comparison.central import most_central
from argmap.comparison.records import ComparedMap, Comparison, Finding, Side
from argmap.diagram.amount import ON_SLIDES, Amount
from argmap.diagram.limits import shared_limits
from argmap.diagram.of_comparison import SECTION_OF, comparison_sheet, row
from argmap.diagram.sheet import ComparisonSheet, Level, Row, Section, SectionKind
from argmap.diagram.sides import bracketed, capitalised
from argmap.diagram.vocabulary import vocabulary
from argmap.languages import ENGLISH, Words
from argmap.model import CERTAINTIES

_LISTED: Final[frozenset[SectionKind]] = frozenset({"agree", "differ", "undetermined"})
_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Own:
    """What one side has to itself: how many, and what the first of them are called."""

    count: int
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """What only one of the two has, each on its side, with what is to be kept in mind, or ""."""

    what: str
    note: str
    left: Own
    right: Own


@dataclass(frozen=True, slots=True)
class Rest:
    """What the slides count rather than list: `shared` is the section on sources both use, if there is one."""

    title: str
    tallies: tuple[Tally, ...]
    shared: Section | None
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Central:
    """A group on the first slide: how large it is, and of its findings the most central one."""

    kind: SectionKind
    title: str
    count: int
    row: Row


def slides(
    c: Comparison,
    *,
    level: Level = "title",
    words: Words = ENGLISH,
    among: Comparison | None = None,
    amounts: Mapping[str, Amount] | None = None,
) -> ComparisonSheet:
    """What the slides list: what they agree and differ on; everything, if it was asked for.

    The arguments are those of `comparison_sheet`.
    """
    usual = dict.fromkeys((f.id for f in c.findings), ON_SLIDES[level])
    sheet = comparison_sheet(c, level=level, words=words, among=among, amounts=usual | dict(amounts or {}))
    asked = among is not None and among != c
    return replace(sheet, sections=tuple(s for s in sheet.sections if asked or s.kind in _LISTED))


def central(c: Comparison, amount: Amount, words: Words = ENGLISH) -> tuple[Central, ...]:
    """For the first slide: the most central agreement, and the most central difference."""
    terms = vocabulary(c, words)
    found = []
    kinds: tuple[SectionKind, ...] = ("agree", "differ")
    for kind in kinds if all(m.coded for m in c.maps) else ():
        ranked = most_central(c, *(group for group, of in SECTION_OF.items() if of == kind))
        if ranked:
            title = words.counted(f"slides.{kind}", len(ranked))
            found.append(Central(kind, title, len(ranked), row(c, ranked[0], terms, amount)))
    return tuple(found)


def rest(c: Comparison, *, level: Level = "title", words: Words = ENGLISH) -> Rest | None:
    """What the last slide counts; None where there is nothing to count."""
    sheet = comparison_sheet(c, level=level, words=words)
    if not all(m.coded for m in c.maps):
        return None
    alone = [f for f in c.findings if f.group == "one-sided"]
    points = [f for f in alone if f.unit != "evidence"]
    sources = [f for f in alone if f.unit == "evidence"]
    tallies = []
    if points:
        a, b = _of_each(c, points)
        tallies.append(
            Tally(
                words["slides.only_one"],
                words["sheet.gloss.only_one"],
                _named(a, c.maps[0], words),
                _named(b, c.maps[1], words),
            )
        )
    if sources:
        a, b = _of_each(c, sources)
        tallies.append(Tally(words["slides.alone"], "", Own(len(a)), Own(len(b))))
    shared = next((s for s in sheet.sections if s.kind == "evidence"), None)
    if not tallies and not shared:
        return None
    headline = next((s.headline for s in sheet.sections if s.kind == "only-one"), words["slides.rest"])
    return Rest(headline, tuple(tallies), shared, sheet.foot)


def _of_each(c: Comparison, findings: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Those of the first map, and those of the second."""
    a, b = ([f for f in findings if m.id in f.sides and f.sides[m.id].position] for m in c.maps)
    return a, b


def _named(findings: list[Finding], m: ComparedMap, words: Words) -> Own:
    return Own(len(findings), tuple(_called(f, f.sides[m.id], words) for f in findings[:_NAMED]))


def _called(finding: Finding, side: Side, words: Words) -> str:
    """What is held, with its limits; of what is not held, or no claim, the question."""
    if side.position != "holds":
        return finding.question
    limits = []
    strength = max((CERTAINTIES.index(s.certainty) for s in side.statements if s.certainty in CERTAINTIES), default=-1)
    if 0 <= strength < CERTAINTIES.index("asserted"):
        limits.append(words[f"map.{CERTAINTIES[strength]}"])
    return bracketed(capitalised(finding.label), [*limits, *shared_limits(side.statements, words)])
