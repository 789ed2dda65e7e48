"""Judged units as findings: both sides' words, flags, question, basis, in the order to read them."""

from collections.abc import Iterable, Sequence

from argmap.comparison.flags import Context, Reach, flags
from argmap.comparison.grounds import Ground, below
from argmap.comparison.judged import Codings, Judged, judge, judge_link
from argmap.comparison.keys import Namespace
from argmap.comparison.links import links
from argmap.comparison.notes import notes
from argmap.comparison.positions import Claim, Coding, Key, stance_position
from argmap.comparison.records import (
    GROUPS,
    UNITS,
    Basis,
    Cited,
    Finding,
    GivenReason,
    Group,
    PositionEntry,
    Premise,
    Side,
    StancePosition,
    Unit,
)
from argmap.comparison.rules import rule
from argmap.comparison.stands import Stand
from argmap.comparison.wording import Words
from argmap.model import CERTAINTIES

NAMESPACE: dict[Unit, Namespace] = {
    "stance": "proposition",
    "explanation": "factor",
    "role": "actor",
    "evidence": "source",
}


def find(codings: Codings, words: Words) -> tuple[Finding, ...]:
    """All findings on two maps, in order; none, where neither says anything that can be compared."""
    if not any(s.says for coding in codings for s in coding.map.statements.values()):
        return ()
    judged = _judge_all(codings, words)
    context = Context(words, *(_statements(judged, codings, groups) for groups in (_DIFFER, _AGREE)))
    return tuple(_finding(j, context) for j in sorted(judged, key=lambda j: _order(j, words)))


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


def _finding(judged: Judged, context: Context) -> Finding:
    words = context.words
    key = "~".join(judged.keys)
    raised = flags(judged, context)
    namespace = NAMESPACE[judged.unit]
    return Finding(
        id=f"{judged.unit}:{key}",
        unit=judged.unit,
        key=key,
        label=" / ".join(words.label(namespace, k) for k in judged.keys),
        category=judged.category,
        group=judged.group,
        flags=tuple(name for name, _ in raised),
        notes=notes(judged, context, raised),
        sentence=judged.sentence,
        question=_question(judged, words),
        sides={s.coding.id: _side(s, _other(judged, s), words) for s in judged.stands},
        shared=judged.shared,
        only={s.coding.id: only for s, only in zip(judged.stands, judged.only, strict=True)},
        basis=_basis(judged, words),
        rule=rule(judged),
    )


def _other(judged: Judged, stand: Stand) -> Stand:
    a, b = judged.stands
    return b if stand is a else a


def _question(judged: Judged, words: Words) -> str:
    namespace = NAMESPACE[judged.unit]
    asked = words.vocabulary.questions.get((namespace, judged.keys[0]))
    if asked and len(judged.keys) == 1:
        return asked
    phrases = [words.phrase(namespace, key) for key in judged.keys]
    match judged.unit:
        case "stance":
            return f"Is it right that {', or that '.join(phrases)}?"
        case "explanation":
            return f"What explains {phrases[0]}?"
        case "role":
            return f"What part does {phrases[0]} play?"
        case "evidence":
            return f"What does {phrases[0]} show?"


def _basis(judged: Judged, words: Words) -> tuple[Basis, ...]:
    return tuple(words.vocabulary.bases[NAMESPACE[judged.unit], key] for key in judged.keys)


def _side(stand: Stand, other: Stand, words: Words) -> Side:
    theirs = other.grounds.sets
    return Side(
        position=_position(stand, words),
        statements=cite(stand.coding, stand.statements),
        reasons=tuple(_given(g, g.entries in theirs, stand.coding, words) for g in stand.grounds.reasons),
        reported=cite(stand.coding, stand.reported),
    )


def _given(ground: Ground, shared: bool, coding: Coding, words: Words) -> GivenReason:
    premises = tuple(
        Premise(entry, key, words.entry(entry), coding.map.statements[key].text if key else "")
        for entry, key in ground.premises
    )
    return GivenReason(premises, ground.unless, shared)


def _position(stand: Stand, words: Words) -> StancePosition | tuple[PositionEntry, ...] | None:
    if not stand.speaks:
        return None
    match stand.key[0]:
        case "stance":
            return stance_position(stand.claims, tense=bool(stand.tension))
        case "evidence":
            return tuple(PositionEntry(use, label=words.entry(use)) for use in stand.uses)
        case _:
            return _entries(stand.claims, words)


def _entries(claims: Sequence[Claim], words: Words) -> tuple[PositionEntry, ...]:
    """The claims pooled by entry: the strongest certainty, main if any is, toward all that are named or anyone."""
    pooled: dict[str, list[Claim]] = {}
    for c in claims:
        pooled.setdefault(c.entry, []).append(c)
    found = []
    for entry, group in pooled.items():
        anyone = any(not c.toward for c in group)
        toward = () if anyone else tuple(dict.fromkeys(actor for c in group for actor in c.toward))
        sure = CERTAINTIES[max(c.strength for c in group)]
        sayers = tuple(dict.fromkeys(c.statement for c in sorted(group, key=lambda c: not c.main)))
        found.append(PositionEntry(entry, toward, any(c.main for c in group), sure, words.entry(entry), sayers))
    return tuple(found)


def cite(coding: Coding, statements: Iterable[str]) -> tuple[Cited, ...]:
    """Statements of a map as findings show them."""
    return tuple(_cited(coding, key) for key in statements)


def _cited(coding: Coding, key: str) -> Cited:
    s = coding.map.statements[key]
    return Cited(
        id=key,
        text=s.text,
        quote=s.quote,
        at=s.at,
        certainty=s.certainty,
        voice=s.voice,
        if_=s.if_,
        when=s.when,
        where=s.where,
        via=f"{s.via.map} {s.via.at}" if s.via else None,
        sources=s.sources,
    )
