"""The scripts of `argmap completion`, run by the shells themselves: TAB is pressed, and the line is read."""

import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argmap.cli.completion import SCRIPTS

pytestmark = pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")

MAP = "argmap: 1\nid: m\nstatements:\n  main-claim: {type: thesis, text: A.}\n  the-other:\n    text: B.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with maps, a folder in it, and `argmap` on the path."""
    (tmp_path / "map one.yaml").write_text(MAP)
    (tmp_path / "koga.yaml").write_text(MAP)
    (tmp_path / "notes.txt").write_text("")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "ruiz.yaml").write_text(MAP)
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "argmap"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n')
    program.chmod(0o755)
    for shell in ("bash", "zsh", "fish"):
        (tmp_path / "bin" / f"argmap.{shell}").write_text(SCRIPTS[shell])
    return tmp_path


def environment(folder: Path) -> dict[str, str]:
    root = Path(__file__).parents[1]
    return {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(root),
        "HOME": str(folder / "bin"),
        "TERM": "dumb",
        "PS1": "$ ",
        "LANG": "C.UTF-8",
        "INPUTRC": "/dev/null",
    }


def typed(command: list[str], start: str, keys: str, folder: Path, *, expected: str) -> str:
    """What a terminal shows after these keys, once `expected` is in it, or after 20 s."""
    import pty

    handle, beside = pty.openpty()
    shell = subprocess.Popen(
        command, stdin=beside, stdout=beside, stderr=beside, cwd=folder, env=environment(folder), start_new_session=True
    )
    os.close(beside)
    shown = ""

    def until(wanted: str, seconds: float) -> None:
        nonlocal shown
        end = time.monotonic() + seconds
        while wanted not in shown and time.monotonic() < end:
            if select.select([handle], [], [], 0.1)[0]:
                try:
                    shown += os.read(handle, 65536).decode("utf-8", "replace")
                except OSError:
                    return

    try:
        os.write(handle, f"{start}; echo rea''dy\n".encode())
        until("ready", 20)
        shown = ""
        os.write(handle, keys.encode())
        until(expected, 20)
    finally:
        shell.kill()
        shell.wait()
        os.close(handle)
    return shown


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


KEYS = [
    ("argmap ch\t", "argmap check "),
    ("argmap check k\t", "argmap check koga.yaml "),
    ("argmap check d\tr\t", "argmap check deep/ruiz.yaml "),
    ("argmap check ma\t", "argmap check map\\ one.yaml "),
    ("argmap draw koga.yaml --focus m\t", "--focus main-claim "),
    ("argmap draw koga.yaml --focus=m\t", "argmap draw koga.yaml --focus=main-claim "),
    ("argmap draw 'map one.yaml' --focus m\t", "argmap draw 'map one.yaml' --focus main-claim "),
]


@needs("bash")
@pytest.mark.parametrize(("keys", "line"), KEYS, ids=[keys.strip() for keys, _ in KEYS])
def test_bash_completes_the_line(keys: str, line: str, folder: Path) -> None:
    command = ["bash", "--norc", "--noprofile", "-i"]
    assert line in typed(command, "source bin/argmap.bash", keys, folder, expected=line)


@needs("bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("argmap check ", "deep/ koga.yaml map one.yaml"),
        ("argmap draw koga.yaml --theme=d", "dark deep/"),
        ("argmap draw koga.yaml --focus ", "main-claim the-other"),
        ("argmap nothing --zzz ", "*"),
    ],
)
def test_bash_is_offered_what_fits(line: str, offered: str, folder: Path) -> None:
    script = """
        source bin/argmap.bash; COMP_LINE=$1; COMP_POINT=${#1}; _argmap argmap; printf '%s\n' "${COMPREPLY[@]}"
    """
    ran = subprocess.run(
        ["bash", "--norc", "-c", script, "-", line],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    found = [name for name in ran.stdout.splitlines() if name != "bin/"]
    assert ran.stderr == ""
    assert offered == "*" or " ".join(found) == offered


@needs("bash")
def test_bash_takes_no_colon_twice(folder: Path) -> None:
    (folder / "koga.yaml").write_text(MAP + "codebook:\n  id: b\nactors:\n  mayor: the mayor\n")
    keys, line = "argmap compare koga.yaml --explain role:m\t", "--explain role:mayor "
    command = ["bash", "--norc", "--noprofile", "-i"]
    assert line in typed(command, "source bin/argmap.bash", keys, folder, expected=line)


@needs("zsh")
@pytest.mark.parametrize(("keys", "line"), KEYS, ids=[keys.strip() for keys, _ in KEYS])
def test_zsh_completes_the_line(keys: str, line: str, folder: Path) -> None:
    start = "unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; source bin/argmap.zsh"
    shown = typed(["zsh", "-f", "-i"], start, keys, folder, expected=line.split()[-1])
    assert line.split()[-1] in shown


@needs("zsh")
def test_zsh_finds_the_script_in_its_path(folder: Path) -> None:
    (folder / "bin" / "argmap.zsh").rename(folder / "bin" / "_argmap")
    start = "fpath+=$PWD/bin; autoload -Uz compinit; compinit -u -D"
    assert "koga.yaml" in typed(["zsh", "-f", "-i"], start, "argmap check k\t", folder, expected="koga.yaml")


@needs("fish")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("argmap ch", ["check\tFind what is wrong in maps and codebooks, and where."]),
        ("argmap check k", ["koga.yaml"]),
        ("argmap check deep/", ["deep/ruiz.yaml"]),
        ("argmap check not", []),
        ("argmap draw koga.yaml --focus ", ["main-claim\tA.", "the-other\tB."]),
        ("argmap draw koga.yaml --focus=m", ["--focus=main-claim\tA."]),
        ("argmap draw 'map one.yaml' --focus m", ["main-claim\tA."]),
        ("argmap check 'map", ["map one.yaml"]),
    ],
)
def test_fish_is_offered_what_fits(line: str, offered: list[str], folder: Path) -> None:
    ran = subprocess.run(
        ["fish", "--no-config", "-c", "source bin/argmap.fish; complete -C $argv[1]", line],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout.splitlines(), ran.stderr) == (offered, "")
