"""The files `argmap check` is to look at: those that are named, and the maps and codebooks in folders that are."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from argmap import files
from argmap.cli import terminal
from argmap.cli.unusable import Unusable, missing
from argmap.files import MAX_BYTES

_YAML: Final = (".yaml", ".yml")
_VERSION: Final = re.compile(rb"^(?:\{[ \t]*)?[\"']?argmap(-codebook)?[\"']?[ \t]*:", re.MULTILINE)
_MARKS: Final = b"\xef\xbb\xbf\xff\xfe"  # of byte order
_STATEMENTS: Final = re.compile(rb"^[\"']?statements[\"']?[ \t]*:", re.MULTILINE)
_OTHERS: Final = re.compile(rb"^[\"']?(article|codebook|id)[\"']?[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a call names.

    Attributes:
        names: The files to check, in order, each once.
        absent: Whether a name is that of nothing; it was told.
        folders: Whether a folder is among the names.
    """

    names: tuple[str, ...]
    absent: bool = False
    folders: bool = False


def wanted(given: Sequence[str], *, every: bool = False) -> Wanted:
    """The files that names stand for; a name that stands for none is told of, and the others are looked at.

    Args:
        given: The names of files and folders.
        every: Whether all YAML files of a folder are wanted, and not only those that say they are maps or codebooks.

    Raises:
        Unusable: All that is named are folders, and there is nothing wanted in any.
    """
    names: list[str] = []
    absent = folders = False
    for name in dict.fromkeys(given):
        if name.strip() and name != "-" and Path(name).is_dir():
            folders = True
            names += _in_folder(name, every=every)
        elif complaint := missing(name):
            absent = True
            terminal.tell(str(complaint))
        else:
            names.append(name)
    if folders and not names and not absent:
        where = " or ".join(repr(name) for name in dict.fromkeys(given)) if list(given) != ["."] else "this folder"
        hint = '`argmap new "Title of the article" -o my-map.yaml` writes one to fill in'
        raise Unusable(f"there is no map or codebook in {where}", hint=hint)
    return Wanted(tuple(_different(names)), absent, folders)


def _in_folder(name: str, *, every: bool) -> list[str]:
    """The maps and codebooks in a folder and below, or every YAML file; how many there are of each is told."""
    found = files.find_documents(Path(name))
    for folder, why in found.left:
        terminal.tell(f"{str(folder)!r} was not looked into: {why}")
    if found.cut:
        terminal.tell(f"{name!r} holds more than {files.MAX_FOUND} files; the rest was not looked at")
    looked_at = [path for path in found.paths if path.suffix.lower() in _YAML]
    maps = looked_at if every else [path for path in looked_at if _is_map(path)]
    if every:
        terminal.tell(f"{name!r}: {counted(len(maps), 'YAML file')}")
    else:
        terminal.tell(f"{name!r}: {counted(len(maps), 'map or codebook', 'maps and codebooks')}{_of(len(looked_at))}")
    return [_shown(path, name) for path in maps]


def _of(count: int) -> str:
    return f" among {counted(count, 'YAML file')}" if count else ""


def counted(n: int, one: str, more: str = "") -> str:
    """A number of things.

    >>> counted(2, "map")
    '2 maps'
    """
    return f"{n} {one if n == 1 else more or f'{one}s'}"


def _is_map(path: Path) -> bool:
    """Whether a file says that it is a map or codebook, or has what only a map has; other YAML is nobody's mistake.

    What cannot be read is taken for one, so that it is told of.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        return True
    data = data.lstrip(_MARKS).replace(b"\0", b"").replace(b"\r", b"\n")  # UTF-16 is refused later, with a place
    return bool(_VERSION.search(data) or (_STATEMENTS.search(data) and _OTHERS.search(data)))


def _shown(path: Path, folder: str) -> str:
    """The path as a person would have written it behind the folder's name."""
    real = Path(folder).resolve()
    inside = path.relative_to(real) if path.is_relative_to(real) else None
    return os.path.normpath(Path(folder, inside)) if inside else str(path)


def _different(names: Sequence[str]) -> list[str]:
    """The names, without those that name a file again in another way."""
    found: dict[str | Path, str] = {}
    for name in names:
        found.setdefault(name if name == "-" else Path(name).resolve(), name)
    return list(found.values())
