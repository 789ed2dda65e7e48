"""Being woken when something happens to files: by the system where it tells, by the clock where it does not."""

import os
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from watchfiles.main import FileChange

TICK: Final = 0.5
"""Seconds between two looks where nothing is told: network drives tell nothing, a folder that is gone neither."""

_STEP_MS: Final = 20

Folders = frozenset[tuple[str, int]]
"""Folders and which ones they are: one that was removed and made again has to be watched anew."""


class Lookout:
    """Waits for changes in the folders of some files.

    What wakes it need not be a change of a file: whoever is woken looks. Folders are watched, not files, since editors
    save by renaming and a watched file would be the old one.
    """

    def __init__(self, *, tick: float = TICK, sleep: Callable[[float], None] = time.sleep) -> None:
        self._tick = tick
        self._sleep = sleep
        self._folders: Folders = frozenset()
        self._told: Generator[set[FileChange], None, None] | None = None

    def wait(self, paths: Iterable[str]) -> bool:
        """Whether the system told of a change of one of these files; False after a while in which it did not."""
        folders, names = _places(paths)
        if folders != self._folders:
            self.close()
            self._folders = folders
            self._told = _watch(folders, self._tick)
        if self._told is not None:
            try:
                return any(Path(path).name in names for _, path in next(self._told))
            except (OSError, RuntimeError, StopIteration):  # a folder is gone, or the system watches no more of them
                self._told = None
        self._sleep(self._tick)
        return False

    def close(self) -> None:
        """Let go of the folders."""
        told, self._told, self._folders = self._told, None, frozenset()
        if told is not None:
            with suppress(OSError, RuntimeError):
                told.close()


def _watch(folders: Folders, tick: float) -> "Generator[set[FileChange], None, None]":
    from watchfiles import watch  # noqa: PLC0415  # only who watches waits for it

    return watch(
        *(path for path, _ in folders),
        watch_filter=None,  # with one, a folder where much goes on would keep us from looking now and then
        debounce=_STEP_MS * 3,
        step=_STEP_MS,
        rust_timeout=int(tick * 1000),
        yield_on_timeout=True,
        recursive=False,
        ignore_permission_denied=True,
    )


def _places(paths: Iterable[str]) -> tuple[Folders, frozenset[str]]:
    """The folders to watch, and the names of files in them: those of links, and those of what they point to."""
    folders, names = set(), set()
    for path in paths:
        for each in {str(Path(path).absolute()), os.path.realpath(path)}:
            names.add(Path(each).name)
            folders.add(_standing(Path(each).parent))
    return frozenset(folders), frozenset(names)


def _standing(folder: Path) -> tuple[str, int]:
    """The folder, or the nearest above it that is there."""
    for each in (folder, *folder.parents):
        with suppress(OSError, ValueError):
            if each.is_dir():
                return str(each), each.stat().st_ino
    return folder.anchor or ".", 0
