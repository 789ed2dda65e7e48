"""The benchmark of checking runs; how long anything takes is no test's business."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "checking.py"


@pytest.mark.slow
def test_checks_are_timed_beside_their_own_start_and_the_loader(tmp_path: Path) -> None:
    out = tmp_path / "results" / "checking.md"
    asked = ("--date", "1999-12-31", "--sizes", "5", "--runs", "1", "--out", str(out))
    subprocess.run([sys.executable, str(SCRIPT), *asked], check=True, capture_output=True)
    page = out.read_text("utf-8")
    assert page.startswith("# Benchmarks, 1999-12-31\n")
    rows = [line for line in page.splitlines() if line.startswith("| `argmap check`")]
    assert [row.split(" | ")[2] for row in rows] == [
        "`argmap check`, one statement",
        "`yaml.CSafeLoader`, the same files",
        "start-up, then `yaml.CSafeLoader`",
        "the same with an `argmap.toml`",
    ]
    assert all("failed" not in row and "–" not in row for row in rows)
