# ruff: noqa: PLC0415  # comparing and drawing are rooms of their own: who only checks need not wait for them
"""Opening: maps and codebooks from files, checked, and refused with everything that is wrong with them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from os import PathLike, fspath
from typing import TYPE_CHECKING

from argmap import files
from argmap.checks.sound import is_sound, is_sound_codebook
from argmap.diagnostics import Diagnostic, locate
from argmap.errors import FileProblem, InvalidMap
from argmap.model import ArgumentMap, Codebook

if TYPE_CHECKING:
    from argmap.codes.selecting import Selection
    from argmap.comparison.records import Origin
    from argmap.files import Opened, Unsaved
    from argmap.formats.ignoring import Heeded
    from argmap.formats.reading import Reading

FilePath = str | PathLike[str]
"""A path, or ``"-"`` for standard input."""


def load(path: FilePath, *, limits: bool = True) -> ArgumentMap:
    """The map in a file, with its codebook, free of errors; warnings are not looked at.

    Args:
        path: The file.
        limits: Whether a file over 20 MB, or of more than 100 000 statements, is refused.

    Raises:
        InvalidMap: The file, or its codebook, has errors; the exception holds every problem found.
        FileProblem: It is a codebook.
    """
    return usable([path], limits=limits)[0].document


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


@dataclass(frozen=True, slots=True)
class Examined:
    """A file with everything that is wrong with it.

    Attributes:
        opened: The file as it was read.
        diagnostics: Its own problems, located, in the order of the file.
        elsewhere: The problems of the codebook file it names, located there.
        silenced: The problems, here and there, that comments silence: ``# argmap: ignore[AM304]``.
        unwanted: Those that a selection leaves out, but for teaching advice that was not asked for.
    """

    opened: "Opened"
    diagnostics: tuple[Diagnostic, ...]
    elsewhere: tuple[Diagnostic, ...] = ()
    silenced: tuple[Diagnostic, ...] = ()
    unwanted: tuple[Diagnostic, ...] = ()

    @property
    def name(self) -> str:
        """The file's name in messages."""
        return self.opened.reading.name

    @property
    def all(self) -> tuple[Diagnostic, ...]:
        """The problems of the file, then those of its codebook."""
        return (*self.diagnostics, *self.elsewhere)

    def told(self, selection: "Selection | SelectionOf") -> "Examined":
        """The same with those problems that are wanted."""
        given = {name: found for name in {d.file for d in self.all} if (found := _selection(selection, name))}
        wanted = {id(d) for d in self.all if d.file not in given or given[d.file].wants(d.code)}
        return replace(
            self,
            diagnostics=tuple(d for d in self.diagnostics if id(d) in wanted),
            elsewhere=tuple(d for d in self.elsewhere if id(d) in wanted),
            unwanted=tuple(d for d in self.all if id(d) not in wanted and not given[d.file].withholds(d.code)),
        )


SelectionOf = Callable[[str], "Selection | None"]
"""Which problems are told of a file, by its name: a project may want others of some of its files. None is the usual."""


def _selection(selection: "Selection | SelectionOf", name: str) -> "Selection | None":
    return selection(name) if callable(selection) else selection


def examine(
    paths: Sequence[FilePath],
    *,
    text: str | None = None,
    texts: Mapping[str, str] | None = None,
    limits: bool = True,
    selection: "Selection | SelectionOf | None" = None,
    unsaved: "Unsaved | None" = None,
) -> tuple[Examined, ...]:
    """Files, read and checked, each by itself and beside the others.

    Args:
        paths: Maps and codebooks.
        text: The article's text of every map that has none of its own, or of the only one.
        texts: Articles' texts by map id; they go before what a map names itself.
        limits: Whether files too large to be maps are refused.
        selection: Which problems are told, of all files or of each by its name; by default all errors, warnings and
            advice but teaching advice. What comments in the files silence is not told in any case.
        unsaved: Texts to take in place of files on the disk, by resolved path.
    """
    return _examined(_open(paths, limits, unsaved), text=text, texts=texts, selection=selection)


def _open(paths: Sequence[FilePath], limits: bool, unsaved: "Unsaved | None" = None) -> "list[Opened]":
    codebooks: dict[str, Reading[Codebook]] = {}
    return [files.read(fspath(path), limits=limits, codebooks=codebooks, unsaved=unsaved) for path in paths]


def _examined(
    opened: "Sequence[Opened]",
    *,
    text: str | None = None,
    texts: Mapping[str, str] | None = None,
    selection: "Selection | SelectionOf | None" = None,
) -> tuple[Examined, ...]:
    from argmap.checks import check_together

    maps = [m for o in opened if (m := _map_in(o))]
    given = [_article(o, m, text, texts) if (m := _map_in(o)) else None for o in opened]
    articles = {m.id: found for o, found in zip(opened, given, strict=True) if found is not None and (m := _map_in(o))}
    salvaged = any(o.reading.salvaged is not None for o in opened)
    beside = iter(check_together(maps, texts=articles, salvaged=salvaged))
    found = (
        _with_problems(
            o,
            article,
            next(beside) if _map_in(o) else (),
            maps=() if salvaged else maps,
            teach=_teaches(selection, o),
            layout=_wants_layout(selection, o),
        )
        for o, article in zip(opened, given, strict=True)
    )
    return tuple(found if selection is None else (e.told(selection) for e in found))


def _teaches(selection: "Selection | SelectionOf | None", opened: "Opened") -> bool:
    found = selection and _selection(selection, opened.reading.name)
    return bool(found and found.teaches)


def _wants_layout(selection: "Selection | SelectionOf | None", opened: "Opened") -> bool:
    found = selection and _selection(selection, opened.reading.name)
    return bool(found and found.select and found.wants("AM510"))


def _map_in(opened: "Opened") -> ArgumentMap | None:
    """The map in a file, or what is left of it."""
    document = opened.reading.document or opened.reading.salvaged
    return document if isinstance(document, ArgumentMap) else None


def _article(opened: "Opened", m: ArgumentMap, text: str | None, texts: Mapping[str, str] | None) -> str | None:
    return text if text is not None else (texts or {}).get(m.id, opened.article)


def _with_problems(
    opened: "Opened",
    article: str | None,
    beside: tuple[Diagnostic, ...],
    *,
    maps: Sequence[ArgumentMap],
    teach: bool,
    layout: bool,
) -> Examined:
    from argmap.checks import check_codebook, check_map

    reading = opened.reading
    document = reading.document or reading.salvaged
    found: tuple[Diagnostic, ...] = ()
    if isinstance(document, ArgumentMap):
        found = check_map(
            document,
            text=article,
            own_codebook=opened.codebook is None,
            salvaged=reading.document is None,
            without_codebook=reading.without_codebook,
            teach=teach,
        )
        found = (*found, *beside)
    elif document is not None:
        found = check_codebook(document, maps=maps)
    if layout:
        from argmap.formats.field_order import out_of_order

        found = (*found, *out_of_order(reading))
    from argmap.formats.ignoring import heed

    here = [d for d in reading.diagnostics if d.file == reading.name]
    heeded = heed(locate((*here, *found), reading), reading, teach=teach)
    book = _of_codebook(opened, [d for d in reading.diagnostics if d.file != reading.name])
    return Examined(opened, heeded.told, book.told, (*heeded.silenced, *book.silenced))


def _of_codebook(opened: "Opened", read: Sequence[Diagnostic]) -> "Heeded":
    """What is wrong with the codebook file a map names: what reading it found, and what checking it finds."""
    from argmap.checks import check_codebook
    from argmap.formats.ignoring import Heeded, heed

    book = opened.codebook
    document = book and (book.document or book.salvaged)
    if not (book and document):
        return Heeded(tuple(read))
    return heed((*read, *locate(check_codebook(document), book)), book)


@dataclass(frozen=True, slots=True)
class Usable:
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


def usable(things: Sequence[ArgumentMap | FilePath], *, limits: bool) -> list[Usable]:
    """The maps; or what is wrong with all of them, not only with the first."""
    opened = iter(_open([thing for thing in things if not isinstance(thing, ArgumentMap)], limits))
    given = [thing if isinstance(thing, ArgumentMap) else next(opened) for thing in things]
    if not all(_is_usable(one) for one in given):
        _refuse(given)
    return [Usable(one) if isinstance(one, ArgumentMap) else Usable(_map(one), one) for one in given]


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
