"""Graphviz in a process of its own: large or delicate drawings, whose crash or hang is to end there."""

import atexit
import base64
import json
import math
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Final

from argmap.errors import DrawingFailed
from argmap.renderers.graphviz.in_process import Program, by_library

_SERVE: Final = "import sys; sys.path[:] = sys.argv[1:]; from argmap.renderers.graphviz.child import serve; serve()"


def by_child(
    dot: str, kind: str, dpi: int, env: Mapping[str, str] | None, program: Program, *, limit: float
) -> tuple[bytes, str]:
    """What Graphviz made of it, and what it said, from the child that has these fonts.

    Args:
        dot: The text to draw.
        kind: Graphviz' name of the kind of file.
        dpi: Pixels an inch; 0 for its own choice.
        env: ``FONTCONFIG_FILE``, where it is not the system's.
        program: What places boxes.
        limit: Seconds it may take.

    Raises:
        DrawingFailed: It took longer, or Graphviz crashed.
    """
    config = (env or {}).get("FONTCONFIG_FILE", "")
    order = json.dumps({"dot": dot, "format": kind, "dpi": dpi, "program": program, "limit": limit})
    answer = _child(config, os.getpid()).ask(order, limit=limit)
    return base64.b64decode(answer["data"]), answer["said"]


@cache
def _child(config: str, _pid: int) -> "Child":
    """One child for each set of fonts, and for each process: a fork does not share pipes."""
    return Child({"FONTCONFIG_FILE": config} if config else {})


def command() -> list[str]:
    """What starts a child: it finds modules where this process does, but none in the working directory unasked."""
    alone = "-I" if sys.flags.isolated else "-P"
    return [sys.executable, alone, "-c", _SERVE, *(place for place in sys.path if place)]


class Child:
    """A process that measures and draws one order after the other, started at the first and again after a crash."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = {**os.environ, **env, "PYTHONIOENCODING": "utf-8"}
        self.process: subprocess.Popen[str] | None = None
        self._turn = threading.Lock()
        self._owner = os.getpid()
        atexit.register(self.end)

    def ask(self, order: str, *, limit: float) -> dict[str, str]:
        """The answer to one order, a line of JSON each.

        Raises:
            DrawingFailed: It took more than `limit` seconds, Graphviz crashed, or no process could be started.
        """
        with self._turn:
            process, late = self._started(), threading.Event()

            def stop() -> None:
                late.set()  # before the end of the process is seen, so that it is not taken for a crash
                process.kill()

            alarm = threading.Timer(limit, stop)
            alarm.start()
            try:
                assert process.stdin is not None
                assert process.stdout is not None
                process.stdin.write(order + "\n")
                process.stdin.flush()
                line = process.stdout.readline()
            except OSError:
                line = ""
            except BaseException:  # Ctrl-C: the answer to this order must not be taken for that to the next
                self.end()
                raise
            finally:
                alarm.cancel()
            if not line:
                self.end()
        if not line:
            raise DrawingFailed(
                f"the drawing took longer than {limit:g} seconds; draw fewer statements"
                if late.is_set()
                else "Graphviz crashed while it drew this"
            )
        answer: dict[str, str] = json.loads(line)
        return answer

    def end(self) -> None:
        """Stop the process, if it runs and is ours: a fork of us does not wait for it."""
        process, self.process = self.process, None
        if process is not None and os.getpid() == self._owner:
            process.kill()
            process.communicate()

    def _started(self) -> subprocess.Popen[str]:
        if self.process is None:
            try:
                self.process = subprocess.Popen(
                    command(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=self.env,
                    encoding="utf-8",
                )
            except OSError as problem:
                raise DrawingFailed(f"no second Python could be started for a large drawing: {problem}") from problem
        return self.process


def serve() -> None:
    """Orders from standard input, a line each, answered on standard output."""
    for line in sys.stdin:
        order = json.loads(line)
        with _ended_after(order.get("limit", 0)):
            data, said = by_library(order["dot"], order["format"], order["dpi"], order.get("program", "nop2"))
        print(json.dumps({"data": base64.b64encode(data).decode(), "said": said}), flush=True)


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """The process ends by itself some time later than whoever asked would end it: they may be gone by then."""
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(2 * seconds))
    try:
        yield
    finally:
        if hasattr(signal, "alarm"):
            signal.alarm(0)
