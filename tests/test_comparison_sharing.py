"""Which keys maps share: with one codebook, with none, another one, or one that drifted."""

from collections.abc import Sequence
from typing import Any

import pytest
from comparison_cases import BOOK, a_map

from argmap.comparison import Comparison, compare
from argmap.comparison.sharing import share
from argmap.model import ArgumentMap

Book = dict[str, Any] | None

ALL = """
t: {says: {holds: p}, sources: [s]}
u: {says: {cause: c, raises: e}}
v: {says: {actor: council, role: ally, toward: [shops]}}
"""
OTHER = BOOK | {"id": "other"}
KEYS = ["proposition:p", "factor:e", "factor:c", "actor:council", "role:ally", "actor:shops", "source:s"]


def names(*books: Book, content: str = ALL, **fields: Any) -> list[dict[str, str]]:
    maps = [a_map("abcd"[i], content, book=book, **fields) for i, book in enumerate(books)]
    found = share(maps, [m.id for m in maps]).names
    return [{f"{space}:{key}": name for (space, key), name in mine.items()} for mine in found]


def differing(*books: Book, **fields: Any) -> list[list[str]]:
    """For each map the names that are not the keys themselves."""
    return [[name for key, name in mine.items() if key.partition(":")[2] != name] for mine in names(*books, **fields)]


def drift(namespace: str, key: str, to: object) -> dict[str, Any]:
    return BOOK | {namespace: {**BOOK.get(namespace, {}), key: to}}


def test_maps_of_one_codebook_share_all_keys() -> None:
    assert [sorted(mine) for mine in names(BOOK, BOOK)] == [sorted(["source:s", *KEYS[:6]])] * 2
    assert differing(BOOK, BOOK, BOOK) == [[], [], []]


def test_maps_without_codebook_share_keys_by_name() -> None:
    assert differing(None, None) == [[], []]
    assert differing(BOOK, None) == [[], []]
    assert differing(None, BOOK, BOOK) == [[], [], []]


def test_maps_of_unlike_codebooks_share_nothing() -> None:
    assert [len(mine) for mine in differing(BOOK, OTHER)] == [7, 7]
    assert names(BOOK, OTHER)[0]["proposition:p"] == "p@a"


def test_a_map_without_codebook_sides_with_neither_of_two_that_differ() -> None:
    found = names(BOOK, None, OTHER)
    assert [mine["proposition:p"] for mine in found] == ["p@a", "p@b", "p@c"]


@pytest.mark.parametrize(
    ("book", "key"),
    [
        (drift("propositions", "p", "Something else"), "p"),
        (drift("propositions", "p", {"text": "The lane pays", "kind": "fact"}), "p"),
        (drift("propositions", "p", {"text": "The lane pays", "contrary": ["q"]}), "p"),
        (drift("factors", "e", "Turnover"), "e"),
        (drift("actors", "council", "the mayor"), "council"),
        (drift("sources", "s", {"title": "Another"}), "s"),
        (drift("roles", "ally", {"text": "sides with them", "valence": -1}), "ally"),
    ],
)
def test_only_the_key_that_drifted_is_not_shared(book: dict[str, Any], key: str) -> None:
    assert differing(BOOK, book) == [[f"{key}@a"], [f"{key}@b"]]
    assert differing(BOOK, book, BOOK) == [[f"{key}@a"], [f"{key}@b"], [f"{key}@a"]]


def test_drift_is_warned_of_once_by_key_and_other_codebooks_are_no_drift() -> None:
    book = drift("propositions", "p", "Something else")
    maps = [a_map(n, ALL, book=b) for n, b in zip("abc", (BOOK, book, OTHER), strict=True)]
    assert [(w.code, w.ids) for w in compare(maps).warnings if w.code in ("AM612", "AM613")] == [
        ("AM612", ()),
        ("AM613", ("p",)),
    ]


def test_a_source_a_map_defines_itself_is_its_own() -> None:
    found = names(BOOK, BOOK, content="t: {says: {holds: p}, sources: [own]}", sources={"own": {"title": "Notes"}})
    assert [mine["source:own"] for mine in found] == ["own@a", "own@b"]


def test_versions_of_one_map_share_its_own_sources_while_they_are_the_same() -> None:
    def version(title: str) -> ArgumentMap:
        return a_map("a", "t: {says: {holds: p}, sources: [own]}", sources={"own": {"title": title}})

    for titles, expected in ((("N", "N"), ["own", "own"]), (("N", "M"), ["own@a", "own@a#2"])):
        found = share([version(title) for title in titles], ["a", "a#2"]).names
        assert [mine["source", "own"] for mine in found] == expected


def test_a_key_no_codebook_defines_is_shared_by_name_and_warned_of() -> None:
    maps = [a_map(n, "t: {says: {holds: unheard-of}}") for n in "ab"]
    c = compare(maps)
    assert [(f.id, f.category, f.basis[0].via) for f in c.findings] == [("stance:unheard-of", "agree-unargued", "name")]
    assert [w.ids for w in c.warnings if w.code == "AM619"] == [("unheard-of",)]


def test_roles_without_codebook_have_the_valences_that_are_built_in() -> None:
    book = BOOK | {"roles": {"ally": {"valence": -1}}, "incompatible-roles": []}
    contents = ["t: {says: {actor: council, role: ally}}", "t: {says: {actor: council, role: adversary}}"]

    def category(*books: Book) -> str:
        maps = [a_map(n, c, book=b) for n, c, b in zip("ab", contents, books, strict=True)]
        return compare(maps).findings[0].category

    assert category(book, book) == "role-different"
    assert category(book, None) == "role-opposed"
    assert category(None, None) == "role-opposed"


LINKED = BOOK | {"propositions": {"p": {"text": "P", "contrary": ["q"]}, "q": "Q"}}
DRIFTED = BOOK | {"propositions": {"p": "Another P", "q": "Q"}}


def pairs(contents: Sequence[str], books: Sequence[Book]) -> dict[str, str]:
    c: Comparison = compare([a_map("abc"[i], s, book=books[i]) for i, s in enumerate(contents)])
    return {pair: category for f in c.findings for pair, category in f.pairs.items()}


def test_a_third_map_that_means_something_else_undoes_no_link_between_two() -> None:
    contents = ["t: {says: {holds: p}}", "t: {says: {holds: q}}", "t: {says: {holds: p}}"]
    assert pairs(contents, [LINKED, LINKED, DRIFTED])["a|b"] == "stance-incompatible"
    assert "b|c" not in pairs(contents, [LINKED, LINKED, DRIFTED])


def test_a_third_map_that_means_something_else_reconciles_no_roles_between_two() -> None:
    drifted = BOOK | {"roles": {"ally": {"valence": -1}}}
    contents = [f"t: {{says: {{actor: council, role: {role}}}}}" for role in ("ally", "adversary", "ally")]
    assert pairs(contents, [BOOK, BOOK, drifted]) == {
        "a|b": "role-incompatible",
        "a|c": "role-opposed",
        "b|c": "role-different",
    }


def test_a_link_holds_between_maps_whose_codebooks_mean_one_thing_by_both_ends() -> None:
    contents = ["t: {says: {holds: p}}", "t: {says: {holds: q}}"]
    reworded = LINKED | {"propositions": {"p": {"text": "Not P", "contrary": ["q"]}, "q": "Q"}}
    assert pairs(contents, [LINKED, LINKED]) == {"a|b": "stance-incompatible"}
    assert pairs(contents, [LINKED, reworded]) == {}
    assert pairs(contents, [LINKED, None]) == {}
