"""How much of a union a drawing shows: as much of what matters as can be read, and never silently less."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from argmap.comparison.records import Comparison
from argmap.diagram.boxes import Level
from argmap.diagram.of_union import diagram_of_union
from argmap.diagram.union import Facing, Union, union_of
from argmap.diagram.union_boxes import UnionDiagram
from argmap.diagram.union_choice import Focus, asked_for, most_telling, points_of
from argmap.diagram.union_graph import UnionGraph
from argmap.errors import DrawingFailed
from argmap.layout.sheets import MOST
from argmap.renderers.look import Look, ViewOptions

_STEPS: Final = (2, 1, 0)
"""Below what was asked for, as there is room; of what is most central only the reasons themselves are drawn."""

_DEEPEST: Final = 60
"""Steps below what a drawing is about; what lies deeper is counted."""

_TRIED: Final = 6
"""Of what does not fit after the others, so much is tried for the room that is left."""

Fits = Callable[[UnionDiagram], bool]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is drawn.

    Attributes:
        union: Both maps as one.
        diagram: The part of it that is drawn.
        level: How much of each statement.
        foci: What the drawing is about, and is shown.
        more: How much of what was asked for is not shown.
        depth: How many steps below that.
    """

    union: Union
    diagram: UnionDiagram
    level: Level
    foci: tuple[Focus, ...]
    more: int
    depth: int


def choose(c: Comparison, look: Look, options: ViewOptions, fits: Fits) -> Chosen:
    """The largest part that `fits`: what is most central to both maps, or what was asked for, the first first.

    Without a level said, sentences are drawn where all fits with them, else labels. Of what was asked for two steps of
    reasons are drawn if they fit, else one or none.

    Raises:
        DrawingFailed: There are not two maps, or they share nothing and answer no question differently.
    """
    union, foci = _foci(c, options)
    graph = UnionGraph(union, points_of(foci))

    if whole := _whole(union, foci, look, options, fits):
        return whole
    ways = list(_ways(look, options))
    found: list[_Part] = []
    for level, depth, joined in ways:

        @cache  # what was found to fit is drawn as it was measured
        def drawn(
            some: tuple[Focus, ...], depth: int = depth, level: Level = level, joined: bool = joined
        ) -> UnionDiagram:
            missing = len(foci) - len(some) if options.about else 0
            return diagram_of_union(
                graph, some, depth=depth, level=level, words=look.words, joined=joined, missing=missing
            )

        def readable(some: tuple[Focus, ...], drawn: Callable[[tuple[Focus, ...]], UnionDiagram] = drawn) -> bool:
            diagram = drawn(some)
            return (diagram.points <= MOST or (len(some) == 1 and bool(options.about))) and fits(diagram)

        some = _most(foci, readable)
        found.append(_Part(drawn(some or foci[:1]), level, some, depth))
        if len(some) == len(foci) or (some and not options.about and level == ways[-1][0]):
            break
    part = _best(found, ways[-1][0], whole=len(foci), asked=bool(options.about))
    shown = part.foci or foci[:1]
    return Chosen(union, part.diagram, part.level, shown, len(foci) - len(shown), part.depth)


def _whole(union: Union, foci: tuple[Focus, ...], look: Look, options: ViewOptions, fits: Fits) -> Chosen | None:
    """Both maps from their theses down, if they are small enough to be drawn so, and nothing else was asked for."""
    if options.about or options.depth is not None or len(set(union.points.values())) > MOST:
        return None
    graph = UnionGraph(union)
    places = [(i, slug) for i, m in enumerate(union.maps) for slug in m.statements]
    feet = {(i, evidence) for i, slug in places for evidence in graph.feet((i, slug))}
    tops = [union.points[place] for place in places if place not in feet]
    facing = set(points_of([focus for focus in foci if isinstance(focus, Facing)]))
    every = tuple(dict.fromkeys((*(top for top in tops if top not in facing), *foci)))
    for level in _levels(look):
        diagram = diagram_of_union(graph, every, depth=MOST, level=level, words=look.words)
        if fits(diagram):
            return Chosen(union, diagram, level, foci, 0, MOST)
    return None


@dataclass(frozen=True, slots=True)
class _Part:
    diagram: UnionDiagram
    level: Level
    foci: tuple[Focus, ...]
    depth: int


def _best(found: Sequence[_Part], last: Level, *, whole: int, asked: bool) -> _Part:
    """Everything, if it fits; else, in the fewest words, most of what was asked for, or some of it with reasons."""
    if len(found[-1].foci) == whole:
        return found[-1]
    short = [part for part in found if part.level == last]
    if asked:
        return max(short, key=lambda part: len(part.foci))
    return next((part for part in short if part.foci), short[-1])


def _foci(c: Comparison, options: ViewOptions) -> tuple[Union, tuple[Focus, ...]]:
    if len(c.maps) != 2 or len(c.documents) != 2:
        raise DrawingFailed(f"the overlay is of two maps, not of {len(c.documents) or len(c.maps)}")
    union = union_of(c)
    foci = asked_for(union, options.findings(c)) if options.about else most_telling(union)
    if not foci:
        names = " and ".join(repr(m.id) for m in c.maps)
        why = "say nothing of what was asked for" if options.about else "share no statement and no question"
        raise DrawingFailed(
            f"{names} {why}, so there is nothing to lay over each other; "
            "pair their statements with `argmap align`, or draw each map by itself"
        )
    return union, foci


def _ways(look: Look, options: ViewOptions) -> Iterator[tuple[Level, int, bool]]:
    """What is tried: levels, steps, and whether all that is drawn is joined; rather labels than no reasons."""
    levels = _levels(look)
    if options.depth is not None:
        yield from product(levels, (min(options.depth, _DEEPEST),), (True,))
        return
    steps = _STEPS if options.about else _STEPS[1:]
    yield from product(levels, [depth for depth in steps if depth], (True,))
    if not options.about:
        yield levels[-1], 1, False
    yield from product(levels, (0,), (True,))


def _levels(look: Look) -> tuple[Level, ...]:
    if look.level:
        return (look.level,)
    return ("title",) if look.shown == "title" else ("text", "title")


def _most(foci: tuple[Focus, ...], readable: Callable[[tuple[Focus, ...]], bool]) -> tuple[Focus, ...]:
    """The first that are readable together, found by halving, and those of the next that have room beside them."""
    low, high = 0, len(foci)
    while low < high:
        middle = (low + high + 1) // 2
        if readable(foci[:middle]):
            low = middle
        else:
            high = middle - 1
    some = foci[:low]
    for focus in foci[low : low + _TRIED] if low else ():
        if readable((*some, focus)):
            some = (*some, focus)
    return some
