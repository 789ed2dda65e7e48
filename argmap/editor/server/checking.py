"""Documents checked once nobody has typed for a while, and what is found shown in the editor."""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from lsprotocol import types as lsp

from argmap.editor.desk import Desk, Page
from argmap.editor.diagnosing import Problem, problems
from argmap.editor.server.wording import diagnostic_of

PAUSE: Final = 0.2
"""Seconds without a keystroke before a document is checked anew."""


class Checks:
    """The checks that wait or are under way, and what was told last.

    Args:
        desk: What is open.
        send: Shows problems in the editor, in place of those shown before.
        report: Tells of a failure, while its exception is handled.
    """

    def __init__(
        self, desk: Desk, send: Callable[[lsp.PublishDiagnosticsParams], None], report: Callable[[str], None]
    ) -> None:
        self._desk, self._send, self._report = desk, send, report
        self.manual = ""
        self._told: dict[str, tuple[Page, tuple[Problem, ...]]] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._checker = ThreadPoolExecutor(1, thread_name_prefix="argmap-check")

    def soon(self, pages: Iterable[Page], pause: float = PAUSE) -> None:
        """Check documents once nobody has typed for a while; a check that waits for the same one is forgotten."""
        for page in pages:
            if waiting := self._waiting.pop(page.uri, None):
                waiting.cancel()
            self._waiting[page.uri] = asyncio.get_running_loop().create_task(self._check(page.uri, pause))

    async def _check(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        page = self._desk.pages.get(uri)
        if page is None:
            return
        try:
            loop = asyncio.get_running_loop()
            told = await loop.run_in_executor(self._checker, problems, self._desk, page)
        except Exception:  # the editor must not lose its server to one text
            self._report(f"checking {uri}")
            return
        if self._desk.pages.get(uri) is page:  # else this is old news
            self._told[uri] = page, told
            self._publish(page, told)

    def _publish(self, page: Page, told: Iterable[Problem]) -> None:
        found = [diagnostic_of(problem, self.manual) for problem in told]
        self._send(lsp.PublishDiagnosticsParams(page.uri, found, page.version))

    def now(self, page: Page) -> tuple[Problem, ...]:
        """The problems of a document as it is: those last told, or, if it has changed since, those found now."""
        held = self._told.get(page.uri)
        if held is None or held[0].text != page.text:
            held = self._told[page.uri] = page, problems(self._desk, page)
        return held[1]

    def forget(self, page: Page) -> None:
        """Show no problems of a document that was closed."""
        self._told.pop(page.uri, None)
        if waiting := self._waiting.pop(page.uri, None):
            waiting.cancel()
        self._publish(Page(page.uri, page.path, ""), ())

    def stop(self) -> None:
        """End what waits."""
        self._checker.shutdown(wait=False, cancel_futures=True)
