"""Proposals for programs: every one with what speaks for it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from argmap.comparison.alignment.correspondences import Ref
from argmap.comparison.alignment.suggesting.suggestion import Suggestion
from argmap.model import ArgumentMap


def suggestions_json(found: Sequence[Suggestion], maps: Sequence[ArgumentMap]) -> str:
    """``{maps, suggestions}``, likeliest first; none is accepted, and no field says agreement or contradiction."""
    by_id = {m.id: m for m in maps}
    whole = {"maps": [m.id for m in maps], "suggestions": [_suggestion(s, by_id) for s in found]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _suggestion(s: Suggestion, maps: Mapping[str, ArgumentMap]) -> dict[str, Any]:
    return {
        "left": _statement(s.left, maps),
        "right": _statement(s.right, maps),
        "score": round(s.score, 3),
        "mutual": s.mutual,
        "margin": round(s.margin, 3),
        "shared_words": list(s.shared_words),
        "similar_words": [list(pair) for pair in s.similar_words],
        "shared_tags": list(s.shared_tags),
        "neighbours": [
            {"left": str(n.left), "right": str(n.right), "under": n.under, "relation": n.relation, "other": n.other}
            for n in s.neighbours
        ],
        "warnings": list(s.warnings),
    }


def _statement(ref: Ref, maps: Mapping[str, ArgumentMap]) -> dict[str, Any]:
    s = maps[ref.map].statements[ref.statement]
    return {"id": str(ref), "text": s.text, "quote": s.quote, "at": list(s.at)}
