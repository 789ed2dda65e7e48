"""`argmap compare --explain`: one finding, in every form, and what is said where there is none."""

import json
from pathlib import Path

import pytest
from comparison_cases import GOLDEN

from argmap.cli import main

RUIZ, PATEL = str(GOLDEN / "ruiz.yaml"), str(GOLDEN / "patel.yaml")


def explained(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(["compare", *argv])
    return code, *capsys.readouterr()


def test_text_markdown_and_json_tell_of_one_finding(capsys: pytest.CaptureFixture[str]) -> None:
    code, text, err = explained(capsys, RUIZ, PATEL, "--explain", "role:council")
    assert (code, err) == (0, "")
    assert text.startswith("≠ Ruiz casts the council as intermediary (possible)")
    _, markdown, _ = explained(capsys, RUIZ, PATEL, "--explain", "council", "--format", "markdown")
    assert markdown.startswith("## ≠ Ruiz casts the council")
    _, data, _ = explained(capsys, RUIZ, PATEL, "--explain", "council", "--format", "json")
    assert json.loads(data)["finding"]["id"] == "role:council"


def test_a_file_gets_what_the_terminal_would(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, text, _ = explained(capsys, RUIZ, PATEL, "--explain", "role:council")
    target = tmp_path / "council.txt"
    assert explained(capsys, RUIZ, PATEL, "--explain", "role:council", "-o", str(target))[:2] == (0, f"{target}\n")
    assert target.read_text("utf-8") == text


WRONG = [
    ((RUIZ, PATEL, "--explain", "role:counsel"), "no finding is called 'role:counsel'; did you mean 'role:council'?"),
    ((RUIZ, "--explain", "role:council"), "a comparison takes two maps or more"),
    ((RUIZ, PATEL, "--explain", "role:council", "--format", "csv"), "csv"),
]


@pytest.mark.parametrize(("argv", "message"), WRONG)
def test_what_cannot_be_explained_is_said(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], message: str
) -> None:
    code, out, err = explained(capsys, *argv)
    assert (code, out) == (2, "")
    assert message in err


def test_three_maps_are_explained_with_their_pairs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    third = tmp_path / "third.yaml"
    book = GOLDEN / "mill-road.codebook.yaml"
    third.write_text(
        f"argmap: 1\nid: third\ncodebook: {book}\nstatements:\n"
        "  no: {type: thesis, text: No., says: {denies: build-lane}}\n",
        encoding="utf-8",
    )
    code, text, _ = explained(capsys, RUIZ, PATEL, str(third), "--explain", "build-lane")
    assert code == 0
    assert "split" in text
    assert "stance-contradiction" in text


def test_a_long_sentence_hangs_beside_its_symbol_and_alternatives_are_told_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, text, _ = explained(capsys, RUIZ, PATEL, "--explain", "role:council")
    first, second, *_ = text.splitlines()
    assert first.startswith("≠ Ruiz casts")
    assert second.startswith("  ")
    assert second[2] != " "
    _, text, _ = explained(capsys, RUIZ, PATEL, "--explain", "build-lane")
    changes = " ".join(text.partition("What would change it")[2].split())
    assert "; or " in changes
    assert "; Ruiz's" not in changes
    assert "; Patel's" not in changes
