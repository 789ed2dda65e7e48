"""The pages of grades in a browser: nothing is asked for, axe finds nothing, every control does what it says."""

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from browser import launched

from argmap.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

CLASS = Path(__file__).parents[1] / "docs" / "class"


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a class: all in one, and one for each."""
    found = tmp_path_factory.mktemp("grades")
    shutil.copytree(CLASS, found, dirs_exist_ok=True)
    students, rows = str(found / "students"), str(found / "eva.sssom.tsv")
    call = ["grade", str(found / "later-start.yaml"), students, "--alignment", rows]
    assert main([*call, "-o", str(found / "all.html")]) == 0
    assert main([*call, "--format", "html", "--reveal", "-o", f"{found / 'out'}/"]) == 0
    return found


@contextmanager
def shown(
    browser: "Browser",
    path: Path,
    *,
    width: int = 1280,
    colours: Literal["light", "dark"] = "light",
    script: bool = True,
    free: bool = False,
) -> "Iterator[Page]":
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=colours, java_script_enabled=script, bypass_csp=free
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
    page.goto(path.as_uri())
    yield page
    assert said == []
    context.close()


@pytest.mark.parametrize(("width", "colours"), [(320, "light"), (1280, "dark")])
@pytest.mark.parametrize("name", ["all.html", "out/class.html", "out/ana.html", "out/fay.html"])
def test_axe_finds_nothing_and_nothing_stands_out(
    browser: "Browser", folder: Path, name: str, width: int, colours: Literal["light", "dark"]
) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    with shown(browser, folder / name, width=width, colours=colours, free=True) as page:
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        page.add_script_tag(content=(Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        assert [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_kind_can_be_hidden(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder / "out" / "ben.html") as page:
        section = page.locator("div[data-kind=missing-statement]")
        assert section.is_visible()
        page.get_by_label("Missing (1)").first.uncheck()
        assert not section.is_visible()
        assert page.locator("div[data-kind=wrong-relation]").is_visible()
        page.get_by_label("Missing (1)").first.check()
        assert section.is_visible()


def test_the_answer_opens(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder / "out" / "ben.html") as page:
        answer = page.get_by_text("O1: In winter it is dark")
        assert not answer.is_visible()
        page.get_by_text("Answer", exact=True).first.click()
        assert answer.is_visible()


def test_the_table_of_students_is_sorted_by_any_column(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder / "all.html") as page:
        first = page.locator("table[data-sortable] tbody th")
        by_file = first.all_text_contents()
        for head in page.locator("table[data-sortable] thead button").all():
            head.click()
            assert head.locator("..").get_attribute("aria-sort") == "ascending"
            up = page.locator("table[data-sortable]").inner_text()
            head.click()
            assert head.locator("..").get_attribute("aria-sort") == "descending"
            assert sorted(up.split()) == sorted(page.locator("table[data-sortable]").inner_text().split())
        page.reload()
        page.get_by_role("button", name="errors").click()
        assert first.all_text_contents() == ["ana", "chloe", "deniz", "ben", "eva"]
        page.get_by_role("button", name="student").click()
        assert first.all_text_contents() == by_file


def test_the_overview_leads_to_every_report(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder / "out" / "class.html") as page:
        page.get_by_role("link", name="deniz").click()
        assert page.title() == "deniz: School should begin at nine"


def test_without_scripts_everything_can_be_read(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder / "all.html", script=False) as page:
        assert page.locator(".kinds").first.is_hidden()
        page.get_by_text("ben", exact=True).last.click()
        assert page.get_by_text("stands under the right statement").first.is_visible()
