"""The largest type a drawing can have on its paper: of the shapes its trees can take, the one that fits best."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.diagram.boxes import Box
from argmap.layout.curves import BESIDE, STYLES, Curves, Forest, forests
from argmap.layout.groups import GAP
from argmap.layout.paper import Paper
from argmap.layout.shape import Line, Measure, Placed, Point, Size, Style
from argmap.layout.tree import place

__all__ = ["PAD", "STYLES", "Curves", "Drawing", "can_fit", "fit"]

PAD: Final = 15.0
"""What Graphviz adds around a drawing, both sides together."""

_BELOW_TITLE, _ABOVE_LEGEND, _ENDLESS_RATIO = 16.0, 16.0, 1.4

# what to keep free around a box, so that no line of it is covered
_AROUND, _LEFT = GAP + 2, 60.0

Extent = tuple[float, float]
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sheet with everything in its place. Points; the origin is at the upper left.

    Attributes:
        boxes: Upper left corners by name.
        sizes: Sizes by name.
        styles: How the text of each is set, by name.
        title: Which of the ways to set the title was chosen; it stands at the upper left.
        legend: Which of the legends was chosen, and its upper left corner; None without any.
        scale: How much larger it is on its paper than drawn.
    """

    boxes: Mapping[str, Point]
    sizes: Mapping[str, Size]
    lines: tuple[Line, ...]
    styles: Mapping[str, Style]
    title: int
    legend: tuple[int, Point] | None
    width: float
    height: float
    scale: float


@dataclass(frozen=True, slots=True)
class _Page:
    """Title, trees and legend on one sheet: which variants, where, and how large all of it is."""

    scale: float
    forest: Forest
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
    curves: Curves | None = None,
) -> Drawing:
    """The drawing with the largest type; among equals the first tried.

    Args:
        roots: The trees to draw.
        measure: How large boxes are.
        paper: What it has to fit.
        titles: Widths and heights of the ways to set the title.
        legends: The same of the ways to set the legend; may be empty.
        font_size: Of the body text that `measure` measures.
        curves: Shapes of trees that are known from an earlier call with the same `measure`.
    """
    page = _best(roots, curves or Curves(measure), paper, titles, legends, font_size, enough=math.inf)
    assert page is not None, "nothing to draw"
    arrangement = {s.box.name: s.stand for root, _, _ in page.forest.places() for s in root.walk()}
    sizes = _sizes(roots, measure, {name: stand.style for name, stand in arrangement.items()})
    placed = Placed()
    for shape, x, y in page.forest.places():
        placed.add(place(shape.box, sizes, arrangement, lines=True), x, y + page.down)
    scale = 1.0 if paper.endless else min(_scale(page.width, page.height, paper), paper.most_pt / font_size)
    return Drawing(
        boxes=placed.boxes,
        sizes=sizes,
        lines=tuple(placed.lines),
        styles={name: stand.style for name, stand in arrangement.items()},
        title=page.title,
        legend=page.legend,
        width=page.width,
        height=page.height,
        scale=scale,
    )


def _sizes(roots: Sequence[Box], measure: Measure, styles: Mapping[str, Style]) -> dict[str, Size]:
    """The sizes of boxes that are set in different ways."""
    sizes: dict[str, Size] = {}
    boxes = [box for root in roots for box in root.walk()]
    for style in dict.fromkeys(styles.values()):
        sizes |= measure([box for box in boxes if styles[box.name] == style], style)
    return sizes


def can_fit(
    roots: Sequence[Box],
    measure: Measure,
    paper: Paper,
    *,
    titles: Sequence[Extent],
    legends: Sequence[Extent],
    font_size: float,
    curves: Curves | None = None,
) -> bool:
    """Whether the drawing can have type large enough to read on the paper."""
    least = paper.least_pt / font_size
    page = _best(roots, curves or Curves(measure), paper, titles, legends, font_size, enough=least)
    return page is not None and page.scale >= least


def _best(
    roots: Sequence[Box],
    curves: Curves,
    paper: Paper,
    titles: Sequence[Extent],
    legends: Sequence[Extent],
    font_size: float,
    *,
    enough: float,
) -> _Page | None:
    """The page with the largest scale, or the first that has one of `enough`."""
    best: _Page | None = None
    hopes = [(_hope(f, paper, titles), i, f) for i, f in enumerate(forests(curves.of(roots)))]
    for hope, _, forest in sorted(hopes, key=lambda h: (-h[0], h[1])):
        if best and (best.scale >= hope or best.scale >= enough):
            break
        for page in _pages(forest, titles, legends, paper, than=best.scale if best else 0.0):
            if best is None or page.scale > best.scale:
                best = page
    return best


def _hope(forest: Forest, paper: Paper, titles: Sequence[Extent]) -> float:
    """The scale a forest can have at most."""
    return max(_scale(max(w, forest.width), h + _BELOW_TITLE + forest.height, paper) for w, h in titles)


def _pages(
    forest: Forest, titles: Sequence[Extent], legends: Sequence[Extent], paper: Paper, *, than: float
) -> Iterator[_Page]:
    """Title above; legend right of it, in a free place of the page, or else below all."""
    taken: list[Rectangle] | None = None
    for i, (wide, high) in enumerate(titles):
        down = high + _BELOW_TITLE
        width, height = max(wide, forest.width), down + forest.height
        if not legends:
            yield _Page(_scale(width, height, paper), forest, width, height, down, i, None)
        if _scale(width, height, paper) <= than:
            continue
        if taken is None:
            taken = _taken(forest)
        for j, legend in enumerate(legends):
            for w, h, lower, at in _with_legend(legend, (wide, high), (width, height), down, taken, forest):
                page = _Page(_scale(w, h, paper), forest, w, h, lower, i, (j, at))
                if page.scale > than:
                    than = page.scale
                    yield page


def _with_legend(
    legend: Extent, title: Extent, page: Extent, down: float, taken: Sequence[Rectangle], forest: Forest
) -> Iterator[tuple[float, float, float, Point]]:
    """Places for a legend: width and height of the page, where the trees begin, and the corner of the legend."""
    width, height = legend
    right, foot = page[0] - width, page[1] - height
    title_box = (0.0, -down, title[0] + BESIDE, title[1] - down)
    corners = [(right, 0.0), (right, foot), (0.0, foot)]
    corners += [(x, foot) for x in sorted({r[2] for r in taken if r[2] < right}, reverse=True)]
    for x, y in corners:
        spot = (x, y - down, x + width, y - down + height)
        if x >= 0 and y >= 0 and not any(_overlap(spot, other) for other in (title_box, *taken)):
            yield page[0], page[1], down, (x, y)
            break
    beside = max(title[0] + BESIDE + width, forest.width)
    lower = max(title[1], height) + _BELOW_TITLE
    yield beside, lower + forest.height, lower, (beside - width, 0.0)
    yield max(page[0], width), page[1] + _ABOVE_LEGEND + height, down, (0.0, page[1] + _ABOVE_LEGEND)


def _taken(forest: Forest) -> list[Rectangle]:
    """What boxes and their lines cover, as far as a legend must keep away; from the top of the trees."""
    found = []
    for root, dx, dy in forest.places():
        arrangement = {s.box.name: s.stand for s in root.walk()}
        sizes = {s.box.name: s.size for s in root.walk()}
        for name, (x, y) in place(root.box, sizes, arrangement, lines=False).boxes.items():
            size, left, top = sizes[name], x + dx, y + dy
            found.append(
                (left - _LEFT, top - _AROUND, left + size.width + _AROUND, top + size.height + _AROUND)
            )
    return found


def _overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _scale(width: float, height: float, paper: Paper) -> float:
    if paper.endless:  # no paper to fill: the handier shape is the better one
        return 1000 / max(width, height * _ENDLESS_RATIO)
    return min(paper.width / (width + PAD), paper.height / (height + PAD))
