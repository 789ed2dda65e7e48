"""The first sheet of several: theses over their first steps, and what of the rest there is room for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from argmap.diagram.boxes import Box
from argmap.layout.cutting import names_of, statements_in, summed_up
from argmap.layout.pieces import FEW, Cutter, Piece, foldable, with_doubts

Fill = Literal["few", "much", "most"]
"""What an overview shows below the first steps: branches of a few statements, all for which there is room from the
smallest on, or all but what has to be folded."""


def overview(cutter: Cutter, roots: Sequence[Box], fill: Fill) -> Piece:
    """A piece that shows what there is, with pieces for all that is folded; what hangs on no thesis comes last."""
    theses = tuple(root for root in roots if root.kind == "thesis")
    loose = tuple(root for root in roots if root.kind != "thesis")
    if not (theses and loose):
        return _overview(cutter, theses or loose, (), fill)
    return _overview(cutter, theses, loose, fill)


def _overview(cutter: Cutter, tops: tuple[Box, ...], later: tuple[Box, ...], fill: Fill) -> Piece:
    steps = with_doubts(child for top in tops for child in top.children)
    shown, folded = tops, foldable(steps)
    if len(tops) == 1 or cutter.readable(cutter.cut(tops, folded)):
        piece = cutter.piece(tops, (), _filled(cutter, tops, folded, steps, fill))
    else:
        brief = tuple(top.in_few_words() for top in tops)
        if brief != tops and cutter.readable(summed_up(brief, names_of(steps), cutter.sheet)):
            piece = _in_few_words(cutter, tops, brief)
        else:
            shown, piece = _only_tops(cutter, tops)
    if rest := tops[len(shown) :]:
        piece.rest = statements_in((*rest, *later)), _overview(cutter, rest, later, fill)
    elif later:
        piece.rest = statements_in(later), _overview(cutter, later, (), fill)
    return piece


def _filled(
    cutter: Cutter, tops: tuple[Box, ...], folded: frozenset[str], steps: Sequence[Box], fill: Fill
) -> frozenset[str]:
    """What to fold when there is room for more than the first steps."""
    if not cutter.readable(cutter.cut(tops, folded)):
        return folded
    if fill == "most":
        inside = (cutter.folds(step) for step in steps if step.below)
        return cutter.until_readable(tops, frozenset().union(*inside))
    for step in sorted((s for s in steps if s.name in folded), key=lambda s: statements_in(s.below)):
        small = statements_in(step.below) <= FEW
        fewer = (folded - {step.name}) | (frozenset() if small else cutter.folds(step))
        if (small or fill == "much") and cutter.readable(cutter.cut(tops, fewer)):
            folded = fewer
    return folded


def _in_few_words(cutter: Cutter, tops: tuple[Box, ...], brief: tuple[Box, ...]) -> Piece:
    """Theses with their first steps as labels; each has a sheet where it stands in full."""
    steps = with_doubts(child for root in brief for child in root.children)
    marked = tuple(summed_up(brief, frozenset(), cutter.sheet))
    folded = _filled(cutter, marked, foldable(steps), steps, "few")
    piece = Piece(marked, (), folded)
    for top, root in zip(tops, brief, strict=True):
        inside = names_of(with_doubts(top.children)) & folded
        if inside or root != top:
            piece.subs |= dict.fromkeys((top.name, *inside), _tree(cutter, top))
        else:
            piece.whole = tuple(replace(each, sheet=0) if each.name == top.name else each for each in piece.whole)
    return piece


def _only_tops(cutter: Cutter, tops: tuple[Box, ...]) -> tuple[tuple[Box, ...], Piece]:
    """Theses alone, as many as fit a sheet, each folded to a sheet of its own."""
    count = len(tops)
    while count > 1 and not cutter.readable(cutter.cut(tops[:count], names_of(tops))):
        count -= max(1, count // 8)
    piece = Piece(tops[:count], (), names_of(tops[:count]))
    piece.subs |= {top.name: _tree(cutter, top) for top in tops[:count] if top.below}
    return tops[:count], piece


def _tree(cutter: Cutter, top: Box) -> Piece:
    """A thesis and what stands below it, on a sheet of its own."""
    return cutter.piece((top,), (top,), cutter.folds_of(top, top.below))
