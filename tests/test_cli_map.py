"""One map from the command line: drawn in part, under other names, in other languages; and shown as an outline."""

from pathlib import Path

import pytest

from argmap.cli import main

MAP = """\
argmap: 1
id: tram
statements:
  build:
    {type: thesis, label: Build it, text: The harbour needs a tram., because: [[crowded, cheap], growth], but: [noise]}
  crowded: {text: Buses are full., because: [count]}
  cheap: {type: assumption, text: Rails last.}
  growth: {text: The quarter grows., certainty: likely, but: [crowded]}
  noise: {type: objection, text: Trams are loud., voice: Mayor Berg, at: ¶3}
  count: {type: evidence, text: A count found so., at: ¶2}
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tram.yaml").write_text(MAP, "utf-8")
    monkeypatch.chdir(tmp_path)


def called(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(argv)
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize(
    ("options", "name", "there", "not_there"),
    [
        ((), "tram", "P1", "+ 1 below"),
        (("--ids", "outline"), "tram", "1.1", "P1"),
        (("--ids", "none"), "tram", "in full elsewhere", "P1"),
        (("--evidence", "nodes"), "tram", "E1", "left out"),
        (("--evidence", "none"), "tram", "1 piece of evidence is left out.", "A count"),
        (("--depth", "0"), "tram", "+ 5 below", "Buses"),
        (("--focus", "growth"), "tram-growth", "context", "Trams are loud"),
        (("--focus", "P2"), "tram-growth", "context", "Trams are loud"),
        (("--lang", "ko"), "tram", "왜냐하면", "because"),
        (("--level", "title"), "tram", "Build it", "The harbour needs"),
    ],
)
def test_every_option_reaches_the_drawing(
    capsys: pytest.CaptureFixture[str], options: tuple[str, ...], name: str, there: str, not_there: str
) -> None:
    code, out, _ = called(capsys, "draw", "tram.yaml", *options)
    assert (code, out) == (0, f"{name}.svg\n")
    svg = " ".join(Path(f"{name}.svg").read_text("utf-8").replace("&#160;", " ").split())
    assert there in svg
    assert not_there not in svg


def test_a_statement_that_does_not_exist_is_an_input_one_cannot_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert called(capsys, "draw", "tram.yaml", "--focus", "grwoth") == (
        2,
        "",
        "argmap: no statement is called 'grwoth'; did you mean 'growth'?\n",
    )


def test_an_outline_takes_ids_and_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert called(capsys, "show", "tram.yaml", "--ids", "outline", "--lang", "fr")[1].splitlines() == [
        "tram",
        "tram, 6 énoncés, sans grille de codage",
        "",
        "T The harbour needs a tram.",
        "   parce que (ensemble) 1 Buses are full.",
        "      ▪ A count found so ¶2",
        "   et 2 (non dit, présupposé): Rails last.",
        "   parce que 3 The quarter grows. (probable)",
        "      mais 1 Buses are full. (voir 1)",
        "   mais 4 (selon Mayor Berg, non selon l’auteur): Trams are loud. ¶3",
    ]
    assert "Trams are loud. ¶3 [noise]" in called(capsys, "show", "tram.yaml", "--ids", "file")[1]
    code, out, err = called(capsys, "show", "tram.yaml", "--lang", "xx")
    assert (code, out) == (2, "")
    assert "no language is called 'xx'" in err


def test_an_outline_has_the_words_of_a_table_of_ones_own(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[map]\nbecause = "since"\n', "utf-8")
    code, out, _ = called(capsys, "show", "tram.yaml", "--lang", "own.toml")
    assert code == 0
    assert "   since P2 The quarter grows. (likely)" in out.splitlines()
