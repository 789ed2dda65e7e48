"""What flags are raised with: the finding, and what its maps differ and agree on elsewhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from argmap.comparison.judged import Judged
from argmap.comparison.stands import Stand
from argmap.comparison.wording import Words


@dataclass(frozen=True, slots=True)
class Reach:
    """The statements of some findings in one map, and those that lie below them by `because`."""

    own: frozenset[str]
    below: frozenset[str]

    def carries(self, stand: Stand) -> bool:
        """Whether what the map says on a key is a reason for one of the findings.

        A source is a reason for the statement that cites it.
        """
        said = stand.statements
        return not self.below.isdisjoint(said) or (stand.key[0] == "evidence" and not self.own.isdisjoint(said))


@dataclass(frozen=True, slots=True)
class Context:
    """What flags need beyond the finding: for each map the reach of findings that differ, and that agree."""

    words: Words
    differ: tuple[Reach, Reach]
    agree: tuple[Reach, Reach]


Flag = tuple[str, str]  # the flag and its note
Raise = Callable[[Judged, Context], Iterator[str]]


def both_speak(judged: Judged) -> bool:
    """Whether both maps take a position."""
    return all(s.speaks for s in judged.stands)
