"""How wide the columns of a butterfly are, and where each stands across the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.diagram.boxes import Box, Seen
from argmap.diagram.butterfly import Butterfly, Wing
from argmap.layout.wings import Room
from argmap.renderers.pages.sheet_style import Style

SPINE: Final = 20.0  # between the question and the answers

_PITCH: Final = 7.0  # between lines side by side
_ARROW: Final = 13.0  # from the last of them to the box they end at
_WIDEST: Final = 27.0  # a column, in sizes of the type


@dataclass(frozen=True, slots=True)
class Across:
    """The columns of both wings, all of one width, with the question between them; all of it amid the page.

    A wing takes as many columns as it needs: what one author has little to say on leaves its room to the other.
    """

    width: float
    centre: float
    room: Room
    columns: tuple[int, int]

    def span(self, index: int) -> float:
        """How wide a wing is."""
        return self.room.left(self.columns[index] - 1) + self.room.column

    @property
    def middle(self) -> float:
        """The left edge of the question."""
        taken = self.span(0) + self.span(1) + self.centre + 2 * SPINE
        return (self.width - taken) / 2 + self.span(0) + SPINE

    def at(self, index: int, outward: float, width: float = 0) -> float:
        """A distance outward as one from the left edge; of a box with a width, where its left edge is."""
        if index == 0:
            return self.middle - SPINE - outward - width
        return self.middle + self.centre + SPINE + outward


def across(page: Butterfly, style: Style) -> Across:
    """The widest columns that the page has room for, up to what is easy to read."""
    centre = round(max(10.5 * style.body, 0.12 * style.width))
    channel = _ARROW + _PITCH * max([_groups(seen) for wing in page.wings for seen in _roots(wing)], default=1)
    left, right = (columns_of(wing) for wing in page.wings)
    free = style.width - centre - 2 * SPINE - (left + right - 2) * channel
    column = int(min(free / (left + right), _WIDEST * style.body))
    return Across(style.width, centre, Room(column, channel, max(6, round(0.7 * style.body)), _PITCH), (left, right))


def columns_of(wing: Wing) -> int:
    """How many columns of boxes a wing has."""
    return 1 + max(map(_steps_below, _roots(wing)), default=0)


def _roots(wing: Wing) -> Iterator[Seen]:
    for answer in wing.answers:
        yield from (branch.seen for branch in answer.branches)


def _steps_below(seen: Seen) -> int:
    return max((1 + _of_box(box) for box in seen.below), default=0)


def _of_box(box: Box) -> int:
    return max([*(1 + _of_box(doubt) for doubt in box.doubts), *(_steps_below(s) for s in box.statements), 0])


def _groups(seen: Seen) -> int:
    """How many lines stand side by side at most, below a statement of an answer; at least one has room."""
    inner = [_groups_of(box) for box in seen.below]
    return max([len({box.kind for box in seen.below}), *inner, 1])


def _groups_of(box: Box) -> int:
    own = sum(len({below.kind for below in s.below}) for s in box.statements) + bool(box.doubts)
    return max([own, *map(_groups_of, box.children)])
