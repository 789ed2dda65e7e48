"""Opens maps, codebooks and what they refer to, and writes files; no other module of this kind touches the disk."""

import errno
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Position
from argmap.errors import FileProblem
from argmap.formats import Reading, read_codebook, read_document
from argmap.formats.lines import Lines
from argmap.model import ArgumentMap, Codebook

if TYPE_CHECKING:
    from argmap.formats.settings_file import Settings
    from argmap.formats.sssom import AlignmentReading
    from argmap.formats.toml_tables import TableReading
    from argmap.languages import Words
    from argmap.theme import Theme

STANDARD_INPUT: Final = "-"
MAX_BYTES: Final = 20_000_000

_STREAM: Final = re.compile(r"/dev/(std(out|err)|fd/\d+)|/proc/(self|\d+)/fd/\d+")
_CODEBOOK: Final = re.compile(r"\b(?:argmap-codebook|actors|factors|propositions|places|roles)\b[\"']?\s*:")
_OF_WHOLE_FILES: Final = frozenset({"AM102", "AM112", "AM117"})
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


Unsaved = Mapping[Path, str]
"""What an editor holds of files that it has not written yet, by resolved path: it goes before what is on the disk."""


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
    got = _decoded(name, limits, standard_input=name == STANDARD_INPUT, unsaved=unsaved)
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


def read_alignment(path: str | Path, *, limits: bool = True) -> "AlignmentReading":
    """The alignment in a file; ``-`` is standard input. Whatever is wrong is a diagnostic of what comes back.

    Args:
        path: The file.
        limits: Whether a file over 20 MB is refused.
    """
    from argmap.formats.sssom import AlignmentReading, read_sssom  # noqa: PLC0415  # few commands read one

    name = str(path)
    got = _decoded(name, limits, standard_input=name == STANDARD_INPUT)
    if isinstance(got, Reading):
        return AlignmentReading(got.name, diagnostics=got.diagnostics, text=got.text)
    return read_sssom(got, "<stdin>" if name == STANDARD_INPUT else name)


def read_theme(path: str | Path) -> "TableReading[Theme]":
    """The theme in a file. Whatever is wrong is a diagnostic of what comes back."""
    from argmap.formats.theme_file import read_theme as read_  # noqa: PLC0415  # most drawings have a theme of argmap
    from argmap.formats.toml_tables import TableReading  # noqa: PLC0415

    got = _small(str(path))
    return TableReading(str(path), None, (got,)) if isinstance(got, Diagnostic) else read_(got, str(path))


def read_words(path: str | Path) -> "TableReading[Words]":
    """The table of fixed words in a file. Whatever is wrong is a diagnostic of what comes back."""
    from argmap.formats.toml_tables import TableReading  # noqa: PLC0415  # as for themes
    from argmap.formats.words_file import read_words as read_  # noqa: PLC0415

    got = _small(str(path))
    return TableReading(str(path), None, (got,)) if isinstance(got, Diagnostic) else read_(got, str(path))


def find_settings(folder: Path) -> "tuple[Path, TableReading[Settings]] | None":
    """The settings that hold in a folder, and the file they stand in; None where there are none.

    That is the nearest ``argmap.toml``, or ``pyproject.toml`` with a table for argmap, from the folder upwards to the
    root of a repository. Of two in one folder, argmap's own file counts. Whatever is wrong with it is a diagnostic.
    """
    return next(
        ((path, found) for path in settings_places(folder) if path.is_file() and (found := _settings(path))), None
    )


def settings_places(folder: Path) -> Iterator[Path]:
    """The files that may hold the settings of a folder, whether or not they are there; the first that does counts."""
    folder = Path(os.path.abspath(folder))  # noqa: PTH100  # not resolved: a link stands where somebody put it
    for place in (folder, *folder.parents):
        yield place / "argmap.toml"
        yield place / "pyproject.toml"
        if (place / ".git").exists():
            return


def _settings(path: Path) -> "TableReading[Settings] | None":
    """The settings in a file; None in a pyproject.toml that has none."""
    from argmap.formats.settings_file import SHARED_FILE, has_settings, read_settings  # noqa: PLC0415
    from argmap.formats.toml_tables import TableReading  # noqa: PLC0415  # few projects have settings

    shown = str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
    shared = path.name == SHARED_FILE
    got = _small(str(path))
    if isinstance(got, Diagnostic):
        return None if shared else TableReading(shown, None, (replace(got, file=shown),))
    return read_settings(got, shown) if not shared or has_settings(got) else None


def names_table(name: str) -> bool:
    """Whether the name of a theme or a language is that of a file: it ends in ``.toml``, or has a folder."""
    return name.endswith(".toml") or "/" in name or "\\" in name


def _small(name: str) -> str | Diagnostic:
    """The text of a file that a person wrote for themselves, or why there is none."""
    from argmap.formats.toml_tables import too_large  # noqa: PLC0415

    got = _decoded(name, limits=True)
    if not isinstance(got, Reading):
        return got
    (found,) = got.diagnostics
    return replace(too_large(), file=name) if found.code == "AM112" else found


MAX_FOUND: Final = 5_000  # files of a folder that are looked at: more is no folder of maps
MAX_FOLDERS: Final = 20_000  # of which names are looked at: somebody's whole disk is no project
_DOCUMENTS: Final = (".yaml", ".yml", ".tsv")
_NOT_ENTERED: Final = frozenset({"node_modules", "venv", "__pycache__", "site-packages"})
_TABLE: Final = re.compile(r"^\s*\[\s*tool\s*\.\s*argmap\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a folder.

    Attributes:
        paths: The files that may be maps, codebooks or alignments by their names, in order.
        left: Folders that could not be looked into, each with the reason.
        cut: Whether there are more than were looked at.
    """

    paths: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...] = ()
    cut: bool = False


def find_documents(folder: Path) -> Found:
    """The YAML and TSV files in a folder and below, each once, by resolved path.

    Hidden folders and those of installed packages are not entered, nor are links to folders: what they point to is
    another place, or this one again.
    """
    found: dict[Path, None] = {}
    left: list[tuple[Path, str]] = []
    walk = os.walk(folder, onerror=lambda error: left.append((Path(str(error.filename)), why(error))))
    for count, (at, folders, names) in enumerate(walk):
        if count == MAX_FOLDERS:
            return Found(tuple(found), tuple(left), cut=True)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NOT_ENTERED)
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(_DOCUMENTS):
                path = Path(at, name)
                if len(found) == MAX_FOUND:
                    return Found(tuple(found), tuple(left), cut=True)
                if path.is_file():  # not a pipe, which would wait, nor a link to nowhere
                    found[path.resolve()] = None
    return Found(tuple(found), tuple(left))


def project_folder(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that is a project: it has argmap's settings, or is a repository of git.

    None where there is none.
    """
    return next((folder for folder in (start, *start.parents) if _is_project(folder)), None)


def _is_project(folder: Path) -> bool:
    try:
        if (folder / "argmap.toml").is_file() or (folder / ".git").exists():
            return True
        return bool(_TABLE.search((folder / "pyproject.toml").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return False


def may_mention(path: Path, word: str) -> bool:
    """Whether a word of ASCII letters may stand in a file that is no UTF-8, in whatever encoding; or in a folder."""
    try:
        data = _bytes(str(path), MAX_BYTES, named_inside=True)
    except (OSError, ValueError):
        return True
    return any(word.encode(encoding) in data for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def decoded(path: Path, *, unsaved: Unsaved | None = None) -> str | Diagnostic:
    """The text of a file that is no larger than a map may be, or why there is none; a device or a pipe has none."""
    got = _decoded(str(path), limits=True, named_inside=True, unsaved=unsaved)
    return got.diagnostics[0] if isinstance(got, Reading) else got


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


def read_text(path: str | Path) -> str:
    """The text of a file; ``-`` is standard input.

    Raises:
        FileProblem: It is missing, not permitted, a folder, no UTF-8, or a device of more than 20 MB.
    """
    name = str(path)
    got = _decoded(name, limits=is_stream(Path(name)), standard_input=name == STANDARD_INPUT)
    if isinstance(got, Reading):
        d = got.diagnostics[0]
        at = f" (line {d.position.line}, column {d.position.column})" if d.position else ""
        raise FileProblem(f"{d.message}{at}" + (f"; {d.help}" if d.help else ""))
    return got


def read_article(path: str | Path) -> str | Diagnostic:
    """The text of an article, or why it cannot be read, located; ``-`` is standard input."""
    got = _decoded(str(path), limits=True, standard_input=str(path) == STANDARD_INPUT)
    if not isinstance(got, Reading):
        return got
    (found,) = got.diagnostics
    return replace(found, help="check that it is the plain text of one article") if found.code == "AM112" else found


def read_bytes(path: str | Path) -> bytes:
    """What a file holds, as it is; ``-`` is standard input.

    Raises:
        FileProblem: It is missing, not permitted, or a folder.
    """
    name = str(path)
    try:
        return _standard_input(-1) if name == STANDARD_INPUT else _bytes(name, -1, named_inside=False)
    except (OSError, ValueError) as error:
        raise FileProblem(f"{name!r} cannot be read: {why(error)}") from error


def rewrite(path: str | Path, before: bytes, after: bytes) -> None:
    """Put other data into a file that holds `before`, all of it or nothing.

    Raises:
        FileProblem: It holds something else by now, is write-protected, or cannot be written.
    """
    if read_bytes(path) != before:
        raise FileProblem(f"{str(path)!r} has been changed by somebody else meanwhile; nothing was written")
    if not Path(path).stat().st_mode & 0o222:  # else the folder alone decides, and a protected file is replaced
        raise FileProblem(f"{str(path)!r} cannot be written: it is read-only")
    write(path, after)


def write(path: str | Path, data: str | bytes) -> None:
    """Put data into a file, all of it or nothing: an error leaves the file that was there.

    Folders that are missing are made. Text is written in UTF-8, lines ending as they do in `data`. What exists and is
    no file but a pipe or a device is written into, as it is for others to read.

    Raises:
        FileProblem: It is a folder, not permitted, or there is no room.
    """
    target = Path(path)
    try:
        content = data.encode("utf-8") if isinstance(data, str) else data
        if not str(path).strip():
            raise ValueError
        if target.is_dir():
            raise IsADirectoryError
        if is_stream(target):
            # appending: standard output may be redirected to a file that holds something
            with target.open("ab") as stream:
                stream.write(content)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        # Through a link, the file it points to is replaced, not the link.
        behind = Path(os.path.realpath(target))
        if behind.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        _replace(behind, content)
    except (OSError, ValueError) as error:
        raise FileProblem(f"{str(path)!r} cannot be written: {why(error)}") from error


class NoFile(OSError):
    """A device, a pipe or a socket, where only a file will do."""


def write_all(changes: Mapping[Path, tuple[str, str]]) -> None:
    """Replace the texts of several files, of all or of none.

    What is to stand in them is written beside them first, and so is what stood there; then each takes its place. If
    one cannot, those before it are put back.

    Args:
        changes: By path: the text that was read, and the one to stand there.

    Raises:
        FileProblem: A file holds something else by now, or cannot be written; all are as they were.
    """
    ready: list[_Replacement] = []
    begun: list[_Replacement] = []
    name = ""
    try:
        for path, (before, after) in changes.items():
            name, target = str(path), Path(os.path.realpath(path))
            if target.read_bytes() != before.encode("utf-8"):
                raise FileProblem(f"{name!r} was changed by somebody else meanwhile; nothing was written")
            if not target.stat().st_mode & 0o222:  # else the folder alone decides, and a protected file is replaced
                raise FileProblem(f"{name!r} cannot be written: it is read-only; nothing was written")
            ready.append(_Replacement(name, target))
            ready[-1].prepare(before, after)
        for replacement in ready:
            name = replacement.name
            begun.append(replacement)
            replacement.make()
    except BaseException as error:
        lost = [found for replacement in reversed(begun) if (found := replacement.undo())]
        if isinstance(error, OSError | ValueError):
            rest = "; ".join(lost) or "nothing was changed"
            raise FileProblem(f"{name!r} cannot be written: {why(error)}; {rest}") from error
        raise
    finally:
        for replacement in ready:
            replacement.tidy()


@dataclass(slots=True)
class _Replacement:
    """A file that another is to take the place of, and the two that stand ready beside it."""

    name: str
    target: Path
    old: Path | None = None
    new: Path | None = None

    def prepare(self, before: str, after: str) -> None:
        self.old = _beside(self.target, before.encode("utf-8"))
        self.new = _beside(self.target, after.encode("utf-8"))

    def make(self) -> None:
        assert self.new
        self.new.replace(self.target)
        self.new = None

    def undo(self) -> str:
        """Put back what stood there; where even that fails, say where it is kept."""
        assert self.old
        kept, self.old = self.old, None
        try:
            kept.replace(self.target)
        except OSError:
            return f"what stood in {self.name!r} is kept in {str(kept)!r}"
        return ""

    def tidy(self) -> None:
        for path in (self.old, self.new):
            if path:
                with suppress(OSError):
                    path.unlink()


def is_folder(path: str) -> bool:
    """Whether several files can go there: it is a folder, or ends as one that can be made."""
    return path.endswith(("/", "\\")) or bool(path and Path(path).is_dir())  # Path("") is the current folder


def is_stream(path: Path) -> bool:
    """Whether something that exists is no file that could be replaced: a named pipe, a device, ``/dev/stdout``."""
    return path.exists() and (not path.is_file() or bool(_STREAM.fullmatch(str(path))))


def _replace(target: Path, data: bytes) -> None:
    beside = _beside(target, data)
    try:
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _beside(target: Path, data: bytes) -> Path:
    """A new file in the folder of another and with its permissions, to take its place.

    Where there is no other yet, the system gives it the permissions of any new file: to ask for them would change them
    for all threads.
    """
    there = target.exists()
    beside = target.with_name(f".{target.name[:40]}.{os.urandom(6).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(beside, flags, 0o600 if there else 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if there:
            beside.chmod(target.stat().st_mode & 0o7777)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    return beside


def why(error: OSError | ValueError) -> str:
    """The system's reason for refusing a file, in plain words."""
    match error:
        case NoFile():
            return "it is a device, a pipe or a part of the system, not a file"
        case UnicodeEncodeError():
            return "it holds half a surrogate pair, which UTF-8 cannot"
        case ValueError():
            return "its name cannot be one"
        case FileNotFoundError():
            return "there is no such file"
        case IsADirectoryError():
            return "it is a folder"
        case NotADirectoryError() | FileExistsError():
            return "a part of its path is a file, not a folder"
        case PermissionError():
            return "permission is denied"
        case _:
            return (error.strerror or str(error)).lower()


def _decoded(
    name: str,
    limits: bool,
    *,
    standard_input: bool = False,
    named_inside: bool = False,
    unsaved: Unsaved | None = None,
) -> str | Reading[ArgumentMap]:
    """The text of a file, or of standard input, or the reading that says why there is none.

    What is only named inside a map has to be a file: a map of a stranger may name a device that never ends, or a pipe
    that nobody writes into.
    """
    shown = "<stdin>" if standard_input else name
    try:
        if unsaved and not standard_input and (held := unsaved.get(_real(name))) is not None:
            return held
        most = MAX_BYTES + 1 if limits else -1
        data = _standard_input(most) if standard_input else _bytes(name, most, named_inside=named_inside)
    except (OSError, ValueError) as error:
        help_ = "check the path" if isinstance(error, FileNotFoundError | ValueError) else ""
        return _failed(shown, problem("AM111", f"{shown!r} cannot be read: {why(error)}", help=help_))
    return text_of(data, shown, limits=limits)


def text_of(data: bytes, shown: str, *, limits: bool = True) -> str | Reading[ArgumentMap]:
    """The text that bytes hold, or the reading that says why they hold none; `shown` is what messages call them."""
    if limits and len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
        return _failed(shown, problem("AM112", message, help="--no-limit reads it all the same"))
    if wide := _wide(data):
        found = problem("AM111", f"the file is {wide}, not UTF-8", help=_SAVE)
        return _failed(shown, replace(found, position=Position(1, 1, 1, 2)))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(shown, data, error.start)


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:  # Python's word for a closed one
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdin.buffer.read(most)


def _bytes(name: str, most: int, *, named_inside: bool) -> bytes:
    if not name.strip():
        raise FileNotFoundError
    path = Path(name)
    if named_inside and path.exists():
        system = path.resolve().parts[1:2] in (("proc",), ("sys",)) and os.name == "posix"
        if system or not (path.is_file() or path.is_dir()):
            raise NoFile
    with path.open("rb") as file:
        return file.read(most)


def _real(name: str) -> Path:
    """The path of a file behind all links; where links go in a circle, the system says so when it is opened."""
    return Path(os.path.realpath(name))


def _failed(name: str, found: Diagnostic, text: str = "") -> Reading[ArgumentMap]:
    return Reading(name, None, (replace(found, file=name),), text)


_SAVE: Final = "save it as UTF-8 in your editor"


def _wide(data: bytes) -> str:
    """The encoding of bytes of which each character takes two or four; "" if they are not of that kind.

    Without a mark at the beginning it is told by the zeros beside the Latin letters that every map begins with.
    """
    if data[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return "UTF-32"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    zeros = bytes(byte != 0 for byte in data[:16])
    if zeros in (b"\1\0\0\0" * 4, b"\0\0\0\1" * 4):
        return "UTF-32"
    return "UTF-16" if zeros in (b"\1\0" * 8, b"\0\1" * 8) else ""


def _not_utf8(name: str, data: bytes, start: int) -> Reading[ArgumentMap]:
    text = data.decode("utf-8", "replace").lstrip("\ufeff")
    at = len(data[:start].decode("utf-8").lstrip("\ufeff"))
    lines = Lines(text)
    position = lines.position(at, at + 1)
    found = problem("AM111", f"the file is not UTF-8: the byte 0x{data[start]:02X} is no letter in it", help=_SAVE)
    return _failed(name, replace(found, position=position, source=lines.line(position.line)), text)


def _codebook(folder: Path, inside: str, limits: bool, unsaved: Unsaved | None) -> Reading[Codebook]:
    if is_address(inside):
        return Reading(inside, None, (replace(_address(inside), file=inside),))
    path = str(folder / inside)
    got = _decoded(path, limits, named_inside=True, unsaved=unsaved)
    if isinstance(got, Reading):
        reading = Reading[Codebook](got.name, None, got.diagnostics, got.text)
    else:
        reading = read_codebook(got, path, limits=limits)
    shows = any(d.position and d.code not in _OF_WHOLE_FILES for d in reading.diagnostics)
    if shows and not _CODEBOOK.search(reading.text):
        # whoever wrote the map may have named a file that is not theirs to see: no line of it is shown
        help_ = "write the path of a codebook; what is wrong in one is told if the file is checked by itself"
        found = problem("AM111", f"the codebook {inside!r} cannot be used: it does not look like one", help=help_)
        return Reading(path, None, (replace(found, file=path),))
    return reading


def _address(name: str) -> Diagnostic:
    return problem("AM111", f"{name!r} is an address, not a path", help="save the file and write where it is")


def _with_article(opened: Opened, folder: Path, inside: str, unsaved: Unsaved | None) -> Opened:
    if is_address(inside):
        got: str | Reading[ArgumentMap] = _failed(inside, _address(inside))
    else:
        got = _decoded(str(folder / inside), limits=True, named_inside=True, unsaved=unsaved)
        opened = replace(opened, named=(*opened.named, str(folder / inside)))
    if not isinstance(got, Reading):
        return replace(opened, article=got)
    why = got.diagnostics[0]
    help_ = "check the path, or leave the field out"
    found = problem("AM406", f"the text of the article is missing: {why.message}", ("article", "text"), help=help_)
    return replace(opened, reading=opened.reading.with_problems([found]))
