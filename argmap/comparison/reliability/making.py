"""From the values coders gave to a layer: all figures, for all of them and for every two."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from argmap.comparison.reliability import f1, kappa
from argmap.comparison.reliability.alpha import alpha
from argmap.comparison.reliability.differences import Masi, Measured, Nominal, ordinal
from argmap.comparison.reliability.f1 import Overlap
from argmap.comparison.reliability.figures import Figure, Row, Rows
from argmap.comparison.reliability.interval import Interval, interval
from argmap.comparison.reliability.records import Disagreement, Layer, LayerName, Level, Pair, PairFigures
from argmap.model import CERTAINTIES

MEASURED: Mapping[Level, Measured] = {"nominal": Nominal, "ordinal": ordinal(CERTAINTIES), "masi": Masi}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a layer is made from.

    Attributes:
        rows: The values, with a column for every coder.
        nothing: Why there is no figure where no unit has two values.
        takes_part: By coder, whether the kind of thing occurs in the map at all; empty if everybody takes part.
        missing: What a coder lacks who takes no part, for the reason.
        independent: Whether units are independent of each other; else there is no interval.
        overlaps: What every two coders found in common, by their places; for layers whose negatives nobody can count.
        uncorrected: Why there is no figure but the overlap; "" if there is.
    """

    name: LayerName
    unit: str
    rows: Rows
    nothing: str
    level: Level = "nominal"
    disagreements: tuple[Disagreement, ...] = ()
    takes_part: Sequence[bool] = ()
    missing: str = ""
    independent: bool = True
    overlaps: Mapping[tuple[int, int], Overlap] = field(default_factory=dict)
    uncorrected: str = ""


def made(draft: Draft, labels: Sequence[str]) -> Layer:
    """The layer."""
    partakers = [i for i in range(len(labels)) if not draft.takes_part or draft.takes_part[i]]
    nothing = draft.nothing if len(partakers) > 1 else _too_few(draft, [labels[i] for i in partakers])
    figures = _figures(draft, partakers, nothing)
    pairs = {
        (labels[i], labels[j]): _figures(draft, [i, j], nothing, draft.overlaps.get((i, j)))
        for i, j in combinations(range(len(labels)), 2)
        if {i, j} <= set(partakers)
    }
    return Layer(
        draft.name,
        draft.unit,
        draft.level,
        tuple(labels[i] for i in partakers),
        figures.alpha,
        _interval(draft, partakers),
        figures.kappa,
        figures.agreement,
        _mean(pairs, nothing) if draft.overlaps else None,
        pairs,
        draft.disagreements if len(partakers) > 1 else (),
    )


def _figures(draft: Draft, who: Sequence[int], nothing: str, overlap: Overlap | None = None) -> PairFigures:
    if draft.uncorrected:
        none = Figure(None, 0, draft.uncorrected)
        return PairFigures(none, none, none, overlap)
    rows = _of(draft.rows, who)
    corrected = (kappa.cohen if len(who) == 2 else kappa.fleiss)(rows, nothing=nothing)
    if corrected.value is None and not corrected.n and alpha(rows).n:
        corrected = Figure(None, 0, "no unit has a value of every coder")
    return PairFigures(
        alpha(rows, MEASURED[draft.level], nothing=nothing),
        corrected,
        kappa.agreement(rows, nothing=nothing),
        overlap,
    )


def _of(rows: Rows, who: Sequence[int]) -> Counter[Row]:
    """The rows with the columns of these coders only."""
    found: Counter[Row] = Counter()
    for row, times in rows.items():
        found[tuple(row[i] for i in who)] += times
    return found


def _interval(draft: Draft, who: Sequence[int]) -> Interval:
    if draft.uncorrected:
        return Interval(None, None, draft.uncorrected)
    if not draft.independent:
        return Interval(None, None, "the units share statements, so they are not independent of each other")
    return interval(_of(draft.rows, who), MEASURED[draft.level])


def _mean(pairs: Mapping[Pair, PairFigures], nothing: str) -> Figure:
    return f1.mean([found.overlap.f1 for found in pairs.values() if found.overlap], nothing=nothing)


def _too_few(draft: Draft, partakers: Sequence[str]) -> str:
    return f"{'only ' + partakers[0] if partakers else 'no coder'} {draft.missing}"
