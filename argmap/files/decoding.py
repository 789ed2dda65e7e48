"""The text of a file or of standard input, or why there is none: missing, too large, no UTF-8, no file at all."""

import errno
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Position
from argmap.errors import FileProblem
from argmap.formats import Reading
from argmap.formats.lines import Lines
from argmap.model import ArgumentMap

STANDARD_INPUT: Final = "-"
CHECK_THE_PATH: Final = "check the path"
MAX_BYTES: Final = 20_000_000
_STREAM: Final = re.compile(r"/dev/(std(out|err)|fd/\d+)|/proc/(self|\d+)/fd/\d+")
Unsaved = Mapping[Path, str]
"""What an editor holds of files that it has not written yet, by resolved path: it goes before what is on the disk."""


def read_text(path: str | Path) -> str:
    """The text of a file; ``-`` is standard input.

    Raises:
        FileProblem: It is missing, not permitted, a folder, no UTF-8, or a device of more than 20 MB.
    """
    name = str(path)
    got = text_or_why(name, limits=is_stream(Path(name)), standard_input=name == STANDARD_INPUT)
    if isinstance(got, Reading):
        d = got.diagnostics[0]
        at = f" (line {d.position.line}, column {d.position.column})" if d.position else ""
        raise FileProblem(f"{d.message}{at}" + (f"; {d.help}" if d.help else ""))
    return got


def read_article(path: str | Path) -> str | Diagnostic:
    """The text of an article, or why it cannot be read, located; ``-`` is standard input."""
    got = text_or_why(str(path), limits=True, standard_input=str(path) == STANDARD_INPUT)
    if not isinstance(got, Reading):
        return got
    (found,) = got.diagnostics
    return replace(found, help="check that it is the plain text of one article") if found.code == "AM112" else found


def read_bytes(path: str | Path) -> bytes:
    """What a file holds, as it is; ``-`` is standard input.

    Raises:
        FileProblem: It is missing, not permitted, or a folder.
    """
    name = str(path)
    try:
        return _standard_input(-1) if name == STANDARD_INPUT else bytes_of(name, -1, named_inside=False)
    except (OSError, ValueError) as error:
        raise FileProblem(f"{name!r} cannot be read: {why(error)}") from error


def decoded(path: Path, *, unsaved: Unsaved | None = None) -> str | Diagnostic:
    """The text of a file that is no larger than a map may be, or why there is none; a device or a pipe has none."""
    got = text_or_why(str(path), limits=True, named_inside=True, unsaved=unsaved)
    return got.diagnostics[0] if isinstance(got, Reading) else got


def text_or_why(
    name: str,
    limits: bool,
    *,
    standard_input: bool = False,
    named_inside: bool = False,
    unsaved: Unsaved | None = None,
) -> str | Reading[ArgumentMap]:
    """The text of a file, or of standard input, or the reading that says why there is none.

    What is only named inside a map has to be a file: a map of a stranger may name a device that never ends, or a pipe
    that nobody writes into.
    """
    shown = "<stdin>" if standard_input else name
    try:
        if unsaved and not standard_input and (held := unsaved.get(_real(name))) is not None:
            return held
        most = MAX_BYTES + 1 if limits else -1
        data = _standard_input(most) if standard_input else bytes_of(name, most, named_inside=named_inside)
    except (OSError, ValueError) as error:
        help_ = CHECK_THE_PATH if isinstance(error, FileNotFoundError | ValueError) else ""
        return failed(shown, problem("AM111", f"{shown!r} cannot be read: {why(error)}", help=help_))
    return text_of(data, shown, limits=limits)


def text_of(data: bytes, shown: str, *, limits: bool = True) -> str | Reading[ArgumentMap]:
    """The text that bytes hold, or the reading that says why they hold none; `shown` is what messages call them."""
    if limits and len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
        return failed(shown, problem("AM112", message, help="--no-limit reads it all the same"))
    if kind := next((kind for mark, kind in _NO_TEXT.items() if data.startswith(mark)), ""):
        found = problem("AM111", f"the file is {kind}, whatever it is called", help="save it as plain text, in UTF-8")
        return failed(shown, replace(found, position=Position(1, 1, 1, 2)))
    if wide := _wide(data):
        found = problem("AM111", f"the file is {wide}, not UTF-8", help=_SAVE)
        return failed(shown, replace(found, position=Position(1, 1, 1, 2)))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(shown, data, error.start)


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:  # Python's word for a closed one
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdin.buffer.read(most)


def bytes_of(name: str, most: int, *, named_inside: bool) -> bytes:
    """The first so many bytes of a file, all of them for -1; what is only `named_inside` a map has to be a file.

    Raises:
        NoFile: It is named inside a map, and is a device, a pipe or a part of the system.
        OSError: It cannot be read.
        ValueError: Its name cannot be one.
    """
    if not name.strip():
        raise FileNotFoundError
    path = Path(name)
    if named_inside and path.exists():
        system = path.resolve().parts[1:2] in (("proc",), ("sys",)) and os.name == "posix"
        if system or not (path.is_file() or path.is_dir()):
            raise NoFile
    with path.open("rb") as file:
        return file.read(most)


def _real(name: str) -> Path:
    """The path of a file behind all links; where links go in a circle, the system says so when it is opened."""
    return Path(os.path.realpath(name))


def failed(name: str, found: Diagnostic, text: str = "") -> Reading[ArgumentMap]:
    """The reading of a file that has no more to say than one problem."""
    return Reading(name, None, (replace(found, file=name),), text)


_SAVE: Final = "save it as UTF-8 in your editor"
_NO_TEXT: Final[Mapping[bytes, str]] = {
    b"PK\x03\x04": "an archive, such as a document of Word or LibreOffice is",
    b"\xd0\xcf\x11\xe0": "an old document of Word or Excel",
    b"%PDF-": "a PDF",
    b"{\\rtf": "a document in rich text",
}
"""What people save a text as by mistake, by its first bytes."""


def _wide(data: bytes) -> str:
    """The encoding of bytes of which each character takes two or four; "" if they are not of that kind.

    Without a mark at the beginning it is told by the zeros beside the Latin letters that every map begins with.
    """
    if data[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return "UTF-32"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    zeros = bytes(byte != 0 for byte in data[:16])
    if zeros in (b"\1\0\0\0" * 4, b"\0\0\0\1" * 4):
        return "UTF-32"
    return "UTF-16" if zeros in (b"\1\0" * 8, b"\0\1" * 8) else ""


def _not_utf8(name: str, data: bytes, start: int) -> Reading[ArgumentMap]:
    text = data.decode("utf-8", "replace").lstrip("\ufeff")
    at = len(data[:start].decode("utf-8").lstrip("\ufeff"))
    lines = Lines(text)
    position = lines.position(at, at + 1)
    found = problem("AM111", f"the file is not UTF-8: the byte 0x{data[start]:02X} is no letter in it", help=_SAVE)
    return failed(name, replace(found, position=position, source=lines.line(position.line)), text)


def is_stream(path: Path) -> bool:
    """Whether something that exists is no file that could be replaced: a named pipe, a device, ``/dev/stdout``."""
    return path.exists() and (not path.is_file() or bool(_STREAM.fullmatch(str(path))))


class NoFile(OSError):
    """A device, a pipe or a socket, where only a file will do."""


def why(error: OSError | ValueError) -> str:
    """The system's reason for refusing a file, in plain words."""
    match error:
        case NoFile():
            return "it is a device, a pipe or a part of the system, not a file"
        case UnicodeEncodeError():
            return "it holds half a surrogate pair, which UTF-8 cannot"
        case ValueError():
            return "its name cannot be one"
        case FileNotFoundError():
            return "there is no such file"
        case IsADirectoryError():
            return "it is a folder"
        case NotADirectoryError() | FileExistsError():
            return "a part of its path is a file, not a folder"
        case PermissionError():
            return "permission is denied"
        case _:
            return (error.strerror or str(error)).lower()
