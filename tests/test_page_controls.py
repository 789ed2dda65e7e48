"""Every control of every page is known here, and does what it is for when it is clicked."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from browser import launched
from made_up_pages import KINDS
from page_browser import DESKTOP, PHONE, Shown, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

Effect = Callable[["Page", "Locator"], None]
"""Uses a control and asserts what it does."""


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def in_view(page: "Page", id_: str) -> bool:
    return bool(page.evaluate("(id) => document.getElementById(id)?.checkVisibility() ?? false", id_))


def leads(page: "Page", control: "Locator") -> None:
    """The link shows what it names, and the address says so."""
    target = str(control.get_attribute("href")).removeprefix("#")
    control.focus()
    page.keyboard.press("Enter")
    page.locator(f"[id='{target}']").wait_for(state="visible")
    written = page.evaluate("decodeURIComponent(location.hash)")
    first = page.locator("section.view").first.get_attribute("id")  # what stands there by default is not written
    assert written.startswith(f"#{target}") or (not written and target == first)
    if page.locator(f"section.view[id='{target}']").count() == 0:
        assert page.evaluate("document.activeElement.id") == target


def skips(page: "Page", control: "Locator") -> None:
    control.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def opens(page: "Page", control: "Locator") -> None:
    """What it heads is there, or gone; and the other way round."""
    outer = control.locator("..")
    was = outer.evaluate("(one) => one.open")
    control.click()
    assert outer.evaluate("(one) => one.open") != was
    control.click()
    assert outer.evaluate("(one) => one.open") == was


def goes_into_the_address(page: "Page", control: "Locator") -> None:
    name, value = control.get_attribute("name"), control.get_attribute("value")
    control.check()
    assert control.is_checked()
    written = f"{name}={value}"
    first = page.locator(f"input[name={name}]").evaluate_all("all => all.find((one) => one.defaultChecked).value")
    assert (written in page.url) == (value != first)


def filters(page: "Page", control: "Locator") -> None:
    goes_into_the_address(page, control)
    group = control.get_attribute("value")
    groups = page.locator("tr[data-group]:visible").evaluate_all(
        "all => all.map((one) => one.closest('[aria-labelledby=part-evidence]') ? 'sources' : one.dataset.group)"
    )
    assert groups
    assert group == "all" or set(groups) == {group}
    assert group == "all" or str(len(groups)) in str(page.locator("#count").text_content())


def details(page: "Page", control: "Locator") -> None:
    def amount() -> int:
        return len(str(page.locator("main").inner_text()))

    page.locator("input[name=level][value=full]").check()
    whole = amount()
    goes_into_the_address(page, control)
    level = control.get_attribute("value")
    assert page.locator("html").get_attribute("data-level") == level
    assert amount() < whole if level == "title" else amount() <= whole


def colours(page: "Page", control: "Locator") -> None:
    goes_into_the_address(page, control)
    dark = page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert dark == (control.get_attribute("value") == "dark")


def finds(page: "Page", control: "Locator") -> None:
    control.fill("the")
    page.locator("#found").filter(has_text=re.compile(r"\d")).wait_for()
    assert re.search(r"\d", str(page.locator("#found").text_content()))
    control.fill("")


def goes_from_place_to_place(page: "Page", control: "Locator") -> None:
    page.locator("#find").fill("the")
    page.locator("#found").filter(has_text=re.compile(r"\d")).wait_for()
    control.click()
    first = page.locator("#found").text_content()
    control.click()
    assert page.locator("#found").text_content() != first
    page.locator("#find").fill("")


def folds(page: "Page", control: "Locator") -> None:
    view = control.locator("xpath=ancestor::section[1]")
    control.click()
    steps = control.get_attribute("data-fold")
    still_open = view.locator("li > details[open]").count()
    match steps:
        case "0":
            assert still_open == 0
        case "all":
            assert still_open == view.locator("li > details").count()
        case _:
            control_0 = view.locator("[data-fold='0']")
            control_0.click()
            control.click()
            assert 0 < view.locator("li > details[open]").count() == still_open


def saves(page: "Page", control: "Locator") -> None:
    with page.expect_download() as waiting:
        control.click()
    assert waiting.value.suggested_filename.endswith(".md")


def prints(page: "Page", control: "Locator") -> None:
    page.evaluate("window.print = () => { window.printed = true }")
    control.click()
    assert page.evaluate("window.printed")


def zooms(page: "Page", control: "Locator") -> None:
    figure = control.locator("xpath=ancestor::figure[1]")
    width = "(one) => one.getBoundingClientRect().width"
    fitting = figure.locator("svg").first.evaluate(width)
    figure.locator("[data-zoom='in']").click()
    larger = figure.locator("svg").first.evaluate(width)
    control.click()
    now = figure.locator("svg").first.evaluate(width)
    assert larger > fitting
    assert now > larger if control.get_attribute("data-zoom") == "in" else now == fitting


def pans(page: "Page", control: "Locator") -> None:
    control.focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    assert control.evaluate("(one) => one.scrollLeft") > 0


def scrolls(page: "Page", control: "Locator") -> None:
    control.focus()
    assert control.evaluate("(one) => document.activeElement === one")


def walks(page: "Page", control: "Locator") -> None:
    """Of all statements one is reached by Tab; arrows go on from there."""
    control.focus()
    was = page.evaluate("document.activeElement.id")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") != was


def starts(page: "Page", control: "Locator") -> None:
    control.click()
    assert page.locator("#quiz").is_visible()
    assert "quiz=1" in page.url


def guesses(page: "Page", control: "Locator") -> None:
    before = page.locator("#quiz .told:visible").count()
    control.click()
    assert page.locator("#quiz .told:visible").count() == before + 1


def shuffles(page: "Page", control: "Locator") -> None:
    before = page.locator("#quiz-cards h2").all_text_contents()
    control.click()
    assert page.locator("#quiz-cards h2").all_text_contents() != before
    assert page.locator("#quiz .told:visible").count() == 0


def leaves(page: "Page", control: "Locator") -> None:
    control.click()
    assert page.locator("#quiz").is_hidden()
    assert page.locator("nav.views").is_visible()


CONTROLS: Final[dict[str, Effect]] = {
    "a.skip": skips,
    "nav.views a": leads,
    "details.controls > summary": opens,
    "input[name=group]": filters,
    "input[name=level]": details,
    "input[name=theme]": colours,
    "#find": finds,
    "#before": goes_from_place_to_place,
    "#next": goes_from_place_to_place,
    "section.view a[href^='#'], header a[href^='#']": leads,
    "details.legend > summary": opens,
    "details.why > summary": opens,
    "details.context > summary": opens,
    "div.frame[tabindex]": scrolls,
    "button[data-fold]": folds,
    "button[data-print]": prints,
    "button[data-outline]": saves,
    "section.map li > details > summary": opens,
    "section.map .box[tabindex='0']": walks,
    "button[data-zoom]": zooms,
    "div.pan": pans,
    "#quiz-start": starts,
    "#quiz .guesses button": guesses,
    "#quiz-again": shuffles,
    "#quiz-leave": leaves,
}
"""Every control, by a selector that fits its kind, and what it does."""

_ALL: Final = (
    "a[href], button, input, select, textarea, summary, [contenteditable], [role=button], [tabindex='0'], audio, video"
)


def unknown(page: "Page") -> list[str]:
    """Controls no selector of `CONTROLS` fits."""
    found: list[str] = page.evaluate(
        "([all, known]) => [...document.querySelectorAll(all)].filter((one) => !one.matches(known))"
        ".map((one) => one.outerHTML.slice(0, 120))",
        [_ALL, ", ".join(CONTROLS)],
    )
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_no_control_is_unknown(browser: "Browser", folder: Path, kind: str) -> None:
    with shown(browser, folder, kind, "" if kind == "one" else "#compare?quiz=1") as page:
        page.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        page.page.wait_for_timeout(50)
        assert unknown(page.page) == []


def test_every_known_control_is_in_some_page(browser: "Browser", folder: Path) -> None:
    met: set[str] = set()
    for kind in ("pair", "four", "texts", "whole"):
        with shown(browser, folder, kind, "#compare?quiz=1") as page:
            met |= {selector for selector in CONTROLS if page.page.locator(selector).count()}
    assert set(CONTROLS) - met == set()


_UNFOLD: Final = """(one) => {
  for (let outer = one.parentElement; outer; outer = outer.parentElement) {
    const own = one.localName === "summary" && outer === one.parentElement;
    if (outer.localName === "details" && !own) outer.open = true;
  }
}"""


def use_all(page: Shown, selector: str, most: int) -> int:
    """Use the controls a selector fits, each in its view as it is at first; at most so many, from all over."""
    if selector.startswith("#quiz") and selector != "#quiz-start":
        page.go("#compare?quiz=1")
    count = page.page.locator(selector).count()
    step = max(1, count // most)
    for i in range(0, count, step):
        where = (
            page.page.locator(selector)
            .nth(i)
            .evaluate("(one) => (one.closest('#quiz') ? 'compare?quiz=1' : one.closest('section.view')?.id ?? '')")
        )
        page.go(f"#{where}" if where else "")
        control = page.page.locator(selector).nth(i)
        control.evaluate(_UNFOLD)
        CONTROLS[selector](page.page, control)
    return count


_ELSEWHERE: Final = {"button[data-zoom]": "pair", "div.pan": "pair", "div.frame[tabindex]": "four"}
"""Where a control is that the smallest page of two maps lacks."""


@pytest.mark.parametrize("selector", CONTROLS)
def test_each_control_does_what_it_is_for(browser: "Browser", folder: Path, selector: str) -> None:
    phone = selector == "details.controls > summary"
    kind = _ELSEWHERE.get(selector, "texts")
    with shown(browser, folder, kind, size=PHONE if phone else DESKTOP) as page:
        assert use_all(page, selector, 4) > 0
        assert page.misdeeds() == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pair", "four", "whole", "ten", "one", "hostile"])
def test_the_controls_of_other_pages_do_what_they_are_for(browser: "Browser", folder: Path, kind: str) -> None:
    with shown(browser, folder, kind) as page:
        for selector in CONTROLS:
            if selector != "details.controls > summary":
                use_all(page, selector, 2)
        assert page.misdeeds() == []


def test_back_and_forward_lead_through_what_was_shown(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "pair") as opened:
        page = opened.page
        views = opened.views
        for view in views[1:]:
            page.locator(f"nav.views a[href='#{view}']").click()
        for view in reversed(views[:-1]):
            page.go_back()
            assert in_view(page, view)
        for view in views[1:]:
            page.go_forward()
            assert in_view(page, view)


def test_a_link_to_any_row_or_statement_shows_it(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "pair") as opened:
        page = opened.page
        marked = "tr[data-group], .box[id], .foot li[id]"
        ids = page.evaluate("marked => [...document.querySelectorAll(marked)].map(one => one.id)", marked)
        assert len(ids) > 100
        for id_ in ids[::9]:
            opened.go(f"#{id_}")
            assert in_view(page, id_)
            assert page.evaluate("document.activeElement.id") == id_
        assert opened.misdeeds() == []


def test_what_is_chosen_survives_the_way_to_another_view(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "texts", "#compare?group=diverge&level=text&theme=dark") as opened:
        page = opened.page

        def chosen() -> dict[str, Any]:
            return {
                n: page.locator(f"input[name={n}]:checked").get_attribute("value") for n in ("group", "level", "theme")
            }

        expected = {"group": "diverge", "level": "text", "theme": "dark"}
        assert chosen() == expected
        page.locator("nav.views a").nth(1).click()
        assert chosen() == expected
        page.reload()
        assert chosen() == expected
