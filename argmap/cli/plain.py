"""The short way to a verb: a call that names maps and nothing else needs no parser.

Importing typer and building one verb takes about as long as comparing two maps does. Where options, help or completion
are asked for, or anything is unclear, typer answers; a call means the same either way, as the defaults of `run` are
those of the declaration (a test compares them).
"""

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Final


def run_plainly(argv: Sequence[str]) -> int | None:
    """The exit code of a call without options; None where it is not one, and nothing was done."""
    verb, *names = argv or [""]
    fits = PLAIN.get(verb)
    if fits is None or not fits[0] <= len(names) or any(name.startswith("-") and name != "-" for name in names):
        return None
    if os.name == "nt" or "_ARGMAP_COMPLETE" in os.environ:  # there patterns such as *.yaml are typer's to expand
        return None
    return fits[1](names)


def _check(names: Sequence[str]) -> int:
    from argmap.cli import check  # noqa: PLC0415

    return check.run(names)


def _compare(names: Sequence[str]) -> int:
    from argmap.cli import compare  # noqa: PLC0415

    return compare.run(names)


PLAIN: Final[Mapping[str, tuple[int, Callable[[Sequence[str]], int]]]] = {
    "check": (1, _check),
    "compare": (2, _compare),
}
"""The verbs that take nothing but names of files: how many at least, and what runs them."""
