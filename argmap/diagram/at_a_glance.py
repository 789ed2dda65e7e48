"""What the first of several sheets shows: the findings most central to both maps, in short, and what else there is."""

from collections.abc import Iterator
from typing import Final

from argmap.comparison.central import most_central
from argmap.comparison.records import Comparison, Finding, Group
from argmap.diagram.amount import AT_A_GLANCE
from argmap.diagram.of_comparison import SECTION_OF, row
from argmap.diagram.sheet import Absence, Choice, ComparisonSheet, Glance, Head, Level, Mention, Section, SectionKind
from argmap.diagram.vocabulary import vocabulary
from argmap.languages import ENGLISH, Words

_CHOSEN_FROM: Final[frozenset[SectionKind]] = frozenset({"agree", "differ"})


def at_a_glance(c: Comparison, sheet: ComparisonSheet, *, level: Level = "text", words: Words = ENGLISH) -> Glance:
    """The sheet before the others, which have all findings.

    Args:
        c: The comparison.
        sheet: What the other sheets say of it.
        level: ``title`` is terser still.
        words: The fixed words.
    """
    chosen = [_choice(c, section, level, words) for section in sheet.sections if section.kind in _CHOSEN_FROM]
    mentions = [
        Mention(s.kind, s.title, _size(s, sheet.heads, words)) for s in sheet.sections if s.kind not in _CHOSEN_FROM
    ]
    return Glance(tuple(chosen), tuple(mentions))


def alone(section: Section) -> tuple[int, int]:
    """On how many rows only the first side speaks, and on how many only the second."""
    return (
        sum(isinstance(row.right[0], Absence) for row in section.rows),
        sum(isinstance(row.left[0], Absence) for row in section.rows),
    )


def _choice(c: Comparison, section: Section, level: Level, words: Words) -> Choice:
    terms, amount = vocabulary(c, words), AT_A_GLANCE[level]
    read = list(_in_section(c, section.kind))
    groups: list[Group] = [group for group, kind in SECTION_OF.items() if kind == section.kind]
    ranked = _with_a_conflict(most_central(c, *groups))
    rows = tuple(row(c, finding, terms, amount) for finding in ranked)
    places = tuple(read.index(finding) for finding in ranked)
    return Choice(section.kind, section.title, rows, places)


def _with_a_conflict(ranked: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The most central first, and a conflict second at the latest: who shows two differences shows it."""
    first = next((f for f in ranked if f.group == "conflict"), None)
    if first is None or first in ranked[:2]:
        return ranked
    return (ranked[0], first, *(f for f in ranked[1:] if f is not first))


def _in_section(c: Comparison, kind: SectionKind) -> Iterator[Finding]:
    """The findings of a section in the order of its rows."""
    yield from (f for f in c.findings if f.unit != "evidence" and SECTION_OF[f.group] == kind)


def _size(section: Section, heads: tuple[Head, Head], words: Words) -> str:
    n = len(section.rows)
    if section.kind != "only-one":
        return words.counted("sheet.sources" if section.kind == "evidence" else "sheet.points", n)
    said = [
        words.say("sheet.speaks_to", who=head.name, n=n) for head, n in zip(heads, alone(section), strict=True) if n
    ]
    return words["list.between"].join(said)
