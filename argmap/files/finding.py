"""Looks through folders for maps, codebooks and alignments."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from argmap.files.decoding import MAX_BYTES, bytes_of, why

MAX_FOUND: Final = 5_000  # files of a folder that are looked at: more is no folder of maps
MAX_FOLDERS: Final = 4_000  # of which names are looked at: somebody's whole disk is no project
_DOCUMENTS: Final = (".yaml", ".yml", ".tsv")
_NOT_ENTERED: Final = frozenset({"node_modules", "venv", "__pycache__", "site-packages"})
_TABLE: Final = re.compile(r"^\s*\[\s*tool\s*\.\s*argmap\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a folder.

    Attributes:
        paths: The files that may be maps, codebooks or alignments by their names, in order.
        left: Folders that could not be looked into, each with the reason.
        cut: Whether there are more than were looked at.
    """

    paths: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...] = ()
    cut: bool = False


def find_documents(folder: Path, endings: tuple[str, ...] = _DOCUMENTS) -> Found:
    """The YAML and TSV files in a folder and below, or those with other endings, each once, by resolved path.

    Hidden folders and those of installed packages are not entered, nor are links to folders: what they point to is
    another place, or this one again.
    """
    found: dict[Path, None] = {}
    left: list[tuple[Path, str]] = []
    walk = os.walk(folder, onerror=lambda error: left.append((Path(str(error.filename)), why(error))))
    for count, (at, folders, names) in enumerate(walk):
        if count == MAX_FOLDERS:
            return Found(tuple(found), tuple(left), cut=True)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NOT_ENTERED)
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(endings):
                path = Path(at, name)
                if len(found) == MAX_FOUND:
                    return Found(tuple(found), tuple(left), cut=True)
                if path.is_file():  # not a pipe, which would wait, nor a link to nowhere
                    found[path.resolve()] = None
    return Found(tuple(found), tuple(left))


def project_folder(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that is a project: it has argmap's settings, or is a repository of git.

    None where there is none.
    """
    return next((folder for folder in (start, *start.parents) if _is_project(folder)), None)


def _is_project(folder: Path) -> bool:
    try:
        if (folder / "argmap.toml").is_file() or (folder / ".git").exists():
            return True
        return bool(_TABLE.search((folder / "pyproject.toml").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return False


def may_mention(path: Path, word: str) -> bool:
    """Whether a word of ASCII letters may stand in a file that is no UTF-8, in whatever encoding; or in a folder."""
    try:
        data = bytes_of(str(path), MAX_BYTES, named_inside=True)
    except (OSError, ValueError):
        return True
    return any(word.encode(encoding) in data for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
