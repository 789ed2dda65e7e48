"""Graphviz inside this process, through the library that comes with argmap."""

import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Literal

Program = Literal["nop2", "dot"]
"""What places boxes: nothing, as they have their places, or Graphviz' `dot`."""

_LOCK: Final = threading.RLock()  # the library and its messages on stderr belong to the whole process
if hasattr(os, "register_at_fork"):  # a fork amid a drawing would have its locks, and its messages for stderr
    os.register_at_fork(before=_LOCK.acquire, after_in_parent=_LOCK.release, after_in_child=_LOCK.release)


def by_library(dot: str, kind: str, dpi: int, program: Program = "nop2") -> tuple[bytes, str]:
    """What Graphviz made of it, and what it said; no bytes where it failed."""
    import pygraphviz  # noqa: PLC0415  # 80 ms that only drawings need

    with _LOCK, _messages() as said:
        try:
            graph = pygraphviz.AGraph(string=dot)
            try:
                data = graph.draw(format=kind, prog=program, args=f"-Gdpi={dpi}" if dpi else "")
            finally:
                graph.close()
        except (ValueError, OSError, pygraphviz.DotError) as problem:
            said.append(f"Error: {problem}")
            data = b""
    return data, "\n".join(said)


@contextmanager
def _messages() -> Iterator[list[str]]:
    """What C writes to stderr meanwhile: kept from the terminal, as only there Graphviz says why a label failed."""
    said: list[str] = []
    try:
        kept = os.dup(2)
    except OSError:  # no stderr at all, as under pythonw
        yield said
        return
    if sys.stderr:
        sys.stderr.flush()
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 2)
        try:
            yield said
        finally:
            if sys.stderr:
                sys.stderr.flush()
            os.dup2(kept, 2)
            os.close(kept)
        file.seek(0)
        said.insert(0, file.read().decode(errors="replace"))
