# ruff: noqa: PLC0415  # as in `drawing`
"""Which pictures stand in a page, and what is said under each."""

from typing import TYPE_CHECKING, Any, Final

from argmap.errors import DrawingFailed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.comparison.records import Comparison
    from argmap.facade.drawing import View
    from argmap.facade.page import Figures
    from argmap.hypertext.page.figure import Figure
    from argmap.model import ArgumentMap
    from argmap.renderers.picture import Picture

_SAID: Final["Mapping[View, str]"] = {
    "slope": "Which part each article gives every actor, from friendly to hostile",
    "roles": "The parts of all actors",
    "causes": "What drives what",
    "butterfly": "One question, with the reasons of both",
    "crux": "What a conflict turns on",
    "overlay": "Both maps on each other",
    "matrix": "All maps, point by point",
}

_FEW: Final["Sequence[View]"] = ("slope", "butterfly", "overlay")
"""Of two maps one picture is enough, the first that there is something for."""

_TWO: Final["Sequence[View]"] = ("slope", "butterfly", "crux", "overlay", "roles", "causes")
_MANY: Final["Sequence[View]"] = ("matrix", "roles", "causes")

_STATEMENTS: Final = 30
"""So many statements a picture of a map can show; of a larger one it shows the top."""


def figures_of(
    maps: "Sequence[ArgumentMap]", comparison: "Comparison | None", figures: "Figures"
) -> "tuple[Figure, ...]":
    """The pictures, in the order to look at them.

    Raises:
        DrawingFailed: There is no Graphviz, or nothing to draw.
    """
    if figures == "none":
        return ()
    if comparison is None:
        return tuple(_of_map(maps[0], whole=figures == "all"))
    if figures == "few":
        return _first(comparison) if len(maps) == 2 else ()
    return (*_all(comparison, _TWO if len(maps) == 2 else _MANY), *(f for m in maps for f in _of_map(m, whole=True)))


def _of_map(m: "ArgumentMap", *, whole: bool) -> "Iterator[Figure]":
    """Every sheet of a map, or as much of it as one sheet shows."""
    if whole:
        yield from _figures(f"map-{m.id}", f"The map of {m.name}", m, level="title")
    elif len(m.statements) > _STATEMENTS:
        said = f"The top of the map of {m.name}; the rest is counted"
        yield from _figures(f"map-{m.id}", said, m, level="title", split="never", depth=1)
    else:
        yield from _figures(f"map-{m.id}", f"The map of {m.name}", m, level="title", split="never")


def _first(c: "Comparison") -> "tuple[Figure, ...]":
    """The first picture that there is something for."""
    problems = []
    for view in _FEW:
        try:
            return tuple(_figures(view, _SAID[view], c, view=view))
        except DrawingFailed as problem:
            problems.append(problem)
    raise problems[-1]


def _all(c: "Comparison", views: "Sequence[View]") -> "tuple[Figure, ...]":
    """All that there is something for."""
    found: list[Figure] = []
    for view in views:
        try:
            found += _figures(view, _SAID[view], c, view=view)
        except DrawingFailed:  # no cause is named, no conflict found; where nothing can be drawn, the maps say so
            continue
    return tuple(found)


def _figures(name: str, said: str, thing: Any, **options: Any) -> "Iterator[Figure]":
    from argmap.facade.drawing import draw
    from argmap.hypertext.page.figure import Figure

    first = draw(thing, **options)
    sheets: tuple[Picture, ...] = (first, *first.sheets)
    for number, sheet in enumerate(sheets, start=1):
        several = len(sheets) > 1
        caption = f"{said}, {number} of {len(sheets)}" if several else said
        yield Figure(f"{name}-{number}" if several else name, f"{caption}.", sheet.data)
