"""The result of `argmap reliability` as values; docs/schema/reliability.schema.json is their JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from argmap.comparison.reliability.f1 import Overlap
from argmap.comparison.reliability.figures import Figure, Value
from argmap.comparison.reliability.interval import Interval
from argmap.comparison.reliability.matching import How, Kind

LayerName = Literal[
    "statements",
    "relations",
    "linking",
    "schemes",
    "types",
    "certainty",
    "voice",
    "codes",
    "stances",
    "causes",
    "main-causes",
    "roles",
    "passages",
]
Level = Literal["nominal", "ordinal", "masi"]

Pair = tuple[str, str]
"""The labels of two coders, in the order of the maps."""


@dataclass(frozen=True, slots=True)
class CodedMap:
    """One coder's map. `coded` counts the statements with `says`."""

    label: str
    file: str | None
    statements: int
    coded: int


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as one coder wrote it."""

    coder: str
    id: str
    text: str
    quote: str | None = None
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A unit on which coders differ.

    Attributes:
        unit: What tells it from the others of its layer.
        about: What it is about, in words.
        values: What each coder gave; None from one who gave nothing, and so takes no part in it.
        said: The statements it rests on.
        how: What made statements of several coders one unit; None where nothing had to.
        score: How alike they are, where likeness did.
    """

    unit: str
    about: str
    values: Mapping[str, Value | None]
    said: tuple[Said, ...] = ()
    how: How | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class PairFigures:
    """The figures of two of the coders; `overlap` for the layers that have one, its reference is the first."""

    alpha: Figure
    kappa: Figure
    agreement: Figure
    overlap: Overlap | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """Agreement on one thing.

    Attributes:
        unit: What is counted, in words.
        level: What alpha takes for near: only equals, neighbours in an order, or overlapping sets.
        coders: Who takes part; the others gave nothing of the kind at all.
        kappa: Cohen's for two coders that take part, Fleiss' for more.
        agreement: The share of equal pairs of values.
        f1: The mean over pairs of coders, for the layers whose negatives nobody can count; else None.
        pairs: The same for every two coders.
    """

    name: LayerName
    unit: str
    level: Level
    coders: tuple[str, ...]
    alpha: Figure
    interval: Interval
    kappa: Figure
    agreement: Figure
    f1: Figure | None
    pairs: Mapping[Pair, PairFigures]
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """The layers that rest on taking statements of several coders for one, under one way of doing so.

    Attributes:
        kind: Declared by people, or the best there is.
        units: How many different statements the coders found together.
        common: How many of them two or more found, by what joined them.
    """

    kind: Kind
    units: int
    common: Mapping[How, int]
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What the reader should know; `code` is that of a page of ``argmap explain``, or "" where there is none."""

    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Reliability:
    """The agreement of several coders of one article, layer by layer; there is no total.

    Attributes:
        title: The article's title, if a map has it.
        matched: The layers of statements, declared first; one alone where the two are the same.
        keyed: The layers of the codebook's keys and of the article's paragraphs: they need no matching.
    """

    title: str | None
    maps: tuple[CodedMap, ...]
    matched: tuple[Matched, ...]
    keyed: tuple[Layer, ...]
    remarks: tuple[Remark, ...] = field(default=())

    def __repr__(self) -> str:
        coders = tuple(m.label for m in self.maps)
        return f"Reliability(title={self.title!r}, coders={coders!r}, remarks={len(self.remarks)})"
