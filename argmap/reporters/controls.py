"""Text for files that other programs read: no control character is left in it."""

from typing import Final

_MARKS: Final = (
    {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
    | {0x7F: "␡"}
    | dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")
)


def without_controls(text: str) -> str:
    """The text with symbols for control characters, and U+FFFD for what is no character; tabs and line ends stay.

    What is left may stand in XML 1.0, and stops no reader of tables.

    >>> without_controls("a\\x00b\\x1b[2J")
    'a␀b␛[2J'
    """
    return text if text.isprintable() else text.translate(_MARKS)
