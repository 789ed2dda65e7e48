"""The parts of a view as lines of text, none wider than asked."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from argmap.reporters.comparison_views_blocks import Block, Column, Items, Note, Rows, Table
from argmap.reporters.comparison_views_items import Item, Title
from argmap.reporters.comparison_views_rows import item_lines, row_lines, title_lines
from argmap.reporters.comparison_views_tables import is_numbered, table_lines
from argmap.reporters.ink import ink
from argmap.reporters.visible import visible
from argmap.typesetting import wrap


def blocks_text(blocks: Iterable[Block], width: int, *, color: bool) -> Iterator[list[str]]:
    """Each block as lines, at last whose numbers stand in tables; what stands between blocks is the caller's."""
    numbered: dict[Column, None] = {}
    for block in blocks:
        yield _block(block, width, color=color)
        if isinstance(block, Table) and is_numbered(block, width):
            numbered |= dict.fromkeys(block.columns)
    if numbered:
        yield [ink(line, "dim", color=color) for line in wrap(visible(" · ".join(_named(numbered))), width)]


def _named(columns: Iterable[Column]) -> Iterator[str]:
    for column in sorted(columns, key=lambda one: one.number):
        yield f"{column.number} {column.name}" + (f" ({column.id})" if column.id != column.name else "")


def _block(block: Block, width: int, *, color: bool) -> list[str]:
    match block:
        case Title():
            return title_lines(block, width, color=color)
        case Item():
            return item_lines(block, width, color=color)
        case Items():
            return [line for item in block.items for line in item_lines(item, width, color=color)]
        case Note():
            return [ink(line, block.tone, color=color) for line in wrap(visible(block.text), width)]
        case Rows():
            return row_lines(block.rows, width, left=0, color=color)
        case Table():
            return table_lines(block, width, color=color)
        case _:
            assert_never(block)
