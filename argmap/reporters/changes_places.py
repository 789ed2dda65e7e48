"""Where the parts of two versions stand in their files."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from argmap.diagnostics import Where

Side = Literal["old", "new"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands in a file."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


Places = Callable[[Side, Where], Spot | None]
"""Where a part of a version stands; None where that is not known."""


def nowhere(side: Side, where: Where) -> None:  # it has the shape of `Places`
    """The place of a part of a version that was built in Python: none."""
