"""A machine without any Graphviz, neither the library nor a program: what is drawn there, and what is said."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

KOGA: Final = str(Path(__file__).parent.parent / "maps" / "northeast-asia" / "koga-2023.yaml")
RSIS: Final = str(Path(__file__).parent.parent / "maps" / "northeast-asia" / "rsis-2023.yaml")

HIDDEN: Final = (
    "import sys; sys.modules['pygraphviz'] = None; from argmap.cli import main; sys.exit(main(sys.argv[1:]))"
)


def argmap(folder: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    """A command where pygraphviz cannot be imported, and no program can be found."""
    return subprocess.run(
        [sys.executable, "-c", HIDDEN, *argv],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PATH": str(folder), "PYTHONUTF8": "1"},
        check=False,
    )


@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_a_picture_is_refused_and_it_is_said_what_to_install(form: str, tmp_path: Path) -> None:
    for maps in ([KOGA], [KOGA, RSIS]):
        done = argmap(tmp_path, "draw", *maps, "--format", form, "-o", f"out.{form}")
        assert done.returncode == 2
        assert (
            "no Graphviz found: pip install pygraphviz, or install the programs of https://graphviz.org" in done.stderr
        )
        assert "Traceback" not in done.stderr
        assert list(tmp_path.iterdir()) == []


def test_a_layout_of_graphviz_is_refused_too_but_its_graph_is_written(tmp_path: Path) -> None:
    assert "no Graphviz found" in argmap(tmp_path, "draw", KOGA, "--layout", "dot", "-o", "out.svg").stderr
    done = argmap(tmp_path, "draw", KOGA, "--layout", "dot", "-o", "out.dot")
    assert (done.returncode, "AM902" in done.stderr) == (0, True)
    written = (tmp_path / "out.dot").read_text(encoding="utf-8")
    assert "pos=" not in written
    assert "j0 [label=<<TABLE" in written  # where lines of a statement with two uses meet


def test_dot_without_places_and_mermaid_are_written(tmp_path: Path) -> None:
    done = argmap(tmp_path, "draw", KOGA, "-o", "out.dot")
    assert (done.returncode, "AM902" in done.stderr) == (0, True)
    assert (tmp_path / "out.dot").read_text(encoding="utf-8").startswith("digraph drawing {")
    done = argmap(tmp_path, "draw", KOGA, "-o", "out.mmd")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\nflowchart BT\n" in (tmp_path / "out.mmd").read_text(encoding="utf-8")


def test_what_is_no_picture_works(tmp_path: Path) -> None:
    for argv in (["show", KOGA], ["check", KOGA], ["compare", KOGA, RSIS, "--detail", "brief"]):
        done = argmap(tmp_path, *argv)
        assert (done.returncode, "Graphviz" in done.stderr) == (0, False)
        assert argv[0] == "check" or len(done.stdout) > 500
