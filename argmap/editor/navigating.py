"""From a name to where it is defined, to all that use it, and to another name."""

from argmap.editing.occurrences import Occurrence, occurrences
from argmap.editing.renaming import Reference, Unreadable, edits_of_references
from argmap.editor.desk import Desk, Page
from argmap.editor.diagnosing import Beside, name_at
from argmap.editor.hovering import name_under
from argmap.editor.places import Point
from argmap.facade.project import Member, Project, member_in
from argmap.facade.renaming import rename
from argmap.facade.renaming_rules import NotRenamed
from argmap.facade.things import Thing, Use, thing_at, things


def highlights(desk: Desk, page: Page, offset: int, line: int) -> tuple[tuple[Occurrence, Point, Point], ...]:
    """All places in a document that name what the name at an offset names."""
    tree = desk.tree(page, line)
    name = name_under(tree, offset)
    if tree is None or name is None:
        return ()
    places = desk.places(page)
    same = (o for o in occurrences(tree) if (o.kind, o.key) == (name.kind, name.key))
    return tuple((o, places.point(o.start), places.point(o.end)) for o in same)


def definitions(desk: Desk, page: Page, offset: int, line: int) -> tuple[Beside, ...]:
    """Where the thing that is named at an offset gets its name."""
    return tuple(name_at(desk, *use) for use in _uses(desk, page, offset, line) if use[1].defines)


def references(desk: Desk, page: Page, offset: int, line: int, *, declared: bool) -> tuple[Beside, ...]:
    """Where the thing that is named at an offset is named, in maps, codebooks and alignments.

    Args:
        desk: What is open.
        page: The document.
        offset: Where in it the name stands.
        line: The line of that place.
        declared: Whether the places that give it its name are wanted too.
    """
    uses = _uses(desk, page, offset, line)
    found = [name_at(desk, *use) for use in uses if declared or not use[1].defines]
    return (*found, *_in_alignments(desk, page, uses))


def _uses(desk: Desk, page: Page, offset: int, line: int) -> tuple[Use, ...]:
    """The uses of what is named at an offset; of a document that is broken, as far as it can be read."""
    project = _with_page(desk, page, line)
    thing = thing_at(project, page.path, offset)
    return thing.uses if thing else ()


def _with_page(desk: Desk, page: Page, line: int | None) -> Project:
    """The project with the document as it is now, without the lines that break it."""
    project = desk.project(page)
    now = member_in(page.text, page.path)
    if now is None:
        return project
    if now.broken:
        now = Member(now.path, now.text, now.kind, now.id, now.codebook, desk.tree(page, line))
    return Project((*(m for m in project.members if m.path != page.path), now), project.left)


def _in_alignments(desk: Desk, page: Page, uses: tuple[Use, ...]) -> list[Beside]:
    """The rows of alignments that name a statement or a map."""
    if not uses or uses[0][1].kind not in ("statement", "map"):
        return []
    owner, name = uses[0]
    reference = Reference(name.key) if name.kind == "map" else Reference(owner.id, name.key)
    found = []
    for member in desk.project(page).members if reference.map else ():
        if member.kind != "alignment":
            continue
        try:
            edits = edits_of_references(member.text, reference, "x")
        except Unreadable:
            continue
        places = desk.places(Page("", member.path, member.text))
        uri = desk.uri(member.path)
        found += [Beside(uri, places.point(edit.start), places.point(edit.end), "") for edit in edits]
    return found


def renamable(desk: Desk, page: Page, offset: int) -> tuple[Point, Point, str] | None:
    """The name at an offset that can be changed; None where none stands."""
    name = name_under(desk.tree(page), offset)
    if name is None or _thing(desk, page, offset) is None:
        return None
    places = desk.places(page)
    return places.point(name.start), places.point(name.end), name.key


def _thing(desk: Desk, page: Page, offset: int) -> Thing | None:
    return thing_at(_with_page(desk, page, None), page.path, offset)


def renaming(desk: Desk, page: Page, offset: int, new: str) -> dict[str, tuple[tuple[Point, Point, str], ...]]:
    """The changes in all files, by address, that give the thing named at an offset another name.

    Raises:
        NotRenamed: It cannot be called that; the message says why.
    """
    project = desk.project(page, anew=True)
    thing = thing_at(project, page.path, offset)
    if thing is None:
        raise NotRenamed("no name stands here")
    found = {}
    for change in rename(project, thing, new).changes:
        places = desk.places(Page("", change.path, change.before))
        found[desk.uri(change.path)] = tuple(
            (places.point(edit.start), places.point(edit.end), edit.text) for edit in change.edits
        )
    return found


def everything(desk: Desk, query: str) -> tuple[tuple[str, str, Beside], ...]:
    """The things of all projects with an open document whose name holds some letters in their order: name, kind, place.

    At most 500 come back.
    """
    wanted = query.lower()
    members: dict[object, Member] = {}
    for page in list(desk.pages.values()):
        members |= {member.path: member for member in _with_page(desk, page, None).members}
    found = []
    for thing in things(Project(tuple(members.values()))):
        if _holds(thing.key, wanted):
            found += [(thing.key, thing.kind, name_at(desk, *use)) for use in thing.defined]
    return tuple(found[:500])


def _holds(name: str, letters: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)
