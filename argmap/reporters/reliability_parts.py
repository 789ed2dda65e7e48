"""The agreement of coders in the parts a person reads: tables of figures, why some are missing, what to talk about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from argmap.comparison.reliability.figures import Figure, in_words
from argmap.comparison.reliability.interval import FEWEST
from argmap.comparison.reliability.matching import How
from argmap.comparison.reliability.of_statements import NO_NEGATIVES
from argmap.comparison.reliability.records import (
    Disagreement,
    Layer,
    LayerName,
    Matched,
    PairFigures,
    Reliability,
    Said,
)
from argmap.reporters.decimals import decimal
from argmap.typesetting import display_width

NAMES: Final[Mapping[LayerName, str]] = {
    "statements": "Statements found",
    "relations": "Relations",
    "linking": "Linked reasons",
    "schemes": "Schemes",
    "types": "Types",
    "certainty": "Certainty",
    "voice": "Voice",
    "codes": "Codes",
    "passages": "Paragraphs used",
    "stances": "Stances",
    "causes": "Causes",
    "main-causes": "Main causes",
    "roles": "Roles",
}

COLUMNS: Final = ("", "units", "agree", "α", "95 %", "κ", "F1")
NO_FIGURE: Final = "–"
_LONGEST: Final = 12  # columns of a label in a table of pairs
_EXTREMES: Final = 3  # layers named as highest and as lowest
_FEW: Final = 5  # with fewer units a layer is named among them only if all have fewer

LEGEND: Final = (
    ("units", "what two or more coders gave a value to"),
    ("agree", "the share of equal pairs of values; where most values are the same it is high by chance"),
    (
        "α",
        "Krippendorff's: 1 full agreement, 0 what chance gives, below 0 less than chance. A convention relies on 0.8"
        " and more, and takes 0.667 and more for tentative; with few units, or where little varies, α says little",
    ),
    ("95 %", f"about where α would lie in 95 of 100 such samples of units; from {FEWEST} independent units on"),
    ("κ", "Cohen's of two coders, Fleiss' of more: equal or not, nothing in between"),
    ("F1", "how much of what either found both found; for what nobody can count the negatives of"),
)

_HOW: Final[Mapping[How, str]] = {
    "alignment": "by a row of the alignment",
    "id": "by an equal id",
    "likeness": "by likeness, wholly or in part",
}

_TO_DECLARE: Final = (
    "Statements are declared to be one by an equal id in both maps, or by a row of a file that `argmap align suggest`"
    " and `argmap align review` write and --alignment FILE names."
)


@dataclass(frozen=True, slots=True)
class Part:
    """A table of layers under a heading.

    Attributes:
        title: The heading.
        remark: What its layers rest on.
        rows: A row per layer, cells as in `COLUMNS`; none where the remark says it all.
        reasons: Why figures are missing: whose, and why.
        pairs: The layers by every two coders, where there are three or more; the first row names the pairs.
    """

    title: str
    remark: str
    rows: tuple[tuple[str, ...], ...]
    reasons: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """The disagreements of one layer; `left` are those not written out."""

    title: str
    count: int
    disagreements: tuple[Disagreement, ...]
    left: int


def parts(r: Reliability) -> Iterator[Part]:
    """The tables, in reading order."""
    names = short_names(r)
    alone = " Nothing else is alike enough: this is the best matching too." if len(r.matched) == 1 else ""
    for matched in r.matched:
        if sum(matched.common.values()):
            yield _part(_title(matched), _rests_on(matched) + alone, matched.layers, names)
        else:  # a table would hold dashes only
            yield Part(_title(matched), f"{_rests_on(matched)}{alone} {_TO_DECLARE}", (), ())
    yield _part(
        "What needs no matching of statements", "Paragraphs of the article, and keys of the codebook.", r.keyed, names
    )


def summary(r: Reliability) -> tuple[tuple[str, str], ...]:
    """The figures to begin with, each after the words that lead it in: no verdict, and no sum of layers."""
    last = r.matched[-1]
    common = sum(last.common.values())
    found = f"{common} of {last.units} different statements by two or more coders (mean F1 {_mean_f1(last)}"
    if len(r.matched) > 1:
        found += f"; {_mean_f1(r.matched[0])} by declared correspondence alone"
    measured = sorted(
        (
            (layer.alpha.value, NAMES[layer.name], layer.alpha.n)
            for layer in _layers(r)
            if layer.alpha.value is not None
        ),
        key=lambda one: (one[0], one[1]),
    )
    # a figure from a unit or two is no news to begin with; the tables have it
    telling = [one for one in measured if one[2] >= _FEW] or measured
    among = f"; among layers of {_FEW} units or more" if len(telling) < len(measured) else ""
    # where the lowest is full agreement, none is low
    middle = (len(telling) + 1) // 2 if telling and telling[0][0] < 1 else 0
    lines = [("Found", f"{found})")]
    if middle:
        lines.append(("Lowest α", _listed(telling[: min(_EXTREMES, middle)]) + among))
    if len(telling) > middle:
        lines.append(("Highest α", _listed(telling[::-1][: min(_EXTREMES, len(telling) - middle)]) + among))
    talk = topics(r, 0)
    count = sum(topic.count for topic in talk)
    return (
        *lines,
        ("To talk about", f"{count} point{'s' * (count != 1)}" if count else "nothing: no unit is disputed"),
    )


def short_names(r: Reliability) -> dict[str, str]:
    """What tables of pairs call the coders: by their labels, or by their numbers if a label is long."""
    long = any(display_width(m.label) > _LONGEST for m in r.maps)
    return {m.label: str(i) if long else m.label for i, m in enumerate(r.maps, start=1)}


def topics(r: Reliability, most: int | None) -> tuple[Topic, ...]:
    """What coders disagree on, by layer, at most so many of each; of statements by the last matching."""
    return tuple(
        Topic(
            NAMES[layer.name],
            len(layer.disagreements),
            layer.disagreements[:most],
            len(layer.disagreements) - len(layer.disagreements[:most]),
        )
        for layer in _layers(r)
        if layer.disagreements
    )


def values(d: Disagreement) -> Iterator[tuple[str, str, str]]:
    """Each coder, what the coder gave, and the statements it rests on."""
    for coder, value in d.values.items():
        said = [s for s in d.said if s.coder == coder]
        yield coder, in_words(value) if value is not None else "gave none", _said(said)


def how(d: Disagreement) -> str:
    """What made the statements one, where that was a guess; else ""."""
    return f"taken for one by likeness, {number(d.score)}" if d.how == "likeness" and d.score is not None else ""


def number(value: float | None) -> str:
    """The figure; a dash for none."""
    return NO_FIGURE if value is None else decimal(value)


def _layers(r: Reliability) -> tuple[Layer, ...]:
    """The layers of statements by the last matching, which holds the declared one, and the others."""
    return (*r.matched[-1].layers, *r.keyed)


def _mean_f1(matched: Matched) -> str:
    return next((number(layer.f1.value) for layer in matched.layers if layer.f1), NO_FIGURE)


def _listed(measured: list[tuple[float, str, int]]) -> str:
    return ", ".join(f"{name} {number(value)} ({n} unit{'s' * (n != 1)})" for value, name, n in measured)


def _title(matched: Matched) -> str:
    return "By declared correspondence" if matched.kind == "declared" else "By the best matching"


def _rests_on(matched: Matched) -> str:
    by = ", ".join(f"{times} {_HOW[joined]}" for joined, times in matched.common.items())
    common = sum(matched.common.values())
    of = f"{matched.units} different statement{'s' * (matched.units != 1)}"
    return f"Of {of}, {common or 'none'} found by two or more coders{f': {by}' if by else ''}.{_shares(matched)}"


def _shares(matched: Matched) -> str:
    """Of two coders, how much of what each found the other found too: recall and precision in words."""
    pairs = next(layer.pairs for layer in matched.layers if layer.f1)
    if len(pairs) != 1:
        return ""
    [((first, second), found)] = pairs.items()
    both = found.overlap
    if both is None or both.recall.value is None or both.precision.value is None:
        return ""
    common = round(both.recall.value * both.recall.n)
    return (
        f" {second} has {common} of {first}'s {both.recall.n} (recall {number(both.recall.value)}),"
        f" {first} {common} of {second}'s {both.precision.n} (precision {number(both.precision.value)})."
    )


def _part(title: str, remark: str, layers: tuple[Layer, ...], names: Mapping[str, str]) -> Part:
    return Part(title, remark, tuple(map(_row, layers)), tuple(_reasons(layers)), tuple(_pairs(layers, names)))


def _row(layer: Layer) -> tuple[str, ...]:
    low, high = layer.interval.low, layer.interval.high
    return (
        NAMES[layer.name],
        str(layer.alpha.n) if layer.alpha.n else NO_FIGURE,
        number(layer.agreement.value),
        number(layer.alpha.value),
        f"{number(low)} to {number(high)}" if low is not None else NO_FIGURE,
        number(layer.kappa.value),
        number(layer.f1.value) if layer.f1 else "",
    )


def _reasons(layers: tuple[Layer, ...]) -> Iterator[tuple[str, str]]:
    """Why figures are missing, each reason once, after those it is the reason of.

    What holds of every result, the legend says: that F1 stands in for alpha, and when there is an interval.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for layer in layers:
        named: list[tuple[str, Figure | None]] = [("α", layer.alpha), ("κ", layer.kappa), ("F1", layer.f1)]
        for name, figure in named:
            if figure is not None and figure.value is None and figure.reason != NO_NEGATIVES:
                found.setdefault(figure.reason, {}).setdefault(NAMES[layer.name], []).append(name)
    for reason, whose in found.items():
        yield ", ".join(f"{layer} {' '.join(names)}" for layer, names in whose.items()), reason


def _pairs(layers: tuple[Layer, ...], names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    every = list(dict.fromkeys(pair for layer in layers for pair in layer.pairs))
    if len(every) < 2:
        return
    yield ("", *(f"{names[a]} – {names[b]}" for a, b in every))
    for layer in layers:
        shown = {pair: _telling(layer, found) for pair, found in layer.pairs.items()}
        if any(figure.value is not None for figure in shown.values()):
            cells = (number(shown[pair].value) if pair in shown else NO_FIGURE for pair in every)
            yield (f"{NAMES[layer.name]} ({'F1' if layer.name == 'statements' else 'α'})", *cells)


def _telling(layer: Layer, found: PairFigures) -> Figure:
    """The figure that stands for a pair: alpha, or F1 in the layer that has no other."""
    return found.overlap.f1 if layer.name == "statements" and found.overlap else found.alpha


def _said(said: list[Said]) -> str:
    if len(said) == 1:
        s = said[0]
        parts = (f"{s.id}:", s.text, f"“{s.quote}”" if s.quote else "", ", ".join(s.at))
        return " ".join(part for part in parts if part)
    return "; ".join(" ".join((s.id, *s.at)) for s in said)
