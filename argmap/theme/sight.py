"""How colours are seen: contrast, and distance for each kind of colour vision.

The formulas are those of coloraide, which is imported when the first colour is measured: drawing in a theme that comes
with argmap measures none.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from coloraide import Color

Vision = Literal["normal", "protan", "deutan", "tritan"]

VISIONS: Final[tuple[Vision, ...]] = ("normal", "protan", "deutan", "tritan")

_STEPS: Final = 200


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.1); which of them is the text does not matter."""
    return _colour(one).contrast(_colour(other), method="wcag21")


def distance(one: str, other: str, by: Vision = "normal") -> float:
    """How far two colours are apart (CIEDE2000), to eyes of that kind (Machado, Oliveira & Fernandes 2009)."""
    return _seen(one, by).delta_e(_seen(other, by), method="2000")


def simulated(colour: str, by: Vision) -> str:
    """The colour as eyes of that kind see it."""
    return _hex(_seen(colour, by))


def grey_of(colour: str) -> str:
    """The grey of the same luminance: what a copier without colour makes of it."""
    level = _colour(colour).luminance()
    return _hex(_colour("white").new("srgb-linear", [level] * 3))


def is_grey(colour: str) -> bool:
    """Whether a ``#RRGGBB`` has no hue."""
    return colour[1:3] == colour[3:5] == colour[5:7]


def parsed(text: str) -> str:
    """What a colour is in ``#RRGGBB`` that was written in another way of CSS, ``red`` or ``hsl(…)``; "" for none."""
    try:
        return _hex(_colour(text))
    except ValueError:
        return ""


def nearest_shade(colour: str, good: Callable[[str], bool]) -> str:
    """The shade of a colour that is good and differs least from it in lightness; "" if none is."""
    return next((shade for shade in _shades(colour) if good(shade)), "")


def _shades(colour: str) -> Iterator[str]:
    """Darker and lighter shades in turn, the nearest first."""
    start = _colour(colour).convert("oklch")
    light = start["lightness"]
    for step in range(1, _STEPS + 1):
        for level in (light - step / _STEPS, light + step / _STEPS):
            if 0 <= level <= 1:
                yield _hex(start.clone().set("lightness", level))


def _colour(written: str) -> "Color":
    from coloraide import Color  # noqa: PLC0415  # 80 ms, for who measures colours

    return Color(written)


def _seen(written: str, by: Vision) -> "Color":
    colour = _colour(written)
    return colour if by == "normal" else colour.filter(by, 1, method="machado").clip("srgb")


def _hex(colour: "Color") -> str:
    return str(colour.convert("srgb").set("alpha", 1).to_string(hex=True, fit="clip")).upper()
