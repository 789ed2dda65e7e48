"""Rows of a lead and a text, the leads in one column."""

from collections.abc import Sequence
from typing import Final

from argmap.reporters.comparison_views_blocks import BULLET, Row
from argmap.reporters.ink import Tone, ink
from argmap.reporters.visible import visible
from argmap.typesetting import display_width, wrap

_WIDEST_LEAD: Final = 20  # longer ones stand on a line of their own
_LEAST_INDENT: Final = 2  # of the text under such a lead


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
