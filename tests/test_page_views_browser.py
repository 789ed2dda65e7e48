"""Maps, causes, roles and drawings in a browser: every control does what it says, by mouse and by keys."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import launched
from page_browser import DESKTOP, NARROW, Shown, shown

from argmap.api import build_page
from argmap.reporters.outline import outline_markdown

if TYPE_CHECKING:
    from playwright.sync_api import Browser

from made_up_pages import FOUR, MAPS, shipped

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def pair(browser: "Browser", folder: Path) -> Iterator[Shown]:
    """The shipped pair as people get it, with its drawing and its outlines; each test begins at a place of its own."""
    (folder / "pair.html").write_text(build_page(*(MAPS / f"{name}.yaml" for name in FOUR[:2])), encoding="utf-8")
    with shown(browser, folder, "pair") as page:
        yield page
        assert page.misdeeds() == []


def visible(page: Shown, selector: str) -> int:
    found: int = page.page.locator(f"{selector}:visible").count()
    return found


def said(page: Shown) -> str:
    return page.page.locator("#said").inner_text()


def focused(page: Shown) -> str:
    """The short id of the statement that has the focus, or what a pointer says."""
    found: str = page.page.evaluate("document.activeElement.querySelector('small, a').textContent")
    return found


def press(page: Shown, *keys: str) -> str:
    for key in keys:
        page.page.keyboard.press(key)
    return focused(page)


def test_a_map_folds_to_a_depth_and_says_how_much_is_left(pair: Shown) -> None:
    pair.go("#map-A")
    page = pair.page
    statements = len(shipped("koga-2023")[0].statements)
    box = "#map-A .box[id]"
    assert visible(pair, box) + visible(pair, "#map-A .foot li[id]") == statements
    seen = []
    for name in ("Fold all", "1 step", "2 steps", "3 steps", "Unfold all"):
        page.locator("#map-A").get_by_role("button", name=name, exact=True).click()
        count = visible(pair, box) + visible(pair, "#map-A .foot li[id]")
        seen.append(count)
        assert said(pair) == f"{count} of {statements} statements are shown."
    assert seen == sorted(set(seen))
    assert (seen[0], seen[-1]) == (3, statements)


def test_what_is_folded_is_counted_where_it_is_folded(pair: Shown) -> None:
    pair.go("#map-A")
    summary = pair.page.locator("#map-A summary").first
    before = visible(pair, "#map-A .box[id], #map-A .foot li[id]")
    below = int(summary.inner_text().split()[0])
    summary.click()
    assert visible(pair, "#map-A .box[id]") + visible(pair, "#map-A .foot li[id]") == before - below
    sign = summary.evaluate("s => getComputedStyle(s, '::before').content")
    assert sign == '"+ "'


def test_arrow_keys_walk_a_map(pair: Shown) -> None:
    pair.go("#map-A")
    pair.page.locator("#map-A [data-outline]").focus()
    assert press(pair, "Tab") == "T1"  # one stop for the map
    assert press(pair, "ArrowDown") == "T2"
    assert press(pair, "ArrowRight") == "C1"
    assert press(pair, "ArrowRight") == "C2"
    assert press(pair, "ArrowDown", "ArrowDown") == "C3"
    assert press(pair, "ArrowRight") == "P1"
    assert press(pair, "ArrowRight") == "O1"  # a doubt about the step
    assert press(pair, "ArrowLeft") == "P1"
    assert press(pair, "ArrowLeft", "ArrowLeft") == "C1"
    assert press(pair, "ArrowUp") == "T2"
    assert press(pair, "End") == "see C15"
    assert press(pair, "Enter") == "C15"
    assert press(pair, "Home", "ArrowUp", "ArrowLeft") == "T1"


def test_enter_folds_and_unfolds_and_the_walk_goes_past_what_is_folded(pair: Shown) -> None:
    pair.go("#map-A")
    pair.page.locator("#map-A .box").first.focus()
    assert press(pair, "ArrowDown", "ArrowDown", "Enter") == "C1"
    assert said(pair) == "9 below, folded"
    assert press(pair, "ArrowDown") == "C5"
    assert press(pair, "ArrowUp", "ArrowRight") == "C2"
    assert said(pair) == "9 below, unfolded"
    assert press(pair, "ArrowLeft", "Enter", "Enter") == "C1"
    assert said(pair) == "9 below, unfolded"
    assert pair.page.locator("#A-C1").get_attribute("aria-label") == "because C1 " + " ".join(
        pair.page.locator("#A-C1 > p").first.inner_text().split()[1:]
    )


def test_keys_in_a_link_are_the_links_own(pair: Shown) -> None:
    pair.go("#map-A")
    link = pair.page.locator("#A-T1 .words a").first
    link.focus()
    pair.page.keyboard.press("ArrowDown")
    assert link.evaluate("a => a === document.activeElement")


def test_links_lead_from_a_statement_to_its_findings_and_back(pair: Shown) -> None:
    pair.go("#map-A")
    link = pair.page.locator("#A-C3 .words a").first
    assert link.get_attribute("aria-label") == "≠ What part does China play?"
    link.click()
    row = pair.page.locator("tr[data-group]:focus")
    assert row.locator(".point").inner_text() == "What part does China play?"
    row.locator("a[href='#A-C3']").first.click()
    assert focused(pair) == "C3"
    assert pair.page.locator("#map-A").is_visible()


def test_a_link_opens_what_is_folded_over_its_end(pair: Shown) -> None:
    pair.go("#map-A")
    pair.page.get_by_role("button", name="Fold all").first.click()
    assert not pair.page.locator("#A-P2").is_visible()
    pair.page.evaluate("location.hash = '#A-P2'")
    pair.page.locator("#A-P2:focus").wait_for()
    assert focused(pair) == "P2"


def test_levels_hide_sentences_and_quotations(pair: Shown) -> None:
    shown_at: dict[str, tuple[bool, ...]] = {}
    for level in ("title", "text", "full"):
        pair.go(f"#map-A?level={level}")
        parts = ("b", "span", ".words")
        shown_at[level] = tuple(pair.page.locator(f"#A-C1 {part}").first.is_visible() for part in parts)
    assert shown_at == {"title": (True, False, False), "text": (True, True, False), "full": (True, True, True)}


@pytest.mark.parametrize("letter", ["A", "B"])
def test_an_outline_is_saved_as_the_command_line_writes_it(pair: Shown, letter: str) -> None:
    pair.go(f"#map-{letter}")
    (m,) = shipped({"A": "koga-2023", "B": "rsis-2023"}[letter])
    with pair.page.expect_download() as coming:
        pair.page.locator(f"#map-{letter}").get_by_role("button", name="Save as outline").click()
    assert coming.value.suggested_filename == f"{m.id}.md"
    assert Path(coming.value.path()).read_text(encoding="utf-8") == outline_markdown(m)
    assert said(pair) == f"{m.id}.md is saved."


@pytest.mark.parametrize("view", ["map-B", "causes", "roles", "diagram"])
def test_one_view_can_be_printed_by_itself(pair: Shown, view: str) -> None:
    pair.go(f"#{view}")
    page = pair.page
    page.evaluate("window.print = () => { window.asked = document.documentElement.classList.contains('alone') }")
    page.get_by_role("button", name="Print this view").click()
    assert page.evaluate("window.asked")
    page.emulate_media(media="print")
    try:
        assert [one for one in pair.views if page.locator(f"#{one}").is_visible()] == [view]
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert [one for one in pair.views if page.locator(f"#{one}").is_visible()] == pair.views
    finally:
        page.emulate_media(media="screen")


def test_a_view_is_opened_with_the_title_above_it(pair: Shown) -> None:
    for view in pair.views:
        pair.page.goto("about:blank")  # a reload would keep where the page was scrolled to
        pair.page.goto(f"{pair.address}#{view}")
        assert pair.page.evaluate("scrollY") == 0, view


def test_the_first_finding_is_on_the_first_screen_of_a_laptop(pair: Shown) -> None:
    pair.page.set_viewport_size({"width": 1280, "height": 800})
    try:
        pair.go("")
        assert pair.page.locator("#f1 .point").evaluate("p => p.getBoundingClientRect().bottom") < 800
    finally:
        pair.page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})


def width_of(pair: Shown) -> float:
    found: float = pair.page.evaluate("document.querySelector('.pan svg').getBoundingClientRect().width")
    return found


def moved(pair: Shown) -> list[float]:
    found: list[float] = pair.page.evaluate("(p => [p.scrollLeft, p.scrollTop])(document.querySelector('.pan'))")
    return found


def test_a_drawing_is_as_wide_as_the_page_and_larger_by_buttons_and_keys(pair: Shown) -> None:
    pair.go("#diagram")
    page = pair.page
    fitting = width_of(pair)
    assert abs(fitting - page.evaluate("document.querySelector('.pan').clientWidth")) < 1
    size = page.locator("#diagram output")
    page.get_by_role("button", name="Larger").click()
    assert (round(width_of(pair) / fitting, 2), size.inner_text()) == (1.25, "125 %")
    page.get_by_role("button", name="Smaller").click()
    assert (width_of(pair), size.inner_text()) == (fitting, "100 %")
    page.locator(".pan").focus()
    for key, times in (("+", 1.25), ("=", 1.5625), ("-", 1.25), ("0", 1), ("-", 1)):
        page.keyboard.press(key)
        assert round(width_of(pair) / fitting, 4) == times
    page.keyboard.press("+")
    page.get_by_role("button", name="Fit").click()
    assert width_of(pair) == fitting
    page.locator(".pan").focus()
    for _ in range(20):
        page.keyboard.press("+")
    assert size.inner_text() == "800 %"


def test_a_drawing_is_moved_by_keys_dragged_and_zoomed_by_the_wheel(pair: Shown) -> None:
    pair.go("#diagram")
    page = pair.page
    page.locator(".pan").focus()
    page.keyboard.press("ArrowRight")
    assert moved(pair) == [0, 0]  # all of it is there
    page.keyboard.press("+")
    page.keyboard.press("0")
    page.keyboard.press("+")
    left, top = moved(pair)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert moved(pair) == [left, top]
    page.keyboard.press("ArrowLeft")
    assert moved(pair)[0] == left - 60
    page.locator(".pan").hover(position={"x": 300, "y": 200})
    page.mouse.down()
    page.mouse.move(*_plus(page, ".pan", 270, 190))
    page.mouse.up()
    dragged = pytest.approx([left - 60 + 30, top + 10], abs=2)  # the mouse stands on no whole pixel
    assert moved(pair) == dragged
    page.mouse.move(*_plus(page, ".pan", 200, 190))
    assert moved(pair) == dragged  # let go
    before = width_of(pair)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function("w => document.querySelector('.pan svg').getBoundingClientRect().width > w", arg=before)


def _plus(page: Any, selector: str, x: float, y: float) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    return box["x"] + x, box["y"] + y


def test_two_fingers_change_the_size_of_a_drawing(pair: Shown) -> None:
    pair.go("#diagram")
    fitting = width_of(pair)
    pair.page.evaluate(
        """() => {
          const pan = document.querySelector(".pan");
          const touch = (type, id, x) => pan.dispatchEvent(new PointerEvent(type, {
            pointerId: id, pointerType: "touch", clientX: x, clientY: 300, bubbles: true }));
          touch("pointerdown", 11, 400);
          touch("pointerdown", 12, 500);
          touch("pointermove", 12, 600);
          touch("pointerup", 11, 400);
          touch("pointerup", 12, 600);
          touch("pointermove", 12, 900);
        }"""
    )
    assert round(width_of(pair) / fitting, 2) == 2


@pytest.mark.parametrize("kind", ["pair", "ten", "hostile"])
def test_nothing_stands_out_of_a_narrow_window(browser: "Browser", folder: Path, kind: str) -> None:
    with shown(browser, folder, kind, size=NARROW) as page:
        for view in page.views:
            page.go(f"#{view}")
            assert (view, page.wider_by) == (view, 0)


def test_without_a_script_maps_are_whole_and_fold_by_themselves(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "pair", script=False) as page:
        assert visible(page, "#map-A .box[id]") + visible(page, "#map-A .foot li[id]") == 62
        assert visible(page, ".tools") == 0
        page.page.locator("#map-A summary").first.click()
        assert visible(page, "#map-A .box[id]") < 40
