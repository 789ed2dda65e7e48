"""The largest type a drawing can have on its paper: of the shapes its trees can take, the one that fits best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.diagram.boxes import Box
from argmap.layout.around import PAD, Around, Extent, covered, hope, scale_of, surround
from argmap.layout.curves import COARSE, STYLES, Curves, Forest, forests, stepped
from argmap.layout.paper import Paper
from argmap.layout.shape import Line, Measure, Placed, Point, Size, Style
from argmap.layout.tree import place

__all__ = ["COARSE", "PAD", "STYLES", "Curves", "Drawing", "Extent", "Fitted", "best", "can_fit", "drawn", "fit"]


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
class Fitted:
    """What was found for a sheet: how each box stands, and the page around them; nothing has its place yet.

    Attributes:
        forest: The trees in the shapes that fit best.
        around: Title and legend, and the size of the page.
    """

    forest: Forest
    around: Around

    def boxes(self) -> list[tuple[Box, Style]]:
        """All boxes, each with how its text is set."""
        return [(s.box, s.stand.style) for s in self.forest.walk()]


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
    found = best(roots, curves or Curves(measure), paper, titles=titles, legends=legends)
    return drawn(found, {s.box.name: s.measured for s in found.forest.walk()}, paper, font_size=font_size)


def best(
    roots: Sequence[Box], curves: Curves, paper: Paper, *, titles: Sequence[Extent], legends: Sequence[Extent]
) -> Fitted:
    """How the trees stand in the largest type; among equals the first tried."""
    return Fitted(*_best(roots, curves, paper, titles, legends, enough=None))


def drawn(found: Fitted, sizes: Mapping[str, Size], paper: Paper, *, font_size: float) -> Drawing:
    """All in its place. Boxes may be smaller than they were taken to be, but not larger."""
    forest, around = found.forest, found.around
    placed = _placed(forest, sizes, lines=True)
    scale = scale_of(around.width, around.height, paper)
    down = around.down
    return Drawing(
        boxes={name: (x, y + down) for name, (x, y) in placed.boxes.items()},
        sizes=sizes,
        lines=tuple(
            Line(n.tail, n.head, n.foot, n.kind, tuple((x, y + down) for x, y in n.points)) for n in placed.lines
        ),
        styles={box.name: style for box, style in found.boxes()},
        title=around.title,
        legend=around.legend,
        width=around.width,
        height=around.height,
        scale=1.0 if paper.endless else min(scale, paper.most_pt / font_size),
    )


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
    _, around = _best(roots, curves or Curves(measure), paper, titles, legends, enough=least)
    return scale_of(around.width, around.height, paper) >= least


def _best(
    roots: Sequence[Box],
    curves: Curves,
    paper: Paper,
    titles: Sequence[Extent],
    legends: Sequence[Extent],
    *,
    enough: float | None,
) -> tuple[Forest, Around]:
    """The trees in the shapes that give the largest scale, or the first that give one of `enough`, and the page."""
    titles, legends = ([(stepped(w), stepped(h)) for w, h in extents] for extents in (titles, legends))

    def plain(forest: Forest) -> Around:
        """The page without a look for free places among the boxes."""
        return surround(forest.width, forest.height, None, paper, titles=titles, legends=legends)

    hopes = [(hope(f.width, f.height, titles, paper), f) for f in forests(curves.of(roots))]
    hopes.sort(key=lambda each: -each[0])
    chosen, around, scale = hopes[0][1], plain(hopes[0][1]), 0.0
    for most, forest in hopes:
        if scale >= most or (enough is not None and (scale >= enough or most < enough)):
            break
        page = plain(forest)
        if enough is None or scale_of(page.width, page.height, paper) < enough:  # else no need to place anything
            page = _around(forest, paper, titles, legends)
        here = scale_of(page.width, page.height, paper)
        if here > scale:
            chosen, around, scale = forest, page, here
    return chosen, around


def _around(forest: Forest, paper: Paper, titles: Sequence[Extent], legends: Sequence[Extent]) -> Around:
    sizes = {s.box.name: s.size for s in forest.walk()}
    taken = covered(_placed(forest, sizes, lines=False), sizes)
    return surround(forest.width, forest.height, taken, paper, titles=titles, legends=legends)


def _placed(forest: Forest, sizes: Mapping[str, Size], *, lines: bool) -> Placed:
    stands = {s.box.name: s.stand for s in forest.walk()}
    placed = Placed(forest.width, forest.height)
    for shape, x, y in forest.places():
        placed.add(place(shape.box, sizes, stands, lines=lines), x, y)
    return placed
