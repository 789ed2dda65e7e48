"""The server on standard input and output."""

import logging
import os
import sys

from argmap.editor.server import completing, documents, mending, names, showing
from argmap.editor.server.features import register
from argmap.editor.server.session import Server


def make(version: str) -> Server:
    """A server that knows every message; it is not running yet."""
    server = Server(version)
    for room in (documents, completing, showing, names, mending):
        register(server, room.FEATURES)
    return server


def serve(version: str) -> int:
    """Serve the editor on standard input and output until it says goodbye; the exit code.

    Whatever else prints would break the protocol, so standard output becomes standard error for all but it.
    """
    sys.stdout.flush()
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # it logs answers, too, that say what is wrong
    server = make(version)
    server.start_io(sys.stdin.buffer, out)
    server.checks.stop()
    return 0 if server.asked_to_stop else 1
