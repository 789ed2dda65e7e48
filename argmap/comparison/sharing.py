"""Which keys maps share: equal definitions in codebooks of one id, or equal names where a map has no codebook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.comparison.keys import Name, Namespace
from argmap.model import ArgumentMap, CausalClaim, Codebook, RoleAttribution, Stance


@dataclass(frozen=True, slots=True)
class Shared:
    """The outcome for a set of maps; the fields are those of `Vocabulary`.

    Attributes:
        by_name: Names that rest on their spelling alone, as no codebook of some map defines them.
    """

    names: tuple[dict[Name, str], ...]
    drifted: tuple[Name, ...]
    undefined: tuple[Name, ...]
    by_name: frozenset[Name]


def share(maps: Sequence[ArgumentMap], ids: Sequence[str]) -> Shared:
    """The names of all keys in use; `ids` are the maps' ids in the result, which differ even if two maps are one."""
    names: tuple[dict[Name, str], ...] = tuple({} for _ in maps)
    users: dict[Name, list[int]] = {}
    for i, m in enumerate(maps):
        for pair in dict.fromkeys(used(m)):
            users.setdefault(pair, []).append(i)
    drifted, undefined, by_name = [], [], set[Name]()
    one_book = maps[0].codebook is not None and all(m.codebook == maps[0].codebook for m in maps[1:])
    for pair, members in users.items():
        namespace, key = pair
        alike = one_book and not (namespace == "source" and any(key in maps[i].sources for i in members))
        classes = [members] if alike or len(members) == 1 else _classes(maps, pair, members)
        for group in classes:
            name = key if len(classes) == 1 else f"{key}@{min(ids[i] for i in group)}"
            for i in group:
                names[i][pair] = name
            if any(maps[i].codebook is None for i in group):
                by_name.add((namespace, name))
            elif len(group) > 1 and not any(_defined(maps[i], pair) for i in group):
                undefined.append(pair)
                by_name.add((namespace, name))
        if len(classes) > 1 and _drifted(maps, pair, classes):
            drifted.append(pair)
    return Shared(names, tuple(sorted(drifted)), tuple(sorted(undefined)), frozenset(by_name))


def used(m: ArgumentMap) -> Iterator[Name]:
    """The keys a map uses, in file order, repetitions included."""
    for statement in m.statements.values():
        for form in statement.says:
            match form:
                case Stance():
                    yield "proposition", form.proposition
                case CausalClaim():
                    yield "factor", form.factor
                    for cause in form.cause:
                        yield "factor", cause
                case RoleAttribution():
                    yield "actor", form.actor
                    yield "role", form.role
                    for other in form.toward:
                        yield "actor", other
        for source in statement.sources:
            yield "source", source
        if m.codebook and statement.voice in m.codebook.actors:
            yield "actor", statement.voice


def definition(codebook: Codebook | None, namespace: Namespace, key: str) -> object:
    """What a codebook says of a key; None if nothing."""
    if codebook is None:
        return None
    match namespace:
        case "proposition":
            return codebook.propositions.get(key)
        case "factor":
            return codebook.factors.get(key)
        case "actor":
            return codebook.actors.get(key)
        case "source":
            return codebook.sources.get(key)
        case "role":
            return codebook.role(key)


def _classes(maps: Sequence[ArgumentMap], pair: Name, members: Sequence[int]) -> list[list[int]]:
    """The maps that mean one thing by a key, in groups.

    A map without a codebook means what the others mean, if these agree; where they do not, nobody can tell whose
    meaning it has, and it shares the key only with its like.
    """
    found: list[list[int]] = []
    without: list[int] = []
    for i in members:
        if maps[i].codebook is None and not _is_own(maps[i], pair):
            without.append(i)
            continue
        group = next((g for g in found if _same(maps[g[0]], maps[i], pair)), None)
        if group is None:
            found.append([i])
        else:
            group.append(i)
    open_to_all = [group for group in found if not _is_own(maps[group[0]], pair)]
    if without and len(open_to_all) == 1:
        open_to_all[0].extend(without)
    elif without:
        found.append(without)
    return [sorted(group) for group in found]


def _same(a: ArgumentMap, b: ArgumentMap, pair: Name) -> bool:
    if _is_own(a, pair) or _is_own(b, pair):
        # a source a map defines itself is its own; only versions of one map may share it
        return a.id == b.id and a.source(pair[1]) == b.source(pair[1])
    books = a.codebook, b.codebook
    return (
        books[0] is not None
        and books[1] is not None
        and books[0].id == books[1].id
        and definition(books[0], *pair) == definition(books[1], *pair)
    )


def _is_own(m: ArgumentMap, pair: Name) -> bool:
    return pair[0] == "source" and pair[1] in m.sources


def _defined(m: ArgumentMap, pair: Name) -> bool:
    return _is_own(m, pair) or definition(m.codebook, *pair) is not None


def _drifted(maps: Sequence[ArgumentMap], pair: Name, classes: Sequence[Sequence[int]]) -> bool:
    """Whether two codebooks of one id define it differently."""
    firsts = [maps[group[0]] for group in classes if not _is_own(maps[group[0]], pair)]
    ids = [m.codebook.id for m in firsts if m.codebook]
    return len(set(ids)) < len(ids)
