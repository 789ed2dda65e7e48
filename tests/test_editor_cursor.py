"""Where a cursor stands in a text that is being written."""

import pytest

from argmap.editor.cursor import Spot, spot


def at(marked: str) -> Spot:
    """The spot at the ``┃`` of a text."""
    assert marked.count("┃") == 1
    return spot(marked.replace("┃", ""), marked.index("┃"))


A = "argmap: 1\nid: m\nstatements:\n  a:\n"
IN_A = ("statements", "a")


@pytest.mark.parametrize(
    ("text", "writes", "where", "written"),
    [
        ("┃", "key", (), ""),
        ("arg┃", "key", (), "arg"),
        ("argmap: 1\n┃", "key", (), ""),
        ("argmap:┃", "value", ("argmap",), ""),
        ("codebook: some fi┃", "value", ("codebook",), "some fi"),
        ('codebook: "some fi┃', "value", ("codebook",), "some fi"),
        ("codebook: 'some fi┃'", "value", ("codebook",), "some fi"),
        ("article:\n  te┃", "line", ("article",), "te"),
        ("article: {te┃", "key", ("article",), "te"),
        ("article: {text: ┃}", "value", ("article", "text"), ""),
        (A + "    ┃", "line", IN_A, ""),
        (A + "    te┃", "line", IN_A, "te"),
        (A + "    text: x\n    ┃", "key", IN_A, ""),
        (A + "    text: x\n    be┃\n    but: [b]\n", "key", IN_A, "be"),
        (A + "    text: x\n  ┃", "key", ("statements",), ""),
        (A + "    text: x\n┃", "key", (), ""),
        (A + "    text: x\n\n\n    ┃", "key", IN_A, ""),
        (A + "    type: ┃", "value", (*IN_A, "type"), ""),
        (A + "    type:┃", "value", (*IN_A, "type"), ""),
        (A + "    type: th┃", "value", (*IN_A, "type"), "th"),
        (A + "    type: # no ┃", "comment", (), "# no "),
        (A + "    type: thesis # no┃", "comment", (), "# no"),
        ("# argmap: ignore[AM┃", "comment", (), "# argmap: ignore[AM"),
        (A + "    because: [┃", "value", (*IN_A, "because", 0), ""),
        (A + "    because: [b, ┃", "value", (*IN_A, "because", 1), ""),
        (A + "    because: [b,\n      c, d┃", "value", (*IN_A, "because", 2), "d"),
        (A + "    because: [b,\n      ┃", "value", (*IN_A, "because", 1), ""),
        (A + "    because: [[b, c┃", "value", (*IN_A, "because", 0, 1), "c"),
        (A + "    because: [{premises: [b, ┃", "value", (*IN_A, "because", 0, "premises", 1), ""),
        (A + "    because: [{pre┃", "key", (*IN_A, "because", 0), "pre"),
        (A + "    because: [b] ┃", "text", (*IN_A, "because"), ""),
        (A + "    because:\n      ┃", "line", (*IN_A, "because"), ""),
        (A + "    because:\n      b┃", "line", (*IN_A, "because"), "b"),
        (A + "    because:\n      -┃", "item", (*IN_A, "because", 0), ""),
        (A + "    because:\n      - ┃", "item", (*IN_A, "because", 0), ""),
        (A + "    because:\n      - b\n      - c┃", "item", (*IN_A, "because", 1), "c"),
        (A + "    because:\n      - b\n      ┃", "dash", (*IN_A, "because"), ""),
        (A + "    because:\n    - b\n    - ┃", "item", (*IN_A, "because", 1), ""),
        (A + "    because:\n    - b\n    ┃", "key", IN_A, ""),
        (A + "    because:\n      - premises: [b]\n        ┃", "key", (*IN_A, "because", 0), ""),
        (A + "    because:\n      - premises:\n          - ┃", "item", (*IN_A, "because", 0, "premises", 0), ""),
        (
            A + "    because:\n      - premises: [b]\n        unless: [┃",
            "value",
            (*IN_A, "because", 0, "unless", 0),
            "",
        ),
        (A + "    because:\n      - [b, ┃", "value", (*IN_A, "because", 0, 1), ""),
        (A + "    says: ┃", "value", (*IN_A, "says"), ""),
        (A + "    says: {┃", "key", (*IN_A, "says"), ""),
        (A + "    says: {hol┃", "key", (*IN_A, "says"), "hol"),
        (A + "    says: {holds:┃", "value", (*IN_A, "says", "holds"), ""),
        (A + "    says: {holds: p┃}", "value", (*IN_A, "says", "holds"), "p"),
        (A + "    says: {cause: [b, ┃", "value", (*IN_A, "says", "cause", 1), ""),
        (A + "    says: {cause: b, ┃", "key", (*IN_A, "says"), ""),
        (
            A + "    says:\n      - {holds: p}\n      - {actor: b, toward: [┃",
            "value",
            (*IN_A, "says", 1, "toward", 0),
            "",
        ),
        (A + "    says:\n      holds: ┃", "value", (*IN_A, "says", "holds"), ""),
        (A + "    text: A sentence: with a ┃", "value", (*IN_A, "text"), "A sentence: with a "),
        (A + '    text: "a # b┃', "value", (*IN_A, "text"), "a # b"),
        (A + """    text: 'it''s ┃""", "value", (*IN_A, "text"), "it''s "),
        (A + "    text: |\n      some ┃", "text", (*IN_A, "text"), ""),
        (A + "    text: >-\n      some\n      ┃", "text", (*IN_A, "text"), ""),
        (A + "    text: |\n      some\n    ┃", "key", IN_A, ""),
        (A + "    text: one\n      two ┃", "text", (*IN_A, "text"), ""),
        (A + '    text: "one\n      two ┃', "text", (*IN_A, "text"), ""),
        (A + '    text: "one\n      two"\n    ┃', "key", IN_A, ""),
        (A + '    "ty┃', "value", IN_A, "ty"),
        ("{argmap: 1, id: m, st┃", "key", (), "st"),
        ("{argmap: 1, statements: {a: {because: [┃", "value", (*IN_A, "because", 0), ""),
        ("---\nargmap: 1\n┃", "key", (), ""),
        ("codebook:\n  actors:\n    x: {na┃", "key", ("codebook", "actors", "x"), "na"),
    ],
)
def test_what_is_being_written(text: str, writes: str, where: tuple[str | int, ...], written: str) -> None:
    found = at(text)
    assert (found.writes, found.where, found.written) == (writes, where, written)


@pytest.mark.parametrize("broken", ["because: [b, c", "text: 'no end", 'text: "no end', "says: {holds: ", "but: [[{"])
def test_what_was_never_closed_ends_where_a_key_stands_further_left(broken: str) -> None:
    assert at(f"{A}    {broken}\n  b:\n    type: cl┃").where == ("statements", "b", "type")
    assert at(f"{A}    {broken}\n    type: cl┃").where == ("statements", "a", "type")
    assert at(f"{A}    {broken}\nsources:\n  s: {{┃").where == ("sources", "s")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (A + "    text: x\n    ┃\n    but: [b]\n  b:\n    if: [a]\n", ("text", "but")),
        (A + "    ┃\n    text: x\n\n    type: claim\nsources: {}\n", ("text", "type")),
        (A + "    says: {cause: x, ┃raises: y}", ("cause", "raises")),
        (A + "    because: [b, ┃, c]", ("b", "c")),
        (A + "    because: [b, ┃c, [d]]", ("b", "c")),
        (A + "    because: [b, x┃y, d]\n", ("b", "d")),
        (A + "    because:\n      - b\n      - ┃\n      - c\n    but: [e]\n", ("b", "c")),
        (A + "    because:\n      - b\n      - [c, d]\n      - e┃\n", ("b", "c", "d")),
        (A + "    because:\n      - ┃\n      - premises: [c]\n      - d\n", ("d",)),
    ],
)
def test_what_the_mapping_or_list_has_already(text: str, held: tuple[str, ...]) -> None:
    assert at(text).held == held


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("    because: [win┃dow, b]", "window"),
        ("    because: [win┃]", "win"),
        ("    because: [┃window]", ""),
        ("    type: cl┃aim", "claim"),
        ("    type: ┃", ""),
        ("    codebook: a b┃.yaml", "a b.yaml"),
        ("    ty┃pe: x", "type"),
    ],
)
def test_what_is_replaced_goes_up_to_the_end_of_the_word(text: str, replaced: str) -> None:
    found, plain = at(A + text), (A + text).replace("┃", "")
    assert plain[found.start : found.end] == replaced


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_they_like(end: str) -> None:
    text = (A + "    because:\n      - b\n      - ┃").replace("\n", end)
    assert at(text).where == (*IN_A, "because", 1)


@pytest.mark.parametrize(
    ("text", "gap"),
    [("    type:┃", True), ("    type: ┃", False), ("    but:\n      -┃", True), ("    says: {holds:┃", True)],
)
def test_a_blank_is_missing_right_behind_a_colon_or_dash(text: str, gap: bool) -> None:
    assert at(A + text).gap is gap


def test_only_the_neighbourhood_is_read() -> None:
    body = "".join(f"  s{i}:\n    text: x\n    because: [s{i + 1}]\n" for i in range(3000))
    text = f"argmap: 1\nid: m\ncodebook: x\nstatements:\n{body}  last:\n    text: y\n    ┃\n  more:\n    text: z\n"
    found = at(text)
    assert (found.where, found.held) == (("statements", "last"), ("text",))


def test_an_offset_outside_the_text_counts_as_its_end() -> None:
    assert spot("argmap: 1\n", 99).where == ()
    assert spot("", -1).writes == "key"
