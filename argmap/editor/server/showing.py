"""What is told of one document: hover, outline, folding, links."""

from typing import Final

from lsprotocol import types as lsp

from argmap.editor.hovering import hover
from argmap.editor.linking import links
from argmap.editor.outline import folds, outline
from argmap.editor.server.features import Feature
from argmap.editor.server.session import Server
from argmap.editor.server.wording import markup, point_of, range_of, symbol_of


def hovered(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    """What lies under the pointer."""
    page = server.page(params.text_document.uri)
    if page is None:
        return None
    desk, line = server.desk, params.position.line
    places = desk.places(page)
    offset = places.offset(*point_of(params.position))
    found = hover(places.plain, desk.tree(page, line), offset, desk.around(page, line))
    if found is None:
        return None
    return lsp.Hover(
        markup(found.text, server.shows.hover), range_of(places.point(found.start), places.point(found.end))
    )


def symbols(server: Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
    """The outline."""
    page = server.page(params.text_document.uri)
    tree = server.desk.tree(page) if page else None
    if page is None or tree is None:
        return None
    places = server.desk.places(page)
    return [symbol_of(symbol, places) for symbol in outline(tree)]


def folding(server: Server, params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange] | None:
    """What can be folded away."""
    page = server.page(params.text_document.uri)
    tree = server.desk.tree(page) if page else None
    if page is None or tree is None:
        return None
    places = server.desk.places(page)
    stretches = [(places.point(start)[0], places.point(end)[0]) for start, end in folds(tree)]
    return [lsp.FoldingRange(first, last) for first, last in stretches if last > first]


def linked(server: Server, params: lsp.DocumentLinkParams) -> list[lsp.DocumentLink] | None:
    """Names of files and addresses."""
    page = server.page(params.text_document.uri)
    return [lsp.DocumentLink(range_of(a, b), uri) for a, b, uri in links(server.desk, page)] if page else None


FEATURES: Final = (
    Feature(lsp.TEXT_DOCUMENT_HOVER, hovered),
    Feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, symbols),
    Feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE, folding),
    Feature(lsp.TEXT_DOCUMENT_DOCUMENT_LINK, linked),
)
