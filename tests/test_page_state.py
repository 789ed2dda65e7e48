"""What a page shows is in its address: choices, ways, back and forward, words that are found."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import launched
from page_browser import PHONE, Shown, shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture
def pair(browser: "Browser", folder: Path) -> Iterator[Shown]:
    with shown(browser, folder, "pair") as found:
        yield found
        assert found.misdeeds() == []


def address(page: Shown) -> str:
    found: str = page.page.evaluate("location.hash")
    return found


def view(page: Shown) -> str:
    found: str = page.page.evaluate("document.querySelector('section.view.shown').id")
    return found


def focused(page: Shown) -> str:
    found: str = page.page.evaluate("document.activeElement.id")
    return found


def rows(page: Shown) -> int:
    return page.page.locator("#compare tr[data-group]:not([hidden])").count()


def test_a_group_is_shown_alone_counted_and_kept_in_the_address(pair: Shown) -> None:
    pair.page.check("input[name=group][value=conflict]")
    assert (address(pair), rows(pair)) == ("#compare?group=conflict", 1)
    assert pair.page.inner_text("#count") == "1 of 55 rows are shown."
    assert pair.page.locator("#compare .part:not([hidden]) h3").all_inner_texts() == ["They differ 1 of 4"]
    pair.page.reload()
    assert rows(pair) == 1
    assert pair.page.is_checked("input[name=group][value=conflict]")


def test_back_and_forward_go_through_what_was_shown(pair: Shown) -> None:
    pair.page.check("input[name=group][value=diverge]")
    pair.page.check("input[name=level][value=title]")
    pair.page.click("#compare tr[data-group]:not([hidden]) td a >> nth=0")
    pair.page.wait_for_function("document.querySelector('section.view.shown').id === 'map-A'")
    assert address(pair).endswith("?group=diverge&level=title")
    pair.page.go_back()
    assert (address(pair), view(pair), rows(pair)) == ("#compare?group=diverge&level=title", "compare", 3)
    pair.page.go_back()
    assert pair.page.evaluate("document.documentElement.dataset.level") == "full"
    pair.page.go_back()
    assert (address(pair), rows(pair)) == ("", 55)
    pair.page.go_forward()
    assert rows(pair) == 3


def test_an_address_leads_to_a_statement_or_a_finding_whatever_was_left_out(pair: Shown) -> None:
    pair.go("#A-C3")
    assert (view(pair), focused(pair)) == ("map-A", "A-C3")
    pair.go("#compare?group=conflict")
    pair.page.evaluate("location.hash = '#f3'")
    pair.page.wait_for_function("document.activeElement.id === 'f3'")
    assert (address(pair), view(pair), rows(pair)) == ("#f3", "compare", 55)


@pytest.mark.parametrize(
    "where", ["#%", "#nothing", "#compare?group=bogus&level=9&theme=neon&view=x", "#?&&=", "#main"]
)
def test_an_address_that_says_nothing_shows_everything(pair: Shown, where: str) -> None:
    pair.go(where)
    assert (view(pair), rows(pair)) == ("compare", 55)
    assert pair.page.evaluate(
        "[document.documentElement.dataset.level, document.documentElement.dataset.theme ?? '']"
    ) == [
        "full",
        "",
    ]


def test_a_level_hides_what_is_below_it(pair: Shown) -> None:
    quote, sentence = (pair.page.locator(f"#compare td > div > {name}").first for name in ("q", "span"))
    assert (quote.is_visible(), sentence.is_visible()) == (True, True)
    pair.page.check("input[name=level][value=text]")
    assert (quote.is_visible(), sentence.is_visible()) == (False, True)
    pair.page.check("input[name=level][value=title]")
    assert (quote.is_visible(), sentence.is_visible()) == (False, False)


def test_colours_can_be_chosen_against_the_system(pair: Shown) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = pair.page.evaluate(ground)
    pair.page.check("input[name=theme][value=dark]")
    assert pair.page.evaluate(ground) != light
    pair.page.check("input[name=theme][value=system]")
    assert pair.page.evaluate(ground) == light


def test_words_are_marked_counted_gone_through_and_let_go(pair: Shown) -> None:
    page = pair.page
    page.fill("#find", "Summit")
    page.press("#find", "Enter")
    hits = page.locator("mark.hit")
    here = page.locator("#compare mark.hit").count()
    others = hits.count() - here
    assert here > 1
    assert page.inner_text("#found") == f"1 of {here}, {others} in other views"
    assert {text.lower() for text in hits.all_text_contents()} == {"summit"}
    assert address(pair) == "#compare?find=Summit"
    page.press("#find", "Shift+Enter")
    assert page.inner_text("#found").startswith(f"{here} of {here}")
    page.click("#next")
    assert page.locator("mark.current").count() == 1
    page.press("#find", "Escape")
    assert (hits.count(), page.inner_text("#found"), address(pair)) == (0, "", "#compare")


def test_what_is_found_in_text_stays_text(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "hostile") as found:
        before = found.page.inner_text("main")
        found.page.fill("#find", "<")
        found.page.press("#find", "Enter")
        assert found.page.locator("mark.hit").count() > 0
        found.page.press("#find", "Escape")
        assert found.page.inner_text("main") == before
        assert found.misdeeds() == []


def test_by_keys_alone_one_gets_from_the_title_to_the_content(pair: Shown) -> None:
    pair.page.keyboard.press("Tab")
    assert pair.page.evaluate("document.activeElement.textContent") == "Skip to the content"
    pair.page.keyboard.press("Enter")
    assert focused(pair) == "main"
    pair.page.focus("nav.views a >> nth=1")
    pair.page.keyboard.press("Enter")
    assert (view(pair), focused(pair)) == ("map-A", "map-A-title")


def test_on_a_phone_controls_are_folded_and_each_cell_says_whose_it_is(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "pair", size=PHONE) as found:
        page = found.page
        assert not page.is_visible("#find")
        assert page.evaluate("document.querySelector('main').getBoundingClientRect().top < innerHeight / 2")
        page.click("#controls > summary")
        assert page.is_visible("#find")
        cell = "getComputedStyle(document.querySelector('#f1 td'), '::before').content"
        assert page.evaluate(cell) == '"A Koga"'
        middle, side = (page.locator(f"#f1 {name}").first.bounding_box() for name in ("th", "td"))
        assert middle
        assert side
        assert middle["y"] < side["y"]


def test_without_a_script_all_is_there_to_read(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "pair", script=False) as found:
        assert all(found.page.locator(f"#{name}").is_visible() for name in found.views)
        assert not found.page.locator("#controls").is_visible()
        assert found.page.locator("#f1 q").first.is_visible()
