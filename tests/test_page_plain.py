"""The page without script, on paper, and with hostile texts in it; and what the validator of HTML says of it."""

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import launched
from html_validator import faults
from made_up_pages import FOUR, HOSTILE, KINDS, built, shipped
from page_browser import shown
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def bare(text: str) -> str:
    """The text without gaps, as lines of paper end anywhere, without quotation marks, some of which are changed, and
    without what turns letters round, which pages leave out."""
    return re.sub(r"[\s\u00ad\u202a-\u202e\u2066-\u2069“”‘’\"']", "", text)


@pytest.mark.browser
def test_without_a_script_everything_can_be_read(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "pair", script=False) as page:
        page.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        seen = bare(page.page.locator("body").inner_text())
        for m in shipped(*FOUR[:2]):
            assert [key for key, s in m.statements.items() if bare(s.text.rstrip(".")) not in seen] == []
            assert [key for key, s in m.statements.items() if s.quote and bare(s.quote) not in seen] == []
        for view in ("compare", "map-A", "map-B", "causes", "roles", "diagram"):
            assert page.page.locator(f"#{view}").is_visible()
        assert page.page.locator(".scripted:visible").count() == 0
        assert page.page.locator("button:visible, input:visible").count() == 0
        assert page.page.locator("#quiz").is_hidden()


@pytest.mark.browser
def test_without_a_script_a_quotation_opens_in_its_context(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "texts", script=False) as page:
        home = page.page.locator("#map-A details.context").first
        home.locator("summary").click()
        assert home.locator("mark").is_visible()
        assert page.page.locator("#compare details.context a").first.get_attribute("href") == "#" + str(
            page.page.locator("#compare details.context").first.get_attribute("data-of")
        ).removesuffix("-in")


@pytest.mark.browser
def test_a_quotation_of_a_row_opens_in_the_same_context_as_at_its_statement(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "texts") as page:
        row = page.page.locator("#compare details.context").first
        row.locator("summary").first.click()
        row.locator(".passage").wait_for()
        home = page.page.locator(f"[id='{row.get_attribute('data-of')}'] .passage")
        assert row.locator(".passage").text_content() == home.text_content()
        assert row.locator("mark").is_visible()
        text = str(row.locator(".passage").text_content())
        assert len(text) < 2 * 140 + 60
        assert page.misdeeds() == []


@pytest.mark.browser
def test_an_explanation_leads_to_the_statements_it_names(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "texts") as page:
        told = page.page.locator("details.why", has_text="holds:").first
        told.locator("summary").click()
        told.locator("a").first.wait_for()
        name = str(told.locator("a").first.text_content())
        told.locator("a").first.click()
        assert page.page.evaluate("document.activeElement.id") == name.replace("·", "-")
        assert page.misdeeds() == []


@pytest.mark.browser
def test_a_whole_article_is_a_view_whose_paragraphs_quotations_lead_to(browser: "Browser", folder: Path) -> None:
    assert "class=paragraph" not in built("texts")
    with shown(browser, folder, "whole") as page:
        assert page.page.locator("nav.views a[href='#text-A']").count() == 1
        assert page.page.locator("nav.views a[href='#text-B']").count() == 0
        page.go("#map-A")
        home = page.page.locator("#map-A details.context").first
        home.evaluate(
            "(one) => { for (let o = one; o; o = o.parentElement) if (o.localName === 'details') o.open = true }"
        )
        way = home.locator(".passage a")
        target = str(way.get_attribute("href")).removeprefix("#")
        way.click()
        assert page.page.locator(f"[id='{target}']").is_visible()
        assert page.page.locator("#text-A").is_visible()
        assert page.page.locator("#map-A").is_hidden()


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_on_paper_every_finding_and_statement_stands_open(browser: "Browser", folder: Path, script: bool) -> None:
    with shown(browser, folder, "pair", "#roles" if script else "", script=script) as page:
        told = page.page.locator("#compare tr[data-group]").count()
        points = page.page.locator("#compare .point").all_text_contents()
        pdf = PdfReader(io.BytesIO(page.page.pdf(prefer_css_page_size=True)))
        printed = bare("".join(p.extract_text() for p in pdf.pages))
        assert told == len(points) > 50
        assert [point for point in points if bare(point) not in printed] == []
        for m in shipped(*FOUR[:2]):
            assert [key for key, s in m.statements.items() if bare(s.text.rstrip(".")) not in printed] == []
        assert "Leavethequiz" not in printed
        assert "Unfoldall" not in printed


@pytest.mark.browser
def test_on_paper_the_quiz_is_the_quiz_alone(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "texts", "#compare?quiz=1") as page:
        questions = page.page.locator("#quiz-cards h2").all_text_contents()
        pdf = PdfReader(io.BytesIO(page.page.pdf(prefer_css_page_size=True)))
        printed = bare("".join(p.extract_text() for p in pdf.pages))
        assert all(bare(question) in printed for question in questions)
        assert "Whydoesitsayso" not in printed
        assert "Startagain" not in printed


@pytest.mark.browser
def test_hostile_text_stays_text(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "hostile") as page:
        made = page.page.evaluate(
            "[...document.querySelectorAll('img, iframe, object, embed, [onerror], [onmouseover]')].length"
        )
        assert made == 0
        assert page.page.evaluate("document.querySelectorAll('script').length") == len(
            re.findall(r"<script\b", built("hostile"))
        )
        links = page.page.evaluate("[...document.links].map((one) => one.protocol)")
        assert set(links) == {"file:"}
        text = str(page.page.evaluate("document.body.textContent"))
        for hostile in HOSTILE:
            assert bare(hostile) in bare(text)
        assert "49" not in text  # {{ 7 * 7 }}
        for view in page.views:
            page.go(f"#{view}")
            page.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        page.go("#compare?quiz=1.0a.1b")
        page.go("#compare?find=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&quiz=%3Cimg%3E&group=%22%3E&level=x&theme=x")
        assert page.misdeeds() == []


@pytest.mark.jvm
def test_the_validator_of_html_finds_nothing(tmp_path: Path) -> None:
    for kind in KINDS:
        (tmp_path / f"{kind}.html").write_text(built(kind), encoding="utf-8", newline="\n")
    assert faults(tmp_path) == []
