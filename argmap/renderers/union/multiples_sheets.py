"""One layout of two maps, drawn once for each: who fills which part of what they have in common."""

from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from argmap.comparison.records import Comparison
from argmap.diagram.union_boxes import LETTERS, UnionDiagram
from argmap.layout.fit import PAD, Curves, Drawing, can_fit, fit
from argmap.layout.paper import Paper
from argmap.renderers.look import Look, ViewOptions
from argmap.renderers.maps.markup import FONT_SIZE
from argmap.renderers.pages.sheet_ruler import Sizes
from argmap.renderers.picture import Picture
from argmap.renderers.union.union_around import (
    LEGEND_COLUMNS,
    TITLE_COLUMNS,
    Block,
    filled,
    heading_block,
    legend_block,
    line_block,
)
from argmap.renderers.union.union_cells import Composer
from argmap.renderers.union.union_drawing import Drawn, Painter
from argmap.renderers.union.union_page import Page, file_name, problems
from argmap.renderers.union.union_select import choose

_BETWEEN: Final = 30.0  # two panels
_BELOW: Final = 8.0  # a title or a legend
_BESIDE: Final = 30.0  # between title and legend in one row


@dataclass(frozen=True, slots=True)
class _Head:
    """Title and legend in one of the ways they can stand to each other: the legend's upper left corner."""

    title: Block
    legend: Block
    at: tuple[float, float]

    @property
    def width(self) -> float:
        return max(self.title.width, self.at[0] + self.legend.width)

    @property
    def height(self) -> float:
        return max(self.title.height, self.at[1] + self.legend.height) + _BELOW


def draw_multiples(c: Comparison, look: Look, options: ViewOptions | None = None) -> tuple[Picture, ...]:
    """One panel for each map, all boxes at the same places: its own in its own words, the other's as empty outlines.

    The panels stand beside each other, or one above the other where that gives larger type; on slides each is a slide.

    Args:
        c: Two maps.
        look: What they are made for. Without a level, sentences are drawn if all fits with them, else labels.
        options: What they are about, and how many steps of reasons are drawn below that.

    Raises:
        DrawingFailed: The maps share nothing and answer no question differently; or there is no Graphviz.
    """
    return _Multiples(c, look, options or ViewOptions()).pictures()


class _Multiples:
    def __init__(self, c: Comparison, look: Look, options: ViewOptions) -> None:
        self.c, self.look, self.options = c, look, options
        self.made = Composer(look.theme, look.words, (0, 1), Sizes())
        self.curves = Curves(self.made.measure)

    def pictures(self) -> tuple[Picture, ...]:
        chosen = choose(self.c, self.look, self.options, self.can_fit)
        own = self.look.paper.name == "slide"
        pages = self._slides(chosen.diagram) if own else [self._page(chosen.diagram)]
        name = file_name(self.c, "multiples")
        found = []
        for number, page in enumerate(pages, start=1):
            told = problems(self.c, chosen, self.look, page.scale * FONT_SIZE, remedy=self._remedy)
            called = f"{name}-{number}" if own else name
            found.append(page.picture(self.c, self.look, called, tuple(told) if number == 1 else ()))
        return tuple(found)

    def can_fit(self, diagram: UnionDiagram) -> bool:
        """Whether this part can be drawn large enough to be read."""
        return any(
            can_fit(
                diagram.roots,
                self.made.measure,
                paper,
                titles=self._titles(self._heads(diagram), self._label_height(diagram), share),
                legends=(),
                font_size=FONT_SIZE,
                curves=self.curves,
            )
            for paper, share in self._papers()
        )

    def _papers(self) -> list[tuple[Paper, float]]:
        """The room of one panel, and what part of the title counts in it, for each way panels can stand."""
        paper = self.look.paper
        if paper.name == "slide" or paper.endless:
            return [(paper, 1.0)]
        gap = _BETWEEN * paper.least_pt / FONT_SIZE
        beside = replace(paper, width=(paper.width - gap) / 2)
        above = replace(paper, height=(paper.height - gap) / 2)
        return [(beside, 1.0), (above, 0.5)]

    def _heads(self, diagram: UnionDiagram) -> list[_Head]:
        heading = filled(self.c, diagram, self.look.words)
        titles = [heading_block(heading, columns, self.made) for columns in TITLE_COLUMNS]
        legends = [legend_block(diagram, self.c, columns, self.made, ghosts=True) for columns in LEGEND_COLUMNS]
        pairs = list(product(titles, legends))
        below = [_Head(title, legend, (0, title.height + _BELOW)) for title, legend in pairs]
        return below + [_Head(title, legend, (title.width + _BESIDE, 0)) for title, legend in pairs]

    def _titles(self, heads: list[_Head], label: float, share: float) -> list[tuple[float, float]]:
        """What a panel's part of title and legend takes, with its own label."""
        beside = share == 1.0 and not self._alone()
        return [(head.width / 2 if beside else head.width, head.height * share + label) for head in heads]

    def _alone(self) -> bool:
        """Whether a panel has its page to itself."""
        return self.look.paper.name == "slide"

    def _label(self, diagram: UnionDiagram, panel: int) -> Block:
        said = self.look.words.say(
            "overlay.panel",
            letter=LETTERS[panel],
            name=self.c.maps[panel].name,
            n=diagram.shown[panel],
            all=diagram.points,
        )
        return line_block(said, FONT_SIZE + 3, self.made.author(panel).line, self.made)

    def _label_height(self, diagram: UnionDiagram) -> float:
        return max(self._label(diagram, panel).height for panel in (0, 1))

    def _fitted(self, diagram: UnionDiagram) -> tuple[Drawing, _Head, float]:
        """The largest drawing of a panel, the title above it, and what part of that counts in it."""
        heads = self._heads(diagram)
        label = self._label_height(diagram)
        found = []
        for paper, share in self._papers():
            drawing = fit(
                diagram.roots,
                self.made.measure,
                paper,
                titles=self._titles(heads, label, share),
                legends=(),
                font_size=FONT_SIZE,
                curves=self.curves,
            )
            found.append((drawing, heads[drawing.title], share))
        return max(found, key=lambda each: each[0].scale)

    def _page(self, diagram: UnionDiagram) -> Page:
        """Both panels on one page."""
        drawing, head, share = self._fitted(diagram)
        out = Drawn()
        self._head(out, head)
        step = drawing.height - head.height * share + _BETWEEN  # from panel to panel, where they stand in a column
        for panel in (0, 1):
            at = (panel * (drawing.width + _BETWEEN), 0.0) if share == 1.0 else (0.0, head.height / 2 + panel * step)
            top = head.height if share == 1.0 else head.height + panel * step
            out.block(f"h{LETTERS[panel].lower()}", self._label(diagram, panel), (at[0], top))
            Painter(diagram, drawing, self.made, tuple(m.name for m in self.c.maps)).paint(out, at, panel)
        width, height = drawing.width, drawing.height
        if share == 1.0:
            width = max(2 * width + _BETWEEN, head.width)
            at = (drawing.width + _BETWEEN / 2, head.height)
            out.rule("between", at, height - head.height, self.look.theme.rule)
        else:
            height = head.height + 2 * step - _BETWEEN
        paper = self.look.paper
        scale = drawing.scale
        if not paper.endless:
            scale = min(scale, paper.width / (width + PAD), paper.height / (height + PAD))
        return Page(filled(self.c, diagram, self.look.words), out, width, height, scale)

    def _slides(self, diagram: UnionDiagram) -> list[Page]:
        """A page for each panel."""
        drawing, head, _ = self._fitted(diagram)
        pages = []
        for panel in (0, 1):
            out = Drawn()
            self._head(out, head)
            label = self._label(diagram, panel)
            out.block(f"h{LETTERS[panel].lower()}", label, (0, head.height))
            Painter(diagram, drawing, self.made, tuple(m.name for m in self.c.maps)).paint(out, (0, 0), panel)
            heading = filled(self.c, diagram, self.look.words)
            pages.append(Page(heading, out, drawing.width, drawing.height, drawing.scale))
        return pages

    def _head(self, out: Drawn, head: _Head) -> None:
        out.block("t", head.title, (0, 0))
        out.block("k", head.legend, head.at)

    def _remedy(self, look: Look) -> bool:
        """Whether what is drawn could be read so."""
        other = _Multiples(self.c, look, self.options)
        return other.can_fit(choose(self.c, look, self.options, other.can_fit).diagram)
