"""Opens maps, codebooks and what they refer to, and writes files; no other module of this kind touches the disk."""

import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Position
from argmap.errors import FileProblem
from argmap.formats import Reading, read_codebook, read_document
from argmap.formats.lines import Lines
from argmap.model import ArgumentMap, Codebook

STANDARD_INPUT: Final = "-"
MAX_BYTES: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A file and what it refers to.

    Attributes:
        reading: The map or codebook; its diagnostics also say what is wrong with the files it names.
        codebook: The reading of the codebook, if the map names one by its path and the file was found.
        article: The text of the article, if the map names one and the file could be read.
    """

    reading: Reading[ArgumentMap] | Reading[Codebook]
    codebook: Reading[Codebook] | None = None
    article: str | None = None


def read(path: str | Path, *, limits: bool = True) -> Opened:
    """The map or codebook in a file, with its codebook and its article; ``-`` is standard input.

    Whatever is wrong is a diagnostic of the reading. Paths inside a map are relative to its folder, on standard input
    to the current one.

    Args:
        path: The file.
        limits: Whether a file over 20 MB, or of more than 100 000 statements, is refused.
    """
    name = str(path)
    got = _decoded(name, limits)
    if isinstance(got, Reading):
        return Opened(got)
    folder = Path() if name == STANDARD_INPUT else Path(name).parent
    codebooks: list[Reading[Codebook]] = []

    def resolve(inside: str) -> Reading[Codebook]:
        found = _codebook(folder, inside, limits)
        codebooks.append(found)
        return found

    reading = read_document(got, "<stdin>" if name == STANDARD_INPUT else name, codebook=resolve, limits=limits)
    opened = Opened(reading, codebooks[0] if codebooks and codebooks[0].text else None)
    document = reading.document or reading.salvaged
    if isinstance(document, ArgumentMap) and document.article.text:
        return _with_article(opened, folder / document.article.text)
    return opened


def read_text(path: str | Path) -> str:
    """The text of a file; ``-`` is standard input.

    Raises:
        FileProblem: It is missing, not permitted, a folder, or no UTF-8.
    """
    got = _decoded(str(path), limits=False)
    if isinstance(got, Reading):
        d = got.diagnostics[0]
        at = f" (line {d.position.line}, column {d.position.column})" if d.position else ""
        raise FileProblem(f"{d.message}{at}" + (f"; {d.help}" if d.help else ""))
    return got


def write(path: str | Path, data: str | bytes) -> None:
    """Put data into a file, all of it or nothing: an error leaves the file that was there.

    Folders that are missing are made. Text is written in UTF-8, lines ending as they do in `data`.

    Raises:
        FileProblem: It is a folder, not permitted, or there is no room.
    """
    target = Path(path)
    try:
        content = data.encode("utf-8") if isinstance(data, str) else data
        if target.is_dir():
            raise IsADirectoryError
        target.parent.mkdir(parents=True, exist_ok=True)
        # Through a link, the file it points to is replaced, not the link.
        _replace(Path(os.path.realpath(target)), content)
    except (OSError, ValueError) as error:
        raise FileProblem(f"{str(target)!r} cannot be written: {_why(error)}") from error


def _replace(target: Path, data: bytes) -> None:
    handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(_mode(target))
        Path(beside).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions the file has, or would have been created with: a temporary file is for its owner only."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _why(error: OSError | ValueError) -> str:
    """The system's reason in plain words."""
    match error:
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


def _decoded(name: str, limits: bool) -> str | Reading[ArgumentMap]:
    """The text of a file, or the reading that says why there is none."""
    shown = "<stdin>" if name == STANDARD_INPUT else name
    try:
        data = _bytes(name, MAX_BYTES + 1 if limits else -1)
    except (OSError, ValueError) as error:
        help_ = "check the path" if isinstance(error, FileNotFoundError | ValueError) else ""
        return _failed(shown, problem("AM111", f"{shown!r} cannot be read: {_why(error)}", help=help_))
    if limits and len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
        return _failed(shown, problem("AM112", message, help="--no-limit reads it all the same"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(shown, data, error.start)


def _bytes(name: str, most: int) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(most)
    with Path(name).open("rb") as file:
        return file.read(most)


def _failed(name: str, found: Diagnostic, text: str = "") -> Reading[ArgumentMap]:
    return Reading(name, None, (replace(found, file=name),), text)


def _not_utf8(name: str, data: bytes, start: int) -> Reading[ArgumentMap]:
    help_ = "save it as UTF-8 in your editor"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        found = problem("AM111", "the file is UTF-16, not UTF-8", help=help_)
        return _failed(name, replace(found, position=Position(1, 1, 1, 2)))
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    at = len(data[:start].decode("utf-8").removeprefix("\ufeff"))
    lines = Lines(text)
    position = lines.position(at, at + 1)
    found = problem("AM111", f"the file is not UTF-8: the byte 0x{data[start]:02X} is no letter in it", help=help_)
    return _failed(name, replace(found, position=position, source=lines.line(position.line)), text)


def _codebook(folder: Path, inside: str, limits: bool) -> Reading[Codebook]:
    path = folder / inside
    got = _decoded(str(path), limits)
    if isinstance(got, Reading):
        return Reading(got.name, None, got.diagnostics, got.text)
    return read_codebook(got, str(path), limits=limits)


def _with_article(opened: Opened, path: Path) -> Opened:
    got = _decoded(str(path), limits=True)
    if not isinstance(got, Reading):
        return replace(opened, article=got)
    why = got.diagnostics[0]
    help_ = "check the path, or leave the field out"
    found = problem("AM406", f"the text of the article is missing: {why.message}", ("article", "text"), help=help_)
    return replace(opened, reading=opened.reading.with_problems([found]))
