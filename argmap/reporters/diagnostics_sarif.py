"""Problems for code scanning: SARIF 2.1.0, as GitHub, GitLab and many editors take it.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from argmap.codes import CODES, Page
from argmap.diagnostics import Diagnostic, Position, Severity

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "advice": "note"}


class Mend(NamedTuple):
    """A way to mend a problem: what to put in place of which stretches of its file."""

    title: str
    replacements: tuple[tuple[Position, str], ...]


Mends = Mapping[Diagnostic, tuple[Mend, ...]]


def diagnostics_sarif(diagnostics: Sequence[Diagnostic], *, version: str, mends: Mends = MappingProxyType({})) -> str:
    """One run with all problems, and a rule for each of their codes.

    Regions count characters. The fingerprint of a result is made from its code, its place in the document and its
    words, not from lines: it stays the same where the text above it grows.

    Args:
        diagnostics: Problems of files.
        version: That of argmap.
        mends: The ways to mend them, the likeliest first, as far as any are known.
    """
    codes = sorted({d.code for d in diagnostics})
    seen: Counter[str] = Counter()
    driver = {"name": "argmap", "version": version, "rules": [_rule(CODES[code]) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, codes.index(d.code), seen, mends.get(d, ())) for d in diagnostics],
    }
    # A lone surrogate, which a damaged file name can hold, has no UTF-8: all is written in ASCII.
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(page: Page) -> dict[str, Any]:
    text = f"{page.finds}\n\nWhy: {page.why}\n\nFix: {page.fix}"
    return {
        "id": page.code,
        "name": page.name,
        "shortDescription": {"text": page.finds},
        "fullDescription": {"text": f"{page.finds} {page.why}"},
        "help": {"text": text, "markdown": f"{page.finds}\n\n**Why.** {page.why}\n\n**Way out.** {page.fix}"},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
    }


def _result(d: Diagnostic, rule: int, seen: Counter[str], mends: Sequence[Mend]) -> dict[str, Any]:
    result = {
        "ruleId": d.code,
        "ruleIndex": rule,
        "level": _LEVELS[d.severity],
        "message": {"text": f"{d.message}\n{d.help}" if d.help else d.message},
        "locations": [{"physicalLocation": _place(d)}] if d.file else [],
        "partialFingerprints": {"argmapProblem/v1": _fingerprint(d, seen)},
    }
    return result | {"fixes": [_fix(d.file, mend) for mend in mends]} if mends else result


def _fix(name: str, mend: Mend) -> dict[str, Any]:
    replacements = [{"deletedRegion": _region(at), "insertedContent": {"text": text}} for at, text in mend.replacements]
    change = {"artifactLocation": {"uri": _uri(name)}, "replacements": replacements}
    return {"description": {"text": mend.title}, "artifactChanges": [change]}


def _place(d: Diagnostic) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(d.file)}}
    if d.position:
        place["region"] = _region(d.position)
    return place


def _region(p: Position) -> dict[str, int]:
    return {"startLine": p.line, "startColumn": p.column, "endLine": p.end_line, "endColumn": p.end_column}


def _uri(name: str) -> str:
    """The address of a file: relative for a relative path, with a scheme for another."""
    path = quote(name.replace("\\", "/"), errors="surrogateescape", safe="/~")
    if path.startswith("/"):
        return f"file://{path}"
    return f"file:///{name[:2]}{path[4:]}" if name[1:3] in (":\\", ":/") else path


def _fingerprint(d: Diagnostic, seen: Counter[str]) -> str:
    """What stands for a problem from one version of a file to the next; equal ones are counted."""
    words = json.dumps([d.file.replace("\\", "/"), d.code, d.where, d.message])
    seen[words] += 1
    return sha256(f"{words}{seen[words]}".encode()).hexdigest()[:32]
