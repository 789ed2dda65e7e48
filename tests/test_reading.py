"""A file is a map, or says what keeps it from being one, where, and what to do."""

import gc
import hashlib
import textwrap

import pytest

from argmap.diagnostics import Diagnostic, Position, Where
from argmap.errors import InvalidMap
from argmap.formats import Reading, documents, read_codebook, read_document, read_map
from argmap.model import ArgumentMap, CausalClaim, Codebook, Reason, RoleAttribution, Stance

HEAD = "argmap: 1\nid: m\n"


def in_statements(body: str) -> str:
    return HEAD + "statements:\n" + textwrap.indent(textwrap.dedent(body), "  ")


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Code, the stretch of the line that is marked, message and help of every problem."""
    return [(d.code, marked(d), d.message, d.help) for d in read_map(text, "m.yaml").diagnostics]


def marked(d: Diagnostic) -> str:
    assert d.position is not None
    end = d.position.end_column - 1 if d.position.end_line == d.position.line else None
    return f"{d.position.line}: {d.source[d.position.column - 1 : end]}"


# ---- values


def test_scalars_are_texts_that_mean_what_they_say() -> None:
    m = read_map(
        in_statements("""\
        a: {text: no, label: 010, note: 2023-01-01, quote: 12:30:45, voice: on, where: 1e3, when: 2023}
        1: {text: 'true', but: [on]}
        """),
        "m.yaml",
    ).unwrap()
    a = m.statements["a"]
    assert (a.text, a.label, a.note, a.quote, a.voice, a.where, a.when) == (
        "no", "010", "2023-01-01", "12:30:45", "on", "1e3", "2023",
    )  # fmt: skip
    assert (m.statements["1"].text, m.statements["1"].but) == ("true", ("on",))


def test_only_true_and_false_are_truths() -> None:
    says = "[{cause: a, raises: b, main: true}, {actor: a, role: ally, main: false}]"
    a = read_map(in_statements(f"a: {{text: A., says: {says}}}\n"), "m.yaml").unwrap().statements["a"]
    assert a.says == (CausalClaim(cause=("a",), raises="b", main=True), RoleAttribution(actor="a", role="ally"))
    for word in ("yes", "on", "1", "True"):
        assert told(in_statements(f"a: {{text: A., says: {{cause: a, raises: b, main: {word}}}}}\n")) == [
            ("AM105", f"4: {word}", f"'main' of statement 'a' is {word!r}; it is true or false", "write `main: true`")
        ]


@pytest.mark.parametrize(("word", "valence"), [("-1", -1), ("0", 0), ("1", 1), ("+1", 1)])
def test_the_valence_of_a_role_is_one_of_three(word: str, valence: int) -> None:
    text = f"argmap-codebook: 1\nid: c\nroles: {{a: {{valence: {word}}}}}\n"
    assert read_codebook(text, "c.yaml").unwrap().roles["a"].valence == valence


def test_texts_over_several_lines_are_read_as_yaml_reads_them() -> None:
    m = read_map(
        in_statements("a:\n  text: one\n    two\n  quote: |\n    three\n    four\n  note: >-\n    five\n    six\n"),
        "m.yaml",
    )
    a = m.unwrap().statements["a"]
    assert (a.text, a.quote, a.note) == ("one two", "three\nfour", "five six")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_change_nothing(end: str) -> None:
    text = ("\ufeff" + in_statements("a: {text: A.}\nb: {text: B., typ: claim}\n")).replace("\n", end)
    [d] = read_map(text, "m.yaml").diagnostics
    assert (d.position, d.source) == (Position(5, 17, 5, 20), "  b: {text: B., typ: claim}")
    assert read_map(text.replace(", typ: claim", ""), "m.yaml").unwrap().statements["b"].text == "B."


def test_separators_pasted_from_a_pdf_are_spaces_and_lines_stay_those_of_an_editor() -> None:
    text = HEAD + "statements:\n  a: {text: one\u2028two\u2029three\x85four}\n  b: {typ: claim, text: B.}\n"
    [d] = read_map(text, "m.yaml").diagnostics
    assert (d.position, d.source) == (Position(5, 7, 5, 10), "  b: {typ: claim, text: B.}")
    a = read_map(text.replace("typ:", "type:"), "m.yaml").unwrap().statements["a"]
    assert a.text == "one two three four"


def test_the_hash_is_that_of_the_file() -> None:
    text = "\ufeff" + HEAD + "statements: {}\r\n"
    assert read_map(text, "m.yaml").sha256 == hashlib.sha256(text.encode()).hexdigest()


# ---- places

PLACED = """\
argmap: 1
id: m
article: {authors: [A. Lane, B. Stop]}
codebook:
  argmap-codebook: 1
  id: c
  factors:
    delay: Buses are late
statements:
  window:
    text: "The window
      is narrow."
    at: ¶3
    says: {holds: lane}
    because:
      - late
      - [wide, few]
      - premises: [red]
        unless:
          - dark
    quote: |
      two
      lines

  late: {text: Late., at: [¶1, ¶2], says: [{cause: rain, raises: delay}]}
"""


@pytest.mark.parametrize(
    ("where", "place"),
    [
        (("id",), (2, 5, 2, 6)),
        (("article", "authors", 1), (3, 30, 3, 37)),
        (("codebook", "factors", "delay"), (8, 12, 8, 26)),
        (("codebook", "factors", "delay", "text"), (8, 12, 8, 26)),
        (("statements", "window", "text"), (11, 11, 12, 18)),
        (("statements", "window", "at"), (13, 9, 13, 11)),
        (("statements", "window", "at", 0), (13, 9, 13, 11)),
        (("statements", "window", "says", 0), (14, 11, 14, 24)),
        (("statements", "window", "says", 0, "holds"), (14, 19, 14, 23)),
        (("statements", "window", "because", 0, "premises", 0), (16, 9, 16, 13)),
        (("statements", "window", "because", 1), (17, 9, 17, 20)),
        (("statements", "window", "because", 1, "premises"), (17, 9, 17, 20)),
        (("statements", "window", "because", 1, "premises", 1), (17, 16, 17, 19)),
        (("statements", "window", "because", 2), (18, 9, 20, 17)),
        (("statements", "window", "because", 2, "premises", 0), (18, 20, 18, 23)),
        (("statements", "window", "because", 2, "unless", 0), (20, 13, 20, 17)),
        (("statements", "window", "quote"), (21, 12, 23, 12)),
        (("statements", "late", "at", 1), (25, 32, 25, 34)),
        (("statements", "late", "says", 0, "cause", 0), (25, 52, 25, 56)),
        # what is not there is placed on the key of what should hold it
        (("statements", "late", "label"), (25, 3, 25, 7)),
        (("statements", "nobody"), (9, 1, 9, 11)),
        (("statements", "late", "says", 0, "main"), (25, 44, 25, 72)),
        (("title",), (1, 1, 1, 7)),
        ((), (1, 1, 1, 7)),
    ],
)
def test_a_place_in_the_map_is_a_stretch_of_the_file(where: Where, place: tuple[int, int, int, int]) -> None:
    assert read_map(PLACED, "m.yaml").position(where) == Position(*place)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        (("statements", "window"), (10, 3, 10, 9)),
        (("statements", "window", "says", 0, "holds"), (14, 12, 14, 17)),
        (("statements", "window", "because", 2, "unless"), (19, 9, 19, 15)),
        (("statements", "late", "label"), (25, 3, 25, 7)),
        (("statements", "late", "at", 1), (25, 32, 25, 34)),
    ],
)
def test_a_key_has_a_place_of_its_own(where: Where, place: tuple[int, int, int, int]) -> None:
    assert read_map(PLACED, "m.yaml").position(where, on_key=True) == Position(*place)


def test_places_in_a_referenced_codebook_are_where_the_map_names_it() -> None:
    book = read_codebook("argmap-codebook: 1\nid: c\n", "c.yaml")
    reading = read_map(HEAD + "codebook: c.yaml\nstatements: {}\n", "m.yaml", codebook=lambda _: book)
    assert reading.unwrap().codebook == book.document
    assert reading.position(("codebook", "factors", "delay")) == Position(3, 11, 3, 17)


def test_a_file_that_could_not_be_parsed_has_no_places() -> None:
    reading = read_map("a: [", "m.yaml")
    assert reading.position(("a",)) is None
    assert (reading.line(1), reading.line(2), reading.line(0)) == ("a: [", "", "")


# ---- what YAML does not allow, in plain words


@pytest.mark.parametrize(
    ("text", "mark", "message"),
    [
        ('text: "The window\nid: m\n', '1: "', 'the quotation mark " that opens here is never closed'),
        (
            "text: 'a\nid: 'b'\n",
            "1: '",
            "the quotation mark ' that opens here is closed in line 2, and text follows there",
        ),
        ("text: 'it's'\n", "1: s", "text follows the closing quotation mark '"),
        (
            "text: Now: or never\n",
            "1: :",
            "a ': ' inside a text reads as a second key, or this line is indented too far",
        ),
        ("id: m\nstatements\n", "2: s", "no ': ' follows 'statements', which stands where a key is expected"),
        ("a:\n\tb: c\n", "2: \t", "a tab stands in the indentation; YAML allows spaces only"),
        ("a:\n  b: c\n\td: e\n", "3: \t", "a tab stands in the indentation; YAML allows spaces only"),
        ("a: @b\n", "1: @", "a text cannot begin with '@'"),
        ("a: `b`\n", "1: `", "a text cannot begin with '`'"),
        ("a: * b\n", "1: *", "a text cannot begin with '*'"),
        ("a: &, b\n", "1: &", "a text cannot begin with '&'"),
        ("a: !<b\n", "1: !", "a text cannot begin with '!'"),
        ("a: >b\n", "1: >", "what follows '>' is no text over several lines"),
        ("%a\n", "1: %", "a line cannot begin with '%'"),
        ("a: [b, c\nd: e\n", "1: [", "the '[' that opens here is never closed"),
        ("a: {b: c\nd: e\n", "1: {", "the '{' that opens here is never closed"),
        ("a: [b c]]\n", "1: ]", "the ']' closes nothing"),
        ("a: [{b: c] }\n", "1: ]", "a ',' or the closing '}' is missing before '] }'"),
        ("a: [b} ]\n", "1: }", "a ',' or the closing ']' is missing before '} ]'"),
        ("- a\nb: c\n", "2: b", "this line is neither an item of the list nor indented like one"),
        ("a:\n  b: c\n d: e\n", "3: d", "'d: e' is not indented like the lines it belongs to"),
        ("a: b\n- c\n", "2: -", "a list item stands where a key is expected"),
        ("a: - b\n", "1: -", "a list cannot begin with '- ' on this line"),
        ("a: ? b\n", "1: ?", "a text cannot begin with '? '"),
        ('a: "\\d"\n', "1: \\", "'\\d' means nothing inside double quotes"),
        ("a: [, b]\n", "1: ,", "a value is missing before ','"),
        ('a: "C:\\Users"\n', "1: \\", "'\\U' means nothing inside double quotes"),
        ("a: [b], c\n", "1: ,", "a ',' follows the closing ']'"),
        ("a: [b] c\n", "1: c", "text follows the closing ']'"),
        ("a: {b: c #1 d}\n", "1: #", "a comment begins at this '#', and hides the '}' behind it"),
        ('a: {b: "c #1 d}"\n', "1: {", "the '{' that opens here is never closed"),
        ("a:\n  type:thesis\n  text: b\n", "2: :", "no space follows the ':' of 'type'"),
        (
            "a:\n\u00a0 type: b\n  text: c\n",
            "2: \u00a0",
            "the indentation holds a space that YAML takes for text (U+00A0)",
        ),
        ("'a' b\n", "1: b", "what stands here belongs to nothing above it"),
    ],
)
def test_a_mistake_in_yaml_is_named_in_plain_words_where_it_is_mended(text: str, mark: str, message: str) -> None:
    [d] = read_map(text, "m.yaml").diagnostics
    assert (d.code, marked(d), d.message) == ("AM101", mark, message)
    assert d.help


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("text: Now: or never\n", "put the whole text in quotes"),
        (
            "a:\n  type: thesis\n   text: b\n",
            "indent it like 'type' above; if a text goes on here, put that whole text in quotes",
        ),
        ("a:\n  type:thesis\n  text: b\n", "write `type: thesis`"),
        ("a: {type: thesis text: b}\n", "put the text in quotes, or write a ',' before 'text'"),
        ("a: {text: One: b}\n", "put the text in quotes"),
        ("a: {text: One thing is needed: b}\n", "put the text in quotes"),
        ("a: [b], c\n", "delete it"),
    ],
)
def test_the_way_out_of_a_mistake_in_yaml(text: str, help_: str) -> None:
    [d] = read_map(text, "m.yaml").diagnostics
    assert (d.code, d.help) == ("AM101", help_)


def test_half_a_million_marks_of_comments_behind_a_bracket_are_read_once() -> None:
    [d] = read_map("a: {b: c" + " # d" * 500_000 + "\n", "m.yaml").diagnostics
    assert d.message == "the '{' that opens here is never closed"


@pytest.mark.parametrize(
    ("entry", "code", "help_"),
    [
        ("{type:claim, text: B.}", "AM103", "write `type: claim`, with a space behind the ':'"),
        (
            "{text: A., because: {b: c}}",
            "AM105",
            "write a list of ids, for example because: [first-reason, second-reason]",
        ),
        ("{text: A., because: 'b, c'}", "AM105", "write [b, c]"),
        ("{text: !odd A.}", "AM108", "leave it out; a text that begins with '!' needs quotes"),
        ("{text: !!str A.}", "AM108", "leave it out: all values are text"),
        ("{text: A., because: [Straße]}", "AM114", "write 'strasse'"),
    ],
)
def test_the_way_out_of_what_students_write(entry: str, code: str, help_: str) -> None:
    found = read_map(f"argmap: 1\nid: m\nstatements:\n  a: {entry}\n", "m.yaml").diagnostics
    assert [(d.code, d.help) for d in found] == [(code, help_)]


def test_a_comma_in_a_text_in_braces_is_the_likely_reason_for_a_field_without_a_value() -> None:
    [d] = read_map("argmap: 1\nid: m\nstatements:\n  a: {text: Late, and full.}\n", "m.yaml").diagnostics
    assert (d.code, d.message) == ("AM103", "'and full.' is no field of a statement")
    assert d.help.startswith("a text that holds a ',' needs quotes in braces, a list needs brackets; known here: type")


@pytest.mark.parametrize(
    ("text", "code", "mark", "message"),
    [
        ("a: b\na: c\n", "AM106", "2: a", "'a' stands here a second time; the first is in line 1"),
        ("a: {b: c, b: {d: [e]}}\n", "AM106", "1: b", "'b' stands here a second time; the first is in line 1"),
        ("a: *b\n", "AM107", "1: *b", "'*b' stands for something written elsewhere"),
        ("*b : c\n", "AM107", "1: *b", "'*b' stands for something written elsewhere"),
        ("a: &b c\n", "AM107", "1: &b", "'&b' names a value to be used elsewhere"),
        ("a: &b {c: d}\n", "AM107", "1: &b", "'&b' names a value to be used elsewhere"),
        ("&b a: c\n", "AM107", "1: &b", "'&b' names a value to be used elsewhere"),
        ("a: !!int 3\n", "AM108", "1: !!int", "'!!int' is a tag"),
        ("a: !b [c]\n", "AM108", "1: !b", "'!b' is a tag"),
        ("a: !b!c d\n", "AM108", "1: !", "'!b!c d' is a tag"),
        ("a: b\n---\nc: d\n", "AM109", "3: c", "a second document begins here"),
        ("[a]: b\n", "AM105", "1: [", "a list stands where a key is expected"),
        ("a: {{b}}\n", "AM105", "1: {", "a mapping stands where a key is expected"),
        ("a: b\x00c\n", "AM116", "1: \x00", "the character U+0000 may not stand in a map"),
        ("a: \ud800\n", "AM116", "1: \ud800", "the character U+D800 may not stand in a map"),
    ],
)
def test_what_the_format_refuses_of_yaml_has_a_code_and_a_place(text: str, code: str, mark: str, message: str) -> None:
    found = [(d.code, marked(d), d.message) for d in read_map(text, "m.yaml").diagnostics]
    assert (code, mark, message) in found


def test_every_control_character_is_found_up_to_twenty() -> None:
    assert [d[1] for d in told("a: \x01b\nc: \x02\n")] == ["1: \x01", "2: \x02"]
    assert len(told("\x01" * 100)) == 20


def test_an_alias_is_reported_once_and_nothing_else_of_its_value() -> None:
    text = in_statements("a: &x {text: A.}\nb: *x\nc: {text: *x, becuase: *x}\n")
    assert [(code, mark) for code, mark, *_ in told(text)] == [
        ("AM107", "4: &x"),
        ("AM107", "5: *x"),
        ("AM107", "6: *x"),
        ("AM103", "6: becuase"),
        ("AM107", "6: *x"),
    ]


# ---- what the format does not allow


def test_all_mistakes_of_a_file_are_found_in_one_run() -> None:
    assert told("""\
argmap: 1
id: My map
statements:
  a:
    type: thesys
    txt: A.
    label:
    says: {hold: p}
    because: [b c d e f g, [x], []]
  b: B.
""") == [
        ("AM114", "2: My map", "'My map' is no id", "write 'my-map'"),
        ("AM115", "5: thesys", "'thesys' is no 'type'", "did you mean 'thesis'?"),
        ("AM103", "6: txt", "'txt' is no field of a statement", "did you mean 'text'?"),
        (
            "AM105",
            "7: label",
            "'label' of statement 'a' has no value",
            "write one, or delete the line; for the word itself use quotes",
        ),
        ("AM105", "8: hold", "{hold: …} is none of the three forms of 'says'", "did you mean 'holds'?"),
        ("AM114", "9: b c d e f g", "'b c d e f g' is no id", "name it by its id, not by its text"),
        ("AM307", "9: []", "a reason without premises", "name a statement, or delete the reason"),
        (
            "AM105",
            "10: B.",
            "statement 'b' is 'B.', not a mapping",
            "a statement has fields: type, label, text, quote, at, via",
        ),
    ]


FORMS = "write {holds: …}, {cause: …, raises: …} or {actor: …, role: …}"
EMPTY = "write something, or delete the line"


@pytest.mark.parametrize(
    ("field", "code", "mark", "message", "help_"),
    [
        ("text2: x", "AM103", "text2", "'text2' is no field of a statement", "did you mean 'text'?"),
        ("if_: [b]", "AM103", "if_", "'if_' is no field of a statement", "did you mean 'if'?"),
        ("label: ''", "AM105", "''", "'label' of statement 'a' is empty", EMPTY),
        ("label: ' '", "AM105", "' '", "'label' of statement 'a' is empty", EMPTY),
        ("label: null", "AM105", "label", "'label' of statement 'a' has no value", None),
        ("but: [~]", "AM105", "~", "item 1 of 'but' of statement 'a' has no value", None),
        ("label: [x]", "AM105", "[x]", "'label' of statement 'a' is a list, not a text", None),
        ("note: {x: y}", "AM105", "{x: y}", "'note' of statement 'a' is {x: …}, not a text", None),
        ("note: {}", "AM105", "{}", "'note' of statement 'a' is an empty mapping, not a text", None),
        ("but: b", "AM105", "b", "'but' of statement 'a' is 'b', not a list", "write [b]"),
        (
            "but: {b: c}",
            "AM105",
            "{b: c}",
            "'but' of statement 'a' is {b: …}, not a list",
            "write a list of ids, for example but: [first-objection, second-objection]",
        ),
        ("but: [B]", "AM114", "B", "'B' is no id", "write 'b'"),
        ("but: ['!']", "AM114", "'!'", "'!' is no id", "an id has a-z, 0-9 and single hyphens, at most 80 characters"),
        ("certainty: sure", "AM115", "sure", "'sure' is no 'certainty'", "write possible, likely or asserted"),
        ("certainty: [x]", "AM115", "[x]", "a list is no 'certainty'", "write possible, likely or asserted"),
        ("at: third", "AM407", "third", "'third' is no place in an article", "write ¶15, p. 3 or §2"),
        ("at: [¶1, ¶5-3]", "AM407", "¶5-3", "'¶5-3' runs backwards", None),
        ("via: {map: m, at: x}", "AM407", "x", "'x' is no place in an article", "write ¶15, p. 3 or §2"),
        ("via: {map: m}", "AM104", "via", "'via' of statement 'a' has no 'at'", "add `at: …`"),
        ("when: soon", "AM407", "soon", "'soon' is no ISO 8601 date or interval", None),
        ("when: 2023/2021", "AM407", "2023/2021", "'2023/2021' ends before it begins", "did you mean '2021/2023'?"),
        ("says: x", "AM105", "x", "'x' is none of the three forms of 'says'", FORMS),
        ("says: [[x]]", "AM105", "[x]", "a list is none of the three forms of 'says'", FORMS),
        ("says: {main: true}", "AM105", "{main: true}", "{main: …} is none of the three forms of 'says'", FORMS),
        ("says: {holds: P}", "AM114", "P", "'P' is no id", "write 'p'"),
        (
            "says: {holds: p, denies: q}",
            "AM105",
            "{holds: p, denies: q}",
            "a stance needs exactly one of holds, denies or questions, not holds and denies",
            FORMS,
        ),
        (
            "says: {cause: a}",
            "AM105",
            "{cause: a}",
            "a cause needs exactly one of raises, lowers or unrelated",
            FORMS,
        ),
        (
            "says: {holds: p, cause: a, raises: b}",
            "AM103",
            "holds",
            "'holds' is no field of a cause",
            "a part of 'says' has one form; write two parts, in a list",
        ),
        (
            "says: {cause: [], raises: b}",
            "AM105",
            "[]",
            "'cause' of statement 'a' is an empty list",
            "name at least one",
        ),
        ("says: {raises: b}", "AM104", "says", "item 1 of 'says' of statement 'a' has no 'cause'", "add `cause: …`"),
        (
            "says: [{actor: a}]",
            "AM104",
            "{actor: a}",
            "item 1 of 'says' of statement 'a' has no 'role'",
            "add `role: …`",
        ),
        (
            "because: [{unless: [b]}]",
            "AM104",
            "{unless: [b]}",
            "item 1 of 'because' of statement 'a' has no 'premises'",
            None,
        ),
        (
            "because: [{premises: [b], text: x}]",
            "AM103",
            "text",
            "'text' is no field of a reason",
            "it is a field of a statement; look at its indentation",
        ),
    ],
)
def test_a_field_of_a_statement_that_is_wrong_says_how_to_mend_it(
    field: str, code: str, mark: str, message: str, help_: str | None
) -> None:
    [d] = read_map(in_statements(f"a:\n  text: A.\n  {field}\n"), "m.yaml").diagnostics
    assert (d.code, marked(d), d.message) == (code, f"6: {mark}", message)
    assert help_ is None or d.help == help_


@pytest.mark.parametrize(
    ("text", "code", "mark", "message", "help_"),
    [
        ("", "AM117", "1: ", "the file is empty", "a map begins with `argmap: 1`"),
        ("# nothing\n", "AM117", "1: ", "the file is empty", "a map begins with `argmap: 1`"),
        ("---\n", "AM117", "2: ", "the file is empty", "a map begins with `argmap: 1`"),
        ("- a\n", "AM102", "1: - a", "the file holds a list, not a map", "a map begins with `argmap: 1`"),
        (
            "a text\n",
            "AM102",
            "1: a text",
            "the file holds a text, not a map",
            "a map begins with `argmap: 1`; `argmap new` writes one to fill in",
        ),
        ("a: b\n", "AM102", "1: a", "the file holds a mapping of something else, not a map", None),
        ("argmap-codebook: 1\nid: c\n", "AM102", "1: argmap-codebook", "this is a codebook, and a map is expected", ""),
        ("id: m\nstatements: {}\n", "AM104", "1: id", "the map has no 'argmap'", "add `argmap: 1`"),
        ("argmap: 1\nstatements: {}\n", "AM104", "1: argmap", "the map has no 'id'", "add `id: a-short-name`"),
        ("argmap: 1\nid: m\n", "AM104", "1: argmap", "the map has no 'statements'", "add `statements: {}`"),
        (
            "argmap: 2\nid: m\nstatements: {}\n",
            "AM110",
            "1: 2",
            "'2' is no version of the format that is known here",
            "this argmap reads version 1: write `argmap: 1`, or `pip install --upgrade argmap` if the file is newer",
        ),
        (HEAD + "version: 1\nstatements: {}\n", "AM103", "3: version", "'version' is no field of a map", None),
        (
            HEAD + "statements: {}\nbecause: [a]\n",
            "AM103",
            "4: because",
            "'because' is no field of a map",
            "it is a field of a statement; look at its indentation",
        ),
        (
            HEAD + "statements:\n",
            "AM105",
            "3: statements",
            "'statements' has no value",
            "write the entries below, indented, or {} for none",
        ),
        (
            HEAD + "statements:\n  - a: {text: A.}\n",
            "AM105",
            "4: - a: {text: A.}",
            "'statements' is a list, not a mapping",
            "write each entry as `id: …`, without '- '",
        ),
        (
            HEAD + "statements: none\n",
            "AM105",
            "3: none",
            "'statements' is 'none', not a mapping",
            "write each entry as `id: …`",
        ),
        (in_statements("Bus Lane: {text: A.}\n"), "AM114", "4: Bus Lane", "'Bus Lane' is no id", "write 'bus-lane'"),
        (in_statements(f"{'a' * 81}: {{text: A.}}\n"), "AM114", f"4: {'a' * 81}", f"'{'a' * 59}…' is no id", None),
        (in_statements("a:\n"), "AM105", "4: a", "statement 'a' has no value", None),
        (HEAD + "article: x\nstatements: {}\n", "AM105", "3: x", "'article' is 'x', not a mapping", None),
        (HEAD + "article: {date: }\nstatements: {}\n", "AM105", "3: date", "'date' of the article has no value", None),
        (HEAD + "codebook: [a]\nstatements: {}\n", "AM105", "3: [a]", "'codebook' is a list, not a mapping", None),
        (
            HEAD + "codebook: c.yaml\nstatements: {}\n",
            "AM111",
            "3: c.yaml",
            "the codebook 'c.yaml' is another file, and this map was read without any",
            "read the map from its file, or write the codebook here",
        ),
    ],
)
def test_a_map_that_is_wrong_as_a_whole_says_how_to_mend_it(
    text: str, code: str, mark: str, message: str, help_: str | None
) -> None:
    [d] = read_map(text, "m.yaml").diagnostics
    assert (d.code, marked(d), d.message) == (code, mark, message)
    assert help_ is None or d.help == help_


@pytest.mark.parametrize(
    ("line", "code", "mark", "message", "help_"),
    [
        ("actors: {china: {}}", "AM104", "china", "actor 'china' has no 'name'", "add `name: …`"),
        (
            "actors: {china: {alias: x, name: y}}",
            "AM103",
            "alias",
            "'alias' is no field of an actor",
            "did you mean 'aliases'?",
        ),
        (
            "factors: {a: [b]}",
            "AM105",
            "[b]",
            "factor 'a' is a list, not a mapping",
            "a factor has fields: text, question",
        ),
        ("propositions: {a: {text: b, kind: x}}", "AM115", "x", "'x' is no 'kind'", None),
        ("roles: {a: {valence: 2}}", "AM115", "2", "'2' is no 'valence'", "write -1, 0 or 1"),
        ("places: {a: {in: b}}", "AM103", "in", "'in' is no field of a place", None),
        (
            "incompatible-roles: [[ally]]",
            "AM105",
            "[ally]",
            "one role is missing; a pair names two",
            "write [ally, adversary]",
        ),
        (
            "incompatible-roles: [ally]",
            "AM105",
            "ally",
            "item 1 of 'incompatible-roles' is 'ally', not a list",
            "write [ally]",
        ),
        (
            "incompatible_roles: []",
            "AM103",
            "incompatible_roles",
            "'incompatible_roles' is no field of a codebook",
            None,
        ),
        ("statements: {}", "AM103", "statements", "'statements' is no field of a codebook", None),
    ],
)
def test_a_codebook_that_is_wrong_says_how_to_mend_it(
    line: str, code: str, mark: str, message: str, help_: str | None
) -> None:
    [d] = read_codebook(f"argmap-codebook: 1\nid: c\n{line}\n", "c.yaml").diagnostics
    assert (d.code, marked(d), d.message) == (code, f"3: {mark}", message)
    assert help_ is None or d.help == help_


def test_a_pair_of_three_roles_is_refused() -> None:
    [d] = read_codebook("argmap-codebook: 1\nid: c\nincompatible-roles: [[a, b, c]]\n", "c.yaml").diagnostics
    assert (d.code, marked(d), d.message) == ("AM105", "3: [a, b, c]", "3 roles stand together; a pair names two")


def test_a_map_of_too_many_statements_is_refused_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MAX_STATEMENTS", 2)
    text = in_statements("a: {text: A.}\nb: {text: B.}\nc: {text: C.}\n")
    assert told(text) == [
        (
            "AM112",
            "3: statements",
            "the map holds 3 statements; more than 2 are refused",
            "--no-limit reads it all the same",
        )
    ]
    assert len(read_map(text, "m.yaml", limits=False).unwrap().statements) == 3


def test_a_text_that_is_too_long_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MAX_CHARACTERS", 10)
    [d] = read_map("[" * 11, "m.yaml").diagnostics
    assert (d.code, d.position) == ("AM112", Position(1, 1, 1, 2))
    assert [d.code for d in read_map("[" * 11, "m.yaml", limits=False).diagnostics] == ["AM101"]


# ---- what a reading is


def test_what_a_text_holds_decides_whether_it_is_a_map_or_a_codebook() -> None:
    assert isinstance(read_document(HEAD + "statements: {}\n", "m").unwrap(), ArgumentMap)
    assert isinstance(read_document("argmap-codebook: 1\nid: c\n", "c").unwrap(), Codebook)
    assert [d.message for d in read_document("id: c\nactors: {}\n", "c").diagnostics] == [
        "the codebook has no 'argmap-codebook'"
    ]
    assert [d.message for d in read_document("id: c\n", "c").diagnostics] == [
        "the map has no 'argmap'",
        "the map has no 'statements'",
    ]


def test_unwrapping_raises_every_problem() -> None:
    reading = read_map(in_statements("a: {typ: x}\n"), "m.yaml")
    with pytest.raises(InvalidMap) as caught:
        reading.unwrap()
    assert caught.value.diagnostics == reading.diagnostics
    assert [str(d) for d in reading.diagnostics] == [
        "m.yaml:4:3: error[AM104]: statement 'a' has no 'text' (add `text: one full sentence`)",
        "m.yaml:4:7: error[AM103]: 'typ' is no field of a statement (did you mean 'type'?)",
    ]


def salvaged(text: str) -> ArgumentMap | None:
    reading = read_map(text, "m.yaml")
    assert reading.document is None
    return reading.salvaged


def test_what_is_sound_of_a_broken_map_is_salvaged() -> None:
    m = salvaged("""\
argmap: 1
id: My map
title: []
sources:
  s: {titel: x}
codebook:
  argmap-codebook: 1
  id: c
  factors: {a: {}, b: B}
statements:
  a: {text: A., type: thesys, because: [b, B c, [c]], but: [d, 'E'], says: [{holds: p}, {hold: q}]}
  b:
  c: {label: [x]}
  d: D.
  Some E: {text: E.}
""")
    assert m is not None
    assert (m.id, m.title, list(m.sources), list(m.statements)) == (
        "my-map",
        None,
        ["s"],
        ["a", "b", "c", "d", "some-e"],
    )
    assert m.codebook is not None
    assert list(m.codebook.factors) == ["a", "b"]
    a = m.statements["a"]
    assert (a.type, a.but, a.says) == ("premise", ("d",), (Stance(holds="p"),))
    assert a.because == (Reason(premises=("b",)), Reason(premises=("c",)))
    assert [m.statements[key].text for key in "bcd"] == ["…", "…", "…"]


def test_a_map_whose_codebook_is_not_read_is_salvaged_without_it() -> None:
    reading = read_map(HEAD + "codebook: c.yaml\nstatements: {a: A, b: {text: B.}}\n", "m.yaml")
    assert (reading.document, reading.without_codebook) == (None, True)
    assert reading.salvaged is not None
    assert (reading.salvaged.codebook, [*reading.salvaged.statements]) == (None, ["a", "b"])


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "statments: {a: {text: A.}}\n",  # a misspelt section
        HEAD + "statements: [a]\n",
        HEAD + "sources: x\nstatements: {}\n",
        HEAD + "codebook: {argmap-codebook: 1, id: c, factor: {}}\nstatements: {}\n",
        HEAD + "codebook: {argmap-codebook: 1, id: c, factors: x}\nstatements: {}\n",
        HEAD + "codebook: [x]\nstatements: {}\n",
        in_statements("a: {text: A.}\na: {text: B.}\n"),  # the second is lost
        in_statements("a: {text: A., note: *x}\n"),
        "a: [",
    ],
)
def test_nothing_is_salvaged_where_something_may_be_lost_that_others_refer_to(text: str) -> None:
    assert salvaged(text) is None


def test_a_broken_codebook_that_can_be_salvaged_serves_a_sound_map() -> None:
    book = read_codebook("argmap-codebook: 1\nid: c\nactors: {a: {nam: A}, b: B}\n", "c.yaml")
    reading: Reading[ArgumentMap] = read_map(
        HEAD + "codebook: c.yaml\nstatements: {a: {text: A.}}\n", "m.yaml", codebook=lambda _: book
    )
    assert reading.document is None
    assert reading.salvaged is not None
    assert reading.salvaged.codebook is not None
    assert list(reading.salvaged.codebook.actors) == ["a", "b"]
    assert [(d.file, d.code) for d in reading.diagnostics] == [
        ("m.yaml", "AM111"),
        ("c.yaml", "AM103"),
    ]


@pytest.mark.parametrize("running", [True, False])
def test_reading_leaves_the_garbage_collector_as_it_was(running: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if running else gc.disable)()
        read_map(in_statements("a: {text: A.}\n"), "m.yaml")
        read_map("a: [", "m.yaml")
        assert gc.isenabled() == running
    finally:
        (gc.enable if before else gc.disable)()


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ("says: {cause: c, increases: e}", "raises"),
        ("says: {cause: c, reduces: e}", "lowers"),
        ("says: {increases: e}", "raises"),
        ("page: 3", "at"),
    ],
)
def test_a_word_people_write_for_a_field_is_answered_with_the_field(fields: str, meant: str) -> None:
    reading = read_map(f"argmap: 1\nid: m\nstatements:\n  s: {{text: It rains., {fields}}}\n", "m.yaml")
    assert [d.help for d in reading.diagnostics] == [f"did you mean {meant!r}?"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("    text: A.\n\n      quote: b\n", "'quote' is indented too far"),
        (
            "    text: A.\n      wish: b\n",
            "a ': ' inside a text reads as a second key, or this line is indented too far",
        ),
        (
            "    text: A.\n      text: b\n",
            "a ': ' inside a text reads as a second key, or this line is indented too far",
        ),
        (
            "    text: A.\n      premises: b\n",
            "a ': ' inside a text reads as a second key, or this line is indented too far",
        ),
    ],
)
def test_only_a_field_of_the_same_entry_is_indented_too_far(lines: str, message: str) -> None:
    assert [d.message for d in read_map(f"argmap: 1\nid: m\nstatements:\n  a:\n{lines}", "m.yaml").diagnostics] == [
        message
    ]
