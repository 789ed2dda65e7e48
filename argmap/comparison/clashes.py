"""Opposite entries: which pairs of statements clash, which conditions are open, where a map clashes with itself."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from argmap.comparison.positions import COMMITTED, Claim
from argmap.comparison.records import Entry

Incompatible = Collection[frozenset[str]]
Asserted = tuple[
    frozenset[Entry], ...
]  # what each map in question asserts; never joined, as that costs a walk each time


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of each side whose scopes overlap. `open` holds the conditions that decide whether both apply."""

    left: Claim
    right: Claim
    open: frozenset[Entry] = frozenset()

    @property
    def agrees(self) -> bool:
        """Whether both say the same of the same."""
        return self.left.entry == self.right.entry


def distinct(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that can behave differently in a pair, in order: repetition adds nothing, and costs nothing.

    Statements without scope, condition or addressee collapse to one claim for each thing said.
    """
    seen: dict[object, Claim] = {}
    for c in claims:
        sure = c.strength > 0
        key = (c.topic, c.value, c.scope, c.conditions, frozenset(c.toward), sure, c.main)
        seen.setdefault(key, c)
    return tuple(seen.values())


def open_conditions(left: Claim, right: Claim, asserted: Asserted) -> frozenset[Entry]:
    """Conditions of one of the two that nobody in question asserts."""
    return unasserted(left.conditions ^ right.conditions, asserted)


def unasserted(conditions: Iterable[Entry], asserted: Asserted) -> frozenset[Entry]:
    """The conditions that no map in question asserts."""
    return frozenset(e for e in conditions if not any(e in entries for entries in asserted))


def opposite(left: Claim, right: Claim, incompatible: Incompatible = ()) -> bool:
    """Whether the two cannot both be right, scopes and conditions aside.

    What may be and what may not be are no opposites: of a proposition or a cause, one side at least must be more than
    possible; of roles, both sides.
    """
    if left.unit != right.unit or left.topic != right.topic or left.value == right.value:
        return False
    match left.unit:
        case "stance":
            return left.value in COMMITTED and right.value in COMMITTED and not hedged(left, right)
        case "explanation":
            return not hedged(left, right)
        case "role":
            likely = left.strength > 0 and right.strength > 0
            return likely and frozenset((left.value, right.value)) in incompatible and meets(left, right)
        case "evidence":
            return False


def hedged(left: Claim, right: Claim) -> bool:
    """Whether both are said only as possible."""
    return left.strength == right.strength == 0


def meets(left: Claim, right: Claim) -> bool:
    """Whether two roles are played toward a common actor; nobody named is anyone."""
    return not left.toward or not right.toward or not set(left.toward).isdisjoint(right.toward)


def pairs(left: Iterable[Claim], right: Iterable[Claim], asserted: Asserted) -> Iterator[Pair]:
    """All pairs of distinct claims whose scopes overlap and that speak of one topic."""
    by_topic: dict[str, list[Claim]] = {}
    for c in distinct(right):
        by_topic.setdefault(c.topic, []).append(c)
    for a in distinct(left):
        for b in by_topic.get(a.topic, ()):
            if a.scope.overlaps(b.scope):
                yield Pair(a, b, open_conditions(a, b, asserted))


def clashes(found: Iterable[Pair], incompatible: Incompatible = ()) -> tuple[Pair, ...]:
    """The pairs that are opposite, with no condition open."""
    return tuple(p for p in found if not p.open and opposite(p.left, p.right, incompatible))


def unexcused(found: tuple[Pair, ...], among: Iterable[Pair]) -> tuple[Pair, ...]:
    """The clashes left when exceptions are excused: a limited claim against a general one, where a pair agrees.

    What agrees only under an open condition excuses nothing: nobody says that it is so.
    """
    agreed = {p.left.topic for p in among if p.agrees and not p.open and p.left.unit != "role"}
    return tuple(p for p in found if p.left.scope.limited == p.right.scope.limited or p.left.topic not in agreed)


def tensions(claims: Iterable[Claim], asserted: Asserted, incompatible: Incompatible = ()) -> tuple[Pair, ...]:
    """Where a map's own claims on a key clash, in file order."""
    by_topic: dict[str, list[Claim]] = {}
    for c in distinct(claims):
        by_topic.setdefault(c.topic, []).append(c)
    return tuple(
        Pair(a, b)
        for group in by_topic.values()
        for a, b in combinations(group, 2)
        if opposite(a, b, incompatible) and a.scope.overlaps(b.scope) and not open_conditions(a, b, asserted)
    )
