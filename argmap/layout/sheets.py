"""A map over several sheets: an overview, and a sheet for each branch that is folded there, as deep as needed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from argmap.diagram.boxes import Box, Diagram, Seen

Split = Literal["auto", "branch", "never"]

MOST: Final = 30
"""Statements on a sheet: fifty are markedly harder to follow than thirty (Dwyer, Hogan & Stewart 2010)."""

_FEW = 3  # a branch of so few statements stays in the overview
_SOME_SHEET = 88  # as wide as a sheet's number may get, while it is not known

CanFit = Callable[[Sequence[Box]], bool]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one sheet shows.

    Attributes:
        number: From 1.
        roots: The trees, cut where branches are folded; a branch hangs under a repetition of what it belongs to.
        heads: The boxes the sheet is about, empty for an overview.
        rest: How many statements stand on further sheets of the same rank, and the first of those; (0, 0) for none.
    """

    number: int
    roots: tuple[Box, ...]
    heads: tuple[Box, ...] = ()
    rest: tuple[int, int] = (0, 0)

    def shown(self) -> Iterator[str]:
        """The statements drawn in full here, by slug."""
        for root in self.roots:
            for box in root.walk():
                yield from box.shown()


def statements_in(boxes: Iterable[Box]) -> int:
    """How many statements these branches draw in full."""
    return sum(len(list(box.shown())) for top in boxes for box in top.walk())


def plan(diagram: Diagram, can_fit: CanFit, *, split: Split = "auto") -> tuple[Sheet, ...]:
    """The sheets of a map in reading order; what is shown and what is folded add up to the whole map.

    A sheet shows at most 30 statements, in type large enough to read; only a single box that is larger than that
    by itself is an exception.

    Args:
        diagram: The whole map.
        can_fit: Whether trees can be drawn large enough on one sheet.
        split: ``auto`` for as few sheets as can be read, ``branch`` for an overview in any case, ``never``.
    """
    if split == "never":
        return (Sheet(1, diagram.roots),)
    planner = _Planner(diagram, can_fit)
    if split == "auto" and planner.readable(diagram.roots):
        return (Sheet(1, diagram.roots),)
    theses = tuple(root for root in diagram.roots if root.kind == "thesis")
    loose = tuple(root for root in diagram.roots if root.kind != "thesis")
    for tops in (theses, loose):
        if tops:
            planner.overview(tops)
    return planner.sheets()


@dataclass(slots=True)
class _Draft:
    roots: tuple[Box, ...]
    heads: tuple[Box, ...]
    links: dict[str, int]  # where the branch of a folded box went: index of its draft
    home: int  # the draft its context is drawn in full on
    rest: tuple[int, int] = (0, 0)


class _Planner:
    def __init__(self, diagram: Diagram, can_fit: CanFit) -> None:
        self.can_fit = can_fit
        self.drafts: list[_Draft] = []
        self.carriers = {child.name: box for box in diagram.walk() for child in box.children}

    def readable(self, roots: Sequence[Box]) -> bool:
        return statements_in(roots) <= MOST and self.can_fit(roots)

    def overview(self, tops: tuple[Box, ...]) -> None:
        """Sheets for trees side by side: in one if their first steps fit, else each folded, else in groups."""
        steps = [child for top in tops for child in top.children]
        if len(tops) == 1 or self.readable([_cut(top, _names(steps)) for top in tops]):
            self._sheet(tops, (), steps, home=0, overview=True)
            return
        count = _most(len(tops), lambda n: self.readable([_cut(top, _names(tops)) for top in tops[:n]]))
        number = self._sheet(tops[:count], (), tops[:count], home=0, overview=True)
        if count < len(tops):
            rest = tops[count:]
            self.drafts[number].rest = (statements_in(rest), len(self.drafts))
            self.overview(rest)

    def _sheet(
        self, roots: tuple[Box, ...], heads: tuple[Box, ...], steps: Sequence[Box], *, home: int, overview: bool = False
    ) -> int:
        """Draft a sheet that folds as few of the steps as it can, and the sheets of those; its index."""
        number = len(self.drafts)
        self.drafts.append(_Draft((), heads, {}, home))
        whole = [step for step in steps if step.children]
        folded = {} if not overview and self.readable(roots) else {step.name: step for step in whole}
        kept: Sequence[Box] = steps
        if folded and not self.readable([_cut(root, _names(folded.values())) for root in roots]):
            kept, roots = self._shortened(roots, steps, folded)
        folded = {step.name: step for step in kept if step.name in folded}
        for step in sorted(folded.values(), key=lambda s: statements_in([s])):
            fewer = {name: s for name, s in folded.items() if name != step.name}
            small = statements_in(step.children) <= _FEW or not overview
            if small and self.readable([_cut(root, _names(fewer.values())) for root in roots]):
                folded = fewer
        draft = self.drafts[number]
        draft.roots = tuple(_cut(root, _names(folded.values())) for root in roots)
        for step in (s for s in kept if s.name in folded):
            draft.links[step.name] = len(self.drafts)
            self._sheet((_under(step, step.children),), (step,), step.children, home=number)
        left = [step for step in steps if step not in kept]
        if left:
            head = self.carriers[left[0].name]
            draft.links[head.name] = len(self.drafts)
            draft.roots = tuple(_mark(root, head.name, statements_in(left)) for root in draft.roots)
            self._sheet((_under(head, left),), (head,), left, home=number)
        return number

    def _shortened(
        self, roots: tuple[Box, ...], steps: Sequence[Box], folded: dict[str, Box]
    ) -> tuple[Sequence[Box], tuple[Box, ...]]:
        """As many of the first steps as fit even when all are folded; at least one."""

        def first(n: int) -> tuple[Box, ...]:
            return tuple(_keep(root, _names(steps), _names(steps[:n])) for root in roots)

        def fits(n: int) -> bool:
            return self.readable([_cut(root, _names(folded.values())) for root in first(n)])

        carriers = {self.carriers[step.name].name for step in steps if step.name in self.carriers}
        if len(carriers) != 1:
            return steps, roots
        count = _most(len(steps), fits)
        return steps[:count], first(count)

    def sheets(self) -> tuple[Sheet, ...]:
        """The drafts with every number filled in."""
        home = {key: i + 1 for i, draft in enumerate(self.drafts) for key in _shown(draft.roots)}
        return tuple(self._finished(i, draft, home) for i, draft in enumerate(self.drafts))

    def _finished(self, i: int, draft: _Draft, home: dict[str, int]) -> Sheet:
        roots = tuple(_numbered(root, i + 1, draft.links, home) for root in draft.roots)
        count, index = draft.rest
        return Sheet(i + 1, roots, draft.heads, (count, index + 1) if count else (0, 0))


def _names(boxes: Iterable[Box]) -> frozenset[str]:
    return frozenset(box.name for box in boxes)


def _shown(roots: Iterable[Box]) -> Iterator[str]:
    return (key for root in roots for box in root.walk() for key in box.shown())


def _most(count: int, fits: Callable[[int], bool]) -> int:
    """The largest n up to `count` that fits, at least 1; fits for n is taken to mean fits for less."""
    low, high = 1, count
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _with_children(box: Box, change: Callable[[Box], Box | None]) -> Box:
    """The box with each child changed, or left out where that gives None."""

    def changed(children: tuple[Box, ...]) -> tuple[Box, ...]:
        return tuple(new for child in children if (new := change(child)) is not None)

    statements = tuple(replace(s, below=changed(s.below)) for s in box.statements)
    return replace(box, statements=statements, doubts=changed(box.doubts))


def _cut(box: Box, folded: frozenset[str]) -> Box:
    """The tree without what stands below the folded boxes, which say how much that is."""
    if box.name in folded and box.children:
        bare = _with_children(box, lambda child: None)  # noqa: ARG005
        return replace(bare, hidden=statements_in(box.children), sheet=_SOME_SHEET)
    return _with_children(box, lambda child: _cut(child, folded))


def _keep(box: Box, of: frozenset[str], kept: frozenset[str]) -> Box:
    """The tree without those boxes `of` a set that are not `kept`."""
    return _with_children(box, lambda child: None if child.name in of - kept else _keep(child, of, kept))


def _mark(box: Box, name: str, hidden: int) -> Box:
    marked = replace(box, hidden=box.hidden + hidden) if box.name == name else box
    return _with_children(marked, lambda child: _mark(child, name, hidden))


def _under(head: Box, children: Sequence[Box]) -> Box:
    """The top of a branch's sheet: the box it was folded at, repeated, over those of its children it goes on with."""
    names = _names(children)
    pointers = tuple(
        replace(_pointer(s), below=tuple(child for child in s.below if child.name in names)) for s in head.statements
    )
    doubts = tuple(child for child in head.doubts if child.name in names)
    return Box(head.name, "context", pointers, doubts=doubts, sheet=_SOME_SHEET)


def _pointer(s: Seen) -> Seen:
    return Seen(s.key, s.short, s.type, s.text, said_by=s.said_by, see=True, sheet=_SOME_SHEET)


def _numbered(box: Box, number: int, links: dict[str, int], home: dict[str, int]) -> Box:
    """The tree with the sheet of every pointer and every folded branch."""

    def pointed(s: Seen) -> Seen:
        there = home.get(s.key, 0)
        return replace(s, sheet=0 if there == number else there) if s.see else s

    numbered = replace(
        box,
        statements=tuple(pointed(s) for s in box.statements),
        sheet=links[box.name] + 1 if box.hidden else 0,
    )
    return _with_children(numbered, lambda child: _numbered(child, number, links, home))
