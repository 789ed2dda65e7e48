"""What to look at before two statements are joined."""

import re
from collections.abc import Sequence
from typing import Final

from argmap.comparison.alignment.suggesting.naming import actors_named, proper_names
from argmap.model import ArgumentMap, Statement

DIFFERENT_ACTORS: Final = "same words, different actors"
DIFFERENT_NAMES: Final = "same words, different names"
DIFFERENT_NUMBERS: Final = "same words, different numbers"
REPORTED: Final = "reported speech: {}"

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")


class Warner:
    """Says what to look at before two statements are joined."""

    def __init__(self, maps: Sequence[ArgumentMap]) -> None:
        books = [m.codebook for m in maps]
        listed = any(book and book.actors for book in books)
        self._named = actors_named(books) if listed else proper_names(maps)
        self._difference = DIFFERENT_ACTORS if listed else DIFFERENT_NAMES

    def warnings(self, left: Statement, right: Statement) -> tuple[str, ...]:
        """What to look at, the gravest first; empty if nothing is."""
        found = []
        for find, what in ((self._named, self._difference), (_numbers, DIFFERENT_NUMBERS)):
            one, other = find(left.text), find(right.text)
            if one and other and not one & other:
                found.append(what)
        voices = dict.fromkeys(s.voice for s in (left, right) if not s.by_author)
        return (*found, *(REPORTED.format(voice) for voice in voices))


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(text))
