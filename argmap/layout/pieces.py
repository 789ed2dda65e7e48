"""Pieces of a map, each small enough for a sheet: a branch under the box it belongs to, folded where it is too much."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from argmap.diagram.boxes import Box
from argmap.layout.cutting import cut_at, keep, mark, names_of, statements_in, under

MOST: Final = 30
"""Statements on a sheet: fifty are markedly harder to follow than thirty (Dwyer, Hogan & Stewart 2010)."""

FEW: Final = 3
"""A branch of so few statements is folded only where nothing else helps."""

CanFit = Callable[[Sequence[Box]], bool]


@dataclass(eq=False, slots=True)
class Piece:
    """Trees that stand on one sheet together.

    Attributes:
        whole: The trees, uncut.
        heads: The boxes it is about; none for an overview.
        folded: Boxes it folds, by name.
        left: Steps that go on elsewhere, by name.
        subs: By the name of a box: the piece that shows what is missing there.
        rest: For an overview of some of many trees: that of the others, and how many statements those have.
    """

    whole: tuple[Box, ...]
    heads: tuple[Box, ...]
    folded: frozenset[str]
    left: frozenset[str] = frozenset()
    subs: "dict[str, Piece]" = field(default_factory=dict)
    rest: "tuple[int, Piece] | None" = None

    def goes_on(self) -> "list[Piece]":
        """The pieces that show what is missing here, each once."""
        return [*dict.fromkeys(self.subs.values()), *([self.rest[1]] if self.rest else [])]

    def walk(self) -> "Iterator[Piece]":
        """The piece and those that go on from it, each once and after all that it goes on from."""
        done: dict[Piece, None] = {}
        waiting = [self]
        while waiting:
            piece = waiting.pop()
            if piece not in done:
                done[piece] = None
                yield piece
                waiting += reversed(piece.goes_on())

    def continues(self, name: str) -> bool:
        """Whether it shows all that is folded at the box of that name, under a repetition of it, and not a part."""
        return not self.left and [(root.name, root.kind) for root in self.whole] == [(name, "context")]


class Cutter:
    """Cuts one map; what can be read is asked once for the same trees. No `sheet` has a wider number."""

    def __init__(self, can_fit: CanFit, boxes: Iterable[Box], sheet: int) -> None:
        self.can_fit, self.sheet = can_fit, sheet
        self.whole = {box.name: box for box in boxes}
        self._fits: dict[tuple[int, ...], tuple[tuple[Box, ...], bool]] = {}  # by identity of what is held
        self._cuts: dict[tuple[int, frozenset[str], frozenset[str]], tuple[Box, Box]] = {}
        self._under: dict[tuple[str, ...], Box] = {}
        self._folds: dict[str, frozenset[str]] = {}

    def readable(self, roots: Iterable[Box]) -> bool:
        """Whether these trees are few enough, and large enough, on one sheet."""
        roots = tuple(roots)
        key = tuple(map(id, roots))
        if key not in self._fits:
            self._fits[key] = roots, statements_in(roots) <= MOST and self.can_fit(roots)
        return self._fits[key][1]

    def cut(self, roots: Iterable[Box], folded: frozenset[str], left: frozenset[str] = frozenset()) -> tuple[Box, ...]:
        """The trees without what is folded, and without the steps that are left to other sheets."""
        return tuple(self._cut(root, folded, left) for root in roots)

    def _cut(self, root: Box, folded: frozenset[str], left: frozenset[str]) -> Box:
        key = id(root), folded, left
        if key not in self._cuts:
            new = root
            if left & names_of(root.children):
                gone = [self.whole[name] for name in left & names_of(root.children)]
                new = mark(keep(root, left, frozenset()), root.name, statements_in(gone))
            self._cuts[key] = root, cut_at(new, folded, self.sheet)
        return self._cuts[key][1]

    def drawn(self, piece: Piece) -> tuple[Box, ...]:
        """The trees of a piece as they are drawn."""
        return self.cut(piece.whole, piece.folded, piece.left)

    def under(self, head: Box, steps: Sequence[Box]) -> Box:
        """Steps under the box they belong to."""
        key = (head.name, *(step.name for step in steps))
        if key not in self._under:
            self._under[key] = under(head, steps, self.sheet)
        return self._under[key]

    def folds(self, head: Box) -> frozenset[str]:
        """What to fold below a box so that its branch can be read on a sheet, and each folded branch too."""
        if head.name not in self._folds:
            self._folds[head.name] = self.folds_of(self.under(head, head.below), head.below)
        return self._folds[head.name]

    def folds_of(self, root: Box, steps: Sequence[Box]) -> frozenset[str]:
        """The same for some steps, at whose top `root` stands."""
        if self.readable([root]):
            return frozenset()
        inside = (self.folds(step) for step in with_doubts(steps) if step.below)
        return self.until_readable((root,), frozenset().union(*inside))

    def until_readable(self, roots: Sequence[Box], folded: frozenset[str]) -> frozenset[str]:
        """More folded, until the trees can be read: one branch, the smallest that will do; else the largest first."""
        tops = names_of(roots)

        def readable_without(name: str) -> bool:
            return self.readable(self.cut(roots, folded | {name}))

        while not self.readable(self.cut(roots, folded)):
            visible = [box for root in self.cut(roots, folded) for box in root.walk() if box.name not in tops]
            sizes = {box.name: statements_in(box.below) for box in visible if box.below}
            names = sorted((n for n, size in sizes.items() if size > FEW), key=lambda n: sizes[n])
            names = names or sorted((n for n, size in sizes.items() if size), key=lambda n: sizes[n])
            if not names:
                break
            folded |= {_first(names, readable_without) or names[-1]}
        return folded

    def branch(self, head: Box, steps: Sequence[Box]) -> Piece:
        """The piece that goes on where a branch was folded, and those that go on from there."""
        root = self.under(head, steps)
        folded = self.folds(head) if len(steps) == len(head.below) else self.folds_of(root, steps)
        return self.piece((root,), (head,), folded)

    def piece(self, roots: tuple[Box, ...], heads: tuple[Box, ...], folded: frozenset[str]) -> Piece:
        """A piece with all that goes on from it; if even all is folded and it is too much, a part of its steps."""
        left: frozenset[str] = frozenset()
        if len(roots) == 1 and not self.readable(self.cut(roots, folded)):
            left = self._left(roots[0], folded)
        piece = Piece(roots, heads, folded, left)
        for box in [box for root in self.drawn(piece) for box in root.walk() if box.hidden and box.name in folded]:
            whole = self.whole[box.name]
            piece.subs[box.name] = self.branch(whole, whole.below)
        if left:
            head = self.whole[roots[0].name]
            piece.subs[head.name] = self.branch(head, [step for step in head.below if step.name in left])
        return piece

    def _left(self, root: Box, folded: frozenset[str]) -> frozenset[str]:
        """The steps for which there is no room even when all are folded; one stays, and objections before others."""
        weighty = _weighty_first(root.below)

        def fits(n: int) -> bool:
            return self.readable(self.cut((root,), folded, names_of(weighty[n:])))

        return names_of(weighty[_most(len(weighty), fits) :])


def with_doubts(steps: Iterable[Box]) -> list[Box]:
    """These boxes, each followed by the doubts beside it."""
    return [box for step in steps for box in (step, *step.doubts)]


def foldable(steps: Iterable[Box]) -> frozenset[str]:
    """Those of these boxes that have something to fold, by name."""
    return frozenset(step.name for step in steps if step.below)


def _weighty_first(steps: Sequence[Box]) -> list[Box]:
    """In the order in which steps should stay where not all fit: a class that sees a reason sees the objections too."""
    attacks = [step for step in steps if step.kind == "attack"]
    others = [step for step in steps if step.kind != "attack"]
    return others[:1] + attacks + others[1:]


def _first(names: Sequence[str], enough: Callable[[str], bool]) -> str | None:
    """The first name, of those from small to large, that is enough; larger ones are taken to be enough too."""
    low, high = 0, len(names)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(names[middle]) else (middle + 1, high)
    return names[low] if low < len(names) else None


def _most(count: int, fits: Callable[[int], bool]) -> int:
    """The largest n up to `count` that fits, at least 1; fits for n is taken to mean fits for less."""
    low, high = 1, count
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low
