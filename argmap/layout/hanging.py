"""Columns of a shallow tree: a heading each, and below it boxes that hang on a line at its left."""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of one width side by side in the middle of a page."""

    count: int
    page: float
    gap: float
    widest: float

    @property
    def width(self) -> float:
        """Of each of them."""
        return int(min((self.page - self.gap * (self.count - 1)) / self.count, self.widest))

    def left(self, index: int) -> float:
        """Where a column begins."""
        whole = self.count * self.width + (self.count - 1) * self.gap
        return (self.page - whole) / 2 + index * (self.width + self.gap)


def from_trunk(foot: Point, head: Point, bus: float) -> tuple[Point, ...]:
    """The way from a foot down to a line across, and from there to a head; straight where one is above the other."""
    if abs(foot[0] - head[0]) < 0.5:
        return (foot, (foot[0], head[1]))
    return (foot, (foot[0], bus), (head[0], bus), head)


def to_hanging(foot: Point, edge: Point) -> tuple[Point, ...]:
    """The way from a foot down, and across to the left edge of a box."""
    return (foot, (foot[0], edge[1]), edge)
