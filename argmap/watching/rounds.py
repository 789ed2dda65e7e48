"""One round: the maps checked, and drawn if they can be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, locate
from argmap.errors import ArgmapError, InvalidMap
from argmap.facade.opening import Examined

if TYPE_CHECKING:
    from argmap.renderers.picture import Format, Picture

Pictures = Mapping["Format", "Picture"]
"""The drawing of one state of the maps, in each kind that somebody wants."""

Draw = Callable[[Callable[[str], None]], Pictures]
"""Draws the maps as they are now; what is to be said beside the drawing goes to the function it is given.

Raises ArgmapError where they cannot be drawn.
"""


@dataclass(frozen=True, slots=True)
class Round:
    """What came of looking at the maps once.

    Attributes:
        at: When it was done, in local time.
        seconds: How long it took.
        problems: What is wrong with maps and what they refer to, and what is to be said of the drawing.
        trouble: Why nothing was drawn, where no problem of a file is the reason; else "".
        notes: What is to be said of the comparison.
        pictures: What was drawn; none where something is broken, or nothing was asked for.
    """

    at: datetime
    seconds: float
    problems: tuple[Diagnostic, ...] = ()
    trouble: str = ""
    notes: tuple[str, ...] = ()
    pictures: Pictures | None = None

    @property
    def is_broken(self) -> bool:
        """Whether the maps cannot be used, or not be drawn."""
        return bool(self.trouble) or has_errors(self.problems)


@dataclass(frozen=True, slots=True)
class Made:
    """What a try at drawing gave."""

    pictures: Pictures | None = None
    problems: tuple[Diagnostic, ...] = ()
    trouble: str = ""
    notes: tuple[str, ...] = ()


def has_errors(problems: Sequence[Diagnostic]) -> bool:
    """Whether one of some problems is an error."""
    return any(d.severity == "error" for d in problems)


def problems_of(examined: Sequence[Examined]) -> tuple[Diagnostic, ...]:
    """What is wrong with files, each problem once: maps share codebooks."""
    return tuple(dict.fromkeys(d for each in examined for d in each.all))


def located(problems: Sequence[Diagnostic], examined: Sequence[Examined]) -> tuple[Diagnostic, ...]:
    """What is to be said of the drawing of one map, at its place in the map's file; of several maps, as it is."""
    if len(examined) != 1:
        return tuple(problems)
    reading = examined[0].opened.reading
    return tuple(each for d in problems for each in (locate([d], reading) if d.where else [d]))


def made(draw: Draw) -> Made:
    """The drawing, or what kept it from being made."""
    notes: list[str] = []
    try:
        pictures = draw(notes.append)
    except InvalidMap as problem:
        return Made(problems=problem.diagnostics, notes=tuple(notes))
    except ArgmapError as problem:
        return Made(trouble=str(problem), notes=tuple(notes))
    told = [
        replace(d, file=d.file or sheet.name)
        for first in pictures.values()
        for sheet in (first, *first.sheets)
        for d in sheet.diagnostics
    ]
    return Made(pictures, tuple(dict.fromkeys(told)), notes=tuple(notes))
