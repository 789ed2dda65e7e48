"""No file, however broken, brings a command down."""

from pathlib import Path

import pytest

from argmap.cli import main

ALL = sorted((Path(__file__).parent / "cases").rglob("*.yaml"))
CASES = [path for path in ALL if not path.with_name("command.txt").exists()]  # those are parts of a call of their own
GOOD = str(Path(__file__).parent / "golden" / "mill-road" / "ruiz.yaml")


def called(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main(argv)
    captured = capsys.readouterr()
    assert "internal error" not in captured.err
    assert "Traceback" not in captured.err
    assert code in (0, 1, 2)
    if code == 2:
        assert captured.out == ""
        assert captured.err
    return code, captured.out


@pytest.mark.parametrize("path", CASES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_case_can_be_given_to_every_verb(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    code, told = called(capsys, "check", str(path))
    usable = code == 0
    assert ("error[" in told) is not usable
    shown, _ = called(capsys, "show", str(path))
    compared, _ = called(capsys, "compare", GOOD, str(path), "--format", "json")
    assert shown == (0 if usable else 2)
    assert compared in ((0, 2) if usable else (2,))  # a codebook can be shown, but not compared
