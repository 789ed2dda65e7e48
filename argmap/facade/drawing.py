# ruff: noqa: PLC0415  # every view is a room of its own: who draws one need not wait for the others
"""Drawing: maps and comparisons as pictures, and pictures as files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Literal, assert_never, get_args

from argmap.errors import ArgmapError
from argmap.facade.subjects import steps, subject

if TYPE_CHECKING:
    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.comparison.records import Comparison
    from argmap.diagnostics import Diagnostic
    from argmap.facade.opening import FilePath
    from argmap.languages import Words
    from argmap.model import ArgumentMap
    from argmap.renderers.look import Evidence, Ids, Layout, Look, MapOptions, ViewOptions
    from argmap.renderers.picture import Format, Picture
    from argmap.theme import Theme

Level = Literal["title", "text", "full"]
Split = Literal["auto", "branch", "never"]
View = Literal[
    "map", "sheet", "slides", "butterfly", "roles", "slope", "causes", "overlay", "multiples", "matrix", "crux"
]

VIEWS: Final[tuple[View, ...]] = get_args(View)

_PAPERS: Final[Mapping[View, str]] = {"sheet": "a4-portrait", "slides": "slide", "roles": "a4-portrait"}
"""What a view is usually made for; A4 where it is not named."""

MANY: Final = frozenset({"roles", "causes", "matrix"})
"""Views of three maps and more, too."""

STEPS: Final = frozenset({"map", "butterfly", "overlay", "multiples", "crux"})
"""Views that show how statements hang on each other, and can leave out what stands far below."""


def draw(
    *things: "ArgumentMap | Comparison | FilePath",
    view: View | None = None,
    about: "str | Sequence[str]" = (),
    alignment: "Sequence[FilePath | Correspondence]" = (),
    min_confidence: float = 0.0,
    paper: str | None = None,
    level: Level | None = None,
    theme: "FilePath | Theme" = "light",
    format: "Format" = "svg",  # noqa: A002  # what users call it
    language: "FilePath | Words" = "en",
    split: "Split" = "auto",
    ids: "Ids" = "short",
    evidence: "Evidence" = "inside",
    focus: str | None = None,
    depth: int | None = None,
    layout: "Layout" = "tree",
    limits: bool = True,
) -> "Picture":
    """A picture of a map, or of a comparison; in a notebook it shows itself.

    Args:
        things: A map or its path; several, to draw their comparison; or what `compare` gave.
        view: Which picture: ``map`` of one map; of a comparison the ``sheet`` with a middle column, ``slides``, the
            ``butterfly`` of one question, tables of ``roles`` and ``causes``, the ``slope`` of roles, the ``overlay``
            of both maps on each other, ``multiples`` of one shared layout, the ``matrix`` of all maps, the ``crux`` of
            a conflict. If not said: ``map``, ``sheet`` of two, ``matrix`` of more.
        about: Keys, ids of findings, or words of what they are called: only these are drawn.
        alignment: Of maps, as for `compare`; what `compare` gave has its rows already.
        min_confidence: Likewise.
        paper: What it is made for: ``a4``, ``a4-portrait``, ``letter``, ``slide`` and others; if not said, what
            suits the view.
        level: How much a box says: its label (``title``), its sentence (``text``), or with quotation (``full``); if not
            said, labels on slides and sentences on paper.
        theme: ``light``, ``dark``, ``print`` (black and white), or a theme of your own: a `Theme`, or its file, which
            ends in ``.toml``.
        format: Kind of picture; ``mermaid`` of a map only.
        language: Of the fixed words: the code of a language, or `Words` of your own, or their file, likewise.
        split: Whether a map becomes an overview and a sheet per branch: if it does not fit one page (``auto``),
            always (``branch``) or ``never``.
        ids: What statements of a map are called by: ``short`` (``P3``), ``outline`` (``1.2``) or ``none``.
        evidence: In the foot of its claim (``inside``), in boxes of its own (``nodes``), or not at all (``none``).
        focus: The statement of a map to draw alone, with what stands below it and what it bears on.
        depth: How many steps below the top are shown; the rest is counted.
        layout: ``tree``, or ``dot`` for the graph as Graphviz lays it out, without pointers.
        limits: As for `load`.

    Returns:
        The first sheet; its `sheets` hold those that follow, its `diagnostics` say if type is too small to read.
        `save` writes them all.

    Raises:
        InvalidMap: A map, an alignment file, or a theme or language of your own has errors.
        ArgmapError: The view is not one of so many maps; or there is an alignment, and no two maps.
        UnknownName: There is no such view, paper, theme, language or statement.
        NothingAbout: No finding is about what was asked for.
        DrawingFailed: There is nothing to draw, no Graphviz, or it could not draw this.
    """
    from argmap.model import ArgumentMap
    from argmap.renderers.look import ViewOptions

    thing = subject(things, alignment, min_confidence, limits)
    count = 1 if isinstance(thing, ArgumentMap) else len(thing.maps)
    asked = [about] if isinstance(about, str) else [str(one) for one in about or ()]
    shown, wanted, options, noted = _understood(
        count,
        about=bool(asked),
        view=view,
        paper=paper,
        level=level,
        theme=theme,
        format=format,
        language=language,
        split=split,
        ids=ids,
        evidence=evidence,
        focus=focus,
        depth=depth,
        layout=layout,
    )
    if isinstance(thing, ArgumentMap):
        from argmap.renderers.maps.map_sheets import draw_map

        return _bound(draw_map(thing, wanted, options), noted)
    from argmap.comparison.about import findings_about

    ids_asked = frozenset(f.id for f in findings_about(thing, asked)) if asked else frozenset[str]()
    return _bound(_of_comparison(thing, shown, wanted, ViewOptions(ids_asked, options.depth)), noted)


def require_drawable(count: int, *, about: Sequence[str] = (), **options: Any) -> None:
    """Raise what `draw` raises of so many maps whatever they hold, as options do not fit; nothing is read for it.

    Args:
        count: How many maps.
        about: As for `draw`.
        options: As for `draw`: those that say what a picture looks like. All have to be given.

    Raises:
        ArgmapError: As `draw` does.
    """
    _understood(count, about=bool(about), **options)


def usual_view(count: int) -> View:
    """What so many maps are drawn as if nothing is said."""
    return "map" if count == 1 else "sheet" if count == 2 else "matrix"


def _understood(
    count: int,
    *,
    about: bool,
    view: View | None,
    paper: str | None,
    level: Level | None,
    theme: "FilePath | Theme",
    format: "Format",  # noqa: A002  # what users call it
    language: "FilePath | Words",
    split: "Split",
    ids: "Ids",
    evidence: "Evidence",
    focus: str | None,
    depth: int | None,
    layout: "Layout",
) -> "tuple[View, Look, MapOptions, tuple[Diagnostic, ...]]":
    """What is to be drawn of so many maps, and how; and what is to be said of a theme or words of the user's own."""
    from argmap.facade.own_looks import theme_asked, words_asked
    from argmap.renderers.look import EVIDENCE, IDS, LAYOUTS, SPLITS, MapOptions, known, look

    shown = usual_view(count) if view is None else known("view", view, VIEWS)
    options = MapOptions(
        split=known("split", split, SPLITS),
        ids=known("ids", ids, IDS),
        evidence=known("evidence", evidence, EVIDENCE),
        focus=None if focus is None else str(focus),
        depth=steps(depth),
        layout=known("layout", layout, LAYOUTS),
    )
    _require(shown, count, options, format, about=about)
    (colours, of_theme), (words, of_words) = theme_asked(theme), words_asked(language)
    wanted = look(
        paper=_PAPERS.get(shown, "a4") if paper is None else paper,
        theme=colours,
        format=format,
        level=level,
        language=words,
    )
    return shown, wanted, options, (*of_theme, *of_words)


def _require(view: View, count: int, options: "MapOptions", form: "Format", *, about: bool) -> None:
    """Raise where a view is not one of so many maps, or something is asked for that it does not have."""
    fits = count == 1 if view == "map" else count >= 2 if view in MANY else count == 2
    if not fits:
        wanted = "one map" if view == "map" else "two maps or more" if view in MANY else "two maps"
        more = "name another map, or " if count == 1 else ""
        raise ArgmapError(f"the view {view!r} is of {wanted}, not of {count}; {more}try {usual_view(count)!r}")
    plain = type(options)()
    for name in ("split", "ids", "evidence", "focus", "layout"):
        if view != "map" and getattr(options, name) != getattr(plain, name):
            raise ArgmapError(f"{name!r} is for the drawing of one map, not for the view {view!r}; leave it out")
    if options.depth is not None and view not in STEPS:
        known = ", ".join(sorted(STEPS))
        raise ArgmapError(f"'depth' counts steps below a claim, and the view {view!r} shows none; try {known}")
    if view != "map" and form == "mermaid":
        raise ArgmapError(f"Mermaid can draw one map, not the view {view!r}; draw it as svg, pdf, png or dot")
    if view == "map" and about:
        raise ArgmapError("'about' is for comparisons; to draw a part of one map, use 'focus'")


def _of_comparison(c: "Comparison", view: View, look: "Look", options: "ViewOptions") -> "tuple[Picture, ...]":
    match view:
        case "sheet":
            from argmap.renderers.comparison.comparison_sheets import draw_comparison

            return draw_comparison(c, look, options)
        case "matrix":
            from argmap.renderers.tables.matrix_sheets import draw_matrix

            return draw_matrix(c, look, options)
        case "roles":
            from argmap.renderers.tables.role_sheets import draw_roles

            return draw_roles(c, look, options)
        case "causes":
            from argmap.renderers.tables.cause_sheets import draw_causes

            return draw_causes(c, look, options)
        case "butterfly":
            from argmap.renderers.figures.butterfly_sheet import draw_butterfly

            return draw_butterfly(c, look, options)
        case "slides":
            from argmap.renderers.comparison.comparison_slides import draw_slides

            return draw_slides(c, look, options)
        case "slope":
            from argmap.renderers.figures.slope_sheet import draw_slope

            return draw_slope(c, look, options)
        case "crux":
            from argmap.renderers.figures.crux_sheet import draw_crux

            return draw_crux(c, look, options)
        case "map":
            raise AssertionError("a comparison has no map")
        case "overlay":
            from argmap.renderers.union.union_sheets import draw_overlay

            return draw_overlay(c, look, options)
        case "multiples":
            from argmap.renderers.union.multiples_sheets import draw_multiples

            return draw_multiples(c, look, options)
        case _:
            assert_never(view)


def _bound(sheets: "tuple[Picture, ...]", noted: "tuple[Diagnostic, ...]") -> "Picture":
    """The first sheet, with the others behind it, and what is to be said of all of them."""
    first, *rest = sheets
    return replace(first, sheets=tuple(rest), diagnostics=(*noted, *first.diagnostics))
