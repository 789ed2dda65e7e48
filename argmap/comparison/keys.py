"""Which keys two maps share, and what the keys mean: labels, questions, valences, links, order."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from argmap.comparison.records import Basis
from argmap.model import (
    BUILT_IN_ROLES,
    ArgumentMap,
    CausalClaim,
    Codebook,
    RoleAttribution,
    Source,
    Stance,
)

Namespace = Literal["proposition", "factor", "actor", "source", "role"]
Sharing = Literal["codebook", "name", "nothing"]
Commitment = tuple[str, str]  # ("holds" or "denies", proposition): a literal in the sense of logic

NAMESPACES: tuple[Namespace, ...] = ("proposition", "factor", "actor", "source", "role")


@dataclass(frozen=True)
class Vocabulary:
    """The keys in use, by the names that findings give them.

    A key that both maps use without sharing it is named ``key@map`` on each side, so that it never meets itself.

    Attributes:
        sharing: What makes a key of one map a key of the other.
        names: For each map, the name of a key it uses.
        drifted: Keys both maps use and their codebooks, of one id, define differently.
        undefined: Keys both maps use and their codebooks, of one id, do not know.
        labels: The text of a name as the codebook has it, or the key in words.
        order: The place of a name in the codebook.
        incompatible: For each map, the pairs of role names its codebook calls incompatible.
        shared_incompatible: The pairs that hold between the maps.
        implications: For each map, what follows from what by its codebook.
        shared_implications: What follows from what between the maps.
    """

    sharing: Sharing
    names: tuple[Mapping[tuple[Namespace, str], str], ...]
    drifted: tuple[tuple[Namespace, str], ...] = ()
    undefined: tuple[tuple[Namespace, str], ...] = ()
    labels: Mapping[tuple[Namespace, str], str] = field(default_factory=dict)
    questions: Mapping[tuple[Namespace, str], str] = field(default_factory=dict)
    order: Mapping[tuple[Namespace, str], int] = field(default_factory=dict)
    valences: Mapping[str, int] = field(default_factory=dict)
    bases: Mapping[tuple[Namespace, str], Basis] = field(default_factory=dict)
    incompatible: tuple[frozenset[frozenset[str]], ...] = ()
    shared_incompatible: frozenset[frozenset[str]] = frozenset()
    implications: tuple[frozenset[tuple[Commitment, Commitment]], ...] = ()
    shared_implications: frozenset[tuple[Commitment, Commitment]] = frozenset()
    actor_words: frozenset[str] = frozenset()

    def rank(self, namespace: Namespace, name: str) -> tuple[int, str]:
        """The sort key of a name: codebook order, then the name."""
        return self.order.get((namespace, name), len(self.order)), name


def vocabulary(maps: Sequence[ArgumentMap], ids: Sequence[str]) -> Vocabulary:
    """The vocabulary of two maps; `ids` are their ids in the result, which differ even if the maps are one."""
    sharing = _sharing(maps)
    used = [dict.fromkeys(_used(m)) for m in maps]
    names: list[dict[tuple[Namespace, str], str]] = [{}, {}]
    drifted: list[tuple[Namespace, str]] = []
    for i, mine in enumerate(used):
        for namespace, key in mine:
            common = (namespace, key) in used[1 - i]
            shared = not common or _is_shared(maps, namespace, key, sharing)
            names[i][namespace, key] = key if shared else f"{key}@{ids[i]}"
            if i == 0 and not shared and sharing == "codebook" and not any(key in m.sources for m in maps):
                drifted.append((namespace, key))
    unknown = _undefined(maps, used) if sharing == "codebook" else set()
    own_implications = tuple(_implications(m.codebook, names[i]) for i, m in enumerate(maps))
    own_incompatible = tuple(_incompatible(m.codebook, names[i]) for i, m in enumerate(maps))
    by_codebook = sharing == "codebook"
    return Vocabulary(
        sharing=sharing,
        names=tuple(names),
        drifted=tuple(sorted(drifted)),
        undefined=tuple(sorted(unknown)),
        labels=_labels(maps, names),
        questions=_questions(maps, names),
        order=_order(maps, names),
        valences=_valences(maps, names, sharing),
        bases=_bases(maps, names, sharing, unknown),
        incompatible=own_incompatible,
        shared_incompatible=own_incompatible[0] & own_incompatible[1] if by_codebook else frozenset(),
        implications=own_implications,
        shared_implications=own_implications[0] & own_implications[1] if by_codebook else frozenset(),
        actor_words=_actor_words(maps),
    )


def _sharing(maps: Sequence[ArgumentMap]) -> Sharing:
    codebooks = [m.codebook for m in maps]
    if any(c is None for c in codebooks):
        return "name"
    return "codebook" if len({c.id for c in codebooks if c}) == 1 else "nothing"


def _used(m: ArgumentMap) -> Iterator[tuple[Namespace, str]]:
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


def _is_shared(maps: Sequence[ArgumentMap], namespace: Namespace, key: str, sharing: Sharing) -> bool:
    if namespace == "source" and any(key in m.sources for m in maps):
        # a source a map defines itself is its own; only versions of one map may share it
        return maps[0].id == maps[1].id and maps[0].source(key) == maps[1].source(key)
    if sharing == "codebook":
        return _definition(maps[0].codebook, namespace, key) == _definition(maps[1].codebook, namespace, key)
    return sharing == "name"


def _definition(codebook: Codebook | None, namespace: Namespace, key: str) -> object:
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


def _undefined(
    maps: Sequence[ArgumentMap], used: Sequence[Collection[tuple[Namespace, str]]]
) -> set[tuple[Namespace, str]]:
    def known(namespace: Namespace, key: str) -> bool:
        own = namespace == "source" and any(key in m.sources for m in maps)
        return own or any(_definition(m.codebook, namespace, key) for m in maps)

    return {pair for pair in used[0] if pair in used[1] and not known(*pair)}


def _labels(
    maps: Sequence[ArgumentMap], names: Sequence[Mapping[tuple[Namespace, str], str]]
) -> dict[tuple[Namespace, str], str]:
    found: dict[tuple[Namespace, str], str] = {}
    for m, mine in zip(maps, names, strict=True):
        for (namespace, key), name in mine.items():
            text = _text(m, namespace, key)
            if text or (namespace, name) not in found:
                found[namespace, name] = text or key.replace("-", " ")
    return found


def _text(m: ArgumentMap, namespace: Namespace, key: str) -> str:
    if namespace == "source":
        source = m.source(key)
        return source_label(source) if source else ""
    if m.codebook is None:
        return ""
    match namespace:
        case "proposition":
            proposition = m.codebook.propositions.get(key)
            return proposition.text if proposition else ""
        case "factor":
            factor = m.codebook.factors.get(key)
            return factor.text if factor else ""
        case "actor":
            actor = m.codebook.actors.get(key)
            return actor.name if actor else ""
        case "role":
            return ""  # a role's text explains the role; its key is its name


def source_label(source: Source) -> str:
    """What sentences call a source: its title, else who wrote it and when."""
    return source.title or source.citation(source.url or "").strip()


def _questions(
    maps: Sequence[ArgumentMap], names: Sequence[Mapping[tuple[Namespace, str], str]]
) -> dict[tuple[Namespace, str], str]:
    found: dict[tuple[Namespace, str], str] = {}
    for m, mine in zip(maps, names, strict=True):
        for (namespace, key), name in mine.items():
            question = getattr(_definition(m.codebook, namespace, key), "question", None)
            if question:
                found[namespace, name] = question
    return found


def _order(
    maps: Sequence[ArgumentMap], names: Sequence[Mapping[tuple[Namespace, str], str]]
) -> dict[tuple[Namespace, str], int]:
    found: dict[tuple[Namespace, str], int] = {}
    for m, mine in zip(maps, names, strict=True):
        codebook = m.codebook
        if codebook is None:
            continue
        tables = (codebook.propositions, codebook.factors, codebook.actors, codebook.sources, codebook.roles)
        for namespace, table in zip(NAMESPACES, tables, strict=True):
            for i, key in enumerate(table):
                name = mine.get((namespace, key))
                if name is not None:
                    found[namespace, name] = min(i, found.get((namespace, name), i))
    return found


def _valences(
    maps: Sequence[ArgumentMap], names: Sequence[Mapping[tuple[Namespace, str], str]], sharing: Sharing
) -> dict[str, int]:
    found: dict[str, int] = {}
    for m, mine in zip(maps, names, strict=True):
        for (namespace, key), name in mine.items():
            if namespace == "role":
                own = m.codebook.role(key) if m.codebook and sharing != "name" else BUILT_IN_ROLES.get(key)
                found[name] = own.valence if own else 0
    return found


def _bases(
    maps: Sequence[ArgumentMap],
    names: Sequence[Mapping[tuple[Namespace, str], str]],
    sharing: Sharing,
    unknown: Collection[tuple[Namespace, str]],
) -> dict[tuple[Namespace, str], Basis]:
    found: dict[tuple[Namespace, str], Basis] = {}
    for m, mine in zip(maps, names, strict=True):
        for (namespace, key), name in mine.items():
            if sharing == "name" or m.codebook is None or (namespace, key) in unknown:
                found[namespace, name] = Basis("name", "", key)
            else:
                found[namespace, name] = Basis("codebook", m.codebook.id, key)
    return found


def _incompatible(codebook: Codebook | None, names: Mapping[tuple[Namespace, str], str]) -> frozenset[frozenset[str]]:
    pairs = codebook.incompatible_roles if codebook else ()
    named = [frozenset(names.get(("role", r), r) for r in pair) for pair in pairs]
    return frozenset(pair for pair in named if len(pair) == 2)


def _implications(
    codebook: Codebook | None, names: Mapping[tuple[Namespace, str], str]
) -> frozenset[tuple[Commitment, Commitment]]:
    """What follows from what, with contrapositives, in one step; only between propositions in use."""
    found: set[tuple[Commitment, Commitment]] = set()
    for key, proposition in codebook.propositions.items() if codebook else ():
        p = names.get(("proposition", key), key)
        for other in proposition.contrary:
            q = names.get(("proposition", other), other)
            found |= {(("holds", p), ("denies", q)), (("holds", q), ("denies", p))}
        for other in proposition.narrower:
            q = names.get(("proposition", other), other)
            found |= {(("holds", q), ("holds", p)), (("denies", p), ("denies", q))}
    return frozenset(found)


def _actor_words(maps: Sequence[ArgumentMap]) -> frozenset[str]:
    names = [
        name
        for m in maps
        if m.codebook
        for actor in m.codebook.actors.values()
        for name in (actor.name, *actor.aliases)
    ]
    return frozenset(word for name in names for word in name.replace("–", " ").replace("-", " ").split())
