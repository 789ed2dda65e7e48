"""From a name to others of the same thing, in all files, and to another name."""

from typing import Any, Final

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from argmap.editor import navigating
from argmap.editor.desk import Desk, Page
from argmap.editor.server.features import Feature
from argmap.editor.server.session import Server
from argmap.editor.server.wording import SYMBOL, location_of, point_of, range_of, workspace_edit
from argmap.errors import ArgmapError


def _at(server: Server, params: Any) -> tuple[Desk, Page, int] | None:
    page = server.page(params.text_document.uri)
    return (server.desk, page, server.desk.places(page).offset(*point_of(params.position))) if page else None


def highlight(server: Server, params: lsp.DocumentHighlightParams) -> list[lsp.DocumentHighlight] | None:
    """The same name elsewhere in the document."""
    if (where := _at(server, params)) is None:
        return None
    kinds = {True: lsp.DocumentHighlightKind.Write, False: lsp.DocumentHighlightKind.Read}
    found = navigating.highlights(*where, params.position.line)
    return [lsp.DocumentHighlight(range_of(start, end), kinds[o.defines]) for o, start, end in found]


def definition(server: Server, params: lsp.DefinitionParams) -> list[lsp.Location] | None:
    """Where the thing gets its name."""
    where = _at(server, params)
    return [location_of(b) for b in navigating.definitions(*where, params.position.line)] if where else None


def references(server: Server, params: lsp.ReferenceParams) -> list[lsp.Location] | None:
    """Where the thing is named."""
    where, declared = _at(server, params), params.context.include_declaration
    if where is None:
        return None
    return [location_of(b) for b in navigating.references(*where, params.position.line, declared=declared)]


def prepare(server: Server, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
    """The name that would be changed."""
    where = _at(server, params)
    found = navigating.renamable(*where) if where else None
    return lsp.PrepareRenamePlaceholder(range_of(found[0], found[1]), found[2]) if found else None


def rename(server: Server, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    """The changes in all files; or why there are none, which the editor shows."""
    where = _at(server, params)
    if where is None:
        return None
    try:
        return workspace_edit(navigating.renaming(*where, params.new_name), server.versions)
    except ArgmapError as refused:
        raise JsonRpcException(str(refused), lsp.LSPErrorCodes.RequestFailed.value) from None


def everything(server: Server, params: lsp.WorkspaceSymbolParams) -> list[lsp.SymbolInformation]:
    """The symbols of the project."""
    return [
        lsp.SymbolInformation(location=location_of(b), name=name, kind=SYMBOL[kind])
        for name, kind, b in navigating.everything(server.desk, params.query)
    ]


FEATURES: Final = (
    Feature(lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, highlight),
    Feature(lsp.TEXT_DOCUMENT_DEFINITION, definition),
    Feature(lsp.TEXT_DOCUMENT_REFERENCES, references),
    Feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME, prepare),
    Feature(lsp.TEXT_DOCUMENT_RENAME, rename, lsp.RenameOptions(prepare_provider=True)),
    Feature(lsp.WORKSPACE_SYMBOL, everything),
)
