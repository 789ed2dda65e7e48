"""What the advice on wording knows of English: its small words, and which words can be a verb.

No grammar is read here. A word is looked up in short lists, or judged by its ending; where that is not enough to tell,
the checks keep quiet. A map in another language is asked only what holds in every language.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from argmap.model import ArgumentMap, Statement

_WORD: Final = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_QUOTED: Final = re.compile(r'"[^"]*"|“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]')

LONGEST: Final = 4000
"""Characters of the longest text whose words are looked at; what is longer is no box, and is told to be too long."""


def word_set(listed: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(listed.split())


AUXILIARIES: Final = word_set(
    "is are was were am be been has have had do does did will would shall should can could may might must cannot ought"
    " isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't couldn't"
    " mustn't"
)
"""Verbs that are nothing else, bar a month and a tin."""

VERBS: Final = word_set(
    "says said went came comes goes spent wrote took takes gave gives made makes got gets knew knows thought thinks saw"
    " sees found finds told tells felt feels became becomes began begins kept keeps held holds brought brings stood"
    " lost loses paid pays met meets ran meant means led leads grew grows fell rose threw drew won wins chose chooses"
    " spoke speaks broke breaks sold sells bought sent sends built builds sat lay lies wants needs seems remains"
    " belongs depends allows causes requires suggests believes argues claims agrees deserves exists happens occurs"
    " follows involves includes provides creates reduces increases prevents protects produces proves raises lowers"
    " makes lets hurts harms kills saves costs lives dies rises falls stays helps shows works fails serves binds"
    " threatens weakens strengthens supports opposes rejects"
)
"""Common verbs in forms that tell of a subject, few of which are likely to be anything else there."""

NOMINATIVES: Final = word_set("it they he she we i there you")
DETERMINERS: Final = word_set(
    "the a an this these those such its their his her our my your every each all some many most few no any several"
    " both one two three another other"
)
SUBORDINATORS: Final = word_set(
    "if when whenever although though while whilst whereas because since as after before once unless until whether"
    " given despite even where wherever in"
)
_RELATIVES: Final = word_set("who whom whose which that what to how why")
_COMMON: Final = word_set(
    "the a an of to in is are was were and that for with not be by on as it its this has have will"
)
_OF_OTHERS: Final = word_set(
    "der die das den dem des und ist sind nicht ein eine einen auf mit für von zu im le la les un une et est sont dans"
    " pour que qui ne pas du au el los las y es una por para del de en het een van niet zijn dat op il che di non sono"
    " och är att det som på inte og til jest się nie"
)


@lru_cache(maxsize=4096)
def without_quotations(text: str) -> str:
    """The text on one line with what it quotes blanked out: those words are not the mapper's."""
    return " ".join(_QUOTED.sub(_blank, text).split())


def _blank(quotation: re.Match[str]) -> str:
    """Empty quotation marks, with the stop that may end the sentence for both."""
    return "“.”" if quotation[0][:-1].endswith((".", "!", "?", "…")) else "“”"


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text as they are written; a hyphen or an apostrophe parts none."""
    return tuple(_WORD.findall(text))


def count_words(text: str) -> int:
    """How many words a text has, however long it is."""
    return sum(1 for _ in _WORD.finditer(text))


def boxes(m: ArgumentMap) -> Iterator[tuple[str, Statement, str]]:
    """The statements with their texts in the mapper's own words, those left out that are too long to be read."""
    for key, statement in m.statements.items():
        if len(statement.text) <= LONGEST:
            yield key, statement, without_quotations(statement.text)


def in_english(m: ArgumentMap) -> bool:
    """Whether at least half of the texts have more of the commonest words of English than of its neighbours'."""
    found = sum(map(_sounds_english, (s.text[:LONGEST] for s in m.statements.values())))
    return 2 * found >= len(m.statements) > 0


@lru_cache(maxsize=4096)
def _sounds_english(text: str) -> bool:
    parts = text.lower().split()
    return sum(word in _COMMON for word in parts) > sum(word in _OF_OTHERS for word in parts)


def may_be_verb(word: str) -> bool:
    """Whether a word may be a verb with a subject, by the lists and its ending: rather too often than too seldom."""
    low = word.lower().replace("’", "'")
    return (
        low in AUXILIARIES
        or low in VERBS
        or low.endswith(("ed", "n't", "'s", "'re", "'ll", "'ve"))
        or (low.endswith("s") and not low.endswith(("ss", "us", "is", "ous")))
    )


def is_clause(parts: Sequence[str]) -> bool:
    """Whether words begin with a subject and its verb: "the press wrote that …", "it is …"."""
    if not parts:
        return False
    first = parts[0].lower()
    if first in NOMINATIVES:
        return len(parts) > 1 and (parts[1].lower() in AUXILIARIES or first not in ("it", "there", "you"))
    if first not in DETERMINERS and not parts[0][0].isupper():
        return False
    for word in parts[1:6]:
        if word.lower() in AUXILIARIES or word.lower() in VERBS:
            return True
        if word.lower() in _RELATIVES or word.lower().endswith("ing"):
            return False
    return False
