"""A comparison for Discourse Network Analyzer (Leifeld): its statements, and its networks as matrices."""

from collections.abc import Iterator

from argmap.comparison.records import Comparison
from argmap.reporters.dna_networks import Network, ties
from argmap.reporters.dna_positions import concepts, signs
from argmap.reporters.spreadsheet import Cell, table


def dna_csv(c: Comparison) -> str:
    """The positions as CSV, ``document, organization, concept, agreement``: one row for each that a map commits to.

    `agreement` is DNA's own, 1 or 0; what a map leaves open has no row, as DNA's yes or no has no middle.
    """
    return table([("document", "organization", "concept", "agreement"), *_statements(c)])


def _statements(c: Comparison) -> Iterator[tuple[Cell, ...]]:
    words, held = concepts(c), signs(c)
    for m in c.maps:
        yield from ((m.id, m.name, words[item], int(sign > 0)) for item, sign in held[m.id].items() if sign)


def dna_matrix(c: Comparison, network: Network) -> str:
    """A network as CSV: a row and a column for each map, by name; empty where neither of two maps says anything.

    As in DNA the diagonal is 0.
    """
    values = {(tie.a, tie.b): tie.weight(network) for tie in ties(c)}

    def cell(a: str, b: str) -> float | None:
        return 0.0 if a == b else values[a, b] if (a, b) in values else values[b, a]

    rows = ((m.name, *(cell(m.id, other.id) for other in c.maps)) for m in c.maps)
    return table([("", *(m.name for m in c.maps)), *rows])
