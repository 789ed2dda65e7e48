"""Things that are named and not there yet, begun: an entry to fill in, a voice to settle on."""

from collections.abc import Mapping
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.written import Written
from argmap.formats.parts import SECTIONS
from argmap.formats.yaml_tree import Node
from argmap.model.base import is_slug

_SECTION_OF: Final[Mapping[str, str]] = {
    "AM201": "statements",
    "AM202": "sources",
    "AM203": "actors",
    "AM204": "factors",
    "AM205": "propositions",
    "AM206": "roles",
    "AM207": "actors",
    "AM208": "places",
    "AM213": "places",
}
_OF_MAP: Final = frozenset({"statements", "sources"})
_STUB: Final[Mapping[str, str]] = {
    "sources": "{title: …}",
    "actors": "{name: …}",
    "places": "{name: …}",
}
_TEXT: Final = "{text: …}"


def defined(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """An entry for a name that stands for nothing, at the end of its section, where that is in this file."""
    section, node = _SECTION_OF[d.code], written.node(d.where)
    root = written.tree.root if written.tree else None
    if node is None or node.value is None or not is_slug(node.value) or root is None:
        return ()
    holder = root if section in _OF_MAP or "statements" not in root.items else root.items.get("codebook")
    if holder is None or holder.kind != "mapping":
        return ()
    stub, held = _STUB.get(section, _TEXT), holder.items.get(section)
    if held is None:
        edit = _added(written, holder, section, f"{{{node.value}: {stub}}}")
    elif held.kind == "mapping":
        edit = _added(written, held, node.value, stub)
    else:
        edit = None
    title = f"define the {SECTIONS[section][1]} {node.value!r}"
    return (Fix(title, (edit,)),) if edit else ()


def conceded(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The objection in the author's own voice: who else raises it, only a reader knows."""
    node = written.node(d.where)
    edit = _added(written, node, "voice", "author") if node is not None and node.kind == "mapping" else None
    return (Fix("add `voice: author`: the author concedes it", (edit,)),) if edit else ()


def _added(written: Written, node: Node, key: str, value: str) -> Edit | None:
    """A further entry behind the last one of a mapping: on a line of its own, or behind a comma."""
    if not node.items:
        return None
    last = next(reversed(node.items))
    end = max(node.keys[last][1], node.items[last].end)
    if written.text[node.start] == "{":
        return Edit(end, end, f", {key}: {value}")
    lines = written.lines
    column = lines.place(node.keys[last][0])[1]
    number = lines.place(max(end - 1, 0))[0]
    at = lines.offset(number) + len(lines.line(number))
    return Edit(at, at, f"{written.line_end}{' ' * (column - 1)}{key}: {value}")
