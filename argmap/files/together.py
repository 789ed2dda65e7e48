"""Writes several files, all or none: also when the program is killed, what stood in them can be put back."""

import hashlib
import json
import os
import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from argmap.errors import FileProblem
from argmap.files.decoding import why
from argmap.files.writing import beside, write

LONGEST: Final = 60  # seconds: thousands of files take their places in a few; who takes longer was killed

_LOG: Final = ".argmap-{}.unfinished"


def write_all(changes: Mapping[Path, tuple[str, str]]) -> None:
    """Replace the texts of several files, of all or of none.

    What is to stand in them is written beside them first, and so is what stood there; then each takes its place. If
    one cannot, those before it are put back. A log beside the first says what is under way, for `put_back`.

    Args:
        changes: By path: the text that was read, and the one to stand there.

    Raises:
        FileProblem: A file holds something else by now, or cannot be written; all are as they were.
    """
    ready: list[_Replacement] = []
    begun: list[_Replacement] = []
    log: Path | None = None
    name = ""
    try:
        for path, (before, after) in changes.items():
            name = str(path)
            ready.append(_Replacement(name, Path(os.path.realpath(path)), before.encode(), after.encode()))
            ready[-1].prepare()
        if len(ready) > 1:  # one file alone takes its place at once
            log = _logged(ready)
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
        for left in (log, *(path for replacement in ready for path in (replacement.old, replacement.new))):
            if left:
                with suppress(OSError):
                    left.unlink()


@dataclass(slots=True)
class _Replacement:
    """A file that another is to take the place of, and the two that stand ready beside it."""

    name: str
    target: Path
    before: bytes
    after: bytes
    old: Path | None = None
    new: Path | None = None

    def prepare(self) -> None:
        self._require_as_it_was()
        if not self.target.stat().st_mode & 0o222:  # else the folder alone decides, and a protected file is replaced
            raise FileProblem(f"{self.name!r} cannot be written: it is read-only; nothing was written")
        self.old = beside(self.target, self.before)
        self.new = beside(self.target, self.after)

    def _require_as_it_was(self) -> None:
        if self.target.read_bytes() != self.before:
            raise FileProblem(f"{self.name!r} was changed by somebody else meanwhile; nothing was written")

    def make(self) -> None:
        assert self.new
        self._require_as_it_was()  # of thousands, the last was prepared a while ago
        self.new.replace(self.target)
        self.new = None

    def undo(self) -> str:
        """Put back what stood there; where even that fails, say where it is kept."""
        if self.new and self.new.exists():
            return ""  # it never took its place
        assert self.old
        kept, self.old = self.old, None
        try:
            kept.replace(self.target)
        except OSError:
            return f"what stood in {self.name!r} is kept in {str(kept)!r}"
        return ""


def _logged(ready: Iterable[_Replacement]) -> Path:
    files = [
        {
            "path": str(one.target),
            "before": one.old.name if one.old else "",
            "after": one.new.name if one.new else "",
            "sha256": hashlib.sha256(one.after).hexdigest(),
        }
        for one in ready
    ]
    folder = Path(files[0]["path"]).parent
    log = folder / _LOG.format(os.urandom(6).hex())
    write(log, json.dumps({"files": files}, indent=1) + "\n")
    return log


def unfinished(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The logs in some folders of what was under way when the program was killed, or still is."""
    return tuple(sorted(log for folder in set(folders) for log in folder.glob(_LOG.format("*")) if log.is_file()))


def put_back(log: Path, among: Collection[Path]) -> tuple[Path, ...]:
    """Put back what stood in the files of a log, and remove it.

    Args:
        log: The log.
        among: Files that may be changed, resolved: anybody can have written a log.

    Returns:
        The files that held something new.

    Raises:
        FileProblem: It may be under way still; or one of the files holds something else by now, or is none of those
            that may be changed. Nothing is done then.
    """
    try:
        if time.time() - log.stat().st_mtime < LONGEST:
            raise FileProblem("another renaming is under way, or was killed just now; try again in a minute")
        entries = [_Entry(**entry) for entry in json.loads(log.read_bytes())["files"]]
        moved = [entry for entry in entries if entry.is_new(among, log)]
        for entry in moved:
            entry.kept.replace(entry.target)
        log.unlink()
        for entry in entries:
            for path in (entry.kept, entry.target.with_name(Path(entry.after).name)):
                with suppress(OSError):
                    path.unlink()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        reason = why(error) if isinstance(error, OSError) else "it is no log of argmap"
        raise FileProblem(f"{str(log)!r} cannot be followed: {reason}; delete it if you know what it is") from error
    return tuple(entry.target for entry in moved)


@dataclass(frozen=True, slots=True)
class _Entry:
    path: str
    before: str
    after: str
    sha256: str

    @property
    def target(self) -> Path:
        return Path(self.path)

    @property
    def kept(self) -> Path:
        """What stood in the file, beside it."""
        return self.target.with_name(Path(self.before).name)

    def is_new(self, among: Collection[Path], log: Path) -> bool:
        """Whether the file holds what was to stand in it, not what stood there."""
        if self.target not in among:
            raise FileProblem(f"{str(log)!r} speaks of {self.path!r}, which is no map of this project")
        now = self.target.read_bytes()
        if hashlib.sha256(now).hexdigest() == self.sha256:
            return True
        if self.kept.exists() and now != self.kept.read_bytes():
            raise FileProblem(
                f"{self.path!r} was changed since a renaming was cut off; what stood in it is kept in "
                f"{str(self.kept)!r}: take from it what you want, and delete {str(log)!r}"
            )
        return False
