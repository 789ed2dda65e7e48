"""Maps that take one position on a key, as camps."""

from collections.abc import Iterable

from argmap.comparison.explanations import causes
from argmap.comparison.positions import stance_position
from argmap.comparison.records import Unit
from argmap.comparison.roles import cast
from argmap.comparison.stands import Stand


def camps(unit: Unit, speakers: Iterable[Stand]) -> tuple[tuple[str, ...], ...]:
    """The ids of the maps that speak, those of one position together, in the order of the maps."""
    return tuple(tuple(s.coding.id for s in camp) for camp in grouped(unit, speakers))


def grouped(unit: Unit, speakers: Iterable[Stand]) -> tuple[tuple[Stand, ...], ...]:
    """The maps that speak, those of one position together.

    One position is: on a proposition the same attitude; on an effect the same signed main causes, all where none is
    main; on an actor the same main roles; on a source the same uses.
    """
    found: dict[object, list[Stand]] = {}
    for s in speakers:
        found.setdefault(_position(unit, s), []).append(s)
    return tuple(tuple(camp) for camp in found.values())


def _position(unit: Unit, s: Stand) -> object:
    match unit:
        case "stance":
            return s.key, stance_position(s.claims, tense=bool(s.tension))
        case "explanation":
            main = frozenset(c.entry for c in s.claims if c.main and c.value != "unrelated")
            return main or frozenset(causes(s.claims).links)
        case "role":
            return frozenset(cast(s.claims).main)
        case "evidence":
            return frozenset(s.uses)
