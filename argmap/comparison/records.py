"""What a comparison gives back, as values; the field names are those of the JSON contract (docs/comparison.md)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from argmap.model import ArgumentMap, Article, Kind

if TYPE_CHECKING:  # most comparisons are read without figures
    from argmap.comparison.figures import Metrics

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

Profile = Literal["tension", "only-one", "split", "diverse", "consensus", "common"]
PROFILES: Final[tuple[Profile, ...]] = ("tension", "only-one", "split", "diverse", "consensus", "common")
"""What a finding on more than two maps comes to, the first that holds: a map clashes with itself; one map speaks; two
maps are in conflict; two maps diverge; all maps speak; some do not."""

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
    """Why two statements count as being about the same thing.

    `id` is the codebook's, or the alignment file; the fields after `key` are those of the accepted row, else None.
    """

    via: Literal["codebook", "name", "alignment"]
    id: str
    key: str
    row: int | None = None
    predicate: str | None = None
    confidence: float | None = None
    author: str | None = None


LocusKind = Literal["premise", "step", "weighing", "unaddressed", "bare"]
LOCI: Final[tuple[LocusKind, ...]] = ("premise", "step", "weighing", "unaddressed", "bare")


@dataclass(frozen=True, slots=True)
class Locus:
    """Why a conflict exists.

    Attributes:
        all: Every kind that holds, in the order of `LOCI`; the first is the primary one.
        premises: Ids of findings in conflict that lie below both or one of the sides.
        roots: Those of them with no conflict below: where the dispute begins. All in a cycle are roots.
        double: The roots that lie below both sides: whoever changes their mind there changes it here (double crux).
        step: Entries one map puts under `unless` on the way to its position, and the other asserts.
        weighed: Entries both maps assert and at least one rests on.
        unaddressed: For each map, the entries it rests on that the other never touches, nor anything linked to them.
        stasis: The lowest kind of question among the roots, else of the key itself; None if the codebook names none.
        deep: Whether it is a bare dispute on a value or a definition, without reason or source on either side: it may
            be deep disagreement.
    """

    all: tuple[LocusKind, ...]
    premises: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    double: tuple[str, ...] = ()
    step: tuple[Entry, ...] = ()
    weighed: tuple[Entry, ...] = ()
    unaddressed: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    stasis: Kind | None = None
    deep: bool = False

    @property
    def primary(self) -> LocusKind:
        """The first kind that holds."""
        return self.all[0]


@dataclass(frozen=True, slots=True)
class Finding:
    """One verdict on one unit. `sides` and `only` are keyed by map id, in the order the maps were given.

    Attributes:
        category: What the decision table gives two maps; for more maps their profile (`PROFILES`).
        pairs: The category of each two maps that speak, keyed ``a|b``.
        camps: The maps that speak, in groups that take one position.
        locus: Why a conflict between two maps exists; None where there is none, and for more maps.
    """

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
    locus: Locus | None = None
    pairs: Mapping[str, str] = field(default_factory=dict)
    camps: tuple[tuple[str, ...], ...] = ()

    def __repr__(self) -> str:
        return f"Finding(id={self.id!r}, category={self.category!r}, sentence={self.sentence!r})"

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
    """All findings, in the order to read them; evidence findings come last and are counted apart.

    `documents` are the maps themselves, for drawings that show what stands beneath a finding; no part of the contract.
    """

    maps: tuple[ComparedMap, ...]
    codebooks: tuple[ComparedCodebook, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[Warning, ...]
    metrics: "Metrics | None" = field(default=None)
    documents: tuple[ArgumentMap, ...] = field(default=(), compare=False)

    def __repr__(self) -> str:
        ids = tuple(m.id for m in self.maps)
        return f"Comparison(maps={ids!r}, findings={len(self.findings)}, warnings={len(self.warnings)})"

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
