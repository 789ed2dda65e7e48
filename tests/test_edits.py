"""Edits leave every character alone that they do not name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editing.edits import Edit, EditsOverlap, apply


def test_edits_replace_insert_and_delete_in_any_order() -> None:
    assert apply("one two three", [Edit(8, 13, "four"), Edit(0, 0, "zero "), Edit(3, 7, "")]) == "zero one four"


def test_the_same_edit_twice_counts_once() -> None:
    assert apply("a b", [Edit(0, 1, "x"), Edit(0, 1, "x")]) == "x b"


def test_offsets_do_not_count_byte_order_marks_and_the_marks_stay() -> None:
    assert apply("\ufeffa: b\r\n", [Edit(3, 4, "c")]) == "\ufeffa: c\r\n"


def test_two_edits_of_the_same_characters_are_refused() -> None:
    with pytest.raises(EditsOverlap):
        apply("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])


@pytest.mark.parametrize("edit", [Edit(2, 1, ""), Edit(0, 4, ""), Edit(-1, 0, "")])
def test_an_edit_outside_the_text_is_refused(edit: Edit) -> None:
    with pytest.raises(ValueError, match="outside"):
        apply("abc", [edit])


@given(st.text(), st.data())
def test_putting_back_what_stood_there_gives_the_text(text: str, data: st.DataObject) -> None:
    plain = text.lstrip("\ufeff")
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    assert apply(text, [Edit(start, end, plain[start:end])]) == text
