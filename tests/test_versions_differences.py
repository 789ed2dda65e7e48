"""What counts as which change, case by case."""

import random
from typing import Any

import pytest
from comparison_cases import BOOK, a_map

from argmap.model import ArgumentMap, Codebook, Statement
from argmap.reporters.changes_values import in_words
from argmap.versions import ChangedPosition, Changes, are_versions, codebook_differences, differences
from argmap.versions.changes import Attachment, ChangedKeys
from argmap.versions.statements import PLAIN
from argmap.versions.unread import without_unread


def diff(old: str, new: str, **fields: Any) -> Changes:
    return differences(a_map("m", old, **fields), a_map("m", new, **fields))


def rows(c: Changes) -> list[tuple[str, str, str, str, str]]:
    """Each change as: which statement, kind, field, old, new."""
    return [
        (s.new or f"({s.old})", change.kind, change.field, in_words(change.old, "-"), in_words(change.new, "-"))
        for s in c.statements
        for change in s.changes
    ]


BASE = "t: {type: thesis, because: [a, [b, c]], but: [o]}\na: {}\nb: {}\nc: {}\no: {}\nu: {}"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (BASE, BASE, []),
        ("a: {text: It is late.}", "a: {text: It is too late.}", [
            ("a", "reworded", "text", "It is late.", "It is too late."),
        ]),
        ("a: {}", "a: {type: claim}", [("a", "re-typed", "type", "premise", "claim")]),
        ("a: {}", "a: {certainty: asserted}", [("a", "re-coded", "certainty", "-", "asserted")]),
        ("a: {voice: Ann}", "a: {}", [("a", "re-coded", "voice", "Ann", "-")]),
        ("a: {when: 2017}", "a: {when: 2018, where: hills}", [
            ("a", "re-coded", "when", "2017", "2018"), ("a", "re-coded", "where", "-", "hills"),
        ]),
        ("a: {quote: so, at: ¶1}", "a: {quote: so so, at: [¶1, ¶2]}", [
            ("a", "re-sourced", "quote", "so", "so so"), ("a", "re-sourced", "at", "¶1", "¶1, ¶2"),
        ]),
        ("a: {via: {map: x, at: ¶1}, label: A}", "a: {sources: [s, t], note: look}", [
            ("a", "re-sourced", "via", "x, ¶1", "-"), ("a", "re-sourced", "sources", "-", "s, t"),
            ("a", "re-sourced", "label", "A", "-"), ("a", "re-sourced", "note", "-", "look"),
        ]),
        ("a: {says: {holds: p}}", "a: {says: {denies: p}}", [("a", "re-coded", "says", "holds p", "denies p")]),
        ("a: {says: {holds: p}}", "a: {says: {holds: q}}", [
            ("a", "re-coded", "says", "holds p", "-"), ("a", "re-coded", "says", "-", "holds q"),
        ]),
        ("a: {says: {cause: c, raises: e}}", "a: {says: {cause: [c, d], raises: e, main: true}}", [
            ("a", "re-coded", "says", "c raises e", "c and d raises e (main)"),
        ]),
        ("a: {says: [{holds: p}, {cause: c, raises: e}]}", "a: {says: [{cause: c, raises: e}, {holds: p}]}", [
            ("a", "reordered", "says", "holds p, c raises e", "c raises e, holds p"),
        ]),
        ("a: {says: {actor: council, role: ally}}", "a: {says: {actor: council, role: rival, toward: [shops]}}", [
            ("a", "re-coded", "says", "council as ally", "council as rival toward shops"),
        ]),
        ("a: {}\nb: {}", "a: {if: [b]}\nb: {}", [
            ("a", "re-coded", "if", "-", "b"), ("b", "moved", "under", "-", "a condition of a"),
        ]),
    ],
)  # fmt: skip
def test_fields_of_a_statement(old: str, new: str, found: list[Any]) -> None:
    assert rows(diff(old, new)) == found


def case(relations: str) -> str:
    """A thesis with these relations, and everything they may name."""
    return f"t: {{type: thesis, {relations}}}\n" + "\n".join(f"{key}: {{}}" for key in "abcou")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("because: [a]", "because: [a, b]", [
            ("t", "re-argued", "because", "-", "b"), ("b", "moved", "under", "-", "a reason for t"),
        ]),
        ("because: [a, b]", "because: [[a, b]]", [("t", "re-argued", "because", "a; b", "a + b")]),
        ("because: [[a, b]]", "because: [a, b]", [("t", "re-argued", "because", "a + b", "a; b")]),
        ("because: [[a, b], c]", "because: [[a, c], b]", [("t", "re-argued", "because", "a + b; c", "a + c; b")]),
        ("because: [a, b]", "because: [b, a]", [("t", "reordered", "because", "a; b", "b; a")]),
        ("because: [[a, b]]", "because: [[b, a]]", [("t", "reordered", "premises", "a, b", "b, a")]),
        ("because: [a, a]", "because: [a]", [("t", "re-argued", "because", "a", "-")]),
        ("because: [{premises: [a], unless: [u]}]", "because: [{premises: [a], scheme: sign, unless: [u, o]}]", [
            ("t", "re-argued", "scheme", "-", "sign"), ("t", "re-argued", "unless", "-", "o"),
            ("o", "moved", "under", "-", "a doubt about a reason for t"),
        ]),
        ("because: [{premises: [a], unless: [u, o]}]", "because: [{premises: [a], unless: [o, u]}]", [
            ("t", "reordered", "unless", "u, o", "o, u"),
        ]),
        ("but: [o, u]", "but: [u, o]", [("t", "reordered", "but", "o, u", "u, o")]),
        ("but: [o]", "because: [o]", [
            ("t", "re-argued", "because", "-", "o"), ("t", "re-argued", "but", "o", "-"),
            ("o", "moved", "under", "an objection to t", "a reason for t"),
        ]),
        ("because: [{premises: [a], unless: [u]}, b]", "because: [a, {premises: [b], unless: [u]}]", [
            ("t", "re-argued", "unless", "u", "-"), ("t", "re-argued", "unless", "-", "u"),
        ]),
    ],
)  # fmt: skip
def test_the_case_for_a_statement(old: str, new: str, found: list[Any]) -> None:
    assert rows(diff(case(old), case(new))) == found


def test_a_statement_that_hangs_under_another_one_has_moved() -> None:
    old, new = (
        "t: {because: [a]}\ns: {}\na: {because: [b]}\nb: {}",
        "t: {}\ns: {because: [a]}\na: {because: [b]}\nb: {}",
    )
    (moved,) = [change for s in diff(old, new).statements for change in s.changes if change.kind == "moved"]
    assert (moved.old, moved.new) == ((Attachment("t", "because"),), (Attachment("s", "because"),))


def test_a_statement_that_serves_in_one_more_place_has_not_moved() -> None:
    old, new = "t: {because: [a]}\ns: {}\na: {}", "t: {because: [a]}\ns: {because: [a]}\na: {}"
    assert rows(diff(old, new)) == [("s", "re-argued", "because", "-", "a")]
    assert rows(diff(new, old)) == [("s", "re-argued", "because", "a", "-")]


def test_what_loses_what_it_hung_under_has_moved() -> None:
    assert rows(diff("t: {because: [a]}\na: {because: [b]}\nb: {}", "t: {}\nb: {}")) == [
        ("t", "re-argued", "because", "a", "-"),
        ("(a)", "removed", "text", "a", "-"),
        ("b", "moved", "under", "a reason for a", "-"),
    ]


def test_what_was_removed_stands_where_it_stood() -> None:
    found = diff("x: {}\na: {}\ny: {}\nb: {}\nz: {}", "b: {note: n}\na: {note: n}\nnew: {}")
    assert [s.new or f"({s.old})" for s in found.statements] == ["(x)", "b", "(z)", "a", "(y)", "new"]


def test_an_added_statement_tells_where_it_hangs() -> None:
    found = diff("t: {because: [a]}\na: {}", "t: {because: [a], but: [b]}\na: {because: [b]}\nb: {}")
    (added,) = [s for s in found.statements if s.old is None]
    assert added.under == (Attachment("t", "but"), Attachment("a", "because"))
    assert [(c.old_where, c.new_where) for c in added.changes] == [(None, ("statements", "b"))]


def test_places_lead_into_both_versions() -> None:
    found = diff("t: {because: [a, b]}\na: {}\nb: {}", "t: {because: [b, c]}\nb: {}\nc: {}")
    wheres = [(c.field, c.old_where, c.new_where) for c in found.statements[0].changes]
    assert wheres == [
        ("because", ("statements", "t", "because", 0), None),
        ("because", None, ("statements", "t", "because", 1)),
    ]


class TestNames:
    def test_a_new_id_is_nothing_but_a_rename(self) -> None:
        old = "t: {because: [{premises: [a, b], unless: [u]}], but: [o], if: [i]}\na: {}\nb: {}\nu: {}\no: {}\ni: {}"
        new = (
            "t: {because: [{premises: [a1, b], unless: [u1]}], but: [o1], if: [i1]}\n"
            "a1: {text: a}\nb: {}\nu1: {text: u}\no1: {text: o}\ni1: {text: i}"
        )
        assert rows(diff(old, new)) == [(f"{key}1", "renamed", "id", key, f"{key}1") for key in "auoi"]

    def test_a_reason_that_is_renamed_and_joined_by_another_is_shown_as_joined(self) -> None:
        old, new = "t: {because: [a]}\na: {}\nb: {}", "t: {because: [[c, b]]}\nc: {text: a}\nb: {}"
        assert rows(diff(old, new))[0] == ("t", "re-argued", "because", "a", "c + b")

    def test_ids_that_change_places_are_renamed(self) -> None:
        assert rows(diff("a: {text: One.}\nb: {text: Two.}", "a: {text: Two.}\nb: {text: One.}")) == [
            ("a", "renamed", "id", "b", "a"),
            ("b", "renamed", "id", "a", "b"),
        ]

    def test_an_id_whose_text_went_elsewhere_but_came_from_nowhere_is_reworded(self) -> None:
        found = rows(diff("a: {text: One.}", "a: {text: Quite another.}\nb: {text: One.}"))
        assert [(key, kind) for key, kind, *_ in found] == [("a", "reworded"), ("b", "added")]

    def test_a_chain_of_texts_that_ends_at_a_reworded_one_is_left_as_it_is(self) -> None:
        old = "a: {text: One.}\nb: {text: Two.}\nc: {text: Three.}"
        new = "b: {text: One.}\nc: {text: Two.}"
        found = [(key, kind) for key, kind, *_ in rows(diff(old, new))]
        assert found == [("(a)", "removed"), ("b", "reworded"), ("c", "reworded")]

    def test_equal_texts_are_told_apart_by_their_other_fields(self) -> None:
        old = "a: {text: Same., at: ¶1}\nb: {text: Same., at: ¶2}"
        new = "y: {text: Same., at: ¶2}\nx: {text: Same., at: ¶1}"
        assert {(s.old, s.new) for s in diff(old, new).statements} == {("a", "x"), ("b", "y")}

    def test_equal_texts_are_told_apart_by_what_they_hang_together_with(self) -> None:
        old = "t: {because: [a]}\ns: {because: [b]}\na: {text: Same.}\nb: {text: Same.}"
        new = "t: {because: [x]}\ns: {because: [y]}\ny: {text: Same.}\nx: {text: Same., note: n}"
        found = diff(old, new)
        assert {(s.old, s.new) for s in found.statements} == {("a", "x"), ("b", "y")}
        assert found.counts == {"renamed": 2, "re-sourced": 1}

    def test_one_text_fewer_leaves_it_open_which_is_gone(self) -> None:
        found = diff("a: {text: Same.}\nb: {text: Same.}", "x: {text: Same.}")
        assert found.counts == {"added": 1, "removed": 2}


LONG = "The council has counted the bicycles on the old bridge every spring since the lane was opened"
TOP = "t: {because: [a]}\na: {text: %s.}"


class TestLikeness:
    def new(self, text: str, fields: str = "", top: str = "because: [x]") -> Changes:
        return diff(TOP % LONG, f"t: {{{top}}}\nx: {{text: {text}.{fields}}}")

    def test_a_very_similar_text_in_the_same_place_is_renamed_and_reworded(self) -> None:
        found = self.new(LONG.replace("every", "each"))
        assert found.counts == {"renamed": 1, "reworded": 1}
        assert [s.new for s in found.statements] == ["x"]

    @pytest.mark.parametrize(
        ("text", "fields", "top"),
        [
            (LONG.replace("has counted", "has not counted"), "", "because: [x]"),
            (LONG.replace("every spring", "every 3 springs"), "", "because: [x]"),
            (LONG.replace("every", "each"), ", says: {holds: p}", "because: [x]"),
            (LONG.replace("every", "each"), ", type: claim", "because: [x]"),
            (LONG.replace("every", "each"), "", "but: [x]"),
            (LONG.replace("the old bridge every spring", "the harbour wall in summer"), "", "because: [x]"),
        ],
    )
    def test_what_says_something_else_or_stands_elsewhere_is_only_perhaps_the_same(
        self, text: str, fields: str, top: str
    ) -> None:
        found = self.new(text, fields, top)
        assert {s.perhaps for s in found.statements if s.old is None} == {"a"}
        assert {s.perhaps for s in found.statements if s.new is None} == {"x"}
        assert found.counts["added"] == found.counts["removed"] == 1

    def test_two_candidates_are_none(self) -> None:
        new = f"t: {{because: [x, y]}}\nx: {{text: {LONG} now.}}\ny: {{text: {LONG} then.}}"
        found = diff(TOP % LONG, new)
        assert found.counts == {"re-argued": 1, "added": 2, "removed": 1}
        assert {s.perhaps for s in found.statements} == {None}

    def test_other_words_are_another_statement(self) -> None:
        assert {s.perhaps for s in self.new("Nobody shops on foot").statements} == {None}

    def test_chinese_is_compared_without_gaps_between_words(self) -> None:
        old = "t: {because: [a]}\na: {text: 市议会每年春天都会在老桥上统计自行车的数量以及行人的数量}"
        new = "t: {because: [x]}\nx: {text: 市议会每年春天都会在老桥上统计自行车的数目以及行人的数量}"
        assert diff(old, new).counts == {"renamed": 1, "reworded": 1}


class TestAroundTheStatements:
    def fields(self, c: Changes) -> list[tuple[str, str, str]]:
        return [(change.field, in_words(change.old, "-"), in_words(change.new, "-")) for change in c.fields]

    def test_fields_of_the_map_and_the_article(self) -> None:
        old = a_map("m", "a: {}", title="One", article={"authors": ["A", "B"]})
        new = a_map("n", "a: {}", coverage="complete", article={"authors": ["B", "A"], "date": "2020"})
        assert self.fields(differences(old, new)) == [
            ("id", "m", "n"),
            ("title", "One", "-"),
            ("coverage", "partial", "complete"),
            ("article.authors", "A, B", "B, A"),
            ("article.date", "-", "2020"),
        ]

    def test_a_codebook_that_comes_or_goes(self) -> None:
        without, having = a_map("m", "a: {}", book=None), a_map("m", "a: {}")
        assert self.fields(differences(without, having)) == [("codebook", "-", "book")]
        assert self.fields(differences(having, without)) == [("codebook", "book", "-")]

    def test_entries_of_the_codebook(self) -> None:
        book = BOOK | {
            "title": "Lanes",
            "actors": BOOK["actors"] | {"shops": "the shops", "police": "the police"},
            "factors": {key: text for key, text in BOOK["factors"].items() if key != "x"},
            "propositions": BOOK["propositions"]
            | {"p": {"text": "The lane pays", "contrary": ["q"], "kind": "forecast"}},
            "places": BOOK["places"] | {"harbour": {"within": "hills"}},
            "roles": {"friend": {"valence": 1}},
            "incompatible-roles": [],
        }
        found = differences(a_map("m", "a: {}"), a_map("m", "a: {}", book=book))
        assert self.fields(found) == [
            ("codebook.title", "-", "Lanes"),
            ("codebook.incompatible-roles", "ally/adversary", "-"),
        ]
        assert [(e.section, e.key, c.kind, c.field) for e in found.entries for c in e.changes] == [
            ("actors", "shops", "changed", "name"),
            ("actors", "police", "added", "actors"),
            ("factors", "x", "removed", "factors"),
            ("propositions", "p", "changed", "kind"),
            ("propositions", "p", "changed", "contrary"),
            ("places", "harbour", "changed", "within"),
            ("roles", "friend", "added", "roles"),
        ]
        assert found.entries[0].changes[0].new_where == ("codebook", "actors", "shops", "name")

    def test_the_maps_own_sources(self) -> None:
        old, new = (a_map("m", "a: {}", sources={"x": {"title": title}}) for title in ("One", "Two"))
        (entry,) = differences(old, new).entries
        assert (entry.part, entry.section, entry.key) == ("map", "sources", "x")
        assert entry.changes[0].new_where == ("sources", "x", "title")

    def test_two_codebooks(self) -> None:
        old, new = Codebook.model_validate(BOOK), Codebook.model_validate(BOOK | {"id": "new", "sources": {}})
        found = codebook_differences(old, new)
        assert self.fields(found) == [("id", "book", "new")]
        assert [(e.key, e.changes[0].old_where) for e in found.entries] == [
            ("s", ("sources", "s")),
            ("t", ("sources", "t")),
        ]
        assert not codebook_differences(old, old)


class TestWhatItMeans:
    def test_a_stance_that_turns(self) -> None:
        found = diff("a: {says: {holds: p}}\nb: {says: {holds: p}}", "a: {says: {denies: p}}\nb: {says: {holds: p}}")
        assert found.positions == (ChangedPosition("stance", "p", ("holds",), ("denies", "holds")),)

    def test_a_second_statement_to_the_same_end_changes_no_position(self) -> None:
        found = diff("a: {says: {holds: p}}", "a: {says: {holds: p}}\nb: {says: {holds: p}}")
        assert (bool(found), found.positions) == (True, ())

    def test_a_statement_in_another_voice_takes_no_position(self) -> None:
        found = diff("a: {says: {holds: p}}", "a: {says: {holds: p}, voice: riders}")
        assert found.positions == (ChangedPosition("stance", "p", ("holds",), ()),)
        assert found.keys == (ChangedKeys("actors", (), ("riders",)),)

    def test_a_question_counts_only_alone_and_what_is_only_supposed_is_one(self) -> None:
        old = "a: {if: [b]}\nb: {says: [{holds: p}, {cause: c, raises: e}, {actor: council, role: ally}]}"
        new = old + "\nd: {because: [b]}"
        assert diff(old, new).positions == (
            ChangedPosition("stance", "p", ("questions",), ("holds",)),
            ChangedPosition("explanation", "e", (), ("raised by c",)),
            ChangedPosition("role", "council", (), ("ally",)),
        )

    def test_weights_and_who_a_role_is_toward_are_part_of_a_position(self) -> None:
        old = "a: {says: [{cause: [c, d], lowers: e}, {actor: council, role: ally, toward: [shops]}]}"
        new = old.replace("lowers: e", "lowers: e, main: true") + "\nb: {says: {actor: council, role: ally}}"
        assert diff(old, new).positions == (
            ChangedPosition(
                "explanation", "e", ("lowered by c", "lowered by d"), ("lowered by c (main)", "lowered by d (main)")
            ),
            ChangedPosition("role", "council", ("ally toward shops",), ("ally",)),
        )

    def test_keys_that_come_into_use_or_go_out_of_it(self) -> None:
        old = "a: {says: {holds: p}, sources: [s]}"
        new = "a: {says: [{cause: c, raises: e}, {actor: council, role: ally, toward: [shops]}], sources: [t]}"
        assert diff(old, new).keys == (
            ChangedKeys("sources", ("s",), ("t",)),
            ChangedKeys("actors", (), ("council", "shops")),
            ChangedKeys("factors", (), ("c", "e")),
            ChangedKeys("propositions", ("p",), ()),
            ChangedKeys("roles", (), ("ally",)),
        )


def test_names_that_lead_nowhere_are_names_all_the_same() -> None:
    assert rows(diff("t: {because: [gone]}", "t: {because: [gone]}")) == []
    assert rows(diff("t: {because: [gone]}", "t: {because: [lost]}")) == [
        ("t", "re-argued", "because", "gone", "-"),
        ("t", "re-argued", "because", "-", "lost"),
    ]
    assert rows(diff("t: {because: [a]}", "t: {because: [a]}\na: {}")) == [("a", "added", "text", "-", "a")]
    assert rows(diff("t: {because: [a]}\na: {}", "t: {because: [a]}")) == [("(a)", "removed", "text", "a", "-")]


@pytest.mark.parametrize(
    ("old", "new", "versions"),
    [
        (("m", "a: {}"), ("m", "b: {}"), True),
        (("m", "a: {}\nb: {}"), ("n", "a: {}\nc: {}"), True),
        (("m", "a: {}\nb: {}"), ("n", "x: {}\nc: {}"), False),
        (("m", "a: {}"), ("n", ""), True),
        (("m", "a: {text: One.}"), ("n", "a: {text: Two.}"), False),
    ],
)
def test_maps_of_two_ids_are_versions_only_if_half_of_the_shorter_is_common(
    old: tuple[str, str], new: tuple[str, str], versions: bool
) -> None:
    assert are_versions(a_map(*old), a_map(*new)) is versions
    assert are_versions(a_map(*new), a_map(*old)) is versions


@pytest.mark.parametrize("where", [(), (0,), ("colour",), ("statements",), ("statements", "gone", "text")])
def test_a_mistake_that_is_about_no_part_of_the_map_takes_nothing_away(where: Any) -> None:
    one, other = a_map("m", "a: {text: One.}"), a_map("m", "a: {text: Two.}")
    assert without_unread(one, other, [where]) == one


def test_every_field_of_a_statement_is_looked_at() -> None:
    by_hand = {"says", "because", "but", "if_"}
    assert set(PLAIN) | by_hand == set(Statement.model_fields)
    assert set(PLAIN) & by_hand == set()


WORDS = ("tram", "bridge", "harbour", "survey", "market", "council", "river", "school", "depot", "valley", "rents")


def test_a_large_map_with_other_ids_and_every_fifth_text_touched_up_is_still_the_same() -> None:
    chance = random.Random(1)
    texts = [" ".join(chance.choices(WORDS, k=12)) + f" {i}" for i in range(2000)]

    def version(letter: str, more: str) -> ArgumentMap:
        statements = {
            f"{letter}{i}": {
                "text": text + more * (i % 5 == 0),
                "because": [f"{letter}{i + 1}"] if i + 1 < len(texts) else [],
            }
            for i, text in enumerate(texts)
        }
        return ArgumentMap.model_validate({"id": "m", "statements": statements})

    found = differences(version("a", ""), version("b", " too"))
    assert found.counts == {"renamed": 2000, "reworded": 400}
