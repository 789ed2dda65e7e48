"""`argmap slides`: what it writes, what it says, and what it says where it cannot."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from decks import KOGA, RSIS

from argmap.cli import main

Ran = tuple[int, str, str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    monkeypatch.chdir(tmp_path)

    def call(*argv: str) -> Ran:
        capsys.readouterr()
        code = main(["slides", *argv])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.mark.parametrize(
    ("name", "begins"),
    [("s.html", b"<!DOCTYPE html>"), ("s.pdf", b"%PDF"), ("s.md", b"---\n"), ("s.HTM", b"<!DOCTYPE")],
)
def test_the_ending_of_the_file_says_what_is_written(run: Callable[..., Ran], name: str, begins: bytes) -> None:
    if name == "s.pdf":
        pytest.importorskip("pygraphviz")
    assert run(KOGA, RSIS, "--most", "1", "-o", name)[:2] == (0, f"{name}\n")
    assert Path(name).read_bytes().startswith(begins)


def test_without_a_file_a_page_goes_to_standard_output(run: Callable[..., Ran]) -> None:
    code, out, _ = run(KOGA)
    assert (code, out[:15]) == (0, "<!DOCTYPE html>")
    assert run(KOGA, "--format", "markdown")[1].startswith("---\n")


def test_options_reach_the_slides(run: Callable[..., Ran]) -> None:
    _, out, _ = run(KOGA, RSIS, "--format", "markdown", "--about", "china", "--lang", "de", "--title", "Zwei Artikel")
    assert "## Zwei Artikel" in out
    assert "## Zur Diskussion" in out
    assert "What part does China play?" in out
    _, out, _ = run(KOGA, RSIS, "--format", "markdown", "--no-notes", "--no-steps", "--most", "2")
    assert "::: notes" not in out
    assert "::: incremental" not in out


def test_what_is_cut_is_told_of(run: Callable[..., Ran]) -> None:
    long = "a word and " * 60
    Path("long.yaml").write_text(
        f"argmap: 1\nid: long\nstatements:\n  t: {{type: thesis, text: {long}an end.}}\n", encoding="utf-8"
    )
    _, _, err = run("long.yaml", "-o", "s.md")
    assert "AM906" in err
    assert "the notes have what is left out" in err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((KOGA, "-o", "deck.pptx"), "`pandoc slides.md -o slides.pptx` makes PowerPoint of it"),
        ((KOGA, "-o", "deck.txt"), "end it with .html, .pdf or .md"),
        ((KOGA, "-o", "deck/"), "name it: -o slides.html"),
        ((KOGA, "-o", "deck.pdf", "--format", "markdown"), "leave out --format, or end it with .md"),
        ((KOGA, "-o", "deck.md", "--format", "pdf"), "leave out --format, or end it with .pdf"),
        ((KOGA, "--about", "china"), "there is one map; leave it out"),
        ((KOGA, "--alignment", "x.tsv"), "an alignment joins two maps, and there is one"),
        ((KOGA, RSIS, "--about", "chinna"), "did you mean"),
        ((KOGA, "--lang", "japanese"), "did you mean 'ja'?"),
        ((KOGA, "--theme", "print"), "'print' is not one of 'light', 'dark'"),
        ((KOGA, "--most", "0"), "--most is at least 1, not '0'"),
        (("nothing.yaml",), "there is no file 'nothing.yaml'"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_way_out(
    run: Callable[..., Ran], argv: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    code, out, err = run(*argv)
    assert (code, out) == (2, "")
    assert said in err
    assert list(tmp_path.iterdir()) == []


def test_a_map_is_never_written_over(run: Callable[..., Ran], tmp_path: Path) -> None:
    own = tmp_path / "own.md"
    own.write_bytes(Path(KOGA).read_bytes().replace(b"codebook: ", b"#codebook: "))
    before = own.read_bytes()
    code, _, err = run(str(own), "-o", str(own))
    assert code == 2
    assert "would be lost" in err
    assert own.read_bytes() == before


HIDDEN: Final = (
    "import sys; sys.modules['pygraphviz'] = None; from argmap.cli import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.mark.parametrize(("form", "code"), [("html", 0), ("md", 0), ("pdf", 2)])
def test_without_graphviz_only_a_pdf_is_refused(form: str, code: int, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HIDDEN, "slides", KOGA, RSIS, "-o", f"s.{form}"],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PATH": str(tmp_path), "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == code
    assert (tmp_path / f"s.{form}").exists() is (code == 0)
    if code:
        assert "no Graphviz found" in done.stderr
        assert "--format html and --format markdown need no Graphviz" in done.stderr
