"""Compares two maps."""

from collections.abc import Callable, Sequence

from argmap.comparison.findings import cite, find
from argmap.comparison.judged import Codings
from argmap.comparison.keys import NAMESPACES, Vocabulary, vocabulary
from argmap.comparison.positions import Coding, read_coding
from argmap.comparison.records import ComparedCodebook, ComparedMap, Comparison, Origin
from argmap.comparison.remarks import remarks
from argmap.comparison.wording import Words
from argmap.errors import ArgmapError
from argmap.graph import theses
from argmap.model import ArgumentMap


def compare(maps: Sequence[ArgumentMap], *, origins: Sequence[Origin | None] = ()) -> Comparison:
    """Where two maps agree, where they differ, and by which rule.

    Args:
        maps: Two maps. Swapping them swaps the sides and leaves every category as it is. They should be free of
            errors of `check`; a reference to nothing is passed over.
        origins: The files the maps came from, for the result to name; None for a map built in Python.

    Raises:
        ArgmapError: There are not two maps.
    """
    if len(maps) != 2:
        raise ArgmapError(f"two maps are compared at a time, for now; there are {len(maps)} here")
    codings, known = _read(maps)
    words = Words(known, {**codings[1].private, **codings[0].private})
    files = (*origins, None, None)
    return Comparison(
        maps=tuple(_compared(coding, origin or Origin()) for coding, origin in zip(codings, files, strict=False)),
        codebooks=_codebooks(codings, words, [origin or Origin() for origin in files]),
        findings=find(codings, words),
        warnings=remarks(codings, words),
    )


def _read(maps: Sequence[ArgumentMap]) -> tuple[Codings, Vocabulary]:
    a, b = maps
    ids = (a.id, f"{b.id}#2" if a.id == b.id else b.id)
    names = ids if a.name == b.name else (a.name, b.name)
    known = vocabulary(maps, ids)
    first, second = (
        read_coding(m, id=ids[i], name=names[i], index=i, vocabulary=known, owner=_owner(maps, ids, i))
        for i, m in enumerate(maps)
    )
    return (first, second), known


def _owner(maps: Sequence[ArgumentMap], ids: Sequence[str], index: int) -> Callable[[str], str]:
    """Under which map's id an uncoded statement is a private entry: versions of a map share what is unchanged."""
    first, second = maps

    def owner(statement: str) -> str:
        if index == 0 or first.id != second.id:
            return ids[index]
        before = first.statements.get(statement)
        unchanged = before is not None and before.text == second.statements[statement].text
        return ids[0] if unchanged else ids[1]

    return owner


def _compared(coding: Coding, origin: Origin) -> ComparedMap:
    m = coding.map
    return ComparedMap(
        id=coding.id,
        name=coding.name,
        title=m.title,
        file=origin.file,
        sha256=origin.sha256,
        article=m.article,
        coverage=m.coverage,
        statements=len(m.statements),
        coded=sum(bool(s.says) for s in m.statements.values()),
        uncoded=tuple((key, s.text) for key, s in m.statements.items() if not s.says),
        thesis=cite(coding, theses(m)),
    )


def _codebooks(codings: Codings, words: Words, origins: Sequence[Origin]) -> tuple[ComparedCodebook, ...]:
    """Each codebook once; two that share an id but not their contents are two."""
    found: list[tuple[object, list[int]]] = []
    for i, coding in enumerate(codings):
        book = coding.map.codebook
        if book is None:
            continue
        same = next((entry for entry in found if entry[0] == book), None)
        if same:
            same[1].append(i)
        else:
            found.append((book, [i]))
    return tuple(_codebook([codings[i] for i in users], words, origins[users[0]]) for _, users in found)


def _codebook(users: Sequence[Coding], words: Words, origin: Origin) -> ComparedCodebook:
    book = users[0].map.codebook
    assert book is not None
    names = {pair: name for coding in users for pair, name in words.vocabulary.names[coding.index].items()}
    labels: dict[str, str] = {}
    for namespace in NAMESPACES:
        for (space, _), name in names.items():
            if space == namespace:
                labels.setdefault(name, words.label(namespace, name))
    roles = [name for (space, _), name in names.items() if space == "role"]
    return ComparedCodebook(
        id=book.id,
        sha256=origin.codebook_sha256,
        maps=tuple(coding.id for coding in users),
        labels=labels,
        valences={role: words.vocabulary.valences[role] for role in roles},
        incompatible=tuple(book.incompatible_roles),
    )
