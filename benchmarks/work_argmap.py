"""One piece of argmap's work in a process of its own; prints how long the work alone took, imports aside.

python benchmarks/work_argmap.py load|check|compare|suggest MAP [MAP]
"""

import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final

import argmap


def _suggest(left: str, right: str) -> object:
    from argmap.comparison.alignment.suggest import suggest  # noqa: PLC0415  # only this work needs it

    return suggest(argmap.load(left), argmap.load(right))


WORK: Final[Mapping[str, Callable[..., object]]] = {
    "load": argmap.load,
    "check": argmap.check,
    "compare": argmap.compare,
    "suggest": _suggest,
}

MODULES: Final[Mapping[str, tuple[str, ...]]] = {
    "load": ("argmap.api",),
    "check": ("argmap.api", "argmap.checks.catalogue"),
    "compare": ("argmap.api", "argmap.comparison"),
    "suggest": ("argmap.api", "argmap.comparison.alignment.suggest"),
}
"""What each imports; that is no part of the time in process."""

if __name__ == "__main__":
    work = WORK[sys.argv[1]]
    for module in MODULES[sys.argv[1]]:
        import_module(module)
    start = time.perf_counter()
    work(*sys.argv[2:])
    print(f"in-process seconds: {time.perf_counter() - start:.4f}")
