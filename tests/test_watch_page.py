"""The page in a real browser: it follows the files, keeps the last good picture, and lets nothing of a map run."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MAP = """\
argmap: 1
id: tram
title: {title}
article: {{authors: [Ana Ruiz], title: Trams}}
statements:
  build: {{type: thesis, text: The harbour needs a tram., because: [crowded]}}
  crowded: {{text: Buses are full.}}
"""
GOOD = MAP.format(title="A tram")
BROKEN = GOOD.replace("[crowded]", "[crowdde]")
HOSTILE = MAP.format(title="'<script>document.title = \"owned\"</script><img src=x onerror=alert(1)>'")

WAIT_MS = 15_000


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with launched() as running:
        yield running


@contextmanager
def watching(folder: Path, *argv: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`argmap watch --serve` in a folder, and where its page is."""
    command = [sys.executable, "-m", "argmap", "watch", *argv, "--serve"]
    env = {**os.environ, "NO_COLOR": "1"}
    with subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            url = next(line.strip() for line in process.stdout if line.startswith("http://"))
            yield process, url
        finally:
            process.kill()


@contextmanager
def opened(browser: "Browser", url: str, **context: object) -> Iterator["Page"]:
    """The page, loaded and drawn; it must have asked nobody else for anything, and have had nothing to complain of."""
    complaints: list[str] = []
    asked: list[str] = []
    with browser.new_context(**context) as own:  # type: ignore[arg-type]
        page = own.new_page()
        page.set_default_timeout(WAIT_MS)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(url)
        page.wait_for_selector("#state:not(:has-text('Waiting'))")
        yield page
        assert [each for each in asked if not each.startswith(url)] == []
        assert [each for each in complaints if "ERR_CONNECTION_REFUSED" not in each] == []


@pytest.fixture
def tram(tmp_path: Path) -> Path:
    (tmp_path / "tram.yaml").write_text(GOOD)
    return tmp_path / "tram.yaml"


def picture(page: "Page") -> str:
    """The path of the sheet that is shown, once it is loaded."""
    until(page, "document.images.length && [...document.images].every(i => i.naturalWidth > 0)")
    return str(page.get_attribute("figure img", "src"))


def changed(page: "Page", before: str) -> str:
    until(page, f"document.images[0]?.getAttribute('src') !== {before!r}")
    return picture(page)


def until(page: "Page", expression: str) -> None:
    """Wait until an expression is true; asked from outside, since the page lets nobody evaluate text in it."""
    for _ in range(WAIT_MS // 50):
        if page.evaluate(f"Boolean({expression})"):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


def test_the_page_follows_the_file_from_good_to_broken_to_mended_to_the_end(browser: "Browser", tram: Path) -> None:
    with watching(tram.parent, "tram.yaml") as (process, url), opened(browser, url) as page:
        first = picture(page)
        alt = str(page.get_attribute("figure img", "alt"))
        assert alt.startswith("A tram. Ana Ruiz, “Trams”. Shown: 1 thesis, 1 reason. ")
        assert page.title() == page.inner_text("h1") == "tram.yaml"
        assert re.fullmatch(r"Checked \d\d:\d\d:\d\d, no problems in 1 file", page.inner_text("#state"))
        page.evaluate("window.stays = true")  # a reload would forget it

        tram.write_text(GOOD.replace("Buses are full.", "Buses are full in the morning."))
        second = changed(page, first)

        tram.write_text(BROKEN)
        page.wait_for_selector("#errors:visible")
        assert page.inner_text("#broken").startswith("The picture below is the last good one, of ")
        told = page.inner_text("#error-list")
        assert told.startswith("tram.yaml:6:68\n\nerror[AM201]: no statement is called 'crowdde'")
        assert told.endswith("help: did you mean 'crowded'?")
        assert picture(page) == second
        assert page.title() == "✗ tram.yaml"

        tram.write_text(GOOD)
        page.wait_for_selector("#errors", state="hidden")
        assert changed(page, second) == first
        assert page.title() == "tram.yaml"
        assert page.evaluate("window.stays")

        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        page.wait_for_selector("#lost:visible")
        assert page.inner_text("#lost").startswith("Connection lost: argmap watch has ended")
        assert picture(page) == first


def test_a_process_that_is_killed_is_missed_and_found_again(browser: "Browser", tram: Path) -> None:
    with watching(tram.parent, "tram.yaml") as (process, url), opened(browser, url) as page:
        picture(page)
        port = url.rstrip("/").rpartition(":")[2]
        process.kill()
        page.wait_for_selector("#lost:visible")
        assert page.title().startswith("⚠ ")
        with watching(tram.parent, "tram.yaml", "--port", port):
            page.wait_for_selector("#lost", state="hidden")
            assert page.title() == "tram.yaml"


def test_a_map_that_is_broken_from_the_start_is_drawn_once_it_is_mended(browser: "Browser", tram: Path) -> None:
    tram.write_text(BROKEN)
    with watching(tram.parent, "tram.yaml") as (_, url), opened(browser, url) as page:
        assert page.inner_text("#sheets") == ""
        assert page.inner_text("#broken").startswith("There is no picture yet. ")
        tram.write_text(GOOD)
        picture(page)
        assert page.locator("#sheets .empty").count() == 0


def test_nothing_of_a_map_runs(browser: "Browser", tmp_path: Path) -> None:
    name = "<img src=x onerror=alert(2)>.yaml"
    try:
        (tmp_path / name).write_text(HOSTILE.replace("[crowded]", "['<b onclick=alert(3)>']"))
    except OSError:
        pytest.skip("this system has no such file names")
    with watching(tmp_path, name) as (_, url), opened(browser, url) as page:
        assert page.inner_text("h1") == name
        page.wait_for_selector("#errors:visible")
        (tmp_path / name).write_text(HOSTILE)
        sheet = picture(page)
        assert str(page.get_attribute("figure img", "alt")).startswith("<script>document.title = ")
        assert page.title() == name
        made = "[...document.querySelectorAll('script, img, b')].map(e => [e.localName, new URL(e.src).pathname])"
        assert page.evaluate(made) == [["script", "/page.js"], ["img", sheet]]
        page.goto(url.rstrip("/") + sheet)
        assert page.evaluate("document.documentElement.nodeName") == "svg"
        assert page.title() != "owned"


def test_warnings_stand_below_the_picture_and_keys_lead_there_and_to_the_sheets(browser: "Browser", tram: Path) -> None:
    tram.write_text(GOOD + "  alone: {text: Nobody asked for this.}\n")
    with watching(tram.parent, "tram.yaml", "--split", "branch") as (_, url), opened(browser, url) as page:
        picture(page)
        count = page.locator("figure").count()
        assert count > 1
        assert page.locator("figcaption").first.inner_text().startswith(f"Sheet 1 of {count}: ")
        assert page.is_hidden("#errors")
        assert page.inner_text("#remark-list").startswith("tram.yaml:8:3\n\nwarning[AM304]: ")
        page.keyboard.press("e")
        assert page.evaluate("document.activeElement.id") == "remarks"
        page.evaluate("window.scrollTo(0, 0)")
        page.keyboard.press("n")
        page.keyboard.press("n")
        assert page.evaluate("[...document.querySelectorAll('figure')].indexOf(document.activeElement)") == 1
        page.keyboard.press("p")
        assert page.evaluate("[...document.querySelectorAll('figure')].indexOf(document.activeElement)") == 0
        page.keyboard.press("s")
        assert page.get_attribute("button[data-size=whole]", "aria-pressed") == "true"
        page.click("text=Large")
        assert page.evaluate("document.images[0].clientWidth > document.documentElement.clientWidth")


def test_where_one_has_scrolled_to_is_kept(browser: "Browser", tram: Path) -> None:
    with watching(tram.parent, "tram.yaml") as (_, url), opened(browser, url) as page:
        page.click("text=Large")
        first = picture(page)
        page.evaluate("window.scrollTo(0, 300)")
        tram.write_text(GOOD.replace("Buses", "Ships"))
        changed(page, first)
        assert page.evaluate("window.scrollY") == 300
        page.reload()
        picture(page)
        assert page.evaluate("window.scrollY") == 300
        assert page.get_attribute("button[data-size=large]", "aria-pressed") == "true"


def test_text_is_told_from_its_ground_and_nothing_sticks_out(browser: "Browser", tram: Path) -> None:
    tram.write_text(BROKEN + "  alone: {text: Nobody asked for this.}\n")
    with watching(tram.parent, "tram.yaml") as (_, url):
        for scheme, width in product(("light", "dark"), (360, 1920)):
            with opened(browser, url, color_scheme=scheme, viewport={"width": width, "height": 800}) as page:
                page.wait_for_selector("#errors:visible")
                assert page.evaluate("document.documentElement.scrollWidth") <= width
                assert page.evaluate(FAINT) == []


FAINT = """() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  return [...document.body.querySelectorAll("*")]
    .filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
    .filter((e) => {
      const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
      return (a + 0.05) / (b + 0.05) < 4.5;
    })
    .map((e) => e.outerHTML.slice(0, 80));
}"""
"""The elements whose text has less than 4.5 : 1 of contrast."""
