"""The sentence of `one-sided`: what one map has and the other passes over."""

from collections.abc import Iterable, Mapping
from typing import Final

from argmap.comparison.sentences.explanations import explains
from argmap.comparison.sentences.parts import Stands, qualified
from argmap.comparison.sentences.roles import in_roles
from argmap.comparison.sentences.stances import takes
from argmap.comparison.stands import Stand, is_reviewed
from argmap.comparison.wording import Words


def one_sided(stands: Stands, words: Words) -> str:
    """What the one map has, and that the other reports it, has nothing on it, or is silent."""
    speaker, other = stands if stands[0].speaks else (stands[1], stands[0])
    return f"Only {has(speaker, words)}; {_rest(other, speaker)}."


REPORTS: Final[Mapping[bool, str]] = {True: "it", False: "what others say of it"}
"""What a silent map only reports, by whether it is just what the speakers say."""


def _rest(stand: Stand, speaker: Stand) -> str:
    if stand.reported:
        return f"{stand.name}'s map only reports {REPORTS[stand.only_reports([speaker])]}"
    reviewed = is_reviewed(speaker, stand)
    return f"{stand.does('is')} silent" if reviewed else f"{stand.name}'s map has {nothing([stand])}"


def nothing(stands: Iterable[Stand]) -> str:
    """What maps without a word on a point have on it; a statement that is not coded may well speak of it."""
    return "nothing on it" if all(stand.coding.is_all_coded for stand in stands) else "nothing coded on it"


def has(stand: Stand, words: Words) -> str:
    """What one map says: ``A holds that p``, ``A explains e, by x``, ``A casts a as r``, ``A uses s for x``."""
    unit, key = stand.key
    match unit:
        case "stance":
            return f"{takes(stand, stand.claims)} {words.phrase('proposition', key)}{qualified(stand.claims, words)}"
        case "explanation":
            return explains(stand, words)
        case "role":
            return f"{stand.does('casts')} {words.phrase('actor', key)} as {in_roles(stand.claims, words, scoped=True)}"
        case "evidence":
            return f"{stand.does('uses')} {words.phrase('source', key)} for {words.entries(stand.uses)}"
