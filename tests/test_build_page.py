"""`argmap.build_page`: what it takes, and what it says of what it cannot take."""

from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.errors import ArgmapError, DrawingFailed, NothingAbout, UnknownName
from argmap.facade.page import page_of

MILL_ROAD = Path(__file__).parent / "golden" / "mill-road"
RUIZ, PATEL = MILL_ROAD / "ruiz.yaml", MILL_ROAD / "patel.yaml"
COMPARED = argmap.compare(RUIZ, PATEL)


@pytest.mark.parametrize(
    ("things", "options", "said"),
    [
        ((), {}, "there is nothing to show"),
        ((COMPARED, RUIZ), {}, "what compare gave, or maps, not both"),
        ((3,), {}, "a page takes a map, its path, or what compare gave, not a int"),
        ((RUIZ,), {"alignment": ["rows.tsv"]}, "an alignment is for two maps"),
        ((RUIZ,), {"min_confidence": 0.5}, "'min_confidence' is for the rows"),
        ((RUIZ,), {"about": "riders"}, "'about' is for comparisons"),
        (
            (RUIZ, PATEL),
            {"texts": {"nobody": "It was."}},
            "there is a text of 'nobody', and no such map; known: ruiz, patel",
        ),
    ],
)
def test_what_cannot_be_shown_is_refused_with_a_reason(things: Any, options: dict[str, Any], said: str) -> None:
    with pytest.raises(ArgmapError) as refused:
        argmap.build_page(*things, figures="none", **options)
    assert said in str(refused.value)


def test_names_that_nothing_has_are_refused() -> None:
    with pytest.raises(UnknownName):
        argmap.build_page(RUIZ, figures="some")  # type: ignore[arg-type]
    with pytest.raises(NothingAbout):
        argmap.build_page(RUIZ, PATEL, about="zeppelins", figures="none")


def test_a_comparison_makes_the_page_its_maps_make() -> None:
    assert argmap.build_page(COMPARED, figures="none") == argmap.build_page(RUIZ, PATEL, figures="none")


def test_without_graphviz_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object) -> None:
        raise DrawingFailed("no Graphviz found")

    monkeypatch.setattr("argmap.facade.page_figures.figures_of", nothing)
    page = page_of(RUIZ, PATEL)
    assert page.undrawn == "no Graphviz found"
    assert page.undrawn in page.html
    assert page.comparison
    assert page.comparison.findings == COMPARED.findings


def test_differences_say_what_would_change_them() -> None:
    assert "What would change it" in argmap.build_page(RUIZ, PATEL, figures="none")
