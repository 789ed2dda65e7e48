"""The page on the loopback address: read-only, for this machine only, from nothing but what is in memory."""

import io
import os
import socket
import socketserver
import threading
import time
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any, Final

from argmap.errors import ArgmapError
from argmap.watching.board import Board
from argmap.watching.editions import Edition

ADDRESS: Final = "127.0.0.1"
MOST_CONNECTIONS: Final = 64
"""More are turned away: each takes a thread."""

_PATIENCE: Final = 10.0  # seconds for a request to arrive, and for a client to take what it is sent
_HEARTBEAT: Final = 5.0  # seconds between two signs of life, by which a client that left is noticed

_PAGE: Final[Mapping[str, tuple[str, str]]] = {
    "/": ("page.html", "text/html; charset=utf-8"),
    "/page.css": ("page.css", "text/css; charset=utf-8"),
    "/page.js": ("page.js", "text/javascript; charset=utf-8"),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
}

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_POLICY_OF_SHEETS: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
"""A sheet opened by itself may style its own marks, and nothing else: no script in it would run."""

_ALWAYS: Final = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Connection": "close",
}


class PortTaken(ArgmapError):
    """The page cannot be served at that port; the message says why and what to do instead."""

    def __init__(self, port: int, why: str) -> None:
        super().__init__(f"the page cannot be served at port {port}: {why}; leave out --port for a free one")


class PageServer(ThreadingHTTPServer):
    """Serves the page of a board in threads of its own, until it is closed.

    Args:
        board: What is shown.
        port: Where; 0 for any that is free.

    Raises:
        PortTaken: Something else has the port, or this user may not have it.
    """

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere it would let two programs share a port

    def __init__(self, board: Board, *, port: int = 0) -> None:
        self.board = board
        self.page = {
            path: files("argmap.watching").joinpath("page", name).read_bytes() for path, (name, _) in _PAGE.items()
        }
        self._room = threading.BoundedSemaphore(MOST_CONNECTIONS)
        try:
            super().__init__((ADDRESS, port), _Handler)
        except (OSError, OverflowError) as problem:
            said = getattr(problem, "strerror", None) or str(problem)
            raise PortTaken(port, said.lower()) from problem
        self._thread = threading.Thread(target=self.serve_forever, args=(0.1,), name="argmap-page", daemon=True)

    @property
    def url(self) -> str:
        """Where a browser finds the page."""
        return f"http://{ADDRESS}:{self.server_port}/"

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser of this machine calls it; another name is that of somebody who points it here."""
        return frozenset({f"{ADDRESS}:{self.server_port}", f"localhost:{self.server_port}"})

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def close(self) -> None:
        """Tell all readers that it is over, and stop."""
        self.board.close()
        if self._thread.is_alive():
            self.shutdown()
            self._thread.join()
        self.server_close()

    def server_bind(self) -> None:
        """Bind the port without asking anybody for the name of this machine, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, if there are not too many."""
        if self._room.acquire(blocking=False):
            try:
                super().process_request(request, client_address)
            except BaseException:
                self._room.release()
                raise
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and make room for the next."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing, as a client that leaves in the middle is nothing to tell of."""
        if os.environ.get("ARGMAP_DEBUG"):
            super().handle_error(request, client_address)


class _Request(io.RawIOBase):
    """What a client sends within so many seconds in all; reading raises TimeoutError afterwards.

    The socket's own time begins anew with every byte, and a client could send one now and then.
    """

    def __init__(self, connection: socket.socket, patience: float) -> None:
        self._connection, self._end = connection, time.monotonic() + patience

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)


class _Handler(BaseHTTPRequestHandler):
    server: PageServer
    timeout = _PATIENCE

    def setup(self) -> None:
        super().setup()
        self.rfile.close()
        self.rfile = io.BufferedReader(_Request(self.connection, self.timeout))

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def version_string(self) -> str:
        return "argmap"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name it has there
        """Say nothing: what is asked for is of no interest."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Refuse without repeating anything that was asked."""
        allowed = {"Allow": "GET, HEAD"} if code == HTTPStatus.METHOD_NOT_ALLOWED else {}
        self._send(f"{HTTPStatus(code).phrase}\n".encode(), "text/plain; charset=utf-8", status=code, more=allowed)

    def parse_request(self) -> bool:
        if not super().parse_request():
            return False
        self.connection.settimeout(self.timeout)  # for each answer anew
        if self.command in ("GET", "HEAD"):
            return True
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)
        return False

    def _answer(self) -> None:
        hosts = self.headers.get_all("Host") or []
        origin = self.headers.get("Origin")
        if len(hosts) != 1 or hosts[0].lower() not in self.server.hosts:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif origin is not None and origin.lower() not in {f"http://{host}" for host in self.server.hosts}:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path in _PAGE:
            self._send(self.server.page[self.path], _PAGE[self.path][1])
        elif self.path == "/events":
            self._tell()
        elif (edition := self.server.board.edition) and self.path in edition.sheets:
            self._send(edition.sheets[self.path], "image/svg+xml", policy=_POLICY_OF_SHEETS)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(
        self,
        data: bytes,
        kind: str,
        *,
        status: int = HTTPStatus.OK,
        policy: str = _POLICY,
        more: Mapping[str, str] = {},
    ) -> None:
        self.close_connection = True
        self._head(kind, status=status, policy=policy, more={**more, "Content-Length": str(len(data))})
        if self.command != "HEAD":
            self.wfile.write(data)

    def _head(self, kind: str, *, status: int = HTTPStatus.OK, policy: str, more: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**_ALWAYS, "Content-Type": kind, "Content-Security-Policy": policy, **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def _tell(self) -> None:
        """Every edition as an event, until the client leaves or there are no more."""
        self.close_connection = True
        self._head("text/event-stream; charset=utf-8", policy=_POLICY, more={})
        if self.command == "HEAD":
            return
        board, count = self.server.board, 0
        self._event(b"retry: 1000\n\n")
        while True:
            count, edition = board.later_than(count, within=_HEARTBEAT)
            if edition is None and board.is_closed:
                break
            self._event(_event(edition) if edition else b": still here\n\n")
        self._event(b"event: over\ndata: \n\n")

    def _event(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()


def _event(edition: Edition) -> bytes:
    return f"data: {edition.state}\n\n".encode()
