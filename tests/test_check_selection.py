"""`argmap check --select`, `--ignore` and `--teach`: which problems are told, and how the codes are written."""

import re
from pathlib import Path

import pytest

from argmap.cli import main
from argmap.codes import CODES
from argmap.formats.code_patterns import Fault, fault_of

WARNED = """\
argmap: 1
id: lane
codebook: {argmap-codebook: 1, id: book}
statements:
  lane: {type: thesis, text: High Street needs a bus lane., label: A label of many more words than will fit in a box}
  astray: {text: Cats sleep most of the day.}
"""


@pytest.fixture
def warned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("warned.yaml").write_text(WARNED, encoding="utf-8")
    return "warned.yaml"


def codes_told(capsys: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    assert main(["check", *argv]) == 0
    return re.findall(r"\[(AM\d+)\]", capsys.readouterr().out)


def test_without_options_all_is_told_but_teaching_advice(warned: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = codes_told(capsys, warned)
    assert {"AM501", "AM304"} <= set(told)
    assert not [code for code in told if CODES[code].teaching]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--select", "AM304"), ["AM304"]),
        (("--select", "unattached"), ["AM304"]),
        (("--select", "am304,AM5"), ["AM501", "AM304"]),
        (("--select", "AM304", "--select", " AM501 "), ["AM501", "AM304"]),
        (("--select", "AM3,AM5", "--ignore", "AM304"), ["AM501"]),
        (("--ignore", "AM"), []),
    ],
)
def test_codes_are_named_with_commas_or_one_by_one(
    options: tuple[str, ...], told: list[str], warned: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert codes_told(capsys, warned, *options) == told


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--select", "AM30r"), "--select: there is no code 'AM30r'; did you mean 'AM301'?"),
        (("--ignore", "unatached"), "--ignore: there is no code 'unatached'; did you mean 'unattached'?"),
        (("--select", "zzz"), "--select: there is no code 'zzz'; `argmap explain` lists all codes"),
        (("--select", "AM304,,AM501"), "--select: a code is missing; write a code such as AM304"),
        (
            ("--ignore", "AM201"),
            "--ignore: 'AM201' is an error, and errors are always told: no other command takes a map that has one;"
            " see `argmap explain AM201`",
        ),
    ],
)
def test_codes_that_cannot_be_used_are_refused(
    options: tuple[str, ...], said: str, warned: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", warned, *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"argmap: {said}")


def test_an_error_is_told_whatever_is_selected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(WARNED.replace("Cats sleep most of the day.}", "Cats sleep., because: [lan]}"), encoding="utf-8")
    assert main(["check", str(broken), "--select", "AM501", "--ignore", "AM2"]) == 1
    assert re.findall(r"\[(AM\d+)\]", capsys.readouterr().out) == ["AM501", "AM201"]


def test_a_beginning_of_codes_that_are_not_all_errors_can_be_ignored() -> None:
    assert fault_of("AM3", ignoring=True) is None
    assert fault_of("AM11", ignoring=False) is None
    assert fault_of("AM301", ignoring=True) is not None
    assert fault_of("no-thesiss") == Fault(
        "there is no code 'no-thesiss'", "did you mean 'no-thesis'?", instead="no-thesis"
    )
