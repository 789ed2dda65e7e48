"""A text as one YAML scalar on one line: bare where that is safe, else in quotes."""

import re
from typing import Final

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

# Bare texts begin with a letter, digit or mark that YAML gives no meaning, and hold none that it gives one. In brackets
# some parsers also stumble over a question mark.
_BARE_IN_FLOW: Final = re.compile(r"(?:-?[^\W_]|[¶§“‘«])[^:#\[\]{},?]*")
_BARE_IN_BLOCK: Final = re.compile(r"(?:-?[^\W_]|[¶§“‘«])[^:#]*(?:(?::(?! )|(?<! )#)[^:#]*)*")
# What YAML takes for printable, less the characters that end a line somewhere or cannot be seen.
_SAFE: Final = r"\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_PRINTABLE: Final = re.compile(f"[{_SAFE}]*")
_ESCAPED: Final = re.compile(f'[^{_SAFE}]|["\\\\]')
_SHORT: Final = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_TEXT: Final = "tag:yaml.org,2002:str"
_NULL: Final = "tag:yaml.org,2002:null"
_resolver = Resolver()


def scalar(text: str, *, flow: bool = False, typed: bool = False) -> str:
    """The text as YAML.

    Args:
        text: Any text.
        flow: Whether it stands in brackets, where commas and brackets need quotes too.
        typed: Whether it may look like a number, a date or a truth. Argmap reads all scalars as text; elsewhere such
            a text is quoted for the sake of other YAML tools.

    >>> scalar("The window is narrow."), scalar("Now: or never"), scalar("no"), scalar("2023", typed=True)
    ('The window is narrow.', "'Now: or never'", "'no'", '2023')
    """
    bare = _BARE_IN_FLOW if flow else _BARE_IN_BLOCK
    if _PRINTABLE.fullmatch(text):
        if bare.fullmatch(text) and text == text.strip() and not text.endswith(":") and _reads_as_text(text, typed):
            return text
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _reads_as_text(text: str, typed: bool) -> bool:
    tag = _resolver.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag == _TEXT or (typed and tag != _NULL)


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}")
