"""What a finding shows of the maps: the question, both sides' words, and why they count as one thing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from argmap.comparison.grounds import Ground
from argmap.comparison.keys import Namespace
from argmap.comparison.positions import Claim, Coding, stance_position
from argmap.comparison.records import (
    Basis,
    Cited,
    Entry,
    GivenReason,
    PositionEntry,
    Premise,
    Side,
    StancePosition,
    Unit,
)
from argmap.comparison.stands import Stand
from argmap.comparison.wording import ASKING, Words
from argmap.model import CERTAINTIES

NAMESPACE: dict[Unit, Namespace] = {
    "stance": "proposition",
    "explanation": "factor",
    "role": "actor",
    "evidence": "source",
}


def label(unit: Unit, keys: Sequence[str], words: Words) -> str:
    """What a finding is about, in the codebook's words."""
    return " / ".join(words.label(NAMESPACE[unit], key) for key in keys)


def question(unit: Unit, keys: Sequence[str], words: Words) -> str:
    """The question a finding answers: the codebook's, else one made of the key."""
    namespace = NAMESPACE[unit]
    asked = words.vocabulary.questions.get((namespace, keys[0]))
    if asked and len(keys) == 1:
        return asked
    if unit == "stance" and len(keys) == 1 and (text := words.label(namespace, keys[0])).endswith(ASKING):
        return text
    phrases = [words.phrase(namespace, key) for key in keys]
    match unit:
        case "stance":
            return f"Is it right that {', or that '.join(phrases)}?"
        case "explanation":
            return f"What explains {phrases[0]}?"
        case "role":
            return f"What part does {phrases[0]} play?"
        case "evidence":
            return f"What does {phrases[0]} show?"


def basis(unit: Unit, keys: Sequence[str], words: Words) -> tuple[Basis, ...]:
    """Why what the maps say counts as being about one thing."""
    bases = words.vocabulary.bases
    found = [reason for key in keys for reason in bases.get((NAMESPACE[unit], key), ())]
    return tuple(dict.fromkeys((*found, *_links(keys, words)))) or _by_link_alone(keys[0], words)


def _links(keys: Sequence[str], words: Words) -> list[Basis]:
    """The rows of an alignment that link two propositions."""
    return [b for (a, c), b in words.vocabulary.row_links.items() if len(keys) == 2 and {a[1], c[1]} == set(keys)]


def _by_link_alone(key: str, words: Words) -> tuple[Basis, ...]:
    """Of a statement that is comparable only because rows link it to others: those rows."""
    rows = [replace(b, key=key) for (a, c), b in words.vocabulary.row_links.items() if key in (a[1], c[1])]
    return tuple(dict.fromkeys(rows))


def side(stand: Stand, theirs: Collection[frozenset[Entry]], words: Words) -> Side:
    """One map's part; a reason is shared if it is among `theirs`, those that other maps give."""
    return Side(
        position=position(stand, words),
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


def position(stand: Stand, words: Words) -> StancePosition | tuple[PositionEntry, ...] | None:
    """What a map says on the key; None if it is silent."""
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
