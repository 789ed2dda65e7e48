"""Title and legend around a drawing whose boxes and lines have their places already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.layout.paper import Paper
from argmap.layout.shape import Point

PAD: Final = 15.0  # what Graphviz adds around a drawing, both sides together

_APART: Final = 16.0

Extent = tuple[float, float]
Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom; y runs downwards."""


@dataclass(frozen=True, slots=True)
class Surrounded:
    """A page: its size, how far down the drawing begins, and which title and legend stand where.

    The title stands at the upper left; `legend` has its number and its upper left corner, or is None.
    `scale` is how much larger all is on its paper, at most.
    """

    scale: float
    width: float
    height: float
    down: float
    title: int
    legend: tuple[int, Point] | None


def surround(
    drawing: Extent,
    taken: Sequence[Rectangle],
    paper: Paper,
    *,
    titles: Sequence[Extent],
    legends: Sequence[Extent],
) -> Surrounded:
    """The page with the largest type.

    Args:
        drawing: How wide and high it is.
        taken: What its boxes and lines cover.
        paper: What it has to fit.
        titles: Widths and heights of the ways to set the title.
        legends: The same of the ways to set the legend; may be empty.
    """
    pages = (
        page
        for i, title in enumerate(titles)
        for page in _pages(i, title, drawing, taken, paper=paper, legends=legends)
    )
    return max(pages, key=lambda page: page.scale)


def _pages(
    i: int, title: Extent, drawing: Extent, taken: Sequence[Rectangle], *, paper: Paper, legends: Sequence[Extent]
) -> Iterator[Surrounded]:
    down = title[1] + _APART
    width, height = max(title[0], drawing[0]), down + drawing[1]
    if not legends:
        yield Surrounded(_scale(width, height, paper), width, height, down, i, None)
    covered = [(a, b + down, c, d + down) for a, b, c, d in taken] + [(0.0, 0.0, *title)]
    for j, (wide, high) in enumerate(legends):
        for x, y in ((width - wide, 0.0), (width - wide, height - high), (0.0, height - high)):
            spot = (x - _APART, y - _APART, x + wide + _APART, y + high + _APART)
            if x >= 0 and not any(_overlap(spot, other) for other in covered):
                yield Surrounded(_scale(width, height, paper), width, height, down, i, (j, (x, y)))
                break
        beside = max(title[0] + _APART + wide, drawing[0])
        lower = max(title[1], high) + _APART
        tall = lower + drawing[1]
        yield Surrounded(_scale(beside, tall, paper), beside, tall, lower, i, (j, (beside - wide, 0.0)))
        foot = height + _APART
        yield Surrounded(
            _scale(max(width, wide), foot + high, paper), max(width, wide), foot + high, down, i, (j, (0.0, foot))
        )


def _overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _scale(width: float, height: float, paper: Paper) -> float:
    if paper.endless:  # no paper to fill: the smaller, the handier
        return 1000 / (width + height)
    return min(paper.width / (width + PAD), paper.height / (height + PAD))
