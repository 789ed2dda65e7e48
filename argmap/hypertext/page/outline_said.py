"""What the lists of a map say of its outline, and how a script finds it there; ``download.js`` reads it that way."""

from collections.abc import Iterable, Iterator, Mapping

from argmap.hypertext.page.map_view import Branch, Point


def said_by(trees: Iterable[Branch]) -> Mapping[str, str]:
    """Pieces of an outline by what they say: their place in the lists.

    ``P8`` is a line with its indentation, ``P8!`` the statement in it, ``P8+`` the mapper's sentence, ``P8”`` the
    article's words.
    """
    found: dict[str, str] = {}
    for tree in trees:
        for place, text in _branch(tree, 0):
            found.setdefault(text, place)
    return found


def _branch(branch: Branch, depth: int) -> Iterator[tuple[str, str]]:
    """Doubts are indented in the lists, and not in outlines."""
    depth -= branch.kind == "undercut"
    scheme = f" · {branch.aside}" if branch.aside and branch.kind != "undercut" else ""
    for i, point in enumerate(branch.points):
        if not point.see:
            yield from _point(point, depth, "and" if i else f"{branch.bar}{scheme}")
        for below in point.below:
            yield from _branch(below, depth + 1)
    for doubt in branch.doubts:
        yield from _branch(doubt, depth + 1)


def _point(point: Point, depth: int, bar: str) -> Iterator[tuple[str, str]]:
    told = f"{point.short} {point.text} “{point.quote}” {point.at}"
    yield f"{point.short}!", told
    if bar:
        yield point.short, f"\n{'  ' * depth}- *{bar}* {told}"
    yield from _words(point)
    for foot in point.feet:
        if not foot.see:
            limits = f" · {foot.limits}" if foot.limits else ""
            sources = f" ({foot.sources})" if foot.sources else ""
            line = f"{foot.text}{limits}{sources} “{foot.quote}” {foot.at}"
            yield foot.short, f"\n{'  ' * (depth + 1)}- ▪ {line}"
            yield from _words(foot)


def _words(point: Point) -> Iterator[tuple[str, str]]:
    yield f"{point.short}+", point.text
    yield f"{point.short}”", f"“{point.quote}”"
