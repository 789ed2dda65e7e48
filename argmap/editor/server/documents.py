"""Documents that open, change and close; files that change on the disk; how a session begins and ends."""

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from lsprotocol import types as lsp

from argmap.editor.diagnosing import depends
from argmap.editor.server.features import Feature
from argmap.editor.server.session import Server
from argmap.editor.uris import path_of

if TYPE_CHECKING:
    from argmap.editor.places import Unit


def initialize(server: Server, params: lsp.InitializeParams) -> None:
    """Take in what the editor says of itself."""
    encoding = server.workspace.position_encoding
    server.desk.unit = cast("Unit", getattr(encoding, "value", encoding))
    folders = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
    server.desk.root = path_of(folders[0]) or server.desk.root
    options = params.initialization_options
    manual = options.get("manual") if isinstance(options, dict) else None
    server.checks.manual = manual if isinstance(manual, str) else _manual_beside()


def _manual_beside() -> str:
    """The pages of the codes where argmap runs from its own repository; "" where it was installed."""
    page = Path(__file__).parents[3] / "docs" / "codes.md"
    return page.as_uri() if page.is_file() else ""


def initialized(server: Server, _: lsp.InitializedParams) -> None:
    """Ask to be told of files that others write."""
    if server.shows.watches:
        watchers = [lsp.FileSystemWatcher("**/*.{yaml,yml,tsv,txt,md,toml}")]
        options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = lsp.Registration("argmap-files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(lsp.RegistrationParams([registration]))


def shutdown(server: Server, _: None) -> None:
    """Know that the end was asked for."""
    server.asked_to_stop = True


def opened(server: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    """Check at once."""
    document = params.text_document
    page = server.desk.put(document.uri, document.text, document.version)
    server.checks.soon([page], pause=0)
    server.checks.soon(depends(server.desk, page), pause=0)


def changed(server: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    """Check after a while."""
    text = server.workspace.get_text_document(params.text_document.uri).source
    page = server.desk.put(params.text_document.uri, text, params.text_document.version)
    server.checks.soon([page])
    server.checks.soon(depends(server.desk, page))


def on_disk(server: Server, _: lsp.DidSaveTextDocumentParams | lsp.DidChangeWatchedFilesParams) -> None:
    """Check all that is open, as it may refer to what changed on the disk."""
    server.checks.soon(list(server.desk.pages.values()))


def closed(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    """Show nothing of it any more; what refers to it is checked against the file on the disk."""
    page = server.desk.pages.get(params.text_document.uri)
    if page is None:
        return
    server.desk.drop(page.uri)
    server.checks.forget(page)
    server.checks.soon(depends(server.desk, page))


FEATURES: Final = (
    Feature(lsp.INITIALIZE, initialize),
    Feature(lsp.INITIALIZED, initialized),
    Feature(lsp.SHUTDOWN, shutdown),
    Feature(lsp.TEXT_DOCUMENT_DID_OPEN, opened),
    Feature(lsp.TEXT_DOCUMENT_DID_CHANGE, changed),
    Feature(lsp.TEXT_DOCUMENT_DID_SAVE, on_disk),
    Feature(lsp.TEXT_DOCUMENT_DID_CLOSE, closed),
    Feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, on_disk),
)
