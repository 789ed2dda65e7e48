"""Slides in a browser: every key and control, fixed places, the address, paper, phones, and no script at all."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import launched
from decks import deck_of, made
from page_browser import DESKTOP, NARROW, PHONE, Shown, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ALSO = [pytest.param(kind, marks=pytest.mark.slow) for kind in ("one", "four")]
SCREEN = (1280, 800)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("slides")


@contextmanager
def slides(
    browser: "Browser",
    folder: Path,
    kind: str = "pair",
    where: str = "",
    *,
    size: tuple[int, int] = SCREEN,
    script: bool = True,
    free: bool = False,
    touch: bool = False,
    colours: Any = "light",
    **options: Any,
) -> Iterator[Shown]:
    path = folder / f"{kind}{'-'.join(f'{name}-{value}' for name, value in options.items())}.html"
    if not path.exists():
        path.write_bytes(made(kind, **options).data)
    wanted: dict[str, Any] = {"color_scheme": colours, "java_script_enabled": script, "bypass_csp": free}
    with opened(browser, path, where, size=size, has_touch=touch, **wanted) as found:
        yield found


def at(page: "Page") -> str:
    """Where the address says it is."""
    found: str = page.evaluate("location.hash")
    return found


def visible(page: "Page") -> list[str]:
    """The texts of the parts of the slide that can be seen."""
    found: list[str] = page.eval_on_selector_all(
        ".slide.here [data-step]",
        "all => all.filter((one) => getComputedStyle(one).visibility === 'visible').map((one) => one.textContent)",
    )
    return found


def broken(page: "Page") -> list[str]:
    """The rules of axe that the page breaks, each with the first element."""
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:150]}" for one in found]


def boxes(page: "Page") -> list[list[float]]:
    found: list[list[float]] = page.eval_on_selector_all(
        ".slide.here [data-step], .slide.here h2",
        "all => all.map((one) => one.getBoundingClientRect()).map((r) => [r.x, r.y, r.width, r.height])",
    )
    return found


class TestMoving:
    @pytest.mark.parametrize("key", ["ArrowRight", "ArrowDown", "PageDown", "Space"])
    def test_a_key_shows_the_next_step_and_after_the_last_the_next_slide(
        self, browser: "Browser", folder: Path, key: str
    ) -> None:
        with slides(browser, folder, where="#2") as shown:
            seen = []
            for _ in range(4):
                seen.append(at(shown.page))
                shown.page.keyboard.press(key)
            assert [*seen, at(shown.page)] == ["#2", "#2.1", "#2.2", "#3", "#3.1"]
            assert shown.misdeeds() == []

    @pytest.mark.parametrize("key", ["ArrowLeft", "ArrowUp", "PageUp"])
    def test_a_key_goes_back_to_the_whole_slide_before(self, browser: "Browser", folder: Path, key: str) -> None:
        with slides(browser, folder, where="#3.1") as shown:
            seen = []
            for _ in range(3):
                shown.page.keyboard.press(key)
                seen.append(at(shown.page))
            assert seen == ["#3", "#2.2", "#2.1"]

    def test_home_and_end_go_to_the_ends_and_nothing_lies_beyond(self, browser: "Browser", folder: Path) -> None:
        count = len(deck_of("pair").slides)
        with slides(browser, folder) as shown:
            shown.page.keyboard.press("ArrowLeft")
            assert at(shown.page) == "#1"
            assert shown.page.locator("#back").is_disabled()
            shown.page.keyboard.press("End")
            assert at(shown.page) == f"#{count}"
            for _ in range(10):
                shown.page.keyboard.press("ArrowRight")
            assert at(shown.page) == f"#{count}.{deck_of('pair').slides[-1].steps - 1}"
            assert shown.page.locator("#next").is_disabled()
            shown.page.keyboard.press("Home")
            assert at(shown.page) == "#1"

    def test_clicks_and_buttons_move_as_keys_do(self, browser: "Browser", folder: Path) -> None:
        with slides(browser, folder, where="#2") as shown:
            shown.page.locator(".slide.here .frame").click()
            assert at(shown.page) == "#2.1"
            shown.page.locator("#next").click()
            assert at(shown.page) == "#2.2"
            shown.page.locator("#back").click()
            assert at(shown.page) == "#2.1"
            shown.page.locator("#next").focus()
            shown.page.keyboard.press("Space")
            assert at(shown.page) == "#2.2"  # the button is pressed once, and the key does nothing more

    def test_a_swipe_moves_and_a_scroll_does_not(self, browser: "Browser", folder: Path) -> None:
        swipe = """([x0, y0, x1, y1]) => {
          const target = document.querySelector('.slide.here .frame');
          const touch = (x, y) => new Touch({identifier: 1, target, clientX: x, clientY: y});
          target.dispatchEvent(new TouchEvent('touchstart', {bubbles: true, changedTouches: [touch(x0, y0)]}));
          target.dispatchEvent(new TouchEvent('touchend', {bubbles: true, changedTouches: [touch(x1, y1)]}));
        }"""
        with slides(browser, folder, where="#2", size=PHONE, touch=True) as shown:
            shown.page.evaluate(swipe, [300, 200, 100, 210])
            assert at(shown.page) == "#2.1"
            shown.page.evaluate(swipe, [100, 200, 300, 210])
            assert at(shown.page) == "#2"
            shown.page.evaluate(swipe, [200, 300, 120, 100])
            assert at(shown.page) == "#2"

    def test_the_address_leads_to_a_slide_and_a_step(self, browser: "Browser", folder: Path) -> None:
        with slides(browser, folder, where="#4.2") as shown:
            assert shown.page.locator(".slide.here").get_attribute("id") == "4"
            assert len(visible(shown.page)) == 2
            assert shown.page.locator("#where").inner_text().startswith("4 / ")
            assert shown.page.locator("#progress").evaluate("one => one.value") == 4
            shown.page.evaluate("location.hash = '#6'")
            shown.page.wait_for_selector("[id='6'].here")
            shown.page.evaluate("location.hash = '#nonsense'")
            assert shown.page.locator(".slide.here").get_attribute("id") == "6"

    def test_what_goes_on_elsewhere_leads_there_and_back(self, browser: "Browser", folder: Path) -> None:
        with slides(browser, folder, "one", where="#2.9") as shown:
            last = deck_of("one").slides[1].steps - 1
            link = shown.page.locator(".slide.here a").last
            to = link.get_attribute("href")
            link.click()
            assert at(shown.page) == to
            shown.page.go_back()
            assert at(shown.page) == f"#2.{last}"
            shown.page.locator(".slide.here a").first.press("Enter")
            assert at(shown.page) == deck_of("one").slides[1].rows[0].boxes[0].texts[-1].leads_to.join(("#", ""))

    def test_any_address_leads_to_some_slide(self, browser: "Browser", folder: Path) -> None:
        count = len(deck_of("one").slides)
        with slides(browser, folder, "one", where="#99") as shown:
            found = {"#99": at(shown.page)}
            for wanted in ("#x", "#0", "#-1", "#%00", "#1e3", "#00002", "#2.999", "#99999999999999999999"):
                shown.page.goto("about:blank")
                shown.page.goto(f"{shown.address}{wanted}")
                found[wanted] = at(shown.page)
            assert shown.misdeeds() == []
        last = f"#2.{deck_of('one').slides[1].steps - 1}"
        ends = {"#99": f"#{count}", "#99999999999999999999": f"#{count}", "#00002": "#2", "#2.999": last}
        assert found == {wanted: ends.get(wanted, "#1") for wanted in found}

    def test_nothing_moves_when_more_is_shown(self, browser: "Browser", folder: Path) -> None:
        with slides(browser, folder, "one") as shown:
            for number, slide in enumerate(deck_of("one").slides, start=1):
                shown.page.evaluate("(n) => { location.hash = `#${n}` }", number)
                shown.page.wait_for_selector(f"[id='{number}'].here")
                first, count = boxes(shown.page), len(visible(shown.page))
                for _ in range(slide.steps - 1):
                    shown.page.keyboard.press("ArrowRight")
                    assert boxes(shown.page) == first
                    assert len(visible(shown.page)) > count
                    count = len(visible(shown.page))

    def test_what_appears_is_said_aloud(self, browser: "Browser", folder: Path) -> None:
        with slides(browser, folder, where="#2") as shown:
            said = shown.page.locator("#said")
            assert said.inner_text() == "What each argues for"
            shown.page.keyboard.press("ArrowRight")
            assert said.inner_text().startswith("A Koga")
            shown.page.keyboard.press("ArrowRight")
            assert said.inner_text().startswith("B Roy-Chaudhury & Ho")
            shown.page.keyboard.press("ArrowRight")
            assert said.inner_text() == deck_of("pair").slides[2].title


class TestViews:
    @pytest.mark.parametrize("how", ["n", "N", "button"])
    def test_notes_stand_beside_the_slide(self, browser: "Browser", folder: Path, how: str) -> None:
        with slides(browser, folder, where="#4.1") as shown:
            notes, button = shown.page.locator("#notes-4"), shown.page.locator("#show-notes")
            assert not notes.is_visible()
            button.click() if how == "button" else shown.page.keyboard.press(how)
            assert notes.is_visible()
            assert button.get_attribute("aria-pressed") == "true"
            assert "Ask" in notes.inner_text()
            assert at(shown.page) == "#4.1"
            button.click() if how == "button" else shown.page.keyboard.press(how)
            assert not notes.is_visible()

    @pytest.mark.parametrize("how", ["o", "Escape", "button"])
    def test_all_slides_at_once_and_a_click_opens_one(self, browser: "Browser", folder: Path, how: str) -> None:
        with slides(browser, folder, where="#4.1") as shown:
            button = shown.page.locator("#show-overview")
            button.click() if how == "button" else shown.page.keyboard.press(how)
            count = len(deck_of("pair").slides)
            assert sum(one.is_visible() for one in shown.page.locator(".slide").all()) == count
            assert button.get_attribute("aria-pressed") == "true"
            shown.page.locator("[id='7']").click()
            assert at(shown.page) == "#7"
            assert sum(one.is_visible() for one in shown.page.locator(".slide").all()) == 1
            assert button.get_attribute("aria-pressed") == "false"

    def test_all_slides_can_be_walked_and_opened_by_keys(self, browser: "Browser", folder: Path) -> None:
        with slides(browser, folder, where="#4") as shown:
            shown.page.keyboard.press("o")
            assert shown.page.evaluate("document.activeElement.id") == "4"
            shown.page.keyboard.press("Tab")
            assert shown.page.evaluate("document.activeElement.id") == "5"
            shown.page.keyboard.press("Enter")
            assert at(shown.page) == "#5"
            assert shown.page.evaluate("document.querySelectorAll('.slide[tabindex]').length") == 0

    def test_in_the_overview_links_are_no_stops_and_open_nothing_of_their_own(
        self, browser: "Browser", folder: Path
    ) -> None:
        with slides(browser, folder, "one", where="#2") as shown:
            shown.page.keyboard.press("o")
            shown.page.keyboard.press("Tab")
            assert shown.page.evaluate("document.activeElement.id") == "3"
            box = shown.page.locator("[id='2'] a").first.bounding_box()
            assert box
            shown.page.mouse.click(box["x"] + 2, box["y"] + 2)
            assert at(shown.page) == "#2"

    def test_arrows_scroll_notes_that_were_clicked_and_a_clicker_still_moves(
        self, browser: "Browser", folder: Path
    ) -> None:
        with slides(browser, folder, where="#4") as shown:
            shown.page.keyboard.press("n")
            shown.page.locator("#notes-4").click()
            shown.page.keyboard.press("ArrowDown")
            assert at(shown.page) == "#4"
            shown.page.keyboard.press("PageDown")
            assert at(shown.page) == "#4.1"

    @pytest.mark.parametrize("how", ["f", "button"])
    def test_the_whole_screen_is_filled_and_left(self, browser: "Browser", folder: Path, how: str) -> None:
        with slides(browser, folder) as shown:
            for filled in (True, False):
                shown.page.locator("#fill-screen").click() if how == "button" else shown.page.keyboard.press("f")
                shown.page.wait_for_function(f"Boolean(document.fullscreenElement) === {str(filled).lower()}")
            assert shown.misdeeds() == []

    @pytest.mark.parametrize("how", ["t", "button"])
    @pytest.mark.parametrize("colours", ["light", "dark"])
    def test_light_and_dark_change_over(self, browser: "Browser", folder: Path, how: str, colours: str) -> None:
        with slides(browser, folder, colours=colours) as shown:
            ground = "getComputedStyle(document.documentElement).backgroundColor"
            seen = [shown.page.evaluate(ground)]
            for _ in range(2):
                shown.page.locator("#change-theme").click() if how == "button" else shown.page.keyboard.press("t")
                seen.append(shown.page.evaluate(ground))
            assert seen[0] == seen[2] != seen[1]

    @pytest.mark.parametrize(("theme", "colours"), [("dark", "light"), ("light", "dark")])
    def test_the_theme_asked_for_goes_before_the_system(
        self, browser: "Browser", folder: Path, theme: str, colours: str
    ) -> None:
        with slides(browser, folder, colours=colours, theme=theme) as shown:
            assert shown.page.evaluate("document.documentElement.dataset.theme") == theme

    def test_keys_with_control_are_left_to_the_browser(self, browser: "Browser", folder: Path) -> None:
        with slides(browser, folder, where="#2") as shown:
            shown.page.keyboard.press("Control+ArrowRight")
            shown.page.keyboard.press("x")
            assert at(shown.page) == "#2"

    def test_without_notes_there_is_no_button_for_them(self, browser: "Browser", folder: Path) -> None:
        with slides(browser, folder, notes=False) as shown:
            assert shown.page.locator("#show-notes, .notes").count() == 0
            shown.page.keyboard.press("n")
            assert shown.misdeeds() == []

    def test_without_steps_everything_is_there_at_once(self, browser: "Browser", folder: Path) -> None:
        with slides(browser, folder, where="#4", steps=False) as shown:
            shown.page.keyboard.press("ArrowRight")
            assert at(shown.page) == "#5"


class TestReading:
    @pytest.mark.parametrize("size", [SCREEN, (1024, 768), (1920, 1080)])
    @pytest.mark.parametrize("kind", ["pair", *ALSO])
    def test_every_slide_is_seen_whole_and_is_16_to_9(
        self, browser: "Browser", folder: Path, kind: str, size: tuple[int, int]
    ) -> None:
        measure = """() => [...document.querySelectorAll('.slide')].map((slide) => {
          document.querySelectorAll('.here').forEach((one) => one.classList.remove('here'));
          slide.classList.add('here');
          const frame = slide.querySelector('.frame').getBoundingClientRect();
          const over = [...slide.querySelectorAll('.box, .bar')].filter((one) => one.scrollWidth > one.clientWidth + 1);
          return [slide.id, frame.width / frame.height, frame.bottom, over.length];
        })"""
        with slides(browser, folder, kind, size=size) as shown:
            for id_, ratio, bottom, over in shown.page.evaluate(measure):
                assert ratio == pytest.approx(16 / 9, abs=0.01), id_
                assert bottom <= size[1] - 40, id_
                assert over == 0, id_

    @pytest.mark.parametrize("kind", ["one", "pair", "hostile", "hostile-three"])
    def test_nothing_stands_out_at_the_side_of_a_phone(self, browser: "Browser", folder: Path, kind: str) -> None:
        for size in (PHONE, NARROW):
            with slides(browser, folder, kind, size=size) as shown:
                for number in range(1, len(deck_of(kind).slides) + 1):
                    shown.page.evaluate("(n) => { location.hash = `#${n}` }", number)
                    shown.page.wait_for_selector(f"[id='{number}'].here")
                    assert shown.wider_by == 0, number
                assert (
                    float(shown.page.evaluate("parseFloat(getComputedStyle(document.querySelector('.face')).fontSize)"))
                    >= 16
                )

    @pytest.mark.parametrize("kind", ["one", "pair", "hostile-one", "hostile", "hostile-three"])
    def test_a_page_does_nothing_but_what_it_should(self, browser: "Browser", folder: Path, kind: str) -> None:
        with slides(browser, folder, kind) as shown:
            for key in ("ArrowRight", "n", "o", "Escape", "t", "End", "o", "Enter"):
                shown.page.keyboard.press(key)
            assert shown.misdeeds() == []

    @pytest.mark.parametrize("kind", ["pair", "hostile"])
    def test_without_a_script_all_slides_stand_below_each_other_with_all_their_steps(
        self, browser: "Browser", folder: Path, kind: str
    ) -> None:
        deck = deck_of(kind)
        with slides(browser, folder, kind, script=False) as shown:
            page = shown.page
            assert all(one.is_visible() for one in page.locator(".slide, .notes, [data-step]").all())
            assert not page.locator("#controls").is_visible()
            texts = " ".join(page.locator("main").inner_text().split())
            for slide in deck.slides[:4]:
                assert re.sub("[\u202a-\u202e]", "", " ".join(slide.title.split())) in texts

    def test_on_paper_each_slide_has_a_page_with_everything_on_it(self, browser: "Browser", folder: Path) -> None:
        pypdf = pytest.importorskip("pypdf")
        deck = deck_of("pair")
        with slides(browser, folder, where="#4") as shown:
            printed = pypdf.PdfReader(io.BytesIO(shown.page.pdf(prefer_css_page_size=True, print_background=True)))
        assert len(printed.pages) == len(deck.slides)
        assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in printed.pages} == {(960, 540)}
        for slide, page in zip(deck.slides, printed.pages, strict=True):
            said = "".join(page.extract_text().split())
            for text in slide.texts():
                assert "".join(text.split())[:10] in said

    @pytest.mark.parametrize("colours", ["light", "dark"])
    @pytest.mark.parametrize("kind", ["pair", *ALSO])
    def test_axe_finds_nothing(self, browser: "Browser", folder: Path, kind: str, colours: str) -> None:
        found = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
        axe = (Path(found.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
        with slides(browser, folder, kind, free=True, colours=colours, size=DESKTOP) as shown:
            shown.page.add_script_tag(content=axe)
            first = {slide.kind: f"#{n}.{slide.steps - 1}" for n, slide in enumerate(deck_of(kind).slides, start=1)}
            said = [*broken(shown.page)]
            for where in first.values():
                shown.page.evaluate("(where) => { location.hash = where }", where)
                shown.page.wait_for_selector(f"[id='{where[1:].partition('.')[0]}'].here")
                said += broken(shown.page)
            for key in "no":
                shown.page.keyboard.press(key)
                said += broken(shown.page)
            assert said == []
