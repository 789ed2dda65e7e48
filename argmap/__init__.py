"""Maps of arguments: written in YAML, compared with each other, drawn to teach from.

    import argmap

    left, right = argmap.load("koga-2023.yaml"), argmap.load("rsis-2023.yaml")
    for finding in argmap.compare(left, right).findings:
        print(finding.symbol, finding.sentence)

Every public name is here and is fetched when it is first used, so that ``import argmap`` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argmap.api import (
        build_page,
        check,
        compare,
        diff,
        draw,
        explain,
        grade,
        load,
        make_blank_sheet,
        make_cards,
        make_comparison_form,
        make_kit,
        make_lesson,
        make_quiz,
        make_slides,
        make_worksheet,
        measure_reliability,
        read,
        save,
        suggest,
    )
    from argmap.comparison.alignment.correspondences import Correspondence, Ref
    from argmap.comparison.records import Comparison, Finding, Side
    from argmap.diagnostics import Diagnostic, Position
    from argmap.errors import ArgmapError, DrawingFailed, FileProblem, InvalidAlignment, InvalidMap, UnknownName
    from argmap.formats.reading import Reading
    from argmap.model import (
        Actor,
        ArgumentMap,
        Article,
        CausalClaim,
        Codebook,
        Factor,
        Proposition,
        Reason,
        Role,
        RoleAttribution,
        Source,
        Stance,
        Statement,
    )
    from argmap.renderers.picture import Picture

__version__ = "0.1.0"

_ROOMS: Final[dict[str, tuple[str, ...]]] = {
    "argmap.api": (
        "build_page",
        "check",
        "compare",
        "diff",
        "draw",
        "explain",
        "grade",
        "load",
        "make_blank_sheet",
        "make_cards",
        "make_comparison_form",
        "make_kit",
        "make_lesson",
        "make_quiz",
        "make_slides",
        "make_worksheet",
        "measure_reliability",
        "read",
        "save",
        "suggest",
    ),
    "argmap.comparison.alignment.correspondences": ("Correspondence", "Ref"),
    "argmap.comparison.records": ("Comparison", "Finding", "Side"),
    "argmap.diagnostics": ("Diagnostic", "Position"),
    "argmap.errors": (
        "ArgmapError",
        "DrawingFailed",
        "FileProblem",
        "InvalidAlignment",
        "InvalidMap",
        "UnknownName",
    ),
    "argmap.formats.reading": ("Reading",),
    "argmap.model": (
        "Actor",
        "ArgumentMap",
        "Article",
        "CausalClaim",
        "Codebook",
        "Factor",
        "Proposition",
        "Reason",
        "Role",
        "RoleAttribution",
        "Source",
        "Stance",
        "Statement",
    ),
    "argmap.renderers.picture": ("Picture",),
}

_ROOM_OF: Final = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Actor",
    "ArgmapError",
    "ArgumentMap",
    "Article",
    "CausalClaim",
    "Codebook",
    "Comparison",
    "Correspondence",
    "Diagnostic",
    "DrawingFailed",
    "Factor",
    "FileProblem",
    "Finding",
    "InvalidAlignment",
    "InvalidMap",
    "Picture",
    "Position",
    "Proposition",
    "Reading",
    "Reason",
    "Ref",
    "Role",
    "RoleAttribution",
    "Side",
    "Source",
    "Stance",
    "Statement",
    "UnknownName",
    "__version__",
    "build_page",
    "check",
    "compare",
    "diff",
    "draw",
    "explain",
    "grade",
    "load",
    "make_blank_sheet",
    "make_cards",
    "make_comparison_form",
    "make_kit",
    "make_lesson",
    "make_quiz",
    "make_slides",
    "make_worksheet",
    "measure_reliability",
    "read",
    "save",
    "suggest",
]


if not TYPE_CHECKING:  # a type checker is to see a misspelt name

    def __getattr__(name: str) -> Any:
        if name not in _ROOM_OF:
            raise AttributeError(f"module 'argmap' has no attribute {name!r}")
        value = getattr(import_module(_ROOM_OF[name]), name)
        globals()[name] = value  # from now on found without coming here
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
