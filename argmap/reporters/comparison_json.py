"""A comparison as JSON: the contract other programs read (docs/schema/comparison.schema.json)."""

import json
from collections.abc import Mapping
from typing import Any

from argmap.comparison.figures import Metric, Metrics, Robustness
from argmap.comparison.records import (
    Basis,
    Cited,
    ComparedCodebook,
    ComparedMap,
    Comparison,
    Finding,
    GivenReason,
    Locus,
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
        "findings": [finding_data(f) for f in comparison.findings],
        "groups": {"counts": comparison.counts(), "evidence": comparison.counts(evidence=True)},
        "metrics": _metrics(comparison.metrics) if comparison.metrics else None,
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


def finding_data(f: Finding) -> dict[str, Any]:
    """One finding as plain data."""
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
        "locus": _locus(f.locus) if f.locus else None,
        "pairs": dict(f.pairs),
        "camps": [list(camp) for camp in f.camps],
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
    found: dict[str, Any] = {"via": b.via, "id": b.id, "key": b.key}
    if b.via == "alignment":
        found |= {"row": b.row, "predicate": b.predicate, "confidence": b.confidence, "author": b.author}
    return found


def _locus(locus: Locus) -> dict[str, Any]:
    return {
        "primary": locus.primary,
        "all": list(locus.all),
        "premises": list(locus.premises),
        "roots": list(locus.roots),
        "double": list(locus.double),
        "step": list(locus.step),
        "weighed": list(locus.weighed),
        "unaddressed": _lists(locus.unaddressed),
        "stasis": locus.stasis,
        "deep": locus.deep,
    }


def _metrics(metrics: Metrics) -> dict[str, Any]:
    return {
        "pairs": {pair: {name: _metric(m) for name, m in of.items()} for pair, of in metrics.pairs.items()},
        "all": {name: _metric(m) for name, m in metrics.all.items()},
        "outlier": metrics.outlier,
        "robustness": _robustness(metrics.robustness) if metrics.robustness else None,
    }


def _metric(m: Metric) -> dict[str, Any]:
    return {"value": m.value, "n": m.n, "reason": m.reason}


def _robustness(r: Robustness) -> dict[str, Any]:
    return {
        "thresholds": [
            {
                "min_confidence": t.min_confidence,
                "rows": t.rows,
                "changed": [{"id": c.id, "before": c.before, "after": c.after} for c in t.changed],
            }
            for t in r.thresholds
        ],
        "ranges": {
            pair: {name: list(ends) if ends else None for name, ends in of.items()} for pair, of in r.ranges.items()
        },
    }


def _warning(w: Remark) -> dict[str, Any]:
    return {"code": w.code, "maps": list(w.maps), "ids": list(w.ids), "text": w.text}


def _lists(of: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {m: list(entries) for m, entries in of.items()}
