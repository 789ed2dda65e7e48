"""What an editor can be told to do about problems: the fixes of argmap, one by one or all that are safe."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from argmap.editing.edits import BOM, Edit, EditsOverlap, Fix, apply
from argmap.editing.fixes import fixes_of
from argmap.editing.fixes.guarantee import Look
from argmap.editing.fixes.mending import mend
from argmap.editing.occurrences import grow
from argmap.editor.desk import Desk, Page
from argmap.editor.diagnosing import Problem
from argmap.editor.places import Point
from argmap.errors import InvalidMap
from argmap.facade.opening import examine
from argmap.facade.settings import ProjectSettings

Change = tuple[Point, Point, str]
"""A stretch and what is to stand there."""


@dataclass(frozen=True, slots=True)
class Action:
    """An entry of a menu.

    Attributes:
        title: What it does.
        changes: In the document.
        mends: The problem; None for what mends several.
        likely: Whether it is the likeliest of those for its problem.
    """

    title: str
    changes: tuple[Change, ...]
    mends: Problem | None = None
    likely: bool = False


def actions(desk: Desk, page: Page, told: Iterable[Problem], start: Point, end: Point) -> tuple[Action, ...]:
    """The fixes of the problems that touch a stretch of a document, the likeliest of each first.

    Args:
        desk: What is open.
        page: The document.
        told: Its problems.
        start: Where the stretch begins.
        end: Where it ends.
    """
    tree = grow(page.text)
    found = []
    for problem in told:
        if problem.start > end or problem.end < start:
            continue
        fixes = [fix for fix in fixes_of(problem.of, page.text, tree) if _can_be_made(page.text, fix)]
        for i, fix in enumerate(fixes):
            found.append(Action(fix.title, _changes(desk, page, fix.edits), problem, likely=i == 0))
    return tuple(found)


def _can_be_made(text: str, fix: Fix) -> bool:
    try:
        apply(text, fix.edits)
    except (EditsOverlap, ValueError):
        return False
    return True


def _changes(desk: Desk, page: Page, edits: Iterable[Edit]) -> tuple[Change, ...]:
    places = desk.places(page)
    return tuple((places.point(edit.start), places.point(edit.end), edit.text) for edit in edits)


def all_safe(desk: Desk, page: Page, told: Iterable[Problem]) -> Action | None:
    """All fixes that change no meaning, as `argmap check --fix` makes them; None where there is none to make."""
    tree = grow(page.text)
    if not any(fix.safe for problem in told for fix in fixes_of(problem.of, page.text, tree)):
        return None
    try:
        found = mend(page.text, lambda text: _look(desk, page, text))
    except InvalidMap:  # settings that cannot be read
        return None
    return Action("make all safe fixes", _difference(desk, page, found.text)) if found.repairs else None


def _look(desk: Desk, page: Page, text: str) -> Look:
    unsaved = {**desk.unsaved, page.path: text}
    (examined,) = examine([page.path], selection=ProjectSettings().selection, unsaved=unsaved)
    reading = examined.opened.reading
    whole = reading.document is not None or reading.salvaged is not None
    return Look(reading.document, examined.diagnostics, whole)


def _difference(desk: Desk, page: Page, after: str) -> tuple[Change, ...]:
    """The lines that change."""
    places = desk.places(page)
    old, new = page.plain.splitlines(keepends=True), after.lstrip(BOM).splitlines(keepends=True)
    starts = [0, *accumulate(map(len, old))]
    changes = []
    for what, i, j, k, l in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():  # noqa: E741
        if what != "equal":
            changes.append((places.point(starts[i]), places.point(starts[j]), "".join(new[k:l])))
    return tuple(changes)
