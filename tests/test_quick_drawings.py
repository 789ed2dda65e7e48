"""Drawing is quick because little is asked of Graphviz, and nothing loaded that a map does not need."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from made_up_maps import made_up
from pictures import draw_map
from typer.testing import CliRunner

from argmap import files
from argmap.api import load
from argmap.cli.app import app
from argmap.diagram.boxes import Box
from argmap.diagram.of_map import diagram_of_map
from argmap.layout.cutting import statements_in
from argmap.layout.sheets import plan
from argmap.renderers.graphviz import engine
from argmap.renderers.look import MapOptions, look
from argmap.renderers.maps.map_plan import MapPlan

KOGA = Path(__file__).parents[1] / "maps" / "northeast-asia" / "koga-2023.yaml"

LOADED = """\
import sys, argmap
from argmap.cli.app import app
sys.argv = ["argmap", "draw", sys.argv[1], "-o", sys.argv[2]]
try:
    app()
except SystemExit:
    pass
print(sorted(name for name in sys.modules if name.startswith("argmap.comparison")))
"""


@pytest.mark.skipif(not engine.available(), reason="needs Graphviz")
def test_a_map_is_drawn_without_what_compares_maps(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOADED, str(KOGA), f"{tmp_path}/"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    assert said.splitlines()[-1] == "[]"


@pytest.mark.skipif(not engine.available(), reason="needs Graphviz")
def test_graphviz_measures_what_is_drawn_and_not_what_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    honest, asked = engine.measure, [0]
    tables: list[str] = []

    def measure(labels: Any, *args: Any, **options: Any) -> Any:
        asked[0] += 1
        tables.extend(label for label in labels.values() if label.startswith("<TABLE"))
        return honest(labels, *args, **options)

    monkeypatch.setattr(engine, "measure", measure)
    pictures = draw_map(load(KOGA))
    drawn = sum(picture.data.count(b'class="node"') for picture in pictures)
    assert len(tables) == len(set(tables)) <= drawn
    assert asked[0] <= 25  # characters a few times, boxes once a sheet; it was over a hundred


def test_maps_that_may_fill_a_hundred_sheets_leave_room_for_three_digits() -> None:
    assert MapPlan(made_up(40), look(paper="a4"), MapOptions()).some_sheet == 88
    assert MapPlan(made_up(1300, theses=20), look(paper="a4"), MapOptions()).some_sheet == 888


def test_pointers_are_tried_as_wide_as_asked_and_drawn_with_their_own_number() -> None:
    tried: set[int] = set()

    def few(roots: Sequence[Box]) -> bool:
        for root in roots:
            tried.update(box.sheet for box in root.walk() if box.sheet)
            tried.update(s.sheet for box in root.walk() for s in box.statements if s.see and s.sheet)
        return statements_in(roots) <= 14

    sheets = plan(diagram_of_map(made_up(120, 2, theses=4)), few, sheet=888)
    assert tried == {888}
    shown = {box.sheet for sheet in sheets for root in sheet.roots for box in root.walk() if box.sheet}
    assert shown <= set(range(1, len(sheets) + 1))


@pytest.mark.skipif(not engine.available(), reason="needs Graphviz")
def test_drawing_anew_into_a_folder_does_not_read_the_map_for_every_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    honest = files.read

    def read(path: Any, **how: Any) -> Any:
        opened.append(str(path))
        return honest(path, **how)

    monkeypatch.setattr(files, "read", read)
    for _ in range(2):
        assert CliRunner().invoke(app, ["draw", str(KOGA), "-o", f"{tmp_path}/"]).exit_code == 0
    assert len(list(tmp_path.glob("*.svg"))) > 1
    assert len(opened) <= 3  # twice to be drawn, once more to see that it is not written over


@pytest.mark.skipif(not engine.available(), reason="needs Graphviz")
def test_a_sheet_is_planned_with_every_line_its_heading_will_have() -> None:
    planned = MapPlan(made_up(160, 3, theses=40), look(paper="a4"), MapOptions())
    sheets = planned.sheets()
    assert any(sheet.rest[0] for sheet in sheets)
    for sheet in sheets:
        likely = planned.said.likely_heading(sheet.roots, planned.diagram, 88)
        assert len(likely.notes) >= len(planned.said.heading(sheet, len(sheets), planned.diagram).notes)
