"""What a view of a comparison is made of, before it is text or Markdown: titles, findings, rows, tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.comparison.records import Comparison, Group
from argmap.reporters.ink import Tone


@dataclass(frozen=True, slots=True)
class Title:
    """A heading; `count` stands behind it, `legend` under it."""

    text: str
    count: int | None = None
    legend: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A text with what leads it in; "" where it goes on with the lead above. A text may begin with a bullet."""

    lead: str
    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Item:
    """A finding: its symbol, what is said of it, and rows under that."""

    symbol: str
    group: Group
    text: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """Findings line under line, with nothing between them."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence or two by themselves."""

    text: str
    tone: Tone = "dim"


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

BULLET: Final = "• "
NOTHING: Final = "·"  # the cell of a map that says nothing
FEW: Final = 8  # maps that can be named one by one
MOST_NAMES: Final = 4  # of maps in a row, as in the sentences of findings; the others are counted


def columns(c: Comparison, wanted: Callable[[str], bool] = lambda _: True) -> tuple[Column, ...]:
    """The maps, or those of them whose id is wanted, as columns."""
    return tuple(Column(i, m.name, m.id) for i, m in enumerate(c.maps, 1) if wanted(m.id))


def names_in_short(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """``A, B and C``; where there are two more than `most`, the others are counted: ``A, B, C, D and 12 others``."""
    if len(names) > most + 1:
        names = [*names[:most], f"{len(names) - most} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
