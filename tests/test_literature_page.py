"""Whoever the page on literature names stands among its references, and the other way round."""

import re
from pathlib import Path

PAGE = (Path(__file__).parents[1] / "docs" / "literature.md").read_text(encoding="utf-8")
TABLES, _, REFERENCES = PAGE.partition("## References\n\n")
WORKS = [" ".join(work.split()) for work in REFERENCES.strip().split("\n\n")]


def named() -> set[tuple[str, str]]:
    """The last name that stands before a year, and the year."""
    cells = [cell for line in TABLES.splitlines() if line.startswith("|") for cell in line.split("|")[3:5]]
    return {pair for cell in cells for pair in re.findall(r"([A-Z][\w-]+)(?: \(ed\.\)| et al\.)?,? (\d{4})", cell)}


def test_every_work_named_is_among_the_references() -> None:
    missing = [(who, year) for who, year in named() if not any(who in w and year in w for w in WORKS)]
    assert len(named()) > 20
    assert missing == []


def test_every_reference_is_named_in_a_table() -> None:
    firsts = [re.match(r"[\w-]+", work) for work in WORKS]
    assert [first[0] for first in firsts if first and first[0] not in TABLES] == []


def test_the_references_are_in_the_order_of_the_alphabet() -> None:
    assert sorted(WORKS, key=str.lower) == WORKS
