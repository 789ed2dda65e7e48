"""A table of maps as lines of text: in words where the columns are wide enough, else in signs, else line by line."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from argmap.reporters.comparison_views_blocks import NOTHING, Line, Table
from argmap.reporters.comparison_views_items import Row, names_in_short
from argmap.reporters.comparison_views_rows import row_lines
from argmap.reporters.ink import ink
from argmap.reporters.visible import visible
from argmap.typesetting import display_width, wrap

_GAP: Final = 2
_SYMBOL: Final = 2  # columns the symbol takes with the blank behind it
_MOST_LINES: Final = 7  # of a cell; a taller one is hard to read beside others
_NARROWEST: Final = 4  # columns of a cell in words
_NARROWEST_PROSE: Final = 24
_NARROWEST_LEAD: Final = 18


def table_lines(table: Table, width: int, *, color: bool) -> list[str]:
    """The table, no line wider than `width`."""
    lead, columns = _layout(table, width)
    if columns:
        lines = _grid(table, _heads(table), _words(table), lead, columns, color=color)
        return lines + _legend(table.legend, width, color=color)
    if _has_signs(table):
        return _pages(table, width, lead, color=color)
    return _stacked(table, width, color=color) + _legend(table.legend, width, color=color)


def is_numbered(table: Table, width: int) -> bool:
    """Whether numbers stand for the maps, so that somebody has to say whose they are."""
    return _has_signs(table) and not _layout(table, width)[1]


def _layout(table: Table, width: int) -> tuple[int, list[int]]:
    """The columns of the lead and of the cells in words; no cells where there is not the room.

    The lead has two fifths of the line, less where the words need it.
    """
    wide = _lead_width(table, width)
    for lead in (wide, min(wide, _NARROWEST_LEAD)):
        if columns := _in_words(table, width - lead - _mark(table)):
            return lead, columns
    return wide, []


def _has_signs(table: Table) -> bool:
    return any(cell.sign for line in table.lines for cell in line.cells)


def _legend(text: str, width: int, *, color: bool) -> list[str]:
    return ["", *(ink(line, "dim", color=color) for line in wrap(visible(text), width))] if text else []


def _lead_width(table: Table, width: int) -> int:
    widest = max(display_width(visible(text)) for text in (table.corner, *(line.lead for line in table.lines)))
    return min(
        widest + 2 * any(line.within for line in table.lines), max(_NARROWEST_LEAD, width * 2 // 5 - _mark(table))
    )


def _mark(table: Table) -> int:
    return _SYMBOL if any(line.symbol for line in table.lines) else 0


def _heads(table: Table) -> list[str]:
    return [visible(column.name) for column in table.columns]


def _words(table: Table) -> list[list[str]]:
    return [[visible(cell.words) for cell in line.cells] for line in table.lines]


def _in_words(table: Table, room: int) -> list[int]:
    """The widths of the columns in words, all that they need or equal shares; none if there is not the room."""
    columns = list(zip(_heads(table), *_words(table), strict=True))
    needed = [max(_NARROWEST, *(display_width(text) for text in column)) for column in columns]
    if sum(needed) + _GAP * len(needed) <= room:
        return needed
    share = room // len(columns) - _GAP
    if table.prose:
        return [share] * len(columns) if share >= _NARROWEST_PROSE else []
    if share < max((_longest_word(text) for column in columns for text in column), default=0):
        return []
    return [share] * len(columns) if all(_tall(c, share) <= _MOST_LINES for c in columns) else []


def _longest_word(text: str) -> int:
    return max((display_width(word) for word in text.replace("-", "- ").split()), default=0)


def _tall(column: Iterable[str], share: int) -> int:
    return max(len(wrap(text, share)) for text in column)


def _pages(table: Table, width: int, lead: int, *, color: bool) -> list[str]:
    """The table in signs under numbers, as many maps at a time as fit."""
    numbers = [str(column.number) for column in table.columns]
    signs = [[cell.sign or cell.words for cell in line.cells] for line in table.lines]
    broad = max(display_width(text) for text in (*numbers, *(sign for line in signs for sign in line)))
    lead = min(lead + 1, width // 2)
    fit = max((width - lead - _mark(table)) // (broad + 1), 1)
    lines: list[str] = []
    for start in range(0, len(numbers), fit):
        part = slice(start, start + fit)
        page = numbers[part]
        rows = [line[part] for line in signs]
        lines += [""] * bool(lines) + _grid(table, page, rows, lead, [broad] * len(page), color=color, gap=1)
    return lines + _legend(table.signs, width, color=color)


def _grid(
    table: Table,
    heads: Sequence[str],
    cells: Sequence[Sequence[str]],
    lead: int,
    columns: Sequence[int],
    *,
    color: bool,
    gap: int = _GAP,
) -> list[str]:
    marked = _mark(table)
    head = list(_across(" " * marked, [visible(table.corner), *heads], [lead, *columns], gap))
    rule = "─" * (marked + lead + sum(columns) + gap * len(columns))
    lines = [*(ink(line, "bold", color=color) for line in head), ink(rule, "dim", color=color)]
    tall = table.prose and any(
        _tall(column, w) > 1 for column, w in zip(zip(*cells, strict=True), columns, strict=True)
    )
    for line, row in zip(table.lines, cells, strict=True):
        left = 2 * line.within
        mark = f"{line.symbol:<{marked}}" + " " * left
        lines += [""] * (tall and line is not table.lines[0])
        lines += _across(mark, [visible(line.lead), *row], [lead - left, *columns], gap)
    return lines


def _across(mark: str, texts: Sequence[str], columns: Sequence[int], gap: int) -> Iterator[str]:
    """Texts beside one another, each within its column."""
    wrapped = [wrap(text, width) for text, width in zip(texts, columns, strict=True)]
    for i, parts in enumerate(zip_longest(*wrapped, fillvalue="")):
        start = mark if not i else " " * len(mark)
        padded = (part + " " * (width - display_width(part)) for part, width in zip(parts, columns, strict=True))
        yield (start + (" " * gap).join(padded)).rstrip()


def _stacked(table: Table, width: int, *, color: bool) -> list[str]:
    """Under each line the cells that say something, those alike together."""
    lines: list[str] = []
    for line in table.lines:
        mark = f"{line.symbol} " if line.symbol else ""
        left = 2 * line.within
        first, *rest = wrap(visible(line.lead), width - len(mark) - left) or [""]
        lines.append(" " * left + mark + ink(first, "bold", color=color))
        lines += [" " * (left + len(mark)) + ink(text, "bold", color=color) for text in rest]
        rows = [Row(names, words) for names, words in _alike(table, line)]
        lines += row_lines(rows, width, left=4, color=color)
    return lines


def _alike(table: Table, line: Line) -> Iterator[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for column, cell in zip(table.columns, line.cells, strict=True):
        if cell.words not in (NOTHING, ""):
            found.setdefault(cell.words, []).append(column.name)
    for words, names in sorted(found.items(), key=lambda pair: -len(pair[1])):
        yield names_in_short(names), words
