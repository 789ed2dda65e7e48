"""Weight and colour for a terminal, or none of it: words and symbols carry all meaning, ink only repeats it."""

from typing import Final, Literal

Tone = Literal["bold", "dim", "agree", "differ", "conflict", "plain"]

_CODES: Final[dict[Tone, str]] = {
    "bold": "1",
    "dim": "2",
    "agree": "1;36",
    "differ": "1;33",
    "conflict": "1;31",
    "plain": "",
}


def ink(text: str, tone: Tone, *, color: bool) -> str:
    """The text in that tone, as it is without `color`. Colours are those that colour-blind readers tell apart."""
    code = _CODES[tone]
    return f"\x1b[{code}m{text}\x1b[0m" if color and code and text else text
