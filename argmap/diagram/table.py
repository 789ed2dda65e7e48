"""What stands in a table of two maps or more, as values without colours or places: rows, and a column for each map."""

from dataclasses import dataclass, field
from typing import Literal

from argmap.comparison.records import Group, StancePosition
from argmap.diagram.sheet import Absence, Driver, Part, Passage, Remark, Use

Kind = Literal["matrix", "roles", "causes"]
Link = Literal["alone", "same", "unlike"]


@dataclass(frozen=True, slots=True)
class Attitude:
    """Where a map stands on the proposition of a row, in a word; `text` is its own proposition if the row has two."""

    position: StancePosition
    word: str
    text: str


Entry = Attitude | Driver | Part | Passage | Use | Remark | Absence


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all maps come to: the sign of the group, its meaning in words, and what else is to say of it."""

    group: Group
    symbol: str
    words: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A cell for each map, in the order of the columns; `sentence` says all of the row in words.

    `link` says of a cause whether several maps name it, and with the same sign. `finding` is the id of the finding that
    a row of the matrix or of the roles is.
    """

    label: str
    cells: tuple[tuple[Entry, ...], ...]
    sentence: str
    verdict: Verdict | None = None
    link: Link = "alone"
    finding: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class TableSection:
    """Rows under one heading; one with a `verdict` is framed as that. `finding` is the id of what it is on."""

    title: str
    rows: tuple[TableRow, ...]
    group: Group | None = None
    verdict: Verdict | None = None
    finding: str = field(default="", compare=False, repr=False)

    @property
    def is_brief(self) -> bool:
        """Whether its cells hold a word or two, so that they need little room beside what their rows are about."""
        said = (entry for row in self.rows for cell in row.cells for entry in cell)
        return all(isinstance(e, Remark | Absence) or (isinstance(e, Attitude) and not e.text) for e in said)


@dataclass(frozen=True, slots=True)
class TableHead:
    """A map: the letter and name that stand for it, the line that names the article, its id with a hash."""

    letter: str
    name: str
    source: str
    version: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table ready to be laid out.

    Attributes:
        title: The point, in words.
        summary: How much there is of each kind; stands on the first page.
        sections: None of them is empty.
        foot: What holds on every page.
        last: The head of a last column, which says what all maps come to; "" for none.
        facing: Whether what a row is about stands between two maps rather than before all of them.
        cut: How many sentences and quotations end in an ellipsis.
    """

    kind: Kind
    title: str
    summary: str
    heads: tuple[TableHead, ...]
    sections: tuple[TableSection, ...]
    foot: tuple[str, ...]
    last: str = ""
    facing: bool = False
    cut: int = field(default=0, compare=False)
