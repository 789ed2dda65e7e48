"""Cells of text with their frames, and the setter that breaks text into lines for them: what pages are made of."""

import re
from dataclasses import dataclass
from typing import Final

from argmap.layout.lines import Face, Ruler
from argmap.renderers.pages.sheet_style import Style
from argmap.renderers.pages.table_markup import Align, Frame, Lines
from argmap.theme import Theme

_BEFORE_NUMBER: Final = re.compile(r" (?=\d)")
_HELD_NUMBER: Final = re.compile(r"\u00a0(?=\d)")
SPARE: Final = 0.98  # letters in a row may be measured a little wider than one by one


@dataclass(frozen=True, slots=True)
class Block:
    """Lines with the space above them, and with a frame of their own (a role's pill) or none.

    `inset` is what the frame leaves free beside the lines; above and below them it is half of that. `beside` stands
    to the right of it, at the same height. A block that `flows` shares a line with the one before if that does, too.
    `spoken` is what the block is called by those who hear a drawing.
    """

    text: Lines
    above: float = 0
    frame: Frame | None = None
    inset: float = 0
    beside: "Block | None" = None
    spoken: str = ""
    flows: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A column's part of a band: its blocks, stacked. `centred` sets them in the middle of the height.

    Lines of a drawing end at the frame of a cell that has a `name`; such a cell has a frame, if one without a border.
    It is at least `least` points high. Beside its text `side` is left free, if that is not `pad`. The frame of a `snug`
    one is as high as what it holds, amid the height. What cells of a band that are `abreast` hold begins at one height,
    with the highest of them amid its frame.
    """

    left: float
    width: float
    blocks: tuple[Block, ...]
    pad: float = 0
    frame: Frame | None = None
    centred: bool = True
    name: str = ""
    least: float = 0
    snug: bool = False
    side: float | None = None
    abreast: bool = False


Band = tuple[Cell, ...]
"""What stands side by side across the page and is never torn: a title, the heads, a row."""


@dataclass(frozen=True, slots=True)
class Setter:
    """Turns text into lines that fit, with the sizes of a style and the colours of a theme."""

    style: Style
    theme: Theme
    ruler: Ruler

    def wide(self, text: str, *, face: Face = "plain", size: float, colour: str) -> Band:
        """A band of one cell over the whole page."""
        width = self.style.width
        return (Cell(0, width, (Block(self.lines(text, face, size, colour, SPARE * width)),)),)

    def lines(
        self,
        text: str,
        face: Face,
        size: float,
        colour: str,
        room: float,
        *,
        align: Align = "left",
        mark: str = "",
        lead: str = "",
    ) -> Lines:
        """Text in lines of at most `room` points.

        Args:
            text: What to set.
            face: Plain, bold or italic.
            size: Of the type, in points.
            colour: ``#RRGGBB``.
            room: How wide lines may get.
            align: Lines in the middle are of about equal length.
            mark: A sign that hangs before the first line.
            lead: The beginning of the text that is set in bold.
        """
        hung = self.ruler.width(f"{mark} ", face, size) if mark else 0
        measured: Face = "bold" if lead else face  # never too long, as bold is wider
        in_title = size == self.style.title
        text = _BEFORE_NUMBER.sub("\u00a0", text) if in_title else text  # no number is torn from its word
        lines = self.ruler.lines(text, measured, size, (room - hung) * SPARE, balanced=align == "center" or in_title)
        lines = [_HELD_NUMBER.sub(" ", line) for line in lines] if in_title else lines
        width = hung + max((self.ruler.width(line, measured, size) for line in lines), default=0)
        return Lines(tuple(lines) or (" ",), face, size, colour, align, mark, lead, width)
