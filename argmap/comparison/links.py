"""Stances on two propositions that the codebook links: one finding instead of two one-sided ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.comparison.clashes import Asserted, hedged, open_conditions
from argmap.comparison.keys import Commitment, Implication, Vocabulary
from argmap.comparison.positions import COMMITTED, Claim, Coding

LINKED = ("stance-incompatible", "agree-implied", "stance-different-claims")
_OPPOSITE = {"holds": "denies", "denies": "holds"}


@dataclass(frozen=True, slots=True)
class Link:
    """A finding on two propositions: `literals` is what each side commits itself to, in the order of the maps."""

    category: str
    literals: tuple[Commitment, Commitment]
    backward: bool = False  # agree-implied: it is the second literal that implies the first

    @property
    def keys(self) -> tuple[str, str]:
        """The propositions, in the order of the maps."""
        return self.literals[0][1], self.literals[1][1]


def links(codings: tuple[Coding, Coding], words: Vocabulary) -> tuple[Link, ...]:
    """The linked findings: in table order, then codebook order, each proposition once."""
    implications = words.implications_between(codings[0].index, codings[1].index)
    if not implications:
        return ()
    asserted = codings[0].asserted, codings[1].asserted
    mine = _alone(codings[0], codings[1])
    theirs = _alone(codings[1], codings[0])
    found = []
    for p, q in sorted({(a[1], b[1]) for a, b in implications}):
        if p in mine and q in theirs and _can_meet(mine[p][1], theirs[q][1], asserted):
            literals = (mine[p][0], theirs[q][0])
            forward = literals in implications
            found.append(Link(_category(mine[p], theirs[q], implications, asserted), literals, not forward))
    chosen, taken = [], set[str]()
    for link in sorted(found, key=lambda link: _rank(link, words)):
        if taken.isdisjoint(link.keys):
            taken.update(link.keys)
            chosen.append(link)
    return tuple(chosen)


_Committed = tuple[Commitment, tuple[Claim, ...]]


def _category(mine: _Committed, theirs: _Committed, implications: frozenset[Implication], asserted: Asserted) -> str:
    """What the two come to; what is only possible on both sides does not exclude each other."""
    found = category((mine[0], theirs[0]), implications)
    clash = found == "stance-incompatible" and _can_meet(mine[1], theirs[1], asserted, surely=True)
    return found if clash or found != "stance-incompatible" else "stance-different-claims"


def category(literals: tuple[Commitment, Commitment], implications: frozenset[Implication]) -> str:
    """What two linked literals come to."""
    a, b = literals
    if (a, (_OPPOSITE[b[0]], b[1])) in implications:
        return "stance-incompatible"
    if (a, b) in implications or (b, a) in implications:
        return "agree-implied"
    return "stance-different-claims"


def held_together(coding: Coding, words: Vocabulary) -> tuple[tuple[str, str], ...]:
    """Pairs of entries one map commits itself to although its own codebook says one excludes the other."""
    found = set()
    for a, b in words.implications[coding.index]:
        claims = [coding.claims.get(("stance", key), ()) for key in (a[1], b[1])]
        against = (_OPPOSITE[b[0]], b[1])
        left = tuple(c for c in claims[0] if c.value == a[0])
        right = tuple(c for c in claims[1] if c.value == against[0])
        if _can_meet(left, right, (coding.asserted,), surely=True):
            first, second = sorted((":".join(a), ":".join(against)))
            found.add((first, second))
    return tuple(sorted(found))


def bearing(
    claims: Iterable[Claim], other: Coding, words: Vocabulary, index: int
) -> tuple[tuple[Commitment, str], ...]:
    """What the other map commits itself to that the codebook links to one of the claims, with how it bears on it.

    How is one of the categories of linked propositions. Whether the map of the claims, the `index`-th, speaks of the
    other proposition too does not matter.
    """
    implications = words.implications_between(index, other.index)
    mine = {(c.value, c.key) for c in claims if c.value in COMMITTED}
    linked = {(a, b[1]) for a, b in implications} | {(b, a[1]) for a, b in implications}
    linked |= {((_OPPOSITE[a[0]], a[1]), key) for a, key in linked}
    found: dict[Commitment, str] = {}
    for own, key in sorted(linked):
        for claim in other.claims.get(("stance", key), ()) if own in mine else ():
            if claim.value in COMMITTED:
                found.setdefault((claim.value, key), category((own, (claim.value, key)), implications))
    return tuple(found.items())


def _alone(coding: Coding, other: Coding) -> Mapping[str, _Committed]:
    """The propositions only this map takes a stance on, with the one it commits itself to."""
    found = {}
    for (unit, key), claims in coding.claims.items():
        values = {c.value for c in claims if c.value in COMMITTED}
        if unit == "stance" and len(values) == 1 and ("stance", key) not in other.claims:
            (value,) = values
            found[key] = ((value, key), tuple(c for c in claims if c.value == value))
    return found


def _can_meet(left: tuple[Claim, ...], right: tuple[Claim, ...], asserted: Asserted, *, surely: bool = False) -> bool:
    """Whether two claims speak of one time and place under no open condition; `surely`: not both only possible."""
    return any(
        a.scope.overlaps(b.scope) and not open_conditions(a, b, asserted) and not (surely and hedged(a, b))
        for a in left
        for b in right
    )


def _rank(link: Link, words: Vocabulary) -> tuple[int, tuple[int, str], tuple[int, str]]:
    first, second = sorted(words.rank("proposition", key) for key in link.keys)
    return LINKED.index(link.category), first, second
