"""What a comparison gives back, as values; the field names are those of the JSON contract (docs/comparison.md)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from argmap.model import Article

Unit = Literal["stance", "explanation", "role", "evidence"]
Group = Literal["agree", "agree-but", "diverge", "conflict", "one-sided", "undetermined"]

UNITS: Final[tuple[Unit, ...]] = ("stance", "explanation", "role", "evidence")
GROUPS: Final[tuple[Group, ...]] = ("agree", "agree-but", "diverge", "conflict", "one-sided", "undetermined")
SYMBOLS: Final[Mapping[Group, str]] = {
    "agree": "=",
    "agree-but": "≈",
    "diverge": "≠",
    "conflict": "!",
    "one-sided": "∅",
    "undetermined": "?",
}

StancePosition = Literal["holds", "denies", "questions", "varies", "both"]
Entry = str
"""``holds:P``, ``raises:F>G``, ``role:A=R``, ``source:S`` or ``text:<map>:<statement>``; ``voice:<who>|`` in front
where somebody else says it."""


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """One thing a side says on an explanation, role or source, pooled over its statements."""

    entry: Entry
    toward: tuple[str, ...] = ()
    main: bool = False
    certainty: str = "asserted"
    label: str = ""  # the entry in words; not part of the JSON contract
    statements: tuple[str, ...] = field(default=(), compare=False)  # who say so, main ones first; nor is this


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement as a finding shows it: the mapper's sentence and the article's words."""

    id: str
    text: str
    quote: str | None = None
    at: tuple[str, ...] = ()
    certainty: str = "asserted"
    voice: str = "author"
    if_: tuple[str, ...] = ()
    when: str | None = None
    where: str | None = None
    via: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Premise:
    """A premise of a reason: what it says, and the statement that says it."""

    entry: Entry
    statement: str | None
    label: str = ""  # the entry in words; not part of the JSON contract
    text: str = ""  # the statement's own sentence, "" for a source; nor is this


@dataclass(frozen=True, slots=True)
class GivenReason:
    """A reason a side gives; `shared` where the other side gives the same set of premises.

    `unless` names the statements of the map that would undo the step.
    """

    premises: tuple[Premise, ...]
    unless: tuple[str, ...] = ()
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One map's part in a finding. `position` is None where the map is silent."""

    position: StancePosition | tuple[PositionEntry, ...] | None
    statements: tuple[Cited, ...] = ()
    reasons: tuple[GivenReason, ...] = ()
    reported: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """Why two statements count as being about the same thing."""

    via: Literal["codebook", "name", "alignment"]
    id: str
    key: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One verdict on one unit. `sides` and `only` are keyed by map id, in the order the maps were given."""

    id: str
    unit: Unit
    key: str
    label: str
    category: str
    group: Group
    flags: tuple[str, ...]
    notes: tuple[str, ...]
    sentence: str
    question: str
    sides: Mapping[str, Side]
    shared: tuple[Entry, ...]
    only: Mapping[str, tuple[Entry, ...]]
    basis: tuple[Basis, ...]
    rule: str
    locus: None = None

    @property
    def symbol(self) -> str:
        """The sign of the group: ``=``, ``≈``, ``≠``, ``!``, ``∅`` or ``?``."""
        return SYMBOLS[self.group]


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a map came from, as the user named it, and the SHA-256 of its bytes; likewise of its codebook."""

    file: str | None = None
    sha256: str | None = None
    codebook_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class ComparedMap:
    """A map as the result knows it. `file` and `sha256` are None for a map built in Python."""

    id: str
    name: str
    title: str | None
    file: str | None
    sha256: str | None
    article: Article
    coverage: str
    statements: int
    coded: int
    uncoded: tuple[tuple[str, str], ...]  # id and text
    thesis: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ComparedCodebook:
    """A codebook as the result knows it: the words for its keys, and the valence of every role in use."""

    id: str
    sha256: str | None
    maps: tuple[str, ...]
    labels: Mapping[str, str]
    valences: Mapping[str, int]
    incompatible: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the contract's word
    """What the reader of a comparison should know. `code` is permanent, `name` its short name."""

    code: str
    name: str
    maps: tuple[str, ...]
    ids: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All findings, in the order to read them; evidence findings come last and are counted apart."""

    maps: tuple[ComparedMap, ...]
    codebooks: tuple[ComparedCodebook, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[Warning, ...]
    metrics: Mapping[str, Any] | None = field(default=None)

    def counts(self, *, evidence: bool = False) -> dict[Group, int]:
        """How many findings each group has: those on sources if `evidence`, else all others."""
        found = dict.fromkeys(GROUPS, 0)
        for finding in self.findings:
            if (finding.unit == "evidence") == evidence:
                found[finding.group] += 1
        return found

    def in_group(self, group: Group) -> tuple[Finding, ...]:
        """The findings of a group in order, without those on sources."""
        return tuple(f for f in self.findings if f.group == group and f.unit != "evidence")
