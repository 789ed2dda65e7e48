"""Problems that take more than one file, or a drawing, to show: a whole call each, with all that is said of it.

A case is a folder ``cases/CODE/bad*`` or ``cases/CODE/good*`` with a file ``command.txt`` in it. Its last line is the
call, which is made in a copy of the folder. Lines above it begin with ``#``::

    # expect: ruiz.yaml: ...            a line of the answer that names a code, in order; all of them are listed
    # make: large.yaml 520 statements   a map of so many statements is written first
    # pad: map.yaml 20000001 bytes      the file is made as long as this by a comment
    # machine: no fonts                 or no Graphviz
    # exit: 2                           the exit code, if not 0

A problem that the command refuses maps for before it would come up is shown by ``argmap.comparison.compare A B``, which
compares maps as they are.

How large letters come out depends on the fonts of a machine, so such a size stands as ``N pt``; and what Python says
of bad TOML on Python, so ``…`` stands for it. ``--update-golden``
writes the expectations anew; read the difference in git.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from argmap import files
from argmap.cli import main
from argmap.codes import CODES
from argmap.comparison import compare
from argmap.model import ArgumentMap
from argmap.renderers.graphviz import engine

CASES = Path(__file__).parent / "cases"
COMMANDS = sorted(CASES.glob("AM*/*/command.txt"))
COMPARING = "argmap.comparison.compare"
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'
NO_GRAPHVIZ = "import sys; sys.modules['pygraphviz'] = None; from argmap.cli import main; sys.exit(main(sys.argv[1:]))"


@dataclass(frozen=True)
class Manifest:
    """What a ``command.txt`` says."""

    call: tuple[str, ...]
    expected: tuple[str, ...]
    notes: Mapping[str, str]

    @classmethod
    def of(cls, path: Path) -> "Manifest":
        *above, call = path.read_text(encoding="utf-8").splitlines()
        said = [line.removeprefix("# ").split(": ", 1) for line in above]
        program, *argv = shlex.split(call)
        assert program in ("argmap", COMPARING)
        argv = [program, *argv] if program == COMPARING else argv
        assert {word for word, _ in said} <= {"expect", "make", "pad", "machine", "exit"}, path
        return cls(tuple(argv), tuple(text for word, text in said if word == "expect"), dict(said))


def name(path: Path) -> str:
    return f"{path.parent.parent.name}/{path.parent.name}"


def answer(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines of the answer that name a code."""
    manifest = Manifest.of(path)
    shutil.copytree(path.parent, folder, dirs_exist_ok=True)
    (folder / "command.txt").unlink()
    if made := manifest.notes.get("make"):
        file, count, _ = made.split()
        (folder / file).write_text(flat_map(int(count)), encoding="utf-8")
    if padded := manifest.notes.get("pad"):
        file, size, _ = padded.split()
        pad(folder / file, int(size))
    machine = manifest.notes.get("machine", "")
    if manifest.call[0] == COMPARING:
        maps = [files.read(folder / one).reading.document for one in manifest.call[1:]]
        warnings = compare([m for m in maps if isinstance(m, ArgumentMap)]).warnings
        code, said = 0, "\n".join(f"{warning.text} ({warning.code})" for warning in warnings)
    elif machine:
        code, said = elsewhere(machine, manifest.call, folder)
    else:
        monkeypatch.chdir(folder)
        monkeypatch.setenv("COLUMNS", "100")
        code = main(manifest.call)
        out, err = capsys.readouterr()
        said = err + out
    assert "Traceback" not in said
    assert code == int(manifest.notes.get("exit", "0")), said
    return [plain(line) for line in said.splitlines() if re.search(r"\[AM\d{3}\]: |\(AM\d{3}\)$", line)]


def plain(line: str) -> str:
    """A line without what depends on the machine: sizes of letters, the words of Python's reader of TOML."""
    return re.sub(r"(?<=the file is no TOML: ).*", "…", re.sub(r"\b\d+\.\d pt\b", "N pt", line))


def elsewhere(machine: str, argv: tuple[str, ...], folder: Path) -> tuple[int, str]:
    """The exit code and the answer on a machine that lacks something."""
    environment = {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"}
    program = ["-m", "argmap"]
    if machine == "no Graphviz":
        program, environment["PATH"] = ["-c", NO_GRAPHVIZ], str(folder)
    else:
        assert machine == "no fonts"
        (folder / "fonts.conf").write_text(NO_FONTS, encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
        environment["PYTHONPATH"] = str(Path(__file__).parents[1])
    ran = subprocess.run(
        [sys.executable, *program, *argv],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return ran.returncode, ran.stderr + ran.stdout


def flat_map(count: int) -> str:
    """A thesis with so many reasons less one."""
    reasons = [f"reason-{i}" for i in range(1, count)]
    thesis = f"  main: {{type: thesis, text: The library should stay open., because: [{', '.join(reasons)}]}}\n"
    rest = "".join(f"  {key}: {{text: This is {key.replace('-', ' ')} of many to keep it open.}}\n" for key in reasons)
    return f"argmap: 1\nid: large\nstatements:\n{thesis}{rest}"


def pad(path: Path, size: int) -> None:
    """Make a file exactly so many bytes long with a comment of many lines, which is quicker to read than one."""
    line = b"# " + b"-" * 997 + b"\n"
    text = path.read_bytes()
    lines, rest = divmod(size - len(text), len(line))
    path.write_bytes(text + line * lines + (b"#" * (rest - 1) + b"\n" if rest else b""))
    assert path.stat().st_size == size


@pytest.mark.parametrize("path", COMMANDS, ids=name)
def test_a_call_is_answered_with_exactly_the_expected_problems(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    manifest = Manifest.of(path)
    if manifest.call[0] == "draw" and not engine.available() and "mmd" not in manifest.call[-1]:
        pytest.skip("no Graphviz on this machine")
    if manifest.notes.get("machine") == "no fonts" and sys.platform != "linux":
        pytest.skip("fontconfig rules fonts on Linux")
    found = answer(path, tmp_path, monkeypatch, capsys)
    if request.config.getoption("--update-golden"):
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith("# expect: ")]
        path.write_text("\n".join([*(f"# expect: {line}" for line in found), *kept]) + "\n", encoding="utf-8")
        manifest = Manifest.of(path)
    assert tuple(found) == manifest.expected
    code, bad = path.parent.parent.name, path.parent.name.startswith("bad")
    assert any(code in line for line in found) == bad


@pytest.mark.parametrize("kind", ["bad", "good"])
def test_every_code_has_a_failing_and_a_passing_case_on_disk(kind: str) -> None:
    assert {path.parent.name for path in CASES.glob(f"AM*/{kind}*")} == set(CODES)
