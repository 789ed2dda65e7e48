"""The documents that are open in an editor, and what is known of the files they live with."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap import files
from argmap.diagnostics import Diagnostic
from argmap.editing.occurrences import grow
from argmap.editor.around import Around
from argmap.editor.entries import Entry, entries, hanging, mended
from argmap.editor.places import BOM, Places, Unit
from argmap.editor.uris import path_of, uri_of
from argmap.facade.project import Member, Project, explore
from argmap.formats.yaml_tree import Tree
from argmap.text import paragraphs

if TYPE_CHECKING:
    from argmap.editor.schema import Kind


@dataclass(frozen=True)
class Page:
    """A document as it is open at a moment.

    Attributes:
        uri: Its address, as the editor spells it.
        path: Where it is, resolved. A document that was never saved has a path too, of a file that is not there.
        text: What it holds.
        version: The editor's count of its changes.
        saved: Whether its path is that of a file, rather than made up.
    """

    uri: str
    path: Path
    text: str = field(repr=False)
    version: int | None = None
    saved: bool = True

    @property
    def plain(self) -> str:
        """The text without byte order marks, as offsets count in it."""
        return self.text.lstrip(BOM)


@dataclass
class _Known:
    """What was made of a text."""

    text: str
    tree: Tree | None
    origin: str = ""
    left: Tree | None = None  # of a broken text, what can be read without the lines that break it
    tried: bool = False

    @cached_property
    def data(self) -> dict[str, Any]:
        """What the document holds; nothing, where it is no mapping."""
        data = self.tree.data() if self.tree else None
        return data if isinstance(data, dict) else {}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What in it has a name."""
        return entries(self.data, self.origin)

    @cached_property
    def named(self) -> frozenset[str]:
        """The statements that others name."""
        return hanging(self.tree) if self.tree else frozenset()


class Desk:
    """What is open. All questions are answered from what an editor holds before what is on the disk."""

    def __init__(self, root: Path | None = None, unit: Unit = "utf-16") -> None:
        self.root = root or Path.cwd()
        self.unit: Unit = unit
        self.pages: dict[str, Page] = {}
        self._known: dict[Path, _Known] = {}
        self._readable: dict[Path, _Known] = {}
        self._project: dict[Path, Project] = {}
        self._articles: dict[Path, tuple[str, Mapping[int, str]]] = {}

    # ---- what is open

    def put(self, uri: str, text: str, version: int | None = None) -> Page:
        """Take in a document that was opened or changed."""
        path = path_of(uri)
        page = Page(uri, path or self._made_up(uri), text, version, saved=path is not None)
        self._put_last(page)
        return page

    def attend(self, uri: str) -> Page | None:
        """A document that something is asked about: where one file is open under two addresses, this one counts."""
        page = self.pages.get(uri)
        if page is not None:
            self._put_last(page)
        return page

    def _put_last(self, page: Page) -> None:
        """In one step, as a check may be reading in another thread."""
        self.pages = {**{uri: other for uri, other in self.pages.items() if uri != page.uri}, page.uri: page}

    def drop(self, uri: str) -> None:
        """Forget a document that was closed."""
        page = self.pages.pop(uri, None)
        if page is not None:
            for held in (self._known, self._readable, self._project):
                held.pop(page.path, None)

    def _made_up(self, uri: str) -> Path:
        name = "".join(letter if letter.isalnum() or letter in "-._" else "-" for letter in uri)[-80:]
        return self.root / f".unsaved-{name}"

    @property
    def unsaved(self) -> dict[Path, str]:
        """The texts of what is open, by path."""
        return {page.path: page.text for page in list(self.pages.values())}

    def places(self, page: Page) -> Places:
        """The text of a document by line."""
        return Places(page.text, self.unit)

    def uri(self, path: Path) -> str:
        """The address of a file, in the editor's own spelling where it is open."""
        open_ones = (page.uri for page in reversed(list(self.pages.values())) if page.path == path)
        return next(open_ones, "") or uri_of(path)

    def text(self, path: Path) -> str | None:
        """What a file holds; None where it cannot be read."""
        got = files.decoded(path, unsaved=self.unsaved)
        return None if isinstance(got, Diagnostic) else got

    # ---- what is known of it

    def tree(self, page: Page, line: int | None = None) -> Tree | None:
        """The document as a tree; where it is broken, without the lines that break it."""
        known = self._made(page.path, page.text)
        if known.tree is None and not known.tried:
            known.left, known.tried = mended(page.plain, line), True
        return known.tree or known.left

    def learn(self, page: Page, tree: Tree | None = None) -> None:
        """Read a document anew, so that questions are answered from what it says now; `tree` is what it reads as."""
        self._made(page.path, page.text, tree=tree)

    def _made(self, path: Path, text: str, origin: str = "", tree: Tree | None = None) -> _Known:
        known = self._known.get(path)
        if known is None or known.text != text:
            known = self._known[path] = _Known(text, tree or grow(text), origin)
            if known.data:
                self._readable[path] = known
        return known

    def _last_readable(self, page: Page, line: int | None = None) -> _Known:
        """What was last read of a document; a text in the middle of a word seldom can be, and costs most to try."""
        if page.path not in self._readable:
            self.learn(page)
        if page.path not in self._readable:
            self._readable[page.path] = _Known(page.text, mended(page.plain, line))
        return self._readable[page.path]

    def around(self, page: Page, line: int | None = None) -> Around:
        """What is known around a document, from its last text that could be read; `line` is being written."""
        known = self._last_readable(page, line)
        data = known.data
        kind: Kind = "codebook" if "argmap-codebook" in data or "\nargmap-codebook:" in f"\n{page.plain}" else "map"
        return Around(
            kind,
            (*known.entries, *self._of_codebook(page, data), *self._maps(page, data)),
            known.named,
            self._paragraphs(page, data),
            self._beside(page),
        )

    def _of_codebook(self, page: Page, data: dict[str, Any]) -> tuple[Entry, ...]:
        path = self.named(page, data.get("codebook"))
        text = self.text(path) if path else None
        if path is None or text is None:
            return ()
        known = self._made(path, text, path.name)
        if path not in self._readable:  # broken when it was first looked at
            self._readable[path] = _Known(text, mended(text.lstrip(BOM)), path.name)
        return (known if known.data else self._readable[path]).entries

    def _maps(self, page: Page, data: dict[str, Any]) -> list[Entry]:
        own = data.get("id")
        found = []
        for member in self.project(page).members:
            if member.kind == "map" and member.id and member.id != own and member.path != page.path:
                title = member.tree.root.items.get("title") if member.tree and member.tree.root else None
                found.append(Entry("map", member.id, {"title": title.value if title else None}, member.path.name))
        return found

    def _paragraphs(self, page: Page, data: dict[str, Any]) -> Mapping[int, str]:
        article = data.get("article")
        path = self.named(page, article.get("text") if isinstance(article, dict) else None)
        text = self.text(path) if path else None
        if path is None or text is None:
            return MappingProxyType({})
        held = self._articles.get(path)
        if held is None or held[0] != text:
            held = self._articles[path] = text, paragraphs(text)
        return held[1]

    def named(self, page: Page, inside: object) -> Path | None:
        """The file that a document names by its path from the document's own folder."""
        if not isinstance(inside, str) or not inside.strip() or files.is_address(inside):
            return None
        try:
            return Path(os.path.realpath(page.path.parent / inside))
        except (OSError, ValueError):
            return None

    def named_by(self, page: Page) -> tuple[Path, ...]:
        """The codebook and the article's text that a document names, as far as it can be read."""
        data = self._last_readable(page).data
        article = data.get("article")
        named = (data.get("codebook"), article.get("text") if isinstance(article, dict) else None)
        return tuple(path for inside in named if (path := self.named(page, inside)))

    def _beside(self, page: Page) -> tuple[str, ...]:
        try:
            with os.scandir(page.path.parent) as held:
                every = sorted((e.name, e.is_dir()) for e in held if not e.name.startswith("."))
        except OSError:
            return ()
        return tuple(f"{name}/" if is_folder else name for name, is_folder in every if name != page.path.name)

    # ---- the project

    def project(self, page: Page, *, anew: bool = False, known: Member | None = None) -> Project:
        """The files that belong together with a document, as they were when last looked for.

        Args:
            page: The document.
            anew: Whether to look again: files on the disk may have changed.
            known: The document as a member, if it has been read already.
        """
        held = self._project.get(page.path)
        if held is None or anew:
            earlier = {m.path: m for p in list(self._project.values()) for m in p.members}
            earlier |= {known.path: known} if known else {}
            held = explore([page.path], unsaved=self.unsaved, earlier=earlier.values())
            if page.uri in self.pages:
                self._project[page.path] = held
        return held
