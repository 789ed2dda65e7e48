"""The catalogue of codes, and its page in the manual."""

import re
from pathlib import Path

import pytest

from argmap.checks import check_codebook, check_map
from argmap.codes import CODES, GROUPS, Page, problem
from argmap.diagnostics import Diagnostic, locate
from argmap.formats import read_document
from argmap.formats.field_order import out_of_order
from argmap.formats.ignoring import heed
from argmap.model import ArgumentMap
from argmap.reporters.codes_markdown import codes_page

DOCS = Path(__file__).parent.parent / "docs"
EXAMPLES = [page for page in CODES.values() if page.wrong and not page.code.startswith("AM7")]  # test_align_codes.py


def codes_in(example: str, *, teach: bool, named: str = "") -> set[str]:
    whole = example if example.startswith(("argmap", "-", "#")) else f"argmap: 1\nid: example\n{example}"
    reading = read_document(whole, "example.yaml")
    found: tuple[Diagnostic, ...] = reading.diagnostics
    if isinstance(reading.document, ArgumentMap):
        found += check_map(reading.document, teach=teach)
    elif reading.document is not None:
        found += check_codebook(reading.document)
    if "AM510" in named:
        found += tuple(out_of_order(reading))
    # most examples are too short for a codebook; none is about there being none but the one of that code
    told = heed(locate(found, reading), reading).told
    return {d.code for d in told} - ({"AM211"} if "codebook" not in example else set())


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.code)
def test_the_wrong_example_has_that_problem_only_and_the_right_one_has_none(page: Page) -> None:
    named = page.code if page.named_only else ""
    found = codes_in(page.wrong, teach=page.teaching, named=named)
    assert found == ({page.code} if page.code != "AM211" else set())
    assert codes_in(page.right, teach=page.teaching, named=named) == set()


def test_codes_are_in_order_and_each_says_all_it_should() -> None:
    assert list(CODES) == sorted(CODES)
    for code, page in CODES.items():
        assert re.fullmatch(r"AM[1-9]\d\d", code), code
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", page.name), page.name
        for text in (page.finds, page.why, page.fix):
            assert text.strip() == text, code
            assert text.endswith((".", "`")), text
            assert len(text.split()) >= 5, text
        assert bool(page.wrong) == bool(page.right), code
        assert page.wrong.splitlines() == [line.rstrip() for line in page.wrong.splitlines()]
    names = [page.name for page in CODES.values()]
    assert len(set(names)) == len(names)


def test_every_page_stands_under_one_heading() -> None:
    assert [page for pages in GROUPS.values() for page in pages] == list(CODES.values())


def test_a_problem_has_the_severity_of_its_page() -> None:
    made = problem("AM303", "no statement is a thesis", ("statements",), on_key=True, help="give one")
    assert made == Diagnostic("AM303", "warning", "no statement is a thesis", ("statements",), True, "give one")
    with pytest.raises(KeyError):
        problem("AM000", "nothing")


def test_the_page_of_the_manual_is_made_from_the_catalogue() -> None:
    assert (DOCS / "codes.md").read_text(encoding="utf-8") == codes_page(), (
        "write it anew: make docs, or python -c 'from argmap.reporters.codes_markdown import codes_page; ...'"
    )


def test_every_link_of_the_page_leads_to_a_heading() -> None:
    page = codes_page()
    links = re.findall(r"\(#([^)]+)\)", page)
    headings = [h.lower().replace(" ", "-") for h in re.findall(r"^### (.+)$", page, re.MULTILINE)]
    assert links == headings
    assert len(links) == len(CODES)
