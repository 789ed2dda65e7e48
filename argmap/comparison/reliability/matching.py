"""Which statements of several coders are one: declared by people, and at best."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.comparison.reliability.coders import Coder
from argmap.comparison.reliability.likeness import Member, alike

How = Literal["alignment", "id", "likeness"]
Kind = Literal["declared", "best"]

SAME: Final = "skos:exactMatch"
INFORMS: Final = "argmap:related"


@dataclass(frozen=True, slots=True)
class Unit:
    """What one or more coders found: a statement of each of them, or None.

    Attributes:
        members: By coder, the id of the statement.
        how: What joined them: the weakest of rows, ids and likeness that was needed; None for a statement found alone.
        score: How alike the least alike joined pair is; None where likeness joined none.
    """

    members: tuple[str | None, ...]
    how: How | None = None
    score: float | None = None

    @property
    def finders(self) -> tuple[int, ...]:
        """Which coders found it."""
        return tuple(i for i, member in enumerate(self.members) if member is not None)


@dataclass(frozen=True, slots=True)
class Matching:
    """All statements of all coders in units, each statement in exactly one; no unit holds two of one coder."""

    kind: Kind
    units: tuple[Unit, ...]
    passed_over: tuple[Correspondence, ...] = ()

    @property
    def common(self) -> tuple[Unit, ...]:
        """The units of two or more coders."""
        return tuple(unit for unit in self.units if len(unit.finders) > 1)


def match(people: Sequence[Coder], rows: Iterable[Correspondence], *, own_ids: bool) -> tuple[Matching, Matching]:
    """The declared and the best matching.

    Declared are accepted rows of the same content, then equal ids, unless ids are each coder's own. The best matching
    keeps these and joins what is left by likeness, the most alike first; nothing left over fits something else better
    than that fits what it got. What people decided against (a refused row, a row of another kind, a reviewed absence)
    is joined by neither. Rows are taken one to one: a row that would join two statements of one coder is passed over.
    """
    groups = _Groups(people, tuple(rows))
    groups.join_rows()
    if not own_ids:
        groups.join_ids()
    declared = groups.matching("declared")
    groups.join_alike()
    return declared, groups.matching("best")


class _Groups:
    def __init__(self, people: Sequence[Coder], rows: tuple[Correspondence, ...]) -> None:
        self.people, self.rows = people, rows
        self.order = {(i, key): n for i, c in enumerate(people) for n, key in enumerate(c.map.statements)}
        self.unit: dict[Member, dict[int, str]] = {member: {member[0]: member[1]} for member in self.order}
        self.how: dict[Member, tuple[int, How, float | None]] = {}  # what joined, by any member of the unit
        self.apart, self.absent = _decided_against(people, rows)
        self.passed_over: list[Correspondence] = []

    def join_rows(self) -> None:
        labels = _by_id(self.people)
        for row in self.rows:
            if row.accepted and row.predicate == SAME and row.object is not None:
                left, right = _member(row.subject, labels), _member(row.object, labels)
                if left in self.order and right in self.order and not self._join(left, right, "alignment"):
                    self.passed_over.append(row)

    def join_ids(self) -> None:
        """Join all statements of one id, or none of them where people parted some: no order of coders decides which."""
        named: dict[str, list[Member]] = {}
        for member in self.order:
            named.setdefault(member[1], []).append(member)
        for first, *others in named.values():
            units = {id(self.unit[m]): self.unit[m] for m in (first, *others)}.values()
            if all(self._may_join(one, other) for one, other in combinations(units, 2)):
                for other in others:
                    self._join(first, other, "id")

    def join_alike(self) -> None:
        def rank(pair: tuple[float, Member, Member]) -> tuple[float, list[tuple[int, str, str]]]:
            # who comes first on the command line decides nothing, not even between equals
            return -pair[0], sorted((self.order[m], m[1], self.people[m[0]].label) for m in pair[1:])

        for score, left, right in sorted(((a.score, a.left, a.right) for a in alike(self.people)), key=rank):
            self._join(left, right, "likeness", score)

    def matching(self, kind: Kind) -> Matching:
        seen: set[int] = set()
        units: list[Unit] = []
        for member in self.order:
            unit = self.unit[member]
            if id(unit) not in seen:
                seen.add(id(unit))
                units.append(self._made(unit))
        return Matching(kind, tuple(units), tuple(self.passed_over))

    def _made(self, unit: Mapping[int, str]) -> Unit:
        joined = [self.how[m] for m in unit.items() if m in self.how]
        _, how, _ = max(joined, key=lambda found: found[0], default=(0, None, None))
        scores = [score for _, _, score in joined if score is not None]
        return Unit(tuple(unit.get(i) for i in range(len(self.people))), how, min(scores, default=None))

    def _join(self, left: Member, right: Member, how: How, score: float | None = None) -> bool:
        """Make one unit of two; False if people decided against it, or a coder would have two statements in it."""
        one, other = self.unit[left], self.unit[right]
        if one is other:
            return True
        if not self._may_join(one, other):
            return False
        for member in other.items():
            one[member[0]] = member[1]
            self.unit[member] = one
        found = (_STRENGTH[how], how, score)
        for member in (left, right):
            self.how[member] = max(self.how.get(member, found), found, key=_weakest)
        return True

    def _may_join(self, one: Mapping[int, str], other: Mapping[int, str]) -> bool:
        return not one.keys() & other.keys() and not any(
            frozenset({a, b}) in self.apart or (a, b[0]) in self.absent or (b, a[0]) in self.absent
            for a in one.items()
            for b in other.items()
        )


_STRENGTH: Final[Mapping[How, int]] = {"alignment": 0, "id": 1, "likeness": 2}


def _weakest(found: tuple[int, How, float | None]) -> tuple[int, float]:
    return found[0], -(found[2] if found[2] is not None else 1.0)


def _by_id(people: Sequence[Coder]) -> dict[str, int]:
    return {coder.label: i for i, coder in enumerate(people)}


def _member(ref: Ref, labels: Mapping[str, int]) -> Member:
    return labels.get(ref.map, -1), ref.statement


def _decided_against(
    people: Sequence[Coder], rows: Iterable[Correspondence]
) -> tuple[frozenset[frozenset[Member]], frozenset[tuple[Member, int]]]:
    """The pairs a person decided are not the same, and the statements that have no counterpart in some map."""
    labels = _by_id(people)
    apart: set[frozenset[Member]] = set()
    absent: set[tuple[Member, int]] = set()
    for row in rows:
        subject = _member(row.subject, labels)
        if row.absence:
            searched = (
                [labels[row.searched]] if row.searched in labels else range(len(people)) if not row.searched else ()
            )
            absent.update((subject, i) for i in searched)
        elif row.object is not None and (
            (row.rejected and row.predicate in (SAME, INFORMS))
            or (row.accepted and row.predicate not in (SAME, INFORMS))
        ):
            apart.add(frozenset({subject, _member(row.object, labels)}))
    return frozenset(apart), frozenset(absent)
