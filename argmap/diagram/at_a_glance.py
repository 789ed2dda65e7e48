"""What the first of several sheets shows: the findings most central to both maps, in short, and what else there is."""

from collections.abc import Iterator
from typing import Final

from argmap.comparison.central import most_central
from argmap.comparison.records import Comparison, Finding, Group
from argmap.diagram.amount import AT_A_GLANCE
from argmap.diagram.of_comparison import SECTION_OF, counted, row
from argmap.diagram.sheet import Absence, Choice, ComparisonSheet, Glance, Head, Level, Mention, Section, SectionKind
from argmap.diagram.vocabulary import vocabulary

_COUNTED: Final[dict[SectionKind, tuple[str, str]]] = {
    "agree": ("agreement", "agreements"),
    "differ": ("difference", "differences"),
}


def at_a_glance(c: Comparison, sheet: ComparisonSheet, *, level: Level = "text") -> Glance:
    """The sheet before the others, which have all findings.

    Args:
        c: The comparison.
        sheet: What the other sheets say of it.
        level: ``title`` is terser still.
    """
    chosen = [_choice(c, section, level) for section in sheet.sections if section.kind in _COUNTED]
    mentions = [Mention(s.kind, s.title, _size(s, sheet.heads)) for s in sheet.sections if s.kind not in _COUNTED]
    return Glance(tuple(chosen), tuple(mentions))


def _choice(c: Comparison, section: Section, level: Level) -> Choice:
    words, amount = vocabulary(c), AT_A_GLANCE[level]
    read = list(_in_section(c, section.kind))
    groups: list[Group] = [group for group, kind in SECTION_OF.items() if kind == section.kind]
    ranked = most_central(c, *groups)
    rows = tuple(row(c, finding, words, amount) for finding in ranked)
    places = tuple(read.index(finding) for finding in ranked)
    return Choice(section.kind, section.title, rows, places, _COUNTED[section.kind])


def _in_section(c: Comparison, kind: SectionKind) -> Iterator[Finding]:
    """The findings of a section in the order of its rows."""
    yield from (f for f in c.findings if f.unit != "evidence" and SECTION_OF[f.group] == kind)


def _size(section: Section, heads: tuple[Head, Head]) -> str:
    if section.kind == "evidence":
        return counted(len(section.rows), "source")
    if section.kind != "only-one":
        return counted(len(section.rows), "point")
    alone = (
        (heads[0].name, sum(isinstance(row.right[0], Absence) for row in section.rows)),
        (heads[1].name, sum(isinstance(row.left[0], Absence) for row in section.rows)),
    )
    said = [f"{name} to {n}" for name, n in alone if n]
    return f"{', '.join(said)}"
