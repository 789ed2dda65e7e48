"""What to do about a name that stands for nothing."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from argmap.model import BUILT_IN_ROLES, Codebook
from argmap.text import nearest_name

FEW = 12
"""How many names at most are listed."""


MOST: Final = 100
"""For how many unknown names the one that was meant is looked for, which takes a while where many are known."""


class Patience:
    """Ends after so many names: a file in which nothing fits should not be searched for a minute."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def lasts(self, name: str) -> bool:
        """Whether this name is among the first so many."""
        if len(self.names) < MOST:
            self.names.add(name)
        return name in self.names


class WayOut(NamedTuple):
    """What to do: the help for a person, and the name that was probably meant; both may be ""."""

    help: str = ""
    instead: str = ""

    def or_else(self, help_: str) -> "WayOut":
        """The same, or this help where there is none."""
        return self if self.help else WayOut(help_)


def way_out(name: str, kind: str, known: Iterable[str], codebook: Codebook | None = None) -> WayOut:
    """The name that was probably meant; else what the name is instead; else, if they are few, all that are known."""
    names = tuple(dict.fromkeys(known))
    if near := nearest_name(name, names):
        return WayOut(f"did you mean {near!r}?", near)
    if codebook and (other := _other_kind(name, kind, codebook)):
        return WayOut(f"{name!r} is {other} there")
    return WayOut(f"known: {', '.join(names)}" if 0 < len(names) <= FEW else "")


def _other_kind(name: str, kind: str, codebook: Codebook) -> str:
    kinds: dict[str, Iterable[str]] = {
        "an actor": codebook.actors,
        "a factor": codebook.factors,
        "a proposition": codebook.propositions,
        "a role": (*codebook.roles, *BUILT_IN_ROLES),
        "a source": codebook.sources,
        "a place": codebook.places,
    }
    return next((k for k, names in kinds.items() if name in names and not k.endswith(f" {kind}")), "")
