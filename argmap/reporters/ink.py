"""Weight and colour for a terminal, or none of it: words and symbols carry all meaning, ink only repeats it."""

from functools import cache
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from rich.style import Style

Tone = Literal["bold", "dim", "agree", "differ", "conflict", "plain"]

_STYLES: Final[dict[Tone, str]] = {
    "bold": "bold",
    "dim": "dim",
    "agree": "bold cyan",
    "differ": "bold yellow",
    "conflict": "bold red",
    "plain": "none",
}


def ink(text: str, tone: Tone, *, color: bool) -> str:
    """The text in that tone, as it is without `color`. Colours are those that colour-blind readers tell apart."""
    if not (color and text):
        return text
    from rich.color import ColorSystem  # noqa: PLC0415  # only a terminal pays for it

    # the style alone: rich's console would read "[sic]" as mark-up, and break lines by itself
    return _style(tone).render(text, color_system=ColorSystem.STANDARD)


@cache
def _style(tone: Tone) -> "Style":
    from rich.style import Style  # noqa: PLC0415

    return Style.parse(_STYLES[tone])
