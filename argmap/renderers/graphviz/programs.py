"""Graphviz as a program on the PATH, where there is no library or the user prefers the system's."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from typing import Final

from argmap.errors import DrawingFailed
from argmap.renderers.graphviz.in_process import Program

_NO_GRAPHVIZ: Final = (
    "no Graphviz found: pip install pygraphviz, or install the programs of https://graphviz.org on the PATH"
)


def has_program() -> bool:
    """Whether a Graphviz that can draw is on the PATH."""
    return bool(shutil.which("neato") or shutil.which("dot"))


def by_program(
    dot: str, kind: str, dpi: int, env: Mapping[str, str] | None, program: Program, *, limit: float
) -> tuple[bytes, str]:
    """What Graphviz made of it, and what it said, likewise.

    Raises:
        DrawingFailed: There is none, it cannot be started, or it took more than `limit` seconds.
    """
    neato, layout = shutil.which("neato"), shutil.which("dot")
    if not (neato or layout):
        raise DrawingFailed(_NO_GRAPHVIZ)
    if program == "dot":
        command = [layout] if layout else [str(neato), "-Kdot"]
    else:
        command = [*([neato] if neato else [str(layout), "-Kneato"]), "-n2"]
    return _execute([*command, f"-T{kind}", *([f"-Gdpi={dpi}"] if dpi else [])], dot.encode(), env, limit)


def _execute(command: Sequence[str], given: bytes, env: Mapping[str, str] | None, limit: float) -> tuple[bytes, str]:
    try:
        done = subprocess.run(  # no shell; the drawing goes in by standard input
            command,
            input=given,
            capture_output=True,
            timeout=limit,
            env={**os.environ, **(env or {})},
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise DrawingFailed(f"the drawing took longer than {limit:g} seconds; draw fewer statements") from problem
    except OSError as problem:
        raise DrawingFailed(f"{command[0]} could not be started: {problem}") from problem
    return done.stdout, done.stderr.decode(errors="replace")
