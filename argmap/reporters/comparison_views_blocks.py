"""What a view of a comparison is made of, before it is text or Markdown: titles, findings, rows, tables."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from argmap.comparison.records import Comparison
from argmap.reporters.comparison_views_items import Item, Row, Title
from argmap.reporters.ink import Tone


@dataclass(frozen=True, slots=True)
class Items:
    """Findings line under line, with nothing between them."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence or two by themselves."""

    text: str
    tone: Tone = "dim"


def nothing(of_all: str, on: str, *, whole: bool) -> Note:
    """That a view is empty: of all findings, or only of those somebody asked for."""
    return Note(f"{of_all}." if whole else f"None of the findings asked for is on {on}.")


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that belong to no finding."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table says at one place: in words, and as a sign where columns are narrow ("" if there is none)."""

    words: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its symbol ("" for none), what it is about, and a cell for each column.

    Attributes:
        within: Whether it belongs to the line above, and stands a little to the right of it.
    """

    lead: str
    cells: tuple[Cell, ...]
    symbol: str = ""
    within: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A map as a column: the number that stands for it where columns are narrow counts all maps compared."""

    number: int
    name: str
    id: str


@dataclass(frozen=True, slots=True)
class Table:
    """Lines and columns; the columns are maps.

    Attributes:
        legend: What the words mean that do not say it themselves.
        signs: What the signs mean.
        prose: Whether the cells are sentences, which are read beside one another however long they are.
    """

    corner: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    legend: str = ""
    signs: str = ""
    prose: bool = False


Block = Title | Item | Items | Note | Rows | Table

NOTHING: Final = "·"  # the cell of a map that says nothing


def columns(c: Comparison, wanted: Callable[[str], bool] = lambda _: True) -> tuple[Column, ...]:
    """The maps, or those of them whose id is wanted, as columns."""
    return tuple(Column(i, m.name, m.id) for i, m in enumerate(c.maps, 1) if wanted(m.id))
