"""`argmap lsp`: the language server, for editors."""

import sys
from typing import TextIO

from argmap import __version__
from argmap.cli import terminal

_PARTS = frozenset({"pygls", "lsprotocol", "cattrs", "attrs", "attr"})


def run() -> int:
    """Serve an editor on standard input and output until it says goodbye."""
    try:
        from argmap.editor.server.run import serve  # noqa: PLC0415  # an optional part
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in _PARTS:
            raise
        terminal.tell("the language server needs a part that is not installed: pip install 'argmap[editor]'")
        return 2
    if not all(_is_open(stream) for stream in (sys.stdin, sys.stdout, sys.stderr)):
        terminal.tell("the language server talks over standard input and output, and one of them is closed")
        return 2
    return serve(__version__)


def _is_open(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.fileno() >= 0
    except (OSError, ValueError):  # what stands for a closed one has no number
        return False
