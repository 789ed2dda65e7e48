"""A text as quotations are matched, with the way back to the text as it is written."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from argmap.text import fold


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `places` holds, for each of its characters, from where to where it is written in the other."""

    text: str
    places: tuple[tuple[int, int], ...]

    def written(self, span: tuple[int, int]) -> tuple[int, int]:
        """Where a stretch of the folded text is written."""
        start, end = span
        return self.places[start][0], self.places[end - 1][1]


def folded(text: str) -> Folded:
    """The text folded word by word, as one; `text` has single spaces.

    A letter with marks on it is folded as one; where that does not give what the word gives as a whole, as with the
    parts of Korean syllables, all characters of the word have the whole word for their place.
    """
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for word in text.split(" "):
        if letters and fold(word):
            letters.append(" ")
            places.append((at - 1, at))
        for letter, place in _word(word, at):
            letters.append(letter)
            places.append(place)
        at += len(word) + 1
    return Folded("".join(letters), tuple(places))


def _word(word: str, at: int) -> Iterator[tuple[str, tuple[int, int]]]:
    found = [
        (letter, (at + start, at + end)) for start, end in pairwise(_cuts(word)) for letter in fold(word[start:end])
    ]
    if "".join(letter for letter, _ in found) == fold(word):
        yield from found
    else:
        yield from ((letter, (at, at + len(word))) for letter in fold(word))


def _cuts(word: str) -> list[int]:
    """Where each letter begins, its marks with it, and where the last one ends."""
    return [*(i for i, c in enumerate(word) if not (i and unicodedata.combining(c))), len(word)]
