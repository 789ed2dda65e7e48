"""Text in lines that fit a width in points: every character as wide as the engine draws it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from argmap.typesetting import balance, display_width, wrap

Face = Literal["plain", "bold", "italic"]

FACES: Final[tuple[Face, ...]] = ("plain", "bold", "italic")

_UNKNOWN = 1.0  # em: no letter is wider


@dataclass(frozen=True, slots=True)
class Ruler:
    """How wide characters are, in em. Kerning is left out, so lines come out a hair wider than drawn.

    `stretch` says by how much a face comes out wider in one size than in large type, as letters fitted to the dots of
    a screen do; once for narrow letters and once for wide ones. `narrower` holds texts, without blanks, that came out
    wider than that all the same, and what part of their room they may take.
    """

    advances: Mapping[tuple[Face, str], float]
    stretch: Mapping[tuple[Face, float, bool], float] = field(default_factory=dict)
    narrower: Mapping[tuple[Face, float, str], float] = field(default_factory=dict)
    _widths: "dict[tuple[Face, float], _Widths]" = field(default_factory=dict, repr=False, compare=False)
    _set: "dict[tuple[str, Face, float, float, bool], list[str]]" = field(
        default_factory=dict, repr=False, compare=False, init=False
    )

    def width(self, text: str, face: Face, size: float) -> float:
        """The width of one line in points."""
        known = self._widths.get((face, size))
        if known is None:
            known = self._widths[face, size] = _Widths(self, face, size)
        return sum(map(known.__getitem__, text))

    def lines(self, text: str, face: Face, size: float, room: float, *, balanced: bool = False) -> list[str]:
        """The text in lines no wider than `room` points, as full as can be or of about equal length.

        A single character wider than the room stays: nothing can be cut from it.
        """
        if self.narrower:
            room *= self.narrower.get((face, size, unspaced([text])), 1)
        asked = text, face, size, room, balanced
        if asked not in self._set:  # feet and heads are set again for every page that is tried
            self._set[asked] = self._lines(*asked)
        return list(self._set[asked])

    def _lines(self, text: str, face: Face, size: float, room: float, balanced: bool) -> list[str]:
        columns = display_width(text)
        if not columns:
            return []
        fold = balance if balanced else wrap
        average = self.width(text, face, size) / columns
        most = min(int(1.15 * room / max(average, 0.01)) + 1, columns)
        for width in range(most, 0, -1):
            lines = fold(text, width)
            if all(self.width(line, face, size) <= room for line in lines):
                return lines
        return fold(text, 1)


class _Widths(dict[str, float]):
    """Widths of characters in points, in one face and size; each is worked out once."""

    def __init__(self, ruler: Ruler, face: Face, size: float) -> None:
        self._advances, self._face, self._size = ruler.advances, face, size
        self._stretch = [ruler.stretch.get((face, size, wide), 1) for wide in (False, True)]

    def __missing__(self, c: str) -> float:
        width = self._size * self._advances.get((self._face, c), _UNKNOWN) * self._stretch[is_wide(c)]
        self[c] = width
        return width


def alphabet(texts: Iterable[str]) -> list[tuple[Face, str]]:
    """Every character in every face, in a stable order: what has to be measured once."""
    return [(face, c) for c in sorted({c for text in texts for c in text} | {" "}) for face in FACES]


def is_wide(c: str) -> bool:
    """Whether a character takes two columns, as Chinese, Japanese and Korean ones do."""
    return not c.isascii() and display_width(c) == 2


def unspaced(lines: Iterable[str]) -> str:
    """All that is printed, without blanks: the same for a text and for the lines it was broken into."""
    return "".join("".join(line.split()) for line in lines)
