"""Standard output and standard error: how wide, in colour or not, and what goes where."""

import os
import shutil
import sys
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


def write(text: str) -> None:
    """Write the product to standard output."""
    try:
        sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
    except BrokenPipeError as problem:
        raise PipeClosed from problem


def write_bytes(data: bytes) -> None:
    """Write a product that is no text to standard output."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as problem:
        raise PipeClosed from problem


def tell(message: str) -> None:
    """Say something beside the product, on standard error."""
    sys.stderr.write(f"argmap: {message}\n")


def speak_utf8() -> None:
    """Let both streams carry every character: UTF-8 into pipes and files, replacements on an old terminal."""
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure") or (stream.encoding or "").lower().replace("-", "") == "utf8":
            continue
        if is_terminal(stream):
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")
