"""The files a watch writes: only what changed, and none stays that is no longer drawn."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import files
from argmap.cli.output import require_not_read

if TYPE_CHECKING:
    from argmap.renderers.picture import Picture


@dataclass(frozen=True, slots=True)
class Put:
    """What became of the files of a drawing.

    Attributes:
        written: Those that were written.
        same: Those that hold the same already.
        removed: Those of an earlier drawing of this watch that are no longer drawn.
        left: Such files that somebody else wrote to since: they stay.
    """

    written: tuple[str, ...]
    same: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


class Outbox:
    """Knows what this process wrote, and touches no other file but those it is told to write."""

    def __init__(self) -> None:
        self._wrote: dict[str, str] = {}

    def put(self, plan: "Sequence[tuple[str, Picture]]", read: Iterable[str]) -> Put:
        """Write the sheets of a drawing to their paths, and remove those of the last that are not among them.

        Raises:
            Unusable: One of the paths is that of a file that is `read`.
            FileProblem: One cannot be written.
        """
        require_not_read([path for path, _ in plan], read)
        written, same = [], []
        for path, sheet in plan:
            digest = hashlib.sha256(sheet.data).hexdigest()
            if self._wrote.get(path) == digest == _held(path):
                same.append(path)
                continue
            files.write(path, sheet.data)
            self._wrote[path] = digest
            written.append(path)
        gone = [path for path in self._wrote if path not in dict(plan)]
        removed = [path for path in gone if _removed(path, self._wrote[path])]
        left = [path for path in gone if path not in removed and Path(path).exists()]
        for path in gone:
            del self._wrote[path]
        return Put(tuple(written), tuple(same), tuple(removed), tuple(left))


def _held(path: str) -> str | None:
    """A digest of what a file holds; None where there is none, or it is a link to one somewhere else."""
    try:
        return None if Path(path).is_symlink() else hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return None


def _removed(path: str, digest: str) -> bool:
    """Whether a file is gone now, which it is only if it holds what was written there."""
    if _held(path) != digest:
        return False
    try:
        Path(path).unlink()
    except OSError:
        return False
    return True
