"""The README and the tutorial do what they say.

Blocks are read in order, in one folder that holds a copy of the shipped maps:

* ```yaml, ```toml or ```text with a first line ``# file: NAME`` is written to that file;
* ```console runs every line that begins with ``$ argmap``; the lines below it are what it prints, to both streams,
  where a line ``…`` stands for any number of lines; a line ``$ echo $?`` shows its exit code;
* ```python is run, each block by itself;
* ```pycon is one session through the whole page, and prints what stands there.
"""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import argmap

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    "docs/first-steps.md",
    "docs/tutorial.md",
    "docs/outputs.md",
    "docs/python.md",
    "docs/reliability.md",
    "docs/grade.md",
    "docs/check.md",
    "docs/fixes.md",
    "docs/quiz.md",
    "docs/cards.md",
    "docs/slides.md",
    "docs/page.md",
)
BLOCK = re.compile(r"^```(yaml|toml|text|console|python|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "maps", tmp_path / "maps")
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_the_page_run_as_printed(page: str, folder: Path) -> None:
    blocks = BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    assert blocks, f"{page} has no examples"
    session = ""
    for language, text in blocks:
        match language:
            case "yaml" | "toml" | "text":
                _write(folder, text)
            case "console":
                _run_session(folder, text)
            case "python":
                _run([sys.executable, "-W", "error", "-c", text], folder, expected_code=0)
            case _:
                session += text + "\n"
    if session:
        (folder / "session.txt").write_text(session, encoding="utf-8")
        _run([sys.executable, "-W", "error", "-m", "doctest", "session.txt"], folder, expected_code=0)


SHIPPED = "maps/northeast-asia/koga-2023.yaml maps/northeast-asia/rsis-2023.yaml"
OTHER_MAPS = ("a.yaml b.yaml", f"{SHIPPED} maps/northeast-asia/beijing-2023.yaml")


@pytest.mark.parametrize("others", OTHER_MAPS, ids=["a source used on opposite sides", "three maps"])
def test_the_programs_that_read_outputs_take_other_comparisons_too(others: str, folder: Path) -> None:
    shutil.copytree(ROOT / "tests" / "golden" / "pairs" / "plastic-bags", folder, dirs_exist_ok=True)
    page = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
    written = {"result.json", "findings.csv", "graph.graphml"}
    ran = set()
    for language, text in BLOCK.findall(page):
        call = next(
            (line for line in text.splitlines() if line.startswith("$ argmap") and line.endswith(tuple(written))), ""
        )
        if language == "console" and call:
            words = shlex.split(call.replace(SHIPPED, others))[2:]
            assert _run([sys.executable, "-m", "argmap", *words], folder)[0] == 0
        elif language == "python" and (named := {name for name in written if name in text}):
            _run([sys.executable, "-W", "error", "-c", text], folder, expected_code=0)
            ran |= named
    assert ran == written


def _write(folder: Path, text: str) -> None:
    named = re.match(r"# file: (\S+)\n", text)
    if named:
        (folder / named[1]).parent.mkdir(exist_ok=True)
        (folder / named[1]).write_text(text.removeprefix(named[0]), encoding="utf-8")


def _run_session(folder: Path, text: str) -> None:
    calls = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    code = 0
    for call in calls:
        command, _, expected = call.partition("\n")
        if command == "echo $?":
            assert expected.strip() == str(code)
        elif command.startswith("argmap"):
            words = shlex.split(command, comments=True)[1:]
            code, printed = _run([sys.executable, "-m", "argmap", *words], folder)
            assert _like(expected, printed), f"$ {command}\nprints\n{printed}\nnot\n{expected}"


def _run(command: list[str], folder: Path, expected_code: int | None = None) -> tuple[int, str]:
    done = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False
    )
    if expected_code is not None:
        assert done.returncode == expected_code, done.stdout
    return done.returncode, done.stdout


def _like(expected: str, printed: str) -> bool:
    """Whether the printed lines are the expected ones, a lone … standing for any lines."""
    parts = [re.escape(part.strip("\n")) for part in re.split(r"^…$", expected.strip("\n"), flags=re.MULTILINE)]
    return re.fullmatch(r".*?".join(parts), "\n".join(s.rstrip() for s in printed.splitlines()), re.DOTALL) is not None


def test_the_picture_on_the_first_page_says_what_a_comparison_says_now() -> None:
    shown = re.search(r"!\[.*?\]\((docs/pictures/.*?\.svg)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert shown
    folder = ROOT / "maps" / "northeast-asia"
    found = argmap.compare(folder / "koga-2023.yaml", folder / "rsis-2023.yaml").counts()
    agree, differ = found["agree"] + found["agree-but"], found["diverge"] + found["conflict"]
    title = re.search(r"<title[^>]*>(.*?)</title>", (ROOT / shown[1]).read_text(encoding="utf-8"))
    assert title
    assert f" agree on {agree} points and differ on {differ}," in title[1], "draw it anew: make docs"


def test_every_link_between_the_pages_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    missing = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert missing == []
