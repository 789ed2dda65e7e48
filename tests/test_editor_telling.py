"""What is told of what lies under the pointer, and the outline of a document."""

from pathlib import Path

import pytest
from editor_desk import BOOK, MAP, folder, marked, opened

from argmap.editing.occurrences import grow
from argmap.editor.around import Around
from argmap.editor.desk import Desk
from argmap.editor.entries import Entry, mended
from argmap.editor.hovering import hover
from argmap.editor.outline import Symbol, folds, outline
from argmap.editor.telling import near_quote
from argmap.editor.telling import told as told_of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return folder(tmp_path)


def told(desk: Desk, text: str, name: str = "ruiz.yaml") -> str:
    plain, offset = marked(text)
    opened(desk, name)
    desk.around(desk.pages[(desk.root / name).as_uri()])
    page = opened(desk, name, plain)
    line = plain.count("\n", 0, offset)
    found = hover(plain, desk.tree(page, line), offset, desk.around(page, line))
    return found.text if found else ""


def test_a_statement_tells_its_text_and_what_the_map_makes_of_it(desk: Desk) -> None:
    assert told(desk, MAP.replace("because: [safer", "because: [sa┃fer")) == (
        "**safer** · claim\n\nA lane makes riding safer.\n\n> “safe”\n\n¶2: It is **safe** \\*there\\*."
        "\n\n*certainty*: likely\n\n*where*: Mill Road\n\n"
        "*says*: A bike lane — raises — Safety on Mill Road *(main)*\n\n*sources*: Lee & Kim 2021, Watch 2023"
    )
    assert told(desk, MAP.replace("but: [spaces", "but: [spaces┃")) == (
        "**spaces** · objection\n\nThe lane takes away spaces.\n\n*voice*: the council"
    )


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("holds: build-lane", "holds: build-l┃ane", "**build-lane** · proposition · road.yaml\n\n"),
        ("cause: lane", "cause: ┃lane", "**lane** · factor · road.yaml\n\nA bike lane"),
        ("voice: council", "voice: cou┃ncil", "**council** · actor · road.yaml\n\nthe council"),
        ("where: mill-road", "where: mill┃-road", "**mill-road** · place · road.yaml\n\nMill Road\n\n*within*: town"),
        ("[own, count]", "[┃own, count]", "**own** · source\n\nLee & Kim 2021\n\nAnn Lee, Bo Kim, A count, 2021-05"),
        ("  build:\n", "  bu┃ild:\n", "**build** · thesis\n\nThe council should build the lane.\n\n> “build it” ¶1"),
        ("    type: thesis", "    ty┃pe: thesis", "**type**\n\nWhat the statement does in the article;"),
        ("    type: thesis", "    type: the┃sis", "**thesis** · type\n\nWhat the article argues for;"),
        ("certainty: likely", "certainty: likely┃", "**likely** · certainty\n\nThe article thinks it probable."),
        ("holds: build-lane", "hol┃ds: build-lane", "**holds**\n\nThe key of a proposition that is claimed."),
        ("main: true", "main: tr┃ue", "**true** · main\n\nThe article puts it first."),
        ("statements:\n", "state┃ments:\n", "**statements**\n\nThe statements, each under its id, in any order."),
        ("authors: [Ana", "auth┃ors: [Ana", "**authors**\n\nA list of names, in the article's order."),
        ("wide:\n", "wide: # argmap: ignore[AM3┃04]\n", "**AM304** unattached · warning\n\n"),
    ],
)
def test_names_fields_words_and_codes(desk: Desk, old: str, new: str, text: str) -> None:
    assert told(desk, MAP.replace(old, new, 1)).startswith(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The council should", "The cou┃ncil should"),
        ("[safer, wide]", "[safer,┃ wide]"),
        ("[safer, wide]", "[sa┃ver, wide]"),
        ("wide:\n", "wide: # AM3┃04 was here\n"),
        ("wide:\n", "wide: # argmap: ignore[AM9┃99]\n"),
        ("wide:\n", "wide: # argmap: ig┃nore[AM304]\n"),
        ("id: ruiz\n", "id: ruiz\n┃\n"),
    ],
)
def test_nothing_is_told_of_what_says_nothing(desk: Desk, old: str, new: str) -> None:
    assert told(desk, MAP.replace(old, new, 1)) == ""


def test_names_are_told_while_the_text_is_broken(desk: Desk) -> None:
    broken = MAP.replace("but: [spaces]", "but: [spaces, ┃wide")
    assert told(desk, broken).startswith("**wide** · premise") or told(desk, broken).startswith("**wide** · statement")


def test_roles_tell_whether_they_help(desk: Desk) -> None:
    text = MAP.replace("says: {holds: build-lane}", "says: {actor: council, role: na┃g, toward: [riders]}")
    assert told(desk, text) == ("**nag** · role · road.yaml\n\nOne who nags\n\nWorks against them.")
    text = MAP.replace("says: {holds: build-lane}", "says: {actor: council, role: all┃y}")
    assert told(desk, text) == "**ally** · role · built in\n\nWorks for those it is played toward."


def test_what_a_statement_says_is_told_in_the_codebooks_words(desk: Desk) -> None:
    role, cause = "{actor: council, role: nag, toward: [riders, x]}", "{cause: [lane, safety], unrelated: y}"
    says = f"says: [{role}, {cause}, {{denies: z}}, 3]"
    text = MAP.replace("says: {holds: build-lane}", says).replace("  build:\n", "  bui┃ld:\n")
    page = opened(desk, "ruiz.yaml", text.replace("┃", ""))
    desk.learn(page)
    plain, offset = marked(text)
    found = hover(plain, desk.tree(page), offset, desk.around(page))
    assert found is not None
    assert found.text.splitlines()[-5::2] == [
        "*says*: the council — nag toward cyclists, x",
        "*says*: A bike lane and Safety on Mill Road — has no effect on — y",
        "*says*: denies: z",
    ]


def test_markup_in_a_text_is_shown_as_it_is(desk: Desk) -> None:
    text = MAP.replace("The road is wide enough.", "A *wide* <b>road</b> [x](y).").replace(
        "[safer, wide]", "[safer, wi┃de]"
    )
    page = opened(desk, "ruiz.yaml", text.replace("┃", ""))
    desk.learn(page)
    plain, offset = marked(text)
    found = hover(plain, desk.tree(page), offset, desk.around(page))
    assert found is not None
    assert found.text.endswith(r"A \*wide\* \<b\>road\</b\> \[x\](y).")


def names(symbols: tuple[Symbol, ...]) -> list[object]:
    """Names, and under them the names below."""
    return [[s.name, *names(s.below)] if s.below else s.name for s in symbols]


def test_the_outline_of_a_map_has_theses_with_what_carries_them(desk: Desk) -> None:
    tree = grow(MAP)
    assert tree is not None
    found = outline(tree)
    assert names(found) == [["build", "safer", "wide", "spaces"], "loose", ["sources", "own"]]
    assert (found[0].detail, found[0].below[0].detail) == ("thesis: Build it", "claim: A lane makes riding safer.")
    assert MAP[found[0].start : found[0].name_end] == "build"
    assert MAP[found[0].start : found[0].end].endswith("but: [spaces]")


def test_the_outline_of_a_codebook_has_its_sections(desk: Desk) -> None:
    tree = grow(BOOK)
    assert tree is not None
    assert names(outline(tree)) == [
        ["sources", "count"],
        ["actors", "council", "riders"],
        ["factors", "lane", "safety"],
        ["propositions", "build-lane", "lane-safe", "lane-useless"],
        ["places", "mill-road", "town"],
        ["roles", "nag"],
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("argmap: 1\nstatements:\n  a: {because: [b]}\n  b: {because: [a]}\n  c: {if: [c]}\n", ["c", ["a", "b"]]),
        (
            "argmap: 1\nstatements:\n  a: {because: [{premises: [b], unless: [c]}]}\n  b: {}\n  c: {}\n",
            [["a", "b", "c"]],
        ),
        ("argmap: 1\nstatements: {}\ncodebook: {id: c, actors: {x: X}}\n", [["codebook", ["actors", "x"]]]),
        ("argmap: 1\nstatements: [a, b]\nsources: x\n", []),
        ("statements:\n  a: no mapping\n  b: [1]\n  c:\n", ["a", "b", "c"]),
        ("[1, 2]", []),
        ("", []),
    ],
)
def test_every_statement_stands_in_the_outline_once(text: str, expected: list[object]) -> None:
    tree = grow(text)
    assert tree is not None
    assert names(outline(tree)) == expected


def test_a_chain_of_any_length_has_an_outline() -> None:
    chain = "".join(f"  s{i}: {{because: [s{i + 1}]}}\n" for i in range(500))
    tree = grow(f"argmap: 1\nstatements:\n{chain}")
    assert tree is not None

    def count(symbols: tuple[Symbol, ...]) -> int:
        return sum(1 + count(s.below) for s in symbols)

    assert count(outline(tree)) == 500


def test_sections_and_what_is_in_them_can_be_folded() -> None:
    tree = grow("argmap: 1\nstatements:\n  a:\n    text: x\n  b: {text: y}\n")
    assert tree is not None
    assert folds(tree) == ((10, 53), (24, 38), (41, 53))
    rubbish = grow("- 1")
    assert rubbish is not None
    assert folds(rubbish) == ()


@pytest.mark.parametrize(
    ("text", "line", "left"),
    [
        ("a: 1\nb: [\nc: 2\n", 1, {"a": "1", "c": "2"}),
        ("a: 1\nb: [\nc: 2\n", None, {"a": "1"}),
        ("a: 1\n  b: 2\nc: 3\n", None, {"a": "1", "c": "3"}),
        ("a: 1\nb: 'x\n", 1, {"a": "1"}),
        ("a: 1\n\tb: 2\n", 99, {"a": "1"}),
        ("a: \ud83d\n", None, None),
    ],
)
def test_broken_lines_are_left_out(text: str, line: int | None, left: dict[str, str] | None) -> None:
    tree = mended(text, line)
    assert (tree.data() if tree else None) == left


def test_what_is_broken_all_over_is_left() -> None:
    assert mended("{[}\n" * 40) is None


@pytest.mark.parametrize(
    ("quote", "near"),
    [
        ("late word", "¶2: …" + "gap " * 13 + "the **late word** is here " + "and " * 11 + "and…"),
        ("first … here", "¶1: **first of all here** it begins."),
        ("nowhere", ""),
        ("…", ""),
        ("here ... first", ""),
    ],
)
def test_a_quotation_is_shown_with_the_words_round_it(quote: str, near: str) -> None:
    article = {1: "first of all here it begins.", 2: "gap " * 30 + "the late word is here " + "and " * 40}
    assert near_quote(quote, Around(paragraphs=article)) == near


def test_notes_and_places_without_a_quotation_are_told() -> None:
    fields = {"text": "A.", "at": ["¶1", "¶3"], "note": "Look *here*.", "when": "2023", "says": {"main": "true"}}
    assert told_of(Entry("statement", "a", fields), Around()) == (
        "**a** · statement\n\nA.\n\n*at*: ¶1, ¶3\n\n*when*: 2023\n\n*note*: Look \\*here\\*."
    )


def test_a_map_is_told_by_its_title() -> None:
    assert told_of(Entry("map", "m", {"title": "On roads"}, "m.yaml"), Around()) == "**m** · map · m.yaml\n\nOn roads"
