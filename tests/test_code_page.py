"""Codes explained at the terminal."""

import re
from dataclasses import replace

import pytest

from argmap.codes import CODES, Page
from argmap.reporters.code_page import code_list, code_page
from argmap.typesetting import display_width

PAGE = Page(
    "AM000",
    "no-rain",
    "warning",
    finds="It does not rain.",
    why="Gardens need it.",
    fix="Wait for clouds.",
    wrong="a: 1\n\nb: 2\n",
    right="a: 2\n",
)


def test_a_page_says_what_why_and_what_to_do() -> None:
    assert code_page(PAGE).splitlines() == [
        "AM000 no-rain (warning)",
        "",
        "It does not rain.",
        "",
        "Why: Gardens need it.",
        "",
        "Fix: Wait for clouds.",
        "",
        "Wrong:",
        "    a: 1",
        "",
        "    b: 2",
        "",
        "Right:",
        "    a: 2",
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_page_fits_eighty_columns_but_for_its_examples(code: str) -> None:
    prose = [line for line in code_page(CODES[code]).splitlines() if not line.startswith("    ")]
    assert max(map(display_width, prose)) <= 80


def test_colour_adds_nothing_but_colour() -> None:
    for plain, colored in ((code_page(PAGE), code_page(PAGE, color=True)), (code_list(), code_list(color=True))):
        assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain != colored


def test_the_list_names_every_code_once() -> None:
    kinds = {True: ", only with --teach", False: ""}
    assert re.findall(r"^  (AM\d{3})  (\S+) +(\S.*)$", code_list(), re.MULTILINE) == [
        (page.code, page.name, page.severity + kinds[page.teaching]) for page in CODES.values()
    ]


def test_some_codes_are_listed_under_their_headings() -> None:
    assert code_list(("AM117", "AM303"), width=40).splitlines() == [
        "Reading",
        f"  AM117  {'empty-file'.ljust(max(len(page.name) for page in CODES.values()))}  error",
        "",
        "Shape",
        f"  AM303  {'no-thesis'.ljust(max(len(page.name) for page in CODES.values()))}  warning",
        "",
        "`argmap explain CODE` prints the page of",
        "one.",
    ]


def test_a_page_says_when_its_advice_is_given_only_on_request() -> None:
    assert code_page(replace(PAGE, teaching=True)).startswith("AM000 no-rain (warning, only with --teach)\n")
