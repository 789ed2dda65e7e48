"""AM52x of a map: advice for learners, given where it is asked for (`check --teach`)."""

from collections.abc import Callable, Iterator
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap

TEACHING_CHECKS: Final[tuple[Callable[[ArgumentMap], Iterator[Diagnostic]], ...]] = ()
"""The checks behind teaching advice, in the order of their codes."""
