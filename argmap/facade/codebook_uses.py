"""What the maps of a project use of a codebook."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from argmap import files
from argmap.checks.references import plain_name
from argmap.errors import FileProblem
from argmap.facade.project import Member, explore
from argmap.facade.things import PlaceCalled, place_names, things


@dataclass(frozen=True, slots=True)
class Uses:
    """How often the entries of a codebook are used.

    Attributes:
        maps: How many maps name the codebook.
        statements: By kind and key, how many statements of these name it; those that none does are not in it.
        unread: Maps that cannot be read, and may use it too.
    """

    maps: int
    statements: Mapping[tuple[str, str], int]
    unread: tuple[Path, ...] = ()


def uses_of(path: str | Path) -> Uses:
    """What the maps that belong to the codebook of a file use of it.

    Raises:
        FileProblem: The file is larger than all files of a project together may be.
    """
    resolved = Path(path).resolve()
    project = explore([path], unsaved={resolved: files.read_text(path)})
    book = project.member(resolved)
    if book is None:
        raise FileProblem(f"{str(path)!r} is too large to look for its keys in maps")
    scope = project.book_of(book)
    maps = [member for member in project.members if member.kind == "map" and project.book_of(member) == scope]
    counts: dict[tuple[str, str], int] = {
        (thing.kind, thing.key): len({(m.path, o.where[1]) for m, o in thing.uses if o.where[0] == "statements"})
        for thing in things(project)
        if thing.scope == scope
    }
    counts |= _places(maps, place_names(project).get(scope, {}))
    unread = [member.path for member in maps if member.broken]
    unread += [left for left, _ in project.left_that_may_mention(resolved.name)]
    return Uses(len(maps), {name: count for name, count in counts.items() if count}, tuple(unread))


def _places(maps: Iterable[Member], names: Mapping[str, PlaceCalled]) -> Counter[tuple[str, str]]:
    """How many statements are about each place: `where` may call it by any of its names."""
    roots = [member.tree.root for member in maps if member.tree and member.tree.root]
    statements = [entry for root in roots if (found := root.items.get("statements")) for entry in found.items.values()]
    called = [where.value for entry in statements if (where := entry.items.get("where")) and where.value]
    return Counter(("place", place.key) for name in called if (place := names.get(plain_name(name))))
