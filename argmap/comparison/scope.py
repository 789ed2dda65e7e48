"""When and where a statement holds: scopes that are disjoint never contradict."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.model import Codebook, Period, Statement, parse_period, period_in_words


@dataclass(frozen=True, slots=True)
class Locality:
    """A place as a codebook knows it: itself and all that it lies within; empty for an unknown place.

    `name` is its key there, or as a statement writes it; `label` is what sentences call it.
    """

    name: str
    around: frozenset[str] = frozenset()
    label: str = field(default="", compare=False)

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
        return not any(self.parted_from(other))

    def parted_from(self, other: "Scope") -> tuple[bool, bool]:
        """Whether time, and whether place, parts the two."""
        by_time = self.period and other.period and not self.period.overlaps(other.period)
        by_place = self.locality and other.locality and not self.locality.overlaps(other.locality)
        return bool(by_time), bool(by_place)

    @property
    def limits(self) -> tuple[bool, bool]:
        """Whether time, and whether place, limits it."""
        return self.period is not None, self.locality is not None

    @property
    def named(self) -> str:
        """The scope as a thing of its own, as after ``of``: ``the time since 2019 in the harbour``, ``Europe``."""
        place = self.locality.label if self.locality else ""
        if not self.when:
            return place or "all times"
        time = period_in_words(self.when)
        time = f"the time {time}" if time.startswith(("since ", "until ")) else time
        return f"{time} in {place}" if place else time

    def __str__(self) -> str:
        """The scope as a sentence shows it: ``since 2019 in the harbour``, ``in Europe``."""
        place = f"in {self.locality.label}" if self.locality else ""
        return f"{period_in_words(self.when)} {place}".strip() or "in general"


ANY = Scope()


class Gazetteer:
    """The places of one codebook; names and aliases are folded, so that ``the Harbour`` finds ``harbour``."""

    def __init__(self, codebook: Codebook | None) -> None:
        places = codebook.places if codebook else {}
        self._within = {key: place.within for key, place in places.items()}
        self._labels = {key: place.name or key.replace("-", " ") for key, place in places.items()}
        # keys come before names and these before aliases: no alias may take another place's own key
        self._keys = {_folded(key): key for key in places}
        for key, place in places.items():
            if place.name:
                self._keys.setdefault(_folded(place.name), key)
        for key, place in places.items():
            for alias in place.aliases:
                self._keys.setdefault(_folded(alias), key)

    def locality(self, name: str) -> Locality:
        """The place a statement names in `where`."""
        key = self._keys.get(_folded(name))
        if key is None:
            written = " ".join(name.split())
            return Locality(written, label=written)
        around: set[str] = set()
        step: str | None = key
        while step is not None and step not in around:
            around.add(step)
            step = self._within.get(step)
        return Locality(key, frozenset(around), self._labels[key])

    def scope(self, statement: Statement) -> Scope:
        """The scope of a statement."""
        if statement.when is None and statement.where is None:
            return ANY
        return Scope(
            parse_period(statement.when) if statement.when else None,
            self.locality(statement.where) if statement.where else None,
            statement.when or "",
        )


def in_words(respects: Iterable[tuple[bool, bool]]) -> str:
    """Respects as a sentence names them: ``time``, ``place`` or ``time and place``."""
    by_time, by_place = (any(found) for found in zip(*respects, strict=True))
    return " and ".join(name for name, given in (("time", by_time), ("place", by_place)) if given)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().replace("-", " ").split())
