"""Opens maps and codebooks with what they refer to."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.files.decoding import CHECK_THE_PATH, STANDARD_INPUT, Unsaved, failed, is_stream, text_or_why
from argmap.formats import Reading, read_codebook, read_document
from argmap.model import ArgumentMap, Codebook

_CODEBOOK: Final = r"\b(?:argmap-codebook|actors|factors|propositions|places|roles)\b[\"']?\s*:"
_OF_WHOLE_FILES: Final = frozenset({"AM102", "AM112", "AM117"})
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class Opened:
    """A file and what it refers to.

    Attributes:
        reading: The map or codebook; its diagnostics also say what is wrong with the files it names.
        codebook: The reading of the codebook, if the map names one by its path and the file was found.
        article: The text of the article, if the map names one and the file could be read.
        named: The paths of the files the map names, whether or not they are there.
    """

    reading: Reading[ArgumentMap] | Reading[Codebook]
    codebook: Reading[Codebook] | None = None
    article: str | None = None
    named: tuple[str, ...] = ()


def read(
    path: str | Path,
    *,
    limits: bool = True,
    called: str = "",
    beside: str | Path = "",
    codebooks: dict[str, Reading[Codebook]] | None = None,
    unsaved: Unsaved | None = None,
) -> Opened:
    """The map or codebook in a file, with its codebook and its article; ``-`` is standard input.

    Whatever is wrong is a diagnostic of the reading. Paths inside a map are relative to its folder, on standard input
    to the current one.

    Args:
        path: The file.
        limits: Whether a file over 20 MB, or of more than 100 000 statements, is refused.
        codebooks: Those read before, by path; a codebook that several maps name is read once, and kept here.
        called: What messages call the file; its path if not said.
        beside: The file from whose folder paths inside start, if not from that of the file itself.
        unsaved: Texts to take in place of files on the disk.
    """
    name = str(path)
    got = text_or_why(name, limits, standard_input=name == STANDARD_INPUT, unsaved=unsaved)
    if isinstance(got, Reading):
        return Opened(got)
    folder = _folder(str(beside) or name)
    name = called or name
    shelf = {} if codebooks is None else codebooks
    named: list[Reading[Codebook]] = []
    paths: list[str] = []

    def resolve(inside: str) -> Reading[Codebook]:
        where = str(folder / inside)
        if where not in shelf:
            shelf[where] = _codebook(folder, inside, limits, unsaved)
        named.append(shelf[where])
        if not is_address(inside):
            paths.append(where)
        return shelf[where]

    reading = read_document(got, "<stdin>" if name == STANDARD_INPUT else name, codebook=resolve, limits=limits)
    opened = Opened(reading, named[0] if named and named[0].text else None, named=tuple(paths))
    document = reading.document or reading.salvaged
    if isinstance(document, ArgumentMap) and document.article.text:
        return _with_article(opened, folder, document.article.text, unsaved)
    return opened


def read_together(path: str | Path) -> tuple[str, ...]:
    """The names of the files that reading a map opens: its own, its codebook's, its article's."""
    name = str(path)
    opened = read(name, limits=is_stream(Path(name)))  # a device may have no end
    document = opened.reading.document or opened.reading.salvaged
    article = document.article.text if isinstance(document, ArgumentMap) else None
    names = [name, opened.codebook.name if opened.codebook else None, article and str(_folder(name) / article)]
    return tuple(name for name in names if name)


def is_address(name: str) -> bool:
    """Whether a name is the address of something elsewhere, ``https://…``, and no path."""
    return bool(_ADDRESS.match(name))


def _folder(name: str) -> Path:
    return Path() if name == STANDARD_INPUT else Path(name).parent


def _codebook(folder: Path, inside: str, limits: bool, unsaved: Unsaved | None) -> Reading[Codebook]:
    if is_address(inside):
        return Reading(inside, None, (replace(_address(inside), file=inside),))
    path = str(folder / inside)
    got = text_or_why(path, limits, named_inside=True, unsaved=unsaved)
    if isinstance(got, Reading):
        missing = _missing(got.diagnostics[0], folder, inside)
        reading = Reading[Codebook](got.name, None, (missing,), got.text)
    else:
        reading = read_codebook(got, path, limits=limits)
    shows = any(d.position and d.code not in _OF_WHOLE_FILES for d in reading.diagnostics)
    if shows and not re.search(_CODEBOOK, reading.text):
        # whoever wrote the map may have named a file that is not theirs to see: no line of it is shown
        help_ = "write the path of a codebook; what is wrong in one is told if the file is checked by itself"
        found = problem("AM111", f"the codebook {inside!r} cannot be used: it does not look like one", help=help_)
        return Reading(path, None, (replace(found, file=path),))
    return reading


def _missing(found: Diagnostic, folder: Path, inside: str) -> Diagnostic:
    """The problem, with the file that was meant where one that is not there is named."""
    from argmap.files.nearby import file_meant  # noqa: PLC0415  # most maps name files that are there

    help_, meant = file_meant(folder, inside) if found.help == CHECK_THE_PATH else ("", "")
    return replace(found, help=help_, instead=meant) if help_ else found


def _address(name: str) -> Diagnostic:
    return problem("AM111", f"{name!r} is an address, not a path", help="save the file and write where it is")


def _with_article(opened: Opened, folder: Path, inside: str, unsaved: Unsaved | None) -> Opened:
    if is_address(inside):
        got: str | Reading[ArgumentMap] = failed(inside, _address(inside))
    else:
        got = text_or_why(str(folder / inside), limits=True, named_inside=True, unsaved=unsaved)
        opened = replace(opened, named=(*opened.named, str(folder / inside)))
    if not isinstance(got, Reading):
        return replace(opened, article=got)
    why = got.diagnostics[0]
    why = _missing(why, folder, inside)
    help_ = "check the path, or leave the field out" if why.help in ("", CHECK_THE_PATH) else why.help
    message = f"the text of the article is missing: {why.message}"
    found = problem("AM406", message, ("article", "text"), help=help_, instead=why.instead)
    return replace(opened, reading=opened.reading.with_problems([found]))
