"""How files look from outside, and what they hold: two ways to see whether one was changed."""

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from argmap.files import MAX_BYTES

Stamp = tuple[int, int, int]
"""When a file was written, how large it is, and which one it is: a save by renaming puts another in its place."""

Looks = Mapping[str, Stamp | None]
"""The stamps of files by path; None where there is no file."""

Contents = Mapping[str, str | None]
"""A digest of what files hold, by path; None where there is no file that can be read."""


def looks(paths: Iterable[str]) -> Looks:
    """How files look now; links are followed."""
    return {path: _stamp(path) for path in paths}


def contents(paths: Iterable[str]) -> Contents:
    """What files hold now, as far as two contents can be told apart."""
    return {path: _digest(path) for path in paths}


def _stat(path: str) -> os.stat_result | None:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def _stamp(path: str) -> Stamp | None:
    found = _stat(path)
    return (found.st_mtime_ns, found.st_size, found.st_ino) if found else None


def _digest(path: str) -> str | None:
    found = _stat(path)
    if not found:
        return None
    if found.st_size > MAX_BYTES:  # refused by who reads it; how it looks is enough
        return f"{found.st_size} {found.st_mtime_ns}"
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "closed"  # there, but not for us: reading says why


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a save to be over, in seconds.

    Attributes:
        quiet: So long nothing may happen: editors write a file in several steps.
        missing: So long a file may be missing that was there: some take it away before they write it anew.
        longest: No wait is longer, whatever happens.
        step: How often to look.
    """

    quiet: float = 0.15
    missing: float = 0.3
    longest: float = 3.0
    step: float = 0.03


PATIENCE = Patience()
