"""The colours of drawings, and the fonts, as data: a table for each theme beside this module.

What must hold of them (contrast, distances for colour-blind eyes, greys in print) stands in `rules`, for the themes
that come with argmap and for those of users alike.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, Literal

ThemeName = Literal["light", "dark", "print"]

THEME_NAMES: Final[tuple[ThemeName, ...]] = ("light", "dark", "print")

FONTS: Final = "Arial,Liberation Sans,Helvetica,DejaVu Sans,Noto Sans CJK JP,sans-serif"
"""Liberation has Arial's widths; DejaVu, all that a fresh Debian has, is about 12 % wider."""


@dataclass(frozen=True, slots=True)
class Accent:
    """One colour with a meaning.

    Attributes:
        line: Lines, borders and symbols, on the ground, on boxes and on `tint`.
        bar: Fill of a bar or head that carries a word.
        text: The word on `bar`.
        tint: A pale fill under ink; never under coloured text.
    """

    line: str
    bar: str
    text: str
    tint: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of a drawing, ``#RRGGBB``.

    Attributes:
        ground: The page.
        box: Fill of a box.
        ink: Text and borders of boxes.
        muted: Small print: short ids, quotations, sources.
        rule: Ruled lines to write on; graphic only.
        foot: Fill under evidence.
        foot_rule: Border over the foot, where no fill sets it off; "" for none.
        bar_border: Border of bars, where lines are black; "" for none.
        author_a: The author on the left; author colours never mean a relation.
        differ: Where maps diverge or conflict.
        silent: Where one map has nothing.
    """

    name: str
    ground: str
    box: str
    ink: str
    muted: str
    rule: str
    foot: str
    foot_rule: str
    bar_border: str
    thesis: str
    thesis_text: str
    differ: str
    differ_tint: str
    silent: str
    support: Accent
    attack: Accent
    undercut: Accent
    author_a: Accent
    author_b: Accent


ACCENTS: Final = ("support", "attack", "undercut", "author_a", "author_b")
SHADES: Final = tuple(field.name for field in fields(Accent))
TOKENS: Final = tuple(
    token
    for field in fields(Theme)
    for token in ([f"{field.name}.{shade}" for shade in SHADES] if field.name in ACCENTS else [field.name])
    if token != "name"
)
"""Every colour of a theme by its name in a theme file, such as ``ink`` or ``support.line``."""

OPTIONAL: Final = frozenset({"foot_rule", "bar_border"})
"""Those that may be "", for none."""


def colours_of(theme: Theme) -> dict[str, str]:
    """The colours of a theme by their tokens."""
    found = {}
    for token in TOKENS:
        name, _, shade = token.partition(".")
        value = getattr(theme, name)
        found[token] = getattr(value, shade) if shade else value
    return found


def theme_of(name: str, colours: Mapping[str, str]) -> Theme:
    """The theme of these colours; every token must be there."""
    values: dict[str, Any] = {token: colours[token] for token in TOKENS if "." not in token}
    values |= {a: Accent(**{shade: colours[f"{a}.{shade}"] for shade in SHADES}) for a in ACCENTS}
    return Theme(name=name, **values)


def _shipped(name: ThemeName) -> Theme:
    table = tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    table |= {a: Accent(**table[a]) for a in ACCENTS}
    return Theme(name=name, **table)


THEMES: Final[Mapping[ThemeName, Theme]] = MappingProxyType({name: _shipped(name) for name in THEME_NAMES})
