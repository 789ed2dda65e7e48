"""The diagram view: drawings inside the page, with the way to the view that says the same in words."""

from dataclasses import dataclass

from markupsafe import Markup

from argmap.hypertext.inline_svg import inline_svg
from argmap.hypertext.page.material import Material


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A drawing: the id of its element, what stands under it, the drawing itself, the view that says it in words."""

    id: str
    caption: str
    svg: Markup
    view: str


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The drawings; `undrawn` says why there are none although some were asked for."""

    figures: tuple[ShownFigure, ...]
    undrawn: str


def figures_view(material: Material) -> FiguresView | None:
    """The view; None where no drawing was asked for."""
    if not (material.figures or material.undrawn):
        return None
    figures = tuple(
        ShownFigure(f"figure-{i}", figure.caption, inline_svg(figure.svg, f"figure-{i}", bare=True), figure.said_in)
        for i, figure in enumerate(material.figures, start=1)
    )
    return FiguresView(figures, material.undrawn)
