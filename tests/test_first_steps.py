"""What argmap answers to whoever does not know it yet: each wrong step is told the next one, and ends with 2."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap.cli import main
from argmap.cli.app import START, VERBS
from argmap.formats import read_document

MAP = "argmap: 1\nid: m\nstatements: {a: {type: thesis, text: A.}}\n"
TITLE = '`argmap new "Title of the article" -o'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two maps in it, and an empty one."""
    (tmp_path / "maps").mkdir()
    (tmp_path / "empty").mkdir()
    for name in ("koga.yaml", "ruiz.yaml"):
        (tmp_path / "maps" / name).write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "ARGMAP_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


WRONG = {
    # what is no verb
    "chek": "there is no verb 'chek'; did you mean `argmap check`?",
    "chek maps/koga.yaml": "there is no verb 'chek'; did you mean `argmap check maps/koga.yaml`?",
    "comparr a.yaml 'my b.yaml'": "there is no verb 'comparr'; did you mean `argmap compare a.yaml 'my b.yaml'`?",
    "nosuch": "there is no verb 'nosuch'; `argmap` alone lists the verbs",
    "''": "there is no verb ''; `argmap` alone lists the verbs",
    "help": "there is no verb 'help'; write `argmap --help`",
    "help compare": "there is no verb 'help'; write `argmap compare --help`",
    "help nosuch": "there is no verb 'help'; write `argmap --help`",
    "version": "there is no verb 'version'; write `argmap --version`",
    "validate maps/koga.yaml": "there is no verb 'validate'; did you mean `argmap check maps/koga.yaml`?",
    "render maps/koga.yaml": "there is no verb 'render'; did you mean `argmap draw maps/koga.yaml`?",
    "maps/koga.yaml": "'maps/koga.yaml' is a file, and a verb comes first; write `argmap check maps/koga.yaml`",
    "maps/koga.yaml --strict": (
        "'maps/koga.yaml' is a file, and a verb comes first; write `argmap check maps/koga.yaml --strict`"
    ),
    "none.yaml": "'none.yaml' is a file, and a verb comes first; write `argmap check none.yaml`",
    "maps": "'maps' is a folder, and a verb comes first; write `argmap check maps`",
    "article.txt": "'article.txt' is a file, and a verb comes first; write `argmap new --from article.txt`",
    "a-b.sssom.tsv": "'a-b.sssom.tsv' is a file, and a verb comes first; write `argmap align check a-b.sssom.tsv`",
    "maps/koga.yaml check --strict": (
        "'maps/koga.yaml' is a file, and a verb comes first; write `argmap check maps/koga.yaml --strict`"
    ),
    "'maps/*.yaml'": "no file matches 'maps/*.yaml'; there is maps/koga.yaml, maps/ruiz.yaml",
    "argmap check 'my b.yaml'": "there is no verb 'argmap'; one `argmap` is enough: `argmap check 'my b.yaml'`",
    "fix maps/koga.yaml": "there is no verb 'fix'; did you mean `argmap check --fix maps/koga.yaml`?",
    "view maps/koga.yaml": "there is no verb 'view'; did you mean `argmap show maps/koga.yaml`?",
    "align a.yaml b.yaml": "a verb is missing before 'a.yaml'; write `argmap align suggest a.yaml b.yaml`",
    "align sugest": "there is no `argmap align sugest`; did you mean `argmap align suggest`?",
    "align zzz": "there is no `argmap align zzz`; `argmap align --help` lists what there is",
    # options and how many arguments
    "--versoin": "`argmap` has no option --versoin; did you mean '--version'?",
    "check --formt json maps/koga.yaml": "`argmap check` has no option --formt; did you mean '--format'?",
    "-v": "`argmap` has no option -v; did you mean '-V'?",
    "check --zzz": "`argmap check` has no option --zzz; `argmap check --help` lists those it has",
    "check maps/koga.yaml --format": "--format needs a value behind it; `argmap check --help` says which",
    "check --strict=1 maps/koga.yaml": (
        "option '--strict' does not take a value; `argmap check --help` says how it is used"
    ),
    "compare": "`argmap compare` needs MAP; write argmap compare [OPTIONS] MAP...",
    "compare maps/koga.yaml": "a comparison takes two maps or more; argmap compare maps/koga.yaml another-map.yaml",
    "explain AM201 more": "'more' is more than `argmap explain` takes; write argmap explain [OPTIONS] [CODE]",
    "schema": "`argmap schema` needs WHAT; write argmap schema [OPTIONS] WHAT",
    "compare a b --min-confidence 3": (
        "--min-confidence is at most 1, not '3'; `argmap compare --help` says what it is for"
    ),
    "compare a b --min-confidence=-1": (
        "--min-confidence is at least 0, not '-1'; `argmap compare --help` says what it is for"
    ),
    "compare a b --min-confidence high": (
        "--min-confidence is a number, not 'high'; `argmap compare --help` says what it is for"
    ),
    "draw a --depth x": "--depth is a whole number, not 'x'; `argmap draw --help` says what it is for",
    "draw a --depth -1": "--depth is at least 0, not '-1'; `argmap draw --help` says what it is for",
    "show a --format mardown": "--format: 'mardown' is not one of 'text', 'markdown'. Did you mean 'markdown'?",
    # files
    "show maps/kogga.yaml": "there is no file 'maps/kogga.yaml'; did you mean 'maps/koga.yaml'?",
    "show maps/zzz.yaml": "there is no file 'maps/zzz.yaml'; there is maps/koga.yaml, maps/ruiz.yaml",
    "show zzz.yaml": f"there is no file 'zzz.yaml'; {TITLE} my-map.yaml` writes one to fill in",
    "draw maps/koga.yaml out.png": "there is no file 'out.png'; a file to write is named behind -o: -o out.png",
    "new 'My title' out.yaml": 'one title is taken, not 2; "My title" -o out.yaml',
    "show no/zzz.yaml": "there is no file 'no/zzz.yaml'; there is no folder 'no'",
    "show maps": "'maps' is a folder; name files in it, such as 'maps/koga.yaml'",
    "show empty": f"'empty' is a folder; there is no map in it; {TITLE} empty/` writes one to fill in",
    "show '*.yaml'": f"no file matches '*.yaml'; {TITLE} my-map.yaml` writes one to fill in",
    "check 'maps/*.yml'": "no file matches 'maps/*.yml'; there is maps/koga.yaml, maps/ruiz.yaml",
    "check 'no/*.yaml'": "no file matches 'no/*.yaml'; there is no folder 'no'",
}


@pytest.mark.skipif(os.name != "posix", reason="the paths in the messages are those of POSIX")
@pytest.mark.parametrize(("call", "answer"), WRONG.items(), ids=list(WRONG))
def test_a_wrong_step_is_answered_with_the_next_one(call: str, answer: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(shlex.split(call))
    assert (code, *capsys.readouterr()) == (2, "", f"argmap: {answer}\n")


def test_a_name_with_blanks_that_the_shell_has_torn_is_known_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "my own map.yaml").write_text(MAP)
    assert main(["check", "my", "own", "map.yaml"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"argmap: there is no file {name!r}; did you mean 'my own map.yaml'? A name with blanks needs quotes"
        for name in ("my", "own", "map.yaml")
    ]


def test_of_many_files_a_few_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for i in range(1, 7):
        (folder / f"{i}{i}{i}.yaml").write_text(MAP)
    main(["show", "zzz.yaml"])
    assert capsys.readouterr().err.endswith("; there is 111.yaml, 222.yaml, 333.yaml, 444.yaml and 2 more\n")


FOREIGN = {
    "a.argdown": ("[Lane]: Build it.\n  + <Safe>: It is safer.\n", "Argdown"),
    "argdown-without-its-ending": ("# T\n\n<Safe>\n\n(1) It is safe.\n----\n(2) Build it.\n", "Argdown"),
    "a.json": ('{"nodes": [], "edges": [], "locutions": []}', "an argument in AIF, the Argument Interchange Format"),
    "b.json": ('{"AIF": {"nodes": [], "edges": []}}', "an argument in AIF, the Argument Interchange Format"),
    "a.md": ("# Build it\n\nThe lane: it is safer.\n", "the text of an article"),
    "my article.txt": ("The lane is safer.\n", "the text of an article"),
    "article": ("Build it\n========\n\nThe lane is safer.\n", "the text of an article"),
    "marked": ("¶1 The lane: it is safer.\n", "the text of an article"),
    "a.html": ("<!DOCTYPE html>\n<p>Build it.\n", "markup of a web page or XML"),
}


@pytest.mark.parametrize(("name", "text", "what"), [(n, *of) for n, of in FOREIGN.items()], ids=list(FOREIGN))
def test_a_file_of_another_kind_is_told_from_a_broken_map(name: str, text: str, what: str) -> None:
    reading = read_document(text, name)
    (found,) = reading.diagnostics
    assert (found.code, found.message) == ("AM102", f"the file holds {what}, not a map")
    assert str(found).startswith(f"{name}:1:1: ")
    if what == "the text of an article":
        quoted = f"'{name}'" if " " in name else name
        assert found.help == f"`argmap new --from {quoted} -o my-map.yaml` begins its map"
    else:
        assert '`argmap new "Title of the article" -o my-map.yaml` begins a map' in found.help


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.yaml", "argmap: 1\nid: m\nstatements:\n  a: {text: [A}\n", "AM101"),
        ("a.yaml", "- + <x>\n", "AM102"),
        ("a.txt", "argmap: 1\nid: m\nstatements: {a: {text: A: B}}\n", "AM101"),
        ("a.json", '{"name": "ci"}', "AM102"),
        ("a.json", '{"nodes": ', "AM101"),
        ("a.json", "{" * 500, "AM113"),
        ("a.json", "[1, 2]", "AM102"),
        ("a.json", '{"AIF": 3}', "AM102"),
    ],
)
def test_what_is_meant_as_a_map_is_read_as_one(name: str, text: str, code: str) -> None:
    found = read_document(text, name).diagnostics
    assert code in {d.code for d in found}
    assert not any("the file holds " in d.message and " Argdown" in d.message for d in found)
    assert not any("`argmap new --from" in d.help for d in found)


def test_a_map_of_another_version_says_which_one_is_read() -> None:
    (found,) = read_document("argmap: 2\nid: m\nstatements: {}\n", "new.yaml").diagnostics
    assert (found.code, found.help) == (
        "AM110",
        "this argmap reads version 1: write `argmap: 1`, or `pip install --upgrade argmap` if the file is newer",
    )


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_has_a_short_option_too(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([option]) == 0
    assert capsys.readouterr() == (f"argmap {argmap.__version__}\n", "")


@pytest.mark.parametrize(
    ("columns", "words"),
    [(40, ()), *((columns, words) for columns in (60, 80, 100) for words in ((), *((verb,) for verb in VERBS)))],
)
def test_help_keeps_within_the_width_of_the_terminal(
    columns: int, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main([*words, "--help"]) == 0
    commands = [command for command, _ in START]
    lines = [line for line in capsys.readouterr().out.splitlines() if line.strip() not in commands]
    assert [line for line in lines if len(line) > columns and len(line.split()) > 3] == []


def test_a_first_command_and_what_it_gives_stand_on_one_line_if_there_is_room(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    main([])
    assert "    argmap check my-map.yaml               what is wrong with it, and where\n" in capsys.readouterr().out
    monkeypatch.setenv("COLUMNS", "60")
    main([])
    assert "    argmap check my-map.yaml\n      what is wrong with it, and where\n" in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="closes a pipe as a shell does")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("argv", [(), ("--help",), ("check", "--help"), ("align", "suggest", "--help")])
def test_help_into_a_closed_pipe_is_quiet(argv: tuple[str, ...], unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        ran = subprocess.run(
            [sys.executable, "-m", "argmap", *argv],
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_no_library_speaks_through_an_answer() -> None:
    assert [answer for answer in WRONG.values() if re.search(r"Error|Usage:|Input should|Invalid|Got ", answer)] == []
