"""Rows of a table over pages, and text in lines of a width."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.lines import FACES, Ruler, alphabet
from argmap.layout.paper import PAPERS
from argmap.layout.table import Measures, Room, Stretch, chosen, paginate
from argmap.renderers.pages.cells import SPARE, Setter
from argmap.renderers.pages.sheet_style import Style
from argmap.theme import THEMES


def measures(*sections: list[float]) -> Measures:
    return Measures(tuple(10 for _ in sections), tuple(map(tuple, sections)), row_gap=1, section_gap=5)


def room(every: float) -> Room:
    return lambda page: every


def test_what_fits_stands_on_one_page() -> None:
    assert paginate(measures([20, 20], [20]), room(100)) == ((Stretch(0, 0, 2), Stretch(1, 0, 1)),)


def test_a_section_that_does_not_fit_beside_another_begins_a_page() -> None:
    assert paginate(measures([20, 20], [40]), room(100)) == ((Stretch(0, 0, 2),), (Stretch(1, 0, 1),))


def test_sections_stay_apart_if_asked_to() -> None:
    pages = paginate(measures([20], [20]), room(100), together=False)
    assert pages == ((Stretch(0, 0, 1),), (Stretch(1, 0, 1),))


def test_a_long_section_is_spread_evenly_over_as_few_pages_as_it_needs() -> None:
    pages = paginate(measures([20] * 6), room(120))
    assert [(s.start, s.stop, s.part, s.parts) for (s,) in pages] == [(0, 3, 1, 2), (3, 6, 2, 2)]


def test_nothing_follows_on_the_page_of_a_section_that_was_split() -> None:
    pages = paginate(measures([20] * 6, [10]), room(120))
    assert [[s.section for s in page] for page in pages] == [[0], [0], [1]]


def test_a_row_higher_than_the_room_has_a_page_to_itself() -> None:
    pages = paginate(measures([20, 500, 20]), room(100))
    assert [(s.start, s.stop) for (s,) in pages] == [(0, 1), (1, 2), (2, 3)]


def test_a_page_may_hold_less_for_what_stands_on_it() -> None:
    pages = paginate(measures([20] * 4), lambda page: 90 if page[0].stop > 2 else 60)
    assert [(s.start, s.stop) for (s,) in pages] == [(0, 1), (1, 4)]


def test_a_table_without_rows_has_no_page() -> None:
    assert paginate(measures(), room(100)) == ()


heights = st.lists(st.lists(st.floats(1, 90), min_size=1, max_size=12), max_size=4)


@given(heights, st.floats(40, 200), st.booleans())
def test_no_row_is_lost_and_none_hangs_over(sections: list[list[float]], every: float, both: bool) -> None:
    m = measures(*sections)
    pages = paginate(m, room(every), together=both)
    rows = [(s.section, row) for page in pages for s in page for row in range(s.start, s.stop)]
    assert rows == [(i, row) for i, section in enumerate(sections) for row in range(len(section))]
    for page in pages:
        single_row = len(page) == 1 and page[0].stop - page[0].start == 1
        assert single_row or m.page_height(page) <= every
        assert both or len(page) == 1


def test_of_what_does_not_fit_every_section_shows_some_the_one_with_fewest_rows_first() -> None:
    assert chosen([5, 2], lambda counts: sum(counts) <= 4) == (2, 2)
    assert chosen([5, 2], lambda counts: sum(counts) <= 3) == (1, 2)
    assert chosen([2, 0, 9], lambda counts: sum(counts) <= 7) == (2, 0, 5)


def test_a_row_that_does_not_fit_ends_its_section_and_leaves_the_room_to_others() -> None:
    heights = [[50, 10], [10, 10, 10]]

    def fits(counts: Sequence[int]) -> bool:
        return sum(sum(rows[:n]) for rows, n in zip(heights, counts, strict=True)) <= 40

    assert chosen([2, 3], fits) == (0, 3)
    assert chosen([2, 3], lambda _: False) == (0, 0)


LATIN = Ruler({(face, c): 0.5 for face in FACES for c in "abcdefghij "})


def test_a_line_is_as_wide_as_its_letters() -> None:
    assert LATIN.width("abc d", "plain", 10) == 25


def test_an_unknown_letter_counts_as_a_wide_one() -> None:
    assert LATIN.width("a東", "plain", 10) == 15


def test_small_type_that_comes_out_wider_is_measured_so() -> None:
    assert Ruler({("bold", "a"): 0.5}, {("bold", 8, False): 1.25}).width("aa", "bold", 8) == 10


def test_lines_are_filled() -> None:
    assert LATIN.lines("ab cd ef gh", "plain", 10, 40) == ["ab cd ef", "gh"]


def test_lines_are_balanced_if_asked() -> None:
    assert LATIN.lines("ab cd ef gh", "plain", 10, 40, balanced=True) == ["ab cd", "ef gh"]


def test_blank_text_has_no_lines() -> None:
    assert LATIN.lines("", "plain", 10, 40) == []


def test_a_letter_wider_than_the_room_stays_whole() -> None:
    assert LATIN.lines("ab", "plain", 10, 2) == ["a", "b"]


@given(st.text("abcdefghij ", min_size=1, max_size=80), st.floats(6, 200))
def test_no_line_is_wider_than_the_room(text: str, room: float) -> None:
    lines = LATIN.lines(text, "plain", 10, room)
    assert all(LATIN.width(line, "plain", 10) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_the_alphabet_holds_every_letter_once_in_every_face() -> None:
    assert alphabet(["ba", "a"]) == [(face, c) for c in " ab" for face in FACES]


def test_no_title_breaks_before_a_number() -> None:
    setter = Setter(Style(PAPERS["a4"], 10), THEMES["light"], Ruler({("bold", c): 0.5 for c in "agreon3,pits\u00a0 "}))
    title = setter.style.title
    room = setter.ruler.width("agree on ", "bold", title) / SPARE
    set_ = setter.lines("agree on 3, or", "bold", title, "#000000", room)
    assert set_.lines == ("agree", "on 3, or")
