"""Which pictures stand in a page, and what is said under each."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.comparison.records import Comparison
    from argmap.facade.page import Figures
    from argmap.hypertext.page.figure import Figure
    from argmap.model import ArgumentMap


def figures_of(
    maps: "Sequence[ArgumentMap]",  # noqa: ARG001
    comparison: "Comparison | None",  # noqa: ARG001
    figures: "Figures",  # noqa: ARG001
) -> "tuple[Figure, ...]":
    """The pictures, in the order to look at them."""
    return ()
