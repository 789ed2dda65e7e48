"""What a map is cut into, before anything is drawn: which boxes stand on which sheet, so that all can be read."""

from collections.abc import Sequence
from typing import Final

from argmap.diagram.boxes import Box, Diagram
from argmap.diagram.of_map import LABEL_WORDS, diagram_of_map
from argmap.layout.cutting import statements_in
from argmap.layout.fit import Curves, Drawing, best, can_fit, drawn
from argmap.layout.sheets import MOST, SOME_SHEET, Sheet, plan
from argmap.model import ArgumentMap
from argmap.renderers.graphviz.label_text import FONT_SIZE
from argmap.renderers.look import Look, MapOptions
from argmap.renderers.maps.legend import LEGEND_COLUMNS, TITLE_COLUMNS, Heading, legend_items, legend_label, title_label
from argmap.renderers.maps.map_words import MapWords
from argmap.renderers.maps.measuring import Measuring

_WORDS: Final = (16, 12)
"""Words of a sentence that has no label, where there is room; else as many as a label may have."""

_SHEETS: Final = 1200
"""Of more statements there may be more than 99 sheets."""

_MANY: Final = 300
"""From so many boxes on fewer lengths of lines are tried."""


class MapPlan:
    """One map in one look, and what has been measured of it.

    Attributes:
        some_sheet: A number as wide as that of any sheet, while numbers are not known.
        diagram: Its boxes, with as many words for sentences without a label as there turned out to be room for.
    """

    def __init__(self, m: ArgumentMap, look: Look, options: MapOptions) -> None:
        self.m, self.look, self.options = m, look, options
        self.said = self.make_words()
        self.diagram = self.make_diagram(LABEL_WORDS)
        shorts = (s.short for box in self.diagram.walk() if box.kind == "thesis" for s in box.statements)
        numbered = any(short not in ("T", "") for short in shorts)
        many = sum(1 for _ in self.diagram.walk()) > _MANY
        self.measuring = self.make_measuring(numbered=numbered, many=many)
        self.some_sheet = SOME_SHEET if len(m.statements) <= _SHEETS else int(f"8{SOME_SHEET}")
        self.curves = Curves(self.measuring.sizes, self.measuring.styles)

    def make_words(self) -> MapWords:
        """What is said around the boxes."""
        return MapWords(self.m, self.look.words)

    def make_diagram(self, label_words: int) -> Diagram:
        """The boxes, with so many words for sentences without a label."""
        return diagram_of_map(
            self.m,
            level=self.look.shown,
            words=self.look.words,
            ids=self.options.ids,
            evidence=self.options.evidence,
            focus=self.options.focus,
            depth=self.options.depth,
            label_words=label_words,
        )

    def make_measuring(self, *, numbered: bool, many: bool) -> Measuring:
        """What measures the boxes."""
        return Measuring(self.look.theme, self.look.words, numbered=numbered, many=many, likely=self.said.all())

    def known_as(self, key: str) -> str:
        """What whoever has the map drawn calls a statement."""
        return key

    @property
    def roots(self) -> tuple[Box, ...]:
        """All trees uncut, a branch under its path."""
        return self._in_context(self.diagram.roots)

    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets in order; each can be read, unless a single box cannot or they were not to be split."""
        found = self._roomy() or self._planned()
        return tuple(Sheet(sheet.number, self._in_context(sheet.roots), sheet.heads, sheet.rest) for sheet in found)

    def readable(self) -> bool:
        """Whether the type on every sheet can be read."""
        return all(self.can_fit(sheet.roots) for sheet in self.sheets())

    def can_fit(self, roots: Sequence[Box]) -> bool:
        """Whether the trees can be read on one sheet; a branch that is drawn alone is taken with its path."""
        shown = self._in_context(roots)
        titles, legends = self.around(self.said.likely_heading(shown, self.diagram, self.some_sheet), shown)
        return can_fit(
            shown,
            self.measuring.sizes,
            self.look.paper,
            titles=self.measuring.extents(titles),
            legends=self.measuring.extents(legends),
            font_size=FONT_SIZE,
            curves=self.curves,
        )

    def fitted(self, roots: Sequence[Box], titles: Sequence[str], legends: Sequence[str]) -> Drawing:
        """The trees on a sheet, with the labels of title and legend in the ways they can be set, as the engine has it.

        What turns out to be larger than was reckoned counts as that large from then on, and all is tried again.
        """
        while True:
            ways = {"titles": self.measuring.extents(titles), "legends": self.measuring.extents(legends)}
            found = best(roots, self.curves, self.look.paper, **ways)
            boxes, around = found.boxes(), found.around
            chosen = [titles[around.title], *([legends[around.legend[0]]] if around.legend else [])]
            if not self.measuring.exact(boxes, chosen):
                break
            self.curves.forget()
        sizes = {box.name: self.measuring.as_drawn(self.measuring.label(box, style)) for box, style in boxes}
        return drawn(found, sizes, self.look.paper, font_size=FONT_SIZE)

    def around(self, heading: Heading, roots: Sequence[Box]) -> tuple[list[str], list[str]]:
        """The labels of title and legend, each in the ways it can be set."""
        titles = [title_label(heading, columns, self.look.theme) for columns in TITLE_COLUMNS]
        items = legend_items(roots, self.look.theme, self.look.words)
        columns = sorted({min(n, len(items)) for n in LEGEND_COLUMNS} - {0})
        return titles, [legend_label(items, n, self.look.theme) for n in columns]

    def _in_context(self, roots: Sequence[Box]) -> tuple[Box, ...]:
        focus = self.diagram.focus
        return tuple(map(focus.in_context, roots)) if focus else tuple(roots)

    def _planned(self) -> tuple[Sheet, ...]:
        self.measuring.ahead(self.diagram.walk())
        found = plan(self.diagram, self.can_fit, split=self.options.split, sheet=self.some_sheet)
        if len(str(len(found))) > len(str(self.some_sheet)):
            self.some_sheet = int(f"8{self.some_sheet}")
            return self._planned()
        return found

    def _roomy(self) -> tuple[Sheet, ...]:
        """The map on one sheet, with more words where labels are missing; none where it does not fit so."""
        least, split = self.diagram, self.options.split
        if split == "branch" or (split == "auto" and statements_in(least.roots) > MOST):
            return ()
        for words in _WORDS:
            self.diagram = self.make_diagram(words)
            if self.diagram == least:
                break
            sheets = self._planned()
            if len(sheets) == 1 and self.can_fit(sheets[0].roots):
                return sheets
        self.diagram = least
        return ()
