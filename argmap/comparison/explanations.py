"""How two maps explain one effect: the decision table, and what fired."""

from dataclasses import dataclass

from argmap.comparison.clashes import Asserted, Pair, clashes, pairs, unexcused
from argmap.comparison.positions import Claim
from argmap.comparison.records import Entry


@dataclass(frozen=True, slots=True)
class Causes:
    """The causes one side names for an effect, in file order; drivers raise or lower it, links are signed."""

    links: tuple[Entry, ...]
    all: tuple[str, ...]
    drivers: tuple[str, ...]
    main: tuple[str, ...]


def causes(claims: tuple[Claim, ...]) -> Causes:
    """The causes in a side's claims."""
    driving = [c for c in claims if c.value != "unrelated"]
    return Causes(
        tuple(dict.fromkeys(c.entry for c in claims)),
        tuple(dict.fromkeys(c.cause for c in claims)),
        tuple(dict.fromkeys(c.cause for c in driving)),
        tuple(dict.fromkeys(c.cause for c in driving if c.main)),
    )


@dataclass(frozen=True, slots=True)
class ExplanationVerdict:
    """A category with what it was decided on: both sides' causes, those matched, the links agreed on, the clashes."""

    category: str
    causes: tuple[Causes, Causes]
    matched: frozenset[str]
    agreed: frozenset[Entry] = frozenset()
    clash: tuple[Pair, ...] = ()


def judge_explanations(left: tuple[Claim, ...], right: tuple[Claim, ...], *, asserted: Asserted) -> ExplanationVerdict:
    """The verdict on two sides that both name causes, tension apart; the first line that holds wins."""
    found = tuple(pairs(left, right, asserted))
    matched = frozenset(p.left.cause for p in found if p.agrees)
    driving = frozenset(p.left.cause for p in found if p.agrees and p.left.value != "unrelated")
    sides = (causes(left), causes(right))
    loud = unexcused(clashes(found), found)
    agreed = frozenset(p.left.entry for p in found if p.agrees)
    category = "explanation-opposite-effects" if loud else _weighed(sides, agreed, driving)
    return ExplanationVerdict(category, sides, matched, agreed, loud)


def _weighed(sides: tuple[Causes, Causes], agreed: frozenset[Entry], driving: frozenset[str]) -> str:
    a, b = sides
    if not agreed or (not driving and a.drivers and b.drivers):
        return "explanation-different-causes"
    mains = (set(a.main), set(b.main))
    all_matched = set(a.links) == agreed == set(b.links)
    known = all_matched or (all(mains) and mains[0] | mains[1] <= driving)
    if all(mains) and mains[0].isdisjoint(mains[1]) and not known:
        return "explanation-different-main-cause"
    if mains[0] != mains[1] and known:
        return "explanation-same-causes-different-weight"
    return "explanation-same" if all_matched else "explanation-some-shared-causes"
