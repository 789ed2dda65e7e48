"""A map's outline as a page keeps it: what the page says already is only referred to, as it would double the page."""

import re
from collections.abc import Mapping
from typing import Final

_SHORTEST: Final = 16
"""Characters below which a reference is no shorter."""


def outline_parts(outline: str, said: Mapping[str, str]) -> tuple[str, ...]:
    """The outline cut into pieces, in turn as it is written and as a reference.

    Args:
        outline: The text.
        said: What the page says, and how that is referred to.

    >>> outline_parts("- T Talks serve stability. ¶2", {"Talks serve stability.": "A-T"})
    ('- T ', 'A-T', ' ¶2')
    """
    plain = sorted((text for text in said if len(text) >= _SHORTEST and text.isprintable()), key=len, reverse=True)
    if not plain:
        return (outline,)
    parts = re.split(f"({'|'.join(map(re.escape, plain))})", outline)
    return tuple(said[part] if i % 2 else part for i, part in enumerate(parts))
