"""Parts of a sentence that several units share."""

from collections.abc import Collection, Iterable, Sequence

from argmap.comparison.positions import Claim
from argmap.comparison.records import Entry
from argmap.comparison.stances import strength
from argmap.comparison.stands import Stand
from argmap.comparison.wording import Words, bracketed, certainty, listed

Stands = tuple[Stand, Stand]


def hedge(claims: Sequence[Claim]) -> str:
    """The strongest certainty of some claims in brackets, if it is below asserted."""
    return bracketed("", certainty(strength(claims)))


def qualified(claims: Sequence[Claim], words: Words) -> str:
    """In brackets the strongest certainty below asserted, and when, where and under which condition all of it holds."""
    committed = [c for c in claims if c.value != "questions"] or claims
    return bracketed("", certainty(strength(claims)), limits(committed, words))


def sureness(claims: Iterable[Claim], at_least: Collection[Entry] = ()) -> str:
    """The strongest certainty of claims of one entry as a remark; of some entries others are surer still."""
    pooled = list(claims)
    sure = certainty(max(c.strength for c in pooled))
    return f"at least {sure}" if sure and pooled[0].entry in at_least else sure


def limits(claims: Iterable[Claim], words: Words, *, addressee: bool = False) -> str:
    """When, where, under which condition (and toward whom) the claims hold; empty if one of them always does."""
    said = [", ".join(_limits(c, words, addressee=addressee)) for c in claims]
    return listed(said) if all(said) else ""


def _limits(claim: Claim, words: Words, *, addressee: bool) -> list[str]:
    toward = f"toward {toward_whom(claim.toward, words)}" if addressee and claim.toward else ""
    scope = str(claim.scope) if claim.scope.limited else ""
    condition = f"if {words.entries(sorted(claim.conditions))}" if claim.conditions else ""
    return [part for part in (toward, scope, condition) if part]


def toward_whom(actors: Sequence[str], words: Words) -> str:
    """The names of the actors a role is played toward."""
    return listed(words.phrase("actor", actor) for actor in actors)


def added(stands: Stands, extra: Sequence[str], first: str, second: str = "") -> str:
    """``only A adds x``, ``only A adds x, only B y``."""
    said: list[str] = []
    for stand, more in zip(stands, extra, strict=True):
        if more:
            link = second if said else first
            who = stand.does(link) if link == "adds" else f"{stand.name} {link}".rstrip()
            said.append(f"only {who} {more}")
    return ", ".join(said)


def firsts(stands: Stands, mains: Sequence[Sequence[str]], effect: str = "") -> str:
    """``A puts x first for e, B y``; the side without a main comes last."""
    sides = [(stand, listed(main)) for stand, main in zip(stands, mains, strict=True)]
    if not sides[0][1]:
        sides.reverse()
    (leader, first), (other, second) = sides
    return f"{leader.does('puts')} {first} first{f' for {effect}' if effect else ''}, {other.name} {second or 'none'}"
