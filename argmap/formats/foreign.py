"""Files of other kinds that are taken for maps: what they are, and what can be done with them."""

import json
import re
import shlex
from typing import Any, Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Position

_OF_ARGMAP: Final = re.compile(r"^[\"']?(?:argmap|argmap-codebook|statements)[\"']?[ \t]*:", re.MULTILINE)
_ARGDOWN: Final = re.compile(
    r"^[ \t]*(?:[+\-]>?|<[+\-]|_>|><)[ \t]+[\[<][^\]>\n]+[\]>]"  # + <Argument>, - [Claim]
    r"|^[ \t]*(?:\[[^\]\n]+\]|<[^>\n]+>):[ \t]"  # [Claim]: text
    r"|^[ \t]*\(\d+\)[ \t].*\n[ \t]*-{2,}[ \t]*$",  # premises, and the line above their conclusion
    re.MULTILINE,
)
_HEADING: Final = re.compile(r"^#{1,6}[ \t]+\S.*\n[ \t]*\n(?![ \t]*#)|^[^\s#\-].*\n(?:=+|-{3,})[ \t]*$", re.MULTILINE)
_MARK: Final = re.compile(r"^¶\s?\d+\s", re.MULTILINE)
_MARKUP: Final = re.compile(r"\s*<(?:!doctype\b|\?xml\b|html\b|svg\b)", re.IGNORECASE)
_BEGINNING: Final = 100_000  # characters: what a file is shows early


def foreign(text: str, name: str) -> tuple[Diagnostic, ...]:
    """What a text is that is neither map nor codebook, with what to do about it; nothing where that is not known."""
    start = text.lstrip("\ufeff")[:_BEGINNING]
    if _OF_ARGMAP.search(start):
        return ()
    lower = name.lower()
    begin = '`argmap new "Title of the article" -o my-map.yaml` begins a map'
    if start.lstrip().startswith("{") and _is_aif(text):
        return (_told("an argument in AIF, the Argument Interchange Format", f"argmap does not read it; {begin}"),)
    if _MARKUP.match(start):
        return (_told("markup of a web page or XML", f"name a map; {begin}"),)
    if lower.endswith((".argdown", ".ad")) or (not lower.endswith((".yaml", ".yml")) and _ARGDOWN.search(start)):
        return (_told("Argdown", f"argmap does not read it; {begin}"),)
    if lower.endswith((".md", ".markdown", ".txt")) or _MARK.search(start) or _is_prose(start, lower):
        return (
            _told("the text of an article", f"`argmap new --from {shlex.quote(name)} -o my-map.yaml` begins its map"),
        )
    return ()


def _told(what: str, help_: str) -> Diagnostic:
    found = problem("AM102", f"the file holds {what}, not a map", help=help_)
    return Diagnostic(found.code, found.severity, found.message, help=help_, position=Position(1, 1, 1, 2))


def _is_aif(text: str) -> bool:
    try:
        data: Any = json.loads(text)  # a mapping, as it begins with a brace
    except (ValueError, RecursionError):
        return False
    data = data.get("AIF", data)
    return isinstance(data, dict) and {"nodes", "edges"} <= data.keys()


def _is_prose(start: str, lower: str) -> bool:
    return not lower.endswith((".yaml", ".yml", ".json")) and bool(_HEADING.search(start))
