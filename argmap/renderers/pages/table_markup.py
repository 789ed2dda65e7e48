"""The pieces a table is drawn from, as HTML-like labels: lines of text, and the frames they stand in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from argmap.layout.lines import Face
from argmap.renderers.graphviz import label_text

Align = Literal["left", "center", "right"]
Line = Literal["solid", "dashed", "dotted"]

LEADING: Final = 1.22
"""From line to line, in sizes of the type. A row for each line, as Graphviz sets bold and italic lines solid."""

_TAGS: Final[Mapping[Face, str]] = {"plain": "", "bold": "B", "italic": "I"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A border and a fill ("" for none). `double` adds a thin border around it; width 0 draws none."""

    width: int
    line: Line
    colour: str
    fill: str
    double: bool = False
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one size and colour. `mark` hangs before the first; `lead`, with which it begins, is bold.

    `width` is that of the longest line as it is drawn large. Graphviz itself measures small type up to a tenth
    narrower than a browser or a printer sets it, since it fits letters to the dots of a screen.
    """

    lines: tuple[str, ...]
    face: Face
    size: float
    colour: str
    align: Align = "left"
    mark: str = ""
    lead: str = ""
    width: float = 0

    @property
    def leading(self) -> int:
        """From line to line in points; Graphviz takes whole ones."""
        return round(self.size * LEADING)

    @property
    def height(self) -> float:
        """At most as high as it comes out in Latin letters; other scripts may need more."""
        return max(self.leading, 1.25 * self.size) * len(self.lines)

    @property
    def label(self) -> str:
        """The label, to measure and to draw."""
        rows = "\n".join(self._row(i, line) for i, line in enumerate(self.lines))
        return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{rows}</TABLE>'

    def _row(self, index: int, line: str) -> str:
        mark = self._cell(" " if index else self.mark + " ", "left") if self.mark else ""
        return f"<TR>{mark}{self._cell(line, self.align, lead='' if index else self.lead)}</TR>"

    def _cell(self, text: str, align: Align, *, lead: str = "") -> str:
        written = label_text.text(text)
        if tag := _TAGS[self.face]:
            written = f"<{tag}>{written}</{tag}>"
        elif lead and text.startswith(lead):
            written = f"<B>{label_text.text(lead)}</B>{label_text.text(text[len(lead) :])}"
        font = f'<FONT POINT-SIZE="{self.size:g}" COLOR="{self.colour}">{written}</FONT>'
        return f'<TD ALIGN="{align.upper()}" HEIGHT="{self.leading}">{font}</TD>'


def frame_label(frame: Frame, width: float, height: float) -> str:
    """An empty box of that size, its border inside it."""
    styles = [
        style for style in ("" if frame.line == "solid" else frame.line, "rounded" if frame.rounded else "") if style
    ]
    style = f' STYLE="{",".join(styles)}"' if styles else ""
    colours = f' COLOR="{frame.colour}" BGCOLOR="{frame.fill}"' if frame.fill else ""
    return (
        f'<TABLE BORDER="{frame.width}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE" '
        f'WIDTH="{round(width)}" HEIGHT="{round(height)}"{colours}{style}>'
        "<TR><TD></TD></TR></TABLE>"
    )
