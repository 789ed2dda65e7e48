"""The figures of a comparison for the terminal."""

from collections.abc import Iterator, Sequence

from argmap.comparison.records import Comparison
from argmap.reporters.ink import ink
from argmap.reporters.metrics_rows import NEVER_ONE, FigureRow, metrics_rows
from argmap.reporters.visible import visible
from argmap.typesetting import display_width, wrap

_LEAST_SAYS = 20  # columns for what a figure says; where fewer are left, it stands on lines of its own


def metrics_text(c: Comparison, *, width: int = 80, color: bool = False) -> Iterator[list[str]]:
    """The section ``Figures`` in blocks of lines, none wider than `width` columns; what stands between them is yours.

    Nothing, where the comparison was made without figures.
    """
    parts = metrics_rows(c)
    if not parts:
        return
    rule = "─" * (width - len("Figures") - 1)
    heading = f"{ink('Figures', 'bold', color=color)} {ink(rule, 'dim', color=color)}"
    yield [heading, *(ink(line, "dim", color=color) for line in wrap(NEVER_ONE, width))]
    for part in parts:
        yield [
            *(ink(line, "bold", color=color) for line in wrap(visible(part.title), width)),
            *_table(part.rows, width, color=color),
            *(ink(line, "dim", color=color) for line in wrap(visible(part.remark), width)),
        ]


def _table(rows: Sequence[FigureRow], width: int, *, color: bool) -> Iterator[str]:
    cells = [[visible(cell) for cell in (row.name, row.value, row.n)] for row in rows]
    widths = [max((display_width(row[i]) for row in cells), default=0) for i in range(3)]
    column = 2 + sum(widths) + 2 * 3
    beside = width - column >= _LEAST_SAYS
    for row, (name, value, n) in zip(rows, cells, strict=True):
        lead = f"  {_left(name, widths[0])}  {_left(value, widths[1])}  {_left(n, widths[2])}"
        says = wrap(visible(row.says), width - column if beside else width - 4)
        if beside:
            first, *rest = says or [""]
            yield f"{lead}  {ink(first, 'dim', color=color)}".rstrip()
        else:
            yield from (wrap(lead.strip(), width) if display_width(lead.rstrip()) > width else [lead.rstrip()])
            rest = says
        yield from (" " * (column if beside else 4) + ink(line, "dim", color=color) for line in rest)


def _left(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))
