# ruff: noqa: PLC0415  # comparing and drawing are rooms of their own: who only checks need not wait for them
"""Drawing: maps and comparisons as pictures, and pictures as files."""

from dataclasses import replace
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from argmap import files
from argmap.errors import ArgmapError, FileProblem, UnknownName
from argmap.facade.comparing import compare
from argmap.facade.opening import FilePath, usable
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.comparison.records import Comparison
    from argmap.renderers.picture import Format, Picture

K = TypeVar("K", bound=str)
Level = Literal["title", "text", "full"]
Theme = Literal["light", "dark", "print"]
Split = Literal["auto", "branch", "never"]


def draw(
    thing: "ArgumentMap | Comparison | FilePath",
    other: ArgumentMap | FilePath | None = None,
    *,
    alignment: "Sequence[FilePath | Correspondence]" = (),
    min_confidence: float = 0.0,
    paper: str | None = None,
    level: Level | None = None,
    theme: Theme = "light",
    format: "Format" = "svg",  # noqa: A002  # what users call it
    split: Split = "auto",
) -> "Picture":
    """A picture of a map, or of a comparison; in a notebook it shows itself.

    Args:
        thing: A map, its path, or what `compare` gave.
        other: A second map, to draw the comparison of the two.
        alignment: For two maps, as for `compare`; what `compare` gave has its rows already.
        min_confidence: Likewise.
        paper: What it is made for: ``a4``, ``a4-portrait``, ``letter``, ``slide`` and others; A4 if not said,
            upright for a comparison.
        level: How much a box says: its label (``title``), its sentence (``text``), or with quotation (``full``); if not
            said, labels on slides and sentences on paper.
        theme: ``print`` is black and white.
        format: Kind of picture.
        split: Whether a map becomes an overview and a sheet per branch: if it does not fit one page (``auto``),
            always (``branch``) or ``never``.

    Returns:
        The first sheet; its `sheets` hold those that follow, its `diagnostics` say if type is too small to read.
        `save` writes them all.

    Raises:
        InvalidMap: A map or an alignment file has errors.
        ArgmapError: There is an alignment, but not two maps.
        UnknownName: There is no such paper.
        DrawingFailed: The comparison is of three maps or more; there is no Graphviz, or it could not draw this.
    """
    from argmap.comparison.records import Comparison

    if isinstance(thing, Comparison) and other is not None:
        raise ArgmapError("draw takes what compare gave, or two maps, not both")
    if other is not None and not isinstance(thing, Comparison):
        thing = compare(thing, other, alignment=alignment, min_confidence=min_confidence)
    elif alignment:
        raise ArgmapError("an alignment is for two maps; give it to compare to draw what compare gives")
    if isinstance(thing, Comparison):
        return _bound(_comparison_sheets(thing, paper=paper, level=level, theme=theme, form=format))
    m = usable([thing], limits=True)[0].document
    return _bound(_map_sheets(m, paper=paper, level=level, theme=theme, form=format, split=split))


def save(picture: "Picture", path: FilePath) -> tuple[str, ...]:
    """The paths of the files written: all sheets of a picture, in order.

    Args:
        picture: What `draw` gave.
        path: A folder, which is made if it ends in ``/``; every sheet has its own name there. Or the file, for a
            picture of one sheet.

    Raises:
        FileProblem: A file cannot be written, there are several sheets for it, or its ending is not the picture's.
    """
    sheets, name = (picture, *picture.sheets), fspath(path)
    if files.is_folder(name):
        paths = tuple(str(Path(name) / sheet.file_name) for sheet in sheets)
    elif len(sheets) > 1:
        raise FileProblem(f"there are {len(sheets)} sheets for one file; give a folder: {str(Path(name).stem) + '/'!r}")
    elif not name.lower().endswith(f".{picture.format}"):
        raise FileProblem(
            f"{name!r} is no name for a {picture.format}; end it with .{picture.format}, or give a folder"
        )
    else:
        paths = (name,)
    for sheet, each in zip(sheets, paths, strict=True):
        files.write(each, sheet.data)
    return paths


def _comparison_sheets(
    c: "Comparison", *, paper: str | None, level: Level | None, theme: Theme, form: "Format"
) -> "tuple[Picture, ...]":
    from argmap.layout.paper import PAPERS
    from argmap.renderers.comparison_sheets import draw_comparison

    size = _known("paper", paper or "a4-portrait", PAPERS)
    return draw_comparison(c, paper=size, theme=theme, format=form, level=level)


def _map_sheets(
    m: ArgumentMap, *, paper: str | None, level: Level | None, theme: Theme, form: "Format", split: Split
) -> "tuple[Picture, ...]":
    from argmap.renderers.map_sheets import draw_map

    usual: Level = "title" if paper == "slide" else "text"
    return draw_map(m, paper=paper or "a4", level=level or usual, theme=theme, format=form, split=split)


def _known(kind: str, name: str, known: "Mapping[K, object]") -> "K":
    """The key of that name."""
    for key in known:
        if key == name:
            return key
    raise UnknownName(kind, name, [str(key) for key in known])


def _bound(sheets: "tuple[Picture, ...]") -> "Picture":
    """The first sheet, with the others behind it."""
    first, *rest = sheets
    return replace(first, sheets=tuple(rest))
