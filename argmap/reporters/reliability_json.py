"""The agreement of coders as JSON: the contract other programs read (docs/schema/reliability.schema.json)."""

import json
from typing import Any

from argmap.comparison.reliability.f1 import Overlap
from argmap.comparison.reliability.figures import Figure, Value
from argmap.comparison.reliability.records import Disagreement, Layer, Matched, PairFigures, Reliability, Said

VERSION = "1"


def to_json(r: Reliability) -> str:
    """The result as JSON text, the same bytes for the same result; it ends with a newline."""
    return json.dumps(as_data(r), ensure_ascii=False, indent=2) + "\n"


def as_data(r: Reliability) -> dict[str, Any]:
    """The result as plain dicts, lists and scalars, in the order of the contract."""
    return {
        "argmap-reliability": VERSION,
        "title": r.title,
        "maps": [{"coder": m.label, "file": m.file, "statements": m.statements, "coded": m.coded} for m in r.maps],
        "matched": [_matched(m) for m in r.matched],
        "keyed": [_layer(layer) for layer in r.keyed],
        "remarks": [{"code": x.code or None, "text": x.text} for x in r.remarks],
    }


def _matched(m: Matched) -> dict[str, Any]:
    return {
        "matching": m.kind,
        "units": m.units,
        "common": dict(m.common),
        "layers": [_layer(layer) for layer in m.layers],
    }


def _layer(layer: Layer) -> dict[str, Any]:
    return {
        "layer": layer.name,
        "unit": layer.unit,
        "level": layer.level,
        "coders": list(layer.coders),
        "alpha": _figure(layer.alpha),
        "interval": {"low": layer.interval.low, "high": layer.interval.high, "reason": layer.interval.reason or None},
        "kappa": _figure(layer.kappa),
        "agreement": _figure(layer.agreement),
        "f1": _figure(layer.f1) if layer.f1 else None,
        "pairs": [{"coders": list(pair), **_pair(found)} for pair, found in layer.pairs.items()],
        "disagreements": [_disagreement(d) for d in layer.disagreements],
    }


def _pair(found: PairFigures) -> dict[str, Any]:
    return {
        "alpha": _figure(found.alpha),
        "kappa": _figure(found.kappa),
        "agreement": _figure(found.agreement),
        "overlap": _overlap(found.overlap) if found.overlap else None,
    }


def _overlap(o: Overlap) -> dict[str, Any]:
    return {"precision": _figure(o.precision), "recall": _figure(o.recall), "f1": _figure(o.f1)}


def _figure(f: Figure) -> dict[str, Any]:
    return {"value": f.value, "n": f.n, "reason": f.reason or None}


def _disagreement(d: Disagreement) -> dict[str, Any]:
    return {
        "unit": d.unit,
        "about": d.about,
        "values": {coder: _value(value) for coder, value in d.values.items()},
        "said": [_said(s) for s in d.said],
        "matched-by": d.how,
        "score": d.score,
    }


def _value(value: Value | None) -> str | list[str] | None:
    return sorted(value) if isinstance(value, frozenset) else value


def _said(s: Said) -> dict[str, Any]:
    return {"coder": s.coder, "id": s.id, "text": s.text, "quote": s.quote, "at": list(s.at)}
