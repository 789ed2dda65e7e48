"""What changed between two versions of a map or codebook, as values; nothing here prints itself."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from argmap.diagnostics import Where
from argmap.graph import Relation
from argmap.model import ArgumentMap, Codebook, Statement
from argmap.model.base import Document

Kind = Literal[
    "added",
    "removed",
    "renamed",
    "reworded",
    "re-typed",
    "re-coded",
    "re-argued",
    "moved",
    "re-sourced",
    "reordered",
    "changed",
]

KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order of a summary; ``reordered`` is a minor note, ``changed`` is of fields of the map and the codebook."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A place where a statement hangs: under which one, and as what."""

    upper: str
    relation: Relation


Value = str | int | Document | tuple["Value", ...] | Attachment | None
"""What a field holds: a text, a list, a form of `says`, a reason; None where there is nothing."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        kind: What was done.
        field: The field as the format names it, ``because``; fields of parts with a dot, ``article.title``. ``under``
            is where a statement hangs, ``id`` its name.
        old: What was; None where there was nothing.
        new: What is; None where there is nothing any more.
        old_where: The place in the old version, None if it has none there.
        new_where: The place in the new version.
        of: The premises of the reason whose `scheme`, `unless` or `premises` changed.
    """

    kind: Kind
    field: str
    old: Value = None
    new: Value = None
    old_where: Where | None = None
    new_where: Where | None = None
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedStatement:
    """One statement with all that changed in it.

    Attributes:
        old: Its id in the old version, None if it was added.
        new: Its id in the new version, None if it was removed.
        before: The statement as it was.
        after: The statement as it is.
        changes: At least one; of one that was added or removed, only this.
        under: Where a statement that was added hangs, or one that was removed hung.
        perhaps: The id in the other version of the statement that may be this one under another name.
    """

    old: str | None
    new: str | None
    before: Statement | None
    after: Statement | None
    changes: tuple[Change, ...]
    under: tuple[Attachment, ...] = ()
    perhaps: str | None = None


Section = Literal["sources", "actors", "factors", "propositions", "places", "roles"]


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """One entry of a codebook, or a source of the map itself.

    `changes` holds the fields that differ, or one change of kind added or removed with the whole entry.
    """

    part: Literal["map", "codebook"]
    section: Section
    key: str
    changes: tuple[Change, ...]


Unit = Literal["stance", "explanation", "role"]


@dataclass(frozen=True, slots=True)
class ChangedPosition:
    """What the changes mean for a comparison: the map's position on one key is another.

    A position is what the author's statements say together: attitudes for a proposition, causes with their sign for a
    factor, roles for an actor; () where nothing is said any more, or was not yet.
    """

    unit: Unit
    key: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedKeys:
    """Keys of a codebook that only one of the versions uses."""

    section: Section
    lost: tuple[str, ...]
    gained: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """All differences between two versions.

    Attributes:
        old: The old version.
        new: The new version.
        fields: Fields of the map, its article and its codebook.
        statements: In the order of the new version; what was removed comes after what it stood behind.
        entries: The map's own sources, then the entries of the codebook.
        positions: What it means for comparisons; follows from the others.
        keys: Which keys of the codebook came into use or went out of it; follows from the others.
    """

    old: ArgumentMap | Codebook
    new: ArgumentMap | Codebook
    fields: tuple[Change, ...] = ()
    statements: tuple[ChangedStatement, ...] = ()
    entries: tuple[ChangedEntry, ...] = ()
    positions: tuple[ChangedPosition, ...] = ()
    keys: tuple[ChangedKeys, ...] = ()

    def __repr__(self) -> str:
        parts = (f"statements={dict(self.counts)!r}", f"fields={len(self.fields)}", f"entries={len(self.entries)}")
        return f"Changes(old={self.old.id!r}, new={self.new.id!r}, {', '.join(parts)})"

    def __bool__(self) -> bool:
        return bool(self.fields or self.statements or self.entries)

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many statements have a change of each kind, in the order of `KINDS`; none that is 0."""
        found = Counter(kind for s in self.statements for kind in {c.kind for c in s.changes})
        return {kind: found[kind] for kind in KINDS if found[kind]}
