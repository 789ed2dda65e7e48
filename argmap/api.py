# ruff: noqa: PLC0415  # comparing and drawing are rooms of their own: who only checks need not wait for them
"""The facade: load, check, compare and draw maps, from files or built in Python."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from argmap import files
from argmap.checks.sound import is_sound, is_sound_codebook
from argmap.diagnostics import Diagnostic, locate
from argmap.errors import ArgmapError, FileProblem, InvalidMap, UnknownName
from argmap.model import ArgumentMap, Codebook

if TYPE_CHECKING:
    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.comparison.alignment.suggesting.suggestion import Suggestion
    from argmap.comparison.records import Comparison, Finding, Origin
    from argmap.comparison.reliability import Reliability
    from argmap.comparison.what_if import WhatIf
    from argmap.files import Opened
    from argmap.formats.reading import Reading
    from argmap.formats.sssom import AlignmentReading
    from argmap.renderers.picture import Format, Picture
    from argmap.versions import Changes

FilePath = str | PathLike[str]
"""A path, or ``"-"`` for standard input."""

K = TypeVar("K", bound=str)
Level = Literal["title", "text", "full"]
Theme = Literal["light", "dark", "print"]
Split = Literal["auto", "branch", "never"]


def load(path: FilePath, *, limits: bool = True) -> ArgumentMap:
    """The map in a file, with its codebook, free of errors; warnings are not looked at.

    Args:
        path: The file.
        limits: Whether a file over 20 MB, or of more than 100 000 statements, is refused.

    Raises:
        InvalidMap: The file, or its codebook, has errors; the exception holds every problem found.
        FileProblem: It is a codebook.
    """
    return _usable([path], limits=limits)[0].document


def read(path: FilePath) -> "Reading[ArgumentMap] | Reading[Codebook]":
    """What reading a map or codebook gives, for tools that want problems as values; never raises for what a file holds.

    Its diagnostics are those of reading; `check` finds the others too.
    """
    return files.read(fspath(path)).reading


def check(thing: ArgumentMap | Codebook | FilePath, text: str | None = None) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a map or codebook; empty if nothing is.

    Args:
        thing: A map or codebook built in Python, or the path of one; of a path the problems are located in the file,
            in its order, and those of a codebook file it names follow.
        text: The article's text, to check quotations and paragraphs against; a map's own ``article.text`` otherwise.
    """
    from argmap.checks import check_codebook, check_map, check_together

    if isinstance(thing, Codebook):
        return check_codebook(thing)
    if isinstance(thing, ArgumentMap):
        return (*check_map(thing, text=text), *check_together([thing])[0])
    return examine([thing], text=text)[0].all


def compare(
    *maps: ArgumentMap | FilePath,
    alignment: "Sequence[FilePath | Correspondence]" = (),
    min_confidence: float = 0.0,
    limits: bool = True,
    metrics: bool = True,
    hashes: bool = True,
) -> "Comparison":
    """Where maps agree, where they differ and why.

    Args:
        maps: Two maps or more, or their paths; of paths the result tells file and hash.
        alignment: Rows that join statements of these maps, or the paths of files that hold rows. Only what a person
            accepted counts.
        min_confidence: Rows less sure than this, from 0 to 1, are left aside.
        limits: As for `load`.
        metrics: Whether to give figures too; with them and unsure rows it takes up to four times as long.
        hashes: Whether the result is to tell the hashes of files.

    Raises:
        InvalidMap: A map or an alignment file has errors; the exception holds the problems of all of them.
        InvalidAlignment: Rows contradict each other, or stand on statements that cannot be joined.
        FileProblem: A file holds a codebook, or rows on other maps only.
        ArgmapError: There are fewer than two maps, or `min_confidence` is no number from 0 to 1.
    """
    from argmap.comparison import compare as compare_maps

    _require_share(min_confidence)
    usable = _usable(maps, limits=limits)
    documents = [u.document for u in usable]
    return compare_maps(
        documents,
        origins=[u.origin(hashes=hashes) for u in usable],
        alignment=_rows(alignment, documents, limits=limits),
        min_confidence=min_confidence,
        metrics=metrics,
    )


@dataclass(frozen=True, slots=True)
class Explanation:
    """A finding in full: the comparison it stands in, and what would change it."""

    comparison: "Comparison"
    finding: "Finding"
    what_if: "WhatIf"


def explain(
    *maps: ArgumentMap | FilePath,
    finding: str,
    alignment: "Sequence[FilePath | Correspondence]" = (),
    min_confidence: float = 0.0,
    limits: bool = True,
) -> Explanation:
    """One finding of a comparison, and which single changes to the coding would give it another category.

    Args:
        maps: As for `compare`.
        finding: Its id, such as ``role:china``; or its key, if it is the only one on that key.
        alignment: As for `compare`.
        min_confidence: As for `compare`.
        limits: As for `load`.

    Raises:
        UnknownName: There is no such finding, or the key has several.
        InvalidMap: As for `compare`; so are the other errors.
    """
    from argmap.comparison import compare as compare_maps
    from argmap.comparison.alignment.correspondences import in_force
    from argmap.comparison.what_if import what_if

    _require_share(min_confidence)
    usable = _usable(maps, limits=limits)
    documents = [u.document for u in usable]
    rows = in_force(_rows(alignment, documents, limits=limits), min_confidence)
    comparison = compare_maps(documents, origins=[u.origin() for u in usable], alignment=rows)
    named = [f for f in comparison.findings if finding in (f.id, f.key)]
    if len(named) != 1:
        raise UnknownName("finding", finding, [f.id for f in named or comparison.findings])
    return Explanation(comparison, named[0], what_if(documents, named[0], rows))


def suggest(
    left: ArgumentMap | FilePath,
    right: ArgumentMap | FilePath,
    *,
    alignment: "Sequence[FilePath | Correspondence]" = (),
    per_statement: int = 5,
    one_to_one: bool = False,
) -> "tuple[Suggestion, ...]":
    """Pairs of statements of two maps that may be about one thing, the likeliest first; a person decides.

    Args:
        left: A map, or its path.
        right: Another.
        alignment: What is decided already, as rows or files: it is not proposed again.
        per_statement: In how many proposals a statement may stand.
        one_to_one: Whether it may stand in one alone; then only what stands out from the rest is proposed.

    Raises:
        InvalidMap: A map or an alignment file has errors.
        ArgmapError: Both maps have one id, so that no row could tell them apart.
    """
    from argmap.comparison.alignment.suggest import suggest as propose

    both = [u.document for u in _usable((left, right), limits=True)]
    if both[0].id == both[1].id:
        raise ArgmapError(f"both maps are called {both[0].id!r}; give each map an id of its own")
    known = _rows(alignment, both, limits=True)
    return propose(*both, known=known, per_statement=per_statement, one_to_one=one_to_one)


def diff(old: ArgumentMap | FilePath, new: ArgumentMap | FilePath) -> "Changes":
    """What changed between two versions of one map; false where nothing did.

    Raises:
        InvalidMap: A map has errors; the command `argmap diff` shows what can be read all the same.
    """
    from argmap.versions import differences

    was, now = (u.document for u in _usable((old, new), limits=True))
    return differences(was, now)


def measure_reliability(
    *maps: ArgumentMap | FilePath, alignment: "Sequence[FilePath | Correspondence]" = ()
) -> "Reliability":
    """How far several coders of one article agree, layer by layer; never one score.

    Args:
        maps: The codings, two or more, or their paths.
        alignment: Rows that say which statements are one.

    Raises:
        InvalidMap: A map or an alignment file has errors.
        ArgmapError: There are fewer than two maps.
    """
    from argmap.comparison.reliability import coders, reliability

    if len(maps) < 2:
        raise ArgmapError(f"agreement takes two maps or more; there {'is' if maps else 'are'} {len(maps)} here")
    usable = _usable(maps, limits=True)
    documents = [u.document for u in usable]
    people = coders(documents, [u.opened.reading.name if u.opened else None for u in usable])
    return reliability(people, _rows(alignment, documents, limits=True, minding=_MINDED_BY_CODERS))


_MINDED_BY_CODERS = frozenset({"AM722"})  # that a row names what is not there; else coders may join what they like


def _require_share(min_confidence: float) -> None:
    if not 0 <= min_confidence <= 1:
        raise ArgmapError(f"min_confidence is a number from 0 to 1, not {min_confidence!r}")


def _rows(
    alignment: "Sequence[FilePath | Correspondence]",
    maps: Sequence[ArgumentMap],
    *,
    limits: bool,
    minding: Collection[str] | None = None,
) -> "list[Correspondence]":
    """The rows; those of files are read, and checked beside the maps, each file by itself.

    Args:
        alignment: Rows and paths; a single path is taken for a list of one.
        maps: The maps they are about.
        limits: As for `load`.
        minding: The codes of what counts beside the maps; everything if not said.
    """
    rows: list[Correspondence] = []
    problems: list[Diagnostic] = []
    for given in [alignment] if isinstance(alignment, str | PathLike) else alignment:
        if isinstance(given, str | PathLike):
            reading = _checked(files.read_alignment(fspath(given), limits=limits), maps, minding)
            rows += reading.rows
            problems += reading.diagnostics
        else:
            rows.append(given)
    if any(d.severity == "error" for d in problems):
        raise InvalidMap(tuple(problems))
    return rows


def _checked(
    reading: "AlignmentReading", maps: Sequence[ArgumentMap], minding: Collection[str] | None
) -> "AlignmentReading":
    """The reading with what is wrong beside the maps; rows on maps that are not compared are no problem here."""
    from argmap.comparison.alignment.map_checks import check_alignment

    compared = [m.id for m in maps]
    named = sorted({ref.map for row in reading.rows for ref in (row.subject, row.object) if ref})
    if named and not set(compared) & set(named):
        here = ", ".join(compared)
        raise FileProblem(f"{reading.name!r} is on the maps {', '.join(named)}, and on none of those given: {here}")
    found = (d for d in check_alignment(reading.rows, maps) if d.code != "AM721")
    return reading.with_problems(d for d in found if minding is None or d.code in minding)


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
    m = _usable([thing], limits=True)[0].document
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


@dataclass(frozen=True, slots=True)
class Examined:
    """A file with everything that is wrong with it.

    Attributes:
        opened: The file as it was read.
        diagnostics: Its own problems, located, in the order of the file.
        elsewhere: The problems of the codebook file it names, located there.
    """

    opened: "Opened"
    diagnostics: tuple[Diagnostic, ...]
    elsewhere: tuple[Diagnostic, ...] = ()

    @property
    def name(self) -> str:
        """The file's name in messages."""
        return self.opened.reading.name

    @property
    def all(self) -> tuple[Diagnostic, ...]:
        """The problems of the file, then those of its codebook."""
        return (*self.diagnostics, *self.elsewhere)


def examine(
    paths: Sequence[FilePath],
    *,
    text: str | None = None,
    texts: Mapping[str, str] | None = None,
    limits: bool = True,
) -> tuple[Examined, ...]:
    """Files, read and checked, each by itself and beside the others.

    Args:
        paths: Maps and codebooks.
        text: The article's text of every map that has none of its own, or of the only one.
        texts: Articles' texts by map id; they go before what a map names itself.
        limits: Whether files too large to be maps are refused.
    """
    return _examined(_open(paths, limits), text=text, texts=texts)


def _open(paths: Sequence[FilePath], limits: bool) -> "list[Opened]":
    codebooks: dict[str, Reading[Codebook]] = {}
    return [files.read(fspath(path), limits=limits, codebooks=codebooks) for path in paths]


def _examined(
    opened: "Sequence[Opened]", *, text: str | None = None, texts: Mapping[str, str] | None = None
) -> tuple[Examined, ...]:
    from argmap.checks import check_together

    maps = [m for o in opened if (m := _map_in(o))]
    given = [(m.id, _article(o, m, text, texts)) for o in opened if (m := _map_in(o))]
    articles = {key: found for key, found in given if found is not None}
    beside = iter(check_together(maps, texts=articles))
    return tuple(_with_problems(o, articles, next(beside) if _map_in(o) else ()) for o in opened)


def _map_in(opened: "Opened") -> ArgumentMap | None:
    """The map in a file, or what is left of it."""
    document = opened.reading.document or opened.reading.salvaged
    return document if isinstance(document, ArgumentMap) else None


def _article(opened: "Opened", m: ArgumentMap, text: str | None, texts: Mapping[str, str] | None) -> str | None:
    return text if text is not None else (texts or {}).get(m.id, opened.article)


def _with_problems(opened: "Opened", articles: Mapping[str, str], beside: tuple[Diagnostic, ...]) -> Examined:
    from argmap.checks import check_codebook, check_map

    reading = opened.reading
    document = reading.document or reading.salvaged
    found: tuple[Diagnostic, ...] = ()
    if isinstance(document, ArgumentMap):
        text, own, salvaged = articles.get(document.id), opened.codebook is None, reading.document is None
        found = (*check_map(document, text=text, own_codebook=own, salvaged=salvaged), *beside)
    elif document is not None:
        found = check_codebook(document)
    here = [d for d in reading.diagnostics if d.file == reading.name]
    elsewhere = [d for d in reading.diagnostics if d.file != reading.name]
    return Examined(opened, locate((*here, *found), reading), (*elsewhere, *_of_codebook(opened)))


def _of_codebook(opened: "Opened") -> tuple[Diagnostic, ...]:
    """What is wrong with the codebook file a map names, beyond what reading it found."""
    from argmap.checks import check_codebook

    book = opened.codebook
    document = book and (book.document or book.salvaged)
    return locate(check_codebook(document), book) if book and document else ()


@dataclass(frozen=True, slots=True)
class _Usable:
    """A map without errors; `opened` is None for one built in Python."""

    document: ArgumentMap
    opened: "Opened | None" = None

    def origin(self, *, hashes: bool = True) -> "Origin | None":
        """Where it came from, for the result of a comparison; `hashes` tells whether anybody will read those."""
        from argmap.comparison.records import Origin

        if self.opened is None:
            return None
        reading, codebook = self.opened.reading, self.opened.codebook
        if not hashes:
            return Origin(reading.name)
        return Origin(reading.name, reading.sha256, codebook.sha256 if codebook else None)


def _usable(things: Sequence[ArgumentMap | FilePath], *, limits: bool) -> list[_Usable]:
    """The maps; or what is wrong with all of them, not only with the first."""
    opened = iter(_open([thing for thing in things if not isinstance(thing, ArgumentMap)], limits))
    given = [thing if isinstance(thing, ArgumentMap) else next(opened) for thing in things]
    if not all(_is_usable(one) for one in given):
        _refuse(given)
    return [_Usable(one) if isinstance(one, ArgumentMap) else _Usable(_map(one), one) for one in given]


def _is_usable(given: "ArgumentMap | Opened") -> bool:
    """Whether it is a map that can have no error: the quick answer, without all there is to be warned of."""
    if isinstance(given, ArgumentMap):
        return is_sound(given)
    document, book = given.reading.document, given.codebook.document if given.codebook else None
    return (
        isinstance(document, ArgumentMap)
        and given.article is None  # quotations can be wrong
        and is_sound(document, own_codebook=given.codebook is None)
        and (book is None or is_sound_codebook(book))
    )


def _refuse(given: "Sequence[ArgumentMap | Opened]") -> None:
    """Raise what is wrong with maps, if anything is."""
    problems: list[Diagnostic] = []
    codebooks: list[str] = []
    for one in given:
        if isinstance(one, ArgumentMap):
            problems += check(one)
            continue
        problems += _examined([one])[0].all
        if isinstance(one.reading.document, Codebook):
            codebooks.append(one.reading.name)
    if any(d.severity == "error" for d in problems):
        raise InvalidMap(tuple(dict.fromkeys(problems)))  # a shared codebook's are said once
    if codebooks:
        raise FileProblem(f"{codebooks[0]!r} is a codebook; a map is needed here")


def _map(opened: "Opened") -> ArgumentMap:
    document = opened.reading.document
    assert isinstance(document, ArgumentMap)  # what is none was refused
    return document


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
