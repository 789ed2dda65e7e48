"""Bands with their measured heights, and where everything on a page of them stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from argmap.renderers.graphviz.dot import Edge, Node, Point
from argmap.renderers.look import Look
from argmap.renderers.pages.cells import Band, Block, Cell
from argmap.renderers.pages.finishing import Spoken, finished
from argmap.renderers.pages.sheet_style import Style
from argmap.renderers.pages.table_markup import Frame, Lines, frame_label

Size = tuple[float, float]
SizeOf = Callable[[Lines], Size]

Spaced = tuple[float, Band]
"""A band with the space above it, or with its distance from the top of the page."""

_Box = tuple[str, float, float, float, float, str | None]  # label, left, top, width, height, what is spoken


@dataclass(frozen=True, slots=True)
class Wire:
    """A line of straight pieces from one named cell to another; `points` run from the tail to the arrow.

    `style` holds attributes of Graphviz: ``color``, ``style``, ``penwidth``, ``arrowhead``.
    """

    tail: str
    head: str
    points: tuple[Point, ...]
    style: Mapping[str, str]


_AROUND = 3  # between a double border's two lines


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page ready to be drawn: its bands with their distance from its top, its lines, and how high it is.

    A band may be a single cell that stands anywhere.
    """

    title: str
    described: str
    style: Style
    bands: tuple[Spaced, ...]
    height: float
    wires: tuple[Wire, ...] = ()


def estimated(text: Lines) -> Size:
    """The size of Latin text, for choosing a size of type."""
    return text.width, text.height


def band_height(band: Band, size_of: SizeOf) -> float:
    """As high as its highest cell, in whole points."""
    return max((ceil(_cell_height(cell, size_of)) for cell in band), default=0)


def heights(bands: Iterable[Spaced], size_of: SizeOf) -> float:
    """How high bands are together with the space above each."""
    return sum(before + band_height(band, size_of) for before, band in bands)


def stacked(
    body: Sequence[Spaced], foot: Sequence[Spaced], style: Style, size_of: SizeOf
) -> tuple[list[Spaced], float]:
    """Bands with their distance from the top of the page, and how high the page is."""
    top: float = 0
    found = []
    for before, band in (*body, *foot):
        found.append((top + before, band))
        top += before + band_height(band, size_of)
    spare = style.paper.height - top
    if style.own_sheets and spare > 0:  # the foot stands at the foot of a slide
        found[len(body) :] = [(at + spare, band) for at, band in found[len(body) :]]
        top += spare
    return found, top


def texts(bands: Iterable[Band]) -> list[Lines]:
    """All lines that have to be measured, each once."""
    return list(
        dict.fromkeys(text for band in bands for cell in band for block in cell.blocks for text in _texts(block))
    )


@dataclass(frozen=True, slots=True)
class Placed:
    """One box at its place; `spoken` is what it is called aloud, "" if it needs no name, None for a bare frame.

    `cell` is the name of the cell it is the frame of, or "".
    """

    node: Node
    spoken: str | None
    cell: str = ""


def place(bands: Sequence[Spaced], size_of: SizeOf) -> list[Placed]:
    """The bands of a page, each at its distance from the top of the page, as boxes in reading order."""
    found: list[tuple[_Box, str]] = []
    for top, band in bands:
        height = band_height(band, size_of)
        abreast = max((_filled(cell, size_of) for cell in band if cell.abreast), default=0)
        for cell in band:
            high = ceil(_cell_height(cell, size_of)) if cell.snug else height
            frames = _frame(cell.frame, cell.left, top + (height - high) / 2, cell.width, high) if cell.frame else []
            found += [(box, "" if i else cell.name) for i, box in enumerate(frames)]
            filled = abreast if cell.abreast else _filled(cell, size_of)
            above = (height - filled) / 2 if cell.centred or cell.abreast else 0
            found += [(box, "") for box in _blocks(cell, top + cell.pad + above, size_of)]
    return [
        Placed(Node(f"n{i}", label, x, y, w, h), spoken, cell)
        for i, ((label, x, y, w, h, spoken), cell) in enumerate(found)
    ]


def draw_leaf(leaf: Leaf, look: Look, size_of: SizeOf, *, name: str) -> tuple[bytes, float]:
    """A page as a file of that name, and the size of its running text in print."""
    boxes = place(leaf.bands, size_of)
    frames = {box.cell: box.node.name for box in boxes if box.cell}
    edges = [Edge(frames[wire.tail], frames[wire.head], wire.points, wire.style) for wire in leaf.wires]
    said = {box.node.name: box.spoken for box in boxes if box.spoken is not None}
    return finished(
        [box.node for box in boxes],
        edges,
        look,
        Spoken(leaf.title, leaf.described, said),
        name=name,
        body=leaf.style.body,
        width=leaf.style.width,
        height=leaf.height,
        whole_page=leaf.style.own_sheets,
    )


def _texts(block: Block) -> Iterator[Lines]:
    yield block.text
    if block.beside:
        yield from _texts(block.beside)


def _cell_height(cell: Cell, size_of: SizeOf) -> float:
    return max(_filled(cell, size_of), cell.least)


def _filled(cell: Cell, size_of: SizeOf) -> float:
    return 2 * cell.pad + sum(block.above + _block_size(block, size_of)[1] for block in cell.blocks)


def _block_size(block: Block, size_of: SizeOf) -> Size:
    """A block without what stands beside it, though as high as that."""
    width, height = max(size_of(block.text)[0], block.text.width), size_of(block.text)[1]
    if block.frame:
        width, height = width + 2 * block.inset, height + _within(block)
    return width, max(height, _block_size(block.beside, size_of)[1]) if block.beside else height


def _within(block: Block) -> float:
    """What the frame of a block leaves free above and below its lines: no line touches a thick border."""
    return max(block.inset, 2 * block.frame.width) if block.frame else 0


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


def _blocks(cell: Cell, y: float, size_of: SizeOf) -> list[_Box]:
    """What a cell holds, from so far below the top of the page on."""
    found = []
    for block in cell.blocks:
        width, high = _block_size(block, size_of)
        y += block.above
        side = cell.pad if cell.side is None else cell.side
        free = cell.width - 2 * side - width
        shift = 0 if block.frame else {"left": 0, "center": free / 2, "right": free}[block.text.align]
        x = cell.left + side + shift
        found += _line(block, (x, y), high, cell.pad, size_of)
        y += high
    return found


def _line(block: Block, at: Size, high: float, gap: float, size_of: SizeOf) -> list[_Box]:
    """A block and what stands to its right, in a line of that height."""
    x, y = at
    width = _block_size(block, size_of)[0]
    w, h = size_of(block.text)
    found = []
    if block.frame:
        tall = h + _within(block)
        found += _frame(block.frame, x, y + (high - tall) / 2, width, tall)
    inside = {"left": 0, "center": (width - w) / 2, "right": width - w - block.inset}[block.text.align]
    found.append((block.text.label, x + inside, y + (high - h) / 2, w, h, block.spoken))
    return found + (_line(block.beside, (x + width + gap, y), high, gap, size_of) if block.beside else [])
