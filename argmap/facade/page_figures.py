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

_SAID: Final["Mapping[View, tuple[str, str]]"] = {
    "slope": ("Which part each article gives every actor, from friendly to hostile", "roles"),
    "roles": ("The parts of all actors", "roles"),
    "causes": ("What drives what", "causes"),
    "butterfly": ("One question, with the reasons of both", "compare"),
    "crux": ("What a conflict turns on", "compare"),
    "overlay": ("Both maps on each other", "compare"),
    "matrix": ("All maps, point by point", "compare"),
}
"""What a picture shows, and the view that says it in words."""

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
        return tuple(_of_map(maps[0], 0, whole=figures == "all"))
    if figures == "few":
        return _first(comparison) if len(maps) == 2 else ()
    views = _TWO if len(maps) == 2 else _MANY
    return (*_all(comparison, views), *(f for i, m in enumerate(maps) for f in _of_map(m, i, whole=True)))


def _of_map(m: "ArgumentMap", index: int, *, whole: bool) -> "Iterator[Figure]":
    """Every sheet of a map, or as much of it as one sheet shows."""
    from argmap.diagram.table_words import letter

    said, options = f"The map of {m.name}", dict[str, Any](level="title")
    if not whole:
        options["split"] = "never"
        if len(m.statements) > _STATEMENTS:
            said, options["depth"] = f"The top of the map of {m.name}; the rest is counted", 1
    yield from _figures(f"map-{m.id}", (said, f"map-{letter(index)}"), m, **options)


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


def _figures(name: str, said: tuple[str, str], thing: Any, **options: Any) -> "Iterator[Figure]":
    from argmap.facade.drawing import draw
    from argmap.hypertext.page.figure import Figure

    first = draw(thing, **options)
    caption, view = said
    sheets: tuple[Picture, ...] = (first, *first.sheets)
    for number, sheet in enumerate(sheets, start=1):
        if len(sheets) == 1:
            yield Figure(name, f"{caption}.", sheet.data, view)
        else:
            yield Figure(f"{name}-{number}", f"{caption}, {number} of {len(sheets)}.", sheet.data, view)
