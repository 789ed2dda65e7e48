"""`argmap page` on a command line: where the page goes, what it is made of, and what is said where it cannot be."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.cli import main
from argmap.errors import DrawingFailed

MILL_ROAD = Path(__file__).parent / "golden" / "mill-road"
TWO = ("ruiz.yaml", "patel.yaml")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `argmap page` in a folder that holds the mill-road maps; exit code, standard output, standard error."""
    shutil.copytree(MILL_ROAD, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS", "ARGMAP_DEBUG", "FORCE_COLOR", "PY_COLORS"):
        monkeypatch.delenv(name, raising=False)

    def call(*argv: str) -> tuple[int, str, str]:
        code = main(["page", "--figures", "none", *argv])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_a_page_is_written_and_its_path_printed(run: Run) -> None:
    warned = "casts a role without the article's words: council (AM601)\n"
    assert run(*TWO, "-o", "lesson.html") == (0, "lesson.html\n", f"argmap: ruiz {warned}argmap: patel {warned}")
    page = Path("lesson.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>\n")
    assert "id=compare " in page


def test_into_a_pipe_it_goes_as_it_is(run: Run) -> None:
    run(*TWO, "-o", "lesson.html")
    written = Path("lesson.html").read_text(encoding="utf-8")
    assert run(*TWO)[1].rstrip("\n") == run(*TWO, "-o", "-")[1].rstrip("\n") == written.rstrip("\n")


def test_a_terminal_is_no_place_for_a_page(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.cli.terminal.is_terminal", lambda _stream: True)
    code, out, err = run(*TWO)
    assert (code, out) == (2, "")
    assert "a page goes to a file, not to a terminal; write it to one: -o lesson.html" in err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((*TWO, "-o", "lesson.pdf"), "'lesson.pdf' is no name for a page; end it with .html: -o lesson.html"),
        ((*TWO, "-o", "pages/"), "'pages/' is a folder; name a file in it: -o pages/lesson.html"),
        (("ruis.yaml", "-o", "a.html"), "there is no file 'ruis.yaml'; did you mean 'ruiz.yaml'?"),
        (
            ("ruiz.yaml", "--about", "riders", "-o", "a.html"),
            "--about chooses findings of several maps, and there is one",
        ),
        (("ruiz.yaml", "--alignment", "patel.yaml", "-o", "a.html"), "an alignment joins two maps, and there is one"),
        ((*TWO, "--about", "zeppelins", "-o", "a.html"), "no finding is about 'zeppelins'"),
        ((*TWO, "--figures", "som", "-o", "a.html"), "'som' is not one of 'none', 'few', 'all'"),
        ((*TWO, "--text", "ruiz", "-o", "a.html"), "--text 'ruiz' is not ID=FILE"),
        ((*TWO, "--text", "nobody=ruiz.yaml", "-o", "a.html"), "--text names the map 'nobody', which is not among"),
    ],
)
def test_what_cannot_be_is_said_with_a_way_out_and_nothing_is_written(
    run: Run, argv: tuple[str, ...], said: str
) -> None:
    before = sorted(Path().rglob("*"))
    code, out, err = run(*argv)
    assert (code, out) == (2, "")
    assert said in err
    assert sorted(Path().rglob("*")) == before


def test_a_broken_map_makes_no_page_and_says_where_it_is_broken(run: Run) -> None:
    Path("broken.yaml").write_text("argmap: 1\nid: b\nstatements: {a: {text: x, because: [c]}}\n", encoding="utf-8")
    code, out, err = run("ruiz.yaml", "broken.yaml", "-o", "a.html")
    assert (code, out) == (2, "")
    assert "broken.yaml:3:" in err
    assert not Path("a.html").exists()


def test_a_page_replaces_nothing_it_is_made_of(run: Run) -> None:
    text = Path("ruiz.html")
    text.write_text("It was said.\n", encoding="utf-8")
    code, _, err = run(*TWO, "--text", "ruiz=ruiz.html", "-o", "ruiz.html")
    assert code == 2
    assert "'ruiz.html' is read by this command and would be lost" in err
    assert text.read_text(encoding="utf-8") == "It was said.\n"


def test_a_title_and_findings_can_be_chosen(run: Run) -> None:
    assert run(*TWO, "--title", "Mill Road & the lane", "--about", "riders", "-o", "a.html")[0] == 0
    page = Path("a.html").read_text(encoding="utf-8")
    assert "<h1>Mill Road &amp; the lane</h1>" in page
    assert "points shown" in page


def test_one_map_is_a_page_too(run: Run) -> None:
    assert run("ruiz.yaml", "-o", "one.html") == (0, "one.html\n", "")


def test_without_graphviz_there_is_a_page_and_it_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object) -> None:
        raise DrawingFailed("no Graphviz found")

    monkeypatch.setattr("argmap.facade.page_figures.figures_of", nothing)
    code, out, err = run("ruiz.yaml", "--figures", "few", "-o", "one.html")
    assert (code, out) == (0, "one.html\n")
    assert "the page has no diagram: no Graphviz found" in err
    assert "no Graphviz found" in Path("one.html").read_text(encoding="utf-8")
