"""AM311: what a list names, it names once."""

from collections.abc import Iterable, Iterator
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.model import ArgumentMap, CausalClaim, Codebook, RoleAttribution, Says, Stance
from argmap.text import fold


def listed_once(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM311 of a map: `sources`, `at`, `says`, and in it `cause` and `toward`."""
    for key, statement in m.statements.items():
        at: Where = ("statements", key)
        yield from _repeated(statement.sources, (*at, "sources"))
        yield from _repeated(("".join(place.split()) for place in statement.at), (*at, "at"), statement.at)
        yield from _repeated(map(_without_weight, statement.says), (*at, "says"), [_SAME] * len(statement.says))
        for i, says in enumerate(statement.says):
            match says:
                case CausalClaim():
                    yield from _repeated(says.cause, (*at, "says", i, "cause"))
                case RoleAttribution():
                    yield from _repeated(says.toward, (*at, "says", i, "toward"))
                case _:
                    pass


def entries_listed_once(c: Codebook) -> Iterator[Diagnostic]:
    """AM311 of a codebook: `aliases`, `contrary`, `narrower`, `incompatible-roles`."""
    for section, entries in (("actors", c.actors), ("places", c.places)):
        for key, entry in entries.items():
            folded = (fold(alias).casefold() for alias in entry.aliases)
            yield from _repeated(folded, (section, key, "aliases"), entry.aliases)
    for key, proposition in c.propositions.items():
        yield from _repeated(proposition.contrary, ("propositions", key, "contrary"))
        yield from _repeated(proposition.narrower, ("propositions", key, "narrower"))
    pairs = [f"[{', '.join(pair)}]" for pair in c.incompatible_roles]
    yield from _repeated(map(frozenset, c.incompatible_roles), ("incompatible-roles",), pairs)


_SAME: Final = "the same"


def _without_weight(says: Says) -> Says:
    """What is said, whether or not the article puts it first."""
    return says if isinstance(says, Stance) else says.model_copy(update={"main": False})


def _repeated(names: Iterable[object], at: Where, shown: Iterable[str] | None = None) -> Iterator[Diagnostic]:
    """Shown at the second mention; `shown` holds the names as they are written, if `names` are made to compare."""
    field = next(step for step in reversed(at) if isinstance(step, str))
    names = list(names)
    seen: set[object] = set()
    for i, (name, written) in enumerate(zip(names, shown or names, strict=True)):
        if name in seen:
            it = written if written is _SAME else repr(written)
            yield problem("AM311", f"{it} stands twice in `{field}`", (*at, i), help="remove it here")
        seen.add(name)
