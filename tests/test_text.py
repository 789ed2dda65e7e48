"""Words: quotations in an article, names that were meant, texts made shorter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text import (
    did_you_mean,
    find_quote,
    fold,
    nearest_name,
    nearest_passage,
    paragraphs,
    parts_of,
    shorten,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  two\n\t words\u00a0here ", "two words here"),
        ("“a” ‘b’ «c» „d‟ `e´", '"a" \'b\' "c" "d" \'e\''),
        ("a–b—c‐d−e", "a-b-c-d-e"),
        ("co\u00adoperate, zero\u200bwidth\ufeff", "cooperate, zerowidth"),
        ("ﬁt ½ …", "fit 1⁄2 ..."),
        ("Cafe\u0301", "Café"),
        ("Capitals Stay", "Capitals Stay"),
        ("", ""),
    ],
)
def test_folding_leaves_what_a_reader_would_call_the_same_words(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert unicodedata.is_normalized("NFKC", once)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("# Title only\n", {}),
        ("One.\n\nTwo,\ntwo.\n \nThree.", {1: "One.", 2: "Two,\ntwo.", 3: "Three."}),
        ("# Title\n\n# Part\nOne.\n\n  # Part\n\nTwo.", {1: "One.", 2: "Two."}),
        ("One.\r\n\r\nTwo.\r\n", {1: "One.", 2: "Two."}),
        ("Title\n\n¶0 Abstract.\n\nstill so.\n¶2 Two.", {0: "Abstract.\n\nstill so.", 2: "Two."}),
        ("\ufeff¶1 One.\n\n¶2\nTwo.", {1: "One.", 2: "Two."}),
        ("¶1 One.\n¶1 More.", {1: "One.\nMore."}),
        ("¶ 12 Twelve.", {12: "Twelve."}),
        ("One, see ¶2 below.", {1: "One, see ¶2 below."}),
        ("¶1 One.\nReferences\n¶2 A book.", {1: "One."}),
        ("One.\n\n## References:\n\nA book.", {1: "One."}),
        ("References to this are rare.\n\nTwo.", {1: "References to this are rare.", 2: "Two."}),
        ("¶1 # is no heading here", {1: "# is no heading here"}),
    ],
)
def test_paragraphs_are_counted_as_the_article_marks_them_or_from_one(text: str, expected: dict[int, str]) -> None:
    assert paragraphs(text) == expected


ARTICLE = {
    n: fold(p)
    for n, p in {
        1: "The square is hot. “Nobody crosses it at noon”, says the baker.",
        2: "In 2010 streets with trees were four degrees cooler — a difference.",
        4: "Nobody crosses it. 日本と韓国の関係は改善した。 The town... has two gardeners12 now.",
    }.items()
}


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Nobody crosses it", (1, 4)),
        ("nobody crosses it", ()),
        ("'Nobody crosses it at noon'", ()),
        ('"Nobody  crosses it\nat noon"', (1,)),
        ("cooler – a difference", (2,)),
        ("The square … the baker", (1,)),
        ("The square ... noon … baker.", (1,)),
        ("the baker … The square", ()),
        ("The square … has two", ()),
        ("The town … has", (4,)),
        ("The town... has", (4,)),
        ("The square [...] noon", (1,)),
        ("The square (. . .) noon", (1,)),
        ("… noon …", (1,)),
        ("noon noon", ()),
        ("noon … noon", ()),
        ("garden", ()),
        ("ardeners", ()),
        ("gardeners", (4,)),
        ("201", ()),
        ("2010", (2,)),
        ("韓国の関係", (4,)),
        ("…", ()),
        ("", ()),
        ("[n]obody crosses it", (1, 4)),
        ("[N]obody crosses it", (1, 4)),
        ("[n]obody crosses [the square] at noon", (1,)),
        ("[n]obody crosses [the square] at night", ()),
        ("[S]ays the baker", (1,)),
        ("Nobody [crosses it", ()),
        ("[Nobody crosses it]", ()),
        ("no[b]ody crosses it", ()),
        ("[n][o]body", ()),
    ],
)
def test_a_quotation_is_found_word_for_word_within_a_paragraph(quote: str, found: tuple[int, ...]) -> None:
    assert find_quote(quote, ARTICLE) == found


def test_square_brackets_of_the_article_are_words_of_it() -> None:
    article = {1: "the vote [sic] was late", 2: "The vote was late"}
    assert find_quote("vote [sic] was", article) == (1,)
    assert find_quote("vote [of May] was", article) == (1, 2)


def test_half_a_word_does_not_hide_the_whole_word_behind_it() -> None:
    assert find_quote("art", {1: "party art"}) == (1,)


@given(st.text(min_size=1), st.text(), st.text())
def test_a_quotation_between_spaces_is_always_found(quote: str, before: str, after: str) -> None:
    article = {7: fold(f"{before} {quote} {after}")}
    assert find_quote(quote, article) == ((7,) if parts_of(quote) else ())


@pytest.mark.parametrize(
    ("quote", "near"),
    [
        ("streets with tree were for degrees coler", (2, "streets with trees were four degrees cooler")),
        ("nobody crossed it at noon", (1, "Nobody crosses it at noon")),
        ("the squares are hot", (1, "The square is hot")),
        ("STREETS WITH TREE", (2, "streets with trees")),
        ("crosses it at dawn", (1, "crosses it at noon")),
        ("x", None),
        ("subsidies for electric tramways", None),
        ("", None),
    ],
)
def test_the_nearest_passage_is_shown_in_whole_words(quote: str, near: tuple[int, str] | None) -> None:
    assert nearest_passage(quote, ARTICLE) == near


def test_an_article_without_words_has_no_nearest_passage() -> None:
    assert nearest_passage("a word", {}) is None
    assert nearest_passage("a word", {1: ""}) is None


def test_of_equally_near_passages_it_is_the_first() -> None:
    assert nearest_passage("a cold room", {3: "the cold rooms", 5: "the cold rooms"}) == (3, "cold rooms")


@pytest.mark.parametrize(
    ("text", "words", "short"),
    [
        ("one two three", 3, "one two three"),
        ("one two three", 2, "one two…"),
        ("one, two, three", 2, "one, two…"),
        ("one two.\n three", 2, "one two…"),
        ("日本と韓国の関係は改善した", 3, "日本と韓国の…"),
        ("", 3, ""),
    ],
)
def test_a_text_is_shortened_between_words(text: str, words: int, short: str) -> None:
    assert shorten(text, words) == short


@given(st.text(), st.integers(min_value=1, max_value=10))
def test_a_shortened_text_is_its_beginning(text: str, words: int) -> None:
    one_line = " ".join(text.split())
    short = shorten(text, words)
    assert short == one_line or one_line.startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("window-narowing", ["window", "window-narrowing"], "window-narrowing"),
        ("becuase", ["because", "but"], "because"),
        ("summit-revive", ["revive-summit", "summit"], "revive-summit"),
        ("Old_Town", ["old-town"], "old-town"),
        ("leaders", ["leaders-willing", "x"], "leaders-willing"),
        ("leaders", ["leaders-willing", "leaders-reluctant"], ""),
        ("ab", ["ab-cd-ef-gh-ij"], ""),
        ("zebra", ["bus-lane", "tram"], ""),
        ("anything", [], ""),
        ("s12", ["s1", "s2", "s13"], "s1"),
        ("same", ["same"], ""),
        ("café", ["cafe"], "cafe"),
    ],
)
def test_the_name_that_was_meant_is_near_in_letters_or_words(name: str, known: list[str], meant: str) -> None:
    assert nearest_name(name, known) == meant
    assert did_you_mean(name, known) == (f"did you mean {meant!r}?" if meant else "")
