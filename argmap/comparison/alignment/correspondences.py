"""One row of an alignment: a statement of one map, a statement of another, and how they are related."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple, get_args

Predicate = Literal[
    "skos:exactMatch",
    "skos:broadMatch",
    "skos:narrowMatch",
    "argmap:contradicts",
    "argmap:contrary",
    "argmap:related",
]

PREDICATES: Final[tuple[Predicate, ...]] = get_args(Predicate)
"""Says the same; the object is broader (the subject implies it); the object is narrower (it implies the subject);
says the opposite; cannot both be true; informs only."""

MANUAL: Final = "semapv:ManualMappingCuration"
PROPOSED: Final = "semapv:CompositeMatching"
NO_TERM: Final = "sssom:NoTermFound"


class Ref(NamedTuple):
    """A statement of a map, written ``map:statement``."""

    map: str
    statement: str

    def __str__(self) -> str:
        return f"{self.map}:{self.statement}"


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A row of an alignment file in the SSSOM convention.

    Attributes:
        subject: The statement the row begins with.
        object: The other one; None where somebody looked and found none (``sssom:NoTermFound``).
        rejected: ``predicate_modifier: Not``: the proposal was looked at and refused.
        justification: ``semapv:ManualMappingCuration`` once a person decided; a proposal has another.
        confidence: From 0 to 1; None if nobody said.
        searched: With no object, the map that was searched; "" means every other map.
        extra: Columns argmap does not know, kept for writing.
        file: Where the row was read; `row` is its line there.
    """

    subject: Ref
    predicate: Predicate
    object: Ref | None
    justification: str = MANUAL
    rejected: bool = False
    confidence: float | None = None
    author: str = ""
    comment: str = ""
    searched: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    file: str | None = field(default=None, compare=False)
    row: int | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.subject} {self.predicate} {self.object or NO_TERM}"

    @property
    def accepted(self) -> bool:
        """Whether a person took it for right; nothing else counts in a comparison."""
        return self.object is not None and self.justification == MANUAL and not self.rejected

    @property
    def absence(self) -> bool:
        """Whether it records that a person found no counterpart."""
        return self.object is None and self.justification == MANUAL and not self.rejected


def in_force(rows: Iterable[Correspondence], min_confidence: float = 0.0) -> tuple[Correspondence, ...]:
    """The rows a comparison rests on: accepted ones and reviewed absences, none less sure than asked for.

    A row that names no confidence counts as 1: a person decided.
    """
    return tuple(
        row
        for row in rows
        if (row.accepted or row.absence) and (1.0 if row.confidence is None else row.confidence) >= min_confidence
    )
