"""What changed around the statements: the map's own fields, its article, its sources, its codebook."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, get_args

from argmap.diagnostics import Where
from argmap.model import ArgumentMap, Codebook
from argmap.model.base import Document
from argmap.versions.changes import Change, ChangedEntry, Section, Value

SECTIONS: Final[tuple[Section, ...]] = get_args(Section)

_PARTS: Final = frozenset({"article", "codebook", "statements", *SECTIONS})


def map_fields(old: ArgumentMap, new: ArgumentMap) -> Iterator[Change]:
    """The map's fields, its article's, and those of its codebook that are no entries."""
    yield from _fields(old, new)
    yield from _fields(old.article, new.article, ("article",), "article.")
    if old.codebook and new.codebook:
        yield from codebook_fields(old.codebook, new.codebook, ("codebook",), "codebook.")
    elif old.codebook or new.codebook:
        yield Change(
            "changed",
            "codebook",
            old.codebook and old.codebook.id,
            new.codebook and new.codebook.id,
            ("codebook",) if old.codebook else None,
            ("codebook",) if new.codebook else None,
        )


def codebook_fields(old: Codebook, new: Codebook, where: Where = (), prefix: str = "") -> Iterator[Change]:
    """The fields of a codebook that are no entries."""
    yield from _fields(old, new, where, prefix)


def map_entries(old: ArgumentMap, new: ArgumentMap) -> Iterator[ChangedEntry]:
    """The map's own sources, then the entries of the codebook, where both versions have one."""
    yield from _section("map", "sources", old.sources, new.sources, ())
    if old.codebook and new.codebook:
        yield from codebook_entries(old.codebook, new.codebook, ("codebook",))


def codebook_entries(old: Codebook, new: Codebook, where: Where = ()) -> Iterator[ChangedEntry]:
    """The entries of a codebook, section by section."""
    for section in SECTIONS:
        yield from _section("codebook", section, getattr(old, section), getattr(new, section), where)


def _section(
    part: Literal["map", "codebook"],
    section: Section,
    old: Mapping[str, Document],
    new: Mapping[str, Document],
    where: Where,
) -> Iterator[ChangedEntry]:
    """The entries of one section in the order of the new version, those that are gone at its end."""
    for key in (*new, *(key for key in old if key not in new)):
        at: Where = (*where, section, key)
        before, after = old.get(key), new.get(key)
        if before == after:
            continue
        if before and after:
            yield ChangedEntry(part, section, key, tuple(_fields(before, after, at)))
        elif after:
            yield ChangedEntry(part, section, key, (Change("added", section, None, after, None, at),))
        else:
            yield ChangedEntry(part, section, key, (Change("removed", section, before, None, at, None),))


def _fields(old: Document, new: Document, where: Where = (), prefix: str = "") -> Iterator[Change]:
    """Every field that differs and is no part with places of its own."""
    for attribute, field in type(old).model_fields.items():
        name = field.alias or attribute
        before, after = getattr(old, attribute), getattr(new, attribute)
        if name not in _PARTS and before != after:
            at: Where = (*where, name)
            yield Change("changed", prefix + name, _value(before), _value(after), at, at)


def _value(value: Value) -> Value:
    return None if value == () else value
