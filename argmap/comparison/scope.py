"""When and where a statement holds: scopes that are disjoint never contradict."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.model import Codebook, Period, Statement, parse_period, period_in_words


@dataclass(frozen=True, slots=True)
class Locality:
    """A place as a codebook knows it: itself and all that it lies within; empty for an unknown place."""

    name: str
    around: frozenset[str] = frozenset()

    def overlaps(self, other: "Locality") -> bool:
        """Whether one lies within the other; an unknown place overlaps every other."""
        if not self.around or not other.around:
            return True
        return self.name in other.around or other.name in self.around


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of time and a place; None is all of it. `when` is as written and plays no part in equality."""

    period: Period | None = None
    locality: Locality | None = None
    when: str = field(default="", compare=False)

    @property
    def limited(self) -> bool:
        """Whether it is less than always and everywhere."""
        return self.period is not None or self.locality is not None

    def overlaps(self, other: "Scope") -> bool:
        """Whether neither time nor place parts the two."""
        if self.period and other.period and not self.period.overlaps(other.period):
            return False
        return not (self.locality and other.locality) or self.locality.overlaps(other.locality)

    def __str__(self) -> str:
        """The scope as a sentence shows it: ``2017 in the harbour``."""
        place = f"in {self.locality.name.replace('-', ' ')}" if self.locality else ""
        return f"{period_in_words(self.when)} {place}".strip() or "in general"


ANY = Scope()


class Gazetteer:
    """The places of one codebook; names and aliases are folded, so that ``the Harbour`` finds ``harbour``."""

    def __init__(self, codebook: Codebook | None) -> None:
        self._within = {key: place.within for key, place in codebook.places.items()} if codebook else {}
        self._keys: dict[str, str] = {}
        for key, place in codebook.places.items() if codebook else ():
            for name in (key, place.name, *place.aliases):
                if name:
                    self._keys.setdefault(_folded(name), key)

    def locality(self, name: str) -> Locality:
        """The place a statement names in `where`."""
        key = self._keys.get(_folded(name))
        if key is None:
            return Locality(" ".join(name.split()))
        around: set[str] = set()
        step: str | None = key
        while step is not None and step not in around:
            around.add(step)
            step = self._within.get(step)
        return Locality(key, frozenset(around))

    def scope(self, statement: Statement) -> Scope:
        """The scope of a statement."""
        if statement.when is None and statement.where is None:
            return ANY
        return Scope(
            parse_period(statement.when) if statement.when else None,
            self.locality(statement.where) if statement.where else None,
            statement.when or "",
        )


def what_parts(scopes: Sequence[Scope]) -> str:
    """In which respect the scopes are limited: ``time``, ``place`` or ``time and place``."""
    limits = [("time", any(s.period for s in scopes)), ("place", any(s.locality for s in scopes))]
    return " and ".join(name for name, limited in limits if limited)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().replace("-", " ").split())
