"""Sizes of type and widths of columns on a comparison sheet, for a paper and a size of the body."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from types import MappingProxyType
from typing import Final

from argmap.layout.paper import Paper

FULL: Final[Mapping[str, tuple[float, float]]] = MappingProxyType(
    {
        "a4": (842, 595),
        "a4-portrait": (595, 842),
        "letter": (792, 612),
        "letter-portrait": (612, 792),
        "slide": (960, 540),
        "a3": (1191, 842),
        "a3-portrait": (842, 1191),
        "poster": (2384, 1684),
    }
)
"""Paper with its margins, in points: width and height."""

_ENDLESS_WIDTH: Final = 540.0
_ENDLESS_BODY: Final = 10.0


@dataclass(frozen=True, slots=True)
class Style:
    """Everything measured in points on one sheet, from the size of its running text.

    `share` is what the middle column takes of the width, and a sheet in `short` leaves less room around what is said.
    """

    paper: Paper
    body: float
    short: bool = False
    share: float = 0

    @property
    def width(self) -> float:
        """What a sheet is wide."""
        return _ENDLESS_WIDTH if self.paper.endless else self.paper.width

    @property
    def own_sheets(self) -> bool:
        """Whether every group has a sheet of its own, with the foot at the lower edge: on slides."""
        return self.paper.name == "slide"

    @property
    def least(self) -> float:
        """The smallest type: 6.5 on what is read in the hand, 10 on a slide."""
        return 6.5 if self.paper.least_pt <= 8 else round(self.paper.least_pt * 5 / 6, 1)

    @property
    def small(self) -> float:
        """Quotations, notes and glosses."""
        return max(self.least, self.body - 0.75)

    @property
    def foot(self) -> float:
        """Sources and what is not on the page."""
        return self.least if self.own_sheets else max(self.least, self.body - 1.5)

    @property
    def title(self) -> float:
        """The title; it wraps rather than shrinks."""
        return self.body + 6

    @property
    def heading(self) -> float:
        """Names of authors and headings of groups."""
        return self.body + 3

    @property
    def name(self) -> float:
        """A name too long for its head."""
        return self.body + 1.5

    @property
    def mark(self) -> float:
        """The signs between the columns."""
        return self.body + 7.5

    @property
    def sizes(self) -> frozenset[float]:
        """All sizes of type in use."""
        return frozenset({self.body, self.small, self.foot, self.title, self.heading, self.name, self.mark})

    @property
    def gutter(self) -> float:
        """The width a sign stands in."""
        return round(self.body * (1.7 if self.short else 2.4))

    @property
    def middle(self) -> float:
        """The width of the middle column."""
        return round((self.width - 2 * self.gutter) * (self.share or (0.3 if self.own_sheets else 0.27)))

    @property
    def side(self) -> float:
        """The width of an author's column."""
        return (self.width - self.middle - 2 * self.gutter) / 2

    @property
    def pad(self) -> float:
        """Between a frame and its text."""
        return round(self.body * (0.5 if self.short else 0.6))

    @property
    def gap(self) -> float:
        """Between rows."""
        return round(self.body * (0.45 if self.short else 0.55))

    @property
    def lefts(self) -> tuple[float, float, float, float, float]:
        """Where the columns begin: A, sign, middle, sign, B."""
        a = self.side
        return 0, a, a + self.gutter, a + self.gutter + self.middle, a + 2 * self.gutter + self.middle


def bodies(paper: Paper) -> tuple[float, ...]:
    """Sizes of running text to try on a paper, largest first; the last is the smallest that can be read."""
    if paper.endless:
        return (_ENDLESS_BODY,)
    step = 0.75  # a whole dot of a screen: what Graphviz measures comes out nearest to the truth
    least = ceil(paper.least_pt / step)
    most = int(min(paper.most_pt, 1.5 * paper.least_pt) / step)
    return tuple(n * step for n in range(most, least - 1, -1))
