"""The file that was probably meant where a map names one that is not there."""

import os
from contextlib import suppress
from itertools import islice
from pathlib import Path, PurePath
from typing import Final

from argmap.text import nearest_name

_MOST: Final = 2000  # files of a folder that are looked at


def file_meant(folder: Path, inside: str) -> tuple[str, str]:
    """What to write in a map instead of a path that names no file: the help, and the path that was meant.

    That is a file of the same kind with a name nearly like it, or one of another kind with the same name. The only
    codebook or text that is there is named too. Outside the folder of the map nothing is looked at: the map of a
    stranger is not to tell what is there.
    """
    path = PurePath(inside)
    if path.is_absolute() or ".." in path.parts or not path.name:
        return "", ""
    stem, kind = _parted(path.name)
    names = _files_in(folder / path.parent)
    alike = {_parted(name)[0]: name for name in names if _parted(name)[1] == kind}
    others = {_parted(name)[0]: name for name in names}
    found = alike.get(nearest_name(stem, alike)) or others.get(stem)
    if found:
        meant = (path.parent / found).as_posix()
        return f"did you mean {meant!r}?", meant
    only = (path.parent / next(iter(alike.values()))).as_posix() if len(alike) == 1 else ""
    return (f"there is {only!r}" if only and kind not in ("", ".yaml", ".yml") else ""), ""


def _files_in(folder: Path) -> list[str]:
    with suppress(OSError, ValueError), os.scandir(folder) as entries:
        return sorted(entry.name for entry in islice(entries, _MOST) if entry.is_file())
    return []


def _parted(name: str) -> tuple[str, str]:
    """A name and its endings: ``town`` and ``.codebook.yaml``."""
    kind = "".join(PurePath(name).suffixes[-2:]).lower()
    return name[: len(name) - len(kind)], kind
