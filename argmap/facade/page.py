# ruff: noqa: PLC0415  # as in `drawing`
"""The page of a lesson: maps, their comparison and pictures of both in one file of HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from typing import TYPE_CHECKING, Final, Literal, get_args

from argmap.errors import ArgmapError, DrawingFailed, UnknownName
from argmap.facade.comparing import compare
from argmap.facade.opening import FilePath, usable
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.comparison.records import Comparison
    from argmap.comparison.what_if import WhatIf
    from argmap.hypertext.page.figure import Figure

Figures = Literal["none", "few", "all"]

FIGURES: Final[tuple[Figures, ...]] = get_args(Figures)


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what there is to tell of it.

    Attributes:
        html: The page.
        undrawn: Why it has no pictures although some were asked for; "" if it has them.
        comparison: What it shows of several maps, with what its reader should be warned of; None for one map.
    """

    html: str
    undrawn: str = ""
    comparison: "Comparison | None" = None


def build_page(
    *things: "ArgumentMap | Comparison | FilePath",
    title: str = "",
    about: "str | Sequence[str]" = (),
    alignment: "Sequence[FilePath | Correspondence]" = (),
    min_confidence: float = 0.0,
    figures: Figures = "few",
    texts: Mapping[str, str] | None = None,
    whole_text: bool = False,
    limits: bool = True,
) -> str:
    """A page of maps and of where they agree and differ: one file of HTML that needs no network.

    Args:
        things: A map or its path; several, to compare them; or what `compare` gave.
        title: The heading of the page; if not said, what the comparison comes to.
        about: Keys, ids of findings, or words of what they are called: only these findings are compared.
        alignment: Of maps, as for `compare`; what `compare` gave has its rows already.
        min_confidence: Likewise.
        figures: How many pictures stand in it: ``none``, ``few`` or ``all``. Without Graphviz there are none.
        texts: Articles' texts by map id, so that quotations open in their context; they go before what a map names
            itself.
        whole_text: Whether the page holds the whole articles, rather than a few words around each quotation.
        limits: As for `load`.

    Raises:
        InvalidMap: A map or an alignment file has errors.
        ArgmapError: There is nothing to show; or there is an alignment, and no two maps; or texts of other maps.
        UnknownName: `figures` is none of its words.
        NothingAbout: No finding is about what was asked for.
    """
    return page_of(
        *things,
        title=title,
        about=about,
        alignment=alignment,
        min_confidence=min_confidence,
        figures=figures,
        texts=texts,
        whole_text=whole_text,
        limits=limits,
    ).html


def page_of(
    *things: "ArgumentMap | Comparison | FilePath",
    title: str = "",
    about: "str | Sequence[str]" = (),
    alignment: "Sequence[FilePath | Correspondence]" = (),
    min_confidence: float = 0.0,
    figures: Figures = "few",
    texts: Mapping[str, str] | None = None,
    whole_text: bool = False,
    limits: bool = True,
) -> Page:
    """The same, with what there is to tell of it."""
    from argmap.comparison.about import findings_about
    from argmap.hypertext.page.build import build_page as build
    from argmap.reporters.outline import outline_markdown

    if figures not in FIGURES:
        raise UnknownName("kind of figures", str(figures), FIGURES)
    maps, comparison, articles, hashes = _subject(things, alignment, min_confidence, limits)
    given = dict(texts or {})
    if strange := [name for name in given if name not in {m.id for m in maps}]:
        raise ArgmapError(f"there is a text of {strange[0]!r}, and no such map; known: {', '.join(m.id for m in maps)}")
    if whole_text and not (articles or given):
        raise ArgmapError("there is no article's text to put into the page: name one with 'texts', or in the map")
    asked = [about] if isinstance(about, str) else [str(one) for one in about]
    if asked and comparison is None:
        raise ArgmapError("'about' is for comparisons, and there is one map; leave it out, or name another map")
    shown = replace(comparison, findings=findings_about(comparison, asked)) if asked and comparison else comparison
    drawn, undrawn = _drawn(maps, shown, figures)
    html = build(
        maps,
        shown,
        figures=drawn,
        undrawn=undrawn,
        texts=articles | given,
        among=comparison,
        title=title,
        whole_text=whole_text,
        changes=_changes(shown) if shown else {},
        hashes=hashes,
        outlines=[outline_markdown(m) for m in maps],
    )
    return Page(html, undrawn, shown)


def _subject(
    things: "Sequence[ArgumentMap | Comparison | FilePath]",
    alignment: "Sequence[FilePath | Correspondence]",
    min_confidence: float,
    limits: bool,
) -> "tuple[tuple[ArgumentMap, ...], Comparison | None, dict[str, str], dict[str, str]]":
    """The maps, their comparison if there are several, the texts of articles and the hashes of files by map id."""
    from argmap.comparison.records import Comparison

    if not things:
        raise ArgmapError("there is nothing to show: give a map, or what compare gave")
    compared = [thing for thing in things if isinstance(thing, Comparison)]
    if compared and len(things) > 1:
        raise ArgmapError("a page takes what compare gave, or maps, not both")
    if alignment and len(things) < 2:
        raise ArgmapError("an alignment is for two maps; give it to compare to show what compare gives")
    if min_confidence and len(things) < 2:
        raise ArgmapError("'min_confidence' is for the rows that join two maps; leave it out")
    if compared:
        return compared[0].documents, compared[0], {}, {}
    given = [thing for thing in things if not isinstance(thing, Comparison)]
    for thing in given:
        if not isinstance(thing, ArgumentMap | str | PathLike):
            raise ArgmapError(f"a page takes a map, its path, or what compare gave, not a {type(thing).__name__}")
    opened = usable(given, limits=limits)
    maps = tuple(u.document for u in opened)
    articles = {u.document.id: u.opened.article for u in opened if u.opened and u.opened.article is not None}
    if len(maps) > 1:
        compared_now = compare(*given, alignment=alignment, min_confidence=min_confidence, limits=limits, metrics=False)
        return maps, compared_now, articles, {}
    read = {u.document.id: u.opened.reading.sha256 for u in opened if u.opened}
    return maps, None, articles, {name: sha256 for name, sha256 in read.items() if sha256}


def _changes(c: "Comparison") -> "dict[str, WhatIf]":
    """What would change each difference, by the id of the finding; nothing where rows join the maps.

    The rows themselves are no part of a comparison.
    """
    from argmap.comparison.what_ifs import what_ifs

    if any(basis.via == "alignment" for f in c.findings for basis in f.basis):
        return {}
    return what_ifs(c.documents, [f for f in c.findings if f.group in ("diverge", "conflict") and f.unit != "evidence"])


def _drawn(
    maps: "Sequence[ArgumentMap]", comparison: "Comparison | None", figures: Figures
) -> "tuple[tuple[Figure, ...], str]":
    """The pictures, or why there are none."""
    from argmap.facade.page_figures import figures_of

    try:
        return figures_of(maps, comparison, figures), ""
    except DrawingFailed as problem:
        return (), str(problem)
