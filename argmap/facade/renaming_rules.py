"""What keeps a thing from being renamed: a name that is none or taken, files with mistakes, two maps of one id."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from argmap.checks.references import plain_name
from argmap.editing.edits import BOM
from argmap.editing.occurrences import NameKind
from argmap.editing.renaming import Reference, Unreadable, prefixes, references
from argmap.errors import ArgmapError
from argmap.facade.project import Member, Project
from argmap.facade.things import Thing, Use, ids_given_twice, place_names
from argmap.formats.lines import Lines
from argmap.formats.parts import slug
from argmap.model.base import is_slug
from argmap.model.codebook import BUILT_IN_ROLES


class NotRenamed(ArgmapError):
    """A name cannot be changed; the message says why and where, and what to do instead."""

    def __init__(self, message: str, way_out: str = "") -> None:
        super().__init__(f"{message}; {way_out}" if way_out else message)


def require_renamable(project: Project, thing: Thing, new: str, known: Sequence[Thing]) -> None:
    """Raise `NotRenamed` for the first reason against it; `known` is all that the project names."""
    _require_name(thing, new)
    _require_a_place_to_change(thing)
    _require_one_meaning(project, thing, known)
    _require_readable(project, thing)
    _require_free(project, thing, new, known)


def reference_of(thing: Thing) -> Reference | None:
    """What alignments call a thing; None where they have no name for it."""
    if thing.kind == "map":
        return Reference(thing.key)
    owner = thing.uses[0][0].id
    return Reference(owner, thing.key) if thing.kind == "statement" and is_slug(owner) else None


def place_of(member: Member, offset: int) -> str:
    """``file:line:column`` of a character."""
    line, column = Lines(member.text.lstrip(BOM)).place(offset)
    return f"{shown(member.path)}:{line}:{column}"


def shown(path: Path) -> str:
    """A path as people write it: from the current folder, where it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if here in path.parents else str(path)


def word(name: str) -> re.Pattern[str]:
    """What finds a name where it stands by itself, not as a part of another."""
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")


def _require_name(thing: Thing, new: str) -> None:
    if new == thing.key:
        raise NotRenamed(f"{new!r} is what it is called already")
    if not is_slug(new):
        near = slug(new)
        rule = "names have lower-case letters a to z, digits and single hyphens, at most 80"
        raise NotRenamed(
            f"{new!r} cannot be a name: {rule}", f"did you mean {near!r}?" if near else "write one such as 'bus-lane'"
        )
    if thing.kind == "actor" and new == "author":
        raise NotRenamed("no actor can be called 'author': as a voice, that is whoever wrote the article")
    if thing.kind == "role" and new in BUILT_IN_ROLES:
        raise NotRenamed(f"{new!r} is a role that argmap brings along, with a meaning of its own")


def _require_a_place_to_change(thing: Thing) -> None:
    if not is_slug(thing.key):  # what names it elsewhere cannot be told from words
        member, o = thing.uses[0]
        message = f"{place_of(member, o.start)}: {thing.key!r} is no name, so its uses cannot be found"
        raise NotRenamed(message, f"correct it first: `argmap check {shown(member.path)}` says how")
    if thing.kind == "role" and thing.key in BUILT_IN_ROLES and not thing.defined:
        raise NotRenamed(
            f"the role {thing.key!r} is argmap's own, so no file gives it its name",
            "define a role of your own under `roles` of the codebook, and name that",
        )


def _require_one_meaning(project: Project, thing: Thing, known: Sequence[Thing]) -> None:
    """Where two maps have one id, what other files say of it may be meant of either."""
    reference = reference_of(thing)
    if reference is None or reference.map not in ids_given_twice(project):
        return
    alike = [other for other in known if (other.kind, other.key) == (thing.kind, thing.key) and other != thing]
    rivals = [path for other in alike if other.uses[0][0].id == reference.map for path in other.paths]
    place = _place_of_reference(project, reference)
    if rivals and place:
        others = ", ".join(shown(path) for path in dict.fromkeys(rivals))
        raise NotRenamed(
            f"{place}: this may mean {thing.key!r} of {shown(thing.paths[0])} or of {others}, "
            f"as both maps have the id {reference.map!r}",
            "give one of the two another id there by hand",
        )


def _place_of_reference(project: Project, reference: Reference) -> str:
    """The first place in another file that names a statement or map; "" if there is none."""
    for member in project.members:
        if member.kind == "alignment":
            after = re.escape(f":{reference.statement}") + (r"(?![\w-])" if reference.statement else "")
            if found := re.search(rf"(?<![\w-]){re.escape(reference.map)}{after}", member.text.lstrip(BOM)):
                return place_of(member, found.start())
        elif not reference.statement:
            for o in member.names:
                if o.kind == "map" and not o.defines and o.key == reference.map:
                    return place_of(member, o.start)
    return ""


def _require_readable(project: Project, thing: Thing) -> None:
    """A file that cannot be read as a whole may hold the name where nobody sees it."""
    for member in project.members:
        if member.kind == "alignment" or not (member.broken or (member.tree and member.tree.problems)):
            continue
        if _may_hold(project, member, thing) and (found := word(thing.key).search(member.text.lstrip(BOM))):
            raise NotRenamed(
                f"{place_of(member, found.start())}: {thing.key!r} stands in a file whose YAML has mistakes, "
                "so that not every place of the name can be found",
                f"`argmap check {shown(member.path)}` says what they are",
            )


def _may_hold(project: Project, member: Member, thing: Thing) -> bool:
    match thing.kind:
        case "statement":
            return str(member.path) == thing.scope
        case "map" | "codebook":
            return True
        case _:
            book = project.book_of(member)
            return thing.scope in (str(member.path), book) or not book


def _require_free(project: Project, thing: Thing, new: str, known: Sequence[Thing]) -> None:
    """The new name names nothing yet, wherever the old one does: not even something that is missing."""
    for member, o in _holders(project, thing, new, known):
        raise NotRenamed(f"{place_of(member, o.start)}: there is {_a(thing.kind)} {new!r} already", "take another name")
    if thing.kind == "place":
        _require_no_name_of_a_place(project, thing, new)
    if reference := reference_of(thing):
        for member in project.members:
            if member.kind == "alignment":
                _require_free_in_alignment(member, reference, new)


def _holders(project: Project, thing: Thing, new: str, known: Sequence[Thing]) -> Iterator[Use]:
    for other in known:
        if (other.kind, other.key) != (thing.kind, new):
            continue
        uses = (*other.defined, *other.uses)
        if thing.kind in ("map", "codebook") or other.scope == thing.scope:
            yield uses[0]
        elif thing.kind == "source":  # a map's own goes before one of the codebook
            books = {project.book_of(member) for member, _ in thing.uses}
            yield from (use for use in uses if use[0].path in thing.paths or other.scope in books)


def _require_no_name_of_a_place(project: Project, thing: Thing, new: str) -> None:
    called = place_names(project).get(thing.scope, {}).get(plain_name(new))
    if called and called.key != thing.key:
        raise NotRenamed(f"{new!r} is what `where` calls the place {called.key!r} as well", "take another name")


def _require_free_in_alignment(member: Member, reference: Reference, new: str) -> None:
    try:
        named = references(member.text)
    except Unreadable:
        return  # refused where it may hold the old name
    if reference.statement:
        sought = f"{reference.map}:{new}"
        taken = Reference(reference.map, new) in named
    else:
        sought = f"{new}:"
        taken = new in prefixes(member.text) or any(found.map == new for found in named)
    if taken:
        at = max(member.text.lstrip(BOM).find(sought), 0)
        raise NotRenamed(f"{place_of(member, at)}: the alignment uses {sought!r} already", "take another name")


def _a(kind: NameKind) -> str:
    return f"{'an' if kind == 'actor' else 'a'} {kind}"
