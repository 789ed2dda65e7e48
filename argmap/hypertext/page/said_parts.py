"""Text a page keeps for a script; what the page says already is only referred to, as it would double the page."""

import re
from collections.abc import Mapping
from typing import Final

_SHORTEST: Final = 16
"""Characters below which a reference is no shorter."""


def said_parts(text: str, said: Mapping[str, str]) -> tuple[str, ...]:
    """The text cut into pieces, in turn as it is written and as a reference.

    Args:
        text: All of it.
        said: What the page says, and how that is referred to.

    >>> said_parts("- T Talks serve stability. ¶2", {"Talks serve stability.": "A-T"})
    ('- T ', 'A-T', ' ¶2')
    """
    plain = sorted(
        (each for each in said if len(each) >= _SHORTEST and each.lstrip("\n").isprintable()), key=len, reverse=True
    )
    if not plain:
        return (text,)
    parts = re.split(f"({'|'.join(map(re.escape, plain))})", text)
    return tuple(said[part] if i % 2 else part for i, part in enumerate(parts))
