"""What the command line knows of its terminal."""

import io
import os
import sys
from collections.abc import Callable

import pytest

from argmap.cli import INTERRUPTED, PIPE_CLOSED, main, terminal

SPARE = os.open(os.devnull, os.O_WRONLY)  # stands for the descriptor of a closed pipe


class ATerminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("columns", "expected"), [("20", 40), ("66", 66), ("300", 100), ("0", 80), ("x", 80)])
def test_prose_is_between_forty_and_a_hundred_columns_wide(
    monkeypatch: pytest.MonkeyPatch, columns: str, expected: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.width() == expected


@pytest.mark.parametrize(
    ("choice", "stream", "environment", "expected"),
    [
        ("auto", ATerminal(), {}, True),
        ("auto", ATerminal(), {"TERM": "dumb"}, False),
        ("auto", ATerminal(), {"NO_COLOR": "1"}, False),
        ("auto", ATerminal(), {"NO_COLOR": ""}, True),
        ("auto", io.StringIO(), {}, False),
        ("never", ATerminal(), {}, False),
        ("always", io.StringIO(), {}, True),
        ("always", io.StringIO(), {"NO_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_and_no_color_wins(
    monkeypatch: pytest.MonkeyPatch,
    choice: terminal.Color,
    stream: io.StringIO,
    environment: dict[str, str],
    expected: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal.in_color(choice, stream) is expected


def test_a_pipe_gets_utf_8_and_an_old_terminal_what_it_can_show(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe, old = io.TextIOWrapper(io.BytesIO(), encoding="ascii"), io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", pipe)
    monkeypatch.setattr(sys, "stderr", old)
    monkeypatch.setattr(terminal, "is_terminal", lambda stream: stream is old)
    terminal.speak_utf8()
    assert (pipe.encoding, pipe.errors) == ("utf-8", "backslashreplace")
    assert (old.encoding, old.errors) == ("ascii", "replace")


def test_a_stream_that_cannot_change_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    terminal.speak_utf8()
    assert main(["explain", "AM201"]) == 0


class Closed(io.StringIO):
    """A pipe whose reader went away."""

    def fileno(self) -> int:
        return SPARE

    def write(self, text: str) -> int:
        raise BrokenPipeError

    def flush(self) -> None:
        raise BrokenPipeError


@pytest.mark.parametrize("write", [lambda: terminal.write("a"), lambda: terminal.write_bytes(b"a")])
def test_a_closed_pipe_is_no_os_error(monkeypatch: pytest.MonkeyPatch, write: Callable[[], None]) -> None:
    monkeypatch.setattr(sys, "stdout", Closed())
    with pytest.raises(terminal.PipeClosed):
        write()


def test_output_that_nobody_reads_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Closed())
    assert main(["explain"]) == PIPE_CLOSED


def test_an_interruption_while_starting_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(terminal, "speak_utf8", interrupted)
    assert main(["explain"]) == INTERRUPTED
    assert capsys.readouterr() == ("", "")
