"""Text from files as a terminal may show it: nothing in it acts on the terminal, or hides."""

import unicodedata

_JOINERS = "\u200c\u200d"  # Persian spelling and emoji need them


def visible(text: str) -> str:
    """The text with control characters, line ends and invisible characters shown as symbols.

    >>> visible("a\\x1b[2Jb\\u202e")
    'a␛[2Jb<U+202E>'
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _JOINERS:
        return f"<U+{code:04X}>"
    return character
