"""A comparison as JSON: the contract other programs read (docs/schema/comparison.schema.json)."""

import json
from collections.abc import Mapping
from typing import Any

from argmap.comparison.records import (
    Basis,
    Cited,
    ComparedCodebook,
    ComparedMap,
    Comparison,
    Finding,
    GivenReason,
    PositionEntry,
    Side,
)
from argmap.comparison.records import Warning as Remark

VERSION = "1"


def to_json(comparison: Comparison) -> str:
    """The comparison as JSON text, the same bytes for the same comparison; it ends with a newline."""
    return json.dumps(as_data(comparison), ensure_ascii=False, indent=2) + "\n"


def as_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain dicts, lists and scalars, in the order of the contract."""
    return {
        "argmap": VERSION,
        "maps": [_map(m) for m in comparison.maps],
        "codebooks": [_codebook(c) for c in comparison.codebooks],
        "findings": [_finding(f) for f in comparison.findings],
        "groups": {"counts": comparison.counts(), "evidence": comparison.counts(evidence=True)},
        "metrics": comparison.metrics,
        "warnings": [_warning(w) for w in comparison.warnings],
    }


def _map(m: ComparedMap) -> dict[str, Any]:
    return {
        "id": m.id,
        "name": m.name,
        "title": m.title,
        "file": m.file,
        "sha256": m.sha256,
        "article": m.article.model_dump(mode="json"),
        "coverage": m.coverage,
        "statements": m.statements,
        "coded": m.coded,
        "uncoded": [{"id": key, "text": text} for key, text in m.uncoded],
        "thesis": [_cited(c) for c in m.thesis],
    }


def _codebook(c: ComparedCodebook) -> dict[str, Any]:
    return {
        "id": c.id,
        "sha256": c.sha256,
        "maps": list(c.maps),
        "labels": dict(c.labels),
        "valences": dict(c.valences),
        "incompatible": [list(pair) for pair in c.incompatible],
    }


def _finding(f: Finding) -> dict[str, Any]:
    return {
        "id": f.id,
        "unit": f.unit,
        "key": f.key,
        "label": f.label,
        "category": f.category,
        "group": f.group,
        "symbol": f.symbol,
        "flags": list(f.flags),
        "notes": list(f.notes),
        "sentence": f.sentence,
        "question": f.question,
        "sides": {m: _side(side) for m, side in f.sides.items()},
        "shared": list(f.shared),
        "only": _lists(f.only),
        "basis": [_basis(b) for b in f.basis],
        "rule": f.rule,
        "locus": f.locus,
    }


def _side(side: Side) -> dict[str, Any]:
    position = side.position
    return {
        "position": [_entry(e) for e in position] if isinstance(position, tuple) else position,
        "statements": [_cited(c) for c in side.statements],
        "reasons": [_reason(r) for r in side.reasons],
        "reported": [_cited(c) for c in side.reported],
    }


def _entry(e: PositionEntry) -> dict[str, Any]:
    return {"entry": e.entry, "toward": list(e.toward), "main": e.main, "certainty": e.certainty}


def _cited(c: Cited) -> dict[str, Any]:
    return {
        "id": c.id,
        "text": c.text,
        "quote": c.quote,
        "at": list(c.at) or None,
        "certainty": c.certainty,
        "voice": c.voice,
        "if": list(c.if_),
        "when": c.when,
        "where": c.where,
        "via": c.via,
        "sources": list(c.sources),
    }


def _reason(r: GivenReason) -> dict[str, Any]:
    return {
        "premises": [{"entry": p.entry, "statement": p.statement} for p in r.premises],
        "unless": list(r.unless),
        "shared": r.shared,
    }


def _basis(b: Basis) -> dict[str, Any]:
    return {"via": b.via, "id": b.id, "key": b.key}


def _warning(w: Remark) -> dict[str, Any]:
    return {"code": w.code, "maps": list(w.maps), "ids": list(w.ids), "text": w.text}


def _lists(of: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {m: list(entries) for m, entries in of.items()}
