"""Writes files: all of a file or nothing, all of several files or none."""

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
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


def write_all(changes: Mapping[Path, tuple[str, str]]) -> None:
    """Replace the texts of several files, of all or of none.

    What is to stand in them is written beside them first, and so is what stood there; then each takes its place. If
    one cannot, those before it are put back.

    Args:
        changes: By path: the text that was read, and the one to stand there.

    Raises:
        FileProblem: A file holds something else by now, or cannot be written; all are as they were.
    """
    ready: list[_Replacement] = []
    begun: list[_Replacement] = []
    name = ""
    try:
        for path, (before, after) in changes.items():
            name, target = str(path), Path(os.path.realpath(path))
            if target.read_bytes() != before.encode("utf-8"):
                raise FileProblem(f"{name!r} was changed by somebody else meanwhile; nothing was written")
            if not target.stat().st_mode & 0o222:  # else the folder alone decides, and a protected file is replaced
                raise FileProblem(f"{name!r} cannot be written: it is read-only; nothing was written")
            ready.append(_Replacement(name, target))
            ready[-1].prepare(before, after)
        for replacement in ready:
            name = replacement.name
            begun.append(replacement)
            replacement.make()
    except BaseException as error:
        lost = [found for replacement in reversed(begun) if (found := replacement.undo())]
        if isinstance(error, OSError | ValueError):
            rest = "; ".join(lost) or "nothing was changed"
            raise FileProblem(f"{name!r} cannot be written: {why(error)}; {rest}") from error
        raise
    finally:
        for replacement in ready:
            replacement.tidy()


@dataclass(slots=True)
class _Replacement:
    """A file that another is to take the place of, and the two that stand ready beside it."""

    name: str
    target: Path
    old: Path | None = None
    new: Path | None = None

    def prepare(self, before: str, after: str) -> None:
        self.old = _beside(self.target, before.encode("utf-8"))
        self.new = _beside(self.target, after.encode("utf-8"))

    def make(self) -> None:
        assert self.new
        self.new.replace(self.target)
        self.new = None

    def undo(self) -> str:
        """Put back what stood there; where even that fails, say where it is kept."""
        assert self.old
        kept, self.old = self.old, None
        try:
            kept.replace(self.target)
        except OSError:
            return f"what stood in {self.name!r} is kept in {str(kept)!r}"
        return ""

    def tidy(self) -> None:
        for path in (self.old, self.new):
            if path:
                with suppress(OSError):
                    path.unlink()


def is_folder(path: str) -> bool:
    """Whether several files can go there: it is a folder, or ends as one that can be made."""
    return path.endswith(("/", "\\")) or bool(path and Path(path).is_dir())  # Path("") is the current folder


def _replace(target: Path, data: bytes) -> None:
    beside = _beside(target, data)
    try:
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _beside(target: Path, data: bytes) -> Path:
    """A new file in the folder of another and with its permissions, to take its place.

    Where there is no other yet, the system gives it the permissions of any new file: to ask for them would change them
    for all threads.
    """
    there = target.exists()
    beside = target.with_name(f".{target.name[:40]}.{os.urandom(6).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(beside, flags, 0o600 if there else 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if there:
            beside.chmod(target.stat().st_mode & 0o7777)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    return beside
