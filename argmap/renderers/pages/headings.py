"""What drawings of two maps have in common at the head and the foot of a page: title, sources."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Protocol

from argmap.renderers.pages.cells import Band, Block, Setter
from argmap.renderers.pages.page import SizeOf, Spaced, band_height

_NO_BREAK: Final = "\u2011"  # measured as a hyphen, and written as one


class Sourced(Protocol):
    """Whoever stands for a map: by a letter, with the line that names its article."""

    @property
    def letter(self) -> str:
        """``A`` or ``B``."""

    @property
    def source(self) -> str:
        """The article, or ""."""


def sources_in_lines(setter: Setter, ends: Iterable[Sourced], width: float = 0) -> list[str]:
    """The articles, each with the letter of its map, side by side if they fit one line; of a page, if none is said."""
    lines = [f"{end.letter}: {end.source}" for end in ends if end.source]
    if lines and setter.ruler.width("\u00a0 ".join(lines), "plain", setter.style.foot) < (width or setter.style.width):
        return ["\u00a0 ".join(lines)]
    return lines


def headline(setter: Setter, title: str) -> Band:
    """The title over the whole page; a name breaks at its blanks."""
    advances = dict(setter.ruler.advances)
    advances["bold", _NO_BREAK] = advances.get(("bold", "-"), 0.34)
    setter = replace(setter, ruler=replace(setter.ruler, advances=advances, _widths={}))
    written = title.replace("-", _NO_BREAK)
    (cell,) = setter.wide(written, face="bold", size=setter.style.title, colour=setter.theme.ink)
    text = cell.blocks[0].text
    lines = tuple(line.replace(_NO_BREAK, "-") for line in text.lines)
    return (replace(cell, blocks=(Block(replace(text, lines=lines)),)),)


def running(bands: Sequence[Spaced], start: float, size_of: SizeOf) -> Iterator[Spaced]:
    """Bands below each other, each at its place from the top of the page."""
    for before, band in bands:
        yield start + before, band
        start += before + band_height(band, size_of)
