"""Lines of text: nothing is lost, nothing is too wide, nothing begins or ends where it must not."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.typesetting import balance, display_width, wrap

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1ef\U0001f1f5"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("word", 4),
        ("東京", 4),
        ("한국", 4),
        ("e\u0301te\u0301", 3),
        (FAMILY, 2),
        (FLAG, 2),
        (FLAG + FLAG, 4),
        ("\u200b", 0),
        ("❤\ufe0f", 2),
        ("\U0001f44d\U0001f3fd", 2),
        ("ﾊ", 1),
    ],
)
def test_width_counts_columns_not_characters(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("   ", 10, []),
        ("The quick brown fox", 10, ["The quick", "brown fox"]),
        ("two\nlines\t here", 20, ["two lines here"]),
        ("hold\u00a0fast now", 9, ["hold\u00a0fast", "now"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a abcdefghij", 4, ["a", "abcd", "efgh", "ij"]),
        ("abcd.", 4, ["abc", "d."]),
        ("....", 2, ["..", ".."]),
        ("日本国憲法は平和を", 8, ["日本国憲", "法は平和", "を"]),
        ("東京は、大きい。", 6, ["東京", "は、大", "きい。"]),
        ("彼は「平和」と", 6, ["彼は", "「平", "和」と"]),
        ("한국어 문장은", 8, ["한국어", "문장은"]),
        ("follow-through", 8, ["follow-", "through"]),
        ("Japan–South Korea", 12, ["Japan–South", "Korea"]),
        ("4–5 and 10-12", 4, ["4–5", "and", "10-1", "2"]),
        (FLAG + FLAG, 3, [FLAG, FLAG]),
        (f"{FAMILY}{FAMILY}", 2, [FAMILY, FAMILY]),
        ("東", 1, ["東"]),
    ],
)
def test_lines_break_where_the_script_allows(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_balanced_lines_are_as_many_and_leave_no_single_word() -> None:
    assert wrap("one two three four", 14) == ["one two three", "four"]
    assert balance("one two three four", 14) == ["one two", "three four"]


def test_no_word_stands_alone_between_full_lines() -> None:
    text = "For all their common challenges, strained relations used to keep Tokyo and Seoul from closer cooperation."
    assert balance(text, 18) == [
        "For all their",
        "common challenges,",
        "strained relations",
        "used to keep",
        "Tokyo and Seoul",
        "from closer",
        "cooperation.",
    ]


def test_of_lines_that_are_as_even_the_longer_comes_first() -> None:
    assert balance("aaaa b cccc dddd", 6) == ["aaaa b", "cccc", "dddd"]


def test_what_a_dash_joins_stays_together_where_that_takes_no_more_lines() -> None:
    assert balance("Beijing’s position, as Roy-Chaudhury & Ho and Koga report it", 41) == [
        "Beijing’s position, as Roy-Chaudhury",
        "& Ho and Koga report it",
    ]
    assert balance("could make the Indo-Pacific fall apart", 14) == ["could make the", "Indo-Pacific", "fall apart"]
    assert balance("a follow-through", 8) == ["a", "follow-", "through"]


texts = st.text(
    alphabet=st.one_of(
        st.sampled_from(" abcdefgh-–/,.;:!?()“”日本語、。「」ー한국\u0301\u200d" + FLAG + FAMILY),
        st.characters(codec="utf-8", exclude_characters="\u00a0"),
    ),
    max_size=80,
)


def squeezed(text: str) -> str:
    return "".join(c for c in text if not c.isspace())


@given(texts, st.integers(1, 40))
def test_joined_again_the_lines_hold_all_of_the_text(text: str, width: int) -> None:
    assert squeezed("".join(wrap(text, width))) == squeezed(text)
    assert squeezed("".join(balance(text, width))) == squeezed(text)


@given(texts, st.integers(2, 40))
def test_no_line_is_wider_than_asked_unless_it_is_one_character(text: str, width: int) -> None:
    assert [line for line in wrap(text, width) if display_width(line) > width] == []
    assert len(balance(text, width)) == len(wrap(text, width))
    assert [line for line in balance(text, width) if display_width(line) > width] == []


@given(st.text(alphabet="ab日本語한국 、。，）」』", min_size=1, max_size=60), st.integers(6, 40))
def test_no_line_begins_with_closing_punctuation(text: str, width: int) -> None:
    closing = "、。，）」』"
    if not re.search(f"(^| )[{closing}]|[{closing}]{{2}}", text):  # nothing but punctuation has to stand somewhere
        assert [line for line in wrap(text, width) if line[0] in closing] == []


@given(texts, st.integers(2, 30))
def test_no_mark_is_parted_from_its_letter(text: str, width: int) -> None:
    for line in wrap(text, width)[1:]:
        assert unicodedata.category(line[0]) not in ("Mn", "Me") or line[0] in {w[0] for w in text.split()}
