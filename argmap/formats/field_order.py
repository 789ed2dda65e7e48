"""The order in which a file writes the fields of an entry, beside the order of the format."""

from collections.abc import Iterator
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.formats.parts import SECTIONS, Model, describe, fields
from argmap.formats.reading import Reading
from argmap.formats.yaml_tree import Node
from argmap.model import ArgumentMap, Article, Codebook

_SECTIONS: Final = tuple(SECTIONS.items())


def in_order(names: list[str], model: Model) -> list[str]:
    """Fields as the format orders them; what it does not know stays behind the field that it follows."""
    known = {name: i for i, name in enumerate(fields(model))}
    rank, ranked = -1, []
    for name in names:
        rank = known.get(name, rank)
        ranked.append((rank, name))
    return [name for _, name in sorted(ranked, key=lambda pair: pair[0])]


def out_of_order(reading: Reading[ArgumentMap] | Reading[Codebook]) -> Iterator[Diagnostic]:
    """AM510: at the first field of an entry that stands before one it should follow."""
    if reading.document is None or reading.tree is None or reading.tree.root is None:
        return
    for where, node, model in entries(reading.tree.root):
        names = [str(name) for name in node.items]
        wanted = in_order(names, model)
        if wanted != names:
            first = next(name for name, other in zip(names, wanted, strict=True) if name != other)
            at: Where = (*where, first)
            usual = f"the usual order is {', '.join(wanted)}"
            yield problem("AM510", f"{describe(at)} stands too early", at, on_key=True, help=usual)


def model_of(where: Where) -> Model | None:
    """The model of the entry at a place; None where fields have no order."""
    if where and where[-1] == "article":
        return Article
    found = SECTIONS.get(str(where[-2])) if len(where) > 1 else None
    return found[0] if found else None


def entries(root: Node, above: Where = ()) -> Iterator[tuple[Where, Node, Model]]:
    """The entries of a document whose fields have an order, with the models that know it."""
    article = root.items.get("article")
    if article is not None and article.kind == "mapping":
        yield (*above, "article"), article, Article
    for section, (model, _) in _SECTIONS:
        held = root.items.get(section)
        for key, entry in held.items.items() if held is not None and held.kind == "mapping" else ():
            if entry.kind == "mapping":
                yield (*above, section, key), entry, model
    book = root.items.get("codebook")
    if book is not None and book.kind == "mapping":
        yield from entries(book, (*above, "codebook"))
