"""Paper and slides: the space a drawing may take, and how small its type may get."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Paper:
    """Usable width and height in points, the smallest body that can be read, and the largest that is of use."""

    name: str
    width: float
    height: float
    least_pt: float = 8
    most_pt: float = 14

    @property
    def endless(self) -> bool:
        """Whether drawings keep their own size, however large."""
        return self.width == float("inf")


def _inches(name: str, width: float, height: float, least_pt: float = 8, most_pt: float = 14) -> Paper:
    return Paper(name, width * 72, height * 72, least_pt, most_pt)


PAPERS: Final[Mapping[str, Paper]] = MappingProxyType(
    {
        p.name: p
        for p in (
            _inches("a4", 10.9, 7.5),
            _inches("a4-portrait", 7.5, 10.9),
            _inches("letter", 10.2, 7.7),
            _inches("letter-portrait", 7.7, 10.2),
            _inches("slide", 12.7, 6.9, 12, 24),
            _inches("a3", 15.7, 10.9),
            _inches("a3-portrait", 10.9, 15.7),
            _inches("poster", 32.3, 22.6, 18, 48),
            Paper("fit", float("inf"), float("inf"), 0, 11),
        )
    }
)
"""By name: the sheet less the margins that every printer needs; ``poster`` is A1."""
