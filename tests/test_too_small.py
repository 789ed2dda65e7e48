"""Type that is too small to be read is told, with a way out that works and that is one for what was asked for."""

from collections.abc import Callable

import pytest

from argmap.renderers.look import Look, look
from argmap.renderers.pages.too_small import too_small


def told(on: str, body_pt: float, works: Callable[[Look], bool], *, fewer: str = "") -> list[str]:
    return [d.help or "" for d in too_small(look(paper=on), body_pt, works, fewer=fewer)]


def test_type_that_can_be_read_is_no_problem() -> None:
    assert told("a4", 7.96, lambda _: True) == []
    assert told("slide", 12, lambda _: True) == []


def test_labels_come_first_then_the_first_paper_that_works() -> None:
    assert told("a4", 7, lambda other: other.level == "title") == ["try --level title"]
    assert told("a4", 7, lambda other: other.paper.name == "a3") == ["try --paper a3"]
    assert told("a4", 7, lambda _: False) == ["try --paper fit"]
    assert told("a4", 7, lambda _: False, fewer="less of it") == ["try --paper fit, or less of it"]


@pytest.mark.parametrize("fewer", ["", "fewer actors with --about"])
def test_whoever_needs_a_slide_is_not_sent_to_paper_as_if_it_were_one(fewer: str) -> None:
    assert told("slide", 9, lambda other: other.level == "title", fewer=fewer) == ["try --level title"]
    (help_,) = told("slide", 9, lambda other: other.paper.name != "slide", fewer=fewer)
    assert help_.endswith("for print" + ("" if fewer else ", try") + " --paper a4")
    assert help_.startswith(f"try {fewer}, or" if fewer else "no slide holds it")
