"""`argmap lsp`, asked by a client over its standard input and output, as an editor asks it."""

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from editor_desk import BOOK, MAP, folder

pytest.importorskip("pygls", reason="the language server is an optional part")
pytest.importorskip("pytest_lsp", reason="the client comes with the tools for development")

from editor_client import Ask, Editor, Question, asked, end, shared
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

SECONDS = 40


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Question, Path], None]]:
    with shared(tmp_path_factory.mktemp("home")) as asked_of_one:
        yield asked_of_one


@pytest.fixture
def ask(sessions: Callable[[Question, Path], None], root: Path) -> Ask:
    return lambda question: sessions(question, root)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return folder(tmp_path.resolve()).root


def range_of(found: lsp.Range) -> tuple[int, int, int, int]:
    return found.start.line, found.start.character, found.end.line, found.end.character


def test_problems_are_told_when_a_document_opens_changes_and_closes(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        [found] = await e.open()
        assert (found.code, found.source, found.severity) == ("AM304", "argmap", lsp.DiagnosticSeverity.Warning)
        assert range_of(found.range) == (30, 2, 30, 7)
        e.change(MAP.replace("[safer, wide]", "[{premises: [wide], scheme: '😀日'}, saver]"))
        first, *_ = await e.told(e.uri("ruiz.yaml"))
        assert (first.code, first.severity, range_of(first.range)) == (
            "AM201",
            lsp.DiagnosticSeverity.Error,
            (14, 49, 14, 54),
        )
        assert first.message == "no statement is called 'saver'; did you mean 'safer'?"
        assert first.code_description is not None
        assert first.code_description.href == "https://example.org/codes.html#am201-unknown-statement"
        e.client.text_document_did_close(lsp.DidCloseTextDocumentParams(e.document()))
        assert await e.told(e.uri("ruiz.yaml")) == []

    ask(question)


def test_only_the_last_of_quick_changes_is_checked(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        await e.open()
        for i in range(20):
            e.change(MAP.replace("[safer,", f"[saver{i},"))
        e.change(MAP.replace("  loose:\n    text: Nobody has asked the riders.\n", ""))
        assert await e.told(e.uri("ruiz.yaml")) == []

    ask(question)


def test_a_change_of_the_codebook_is_felt_in_the_maps_that_name_it(root: Path, ask: Ask) -> None:
    async def question(e: Editor) -> None:
        await e.open()
        await e.open("road.yaml")
        e.change(BOOK.replace("build-lane:", "build-it:"), "road.yaml")
        await e.told_at_last(["AM205", "AM304"])
        (root / "argmap.toml").write_text('ignore = ["AM304"]\n', encoding="utf-8")
        changed = lsp.FileEvent(e.uri("argmap.toml"), lsp.FileChangeType.Changed)
        e.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([changed]))
        await e.told_at_last(["AM205"])

    ask(question)


def test_completion_while_the_line_is_broken(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        await e.open()
        e.change(MAP + "  new:\n    because: [\n")
        at = lsp.CompletionParams(e.document(), lsp.Position(33, 14))
        found = await e.client.text_document_completion_async(at)
        assert isinstance(found, lsp.CompletionList)
        names = [item for item in found.items if item.kind == lsp.CompletionItemKind.Reference]
        assert [item.label for item in names] == ["loose", "safer", "wide", "build", "spaces"]
        assert [item.sort_text for item in found.items] == sorted(item.sort_text or "" for item in found.items)
        assert names[1].documentation is None
        resolved = await e.client.completion_item_resolve_async(names[1])
        assert isinstance(resolved.documentation, lsp.MarkupContent)
        assert "A lane makes riding safer." in resolved.documentation.value
        e.change(MAP + "  new:\n    says: {hol\n")
        assert "holds" in await e.proposed(33, 14)
        e.change(MAP + "  new:\n    ")
        assert (await e.proposed(33, 4))[:3] == ["text", "type", "label"]
        assert await e.proposed(33, 4, typed=" ") == []  # nobody asked
        e.change(MAP + "  new:\n    says: ")
        assert await e.proposed(33, 10, typed=" ") == ["holds", "denies", "questions", "cause", "actor"]

    ask(question)


def test_of_very_many_names_those_that_fit_what_was_typed_are_sent(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        many = MAP + "".join(f"  s{i}: {{text: x}}\n" for i in range(300))
        await e.open(text=many + "  new: {text: x}\n")
        e.change(many + "  new:\n    because: [s29\n")
        at = lsp.CompletionParams(e.document(), lsp.Position(333, 17))
        found = await e.client.text_document_completion_async(at)
        assert isinstance(found, lsp.CompletionList)
        assert found.is_incomplete
        fitting = [f"s{i}" for i in range(300) if re.search("2.*9", str(i))]
        assert sorted(item.label for item in found.items) == sorted(fitting)

    ask(question)


def test_completion_for_an_editor_without_snippets(root: Path) -> None:
    async def question(e: Editor) -> None:
        await e.open()
        e.change(MAP + "  new:\n    says: \n")
        at = lsp.CompletionParams(e.document(), lsp.Position(33, 10))
        found = await e.client.text_document_completion_async(at)
        assert isinstance(found, lsp.CompletionList)
        texts = [item.text_edit.new_text for item in found.items if item.text_edit]
        assert texts[0] == "{holds: }"
        assert texts[3] == "{cause: , raises: }"
        shown = await e.client.text_document_hover_async(lsp.HoverParams(e.document(), lsp.Position(14, 15)))
        assert shown is not None
        assert isinstance(shown.contents, lsp.MarkupContent)
        assert shown.contents.kind == lsp.MarkupKind.PlainText
        assert shown.contents.value.startswith("safer · claim\n\nA lane makes riding safer.")
        assert "¶2: It is safe *there*." in shown.contents.value

    async def session() -> None:
        client = make_test_lsp_client()
        await client.start_io(sys.executable, "-m", "argmap", "lsp", cwd=root)
        plain = lsp.TextDocumentClientCapabilities(hover=lsp.HoverClientCapabilities(None, [lsp.MarkupKind.PlainText]))
        await client.initialize_session(lsp.InitializeParams(lsp.ClientCapabilities(text_document=plain)))
        try:
            await question(Editor(client, root))
            await client.shutdown_session()
        finally:
            await end(client)

    asyncio.run(asyncio.wait_for(session(), SECONDS))


def test_hover_outline_folding_links_and_highlights(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        await e.open()
        document, at = e.document(), lsp.Position(14, 15)
        shown = await e.client.text_document_hover_async(lsp.HoverParams(document, at))
        assert shown is not None
        assert isinstance(shown.contents, lsp.MarkupContent)
        assert shown.contents.value.startswith("**safer** · claim")
        assert shown.range is not None
        assert range_of(shown.range) == (14, 14, 14, 19)
        symbols = await e.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
        assert symbols is not None
        assert [s.name for s in symbols] == ["build", "loose", "sources"]
        assert isinstance(symbols[0], lsp.DocumentSymbol)
        assert [s.name for s in symbols[0].children or ()] == ["safer", "wide", "spaces"]
        folds = await e.client.text_document_folding_range_async(lsp.FoldingRangeParams(document))
        assert (6, 31) in [(fold.start_line, fold.end_line) for fold in folds or ()]
        links = await e.client.text_document_document_link_async(lsp.DocumentLinkParams(document))
        assert [link.target for link in links or ()] == [
            e.uri("road.yaml"),
            e.uri("ruiz.txt"),
            "https://example.org/lane",
        ]
        same = await e.client.text_document_document_highlight_async(lsp.DocumentHighlightParams(document, at))
        assert [(mark.range.start.line, mark.kind) for mark in same or ()] == [
            (14, lsp.DocumentHighlightKind.Read),
            (16, lsp.DocumentHighlightKind.Write),
        ]

    ask(question)


def test_definition_references_and_symbols_of_the_project(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        await e.open()
        document, at = e.document(), lsp.Position(13, 20)
        found = await e.client.text_document_definition_async(lsp.DefinitionParams(document, at))
        assert isinstance(found, list | tuple)
        assert [(one.uri, one.range.start.line) for one in found if isinstance(one, lsp.Location)] == [
            (e.uri("road.yaml"), 5)
        ]
        context = lsp.ReferenceContext(include_declaration=False)
        used = await e.client.text_document_references_async(lsp.ReferenceParams(context, document, at))
        assert [one.uri for one in used or ()] == [e.uri("lee.yaml"), e.uri("ruiz.yaml")]
        symbols = await e.client.workspace_symbol_async(lsp.WorkspaceSymbolParams("lane-sa"))
        assert [symbol.name for symbol in symbols or ()] == ["lane-safe"]

    ask(question)


def test_rename_changes_all_files_or_says_why_not(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        await e.open()
        document, at = e.document(), lsp.Position(16, 3)
        placed = await e.client.text_document_prepare_rename_async(lsp.PrepareRenameParams(document, at))
        assert isinstance(placed, lsp.PrepareRenamePlaceholder)
        assert (range_of(placed.range), placed.placeholder) == ((16, 2, 16, 7), "safer")
        edit = await e.client.text_document_rename_async(lsp.RenameParams(document, at, "much-safer"))
        assert edit is not None
        made = {c.text_document.uri: c for c in edit.document_changes or () if isinstance(c, lsp.TextDocumentEdit)}
        assert sorted(made) == [e.uri("pairs.sssom.tsv"), e.uri("ruiz.yaml")]
        assert [
            (t.range.start.line, t.new_text) for t in made[e.uri("ruiz.yaml")].edits if isinstance(t, lsp.TextEdit)
        ] == [
            (14, "much-safer"),
            (16, "much-safer"),
        ]
        nowhere = lsp.Position(2, 9)
        assert await e.client.text_document_prepare_rename_async(lsp.PrepareRenameParams(document, nowhere)) is None
        with pytest.raises(JsonRpcException, match="'Much Safer' cannot be a name"):
            await e.client.text_document_rename_async(lsp.RenameParams(document, at, "Much Safer"))

    ask(question)


def test_code_actions_mend_what_can_be_mended(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        text = MAP.replace("[safer,", "[saver,").replace("label: Build it", "label: Build: it")
        told = await e.open(text=text)
        assert [d.code for d in told] == ["AM101"]
        document = e.document()
        everywhere = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))

        async def actions(*only: str) -> list[lsp.CodeAction]:
            kinds: Any = list(only) or None
            params = lsp.CodeActionParams(document, everywhere, lsp.CodeActionContext(told, kinds))
            found = await e.client.text_document_code_action_async(params)
            return [action for action in found or () if isinstance(action, lsp.CodeAction)]

        [fix_all] = await actions("source.fixAll")
        assert fix_all.kind == lsp.CodeActionKind.SourceFixAll
        assert fix_all.edit is not None
        assert "'Build: it'" in str(fix_all.edit)
        assert {action.kind for action in await actions()} == {
            lsp.CodeActionKind.QuickFix,
            lsp.CodeActionKind.SourceFixAll,
        }
        e.change(MAP.replace("[safer,", "[saver,"))
        [fix] = [action for action in await actions("quickfix") if action.is_preferred]
        assert (fix.title, fix.diagnostics and fix.diagnostics[0].code) == ("write 'safer'", "AM201")
        assert await actions("refactor") == []

    ask(question)


def test_an_editor_may_count_in_bytes(root: Path) -> None:
    async def question(e: Editor) -> None:
        found = await e.open(text=MAP.replace("[safer, wide]", "[{premises: [wide], scheme: '😀日'}, saver]"))
        assert range_of(found[0].range) == (14, 53, 14, 58)

    asked(root, question, general={"position_encodings": [lsp.PositionEncodingKind.Utf8]})


def test_documents_of_all_kinds_of_addresses(root: Path, ask: Ask) -> None:
    async def question(e: Editor) -> None:
        for uri in ("untitled:Untitled-1", "file:///c%3A/Users/me/a%20b/m.yaml", "vscode-vfs://github/x/m.yaml"):
            told = await e.open(uri=uri, text="argmap: 1\nid: x\nstatements:\n  a: {type: thesis, text: x, but: [b]}\n")
            assert "AM201" in [d.code for d in told]
        odd = root / "a b" / "日本 ü%.yaml"
        odd.parent.mkdir()
        odd.write_text(MAP.replace("codebook: road", "codebook: ../road"), encoding="utf-8")
        told = await e.open("a b/日本 ü%.yaml")
        assert [d.code for d in told] == ["AM406"]
        assert await e.open("compose.yaml", "services:\n  web: {image: x}\n") == []
        assert await e.proposed(1, 3, "compose.yaml") == []

    ask(question)


def test_questions_about_what_is_not_open_or_no_map_are_answered_with_nothing(root: Path, ask: Ask) -> None:
    async def question(e: Editor) -> None:
        document, at = e.document("gone.yaml"), lsp.Position(999, 999)
        c = e.client
        assert await c.text_document_completion_async(lsp.CompletionParams(document, at)) is None
        assert await c.text_document_hover_async(lsp.HoverParams(document, at)) is None
        assert await c.text_document_document_symbol_async(lsp.DocumentSymbolParams(document)) is None
        assert await c.text_document_folding_range_async(lsp.FoldingRangeParams(document)) is None
        assert await c.text_document_document_link_async(lsp.DocumentLinkParams(document)) is None
        assert await c.text_document_document_highlight_async(lsp.DocumentHighlightParams(document, at)) is None
        assert await c.text_document_definition_async(lsp.DefinitionParams(document, at)) is None
        context = lsp.ReferenceContext(include_declaration=True)
        assert await c.text_document_references_async(lsp.ReferenceParams(context, document, at)) is None
        assert await c.text_document_prepare_rename_async(lsp.PrepareRenameParams(document, at)) is None
        assert await c.text_document_rename_async(lsp.RenameParams(document, at, "x")) is None
        params = lsp.CodeActionParams(document, lsp.Range(at, at), lsp.CodeActionContext([]))
        assert await c.text_document_code_action_async(params) is None
        item = lsp.CompletionItem("x", data={"uri": "gone", "kind": "statement", "key": "x"})
        assert (await c.completion_item_resolve_async(item)).documentation is None
        c.text_document_did_close(lsp.DidCloseTextDocumentParams(document))
        await e.open()
        assert await c.text_document_hover_async(lsp.HoverParams(e.document(), at)) is None

    ask(question)


# ---- how it starts and ends


def run(root: Path, message: bytes = b"", *options: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, **environment}
    command = [sys.executable, *options, "-m", "argmap", "lsp"]
    return subprocess.run(command, cwd=root, env=env, input=message, capture_output=True, check=False, timeout=SECONDS)


def test_an_editor_that_goes_without_a_word_ends_the_server(root: Path) -> None:
    ended = run(root)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, b"", b"")


def message(body: str) -> bytes:
    return f"Content-Length: {len(body)}\r\n\r\n{body}".encode()


HELLO = '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}'


def test_rubbish_on_the_line_is_told_to_the_log_and_the_server_lives_on(root: Path) -> None:
    told = (
        message("{")
        + message('{"jsonrpc":"2.0","id":2,"method":"shutdown"}')
        + message('{"jsonrpc":"2.0","method":"exit"}')
    )
    ended = run(root, message(HELLO) + told)
    assert ended.returncode == 0
    assert b'"method":"window/logMessage"' in ended.stdout.replace(b" ", b"")
    assert b'"id":2' in ended.stdout.replace(b" ", b"")
    assert b"Traceback" not in ended.stderr


@pytest.mark.skipif(os.name == "nt", reason="closes a stream with a shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_it_does_not_start_on_a_closed_stream(root: Path, closed: str) -> None:
    command = f"exec '{sys.executable}' -m argmap lsp {closed}"
    shell = ["/bin/sh", "-c", command]
    ended = subprocess.run(shell, cwd=root, input=b"", capture_output=True, check=False, timeout=SECONDS)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode().splitlines() == [
        "argmap: the language server talks over standard input and output, and one of them is closed"
    ]


def test_without_its_part_it_says_how_to_get_it(root: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    (blocked / "pygls").mkdir(parents=True)
    stub = 'raise ModuleNotFoundError("No module named \'pygls\'", name="pygls")\n'
    (blocked / "pygls" / "__init__.py").write_text(stub, encoding="utf-8")
    ended = run(root, PYTHONPATH=os.pathsep.join([str(blocked), str(Path(__file__).parents[1])]))
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode().splitlines() == [
        "argmap: the language server needs a part that is not installed: pip install 'argmap[editor]'"
    ]


def test_a_failure_is_told_to_the_log_and_the_server_lives_on(root: Path, tmp_path: Path) -> None:
    patched = tmp_path / "patched"
    patched.mkdir()
    (patched / "failing.py").write_text(
        "from argmap.editor.server import checking, run, showing\n"
        "def fail(*_): print('a print'); raise RuntimeError('made up')\n"
        "showing.hover = checking.problems = fail\n"
        "raise SystemExit(run.serve('0'))\n",
        encoding="utf-8",
    )

    async def session() -> None:
        client = make_test_lsp_client()
        await client.start_io(sys.executable, str(patched / "failing.py"), cwd=root)
        await client.initialize_session(lsp.InitializeParams(client_capabilities("neovim")))
        e = Editor(client, root)
        try:
            item = lsp.TextDocumentItem(e.uri("ruiz.yaml"), "yaml", 1, MAP)
            client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
            await client.wait_for_notification(lsp.WINDOW_LOG_MESSAGE)
            assert await client.text_document_hover_async(lsp.HoverParams(e.document(), lsp.Position(14, 15))) is None
            found = [m.message for m in client.log_messages if m.type == lsp.MessageType.Error]
            assert [text.splitlines()[0] for text in found] == [
                f"argmap: checking {e.uri('ruiz.yaml')} failed",
                "argmap: textDocument/hover failed",
            ]
            assert all("RuntimeError: made up" in text for text in found)
            assert "safer" in [s.name for s in await _below(client, e)]
            await client.shutdown_session()
        finally:
            await end(client)

    asyncio.run(asyncio.wait_for(session(), SECONDS))


async def _below(client: LanguageClient, e: Editor) -> list[lsp.DocumentSymbol]:
    found = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(e.document()))
    return [below for s in found or () if isinstance(s, lsp.DocumentSymbol) for below in s.children or ()]


def test_its_help_says_where_the_set_up_is() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "argmap", "lsp", "--help"], capture_output=True, text=True, check=True, timeout=SECONDS
    )
    assert "docs/editors.md" in told.stdout
