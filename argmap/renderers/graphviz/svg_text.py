"""Graphviz' SVG made accessible: a title and description, boxes that read as sentences, lines that stay silent."""

import re
from collections.abc import Mapping

from argmap.errors import DrawingFailed
from argmap.renderers.graphviz.label_text import text

_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_GROUP = re.compile(r'<g id="([^"]*)" class="(node|edge|graph)"([^>]*)>\n<title>[^<]*</title>\n')
_ROOT = re.compile(r"<svg ([^>]*)>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>]*>\s*")


def accessible(
    svg: bytes, *, prefix: str, title: str, description: str, sentences: Mapping[str, str], language: str = "en"
) -> bytes:
    """The same drawing for those who hear it, and without a trace of when and by what it was made.

    Args:
        svg: What Graphviz wrote. Its texts are escaped, so that no text can look like mark-up here.
        prefix: Put before every id, as several drawings may stand on one page.
        title: The name of the drawing.
        description: What it holds.
        sentences: For each node by name, what it says; "" for one that is decoration.
        language: What its fixed words are in, as a code.

    Raises:
        DrawingFailed: A box is missing in the drawing, or came out empty.
    """
    written = _DOCTYPE.sub("", _COMMENT.sub("", svg.decode()))
    drawn = {name for name, body in _bodies(written) if "<text" in body}
    missing = [name for name in sentences if name not in drawn]
    if missing:
        raise DrawingFailed(f"Graphviz left a box empty: {sentences[missing[0]][:120]!r}")
    count = iter(range(len(written)))

    def group(match: re.Match[str]) -> str:
        name, kind, rest = match.groups()
        match kind:
            case "node" if sentences.get(name):
                return f'<g id="{prefix}-{name}" class="node"{rest}>\n<title>{text_of(sentences[name])}</title>\n'
            case "edge":
                return f'<g id="{prefix}-e{next(count)}" class="edge" aria-hidden="true"{rest}>\n'
            case _:
                return f'<g id="{prefix}-{name}" class="{kind}"{rest}>\n'

    head = (
        f'<title id="{prefix}-name">{text_of(title)}</title>\n<desc id="{prefix}-about">{text_of(description)}</desc>'
    )
    named = f'lang="{language}" role="img" aria-labelledby="{prefix}-name {prefix}-about"'
    written = _GROUP.sub(group, written)
    return _ROOT.sub(lambda m: f"<svg {m.group(1)} {named}>\n{head}", written, count=1).encode()


def text_of(words: str) -> str:
    """Words as the text of an element."""
    return text(words).replace("\\\\", "\\")


def _bodies(svg: str) -> list[tuple[str, str]]:
    parts = re.split(r'<g id="([^"]*)" class="node"[^>]*>', svg)
    return list(zip(parts[1::2], parts[2::2], strict=True))
