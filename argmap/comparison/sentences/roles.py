"""The sentence of a finding on an actor's part."""

from collections.abc import Collection, Sequence

from argmap.comparison.positions import Claim
from argmap.comparison.records import Entry
from argmap.comparison.roles import RoleVerdict
from argmap.comparison.sentences.parts import Stands, added, firsts, limits, sureness, toward_whom
from argmap.comparison.wording import Words, bracketed, common_certainty, listed


def role(verdict: RoleVerdict, stands: Stands, words: Words) -> str:
    """The sentence of a finding on an actor's part."""
    actor = words.phrase("actor", stands[0].key[1])
    a, b = stands
    shared = sorted(verdict.matched, key=lambda r: words.vocabulary.rank("role", r))
    both = f"Both cast {actor} as {listed(_common_role(r, stands, words) for r in shared)}"
    given = [frozenset(side.all) for side in verdict.casts]
    match verdict.category:
        case "role-incompatible":
            hit = verdict.clash[0]
            return f"{_parts(stands, actor, ([hit.left], [hit.right]), words)}; it cannot be both."
        case "role-opposed":
            facing = [[c for c in s.claims if c.value in f] for s, f in zip(stands, verdict.facing, strict=True)]
            return f"{_parts(stands, actor, facing, words)}; these parts pull in opposite directions."
        case "role-different":
            return f"{_parts(stands, actor, (a.claims, b.claims), words, limited=given[0] & given[1])}."
        case "role-some-shared-roles":
            alone = [[c for c in s.claims if c.value not in verdict.matched] for s in stands]
            extra = [in_roles(claims, words, limited=given[0] & given[1]) for claims in alone]
            return f"{both}; {added(stands, extra, 'also as', 'as')}."
        case "role-same-roles-different-weight":
            marked = [[c.value for c in s.claims if c.main] for s in stands]
            return f"{both}; {firsts(stands, [[words.phrase('role', r) for r in side] for side in marked])}."
        case _:
            return f"{both}."


def _parts(
    stands: Stands, actor: str, claims: Sequence[Sequence[Claim]], words: Words, *, limited: Collection[str] = ()
) -> str:
    left, right = (in_roles(side, words, limited=limited) for side in claims)
    return f"{stands[0].does('casts')} {actor} as {left}, {stands[1].name} as {right}"


def in_roles(
    claims: Sequence[Claim],
    words: Words,
    *,
    limited: Collection[str] = (),
    scoped: bool = False,
    at_least: Collection[Entry] = (),
) -> str:
    """The roles in file order, with certainty below asserted.

    Args:
        limited: The roles told with toward whom they are played and what else limits them.
        scoped: Whether each is told with its time, place and condition.
        at_least: The entries of which some are surer than the claims are.
    """
    pooled: dict[str, list[Claim]] = {}
    for c in claims:
        pooled.setdefault(c.value, []).append(c)
    return listed(
        bracketed(
            words.phrase("role", name) + (_addressee(group, words) if name in limited else ""),
            sureness(group, at_least),
            limits(group, words) if scoped or name in limited else "",
        )
        for name, group in pooled.items()
    )


def _addressee(claims: Sequence[Claim], words: Words) -> str:
    toward = [actor for c in claims for actor in c.toward]
    return f" toward {toward_whom(toward, words)}" if all(c.toward for c in claims) else ""


def _common_role(name: str, stands: Stands, words: Words) -> str:
    sure = {max(c.strength for c in s.claims if c.value == name) for s in stands}
    return bracketed(words.phrase("role", name), common_certainty(sure))
