"""What faces each other begins at one height, with as much left free above it as below."""

import pytest

from argmap.renderers.pages.cells import Block, Cell
from argmap.renderers.pages.page import band_height, estimated, place
from argmap.renderers.pages.table_markup import Lines


def cell(left: float, lines: int, *, abreast: bool) -> Cell:
    text = Lines(("word",) * lines, "plain", 10, "#000000", width=40)
    return Cell(left, 60, (Block(text, spoken=str(lines)),), pad=5, centred=False, abreast=abreast)


@pytest.mark.parametrize(("left", "right"), [(2, 1), (1, 3), (2, 2)])
def test_cells_abreast_begin_at_one_height_amid_the_row(left: int, right: int) -> None:
    band = (cell(0, left, abreast=True), cell(70, 6, abreast=False), cell(140, right, abreast=True))
    boxes = {box.node.left: box.node for box in place([(100, band)], estimated)}
    a, b = boxes[5], boxes[145]
    assert a.top == b.top
    highest = max(a.height, b.height)
    spare = band_height(band, estimated) - 10 - highest
    assert a.top == pytest.approx(100 + 5 + spare / 2)


def test_the_highest_cell_begins_at_the_top() -> None:
    band = (cell(0, 6, abreast=True), cell(70, 2, abreast=False), cell(140, 1, abreast=True))
    tops = {box.node.left: box.node.top for box in place([(0, band)], estimated)}
    assert tops[5] == tops[145] == pytest.approx(5, abs=1)
