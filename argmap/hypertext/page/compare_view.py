"""The compare view: findings as rows, a table for each section; two maps face each other, more stand side by side."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from argmap.comparison.records import Comparison, Finding, Group, Side
from argmap.diagram.amount import WHOLE
from argmap.diagram.matrix_table import matrix_table
from argmap.diagram.of_comparison import comparison_sheet, word_key
from argmap.diagram.sheet import Row
from argmap.diagram.table import TableRow
from argmap.diagram.table_words import MARKS
from argmap.hypertext.page.compare_lines import Cell, cell
from argmap.hypertext.page.material import Material
from argmap.languages import ENGLISH


@dataclass(frozen=True, slots=True)
class Mark:
    """A group that is in use: its sign, what it means, the same in a word or two, and how many points have it."""

    group: Group
    symbol: str
    words: str
    short: str
    count: int


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A finding.

    Attributes:
        id: Of its row: ``f3``.
        finding: Its own id.
        group: What it comes to.
        symbol: The sign of that.
        verdict: The same in words.
        point: The shared claim, or the shared question.
        notes: What each side holds back, or who stands with whom.
        cells: One for each map.
        sentence: All of it in one sentence.
    """

    id: str
    finding: str
    group: Group
    symbol: str
    verdict: str
    point: str
    notes: tuple[str, ...]
    cells: tuple[Cell, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class CompareSection:
    """Rows under a heading; `gloss` says how to read them."""

    id: str
    title: str
    gloss: str
    rows: tuple[CompareRow, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The view.

    Attributes:
        facing: Whether two maps face each other, with what they share between them.
        title: What it comes to, in a sentence.
        heads: Letter and name of each map.
        sections: None of them is empty.
        marks: The groups in use, for the legend and the filter.
        foot: What is not shown, and how much was compared.
        last: The heading of what all come to, where more than two stand side by side.
    """

    facing: bool
    title: str
    heads: tuple[tuple[str, str], ...]
    sections: tuple[CompareSection, ...]
    marks: tuple[Mark, ...]
    foot: tuple[str, ...]
    last: str = ""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(len(s.rows) for s in self.sections)

    @property
    def sources(self) -> int:
        """How many rows are on sources, which the title of two maps does not count among points."""
        return sum(len(s.rows) for s in self.sections if s.id == "evidence")


_ORDER: Final[tuple[Group, ...]] = ("agree", "agree-but", "diverge", "conflict", "one-sided", "undetermined")
"""Of the marks in legend and filter."""

_VERDICTS: Final[dict[Group, str]] = {
    group: ENGLISH["matrix.one-sided" if group == "one-sided" else f"sheet.mark.{word_key(group)}"] for group in _ORDER
}

_SHORT: Final[dict[Group, str]] = {
    "agree": "agree",
    "agree-but": "agree, with a reservation",
    "diverge": "differ",
    "conflict": "conflict",
    "one-sided": "only one",
    "undetermined": "undetermined",
}


def compare_view(material: Material) -> CompareView | None:
    """The view; None for a single map."""
    c = material.comparison
    if c is None:
        return None
    return _facing(c, material) if len(c.maps) == 2 else _side_by_side(c, material)


def _facing(c: Comparison, material: Material) -> CompareView:
    sheet = comparison_sheet(c, among=material.among, amounts={f.id: WHOLE for f in c.findings})
    findings = {f.id: f for f in c.findings}
    sections = tuple(
        CompareSection(
            s.kind, s.title, s.gloss, tuple(_facing_row(r, findings[r.finding], c, material) for r in s.rows)
        )
        for s in sheet.sections
    )
    foot = sheet.foot[1:]  # the first line, on whose words these are, stands at the head of the page
    return CompareView(True, sheet.title, _heads(c, material), sections, _marks(sections), foot)


def _facing_row(row: Row, f: Finding, c: Comparison, material: Material) -> CompareRow:
    cells = tuple(
        cell(
            said,
            who=f"{material.letter(m.id)} {m.name}",
            map_id=m.id,
            material=material,
            ways=[s.id for s in f.sides[m.id].reported] if m.id in f.sides else (),
            differ=f.group in ("diverge", "conflict"),
        )
        for m, said in zip(c.maps, (row.left, row.right), strict=True)
    )
    used = ENGLISH[f"sheet.used.{word_key(f.group)}"] if f.unit == "evidence" and f.group in _USED else ""
    return CompareRow(
        material.row(f.id),
        f.id,
        f.group,
        MARKS[f.group],
        used or _VERDICTS[f.group],
        row.middle.text,
        row.middle.notes,
        cells,
        row.sentence,
    )


_USED: Final = ("agree", "agree-but", "diverge", "conflict")


def _side_by_side(c: Comparison, material: Material) -> CompareView:
    findings = {f.id: f for f in c.findings}
    if not material.findings:
        return CompareView(False, "", _heads(c, material), (), (), ())
    table = matrix_table(c, material.findings, words=ENGLISH, level="full", evidence=True)
    sections = tuple(
        CompareSection(
            f"part-{i}",
            s.title,
            "",
            tuple(_matrix_row(r, findings[r.finding], c, material) for r in s.rows),
        )
        for i, s in enumerate(table.sections, start=1)
    )
    return CompareView(
        False, table.title, _heads(c, material), sections, _marks(sections), _left(c, material), table.last.capitalize()
    )


def _left(c: Comparison, material: Material) -> tuple[str, ...]:
    count = len(c.findings) - len(material.findings)
    return (ENGLISH.counted("sheet.not_shown", count),) if count else ()


def _matrix_row(row: TableRow, f: Finding, c: Comparison, material: Material) -> CompareRow:
    cells = tuple(
        cell(
            said,
            who=f"{material.letter(m.id)} {m.name}",
            map_id=m.id,
            material=material,
            ways=[s.id for s in (*side.statements, *side.reported)],
        )
        for m, said in zip(c.maps, row.cells, strict=True)
        for side in [f.sides.get(m.id) or Side(None)]
    )
    verdict = row.verdict
    assert verdict is not None  # every row of the matrix has one
    return CompareRow(
        material.row(f.id), f.id, f.group, verdict.symbol, verdict.words, row.label, verdict.notes, cells, row.sentence
    )


def _heads(c: Comparison, material: Material) -> tuple[tuple[str, str], ...]:
    return tuple((material.letter(m.id), m.name) for m in c.maps)


def _marks(sections: tuple[CompareSection, ...]) -> tuple[Mark, ...]:
    used = {row.group for s in sections for row in s.rows}
    counts = Counter(row.group for s in sections for row in s.rows if s.id != "evidence")
    return tuple(Mark(g, MARKS[g], _VERDICTS[g], _SHORT[g], counts[g]) for g in _ORDER if g in used)
