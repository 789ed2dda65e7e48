"""A map over several sheets: an overview, and a sheet for each branch that is folded there, as deep as needed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from argmap.diagram.boxes import Box, BoxKind, Diagram
from argmap.layout.cutting import cut_at, keep, mark, names_of, numbered, pointing, statements_in, summed_up, under

Split = Literal["auto", "branch", "never"]

MOST: Final = 30
"""Statements on a sheet: fifty are markedly harder to follow than thirty (Dwyer, Hogan & Stewart 2010)."""

_FEW = 3  # a branch of so few statements stays in the overview

_ROLES: Final[dict[BoxKind, str]] = {
    "support": "reason for",
    "attack": "objection to",
    "undercut": "doubt about the step from",
    "condition": "condition of",
}

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
    if split == "auto" and _readable(diagram.roots, can_fit):
        return (Sheet(1, diagram.roots),)
    roots = tuple(pointing(root) for root in diagram.roots)
    planner = _Planner(Diagram(roots), can_fit)
    theses = tuple(root for root in roots if root.kind == "thesis")
    loose = tuple(root for root in roots if root.kind != "thesis")
    if theses:
        planner.overview(theses)
        if loose and planner.drafts[0].rest == (0, 0):
            planner.drafts[0].rest = (statements_in(loose), len(planner.drafts))
    if loose:
        planner.overview(loose)
    return planner.sheets()


@dataclass(slots=True)
class _Draft:
    roots: tuple[Box, ...]
    heads: tuple[Box, ...]
    links: dict[str, int]  # where the branch of a folded box went: index of its draft
    rest: tuple[int, int] = (0, 0)


class _Planner:
    def __init__(self, diagram: Diagram, can_fit: CanFit) -> None:
        self.can_fit = can_fit
        self.drafts: list[_Draft] = []
        self.whole = {box.name: box for box in diagram.walk()}
        self.alone: dict[str, bool] = {}
        self.carriers = {child.name: box for box in diagram.walk() for child in box.children}

    def readable(self, roots: Sequence[Box]) -> bool:
        return _readable(roots, self.can_fit)

    def overview(self, tops: tuple[Box, ...]) -> None:
        """A sheet that shows what there is, and a sheet for each branch that is folded on it."""
        if len(tops) == 1:
            self._single(tops[0])
            return
        steps = names_of(_with_doubts(child for top in tops for child in top.children))
        for roots in (tops, tuple(top.in_few_words() for top in tops)):
            if self.readable(summed_up(roots, steps)):
                self._several(tops, roots)
                return
        self._only_tops(tops)

    def _single(self, top: Box) -> None:
        """One thesis with its first steps, the larger ones folded, each to a sheet of its own."""
        steps = _with_doubts(top.children)
        folded = _foldable(steps)
        if self.readable([cut_at(top, frozenset(folded))]):
            folded = self._without_small([top], steps, folded)
        self._sheet((top,), (), top.children, folded=folded)

    def _several(self, tops: tuple[Box, ...], roots: tuple[Box, ...]) -> None:
        """Theses with their first steps, perhaps in few words; what is folded stands on the sheet of its thesis."""
        steps = _with_doubts(child for root in roots for child in root.children)
        marked = summed_up(roots, frozenset())
        folded = self._without_small(marked, steps, _foldable(steps))
        draft = self._draft(tuple(cut_at(root, frozenset(folded)) for root in roots), ())
        for top, root in zip(tops, roots, strict=True):
            inside = names_of(_with_doubts(top.children)) & folded
            if inside or root != top:
                draft.links |= dict.fromkeys((top.name, *inside), len(self.drafts))
                self._tree(top)

    def _only_tops(self, tops: tuple[Box, ...]) -> None:
        """Theses alone, in groups that fit a sheet, each folded to a sheet of its own."""
        count = _most(len(tops), lambda n: self.readable([cut_at(top, names_of(tops)) for top in tops[:n]]))
        draft = self._draft(tuple(cut_at(top, names_of(tops)) for top in tops[:count]), ())
        for top in (top for top in tops[:count] if top.below):
            draft.links[top.name] = len(self.drafts)
            self._tree(top)
        if count < len(tops):
            rest = tops[count:]
            draft.rest = (statements_in(rest), len(self.drafts))
            self.overview(rest)

    def _without_small(self, roots: Sequence[Box], steps: Sequence[Box], folded: set[str]) -> set[str]:
        """What has to be folded when branches of a few statements stay, as far as there is room."""
        for step in sorted((s for s in steps if s.name in folded), key=lambda s: statements_in([s])):
            fewer = folded - {step.name}
            if statements_in(step.below) <= _FEW and self.readable([cut_at(r, frozenset(fewer)) for r in roots]):
                folded = fewer
        return folded

    def _tree(self, top: Box) -> None:
        """The sheet of a thesis that the overview only sums up."""
        folded = self._folds(top)
        if folded is None:
            folded = _foldable(_with_doubts(top.children))
        self._sheet((top,), (top,), top.children, folded=folded)

    def _draft(self, roots: tuple[Box, ...], heads: tuple[Box, ...]) -> _Draft:
        self.drafts.append(_Draft(roots, heads, {}))
        return self.drafts[-1]

    def _branch(self, head: Box, steps: Sequence[Box]) -> None:
        """The sheet of a folded branch, which folds what is too much for it."""
        top = under(head, steps, self._role(head))
        folded = self._folds(top)
        if folded is None:
            folded = _foldable(_with_doubts(steps))
        self._sheet((top,), (head,), steps, folded=folded)

    def _role(self, head: Box) -> str:
        """What a box is to what stands above it: ``reason for T``."""
        carrier = self.carriers.get(head.name)
        if carrier is None:
            return head.kind
        names = [s.short for s in carrier.statements if any(child.name == head.name for child in s.below)]
        return f"{_ROLES[head.kind]} {' and '.join(names or [s.short for s in carrier.statements])}"

    def _folds(self, top: Box) -> set[str] | None:
        """What to fold below `top`, so that it can be read and every folded branch too; None if nothing helps.

        One branch, the smallest that will do; else the largest that fits a sheet, and on from there.
        """
        folded: set[str] = set()
        while not self.readable([cut_at(top, frozenset(folded))]):
            rest = [box for box in cut_at(top, frozenset(folded)).walk() if box.name != top.name]
            by_size = sorted((box for box in rest if box.below), key=lambda b: statements_in(b.below))
            branches = [box for box in by_size if statements_in(box.below) and self._fits_alone(box)]
            branches = [box for box in branches if statements_in(box.below) > _FEW] or branches
            if not branches:
                return None
            enough = (b for b in branches if self.readable([cut_at(top, frozenset({*folded, b.name}))]))
            folded.add(next(enough, branches[-1]).name)
        return folded

    def _fits_alone(self, box: Box) -> bool:
        if box.name not in self.alone:
            self.alone[box.name] = self.readable([under(box, box.below, self._role(box))])
        return self.alone[box.name]

    def _sheet(self, roots: tuple[Box, ...], heads: tuple[Box, ...], steps: Sequence[Box], *, folded: set[str]) -> None:
        """Draft a sheet, and the sheets of what is folded on it."""
        draft = self._draft((), heads)
        kept: Sequence[Box] = steps
        if not self.readable([cut_at(root, frozenset(folded)) for root in roots]):
            kept, roots = self._shortened(roots, steps, folded)
        draft.roots = tuple(cut_at(root, frozenset(folded)) for root in roots)
        for box in [box for root in draft.roots for box in root.walk() if box.hidden]:
            draft.links[box.name] = len(self.drafts)
            whole = self.whole[box.name]
            self._branch(whole, whole.below)
        left = [step for step in steps if step not in kept]
        if left:
            head = self.carriers[left[0].name]
            draft.links[head.name] = len(self.drafts)
            draft.roots = tuple(mark(root, head.name, statements_in(left)) for root in draft.roots)
            self._branch(head, [self.whole[step.name] for step in left])

    def _shortened(
        self, roots: tuple[Box, ...], steps: Sequence[Box], folded: set[str]
    ) -> tuple[Sequence[Box], tuple[Box, ...]]:
        """As many of the steps as fit even when all are folded, objections among them; at least one."""
        weighty = _weighty_first(steps)

        def first(n: int) -> tuple[Box, ...]:
            return tuple(keep(root, names_of(steps), names_of(weighty[:n])) for root in roots)

        def fits(n: int) -> bool:
            return self.readable([cut_at(root, frozenset(folded)) for root in first(n)])

        carriers = {self.carriers[step.name].name for step in steps if step.name in self.carriers}
        if len(carriers) != 1:
            return steps, roots
        count = _most(len(steps), fits)
        return weighty[:count], first(count)

    def sheets(self) -> tuple[Sheet, ...]:
        """The drafts with every number filled in."""
        # a thesis and its first steps stand on the overview too: the later sheet has them in full
        home = {key: i + 1 for i, draft in enumerate(self.drafts) for key in _shown(draft.roots)}
        return tuple(self._finished(i, draft, home) for i, draft in enumerate(self.drafts))

    def _finished(self, i: int, draft: _Draft, home: dict[str, int]) -> Sheet:
        here = home | {s.key: i + 1 for root in draft.roots if root.kind == "context" for s in root.statements}
        roots = tuple(numbered(root, i + 1, draft.links, home, here) for root in draft.roots)
        count, index = draft.rest
        return Sheet(i + 1, roots, draft.heads, (count, index + 1) if count else (0, 0))


def _readable(roots: Sequence[Box], can_fit: CanFit) -> bool:
    return statements_in(roots) <= MOST and can_fit(roots)


def _with_doubts(steps: Iterable[Box]) -> list[Box]:
    """These boxes, each followed by the doubts beside it."""
    return [box for step in steps for box in (step, *step.doubts)]


def _foldable(steps: Iterable[Box]) -> set[str]:
    return {step.name for step in steps if step.below}


def _weighty_first(steps: Sequence[Box]) -> list[Box]:
    """In the order in which steps should stay where not all fit: a class that sees a reason sees the objections too."""
    attacks = [step for step in steps if step.kind == "attack"]
    others = [step for step in steps if step.kind != "attack"]
    return others[:1] + attacks + others[1:]


def _shown(roots: Iterable[Box]) -> Iterator[str]:
    return (key for root in roots for box in root.walk() for key in box.shown())


def _most(count: int, fits: Callable[[int], bool]) -> int:
    """The largest n up to `count` that fits, at least 1; fits for n is taken to mean fits for less."""
    low, high = 1, count
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low
