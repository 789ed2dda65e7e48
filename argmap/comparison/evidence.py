"""What two maps use one source for: the decision table, and the uses themselves."""

from dataclasses import dataclass

from argmap.comparison.clashes import Asserted, Incompatible, Pair, clashes, pairs, unexcused
from argmap.comparison.positions import Claim, Coding
from argmap.comparison.records import Entry


@dataclass(frozen=True, slots=True)
class EvidenceVerdict:
    """A category with the uses of each side, in file order, and the pairs of uses that clash."""

    category: str
    uses: tuple[tuple[Entry, ...], tuple[Entry, ...]]
    opposed: tuple[Pair, ...] = ()


def uses(coding: Coding, source: str) -> tuple[Claim, ...]:
    """What the author uses a source for: what the citing statements say.

    Where a citing statement is uncoded, the nearest coded statements it supports stand in (all that are equally
    near), and where there are none its private entry. A supposition only asks, and what else it says is passed over.
    """
    found: dict[Claim, None] = {}
    for statement in coding.cited.get(source, ()):
        found.update(dict.fromkeys(_carried(coding, statement) or (_private(coding, source, statement),)))
    return tuple(found)


def _private(coding: Coding, source: str, statement: str) -> Claim:
    entry = coding.own_entry(statement)
    return Claim("evidence", source, entry, entry, entry, statement)


def _carried(coding: Coding, statement: str) -> tuple[Claim, ...]:
    layer, seen = [statement], {statement}
    while layer:
        coded = tuple(claim for here in layer for claim in coding.spoken.get(here, ()))
        if coded:
            return coded
        above = dict.fromkeys(upper for here in layer for upper in coding.supporting.get(here, ()))
        layer = [upper for upper in above if upper not in seen]
        seen.update(layer)
    return ()


def judge_evidence(
    left: tuple[Claim, ...], right: tuple[Claim, ...], *, asserted: Asserted, incompatible: Incompatible
) -> EvidenceVerdict:
    """The verdict on two sides that both cite the source; the first line that holds wins."""
    sides = a, b = entries(left), entries(right)
    if set(a) == set(b):
        return EvidenceVerdict("evidence-same-use", sides)
    found = tuple(pairs(left, right, asserted))
    if loud := unexcused(clashes(found, incompatible), found):
        return EvidenceVerdict("evidence-opposite-use", sides, loud)
    common = not set(a).isdisjoint(b)
    return EvidenceVerdict("evidence-some-shared-use" if common else "evidence-different-use", sides)


def entries(claims: tuple[Claim, ...]) -> tuple[Entry, ...]:
    """What the claims say, each once."""
    return tuple(dict.fromkeys(c.entry for c in claims))
