"""How large Graphviz draws a label, worked out from its markup: hundreds are tried before a few are drawn.

The engine is asked once how wide and high each character is; tables are then laid out as it lays them out. What comes
out is right to about a point, or larger where letters move closer together than they are wide. Writing whose letters
join is measured line by line.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import XML, Element, ParseError

from argmap.errors import DrawingFailed
from argmap.layout.shape import Size
from argmap.renderers.graphviz.label_text import text

Extent = tuple[float, float]
Font = tuple[float, str]
"""Size in points, and ``B``, ``I`` or "" for plain."""

Engine = Callable[[Mapping[str, str]], Mapping[str, Extent]]
"""Widths and heights of labels, each by name."""

_RUN = 10  # times a character is repeated to be measured
_ROUNDED = 1.0  # points by which a line may be wider where the engine gives whole points only, as older ones do
_SAME = 0.01  # sizes come in inches with four digits
_JOINED: Final = re.compile(
    "[\u0300-\u036f\u0590-\u10ff\u1700-\u1cff\u200d\u20d0-\u20ff\ufb1d-\ufe0f\ufe70-\ufefc\U0001f000-\U000e01ef]"
)
"""What changes its form or width beside others: marks, Semitic and Indic letters, parts of emoji."""

_FACES: Final = ("B", "I")
_WIDE = "\u2e80"  # from here on there are too many characters to measure them all


class LabelSizes:
    """What is known of the characters in each font, and so of labels."""

    def __init__(self, engine: Engine, font_size: float, likely: str = "") -> None:
        """With the characters that are `likely` to come up, so that they are measured together."""
        self._engine, self._font = engine, (font_size, "")
        self._likely = frozenset("|" + "".join(c for c in likely if c < _WIDE))
        self._wide: dict[Font, dict[str, float]] = {}
        self._high: dict[Font, dict[str, float]] = {}
        self._runs: dict[tuple[str, Font], Extent] = {}
        self._more = 0.0

    def of(self, labels: Sequence[str]) -> list[Size]:
        """The sizes of labels, with the middles of their cells that have a name: ``p0``, ``p1``, …"""
        tables = [_parsed(label) for label in labels]
        try:
            return [self._size(table) for table in tables]
        except KeyError:  # a character that was not measured yet
            self._learn(run for table in tables for run in _runs(table, self._font))
        return [self._size(table) for table in tables]

    def _learn(self, runs: Iterable[tuple[str, Font]]) -> None:
        """Have everything measured that is not known: all in one go."""
        used: dict[Font, set[str]] = {}
        joined: dict[tuple[str, Font], None] = {}
        for said, font in runs:
            used.setdefault(font, {"|"} if font not in self._wide else set(self._likely))
            if not _JOINED.search(said):
                used[font].update(said)
            elif (said, font) not in self._runs:
                joined[said, font] = None
        new = [(c, font) for font, said in sorted(used.items()) for c in sorted(said - self._wide.get(font, {}).keys())]
        frames = [("", font) for font in dict.fromkeys(font for _, font in (*new, *joined))]
        asked = [*frames, *((c * _RUN, font) for c, font in new), *joined]
        if not asked:
            return
        sizes = self._engine({f"n{i}": _sample(*each) for i, each in enumerate(asked)}).values()
        found = dict(zip(asked, sizes, strict=True))
        if not self._wide and all(abs(width - round(width)) < _SAME for width, _ in sizes):
            self._more = _ROUNDED
        for c, font in new:
            width, high = found[c * _RUN, font]
            self._wide.setdefault(font, {})[c] = (width - found["", font][0]) / _RUN
            self._high.setdefault(font, {})[c] = high
        for run in joined:
            width, high = found[run]
            self._runs[run] = width - found["", run[1]][0] + self._more, high

    def _size(self, table: Element) -> Size:
        width, height, feet = self._table(table, self._font)
        return Size(width, height, feet or (width / 2,))

    def _table(self, table: Element, font: Font) -> tuple[float, float, tuple[float, ...]]:
        """Width and height, and the middles of the cells that have a name."""
        border, space = _number(table, "BORDER", 1), _number(table, "CELLSPACING", 2)
        frame, pad = _number(table, "CELLBORDER", border), _number(table, "CELLPADDING", 2)
        columns: list[tuple[int, int, float]] = []
        rows: list[tuple[int, int, float]] = []
        feet: list[tuple[int, int]] = []
        for i, j, cell in _grid(table):
            of = cell.attrib.get
            margin = 2 * (float(of("BORDER", frame)) + float(of("CELLPADDING", pad)))
            wide, high = self._content(cell, font)
            wide, high = max(wide + margin, float(of("WIDTH", 0))), max(high + margin, float(of("HEIGHT", 0)))
            right, below = j + int(of("COLSPAN", 1)), i + int(of("ROWSPAN", 1))
            columns.append((j, right, wide - (right - j - 1) * space))
            rows.append((i, below, high - (below - i - 1) * space))
            if of("PORT"):
                feet.append((j, right))
        xs, ys = _edges(columns), _edges(rows)
        width = xs[-1] + len(xs) * space + 2 * border
        height = ys[-1] + len(ys) * space + 2 * border
        return width, height, tuple((xs[j] + xs[k]) / 2 + border + (j + k + 1) / 2 * space for j, k in feet)

    def _content(self, cell: Element, font: Font) -> Extent:
        if len(cell) and cell[0].tag == "TABLE":
            return self._table(cell[0], font)[:2]
        lines = _lines(cell, font)
        if not lines:
            return 0.0, 0.0
        sizes = [self._line(line) for line in lines]
        wide = max([width for width, _ in sizes])
        if len(lines) > 1 and any(len(line) > 1 or line[0][1][1] for line in lines):
            return wide, sum(max(font[0] for _, font in line) for line in lines)  # as the engine sets them: solid
        return wide, sum([height for _, height in sizes])

    def _line(self, line: Sequence[tuple[str, Font]]) -> Extent:
        sizes = [self._run(*run) for run in line]
        return sum([width for width, _ in sizes]), max([height for _, height in sizes])

    def _run(self, said: str, font: Font) -> Extent:
        found = self._runs.get((said, font))
        if found is None:
            if _JOINED.search(said):
                raise KeyError(said)
            wide, high = self._wide.get(font, {}), self._high.get(font, {})
            found = sum(map(wide.__getitem__, said)) + self._more, max(map(high.__getitem__, said))
            self._runs[said, font] = found
        return found


def _parsed(label: str) -> Element:
    try:
        return XML(label)
    except ParseError as problem:
        raise DrawingFailed(f"a label is not well formed ({problem}): {label[:80]!r}") from problem


def _sample(said: str, font: Font) -> str:
    size, face = font
    return f'<FONT POINT-SIZE="{size:g}">{_faced(text(f"|{said}|"), face)}</FONT>'


def _faced(said: str, face: str) -> str:
    return f"<{face}>{said}</{face}>" if face else said


def _number(element: Element, name: str, default: float) -> float:
    return float(element.get(name, default))


def _grid(table: Element) -> Iterator[tuple[int, int, Element]]:
    """Every cell with its row and column."""
    taken: set[tuple[int, int]] = set()
    for i, row in enumerate(table):
        j = 0
        for cell in row:
            while taken and (i, j) in taken:
                j += 1
            wide = int(cell.get("COLSPAN", 1))
            yield i, j, cell
            if high := cell.get("ROWSPAN"):
                taken |= {(i + down, j + right) for down in range(1, int(high)) for right in range(wide)}
            j += wide


def _edges(cells: Sequence[tuple[int, int, float]]) -> list[float]:
    """Where columns (or rows) begin and the last ends, as close as their cells allow."""
    at = [0.0] * (max(end for _, end, _ in cells) + 1)
    for start, end, length in sorted(cells):
        at[end] = max(at[end], at[start] + length)
    for i in range(1, len(at)):
        at[i] = max(at[i], at[i - 1])
    return at


def _runs(element: Element, font: Font) -> Iterator[tuple[str, Font]]:
    """All text, each run with its font."""
    font = _font(element, font)
    if element.text and element.tag not in ("TABLE", "TR"):
        yield _said(element.text), font
    for child in element:
        yield from _runs(child, font)
        if child.tail and element.tag not in ("TABLE", "TR"):
            yield _said(child.tail), font


def _lines(cell: Element, font: Font) -> list[list[tuple[str, Font]]]:
    """The lines of a cell, each as runs."""
    lines: list[list[tuple[str, Font]]] = [[]]
    _break(cell, font, lines)
    return lines if lines[-1] else lines[:-1]


def _break(element: Element, font: Font, lines: list[list[tuple[str, Font]]]) -> None:
    font = _font(element, font)
    if element.text and (said := _said(element.text)):
        lines[-1].append((said, font))
    for child in element:
        if child.tag == "BR":
            lines.append([])
        else:
            _break(child, font, lines)
        if child.tail and (said := _said(child.tail)):
            lines[-1].append((said, font))


def _font(element: Element, font: Font) -> Font:
    """The font inside an element."""
    if element.tag == "FONT":
        return _number(element, "POINT-SIZE", font[0]), font[1]
    return (font[0], element.tag) if element.tag in _FACES else font


def _said(written: str) -> str:
    """Text as it is drawn: line ends in markup mean nothing, and a backslash is written twice."""
    return written.replace("\n", "").replace("\\\\", "\\")
