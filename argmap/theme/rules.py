"""What must hold of the colours of a theme, so that everybody can read a drawing and tell its marks apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

from argmap.theme import ACCENTS, TOKENS
from argmap.theme.sight import VISIONS, Vision, contrast, distance, is_grey

Use = Literal["text", "line"]

CONTRAST: Final[Mapping[Use, float]] = {"text": 4.5, "line": 3.0}
"""WCAG 2.1, 1.4.3 for text and 1.4.11 for lines, borders and marks."""

APART: Final = 10.0
"""CIEDE2000. Two colours that are 2 apart differ side by side; over a page, and in a legend, it takes more."""

FAMILIES: Final = (("support.line", "attack.line", "undercut.line"), ("author_a.line", "author_b.line", "differ"))
"""Colours with different meanings that stand in one drawing."""

_BARS: Final = ("support", "attack", "undercut")


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour that lies on another, as text or as a line."""

    fore: str
    back: str
    use: Use


def pairs(colours: Mapping[str, str]) -> Iterator[Pair]:
    """What lies on what in drawings, by token."""
    grounds = ("ground", "box", "foot", "differ_tint", *(f"{accent}.tint" for accent in ACCENTS))
    for ground in grounds:
        yield Pair("ink", ground, "text")
        yield Pair("muted", ground, "text")
    yield Pair("thesis_text", "thesis", "text")
    yield Pair("thesis", "ground", "line")
    for accent in ACCENTS:
        yield Pair(f"{accent}.text", f"{accent}.bar", "text")
        for ground in ("ground", "box", "foot", f"{accent}.tint"):
            yield Pair(f"{accent}.line", ground, "line")
    yield Pair("author_a.line", "ground", "text")  # what only one of them says, in pictures of both
    yield Pair("author_b.line", "ground", "text")
    yield Pair("differ", "ground", "text")
    yield Pair("differ", "differ_tint", "text")
    yield Pair("silent", "ground", "text")
    sides = ("author_a.tint", "author_b.tint")
    for ground in ("box", "foot", *sides):
        yield Pair("silent", ground, "line")
    for ground in sides:  # the frames of roles, in the cell of an author
        yield Pair("support.line", ground, "line")
        yield Pair("attack.line", ground, "line")
    yield Pair("rule", "box", "line")
    if colours["foot_rule"]:
        yield Pair("foot_rule", "foot", "line")
    if colours["bar_border"]:
        yield Pair("bar_border", "ground", "line")


@dataclass(frozen=True, slots=True)
class Faint:
    """Too little contrast."""

    pair: Pair
    measured: float

    @property
    def needed(self) -> float:
        """The least contrast of such a pair."""
        return CONTRAST[self.pair.use]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two colours that mean different things and are hardly told apart; `by` is the kind of eyes it is worst for."""

    one: str
    other: str
    by: Vision
    measured: float


@dataclass(frozen=True, slots=True)
class Coloured:
    """A colour with a hue, in a theme for black and white."""

    token: str


@dataclass(frozen=True, slots=True)
class SameBars:
    """Two bars that look the same, in a theme for black and white."""

    one: str
    other: str


Fault = Faint | Alike | Coloured | SameBars


def faults(colours: Mapping[str, str], *, greys: bool) -> Iterator[Fault]:
    """Everything that is wrong with the colours of a theme, by token.

    Args:
        colours: All of them, as `colours_of` gives them.
        greys: Whether it is for black and white: then it has no hues, and bars differ in lightness instead.
    """
    yield from faint(colours)
    if not greys:
        yield from alike(colours)
        return
    yield from (Coloured(t) for t in TOKENS if not is_grey(colours[t]))
    looks = {bar: (colours[f"{bar}.bar"], colours[f"{bar}.text"]) for bar in _BARS}
    yield from (SameBars(one, other) for one, other in combinations(_BARS, 2) if looks[one] == looks[other])


def faint(colours: Mapping[str, str]) -> Iterator[Faint]:
    """What cannot be read, or seen, on what lies under it."""
    for pair in pairs(colours):
        measured = contrast(colours[pair.fore], colours[pair.back])
        if measured < CONTRAST[pair.use]:
            yield Faint(pair, measured)


def alike(colours: Mapping[str, str]) -> Iterator[Alike]:
    """Colours of different meanings that some eyes hardly tell apart."""
    for family in FAMILIES:
        for one, other in combinations(family, 2):
            measured, by = min((distance(colours[one], colours[other], by), by) for by in VISIONS)
            if measured < APART:
                yield Alike(one, other, by, measured)
