"""One map as the figures see it: what it says, with signs, reasons, uses and weights, each found once."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from argmap.comparison.clashes import Incompatible, tensions
from argmap.comparison.evidence import entries, uses
from argmap.comparison.grounds import grounds
from argmap.comparison.metrics.parts import Parts, parts
from argmap.comparison.positions import Claim, Coding, Key, stance_position
from argmap.comparison.records import Entry, Unit
from argmap.graph import theses

Item = tuple[Unit, str]
"""What a map can take a position on: a proposition, a link ``F>G``, a role ``A=R``."""

_SIGNS = {"holds": 1, "raises": 1, "denies": -1, "lowers": -1}


class Said:
    """What the author of one map says. Reported speech is no part of it."""

    def __init__(self, coding: Coding, incompatible: Incompatible) -> None:
        self.coding, self._incompatible = coding, incompatible
        self._argued: dict[str, frozenset[Entry]] = {}
        self._uses: dict[str, frozenset[Entry]] = {}

    @property
    def id(self) -> str:
        """The map's id in the result."""
        return self.coding.id

    @property
    def complete(self) -> bool:
        """Whether the map says all that the article says."""
        return self.coding.map.coverage == "complete"

    @cached_property
    def signs(self) -> Mapping[Item, int]:
        """K: every item with +1 (holds, raises, a role), −1 (denies, lowers) or 0 (open, no effect, or it varies).

        Items on which the map contradicts itself are left out.
        """
        found: dict[Item, int] = {}
        for (unit, key), claims in self.coding.claims.items():
            tense = self._tense(unit, key, claims)
            found.update((item, sign) for item, sign in _signed(unit, key, claims) if item not in tense)
        return found

    @cached_property
    def propositions(self) -> Mapping[str, int]:
        """The propositions among the items, with their signs."""
        return {topic: sign for (unit, topic), sign in self.signs.items() if unit == "stance"}

    @cached_property
    def parts(self) -> Parts:
        """T: the map as the parts of a graph."""
        return parts(self.coding)

    @cached_property
    def links(self) -> frozenset[Entry]:
        """The signed links between causes and effects."""
        return frozenset(c.entry for (unit, _), claims in self._units("explanation") for c in claims)

    @cached_property
    def main_causes(self) -> Mapping[str, frozenset[Entry]]:
        """For each effect, the signed links from its main causes; empty where none is marked."""
        return {
            key: frozenset(c.entry for c in claims if c.main and c.value != "unrelated")
            for (_, key), claims in self._units("explanation")
        }

    @cached_property
    def roles(self) -> Mapping[str, frozenset[str]]:
        """For each actor, its roles."""
        return {key: frozenset(c.value for c in claims) for (_, key), claims in self._units("role")}

    @cached_property
    def sources(self) -> frozenset[str]:
        """The sources the author cites."""
        return frozenset(self.coding.cited)

    @cached_property
    def has_thesis(self) -> bool:
        """Whether a statement is typed thesis, so that depth is measured from it."""
        return bool(theses(self.coding.map))

    @cached_property
    def weights(self) -> Mapping[Key, int]:
        """For each proposition, effect and actor, 2^−depth of its nearest statement, times what makes all whole."""
        depths = {
            key: min(self.coding.depth[c.statement] for c in claims) for key, claims in self.coding.claims.items()
        }
        deepest = max(depths.values(), default=0)
        return {key: 1 << (deepest - depth) for key, depth in depths.items()}

    @cached_property
    def weight(self) -> int:
        """The sum of the weights."""
        return sum(self.weights.values())

    def reasons(self, proposition: str) -> frozenset[Entry]:
        """flat: what the map's commitment on a proposition rests on directly; empty where it gives no reason."""
        if proposition not in self._argued:
            key: Key = ("stance", proposition)
            sign = self.signs[key]
            own = (c.statement for c in self.coding.claims[key] if _SIGNS.get(c.value) == sign)
            self._argued[proposition] = frozenset(grounds(self.coding, own, key).flat)
        return self._argued[proposition]

    def uses(self, source: str) -> frozenset[Entry]:
        """U: what a source is used for."""
        if source not in self._uses:
            self._uses[source] = frozenset(entries(uses(self.coding, source)))
        return self._uses[source]

    def _units(self, unit: Unit) -> Iterator[tuple[Key, tuple[Claim, ...]]]:
        return (found for found in self.coding.claims.items() if found[0][0] == unit)

    def _tense(self, unit: Unit, key: str, claims: tuple[Claim, ...]) -> set[Item]:
        if len(claims) == 1:
            return set()
        found = tensions(claims, (self.coding.asserted,), self._incompatible)
        return {_item(unit, key, c) for pair in found for c in (pair.left, pair.right)}


def _signed(unit: Unit, key: str, claims: tuple[Claim, ...]) -> Iterator[tuple[Item, int]]:
    match unit:
        case "stance":
            position = stance_position(claims, tense=False)
            yield (unit, key), _SIGNS.get(position or "", 0)
        case "explanation":
            values: dict[str, set[int]] = {}
            for c in claims:
                values.setdefault(c.topic, set()).add(_SIGNS.get(c.value, 0))
            for link, signs in values.items():
                yield (unit, link), signs.pop() if len(signs) == 1 else 0
        case _:
            yield from ((_item(unit, key, c), 1) for c in claims)


def _item(unit: Unit, key: str, claim: Claim) -> Item:
    return (unit, f"{key}={claim.value}") if unit == "role" else (unit, claim.topic)
