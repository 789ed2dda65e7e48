"""Each view of two maps and of four, as text and as Markdown."""

from collections.abc import Callable
from pathlib import Path

import pytest

import argmap
from argmap import Comparison
from argmap.reporters.comparison_markdown import comparison_markdown
from argmap.reporters.comparison_text import comparison_text
from argmap.reporters.sections import View

Golden = Callable[[str, str], None]
FOLDER = Path(__file__).parent / "golden"
SETS = {"mill-road": ("ruiz", "patel"), "later-school": ("okafor", "brandt", "ito", "quist")}
VIEWS: tuple[View, ...] = ("matrix", "roles", "causes", "reasons")


@pytest.fixture(scope="module", params=SETS)
def compared(request: pytest.FixtureRequest) -> tuple[str, Comparison]:
    folder: str = request.param
    return folder, argmap.compare(*(FOLDER / folder / f"{name}.yaml" for name in SETS[folder]))


@pytest.mark.parametrize("view", VIEWS)
def test_views_read_as_they_should(compared: tuple[str, Comparison], golden: Golden, view: View) -> None:
    folder, c = compared
    golden(f"{folder}/view-{view}.txt", comparison_text(c, view=view))
    golden(f"{folder}/view-{view}.md", comparison_markdown(c, view=view))


def test_two_maps_in_conflict_say_what_it_turns_on(golden: Golden) -> None:
    c = argmap.compare(FOLDER / "later-school" / "okafor.yaml", FOLDER / "later-school" / "brandt.yaml")
    golden("later-school/two-reasons.txt", comparison_text(c, view="reasons", width=72))


def test_figures_are_a_view(compared: tuple[str, Comparison]) -> None:
    assert "\nFigures ──" in comparison_text(compared[1], view="metrics")
    assert "\n## Figures\n" in comparison_markdown(compared[1], view="metrics")
