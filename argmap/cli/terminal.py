"""Standard output and standard error: how wide, in colour or not, and what goes where."""

import errno
import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Literal, TextIO

Color = Literal["auto", "always", "never"]

WIDEST = 100  # columns; longer lines of prose are hard to read


def width() -> int:
    """Columns for prose: the terminal's, at most 100; 80 where there is none (a pipe, a file)."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, 40), WIDEST)


def in_color(choice: Color, stream: TextIO | None = None) -> bool:
    """Whether to write colour: ``NO_COLOR`` wins, then `choice`, then whether the stream is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if choice != "auto":
        return choice == "always"
    return is_terminal(stream or sys.stdout) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO) -> bool:
    """Whether a person reads the stream as it is written."""
    return stream.isatty()


class PipeClosed(Exception):
    """Nobody reads on. No OSError: typer would turn that into exit code 1, which reads as "errors found"."""


class StreamFailed(Exception):
    """A stream takes no more: its disk is full, or it was closed before we began."""


@contextmanager
def _writing(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as problem:
        raise PipeClosed from problem
    except OSError as problem:
        why = (problem.strerror or str(problem)).lower()
        raise StreamFailed(f"{name} cannot be written: {why}") from problem


def write(text: str) -> None:
    """Write the product to standard output."""
    with _writing("standard output"):
        sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")


def ask(question: str) -> None:
    """Write a question to standard output at once; the answer follows on its line."""
    with _writing("standard output"):
        sys.stdout.write(question)
        sys.stdout.flush()


def write_bytes(data: bytes) -> None:
    """Write a product that is no text to standard output."""
    with _writing("standard output"):
        sys.stdout.flush()
        if isinstance(sys.stdout, _Closed):
            raise OSError(errno.EBADF, "it is closed")
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def finish() -> None:
    """Send on what still waits: only then is it known whether there was room for it."""
    with _writing("standard output"):
        sys.stdout.flush()
    with _writing("standard error"):
        sys.stderr.flush()


def tell(message: str) -> None:
    """Say something beside the product, on standard error; what it quotes of files or arguments cannot act there."""
    from argmap.reporters.visible import visible  # noqa: PLC0415  # a command that goes well says nothing

    lines = "\n".join(visible(line) for line in message.split("\n"))
    tell_plainly(f"argmap: {lines}\n")


def tell_plainly(text: str) -> None:
    """Write lines that name their files themselves to standard error."""
    with _writing("standard error"):
        sys.stderr.write(text)


class _Closed(io.StringIO):
    """Stands for a stream that the process began without."""

    def write(self, text: str) -> int:
        if text:
            raise OSError(errno.EBADF, "it is closed")
        return 0


def speak_utf8() -> None:
    """Let both streams carry every character: UTF-8 into pipes and files, replacements on an old terminal.

    What is no character, such as a byte of a file name that is no UTF-8, is shown as ``\\udcff``.
    """
    if sys.stdout is None or sys.stderr is None:
        _keep_first_three()
        sys.stdout, sys.stderr = sys.stdout or _Closed(), sys.stderr or _Closed()
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure"):
            continue
        if (stream.encoding or "").lower().replace("-", "") == "utf8":
            stream.reconfigure(errors="backslashreplace")
        elif is_terminal(stream):
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _keep_first_three() -> None:
    """Else the first file that is opened would be taken for standard output by what writes there."""
    while (handle := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(handle)


def drop(*streams: TextIO) -> None:
    """Let Python's own flush at exit write to nowhere, not to a closed pipe or a full disk."""
    for stream in streams:
        with suppress(OSError, ValueError):  # tests put streams in place that are no files
            handle = stream.fileno()
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, handle)
            os.close(nowhere)
