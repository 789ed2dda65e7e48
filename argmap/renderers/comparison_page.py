"""Bands with their measured heights, and where everything on a page of them stands."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from argmap.renderers.comparison_cells import Band, Block, Cell
from argmap.renderers.dot import Node
from argmap.renderers.table_markup import Frame, Lines, frame_label

Size = tuple[float, float]
SizeOf = Callable[[Lines], Size]

_Box = tuple[str, float, float, float, float, str | None]  # label, left, top, width, height, what is spoken

_AROUND = 3  # between a double border's two lines


def estimated(text: Lines) -> Size:
    """The size of Latin text, for choosing a size of type."""
    return text.width, text.height


def band_height(band: Band, size_of: SizeOf) -> float:
    """As high as its highest cell, in whole points."""
    return max((ceil(_cell_height(cell, size_of)) for cell in band), default=0)


def texts(bands: Iterable[Band]) -> list[Lines]:
    """All lines that have to be measured, each once."""
    return list(
        dict.fromkeys(
            text
            for band in bands
            for cell in band
            for block in cell.blocks
            for text in (block.text, block.beside)
            if text
        )
    )


@dataclass(frozen=True, slots=True)
class Placed:
    """One box at its place; `spoken` is what it is called aloud, "" if it needs no name, None for a bare frame."""

    node: Node
    spoken: str | None


def place(bands: Sequence[tuple[float, Band]], size_of: SizeOf) -> list[Placed]:
    """The bands of a page, each at its distance from the top of the page, as boxes in reading order."""
    found: list[_Box] = []
    for top, band in bands:
        height = band_height(band, size_of)
        for cell in band:
            found += _frame(cell.frame, cell.left, top, cell.width, height) if cell.frame else []
            found += _blocks(cell, top, height, size_of)
    return [Placed(Node(f"n{i}", label, x, y, w, h), spoken) for i, (label, x, y, w, h, spoken) in enumerate(found)]


def _cell_height(cell: Cell, size_of: SizeOf) -> float:
    return 2 * cell.pad + sum(block.above + _block_size(block, size_of)[1] for block in cell.blocks)


def _block_size(block: Block, size_of: SizeOf) -> Size:
    width, height = max(size_of(block.text)[0], block.text.width), size_of(block.text)[1]
    if block.frame is None:
        return width, height
    beside = size_of(block.beside)[1] if block.beside else 0
    return width + 2 * block.inset, max(height + block.inset, beside)


def _frame(frame: Frame, x: float, y: float, width: float, height: float) -> list[_Box]:
    if not frame.double:
        return [(frame_label(frame, width, height), x, y, width, height, None)]
    outer = Frame(1, "solid", frame.colour, frame.fill)
    inner = Frame(frame.width, "solid", frame.colour, frame.fill)
    w, h = width - 2 * _AROUND, height - 2 * _AROUND
    return [
        (frame_label(outer, width, height), x, y, width, height, None),
        (frame_label(inner, w, h), x + _AROUND, y + _AROUND, w, h, None),
    ]


def _blocks(cell: Cell, top: float, height: float, size_of: SizeOf) -> list[_Box]:
    spare = height - _cell_height(cell, size_of)
    y = top + cell.pad + (spare / 2 if cell.centred else 0)
    found = []
    for block in cell.blocks:
        width, high = _block_size(block, size_of)
        y += block.above
        free = cell.width - 2 * cell.pad - width
        x = cell.left + cell.pad + (free / 2 if block.text.align == "center" and not block.frame else 0)
        if block.frame:
            found += _frame(block.frame, x, y, width, high)
        w, h = size_of(block.text)
        inside = (width - w) / 2 if block.text.align == "center" else 0
        text_x, text_y = x + inside, y + (high - h) / 2
        found.append((block.text.label, text_x, text_y, w, h, block.spoken))
        if block.beside:
            w, h = size_of(block.beside)
            beside_x, beside_y = x + width + cell.pad, y + (high - h) / 2
            found.append((block.beside.label, beside_x, beside_y, w, h, ""))
        y += high
    return found
