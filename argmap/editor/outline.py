"""The outline of a document: its parts as a tree, theses first with what carries them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from argmap.editing.occurrences import NameKind
from argmap.editor.entries import Entry, entries
from argmap.formats.parts import SECTIONS
from argmap.formats.yaml_tree import Node, Tree
from argmap.text import shorten


@dataclass(frozen=True, slots=True)
class Symbol:
    """A part of a document.

    Attributes:
        name: Its key.
        kind: What it is; a ``section`` is a mapping of named things.
        detail: What a person calls it.
        start: Offset of its key.
        name_end: Offset behind its key.
        end: Offset behind all of it.
        below: What stands under it: the reasons of a statement, the things in a section.
    """

    name: str
    kind: NameKind | Literal["section"]
    detail: str
    start: int
    name_end: int
    end: int
    below: tuple["Symbol", ...] = ()


_DETAIL_WORDS: Final = 12


def outline(tree: Tree) -> tuple[Symbol, ...]:
    """The parts of a map or codebook.

    Of a map, the theses come first, each with the statements that carry it or speak against it below it; a statement
    stands once, where it is named first. Statements that hang nowhere follow, then the other sections.
    """
    root = tree.root
    if root is None or root.kind != "mapping":
        return ()
    held = entries(tree.data())
    by_name = {(entry.kind, entry.key): entry for entry in held if not entry.origin}
    return (*_statements(root, by_name), *_sections(root, by_name), *_inner(root, by_name))


def _inner(root: Node, by_name: dict[Any, Entry]) -> Iterator[Symbol]:
    book = root.items.get("codebook")
    if book is not None and book.kind == "mapping":
        start, end = root.keys["codebook"]
        yield Symbol("codebook", "section", "", start, end, book.end, tuple(_sections(book, by_name)))


def _sections(root: Node, by_name: dict[Any, Entry]) -> Iterator[Symbol]:
    for section, (_, word) in SECTIONS.items():
        node = root.items.get(section)
        if section == "statements" or node is None or node.kind != "mapping":
            continue
        start, end = root.keys[section]
        below = (_symbol(node, key, word, by_name) for key in node.items)
        yield Symbol(section, "section", f"{len(node.items)}", start, end, max(node.end, end), tuple(below))


def _symbol(section: Node, key: Any, word: Any, by_name: dict[Any, Entry], below: tuple[Symbol, ...] = ()) -> Symbol:
    start, name_end = section.keys[key]
    entry = by_name.get((word, str(key)))
    kind = entry.said("type") if entry and word == "statement" else ""
    called = shorten(entry.called, _DETAIL_WORDS) if entry else ""
    detail = ": ".join(part for part in (kind, called) if part)
    return Symbol(str(key), word, detail, start, name_end, max(section.items[key].end, name_end), below)


def _statements(root: Node, by_name: dict[Any, Entry]) -> Iterator[Symbol]:
    section = root.items.get("statements")
    if section is None or section.kind != "mapping":
        return
    lower = {key: [k for k in _named(by_name[("statement", str(key))]) if k in section.items] for key in section.items}
    named = {k for key, keys in lower.items() for k in keys if k != key}
    theses = [key for key in section.items if by_name[("statement", str(key))].said("type") == "thesis"]
    tops = [*theses, *(key for key in section.items if key not in named and key not in theses)]
    for top, below in _spread(tops, lower, list(section.items)).items():
        yield _branch(section, top, below, by_name)


def _branch(section: Node, key: Any, below: dict[Any, Any], by_name: dict[Any, Entry]) -> Symbol:
    inner = tuple(_branch(section, k, b, by_name) for k, b in below.items())
    return _symbol(section, key, "statement", by_name, inner)


_DEEPEST: Final = 30  # a chain of a thousand reasons is told as several


def _spread(tops: list[Any], lower: dict[Any, list[Any]], every: list[Any]) -> dict[Any, dict[Any, Any]]:
    """All statements as trees; each stands once. Those of a circle that nothing leads into come last."""
    taken = set(tops)
    forest: dict[Any, dict[Any, Any]] = {}

    def grow(key: Any, depth: int) -> dict[Any, Any]:
        below: dict[Any, Any] = {}
        new = [k for k in dict.fromkeys(lower[key]) if k not in taken] if depth < _DEEPEST else []
        taken.update(new)
        for k in new:
            below[k] = grow(k, depth + 1)
        return below

    for key in tops:
        forest[key] = grow(key, 1)
    for key in every:
        if key not in taken:
            taken.add(key)
            forest[key] = grow(key, 1)
    return forest


def _named(entry: Entry) -> Iterator[str]:
    """The statements that a statement names, in the order of its fields."""
    for reason in _listed(entry.fields.get("because")):
        held = reason if isinstance(reason, dict) else {"premises": reason}
        yield from _texts(held.get("premises"))
        yield from _texts(held.get("unless"))
    yield from _texts(entry.fields.get("but"))
    yield from _texts(entry.fields.get("if"))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: Any) -> list[str]:
    return [item for item in _listed(value) if isinstance(item, str)]


def folds(tree: Tree) -> tuple[tuple[int, int], ...]:
    """The parts that can be folded away, as offsets: sections, and the things in them."""
    root = tree.root
    if root is None or root.kind != "mapping":
        return ()
    found = []
    for key, node in root.items.items():
        if node.kind in ("mapping", "list"):
            found.append((root.keys[key][0], node.end))
        if node.kind == "mapping":
            found += [(node.keys[k][0], inner.end) for k, inner in node.items.items()]
    return tuple(found)
