"""What the page shows: the last round, and the last drawing that could be made, which a broken save leaves standing."""

import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from argmap.diagnostics import SEVERITIES, Diagnostic
from argmap.reporters.diagnostics_text import summary
from argmap.reporters.excerpt import excerpt
from argmap.reporters.visible import visible
from argmap.watching.rounds import Round

if TYPE_CHECKING:
    from datetime import datetime

    from argmap.renderers.picture import Picture

MOST_PROBLEMS: Final = 100
"""More are counted: nobody reads them, and a browser would be slow with thousands."""

_EXCERPT_WIDTH: Final = 90
_SIZE: Final = re.compile(rb'<svg width="([\d.]+)pt" height="([\d.]+)pt"')
_TITLE: Final = re.compile(rb"<title[^>]*>(.*?)</title>", re.DOTALL)
_ABOUT: Final = re.compile(rb"<desc[^>]*>(.*?)</desc>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Edition:
    """What the page shows at one time.

    Attributes:
        state: What it is told, JSON on one line.
        sheets: The pictures it may ask for, by path; those of the edition before too, as it may be loading them.
    """

    state: str
    sheets: Mapping[str, bytes] = field(repr=False)


class Editor:
    """Makes an edition of each round.

    Args:
        title: What the page is called.
        files: How many maps it is of.
    """

    def __init__(self, title: str, *, files: int) -> None:
        self._title, self._files = title, files
        self._sheets: Sequence[Picture] = ()
        self._drawn: datetime | None = None
        self._before: Mapping[str, bytes] = {}

    def edition(self, done: Round) -> Edition:
        """What to show after a round."""
        if done.pictures and (first := done.pictures.get("svg")):
            self._sheets, self._drawn = (first, *first.sheets), done.at
        sheets = {_path(sheet.data): sheet.data for sheet in self._sheets}
        edition = Edition(json.dumps(self._state(done)), {**self._before, **sheets})
        self._before = sheets
        return edition

    def _state(self, done: Round) -> dict[str, Any]:
        worst_first = sorted(done.problems, key=lambda d: SEVERITIES.index(d.severity))
        return {
            "title": visible(self._title),
            "checked": f"{done.at:%H:%M:%S}",
            "seconds": round(done.seconds, 2),
            "drawn": f"{self._drawn:%H:%M:%S}" if self._drawn else "",
            "broken": done.is_broken,
            "stale": not done.pictures,
            "summary": summary(done.problems, files=self._files) if done.problems or not done.trouble else "",
            "trouble": visible(done.trouble),
            "notes": [visible(note) for note in done.notes],
            "problems": [_problem(d) for d in worst_first[:MOST_PROBLEMS]],
            "more": max(len(done.problems) - MOST_PROBLEMS, 0),
            "sheets": [_sheet(sheet) for sheet in self._sheets],
        }


def _problem(d: Diagnostic) -> dict[str, str]:
    line, marks = excerpt(d.source, d.position, width=_EXCERPT_WIDTH) if d.position else ("", "")
    place = f"{d.file}:{d.position.line}:{d.position.column}" if d.position else d.file
    return {
        "severity": d.severity,
        "code": d.code,
        "place": visible(place),
        "message": visible(d.message),
        "line": line,
        "marks": marks,
        "help": visible(d.help),
    }


def _sheet(sheet: "Picture") -> dict[str, Any]:
    head = sheet.data[:10_000]
    size = _SIZE.search(head)
    return {
        "name": visible(sheet.name),
        "path": _path(sheet.data),
        "width": float(size[1]) if size else 0,
        "height": float(size[2]) if size else 0,
        "title": _said(_TITLE, head),
        "about": _said(_ABOUT, head),
    }


def _said(pattern: re.Pattern[bytes], head: bytes) -> str:
    """What a sheet says of itself, for those who do not see it."""
    found = pattern.search(head)
    return visible(html.unescape(found[1].decode("utf-8", "replace"))) if found else ""


def _path(data: bytes) -> str:
    """A sheet that stays the same keeps its path, so that no browser loads it again."""
    return f"/sheets/{hashlib.sha256(data).hexdigest()[:24]}.svg"
