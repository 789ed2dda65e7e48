"""Input a command cannot use: said in one sentence with a way out, exit code 2."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")

_PICTURES: Final = (".svg", ".png", ".pdf", ".dot", ".mmd")
_FEW: Final = 4  # names that a line has room for


class Unusable(Exception):
    """What was asked for cannot be done; the message says why, `hint` what to do instead."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        self.hint = hint
        super().__init__(f"{message}; {hint}" if hint else message)


def require_files(names: Sequence[str]) -> None:
    """Raise `Unusable` for the first name that is no file; ``-`` is standard input and may be named once."""
    if list(names).count("-") > 1:
        raise Unusable("standard input can be read only once", hint="name a file for one of the two '-'")
    for name in names:
        complaint = missing(name)
        if complaint:
            raise complaint


def missing(name: str) -> Unusable | None:
    """The complaint about a name that is no file, with a file of a similar name if there is one."""
    if not name.strip():
        return Unusable(f"{name!r} is no name of a file", hint="name a map")
    if _ADDRESS.match(name):
        return Unusable(f"{name!r} is an address, not a path", hint="save the file and name it by its path")
    path = Path(name)
    if name == "-" or path.is_file() or path.is_fifo() or path.is_char_device():
        return None
    if path.is_dir():
        return Unusable(f"{name!r} is a folder", hint=_files_in(path))
    if any(mark in path.name for mark in "*?["):
        return Unusable(f"no file matches {name!r}", hint=_yaml_in(path.parent) or _begin(path.parent))
    return Unusable(f"there is no file {name!r}", hint=_near(path))


def _files_in(folder: Path) -> str:
    maps = sorted(str(p) for p in folder.glob("*.yaml"))
    return f"name files in it, such as {maps[0]!r}" if maps else f"there is no map in it; {_begin(folder)}"


def _begin(folder: Path) -> str:
    """How to begin a map in a folder."""
    where = "my-map.yaml" if folder == Path() else f"{folder.as_posix()}/"
    return f'`argmap new "Title of the article" -o {where}` writes one to fill in'


def _yaml_in(folder: Path) -> str:
    """What YAML a folder holds, by name where it is little; "" if none."""
    if not folder.is_dir():
        return f"there is no folder {str(folder)!r}"
    found = sorted(str(p) for p in folder.iterdir() if p.suffix.lower() in (".yaml", ".yml") and p.is_file())
    few = ", ".join(found[:_FEW]) + (f" and {len(found) - _FEW} more" if len(found) > _FEW else "")
    return f"there is {few}" if found else ""


def _near(path: Path) -> str:
    """``did you mean 'maps/koga-2023.yaml'?``, or which part of the path is missing, or what there is instead."""
    from argmap.text import nearest_name  # noqa: PLC0415  # only a wrong name needs it

    folder = path.parent
    if not folder.is_dir():
        return f"there is no folder {str(folder)!r}"
    if torn := [p for p in sorted(folder.iterdir()) if path.name in p.name.split() and p.is_file()]:
        return f"did you mean {str(torn[0])!r}? A name with blanks needs quotes"
    if path.suffix.lower() in _PICTURES:
        return f"a file to write is named behind -o: -o {path.as_posix()}"
    there = {p.stem: p for p in sorted(folder.iterdir()) if p.is_file()}
    alike = {stem: p for stem, p in there.items() if p.suffix == path.suffix}
    near = (
        alike.get(nearest_name(path.stem, alike)) or there.get(path.stem) or there.get(nearest_name(path.stem, there))
    )
    if near:
        return f"did you mean {str(near)!r}?"
    return (_yaml_in(folder) or _begin(folder)) if path.suffix.lower() in (".yaml", ".yml") else ""
