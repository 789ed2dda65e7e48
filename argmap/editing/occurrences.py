"""Where names stand in the text of a map or codebook: each place that gives a thing its key, and each that uses it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from yaml import YAMLError

from argmap.diagnostics import Where
from argmap.formats import yaml_tree
from argmap.formats.parts import SECTIONS
from argmap.formats.yaml_rules import cleaned
from argmap.formats.yaml_tree import Node, Tree
from argmap.model.base import is_slug

NameKind = Literal["map", "codebook", "statement", "source", "actor", "factor", "proposition", "role", "place"]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name where it stands.

    Attributes:
        kind: What sort of thing it names; the same key may name an actor and a factor.
        key: The name.
        defines: Whether it is the key under which the thing itself stands, not a use of it.
        where: The place in the document: of a value, or of the entry whose key it is.
        start: Its first character, quotation marks included, in the text without byte order marks.
        end: The character after its last.
    """

    kind: NameKind
    key: str
    defines: bool
    where: Where
    start: int
    end: int


def grow(text: str) -> Tree | None:
    """The text as a tree that knows where everything stands; None where YAML itself cannot be read."""
    try:
        return yaml_tree.grow(cleaned(text))
    except (YAMLError, UnicodeEncodeError):
        return None


def occurrences(tree: Tree) -> tuple[Occurrence, ...]:
    """All names of a map or codebook in the order of the text, whatever else is wrong with it.

    A voice or a scope that is no key counts as none: "the mayor" names nobody in a codebook.
    """
    if tree.root is None or tree.root.kind != "mapping":
        return ()
    return tuple(sorted(_document(tree.root, ()), key=lambda found: (found.start, found.end)))


def _document(node: Node, where: Where) -> Iterator[Occurrence]:
    of_map = "argmap" in node.items or "statements" in node.items
    yield from _value(node.items.get("id"), "map" if of_map else "codebook", (*where, "id"), defines=True)
    for section, (_, word) in SECTIONS.items():
        entries = node.items.get(section)
        if entries is None or entries.kind != "mapping":
            continue
        kind: NameKind = word  # type: ignore[assignment]  # the names of sections are kinds
        for key, entry in entries.items.items():
            at = (*where, section, key)
            if isinstance(key, str):
                start, end = entries.keys[key]
                yield Occurrence(kind, key, True, at, start, end)
            if inside := _ENTRIES.get(section):
                yield from inside(entry, at)
    for i, pair in enumerate(_items(node.items.get("incompatible-roles"))):
        yield from _values(pair, "role", (*where, "incompatible-roles", i))
    book = node.items.get("codebook")
    if book is not None and book.kind == "mapping":
        yield from _document(book, (*where, "codebook"))


def _statement(node: Node, where: Where) -> Iterator[Occurrence]:
    fields = node.items if node.kind == "mapping" else {}
    for i, reason in enumerate(_items(fields.get("because"))):
        yield from _reason(reason, (*where, "because", i))
    for field in ("but", "if"):
        yield from _values(fields.get(field), "statement", (*where, field))
    yield from _values(fields.get("sources"), "source", (*where, "sources"))
    via = fields.get("via")
    if via is not None and via.kind == "mapping":
        yield from _value(via.items.get("map"), "map", (*where, "via", "map"))
    yield from _value(fields.get("voice"), "actor", (*where, "voice"), unless="author")
    yield from _value(fields.get("where"), "place", (*where, "where"))
    for i, part in enumerate(_items(fields.get("says"))):
        yield from _says(part, (*where, "says", i))


def _reason(node: Node, where: Where) -> Iterator[Occurrence]:
    if node.kind != "mapping":
        yield from _values(node, "statement", (*where, "premises"))
        return
    for field in ("premises", "unless"):
        yield from _values(node.items.get(field), "statement", (*where, field))


_SAYS: Final[dict[str, NameKind]] = {
    **dict.fromkeys(("holds", "denies", "questions"), "proposition"),
    **dict.fromkeys(("cause", "raises", "lowers", "unrelated"), "factor"),
    "actor": "actor",
    "role": "role",
    "toward": "actor",
}


FIELDS_OF_NAMES: Final = frozenset(
    {*_SAYS, "because", "but", "if", "premises", "unless", "sources", "map", "voice", "where", "says", "via"}
    | {"contrary", "narrower", "within", "incompatible-roles", "id"}
)
"""The fields whose values are names, or hold them."""


def _says(node: Node, where: Where) -> Iterator[Occurrence]:
    for field, value in node.items.items() if node.kind == "mapping" else ():
        if field in _SAYS:
            yield from _values(value, _SAYS[str(field)], (*where, field))


def _proposition(node: Node, where: Where) -> Iterator[Occurrence]:
    for field in ("contrary", "narrower"):
        yield from _values(node.items.get(field), "proposition", (*where, field))


def _place(node: Node, where: Where) -> Iterator[Occurrence]:
    yield from _value(node.items.get("within"), "place", (*where, "within"))


_ENTRIES: Final = {"statements": _statement, "propositions": _proposition, "places": _place}


def _items(node: Node | None) -> list[Node]:
    """The items of a list; what stands alone where a list may, is its only one."""
    if node is None:
        return []
    return list(node.items.values()) if node.kind == "list" else [node]


def _values(node: Node | None, kind: NameKind, where: Where) -> Iterator[Occurrence]:
    for i, item in enumerate(_items(node)):
        yield from _value(item, kind, (*where, i) if node is not item else where)


def _value(
    node: Node | None, kind: NameKind, where: Where, *, defines: bool = False, unless: str = ""
) -> Iterator[Occurrence]:
    if node is not None and node.kind == "text" and node.value and node.value != unless and is_slug(node.value):
        yield Occurrence(kind, node.value, defines, where, node.start, node.end)
