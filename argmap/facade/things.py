"""What the names of a project name: a statement of one map, an actor of a codebook that several maps use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from argmap.checks.references import plain_name
from argmap.editing.occurrences import NameKind, Occurrence
from argmap.facade.project import Member, Project
from argmap.formats.yaml_tree import Node
from argmap.model.base import is_slug

Use = tuple[Member, Occurrence]


@dataclass(frozen=True, slots=True)
class Thing:
    """What a name names.

    Attributes:
        kind: What sort of thing it is.
        key: Its name.
        scope: What tells it from others of that name: the file of a statement, of a map's own source, or of one of
            several maps of one id; the codebook of what stands in one (`Project.book_of`); "" otherwise.
        uses: Where it stands in maps and codebooks, in the order of the files.
    """

    kind: NameKind
    key: str
    scope: str
    uses: tuple[Use, ...] = field(repr=False, compare=False)

    @property
    def defined(self) -> tuple[Use, ...]:
        """Where it is defined, rather than used."""
        return tuple(use for use in self.uses if use[1].defines)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files it stands in."""
        return tuple(dict.fromkeys(member.path for member, _ in self.uses))


@lru_cache(maxsize=2)
def things(project: Project) -> tuple[Thing, ...]:
    """Everything in a project that has a name, in the order of files and texts."""
    found: dict[tuple[NameKind, str, str], list[Use]] = {}
    twice = ids_given_twice(project)
    places = place_names(project)
    for member in project.members:
        book = project.book_of(member)
        own = {o.key for o in member.names if o.kind == "source" and o.where[0] == "sources" and member.kind == "map"}
        for o in (*member.names, *_places_spelt(member, places.get(book, {}))):
            if not _is_name_of_place(o, places.get(book, {})):
                found.setdefault((o.kind, o.key, _scope(o, member, book, own, twice)), []).append((member, o))
    return tuple(Thing(kind, key, scope, tuple(uses)) for (kind, key, scope), uses in found.items())


def thing_at(project: Project, path: Path, offset: int) -> Thing | None:
    """What the name at a character of a file names; None where none stands. Offsets count as those of edits do."""
    for thing in things(project):
        if any(member.path == path and o.start <= offset <= o.end for member, o in thing.uses):
            return thing
    return None


def ids_given_twice(project: Project) -> frozenset[str]:
    """The ids that several maps of a project have."""
    ids = [m.id for m in project.members if m.kind == "map"]
    return frozenset(key for key in ids if ids.count(key) > 1)


def _scope(o: Occurrence, member: Member, book: str, own: set[str], twice: frozenset[str]) -> str:
    match o.kind:
        case "statement":
            return str(member.path)
        case "map":
            return str(member.path) if o.defines and o.key in twice else ""
        case "codebook":
            return ""
        case "source" if o.key in own and o.where[0] != "codebook":
            return str(member.path)
        case _:
            return book


# `where` knows a place by its key, its name and its aliases, in whatever case. A name stays when the key is changed;
# a key in other letters would be lost.


@dataclass(frozen=True, slots=True)
class PlaceCalled:
    """The place that a name means; whether it is given that name, or has it only as its key."""

    key: str
    given: bool


def place_names(project: Project) -> Mapping[str, Mapping[str, PlaceCalled]]:
    """By codebook: what `where` can call its places, as names are looked up."""
    found: dict[str, dict[str, PlaceCalled]] = {}
    for member in project.members:
        root = member.tree.root if member.tree else None
        book = root.items.get("codebook") if root and member.kind == "map" else root
        entries = book.items.get("places") if book else None
        for key, place in entries.items.items() if entries else ():
            names = found.setdefault(project.book_of(member), {})
            names.setdefault(plain_name(str(key)), PlaceCalled(str(key), given=False))
            given = [place, place.items.get("name"), *_listed(place.items.get("aliases"))]  # a name alone is enough
            names |= {
                plain_name(node.value): PlaceCalled(str(key), given=True) for node in given if node and node.value
            }
    return found


def _listed(node: Node | None) -> list[Node]:
    return [] if node is None else list(node.items.values()) or [node]


def _places_spelt(member: Member, names: Mapping[str, PlaceCalled]) -> Iterator[Occurrence]:
    """The keys of places that stand in `where` with capitals, or other marks than keys have."""
    root = member.tree.root if member.tree else None
    statements = root.items.get("statements") if root and names else None
    for statement, node in statements.items.items() if statements else ():
        where = node.items.get("where")
        if where and where.value and not is_slug(where.value):
            place = names.get(plain_name(where.value))
            if place and not place.given:
                yield Occurrence("place", place.key, False, ("statements", statement, "where"), where.start, where.end)


def _is_name_of_place(o: Occurrence, names: Mapping[str, PlaceCalled]) -> bool:
    """Whether what looks like the key of a place is the name of one that has another key."""
    used = o.kind == "place" and not o.defines and o.where[-1] == "where"
    return used and o.key in names and names[o.key].given and all(place.key != o.key for place in names.values())
