"""The quiz: what it asks, that nothing tells an answer before it is asked for, and that leaving restores everything."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import launched
from made_up_pages import FOUR, built, coded, shipped
from markupsafe import Markup
from page_browser import Shown, accessible, shown

from argmap.comparison import compare
from argmap.hypertext.page.compare_view import compare_view
from argmap.hypertext.page.material import Material
from argmap.hypertext.page.quiz_view import MORE, questions, quiz

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


def material(*names: str) -> Material:
    maps = shipped(*names)
    return Material(maps, compare(maps, metrics=False))


def test_every_point_two_maps_speak_of_is_asked_once_and_no_source() -> None:
    m = material(*FOUR[:2])
    assert m.comparison
    asked = questions(m)
    spoken = [f for f in m.comparison.findings if f.unit != "evidence" and f.group != "one-sided"]
    group = {f.id: f.group for f in m.comparison.findings}
    assert [(id_, q, s) for id_, q, s, _ in asked if group[id_] != "one-sided"] == [
        (f.id, f.question, f.sentence) for f in spoken
    ]


def test_where_only_one_speaks_the_other_side_is_not_empty_but_about_something_else() -> None:
    m = material(*FOUR[:2])
    assert m.comparison
    by_id = {f.id: f for f in m.comparison.findings}
    alone = [asked for asked in questions(m) if by_id[asked[0]].group == "one-sided"]
    assert len(alone) == 7  # of the second map, which has fewer
    own = []
    for i, (id_, question, sentence, sides) in enumerate(alone):
        f = by_id[id_]
        assert question == f.question
        speaker = m.maps[i % 2]
        assert sentence == f.sentence
        assert f.sides[speaker.id].position is not None
        assert all(sides)
        assert sides[i % 2][0] in {m.anchor(speaker.id, s.id) for s in f.sides[speaker.id].statements}
        own += [anchor for side in sides for anchor in side]
    assert len(own) == len(set(own))


def test_of_many_maps_only_those_that_speak_are_shown_and_silence_is_no_answer() -> None:
    m = material(*FOUR)
    assert m.comparison
    group = {f.id: f.group for f in m.comparison.findings}
    assert {group[id_] for id_, *_ in questions(m)} <= set(MORE)
    assert all(sum(map(bool, sides)) >= 2 for *_, sides in questions(m))
    given = quiz(m, compare_view(m))
    assert given
    assert [group for group, _ in given["answers"]] == list(MORE)  # type: ignore[attr-defined]


def test_a_single_map_and_maps_that_share_nothing_have_no_quiz() -> None:
    alone = coded("ode", 1)
    assert quiz(Material((alone,)), None) is None
    bare = alone.model_copy(update={"id": "bare", "statements": {"t": alone.statements["t"]}})
    m = Material((alone, bare), compare([alone, bare], metrics=False))
    assert quiz(m, compare_view(m)) is None
    assert "id=quiz" not in built("one")


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def data(kind: str) -> dict[str, Any]:
    """What the script is given, each question with its answer, group and sentence read from the row of its finding."""
    found = re.search(r'id="quiz-data">(.*?)</script>', built(kind), re.DOTALL)
    assert found
    parsed: dict[str, Any] = json.loads(found[1])
    parsed["asked"] = [_whole(kind, *asked) for asked in parsed["asked"]]
    return parsed


def _whole(
    kind: str, row: str, question: list[str], sentence: list[str], sides: list[list[str]]
) -> tuple[str, str, str, list[list[str]]]:
    found = re.search(rf"<tr id={row} data-group=([a-z-]+).*?(?=<tr\b|</table>)", built(kind), re.DOTALL)
    assert found
    lines = re.findall(r"<(?:p|th)\b[^>]*class=(?:point|note)\b[^>]*>([^<]*)", found[0])
    said = [Markup(line).unescape().strip()[1:] for line in lines]
    q, s = ("".join(said[int(p)] if i % 2 else p for i, p in enumerate(parts)) for parts in (question, sentence))
    return q, found[1], s, sides


def test_what_is_only_referred_to_is_said_in_the_row() -> None:
    m = material(*FOUR[:2])
    assert [(q, s, sides) for q, _, s, sides in data("pair")["asked"]] == [
        (q, s, sides) for _, q, s, sides in questions(m)
    ]


def cards(page: Shown) -> list[str]:
    """The questions in the order they stand there."""
    found: list[str] = page.page.locator("#quiz-cards h2").all_text_contents()
    return found


def guess(page: Shown, question: str, words: str) -> str:
    """Guess, and give back what is told."""
    card = page.page.locator("#quiz-cards > li", has=page.page.get_by_role("heading", name=question, exact=True)).first
    card.get_by_role("button", name=words, exact=True).click()
    return str(card.locator(".told").inner_text())


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["pair", "ten"])
def test_nothing_that_is_seen_or_read_out_tells_an_answer(browser: "Browser", folder: Path, kind: str) -> None:
    given = data(kind)
    with shown(browser, folder, kind, "#compare?quiz=1") as page:
        seen = " ".join(page.page.locator("body").inner_text().split())
        heard = accessible(page.page)
        for question, _, sentence, _ in given["asked"]:
            assert question in seen
            assert sentence not in seen
            assert sentence not in heard
        offered = [*(words for _, words in given["answers"]), "show me"]
        own = page.page.evaluate(
            "() => { const own = document.getElementById('quiz').cloneNode(true);"
            "own.querySelectorAll('.said, .who, #quiz-cards h2').forEach((one) => one.remove());"
            "return own.textContent }"
        )
        frame = page.page.locator("#quiz > :not(ol)").all_text_contents()
        assert "".join(own.split()) == "".join(" ".join([*frame, *offered * len(given["asked"])]).split())
        told = {part.lstrip(". 0123456789") for part in heard.split(" | ")}  # the numbers are the style's
        assert {part for part in told if part not in seen} == set()
        looks = page.page.eval_on_selector_all(
            "#quiz-cards > li",
            "all => all.map((one) => { const s = getComputedStyle(one); "
            "return [one.className, s.border, s.backgroundColor, Object.keys(one.dataset).join()].join() })",
        )
        assert len(set(looks)) == 1
        shape = page.page.eval_on_selector_all(
            "#quiz-cards > li", "all => all.map((one) => one.querySelectorAll('.guesses button').length)"
        )
        assert set(shape) == {len(offered)}
        assert page.page.title() == "Quiz"
        if kind == "pair":  # no side is empty, whoever speaks
            assert page.page.locator("#quiz .side").count() == 2 * len(given["asked"])
        assert page.page.locator("#quiz .said p:first-child").evaluate_all("all => all.every((p) => p.textContent)")


@pytest.mark.browser
def test_the_order_says_nothing_of_the_sections_and_is_the_same_for_the_same_number(
    browser: "Browser", folder: Path
) -> None:
    given = [question for question, *_ in data("pair")["asked"]]
    with shown(browser, folder, "pair", "#compare?quiz=1") as page:
        first = cards(page)
        assert sorted(first) == sorted(given)
        assert first != given
        groups = [next(g for q, g, *_ in data("pair")["asked"] if q == question) for question in first]
        assert sum(a != b for a, b in pairwise(groups)) > 2 * len(set(groups))
        page.page.get_by_role("button", name="Start again, in another order").click()
        assert cards(page) != first
        page.go("#compare?quiz=1")
        assert cards(page) == first


@pytest.mark.browser
def test_each_answer_is_told_where_it_was_guessed_with_its_sentence(browser: "Browser", folder: Path) -> None:
    given = data("texts")
    with shown(browser, folder, "texts", "#compare?quiz=1") as page:
        words = dict(given["answers"])
        asked = {g: (q, s) for q, g, s, _ in given["asked"]}
        question, sentence = asked["diverge"]
        assert guess(page, question, words["diverge"]).split("\n\n") == ["Right: both may be right.", sentence]
        assert page.page.evaluate("document.activeElement.className") == "told"
        assert page.page.locator("#said").text_content() == f"1 right of 1 answered; {len(given['asked']) - 1} to go."
        question, sentence = asked["conflict"]
        assert guess(page, question, words["agree"]).split("\n\n") == [
            "Not so. You said: same claim. It is: cannot both be right.",
            sentence,
        ]
        question, sentence = asked["agree-but"]
        told = guess(page, question, words["agree"])
        assert told.startswith("Nearly. You said: same claim. It is: same claim, with a reservation.")
        question, sentence = asked["one-sided"]
        assert guess(page, question, "show me").split("\n\n") == ["Shown: only one speaks of it.", sentence]
        assert page.page.locator("#quiz-score").text_content() == (
            f"1 right and 1 nearly right of 4 answered; {len(given['asked']) - 4} to go."
        )
        assert (
            page.page.locator("#quiz-cards > li[class]")
            .evaluate_all("all => all.map((one) => one.className)")
            .count("")
            == len(given["asked"]) - 4
        )


@pytest.mark.browser
def test_guesses_are_in_the_address_and_back_takes_the_last_one_back(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "texts", "#compare?quiz=3") as page:
        page.page.locator("#quiz .guesses button").first.click()
        score = page.page.locator("#quiz-score").text_content()
        address = page.page.url
        assert re.search(r"quiz=3\.\d+a$", address)
        page.page.reload()
        assert page.page.locator("#quiz-score").text_content() == score
        assert page.page.locator("#quiz .told:visible").count() == 1
        page.page.locator("#quiz .guesses:visible button").first.click()
        page.page.go_back()
        assert page.page.url == address
        assert page.page.locator("#quiz .told:visible").count() == 1


@pytest.mark.browser
@pytest.mark.parametrize("word", ["0", "x", "1x", "-1", "12345678", "<b>", "off"])
def test_what_is_no_quiz_in_the_address_is_none(browser: "Browser", folder: Path, word: str) -> None:
    with shown(browser, folder, "texts", f"#compare?quiz={word}") as page:
        assert page.page.locator("#quiz").is_hidden()
        assert page.page.locator("#compare").is_visible()
        assert page.misdeeds() == []


@pytest.mark.browser
def test_guesses_that_cannot_be_are_passed_over(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "texts", "#compare?quiz=1.0a.999a.1z.x.2") as page:
        assert str(page.page.locator("#quiz-score").text_content()).endswith(
            f"{len(data('texts')['asked']) - 1} to go."
        )
        assert page.misdeeds() == []


@pytest.mark.browser
def test_leaving_restores_everything_and_leads_back_to_where_it_was_begun(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "texts", "#compare?group=diverge&level=text") as page:
        before, title, heard = page.page.url, page.page.title(), accessible(page.page)
        page.page.get_by_role("button", name="Quiz", exact=True).click()
        assert page.page.evaluate("document.activeElement.id") == "quiz-title"
        assert page.page.locator("#compare").is_hidden()
        page.page.locator("#quiz .guesses button").first.click()
        page.page.get_by_role("button", name="Leave the quiz").click()
        assert page.page.url == before
        assert page.page.title() == title
        assert sorted(accessible(page.page).split(" | ")) == sorted(heard.split(" | "))
        assert page.page.evaluate("document.activeElement.id") == "quiz-start"


@pytest.mark.browser
def test_it_works_by_keyboard(browser: "Browser", folder: Path) -> None:
    with shown(browser, folder, "texts", "#compare?quiz=1") as page:
        page.page.locator("#quiz-title").focus()
        for _ in range(3):  # past both tools, to the first guess
            page.page.keyboard.press("Tab")
        assert page.page.evaluate("document.activeElement.textContent") == "same claim"
        page.page.keyboard.press("Enter")
        assert page.page.evaluate("document.activeElement.className") == "told"
        page.page.keyboard.press("Tab")
        assert page.page.evaluate("document.activeElement.textContent") == "same claim"  # of the next question
