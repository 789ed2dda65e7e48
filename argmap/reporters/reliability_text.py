"""The agreement of coders for the terminal: who coded what, the figures, then what there is to talk about."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.comparison.reliability.records import Disagreement, Reliability
from argmap.reporters import reliability_parts as parts
from argmap.reporters.ink import ink
from argmap.reporters.reliability_parts import Part, Topic
from argmap.reporters.visible import visible
from argmap.typesetting import display_width, wrap

SHOWN: Final = 10
"""Disagreements of a layer that are written out, unless all are asked for."""

_INDENT: Final = 2
_LEAD: Final = 15  # columns for what leads in a line of the summary


def reliability_text(r: Reliability, *, width: int = 80, color: bool = False, everything: bool = False) -> str:
    """The result as text, no line wider than `width` columns, a table of very long names excepted.

    Args:
        r: The result.
        width: Columns to fill; at least 40.
        color: Whether to add colour for a terminal. Without it the text says as much.
        everything: Whether to write out all disagreements.
    """
    width = max(width, 40)
    blocks = [list(_heading(r, width, color=color))]
    blocks += [list(_part(part, width, color=color)) for part in parts.parts(r)]
    blocks.append(list(_legend(width, color=color)))
    topics = parts.topics(r, None if everything else SHOWN)
    if topics:
        blocks.append([_rule("To talk about", width, color=color)])
    for topic in topics:
        blocks += _topic(topic, width, color=color)
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _heading(r: Reliability, width: int, *, color: bool) -> Iterator[str]:
    of = f" of “{r.title}”" if r.title else " of one article"
    for line in wrap(visible(f"{len(r.maps)} codings{of}"), width):
        yield ink(line, "bold", color=color)
    yield from _coders(r, width)
    yield ""
    for lead, text in parts.summary(r):
        for i, line in enumerate(wrap(text, width - _LEAD)):
            yield ink(f"{lead if not i else '':<{_LEAD}}", "dim", color=color) + line


def _coders(r: Reliability, width: int) -> Iterator[str]:
    """Who coded what; a file's name stands under its line where it would be too long."""
    short = parts.short_names(r)
    rows = [
        [
            *([short[m.label]] if short[m.label] != m.label else []),
            visible(m.label),
            f"{m.statements} statement{'s' * (m.statements != 1)}, {m.coded} coded",
        ]
        for m in r.maps
    ]
    whole = [[*row, visible(m.file or "")] for row, m in zip(rows, r.maps, strict=True)]
    fits = all(display_width(line) + _INDENT <= width for line in _table(whole, right=False))
    for line, m in zip(_table(whole if fits else rows, right=False), r.maps, strict=True):
        for one in wrap(line, width - _INDENT) if display_width(line) + _INDENT > width else [line]:
            yield " " * _INDENT + one
        if not fits and m.file:
            yield from (" " * 2 * _INDENT + one for one in wrap(visible(m.file), width - 2 * _INDENT))


def _part(part: Part, width: int, *, color: bool) -> Iterator[str]:
    yield _rule(part.title, width, color=color)
    yield from (ink(line, "dim", color=color) for line in wrap(visible(part.remark), width))
    if not part.rows:
        return
    yield ""
    yield from _table([parts.COLUMNS, *part.rows])
    for head, reason in part.reasons:
        for i, line in enumerate(wrap(visible(f"{head}: {reason}"), width - 4)):
            yield ink(f"{'  – ' if not i else '    '}{line}", "dim", color=color)
    for table in _in_width([[visible(c) for c in row] for row in part.pairs], width):
        yield ""
        yield from _table(table)


def _legend(width: int, *, color: bool) -> Iterator[str]:
    for name, text in parts.LEGEND:
        for i, line in enumerate(wrap(text, width - 7)):
            yield ink(f"{name if not i else '':<7}{line}", "dim", color=color)


def _topic(topic: Topic, width: int, *, color: bool) -> Iterator[list[str]]:
    yield [ink(f"{topic.title} ({topic.count})", "bold", color=color)]
    for d in topic.disagreements:
        yield list(_disagreement(d, width, color=color))
    if topic.left:
        yield [f"  … and {topic.left} more: --all"]


def _disagreement(d: Disagreement, width: int, *, color: bool) -> Iterator[str]:
    yield from ("  " + line for line in wrap(visible(d.about), width - 2))
    if how := parts.how(d):
        yield ink(f"  ({how})", "dim", color=color)
    rows = [[visible(cell) for cell in row] for row in parts.values(d)]
    column = max(display_width(name) for name, _, _ in rows)
    for name, value, said in rows:
        lines = wrap(f"{value} · {said}" if said else value, width - column - 6) or [""]
        lead = " " * (column - display_width(name))
        yield f"    {ink(name, 'dim', color=color)}{lead}  {lines[0]}"
        yield from (" " * (column + 6) + line for line in lines[1:])


def _rule(title: str, width: int, *, color: bool) -> str:
    return f"{ink(title, 'bold', color=color)} {ink('─' * (width - display_width(title) - 1), 'dim', color=color)}"


def _table(rows: Sequence[Sequence[str]], *, right: bool = True) -> Iterator[str]:
    """Rows in columns as wide as their widest cell; all but the first set to the right, for numbers."""
    if not rows:
        return
    widths = [max(display_width(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        cells = []
        for i, cell in enumerate(row):
            gap = " " * (widths[i] - display_width(cell))
            cells.append(gap + cell if right and i else cell + gap)
        yield "  ".join(cells).rstrip()


def _in_width(rows: Sequence[Sequence[str]], width: int) -> Iterator[list[list[str]]]:
    """A wide table as several, each beginning with the first column."""
    if not rows:
        return
    widths = [max(display_width(row[i]) for row in rows) + 2 for i in range(len(rows[0]))]
    start = 1
    while start < len(widths):
        end = start + 1
        while end < len(widths) and widths[0] + sum(widths[start : end + 1]) - 2 <= width:
            end += 1
        yield [[row[0], *row[start:end]] for row in rows]
        start = end
