"""Setting text twice: what comes out wider than its room when it is measured is broken again, for less room."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from argmap.layout.lines import Ruler, unspaced
from argmap.renderers.pages.cells import Band
from argmap.renderers.pages.page import texts
from argmap.renderers.pages.sheet_ruler import Sizes


class Composed(Protocol):
    """A frozen data class that sets its texts with a ruler: every kind of sheet that is made of bands."""

    @property
    def ruler(self) -> Ruler:
        """What its lines are broken with."""

    def all_bands(self) -> Iterator[Band]:
        """All its bands, by estimated heights."""


C = TypeVar("C", bound=Composed)


def within_room(found: C, sizes: Sizes) -> C:
    """The same with every line measured; texts that came out too wide are broken again, for less room."""
    for _ in range(3):
        lines = texts(found.all_bands())
        sizes.measure(lines)
        wide = {
            (text.face, text.size, unspaced(text.lines)): 0.97 * text.width / sizes(text)[0]
            for text in lines
            if text.width and sizes(text)[0] > 1.03 * text.width
        }
        if not wide:
            break
        narrower = {key: part * found.ruler.narrower.get(key, 1) for key, part in wide.items()}
        changed: Any = found
        found = replace(changed, ruler=replace(found.ruler, narrower={**found.ruler.narrower, **narrower}))
    return found
