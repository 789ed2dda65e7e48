# ruff: noqa: PLC0415  # as in `drawing`
"""What is to be drawn, out of what somebody gave: one map, or the comparison of several; else an error that helps."""

import operator
from os import PathLike
from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError
from argmap.facade.comparing import compare
from argmap.facade.opening import FilePath, usable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.comparison.records import Comparison
    from argmap.model import ArgumentMap


def subject(
    things: "Sequence[ArgumentMap | Comparison | FilePath]",
    alignment: "Sequence[FilePath | Correspondence]",
    min_confidence: float,
    limits: bool,
) -> "ArgumentMap | Comparison":
    """The one map, or the comparison of several.

    Raises:
        ArgmapError: There is nothing, or something that cannot be drawn, or rows that would join nothing.
        InvalidMap: A map or an alignment file has errors.
    """
    from argmap.model import ArgumentMap

    for thing in things:
        _require_drawable(thing)
    maps = [thing for thing in things if isinstance(thing, ArgumentMap | str | PathLike)]
    compared = [thing for thing in things if not isinstance(thing, ArgumentMap | str | PathLike)]
    if compared and (maps or len(compared) > 1):
        raise ArgmapError("draw takes what compare gave, or maps, not both")
    if alignment and len(maps) < 2:
        raise ArgmapError("an alignment is for two maps; give it to compare to draw what compare gives")
    if min_confidence and len(maps) < 2:
        raise ArgmapError("'min_confidence' is for the rows that join two maps; leave it out")
    if compared:
        return compared[0]
    if not maps:
        raise ArgmapError("there is nothing to draw: give a map, or what compare gave")
    if len(maps) == 1:
        return usable(maps, limits=limits)[0].document
    return compare(*maps, alignment=alignment, min_confidence=min_confidence, limits=limits, metrics=False)


def steps(depth: object) -> int | None:
    """How many steps are to be shown; None for all.

    Raises:
        ArgmapError: It is no such number.
    """
    if depth is None:
        return None
    try:
        count = operator.index(depth)  # type: ignore[arg-type]  # that is the question
    except TypeError:
        count = -1
    if count < 0:
        raise ArgmapError(f"'depth' is a number of steps, 0 or more, not {depth!r}")
    return count


def _require_drawable(thing: Any) -> None:
    from argmap.formats import Reading
    from argmap.model import ArgumentMap

    if isinstance(thing, ArgumentMap | str | PathLike):
        return
    from argmap.comparison.records import Comparison  # 40 ms that the drawing of a map can do without

    if isinstance(thing, Comparison):
        return
    if isinstance(thing, list | tuple):
        raise ArgmapError("draw takes maps one after the other, not a list of them: draw(*maps)")
    if isinstance(thing, Reading):
        raise ArgmapError("draw takes a map, not what read gave: draw(reading.unwrap())")
    raise ArgmapError(f"draw takes a map, its path, or what compare gave, not a {type(thing).__name__}")
