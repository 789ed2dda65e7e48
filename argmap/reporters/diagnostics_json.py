"""Problems for a program."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from argmap.codes import CODES
from argmap.diagnostics import SEVERITIES, Diagnostic
from argmap.reporters.left_out import LeftOut

VERSION: Final = 1
"""Of the shape of the document; it grows when a field changes its meaning or goes away."""


def diagnostics_json(
    diagnostics: Sequence[Diagnostic],
    *,
    files: Sequence[str],
    left: LeftOut = LeftOut(),  # noqa: B008  # it cannot change
) -> str:
    """``{version, files, counts, left-out, diagnostics}``; what is not known is null, never left out.

    Its JSON Schema is ``problems.schema.json``.
    """
    count = Counter(d.severity for d in diagnostics)
    document = {
        "version": VERSION,
        "files": list(files),
        "counts": {severity: count[severity] for severity in SEVERITIES},
        "left-out": {"comments": left.silenced, "options-or-settings": left.unwanted},
        "diagnostics": [_record(d) for d in diagnostics],
    }
    # A lone surrogate, which a damaged file name can hold, has no UTF-8: such a document is written in ASCII.
    text = json.dumps(document, ensure_ascii=False, indent=2)
    plain = text.encode("utf-8", "replace").decode("utf-8") == text
    return (text if plain else json.dumps(document, indent=2)) + "\n"


def _record(d: Diagnostic) -> dict[str, Any]:
    p = d.position
    return {
        "code": d.code,
        "name": CODES[d.code].name,
        "severity": d.severity,
        "message": d.message,
        "help": d.help or None,
        "file": d.file or None,
        "line": p.line if p else None,
        "column": p.column if p else None,
        "end-line": p.end_line if p else None,
        "end-column": p.end_column if p else None,
        "where": list(d.where),
        "instead": d.instead or None,
    }
