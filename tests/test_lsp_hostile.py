"""`argmap lsp` under clients, files and texts that do everything wrong: it answers, and lives on."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from editor_desk import BOOK, MAP, folder

pytest.importorskip("pygls", reason="the language server is an optional part")
pytest.importorskip("pytest_lsp", reason="the client comes with the tools for development")

from editor_client import Ask, Editor, Question, asked, shared
from lsprotocol import types as lsp

from argmap.editor.uris import uri_of


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Question, Path], None]]:
    with shared(tmp_path_factory.mktemp("home")) as asked_of_one:
        yield asked_of_one


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return folder(tmp_path.resolve()).root


@pytest.fixture
def ask(sessions: Callable[[Question, Path], None], root: Path) -> Ask:
    return lambda question: sessions(question, root)


# ---- messages


def talk(root: Path, *messages: Any) -> dict[Any, Any]:
    """What the server answers to messages, by id, None for news; it has to end well."""
    hello = {"id": 0, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}}
    line = b""
    for message in (hello, *messages, {"id": 99, "method": "shutdown"}, {"method": "exit"}):
        body = message if isinstance(message, bytes) else json.dumps({"jsonrpc": "2.0", **message}).encode()
        line += b"Content-Length: %d\r\n\r\n" % len(body) + body
    command = [sys.executable, "-W", "error", "-m", "argmap", "lsp"]
    ended = subprocess.run(command, cwd=root, input=line, capture_output=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, b"")
    found, rest = {}, ended.stdout
    while rest:
        head, _, rest = rest.partition(b"\r\n\r\n")
        length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
        told = json.loads(rest[:length])
        found[told.get("id")] = told
        rest = rest[length:]
    return found


def test_every_request_has_an_answer_whatever_it_holds(root: Path) -> None:
    uri = uri_of(root / "ruiz.yaml")
    opened = {"uri": uri, "languageId": "yaml", "version": 1, "text": MAP}

    def hover(i: object, line: object, character: object) -> dict[str, Any]:
        position = {"line": line, "character": character}
        return {
            "id": i,
            "method": "textDocument/hover",
            "params": {"textDocument": {"uri": uri}, "position": position},
        }

    told = talk(
        root,
        {"method": "textDocument/didOpen", "params": {"textDocument": opened}},
        *(b"hello", b"[]", b"null", b"{}", b'"a', b"\xff", b'{"jsonrpc": "1.0", "id": 50}'),
        {"id": 1, "method": "textDocument/hover"},
        {"id": 2, "method": "textDocument/hover", "params": {"textDocument": 5}},
        {"id": "three", "method": "no/such", "params": {}},
        {"id": 4, "method": "workspace/executeCommand", "params": {"command": "rm"}},
        {"id": 5, "result": None},
        {"id": "x", "error": {"code": 1, "message": "x"}},
        {"method": "no/such", "params": {}},
        {"method": "$/cancelRequest", "params": {"id": 77}},
        {"method": "$/cancelRequest", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri}}},
        {"method": "textDocument/didChange", "params": {"textDocument": {"uri": "x:y", "version": 3}}},
        hover(6, -1, -1),
        hover(7, 2**40, 0),
        hover(8, 2**31 - 1, 2**31 - 1),
        hover(9, 14, 15),
    )
    codes = {i: answer["error"]["code"] for i, answer in told.items() if "error" in answer}
    invalid, unknown = -32602, -32601
    assert codes == {1: invalid, 2: invalid, "three": unknown, 4: codes[4], 6: invalid, 7: invalid}
    assert told[8]["result"] is None
    assert told[9]["result"]["contents"].startswith("safer · claim")


def test_requests_and_changes_between_each_other(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        await e.open()
        c, document = e.client, e.document()
        asking: list[Any] = []
        for i in range(60):
            at = lsp.Position(i % 33, i % 20)
            asking += [
                c.text_document_hover_async(lsp.HoverParams(document, at)),
                c.text_document_completion_async(lsp.CompletionParams(document, at)),
                c.text_document_prepare_rename_async(lsp.PrepareRenameParams(document, at)),
                c.workspace_symbol_async(lsp.WorkspaceSymbolParams("a")),
            ]
            c.cancel_request(lsp.CancelParams(i))
            if i % 7 == 0:
                e.change(MAP + "x" * i)
        e.change(MAP)
        await asyncio.gather(*asking)
        await e.told_at_last(["AM304"])

    ask(question)


def test_one_who_types_fast_is_answered_while_typing(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        await e.open()
        for i in range(100):
            e.change(MAP + f"  new:\n    text: {'x' * i}\n    because: [sa\n")
            if i % 10 == 0:
                assert "safer" in await e.proposed(34, 16)
            await asyncio.sleep(0.005)
        assert [d.code for d in await e.told(e.uri("ruiz.yaml"))][:1] == ["AM101"]

    ask(question)


# ---- files


def test_a_file_open_under_two_addresses_is_renamed_in_the_one_asked_about(root: Path, ask: Ask) -> None:
    (root / "link.yaml").symlink_to(root / "ruiz.yaml")

    async def question(e: Editor) -> None:
        await e.open("link.yaml", "# more\n" + MAP)
        await e.open()
        percent = e.uri("ruiz.yaml").replace("ruiz", "%72uiz")
        await e.open(uri=percent)
        for uri, line in ((e.uri("link.yaml"), 17), (e.uri("ruiz.yaml"), 16), (percent, 16)):
            at = lsp.RenameParams(lsp.TextDocumentIdentifier(uri), lsp.Position(line, 3), "much-safer")
            edit = await e.client.text_document_rename_async(at)
            assert edit is not None
            made = {c.text_document.uri: c for c in edit.document_changes or () if isinstance(c, lsp.TextDocumentEdit)}
            assert sorted(made) == sorted([e.uri("pairs.sssom.tsv"), uri])
            assert [t.range.start.line for t in made[uri].edits] == [line - 2, line]

    ask(question)


def test_files_that_come_and_go_on_the_disk(root: Path, ask: Ask) -> None:
    async def question(e: Editor) -> None:
        await e.open()
        (root / "road.yaml").rename(root / "away.yaml")
        e.on_disk("road.yaml", lsp.FileChangeType.Deleted)
        await e.told_at_last(["AM111"])
        (root / "away.yaml").rename(root / "road.yaml")
        e.on_disk("road.yaml", lsp.FileChangeType.Created)
        await e.told_at_last(["AM304"])
        (root / "ruiz.yaml").unlink()
        e.on_disk("ruiz.yaml", lsp.FileChangeType.Deleted)
        assert [d.code for d in await e.told(e.uri("ruiz.yaml"))] == ["AM304"]  # what is open counts

    ask(question)


def test_a_codebook_that_is_broken_from_the_first_still_lends_its_names(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        await e.open("road.yaml", BOOK + "  broken: [\n")
        told = await e.open()
        assert [(d.code, len(d.related_information or ())) for d in told] == [("AM111", 1)]
        assert await e.proposed(13, 22) == ["build-lane", "lane-safe", "lane-useless"]
        e.close("road.yaml")
        await e.told_at_last(["AM304"])  # what was not saved is forgotten

    ask(question)


def test_an_address_nobody_can_open_keeps_no_other_from_being_checked(ask: Ask) -> None:
    async def question(e: Editor) -> None:
        for uri in ("file:///" + "a" * 5000 + ".yaml", "file:///%00.yaml", "x:"):
            assert "AM111" in [d.code for d in await e.open(uri=uri, text=MAP)]
        assert [d.code for d in await e.open()] == ["AM304"]

    ask(question)


@pytest.mark.parametrize("folders", [0, 1, 2])
def test_documents_that_were_never_saved(root: Path, folders: int) -> None:
    async def question(e: Editor) -> None:
        text = MAP.replace("id: ruiz", "id: new")
        told = await e.open(uri="untitled:Untitled-1", text=text)
        assert [d.code for d in told] == ["AM304"]
        document = lsp.TextDocumentIdentifier("untitled:Untitled-1")
        edit = await e.client.text_document_rename_async(lsp.RenameParams(document, lsp.Position(16, 3), "x"))
        assert edit is not None
        assert [c.text_document.uri for c in edit.document_changes or () if isinstance(c, lsp.TextDocumentEdit)] == [
            "untitled:Untitled-1"
        ]

    (root / "second").mkdir()
    asked(root, question, folders=[root, root / "second"][:folders])


# ---- texts

TEXTS = {
    "nothing": ("", []),
    "blank lines": ("\n" * 50_000, []),
    "binary": ("\x00\x01\x02" * 1000, []),
    "half a pair": ("argmap: 1\n\ud800", ["AM116"]),
    "brackets": ("[" * 100_000, []),
    "brackets in a map": ("argmap: 1\nstatements:\n " + "[{" * 5000, ["AM105", "AM113"]),
    "carriage returns": (MAP.replace("\n", "\r"), ["AM304"]),
    "a byte order mark": ("\ufeff" + MAP, ["AM304"]),
    "20 MB": ("argmap: 1\nid: x\nstatements:\n  a: {type: thesis, text: " + "x" * 20_000_000 + "}\n", ["AM112"]),
}


@pytest.mark.parametrize("name", [pytest.param(n, marks=[pytest.mark.slow] * (n == "20 MB")) for n in TEXTS])
def test_texts_that_are_no_maps_are_answered_soon(ask: Ask, name: str) -> None:
    text, codes = TEXTS[name]

    async def question(e: Editor) -> None:
        assert [d.code for d in await e.open(text=text)] == codes
        for line in (0, 3, 10**6):
            for character in (0, 5, 10**6):
                await e.proposed(line, character)
                at = lsp.Position(line, character)
                await e.client.text_document_hover_async(lsp.HoverParams(e.document(), at))
        await e.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(e.document()))
        await e.client.text_document_folding_range_async(lsp.FoldingRangeParams(e.document()))

    ask(question)


@pytest.mark.skipif(os.name == "nt", reason="closes a stream")
def test_an_editor_that_dies_takes_the_server_with_it(root: Path) -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", "argmap", "lsp"], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdin is not None
    assert server.stdout is not None
    body = (
        b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}'
    )
    with server:
        server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        server.stdin.flush()
        server.stdout.readline()
        server.stdin.close()
        assert server.wait(20) == 1
