"""The benchmarks run, and the maps they make are real ones; how long anything takes is no test's business."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap.comparison.records import GROUPS

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(BENCHMARKS / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("size", [1, 10, 150])
def test_made_up_maps_of_any_size_are_free_of_errors_and_warnings(size: int, tmp_path: Path) -> None:
    made = run("made_up.py", str(size), str(tmp_path)).split()
    assert [Path(path).name for path in made] == ["left.yaml", "right.yaml"]
    for path in made:
        assert len(argmap.load(path).statements) == size
        assert [d for d in argmap.check(path) if d.severity != "advice"] == []


def test_made_up_maps_are_the_same_each_time_and_differ_from_each_other(tmp_path: Path) -> None:
    first = [Path(path).read_text("utf-8") for path in run("made_up.py", "40", str(tmp_path / "a")).split()]
    again = [Path(path).read_text("utf-8") for path in run("made_up.py", "40", str(tmp_path / "b")).split()]
    assert first == again
    assert first[0] != first[1].replace("right", "left")


def test_made_up_maps_have_something_to_compare_in_every_group_but_undetermined(tmp_path: Path) -> None:
    left, right = (argmap.load(path) for path in run("made_up.py", "600", str(tmp_path)).split())
    coded = sum(bool(s.says) for s in left.statements.values()) / len(left.statements)
    assert 0.55 < coded < 0.8
    assert set(GROUPS) - {"undetermined"} <= {finding.group for finding in argmap.compare(left, right).findings}


def test_other_tools_are_given_every_statement_and_relation(tmp_path: Path) -> None:
    run("foreign.py", "60", str(tmp_path))
    m = argmap.load(tmp_path / "left.yaml")
    given = sum(len(r.premises) for s in m.statements.values() for r in s.because)
    against = sum(len(s.but) for s in m.statements.values())
    argdown = (tmp_path / "left.argdown").read_text("utf-8").splitlines()
    assert sum(line.startswith("[") for line in argdown) == 60
    assert sum(line.startswith("  + [") for line in argdown) == given
    assert sum(line.startswith("  - [") for line in argdown) == against
    assert (tmp_path / "left.aif.json").read_text("utf-8").count('"fromID"') == 2 * (given + against)


def test_one_command_writes_tables_with_versions_and_the_date_it_is_given(tmp_path: Path) -> None:
    out = tmp_path / "results" / "table.md"
    run("run.py", "--date", "1999-12-31", "--sizes", "5,10", "--runs", "1", "--no-peers", "--out", str(out))
    page = out.read_text("utf-8")
    assert page.startswith("# Benchmarks, 1999-12-31\n")
    assert f"argmap {argmap.__version__}" in page
    assert re.search(r"PyYAML \d+\.\d+", page)
    assert [line for line in page.splitlines() if line.startswith("| |")] == ["| | 5 | 10 |"] * 2
    time = r"\d+\.\d\d \(\d+\.\d\d\) / \d+\.\d\d"
    for row in (
        "argmap: load",
        "`argmap check`",
        "`argmap compare`",
        "PyYAML, C loader, both",
        "`argmap align suggest`",
    ):
        assert re.search(rf"^\| {re.escape(row)} \|( {time}( · \d+\.\d+)? · \d+ MB \|){{2}}$", page, re.MULTILINE), row
    assert re.search(
        rf"^\| `argmap compare`, shipped maps \| {time} \| .* \| {time} \| \d+\.\d\d / \d+\.\d\d \|$",
        page,
        re.MULTILINE,
    )
    assert "- all peers: not asked for" in page


def test_a_process_over_the_limit_is_ended_and_said_to_be(tmp_path: Path) -> None:
    script = f"""\
import sys
sys.path.insert(0, {str(BENCHMARKS)!r})
from measuring import Call, measure
print(measure(Call((sys.executable, "-c", "import time; time.sleep(60)")), runs=3, limit=0.5).failed)
print(measure(Call((sys.executable, "-c", "import sys; sys.exit('no such thing')")), runs=3, limit=60).failed)
print(measure(Call((sys.executable, "-c", "print('in-process seconds: 0.25')")), runs=2, limit=60).inside)
"""
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["over 0.5 s", "failed: no such thing", "0.25"]
