"""`argmap worksheet` for a map to fill in: which files it writes, and what it does not take."""

from pathlib import Path

import pytest
from pypdf import PdfReader

import argmap
from argmap.cli import main
from argmap.errors import ArgmapError, UnknownName

MAPS = Path("maps/northeast-asia").resolve()
BEIJING, CAMP_DAVID = str(MAPS / "beijing-2023.yaml"), str(MAPS / "camp-david-2023.yaml")


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["worksheet", *words]) == 2
    return capsys.readouterr().err


def test_sheet_and_key_are_files_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet, key = tmp_path / "w.pdf", tmp_path / "w-key.pdf"
    assert main(["worksheet", BEIJING, "-o", str(sheet)]) == 0
    assert capsys.readouterr().out.splitlines() == [str(sheet), str(key)]
    assert "KEY" in PdfReader(key).pages[0].extract_text()
    assert "KEY" not in PdfReader(sheet).pages[0].extract_text()


def test_the_key_can_go_elsewhere_and_a_folder_holds_both(tmp_path: Path) -> None:
    assert main(["worksheet", BEIJING, "-o", str(tmp_path / "w.svg"), "--key", str(tmp_path / "safe.svg")]) == 0
    assert main(["worksheet", BEIJING, "--format", "svg", "-o", f"{tmp_path}/all/"]) == 0
    assert sorted(str(p.relative_to(tmp_path).as_posix()) for p in tmp_path.rglob("*.svg")) == [
        "all/beijing-2023-worksheet-key.svg",
        "all/beijing-2023-worksheet.svg",
        "safe.svg",
        "w.svg",
    ]
    assert (tmp_path / "w.svg").read_bytes() == (tmp_path / "all/beijing-2023-worksheet.svg").read_bytes()


def test_a_page_to_fill_in_has_no_answers_and_its_key_has_them(tmp_path: Path) -> None:
    assert main(["worksheet", BEIJING, "--difficulty", "3", "-o", str(tmp_path / "w.html")]) == 0
    asked = argmap.make_worksheet(BEIJING, difficulty=3, format="dot").worksheet.blanks
    claims = [b.answer for b in asked if b.kind == "claim"]
    sheet, key = ((tmp_path / name).read_text(encoding="utf-8") for name in ("w.html", "w-key.html"))
    assert claims
    assert [c for c in claims if c in sheet] == []
    assert [c for c in claims if c not in key] == []


def test_options_choose_what_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--blanks", "relation, role", "--seed", "4", "--distractors", CAMP_DAVID, "--lang", "de"]
    assert main(["worksheet", BEIJING, *options, "--paper", "letter", "-o", str(tmp_path / "w.svg")]) == 0
    capsys.readouterr()
    made = argmap.make_worksheet(
        BEIJING,
        blanks=["relation", "role"],
        seed=4,
        distractors=CAMP_DAVID,
        language="de",
        paper="letter",
        format="svg",
    )
    assert (tmp_path / "w.svg").read_bytes() == made.sheet.data
    assert {b.kind for b in made.worksheet.blanks} == {"relation", "role"}
    assert "Kreise" in made.sheet.data.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([BEIJING, CAMP_DAVID], "a map to fill in is one map, and there are 2"),
        ([BEIJING, "--blanks", "sourse"], "no kind of blank called 'sourse'; did you mean 'source'?"),
        ([BEIJING, "--distractors", CAMP_DAVID, "--difficulty", "3"], "difficulty 3 has no word bank"),
        ([BEIJING, "--focus", "nowhere"], "nowhere"),
        ([BEIJING, "-o", "w.docx"], "does not say what kind of file to write"),
        (["none.yaml"], "there is no file 'none.yaml'"),
    ],
)
def test_what_cannot_be_is_said(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said in refused(capsys, *words)


def test_a_map_with_nothing_to_ask_for_is_no_worksheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("argmap: 1\nid: m\nstatements:\n  t: {type: thesis, text: Yes.}\n", encoding="utf-8")
    for ending in ("svg", "html"):
        assert "nothing of 'm' can be left out" in refused(capsys, str(path), "-o", str(tmp_path / f"w.{ending}"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["m.yaml"]


def test_a_sheet_never_replaces_its_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "w.svg"
    path.write_text(Path(BEIJING).read_text(encoding="utf-8").replace("codebook:", "# codebook:"), encoding="utf-8")
    before = path.read_bytes()
    refused(capsys, str(path), "-o", str(path))
    assert path.read_bytes() == before


def test_python_says_what_it_does_not_take() -> None:
    with pytest.raises(UnknownName, match="kind of blank"):
        argmap.make_worksheet(BEIJING, blanks=["claims"])  # type: ignore[list-item]
    with pytest.raises(UnknownName, match="kind of blank"):
        argmap.make_worksheet(BEIJING, blanks=[])
    with pytest.raises(ArgmapError, match="no difficulty 4"):
        argmap.make_worksheet(BEIJING, difficulty=4)  # type: ignore[arg-type]
    with pytest.raises(ArgmapError, match="no word bank"):
        argmap.make_worksheet(BEIJING, difficulty=3, distractors=CAMP_DAVID)
    with pytest.raises(ArgmapError, match="no room to write"):
        argmap.make_worksheet(BEIJING, format="mermaid")


def test_one_kind_may_be_named_alone() -> None:
    made = argmap.make_worksheet(BEIJING, blanks="claim", format="dot")
    assert {b.kind for b in made.worksheet.blanks} == {"claim"}
