"""The benchmark of drawing runs; how long anything takes is no test's business."""

import subprocess
import sys
from pathlib import Path

import pytest

from argmap.renderers.graphviz import engine

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "drawing.py"


@pytest.mark.slow
@pytest.mark.skipif(not engine.available(), reason="needs Graphviz")
def test_drawings_are_timed_beside_the_bare_interpreter_and_what_is_left_out_is_named(tmp_path: Path) -> None:
    out = tmp_path / "results" / "drawing.md"
    asked = ("--date", "1999-12-31", "--sizes", "5", "--runs", "1", "--no-peers", "--out", str(out))
    subprocess.run([sys.executable, str(SCRIPT), *asked], check=True, capture_output=True)
    page = out.read_text("utf-8")
    assert page.startswith("# Benchmarks, 1999-12-31\n")
    rows = [line for line in page.splitlines() if line.startswith("| `argmap draw`")]
    assert [(row.split(" | ")[0].split(", ")[1], row.split(" | ")[2]) for row in rows] == [
        (name, beside)
        for name in ("koga-2023", "5 statements")
        for beside in ("`python -c pass`", "`argmap --version`")
    ]
    assert all("failed" not in row and "–" not in row for row in rows)
    assert "- all peers: not asked for" in page
