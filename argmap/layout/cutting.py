"""Trees of boxes, cut for a sheet: what is folded, left out, repeated at the head, and what each pointer leads to."""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from argmap.diagram.boxes import Box, Seen

SOME_SHEET: Final = 88
"""As wide as the number of a sheet may get, while it is not known; more digits for maps of very many statements."""


def statements_in(boxes: Iterable[Box]) -> int:
    """How many statements these branches draw in full."""
    return sum(len(list(box.shown())) for top in boxes for box in top.walk())


def names_of(boxes: Iterable[Box]) -> frozenset[str]:
    """The names of these boxes, not of what stands below them."""
    return frozenset(box.name for box in boxes)


def pointing(box: Box, sheet: int) -> Box:
    """The tree with all pointers as long as they may get: ``see P3, sheet 88``."""
    if any(s.see for s in box.statements):
        statements = tuple(replace(s, sheet=sheet) if s.see else s for s in box.statements)
        box = replace(box, statements=statements)
    return _with_children(box, lambda child: pointing(child, sheet))


def _with_children(box: Box, change: Callable[[Box], Box | None]) -> Box:
    """The box with each child changed, or left out where that gives None; the same box where nothing changes."""

    def changed(children: tuple[Box, ...]) -> tuple[Box, ...]:
        new = tuple(new for child in children if (new := change(child)) is not None)
        return children if len(new) == len(children) and all(map(operator.is_, new, children)) else new

    below = [changed(s.below) for s in box.statements]
    doubts = changed(box.doubts)
    if doubts is box.doubts and all(new is s.below for new, s in zip(below, box.statements, strict=True)):
        return box
    statements = tuple(replace(s, below=new) for s, new in zip(box.statements, below, strict=True))
    return replace(box, statements=statements, doubts=doubts)


def cut_at(box: Box, folded: frozenset[str], sheet: int) -> Box:
    """The tree without what stands below the folded boxes, which say how much that is; doubts stay beside them."""
    hidden = statements_in(box.below) if box.name in folded else 0
    below = names_of(box.below) if box.name in folded else frozenset()
    rest = _with_children(box, lambda child: None if child.name in below else cut_at(child, folded, sheet))
    return replace(rest, hidden=hidden, sheet=sheet) if below else rest


def summed_up(roots: Sequence[Box], steps: frozenset[str], sheet: int) -> list[Box]:
    """The trees of an overview, each with a line that leads to its own sheet."""
    return [replace(cut_at(root, steps, sheet), sheet=sheet) for root in roots]


def keep(box: Box, of: frozenset[str], kept: frozenset[str]) -> Box:
    """The tree without those boxes `of` a set that are not `kept`."""
    return _with_children(box, lambda child: None if child.name in of - kept else keep(child, of, kept))


def mark(box: Box, name: str, hidden: int) -> Box:
    """The tree in which the box of that name says that so many more statements stand elsewhere."""
    changed = replace(box, hidden=box.hidden + hidden) if box.name == name else box
    return _with_children(changed, lambda child: mark(child, name, hidden))


def under(head: Box, children: Sequence[Box], sheet: int) -> Box:
    """The top of a branch's sheet: the box it was folded at, repeated, over those of its children it goes on with."""
    names = names_of(children)
    pointers = tuple(
        replace(_pointer(s, sheet), below=tuple(child for child in s.below if child.name in names))
        for s in head.statements
    )
    doubts = tuple(child for child in head.doubts if child.name in names)
    return Box(head.name, "context", pointers, doubts=doubts, sheet=sheet, role=head.role)


def _pointer(s: Seen, sheet: int) -> Seen:
    """A statement at the head of a further sheet: with all that qualifies it, so that the sheet can be read alone."""
    return replace(s, quote="", folded=(), below=(), see=True, sheet=sheet)


def numbered(box: Box, number: int, links: Mapping[str, int], home: Mapping[str, int], here: Mapping[str, int]) -> Box:
    """The tree with the sheet of every pointer and every folded branch.

    The head of a sheet points to where it is at `home`; any other pointer to what is `here`, if only as the head.
    """

    def pointed(s: Seen) -> Seen:
        there = (home if box.kind == "context" else here).get(s.key, 0)
        sheet = 0 if there == number else there
        return replace(s, sheet=sheet) if s.see and s.sheet != sheet else s

    statements, sheet = tuple(pointed(s) for s in box.statements), links[box.name] + 1 if box.name in links else 0
    if sheet != box.sheet or any(map(operator.is_not, statements, box.statements)):
        box = replace(box, statements=statements, sheet=sheet)
    return _with_children(box, lambda child: numbered(child, number, links, home, here))
