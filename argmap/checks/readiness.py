"""AM620 to AM623: what is still missing before maps are worth comparing; `compare` says the rest, with its findings."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.graph import theses
from argmap.model import ArgumentMap, CausalClaim, Codebook, RoleAttribution, Stance, Statement

FEWEST: Final = 3
"""How many statements a map has that is more than begun; of smaller ones nothing is missed."""

Keys = frozenset[tuple[str, str]]
"""Keys of a codebook, each with its kind."""


def something_is_coded(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM620: of a map that names a codebook of more than names, and so is meant to be compared."""
    book = m.codebook
    if book is None or not (book.factors or book.propositions) or len(m.statements) < FEWEST:
        return
    if not any(s.says for s in m.statements.values()):
        yield problem(
            "AM620",
            f"no statement has `says`: nothing of this map is coded with the codebook {book.id!r}",
            ("codebook",),
            on_key=True,
            help="add `says` to the thesis and its main reasons",
        )


def theses_are_coded(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM621: where others are; shown at the first thesis."""
    tops = theses(m)
    if not tops or m.codebook is None or len(m.statements) < FEWEST or any(m.statements[key].says for key in tops):
        return
    if any(s.says for s in m.statements.values()):
        one = f"the thesis {tops[0]!r} has no `says`, but other statements do"
        yield problem(
            "AM621",
            one if len(tops) == 1 else f"none of the {len(tops)} theses has `says`, but other statements do",
            ("statements", tops[0]),
            on_key=True,
            help="code what the article argues for, with a proposition, cause or role of the codebook",
        )


def keys_in_common(maps: Sequence[ArgumentMap]) -> tuple[tuple[Diagnostic, ...], ...]:
    """AM622, for each map in turn: with no other of these maps that names its codebook and has coded something."""
    coded = [coded_keys(m) for m in maps]
    books = [m.codebook.id if m.codebook else None for m in maps]
    return tuple(
        tuple(_alone(books[i], coded[i], [k for j, k in enumerate(coded) if j != i and k and books[j] == books[i]]))
        for i in range(len(maps))
    )


def _alone(book: str | None, own: Keys, others: Sequence[Keys]) -> Iterator[Diagnostic]:
    if book is not None and own and others and all(own.isdisjoint(keys) for keys in others):
        used = "the other map" if len(others) == 1 else f"any of the {len(others)} other maps"
        yield problem(
            "AM622",
            f"no key this map is coded with is used by {used} of the codebook {book!r}",
            ("codebook",),
            on_key=True,
            help="see which of its points the others speak of too, and code these with the same key",
        )


def keys_are_used(c: Codebook, maps: Sequence[ArgumentMap]) -> Iterator[Diagnostic]:
    """AM623: of propositions and factors, where two or more of these maps name the codebook.

    A proposition that is only there to be wider than, or contrary to, one that is used serves as well.
    """
    naming = [m for m in maps if m.codebook is not None and m.codebook.id == c.id]
    if len(naming) < 2:
        return
    used = frozenset[tuple[str, str]]().union(*map(coded_keys, naming))
    serving = {key for key in c.propositions if ("proposition", key) in used}
    for key, proposition in c.propositions.items():
        linked = {*proposition.contrary, *proposition.narrower}
        if ("proposition", key) in used:
            serving |= linked
        elif any(("proposition", other) in used for other in linked):
            serving.add(key)
    yield from (_unused("proposition", key, len(naming)) for key in c.propositions if key not in serving)
    yield from (_unused("factor", key, len(naming)) for key in c.factors if ("factor", key) not in used)


def _unused(kind: str, key: str, maps: int) -> Diagnostic:
    return problem(
        "AM623",
        f"the {kind} {key!r} is used by none of the {maps} maps",
        (f"{kind}s", key),
        on_key=True,
        help="code with it what the maps say of it, or remove it",
    )


def coded_keys(m: ArgumentMap) -> Keys:
    """What a map is coded with: propositions, factors, and actors that are cast in a role."""
    return frozenset(key for s in m.statements.values() for key in _keys(s))


def _keys(statement: Statement) -> Iterator[tuple[str, str]]:
    for says in statement.says:
        if isinstance(says, Stance):
            yield "proposition", says.proposition
        elif isinstance(says, CausalClaim):
            yield from (("factor", cause) for cause in says.cause)
            yield "factor", says.factor
        elif isinstance(says, RoleAttribution):
            yield "actor", says.actor
