"""Compares maps: two of them, or any number."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.comparison.findings import find
from argmap.comparison.keys import NAMESPACES
from argmap.comparison.positions import Coding, read_coding
from argmap.comparison.records import ComparedCodebook, ComparedMap, Comparison, Finding, Origin
from argmap.comparison.remarks import on_rows, remarks
from argmap.comparison.shown import cite
from argmap.comparison.vocabulary import aligned, vocabulary
from argmap.comparison.wording import Words
from argmap.errors import ArgmapError, InvalidAlignment
from argmap.graph import theses
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.comparison.alignment.clusters import Clusters
    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.comparison.figures import Metrics


def compare(
    maps: Sequence[ArgumentMap],
    *,
    origins: Sequence[Origin | None] = (),
    alignment: "Iterable[Correspondence]" = (),
    min_confidence: float = 0.0,
    metrics: bool = True,
) -> Comparison:
    """Where maps agree, where they differ, and by which rule.

    Args:
        maps: Two maps or more. Their order is the order of the sides and changes no category. They should be free of
            errors of `check`; a reference to nothing is passed over.
        origins: The files the maps came from, for the result to name; None for a map built in Python.
        alignment: Rows on statements of these maps; only what a person accepted counts.
        min_confidence: Rows less sure than this, from 0 to 1, are left aside.
        metrics: Whether to give figures too; they take their time, the more so where rows are in use.

    Raises:
        ArgmapError: There are fewer than two maps.
        InvalidAlignment: A row contradicts others, or stands on a statement that cannot be joined.
    """
    if len(maps) < 2:
        raise ArgmapError(f"a comparison takes two maps or more; there {'is' if maps else 'are'} {len(maps)} here")
    given = tuple(alignment)
    rows = _in_force(given, min_confidence)
    read = read_together(maps, rows)
    _require_sound(read)
    findings = findings_on(read)
    files = [origin or Origin() for origin in (*origins, *[None] * (len(maps) - len(origins)))]
    return Comparison(
        maps=tuple(_compared(coding, origin) for coding, origin in zip(read.codings, files, strict=True)),
        codebooks=_codebooks(read.codings, read.words, files),
        findings=findings,
        warnings=(*remarks(read.codings, read.words), *on_rows(read.codings, given, rows)),
        metrics=_metrics(maps, rows, read, findings) if metrics else None,
        documents=tuple(maps),
    )


def _metrics(
    maps: Sequence[ArgumentMap], rows: "tuple[Correspondence, ...]", read: "Together", findings: tuple[Finding, ...]
) -> "Metrics":
    # only who asks for figures waits for what makes them
    from argmap.comparison.metrics import measure  # noqa: PLC0415
    from argmap.comparison.robustness import Outcome, outcome, robustness  # noqa: PLC0415

    found = measure(read.codings, read.words.vocabulary)

    def again(fewer: "tuple[Correspondence, ...]") -> Outcome:
        repeated = read_together(maps, fewer)
        pairs = measure(repeated.codings, repeated.words.vocabulary).pairs
        return outcome(findings_on(repeated), pairs)

    ids = [coding.id for coding in read.codings]
    return replace(found, robustness=robustness(rows, ids, outcome(findings, found.pairs), again))


def _in_force(given: "tuple[Correspondence, ...]", min_confidence: float) -> "tuple[Correspondence, ...]":
    if not given:  # most comparisons have no rows, and need not wait for what reads them
        return ()
    from argmap.comparison.alignment.correspondences import in_force  # noqa: PLC0415

    return in_force(given, min_confidence)


def _require_sound(read: "Together") -> None:
    if read.clusters and (read.clusters.conflicts or read.clusters.unusable):
        from argmap.comparison.alignment.joining import problems  # noqa: PLC0415

        raise InvalidAlignment(problems(read.clusters, {c.id: c.map for c in read.codings}))


@dataclass(frozen=True, slots=True)
class Together:
    """Maps read for comparison, with the words for their keys, and what accepted rows join."""

    codings: tuple[Coding, ...]
    words: Words
    clusters: "Clusters | None"


def read_together(maps: Sequence[ArgumentMap], rows: "Sequence[Correspondence]" = ()) -> Together:
    """Index maps, so that a key has one name in all that share it."""
    ids = _ids(maps)
    names = _names(maps, ids)
    known = vocabulary(maps, ids)
    clusters = None
    if rows:
        from argmap.comparison.alignment.joining import join  # noqa: PLC0415

        clusters = join(maps, ids, rows, known)
        known = aligned(known, clusters, maps, ids)
    codings = tuple(
        read_coding(
            m, id=ids[i], name=names[i], index=i, vocabulary=known, owner=_owner(maps, ids, i), clusters=clusters
        )
        for i, m in enumerate(maps)
    )
    private = {entry: text for coding in reversed(codings) for entry, text in coding.private.items()}
    return Together(codings, Words(known, private), clusters)


def findings_on(read: Together) -> tuple[Finding, ...]:
    """All findings on maps that were read, in order; rows that contradict others are passed over."""
    match read.codings:
        case (a, b):
            return find((a, b), read.words)
        case codings:
            from argmap.comparison.profiles import find_among  # noqa: PLC0415  # two maps need not wait for it

            return find_among(codings, read.words)


def _ids(maps: Sequence[ArgumentMap]) -> list[str]:
    """The maps' ids; copies and versions of one map are counted: ``id``, ``id#2``."""
    seen: dict[str, int] = {}
    found = []
    for m in maps:
        seen[m.id] = seen.get(m.id, 0) + 1
        found.append(m.id if seen[m.id] == 1 else f"{m.id}#{seen[m.id]}")
    return found


def _names(maps: Sequence[ArgumentMap], ids: Sequence[str]) -> list[str]:
    """What sentences call the maps: by their ids those that would have one name, an id among them."""
    names = [m.name for m in maps]
    while len(set(names)) < len(names):
        names = [id_ if names.count(name) > 1 else name for id_, name in zip(ids, names, strict=True)]
    return names


def _owner(maps: Sequence[ArgumentMap], ids: Sequence[str], index: int) -> Callable[[str], str]:
    """Under which map's id an uncoded statement is a private entry: versions of a map share what is unchanged."""
    mine = maps[index]
    earlier = [(m, id_) for m, id_ in zip(maps[:index], ids, strict=False) if m.id == mine.id]

    def owner(statement: str) -> str:
        for m, id_ in earlier:
            before = m.statements.get(statement)
            if before is not None and before.text == mine.statements[statement].text:
                return id_
        return ids[index]

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
        coded=sum(bool(s.says) or key in coding.joined for key, s in m.statements.items()),
        uncoded=tuple((key, s.text) for key, s in m.statements.items() if not s.says and key not in coding.joined),
        thesis=cite(coding, theses(m)),
    )


def _codebooks(codings: Sequence[Coding], words: Words, origins: Sequence[Origin]) -> tuple[ComparedCodebook, ...]:
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
