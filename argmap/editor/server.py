"""The language server: what editors ask, answered by the modules beside this one. Only this one knows the protocol."""

import asyncio
import logging
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from lsprotocol import types as lsp
from pygls.exceptions import FeatureRequestError, JsonRpcException
from pygls.lsp.server import LanguageServer

from argmap.editor import navigating
from argmap.editor.acting import Action, actions, all_safe
from argmap.editor.completion import Proposal, complete
from argmap.editor.desk import Desk, Page
from argmap.editor.diagnosing import Beside, Problem, concerns, depends, page_of, problems
from argmap.editor.hovering import hover
from argmap.editor.linking import links
from argmap.editor.outline import Symbol, folds, outline
from argmap.editor.places import Places, Point, Unit
from argmap.editor.telling import told
from argmap.editor.uris import path_of
from argmap.errors import ArgmapError

PAUSE: Final = 0.2
"""Seconds without a keystroke before a document is checked anew."""

MOST_PROPOSED: Final = 200
"""Completions sent at once; typing on asks again."""

SOURCE: Final = "argmap"


class Server(LanguageServer):
    """What is open in one editor, and the checks that are waiting or under way."""

    def __init__(self, version: str) -> None:
        super().__init__("argmap", version, lsp.TextDocumentSyncKind.Full)
        self.desk = Desk()
        self.told: dict[str, tuple[Page, tuple[Problem, ...]]] = {}
        self.manual = ""
        self.asked_to_stop = False
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._checker = ThreadPoolExecutor(1, thread_name_prefix="argmap-check")

    def page(self, uri: str) -> Page | None:
        """A document that is open and a map or codebook, or on its way to become one."""
        page = self.desk.pages.get(uri)
        return page if page and concerns(page) else None

    def report(self, what: str) -> None:
        """Tell the editor's log of a failure; the server lives on."""
        self.window_log_message(
            lsp.LogMessageParams(lsp.MessageType.Error, f"argmap: {what} failed\n{traceback.format_exc()}")
        )

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Tell the log, where pygls would open a window, of a message that could not be read or answered."""
        if source is not FeatureRequestError:  # a request that fails is answered so
            self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, f"argmap: {error}"))

    # ---- diagnostics

    def check_soon(self, pages: Iterable[Page], pause: float = PAUSE) -> None:
        """Check documents once nobody has typed for a while; a check that waits for the same one is forgotten."""
        for page in pages:
            if waiting := self._waiting.pop(page.uri, None):
                waiting.cancel()
            self._waiting[page.uri] = asyncio.get_running_loop().create_task(self._check(page.uri, pause))

    async def _check(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        page = self.desk.pages.get(uri)
        if page is None:
            return
        try:
            loop = asyncio.get_running_loop()
            told = await loop.run_in_executor(self._checker, problems, self.desk, page)
        except Exception:  # the editor must not lose its server to one text
            self.report(f"checking {uri}")
            return
        if self.desk.pages.get(uri) is page:  # else this is old news
            self.told[uri] = page, told
            self.publish(page, told)

    def publish(self, page: Page, told: Iterable[Problem]) -> None:
        """Show problems in the editor, in place of those shown before."""
        found = [self.diagnostic(problem) for problem in told]
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(page.uri, found, page.version))

    def diagnostic(self, problem: Problem) -> lsp.Diagnostic:
        """A problem in the words of the protocol."""
        d = problem.of
        beside = [
            lsp.DiagnosticRelatedInformation(lsp.Location(b.uri, _range(b.start, b.end)), b.message)
            for b in problem.beside
        ]
        return lsp.Diagnostic(
            range=_range(problem.start, problem.end),
            message=problem.message,
            severity=_SEVERITY[d.severity],
            code=d.code,
            code_description=lsp.CodeDescription(self.manual + page_of(d.code)) if self.manual else None,
            source=SOURCE,
            tags=[lsp.DiagnosticTag.Unnecessary] if problem.tag else None,
            related_information=beside or None,
        )

    def problems_now(self, page: Page) -> tuple[Problem, ...]:
        """The problems of a document as it is: those last told, or, if it has changed since, those found now."""
        held = self.told.get(page.uri)
        if held is None or held[0].text != page.text:
            held = self.told[page.uri] = page, problems(self.desk, page)
        return held[1]

    def stop(self) -> None:
        """End what waits."""
        self._checker.shutdown(wait=False, cancel_futures=True)


_SEVERITY: Final = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "advice": lsp.DiagnosticSeverity.Information,
}


def _range(start: Point, end: Point) -> lsp.Range:
    return lsp.Range(lsp.Position(*start), lsp.Position(*end))


def _point(position: lsp.Position) -> Point:
    return position.line, position.character


Answer = TypeVar("Answer")


def _feature(server: Server, method: str, options: Any = None) -> Callable[[Callable[[Any], Any]], None]:
    """Registers what answers a message. Where it fails, the editor's log is told, and the answer is nothing."""

    def register(answer: Callable[[Any], Any]) -> None:
        @wraps(answer)
        def guarded(params: Any) -> Any:
            try:
                return answer(params)
            except Exception:  # whatever a text holds, the server lives on
                server.report(method)
                return None

        server.feature(method, options)(guarded)

    return register


def make(version: str) -> Server:
    """A server that knows every message; it is not running yet."""
    server = Server(version)
    _documents(server)
    _questions(server)
    _names(server)
    _actions(server)
    return server


def _documents(server: Server) -> None:
    """Documents that open, change and close; files that change on the disk."""
    desk = server.desk

    @_feature(server, lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        encoding = server.workspace.position_encoding
        desk.unit = cast("Unit", getattr(encoding, "value", encoding))
        folders = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
        desk.root = path_of(folders[0]) or desk.root
        options = params.initialization_options
        manual = options.get("manual") if isinstance(options, dict) else None
        server.manual = manual if isinstance(manual, str) else _manual_beside()

    @_feature(server, lsp.INITIALIZED)
    def initialized(_: lsp.InitializedParams) -> None:
        watched = server.client_capabilities.workspace
        if watched and watched.did_change_watched_files and watched.did_change_watched_files.dynamic_registration:
            watchers = [lsp.FileSystemWatcher("**/*.{yaml,yml,tsv,txt,md,toml}")]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
            registration = lsp.Registration("argmap-files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(lsp.RegistrationParams([registration]))

    @_feature(server, lsp.SHUTDOWN)
    def shutdown(_: None) -> None:
        server.asked_to_stop = True

    @_feature(server, lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        page = desk.put(document.uri, document.text, document.version)
        server.check_soon([page, *depends(desk, page)], pause=0)

    @_feature(server, lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        text = server.workspace.get_text_document(params.text_document.uri).source
        page = desk.put(params.text_document.uri, text, params.text_document.version)
        server.check_soon([page, *depends(desk, page)])

    @_feature(server, lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: lsp.DidSaveTextDocumentParams) -> None:
        server.check_soon(desk.pages.values())

    @_feature(server, lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        page = desk.pages.get(params.text_document.uri)
        if page is None:
            return
        desk.drop(page.uri)
        server.told.pop(page.uri, None)
        server.publish(Page(page.uri, page.path, "", None), ())
        server.check_soon(depends(desk, page))

    @_feature(server, lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def on_disk(_: lsp.DidChangeWatchedFilesParams) -> None:
        server.check_soon(desk.pages.values())


def _manual_beside() -> str:
    """The pages of the codes where argmap runs from its own repository; "" where it was installed."""
    page = Path(__file__).parents[2] / "docs" / "codes.md"
    return page.as_uri() if page.is_file() else ""


def _questions(server: Server) -> None:
    """Completion, hover, outline and the like: about one document."""
    desk = server.desk
    typed = ["[", "{", ",", " ", ":", "-", "¶"]

    @_feature(server, lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(typed, resolve_provider=True))
    def completion(params: lsp.CompletionParams) -> lsp.CompletionList | None:
        page = server.page(params.text_document.uri)
        if page is None:
            return None
        places = desk.places(page)
        offset = places.offset(*_point(params.position))
        found = complete(places.plain, offset, desk.around(page, params.position.line))
        found, cut = _wanted(found, places.plain, offset)
        context = params.context
        if context and context.trigger_character in (" ", "-", ":") and _is_too_much(found):
            return None
        make = _Items(server, page, places)
        return lsp.CompletionList(cut, [make.item(i, proposal) for i, proposal in enumerate(found)])

    @_feature(server, lsp.COMPLETION_ITEM_RESOLVE)
    def resolve(item: lsp.CompletionItem) -> lsp.CompletionItem:
        data = item.data if isinstance(item.data, dict) else {}
        page = server.page(str(data.get("uri")))
        around = desk.around(page) if page else None
        entry = around.entry(cast("Any", data.get("kind")), str(data.get("key"))) if around else None
        if around and entry:
            item.documentation = _markup(told(entry, around), _of_items(server).documentation_format)
        return item

    @_feature(server, lsp.TEXT_DOCUMENT_HOVER)
    def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        page = server.page(params.text_document.uri)
        if page is None:
            return None
        places = desk.places(page)
        line = params.position.line
        offset = places.offset(*_point(params.position))
        found = hover(places.plain, desk.tree(page, line), offset, desk.around(page, line))
        if found is None:
            return None
        client = server.client_capabilities.text_document
        formats = client.hover.content_format if client and client.hover else None
        return lsp.Hover(_markup(found.text, formats), _range(places.point(found.start), places.point(found.end)))

    @_feature(server, lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
        page = server.page(params.text_document.uri)
        tree = desk.tree(page) if page else None
        if page is None or tree is None:
            return None
        places = desk.places(page)
        return [_symbol(symbol, places) for symbol in outline(tree)]

    @_feature(server, lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    def folding(params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange] | None:
        page = server.page(params.text_document.uri)
        tree = desk.tree(page) if page else None
        if page is None or tree is None:
            return None
        places = desk.places(page)
        stretches = [(places.point(start)[0], places.point(end)[0]) for start, end in folds(tree)]
        return [lsp.FoldingRange(first, last) for first, last in stretches if last > first]

    @_feature(server, lsp.TEXT_DOCUMENT_DOCUMENT_LINK)
    def linked(params: lsp.DocumentLinkParams) -> list[lsp.DocumentLink] | None:
        page = server.page(params.text_document.uri)
        return [lsp.DocumentLink(_range(a, b), uri) for a, b, uri in links(desk, page)] if page else None


def _wanted(found: tuple[Proposal, ...], text: str, offset: int) -> tuple[tuple[Proposal, ...], bool]:
    """Those that what was typed can become, where there are too many to send; and whether any is left out."""
    if len(found) <= MOST_PROPOSED:
        return found, False
    typed = text[found[0].start : offset].lower()
    fitting = [proposal for proposal in found if _holds(proposal.label.lower(), typed)]
    return tuple(fitting[:MOST_PROPOSED]), True


def _holds(label: str, letters: str) -> bool:
    rest = iter(label)
    return all(letter in rest for letter in letters)


def _is_too_much(found: tuple[Proposal, ...]) -> bool:
    """Whether nobody asked: a blank was typed where any field could follow."""
    return all(proposal.sort in ("field", "form") for proposal in found)


def _of_items(server: Server) -> lsp.ClientCompletionItemOptions:
    """What the editor can show of a completion."""
    client = server.client_capabilities.text_document
    held = client.completion.completion_item if client and client.completion else None
    return held or lsp.ClientCompletionItemOptions()


class _Items:
    """Proposals in the words of the protocol."""

    def __init__(self, server: Server, page: Page, places: Places) -> None:
        self.page, self.places = page, places
        client = _of_items(server)
        self.snippets, self.formats = bool(client.snippet_support), client.documentation_format

    def item(self, i: int, proposal: Proposal) -> lsp.CompletionItem:
        """One of them; the documentation of names is asked for when one is looked at."""
        stretch = _range(self.places.point(proposal.start), self.places.point(proposal.end))
        insert = proposal.insert if self.snippets or not proposal.snippet else _without_stops(proposal.insert)
        entry = proposal.entry
        return lsp.CompletionItem(
            label=proposal.label,
            kind=_KIND.get(proposal.sort),
            detail=proposal.detail or None,
            documentation=_markup(proposal.meaning, self.formats) if proposal.meaning else None,
            sort_text=f"{i:05d}",
            insert_text_format=lsp.InsertTextFormat.Snippet if proposal.snippet and self.snippets else None,
            text_edit=lsp.TextEdit(stretch, insert),
            data={"uri": self.page.uri, "kind": entry.kind, "key": entry.key} if entry else None,
        )


_KIND: Final = {
    "name": lsp.CompletionItemKind.Reference,
    "field": lsp.CompletionItemKind.Property,
    "word": lsp.CompletionItemKind.EnumMember,
    "file": lsp.CompletionItemKind.File,
    "place": lsp.CompletionItemKind.Text,
    "code": lsp.CompletionItemKind.Constant,
    "form": lsp.CompletionItemKind.Snippet,
}


def _without_stops(snippet: str) -> str:
    """A snippet as plain text, for editors that know none."""
    chosen = re.sub(r"\$\{\d\|([^,|]*)[^}]*\}", r"\1", snippet)
    return re.sub(r"\$\{\d:([^}]*)\}", r"\1", re.sub(r"\$\d", "", chosen))


Shown = lsp.MarkupContent | str


def _markup(text: str, formats: Sequence[lsp.MarkupKind] | None) -> Shown:
    """A text in Markdown, or without its marks for an editor that does not show them; in the formats it names."""
    if lsp.MarkupKind.Markdown in (formats or ()):
        return lsp.MarkupContent(lsp.MarkupKind.Markdown, text)
    plain = re.sub(r"\\([\\`*_{}\[\]<>#|~])", r"\1", re.sub(r"(?<!\\)[*`]+", "", text))
    return lsp.MarkupContent(lsp.MarkupKind.PlainText, plain) if formats else plain


_SYMBOL: Final = {
    "section": lsp.SymbolKind.Namespace,
    "statement": lsp.SymbolKind.Object,
    "source": lsp.SymbolKind.File,
    "actor": lsp.SymbolKind.Interface,
    "factor": lsp.SymbolKind.Variable,
    "proposition": lsp.SymbolKind.Boolean,
    "role": lsp.SymbolKind.EnumMember,
    "place": lsp.SymbolKind.Constant,
    "map": lsp.SymbolKind.Module,
    "codebook": lsp.SymbolKind.Package,
}


def _symbol(symbol: Symbol, places: Places) -> lsp.DocumentSymbol:
    start = places.point(symbol.start)
    return lsp.DocumentSymbol(
        name=symbol.name or "?",  # the protocol allows no empty one
        kind=_SYMBOL[symbol.kind],
        range=_range(start, places.point(symbol.end)),
        selection_range=_range(start, places.point(symbol.name_end)),
        detail=symbol.detail,
        children=[_symbol(below, places) for below in symbol.below],
    )


def _names(server: Server) -> None:
    """From a name to others of the same thing, in all files."""
    desk = server.desk

    def at(params: Any) -> tuple[Desk, Page, int] | None:
        page = server.page(params.text_document.uri)
        return (desk, page, desk.places(page).offset(*_point(params.position))) if page else None

    @_feature(server, lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def highlight(params: lsp.DocumentHighlightParams) -> list[lsp.DocumentHighlight] | None:
        if (where := at(params)) is None:
            return None
        kinds = {True: lsp.DocumentHighlightKind.Write, False: lsp.DocumentHighlightKind.Read}
        found = navigating.highlights(*where, params.position.line)
        return [lsp.DocumentHighlight(_range(start, end), kinds[o.defines]) for o, start, end in found]

    @_feature(server, lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(params: lsp.DefinitionParams) -> list[lsp.Location] | None:
        where = at(params)
        return _locations(navigating.definitions(*where, params.position.line)) if where else None

    @_feature(server, lsp.TEXT_DOCUMENT_REFERENCES)
    def references(params: lsp.ReferenceParams) -> list[lsp.Location] | None:
        where, declared = at(params), params.context.include_declaration
        return _locations(navigating.references(*where, params.position.line, declared=declared)) if where else None

    @_feature(server, lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        where = at(params)
        found = navigating.renamable(*where) if where else None
        return lsp.PrepareRenamePlaceholder(_range(found[0], found[1]), found[2]) if found else None

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def rename(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        where = at(params)
        if where is None:
            return None
        try:
            return _workspace_edit(server, navigating.renaming(*where, params.new_name))
        except ArgmapError as refused:  # the editor shows why
            raise JsonRpcException(str(refused), lsp.LSPErrorCodes.RequestFailed.value) from None

    @_feature(server, lsp.WORKSPACE_SYMBOL)
    def everything(params: lsp.WorkspaceSymbolParams) -> list[lsp.SymbolInformation]:
        return [
            lsp.SymbolInformation(location=lsp.Location(b.uri, _range(b.start, b.end)), name=name, kind=_SYMBOL[kind])
            for name, kind, b in navigating.everything(desk, params.query)
        ]


def _locations(found: Iterable[Beside]) -> list[lsp.Location]:
    return [lsp.Location(b.uri, _range(b.start, b.end)) for b in found]


Changes = dict[str, tuple[tuple[Point, Point, str], ...]]


def _workspace_edit(server: Server, changes: Changes) -> lsp.WorkspaceEdit:
    """Changes by address; with the versions they were made for, if the editor takes those."""
    edits = {uri: [lsp.TextEdit(_range(a, b), text) for a, b, text in made] for uri, made in changes.items()}
    workspace = server.client_capabilities.workspace
    if not (workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes):
        return lsp.WorkspaceEdit(changes=edits)
    versions = {uri: page.version for uri, page in server.desk.pages.items()}
    return lsp.WorkspaceEdit(
        document_changes=[
            lsp.TextDocumentEdit(lsp.OptionalVersionedTextDocumentIdentifier(uri, versions.get(uri)), list(made))
            for uri, made in edits.items()
        ]
    )


def _actions(server: Server) -> None:
    """What can be done about problems."""
    desk = server.desk
    offered = [lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]

    @_feature(server, lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(offered))
    def acted(params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
        page = server.page(params.text_document.uri)
        if page is None:
            return None
        told = server.problems_now(page)
        only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
        found = []
        if _asks_for(only, "quickfix"):
            made = actions(desk, page, told, _point(params.range.start), _point(params.range.end))
            found += [_action(server, page, action, lsp.CodeActionKind.QuickFix) for action in made]
        if _asks_for(only, "source.fixAll") and (action := all_safe(desk, page, told)):
            found.append(_action(server, page, action, lsp.CodeActionKind.SourceFixAll))
        return found


def _asks_for(only: list[str], kind: str) -> bool:
    return not only or any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in only)


def _action(server: Server, page: Page, action: Action, kind: lsp.CodeActionKind) -> lsp.CodeAction:
    return lsp.CodeAction(
        title=action.title,
        kind=kind,
        diagnostics=[server.diagnostic(action.mends)] if action.mends else None,
        is_preferred=action.likely or None,
        edit=_workspace_edit(server, {page.uri: action.changes}),
    )


def serve(version: str) -> int:
    """Serve the editor on standard input and output until it says goodbye; the exit code.

    Whatever else prints would break the protocol, so standard output becomes standard error for all but it.
    """
    sys.stdout.flush()
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # it logs answers, too, that say what is wrong
    server = make(version)
    server.start_io(sys.stdin.buffer, out)
    server.stop()
    return 0 if server.asked_to_stop else 1
