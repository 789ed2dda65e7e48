"""Boxes of a union at their places, as what Graphviz draws: one panel of a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from argmap.diagram.boxes import BoxKind
from argmap.diagram.union_boxes import LETTERS, Held, UnionBox, UnionDiagram, Voice, held
from argmap.layout.fit import Drawing
from argmap.layout.shape import Point
from argmap.renderers.graphviz import dot
from argmap.renderers.maps.markup import bar_of
from argmap.renderers.pages.table_markup import Frame, frame_label
from argmap.renderers.union.union_around import Block
from argmap.renderers.union.union_cells import Composer
from argmap.renderers.union.union_words import BARS, Panel

LINES: Final[Mapping[BoxKind, Mapping[str, str]]] = {
    "support": {"style": "solid", "arrowhead": "normal", "penwidth": "1.6"},
    "attack": {"style": "dashed", "arrowhead": "tee", "penwidth": "1.6"},
    "undercut": {"style": "dotted", "arrowhead": "odot", "penwidth": "2.4"},
    "condition": {"style": "solid", "arrowhead": "odiamond", "penwidth": "1"},
}
_GHOST: Final = {"style": "dotted", "arrowhead": "none", "penwidth": "1"}


@dataclass(slots=True)
class Drawn:
    """What is on a page so far; `said` has a sentence for the words of each statement, "" for all other words."""

    nodes: list[dot.Node] = field(default_factory=list)
    edges: list[dot.Edge] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)

    def rule(self, name: str, at: Point, height: float, colour: str) -> None:
        """Put an upright line on the page."""
        label = frame_label(Frame(0, "solid", colour, colour), 1, height)
        self.nodes.append(dot.Node(name, label, *at, 1, round(height)))

    def block(self, name: str, block: Block, at: Point) -> None:
        """Put a title or a legend on the page."""
        for n, piece in enumerate(block.pieces):
            self.nodes.append(piece.node(f"{name}{n}", at))
            if piece.is_text:
                self.said[f"{name}{n}"] = ""


@dataclass(frozen=True, slots=True)
class Painter:
    """Puts the boxes of one drawing on a page, for both maps or for the panel of one."""

    diagram: UnionDiagram
    drawing: Drawing
    made: Composer
    names: tuple[str, ...]

    def paint(self, out: Drawn, at: Point, panel: Panel = None) -> None:
        """Put all boxes and lines there; `at` is where the drawing begins."""
        boxes = {box.name: box for box in self.diagram.walk()}
        suffix = _suffix(panel)
        uppers = {child.name: box for box in boxes.values() for child in box.children}
        for box in boxes.values():
            self._box(box, uppers.get(box.name), out, at, panel)
        gone = {
            line
            for line in self.drawing.lines
            if panel is not None and not self._has_line(boxes[line.tail], boxes[line.head], panel)
        }
        for line in sorted(self.drawing.lines, key=lambda each: each not in gone):  # what is there lies on what is not
            colour = self.made.theme.silent if line in gone else bar_of(line.kind, self.made.theme).line
            style = {**(_GHOST if line in gone else LINES[line.kind]), "color": colour}
            points = tuple((x + at[0], y + at[1]) for x, y in line.points)
            out.edges.append(dot.Edge(line.tail + suffix, line.head + suffix, points, style))

    def _has_line(self, tail: UnionBox, head: UnionBox, panel: int) -> bool:
        return self.made.owned(tail, panel) and any(panel in s.owners for s in held(head))

    def _box(self, box: UnionBox, upper: UnionBox | None, out: Drawn, at: Point, panel: Panel) -> None:
        x, y = self.drawing.boxes[box.name]
        size = self.drawing.sizes[box.name]
        name, here = box.name + _suffix(panel), (x + at[0], y + at[1])
        frame = frame_label(Frame(0, "solid", "", ""), size.width, size.height)
        out.nodes.append(dot.Node(name, frame, *here, size.width, size.height))
        for n, piece in enumerate(self.made.pieces(box, self.drawing.styles[box.name], panel)):
            called = f"{name}p{n}"
            out.nodes.append(piece.node(called, here))
            if piece.is_text:
                out.said[called] = self._sentence(box, piece.holds, upper, panel) if piece.holds >= 0 else ""

    def _sentence(self, box: UnionBox, index: int, upper: UnionBox | None, panel: Panel) -> str:
        """A statement for those who hear it: who says it, what it is to the one above, its words and what is noted."""
        w = self.made.words
        s = list(held(box))[index]
        shown = [voice for voice in s.voices if panel in (None, voice.owner)]
        ids = w.listed([f"{LETTERS[voice.owner]}·{voice.short}" for voice in shown])
        whose = w["overlay.both"] if len(s.voices) > 1 else w.say("overlay.own", who=self.names[s.voices[0].owner])
        parts = [ids, whose, *self._part(box, upper, panel)]
        text = s.text if panel is None and s.text else " / ".join(voice.text for voice in shown)
        notes = [note for voice in shown for note in self._noted(s, voice, panel)]
        notes += [w.say("map.see", id=s.called_by(panel))] if s.see else []
        return f"{', '.join(parts)}: {text}" + (f" ({'; '.join(notes)})" if notes else "")

    def _part(self, box: UnionBox, upper: UnionBox | None, panel: Panel) -> Iterator[str]:
        if box.sign:
            yield f"{box.question} {box.sign}"
        elif upper is not None and box.kind in BARS and (panel is None or self._has_line(box, upper, panel)):
            over = [s for s in held(upper) if any(child.name == box.name for child in s.below)] or list(held(upper))
            above = self.made.words.listed([s.called_by(panel) for s in over])
            yield self.made.words.say("overlay.heard_under", bar=self.made.wording.bar(box, panel), id=above)

    def _noted(self, s: Held, voice: Voice, panel: Panel) -> list[str]:
        notes = [*voice.notes] if s.see else [*voice.notes, voice.ways, voice.quote, *voice.evidence]
        if voice.left_out and not s.see:
            notes.append(self.made.words.counted("overlay.left_out", voice.left_out))
        alone = len(s.voices) == 1 or panel is not None
        said = [note for note in notes if note]
        return (
            said if alone else [self.made.words.say("overlay.of", who=LETTERS[voice.owner], what=note) for note in said]
        )


def _suffix(panel: Panel) -> str:
    """What the names of boxes end in, as every panel has them all."""
    return "" if panel is None else LETTERS[panel].lower()
