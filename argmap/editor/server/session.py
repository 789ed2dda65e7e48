"""One editor: what it has open, what it can show, and the log it is told of failures in."""

import traceback
from dataclasses import dataclass
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from argmap.editor.desk import Desk, Page
from argmap.editor.diagnosing import concerns
from argmap.editor.server.checking import Checks
from argmap.editor.server.protocol import Protocol


class Server(LanguageServer):
    """What is open in one editor, and the checks of it."""

    def __init__(self, version: str) -> None:
        super().__init__("argmap", version, lsp.TextDocumentSyncKind.Full, protocol_cls=Protocol)
        self.desk = Desk()
        self.checks = Checks(self.desk, self.text_document_publish_diagnostics, self.report)
        self.asked_to_stop = False

    def page(self, uri: str) -> Page | None:
        """A document that is open and a map or codebook, or on its way to become one."""
        page = self.desk.attend(uri)
        return page if page and concerns(page) else None

    def report(self, what: str) -> None:
        """Tell the editor's log of a failure; the server lives on."""
        self._log(f"{what} failed\n{traceback.format_exc()}")

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Tell the log, where pygls would open a window, of a message that could not be read or answered."""
        if source is not FeatureRequestError:  # a request that fails is answered so
            self._log(str(error))

    def _log(self, message: str) -> None:
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, f"argmap: {message}"))

    @property
    def shows(self) -> "Shows":
        """What the editor can show and take."""
        text, workspace = self.client_capabilities.text_document, self.client_capabilities.workspace
        completion = text.completion.completion_item if text and text.completion else None
        return Shows(
            completion or lsp.ClientCompletionItemOptions(),
            tuple(text.hover.content_format or ()) if text and text.hover else (),
            bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes),
            bool(
                workspace
                and workspace.did_change_watched_files
                and workspace.did_change_watched_files.dynamic_registration
            ),
        )

    @property
    def versions(self) -> dict[str, int | None] | None:
        """The versions of the open documents, for an editor that compares them before it makes a change."""
        return {uri: page.version for uri, page in self.desk.pages.items()} if self.shows.versions else None


@dataclass(frozen=True, slots=True)
class Shows:
    """What an editor can show and take.

    Attributes:
        items: Of completions.
        hover: The formats of what is told of a name.
        versions: Whether it takes changes made for a version of a document.
        watches: Whether it tells of files that change on the disk, if it is asked to.
    """

    items: lsp.ClientCompletionItemOptions
    hover: tuple[lsp.MarkupKind, ...]
    versions: bool
    watches: bool
