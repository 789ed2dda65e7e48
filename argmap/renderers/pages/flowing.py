"""Blocks beside each other on a line, as long as there is room."""

from collections.abc import Iterable
from dataclasses import replace

from argmap.renderers.pages.cells import Block


def flowing(blocks: Iterable[Block], room: float, gap: float) -> list[Block]:
    """The same blocks, those that flow on one line with the one before if both do and there is room."""
    found: list[Block] = []
    for block in blocks:
        if found and block.flows and found[-1].flows and _across(found[-1], gap) + gap + _across(block, gap) <= room:
            found[-1] = _with_last(found[-1], replace(block, above=0))
        else:
            found.append(block)
    return found


def _across(block: Block, gap: float) -> float:
    return block.text.width + 2 * block.inset + (gap + _across(block.beside, gap) if block.beside else 0)


def _with_last(block: Block, last: Block) -> Block:
    return replace(block, beside=_with_last(block.beside, last) if block.beside else last)
