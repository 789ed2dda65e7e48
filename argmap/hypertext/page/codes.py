"""What a statement is coded as, in the words of the codebook."""

from collections.abc import Iterator
from typing import assert_never

from argmap.languages import ENGLISH
from argmap.model import ArgumentMap, CausalClaim, RoleAttribution, Stance, Statement


def codes_in_words(m: ArgumentMap, s: Statement) -> Iterator[str]:
    """Each code as a phrase: ``holds: …``, ``…, raising …``, ``casts China as intermediary toward Japan``."""
    words = Codebook(m)
    for code in s.says:
        match code:
            case Stance():
                yield f"{code.attitude}: {words.proposition(code.proposition)}"
            case CausalClaim():
                main = " (main)" if code.main else ""
                causes = ENGLISH.listed([words.factor(factor) for factor in code.cause])
                yield ENGLISH.say(f"cause.whole.{code.effect}", cause=causes, effect=words.factor(code.factor)) + main
            case RoleAttribution():
                toward = f" toward {ENGLISH.listed([words.actor(a) for a in code.toward])}" if code.toward else ""
                main = " (main)" if code.main else ""
                yield f"{words.actor(code.actor)} as {words.role(code.role)}{toward}{main}"
            case _:
                assert_never(code)


class Codebook:
    """The words of a map's codebook; a key without words reads as its words do."""

    def __init__(self, m: ArgumentMap) -> None:
        self._book = m.codebook

    def proposition(self, key: str) -> str:
        """A proposition as a sentence without its full stop."""
        found = self._book.propositions.get(key) if self._book else None
        return (found.text if found else _plain(key)).removesuffix(".")

    def factor(self, key: str) -> str:
        """What drives or is driven."""
        found = self._book.factors.get(key) if self._book else None
        return (found.text if found else _plain(key)).removesuffix(".")

    def asked(self, key: str) -> str:
        """What the codebook asks of something that is driven, else that itself."""
        found = self._book.factors.get(key) if self._book else None
        return (found.question if found else None) or self.factor(key)

    def actor(self, key: str) -> str:
        """The name of an actor."""
        found = self._book.actors.get(key) if self._book else None
        return found.name if found else _plain(key)

    def role(self, key: str) -> str:
        """A role, in its key's words as everywhere else."""
        return _plain(key.partition("@")[0])


def _plain(key: str) -> str:
    return key.replace("-", " ")
