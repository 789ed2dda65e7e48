"""What counts how much, and what the result is called: points for each aspect, levels by the share that is right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from argmap.teaching.grading.records import ASPECT_OF, Aspect, Finding, Grade, Kind, Tally

_POINTS: Final[Mapping[Aspect, float]] = MappingProxyType(
    {"statements": 4, "places": 4, "relations": 3, "linking": 1, "sources": 1, "types": 1, "voices": 2}
)
_LEVELS: Final = (("secure", 0.85), ("developing", 0.6), ("beginning", 0.0))


@dataclass(frozen=True, slots=True)
class Rubric:
    """How a grade is reckoned.

    Attributes:
        title: What it is called.
        points: The points of each aspect; one with 0 is told and not counted.
        ignore: Kinds of findings that are neither told nor counted.
        levels: The levels and the least share for each, from 0 to 1, best first; the last begins at 0.
    """

    title: str = ""
    points: Mapping[Aspect, float] = field(default_factory=lambda: _POINTS)
    ignore: frozenset[Kind] = frozenset()
    levels: tuple[tuple[str, float], ...] = _LEVELS

    def level(self, share: float) -> str:
        """The best level that a share reaches.

        >>> Rubric().level(0.7)
        'developing'
        """
        return next(name for name, least in self.levels if share >= least - 1e-9)


DEFAULT: Final = Rubric()


@dataclass(frozen=True, slots=True)
class Mark:
    """An aspect with its points; None and "" where there was nothing to judge."""

    tally: Tally
    points: float | None
    possible: float | None
    level: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a rubric makes of a grade. The table of marks always stands beside the sum."""

    marks: tuple[Mark, ...]
    points: float
    possible: float
    level: str


def told(findings: tuple[Finding, ...], rubric: Rubric) -> tuple[Finding, ...]:
    """The findings without those that the rubric ignores."""
    return tuple(f for f in findings if f.kind not in rubric.ignore)


def result(grade: Grade, rubric: Rubric = DEFAULT) -> Result:
    """The points and levels of a grade; an aspect with nothing to judge has none and takes none away.

    What a rubric ignores counts as right.
    """
    forgiven = [f for f in grade.findings if f.kind in rubric.ignore and not f.extra]
    marks = []
    for tally in grade.tallies:
        back = sum(
            max(1, len(f.members) * (f.kind == "misplaced")) for f in forgiven if ASPECT_OF[f.kind] == tally.aspect
        )
        right = min(tally.total, tally.right + back)
        marks.append(_mark(Tally(tally.aspect, right, tally.total), rubric))
    points = sum(mark.points or 0 for mark in marks)
    possible = sum(mark.possible or 0 for mark in marks)
    return Result(tuple(marks), points, possible, rubric.level(points / possible) if possible else "")


def _mark(tally: Tally, rubric: Rubric) -> Mark:
    if not tally.total:
        return Mark(tally, None, None, "")
    share, possible = tally.right / tally.total, rubric.points.get(tally.aspect, 0)
    return Mark(tally, share * possible, possible, rubric.level(share))
