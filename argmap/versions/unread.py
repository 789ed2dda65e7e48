"""Versions with mistakes: what could not be read is left out of the difference, on both sides."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from argmap.diagnostics import Where
from argmap.model import ArgumentMap, Statement
from argmap.model.base import Document

D = TypeVar("D", bound=Document)


def without_unread(one: ArgumentMap, other: ArgumentMap, unread: Iterable[Where]) -> ArgumentMap:
    """The map with every part that could not be read taken from the other version, so that it makes no difference.

    What the other version has not either stays as it is.

    Args:
        one: What is left of a map with mistakes.
        other: The other version.
        unread: The places of the mistakes in `one`.
    """
    changed: dict[str, Any] = {}
    entries: dict[str, dict[str, set[str]]] = {"statements": {}, "sources": {}}
    for where in unread:
        match where:
            case (str(section), str(key), *inside) if section in entries:
                entries[section].setdefault(key, set()).add(str(inside[0]) if inside else "")
            case (str(field), *_):
                attribute = _attributes(ArgumentMap).get(field, "")
                if attribute and field not in entries:
                    changed[attribute] = getattr(other, attribute)
            case _:
                pass
    for key, names in entries["statements"].items():
        changed.setdefault("statements", dict(one.statements))
        _mend(changed["statements"], key, other.statements.get(key), names)
    for key in entries["sources"]:
        changed.setdefault("sources", dict(one.sources))
        _mend(changed["sources"], key, other.sources.get(key), {""})
    return one.model_copy(update=changed)


def _mend(entries: dict[str, Any], key: str, other: Document | None, names: Iterable[str]) -> None:
    """Take the named fields of an entry from the other version, the whole entry for a name that is no field."""
    here = entries.get(key)
    if here is None or other is None:
        return
    known = _attributes(Statement)
    if isinstance(here, Statement) and all(name in known for name in names):
        entries[key] = here.model_copy(update={known[name]: getattr(other, known[name]) for name in names})
    else:
        entries[key] = other


def _attributes(model: type[Document]) -> Mapping[str, str]:
    """The attribute of each field, by its name in the format."""
    return {field.alias or name: name for name, field in model.model_fields.items()}
