"""Grades for the terminal: the overview of a class, and the report to each student."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.reporters.ink import ink
from argmap.reporters.visible import visible
from argmap.teaching.grading.blocks import Block, Row
from argmap.teaching.grading.class_report import class_blocks
from argmap.teaching.grading.papers import Grades, Paper
from argmap.teaching.grading.report import paper_blocks
from argmap.typesetting import display_width, wrap

_LEAST: Final = 40
_NARROW: Final = 12  # columns of cells in a table that is cut between columns; wider ones are written as lists
_GAP: Final = "  "


def paper_text(grades: Grades, paper: Paper, *, reveal: bool = False, width: int = 80, color: bool = False) -> str:
    """The report to a student, no line wider than `width` columns."""
    heading = f"{paper.name}: {grades.title}"
    return _text(heading, paper_blocks(grades, paper, reveal=reveal), width, color=color)


def class_text(grades: Grades, *, width: int = 80, color: bool = False) -> str:
    """The overview of a class, for its teacher."""
    return _text(f"The class: {grades.title}", class_blocks(grades), width, color=color)


def _text(heading: str, blocks: Iterator[Block], width: int, *, color: bool) -> str:
    width = max(width, _LEAST)
    parts = ["\n".join(ink(line, "bold", color=color) for line in wrap(visible(heading), width))]
    parts += ["\n".join(_block(block, width, color=color)) for block in blocks]
    return "\n\n".join(parts) + "\n"


def _block(block: Block, width: int, *, color: bool) -> Iterator[str]:
    if block.title:
        rule = "─" * max(2, width - display_width(block.title) - 4)
        yield ink(f"── {block.title} {rule}"[:width], "bold", color=color)
    for line in block.lines:
        yield from wrap(visible(line), width)
    if block.lines and block.table:
        yield ""
    if block.table:
        yield from table(block.table, width)
    for item in block.items:
        yield from _hanging(item.head, width, "- ", "  ")
        for below in item.below:
            yield from _hanging(below, width, "  → ", "    ")
    for line in block.after:
        yield from wrap(visible(line), width)


def _hanging(text: str, width: int, first: str, rest: str) -> Iterator[str]:
    for i, line in enumerate(wrap(visible(text), width - len(rest))):
        yield f"{first if not i else rest}{line}"


def table(rows: Sequence[Row], width: int) -> Iterator[str]:
    """The rows, in columns where they fit; a wide table of narrow cells is cut, one of wide cells becomes a list."""
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(display_width, column)) for column in zip(*shown, strict=True)]
    if sum(widths) + len(_GAP) * (len(widths) - 1) <= width:
        yield from _columns(shown, widths)
    elif max(widths[1:]) <= _NARROW and widths[0] + _NARROW + len(_GAP) <= width:
        yield from _cut(shown, widths, width)
    else:
        yield from _listed(shown, width)


def _columns(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    for row in rows:
        yield _GAP.join(cell + " " * (w - display_width(cell)) for cell, w in zip(row, widths, strict=True)).rstrip()


def _cut(rows: Sequence[Sequence[str]], widths: Sequence[int], width: int) -> Iterator[str]:
    start = 1
    while start < len(widths):
        end, room = start, width - widths[0]
        while end < len(widths) and room >= widths[end] + len(_GAP):
            room -= widths[end] + len(_GAP)
            end += 1
        if start > 1:
            yield ""
        yield from _columns([[row[0], *row[start:end]] for row in rows], [widths[0], *widths[start:end]])
        start = end


def _listed(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    heads, *body = rows
    for first, *cells in body:
        yield from _hanging(first, width, "", "  ")
        for head, cell in zip(heads[1:], cells, strict=True):
            if cell:
                yield from _hanging(f"{head}: {cell}", width, "    ", "      ")
