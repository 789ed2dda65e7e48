"""A Chromium for tests that look at pages: found on this machine, never downloaded."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

QUIETLY: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""It asks nothing of the network but what a page asks for."""


def chromium() -> str | None:
    """The path of a Chromium: the one ``ARGMAP_CHROMIUM`` names, else one on the PATH; None if there is none."""
    named = os.environ.get("ARGMAP_CHROMIUM")
    if named:
        return shutil.which(named)
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def launched() -> Iterator["Browser"]:
    """A running Chromium; skips the test that asks for one where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = chromium()
    if path is None:
        pytest.skip("there is no Chromium: put one on the PATH, or name it in ARGMAP_CHROMIUM")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=list(QUIETLY))
        try:
            yield browser
        finally:
            browser.close()
