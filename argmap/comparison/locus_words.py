"""Why a conflict exists, in plain words: what it turns on, what lies at its root, what kind of question it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Comparison, Finding, Locus, LocusKind

_MOST: Final = 2  # entries in the line of a finding; the others are counted

PLAIN: Final = frozenset(("", "turns on", "kind", "caution"))
"""Leads that say no more than a heading "what the conflict turns on", or than the words."""

DEEP: Final = (
    "No reason can be weighed here, only values or meanings: it may be a deep disagreement, which further argument "
    "does not settle."
)


def turns_on(c: Comparison, f: Finding, locus: Locus, lexicon: Lexicon) -> str:
    """The locus in a line: the first kind that holds, and the kind of question."""
    said = _Why(c, f, locus, lexicon, _MOST).kind(locus.primary)
    kind, colon, rest = said.partition(": ")
    asked = f"{_question(locus)}, perhaps a deep disagreement" if locus.deep else _question(locus)
    return f"{kind} ({asked}){colon}{rest}" if locus.stasis else said


def locus_lines(c: Comparison, f: Finding, locus: Locus, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Everything that holds of the locus: what leads it in, "" where it goes on, and the words."""
    why = _Why(c, f, locus, lexicon, None)
    for i, kind in enumerate(locus.all):
        yield "" if i else "turns on", why.kind(kind)
    if locus.double:
        yield "double crux", f"{why.labels(locus.double)}: both sides rest on it; settle this first"
    if alone := tuple(root for root in locus.roots if root not in locus.double):
        yield "begins with", f"{why.labels(alone)}: no other dispute lies below it"
    if locus.stasis:
        yield "kind", _question(locus)
    if locus.deep:
        yield "caution", DEEP


def _question(locus: Locus) -> str:
    return f"a question of {locus.stasis}"


@dataclass(frozen=True, slots=True)
class _Why:
    """The locus of a finding, to be told with so many entries of a kind (None: all)."""

    c: Comparison
    f: Finding
    locus: Locus
    lexicon: Lexicon
    most: int | None

    def kind(self, kind: LocusKind) -> str:
        """What a kind of locus comes to here."""
        match kind:
            case "premise":
                return self._premise()
            case "step":
                said = self.lexicon.entries(self.locus.step, self.most)
                return f"a step, which would not hold if it is as the other side says: {said}"
            case "weighing":
                return f"the weighing: both say {self.lexicon.entries(self.locus.weighed, self.most)}"
            case "unaddressed":
                return f"what the other does not take up: {'; '.join(self._left())}"
            case "bare":
                return "the point itself: no reason of either side leads further"

    def _premise(self) -> str:
        if self.most is None:
            return f"a premise that is itself in dispute: {self.labels(self.locus.premises)}"
        ids = self.locus.double or self.locus.roots or self.locus.premises
        first = "; both sides rest on it, so settle this first" if self.locus.double else ""
        return f"a premise that is itself in dispute: {self.labels(ids)}{first}"

    def _left(self) -> Iterator[str]:
        for m in self.c.maps:
            if entries := self.locus.unaddressed.get(m.id):
                yield f"{self.lexicon.entries(entries, self.most)} ({m.name})"

    def labels(self, ids: tuple[str, ...]) -> str:
        """What findings are about, by their ids."""
        shown = ids if self.most is None or len(ids) <= self.most + 1 else ids[: self.most]
        left = f" and {len(ids) - len(shown)} more" if len(shown) < len(ids) else ""
        return ", ".join(f"“{self.lexicon.finding(id_)}”" for id_ in shown) + left
