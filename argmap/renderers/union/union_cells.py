"""Boxes of a union, put together from frames and lines: who says what is told by letter, side and border."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from argmap.diagram.boxes import Box
from argmap.diagram.union_boxes import Held, UnionBox, Voice
from argmap.languages import Words
from argmap.layout.shape import Point, Size, Style
from argmap.renderers.graphviz.dot import Node
from argmap.renderers.maps.markup import FONT_SIZE, bar_of
from argmap.renderers.pages.sheet_ruler import Sizes
from argmap.renderers.pages.table_markup import Frame, Lines, frame_label
from argmap.renderers.union.union_words import Panel, Wording, is_top
from argmap.theme import Accent, Theme

_TAG: Final = 22.0  # the strip with an author's letter, at the side of a box
_PAD: Final = 5.0
_GAP: Final = 3.0  # between what a statement says and what is noted of it
_TORN: Final = 7.0  # between statements that another author joins, and this one does not


@dataclass(frozen=True, slots=True)
class Piece:
    """A frame or lines at a place in a box; `holds` is the number of the statement whose words they are, or -1."""

    label: str
    left: float
    top: float
    width: float
    height: float
    holds: int = -1
    is_text: bool = True

    def node(self, name: str, at: Point) -> Node:
        """The piece where the box stands."""
        return Node(name, self.label, at[0] + self.left, at[1] + self.top, self.width, self.height)


class Composer:
    """Puts boxes together; a box has one size in all panels, whoever's words stand in it.

    Args:
        theme: Its colours.
        words: The fixed words.
        panels: The panels that are drawn of every box.
        sizes: What has been measured.
    """

    def __init__(self, theme: Theme, words: Words, panels: Sequence[Panel], sizes: Sizes) -> None:
        self.theme, self.words, self.panels, self.sizes = theme, words, tuple(panels), sizes
        self.wording = Wording(theme, words)

    def measure(self, boxes: Sequence[Box], style: Style) -> Mapping[str, Size]:
        """Sizes of boxes by name, as the layout asks for them."""
        found = [box for box in boxes if isinstance(box, UnionBox)]
        self.sizes.measure([text for box in found for panel in self.panels for text in self._texts(box, style, panel)])
        return {box.name: self._size(box, style) for box in found}

    def pieces(self, box: UnionBox, style: Style, panel: Panel) -> list[Piece]:
        """What a box is made of in one panel, in reading order; the frame that lines end at is not among them."""
        size = self._size(box, style)
        top = self._head_height(box, style)
        ghost = Frame(2, "dotted", self.theme.silent, self.theme.ground)
        if panel is not None and not any(panel in owners(s) for s in box.statements):
            return [framed(ghost, (0, 0, size.width, size.height))]
        out: list[Piece] = []
        if panel is None or self.owned(box, panel):
            out += self._head(box, style, panel, size.width, top) if top else []
        else:  # what another map makes of it
            out.append(framed(ghost, (0, 0, size.width, top)))
        apart = self._torn(box) if panel is not None and not self.owned(box, panel) else 0
        for i, (left, y, width, height) in enumerate(self._spots(box, style)):
            free = apart if i + 1 < len(box.statements) else 0
            across, down = (free, 0) if style.is_beside(box) else (0, free)
            out += self._cell(box, i, style, panel, (left, y, width - across, height - down))
        return out

    def owned(self, box: UnionBox, panel: int) -> bool:
        """Whether a map puts this box where it stands, so that its panel has the line."""
        return (not box.given or panel in box.given) and any(panel in owners(s) for s in box.statements)

    def _torn(self, box: UnionBox) -> float:
        """What is kept free below or beside a statement for panels in which it is not joined with the next."""
        return _TORN if box.given and len(box.statements) > 1 and any(p is not None for p in self.panels) else 0

    # ------------------------------------------------------------------ sizes

    def _size(self, box: UnionBox, style: Style) -> Size:
        spots = self._spots(box, style)
        width = max(x + w for x, _, w, _ in spots)
        height = max(y + h for _, y, _, h in spots)
        feet = tuple(x + w / 2 for x, _, w, _ in spots) if style.is_beside(box) else (width / 2,)
        return Size(width, height, feet)

    def _spots(self, box: UnionBox, style: Style) -> list[tuple[float, float, float, float]]:
        """Where each statement stands in its box: left, top, width, height."""
        wanted = [self._wanted(s, style, top=is_top(box)) for s in box.statements]
        wide, top, torn = max(w for w, _ in wanted), self._head_height(box, style), self._torn(box)
        if style.is_beside(box):
            wide = max(wide + torn, ceil(self._head_width(box, style) / len(wanted)))
            high = max(h for _, h in wanted)
            return [(i * wide, top, wide, high) for i in range(len(wanted))]
        wide = max(wide, self._head_width(box, style))
        out, y = [], top
        for i, (_, least) in enumerate(wanted):
            high = least + (torn if i + 1 < len(wanted) else 0)
            out.append((0.0, y, wide, high))
            y += high
        return out

    def _wanted(self, s: object, style: Style, *, top: bool) -> tuple[float, float]:
        """The least width and height of a statement, whichever panel it is in."""
        assert isinstance(s, Held)
        rows = [self.wording.rows(s, style, panel, top=top) for panel in self.panels]
        tags = _TAG * len(s.voices)
        width = max(self._width(row.text) for each in rows for row in each) + 2 * _PAD + tags
        height = max(sum(self._height(row.text) for row in each) + _GAP * (len(each) - 1) for each in rows) + 2 * _PAD
        return ceil(width), ceil(max(height, 2 * FONT_SIZE + 2 * _PAD + 2))

    def _width(self, text: Lines) -> float:
        return self.sizes(text)[0] * 1.02

    def _height(self, text: Lines) -> float:
        return self.sizes(text)[1]

    def _head_height(self, box: UnionBox, style: Style) -> float:
        found = [sum(map(self._height, self.wording.heading(box, style, panel))) for panel in self.panels]
        return ceil(max(found) + 6) if max(found) else 0

    def _head_width(self, box: UnionBox, style: Style) -> float:
        lines = [text for panel in self.panels for text in self.wording.heading(box, style, panel)]
        return ceil(max((self._width(text) for text in lines), default=0) + 2 * _PAD)

    def _texts(self, box: UnionBox, style: Style, panel: Panel) -> list[Lines]:
        found = self.wording.heading(box, style, panel)
        for s in box.statements:
            assert isinstance(s, Held)
            found += [row.text for row in self.wording.rows(s, style, panel, top=is_top(box))]
            found += [text for voice in s.voices for text in self.wording.tag_lines(voice)]
        return found

    def _head(self, box: UnionBox, style: Style, panel: Panel, width: float, high: float) -> list[Piece]:
        t = self.theme
        lines = self.wording.heading(box, style, panel)
        if not lines:
            return []
        if box.sign:
            frame = Frame(2, "dashed" if box.sign == "≠" else "solid", t.differ, t.differ_tint)
        elif is_top(box):
            frame = Frame(1, "solid", t.muted, t.foot)
        else:
            accent = bar_of(box.kind, t)
            frame = Frame(1, "solid", t.ink if accent.bar == t.foot else t.bar_border or accent.bar, accent.bar)
        out = [framed(frame, (0, 0, width, high))]
        if box.sign == "!":  # a double frame: both cannot be right
            out.append(framed(Frame(1, "solid", t.differ, t.differ_tint), (3, 3, width - 6, high - 6)))
        y = (high - sum(map(self._height, lines))) / 2
        for text in lines:
            w, h = self.sizes(text)
            out.append(Piece(text.label, (width - w) / 2 if text.align == "center" else _PAD, y, w, h))
            y += h
        return out

    # ------------------------------------------------------------------ one statement

    def _cell(
        self, box: UnionBox, i: int, style: Style, panel: Panel, spot: tuple[float, float, float, float]
    ) -> list[Piece]:
        s, t = box.statements[i], self.theme
        assert isinstance(s, Held)
        left, top, width, height = spot
        shown = [voice for voice in s.voices if panel in (None, voice.owner)]
        if not shown:
            return [framed(Frame(2, "dotted", t.silent, t.ground), spot)]
        rows = self.wording.rows(s, style, panel, top=is_top(box))
        out = [framed(self.border(s, panel), spot)]
        inside = left + (_TAG if shown[0].owner == 0 or (panel is None and len(shown) > 1) else 0)
        y = top + _PAD
        free = height - 2 * _PAD - sum(self._height(row.text) for row in rows) - _GAP * (len(rows) - 1)
        tags = [
            piece
            for voice in shown
            for piece in self._tag(voice, (left + width - _TAG if voice.owner else left, top, _TAG, height))
        ]
        wide = width - _TAG * len(shown)
        for row in rows:
            w, h = self.sizes(row.text)
            if row.fill:
                y = y + free if row is rows[-1] else y
                low = top + height - 3 if row is rows[-1] else y + h
                out.append(framed(Frame(0, "solid", "", row.fill), (inside + 3, y - 2, wide - 6, low - y + 1)))
                if t.foot_rule:
                    out.append(framed(Frame(0, "solid", "", t.foot_rule), (inside + 3, y - 2, wide - 6, 1)))
            out.append(Piece(row.text.label, inside + _PAD, y, w, h, i if row.first else -1))
            y += h + _GAP
        return out[:1] + tags + out[1:]

    def border(self, s: Held, panel: Panel) -> Frame:
        """The border of a statement: thick and in ink where both say it, else in its author's colour."""
        t = self.theme
        if panel is None and len(s.voices) > 1:
            return Frame(3, "solid", t.ink, t.box)
        owner = s.voices[0].owner if panel is None else panel
        voice = next(v for v in s.voices if v.owner == owner)
        thick = 3 if len(s.voices) > 1 else 0 if voice.reported else 1
        return Frame(thick, "dashed" if s.type == "assumption" else "solid", self.author(owner).line, t.box)

    def author(self, owner: int) -> Accent:
        """The colours of an author."""
        return self.wording.author(owner)

    def _tag(self, voice: Voice, spot: tuple[float, float, float, float]) -> list[Piece]:
        accent = self.author(voice.owner)
        out = [framed(Frame(0, "solid", accent.bar, accent.bar), spot)]
        y = spot[1] + 4
        for text in self.wording.tag_lines(voice):
            w, h = self.sizes(text)
            out.append(Piece(text.label, spot[0] + (spot[2] - w) / 2, y, w, h))
            y += h
        return out


def owners(s: object) -> tuple[int, ...]:
    """The maps that say a statement of a box."""
    assert isinstance(s, Held)
    return s.owners


def framed(frame: Frame, spot: tuple[float, float, float, float]) -> Piece:
    """A frame at left, top, width and height."""
    left, top, width, height = spot
    return Piece(frame_label(frame, width, height), left, top, width, height, is_text=False)
