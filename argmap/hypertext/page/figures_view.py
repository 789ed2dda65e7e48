"""The diagram view: drawings inside the page, and in words what stands in them."""

from dataclasses import dataclass

from markupsafe import Markup

from argmap.hypertext.inline_svg import inline_svg, sentences_of
from argmap.hypertext.page.material import Material


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A drawing: the id of its element, what stands under it, the drawing itself, and its boxes as sentences."""

    id: str
    caption: str
    svg: Markup
    sentences: tuple[str, ...]


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
        ShownFigure(
            f"figure-{i}", figure.caption, inline_svg(figure.svg, f"figure-{i}", bare=True), sentences_of(figure.svg)
        )
        for i, figure in enumerate(material.figures, start=1)
    )
    return FiguresView(figures, material.undrawn)
