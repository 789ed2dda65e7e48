"""A line of a file with a place in it underlined."""

from argmap.diagnostics import Position
from argmap.reporters.visible import visible
from argmap.typesetting import display_width

_TAB = 4


def excerpt(source: str, position: Position, *, width: int) -> tuple[str, str]:
    """The line and what stands under it: spaces, then ``^`` under each column of the place.

    Args:
        source: The line the place starts in.
        position: The place; what lies on further lines is not underlined.
        width: The most columns to take. Of a longer line the part round the place is shown, ``…`` for the rest.
    """
    start = min(position.column - 1, len(source))
    end = len(source) if position.end_line > position.line else min(position.end_column - 1, len(source))
    first = max(0, start - width)  # a whole map may stand on one line: look at no more of it than can be shown
    cells = _cells(source[first : max(start, min(end, start + width)) + width])
    start, end = start - first, max(min(end - first, len(cells)), start - first)
    left, right = _window(cells, start, end, width - 2)
    shown = "".join(cells[left:right])
    head = "…" if (first or left) and not shown.startswith("…") else ""
    tail = "…" if first + right < len(source) and not shown.endswith("…") else ""
    offset = display_width(head + "".join(cells[left:start]))
    length = display_width("".join(cells[start : min(end, right)]))
    return (head + shown + tail).rstrip(), " " * offset + "^" * max(length, 1)


def _cells(text: str) -> list[str]:
    """What is shown for each character; a tab fills up to the next stop."""
    cells: list[str] = []
    column = 0
    for character in text:
        cells.append(" " * (_TAB - column % _TAB) if character == "\t" else visible(character))
        column += display_width(cells[-1])
    return cells


def _window(cells: list[str], start: int, end: int, width: int) -> tuple[int, int]:
    """From which to which cell a line is shown: the place, a third of the room before it, the rest behind it."""
    widths = [display_width(cell) for cell in cells]
    if sum(widths) <= width:
        return 0, len(cells)
    room = width - min(sum(widths[start:end]), width)
    left, right = start, start
    before = max(room // 3, room - sum(widths[end:]))
    while left > 0 and sum(widths[left - 1 : start]) <= before:
        left -= 1
    used = sum(widths[left:start])
    while right < len(cells) and used + widths[right] <= width:
        used += widths[right]
        right += 1
    return left, right
