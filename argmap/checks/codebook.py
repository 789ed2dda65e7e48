"""What a codebook can get wrong by itself: names that stand for nothing, circles."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import islice, pairwise
from typing import Final

from argmap.checks.dates import source_dates
from argmap.checks.references import plain_name, proposition_exists, role_exists
from argmap.checks.shape import arrows
from argmap.checks.way_out import Patience, way_out
from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.graph import knots
from argmap.model import Codebook

MOST_CIRCLES: Final = 20

_REMOVE = "name another one, or remove it here"


def propositions_exist(c: Codebook) -> Iterator[Diagnostic]:
    """AM205 and AM302, for `contrary` and `narrower`."""
    patience = Patience()
    for key, proposition in c.propositions.items():
        for field, names in (("contrary", proposition.contrary), ("narrower", proposition.narrower)):
            for i, name in enumerate(names):
                where: Where = ("propositions", key, field, i)
                yield from proposition_exists(name, where, c, guess=name in c.propositions or patience.lasts(name))
                if name == key:
                    yield problem("AM302", f"the proposition {key!r} is {field} to itself", where, help=_REMOVE)


def roles_exist(c: Codebook) -> Iterator[Diagnostic]:
    """AM206 and AM302, for `incompatible-roles`."""
    for i, (one, other) in enumerate(c.incompatible_roles):
        yield from role_exists(one, ("incompatible-roles", i, 0), c)
        yield from role_exists(other, ("incompatible-roles", i, 1), c)
        if one == other:
            message = f"the role {one!r} is called incompatible with itself"
            yield problem("AM302", message, ("incompatible-roles", i, 1), help=_REMOVE)


def larger_places_exist(c: Codebook) -> Iterator[Diagnostic]:
    """AM213 and AM302, for `within`."""
    for key, place in c.places.items():
        where: Where = ("places", key, "within")
        if place.within == key:
            yield problem("AM302", f"the place {key!r} lies within itself", where, help=_REMOVE)
        elif place.within is not None and place.within not in c.places:
            message = f"the codebook {c.id!r} has no place {place.within!r}"
            way = way_out(place.within, "place", c.places, c).or_else("define it")
            yield problem("AM213", message, where, help=way.help, instead=way.instead)


def places_differ(c: Codebook) -> Iterator[Diagnostic]:
    """AM215: shown at the alias or name of the later of the two."""
    holder = {plain_name(key): key for key in c.places}
    for key, place in c.places.items():
        names: list[tuple[str, Where]] = [(place.name, ("places", key, "name"))] if place.name else []
        names += [(alias, ("places", key, "aliases", i)) for i, alias in enumerate(place.aliases)]
        for name, where in names:
            other = holder.setdefault(plain_name(name), key)
            if other != key:
                message = f"{name!r} means the place {other!r} too"
                yield problem("AM215", message, where, help="give the name to one of the two places")


def contraries_are_not_narrower(c: Codebook) -> Iterator[Diagnostic]:
    """AM609: shown under `narrower`."""
    for key, proposition in c.propositions.items():
        for i, name in enumerate(proposition.narrower):
            other = c.propositions.get(name)
            if name != key and (name in proposition.contrary or (other and key in other.contrary)):
                message = f"{name!r} is narrower than {key!r} and contrary to it"
                yield problem("AM609", message, ("propositions", key, "narrower", i), help="keep one of the two")


def dates_of_sources(c: Codebook) -> Iterator[Diagnostic]:
    """AM409 of the sources that maps share."""
    yield from source_dates(c.sources)


def no_circles(c: Codebook) -> Iterator[Diagnostic]:
    """AM301, for `within` and `narrower`."""
    places = {key: [place.within] if place.within else [] for key, place in c.places.items()}
    for path in _circles(places):
        message = f"these places lie within each other: {arrows(path)}"
        yield problem("AM301", message, ("places", path[-2], "within"), help="remove one of the steps")
    propositions = {key: list(proposition.narrower) for key, proposition in c.propositions.items()}
    for path in _circles(propositions):
        message = f"these propositions are narrower than each other: {arrows(path)}"
        where: Where = ("propositions", path[-2], "narrower", c.propositions[path[-2]].narrower.index(path[-1]))
        yield problem("AM301", message, where, help="remove one of the steps")


def _circles(below: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Closed paths of two steps and more, each from its first key on; none shares a step with another.

    Of very many that hang together only some are told: with each that is broken others go.
    """
    known = {key: [n for n in names if n != key and n in below] for key, names in below.items()}
    order = {key: i for i, key in enumerate(below)}
    for knot in knots(known):
        inside = {key: [n for n in known[key] if n in knot] for key in sorted(knot, key=order.__getitem__)}
        yield from islice(_untied(inside, order), MOST_CIRCLES)


def _untied(left: dict[str, list[str]], order: Mapping[str, int]) -> Iterator[list[str]]:
    while path := _circle(left):
        first = path.index(min(path[1:], key=order.__getitem__))
        turned = [*path[first:-1], *path[: first + 1]]
        for upper, lower in pairwise(turned):
            left[upper] = [n for n in left[upper] if n != lower]
        yield turned


def _circle(below: Mapping[str, Sequence[str]]) -> list[str]:
    try:
        TopologicalSorter(below).prepare()
    except CycleError as found:
        path: list[str] = list(reversed(found.args[1]))  # it names what must come first before what waits for it
        return path
    return []
