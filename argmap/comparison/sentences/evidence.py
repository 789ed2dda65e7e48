"""The sentence of a finding on what a source is used for."""

from collections.abc import Sequence

from argmap.comparison.clashes import Incompatible, opposite
from argmap.comparison.evidence import EvidenceVerdict
from argmap.comparison.positions import Claim
from argmap.comparison.records import Entry
from argmap.comparison.sentences.parts import Stands, added, limits
from argmap.comparison.stands import Stand
from argmap.comparison.wording import Words, bracketed, listed


def evidence(verdict: EvidenceVerdict, stands: Stands, words: Words) -> str:
    """The sentence of a finding on what a source is used for."""
    s = words.phrase("source", stands[0].key[1])
    (a, b), (left, right) = stands, verdict.uses
    common = set(left) & set(right)
    shared = words.entries(sorted(common, key=words.order))
    match verdict.category:
        case "evidence-same-use":
            return f"Both use {s} for {shared}."
        case "evidence-opposite-use":
            hit = verdict.opposed[0]
            for_a, for_b = (words.entry(claim.entry, mark_raises=True) for claim in (hit.left, hit.right))
            return f"{a.name} and {b.name} use {s} on opposite sides: {a.name} for {for_a}, {b.name} for {for_b}."
        case "evidence-some-shared-use":
            extra = [_points(stand, other, words, without=common) for stand, other in ((a, b), (b, a))]
            return f"Both use {s} for {shared}; {added(stands, extra, 'also for', 'for')}."
        case _:
            points = f"for {a.name}, {_points(a, b, words)}; for {b.name}, {_points(b, a, words)}"
            return f"{_begun(s)} serves different points: {points}."


def _begun(title: str) -> str:
    """A title where a sentence begins with it."""
    first = next((i for i, c in enumerate(title) if c.isalnum()), 0)  # behind a quotation mark
    return title[:first] + title[first : first + 1].upper() + title[first + 1 :]


def _points(stand: Stand, other: Stand, words: Words, *, without: set[Entry] | frozenset[Entry] = frozenset()) -> str:
    """The uses; one that looks opposite to a use of the other side comes with what keeps them from a clash."""
    pooled: dict[Entry, list[Claim]] = {}
    for c in stand.used:
        if c.entry not in without:
            pooled.setdefault(c.entry, []).append(c)
    mark = any(entry.startswith(("lowers:", "unrelated:")) for entry in pooled)
    incompatible = words.vocabulary.incompatible_between(stand.coding.index, other.coding.index)
    return listed(
        bracketed(words.entry(entry, mark_raises=mark), _kept_apart(group, other.used, words, incompatible))
        for entry, group in pooled.items()
    )


def _kept_apart(claims: Sequence[Claim], others: Sequence[Claim], words: Words, incompatible: Incompatible) -> str:
    looks_opposite = any(_seems(c, o, incompatible) for c in claims for o in others)
    return limits(claims, words, addressee=True) if looks_opposite else ""


def _seems(claim: Claim, other: Claim, incompatible: Incompatible) -> bool:
    """Whether the two would be opposite, were they said of the same time, place and actors."""
    if claim.unit == "role" == other.unit:
        return claim.topic == other.topic and frozenset((claim.value, other.value)) in incompatible
    return opposite(claim, other)
