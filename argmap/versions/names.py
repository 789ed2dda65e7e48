"""What a reference means, whichever version it stands in: a renamed statement is still the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from argmap.versions.pairing import Pairs, Statements, pair

Token = tuple[str, str]
"""One statement, or one name that leads nowhere, in the vocabulary of both versions."""


@dataclass(frozen=True, slots=True)
class Names:
    """The references of both versions.

    `are_plain` says that every id means the same in both, so that equal references are the same reference.
    """

    old: Statements
    new: Statements
    pairs: Pairs
    are_plain: bool

    @classmethod
    def between(cls, old: Statements, new: Statements) -> Self:
        """The references of two versions, whose statements are paired first."""
        pairs = pair(old, new)
        return cls(old, new, pairs, all(key == other for key, other in pairs.new_of.items()))

    def of_old(self, key: str) -> Token:
        """What an id means in the old version."""
        if key in self.pairs.new_of:
            return "=", self.pairs.new_of[key]
        if key in self.old:
            return "-", key
        return ("+", key) if key in self.new and key not in self.pairs.old_of else ("?", key)

    def of_new(self, key: str) -> Token:
        """What an id means in the new version."""
        if key in self.pairs.old_of:
            return "=", key
        if key in self.new:
            return "+", key
        return ("-", key) if key in self.old and key not in self.pairs.new_of else ("?", key)

    def all_old(self, keys: Iterable[str]) -> tuple[Token, ...]:
        """What ids mean in the old version."""
        return tuple(map(self.of_old, keys))

    def all_new(self, keys: Iterable[str]) -> tuple[Token, ...]:
        """What ids mean in the new version."""
        return tuple(map(self.of_new, keys))
