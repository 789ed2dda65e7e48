"""The page put together: what each view says, in the template that shows them all."""

from collections.abc import Mapping, Sequence
from typing import Final

from argmap.comparison.records import Comparison
from argmap.comparison.what_if import WhatIf
from argmap.hypertext.document import document
from argmap.hypertext.page.context import Contexts
from argmap.hypertext.page.figure import Figure
from argmap.hypertext.page.material import Material
from argmap.hypertext.page.shell import shell
from argmap.hypertext.page.why_view import whys
from argmap.model import ArgumentMap

_ROOM: Final = "argmap.hypertext.page"

STYLES: Final = (
    "shell.css",
    "compare.css",
    "map.css",
    "causes.css",
    "roles.css",
    "diagram.css",
    "why.css",
    "quiz.css",
)

SCRIPTS: Final = (
    "state.js",
    "views.js",
    "filters.js",
    "folding.js",
    "walking.js",
    "zoom.js",
    "download.js",
    "context.js",
    "why.js",
    "quiz.js",
)


def build_page(
    maps: Sequence[ArgumentMap],
    comparison: Comparison | None = None,
    *,
    figures: Sequence[Figure] = (),
    undrawn: str = "",
    texts: Mapping[str, str] | None = None,
    among: Comparison | None = None,
    title: str = "",
    whole_text: bool = False,
    changes: Mapping[str, WhatIf] | None = None,
) -> str:
    """The page as HTML.

    Args:
        maps: One or more; several with their comparison.
        comparison: With the findings to show.
        figures: Drawings for the diagram view.
        undrawn: Why there are no drawings although some were asked for.
        texts: Articles' texts by map id; those of other maps are left aside.
        among: The comparison with all findings, where `comparison` has only some.
        title: The heading; what the maps come to if not said.
        whole_text: Whether whole articles may stand in the page.
        changes: What would change findings, by id, of those where that was tried.
    """
    material = Material(tuple(maps), comparison, tuple(figures), dict(texts or {}), among, whole_text, undrawn)
    values: dict[str, object] = {
        "material": material,
        "shell": shell(material, title),
        "contexts": Contexts(material),
        "whys": whys(material, changes or {}),
    }
    return document(_ROOM, "page.html", values, styles=STYLES, scripts=SCRIPTS)
