"""Names written anew where they stand in a text."""

import pytest

from argmap.editing.edits import apply
from argmap.editing.occurrences import grow, occurrences
from argmap.editing.renaming import Reference, Unreadable, edits_of_names, edits_of_references, prefixes, references


def renamed(text: str, kind: str, old: str, new: str) -> str:
    tree = grow(text)
    assert tree is not None
    return apply(text, edits_of_names(text, [o for o in occurrences(tree) if (o.kind, o.key) == (kind, old)], new))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("statements: {a: {because: [b]}, b: {}}", "statements: {a: {because: [c-d]}, c-d: {}}"),
        ("statements:\n  a:\n    but: b # b\n  b : {}\n", "statements:\n  a:\n    but: c-d # b\n  c-d : {}\n"),
        ("statements: {a: {if: ['b', \"b\"]}}", "statements: {a: {if: ['c-d', \"c-d\"]}}"),
        ('statements: {"\\x62": {text: "b"}}', 'statements: {"c-d": {text: "b"}}'),
        ("statements:\n  ? b\n  : {because: b}\n", "statements:\n  ? c-d\n  : {because: c-d}\n"),
        ("statements:\n  a:\n    but: >-\n      b\n", "statements:\n  a:\n    but: >-\n      c-d\n"),
        ("statements:\n  a:\n    but: |-  # b\n      b\n", "statements:\n  a:\n    but: |-  # b\n      c-d\n"),
        ("statements: {a: {but: !!str b}}", "statements: {a: {but: !!str c-d}}"),
        ("statements: {a: {but: &x b}}", "statements: {a: {but: &x c-d}}"),
        ("\ufeffstatements: {b: {}}\r\n# b\r\n", "\ufeffstatements: {c-d: {}}\r\n# b\r\n"),
        (
            "title: b\nstatements: {b: {text: b, label: b, note: b}}",
            "title: b\nstatements: {c-d: {text: b, label: b, note: b}}",
        ),
    ],
)
def test_a_name_changes_and_all_else_stays(before: str, after: str) -> None:
    assert renamed(before, "statement", "b", "c-d") == after


def test_a_name_that_yaml_takes_for_no_value_is_quoted() -> None:
    assert renamed("statements: {a: {because: [b, 'b']}, b: {}}", "statement", "b", "null") == (
        "statements: {a: {because: ['null', 'null']}, 'null': {}}"
    )


HEADER = """\
#curie_map:
#  m: "urn:x-argmap:map:m:"
#  "n": https://example.org/n/
#mapping_set_id: urn:x-argmap:alignment:m--n
#object_source: m
# # m: is a comment
"""
TABLE = """\
subject_id\tpredicate_id\tobject_id\tmapping_justification\tcomment\tobject_source
m:a\tskos:exactMatch\tn:b\tsemapv:ManualMappingCuration\tm:a\t
"n:b"\tskos:exactMatch\t m:a \tsemapv:ManualMappingCuration\t"m:a\tm:a"\tm
m:a-b\tskos:exactMatch\tsssom:NoTermFound\tsemapv:ManualMappingCuration\t\tm
# m:a\tskos:exactMatch\tn:b\tsemapv:ManualMappingCuration\t\t
"""


def test_a_statement_changes_in_the_rows_of_an_alignment() -> None:
    text = HEADER + TABLE
    assert apply(text, edits_of_references(text, Reference("m", "a"), "z")) == HEADER + TABLE.replace(
        "\nm:a\t", "\nm:z\t", 1
    ).replace("\t m:a \t", "\t m:z \t")


def test_a_map_changes_in_rows_and_metadata() -> None:
    text = "\ufeff" + (HEADER + TABLE).replace("\n", "\r\n")
    wanted = (
        HEADER.replace('m: "urn:x-argmap:map:m:"', 'k: "urn:x-argmap:map:k:"').replace("source: m", "source: k")
        + TABLE.replace("\nm:a", "\nk:a").replace(" m:a ", " k:a ").replace("Curation\t\tm", "Curation\t\tk")
    ).replace("\tm\n", "\tk\n")
    assert apply(text, edits_of_references(text, Reference("m"), "k")) == "\ufeff" + wanted.replace("\n", "\r\n")


def test_what_a_prefix_stands_for_stays_where_somebody_else_chose_it() -> None:
    text = HEADER + TABLE
    changed = apply(text, edits_of_references(text, Reference("n"), "k"))
    assert '"k": https://example.org/n/' in changed
    assert "\tk:b\t" in changed
    assert '\n"k:b"\t' in changed


def test_the_words_of_sssom_are_no_map() -> None:
    assert references(HEADER + TABLE) == {
        Reference("m", "a"),
        Reference("m", "a-b"),
        Reference("n", "b"),
        Reference("sssom", "NoTermFound"),
    }
    assert prefixes(HEADER + TABLE) == {"m", "n"}
    assert prefixes(TABLE) == prefixes("#a: [\n" + TABLE) == frozenset()


@pytest.mark.parametrize("text", ["", "a,b\n", TABLE.replace("\nm:a\t", '\n"m:a\t')])
def test_a_table_without_columns_and_one_that_is_torn_are_not_guessed_at(text: str) -> None:
    with pytest.raises(Unreadable):
        edits_of_references(text, Reference("m", "a"), "z")


@pytest.mark.parametrize("line", ["#  b: urn:x-argmap:map:m:", "#  b: [m", "#mapping_set_id: *m", "#x: 1\n#x: m"])
def test_metadata_that_cannot_be_read_and_may_name_the_map_are_not_guessed_at(line: str) -> None:
    text = HEADER.replace("# # m: is a comment", line) + TABLE
    with pytest.raises(Unreadable):
        edits_of_references(text, Reference("m"), "k")
    assert edits_of_references(text, Reference("m", "a"), "z")
    assert edits_of_references("#a: [\n" + TABLE, Reference("m"), "k")
