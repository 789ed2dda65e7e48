"""Builds the vocabulary of compared maps from what they share and what accepted rows join."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.comparison.capitals import capitals_of
from argmap.comparison.keys import NAMESPACES, Implication, Name, Namespace, Vocabulary
from argmap.comparison.records import Basis
from argmap.comparison.sharing import definition, share
from argmap.model import BUILT_IN_ROLES, ArgumentMap, Codebook, Kind, Proposition, Source

if TYPE_CHECKING:
    from argmap.comparison.alignment.clusters import Clusters
    from argmap.comparison.alignment.correspondences import Correspondence

Names = Mapping[Name, str]


def vocabulary(maps: Sequence[ArgumentMap], ids: Sequence[str]) -> Vocabulary:
    """The vocabulary of maps; `ids` are their ids in the result, which differ even if two maps are one."""
    shared = share(maps, ids)
    names = shared.names
    named = _naming(maps, ids, names)
    return Vocabulary(
        books=tuple(m.codebook.id if m.codebook else None for m in maps),
        names=names,
        drifted=shared.drifted,
        undefined=shared.undefined,
        labels=_labels(maps, names),
        questions=_questions(maps, names),
        order=_order(maps, names),
        kinds=_kinds(maps, names),
        valences=_valences(maps, names, by_codebook=True),
        usual_valences=_valences(maps, names, by_codebook=False),
        bases=_bases(maps, names, shared.by_name),
        incompatible=tuple(_incompatible(m.codebook, i, named) for i, m in enumerate(maps)),
        implications=tuple(_implications(m.codebook, i, named) for i, m in enumerate(maps)),
        capitals=capitals_of(maps),
    )


def aligned(known: Vocabulary, clusters: "Clusters", maps: Sequence[ArgumentMap], ids: Sequence[str]) -> Vocabulary:
    """The vocabulary with the keys that accepted rows make: a cluster without a proposition is called by a statement.

    Propositions that rows join go by the name of the first; what follows from one follows from the other.
    """
    if not (clusters.rows or clusters.implications):
        return known
    texts = {f"{id_}:{key}": s.text for id_, m in zip(ids, maps, strict=True) for key, s in m.statements.items()}
    labels, bases = dict(known.labels), dict(known.bases)
    keys = {key for mine in clusters.stances for _, key in mine.values()} | clusters.rows.keys()
    for key in sorted(keys):
        pair: Name = ("proposition", key)
        if key in texts:
            labels.setdefault(pair, texts[key])
        bases[pair] = (*bases.get(pair, ()), *(_basis(row, key) for row in clusters.rows.get(key, ())))
    return replace(
        known,
        labels=labels,
        bases=bases,
        implications=tuple(frozenset(_renamed(i, clusters) for i in own) for own in known.implications),
        row_links={i: _basis(row, "~".join(sorted({i[0][1], i[1][1]}))) for i, row in clusters.implications.items()},
    )


def _renamed(implication: Implication, clusters: "Clusters") -> Implication:
    turned = {"holds": "denies", "denies": "holds"}

    def renamed(attitude: str, name: str) -> tuple[str, str]:
        key, parity = clusters.propositions.get(name, (name, 0))
        return (turned[attitude] if parity else attitude), key

    return renamed(*implication[0]), renamed(*implication[1])


def _basis(row: "Correspondence", key: str) -> Basis:
    return Basis("alignment", row.file or "", key, row.row, row.predicate, row.confidence, row.author or None)


def _labels(maps: Sequence[ArgumentMap], names: Sequence[Names]) -> dict[Name, str]:
    found: dict[Name, str] = {}
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


def _questions(maps: Sequence[ArgumentMap], names: Sequence[Names]) -> dict[Name, str]:
    found: dict[Name, str] = {}
    for m, mine in zip(maps, names, strict=True):
        for (namespace, key), name in mine.items():
            question = getattr(definition(m.codebook, namespace, key), "question", None)
            if question:
                found[namespace, name] = question
    return found


def _order(maps: Sequence[ArgumentMap], names: Sequence[Names]) -> dict[Name, int]:
    found: dict[Name, int] = {}
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


def _kinds(maps: Sequence[ArgumentMap], names: Sequence[Names]) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for m, mine in zip(maps, names, strict=True):
        for (namespace, key), name in mine.items():
            proposition = definition(m.codebook, namespace, key) if namespace == "proposition" else None
            if isinstance(proposition, Proposition) and proposition.kind:
                found.setdefault(name, proposition.kind)
    return found


def _valences(maps: Sequence[ArgumentMap], names: Sequence[Names], *, by_codebook: bool) -> dict[str, int]:
    found: dict[str, int] = {}
    for m, mine in zip(maps, names, strict=True):
        for (namespace, key), name in mine.items():
            if namespace == "role":
                own = m.codebook.role(key) if m.codebook and by_codebook else BUILT_IN_ROLES.get(key)
                valence = own.valence if own else 0
                if m.codebook and by_codebook:
                    found[name] = valence  # whatever a map without codebook takes the role for
                else:
                    found.setdefault(name, valence)
    return found


def _bases(
    maps: Sequence[ArgumentMap], names: Sequence[Names], by_name: frozenset[Name]
) -> dict[Name, tuple[Basis, ...]]:
    found: dict[Name, tuple[Basis, ...]] = {}
    for m, mine in zip(maps, names, strict=True):
        for (namespace, key), name in mine.items():
            if m.codebook is None or (namespace, name) in by_name:
                found[namespace, name] = (Basis("name", "", key),)
            else:
                found[namespace, name] = (Basis("codebook", m.codebook.id, key),)
    return found


_Naming = Callable[[int, Name], str]


def _naming(maps: Sequence[ArgumentMap], ids: Sequence[str], names: Sequence[Names]) -> _Naming:
    """The name of a key in the codebook of a map, whether the map uses it or not.

    A key it does not use is that of the maps whose codebook defines it equally; if others alone use it, and mean
    something else by it, it is its own.
    """
    users: dict[Name, list[int]] = {}
    for i, mine in enumerate(names):
        for pair in mine:
            users.setdefault(pair, []).append(i)

    def named(i: int, pair: Name) -> str:
        using = [i] if pair in names[i] else users.get(pair, [])
        for j in using:
            if j == i or _means_one_thing(maps[i].codebook, maps[j].codebook, pair):
                return names[j][pair]
        return f"{pair[1]}@{ids[i]}" if using else pair[1]

    return named


def _means_one_thing(one: Codebook | None, other: Codebook | None, pair: Name) -> bool:
    return (
        one is not None
        and other is not None
        and one.id == other.id
        and definition(one, *pair) == definition(other, *pair)
    )


def _incompatible(codebook: Codebook | None, i: int, named: _Naming) -> frozenset[frozenset[str]]:
    pairs = codebook.incompatible_roles if codebook else ()
    found = [frozenset(named(i, ("role", role)) for role in pair) for pair in pairs]
    return frozenset(pair for pair in found if len(pair) == 2)


def _implications(codebook: Codebook | None, i: int, named: _Naming) -> frozenset[Implication]:
    """What follows from what, with contrapositives, in one step."""
    found: set[Implication] = set()
    for key, proposition in codebook.propositions.items() if codebook else ():
        if not (proposition.contrary or proposition.narrower):
            continue
        p = named(i, ("proposition", key))
        for other in proposition.contrary:
            q = named(i, ("proposition", other))
            found |= {(("holds", p), ("denies", q)), (("holds", q), ("denies", p))}
        for other in proposition.narrower:
            q = named(i, ("proposition", other))
            found |= {(("holds", q), ("holds", p)), (("denies", p), ("denies", q))}
    return frozenset(found)
