"""`argmap draw` on a command line: names it does not know, options that do not fit, themes and words of one's own."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.cli import main

MILL_ROAD = Path(__file__).parent / "golden" / "mill-road"
TWO = ("ruiz.yaml", "patel.yaml")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `argmap draw` in a folder that holds the mill-road maps; exit code, standard output, standard error."""
    shutil.copytree(MILL_ROAD, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS", "ARGMAP_DEBUG", "FORCE_COLOR", "PY_COLORS"):
        monkeypatch.delenv(name, raising=False)

    def call(*argv: str) -> tuple[int, str, str]:
        code = main(["draw", *argv])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--view", "butterlfy"), "'butterlfy' is not one of 'map', 'sheet', "),
        (("--view", "butterlfy"), "Did you mean 'butterfly'?"),
        (("--level", "ful"), "Did you mean 'full'?"),
        (("--format", "pgn"), "Did you mean 'png'?"),
        (("--paper", "A4"), "no paper is called 'A4'; known: a4, "),
        (("--paper", "A4"), "fit; did you mean 'a4'?"),
        (("--theme", "drak"), "no theme is called 'drak'; known: light, dark, print; did you mean 'dark'?"),
        (("--theme", "neon"), "no theme is called 'neon'; known: light, dark, print\n"),
        (("--theme", ""), "no theme is called ''; known: light, dark, print\n"),
        (("--lang", "jp"), "no language is called 'jp'; known: en, de, es, fr, ja, ko, zh; did you mean 'ja'?"),
        (("--lang", "German"), "did you mean 'de'?"),
        (("--lang", "zh_TW"), "did you mean 'zh'?"),
        (("--lang", "한국어"), "did you mean 'ko'?"),
        (("--lang", "tlh"), "known: en, de, es, fr, ja, ko, zh\n"),
        (("--theme", "mine.toml"), "there is no file 'mine.toml'"),
        (("--lang", "no/words.toml"), "there is no folder 'no'"),
    ],
)
def test_a_name_that_does_not_exist_is_answered_with_those_that_do(
    run: Run, options: tuple[str, ...], said: str
) -> None:
    code, out, err = run(*TWO, *options, "-o", "out/")
    assert (code, out) == (2, "")
    assert said in err
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (
            (TWO[0], "--view", "butterfly"),
            "the view 'butterfly' is of two maps, not of 1; name another map, or try 'map'",
        ),
        ((TWO[0], "--view", "matrix"), "the view 'matrix' is of two maps or more, not of 1; name another map, or try"),
        ((*TWO, "--view", "map"), "the view 'map' is of one map, not of 2; try 'sheet'"),
        ((*TWO, "okafor.yaml", "--view", "sheet"), "the view 'sheet' is of two maps, not of 3; try 'matrix'"),
        ((TWO[0], "--about", "lane"), "'about' is for comparisons; to draw a part of one map, use 'focus'"),
        ((TWO[0], "--min-confidence", "0.5"), "--min-confidence is for the rows that join two maps"),
        ((*TWO, "--split", "never"), "'split' is for the drawing of one map, not for the view 'sheet'; leave it out"),
        ((*TWO, "--ids", "outline"), "'ids' is for the drawing of one map"),
        ((*TWO, "--evidence", "none"), "'evidence' is for the drawing of one map"),
        ((*TWO, "--focus", "x"), "'focus' is for the drawing of one map"),
        ((*TWO, "--layout", "dot"), "'layout' is for the drawing of one map"),
        (
            (*TWO, "--depth", "2"),
            "'depth' counts steps below a claim, and the view 'sheet' shows none; try butterfly, ",
        ),
        ((*TWO, "--format", "mermaid"), "Mermaid can draw one map, not the view 'sheet'"),
        ((*TWO, "--about", "build-lnae"), "did you mean 'build-lane'"),
    ],
)
def test_an_option_that_does_not_fit_the_maps_is_answered_with_a_way_out(
    run: Run, argv: tuple[str, ...], said: str
) -> None:
    shutil.copy(TWO[0], "okafor.yaml")
    text = Path("okafor.yaml").read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("id:"))
    Path("okafor.yaml").write_text(text.replace(first, "id: okafor"), encoding="utf-8")
    code, out, err = run(*argv, "-o", "out/")
    assert (code, out) == (2, "")
    assert err.startswith("argmap: ")
    assert said in err
    assert "internal error" not in err


def test_the_help_is_no_wider_than_a_terminal(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    for word in ("light, dark, print", "mine.toml", "en, de, es, fr, ja, ko, zh", "butterfly"):
        assert word in " ".join(out.split())


class TestOfOnesOwn:
    def test_a_theme_and_words_from_files_are_drawn_with(self, run: Run) -> None:
        Path("mine.toml").write_text('base = "dark"\nground = "#000000"\n', encoding="utf-8")
        Path("worte.toml").write_text('base = "de"\n[sheet]\nagree = "Worin sie eins sind"\n', encoding="utf-8")
        code, out, err = run(*TWO, "--theme", "mine.toml", "--lang", "worte.toml", "-o", "both.svg")
        assert (code, out) == (0, "both.svg\n")
        assert "mine.toml" not in err
        assert "worte.toml" not in err
        svg = Path("both.svg").read_text(encoding="utf-8")
        assert re.findall('<polygon fill="([^"]+)"', svg)[0] in ("black", "#000000")
        assert 'lang="de"' in svg

    def test_errors_are_told_at_their_places_and_nothing_is_drawn(self, run: Run) -> None:
        Path("mine.toml").write_text('base = "light"\nmuted = "#999999"\ninkk = "#000"\nbox = 3\n', encoding="utf-8")
        code, out, err = run(*TWO, "--theme", "mine.toml", "-o", "both.svg")
        assert (code, out) == (2, "")
        assert "mine.toml:3:1: error[AM908]: a theme has no 'inkk'" in err
        assert "help: did you mean 'ink'?" in err
        assert '  4 | box = 3\n    |       ^\n  help: write it as "#RRGGBB"' in err
        assert err.endswith("2 errors in 1 file\n")
        assert not Path("both.svg").exists()

    def test_warnings_are_told_and_the_picture_is_drawn(self, run: Run) -> None:
        Path("mine.toml").write_text('base = "print"\nink = "#000080"\n', encoding="utf-8")
        code, out, err = run(*TWO, "--theme", "mine.toml", "-o", "both.svg")
        assert (code, out) == (0, "both.svg\n")
        assert "mine.toml:2:7: warning[AM912]: 'ink' (#000080) is a colour" in err

    @pytest.mark.parametrize("option", ["--theme", "--lang"])
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"\xff\xfe\x00", "AM111"),
            (b"\x89PNG\r\n\x1a\n\x00", "AM111"),
            (b"argmap: 1\n", "AM907"),
            (b"#\n" * 60_000, "AM112"),
        ],
    )
    def test_a_file_that_is_something_else_is_refused(self, run: Run, option: str, content: bytes, said: str) -> None:
        Path("other.toml").write_bytes(content)
        code, out, err = run(*TWO, option, "other.toml")
        assert (code, out) == (2, "")
        assert f"error[{said}]" in err
        assert "other.toml" in err

    @pytest.mark.parametrize("option", ["--theme", "--lang"])
    def test_a_picture_never_replaces_the_file_it_is_drawn_with(self, run: Run, option: str) -> None:
        Path("own.svg").mkdir()
        Path("own.svg/mine.toml").write_text("", encoding="utf-8")
        shutil.copy("own.svg/mine.toml", "mine.toml")
        code, _, err = run(*TWO, option, "./mine.toml", "-o", "mine.toml", "--format", "svg")
        assert code == 2
        assert err.startswith("argmap: ")
        assert Path("mine.toml").read_bytes() == b""
