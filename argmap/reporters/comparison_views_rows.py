"""Titles, findings and rows as lines of text, the leads of rows in one column."""

from collections.abc import Sequence
from typing import Final

from argmap.comparison.records import Group
from argmap.reporters.comparison_views_items import BULLET, Item, Row, Title
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
_WIDEST_LEAD: Final = 20  # longer ones stand on a line of their own
_LEAST_INDENT: Final = 2  # of the text under such a lead


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


def row_lines(rows: Sequence[Row], width: int, *, left: int, color: bool, lead: Tone | None = None) -> list[str]:
    """Rows with their leads in one column; a lead that is too wide stands above its text."""
    widths = [display_width(visible(r.lead)) for r in rows]
    column = max((w for w in widths if w <= _WIDEST_LEAD), default=0)
    if any(w > _WIDEST_LEAD for w in widths):
        column = max(column, _LEAST_INDENT)
    return [line for row in rows for line in _row(row, column, width, left=left, color=color, lead=lead)]


def _row(row: Row, column: int, width: int, *, left: int, color: bool, lead: Tone | None) -> list[str]:
    gap = 2 if column else 0
    hang = len(BULLET) if row.text.startswith(BULLET) else 0
    wrapped = wrap(visible(row.text[hang:]), width - left - column - gap - hang) or [""]
    body = [
        BULLET[:hang] * (not i) + " " * hang * bool(i) + ink(s, row.tone, color=color) for i, s in enumerate(wrapped)
    ]
    under = [" " * (left + column + gap) + line for line in body]
    name = visible(row.lead)
    if display_width(name) > column:
        return [" " * left + line for line in wrap(name, width - left)] + under
    head = " " * left + ink(name, lead or row.tone, color=color) + " " * (column - display_width(name) + gap)
    return [(head + body[0]).rstrip() if not wrapped[0] else head + body[0], *under[1:]]
