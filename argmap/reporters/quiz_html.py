"""Parts of questions as small pieces of HTML for programs that show cards and tests; nothing in them acts."""

import html
from collections.abc import Iterable

from argmap.reporters.visible import visible


def escaped(text: str) -> str:
    """The text on one line, for an element of HTML; characters that cannot be seen are shown."""
    return html.escape(visible(" ".join(text.split())), quote=False)


def paragraphs(texts: Iterable[str]) -> str:
    """Each text as a paragraph."""
    return "".join(f"<p>{escaped(text)}</p>" for text in texts)
