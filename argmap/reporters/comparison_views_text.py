"""The parts of a view as lines of text, none wider than asked."""

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from argmap.comparison.records import Group
from argmap.reporters.comparison_views_blocks import Block, Column, Item, Items, Note, Rows, Table, Title
from argmap.reporters.comparison_views_rows import row_lines
from argmap.reporters.comparison_views_tables import is_numbered, table_lines
from argmap.reporters.ink import Tone, ink
from argmap.reporters.visible import visible
from argmap.typesetting import display_width, wrap

TONES: Final[dict[Group, Tone]] = {
    "agree": "agree",
    "agree-but": "agree",
    "diverge": "differ",
    "conflict": "conflict",
    "one-sided": "dim",
    "undetermined": "bold",
}
INDENT: Final = 2  # of the sentence beside a symbol; twice that for what stands under it


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


def title_lines(title: Title, width: int, *, color: bool) -> list[str]:
    """The heading with a rule to the right edge, and its legend."""
    head = title.text if title.count is None else f"{title.text} ({title.count})"
    first, *rest = wrap(visible(head), width)
    rule = "" if rest else " " + "─" * (width - display_width(first) - 1)
    return [
        ink(first, "bold", color=color) + ink(rule, "dim", color=color),
        *(ink(line, "bold", color=color) for line in rest),
        *(ink(line, "dim", color=color) for line in wrap(visible(title.legend), width)),
    ]


def item_lines(item: Item, width: int, *, color: bool) -> list[str]:
    """A finding: the symbol, beside it the text, under that the rows."""
    first, *rest = wrap(visible(item.text), width - INDENT) or [""]
    lines = [f"{ink(item.symbol, TONES[item.group], color=color)} {ink(first, 'bold', color=color)}"]
    lines += [" " * INDENT + ink(line, "bold", color=color) for line in rest]
    return lines + row_lines(item.rows, width, left=2 * INDENT, color=color)
