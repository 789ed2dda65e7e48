"""Grades as Markdown: the report to a student, and the overview of a class."""

from collections.abc import Iterator, Sequence

from argmap.reporters.markdown_escape import escape
from argmap.teaching.grading.blocks import Block, Row
from argmap.teaching.grading.class_report import class_blocks
from argmap.teaching.grading.papers import Grades, Paper
from argmap.teaching.grading.report import paper_blocks


def paper_markdown(grades: Grades, paper: Paper, *, reveal: bool = False) -> str:
    """The report to a student."""
    return _markdown(f"{paper.name}: {grades.title}", paper_blocks(grades, paper, reveal=reveal))


def class_markdown(grades: Grades) -> str:
    """The overview of a class, for its teacher."""
    return _markdown(f"The class: {grades.title}", class_blocks(grades))


def _markdown(heading: str, blocks: Iterator[Block]) -> str:
    parts = [f"# {escape(heading)}"]
    for block in blocks:
        parts += _block(block)
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    if block.title:
        yield f"## {escape(block.title)}"
    for line in block.lines:
        yield escape(line)
    if block.table:
        yield _table(block.table)
    if block.items:
        yield "\n".join(
            "\n".join((f"- {escape(item.head)}", *(f"  - {escape(below)}" for below in item.below)))
            for item in block.items
        )
    for line in block.after:
        yield escape(line)


def _table(rows: Sequence[Row]) -> str:
    head, *body = rows
    lines = [f"| {' | '.join(map(escape, row))} |" for row in body]
    return "\n".join((f"| {' | '.join(map(escape, head))} |", "|" + "---|" * len(head), *lines))
