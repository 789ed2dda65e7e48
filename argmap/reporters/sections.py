"""A comparison in the parts a person reads: agreement, difference, what one map has alone, sources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from argmap.comparison.records import SYMBOLS, Comparison, Finding, Group, Profile, StancePosition

Detail = Literal["brief", "normal", "full"]
"""How much of a comparison is written out: sentences alone; both sides' most telling words; everything."""

View = Literal["findings", "matrix", "roles", "causes", "reasons", "metrics"]
"""All findings in groups, or one way to look across them."""

_SECTIONS: Final[tuple[tuple[str, tuple[Group, ...], str], ...]] = (
    ("Agree", ("agree", "agree-but"), "= the same · ≈ with a reservation"),
    ("Differ", ("diverge", "conflict"), "≠ both may be right · ! they cannot both be right"),
    ("In one map only", ("one-sided",), "∅ one map speaks of it; what the other does not map it does not deny"),
    ("Undetermined", ("undetermined",), "? a map clashes with itself"),
)

_PROFILES: Final[tuple[tuple[Profile, str, str], ...]] = (
    ("split", "Split", "! two maps or more cannot both be right"),
    ("diverse", "Diverse", "≠ positions differ; all may be right"),
    ("tension", "Undetermined", "? a map clashes with itself"),
    ("consensus", "Consensus", "all maps speak, and agree: = on the same · ≈ with a reservation"),
    ("common", "Common", "those maps that speak agree: = on the same · ≈ with a reservation"),
    ("only-one", "In one map only", "∅ one map speaks of it; what the others do not map they do not deny"),
)

_PROFILE_OF: Final[Mapping[Group, Profile]] = {
    "agree": "consensus",
    "agree-but": "consensus",
    "diverge": "diverse",
    "conflict": "split",
    "one-sided": "only-one",
    "undetermined": "tension",
}

_WORDS: Final[Mapping[Group, tuple[str, str]]] = {
    "agree": ("the same", "the same"),
    "agree-but": ("the same with a reservation", "the same with a reservation"),
    "diverge": ("both may be right", "all may be right"),
    "conflict": ("they cannot both be right", "two cannot both be right"),
    "one-sided": ("in one map only", "in one map only"),
    "undetermined": ("a map clashes with itself", "a map clashes with itself"),
}

_SAID_BY_LEGEND: Final = frozenset({"standalone", "provisional"})
_ONLY_IN_FULL: Final = frozenset({"emphasis"})  # how deep a point lies says little to who reads for the first time


@dataclass(frozen=True, slots=True)
class Section:
    """Findings under one heading.

    Attributes:
        title: The heading.
        count: How many findings it has in all.
        legend: What its symbols mean.
        findings: Those that are written out.
        kind: What they are: points both maps speak of, points of one map, or sources.
        sources: Names of maps, and the sources only that map uses.
    """

    title: str
    count: int
    legend: str
    findings: tuple[Finding, ...]
    kind: Literal["shared", "one-sided", "sources"] = "shared"
    sources: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def in_short(self, detail: Detail) -> bool:
        """Whether its findings stand line under line, since little or nothing stands under each."""
        return detail == "brief" or (detail == "normal" and self.kind != "shared")

    def alone(self, detail: Detail) -> Iterator[str]:
        """What is said of the sources that one map has for itself: their titles, or how many they are."""
        for name, titles in self.sources:
            if detail == "full":
                yield f"Only {name}: {'; '.join(titles)}."
            else:
                yield f"Only {name}: {len(titles)} source{'s' * (len(titles) != 1)}."


def sections(c: Comparison) -> Iterator[Section]:
    """The parts that have findings, in reading order; sources come last and are counted apart.

    Of two maps, agreement comes first; of more, what divides them, and there is a part for each profile.
    """
    yield from (_of_two(c) if len(c.maps) == 2 else _of_many(c))
    sources = tuple(f for f in c.findings if f.unit == "evidence")
    if sources:
        shared = tuple(f for f in sources if f.group != "one-sided")
        who = "both use" if len(c.maps) == 2 else "several maps use"
        legend = f"what {who} the same source for; counted apart from the points above"
        yield Section("Sources", len(shared), legend, shared, "sources", tuple(_alone(c, sources)))


def in_order(c: Comparison, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of the sections."""
    if len(c.maps) == 2:
        return tuple(findings)
    order = [profile for profile, _, _ in _PROFILES]
    return tuple(sorted(findings, key=lambda f: order.index(profile_of(f))))


def profile_of(finding: Finding) -> Profile:
    """The profile of a finding; of two maps the one that its group comes to."""
    for profile, _, _ in _PROFILES:
        if finding.category == profile:
            return profile
    return _PROFILE_OF[finding.group]


def symbols(c: Comparison, findings: Iterable[Finding]) -> str:
    """What the symbols of these findings mean."""
    found = {f.group for f in findings}
    return " · ".join(f"{SYMBOLS[group]} {words[len(c.maps) > 2]}" for group, words in _WORDS.items() if group in found)


def _of_two(c: Comparison) -> Iterator[Section]:
    for title, groups, legend in _SECTIONS:
        findings = tuple(f for group in groups for f in c.in_group(group))
        if findings:
            kind: Literal["one-sided", "shared"] = "one-sided" if groups == ("one-sided",) else "shared"
            yield Section(title, len(findings), legend, findings, kind)


def _of_many(c: Comparison) -> Iterator[Section]:
    for profile, title, legend in _PROFILES:
        findings = tuple(f for f in c.findings if f.unit != "evidence" and f.category == profile)
        if findings:
            kind: Literal["one-sided", "shared"] = "one-sided" if profile == "only-one" else "shared"
            yield Section(title, len(findings), legend, findings, kind)


def _alone(c: Comparison, sources: tuple[Finding, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for m in c.maps:
        labels = tuple(f.label for f in sources if f.group == "one-sided" and speaks(f, m.id))
        if labels:
            yield m.name, labels


def speaks(finding: Finding, map_id: str) -> bool:
    """Whether a map takes a position in a finding."""
    side = finding.sides.get(map_id)
    return side is not None and side.position is not None and side.position != ()


_STANDS: Final[Mapping[StancePosition, str]] = {
    "denies": "the denial that ",
    "questions": "the question whether ",
    "varies": "a varying view of ",
    "both": "a clash with itself over ",
}


def point(finding: Finding, map_id: str) -> str:
    """The point of a map in quotation marks, led in by how the map stands to it where it does not just hold it."""
    side = finding.sides.get(map_id)
    position = side.position if side else None
    return f"{_STANDS.get(position, '') if isinstance(position, str) else ''}“{finding.label}”"


def notes(finding: Finding, detail: Detail = "full") -> tuple[str, ...]:
    """The notes to write out: none that the legend of the section says, and below ``full`` none that is seen anyway."""
    start = len(finding.notes) - len(finding.flags)  # what each side holds alone comes first and has no flag
    alone = finding.notes[:start] if detail == "full" or finding.unit in ("stance", "evidence") else ()
    flagged = zip(finding.flags, finding.notes[start:], strict=True)
    return (*alone, *(note for flag, note in flagged if _is_told(flag, finding, detail)))


def _is_told(flag: str, finding: Finding, detail: Detail) -> bool:
    if finding.group == "one-sided":
        return flag == "reported" or (detail == "full" and flag not in _SAID_BY_LEGEND)
    return detail == "full" or flag not in _ONLY_IN_FULL
