"""What a conflict turns on as columns of boxes: one for each kind, on lines from the question."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from argmap.diagram.crux import Ground
from argmap.diagram.crux import Point as Disputed
from argmap.languages import Words
from argmap.layout.hanging import Columns, from_trunk, to_hanging
from argmap.layout.shape import Point
from argmap.renderers.pages.cells import Block, Cell, Setter
from argmap.renderers.pages.page import SizeOf, Spaced, Wire, band_height
from argmap.renderers.pages.table_markup import Frame
from argmap.theme import Accent, Theme

if TYPE_CHECKING:
    from argmap.layout.lines import Face

_INDENT: Final = 20.0  # of boxes that hang, and of those below them
_WIDEST: Final = 0.44  # of the page, for a column


def accent_of(theme: Theme, letter: str) -> Accent:
    """The colours of an author."""
    return theme.author_a if letter == "A" else theme.author_b


@dataclass(frozen=True, slots=True)
class GroundsSetter:
    """Sets everything that holds of the locus of a conflict."""

    grounds: tuple[Ground, ...]
    setter: Setter
    words: Words

    def placed(self, foot: Point, low: float, size_of: SizeOf) -> tuple[list[Spaced], list[Wire], float]:
        """A column for each kind, on a line from the foot of the question; and where the lowest ends.

        Nothing but the line stands above `low`.
        """
        s, t = self.setter.style, self.setter.theme
        columns = Columns(len(self.grounds), s.width, 2 * s.gap, _WIDEST * s.width)
        bus = max(low, foot[1]) + s.gap
        top = bus + 1.5 * s.gap
        found: list[Spaced] = []
        wires: list[Wire] = []
        line = {"color": t.ink, "penwidth": "1.6", "arrowhead": "none"}
        lowest = top
        for n, ground in enumerate(self.grounds):
            left, width = columns.left(n), columns.width
            head = self._heading(ground, left, width, first=n == 0)
            found.append((top, (head,)))
            wires.append(Wire("question", head.name, from_trunk(foot, (left + width / 2, top), bus), line))
            under = top + band_height((head,), size_of)
            at = under + s.gap
            for i, point in enumerate(self._shown(ground)):
                indent = _INDENT * (1 + min(point.depth, 3))
                cell = self._point(point, left + indent, width - indent, f"{head.name}-{i}")
                high = band_height((cell,), size_of)
                found.append((at, (cell,)))
                grip = at + min(high / 2, 1.2 * s.body)
                way = to_hanging((left + _INDENT / 2, under), (left + indent, grip))
                wires.append(Wire(head.name, cell.name, way, line))
                at += high + s.gap
            lowest = max(lowest, at)
        return found, wires, lowest

    def _shown(self, ground: Ground) -> list[Disputed]:
        more = [Disputed(self.words.say("crux.more", n=ground.left))] if ground.left else []
        return [*ground.points, *more]

    def _heading(self, ground: Ground, left: float, width: float, *, first: bool) -> Cell:
        s, t = self.setter.style, self.setter.theme
        room = width - 2 * s.pad
        title = self.setter.lines(self.words["crux.turns_on"], "plain", s.small, t.muted, room, align="center")
        said = self.setter.lines(ground.heading, "bold", s.body, t.ink, room, align="center")
        blocks = (Block(title), Block(said, above=1)) if first else (Block(said),)
        frame = Frame(2 if first else 1, "solid", t.ink, t.foot)
        return Cell(left, width, blocks, pad=s.pad, frame=frame, name=f"k{ground.kind}")

    def _point(self, point: Disputed, left: float, width: float, name: str) -> Cell:
        s, t = self.setter.style, self.setter.theme
        room = width - 2 * s.pad - (6 if point.disputed else 0)
        face: Face = "bold" if point.disputed else "plain"
        lead = point.lead or point.letter
        written = ": ".join(part for part in (lead, point.text) if part)
        mark = "!" if point.disputed else ""
        text = self.setter.lines(written, face, s.body, t.ink, room, mark=mark, lead=lead)
        said = f"{written}. {point.note}" if point.note else written
        blocks = [Block(text, spoken=said)]
        if point.note:
            blocks.append(Block(self.setter.lines(point.note, "italic", s.small, t.ink, room), above=1))
        frame = Frame(1, "solid", t.ink, t.box)
        if point.letter:
            accent = accent_of(self.setter.theme, point.letter)
            frame = Frame(1, "solid", accent.line, accent.tint)
        elif point.disputed:
            frame = Frame(3 if point.double else 1, "solid", t.differ, t.differ_tint, double=True)
        pad = s.pad + (3 if point.disputed else 0)
        return Cell(left, width, tuple(blocks), pad=pad, frame=frame, name=name)
