"""The largest type a drawing can have on its paper: every way of setting and arranging it is tried, the best kept."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from argmap.diagram.boxes import Box
from argmap.layout.paper import Paper
from argmap.layout.shape import Arrangement, Line, Measure, Placed, Point, Size, Style
from argmap.layout.tree import GAP, place_all

STYLES: Final = tuple(Style(columns, beside) for columns, beside in product((26, 30, 22, 34, 18), (True, False)))

PAD: Final = 15.0
"""What Graphviz adds around a drawing, both sides together."""

_BELOW_TITLE, _ABOVE_LEGEND, _ENDLESS_RATIO = 16.0, 16.0, 1.4

# what to keep free around a box in a corner of the page, so that no line of it is covered
_AROUND, _LEFT = GAP + 2, 60.0

Extent = tuple[float, float]
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sheet with everything in its place. Points; the origin is at the upper left.

    Attributes:
        boxes: Upper left corners by name.
        sizes: Sizes by name.
        title: Which of the ways to set the title was chosen; it stands at the upper left.
        legend: Which of the legends was chosen, and its upper left corner; None without any.
        scale: How much larger it is on its paper than drawn.
    """

    boxes: Mapping[str, Point]
    sizes: Mapping[str, Size]
    lines: tuple[Line, ...]
    style: Style
    title: int
    legend: tuple[int, Point] | None
    width: float
    height: float
    scale: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    scale: float
    style: Style
    arrangement: Arrangement
    within: float
    page: "_Page"


@dataclass(frozen=True, slots=True)
class _Page:
    """Title, trees and legend on one sheet: which variants, where, and how large all of it is."""

    width: float
    height: float
    down: float
    title: int
    legend: tuple[int, Point] | None


def fit(
    roots: Sequence[Box],
    measure: Measure,
    paper: Paper,
    *,
    titles: Sequence[Extent],
    legends: Sequence[Extent],
    font_size: float,
) -> Drawing:
    """The drawing with the largest type; among equals the first tried.

    Args:
        roots: The trees to draw.
        measure: How large boxes are.
        paper: What it has to fit.
        titles: Widths and heights of the ways to set the title.
        legends: The same of the ways to set the legend; may be empty.
        font_size: Of the body text that `measure` measures.
    """
    best = _search(roots, measure, paper, titles, legends, enough=math.inf)
    assert best is not None, "nothing to draw"
    sizes = measure([box for root in roots for box in root.walk()], best.style)
    placed = place_all(roots, sizes, best.style, best.arrangement, within=best.within, lines=True)
    down, scale = best.page.down, 1.0 if paper.endless else min(best.scale, paper.most_pt / font_size)
    return Drawing(
        boxes={name: (x, y + down) for name, (x, y) in placed.boxes.items()},
        sizes=sizes,
        lines=tuple(
            Line(n.tail, n.head, n.foot, n.kind, tuple((x, y + down) for x, y in n.points)) for n in placed.lines
        ),
        style=best.style,
        title=best.page.title,
        legend=best.page.legend,
        width=best.page.width,
        height=best.page.height,
        scale=scale,
    )


def can_fit(
    roots: Sequence[Box],
    measure: Measure,
    paper: Paper,
    *,
    titles: Sequence[Extent],
    legends: Sequence[Extent],
    font_size: float,
) -> bool:
    """Whether the drawing can have type large enough to read on the paper."""
    least = paper.least_pt / font_size
    return _search(roots, measure, paper, titles, legends, enough=least) is not None


def _search(
    roots: Sequence[Box],
    measure: Measure,
    paper: Paper,
    titles: Sequence[Extent],
    legends: Sequence[Extent],
    *,
    enough: float,
) -> _Candidate | None:
    """The best candidate, or, with a finite `enough`, the first that reaches that scale, if any does."""
    best: _Candidate | None = None
    boxes = [box for root in roots for box in root.walk()]
    for style in STYLES:
        sizes = measure(boxes, style)
        bound = _bound(sizes, paper)
        if bound < (enough if math.isfinite(enough) else best.scale if best else 0):
            continue
        for arrangement, within in _arrangements(roots):
            placed = place_all(roots, sizes, style, arrangement, within=within, lines=False)
            page = _page(placed, sizes, titles, legends, paper, than=best.scale if best else 0)
            scale = _scale(page.width, page.height, paper) if page else 0
            if page and (best is None or scale > best.scale):
                best = _Candidate(scale, style, arrangement, within, page)
                if scale >= enough:
                    return best
    return None if math.isfinite(enough) else best


def _arrangements(roots: Sequence[Box]) -> Iterator[tuple[Arrangement, float]]:
    fans = _fans(roots)
    shelves = [math.inf] if len(roots) == 1 else [math.inf, 0.0, 700.0, 1000.0]
    ways = [Arrangement(hang, rails) for hang in range(min(3, len(fans))) for rails in range(1, min(fans[hang], 4) + 1)]
    for arrangement in [Arrangement(99), *ways]:
        for within in shelves:
            yield arrangement, within


def _fans(roots: Sequence[Box]) -> list[int]:
    """The most children of a box, for each depth that has any."""
    fans = []
    row: list[Box] = list(roots)
    while any(box.children for box in row):
        fans.append(max(len(box.children) for box in row))
        row = [child for box in row for child in box.children]
    return fans


def _bound(sizes: Mapping[str, Size], paper: Paper) -> float:
    """No arrangement can be larger than this: the boxes alone would fill the paper."""
    if paper.endless:
        return math.inf
    return math.sqrt(paper.width * paper.height / max(sum(s.width * s.height for s in sizes.values()), 1))


def _page(
    placed: Placed,
    sizes: Mapping[str, Size],
    titles: Sequence[Extent],
    legends: Sequence[Extent],
    paper: Paper,
    *,
    than: float,
) -> _Page | None:
    """Title above, legend in a free corner or else below all: what gives the largest scale, if larger `than`."""
    best = None
    for i, (wide, high) in enumerate(titles):
        down = high + _BELOW_TITLE
        bare = _Page(max(wide, placed.width), down + placed.height, down, i, None)
        if _scale(bare.width, bare.height, paper) <= than:
            continue
        taken = [(0.0, 0.0, wide + _AROUND, high)]
        for name, (x, y) in placed.boxes.items():
            size, top = sizes[name], y + down
            taken.append((x - _LEFT, top - _AROUND, x + size.width + _AROUND, top + size.height + _AROUND))
        for page in _with_legend(bare, taken, legends):
            scale = _scale(page.width, page.height, paper)
            if scale > than:
                best, than = page, scale
    return best


def _with_legend(bare: _Page, taken: Sequence[Rectangle], legends: Sequence[Extent]) -> Iterator[_Page]:
    if not legends:
        yield bare
    for j, (width, height) in enumerate(legends):
        right, foot = bare.width - width, bare.height - height
        for x, y in ((right, 0.0), (right, foot), (0.0, foot)):
            if not any(_overlap((x, y, x + width, y + height), other) for other in taken):
                yield _Page(bare.width, bare.height, bare.down, bare.title, (j, (x, y)))
                break
        below = (j, (0.0, bare.height + _ABOVE_LEGEND))
        tall = bare.height + _ABOVE_LEGEND + height
        yield _Page(max(bare.width, width), tall, bare.down, bare.title, below)


def _overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _scale(width: float, height: float, paper: Paper) -> float:
    if paper.endless:  # no paper to fill: the handier shape is the better one
        return 1000 / max(width, height * _ENDLESS_RATIO)
    return min(paper.width / (width + PAD), paper.height / (height + PAD))
