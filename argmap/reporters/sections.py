"""A comparison in the parts a person reads: agreement, difference, what one map has alone, sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.comparison.records import Comparison, Finding, Group

_SECTIONS: Final[tuple[tuple[str, tuple[Group, ...], str], ...]] = (
    ("Agree", ("agree", "agree-but"), "= the same · ≈ with a reservation"),
    ("Differ", ("diverge", "conflict"), "≠ both may be right · ! they cannot both be right"),
    ("In one map only", ("one-sided",), "∅ one map speaks of it; what the other does not map it does not deny"),
    ("Undetermined", ("undetermined",), "? a map clashes with itself"),
)

_SAID_BY_LEGEND: Final = frozenset({"standalone", "provisional"})


@dataclass(frozen=True, slots=True)
class Section:
    """Findings under one heading.

    Attributes:
        title: The heading.
        count: How many findings it has in all.
        legend: What its symbols mean.
        findings: Those that are written out.
        brief: Whether they are written in short: without rule and basis, which say nothing new here.
        alone: Names of maps, and the sources only that map uses.
    """

    title: str
    count: int
    legend: str
    findings: tuple[Finding, ...]
    brief: bool = False
    alone: tuple[tuple[str, tuple[str, ...]], ...] = ()


def sections(c: Comparison) -> Iterator[Section]:
    """The parts that have findings, in reading order; sources come last and are counted apart."""
    for title, groups, legend in _SECTIONS:
        findings = tuple(f for group in groups for f in c.in_group(group))
        if findings:
            yield Section(title, len(findings), legend, findings, brief=groups == ("one-sided",))
    sources = tuple(f for f in c.findings if f.unit == "evidence")
    if sources:
        shared = tuple(f for f in sources if f.group != "one-sided")
        legend = "what both use the same source for; counted apart from the points above"
        yield Section("Sources", len(sources), legend, shared, alone=tuple(_alone(c, sources)))


def _alone(c: Comparison, sources: tuple[Finding, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for m in c.maps:
        labels = tuple(f.label for f in sources if f.group == "one-sided" and speaks(f, m.id))
        if labels:
            yield m.name, labels


def speaks(finding: Finding, map_id: str) -> bool:
    """Whether a map takes a position in a finding."""
    side = finding.sides.get(map_id)
    return side is not None and side.position is not None and side.position != ()


def notes(finding: Finding) -> tuple[str, ...]:
    """The notes that the legend of the section does not say already."""
    if finding.group == "one-sided" and len(finding.notes) == len(finding.flags):
        pairs = zip(finding.flags, finding.notes, strict=True)
        return tuple(note for flag, note in pairs if flag not in _SAID_BY_LEGEND)
    return finding.notes
