"""Markdown shows a text as it was, and whoever opens the file as text reads it, too."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.reporters.markdown_escape import escape

markdown_it = pytest.importorskip("markdown_it")

PLAIN = [
    "Lee & Roy",
    "a < b > c, 3 <4",
    "snake_case",
    "issue #6!",
    "AT&T, R&D",
    "In § 1. no list",
    "“Why?” (¶2)",
]
PIECES = st.sampled_from(
    [*"*_`~$#!&<>|[]{}()\\-+=.:;/'\"1a B", "&amp;", "&#35;", "<b>", "<!--", "##", "1.", "2)", "ab"]
)


@pytest.mark.parametrize("text", PLAIN)
def test_prose_stands_in_the_file_as_it_is(text: str) -> None:
    assert escape(text) == text


@given(st.lists(PIECES, min_size=1, max_size=12).map(lambda found: " ".join("".join(found).split())))
def test_whatever_it_is_markdown_shows_it(text: str) -> None:
    if not text:
        return
    md = markdown_it.MarkdownIt("commonmark").enable("table").enable("strikethrough")
    shown = html.escape(text, quote=False).replace('"', "&quot;")
    assert md.render(f"before\n\n{escape(text)}") == f"<p>before</p>\n<p>{shown}</p>\n"
    assert md.render(f"## {escape(text)}") == f"<h2>{shown}</h2>\n"
    assert md.render(f"- {escape(text)}") == f"<ul>\n<li>{shown}</li>\n</ul>\n"
    assert f"<td>{shown}</td>" in md.render(f"| a |\n|---|\n| {escape(text)} |")
