"""Links inside the SVG of one sheet: from a second use of a statement to where it is drawn in full."""

import re
from collections.abc import Mapping, Sequence

from argmap.diagram.boxes import Box

_NODE = r'(<g id="{prefix}-{name}" class="node"[^>]*>\n(?:<title>[^<]*</title>\n)?)(.*?)(</g>\n)'


def targets(roots: Sequence[Box]) -> dict[str, str]:
    """For each box that only points to a statement, the box on the same sheet that has it in full, by name."""
    boxes = [box for root in roots for box in root.walk()]
    full = {s.key: box.name for box in boxes for s in box.statements if not s.see}
    found = {}
    for box in boxes:
        keys = [s.key for s in box.statements]
        pointing = box.kind != "context" and all(s.see and not s.context for s in box.statements)
        if pointing and len(keys) == 1 and keys[0] in full:
            found[box.name] = full[keys[0]]
    return found


def linked(svg: bytes, prefix: str, to: Mapping[str, str]) -> bytes:
    """The drawing with each of these boxes a link to another box in it; no link leads outside.

    Graphviz has escaped all texts, so that nothing in them can look like a group.
    """
    written = svg.decode()
    for name, target in to.items():
        node = re.compile(_NODE.format(prefix=re.escape(prefix), name=re.escape(name)), re.DOTALL)
        link = f'<a xlink:href="#{prefix}-{target}">\n'
        written = node.sub(lambda m, link=link: f"{m[1]}{link}{m[2]}</a>\n{m[3]}", written, count=1)  # type: ignore[misc]
    return written.encode()
