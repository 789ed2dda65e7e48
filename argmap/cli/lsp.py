"""`argmap lsp`: the language server, for editors."""

from argmap import __version__
from argmap.cli import terminal

_PARTS = frozenset({"pygls", "lsprotocol", "cattrs", "attrs", "attr"})


def run() -> int:
    """Serve an editor on standard input and output until it says goodbye."""
    try:
        from argmap.editor.server import serve  # noqa: PLC0415  # an optional part
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in _PARTS:
            raise
        terminal.tell("the language server needs a part that is not installed: pip install 'argmap[editor]'")
        return 2
    return serve(__version__)
