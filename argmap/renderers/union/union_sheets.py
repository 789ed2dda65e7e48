"""Two maps laid over each other: what both say stands once, the rest belongs to one of them."""

from argmap.comparison.records import Comparison
from argmap.diagram.union_boxes import UnionDiagram
from argmap.layout.fit import Curves, can_fit, fit
from argmap.renderers.look import Look, ViewOptions
from argmap.renderers.maps.markup import FONT_SIZE
from argmap.renderers.pages.sheet_ruler import Sizes
from argmap.renderers.picture import Picture
from argmap.renderers.union.union_around import (
    LEGEND_COLUMNS,
    TITLE_COLUMNS,
    Block,
    Heading,
    heading_block,
    heading_of,
    legend_block,
)
from argmap.renderers.union.union_cells import Composer
from argmap.renderers.union.union_drawing import Drawn, Painter
from argmap.renderers.union.union_page import Page, file_name, problems
from argmap.renderers.union.union_select import choose


def draw_overlay(c: Comparison, look: Look, options: ViewOptions | None = None) -> tuple[Picture, ...]:
    """Both maps as one argument diagram, on one sheet.

    Statements that say the same are one box with the letters of both authors; the others have the letter, the side and
    the colour of theirs. As much is drawn as can be read, what is most central to both first; the rest is counted.

    Args:
        c: Two maps; the first has its letter on the left.
        look: What it is made for. Without a level, sentences are drawn if all fits with them, else labels.
        options: What it is about, and how many steps of reasons are drawn below that.

    Raises:
        DrawingFailed: The maps share nothing and answer no question differently; or there is no Graphviz.
    """
    return (_Overlay(c, look, options or ViewOptions()).picture(),)


class _Overlay:
    def __init__(self, c: Comparison, look: Look, options: ViewOptions) -> None:
        self.c, self.look, self.options = c, look, options
        self.made = Composer(look.theme, look.words, (None,), Sizes())
        self.curves = Curves(self.made.measure)
        self.asked = options.findings(c) if options.about else ()

    def picture(self) -> Picture:
        chosen = choose(self.c, self.look, self.options, self.can_fit)
        diagram = chosen.diagram
        titles, legends = self._around(diagram)
        drawing = fit(
            diagram.roots,
            self.made.measure,
            self.look.paper,
            titles=[title.extent for title in titles],
            legends=[legend.extent for legend in legends],
            font_size=FONT_SIZE,
            curves=self.curves,
        )
        out = Drawn()
        out.block("t", titles[drawing.title], (0, 0))
        Painter(diagram, drawing, self.made, tuple(m.name for m in self.c.maps)).paint(out, (0, 0))
        if drawing.legend:
            out.block("k", legends[drawing.legend[0]], drawing.legend[1])
        body_pt = round(FONT_SIZE * drawing.scale, 2)
        told = tuple(problems(self.c, chosen, self.look, body_pt, remedy=self._remedy))
        page = Page(self._heading(diagram), out, drawing.width, drawing.height, drawing.scale)
        return page.picture(self.c, self.look, file_name(self.c, "overlay"), told)

    def can_fit(self, diagram: UnionDiagram) -> bool:
        """Whether this part can be drawn large enough to be read."""
        titles, legends = self._around(diagram)
        return can_fit(
            diagram.roots,
            self.made.measure,
            self.look.paper,
            titles=[title.extent for title in titles],
            legends=[legend.extent for legend in legends],
            font_size=FONT_SIZE,
            curves=self.curves,
        )

    def _heading(self, diagram: UnionDiagram) -> Heading:
        return heading_of(self.c, diagram, self.look.words, self.asked)

    def _around(self, diagram: UnionDiagram) -> tuple[list[Block], list[Block]]:
        """Title and legend, each in the ways it can be set."""
        heading = self._heading(diagram)
        titles = [heading_block(heading, columns, self.made) for columns in TITLE_COLUMNS]
        return titles, [legend_block(diagram, self.c, columns, self.made) for columns in LEGEND_COLUMNS]

    def _remedy(self, look: Look) -> bool:
        """Whether what is drawn could be read so."""
        other = _Overlay(self.c, look, self.options)
        return other.can_fit(choose(self.c, look, self.options, other.can_fit).diagram)
