"""The page's server: this machine only, read-only, no paths but its own; nobody keeps it from posting the next."""

import contextlib
import http.client
import json
import socket
import socketserver
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from argmap import api
from argmap.diagnostics import Diagnostic, Position
from argmap.renderers.picture import Picture
from argmap.watching import server as serving
from argmap.watching.board import Board
from argmap.watching.editions import MOST_PROBLEMS, Edition, Editor
from argmap.watching.rounds import Round
from argmap.watching.server import PageServer, PortTaken

AT = datetime(2026, 3, 1, 12, 3, 11)

SVG = (
    b'<svg width="627pt" height="416.5pt"\n><title id="t">Build &lt;it&gt;</title>\n<desc id="d">Ana Ruiz.</desc></svg>'
)
EDITION = Edition('{"n": 1}', {"/sheets/a.svg": SVG})


@pytest.fixture
def server() -> Iterator[PageServer]:
    made = PageServer(Board())
    made.start()
    yield made
    made.close()


Answer = tuple[int, dict[str, str], bytes]


def ask(server: PageServer, path: str = "/", method: str = "GET", **headers: str) -> Answer:
    client = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    try:
        client.request(method, path, headers=headers)
        answer = client.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        client.close()


def send(server: PageServer, request: bytes) -> bytes:
    """What comes back for bytes that no client would send."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=5) as client:
        client.sendall(request)
        client.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: client.recv(4096), b""))


@contextlib.contextmanager
def listening(server: PageServer) -> Iterator[Any]:
    """The events as a file to read from, behind the head of the answer."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=5) as client:
        client.sendall(f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n\r\n".encode())
        with client.makefile("rb") as lines:
            while lines.readline().strip():
                pass
            yield lines


def workers() -> int:
    return sum("process_request_thread" in thread.name for thread in threading.enumerate())


def soon(holds: Any) -> bool:
    """Whether something comes to hold within five seconds."""
    for _ in range(250):
        if holds():
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/page.css", "text/css; charset=utf-8"),
        ("/page.js", "text/javascript; charset=utf-8"),
        ("/icon.svg", "image/svg+xml"),
        ("/sheets/a.svg", "image/svg+xml"),
    ],
)
def test_every_part_of_the_page_is_served_as_what_it_is_and_kept_by_nobody(
    server: PageServer, path: str, kind: str
) -> None:
    server.board.post(EDITION)
    status, headers, data = ask(server, path)
    assert (status, headers["content-type"], headers["content-length"]) == (200, kind, str(len(data)))
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "unsafe-inline'; script" not in headers["content-security-policy"]
    assert ask(server, path, "HEAD") == (200, {**headers, "date": ask(server, path, "HEAD")[1]["date"]}, b"")


def test_a_sheet_that_is_opened_by_itself_runs_no_script(server: PageServer) -> None:
    server.board.post(EDITION)
    policy = ask(server, "/sheets/a.svg")[1]["content-security-policy"]
    assert "sandbox" in policy
    assert "script-src" not in policy  # so default-src holds


def test_the_page_names_no_other_host() -> None:
    folder = Path(serving.__file__).parent / "page"
    texts = [path.read_text(encoding="utf-8") for path in folder.iterdir()]
    assert len(texts) == 4
    assert [text for text in texts if "//" in text.replace("http://www.w3.org/2000/svg", "").replace("// ", "")] == []


@pytest.mark.parametrize(
    "path",
    ["/sheets/a.svg", "/../../etc/passwd", "//etc/passwd", "/page.html", "/page.css?x", "/sheets/", "/%2e%2e/", "*"],
)
def test_nothing_else_is_there(server: PageServer, path: str) -> None:
    assert ask(server, path)[::2] == (404, b"Not Found\n")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", "[::1]", ""])
def test_another_name_for_this_machine_is_refused(server: PageServer, host: str) -> None:
    assert ask(server, Host=host)[0] == 421


def test_this_machine_may_be_called_localhost(server: PageServer) -> None:
    assert ask(server, Host=f"LocalHost:{server.server_port}")[0] == 200


def test_a_request_without_or_with_two_hosts_is_refused(server: PageServer) -> None:
    good = f"Host: 127.0.0.1:{server.server_port}\r\n"
    assert b" 421 " in send(server, b"GET / HTTP/1.1\r\n\r\n")
    assert b" 421 " in send(server, f"GET / HTTP/1.1\r\n{good}Host: evil.example\r\n\r\n".encode())


@pytest.mark.parametrize(
    ("origin", "status"), [("http://127.0.0.1:{port}", 200), ("https://evil.example", 403), ("null", 403)]
)
def test_pages_of_others_are_told_nothing(server: PageServer, origin: str, status: int) -> None:
    assert ask(server, "/page.css", Origin=origin.format(port=server.server_port))[0] == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "BREW"])
def test_nothing_can_be_changed(server: PageServer, method: str) -> None:
    status, headers, data = ask(server, "/", method)
    assert (status, headers["allow"], data) == (405, "GET, HEAD", b"Method Not Allowed\n")


@pytest.mark.parametrize(
    "request_",
    [b"\x00\xff\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"<script>alert(1)</script> / HTTP/1.1\r\n\r\n"],
)
def test_rubbish_is_refused_without_repeating_it(server: PageServer, request_: bytes) -> None:
    answer = send(server, request_)
    assert b"script" not in answer.partition(b"\r\n\r\n")[2]
    assert b"200 OK" not in answer
    assert ask(server)[0] == 200


def test_it_listens_on_the_loopback_address_only(server: PageServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.url == f"http://127.0.0.1:{server.server_port}/"


def test_a_port_that_is_taken_is_told(server: PageServer) -> None:
    with pytest.raises(PortTaken, match=rf"port {server.server_port}: .*in use; leave out --port for a free one"):
        PageServer(Board(), port=server.server_port)


def test_a_listener_hears_what_is_posted_and_the_latest_at_once(server: PageServer) -> None:
    server.board.post(Edition('{"n": 0}', {}))
    server.board.post(EDITION)
    with listening(server) as events:
        assert [events.readline() for _ in range(4)] == [b"retry: 1000\n", b"\n", b'data: {"n": 1}\n', b"\n"]
        server.board.post(Edition('{"n": 2}', {}))
        assert events.readline() == b'data: {"n": 2}\n'


def test_a_listener_hears_that_it_is_over(server: PageServer) -> None:
    with listening(server) as events:
        threading.Timer(0.1, server.close).start()
        assert events.read() == b"retry: 1000\n\nevent: over\ndata: \n\n"


def test_the_head_of_the_events_can_be_asked_for(server: PageServer) -> None:
    status, headers, data = ask(server, "/events", "HEAD")
    assert (status, headers["content-type"], data) == (200, "text/event-stream; charset=utf-8", b"")


def test_a_listener_that_left_takes_no_thread_for_long(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_HEARTBEAT", 0.05)
    before = workers()
    with contextlib.ExitStack() as stack:
        for _ in range(5):
            stack.enter_context(listening(server)).readline()
        assert workers() == before + 5
    assert soon(lambda: workers() == before)


def test_a_client_that_takes_nothing_keeps_nobody_waiting(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving._Handler, "timeout", 0.3)
    before = workers()
    with socket.create_connection(("127.0.0.1", server.server_port)) as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        deaf.sendall(f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n\r\n".encode())
        assert soon(lambda: workers() == before + 1)
        for n in range(20):
            server.board.post(Edition(json.dumps("x" * 2_000_000 + str(n)), {}))
        assert ask(server)[0] == 200
        assert soon(lambda: workers() == before)


def test_a_request_that_never_ends_takes_no_thread_for_long(
    server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving._Handler, "timeout", 0.1)
    before = workers()
    with socket.create_connection(("127.0.0.1", server.server_port)) as slow:
        slow.sendall(b"GET / HT")
        assert soon(lambda: workers() == before + 1)
        assert soon(lambda: workers() == before)


def test_a_request_that_comes_drop_by_drop_is_not_waited_for(
    server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving._Handler, "timeout", 0.3)
    with socket.create_connection(("127.0.0.1", server.server_port)) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\n")

        def is_cut() -> bool:
            try:
                slow.sendall(b"x")
            except OSError:
                return True
            return False

        assert soon(is_cut)


def test_so_many_clients_are_answered_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "MOST_CONNECTIONS", 2)
    server = PageServer(Board())
    server.start()
    with contextlib.closing(server), contextlib.ExitStack() as stack:
        for _ in range(2):
            stack.enter_context(listening(server)).readline()
        assert send(server, b"") == b""
        with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
            ask(server)
    assert soon(lambda: workers() == 0)


def test_a_server_that_was_never_started_can_be_closed() -> None:
    server = PageServer(Board())
    server.close()
    with pytest.raises(ConnectionError):
        ask(server)


def test_a_thread_that_cannot_be_had_leaves_room_for_the_next(
    server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patched:
        patched.setattr(socketserver.ThreadingMixIn, "process_request", refuse)
        for _ in range(serving.MOST_CONNECTIONS + 1):
            assert send(server, b"") == b""
    assert ask(server)[0] == 200


def test_a_failure_is_shown_to_who_looks_for_mistakes(
    server: PageServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("mine")

    monkeypatch.setattr(serving._Handler, "_answer", fail)
    send(server, b"GET / HTTP/1.1\r\n\r\n")
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("ARGMAP_DEBUG", "1")
    send(server, b"GET / HTTP/1.1\r\n\r\n")
    shown = ""

    def read() -> bool:
        nonlocal shown
        shown += capsys.readouterr().err
        return "RuntimeError: mine" in shown

    assert soon(read)


# --- editions -----------------------------------------------------------------------------------------------------


def a_round(**changes: Any) -> Round:
    return replace(Round(at=AT, seconds=0.1234), **changes)


def drawing(data: bytes = SVG, *more: bytes) -> dict[Any, Picture]:
    first = Picture("ruiz", "svg", data, 10.0)
    return {"svg": replace(first, sheets=tuple(Picture(f"ruiz-{n}", "svg", d, 10.0) for n, d in enumerate(more, 2)))}


ERROR = Diagnostic(
    "AM201", "error", "no \x1b[2J", file="m.yaml", position=Position(2, 4, 2, 6), source="   ab", help="h"
)


def test_an_edition_says_what_the_page_shows() -> None:
    edition = Editor("ruiz\u202e.yaml", files=1).edition(a_round(pictures=drawing(), notes=("by the way",)))
    assert "\n" not in edition.state
    state = json.loads(edition.state)
    (sheet,) = state.pop("sheets")
    assert state == {
        "title": "ruiz<U+202E>.yaml",
        "checked": "12:03:11",
        "seconds": 0.12,
        "drawn": "12:03:11",
        "broken": False,
        "stale": False,
        "summary": "no problems in 1 file",
        "trouble": "",
        "notes": ["by the way"],
        "problems": [],
        "more": 0,
    }
    assert edition.sheets == {sheet.pop("path"): SVG}
    assert sheet == {"name": "ruiz", "width": 627.0, "height": 416.5, "title": "Build <it>", "about": "Ana Ruiz."}


def test_a_broken_save_keeps_the_last_good_picture_and_says_so() -> None:
    editor = Editor("m.yaml", files=1)
    good = editor.edition(a_round(pictures=drawing()))
    broken = editor.edition(a_round(at=AT.replace(hour=13), problems=(ERROR,)))
    state = json.loads(broken.state)
    assert broken.sheets == good.sheets
    assert (state["checked"], state["drawn"], state["broken"], state["stale"]) == ("13:03:11", "12:03:11", True, True)
    assert state["problems"] == [
        {
            "severity": "error",
            "code": "AM201",
            "place": "m.yaml:2:4",
            "message": "no ␛[2J",
            "line": "   ab",
            "marks": "   ^^",
            "help": "h",
        }
    ]


def test_what_kept_a_drawing_from_being_made_stands_alone() -> None:
    state = json.loads(Editor("m.yaml", files=1).edition(a_round(trouble="no Graphviz found")).state)
    assert (state["trouble"], state["summary"], state["drawn"], state["sheets"]) == ("no Graphviz found", "", "", [])


def test_errors_come_first_and_thousands_are_counted() -> None:
    warning = Diagnostic("AM304", "warning", "w", file="m.yaml")
    problems = (*[warning] * (MOST_PROBLEMS + 5), ERROR)
    state = json.loads(Editor("m.yaml", files=1).edition(a_round(problems=problems)).state)
    assert [p["severity"] for p in state["problems"][:2]] == ["error", "warning"]
    assert (len(state["problems"]), state["more"]) == (MOST_PROBLEMS, 6)
    assert state["problems"][1]["place"] == "m.yaml"


def test_sheets_of_the_edition_before_can_still_be_loaded_and_older_ones_not() -> None:
    editor = Editor("m.yaml", files=1)
    sheets = [editor.edition(a_round(pictures=drawing(data, SVG))).sheets for data in (b"1", b"2", b"3")]
    assert [sorted(each.values()) for each in sheets] == [
        sorted([b"1", SVG]),
        sorted([b"1", b"2", SVG]),
        sorted([b"2", b"3", SVG]),
    ]


def test_a_real_drawing_tells_its_size_and_what_it_shows() -> None:
    path = Path(__file__).parent / "golden" / "mill-road" / "ruiz.yaml"
    state = json.loads(Editor("m", files=1).edition(a_round(pictures={"svg": api.draw(path)})).state)
    (sheet,) = state["sheets"]
    assert sheet["width"] > 100
    assert sheet["height"] > 100
    assert sheet["title"] == "Build it"
    assert sheet["about"].startswith("Ana Ruiz. Shown: ")
