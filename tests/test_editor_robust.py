"""Whatever stands in a document and wherever the cursor is, every question has an answer, and soon."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from editor_desk import BOOK, MAP, folder, opened
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.editor import navigating
from argmap.editor.acting import actions, all_safe
from argmap.editor.completion import complete
from argmap.editor.desk import Desk, Page
from argmap.editor.diagnosing import concerns, depends, problems
from argmap.editor.hovering import hover
from argmap.editor.linking import links
from argmap.editor.outline import folds, outline
from argmap.facade.renaming_rules import NotRenamed

FLOW = (
    "argmap: 1\r\nid: m\r\nstatements:\r\n  a: {text: '😀 日本', because: [b, [b, c], {premises: [b]}],"
    " says: [{cause: [x, y], raises: z}, {actor: a, role: b}]}\r\n  b:\r\n    text: |\r\n      words\r\n"
)

BITS = (
    *"[]{}:,-#|>?&*!'\"\t \n\r",
    *(": ", "- ", "---\n", "<<: ", "null", "~", "because: [", "says: {", "statements:\n", "argmap: 1\n", "at: [¶"),
    *("argmap-codebook: 1\n", "codebook: ../../x\x00", "\ufeff", "\u2028", "\x85", "\x00", "\ud83d", "😀", "日", "🇩🇪"),
    *("# argmap: ignore[", "&a", "*a", "!t ", "id: ", "url: https://x", "- " * 50, "[" * 60, "{a: " * 45),
)


def broken(text: str, seed: random.Random) -> str:
    """The text with some changes such as a person, or a cat, makes."""
    for _ in range(seed.randint(1, 6)):
        at = seed.randint(0, len(text))
        match seed.randint(0, 4):
            case 0 | 1:
                text = text[:at] + seed.choice(BITS) + text[at:]
            case 2:
                text = text[:at] + text[at + seed.randint(1, 40) :]
            case 3:
                text = text[:at]
            case _:
                other = seed.randint(0, len(text))
                text = text[:at] + text[other : other + seed.randint(1, 200)] + text[at:]
    return text


def ask_everything(desk: Desk, page: Page, line: int, character: int) -> None:
    places = desk.places(page)
    offset = places.offset(line, character)
    around, tree = desk.around(page, line), desk.tree(page, line)
    concerns(page)
    for proposal in complete(places.plain, offset, around):
        assert proposal.start <= offset <= proposal.end <= len(places.plain)
        assert places.point(proposal.start)[0] == places.point(proposal.end)[0]  # the protocol wants one line
        proposal.documentation(around)
    told = hover(places.plain, tree, offset, around)
    assert told is None or (told.text and told.start <= offset <= told.end)
    if tree is not None:
        outline(tree)
        folds(tree)
    links(desk, page)
    depends(desk, page)
    navigating.highlights(desk, page, offset, line)
    navigating.definitions(desk, page, offset, line)
    navigating.references(desk, page, offset, line, declared=True)
    navigating.everything(desk, "a")
    navigating.renamable(desk, page, offset)
    with suppress(NotRenamed):
        navigating.renaming(desk, page, offset, "another-name")
    found = problems(desk, page)
    for action in actions(desk, page, found, (0, 0), (10**6, 0)):
        assert action.title
    all_safe(desk, page, found)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return folder(tmp_path_factory.mktemp("robust").resolve())


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([("ruiz.yaml", MAP), ("road.yaml", BOOK), ("lee.yaml", FLOW)]), st.randoms(), st.data())
def test_every_question_has_an_answer(
    desk: Desk, chosen: tuple[str, str], seed: random.Random, data: st.DataObject
) -> None:
    name, text = chosen
    text = broken(text, seed)
    page = opened(desk, name, text)
    line = data.draw(st.integers(0, text.count("\n") + 2))
    ask_everything(desk, page, line, data.draw(st.integers(0, 90)))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters() | st.sampled_from("[]{}:,-# \n'\""), max_size=80), st.integers(0, 5), st.integers(0, 40))
def test_rubbish_has_answers_too(desk: Desk, text: str, line: int, character: int) -> None:
    ask_everything(desk, opened(desk, "ruiz.yaml", f"argmap: 1\n{text}"), line, character)


def large(statements: int) -> str:
    """A map as a tree of so many statements."""
    lines = ["argmap: 1", "id: big", "codebook: road.yaml", "sources: {s: {authors: [X], title: T}}", "statements:"]
    for i in range(statements):
        kids = [f"      - statement-number-{k}" for k in (2 * i + 1, 2 * i + 2) if k < statements]
        lines += [
            f"  statement-number-{i}:",
            f"    type: {'claim' if i else 'thesis'}",
            f"    label: Label number {i}",
            f"    text: This is the sentence of statement number {i}, long enough to be one.",
            f"    quote: words of paragraph {i % 50}",
            f"    at: ¶{i % 50}",
            "    says: {holds: build-lane}",
            "    sources: [s]",
            *(["    because:", *kids] if kids else []),
        ]
    return "\n".join([*lines, ""])


def test_in_a_map_of_a_thousand_statements_all_are_offered_and_none_is_wrong(tmp_path: Path) -> None:
    desk = folder(tmp_path.resolve())
    text = large(1000)
    page = desk.put((desk.root / "big.yaml").as_uri(), text, 1)
    desk.around(page)
    changed = desk.put(page.uri, f"{text}  new:\n    because: [st", 2)
    found = complete(changed.plain, len(changed.plain), desk.around(changed, text.count("\n") + 1))
    assert len(found) > 1000
    assert problems(desk, desk.put(page.uri, text, 3)) == ()
