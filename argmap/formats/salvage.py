"""What is left of a document when its broken parts are taken out, so that its references can still be checked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

from pydantic import ValidationError

from argmap.diagnostics import Diagnostic, Where
from argmap.formats.indentation import is_statement
from argmap.formats.parts import SECTIONS, fields, slug
from argmap.model import ArgumentMap, Codebook

D = TypeVar("D", bound=ArgumentMap | Codebook)

# What other parts refer to by key, and the least that an entry needs to stay there for them.
_SHELLS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "statements": {"text": "…"},
        "sources": {},
        "actors": {"name": "…"},
        "factors": {"text": "…"},
        "propositions": {"text": "…"},
        "places": {},
        "roles": {},
    }
)
_REPLACED: Final[Mapping[str, str]] = MappingProxyType({"id": "broken", "argmap": "1", "argmap-codebook": "1"})
_DROPPED: Final = frozenset({"title", "coverage", "incompatible-roles"})


def salvage(model: type[D], data: Mapping[str, Any], problems: Iterable[Diagnostic]) -> D | None:
    """The document without what the problems are about; None where something may be lost that others refer to.

    A broken field or list item is left out. An entry that others may refer to stays, whatever is wrong with it. A
    whole section that is broken, or a top-level field that is not known and may be a misspelt section, leaves nothing
    to salvage.
    """
    broken = {d.where for d in problems if d.severity == "error"}
    mended = _document(data, broken)
    if mended is None:
        return None
    try:
        return cast("D", model.model_validate(mended, by_alias=True, by_name=False))
    except ValidationError:
        return None


def _document(data: Mapping[str, Any], broken: Iterable[Where]) -> dict[str, Any] | None:
    by_field: dict[str | int, set[Where]] = defaultdict(set)
    for where in broken:
        if not where:
            return None
        by_field[where[0]].add(where[1:])
    mended = dict(data)
    for field, inside in by_field.items():
        if field in _REPLACED:
            meant = slug(str(data.get(field))) if field == "id" else ""  # two broken maps are not one
            mended[str(field)] = meant or _REPLACED[str(field)]
        elif field in _DROPPED:
            mended.pop(str(field), None)
        elif field == "article":
            mended["article"] = _left(data["article"], inside) if isinstance(data.get("article"), dict) else {}
        elif () in inside or not isinstance(data.get(str(field)), dict):
            return None
        elif field == "codebook":
            mended["codebook"] = _document(data["codebook"], inside)
        elif field in _SHELLS:
            mended[str(field)] = _entries(str(field), data[str(field)], inside)
        else:
            return None
    return None if "codebook" in mended and mended["codebook"] is None else mended


def _entries(field: str, entries: Mapping[str, Any], broken: Iterable[Where]) -> dict[str, Any]:
    by_key: dict[str | int, list[Where]] = defaultdict(list)
    for where in broken:
        by_key[where[0]].append(where[1:])
    mended = {}
    for key, entry in entries.items():
        # A key that is no id is kept under the id that was meant: others may name it by that.
        mended[slug(key) or key] = _entry(field, entry, by_key[key]) if key in by_key else entry
    if field == "statements":
        _lift(entries, mended)
    return mended


def _lift(entries: Mapping[str, Any], mended: dict[str, Any]) -> None:
    """Statements that stand in others, or in a list of reasons, are named as if they stood beside them."""
    outer = [entry for entry in entries.values() if isinstance(entry, dict)]
    inner = [value for entry in outer for value in entry.values() if isinstance(value, dict)]
    for holder in (*outer, *inner):
        for key, value in holder.items():
            if is_statement(value):
                mended.setdefault(slug(key) or key, dict(_SHELLS["statements"]))


def _entry(field: str, entry: Any, broken: Iterable[Where]) -> dict[str, Any]:
    shell = dict(_SHELLS[field])
    if not isinstance(entry, dict):
        return shell
    if field == "sources":
        return _left(entry, broken)
    return {**shell, **_statement(entry, broken)} if field == "statements" else shell


def _statement(entry: dict[str, Any], broken: Iterable[Where]) -> dict[str, Any]:
    """What is left of a statement; of a list the items that can be read."""
    broken = set(broken)
    items = {where[:2] for where in broken if len(where) > 1 and isinstance(entry.get(str(where[0])), list)}
    kept = _left(entry, {where for where in broken if where[:2] not in items})
    for name in {str(where[0]) for where in items} & kept.keys():
        kept[name] = [item for i, item in enumerate(entry[name]) if (name, i) not in items]
    if any(where[:1] == ("at",) for where in items):
        kept.pop("at", None)  # the quotation may stand in the place that cannot be read
    if any(where and _may_be_via(str(where[0]), entry) for where in broken):
        kept.pop("quote", None)  # from which text it comes is not known
    return kept


def _left(entry: Mapping[str, Any], broken: Iterable[Where]) -> dict[str, Any]:
    """The fields of a mapping in which nothing is broken."""
    names = {where[0] for where in broken if where}
    return {name: value for name, value in entry.items() if name not in names}


def _may_be_via(field: str, entry: Mapping[str, Any]) -> bool:
    """Whether a broken field says that a quotation comes from another map: under a name that is not known, too."""
    known = fields(SECTIONS["statements"][0])
    return field == "via" or (
        field not in known and isinstance(value := entry.get(field), dict) and not is_statement(value)
    )
