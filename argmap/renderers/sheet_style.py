"""Sizes of type and widths of columns on a comparison sheet, for a paper and a size of the body."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Paper = Literal["a4-portrait", "a4", "letter-portrait", "letter", "a3", "slide"]


@dataclass(frozen=True, slots=True)
class PaperSize:
    """What can be printed on, in points, and the sizes of type that can be read there.

    Attributes:
        body: Sizes of the running text to try, largest first; the last is the smallest that can be read.
        small: Quotations, notes and the foot are never smaller.
        full: The paper with its margins.
        slide: Whether each group has a sheet of its own, as large as the screen.
    """

    width: float
    height: float
    body: tuple[float, ...]
    small: float
    full: tuple[float, float]
    slide: bool = False


def _sizes(largest: float, smallest: float) -> tuple[float, ...]:
    return tuple(largest - i / 2 for i in range(int((largest - smallest) * 2) + 1))


PAPERS: Final[Mapping[Paper, PaperSize]] = {
    "a4-portrait": PaperSize(540, 785, _sizes(10.5, 8), 6.5, (595, 842)),
    "a4": PaperSize(785, 540, _sizes(10.5, 8), 6.5, (842, 595)),
    "letter-portrait": PaperSize(554, 734, _sizes(10.5, 8), 6.5, (612, 792)),
    "letter": PaperSize(734, 554, _sizes(10.5, 8), 6.5, (792, 612)),
    "a3": PaperSize(1130, 785, _sizes(14, 8), 6.5, (1191, 842)),
    "slide": PaperSize(914, 497, _sizes(15, 12), 10, (960, 540), slide=True),
}


@dataclass(frozen=True, slots=True)
class Style:
    """Everything measured in points on one sheet, from the size of its running text."""

    paper: PaperSize
    body: float

    @property
    def small(self) -> float:
        """Quotations, notes and glosses."""
        return max(self.paper.small, self.body - 1)

    @property
    def foot(self) -> float:
        """Sources and what is not on the page."""
        return max(self.paper.small, self.body - 2)

    @property
    def title(self) -> float:
        """The title; it wraps rather than shrinks."""
        return round(self.body * 1.6)

    @property
    def heading(self) -> float:
        """Names of authors and headings of groups."""
        return self.body + 3

    @property
    def mark(self) -> float:
        """The signs between the columns."""
        return self.body + 8

    @property
    def gutter(self) -> float:
        """The width a sign stands in."""
        return round(self.body * 2.4)

    @property
    def middle(self) -> float:
        """The width of the middle column."""
        return round((self.paper.width - 2 * self.gutter) * 0.27)

    @property
    def side(self) -> float:
        """The width of an author's column."""
        return (self.paper.width - self.middle - 2 * self.gutter) / 2

    @property
    def pad(self) -> float:
        """Between a frame and its text."""
        return round(self.body * 0.6)

    @property
    def gap(self) -> float:
        """Between rows."""
        return round(self.body * 0.55)

    @property
    def lefts(self) -> tuple[float, float, float, float, float]:
        """Where the columns begin: A, sign, middle, sign, B."""
        a = self.side
        return 0, a, a + self.gutter, a + self.gutter + self.middle, a + 2 * self.gutter + self.middle
