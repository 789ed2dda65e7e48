"""Names that stand in a map or codebook, at a glance: for the shell, which waits between two keys.

A text is looked over line by line: that takes a moment, needs none of the rooms that check or compare, and works while
a map is half written. Only where a section stands on one line, in braces, the YAML is read.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

Entry = tuple[str, str, str]
"""The section of what is defined, its key, and its first words."""

_MOST_BYTES: Final = 2_000_000  # of a file that is looked over
_MOST_READ: Final = 200_000  # characters that are read as YAML: a tenth of a second
_LONGEST: Final = 50  # characters that are said of a name: shells cut at the screen's edge

_SECTION: Final = re.compile(r"([a-z-]+):\s*(?:#.*)?$")
_ENTRY: Final = re.compile(r"(\s+)([\"']?)([a-z0-9]+(?:-[a-z0-9]+)*)\2:(?=\s|$)\s*(.*)")
_CODEBOOK: Final = re.compile(r"^codebook:\s*[\"']?([^\s\"'#{][^\"'#\n]*)", re.MULTILINE)
_TEXT: Final = re.compile(r"(?:text|name|title):\s*[\"']?(.+)")
_TEXT_INSIDE: Final = re.compile(r"[{,]\s*(?:text|name|title):\s*[\"']?([^\"'}]+?)\s*(?:[\"'}]|,\s*[a-z]+:)")
_BLOCK: Final = re.compile(r"[|>][+\-\d]*\s*(?:#.*)?")
_SECTIONS: Final = ("statements", "sources", "actors", "factors", "propositions", "places", "roles")
_IN_BRACES: Final = re.compile(rf"^\ufeff*\s*\{{|^(?:codebook|{'|'.join(_SECTIONS)}):\s*\{{", re.MULTILINE)


def codebook_of(path: Path) -> Iterator[Path]:
    """The codebook that a map names, if it is there."""
    for found in _CODEBOOK.finditer(text_of(path)):
        book = path.parent / found[1].strip()
        if book.is_file():
            yield book


def entries(path: Path) -> list[Entry]:
    """What a map or codebook defines, as far as it can be told."""
    text = text_of(path)
    found = list(_looked_over(text))
    if _IN_BRACES.search(text) and len(text) <= _MOST_READ:
        known = {entry[:2] for entry in found}
        found += [entry for entry in _read(text) if entry[:2] not in known]
    return found


def text_of(path: Path) -> str:
    """The text of a file, the beginning of one that is too long."""
    with path.open("rb") as file:
        return file.read(_MOST_BYTES).decode("utf-8", "replace")


def _looked_over(text: str) -> Iterator[Entry]:
    section = depth = ""
    open_: Entry | None = None  # an entry of which nothing is said yet
    folded = False  # whether its words stand on the next line
    for line in text.splitlines():
        if open_ and folded and line.strip() and line[0] in " \t":
            yield (*open_[:2], _short(line))
            open_ = None
        folded = folded and not line.strip()
        head = _SECTION.match(line)
        entry = _ENTRY.match(line) if section and not head else None
        if head or line[:1].strip(" \t#"):
            section, depth = head[1] if head else "", ""
        elif entry and entry[1] == (depth or entry[1]):
            if open_:
                yield open_
            depth, open_ = entry[1], (section, entry[3], _said(entry[4]))
            folded = bool(_BLOCK.fullmatch(entry[4]))
            if open_[2] and not folded:
                yield open_
                open_ = None
        elif open_ and (said := _TEXT.match(line.strip())):
            folded = bool(_BLOCK.fullmatch(said[1]))
            if not folded:
                yield (*open_[:2], _short(said[1]))
                open_ = None
    if open_:
        yield open_


def _said(rest: str) -> str:
    """What stands behind a key on its line: the text itself, or the one in braces."""
    if rest.startswith("{"):
        inside = _TEXT_INSIDE.search(rest)
        return _short(inside[1]) if inside else ""
    return "" if rest.startswith("#") or _BLOCK.fullmatch(rest) else _short(rest)


def _short(text: str) -> str:
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split()).strip("\"'")
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"


def _read(text: str) -> Iterator[Entry]:
    """The same of a text that is YAML as a whole; nothing of another."""
    import yaml  # noqa: PLC0415  # most maps have their sections on lines of their own

    try:
        data = yaml.load(
            text.lstrip("\ufeff"), Loader=yaml.CBaseLoader
        )  # the base loader makes texts, and nothing else
    except (yaml.YAMLError, ValueError, RecursionError):
        return
    yield from _defined(data)
    yield from _defined(data.get("codebook") if isinstance(data, dict) else None)


def _defined(data: Any) -> Iterator[Entry]:
    for section in _SECTIONS:
        held = data.get(section) if isinstance(data, dict) else None
        for key, entry in held.items() if isinstance(held, dict) else ():
            said = (
                next((entry[field] for field in ("text", "name", "title") if field in entry), "")
                if isinstance(entry, dict)
                else entry
            )
            if isinstance(key, str):
                yield section, key, _short(said) if isinstance(said, str) else ""
