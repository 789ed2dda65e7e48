"""Pairs of statements that bear on each other without doubt, or without doubt not."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from argmap.graph import attached
from argmap.model import ArgumentMap, CausalClaim, Statement
from argmap.teaching.chance import shuffled
from argmap.teaching.quiz.standing import Standing, contents, terms


def rival(upper: Statement, lower: Statement) -> bool:
    """Whether a reason names other causes than what it is a reason for: it could be read as a rival explanation."""
    pairs = [
        (a, b) for a in upper.says for b in lower.says if isinstance(a, CausalClaim) and isinstance(b, CausalClaim)
    ]
    return any(not {*a.cause} & {*b.cause} and (a.factor == b.factor or (a.main and b.main)) for a, b in pairs)


def seen_together(m: ArgumentMap, one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two points have a word, an actor or a key in common, so that a reader can see what links them."""
    sides = ([m.statements[key] for key in one], [m.statements[key] for key in other])
    return any(
        terms(a.text) & terms(b.text) or _named(m, a) & _named(m, b) or contents(a) & contents(b)
        for a, b in product(*sides)
    )


def loose_pairs(standing: Standing, count: int) -> Iterator[tuple[str, str]]:
    """Pairs that nobody would link, each statement in one pair only.

    They stand under different theses, have no words, actors or keys in common, nor keys with what stands under the
    other, and do not both explain something.
    """
    m = standing.m
    hanging = attached(m)
    keys = [key for key in m.statements if key in hanging and standing.clear(key) and m.statements[key].says]
    order = shuffled(keys, seed=0, choice=f"loose:{m.id}")
    taken: set[str] = set()
    for first in order:
        if len(taken) // 2 >= count:
            return
        if first in taken or not m.statements[first].because or m.statements[first].type == "objection":
            continue
        second = next((k for k in order if k != first and k not in taken and _apart(standing, first, k)), None)
        if second:
            taken |= {first, second}
            yield first, second


def _apart(standing: Standing, one: str, other: str) -> bool:
    m = standing.m
    a, b = m.statements[one], m.statements[other]
    if standing.above(one) & standing.above(other) or seen_together(m, [one], [other]):
        return False
    if any(isinstance(x, CausalClaim) for x in a.says) and any(isinstance(x, CausalClaim) for x in b.says):
        return False
    return not (_around(standing, one) & contents(b) or _around(standing, other) & contents(a))


def _around(standing: Standing, key: str) -> set[str]:
    """What a statement and all below it is about."""
    m = standing.m
    return set().union(*(contents(m.statements[k]) for k in (key, *standing.below[key])))


def _named(m: ArgumentMap, s: Statement) -> set[str]:
    """The actors that a statement names or is about, by whatever name."""
    known = m.codebook.actors if m.codebook else {}
    names = {key: (actor.name.removeprefix("the "), *actor.aliases) for key, actor in known.items()}
    return {key for key, all_ in names.items() if key in contents(s) or any(_stands(name, s.text) for name in all_)}


def _stands(name: str, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE))
