"""Where the columns of a table stand, from how many maps it has."""

from dataclasses import dataclass
from typing import Final

from argmap.diagram.sheet import Passage
from argmap.diagram.table import Table
from argmap.errors import DrawingFailed
from argmap.renderers.pages.sheet_style import Style

_LEAST: Final = 7.0  # sizes of the type: what a column of one or two words needs
_ENDLESS_SIDES: Final = 300.0
_ENDLESS_EACH: Final = 120.0
_FACING_MIDDLE: Final = 0.2
_FACING_ALONE: Final = 0.34  # where there are signs on either side and nothing else
_LABEL: Final = (0.28, 0.25, 0.22, 0.19, 0.17)  # of the width, for two maps, three, …
_SLIM: Final = 0.72  # of that, where cells need the room more than what rows are about
_LAST: Final = (0.17, 0.15, 0.13, 0.115, 0.105)
_BRIEF_LABEL: Final = 0.5  # at most so much of the width
_BRIEF_LAST: Final = 15.5  # sizes of the type: most verdicts on a line


@dataclass(frozen=True, slots=True)
class TableStyle(Style):
    """Sizes on a sheet for so many maps; one that is of any size is as wide as they need."""

    maps: int = 2

    @property
    def width(self) -> float:
        """What a sheet is wide."""
        if not self.paper.endless:
            return self.paper.width
        return _ENDLESS_SIDES + _ENDLESS_EACH * self.maps


@dataclass(frozen=True, slots=True)
class Span:
    """A column: its left edge and its width."""

    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of what rows are about, one for each map, and the last one, if there is one."""

    label: Span
    maps: tuple[Span, ...]
    last: Span | None


def columns_of(table: Table, style: Style, *, enough: float = 0, slim: bool = False) -> Columns:
    """The columns of a table on a paper.

    Args:
        table: As many columns as it has heads.
        style: How wide a sheet is, in which type.
        enough: How wide the column of a map need be, if its cells hold a word or two: what rows are about has the rest.
        slim: Whether cells need more room than what rows are about.

    Raises:
        DrawingFailed: So many maps do not fit beside each other.
    """
    n, gap, width = len(table.heads), style.gap, style.width
    if table.facing:
        middle = round((_FACING_ALONE if is_bare(table) else _FACING_MIDDLE) * width)
        side = (width - middle - 2 * gap) / 2
        return Columns(Span(side + gap, middle), (Span(0, side), Span(width - side, side)), None)
    at = min(max(n - 2, 0), len(_LABEL) - 1)
    label = round(_LABEL[at] * width * (_SLIM if slim else 1))
    last = round(_LAST[at] * width) if table.last else 0
    if enough:
        last = max(last, min(round(_BRIEF_LAST * style.body), round(_LAST[0] * width))) if last else 0
        free = width - last - gap * (n + bool(last)) - n * max(enough, _LEAST * style.body + 1)
        label = round(max(label, min(free, _BRIEF_LABEL * width)))
    rest = width - label - last - gap * (n + bool(last))
    if enough and rest / n < _LEAST * style.body:
        return columns_of(table, style)
    if rest / n < _LEAST * style.body:
        raise DrawingFailed(f"{n} maps have no room beside each other on {style.paper.name}: {_way_out(style)}")
    each = rest / n
    maps = tuple(Span(label + gap + i * (each + gap), each) for i in range(n))
    return Columns(Span(0, label), maps, Span(width - last, last) if last else None)


def is_bare(table: Table) -> bool:
    """Whether cells of causes hold signs and nothing that is quoted."""
    entries = (entry for s in table.sections for row in s.rows for cell in row.cells for entry in cell)
    return table.kind == "causes" and not any(isinstance(entry, Passage) for entry in entries)


def _way_out(style: Style) -> str:
    wider = {"a4-portrait": "a4", "a4": "a3", "letter": "a3", "letter-portrait": "letter", "a3-portrait": "a3"}
    if larger := wider.get(style.paper.name):
        return f"try --paper {larger}, or compare fewer of them"
    return "compare fewer of them"
