"""The page put together: what each view says, in the template that shows them all."""

from collections.abc import Mapping, Sequence
from typing import Final

from argmap.comparison.records import Comparison
from argmap.comparison.what_if import WhatIf
from argmap.hypertext.document import document
from argmap.hypertext.page.causes_view import causes_view
from argmap.hypertext.page.compare_view import compare_view
from argmap.hypertext.page.context import Contexts
from argmap.hypertext.page.figure import Figure
from argmap.hypertext.page.figures_view import figures_view
from argmap.hypertext.page.map_view import map_views
from argmap.hypertext.page.material import Material
from argmap.hypertext.page.outline_said import said_by
from argmap.hypertext.page.quiz_view import quiz
from argmap.hypertext.page.roles_view import roles_view
from argmap.hypertext.page.said_parts import said_parts
from argmap.hypertext.page.shell import Place, shell
from argmap.hypertext.page.why_view import whys
from argmap.hypertext.short_markup import short_markup
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
    "cells.js",
    "filters.js",
    "finding.js",
    "folding.js",
    "walking.js",
    "zoom.js",
    "printing.js",
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
    hashes: Mapping[str, str] | None = None,
    outlines: Sequence[str] = (),
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
        outlines: Of each map, to save; none can be saved if there are none.
        hashes: The SHA-256 of the files maps came from, by their ids; of maps that are compared the comparison knows.
    """
    texts = dict(texts or {})
    own, called = [m.id for m in maps], [m.id for m in comparison.maps] if comparison else [m.id for m in maps]
    material = Material(
        tuple(m.model_copy(update={"id": name}) for m, name in zip(maps, called, strict=True)),  # versions share an id
        comparison,
        tuple(figures),
        {name: texts[id_] for name, id_ in zip(called, own, strict=True) if id_ in texts},
        among,
        whole_text,
        undrawn,
        dict(zip(called, outlines, strict=False)),
    )
    compare = compare_view(material)
    others = {"causes": causes_view(material), "roles": roles_view(material), "diagram": figures_view(material)}
    ways = [Place(name, name.capitalize()) for name, view in others.items() if view]
    views = map_views(material)
    values: dict[str, object] = {
        **others,
        "material": material,
        "shell": shell(material, title or (compare.title if compare else ""), hashes or {}, ways),
        "compare": compare,
        "maps": views,
        "outlines": {v.letter: said_parts(v.outline, said_by(v.trees)) for v in views if v.outline},
        "contexts": Contexts(material),
        "whys": whys(material, changes or {}),
        "quiz": quiz(material, compare),
    }
    return short_markup(document(_ROOM, "page.html", values, styles=STYLES, scripts=SCRIPTS))
