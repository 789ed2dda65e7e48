"""Between the addresses of an editor's documents and the paths of files."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote, urlsplit

_DRIVE: Final = re.compile(r"/[A-Za-z]:")


def path_of(uri: str) -> Path | None:
    """The file an address names, resolved; None for what is no file, such as ``untitled:Untitled-1``."""
    try:
        parts = urlsplit(uri)
        if parts.scheme != "file":
            return None
        path = unquote(parts.path)
        if parts.netloc and parts.netloc != "localhost":
            path = f"//{parts.netloc}{path}"
        elif os.name == "nt" and _DRIVE.match(path):
            path = path[1:]
        return _usable(Path(path).resolve()) if path else None
    except (ValueError, OSError):  # a broken address, a NUL in a path, a name longer than names may be
        return None


def _usable(path: Path) -> Path:
    """The path, of a file that is there or may be some day; else raises OSError."""
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        os.stat(path)  # noqa: PTH116  # of whatever stands for a path
    return path


def uri_of(path: str | Path) -> str:
    """The address of a file."""
    plain = str(path).replace("\\", "/") if os.name == "nt" else str(path)
    host, plain = ("", plain) if not plain.startswith("//") else plain[2:].partition("/")[::2]
    return f"file://{host}/{quote(plain.lstrip('/'), safe='/:~')}"
