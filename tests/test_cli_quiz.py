"""`argmap quiz` on a command line."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import argmap
from argmap.cli import main
from argmap.errors import FileProblem

MILL_ROAD = Path(__file__).parent / "golden" / "mill-road"
TWO = ("ruiz.yaml", "patel.yaml")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `argmap quiz` in a folder that holds the mill-road maps; exit code, standard output, standard error."""
    shutil.copytree(MILL_ROAD, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "ARGMAP_DEBUG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)

    def call(*argv: str) -> tuple[int, str, str]:
        code = main(["quiz", *argv])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_without_a_file_it_prints_text_and_says_which_kinds_there_are_not(run: Run) -> None:
    code, out, err = run(*TWO)
    assert code == 0
    assert out.startswith("Ruiz and Patel: questions\n")
    assert err.splitlines() == [
        "argmap: no question of kind 'relation': no two statements read in the text itself have one relation only",
        "argmap: no question of kind 'unstated': no reason has one premise that is stated and one that is assumed",
    ]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("q.gift", "// Ruiz and Patel: questions\n"),
        ("q.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'),
        ("q.csv", "id,kind,difficulty,question,"),
        ("q.md", "# Ruiz and Patel: questions\n"),
        ("q.txt", "Ruiz and Patel: questions\n"),
        ("q.json", '{\n  "argmap-quiz": 1,\n'),
    ],
)
def test_the_ending_of_the_file_says_the_form(run: Run, name: str, begins: str) -> None:
    code, out, _ = run(*TWO, "--kind", "same-or-different", "-o", name)
    assert (code, out) == (0, f"{name}\n")
    assert Path(name).read_bytes().decode().startswith(begins)


def test_a_form_that_is_named_wins(run: Run) -> None:
    assert run(*TWO, "-o", "q.txt", "--format", "gift")[0] == 0
    assert Path("q.txt").read_text(encoding="utf-8").startswith("// Ruiz")
    assert run(*TWO, "--format", "moodle-xml")[1].startswith("<?xml")


def test_a_deck_is_the_same_at_the_same_time(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("genanki", reason="needs the extra anki")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert run(*TWO, "-o", "a.apkg")[:2] == (0, "a.apkg\n")
    assert run(*TWO, "-o", "b.apkg")[0] == 0
    assert Path("a.apkg").read_bytes() == Path("b.apkg").read_bytes()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert run(*TWO, "-o", "b.apkg")[0] == 0
    assert zipfile.is_zipfile("b.apkg")
    assert Path("a.apkg").read_bytes() != Path("b.apkg").read_bytes()


def test_count_seed_title_and_about(run: Run) -> None:
    code, out, _ = run(*TWO, "--count", "3", "--title", "My town", "--seed", "7")
    assert (code, out.splitlines()[0]) == (0, "My town")
    assert "3. " in out
    assert "\n4. " not in out
    assert run(*TWO, "--about", "council")[1].count("\n1. ") == 2  # a question and its key
    assert run(*TWO, "--count", "3", "--seed", "7") != run(*TWO, "--count", "3", "--seed", "8")


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["ruiz.yaml", "-o", "q.pptx"], "'q.pptx' does not say what is to be written; end it with .gift, .xml, .apkg,"),
        (["ruiz.yaml", "-o", "ruiz.yaml", "--format", "gift"], "'ruiz.yaml' is read by this command and would be lost"),
        (["ruiz.yaml", "--kind", "rolle"], "no kind of question is called 'rolle'; did you mean 'role'?"),
        ([*TWO, "--about", "councl"], "no question is about 'councl'; did you mean 'council'?"),
        (["ruiz.yaml", "--alignment", "rows.tsv"], "an alignment joins the statements of two maps; name two, or leave"),
        (["rouiz.yaml"], "there is no file 'rouiz.yaml'; did you mean 'ruiz.yaml'?"),
        (["ruiz.yaml", "--kind", "same-or-different"], "no question of kind 'same-or-different': it takes two maps"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_way_out(run: Run, argv: list[str], says: str) -> None:
    code, out, err = run(*argv)
    assert (code, out) == (2, "")
    assert f"argmap: {says}" in err
    assert Path("ruiz.yaml").read_bytes() == (MILL_ROAD / "ruiz.yaml").read_bytes()


def test_maps_without_a_question_are_unusable(run: Run) -> None:
    Path("one.yaml").write_text("argmap: 1\nid: one\nstatements: {a: {type: thesis, text: Trams pay.}}\n")
    code, out, err = run("one.yaml", "-o", "q.gift")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == "argmap: these maps offer no question; docs/quiz.md says what each kind takes"
    assert not Path("q.gift").exists()


def test_a_map_with_errors_is_told_as_everywhere(run: Run) -> None:
    Path("bad.yaml").write_text("argmap: 1\nid: bad\nstatements: {a: {text: Trams pay., because: [b]}}\n")
    code, _, err = run("bad.yaml")
    assert code == 2
    assert "AM201" in err


def test_save_writes_a_quiz_in_the_form_its_ending_names(tmp_path: Path) -> None:
    quiz = argmap.make_quiz(MILL_ROAD / "ruiz.yaml", MILL_ROAD / "patel.yaml")
    assert argmap.save(quiz, tmp_path / "q.csv") == (str(tmp_path / "q.csv"),)
    assert (tmp_path / "q.csv").read_bytes().startswith(b"id,kind,")
    assert b"\r\r\n" not in (tmp_path / "q.csv").read_bytes()
    with pytest.raises(FileProblem, match=r"q.svg' is no name for a quiz; end it with .txt, .md"):
        argmap.save(quiz, tmp_path / "q.svg")
