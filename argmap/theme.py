"""Colours of the three themes, and the fonts, as plain data. Contrast and colour-blind distances are tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

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
    support: Accent
    attack: Accent
    undercut: Accent
    author_a: Accent
    author_b: Accent
    differ: str
    differ_tint: str
    silent: str


_WHITE, _NIGHT, _BLACK = "#FFFFFF", "#14171A", "#000000"


def _filled(colour: str, tint: str, text: str) -> Accent:
    return Accent(line=colour, bar=colour, text=text, tint=tint)


THEMES: Final[Mapping[ThemeName, Theme]] = MappingProxyType(
    {
        "light": Theme(
            name="light",
            ground=_WHITE,
            box=_WHITE,
            ink="#1B1F24",
            muted="#57606A",
            rule="#8A8A8A",
            foot="#F3F4F6",
            foot_rule="",
            bar_border="",
            thesis="#14324F",
            thesis_text=_WHITE,
            support=_filled("#00806F", "#E3F3F0", _WHITE),
            attack=_filled("#962B00", "#FAEAE3", _WHITE),
            undercut=_filled("#43206B", "#EFEAF6", _WHITE),
            author_a=_filled("#0065AD", "#E2F0FA", _WHITE),
            author_b=_filled("#6A1340", "#F6E8EF", _WHITE),
            differ="#7A5900",
            differ_tint="#FFF3C9",
            silent="#6A737D",
        ),
        "dark": Theme(
            name="dark",
            ground=_NIGHT,
            box="#1E2226",
            ink="#F0F2F4",
            muted="#B4BCC4",
            rule="#9AA3AB",
            foot="#23282D",
            foot_rule="",
            bar_border="",
            thesis="#E8F0F8",
            thesis_text=_NIGHT,
            support=_filled("#8BEED4", "#17352F", _NIGHT),
            attack=_filled("#FF8D5C", "#3A2317", _NIGHT),
            undercut=_filled("#B07BE6", "#2A2038", _NIGHT),
            author_a=_filled("#79B2FA", "#152539", _NIGHT),
            author_b=_filled("#D65C7C", "#38232E", _NIGHT),
            differ="#FFE98A",
            differ_tint="#352C10",
            silent="#9AA3AB",
        ),
        "print": Theme(
            name="print",
            ground=_WHITE,
            box=_WHITE,
            ink=_BLACK,
            muted="#333333",
            rule="#767676",
            foot=_WHITE,
            foot_rule="#767676",
            bar_border=_BLACK,
            thesis=_BLACK,
            thesis_text=_WHITE,
            support=Accent(line=_BLACK, bar=_WHITE, text=_BLACK, tint=_WHITE),
            attack=Accent(line=_BLACK, bar=_BLACK, text=_WHITE, tint=_WHITE),
            undercut=Accent(line=_BLACK, bar="#BFBFBF", text=_BLACK, tint=_WHITE),
            author_a=_filled(_BLACK, _WHITE, _WHITE),
            author_b=_filled(_BLACK, _WHITE, _WHITE),
            differ=_BLACK,
            differ_tint=_WHITE,
            silent="#444444",
        ),
    }
)
