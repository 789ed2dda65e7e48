"""One finding as JSON, with what would change it."""

import json

from argmap.comparison.records import Finding
from argmap.comparison.what_if import WhatIf
from argmap.reporters.comparison_json import VERSION, finding_data


def explain_json(finding: Finding, if_changed: WhatIf) -> str:
    """``{argmap, finding, what_if: {tried, untried, turning: [...]}}`` as text; `finding` is as in a comparison."""
    turning = [
        {"change": a.change, "map": a.map, "statement": a.statement, "of": a.of, "category": a.category}
        for a in if_changed.turning
    ]
    data = {
        "argmap": VERSION,
        "finding": finding_data(finding),
        "what_if": {"tried": if_changed.tried, "untried": if_changed.untried, "turning": turning},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
