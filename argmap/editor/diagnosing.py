"""What is wrong with a document that is open, beside the files it lives with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from argmap.codes import CODES
from argmap.diagnostics import Diagnostic
from argmap.editing.occurrences import Occurrence
from argmap.editor.desk import Desk, Page
from argmap.editor.places import Point
from argmap.errors import InvalidMap
from argmap.facade.opening import Examined, examine
from argmap.facade.project import Member, Project, member_in
from argmap.facade.settings import ProjectSettings
from argmap.formats.parts import fields
from argmap.model import ArgumentMap, Codebook


@dataclass(frozen=True, slots=True)
class Beside:
    """A place that has to do with a problem."""

    uri: str
    start: Point
    end: Point
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem where an editor shows it.

    Attributes:
        of: The problem.
        start: Where it begins.
        end: Where it ends.
        beside: Places that have to do with it.
        tag: ``unnecessary`` for what can be left out.
    """

    of: Diagnostic
    start: Point
    end: Point
    beside: tuple[Beside, ...] = ()
    tag: Literal["", "unnecessary"] = ""

    @property
    def message(self) -> str:
        """The problem and the way out."""
        return f"{self.of.message}; {self.of.help}" if self.of.help else self.of.message


_TOP: Final = re.compile(r"^([A-Za-z][\w-]*):(?=\s|$)", re.MULTILINE)
_TELLING: Final = frozenset({"argmap", "argmap-codebook", "statements"})
_OURS: Final = frozenset({*fields(ArgumentMap), *fields(Codebook)})


def concerns(page: Page) -> bool:
    """Whether a document is a map or codebook, or may be about to become one; editors ask about any YAML."""
    if page.path.suffix.lower() in (".tsv", ".toml", ".md", ".txt"):
        return False
    keys = set(_TOP.findall(page.plain))
    return bool(keys & _TELLING) or keys <= _OURS or member_in(page.text, page.path) is not None


def problems(desk: Desk, page: Page) -> tuple[Problem, ...]:
    """Everything that is wrong with a document, in its order; nothing in one that is no map or codebook."""
    now = member_in(page.text, page.path)
    if now is None or now.kind == "alignment":
        return ()
    desk.learn(page, now.tree)
    project = desk.project(page, anew=True, known=now)
    paths = [other.path for other in _siblings(project, project.member(page.path) or now)]
    settings = ProjectSettings()
    try:
        settings.of(str(page.path))
        unusable: tuple[Diagnostic, ...] = ()
    except InvalidMap as error:
        settings, unusable = ProjectSettings(read=False), error.diagnostics
    unsaved = {**desk.unsaved, page.path: page.text}
    found = examine([*paths, page.path], selection=settings.selection, unsaved=unsaved)[-1]
    places = desk.places(page)
    told = [_problem(desk, page, d, found, project) for d in found.diagnostics]
    start, end = places.stretch(None)
    return (*(Problem(d, start, end, _settings_file(desk, d)) for d in unusable), *told)


def depends(desk: Desk, changed: Page) -> tuple[Page, ...]:
    """The other documents that are open and whose problems may change with one: they name it, or its id."""
    found = []
    for page in list(desk.pages.values()):
        if page.uri == changed.uri:
            continue
        member = desk.project(page).member(page.path)
        via = {o.key for o in member.names if o.kind == "map" and not o.defines} if member else set()
        now = member_in(changed.text, changed.path) if via else None
        names_it = changed.path in desk.named_by(page)
        if names_it or (now and now.id in via):
            found.append(page)
    return tuple(found)


_MOST_SIBLINGS: Final = 40


def _siblings(project: Project, member: Member) -> list[Member]:
    """The maps that a map has to be looked at with: those it quotes from, and those of its folder with the same id."""
    via = {o.key for o in member.names if o.kind == "map" and not o.defines}
    others = [other for other in project.members if other.kind == "map" and other.path != member.path]
    needed = [
        other
        for other in others
        if other.id in via or (other.id == member.id and other.path.parent == member.path.parent)
    ]
    missing = via - {other.id for other in others}
    return needed if not missing else [*needed, *(o for o in others if o not in needed)][:_MOST_SIBLINGS]


_UNNECESSARY: Final = frozenset({"AM119", "AM309", "AM311"})


def _problem(desk: Desk, page: Page, d: Diagnostic, found: Examined, project: Project) -> Problem:
    start, end = desk.places(page).stretch(d.position)
    beside = tuple(_beside(desk, page, d, found, project))
    return Problem(d, start, end, beside, "unnecessary" if d.code in _UNNECESSARY else "")


_MOST_BESIDE: Final = 5


def _beside(desk: Desk, page: Page, d: Diagnostic, found: Examined, project: Project) -> Iterator[Beside]:
    match d.code:
        case "AM106":
            yield from _first_of_key(desk, page, d)
        case "AM111" if d.where[:1] == ("codebook",) and found.opened.codebook:
            errors = [e for e in found.elsewhere if e.severity == "error" and e.position]
            path = Path(found.opened.codebook.name).resolve()
            for error in errors[:_MOST_BESIDE]:
                yield _at(desk, path, error)
        case "AM209":
            yield from _defined(desk, project, page, "source", d)
        case "AM210":
            yield from _defined(desk, project, page, "map", d)
        case _:
            return


def _first_of_key(desk: Desk, page: Page, d: Diagnostic) -> Iterator[Beside]:
    tree = desk.tree(page)
    node = tree.root if tree else None
    for step in d.where[:-1]:
        node = node.items.get(step) if node else None
    stretch = node.keys.get(d.where[-1]) if node else None
    if stretch:
        places = desk.places(page)
        yield Beside(page.uri, places.point(stretch[0]), places.point(stretch[1]), "it stands here first")


def _at(desk: Desk, path: Path, d: Diagnostic) -> Beside:
    shown = Page("", path, desk.text(path) or "")
    start, end = desk.places(shown).stretch(d.position)
    return Beside(desk.uri(path), start, end, f"{d.code}: {d.message}")


def _defined(desk: Desk, project: Project, page: Page, kind: str, d: Diagnostic) -> Iterator[Beside]:
    """Where else the name that a problem is about is defined."""
    own = project.member(page.path)
    key = own.id if kind == "map" and own else str(d.where[-1])
    for member in project.members:
        near = member.path.parent == page.path.parent or (own and member.path == own.codebook)
        for o in member.names if near and member.path != page.path else ():
            if o.kind == kind and o.key == key and o.defines:
                yield name_at(desk, member, o, f"{key!r} stands here too")


def name_at(desk: Desk, member: Member, o: Occurrence, message: str = "") -> Beside:
    """Where a name stands."""
    places = desk.places(Page("", member.path, member.text))
    return Beside(desk.uri(member.path), places.point(o.start), places.point(o.end), message)


def _settings_file(desk: Desk, d: Diagnostic) -> tuple[Beside, ...]:
    return (_at(desk, Path(d.file).resolve(), d),) if d.file else ()


def page_of(code: str) -> str:
    """The place of a code's page in the manual: ``#am201-unknown-statement``."""
    return f"#{code.lower()}-{CODES[code].name}"
