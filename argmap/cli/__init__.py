"""The command line: arguments in, text out, exit code. One module per verb, imported when the verb is called."""

import errno
import gc
import os
import sys
from collections.abc import Sequence
from typing import Final

from argmap.cli import starting, terminal

CANNOT: Final = 2  # the exit code of what could not be done: bad input, wrong usage
INTERRUPTED: Final = 130  # as shells report SIGINT
_NO_ROOM: Final = (errno.EBADF, errno.EFBIG, errno.EIO, errno.ENOSPC)
PIPE_CLOSED: Final = 141  # as shells report SIGPIPE: 1 would read as "errors found"


def main(argv: Sequence[str] | None = None) -> int:
    """Run `argmap` with these arguments, by default those of the process, and return its exit code.

    0: done, nothing to report. 1: `check` found errors. 2: it could not be done. Nothing but a product goes to
    standard output, and no traceback is shown unless ``ARGMAP_DEBUG`` is set.
    """
    starting.lighten()
    try:
        terminal.speak_utf8()
        code = _run(list(sys.argv[1:] if argv is None else argv))
        terminal.finish()
    except KeyboardInterrupt:
        return INTERRUPTED
    except (BrokenPipeError, terminal.PipeClosed):
        terminal.drop(sys.stdout, sys.stderr)
        return PIPE_CLOSED
    except Exception as problem:  # the one place where all is caught
        return _said(problem)
    finally:
        gc.enable()
        if argv is None:  # the process ends here, and takes 20 ms to look for waste in what it throws away as a whole
            gc.freeze()
    return code


def _run(argv: list[str]) -> int:
    from argmap.cli.plain import run_plainly  # noqa: PLC0415  # here, so that a failure to start is caught as well

    if (code := run_plainly(argv)) is not None:
        return code
    from argmap.cli.app import app  # noqa: PLC0415

    if "_ARGMAP_COMPLETE" in os.environ:
        from typer import completion  # noqa: PLC0415  # it knows how shells ask

        completion.completion_init()  # type: ignore[attr-defined]
    try:
        return int(app(args=argv, prog_name="argmap", standalone_mode=False) or 0)
    except SystemExit as end:
        if isinstance(end.__context__, OSError):  # typer's answer to a closed pipe
            raise terminal.PipeClosed from end
        return end.code if isinstance(end.code, int) else CANNOT
    except Exception as problem:
        from argmap.cli.misuse import is_misuse, misused  # noqa: PLC0415  # most calls are understood

        if not is_misuse(problem):
            raise
        terminal.tell(misused(problem, argv))
        return CANNOT


def _said(problem: Exception) -> int:
    """The exit code of a problem, which is told of if that is still possible."""
    try:
        _say(problem)
        terminal.finish()
    except (terminal.StreamFailed, terminal.PipeClosed):
        pass  # there is nowhere left to say it
    else:
        if not isinstance(problem, terminal.StreamFailed):
            return CANNOT
    terminal.drop(sys.stdout, sys.stderr)
    return CANNOT


def _say(problem: Exception) -> None:
    """Put a problem into words on standard error."""
    from argmap.cli.unusable import Unusable  # noqa: PLC0415
    from argmap.errors import ArgmapError, InvalidMap  # noqa: PLC0415

    if os.environ.get("ARGMAP_DEBUG"):
        raise problem
    if isinstance(problem, InvalidMap):
        from argmap.cli.problems import show_problems  # noqa: PLC0415

        show_problems(problem.diagnostics)
    elif isinstance(problem, Unusable | ArgmapError | terminal.StreamFailed):
        terminal.tell(str(problem))
    elif isinstance(problem, OSError):
        where = f"{problem.filename!r}: " if problem.filename else ""
        if not where and problem.errno in _NO_ROOM:  # typer's help goes to standard output past `terminal`
            where = "standard output cannot be written: "
        terminal.tell(f"{where}{(problem.strerror or str(problem)).lower()}")
    else:
        terminal.tell(
            f"internal error: {type(problem).__name__}: {problem}\n"
            "This is a mistake in argmap, not in your files. Please report it with the command you typed;\n"
            "with ARGMAP_DEBUG=1 the same command shows where it happened."
        )
