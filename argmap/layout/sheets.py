"""A map over several sheets: an overview, and what is folded there on as few further sheets as hold it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from argmap.diagram.boxes import Box, Diagram
from argmap.layout.cutting import SOME_SHEET, numbered, pointing, statements_in
from argmap.layout.overviews import Fill, overview
from argmap.layout.pieces import FEW, MOST, CanFit, Cutter, Piece

__all__ = ["MOST", "SOME_SHEET", "CanFit", "Sheet", "Split", "plan"]

Split = Literal["auto", "branch", "never"]

_Drafts = list[list[Piece]]

_MANY: Final = 200
"""From so many boxes on the first plan is taken, and no better one looked for."""

_NEAR: Final = 8
"""So many of the last sheets are looked at for room."""


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


def plan(diagram: Diagram, can_fit: CanFit, *, split: Split = "auto", sheet: int = SOME_SHEET) -> tuple[Sheet, ...]:
    """The sheets of a map in reading order; what is shown and what is folded add up to the whole map.

    A sheet shows at most 30 statements, in type large enough to read; only a single box that is larger than that
    by itself is an exception. Folded branches share a sheet where there is room.

    Args:
        diagram: The whole map.
        can_fit: Whether trees can be drawn large enough on one sheet.
        split: ``auto`` for as few sheets as can be read, ``branch`` for an overview in any case, ``never``.
        sheet: A number as wide as that of any sheet.
    """
    if split == "never":
        return (Sheet(1, diagram.roots),)
    roots = tuple(pointing(root, sheet) for root in diagram.roots)
    cutter = Cutter(can_fit, (box for root in roots for box in root.walk()), sheet)
    if split == "auto" and cutter.readable(diagram.roots):
        return (Sheet(1, diagram.roots),)
    fills: tuple[Fill, ...] = ("few",) if split == "branch" or len(cutter.whole) > _MANY else ("few", "much", "most")
    plans = [_packed(cutter, overview(cutter, roots, fill), absorb=split == "auto") for fill in fills]
    return tuple(_finished(cutter, min(plans, key=lambda drafts: _cost(cutter, drafts))))


def _cost(cutter: Cutter, drafts: _Drafts) -> tuple[int, int, int]:
    """Few sheets; then few branches of a few statements that stand apart from what they bear on; then few branches."""
    pieces = [piece for draft in drafts for piece in draft]
    small = sum(statements_in(cutter.drawn(piece)) <= FEW for piece in pieces)
    return len(drafts), small, len(pieces)


def _packed(cutter: Cutter, first: Piece, *, absorb: bool) -> _Drafts:
    """The pieces on sheets, each after the one it goes on from."""
    drafts = _spread(cutter, first)
    if not absorb:
        return drafts
    while _absorbed(cutter, drafts):
        again = _spread(cutter, first)
        drafts = again if len(again) <= len(drafts) else [draft for draft in drafts if draft]
    return drafts


def _spread(cutter: Cutter, first: Piece) -> _Drafts:
    drafts: _Drafts = []
    after: dict[Piece, int] = {first: -1}
    for piece in first.walk():
        near = range(max(after[piece] + 1, len(drafts) - _NEAR), len(drafts)) if piece.heads else ()
        place = next((i for i in near if _has_room(cutter, drafts[i], piece)), len(drafts))
        if place == len(drafts):
            drafts.append([])
        drafts[place].append(piece)
        for sub in piece.goes_on():
            after[sub] = max(after.get(sub, -1), place)
    return drafts


def _has_room(cutter: Cutter, draft: Sequence[Piece], piece: Piece) -> bool:
    if not all(other.heads for other in draft):
        return False  # an overview stays alone
    return cutter.readable(root for each in (*draft, piece) for root in cutter.drawn(each))


def _absorbed(cutter: Cutter, drafts: _Drafts) -> bool:
    """Branches unfolded where there is room after all, so that they need no head elsewhere; whether there were any."""
    found = False
    for draft in drafts:
        for piece in draft:
            while name := _next_absorbed(cutter, draft, piece):
                sub = piece.subs.pop(name)
                piece.folded = (piece.folded - {name}) | sub.folded
                piece.subs |= sub.subs
                next(each for each in drafts if sub in each).remove(sub)
                found = True
    return found


def _next_absorbed(cutter: Cutter, draft: Sequence[Piece], piece: Piece) -> str:
    """The smallest branch that can stay in a piece whose sheet has room for it."""

    def roots(name: str, sub: Piece) -> Iterator[Box]:
        for each in draft:
            more = (each.folded - {name}) | sub.folded if each is piece else each.folded
            yield from cutter.cut(each.whole, more, each.left)

    whole = [(name, sub) for name, sub in piece.subs.items() if name in piece.folded and sub.continues(name)]
    whole.sort(key=lambda each: statements_in(cutter.drawn(each[1])))
    return next((name for name, sub in whole if cutter.readable(roots(name, sub))), "")


def _finished(cutter: Cutter, drafts: _Drafts) -> Iterator[Sheet]:
    """The drafts with every number filled in."""
    number = {piece: i + 1 for i, draft in enumerate(drafts) for piece in draft}
    drawn = [tuple(root for piece in draft for root in cutter.drawn(piece)) for draft in drafts]
    # a thesis may stand on the overview in few words too: the later sheet has it in full
    home = {key: i for i, roots in enumerate(drawn, start=1) for key in _shown(roots)}
    for i, (draft, roots) in enumerate(zip(drafts, drawn, strict=True), start=1):
        here = home | {s.key: i for root in roots if root.kind == "context" for s in root.statements}
        links = {name: number[sub] - 1 for piece in draft for name, sub in piece.subs.items()}
        rest = next(((count, number[sub]) for piece in draft if piece.rest for count, sub in [piece.rest]), (0, 0))
        heads = tuple(head for piece in draft for head in piece.heads)
        yield Sheet(i, tuple(numbered(root, i, links, home, here) for root in roots), heads, rest)


def _shown(roots: Iterable[Box]) -> Iterator[str]:
    return (key for root in roots for box in root.walk() for key in box.shown())
