"""How wide and high this machine sets the lines of a sheet: measured by the engine that draws them."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Final

from argmap.layout.lines import FACES, Face, Ruler, alphabet, is_wide
from argmap.renderers.graphviz import engine
from argmap.renderers.pages.page import Size, estimated
from argmap.renderers.pages.sheet_style import Style
from argmap.renderers.pages.table_markup import Lines

_AT_ONCE: Final = 190  # labels a call of the engine measures in this process
_LARGE: Final = 72.0  # points: here letters are measured as wide as they are


class Sizes:
    """Sizes of lines as the engine draws them; estimated where they were not measured."""

    def __init__(self) -> None:
        self._known: dict[Lines, Size] = {}

    def __call__(self, text: Lines) -> Size:
        """The width and height of lines in points."""
        return self._known.get(text) or estimated(text)

    def measure(self, lines: Sequence[Lines]) -> None:
        """Ask the engine for those that are not known yet."""
        new = [text for text in dict.fromkeys(lines) if text not in self._known]
        for start in range(0, len(new), _AT_ONCE):
            some = {f"n{i}": text for i, text in enumerate(new[start : start + _AT_ONCE])}
            sizes = engine.measure({name: text.label for name, text in some.items()}).sizes
            self._known.update((text, sizes[name]) for name, text in some.items())


def ruler_for(said: object, styles: Sequence[Style], sizes: Sizes) -> Ruler:
    """How wide this machine draws the characters of all that is said: each ten times, between bars that keep spaces."""

    def sample(face: Face, text: str, size: float = _LARGE) -> Lines:
        return Lines((f"|{text}|",), face, size, "#000000")

    strings = list(_strings(said))
    letters = alphabet(strings)
    used = sorted({size for style in styles for size in style.sizes})
    running = "".join(strings)
    lines = {wide: "".join(c for c in running if is_wide(c) == wide)[:300] for wide in (False, True)}
    keys = [(face, size, wide) for face in FACES for size in used for wide, line in lines.items() if line]
    sizes.measure(
        [sample(face, "") for face in FACES]
        + [sample(face, 10 * c) for face, c in letters]
        + [sample(face, lines[wide], at) for face, size, wide in keys for at in (size, _LARGE)]
    )

    def width(face: Face, text: str, size: float = _LARGE) -> float:
        return sizes(sample(face, text, size))[0]

    advances = {(face, c): (width(face, 10 * c) - width(face, "")) / _LARGE / 10 for face, c in letters}
    stretch = {
        key: max(1.0, width(key[0], lines[key[2]], key[1]) / width(key[0], lines[key[2]]) * _LARGE / key[1])
        for key in keys
    }
    return Ruler(advances, stretch)


def _strings(value: object) -> Iterator[str]:
    """All text inside a value made of data classes and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
