"""Sizes of boxes from the engine, each label asked for only once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter

from argmap.diagram.boxes import Box, Seen
from argmap.errors import DrawingFailed
from argmap.languages import ENGLISH, Words
from argmap.layout.fit import COARSE, STYLES
from argmap.layout.shape import Size, Style
from argmap.renderers import engine
from argmap.renderers.markup import FONT_SIZE, box_label
from argmap.theme import Theme


class Measuring:
    """What one drawing has measured so far."""

    def __init__(self, theme: Theme, words: Words = ENGLISH, *, numbered: bool, many: bool = False) -> None:
        self.theme, self.words, self.numbered = theme, words, numbered
        self.styles = COARSE if many else STYLES
        self.known: dict[str, Size] = {}
        self.labels: dict[tuple[object, ...], str] = {}
        self.seen: dict[int, Box] = {}  # by identity: the boxes are held, so that it stays

    def label(self, box: Box, style: Style) -> str:
        """The label a box is drawn with."""
        key = _all_but_below(box, style)
        label = self.labels.get(key)
        if label is None:
            label = self.labels[key] = box_label(box, style, self.theme, self.words, numbered=self.numbered)
        return label

    def ahead(self, boxes: Iterable[Box], labels: Iterable[str] = ()) -> None:
        """Measure boxes in every style, and other labels, in one go: asking the engine once costs less than often."""
        new = [box for box in boxes if id(box) not in self.seen]
        self.seen |= {id(box): box for box in new}
        self._ask([(box, style) for box in new for style in self.styles], labels)

    def sizes(self, boxes: Sequence[Box], style: Style) -> Mapping[str, Size]:
        """Sizes of boxes by name; boxes that are new are measured in every style at once."""
        labels = [self.label(box, style) for box in boxes]
        if any(label not in self.known for label in labels):
            self.ahead(boxes)  # a box that was not seen
        return {box.name: self.known[label] for box, label in zip(boxes, labels, strict=True)}

    def extents(self, labels: Sequence[str]) -> list[tuple[float, float]]:
        """Widths and heights of labels that are no boxes: titles and legends."""
        self._ask((), labels)
        return [(self.known[label].width, self.known[label].height) for label in labels]

    def _ask(self, wanted: Iterable[tuple[Box, Style]], others: Iterable[str]) -> None:
        new = {}
        for box, style in wanted:
            if (label := self.label(box, style)) not in self.known:
                new[label] = box, len(box.statements) if style.is_beside(box) else 0
        more = {label: 0 for label in others if label not in self.known}
        try:
            self._learn(more | {label: feet for label, (_, feet) in new.items()})
        except DrawingFailed as why:
            raise _blame({label: box for label, (box, _) in new.items()}, why) from why

    def _learn(self, feet: Mapping[str, int]) -> None:
        if not feet:
            return
        names = {f"n{i}": label for i, label in enumerate(feet)}
        ports = [(name, f"p{i}") for name, label in names.items() for i in range(feet[label])]
        found = engine.measure(names, ports, font_size=FONT_SIZE)
        for name, label in names.items():
            width, height = found.sizes[name]
            middles = tuple(width / 2 + found.ports[name, f"p{i}"] for i in range(feet[label]))
            self.known[label] = Size(width, height, middles or (width / 2,))


def _all_but_below(box: Box, style: Style) -> tuple[object, ...]:
    """All that a label depends on: not the trees below a box, only whether there are some."""
    said = tuple((_OF_STATEMENT(s), bool(s.below)) for s in box.statements)
    return _OF_BOX(box), said, style.columns, style.is_beside(box)


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
