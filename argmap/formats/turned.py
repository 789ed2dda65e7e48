"""Characters that turn round the order in which a text is read, so that a person sees another one than argmap.

Source: N. Boucher and R. Anderson, "Trojan Source: Invisible Vulnerabilities", 2021, for what they do to source code;
the marks U+200E and U+200F, which texts in right-to-left scripts need, turn nothing round and are let pass.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.formats.lines import Lines

_TURNS: Final = re.compile(
    "[\u202a-\u202e\u2066-\u2069]|\\\\u(?:202[A-Ea-e]|206[6-9])|\\\\U0000(?:202[A-Ea-e]|206[6-9])"
)
_HELP: Final = "delete it; letters of right-to-left scripts are shown in their order without it"


def turned(text: str) -> Iterator[Diagnostic]:
    """AM121, located: the first such character of each line, written as itself or as an escape of YAML."""
    if text.isascii() and "\\" not in text:
        return
    lines, last = Lines(text.lstrip("\ufeff")), 0
    for found in _TURNS.finditer(lines.text):
        position = lines.position(*found.span())
        if position.line != last:
            last = position.line
            code = ord(found[0]) if len(found[0]) == 1 else int(f"0x{found[0][2:]}", 0)
            message = f"the character U+{code:04X} turns round the order in which letters are shown"
            yield replace(problem("AM121", message, help=_HELP), position=position)
