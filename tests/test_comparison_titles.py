"""Titles of sources where sentences begin with them."""

import pytest
from comparison_cases import BOOK, two

from argmap.comparison import compare


@pytest.mark.parametrize(
    ("title", "begun"), [("the Census", "The Census"), ("“a poll”", "A poll"), ("2020 count", "2020 count")]
)
def test_a_sentence_that_begins_with_a_title_begins_with_a_capital(title: str, begun: str) -> None:
    book = BOOK | {"sources": {"s": {"title": title}}}
    maps = two("x: {says: {holds: p}, sources: [s]}", "y: {says: {holds: q}, sources: [s]}", book=book)
    sentence = next(f.sentence for f in compare(maps).findings if f.id == "evidence:s")
    assert sentence.lstrip("“").replace("”", "", 1).startswith(f"{begun} serves different points: ")
