"""Paths of drawings in few characters: a browser draws the same but for a twentieth of a point.

Layout gives every line as a curve; here a curve that is straight is a line, and points are said from the one before.
They are counted in tenths, so that nothing adds up to an error.
"""

import re
from collections.abc import Iterator
from typing import Final

_Point = tuple[int, int]

_PAIR: Final = re.compile(r"(-?\d+(?:\.\d)?),(-?\d+(?:\.\d)?)")
_CURVES: Final = re.compile(rf"M{_PAIR.pattern}C(?:\s*{_PAIR.pattern}){{3,}}")


def short_path(d: str) -> str:
    """A path of curves, as layout writes them, in fewer characters; any other as it is.

    >>> short_path("M305,-446.5C363.3,-446.5 421.5,-446.5 479.8,-446.5")
    'M305-446.5h174.8'
    >>> short_path("M74,-427.2C76.5,-427.2 79,-429.8 79,-432.2")
    'M74-427.2c2.5 0 5-2.6 5-5'
    """
    if not _CURVES.fullmatch(d):
        return d
    start, *points = [(_tenths(x), _tenths(y)) for x, y in _PAIR.findall(d)]
    if len(points) % 3:
        return d
    return "M" + _numbers(*start) + "".join(_steps(start, points))


def _steps(here: _Point, points: list[_Point]) -> Iterator[str]:
    for first in range(0, len(points), 3):
        one, two, end = ((x - here[0], y - here[1]) for x, y in points[first : first + 3])
        if not (_is_on(one, end) and _is_on(two, end)):
            yield "c" + _numbers(*one, *two, *end)
        elif not end[1]:
            yield "h" + _numbers(end[0])
        elif not end[0]:
            yield "v" + _numbers(end[1])
        else:
            yield "l" + _numbers(*end)
        here = points[first + 2]


def _is_on(point: _Point, end: _Point) -> bool:
    """Whether a point lies on the way from nought to an end, or next to it by half a tenth."""
    squared = end[0] ** 2 + end[1] ** 2
    along = point[0] * end[0] + point[1] * end[1]
    beside = point[0] * end[1] - point[1] * end[0]
    return 4 * beside**2 <= squared and 0 <= along <= squared


def _tenths(number: str) -> int:
    return round(float(number) * 10)


def _numbers(*tenths: int) -> str:
    said = (f"{n / 10:g}" if abs(n) < 1_000_000 else str(n / 10) for n in tenths)
    return " ".join(said).replace(" -", "-")
