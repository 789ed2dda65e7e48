"""A client of `argmap lsp` over its standard input and output, as an editor is one."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

from argmap.editor.uris import uri_of

SECONDS = 60
MANUAL = "https://example.org/codes.html"


class Editor:
    """A client with a folder of files."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client, self.root, self.version = client, root, 0
        self.opened: set[str] = set()

    def uri(self, name: str) -> str:
        return uri_of(self.root / name)

    def document(self, name: str = "ruiz.yaml") -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri(name))

    async def open(self, name: str = "ruiz.yaml", text: str | None = None, *, uri: str = "") -> list[lsp.Diagnostic]:
        held = (self.root / name).read_text(encoding="utf-8") if text is None else text
        item = lsp.TextDocumentItem(uri or self.uri(name), "yaml", self.version, held)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        self.opened.add(item.uri)
        return await self.told(item.uri)

    def change(self, text: str, name: str = "ruiz.yaml") -> None:
        self.version += 1
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        document = lsp.VersionedTextDocumentIdentifier(self.version, self.uri(name))
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [whole]))

    def close(self, name: str = "ruiz.yaml", *, uri: str = "") -> None:
        self.opened.discard(uri or self.uri(name))
        document = lsp.TextDocumentIdentifier(uri or self.uri(name))
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(document))

    def on_disk(self, name: str, what: lsp.FileChangeType = lsp.FileChangeType.Changed) -> None:
        events = [lsp.FileEvent(self.uri(name), what)]
        self.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(events))

    async def told(self, uri: str) -> list[lsp.Diagnostic]:
        """The next problems told of a document."""
        self.client.diagnostics.pop(uri, None)
        while uri not in self.client.diagnostics:
            await self.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return list(self.client.diagnostics[uri])

    async def told_at_last(self, codes: list[str], name: str = "ruiz.yaml", *, uri: str = "") -> None:
        """Wait until just these problems are told of a document; earlier news may still be on the way."""
        while [d.code for d in self.client.diagnostics.get(uri or self.uri(name), ())] != codes:
            await self.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)

    async def proposed(self, line: int, character: int, name: str = "ruiz.yaml", *, typed: str = "") -> list[str]:
        """The completions at a place, asked for or, if a character was `typed`, as it is typed."""
        context = lsp.CompletionContext(lsp.CompletionTriggerKind.TriggerCharacter, typed) if typed else None
        params = lsp.CompletionParams(self.document(name), lsp.Position(line, character), context)
        found = await self.client.text_document_completion_async(params)
        return [item.label for item in found.items] if isinstance(found, lsp.CompletionList) else []


Question = Callable[[Editor], Awaitable[None]]
Ask = Callable[[Question], None]


@contextmanager
def shared(home: Path) -> Iterator[Callable[[Question, Path], None]]:
    """A server that is asked many things, one after the other, each with a folder of its own."""
    loop = asyncio.new_event_loop()
    session = editor(home, initialization_options={"manual": MANUAL})
    client = loop.run_until_complete(session.__aenter__()).client

    async def asked(question: Question, root: Path) -> None:
        at = Editor(client, root)
        try:
            await question(at)
        finally:
            for uri in sorted(at.opened):
                at.close(uri=uri)
        assert errors_of(client) == []

    def ask(question: Question, root: Path) -> None:
        loop.run_until_complete(asyncio.wait_for(asked(question, root), SECONDS))

    try:
        yield ask
        loop.run_until_complete(asyncio.wait_for(session.__aexit__(None, None, None), SECONDS))
    finally:
        loop.run_until_complete(end(client))
        loop.close()


def errors_of(client: LanguageClient) -> list[str]:
    """What the server told the log of failures."""
    return [m.message for m in client.log_messages if m.type == lsp.MessageType.Error]


@asynccontextmanager
async def editor(root: Path, *, name: str = "visual-studio-code", **more: Any) -> AsyncIterator[Editor]:
    """An editor that has a folder open; the server has to end well."""
    client = make_test_lsp_client()
    client.feature("client/registerCapability")(lambda params: None)
    await client.start_io(sys.executable, "-W", "error", "-m", "argmap", "lsp", "--stdio", cwd=root)
    capabilities = client_capabilities(name)
    for key, value in more.pop("general", {}).items():
        assert capabilities.general is not None
        setattr(capabilities.general, key, value)
    folders = more.pop("folders", [root])
    named = [lsp.WorkspaceFolder(uri_of(folder), folder.name) for folder in folders] if folders else None
    await client.initialize_session(lsp.InitializeParams(capabilities, workspace_folders=named, **more))
    try:
        yield Editor(client, root)
        await client.shutdown_session()
        server = client._server
        assert server is not None
        assert await asyncio.wait_for(server.wait(), 10) == 0
        assert errors_of(client) == []
    finally:
        await end(client)


async def end(client: LanguageClient) -> None:
    """Leave no server behind, whatever happened."""
    server = client._server
    if server is not None and server.returncode is None:
        with suppress(ProcessLookupError, TimeoutError):
            await asyncio.wait_for(server.wait(), 2)
        if server.returncode is None:
            server.kill()
    await client.stop()  # type: ignore[no-untyped-call]


def asked(root: Path, question: Question, **more: Any) -> None:
    """Ask a server of its own something."""

    async def session() -> None:
        async with editor(root, **more) as opened:
            await question(opened)

    asyncio.run(asyncio.wait_for(session(), SECONDS))
