"""AM2xx of a map: every name stands for something, and for one thing."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, assert_never

from argmap.checks.way_out import FEW, Patience, WayOut, way_out
from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.graph import edges, names_under
from argmap.model import (
    BUILT_IN_ROLES,
    ArgumentMap,
    CausalClaim,
    Codebook,
    PlaceName,
    RoleAttribution,
    Says,
    Stance,
)
from argmap.model.base import SLUG
from argmap.text import fold


def statements_exist(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM201."""
    if all(name in m.statements for s in m.statements.values() for name in names_under(s)):
        return  # as in most maps, and the quick way to know it
    patience = Patience()
    for edge in edges(m):
        if edge.lower not in m.statements:
            message = f"no statement is called {edge.lower!r}"
            # in a small map the names are listed, and there the statement itself is no way out
            known = m.statements if len(m.statements) > FEW else [key for key in m.statements if key != edge.upper]
            way = way_out(edge.lower, "statement", known) if patience.lasts(edge.lower) else WayOut()
            way = way.or_else("name another statement, or write this one")
            yield problem("AM201", message, edge.where, help=way.help, instead=way.instead)


def sources_exist(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM202."""
    patience = Patience()
    known = [*m.sources, *(m.codebook.sources if m.codebook else ())]
    for key, statement in m.statements.items():
        for i, name in enumerate(statement.sources):
            if m.source(name) is None:
                way = way_out(name, "source", known) if patience.lasts(name) else WayOut()
                yield problem(
                    "AM202",
                    f"no source is called {name!r}",
                    ("statements", key, "sources", i),
                    help=way.help if way.instead else _define(way.help),
                    instead=way.instead,
                )


def _define(known: str) -> str:
    return f"define it under `sources`; {known}" if known else "define it under `sources`"


def keys_exist(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM203 to AM206: what `says` names. Without a codebook keys are free names."""
    if m.codebook is None:
        return
    for key, statement in m.statements.items():
        for i, says in enumerate(statement.says):
            yield from _named(says, ("statements", key, "says", i), m.codebook)


def _named(says: Says, at: Where, codebook: Codebook) -> Iterator[Diagnostic]:
    match says:
        case Stance():
            yield from proposition_exists(says.proposition, (*at, says.attitude), codebook)
        case CausalClaim():
            for i, cause in enumerate(says.cause):
                yield from _factor_exists(cause, (*at, "cause", i), codebook)
            yield from _factor_exists(says.factor, (*at, says.effect), codebook)
        case RoleAttribution():
            yield from _actor_exists(says.actor, (*at, "actor"), codebook)
            yield from role_exists(says.role, (*at, "role"), codebook)
            for i, other in enumerate(says.toward):
                yield from _actor_exists(other, (*at, "toward", i), codebook)
        case _:
            assert_never(says)


def _exists(
    code: str, kind: str, known: Callable[[Codebook], Iterable[str]], built_in: str = ""
) -> Callable[..., Iterator[Diagnostic]]:
    def check(name: str, where: Where, codebook: Codebook, *, guess: bool = True) -> Iterator[Diagnostic]:
        if name not in known(codebook):
            message = f"the codebook {codebook.id!r} has no {kind} {name!r}"
            way = way_out(name, kind, known(codebook), codebook) if guess else WayOut()
            way = way.or_else(f"define the {kind} in the codebook{built_in if guess else ''}")
            yield problem(code, message, where, help=way.help, instead=way.instead)

    return check


_actor_exists = _exists("AM203", "actor", lambda c: c.actors)
_factor_exists = _exists("AM204", "factor", lambda c: c.factors)
proposition_exists = _exists("AM205", "proposition", lambda c: c.propositions)
_BUILT_IN: Final = f", or use one that is built in: {', '.join(BUILT_IN_ROLES)}"
role_exists = _exists("AM206", "role", lambda c: (*c.roles, *BUILT_IN_ROLES), _BUILT_IN)


def voices_exist(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM207: a voice written like a key is the key of an actor; anything else is a name."""
    if m.codebook is None:
        return
    for key, statement in m.statements.items():
        voice = statement.voice
        if _is_missing_actor(m, voice):
            way = way_out(voice, "actor", ("author", *m.codebook.actors), m.codebook)
            yield problem(
                "AM207",
                f"the codebook {m.codebook.id!r} has no actor {voice!r} to speak",
                ("statements", key, "voice"),
                help=way.help if way.instead else f"write a name with a capital: {voice.capitalize()!r}",
                instead=way.instead or voice.capitalize(),
            )


_THE_AUTHOR: Final = re.compile(r"(the|this|our)?[ -]?authors?", re.IGNORECASE)


def voices_of_the_author(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM214; what AM207 says already is not said again."""
    for key, statement in m.statements.items():
        if _means_the_author(m, statement.voice) and not _is_missing_actor(m, statement.voice):
            yield problem(
                "AM214",
                f"{statement.voice!r} counts as somebody else's voice, not as the author's",
                ("statements", key, "voice"),
                help="did you mean 'author'?",
                instead="author",
            )


def is_known_voice(m: ArgumentMap, voice: str) -> bool:
    """Whether a voice is what it looks like: the author's, an actor's or a name."""
    return not _is_missing_actor(m, voice) and not _means_the_author(m, voice)


def _means_the_author(m: ArgumentMap, voice: str) -> bool:
    is_actor = m.codebook is not None and voice in m.codebook.actors
    return voice != "author" and not is_actor and bool(_THE_AUTHOR.fullmatch(fold(voice)))


def _is_missing_actor(m: ArgumentMap, voice: str) -> bool:
    """Whether a voice is written like the key of an actor, and is none."""
    if m.codebook is None or voice == "author" or voice in m.codebook.actors:
        return False
    return bool(re.fullmatch(SLUG, voice))


def places_exist(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM208: `where` is a place of the codebook, by key, name or alias; without a codebook places are free names."""
    if m.codebook is None:
        return
    known = {plain_name(name) for key, place in m.codebook.places.items() for name in names_of(key, place)}
    for key, statement in m.statements.items():
        if statement.where is not None and plain_name(statement.where) not in known:
            names = [n for k, place in m.codebook.places.items() for n in names_of(k, place)]
            way = way_out(statement.where, "place", names).or_else("define it under `places` of the codebook")
            yield problem(
                "AM208",
                f"the codebook {m.codebook.id!r} has no place {statement.where!r}, so it counts as every place",
                ("statements", key, "where"),
                help=way.help,
                instead=way.instead,
            )


def names_of(key: str, place: PlaceName) -> tuple[str, ...]:
    """All that a place can be called in `where`."""
    return (*([place.name] if place.name else ()), *place.aliases, key)


def plain_name(name: str) -> str:
    """A place's name as it is looked up: case and kinds of marks do not matter."""
    return fold(name).casefold()


def sources_once(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM209."""
    for key in m.sources:
        if m.codebook and key in m.codebook.sources:
            yield problem(
                "AM209",
                f"the source {key!r} is defined here and in the codebook {m.codebook.id!r}",
                ("sources", key),
                on_key=True,
                help="remove it here if both are the same work, else rename it",
            )


def codebook_named(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM211: once, at the first statement with `says`."""
    coded = [key for key, statement in m.statements.items() if statement.says]
    if coded and m.codebook is None:
        yield problem(
            "AM211",
            "the map names no codebook, so nothing tells a misspelt key from a new one",
            ("statements", coded[0], "says"),
            on_key=True,
            help="define the keys in a codebook and name it under `codebook`",
        )


def other_maps_exist(m: ArgumentMap, ids: Iterable[str]) -> Iterator[Diagnostic]:
    """AM212: `via` names a map that is checked together with this one."""
    others = [key for key in ids if key != m.id]
    for key, statement in m.statements.items():
        if statement.via is not None and statement.via.map not in others:
            way = way_out(statement.via.map, "map", others).or_else("name its file in the same call")
            yield problem(
                "AM212",
                f"no other map is called {statement.via.map!r}, so what is quoted from it is not checked",
                ("statements", key, "via", "map"),
                help=way.help,
                instead=way.instead,
            )
