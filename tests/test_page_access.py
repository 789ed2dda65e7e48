"""The page and who reads it: axe finds nothing in any view, size or colours; the page does nothing it should not."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from browser import launched
from page_browser import DESKTOP, NARROW, PHONE, Shown, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

Look = tuple[tuple[int, int], Literal["light", "dark"]]

looks = pytest.mark.parametrize(
    "look",
    [(size, colours) for size in (PHONE, DESKTOP) for colours in ("light", "dark")],
    ids=["phone, light", "phone, dark", "desktop, light", "desktop, dark"],
)


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


@looks
@pytest.mark.parametrize(
    "kind",
    [
        "texts",
        "whole",
        "one",
        *(pytest.param(kind, marks=pytest.mark.slow) for kind in ("pair", "four", "ten", "hostile")),
    ],
)
def test_axe_finds_nothing_in_any_view(browser: "Browser", folder: Path, axe: str, kind: str, look: Look) -> None:
    with shown(browser, folder, kind, size=look[0], colours=look[1], free=True) as page:
        page.page.add_script_tag(content=axe)
        found = {}
        for view in page.views:
            page.page.evaluate("(id) => { location.hash = id }", view)
            page.page.wait_for_selector(f"#{view}.shown")
            page.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
            found[view] = violations(page)
        assert {view: said for view, said in found.items() if said} == {}


@looks
@pytest.mark.parametrize("kind", ["texts", "ten"])
def test_axe_finds_nothing_in_the_quiz(browser: "Browser", folder: Path, axe: str, kind: str, look: Look) -> None:
    with shown(browser, folder, kind, "#compare?quiz=1.0a.1b", size=look[0], colours=look[1], free=True) as page:
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
