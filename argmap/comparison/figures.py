"""What a comparison measures, as values; the field names are those of the JSON contract."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.comparison.records import Unit


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure with the number of things it is made from; None where it is not defined, and `reason` says why."""

    value: float | None
    n: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A finding that a threshold changes: its category with all rows, and with those that are sure enough.

    A category is None where there is no such finding.
    """

    id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Threshold:
    """A comparison repeated with the rows of an alignment that are at least so sure."""

    min_confidence: float
    rows: int
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Robustness:
    """What rests on how sure the rows are: per figure of each pair of maps its least and greatest value."""

    thresholds: tuple[Threshold, ...]
    ranges: Mapping[str, Mapping[str, tuple[float, float] | None]]


@dataclass(frozen=True, slots=True)
class Metrics:
    """All figures of a comparison; they are never added up.

    Attributes:
        pairs: Figures of each two maps, ``a|b`` by their ids in the order given.
        all: Figures of all maps together.
        outlier: The map farthest from the others on average by `net`; None for two maps, or where several tie.
        robustness: None where no row of an alignment is in use.
        signs: What pairs are measured on: for each map by its id, +1, 0 or −1 for each proposition P, link ``F>G`` and
            role ``A=R`` it takes a position on (`Said.signs`); no part of the JSON contract.
    """

    pairs: Mapping[str, Mapping[str, Metric]]
    all: Mapping[str, Metric]
    outlier: str | None = None
    robustness: Robustness | None = None
    signs: Mapping[str, Mapping[tuple[Unit, str], int]] = field(default_factory=dict, compare=False)
