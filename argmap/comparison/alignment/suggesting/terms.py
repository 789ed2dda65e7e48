"""The words of a text, as likeness counts them."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

# The list of the first measurements, which the baseline in benchmarks/ keeps to.
_STOP: Final = """
    a an the of to in on at by for from with as and or but if than then that this these those it its is are was were
    be been being has have had do does did will would can could should may might must not no so we you they he she i
    our your their his her who which what when there more most into over under between also
"""

STOP: Final = frozenset(_STOP.split())
"""English words that say nothing of what a sentence is about."""

# Pronouns and connectives beside these, and what is left of negations when the apostrophe and the t are cut off.
_MORE: Final = """
    me my mine myself us ourselves you yours yourself him himself her herself itself them themselves
    each other another others both because while whether though although until within through without
    don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn
"""
_DROPPED: Final = STOP.union(_MORE.split())

_CLITIC: Final = re.compile(r"(?<=\w)['’](?:s|t|d|m|ll|re|ve)\b")
_UNSPACED: Final = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # kana and Chinese characters, written without gaps
_WORD: Final = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+")
_IS_UNSPACED: Final = re.compile(rf"[{_UNSPACED}]")

_STEM: Final = 5
_GRAM: Final = 4


def words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about: runs of letters and digits, casefolded, without small words.

    Scripts without gaps between words give every two neighbouring characters, as search engines do.

    >>> sorted(words("China's role isn't the U.S. role; it is China’s own."))
    ['china', 'own', 'role', 's', 'u']
    """
    plain = _CLITIC.sub("", unicodedata.normalize("NFKC", text).casefold())
    found: set[str] = set()
    for word in _WORD.findall(plain):
        if _IS_UNSPACED.match(word) and len(word) > 2:
            found.update(word[i : i + 2] for i in range(len(word) - 1))
        else:
            found.add(word)
    return frozenset(found - _DROPPED)


def stem(word: str) -> str:
    """What forms of one word have in common, in most languages that inflect at the end: the first five letters."""
    return word[:_STEM]


@lru_cache(maxsize=1 << 16)
def grams(word: str) -> frozenset[str]:
    """The runs of four characters of a word with a blank on either side.

    >>> sorted(grams("ties"))
    [' tie', 'ies ', 'ties']
    """
    padded = f" {word} "
    return frozenset(padded[i : i + _GRAM] for i in range(max(1, len(padded) - _GRAM + 1)))
