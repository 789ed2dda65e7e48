"""Sizes of boxes: reckoned while many are tried, measured by the engine once they are drawn, each label only once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Final

from argmap.diagram.boxes import Box, Seen
from argmap.errors import DrawingFailed
from argmap.languages import ENGLISH, Words
from argmap.layout.fit import COARSE, STYLES
from argmap.layout.shape import Size, Style
from argmap.renderers.graphviz import engine
from argmap.renderers.graphviz.label_sizes import LabelSizes
from argmap.renderers.maps.markup import FONT_SIZE, Fill, box_label
from argmap.theme import Theme

_NOISE: Final = 0.5
"""So many points more than reckoned are none: `stepped` leaves room for them."""

_AT_ONCE: Final = 150
"""Labels that one call of the engine measures, in this process."""


class Measuring:
    """What one drawing has measured so far."""

    def __init__(
        self,
        theme: Theme,
        words: Words = ENGLISH,
        *,
        numbered: bool,
        many: bool = False,
        likely: str = "",
        fill: Fill | None = None,
    ) -> None:
        """With the characters that labels are `likely` to hold, and what stands in blanks."""
        self.theme, self.words, self.numbered, self.fill = theme, words, numbered, fill
        self.styles = COARSE if many else STYLES
        self.known: dict[str, Size] = {}
        self.drawn: dict[str, Size] = {}
        self.labels: dict[tuple[object, ...], str] = {}
        self._reckoned = LabelSizes(
            lambda labels: engine.measure(labels, font_size=FONT_SIZE).sizes, FONT_SIZE, likely=likely
        )

    def label(self, box: Box, style: Style) -> str:
        """The label a box is drawn with."""
        return self._label(box, _all_but_below(box), style)

    def _label(self, box: Box, said: tuple[object, ...], style: Style) -> str:
        key = said, style.columns, style.is_beside(box)
        label = self.labels.get(key)
        if label is None:
            label = self.labels[key] = box_label(
                box, style, self.theme, self.words, numbered=self.numbered, fill=self.fill
            )
        return label

    def ahead(self, boxes: Iterable[Box]) -> None:
        """Reckon the sizes of boxes in every style, in one go: asking the engine once costs less than often."""
        self._reckon([self._label(box, said, style) for box, said in _said(boxes) for style in self.styles])

    def sizes(self, boxes: Sequence[Box], style: Style) -> Mapping[str, Size]:
        """Reckoned sizes of boxes by name."""
        labels = [self.label(box, style) for box in boxes]
        self._reckon(labels)
        return {box.name: self.known[label] for box, label in zip(boxes, labels, strict=True)}

    def extents(self, labels: Sequence[str]) -> list[tuple[float, float]]:
        """Reckoned widths and heights of labels that are no boxes: titles and legends."""
        self._reckon(labels)
        return [(self.known[label].width, self.known[label].height) for label in labels]

    def exact(self, boxes: Sequence[tuple[Box, Style]], labels: Iterable[str] = ()) -> list[str]:
        """Have all measured that is to be drawn; those that come out larger than was reckoned are not small any more.

        Returns:
            The labels that came out larger.

        Raises:
            DrawingFailed: One of them cannot be drawn; the message names the statement.
        """
        owner = {self.label(box, style): box for box, style in boxes}
        new = [label for label in dict.fromkeys((*owner, *labels)) if label not in self.drawn]
        self._reckon(new)
        larger = []
        for start in range(0, len(new), _AT_ONCE):
            larger += self._measured(new[start : start + _AT_ONCE], owner)
        return larger

    def as_drawn(self, label: str) -> Size:
        """The size of a label that was measured."""
        return self.drawn[label]

    def _measured(self, labels: Sequence[str], owner: Mapping[str, Box]) -> list[str]:
        try:
            found = engine.measure({f"n{i}": label for i, label in enumerate(labels)}, font_size=FONT_SIZE).sizes
        except DrawingFailed as why:
            raise _blame({label: owner[label] for label in labels if label in owner}, why) from why
        larger = []
        for label, (width, height) in zip(labels, found.values(), strict=True):
            reckoned = self.known[label]
            feet = tuple(x * width / reckoned.width for x in reckoned.feet) if reckoned.width else (width / 2,)
            self.drawn[label] = Size(width, height, feet)
            if width > reckoned.width + _NOISE or height > reckoned.height + _NOISE:
                self.known[label] = self.drawn[label]
                larger.append(label)
        return larger

    def _reckon(self, labels: Iterable[str]) -> None:
        new = [label for label in dict.fromkeys(labels) if label not in self.known]
        if new:
            self.known.update(zip(new, self._reckoned.of(new), strict=True))


def _said(boxes: Iterable[Box]) -> list[tuple[Box, tuple[object, ...]]]:
    return [(box, _all_but_below(box)) for box in boxes]


def _all_but_below(box: Box) -> tuple[object, ...]:
    """All that a label depends on: not the trees below a box, only whether there are some."""
    return _OF_BOX(box), tuple((_OF_STATEMENT(s), bool(s.below)) for s in box.statements)


_OF_STATEMENT = attrgetter(*(f.name for f in fields(Seen) if f.name != "below"))
_OF_BOX = attrgetter(*(f.name for f in fields(Box) if f.name not in ("name", "statements", "doubts")))


def _blame(labels: Mapping[str, Box], why: DrawingFailed) -> DrawingFailed:
    """The same failure with the statement that cannot be drawn, if one can be found."""
    for label, box in labels.items():
        try:
            engine.measure({"n0": label}, font_size=FONT_SIZE)
        except DrawingFailed as cause:
            keys = " and ".join(repr(s.key) for s in box.statements)
            return DrawingFailed(f"the statement {keys} cannot be drawn: {cause}")
    return why
