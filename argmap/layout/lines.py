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

    `stretch` says by how much a face comes out wider in one size than in large type: letters fitted to the dots of a
    screen do.
    """

    advances: Mapping[tuple[Face, str], float]
    stretch: Mapping[tuple[Face, float], float] = field(default_factory=dict)

    def width(self, text: str, face: Face, size: float) -> float:
        """The width of one line in points."""
        return size * self.stretch.get((face, size), 1) * sum(self.advances.get((face, c), _UNKNOWN) for c in text)

    def lines(self, text: str, face: Face, size: float, room: float, *, balanced: bool = False) -> list[str]:
        """The text in lines no wider than `room` points, as full as can be or of about equal length.

        A single character wider than the room stays: nothing can be cut from it.
        """
        columns = display_width(text)
        if not columns:
            return []
        fold = balance if balanced else wrap
        average = self.width(text, face, size) / columns
        most = min(int(1.3 * room / max(average, 0.01)) + 1, columns)
        for width in range(most, 0, -1):
            lines = fold(text, width)
            if all(self.width(line, face, size) <= room for line in lines):
                return lines
        return fold(text, 1)


def alphabet(texts: Iterable[str]) -> list[tuple[Face, str]]:
    """Every character in every face, in a stable order: what has to be measured once."""
    return [(face, c) for c in sorted({c for text in texts for c in text} | {" "}) for face in FACES]
