"""A quiz as JSON, with everything it holds."""

import json
from dataclasses import asdict

from argmap.teaching.quiz.values import NOTICE, Question, Quiz


def quiz_json(quiz: Quiz) -> str:
    """The quiz as a JSON object; the field ``argmap-quiz`` is the version of its shape."""
    whole = {
        "argmap-quiz": 1,
        "title": quiz.title,
        "notice": NOTICE,
        "maps": list(quiz.maps),
        "seed": quiz.seed,
        "questions": [_question(q) for q in quiz.questions],
        "missing": dict(quiz.missing),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _question(q: Question) -> dict[str, object]:
    found: dict[str, object] = asdict(q)
    found["sources"] = [{"map": m, "statement": s} for m, s in q.sources]
    found["answer"] = q.letter
    return found
