"""The page and who reads it: axe finds nothing in any view, at any size, in either colours; it does nothing it should not."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from browser import launched
from page_browser import DESKTOP, NARROW, PHONE, Shown, shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

Colours = Literal["light", "dark"]


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def axe() -> str:
    found = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return (Path(found.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Shown) -> list[str]:
    """What axe finds: the rule, and the first element that breaks it."""
    found = page.page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{one['id']} {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "kind",
    [
        "texts",
        "whole",
        "one",
        *(pytest.param(kind, marks=pytest.mark.slow) for kind in ("pair", "four", "ten", "hostile")),
    ],
)
def test_axe_finds_nothing_in_any_view(
    browser: "Browser", folder: Path, axe: str, kind: str, size: tuple[int, int], colours: Colours
) -> None:
    with shown(browser, folder, kind, size=size, colours=colours, free=True) as page:
        page.page.add_script_tag(content=axe)
        found = {}
        for view in page.views:
            page.page.evaluate("(id) => { location.hash = id }", view)
            page.page.wait_for_selector(f"#{view}.shown")
            page.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
            found[view] = violations(page)
        assert {view: said for view, said in found.items() if said} == {}


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("kind", ["texts", "ten"])
def test_axe_finds_nothing_in_the_quiz(
    browser: "Browser", folder: Path, axe: str, kind: str, size: tuple[int, int], colours: Colours
) -> None:
    with shown(browser, folder, kind, "#compare?quiz=1.0a.1b", size=size, colours=colours, free=True) as page:
        page.page.add_script_tag(content=axe)
        assert violations(page) == []


@pytest.mark.parametrize("kind", ["pair", "four", "texts", "whole", "ten", "one", "hostile"])
def test_it_asks_for_nothing_and_breaks_nothing(browser: "Browser", folder: Path, kind: str) -> None:
    with shown(browser, folder, kind) as page:
        for view in page.views:
            page.page.evaluate("(id) => { location.hash = id }", view)
            page.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        if kind != "one":
            page.go("#compare?quiz=1")
            page.page.locator("#quiz .guesses button").first.click()
        page.page.wait_for_timeout(50)
        assert page.misdeeds() == []


@pytest.mark.parametrize("kind", ["pair", "four", "whole", "ten", "one", "hostile"])
def test_at_320_pixels_nothing_stands_out_sideways(browser: "Browser", folder: Path, kind: str) -> None:
    with shown(browser, folder, kind, size=NARROW) as page:
        found = {}
        for view in page.views:
            page.page.evaluate("(id) => { location.hash = id }", view)
            page.page.wait_for_selector(f"#{view}.shown")
            page.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
            found[view] = page.wider_by
        if kind != "one":
            page.go("#compare?quiz=1.0a")
            found["quiz"] = page.wider_by
        assert {view: by for view, by in found.items() if by > 0} == {}
