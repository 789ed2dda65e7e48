"""Checks of maps and codebooks built in Python; `test_bad_maps` holds what they say of files."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.checks import CHECKS, OF_NAMES, check_codebook, check_map, check_together
from argmap.codes import CODES
from argmap.diagnostics import Diagnostic, Where
from argmap.graph import edges
from argmap.model import ArgumentMap, Codebook


def a_map(statements: dict[str, dict[str, Any]], **fields: Any) -> ArgumentMap:
    whole = {key: {"text": key} | statement for key, statement in statements.items()}
    return ArgumentMap.model_validate({"id": "m", "statements": whole} | fields)


def places(found: tuple[Diagnostic, ...]) -> list[tuple[str, Where]]:
    return [(d.code, d.where) for d in found]


def test_a_map_built_in_python_is_checked_like_one_from_a_file() -> None:
    m = a_map({"t": {"type": "thesis", "because": ["a", ["b", "c"]]}, "a": {"but": ["t"]}, "b": {}})
    assert places(check_map(m)) == [
        ("AM201", ("statements", "t", "because", 1, "premises", 1)),
        ("AM301", ("statements", "a", "but", 0)),
    ]


def test_without_a_codebook_keys_voices_and_places_are_free_names() -> None:
    says = [{"holds": "p"}, {"cause": "f", "raises": "g"}, {"actor": "x", "role": "y", "toward": ["z"]}]
    said = {"quote": "q", "says": says, "voice": "somebody", "where": "anywhere"}
    m = a_map({"t": {"type": "thesis", "but": ["s"]}, "s": said})
    assert places(check_map(m)) == [("AM211", ("statements", "s", "says"))]


def test_with_a_codebook_every_key_has_to_be_in_it() -> None:
    says = [{"holds": "p"}, {"cause": ["f", "f2"], "raises": "g"}, {"actor": "x", "role": "y", "toward": ["z"]}]
    m = a_map(
        {"t": {"type": "thesis", "quote": "q", "says": says, "voice": "somebody", "where": "anywhere"}},
        codebook={"id": "c"},
    )
    at: Where = ("statements", "t", "says")
    assert places(check_map(m)) == [
        ("AM205", (*at, 0, "holds")),
        ("AM204", (*at, 1, "cause", 0)),
        ("AM204", (*at, 1, "cause", 1)),
        ("AM204", (*at, 1, "raises")),
        ("AM203", (*at, 2, "actor")),
        ("AM206", (*at, 2, "role")),
        ("AM203", (*at, 2, "toward", 0)),
        ("AM207", ("statements", "t", "voice")),
        ("AM208", ("statements", "t", "where")),
    ]
    assert all(d.help for d in check_map(m))


@pytest.mark.parametrize("where", ["old-town", "Old Town", "old town", "ALTSTADT", "  Old   Town "])
def test_a_place_is_known_by_key_name_or_alias(where: str) -> None:
    codebook = {"id": "c", "places": {"old-town": {"name": "Old Town", "aliases": ["Altstadt"]}, "harbour": {}}}
    assert check_map(a_map({"t": {"type": "thesis", "where": where}}, codebook=codebook)) == ()


@pytest.mark.parametrize("voice", ["author", "mayor", "Mayor Lind", "the mayor", "Critics"])
def test_a_voice_is_the_author_an_actor_or_a_name(voice: str) -> None:
    codebook = {"id": "c", "actors": {"mayor": "The mayor"}}
    assert check_map(a_map({"t": {"type": "thesis", "but": ["s"]}, "s": {"voice": voice}}, codebook=codebook)) == ()


def test_a_codebook_inside_a_map_is_part_of_it_unless_it_is_checked_by_itself() -> None:
    codebook = {"id": "c", "propositions": {"p": {"text": "P", "contrary": ["q"]}}}
    m = a_map({"t": {"type": "thesis"}}, codebook=codebook)
    assert m.codebook is not None
    assert places(check_codebook(m.codebook)) == [("AM205", ("propositions", "p", "contrary", 0))]
    assert places(check_map(m)) == [("AM205", ("codebook", "propositions", "p", "contrary", 0))]
    assert check_map(m, own_codebook=False) == ()


def test_circles_of_a_codebook_are_all_shown_each_from_its_first_key() -> None:
    narrower = {"a": ["b", "x"], "b": ["c"], "c": ["a", "b"], "x": [], "d": ["e"], "e": ["d"]}
    c = Codebook.model_validate(
        {"id": "c", "propositions": {key: {"text": key, "narrower": names} for key, names in narrower.items()}}
    )
    # b → c → b shares the step b → c with the first: mending one may mend both
    assert [d.message.partition(": ")[2] for d in check_codebook(c)] == ["a → b → c → a", "d → e → d"]
    assert {d.code for d in check_codebook(c)} == {"AM301"}


def test_a_long_circle_is_shown_by_both_its_ends() -> None:
    n = 100
    m = a_map({f"s{i}": {"type": "thesis", "because": [f"s{(i + 1) % n}"]} for i in range(n)})
    (found,) = check_map(m)
    assert found.message.endswith("s0 → s1 → s2 → s3 → s4 → s5 → (89 more) → s95 → s96 → s97 → s98 → s99 → s0")


def test_a_statement_under_itself_hides_no_longer_circle() -> None:
    m = a_map({"t": {"type": "thesis", "because": ["t", "a"]}, "a": {"because": ["t"]}})
    assert places(check_map(m)) == [
        ("AM301", ("statements", "a", "because", 0, "premises", 0)),
        ("AM302", ("statements", "t", "because", 0, "premises", 0)),
    ]


@pytest.mark.parametrize(
    ("loose", "said"),
    [
        ({"a": {}}, ["'a' reaches no thesis"]),
        ({"a": {}, "b": {"because": ["a"]}}, ["'b' reaches no thesis, nor does the one below it"]),
        (
            {"a": {}, "b": {"because": ["a"]}, "c": {"but": ["b"]}},
            ["'c' reaches no thesis, nor do the 2 statements below it"],
        ),
        (
            {"a": {"because": ["x"]}, "b": {"because": ["x"]}, "x": {}},
            ["'a' reaches no thesis, nor does the one below it", "'b' reaches no thesis"],
        ),
        ({"a": {"because": ["b"]}, "b": {"if": ["a"]}}, ["'a' reaches no thesis, nor does the one below it"]),
        ({"a": {"because": ["a"]}}, ["'a' reaches no thesis"]),
        ({"a": {"because": ["held"]}}, ["'a' reaches no thesis"]),
    ],
)
def test_what_hangs_on_nothing_is_told_at_its_top(loose: dict[str, dict[str, Any]], said: list[str]) -> None:
    m = a_map({"t": {"type": "thesis", "because": ["held"]}, "held": {}} | loose)
    assert [d.message for d in check_map(m) if d.code == "AM304"] == said


def test_what_a_misspelt_name_meant_is_not_called_loose() -> None:
    m = a_map({"t": {"type": "thesis", "because": ["hungri"]}, "hungry": {"because": ["poor"]}, "poor": {}})
    assert [d.code for d in check_map(m)] == ["AM201"]


@pytest.mark.parametrize(
    ("statements", "likely"),
    [
        ({"a": {"because": ["b"]}, "b": {}}, ": 'a' stands under no other"),
        ({"a": {}, "b": {}}, ": 'a' and 'b' stand under no other"),
        ({"a": {}, "b": {}, "c": {}}, ": 'a', 'b' and 'c' stand under no other"),
        ({"a": {}, "b": {}, "c": {}, "d": {}}, ""),
        ({"a": {"because": ["b"]}, "b": {"because": ["a"]}}, ""),
    ],
)
def test_where_there_is_no_thesis_the_likely_ones_are_named(statements: dict[str, Any], likely: str) -> None:
    (found,) = (d for d in check_map(a_map(statements)) if d.code == "AM303")
    assert found.help == f"give what the whole article argues for `type: thesis`{likely}"


def test_a_salvaged_map_is_blamed_only_for_what_is_there() -> None:
    m = a_map({"a": {"because": ["b", "a"], "says": [{"holds": "p"}]}, "c": {"type": "evidence"}})
    assert places(check_map(m, salvaged=True, text="¶1 One.")) == [
        ("AM201", ("statements", "a", "because", 0, "premises", 0)),
        ("AM302", ("statements", "a", "because", 1, "premises", 0)),
    ]
    assert set(CHECKS) >= OF_NAMES


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ({"quote": "said here", "at": "¶1"}, []),
        ({"quote": "said here", "at": ["¶2", "¶1"]}, []),
        ({"quote": "said here", "at": "¶1-2"}, []),
        ({"quote": "said here"}, []),
        ({"quote": "said here", "at": "p. 7"}, []),
        ({"quote": "said here", "at": ["¶2", "§3"]}, []),
        ({"quote": "said here", "at": ["¶2", "¶1.1"]}, []),
        ({"quote": "said here", "at": "¶2"}, ["AM403"]),
        ({"quote": "said here", "at": ["¶2", "¶9"]}, ["AM402", "AM403"]),
        ({"quote": "said here", "at": "¶9"}, ["AM402"]),
        ({"at": "¶2-999999"}, ["AM402"]),
        ({"quote": "said there", "at": "¶9"}, ["AM402", "AM401"]),
        ({"quote": "said there", "via": {"map": "other", "at": "¶1"}}, []),
        ({}, []),
    ],
)
def test_quotations_are_held_against_the_paragraphs_named(statement: dict[str, Any], codes: list[str]) -> None:
    m = a_map({"t": {"type": "thesis"} | statement})
    assert [d.code for d in check_map(m, text="¶1 This is said here.\n\n¶2 Not so.\n")] == codes
    assert check_map(m) == ()


def test_where_a_quotation_stands_often_the_first_paragraphs_are_named() -> None:
    m = a_map({"t": {"type": "thesis", "quote": "so", "at": "¶9"}})
    (found,) = check_map(m, text="\n\n".join(f"¶{n} {'so' if n != 9 else 'no'}" for n in range(1, 12)))
    assert found.message == "the quote stands in ¶1, ¶2, ¶3 and 7 more, not in ¶9"


@pytest.mark.parametrize(
    ("numbers", "ranges"),
    [
        ([1], "¶1"),
        ([0, 1, 2], "¶0 to ¶2"),
        ([1, 2, 4], "¶1 to ¶2, ¶4"),
        ([1, 3, 5, 7, 9], "¶1, ¶3, …, ¶9"),
    ],
)
def test_the_paragraphs_that_there_are_are_told(numbers: list[int], ranges: str) -> None:
    m = a_map({"t": {"type": "thesis", "at": "¶20"}})
    (found,) = check_map(m, text="\n".join(f"¶{n} text" for n in numbers))
    assert (found.message, found.help) == ("the article has no ¶20", f"it has {ranges}")


@pytest.mark.parametrize("text", ["", "\n\n", "# Title", "References\n¶1 A book."])
def test_a_text_without_paragraphs_is_told_once(text: str) -> None:
    m = a_map({"t": {"type": "thesis", "quote": "a"}, "u": {"type": "thesis", "quote": "b", "at": "¶1"}})
    assert places(check_map(m, text=text)) == [("AM408", ())]
    named = a_map({"t": {"type": "thesis"}}, article={"text": "a.txt"})
    assert places(check_map(named, text=text)) == [("AM408", ("article", "text"))]


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ({"type": "thesis", "voice": "author"}, []),
        ({"type": "objection"}, ["AM605"]),
        ({"type": "objection", "voice": "author"}, []),
        ({"type": "objection", "voice": "Critics"}, []),
        ({"type": "objection", "says": []}, []),
        ({"quote": None}, ["AM603"]),
        ({"quote": None, "says": [{"actor": "a", "role": "ally"}, {"actor": "b", "role": "ally"}]}, ["AM601"]),
        ({"quote": None, "type": "assumption"}, []),
        ({"says": {"cause": ["f", "g"], "lowers": "g"}}, ["AM606"]),
        ({"says": {"actor": "a", "role": "ally", "toward": ["b", "a"]}}, ["AM606"]),
    ],
)
def test_what_is_coded_has_words_and_a_voice(statement: dict[str, Any], codes: list[str]) -> None:
    m = a_map({"t": {"type": "thesis", "but": ["s"]}, "s": {"quote": "q", "says": {"holds": "p"}} | statement})
    assert [d.code for d in check_map(m) if d.code not in ("AM211", "AM405")] == codes


@pytest.mark.parametrize(
    ("upper", "lower", "relation", "told"),
    [
        ("author", "Critics", "because", True),
        ("author", "Critics", "but", False),
        ("author", "Critics", "if", False),
        ("Critics", "Critics", "because", False),
        ("Critics", "Mayor Lind", "because", False),
        ("Critics", "author", "because", False),
    ],
)
def test_only_a_reason_of_the_author_has_to_be_the_authors(upper: str, lower: str, relation: str, told: bool) -> None:
    m = a_map({"t": {"type": "thesis", "voice": upper, relation: ["s"]}, "s": {"voice": lower}})
    assert ("AM604" in {d.code for d in check_map(m)}) == told


def test_maps_of_one_call_have_different_ids_and_know_each_other() -> None:
    via = {"quote": "said here", "via": {"map": "n", "at": "¶1"}}
    m = a_map({"t": {"type": "thesis"} | via})
    n = a_map({"t": {"type": "thesis"}}, id="n")
    assert check_together([m, n]) == ((), ())
    assert check_together([m, n], texts={"n": "¶1 This is said here."}) == ((), ())
    assert [places(found) for found in check_together([m, n, m], texts={"n": "¶1 No.\n¶2 It is said here."})] == [
        [("AM403", ("statements", "t", "via", "at"))],
        [],
        [("AM210", ("id",)), ("AM403", ("statements", "t", "via", "at"))],
    ]
    assert [places(found) for found in check_together([m])] == [[("AM212", ("statements", "t", "via", "map"))]]
    itself = a_map({"t": {"type": "thesis", "via": {"map": "m", "at": "¶1"}}})
    assert [d.code for d in check_together([itself, n])[0]] == ["AM212"]


def test_the_same_map_is_always_told_the_same() -> None:
    m = a_map({"a": {"because": ["b", "x"], "but": ["b"]}, "b": {"because": ["a"]}, "c": {"says": {"holds": "p"}}})
    assert check_map(m) == check_map(ArgumentMap.model_validate(m.model_dump(by_alias=True)))


KEYS = ["a", "b", "c", "d", "x"]
NAMES = st.lists(st.sampled_from(KEYS), max_size=3)
STATEMENTS = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["thesis", "premise", "evidence", "assumption", "objection"]),
        "because": st.lists(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3), max_size=3),
        "but": NAMES,
        "if": NAMES,
        "quote": st.sampled_from([None, "said here", "nowhere", "… …"]),
        "at": st.lists(st.sampled_from(["¶1", "¶2-8", "p. 3", "¶1.2"]), max_size=2),
    }
)


@given(st.dictionaries(st.sampled_from(KEYS[:4]), STATEMENTS))
def test_every_problem_has_its_severity_a_way_out_and_a_place_in_the_map(statements: dict[str, dict[str, Any]]) -> None:
    m = a_map(statements)
    found = check_map(m, text="¶1 This is said here.")
    for d in found:
        assert d.severity == CODES[d.code].severity
        assert d.help
        assert d.message[0] in "'`abcdefghijklmnopqrstuvwxyz"
        assert not d.message.endswith(".")
        assert d.where[0] in ("statements", "article")
        assert len(d.where) < 2 or d.where[1] in statements
    dangling = sum(edge.lower not in statements for edge in edges(m))
    assert sum(d.code == "AM201" for d in found) == dangling


def test_thousands_of_unknown_names_are_told_of_and_the_first_hundred_are_looked_for() -> None:
    statements = {f"stage-{i}": {"because": [f"stagee-{i}"]} for i in range(3000)}
    found = check_map(a_map({"t": {"type": "thesis"}, **statements}))
    assert [d.code for d in found] == ["AM201"] * 3000  # and none unattached: nobody knows what was meant
    assert sum(d.help.startswith("did you mean") for d in found) == 100


def test_thousands_of_circles_are_each_found() -> None:
    propositions = {f"p-{i}": {"text": "P.", "narrower": [f"p-{i ^ 1}"]} for i in range(4000)}
    found = check_codebook(Codebook.model_validate({"id": "c", "propositions": propositions}))
    assert [d.code for d in found] == ["AM301"] * 2000
    assert found[-1].message == "these propositions are narrower than each other: p-3998 → p-3999 → p-3998"


def test_of_circles_that_all_hang_together_some_are_told() -> None:
    keys = [f"p-{i}" for i in range(30)]
    propositions = {key: {"text": "P.", "narrower": [k for k in keys if k != key]} for key in keys}
    found = check_codebook(Codebook.model_validate({"id": "c", "propositions": propositions}))
    assert [d.code for d in found] == ["AM301"] * 20
