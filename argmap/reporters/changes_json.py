"""The changes between two versions as JSON: the contract other programs read (docs/schema/changes.schema.json)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from argmap.diagnostics import Diagnostic, Where
from argmap.model import ArgumentMap, CausalClaim, Codebook, Stance
from argmap.model.base import Document
from argmap.reporters.changes_places import Places, Side, Spot, nowhere
from argmap.versions.changes import (
    KINDS,
    Attachment,
    Change,
    ChangedEntry,
    ChangedPosition,
    ChangedStatement,
    Changes,
    Value,
)

VERSION = "1"


@dataclass(frozen=True, slots=True)
class File:
    """The file of a version; None for what was built in Python."""

    name: str | None = None
    sha256: str | None = None


def changes_json(
    c: Changes,
    *,
    files: tuple[File, File] = (File(), File()),
    places: Places = nowhere,
    unread: Sequence[Diagnostic] = (),
) -> str:
    """The changes as JSON text, the same bytes for the same changes; it ends with a newline."""
    return json.dumps(as_data(c, files=files, places=places, unread=unread), ensure_ascii=False, indent=2) + "\n"


def as_data(
    c: Changes,
    *,
    files: tuple[File, File] = (File(), File()),
    places: Places = nowhere,
    unread: Sequence[Diagnostic] = (),
) -> dict[str, Any]:
    """The changes as plain dicts, lists and scalars, in the order of the contract."""
    counts = c.counts
    return {
        "argmap": VERSION,
        "old": _version(c.old, files[0]),
        "new": _version(c.new, files[1]),
        "counts": {kind: counts.get(kind, 0) for kind in KINDS[:-1]}
        | {"fields": len(c.fields), "entries": len(c.entries)},
        "fields": [_change(f, places) for f in c.fields],
        "statements": [_statement(s, places) for s in c.statements],
        "entries": [_entry(e, places) for e in c.entries],
        "positions": [_position(p) for p in c.positions],
        "keys": [{"section": k.section, "lost": list(k.lost), "gained": list(k.gained)} for k in c.keys],
        "unread": [_problem(d) for d in unread],
    }


def _version(document: ArgumentMap | Codebook, file: File) -> dict[str, Any]:
    statements = len(document.statements) if isinstance(document, ArgumentMap) else None
    return {
        "kind": "codebook" if statements is None else "map",
        "id": document.id,
        "title": document.title,
        "statements": statements,
        "file": file.name,
        "sha256": file.sha256,
    }


def _statement(s: ChangedStatement, places: Places) -> dict[str, Any]:
    statement = s.after or s.before
    return {
        "old": s.old,
        "new": s.new,
        "text": statement and statement.text,
        "perhaps": s.perhaps,
        "under": [_value(a) for a in s.under],
        "changes": [_change(change, places) for change in s.changes],
    }


def _entry(e: ChangedEntry, places: Places) -> dict[str, Any]:
    return {
        "part": e.part,
        "section": e.section,
        "key": e.key,
        "changes": [_change(change, places) for change in e.changes],
    }


def _change(change: Change, places: Places) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "field": change.field,
        "old": _value(change.old),
        "new": _value(change.new),
        "of": list(change.of),
        "old_place": _place("old", change.old_where, places),
        "new_place": _place("new", change.new_where, places),
    }


def _place(side: Side, where: Where | None, places: Places) -> dict[str, Any] | None:
    spot: Spot | None = None if where is None else places(side, where)
    return {"file": spot.file, "line": spot.line, "column": spot.column} if spot else None


def _value(value: Value) -> Any:
    match value:
        case tuple():
            return [_value(item) for item in value]
        case Attachment():
            return {"statement": value.upper, "relation": value.relation}
        case Stance():
            return {value.attitude: value.proposition}
        case CausalClaim():
            return {"cause": list(value.cause), value.effect: value.factor, "main": value.main}
        case Document():
            return value.model_dump(mode="json", by_alias=True)
        case _:
            return value


def _position(p: ChangedPosition) -> dict[str, Any]:
    return {"unit": p.unit, "key": p.key, "old": list(p.old), "new": list(p.new)}


def _problem(d: Diagnostic) -> dict[str, Any]:
    place = d.position and {"file": d.file, "line": d.position.line, "column": d.position.column}
    return {"code": d.code, "message": d.message, "place": place}
