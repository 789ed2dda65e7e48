"""The parts of a view as Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from argmap.reporters.comparison_views_blocks import Block, Items, Note, Rows, Table
from argmap.reporters.comparison_views_items import BULLET, Item, Row, Title
from argmap.reporters.markdown_escape import escape


def blocks_markdown(blocks: Iterable[Block]) -> Iterator[str]:
    """Each block as a paragraph, a list or a table; blank lines between them are the caller's."""
    for block in blocks:
        match block:
            case Title():
                yield f"## {escape(block.text)}" + (f" ({block.count})" if block.count is not None else "")
                if block.legend:
                    yield f"*{escape(block.legend)}*"
            case Item():
                yield f"### {escape(block.symbol)} {escape(block.text)}"
                if block.rows:
                    yield _rows(block.rows)
            case Items():
                yield "\n".join(_brief(item) for item in block.items)
            case Note():
                yield escape(block.text)
            case Rows():
                yield _rows(block.rows)
            case Table():
                yield _table(block)
                if block.legend:
                    yield f"*{escape(block.legend)}*"
            case _:
                assert_never(block)


def _brief(item: Item) -> str:
    said = f"- {escape(item.symbol)} {escape(item.text)}"
    return "\n".join((said, *(f"  {line}" for line in _rows(item.rows).splitlines()))) if item.rows else said


def _rows(rows: Sequence[Row]) -> str:
    return "\n".join(_row(row) for row in rows)


def _row(row: Row) -> str:
    text = escape(row.text.removeprefix(BULLET))
    if not row.lead:
        return f"  - {text}"
    return f"- **{escape(row.lead)}:** {text}" if text else f"- **{escape(row.lead)}**"


def _table(table: Table) -> str:
    head = " | ".join(("", escape(table.corner), *(escape(column.name) for column in table.columns)))
    lines = [
        f"| {escape(line.symbol)} | {'&nbsp;&nbsp;' * line.within}{escape(line.lead)} | "
        f"{' | '.join(escape(cell.words) for cell in line.cells)} |"
        for line in table.lines
    ]
    if not any(line.symbol for line in table.lines):
        head, lines = head.removeprefix(" | "), [line.removeprefix("|  ") for line in lines]
        return "\n".join((f"| {head} |", "|" + "---|" * (len(table.columns) + 1), *lines))
    return "\n".join((f"|{head} |", "|" + "---|" * (len(table.columns) + 2), *lines))
