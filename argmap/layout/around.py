"""A page around boxes that have their places: title above, legend where room is left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.layout.groups import GAP
from argmap.layout.paper import Paper
from argmap.layout.shape import Placed, Point, Size

PAD: Final = 15.0
"""What Graphviz adds around a drawing, both sides together."""

_BELOW_TITLE, _ABOVE_LEGEND, _BESIDE, _ENDLESS_RATIO = 16.0, 16.0, 36.0, 1.4

# what to keep free around a box, so that no line of it is covered
_AROUND, _LEFT = GAP + 2, 60.0

Extent = tuple[float, float]
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Around:
    """Title, boxes and legend on one sheet.

    Attributes:
        down: Where the boxes begin.
        title: Which of the ways to set the title; it stands at the upper left.
        legend: Which of the legends, and its upper left corner; None without any.
    """

    width: float
    height: float
    down: float
    title: int
    legend: tuple[int, Point] | None


def surround(
    width: float,
    height: float,
    taken: Sequence[Rectangle] | None,
    paper: Paper,
    *,
    titles: Sequence[Extent],
    legends: Sequence[Extent],
) -> Around:
    """The page that can be largest on its paper; the arguments are those of `ways`."""
    pages = ways(width, height, taken, titles, legends)
    return max(pages, key=lambda page: scale_of(page.width, page.height, paper))  # the first of the best


def ways(
    width: float, height: float, taken: Sequence[Rectangle] | None, titles: Sequence[Extent], legends: Sequence[Extent]
) -> Iterator[Around]:
    """Title above; legend right of it, in a free place of the page, or else below all.

    Args:
        width: Of the boxes, with `height`.
        height: Without the title.
        taken: What a legend must not cover, from the top of the boxes; with None only places outside of them are tried.
        titles: Widths and heights of the ways to set the title.
        legends: The same of the ways to set the legend; may be empty.
    """
    for i, title in enumerate(titles):
        down = title[1] + _BELOW_TITLE
        bare = Around(max(title[0], width), down + height, down, i, None)
        if not legends:
            yield bare
        for j, legend in enumerate(legends):
            yield from _with_legend(bare, title, (j, legend), (width, height), taken)


def _with_legend(
    bare: Around, title: Extent, numbered: tuple[int, Extent], boxes: Extent, taken: Sequence[Rectangle] | None
) -> Iterator[Around]:
    j, (width, height) = numbered
    right, foot, down = bare.width - width, bare.height - height, bare.down
    if taken is not None:
        closed = [(0.0, -down, title[0] + _BESIDE, title[1] - down), *taken]
        spots = [(right, 0.0), (right, foot), (0.0, foot)]
        spots += [(x, foot) for x in sorted({r[2] for r in taken if r[2] < right}, reverse=True)]
        for x, y in spots:
            if x >= 0 and y >= 0 and not _any_overlap((x, y - down, x + width, y - down + height), closed):
                yield Around(bare.width, bare.height, down, bare.title, (j, (x, y)))
                break
    wide = max(title[0] + _BESIDE + width, boxes[0])
    lower = max(title[1], height) + _BELOW_TITLE
    yield Around(wide, lower + boxes[1], lower, bare.title, (j, (wide - width, 0.0)))
    low = bare.height + _ABOVE_LEGEND
    yield Around(max(bare.width, width), low + height, down, bare.title, (j, (0.0, low)))


def covered(placed: Placed, sizes: Mapping[str, Size]) -> list[Rectangle]:
    """What boxes and their lines take, as far as a legend must keep away."""
    return [
        (x - _LEFT, y - _AROUND, x + sizes[name].width + _AROUND, y + sizes[name].height + _AROUND)
        for name, (x, y) in placed.boxes.items()
    ]


def scale_of(width: float, height: float, paper: Paper) -> float:
    """How much larger than drawn something of that size can be on the paper."""
    if paper.endless:  # no paper to fill: the handier shape is the better one
        return 1000 / max(width, height * _ENDLESS_RATIO)
    return min(paper.width / (width + PAD), paper.height / (height + PAD))


def hope(width: float, height: float, titles: Sequence[Extent], paper: Paper) -> float:
    """The scale that boxes of that size can have at most."""
    return max(scale_of(max(w, width), h + _BELOW_TITLE + height, paper) for w, h in titles)


def _any_overlap(spot: Rectangle, others: Sequence[Rectangle]) -> bool:
    left, top, right, low = spot
    return any(a < right and left < c and b < low and top < d for a, b, c, d in others)
