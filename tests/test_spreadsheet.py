"""Cells of tables: what a spreadsheet must not run, and what reads back."""

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.reporters.controls import without_controls
from argmap.reporters.spreadsheet import harmless, lines, original, table

FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    "'=1",
    "''=1",
]
PLAIN = ["", "'tis", "a=1", "1-1", " =1", "'", "\u2212 1", "– and so on", "≈"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_reckon_has_an_apostrophe_in_front(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert original(harmless(text)) == text


@pytest.mark.parametrize("text", PLAIN)
def test_what_it_would_not_reckon_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text
    assert original(text) == text


@given(st.text())
@example("'\t")
@settings(max_examples=200, deadline=None, derandomize=True)
def test_every_text_reads_back_but_for_control_characters(text: str) -> None:
    (cell,) = next(csv.reader(io.StringIO(table([(text,)]), newline="")))
    assert original(cell) == without_controls(text)


@given(st.text())
@settings(max_examples=200, deadline=None, derandomize=True)
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_control_characters_and_half_characters_are_shown() -> None:
    assert without_controls("a\x00\x1b\x7f\ud800\uffff\t\r\n👩‍👧") == "a␀␛␡\ufffd\ufffd\t\r\n👩‍👧"


def test_values_are_written_so_that_programs_know_them() -> None:
    row = (None, "", True, False, -3, 0.1, -0.5, 4 / 11)
    assert table([row]) == ",,TRUE,FALSE,-3,0.1,-0.5,0.36363636363636365\r\n"


def test_commas_quotation_marks_and_line_ends_are_quoted() -> None:
    assert table([('a,"b"', "c\nd", "e\rf"), ("g", "", "h")]) == '"a,""b""","c\nd","e\rf"\r\ng,,h\r\n'


def test_several_values_stand_on_a_line_each() -> None:
    assert lines(["a  b", "c\nd", "", "e\r\nf"]) == "a b\nc d\n\ne f"
