"""Judged units as findings: both sides' words, flags, question, basis, in the order to read them."""

from collections.abc import Iterable, Sequence

from argmap.comparison.camps import camps
from argmap.comparison.flags import Context, Reach, flags
from argmap.comparison.grounds import below
from argmap.comparison.judged import Codings, Judged, judge, judge_link
from argmap.comparison.links import links
from argmap.comparison.locus import loci
from argmap.comparison.notes import notes
from argmap.comparison.positions import Coding, Key
from argmap.comparison.records import GROUPS, UNITS, Finding, Group, Locus
from argmap.comparison.rules import rule
from argmap.comparison.shown import NAMESPACE, basis, label, question, side
from argmap.comparison.wording import Words


def find(codings: Codings, words: Words) -> tuple[Finding, ...]:
    """All findings on two maps, in order; none, where neither says anything that can be compared."""
    if not any(is_coded(coding) for coding in codings):
        return ()
    judged = _judge_all(codings, words)
    context = Context(words, *(_statements(judged, codings, groups) for groups in (_DIFFER, _AGREE)))
    why = loci(judged, words)
    return tuple(_finding(j, context, why.get(j.id)) for j in sorted(judged, key=lambda j: _order(j, words)))


def is_coded(coding: Coding) -> bool:
    """Whether a statement of the map says something that can be compared."""
    return bool(coding.joined) or any(s.says for s in coding.map.statements.values())


_DIFFER: frozenset[Group] = frozenset(("diverge", "conflict"))
_AGREE: frozenset[Group] = frozenset(("agree", "agree-but"))


def _judge_all(codings: Codings, words: Words) -> list[Judged]:
    linked = links(codings, words.vocabulary)
    taken = {key for link in linked for key in link.keys}
    found = [judge_link(link, codings, words) for link in linked]
    for unit, key in _keys(codings):
        if unit != "stance" or key not in taken:
            found.append(judge(unit, key, codings, words))
    return found


def _keys(codings: Codings) -> Iterable[Key]:
    """Every key on which a map takes a position."""
    keys: dict[Key, None] = {}
    for coding in codings:
        keys.update(dict.fromkeys(coding.claims))
        keys.update(dict.fromkeys(("evidence", source) for source in coding.cited))
    return keys


def _statements(judged: Sequence[Judged], codings: Codings, groups: frozenset[Group]) -> tuple[Reach, Reach]:
    """For each map the statements of findings in those groups, and what lies below them by `because`."""
    found = []
    for i, coding in enumerate(codings):
        own = [s for j in judged if j.group in groups and j.unit != "evidence" for s in j.stands[i].statements]
        found.append(Reach(frozenset(own), below(coding, own)))
    return found[0], found[1]


def _order(judged: Judged, words: Words) -> tuple[bool, int, int, int, int, tuple[int, str]]:
    depths = sorted(s.depth for s in judged.stands if s.depth is not None)
    rank = words.vocabulary.rank(NAMESPACE[judged.unit], judged.keys[0])
    return (
        judged.unit == "evidence",
        GROUPS.index(judged.group),
        depths[0],
        depths[-1],
        UNITS.index(judged.unit),
        rank,
    )


def _finding(judged: Judged, context: Context, locus: Locus | None) -> Finding:
    words = context.words
    raised = flags(judged, context)
    a, b = judged.stands
    return Finding(
        id=judged.id,
        unit=judged.unit,
        key=judged.key,
        label=label(judged.unit, judged.keys, words),
        category=judged.category,
        group=judged.group,
        flags=tuple(name for name, _ in raised),
        notes=notes(judged, context, raised),
        sentence=judged.sentence,
        question=question(judged.unit, judged.keys, words),
        sides={a.coding.id: side(a, b.grounds.sets, words), b.coding.id: side(b, a.grounds.sets, words)},
        shared=judged.shared,
        only={s.coding.id: only for s, only in zip(judged.stands, judged.only, strict=True)},
        basis=basis(judged.unit, judged.keys, words),
        rule=rule(judged),
        locus=locus,
        pairs={f"{a.coding.id}|{b.coding.id}": judged.category} if len(judged.speakers) == 2 else {},
        camps=camps(judged.unit, judged.speakers),
    )
