"""Congruence, conflict and subtract networks of maps, as Discourse Network Analyzer makes them of organisations."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal, assert_never

from argmap.comparison.records import Comparison
from argmap.reporters.dna_positions import Signs, signs

Network = Literal["congruence", "conflict", "subtract"]
NETWORKS: Final[tuple[Network, ...]] = ("congruence", "conflict", "subtract")


@dataclass(frozen=True, slots=True)
class Tie:
    """Two maps by their ids.

    Attributes:
        said: How many positions they take, those of both added up.
        shared: On how many items both take one.
        apart: The sum over these of |v_A − v_B|, 0, 1 or 2 each.
    """

    a: str
    b: str
    said: int
    shared: int
    apart: int

    def weight(self, network: Network) -> float | None:
        """The tie with average activity normalisation; None where neither map takes a position.

        Over the shared items, congruence is the sum of 1 − ½·|v_A − v_B|, conflict of ½·|v_A − v_B|, subtract the
        first less the second; each is divided by the mean of how many positions the two maps take.

        Source: leifeld/dna, Exporter.computeOneModeMatrix (2025), read, with an integer qualifier from −1 to 1 and one
        statement for each map and item. There a tie is 0 where the divisor is.
        """
        if not self.said:
            return None
        match network:
            case "congruence":
                return (2 * self.shared - self.apart) / self.said
            case "conflict":
                return self.apart / self.said
            case "subtract":
                return 2 * (self.shared - self.apart) / self.said
            case _:
                assert_never(network)


def ties(c: Comparison) -> Iterator[Tie]:
    """Each two maps, in their order."""
    held = signs(c)
    for a, b in combinations(c.maps, 2):
        yield _tie(a.id, b.id, held[a.id], held[b.id])


def _tie(a: str, b: str, left: Signs, right: Signs) -> Tie:
    apart = [abs(sign - right[item]) for item, sign in left.items() if item in right]
    return Tie(a, b, len(left) + len(right), len(apart), sum(apart))
