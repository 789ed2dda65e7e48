"""What grading gives, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, get_args

from argmap.diagnostics import Position, Where
from argmap.graph import Relation

Kind = Literal[
    "missing-statement",
    "missing-relation",
    "misplaced",
    "reversed",
    "wrong-relation",
    "linked-as-separate",
    "separate-as-linked",
    "wrong-source",
    "missing-source",
    "wrong-type",
    "wrong-voice",
    "extra-statement",
    "extra-relation",
    "extra-source",
]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""All kinds, in the order a report has them."""

EXTRAS: Final[frozenset[Kind]] = frozenset({"extra-statement", "extra-relation", "extra-source"})
"""What the reference lacks: not wrong by itself, and never counted against a student."""

Aspect = Literal["statements", "places", "relations", "linking", "sources", "types", "voices"]

ASPECTS: Final[tuple[Aspect, ...]] = get_args(Aspect)
"""What is counted, each by itself."""

ASPECT_OF: Final[Mapping[Kind, Aspect]] = MappingProxyType(
    {
        "missing-statement": "statements",
        "missing-relation": "places",
        "misplaced": "places",
        "reversed": "places",
        "wrong-relation": "relations",
        "linked-as-separate": "linking",
        "separate-as-linked": "linking",
        "wrong-source": "sources",
        "missing-source": "sources",
        "wrong-type": "types",
        "wrong-voice": "voices",
        "extra-statement": "statements",
        "extra-relation": "places",
        "extra-source": "sources",
    }
)
"""Where each kind belongs."""

How = Literal["row", "id", "text", "guess"]


@dataclass(frozen=True, slots=True)
class Match:
    """A statement of the reference and the student's that is taken for it.

    Attributes:
        how: By a row that a person accepted, by its id, by its text, or by a guess that nobody has looked at.
    """

    reference: str
    student: str
    how: How


class Place(NamedTuple):
    """Under what a statement stands, and how.

    Attributes:
        upper: The upper statement, by its id in the reference; "" where there is none that both maps have.
        relation: By which relation.
        through: A statement in between that only one map has, by its id there; "" where there is none.
        step: For `unless`, the premises of the step that is doubted, by their ids in the reference.
    """

    upper: str
    relation: Relation
    through: str = ""
    step: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A statement of the reference stands at a place in the student's map; `right` where the reference has it there."""

    statement: str
    place: Place
    right: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that stands otherwise than in the reference.

    Attributes:
        kind: What it is.
        subject: The statement it is about, by its id in the reference; "" for a statement that only the student has.
        own: The same by its id in the student's map; "" for one that is missing.
        expected: Where the reference has it, for what is about a place or a relation.
        found: Where the student has it.
        members: The premises it is about, by their ids in the reference, where it is about several.
        wanted: The source, type or voice of the reference.
        given: The student's.
        guessed: Whether it rests on a statement that is matched by a guess.
        says: What it is, in a sentence to the student that does not give the answer away.
        advice: A question that leads on, without the answer.
        answer: What the reference has.
        where: The place in the student's map; () for what is not there.
        position: The same in the file, once located.
    """

    kind: Kind
    subject: str
    own: str = ""
    expected: Place | None = None
    found: Place | None = None
    members: tuple[str, ...] = ()
    wanted: str = ""
    given: str = ""
    guessed: bool = False
    says: str = ""
    advice: str = ""
    answer: str = ""
    where: Where = ()
    position: Position | None = None

    @property
    def extra(self) -> bool:
        """Whether it is something the reference lacks, which is no mistake by itself."""
        return self.kind in EXTRAS


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of one aspect is as in the reference: `right` of `total`, which is 0 if there was nothing to judge."""

    aspect: Aspect
    right: int
    total: int


@dataclass(frozen=True, slots=True)
class Grade:
    """A student's map beside the reference.

    Attributes:
        matches: Which statement was taken for which, in the order of the reference.
        findings: What stands otherwise, in the order of `KINDS`, then of the reference.
        tallies: One for each aspect.
        standing: Where matched statements stand; nothing of those whose place could not be judged.
        remarks: What a person should look at before relying on the matches.
    """

    matches: tuple[Match, ...]
    findings: tuple[Finding, ...]
    tallies: tuple[Tally, ...]
    standing: tuple[Standing, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings without what is extra."""
        return tuple(f for f in self.findings if not f.extra)

    @property
    def guesses(self) -> tuple[Match, ...]:
        """The matches that nobody has looked at."""
        return tuple(m for m in self.matches if m.how == "guess")
