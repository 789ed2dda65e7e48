"""The largest type a drawing can have on its paper: every way of setting and arranging it is tried, the best kept."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from argmap.diagram.boxes import Box
from argmap.layout.paper import Paper
from argmap.layout.shape import Arrangement, Line, Measure, Point, Size, Style
from argmap.layout.tree import place_all

STYLES: Final = tuple(Style(columns, beside) for columns, beside in product((26, 30, 22, 34, 18), (True, False)))

PAD: Final = 15.0
"""What Graphviz adds around a drawing, both sides together."""

_BELOW_TITLE, _ABOVE_LEGEND, _ENDLESS_RATIO = 16.0, 16.0, 1.4

Extent = tuple[float, float]


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
        for arrangement, within in _arrangements(roots, sizes):
            placed = place_all(roots, sizes, style, arrangement, within=within, lines=False)
            foot = min(placed.boxes[root.name][1] + sizes[root.name].height for root in roots)
            right = max(placed.boxes[root.name][0] + sizes[root.name].width for root in roots)
            page = _page((placed.width, placed.height), (right, foot), titles, legends, paper)
            scale = _scale(page.width, page.height, paper)
            if best is None or scale > best.scale:
                best = _Candidate(scale, style, arrangement, within, page)
                if scale >= enough:
                    return best
    return None if math.isfinite(enough) else best


def _arrangements(roots: Sequence[Box], sizes: Mapping[str, Size]) -> Iterator[tuple[Arrangement, float]]:
    first = 1 if any(root.kind == "context" for root in roots) else 0
    deepest = max(_depth(root) for root in roots)
    shelves = [math.inf] if len(roots) == 1 else [math.inf, 0.0, sum(sizes[r.name].width for r in roots), 700.0, 1000.0]
    ways = [Arrangement(hang, rails) for hang in range(first, min(first + 3, deepest)) for rails in (1, 2, 3, 4)]
    for arrangement in [Arrangement(99), *ways]:
        for within in shelves:
            yield arrangement, within


def _depth(box: Box) -> int:
    deepest, waiting = 0, [(box, 0)]
    while waiting:
        at, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(child, depth + 1) for child in at.children]
    return deepest


def _bound(sizes: Mapping[str, Size], paper: Paper) -> float:
    """No arrangement can be larger than this: the boxes alone would fill the paper."""
    if paper.endless:
        return math.inf
    return math.sqrt(paper.width * paper.height / max(sum(s.width * s.height for s in sizes.values()), 1))


def _page(tree: Extent, root: Point, titles: Sequence[Extent], legends: Sequence[Extent], paper: Paper) -> _Page:
    """Title above, legend beside title and root if there is room, else below all; the largest result."""
    pages = []
    for i, (wide, high) in enumerate(titles):
        down = high + _BELOW_TITLE
        bare = _Page(max(wide, tree[0]), down + tree[1], down, i, None)
        for j, (width, height) in enumerate(legends):
            x, free = bare.width - width, max(wide, root[0]) + 2 * _ABOVE_LEGEND
            if x >= free and height <= down + root[1]:
                pages.append(_Page(bare.width, bare.height, down, i, (j, (x, 0.0))))
            below = (j, (0.0, bare.height + _ABOVE_LEGEND))
            pages.append(_Page(max(bare.width, width), bare.height + _ABOVE_LEGEND + height, down, i, below))
        if not legends:
            pages.append(bare)
    return max(pages, key=lambda page: _scale(page.width, page.height, paper))


def _scale(width: float, height: float, paper: Paper) -> float:
    if paper.endless:  # no paper to fill: the handier shape is the better one
        return 1000 / max(width, height * _ENDLESS_RATIO)
    return min(paper.width / (width + PAD), paper.height / (height + PAD))
