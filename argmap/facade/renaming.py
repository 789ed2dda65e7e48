"""Renaming: what has to change in the files of a project for a thing to be called something else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from argmap.editing.edits import BOM, Edit, apply
from argmap.editing.occurrences import NameKind, Occurrence, grow
from argmap.editing.renaming import Unreadable, edits_of_names, edits_of_references, renamed
from argmap.facade.project import Member, Project
from argmap.facade.renaming_rest import Line, rest_of
from argmap.facade.renaming_rules import NotRenamed, place_of, reference_of, require_renamable, word
from argmap.facade.things import Thing, things
from argmap.text import did_you_mean


@dataclass(frozen=True, slots=True)
class Change:
    """What is to change in a file: the edits, and its text before and after them."""

    path: Path
    before: str = field(repr=False)
    after: str = field(repr=False)
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Renaming:
    """All that has to change for a thing to have another name.

    Attributes:
        thing: What is renamed.
        new: Its name then.
        changes: By path.
        comments: The comments of these files that still name it as before.
        unknown: Where the old name stands in these files under a field that argmap does not know, or is no name.
        elsewhere: Maps without a codebook that use the same key, by its spelling alone; they are not changed.
    """

    thing: Thing
    new: str
    changes: tuple[Change, ...]
    comments: tuple[Line, ...] = ()
    unknown: tuple[Line, ...] = ()
    elsewhere: tuple[Path, ...] = ()


class UnknownPlace(ValueError):
    """A map, codebook or file to look in is none of the project's; `near` says which was meant."""

    def __init__(self, within: str, near: str) -> None:
        self.within, self.near = within, near
        super().__init__(within)


def find(
    project: Project, name: str, *, kind: NameKind | None = None, within: str = "", only: Sequence[Path] = ()
) -> tuple[Thing, ...]:
    """The things of that name; those that are defined, if any is.

    Args:
        project: Where to look.
        name: A key or id.
        kind: Of what sort they are.
        within: The map or codebook they stand in, by id or by path.
        only: Files of which they have to stand in one.

    Raises:
        UnknownPlace: There is no such map or codebook.
    """
    if within:
        known = [m.id for m in project.members] + [project.book_of(m) for m in project.members]
        if within not in known and not project.member(Path(within).resolve()):
            raise UnknownPlace(within, did_you_mean(within, [key for key in known if key]))
    found = [
        thing
        for thing in things(project)
        if thing.key == name
        if kind in (None, thing.kind)
        if not within or _stands_in(project, thing, within)
        if not only or not set(only).isdisjoint(thing.paths)
    ]
    return tuple([thing for thing in found if thing.defined] or found)


def _stands_in(project: Project, thing: Thing, within: str) -> bool:
    path = Path(within).resolve()
    return any(
        member.path == path or within in (member.id, thing.scope) or (thing.scope and within == project.book_of(member))
        for member, _ in thing.defined or thing.uses
    )


def rename(project: Project, thing: Thing, new: str) -> Renaming:
    """What has to change for a thing to be called `new` everywhere in a project. Nothing is written.

    Raises:
        NotRenamed: The new name is none, or not free; the thing is none that can be renamed; or a file that may hold
            it cannot be read.
    """
    known = things(project)
    require_renamable(project, thing, new, known)
    documents = tuple(_in_documents(thing, new))
    changes = sorted([*documents, *_in_alignments(project, thing, new)], key=lambda c: str(c.path))
    rest = [rest_of(change.path, change.after, thing.key) for change in documents]
    comments = tuple(line for found, _ in rest for line in found)
    unknown = tuple(line for _, found in rest for line in found)
    return Renaming(thing, new, tuple(changes), comments, unknown, _elsewhere(thing, known))


def _in_documents(thing: Thing, new: str) -> Iterator[Change]:
    by_path: dict[Path, list[tuple[Member, Occurrence]]] = {}
    for member, o in thing.uses:
        by_path.setdefault(member.path, []).append((member, o))
    for uses in by_path.values():
        member, first = uses[0]
        edits = edits_of_names(member.text, [o for _, o in uses], new)
        after = apply(member.text, edits)
        tree = grow(after)
        # What is written reads as what was written, with the one name in place of the other; else nothing is.
        if not (tree and member.tree and renamed(tree, (), new) == renamed(member.tree, edits, new)):
            at = place_of(member, first.start)
            raise NotRenamed(f"{at}: {thing.key!r} cannot be renamed as it is written here", "write it without marks")
        yield Change(member.path, member.text, after, edits)


def _in_alignments(project: Project, thing: Thing, new: str) -> Iterator[Change]:
    reference = reference_of(thing)
    for member in project.members if reference else ():
        if member.kind != "alignment" or not reference:
            continue
        sought = word(f"{reference.map}:{reference.statement}" if reference.statement else reference.map)
        found = sought.search(member.text.lstrip(BOM))
        if not found:
            continue
        try:
            edits = edits_of_references(member.text, reference, new)
        except Unreadable:
            at = place_of(member, found.start())
            message = f"{at}: the table may name {thing.key!r}, and cannot be read"
            raise NotRenamed(message, "`argmap align check` says why") from None
        if edits:
            yield Change(member.path, member.text, apply(member.text, edits), edits)


def _elsewhere(thing: Thing, known: Sequence[Thing]) -> tuple[Path, ...]:
    if thing.kind in ("map", "codebook", "statement") or not thing.scope:
        return ()
    alike = (other for other in known if (other.kind, other.key, other.scope) == (thing.kind, thing.key, ""))
    return tuple(path for other in alike for path in other.paths)
