"""What the words of two statements have in common."""

from collections.abc import Iterable

from argmap.comparison.alignment.suggesting.likeness import Content, information
from argmap.comparison.alignment.suggesting.terms import stem


class Common:
    """What the words of two statements have in common."""

    def __init__(self, contents: Iterable[Content]) -> None:
        self._weight = information(content.words for content in contents)

    def words(self, left: Content, right: Content) -> tuple[str, ...]:
        """The words of both, the rarest in the two maps first."""
        return tuple(sorted(left.words & right.words, key=self._rarest_first))

    def similar(self, left: Content, right: Content) -> tuple[tuple[str, str], ...]:
        """The other words that begin alike, each once."""
        rest: dict[str, list[str]] = {}
        for word in sorted(right.words - left.words, key=self._rarest_first):
            rest.setdefault(stem(word), []).append(word)
        return tuple(
            (word, rest[stem(word)].pop(0))
            for word in sorted(left.words - right.words, key=self._rarest_first)
            if rest.get(stem(word))
        )

    def _rarest_first(self, word: str) -> tuple[int, str]:
        return -self._weight[word], word
