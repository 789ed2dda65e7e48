"""The rows of an alignment put to use: in force, for every version of a map, joined to clusters."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from argmap.comparison.alignment.clusters import Clusters, cluster
from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.comparison.keys import Vocabulary
from argmap.model import ArgumentMap


def join(
    maps: Sequence[ArgumentMap], ids: Sequence[str], rows: Sequence[Correspondence], known: Vocabulary
) -> Clusters:
    """What rows in force make of the statements of these maps; `ids` are the maps' ids in the result."""
    return cluster(maps, ids, _of_versions(rows, maps, ids), known.names, known.order)


def problems(clusters: Clusters, maps: Mapping[str, ArgumentMap]) -> Iterator[str]:
    """Why rows cannot hold: each that cannot be joined, and each that contradicts others; `maps` by their ids."""
    for row, ref in clusters.unusable:
        exists = ref.map in maps and ref.statement in maps[ref.map].statements
        why = "says something other than one stance, so it cannot be joined" if exists else "does not exist"
        yield f"{row}: {ref} {why}"
    for conflict in clusters.conflicts:
        against = "; ".join(str(row) for row in conflict.chain) or "what the statements themselves say"
        yield f"{conflict.row} contradicts {against}"


def _of_versions(
    rows: Sequence[Correspondence], maps: Sequence[ArgumentMap], ids: Sequence[str]
) -> Iterator[Correspondence]:
    """The rows; one on a map that is there in several versions once for each that has the statement unchanged."""

    def versions(ref: Ref) -> list[Ref]:
        same = [(id_, m.statements.get(ref.statement)) for id_, m in zip(ids, maps, strict=True) if m.id == ref.map]
        first = same[0][1] if same else None
        return [ref, *(Ref(id_, ref.statement) for id_, s in same[1:] if first and s and s.text == first.text)]

    for row in rows:
        for subject in versions(row.subject):
            for object_ in versions(row.object) if row.object else (None,):
                yield replace(row, subject=subject, object=object_)
