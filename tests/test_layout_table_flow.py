"""Sections of a table one after the other over pages: filled, in order, nothing torn, no heading alone."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.table import Measures, Stretch
from argmap.layout.table_flow import flow

ROWS = st.lists(st.lists(st.integers(5, 60).map(float), min_size=1, max_size=12).map(tuple), min_size=1, max_size=5)


def measures(*sections: list[float]) -> Measures:
    return Measures(tuple(10.0 for _ in sections), tuple(map(tuple, sections)), row_gap=1, section_gap=5)


def pages(*sections: list[float], room: float, **how: Any) -> list[list[tuple[int, int, int]]]:
    found = flow(measures(*sections), lambda _: room, **how)
    return [[(s.section, s.start, s.stop) for s in page] for page in found]


def test_a_section_begins_where_the_one_before_it_ends() -> None:
    assert pages([20, 20], [20, 20, 20, 20], room=120) == [[(0, 0, 2), (1, 0, 2)], [(1, 2, 4)]]


def test_a_section_that_fits_a_page_stays_whole_if_asked_to() -> None:
    assert pages([20, 20], [20, 20, 20], room=120, whole=True) == [[(0, 0, 2)], [(1, 0, 3)]]


def test_sections_stay_apart_if_asked_to() -> None:
    assert pages([20], [20], room=120, apart=True) == [[(0, 0, 1)], [(1, 0, 1)]]


def test_a_section_begins_afresh_if_asked_to() -> None:
    found = flow(measures([20], [20], [20]), lambda _: 200.0, fresh=[1])
    assert [[s.section for s in page] for page in found] == [[0], [1, 2]]


def test_a_heading_with_a_single_row_goes_to_the_next_page() -> None:
    assert pages([20, 20], [20, 20, 20], room=95) == [[(0, 0, 2)], [(1, 0, 3)]]


def test_no_page_is_left_with_a_single_row() -> None:
    assert pages([20, 20, 20, 20], room=78) == [[(0, 0, 2)], [(0, 2, 4)]]


def test_a_row_higher_than_a_page_has_one_to_itself() -> None:
    assert pages([300, 20, 20], room=100) == [[(0, 0, 1)], [(0, 1, 3)]]


def test_parts_are_counted() -> None:
    found = flow(measures([20, 20, 20, 20]), lambda _: 60.0)
    assert found == ((Stretch(0, 0, 2, 1, 2),), (Stretch(0, 2, 4, 2, 2),))


@given(ROWS, st.integers(30, 300), st.booleans(), st.booleans())
def test_every_row_stands_on_one_page_in_order_and_no_page_is_overfull(
    rows: list[tuple[float, ...]], room: int, whole: bool, apart: bool
) -> None:
    m = Measures(tuple(10.0 for _ in rows), tuple(rows), row_gap=1, section_gap=5)
    found = flow(m, lambda _: float(room), whole=whole, apart=apart)
    assert [(s.section, i) for page in found for s in page for i in range(s.start, s.stop)] == [
        (section, i) for section, mine in enumerate(rows) for i in range(len(mine))
    ]
    for page in found:
        assert page
        alone = len(page) == 1 and page[0].stop - page[0].start == 1
        assert m.page_height(page) <= room or alone
