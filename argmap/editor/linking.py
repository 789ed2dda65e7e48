"""What a document leads to: its codebook, the article's text, addresses on the web."""

import re
from collections.abc import Iterator
from typing import Final

from argmap.editor.desk import Desk, Page
from argmap.editor.places import Point
from argmap.formats.yaml_tree import Node

_WEB: Final = re.compile(r"https?://[^\s<>\"]+")


def links(desk: Desk, page: Page) -> tuple[tuple[Point, Point, str], ...]:
    """Stretches of a document, each with the address it leads to; files that are not there are left out."""
    tree = desk.tree(page)
    root = tree.root if tree else None
    if root is None or root.kind != "mapping":
        return ()
    places = desk.places(page)
    found = []
    article = root.items.get("article")
    named = [root.items.get("codebook"), article.items.get("text") if article else None]
    for node in named:
        path = desk.named(page, node.value) if node and node.kind == "text" else None
        if node and path and path.is_file():
            found.append((places.point(node.start), places.point(node.end), desk.uri(path)))
    web = ((places.point(n.start), places.point(n.end), (n.value or "").strip()) for n in _addresses(root))
    return (*found, *web)


def _addresses(root: Node) -> Iterator[Node]:
    """The values of all fields `url` that are addresses on the web."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        url = node.items.get("url")
        if url is not None and url.kind == "text" and _WEB.fullmatch((url.value or "").strip()):
            yield url
        waiting += node.items.values()
