"""Agreement on relations: what stands under what and how, which premises work together, and by which scheme."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from argmap.comparison.reliability.coders import Coder
from argmap.comparison.reliability.f1 import overlap
from argmap.comparison.reliability.figures import Row
from argmap.comparison.reliability.making import Draft
from argmap.comparison.reliability.matching import Matching, Unit
from argmap.comparison.reliability.of_statements import in_reading_order, said, text_of, unit_id
from argmap.comparison.reliability.records import Disagreement
from argmap.graph import edges

NONE = "none"
RELATIONS = ("because", "but", "unless", "if")


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What one coder drew between units, which are named by their places in the list.

    Attributes:
        relations: By upper and lower unit, the relations in the order of `RELATIONS`, joined by ``+``.
        linked: By upper unit and two premises of it, whether some reason holds both.
        schemes: By upper unit and premise, the schemes of the reasons that hold it.
        edges: How many edges the map has.
    """

    relations: Mapping[tuple[int, int], str]
    linked: Mapping[tuple[int, int, int], str]
    schemes: Mapping[tuple[int, int], str]
    edges: frozenset[tuple[int, int, str]]


def relation_drafts(people: Sequence[Coder], matching: Matching) -> Iterator[Draft]:
    """The layers on relations."""
    units = in_reading_order(people, matching)
    drawn = [_drawn(coder, i, units) for i, coder in enumerate(people)]
    yield _relations(people, units, drawn)
    yield _linking(people, units, drawn)
    if any(_has_scheme(coder) for coder in people):
        yield _schemes(people, units, drawn)


def _drawn(coder: Coder, index: int, units: Sequence[Unit]) -> _Drawn:
    at = {unit.members[index]: n for n, unit in enumerate(units) if unit.members[index] is not None}
    named: dict[tuple[int, int], set[str]] = defaultdict(set)
    for edge in edges(coder.map):
        if edge.lower in at:
            named[at[edge.upper], at[edge.lower]].add(edge.relation)
    linked: dict[tuple[int, int, int], str] = {}
    schemes: dict[tuple[int, int], set[str]] = defaultdict(set)
    for key, s in coder.map.statements.items():
        reasons = [(sorted({at[p] for p in reason.premises if p in at}), reason.scheme) for reason in s.because]
        for premises, scheme in reasons:
            for premise in premises:
                schemes[at[key], premise].add(" ".join((scheme or NONE).casefold().split()))
        for a, b in combinations(sorted({p for premises, _ in reasons for p in premises}), 2):
            together = any(a in premises and b in premises for premises, _ in reasons)
            linked[at[key], a, b] = "linked" if together else "separate"
    return _Drawn(
        {pair: "+".join(r for r in RELATIONS if r in found) for pair, found in named.items()},
        linked,
        {pair: " + ".join(sorted(found)) for pair, found in schemes.items()},
        frozenset((upper, lower, r) for (upper, lower), found in named.items() for r in found),
    )


def _relations(people: Sequence[Coder], units: Sequence[Unit], drawn: Sequence[_Drawn]) -> Draft:
    """Every ordered pair of statements that two coders both found: how the second stands under the first, or not.

    The pairs nobody drew are counted and never listed: two maps of a thousand statements have a million.
    """
    rows = _undrawn(units, len(people))
    differing: list[Disagreement] = []
    for upper, lower in sorted({pair for d in drawn for pair in d.relations}):
        both = _both(units, upper, lower)
        if len(both) < 2:
            continue
        row: Row = tuple(d.relations.get((upper, lower), NONE) if i in both else None for i, d in enumerate(drawn))
        rows[row] += 1
        rows[tuple(NONE if i in both else None for i in range(len(people)))] -= 1
        if len({v for v in row if v is not None}) > 1:
            differing.append(_differing(people, units, (upper, lower), row))
    counts = [len(d.edges) for d in drawn]
    return Draft(
        "relations",
        "pair of common statements",
        rows,
        "no two statements were found by the same two coders",
        disagreements=tuple(differing),
        independent=False,
        overlaps={
            (i, j): overlap(
                sum(_common(units, edge, i, j) for edge in drawn[i].edges & drawn[j].edges),
                counts[i],
                counts[j],
                of="relations",
            )
            for i, j in combinations(range(len(people)), 2)
        },
    )


def _common(units: Sequence[Unit], edge: tuple[int, int, str], i: int, j: int) -> bool:
    return {i, j} <= _both(units, edge[0], edge[1])


def _undrawn(units: Sequence[Unit], coders: int) -> Counter[Row]:
    """All ordered pairs of units as if nobody had drawn anything, by who found both."""
    classes = Counter(frozenset(unit.finders) for unit in units)
    rows: Counter[Row] = Counter()
    for one, other in (*permutations(classes, 2), *((c, c) for c in classes)):
        both = one & other
        if len(both) > 1:
            pairs = classes[one] * (classes[other] - (one == other))
            rows[tuple(NONE if i in both else None for i in range(coders))] += pairs
    return rows


def _linking(people: Sequence[Coder], units: Sequence[Unit], drawn: Sequence[_Drawn]) -> Draft:
    rows: Counter[Row] = Counter()
    differing: list[Disagreement] = []
    for key in sorted({key for d in drawn for key in d.linked}):
        row: Row = tuple(d.linked.get(key) for d in drawn)
        rows[row] += 1
        if len({v for v in row if v is not None}) > 1:
            differing.append(_differing(people, units, key, row))
    return Draft(
        "linking",
        "two reasons for one statement",
        rows,
        "no two coders gave the same two reasons for one statement",
        disagreements=tuple(differing),
        independent=False,
    )


def _schemes(people: Sequence[Coder], units: Sequence[Unit], drawn: Sequence[_Drawn]) -> Draft:
    takes_part = [_has_scheme(coder) for coder in people]
    rows: Counter[Row] = Counter()
    differing: list[Disagreement] = []
    for key in sorted({key for d in drawn for key in d.schemes}):
        row: Row = tuple(d.schemes.get(key) if takes_part[i] else None for i, d in enumerate(drawn))
        rows[row] += 1
        if len({v for v in row if v is not None}) > 1:
            differing.append(_differing(people, units, key, row))
    return Draft(
        "schemes",
        "common reason",
        rows,
        "no reason was given by two coders",
        disagreements=tuple(differing),
        takes_part=takes_part,
        missing="named a scheme",
        independent=False,
    )


def _has_scheme(coder: Coder) -> bool:
    return any(reason.scheme for s in coder.map.statements.values() for reason in s.because)


def _both(units: Sequence[Unit], upper: int, lower: int) -> set[int]:
    """The coders who found both."""
    return set(units[upper].finders) & set(units[lower].finders)


def _differing(people: Sequence[Coder], units: Sequence[Unit], key: Sequence[int], row: Row) -> Disagreement:
    """A disagreement on what stands under the first unit of `key`."""
    upper, *lower = (units[n] for n in key)
    under = " and ".join(f"“{text_of(people, unit)}”" for unit in lower)
    return Disagreement(
        f"{unit_id(people, upper)} <- {' + '.join(unit_id(people, unit) for unit in lower)}",
        f"{under} under “{text_of(people, upper)}”",
        {coder.label: value for coder, value in zip(people, row, strict=True)},
        tuple(s for unit in (upper, *lower) for s in said(people, unit)),
    )
