"""What the views of causes and roles have in common: rows, a column for each map, answers that lead to the maps."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from argmap.diagram.sheet import Absence, Driver, Part, Remark
from argmap.diagram.table import Entry, Table, TableRow, TableSection
from argmap.hypertext.page.material import Link, Material

SIGNS: Final = {"raises": "▲", "lowers": "▼", "unrelated": "○"}
VALENCES: Final = {1: "friendly", 0: "neutral", -1: "hostile"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a map, or in words why it has none (`absent`).

    Attributes:
        text: What it says, with what limits it.
        sign: ``▲`` of a cause that raises; "" of a role.
        valence: ``friendly``, ``neutral`` or ``hostile`` of a role; "" of a cause.
        main: Whether the article puts it first.
        toward: Whom a role is toward.
        links: The statements that give it.
    """

    text: str
    sign: str = ""
    valence: str = ""
    main: bool = False
    toward: str = ""
    links: tuple[Link, ...] = ()
    absent: bool = False


@dataclass(frozen=True, slots=True)
class PartRow:
    """A cause or an actor; `verdict` is the sign of what the maps come to and its words, with the way to that row."""

    label: str
    cells: tuple[tuple[Answer, ...], ...]
    verdict: Link | None = None
    means: str = ""


@dataclass(frozen=True, slots=True)
class PartBlock:
    """Rows under a heading; `notes` say what the maps come to."""

    title: str
    rows: tuple[PartRow, ...]
    verdict: Link | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartTable:
    """A table. `title` says the point, `heads` are letter and name of each map."""

    title: str
    heads: tuple[tuple[str, str], ...]
    blocks: tuple[PartBlock, ...]


def part_table(table: Table, material: Material) -> PartTable:
    """The table of a comparison as a page shows it."""
    ids = [m.id for m in material.maps]
    blocks = tuple(_block(section, ids, material) for section in table.sections)
    return PartTable(table.title, tuple((head.letter, head.name) for head in table.heads), blocks)


def _block(section: TableSection, ids: list[str], material: Material) -> PartBlock:
    rows = tuple(_row(row, ids, material) for row in section.rows)
    said = section.verdict
    if said is None:
        return PartBlock(section.title, rows)
    return PartBlock(section.title, rows, _way(section.finding, said.symbol, material), (said.words, *said.notes))


def _row(row: TableRow, ids: list[str], material: Material) -> PartRow:
    cells = tuple(tuple(_answers(cell, id_, material)) for id_, cell in zip(ids, row.cells, strict=True))
    if row.verdict is None:
        return PartRow(row.label, cells)
    means = "; ".join((row.verdict.words, *row.verdict.notes))
    return PartRow(row.label, cells, _way(row.finding, row.verdict.symbol, material), means)


def _way(finding: str, symbol: str, material: Material) -> Link:
    return Link(f"#{material.row(finding)}", symbol)


def _answers(cell: Iterable[Entry], map_id: str, material: Material) -> Iterable[Answer]:
    for entry in cell:
        match entry:
            case Driver():
                links = tuple(material.link(map_id, key) for key in entry.statements)
                yield Answer(entry.text, SIGNS[entry.sign], main=entry.main, links=links)
            case Part():
                links = tuple(material.link(map_id, key) for key in entry.statements)
                yield Answer(entry.text, "", VALENCES[entry.valence], entry.main, entry.toward, links)
            case Absence() | Remark():
                yield Answer(entry.text, absent=True)
            case _:
                pass  # what is quoted stands in the map, where the links lead
