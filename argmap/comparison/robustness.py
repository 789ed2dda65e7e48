"""What of a comparison rests on how sure the rows of an alignment are."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.comparison.alignment.correspondences import Correspondence, in_force
from argmap.comparison.figures import Changed, Metric, Robustness, Threshold
from argmap.comparison.records import Finding

THRESHOLDS: Final = (1.0, 0.8, 0.5)

Pairs = Mapping[str, Mapping[str, Metric]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a comparison came to: the category of each finding by its id, and the figures of each two maps."""

    categories: Mapping[str, str]
    pairs: Pairs


def outcome(findings: Iterable[Finding], pairs: Pairs) -> Outcome:
    """The outcome of a comparison."""
    return Outcome({f.id: f.category for f in findings}, pairs)


def robustness(
    rows: Sequence[Correspondence],
    ids: Collection[str],
    base: Outcome,
    again: Callable[[tuple[Correspondence, ...]], Outcome],
) -> Robustness | None:
    """The comparison repeated with the surer rows; None where no row joins two of the maps.

    Args:
        rows: The rows the comparison rests on.
        ids: The ids of the maps.
        base: What it came to.
        again: Repeats it with fewer rows; it is asked once for each set of rows.

    Returns:
        For each threshold the findings it changes, and for each figure its least and greatest value over the
        comparison itself and all thresholds where it is defined; None where it nowhere is.
    """
    if not in_use(rows, ids):
        return None
    outcomes = {tuple(rows): base}
    thresholds = []
    for least in THRESHOLDS:
        surer = in_force(rows, least)
        if surer not in outcomes:
            outcomes[surer] = again(surer)
        changed = tuple(_changed(base.categories, outcomes[surer].categories))
        thresholds.append(Threshold(least, len(in_use(surer, ids)), changed))
    return Robustness(tuple(thresholds), _ranges([found.pairs for found in outcomes.values()]))


def in_use(rows: Iterable[Correspondence], ids: Collection[str]) -> tuple[Correspondence, ...]:
    """The rows that join statements of two compared maps; absences and what only informs are none."""
    return tuple(
        row
        for row in rows
        if row.accepted
        and row.predicate != "argmap:related"
        and row.subject.map in ids
        and row.object is not None
        and row.object.map in ids
    )


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Changed]:
    """Findings of another category, in the order of the comparison; then those there are only without the rows."""
    for id_ in dict.fromkeys((*before, *after)):
        if before.get(id_) != after.get(id_):
            yield Changed(id_, before.get(id_), after.get(id_))


def _ranges(outcomes: Sequence[Pairs]) -> Mapping[str, Mapping[str, tuple[float, float] | None]]:
    return {
        pair: {name: _range(found[pair][name].value for found in outcomes) for name in figures}
        for pair, figures in outcomes[0].items()
    }


def _range(values: Iterable[float | None]) -> tuple[float, float] | None:
    defined = [value for value in values if value is not None]
    return (min(defined), max(defined)) if defined else None
