"""Which files belong together: the maps of a project, the codebooks they name, the alignments that join them."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from argmap import files
from argmap.diagnostics import Diagnostic
from argmap.editing.occurrences import Occurrence, grow, occurrences
from argmap.files import Unsaved
from argmap.formats.yaml_tree import Node, Tree

MemberKind = Literal["map", "codebook", "alignment"]

MAX_CHARACTERS: Final = 60_000_000  # of all files of a project together


@dataclass(frozen=True)
class Member:
    """A file of a project.

    Attributes:
        path: Where it is, resolved.
        text: What it holds, as it was decoded, or as an editor holds it unsaved.
        kind: What it is.
        id: The id it gives itself; "" if it has none, as alignments have.
        codebook: The file whose codebook a map uses, resolved, whether it is there or not.
        tree: The YAML, and where it stands; None of an alignment, and where it cannot be read.
    """

    path: Path
    text: str = field(repr=False)
    kind: MemberKind
    id: str = ""
    codebook: Path | None = None
    tree: Tree | None = field(default=None, repr=False, compare=False)

    @property
    def broken(self) -> bool:
        """Whether it is a map or codebook whose YAML cannot be read, so that nobody knows which names stand in it."""
        return self.kind != "alignment" and (self.tree is None or self.tree.root is None)

    @cached_property
    def names(self) -> tuple[Occurrence, ...]:
        """All names in a map or codebook, in order."""
        return occurrences(self.tree) if self.tree else ()

    @cached_property
    def own_codebook(self) -> str | None:
        """The id of the codebook that a map has written in it; None if it has none, "" if that has no id."""
        book = self.tree.root.items.get("codebook") if self.tree and self.tree.root else None
        if self.kind != "map" or book is None or book.kind != "mapping":
            return None
        return _text(book.items.get("id"))


@dataclass(frozen=True)
class Project:
    """Files that belong together.

    Attributes:
        members: By path.
        left: Files and folders that could not be read, each with the reason, in plain words.
    """

    members: tuple[Member, ...]
    left: tuple[tuple[Path, str], ...] = ()

    def member(self, path: Path) -> Member | None:
        """The member of that resolved path."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> Mapping[Path, Member]:
        return {member.path: member for member in self.members}

    def left_that_may_mention(self, word: str) -> tuple[tuple[Path, str], ...]:
        """Those of the files and folders that could not be read in which a word may stand."""
        return tuple((path, why) for path, why in self.left if files.may_mention(path, word))

    def book_of(self, member: Member) -> str:
        """What tells the codebook of a map, or a codebook itself, from others: its id, as comparisons go by that.

        Where it has no id, or is not to be read, its path. "" for maps without a codebook.
        """
        if member.kind == "codebook":
            return member.id or str(member.path)
        if member.own_codebook is not None:
            return member.own_codebook or str(member.path)
        if member.codebook is None:
            return ""
        book = self.member(member.codebook)
        return book.id if book and book.id else str(member.codebook)


def explore(paths: Iterable[str | Path], *, unsaved: Unsaved | None = None, earlier: Iterable[Member] = ()) -> Project:
    """What belongs to some files or folders.

    Those files; everything in their folders and below; and what is tied to these, wherever it lies in the enclosing
    project (the nearest folder upwards with `argmap.toml`, a `[tool.argmap]` in its `pyproject.toml`, or `.git`): the
    maps that name one of their codebooks or maps, and the alignments of their maps. The codebook that a map names
    belongs to it even outside.

    Args:
        paths: Where to start.
        unsaved: Texts to take in place of files on the disk, by resolved path.
        earlier: Members found before; those whose text is the same need not be read again.
    """
    return _Explorer(unsaved or {}, earlier).project([Path(path).resolve() for path in paths])


class _Explorer:
    def __init__(self, unsaved: Unsaved, earlier: Iterable[Member]) -> None:
        self.unsaved = unsaved
        self.earlier: Mapping[tuple[Path, str], Member] = {(m.path, m.text): m for m in earlier}
        self.texts: dict[Path, str | None] = {}
        self.left: dict[Path, str] = {}
        self.members: dict[Path, Member] = {}
        self.characters = 0

    def project(self, starts: list[Path]) -> Project:
        folders = [start if start.is_dir() else start.parent for start in starts]
        for start in starts:
            if not start.is_dir():
                self._join(start, named=True)
        inside = [path for folder in dict.fromkeys(folders) for path in self._files_in(folder)]
        for path in dict.fromkeys(inside):
            self._join(path)
        around = dict.fromkeys(root for folder in folders if (root := files.project_folder(folder)))
        further = [path for root in around if root not in folders for path in self._files_in(root)]
        self._tie([path for path in dict.fromkeys(further) if path not in self.members])
        return Project(
            tuple(sorted(self.members.values(), key=lambda m: str(m.path))),
            tuple(sorted(self.left.items(), key=lambda pair: str(pair[0]))),
        )

    def _files_in(self, folder: Path) -> Iterator[Path]:
        found = files.find_documents(folder)
        self.left |= dict(found.left)
        if found.cut:
            self.left[folder] = "it holds so many files or folders that not all were looked at"
        held = (path for path in self.unsaved if folder in path.parents and path not in found.paths)
        yield from found.paths
        yield from sorted(path for path in held if path.suffix.lower() in (".yaml", ".yml", ".tsv"))

    def _tie(self, further: list[Path]) -> None:
        """Join what is tied to the members, and what is tied to that."""
        known = 0
        while known != len(self.members):
            known = len(self.members)
            for book in [m.codebook for m in self.members.values() if m.codebook]:
                self._join(book)
            ties = _Ties(self.members.values())
            for path in further:
                if path not in self.members and (text := self._text(path)) is not None and ties.may_hold(text):
                    member = self._member(path, text)
                    if member and ties.holds(member):
                        self.members[path] = member

    def _join(self, path: Path, *, named: bool = False) -> None:
        """Take a file in, if it is a document; one that was named, whatever it is."""
        if path not in self.members and (text := self._text(path)) is not None:
            member = self._member(path, text, named=named)
            if member:
                self.members[path] = member

    def _text(self, path: Path) -> str | None:
        if path not in self.texts:
            self.texts[path] = self._read(path)
        return self.texts[path]

    def _read(self, path: Path) -> str | None:
        got = files.decoded(path, unsaved=self.unsaved)
        if isinstance(got, Diagnostic):
            if path.exists():  # a codebook that is missing is told of where it is named
                self.left[path] = got.message
            return None
        if self.characters + len(got) > MAX_CHARACTERS:
            self.left[path] = f"the files of the project hold more than {MAX_CHARACTERS // 1_000_000} MB"
            return None
        self.characters += len(got)
        return got

    def _member(self, path: Path, text: str, *, named: bool = False) -> Member | None:
        if old := self.earlier.get((path, text)):
            return old
        found = member_in(text, path)
        if found is None and named:
            found = replace(_document(text, path), kind="map")
        return found


def member_in(text: str, path: Path) -> Member | None:
    """The member that a text makes; None where it is neither map, codebook nor alignment.

    A quick look tells most files that are something else, before any YAML is read.
    """
    if _ALIGNMENT.match(text):
        return Member(path, text, "alignment")
    if path.suffix.lower() == ".tsv" or not _LOOKS_LIKE_ONE.search(text):
        return None
    member = _document(text, path)
    root = member.tree.root if member.tree else None
    return member if root is None or _TELLING & root.items.keys() else None


_ALIGNMENT: Final = re.compile(
    r"\ufeff*(?:#[^\r\n]*(?:\r\n|\r|\n)|[ \t]*(?:\r\n|\r|\n))*(?:[^\t\r\n]*\t)*\"?subject_id\"?(?=[\t\r\n])"
)
_LOOKS_LIKE_ONE: Final = re.compile(
    r"""^\ufeff*[{ \t]*["']?(?:argmap(?:-codebook)?|statements)["']?[ \t]*:""", re.MULTILINE
)
_TELLING: Final = frozenset({"argmap", "argmap-codebook", "statements"})
_ID: Final = re.compile(r"""^id:[ \t]*["']?([a-z0-9-]+)""", re.MULTILINE)
_BOOK: Final = re.compile(r"^argmap-codebook[ \t]*:", re.MULTILINE)
_NAMED_BOOK: Final = re.compile(r"""^codebook:[ \t]*(["']?)([^\s"'#{][^\r\n"'#]*)\1""", re.MULTILINE)


def _document(text: str, path: Path) -> Member:
    """The map or codebook in a text; where its YAML cannot be read, what single lines tell of it."""
    tree = grow(text)
    if tree is None or tree.root is None or tree.root.kind != "mapping":
        kind: MemberKind = "codebook" if _BOOK.search(text) else "map"
        id_, book = _ID.search(text), _NAMED_BOOK.search(text)
        named = book[2].strip() if book and kind == "map" else ""
        return Member(path, text, kind, id_[1] if id_ else "", _beside(path, named), tree)
    fields = tree.root.items
    is_book = "argmap-codebook" in fields and "argmap" not in fields
    named = "" if is_book else _text(fields.get("codebook"))
    return Member(path, text, "codebook" if is_book else "map", _text(fields.get("id")), _beside(path, named), tree)


def _text(node: Node | None) -> str:
    return (node.value or "") if node is not None and node.kind == "text" else ""


def _beside(path: Path, named: str) -> Path | None:
    """The codebook that a map names by its path from the map's own folder."""
    if not named.strip() or files.is_address(named):
        return None
    try:
        return Path(os.path.realpath(path.parent / named))
    except (OSError, ValueError):  # half a surrogate pair, a NUL: no name of a file
        return None


class _Ties:
    """What makes a file belong to members: it names one of their codebooks or maps, or is the same codebook."""

    def __init__(self, members: Iterable[Member]) -> None:
        members = tuple(members)
        self.books = {m.path for m in members if m.kind == "codebook"}
        self.maps = {m.id for m in members if m.kind == "map" and m.id}
        ids = [m.id if m.kind == "codebook" else m.own_codebook for m in members]
        self.ids = {key for key in ids if key}
        words = [*(re.escape(book.name) for book in self.books), *map(re.escape, (*self.maps, *self.ids))]
        self.pattern = re.compile("|".join(words) or r"(?!)")

    def may_hold(self, text: str) -> bool:
        """Whether a text mentions any of them, in whatever way."""
        return bool(self.pattern.search(text))

    def holds(self, member: Member) -> bool:
        """Whether a member is tied to them."""
        if member.kind == "alignment":
            return any(found[1] in self.maps for found in _REFERENCE.finditer(member.text))
        if member.codebook in self.books or (member.own_codebook or "") in self.ids:
            return True
        if member.kind == "codebook":
            return member.id in self.ids
        return any(o.kind == "map" and not o.defines and o.key in self.maps for o in member.names)


_REFERENCE: Final = re.compile(r"""(?<![\w-])([a-z0-9-]+):[a-z0-9-]+(?![\w-])""")
