"""All figures of a set of maps, read once."""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Final

from argmap.comparison.figures import Metric, Metrics
from argmap.comparison.keys import Vocabulary
from argmap.comparison.metrics import agreement, among, content, structure
from argmap.comparison.metrics.said import Said
from argmap.comparison.positions import Coding

PAIRS: Final[Mapping[str, Callable[[Said, Said], Metric]]] = {
    "coverage": agreement.coverage,
    "congruence": agreement.congruence,
    "net": agreement.net,
    "dna-subtract": agreement.dna_subtract,
    "nea": agreement.nea,
    "map-precision": structure.map_precision,
    "map-recall": structure.map_recall,
    "map-f1": structure.map_f1,
    "shared-reasons": content.shared_reasons,
    "causal-overlap": content.causal_overlap,
    "main-overlap": content.main_overlap,
    "role-similarity": content.role_similarity,
    "emphasis-distance": structure.emphasis_distance,
    "source-overlap": content.source_overlap,
    "same-use": content.same_use,
}
"""The figures of two maps, in the order they are shown."""

ALL: Final[Mapping[str, Callable[[Sequence[Said]], Metric]]] = {"polarisation": among.polarisation}
"""The figures of all maps together."""


def measure(codings: Sequence[Coding], words: Vocabulary) -> Metrics:
    """The figures of each two maps and of all; `robustness` stays None, as it takes other readings of the maps."""
    maps = [Said(coding, words.incompatible[coding.index]) for coding in codings]
    return Metrics(
        pairs={
            f"{a.id}|{b.id}": {name: figure(a, b) for name, figure in PAIRS.items()} for a, b in combinations(maps, 2)
        },
        all={name: figure(maps) for name, figure in ALL.items()},
        outlier=among.outlier(maps),
        signs={said.id: said.signs for said in maps},
    )
