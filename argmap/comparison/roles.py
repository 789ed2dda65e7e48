"""What part two maps give one actor: the decision table, and what fired."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.comparison.clashes import Asserted, Incompatible, Pair, clashes, meets, pairs
from argmap.comparison.positions import Claim


@dataclass(frozen=True, slots=True)
class Cast:
    """The roles one side gives an actor, in file order; `main` are all where none is marked."""

    all: tuple[str, ...]
    main: tuple[str, ...]


def cast(claims: tuple[Claim, ...]) -> Cast:
    """The roles in a side's claims."""
    roles = tuple(dict.fromkeys(c.value for c in claims))
    return Cast(roles, tuple(dict.fromkeys(c.value for c in leading(claims))))


def leading(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The castings marked main; all, where none is. A role may be main toward some actors only."""
    return tuple(c for c in claims if c.main) or claims


@dataclass(frozen=True, slots=True)
class RoleVerdict:
    """A category with what it was decided on.

    Attributes:
        matched: Roles that both sides give, toward a common actor and in a common scope.
        facing: For each side the main roles that meet a main role of the other side.
        valences: For each side the sign of the summed valences of those.
    """

    category: str
    casts: tuple[Cast, Cast]
    matched: frozenset[str]
    facing: tuple[tuple[str, ...], tuple[str, ...]]
    valences: tuple[int, int]
    clash: tuple[Pair, ...] = ()


def judge_roles(
    left: tuple[Claim, ...],
    right: tuple[Claim, ...],
    *,
    asserted: Asserted,
    valences: Mapping[str, int],
    incompatible: Incompatible,
) -> RoleVerdict:
    """The verdict on two sides that both cast the actor, tension apart; the first line that holds wins."""
    casts = a, b = cast(left), cast(right)
    found = tuple(pairs(left, right, asserted))
    meeting = [p for p in found if meets(p.left, p.right)]
    matched = frozenset(p.left.value for p in meeting if p.agrees)
    first, second = (frozenset(leading(side)) for side in (left, right))
    mains = [p for p in meeting if p.left in first and p.right in second]
    faced = ({p.left.value for p in mains}, {p.right.value for p in mains})
    facing = (tuple(r for r in a.main if r in faced[0]), tuple(r for r in b.main if r in faced[1]))
    signs = (_sign(sum(valences[r] for r in facing[0])), _sign(sum(valences[r] for r in facing[1])))
    clash = clashes(found, incompatible)
    category = "role-incompatible" if clash else _compared(casts, matched, signs)
    return RoleVerdict(category, casts, matched, facing, signs, clash)


def _compared(casts: tuple[Cast, Cast], matched: frozenset[str], signs: tuple[int, int]) -> str:
    a, b = casts
    if signs[0] * signs[1] < 0:
        return "role-opposed"
    if not matched:
        return "role-different"
    if not set(a.all) == matched == set(b.all):
        return "role-some-shared-roles"
    return "role-same" if set(a.main) == set(b.main) else "role-same-roles-different-weight"


def _sign(n: int) -> int:
    return (n > 0) - (n < 0)
