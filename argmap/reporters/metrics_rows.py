"""The figures of a comparison as rows for a person: each with what it says, what it is made from, or why it is not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from argmap.comparison.figures import Metric, Robustness
from argmap.comparison.records import Comparison
from argmap.reporters.decimals import decimal

NEVER_ONE: Final = (
    "Each stands by itself: they measure unlike things and are never added up. Read the findings first; a figure says"
    " how much, never what or why. Made from fewer than 5 things it is marked (few): one more would change it much."
    " Over pairs of maps it is said for how many of them this holds."
)
NO_VALUE: Final = "—"
FEW: Final = 5
"""A figure made from fewer things than this is marked."""

MEANINGS: Final[Mapping[str, tuple[str, str]]] = {
    "coverage": ("of all points either map speaks of, the part that both speak of", "point"),
    "congruence": ("how near the positions on shared points are; 1 all the same, 0 all opposite", "shared point"),
    "net": ("agreement less conflict on shared points; 1 all the same, −1 all opposite", "shared point"),
    "dna-subtract": (
        "agreement less conflict against all the maps say, as discourse network analysis (DNA) subtracts; −1 to 1",
        "point",
    ),
    "nea": (
        "normalised edit agreement: of all points, the part on which both say the same; silence counts against it",
        "point",
    ),
    "map-precision": ("of what the first map says and how it hangs together, the part the second has too", "part"),
    "map-recall": ("of the second map, the part the first has too", "part"),
    "map-f1": ("the two before in one, in either direction", "part"),
    "shared-reasons": ("where both agree and argue, how far for the same reasons", "proposition"),
    "causal-overlap": ("of all links of cause and effect, the part both draw alike", "link"),
    "main-overlap": ("of the main causes of what both explain, the part both put first", "link"),
    "role-similarity": ("how alike the parts are that both give the same actors", "actor"),
    "emphasis-distance": ("how differently the maps weigh what they speak of; 0 alike, 1 nothing in common", "unit"),
    "source-overlap": ("of all sources cited, the part both cite", "source"),
    "same-use": ("how far shared sources serve the same points", "source"),
    "polarisation": ("how evenly the maps divide into for and against; 1 half and half on everything", "proposition"),
}
"""For each figure what it says, and what its n counts."""

_IN_FULL: Final[Mapping[str, str]] = {
    "nea": "normalised edit agreement",
    "dna-subtract": "congruence less conflict, as discourse network analysis has it",
    "map-f1": "the harmonic mean of map-precision and map-recall",
}
"""What names stand for that do not say it themselves; told where there is no value, and so no meaning beside it."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure. `value` is `NO_VALUE` and `n` empty where it is undefined: `says` is the reason then."""

    name: str
    value: str
    n: str
    says: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Rows under a heading; `remark` stands below them."""

    title: str
    rows: tuple[FigureRow, ...]
    remark: str = ""


def metrics_rows(c: Comparison) -> tuple[Figures, ...]:
    """The figures in parts: of the two maps, or from the least to the greatest over all pairs; then how firm they are.

    None, where the comparison was made without figures.
    """
    return tuple(_parts(c)) if c.metrics else ()


def _parts(c: Comparison) -> Iterator[Figures]:
    assert c.metrics
    pairs = {_title(a.name, b.name): c.metrics.pairs[f"{a.id}|{b.id}"] for a, b in combinations(c.maps, 2)}
    if len(pairs) == 1:
        for title, figures in pairs.items():
            yield Figures(title, tuple(row(name, m) for name, m in figures.items()))
    else:
        names = dict.fromkeys(name for figures in pairs.values() for name in figures)
        rows = (_spread(name, {pair: figures[name] for pair, figures in pairs.items()}) for name in names)
        yield Figures(f"All {len(pairs)} pairs of maps, least to greatest", tuple(rows))
    outlier = next((m.name for m in c.maps if m.id == c.metrics.outlier), None)
    remark = f"Farthest from the others on average, by net: {outlier}." if outlier else ""
    yield Figures("All maps together", tuple(row(name, m) for name, m in c.metrics.all.items()), remark)
    if c.metrics.robustness:
        yield _firm(
            c.metrics.robustness, {f"{a.id}|{b.id}": _title(a.name, b.name) for a, b in combinations(c.maps, 2)}
        )


def row(name: str, m: Metric) -> FigureRow:
    """One figure of one pair, or of all maps; a warning where it is made from few things."""
    if m.value is None:
        return FigureRow(name, NO_VALUE, "", _undefined(name, m.reason))
    says, counts = MEANINGS[name]
    return FigureRow(name, decimal(m.value), _count(m.n, counts) + (" (few)" if m.n < FEW else ""), says)


def _spread(name: str, figures: Mapping[str, Metric]) -> FigureRow:
    """One figure over many pairs: its ends, and the pairs they belong to."""
    values = {pair: m.value for pair, m in figures.items() if m.value is not None}
    if not values:
        return FigureRow(name, NO_VALUE, "", _undefined(name, _reasons(figures)))
    low, high = min(values, key=values.__getitem__), max(values, key=values.__getitem__)
    few = sum(figures[pair].n < FEW for pair in values)
    n = _count(len(values), "pair") + (f" ({few} few)" if few else "")
    if values[low] == values[high]:
        return FigureRow(name, decimal(values[low]), n, MEANINGS[name][0])
    ends = f"{decimal(values[low])} to {decimal(values[high])}"
    return FigureRow(name, ends, n, f"{MEANINGS[name][0]}; least {low}, greatest {high}")


def _undefined(name: str, reason: str) -> str:
    return f"{_IN_FULL[name]}: {reason}" if name in _IN_FULL else reason


def _reasons(figures: Mapping[str, Metric]) -> str:
    first, *others = dict.fromkeys(m.reason for m in figures.values())
    return f"{first}; the like holds of the other pairs" if others else first


def _firm(r: Robustness, titles: Mapping[str, str]) -> Figures:
    """What the comparison comes to with the surer rows alone."""
    rows = [
        FigureRow(
            f"confidence {decimal(t.min_confidence)} and more",
            _count(len(t.changed), "finding") + " changed" if t.changed else "nothing changed",
            _count(t.rows, "row"),
            "; ".join(f"{f.id}: {f.before or 'none'} → {f.after or 'none'}" for f in t.changed),
        )
        for t in r.thresholds
    ]
    for pair, figures in r.ranges.items():
        of = f" ({titles[pair]})" if len(r.ranges) > 1 else ""
        rows += [
            FigureRow(f"{name}{of}", f"{decimal(ends[0])} to {decimal(ends[1])}", "", "")
            for name, ends in figures.items()
            if ends and ends[0] != ends[1]
        ]
    return Figures("With the surer rows of the alignment alone", tuple(rows), "Figures not named here do not change.")


def _title(a: str, b: str) -> str:
    return f"{a} – {b}"


def _count(n: int, thing: str) -> str:
    return f"{n} {thing}{'s' * (n != 1)}"
