"""Sheets to fill in on screen: what they hold, and what they do in a browser."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from browser import launched
from page_browser import NARROW, Shown, shown

from argmap.comparison import compare
from argmap.errors import DrawingFailed
from argmap.facade.opening import load
from argmap.hypertext.worksheet.comparison import build_comparison
from argmap.hypertext.worksheet.fill_in import build_fill_in
from argmap.languages import ENGLISH, LANGUAGES, words_in
from argmap.model import ArgumentMap
from argmap.teaching.blank_sheet import blank_sheet
from argmap.teaching.comparison_form import comparison_form
from argmap.teaching.worksheet import Difficulty, Worksheet, make_worksheet

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"
ROOM = Path(__file__).parents[1] / "argmap" / "hypertext" / "worksheet"
KINDS: Final = ("fill-in", "fill-in-key", "form", "form-key", "form-sides", "form-blank", "hostile")

HOSTILE = (
    '</script><script>window.broken = 1</script> <img src=x onerror="window.broken = 2"> " onfocus="window.broken=3'
)


@cache
def the_map(name: str) -> ArgumentMap:
    return load(MAPS / f"{name}.yaml")


@cache
def sheet(difficulty: Difficulty = 1) -> Worksheet:
    return make_worksheet(the_map("koga-2023"), distractors=the_map("rsis-2023"), difficulty=difficulty)


def built(kind: str) -> str:
    if kind == "hostile":
        texts = {f"s{i}": {"text": f"{i} {HOSTILE}", "because": [f"s{i + 1}"] if i < 4 else []} for i in range(5)}
        m = ArgumentMap.model_validate({"id": "m", "title": HOSTILE, "statements": texts})
        return build_fill_in(make_worksheet(m))
    key = kind.endswith("-key")
    if kind.startswith("fill-in"):
        return build_fill_in(sheet(), key=key)
    c = compare([the_map("koga-2023"), the_map("rsis-2023")])
    blanks = kind.removeprefix("form").removesuffix("-key")
    return build_comparison(
        comparison_form(c, blanks="sides" if blanks == "-sides" else "all" if blanks else "middle"), key=key
    )


class TestNothingLeaks:
    def test_without_a_bank_no_answer_stands_anywhere(self) -> None:
        page = re.sub(r"\s+", " ", build_fill_in(sheet(3)))
        claims = [b for b in sheet(3).blanks if b.kind in ("claim", "co-premise")]
        assert claims
        assert [b.answer for b in claims if b.answer in page or b.full in page] == []

    def test_with_a_bank_answers_stand_in_it_alone_and_once(self) -> None:
        before, _, bank = re.sub(r"\s+", " ", build_fill_in(sheet())).partition('<aside class="bank"')
        claims = [b.answer for b in sheet().blanks if b.kind in ("claim", "co-premise")]
        assert [a for a in claims if a in before] == []
        assert [a for a in claims if bank.count(f"<li>{a.replace(chr(39), '&#39;')}</li>") != 1] == []

    @pytest.mark.parametrize("difficulty", [1, 3])
    def test_which_answer_is_whose_does_not_change_the_page(self, difficulty: Difficulty) -> None:
        w = sheet(difficulty)
        claims = [i for i, b in enumerate(w.blanks) if b.kind == "claim"]
        turned = dict(zip(claims, [*claims[1:], claims[0]], strict=True))
        blanks = tuple(replace(b, answer=w.blanks[turned.get(i, i)].answer) for i, b in enumerate(w.blanks))
        assert build_fill_in(replace(w, blanks=blanks)) == build_fill_in(w)

    def test_no_slug_of_the_map_stands_in_it(self) -> None:
        page = build_fill_in(sheet())
        body = page[page.index("<body>") :]
        assert [key for key in the_map("koga-2023").statements if "-" in key and key in body] == []

    def test_a_blank_relation_looks_like_no_relation(self) -> None:
        page = build_fill_in(sheet())
        asked = [b.number for b in sheet().blanks if b.kind == "relation"]
        assert len(asked) == page.count('<li class="box asked">')
        for number in asked:
            before = page[: page.index(f'id="b{number}"')]
            assert before[before.rindex('<li class="') :].startswith('<li class="box asked">')

    def test_the_key_has_every_answer_at_its_number(self) -> None:
        key = re.sub(r"\s+", " ", build_fill_in(sheet(), key=True)).replace("&#39;", "'")
        for b in sheet().blanks:
            assert f'<span class="number">({b.number})</span> {b.answer}</strong>' in key
        assert "<input" not in key
        assert "<script" not in key


class TestNothingIsKept:
    @pytest.mark.parametrize("kind", ["fill-in", "form", "form-sides"])
    def test_no_browser_is_to_fill_in_what_somebody_else_wrote(self, kind: str) -> None:
        """As some do when a page is opened again. Buttons have no such attribute: script lets go of them."""
        fields = re.findall(r"<(?:input|textarea|select)\b[^>]*>", built(kind))
        assert [f for f in fields if 'autocomplete="off"' not in f and 'type="radio"' not in f] == []
        assert len(fields) > 8
        assert "input.checked = false" in (ROOM / "scripts" / "fields.js").read_text(encoding="utf-8")


class TestWords:
    def test_templates_ask_for_words_that_there_are(self) -> None:
        asked = {
            key
            for path in (ROOM / "templates").glob("*.html")
            for key in re.findall(r'w(?:\.say)?[\[(]"([\w.]+)"[\]),]', path.read_text(encoding="utf-8"))
        }
        assert len(asked) > 20
        assert sorted(key for key in asked if key not in ENGLISH.table) == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_pages_in_every_language(self, language: str) -> None:
        words = words_in(language)
        page = build_fill_in(sheet(), words=words)
        assert f'<html lang="{language}">' in page
        assert words["screen.save"] in page
        assert words.say("screen.progress", n=0, all=len(sheet().blanks)) in page

    def test_a_map_too_deep_for_a_page_is_refused(self) -> None:
        chain = {f"s{i}": {"text": f"Step {i}.", "because": [f"s{i + 1}"] if i < 199 else []} for i in range(200)}
        m = ArgumentMap.model_validate({"id": "m", "statements": chain})
        with pytest.raises(DrawingFailed, match="more than 150 steps deep"):
            build_fill_in(blank_sheet(m))


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with launched() as running:
        yield running


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sheets")
    for kind in KINDS:
        (made / f"{kind}.html").write_text(built(kind), encoding="utf-8", newline="\n")
    return made


@pytest.fixture
def filling(browser: "Browser", folder: Path) -> Iterator[Shown]:
    with shown(browser, folder, "fill-in") as page:
        yield page
        assert page.misdeeds() == []


@pytest.mark.browser
class TestInABrowser:
    @pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("form-key", "form-blank")])
    def test_axe_finds_nothing_and_nothing_stands_out(self, browser: "Browser", folder: Path, kind: str) -> None:
        axe = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
        code = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
        for colours in ("light", "dark"):
            with shown(browser, folder, kind, colours="dark" if colours == "dark" else "light", free=True) as page:
                page.page.add_script_tag(content=code)
                found = page.page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
                assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
        with shown(browser, folder, kind, size=NARROW) as page:
            assert page.wider_by == 0
            assert page.misdeeds() == []

    def test_a_word_goes_into_the_blank_somebody_was_in_and_counts(self, filling: Shown) -> None:
        page = filling.page
        assert page.inner_text("#progress") == f"0 of {len(sheet().blanks)} filled in"
        claims = page.locator('[data-group="claims"]')
        claims.nth(1).click()
        word = page.locator('[data-words="claims"] button').nth(2)
        text = word.inner_text()
        word.click()
        assert claims.nth(1).input_value() == text
        assert claims.nth(0).input_value() == ""
        assert "used" in str(word.get_attribute("class"))
        assert page.inner_text("#progress") == f"1 of {len(sheet().blanks)} filled in"
        assert page.evaluate("document.activeElement.id") == claims.nth(1).get_attribute("id")
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        assert "used" not in str(word.get_attribute("class"))
        assert page.inner_text("#progress") == f"0 of {len(sheet().blanks)} filled in"

    def test_a_word_without_a_blank_goes_into_the_first_empty_one_of_its_kind(self, filling: Shown) -> None:
        page = filling.page
        word = page.locator('[data-words="sources"] button').first
        word.click()
        assert page.locator('[data-group="sources"]').first.input_value() == word.inner_text()

    def test_by_keyboard_into_the_bank_and_back(self, filling: Shown) -> None:
        page = filling.page
        blank = page.locator('[data-group="claims"]').first
        blank.focus()
        page.keyboard.press("F2")
        words = page.locator('[data-words="claims"] button')
        assert page.evaluate("document.activeElement.textContent") == words.first.inner_text()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert blank.input_value() == words.nth(1).inner_text()
        page.keyboard.press("F2")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.id") == blank.get_attribute("id")

    def test_answers_are_saved_as_a_file_and_nowhere_else(self, filling: Shown) -> None:
        page = filling.page
        page.fill("#who-name", "Ada")
        page.fill("#b1", "two\nlines")
        with page.expect_download() as waiting:
            page.click("#save")
        assert waiting.value.suggested_filename == "koga-2023-1-answers.txt"
        lines = Path(waiting.value.path()).read_text(encoding="utf-8").splitlines()
        assert lines[1:6] == ["koga-2023-1", "Name: Ada", "Date: ", "", "1: two lines"]
        assert len(lines) == 5 + len(sheet().blanks)
        assert page.inner_text("#progress") == "Saved as a file."
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0

    def test_unsaved_answers_are_not_lost_without_a_word(self, filling: Shown) -> None:
        page = filling.page
        asked: list[str] = []

        def leave(dialog: "Dialog") -> None:
            asked.append(dialog.type)
            dialog.accept()

        page.on("dialog", leave)
        page.fill("#b1", "something")
        page.reload()
        assert asked == ["beforeunload"]

    def test_print_asks_the_browser_to_print(self, filling: Shown) -> None:
        filling.page.evaluate("window.print = () => { window.printed = true; }")
        filling.page.click("#print")
        assert filling.page.evaluate("window.printed") is True

    def test_a_choice_of_signs_is_one_field(self, browser: "Browser", folder: Path) -> None:
        with shown(browser, folder, "form") as form:
            page = form.page
            assert page.inner_text("#progress") == "0 of 16 filled in"
            page.locator('input[name="r1"]').nth(2).check()
            page.locator('input[name="r1"]').nth(3).check()
            page.fill("#m1", "A question")
            assert page.inner_text("#progress") == "2 of 16 filled in"
            with page.expect_download() as waiting:
                page.click("#save")
            lines = Path(waiting.value.path()).read_text(encoding="utf-8").splitlines()
            assert lines[5:8] == ["1: !", "1: A question", "2: (empty)"]
            assert form.misdeeds() == []

    def test_without_script_there_is_all_to_fill_in_and_no_button_that_does_nothing(
        self, browser: "Browser", folder: Path
    ) -> None:
        with shown(browser, folder, "fill-in", script=False) as found:
            page = found.page
            assert page.locator("[data-blank]").count() == len(sheet().blanks)
            assert page.locator("button:visible").count() == 0
            assert page.locator("[data-words] li").count() == len(sheet().bank())
