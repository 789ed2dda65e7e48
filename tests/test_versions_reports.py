"""The changes between two versions as text, Markdown and JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from comparison_cases import BOOK, a_map
from jsonschema import Draft202012Validator, ValidationError  # type: ignore[import-untyped]
from rich.text import Text

from argmap.codes import problem
from argmap.model import Codebook
from argmap.reporters.changes_json import as_data, changes_json
from argmap.reporters.changes_markdown import changes_markdown
from argmap.reporters.changes_text import changes_text
from argmap.reporters.changes_values import in_words
from argmap.reporters.changes_words import summary
from argmap.versions import KINDS, codebook_differences, differences
from argmap.versions.wording import marked

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "schema" / "changes.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

OLD = """
    t: {type: thesis, text: The bridge is too old now., because: [{premises: [a], unless: [u]}], if: [b]}
    a: {says: {holds: p}, via: {map: x, at: ¶1}, sources: [s]}
    b: {}
    u: {}
"""
NEW = """
    t: {type: thesis, text: The bridge is old., because: [{premises: [b, a], scheme: sign}], but: [u]}
    a: {says: [{denies: p}, {actor: council, role: ally, toward: [shops]}], when: 2017}
    b: {says: {cause: [c, d], raises: e, main: true}}
    u: {}
    n: {because: [a]}
"""


def test_a_text_shows_what_was_and_what_is() -> None:
    assert (
        changes_text(differences(a_map("m", OLD), a_map("m", NEW)))
        == """\
1 statement added, 1 reworded, 3 re-coded, 1 re-argued, 2 moved, 1 re-sourced

For comparisons, the position of this map changes:
  - stance on p “The lane pays”: holds → denies
  - explanation of e “Custom”: nothing → raised by c (main), raised by d (main)
  - role of council “the council”: nothing → ally toward shops

~ t
    reworded: The bridge is [-too-] old [-now-].
    re-coded: condition removed: b “b”
    re-argued: reason changed: a unless u → b + a (sign)
    re-argued: objection added: u “u”

~ a
    re-coded: when: (none) → 2017
    re-sourced: via: x, ¶1 → (none)
    re-sourced: sources: s → (none)
    re-coded: holds p → denies p
    re-coded: now says: council as ally toward shops

~ b
    re-coded: now says: c and d raises e (main)
    moved: was a condition of t “The bridge is too old now.”, is now a reason
      for t “The bridge is old.”

~ u
    moved: was a doubt about a reason for t “The bridge is too old now.”, is
      now an objection to t “The bridge is old.”

+ n
    added: premise: n
"""
    )


@pytest.mark.parametrize("width", [40, 61, 100])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    text = changes_text(differences(a_map("m", OLD), a_map("m", NEW)), width=width)
    assert max(map(len, text.splitlines())) <= width


def test_colour_adds_nothing_but_colour() -> None:
    changes = differences(a_map("m", OLD), a_map("m", NEW))
    inked = changes_text(changes, color=True)
    assert "\x1b[1;31m[-too-]" in inked
    assert Text.from_ansi(inked).plain.rstrip() == changes_text(changes).rstrip()


def test_what_a_file_holds_acts_on_no_terminal() -> None:
    new = a_map("m", {"a": {"text": "One\u202e and <b>*two*\u2028three</b>."}})
    changes = differences(a_map("m", "a: {text: One and two.}"), new)
    assert "<U+202E>" in changes_text(changes)
    assert "\\<b>\\*two\\* three\\</b>." in changes_markdown(changes)


def test_texts_with_few_words_in_common_stand_whole() -> None:
    changes = differences(a_map("m", "a: {text: Nobody comes.}"), a_map("m", "a: {text: It rains all day.}"))
    assert "reworded: [-Nobody comes.-] {+It rains all day.+}" in changes_text(changes)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("It is late.", "It is late.", "It is late."),
        ("It is too late.", "It is late.", "It is [too ]late."),
        ("It is late now.", "It was late then.", "It [is]{was} late [now]{then}."),
        ("The old stone bridge is shut.", "The new bridge is shut.", "The [old stone]{new} bridge is shut."),
        ("Don't wait for it.", "Do wait for it.", "[Don't]{Do} wait for it."),
        ("One two three. Four.", "Six nine three. Four.", "[One two]{Six nine} three. Four."),
        ("It is quite very late now.", "It is late now.", "It is[ quite very] late now."),
        ("It is late a ", "It is late b ", "It is late [a]{b} "),
        ("老桥很旧了", "老桥太旧了", "老桥[很]{太}旧了"),
        ("a " * 3000, "a " * 2999, "[" + "a " * 3000 + "] {" + "a " * 2999 + "}"),
    ],
)
def test_words_are_marked_where_they_differ(old: str, new: str, found: str) -> None:
    signs = {"same": ("", ""), "old": ("[", "]"), "new": ("{", "}")}
    assert "".join(f"{signs[s.share][0]}{s.text}{signs[s.share][1]}" for s in marked(old, new)) == found


def test_the_summary_counts_statements_fields_and_entries() -> None:
    book = BOOK | {"sources": {}, "title": "T", "roles": {"friend": {}}}
    old = a_map("m", "a: {}\nb: {}\nc: {}", sources={"x": {}})
    new = a_map("m", "a: {note: n, at: ¶1}\nb: {note: n}\nd: {}", book=book, title="T")
    assert summary(differences(old, new)) == (
        "1 statement added, 1 removed, 2 re-sourced, 2 fields changed, 1 source removed, "
        "1 codebook entry added, 2 codebook entries removed"
    )
    assert summary(differences(a_map("m", ""), a_map("m", "a: {}\nb: {}"))) == "2 statements added"


def test_a_map_that_is_new_changes_no_position() -> None:
    assert "position" not in changes_text(differences(a_map("m", ""), a_map("m", NEW)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[c, d]", "[d, x]", "no longer raised by c; now also raised by x"),
        ("[c, d]", "[d]", "no longer raised by c"),
        ("[d]", "[c, d]", "now also raised by c"),
        ("[c]", "[d]", "raised by c → raised by d"),
    ],
)
def test_of_a_position_that_is_kept_in_part_only_the_difference_is_told(old: str, new: str, said: str) -> None:
    maps = (a_map("m", f"a: {{says: {{cause: {causes}, raises: e}}}}") for causes in (old, new))
    assert f"  - explanation of e “Custom”: {said}\n" in changes_text(differences(*maps))


def test_sources_and_entries_tell_what_they_are() -> None:
    old = a_map("m", "a: {}", sources={"x": {"authors": ["Ann Lee"], "date": "2020"}})
    new = a_map("m", "a: {}", book=BOOK | {"places": {"hills": {"aliases": ["The Hills"], "within": "town"}}})
    assert changes_text(differences(old, new)).splitlines()[2:] == [
        "- source x",
        "    Lee 2020",
        "",
        "~ place hills",
        "    within: (none) → town",
        "",
        "- place harbour",
        "",
        "- place town",
    ]


def test_what_could_not_be_read_is_said() -> None:
    same = differences(a_map("m", "a: {}"), a_map("m", "a: {}"))
    unread = (problem("AM111", "the codebook 'x' cannot be used"),)
    assert changes_text(same, unread=unread, heading="a and b") == (
        "a and b\n\nNot compared, since it could not be read:\n  error[AM111]: the codebook 'x' cannot be used\n"
    )
    assert "## Not compared" in changes_markdown(same, unread=unread)
    VALIDATOR.validate(as_data(same, unread=unread))
    assert as_data(same, unread=unread)["unread"] == [
        {"code": "AM111", "message": "the codebook 'x' cannot be used", "place": None}
    ]


def test_markdown_strikes_out_what_was() -> None:
    assert (
        changes_markdown(differences(a_map("m", OLD), a_map("m", NEW, title="New")))
        == """\
**1 statement added, 1 reworded, 3 re-coded, 1 re-argued, 2 moved, 1 re-sourced, 1 field changed**

For comparisons, the position of this map changes:

- stance on p “The lane pays”: holds → denies
- explanation of e “Custom”: nothing → raised by c (main), raised by d (main)
- role of council “the council”: nothing → ally toward shops

## Fields

- title: (none) → New

## Statements

- `~` **t**
  - reworded: The bridge is ~~too~~ old ~~now~~.
  - re-coded: condition removed: b “b”
  - re-argued: reason changed: a unless u → b + a (sign)
  - re-argued: objection added: u “u”
- `~` **a**
  - re-coded: when: (none) → 2017
  - re-sourced: via: x, ¶1 → (none)
  - re-sourced: sources: s → (none)
  - re-coded: holds p → denies p
  - re-coded: now says: council as ally toward shops
- `~` **b**
  - re-coded: now says: c and d raises e (main)
  - moved: was a condition of t “The bridge is too old now.”, is now a reason for t “The bridge is old.”
- `~` **u**
  - moved: was a doubt about a reason for t “The bridge is too old now.”, is now an objection to t “The bridge is old.”
- `+` **n**
  - added: premise: n
"""
    )


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("because: [{premises: [a, b], unless: [u]}]", "re-argued: doubt about the reason a + b added: u “u”"),
        ("because: [{premises: [a, b], scheme: sign}]", "re-argued: scheme of a + b: (none) → sign"),
        ("because: [[b, a]]", "reordered: premises: a, b → b, a"),
        ("because: [a, b]", "re-argued: reasons unlinked: a + b → a; b"),
        ("because: []", "re-argued: reason removed: a “a” + b “b”"),
        ("because: [[a, b], {premises: [u], scheme: sign}]", "re-argued: reason added: u “u” (sign)"),
        ("because: [[a, b]], voice: Ann", "re-coded: voice: author (by default) → Ann"),
        ("because: [[a, b]], says: {holds: p}", "re-coded: now says: holds p"),
    ],
)
def test_changes_in_words(field: str, line: str) -> None:
    rest = "\na: {}\nb: {}\nu: {}"
    changes = differences(a_map("m", "t: {because: [[a, b]]}" + rest), a_map("m", f"t: {{{field}}}" + rest))
    assert f"    {line}\n" in changes_text(changes)
    VALIDATOR.validate(as_data(changes))


def test_what_is_said_no_longer_is_told() -> None:
    assert "no longer says: holds p" in changes_text(
        differences(a_map("m", "a: {says: {holds: p}}"), a_map("m", "a: {}"))
    )


def test_values_are_written_as_readers_know_them() -> None:
    assert in_words(Codebook(id="b").role("ally")) == "valence: 1"
    assert in_words(None) == "(none)"


def test_the_schema_is_a_schema_and_names_every_kind() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["change"]["properties"]["kind"]["enum"] == list(KINDS)
    assert list(SCHEMA["properties"]["counts"]["properties"]) == [*KINDS[:-1], "fields", "entries"]


def test_the_schema_in_the_package_is_the_one_in_the_documentation() -> None:
    in_package = (ROOT / "argmap" / "reporters" / "changes.schema.json").read_text("utf-8")
    assert in_package == (ROOT / "docs" / "schema" / "changes.schema.json").read_text("utf-8")


@pytest.mark.parametrize(
    "wrong", [{"surprise": 1}, {"fields": None}, {"counts": {}}, {"positions": [{"unit": "mood"}]}, {"argmap": "2"}]
)
def test_the_schema_refuses_another_shape(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate(as_data(differences(a_map("m", OLD), a_map("m", NEW))) | wrong)


def test_results_of_every_kind_are_as_the_schema_says() -> None:
    for old, new in ((OLD, NEW), (NEW, OLD), ("", NEW), (NEW, ""), (OLD, OLD)):
        VALIDATOR.validate(json.loads(changes_json(differences(a_map("m", old), a_map("m", new)))))
    empty, full = Codebook(id="book"), Codebook.model_validate(BOOK)
    VALIDATOR.validate(json.loads(changes_json(codebook_differences(empty, full))))
    VALIDATOR.validate(json.loads(changes_json(codebook_differences(full, empty))))


def test_json_holds_values_as_the_format_writes_them() -> None:
    data = as_data(differences(a_map("m", OLD), a_map("m", NEW)))
    changes = {s["new"]: [(c["field"], c["old"], c["new"]) for c in s["changes"]] for s in data["statements"]}
    assert changes["a"] == [
        ("when", None, "2017"),
        ("via", {"map": "x", "at": "¶1"}, None),
        ("sources", ["s"], None),
        ("says", {"holds": "p"}, {"denies": "p"}),
        ("says", None, {"actor": "council", "role": "ally", "toward": ["shops"], "main": False}),
    ]
    assert changes["t"][2] == (
        "because",
        {"premises": ["a"], "scheme": None, "unless": ["u"]},
        {"premises": ["b", "a"], "scheme": "sign", "unless": []},
    )
    assert changes["b"][1] == (
        "under",
        [{"statement": "t", "relation": "if"}],
        [{"statement": "t", "relation": "because"}],
    )
