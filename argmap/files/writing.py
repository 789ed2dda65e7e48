"""Writes files: all of a file or nothing."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from argmap.errors import FileProblem
from argmap.files.decoding import is_stream, read_bytes, why


def write(path: str | Path, data: str | bytes) -> None:
    """Put data into a file, all of it or nothing: an error leaves the file that was there.

    Folders that are missing are made. Text is written in UTF-8, lines ending as they do in `data`. What exists and is
    no file but a pipe or a device is written into, as it is for others to read.

    Raises:
        FileProblem: It is a folder, not permitted, or there is no room.
    """
    target = Path(path)
    try:
        content = data.encode("utf-8") if isinstance(data, str) else data
        if not str(path).strip():
            raise ValueError
        if target.is_dir():
            raise IsADirectoryError
        if is_stream(target):
            # appending: standard output may be redirected to a file that holds something
            with target.open("ab") as stream:
                stream.write(content)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        # Through a link, the file it points to is replaced, not the link.
        behind = Path(os.path.realpath(target))
        if behind.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        _replace(behind, content)
    except (OSError, ValueError) as error:
        raise FileProblem(f"{str(path)!r} cannot be written: {why(error)}") from error


def rewrite(path: str | Path, before: bytes, after: bytes) -> None:
    """Put other data into a file that holds `before`, all of it or nothing.

    Raises:
        FileProblem: It holds something else by now, is write-protected, or cannot be written.
    """
    if read_bytes(path) != before:
        raise FileProblem(f"{str(path)!r} has been changed by somebody else meanwhile; nothing was written")
    if not Path(path).stat().st_mode & 0o222:  # else the folder alone decides, and a protected file is replaced
        raise FileProblem(f"{str(path)!r} cannot be written: it is read-only")
    write(path, after)


def is_folder(path: str) -> bool:
    """Whether several files can go there: it is a folder, or ends as one that can be made."""
    return path.endswith(("/", "\\")) or bool(path and Path(path).is_dir())  # Path("") is the current folder


def _replace(target: Path, data: bytes) -> None:
    written = beside(target, data)
    try:
        written.replace(target)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def beside(target: Path, data: bytes) -> Path:
    """A new file in the folder of another and with its permissions, to take its place.

    Where there is no other yet, the system gives it the permissions of any new file: to ask for them would change them
    for all threads.
    """
    there = target.exists()
    found = target.with_name(f".{target.name[:40]}.{os.urandom(6).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(found, flags, 0o600 if there else 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if there:
            found.chmod(target.stat().st_mode & 0o7777)
    except BaseException:
        with suppress(OSError):
            found.unlink()
        raise
    return found
