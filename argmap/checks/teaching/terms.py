"""The significant words of a statement, and whether two statements share one: by their letters, never by their sense.

Inflections count as one word, and so do the names that the codebook gives to one actor. Of what only a reader knows
to be one (`car` and `vehicle`) nothing is known here; so the checks speak only where nothing at all is shared.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.checks.teaching.english import AUXILIARIES, LONGEST, word_set, words
from argmap.model import ArgumentMap, CausalClaim, RoleAttribution, Stance, Statement

_SMALL: Final = AUXILIARIES | word_set(
    "the a an this that these those such its it their they them his he him her she our we us my me you your who"
    " whom whose which what where when why how there here and or but nor yet so if then than as at by for from in"
    " into of on off onto out over to up down with within without about above after again against all almost alone"
    " along already also although always among any anything another around away back because before behind being"
    " below beside between both cannot come comes came coming could does doing done during each either else enough"
    " even ever every few get gets got getting give gives given giving go goes going gone had has have having"
    " however indeed instead just keep keeps kept let like little made make makes making many may might more most"
    " much must near need needs needed neither never no nobody none not nothing now often once one ones only other"
    " others otherwise ought own perhaps put puts quite rather really same seem seems several shall should since"
    " some somebody someone something somewhat sometimes still take takes taken taking though through throughout"
    " thus too toward towards under unless until upon very via was way ways well were whatever whenever whether"
    " while will would yes per due become becomes became becoming bring brings brought bringing use uses used"
    " using say says said mean means meant besides moreover nevertheless furthermore course therefore hence"
    " actually plus thing things new good bad better best right wrong lot lots people person"
)
_ENDINGS: Final = re.compile(r"(?:n['’]t|['’](?:s|d|ll|re|ve|m))$")
_POINTERS: Final = word_set(
    "it they them their its he him his she her this these those such both which otherwise it's they're that's"
)
_FIRST_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Terms:
    """What a statement speaks of.

    Attributes:
        words: Its significant words as written, in their order.
        heads: The first three letters of each; words that are alike have them in common.
        keys: The actors it names, and what it is coded with under `says`.
        open: Whether it begins with, or soon has, a word such as "they", and so may speak of what it does not name.
    """

    words: tuple[str, ...]
    heads: frozenset[str]
    keys: frozenset[str]
    open: bool


def terms_of(m: ArgumentMap) -> Mapping[str, Terms]:
    """The terms of every statement."""
    names = _actor_names(m)
    return {key: _terms(statement, names) for key, statement in m.statements.items()}


Names = Mapping[str, Sequence[tuple[str, str]]]
"""By its first word: a name of an actor, and the actor's key."""


def _actor_names(m: ArgumentMap) -> Names:
    found: dict[str, list[tuple[str, str]]] = {}
    for key, actor in (m.codebook.actors if m.codebook else {}).items():
        for name in (actor.name, *actor.aliases):
            for first in words(name)[:1]:
                found.setdefault(first, []).append((name, key))
    return found


def _terms(statement: Statement, names: Names) -> Terms:
    text = statement.text if len(statement.text) <= LONGEST else ""
    found = [_ENDINGS.sub("", word) for word in words(text)]
    significant = tuple(dict.fromkeys(w for w in found if len(w) > 2 and w.lower() not in _SMALL))
    named = {key for word in found for name, key in names.get(word, ()) if name in text}
    first = [word.lower().replace("’", "'") for word in words(text)[:_FIRST_WORDS]]
    return Terms(
        significant,
        frozenset(word[:3].lower() for word in significant),
        frozenset(named.union(*map(_keys, statement.says))),
        first[:1] == ["that"] or not _POINTERS.isdisjoint(first),
    )


def _keys(says: Stance | CausalClaim | RoleAttribution) -> Iterable[str]:
    if isinstance(says, Stance):
        return (says.proposition,)
    if isinstance(says, CausalClaim):
        return (*says.cause, says.factor)
    return (says.actor, *says.toward)


def alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, to judge by how they begin.

    >>> alike("stable", "stability"), alike("China", "Chinese"), alike("contain", "continue")
    (True, True, False)
    """
    a, b = one.lower(), other.lower()
    if a == b:
        return True
    shorter = min(len(a), len(b))
    if shorter < 3:
        return False
    common = next((i for i in range(shorter) if a[i] != b[i]), shorter)
    return common == shorter or (common >= 4 and 10 * common >= 6 * shorter) or (common == 3 and shorter <= 4)


def missing(wanted: Terms, given: Iterable[Terms]) -> tuple[str, ...]:
    """The words of one statement that none of the others has in any form."""
    there = [word for terms in given if not wanted.heads.isdisjoint(terms.heads) for word in terms.words]
    return tuple(word for word in wanted.words if not any(alike(word, other) for other in there))


def meet(one: Terms, other: Terms) -> bool:
    """Whether two statements share a term, or one of them points to what it does not name."""
    if one.open or other.open or not one.keys.isdisjoint(other.keys):
        return True
    if one.heads.isdisjoint(other.heads):
        return False
    return any(alike(a, b) for a in one.words for b in other.words)
