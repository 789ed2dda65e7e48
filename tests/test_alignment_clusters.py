"""Accepted rows as a signed union-find: what they join, with which sign, under which name, and which contradict."""

from itertools import permutations
from typing import Any

import pytest
from comparison_cases import BOOK, a_map
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.comparison.alignment.clusters import Clusters, cluster, lone_stance
from argmap.comparison.alignment.correspondences import Correspondence, Predicate, Ref
from argmap.comparison.keys import literal
from argmap.comparison.sharing import share
from argmap.comparison.vocabulary import vocabulary

SAME: Predicate = "skos:exactMatch"
OPPOSITE: Predicate = "argmap:contradicts"
BROADER: Predicate = "skos:broadMatch"
NARROWER: Predicate = "skos:narrowMatch"
CONTRARY: Predicate = "argmap:contrary"
RELATED: Predicate = "argmap:related"

CONTENT = """
holds: {says: {holds: p}}
denies: {says: {denies: p}}
asks: {says: {questions: p}}
quiet: {says: {holds: q}}
x: {}
y: {}
z: {}
reported: {voice: riders}
role: {says: {actor: council, role: ally}}
cause: {says: {cause: c, raises: e}}
two: {says: [{holds: p}, {holds: q}]}
"""


def row(left: str, predicate: Predicate, right: str, **fields: Any) -> Correspondence:
    """A row of statements written ``map:statement``."""
    ends = [Ref(*end.split(":")) for end in (left, right)]
    return Correspondence(ends[0], predicate, ends[1], **fields)


def clusters(*rows: Correspondence, names: str = "abc", book: dict[str, Any] | None = BOOK) -> Clusters:
    maps = [a_map(name, CONTENT, book=book) for name in names]
    known = vocabulary(maps, list(names))
    return cluster(maps, list(names), rows, known.names, known.order)


def test_the_smallest_statement_names_a_cluster_without_proposition() -> None:
    found = clusters(row("b:y", SAME, "c:x"), row("b:y", SAME, "a:z"))
    assert found.stances == ({"z": ("holds", "a:z")}, {"y": ("holds", "a:z")}, {"x": ("holds", "a:z")})
    assert list(found.rows) == ["a:z"]


def test_the_first_proposition_of_the_codebook_names_a_cluster() -> None:
    found = clusters(row("a:quiet", SAME, "b:holds"), row("a:x", SAME, "b:quiet"))
    assert found.propositions == {"p": ("p", 0), "q": ("p", 0)}
    assert found.stances[0] == {"x": ("holds", "p")}


@pytest.mark.parametrize(
    ("predicate", "other", "stance"),
    [
        (SAME, "holds", "holds"),
        (SAME, "denies", "denies"),
        (SAME, "asks", "holds"),
        (OPPOSITE, "holds", "denies"),
        (OPPOSITE, "denies", "holds"),
        (OPPOSITE, "asks", "denies"),
    ],
)
def test_an_uncoded_statement_takes_its_stance_from_the_row_and_what_it_is_joined_to(
    predicate: Predicate, other: str, stance: str
) -> None:
    assert clusters(row("a:x", predicate, f"b:{other}")).stances[0] == {"x": (stance, "p")}
    assert clusters(row(f"b:{other}", predicate, "a:x")).stances[0] == {"x": (stance, "p")}


def test_two_opposites_make_a_likeness() -> None:
    found = clusters(row("a:x", OPPOSITE, "b:x"), row("b:x", OPPOSITE, "c:x"))
    assert [mine["x"] for mine in found.stances] == [("holds", "a:x"), ("denies", "a:x"), ("holds", "a:x")]


def test_a_proposition_joined_as_the_opposite_of_another_is_turned() -> None:
    found = clusters(row("a:holds", OPPOSITE, "b:quiet"))
    assert found.propositions == {"p": ("p", 0), "q": ("p", 1)}
    assert literal("holds", "p", 1) == ("denies", "p")
    assert literal("questions", "p", 1) == ("questions", "p")


def test_related_and_absent_counterparts_join_nothing() -> None:
    found = clusters(row("a:x", RELATED, "b:x"), Correspondence(Ref("a", "y"), SAME, None, searched="b"))
    assert (found.stances, found.rows, found.implications) == (({}, {}, {}), {}, {})
    assert found.searched == ({"y": ("b",)}, {}, {})


@pytest.mark.parametrize(
    ("predicate", "forward", "backward"),
    [
        (BROADER, (("holds", "a:x"), ("holds", "b:x")), (("denies", "b:x"), ("denies", "a:x"))),
        (NARROWER, (("holds", "b:x"), ("holds", "a:x")), (("denies", "a:x"), ("denies", "b:x"))),
        (CONTRARY, (("holds", "a:x"), ("denies", "b:x")), (("holds", "b:x"), ("denies", "a:x"))),
    ],
)
def test_broader_narrower_and_contrary_rows_are_implications(
    predicate: Predicate, forward: tuple[Any, Any], backward: tuple[Any, Any]
) -> None:
    found = clusters(one := row("a:x", predicate, "b:x"))
    assert found.implications == {forward: one, backward: one}
    assert found.stances == ({"x": ("holds", "a:x")}, {"x": ("holds", "b:x")}, {})
    assert found.rows == {}


def test_implications_are_of_what_is_asserted() -> None:
    found = clusters(row("a:denies", BROADER, "b:quiet"))
    assert set(found.implications) == {(("denies", "p"), ("holds", "q")), (("denies", "q"), ("holds", "p"))}
    joined = clusters(row("a:x", OPPOSITE, "c:holds"), row("a:x", BROADER, "b:quiet"))
    assert (("denies", "p"), ("holds", "q")) in joined.implications


def test_a_row_that_closes_an_odd_cycle_is_a_conflict_with_the_shortest_chain_against_it() -> None:
    long = [row("a:x", SAME, "b:y"), row("b:y", SAME, "c:z"), row("c:z", SAME, "b:x")]
    short = [row("a:x", SAME, "c:y"), row("c:y", SAME, "b:x")]
    closing = row("a:x", OPPOSITE, "b:x")
    found = clusters(*long, *short, closing)
    assert [(c.row, c.chain) for c in found.conflicts] == [(closing, tuple(short))]
    assert closing not in found.rows["a:x"]


def test_an_even_cycle_is_none() -> None:
    rows = [row("a:x", OPPOSITE, "b:x"), row("b:x", OPPOSITE, "c:x"), row("a:x", SAME, "c:x")]
    assert clusters(*rows).conflicts == ()
    assert clusters(*rows, row("a:x", OPPOSITE, "b:x")).conflicts == ()


@pytest.mark.parametrize(
    "closing",
    [
        row("a:holds", OPPOSITE, "b:holds"),
        row("a:holds", SAME, "b:denies"),
        row("a:asks", OPPOSITE, "b:holds"),
        row("a:x", OPPOSITE, "a:x"),
    ],
)
def test_what_the_coding_alone_stands_against_is_a_conflict_with_no_chain(closing: Correspondence) -> None:
    assert [(c.row, c.chain) for c in clusters(closing).conflicts] == [(closing, ())]


def test_a_chain_may_lead_through_propositions() -> None:
    rows = [row("a:x", SAME, "b:holds"), row("b:quiet", SAME, "c:holds"), row("c:y", SAME, "a:quiet")]
    found = clusters(*rows, closing := row("a:x", OPPOSITE, "c:y"))
    assert [(c.row, c.chain) for c in found.conflicts] == [(closing, tuple(rows))]


@pytest.mark.parametrize("bad", ["role", "cause", "two", "nowhere"])
@pytest.mark.parametrize("predicate", [SAME, OPPOSITE, BROADER, CONTRARY])
def test_rows_on_what_is_no_single_stance_are_unusable(bad: str, predicate: Predicate) -> None:
    one, other = row(f"a:{bad}", predicate, "b:x"), row("b:x", predicate, f"a:{bad}")
    assert clusters(one, other).unusable == ((one, Ref("a", bad)), (other, Ref("a", bad)))
    assert clusters(both := row(f"a:{bad}", predicate, f"b:{bad}")).unusable == (
        (both, Ref("a", bad)),
        (both, Ref("b", bad)),
    )


def test_rows_of_maps_that_are_not_compared_are_passed_over() -> None:
    found = clusters(
        row("a:x", SAME, "d:x"),
        row("d:x", SAME, "a:x"),
        row("d:role", SAME, "e:role"),
        Correspondence(Ref("d", "x"), SAME, None),
        Correspondence(Ref("a", "nowhere"), SAME, None),
    )
    assert found == Clusters(stances=({}, {}, {}), searched=({}, {}, {}))


def test_reported_statements_are_joined_like_others() -> None:
    assert clusters(row("a:reported", SAME, "b:holds")).stances[0] == {"reported": ("holds", "p")}


def test_a_key_that_maps_do_not_share_is_joined_by_a_row() -> None:
    maps = [a_map("a", CONTENT), a_map("b", CONTENT, book=BOOK | {"id": "else"})]
    names = share(maps, ["a", "b"]).names
    found = cluster(maps, ["a", "b"], [row("a:holds", SAME, "b:holds")], names)
    assert found.propositions == {"p@a": ("p@a", 0), "p@b": ("p@a", 0)}


def test_only_a_statement_with_one_stance_has_a_lone_stance() -> None:
    statements = a_map("a", CONTENT).statements
    assert [key for key, s in statements.items() if lone_stance(s)] == ["holds", "denies", "asks", "quiet"]


ROWS = [
    row("a:x", SAME, "b:y"),
    row("b:y", OPPOSITE, "c:z"),
    row("c:z", OPPOSITE, "a:quiet"),
    row("b:quiet", BROADER, "c:holds"),
]


@pytest.mark.parametrize("order", list(permutations(ROWS)))
def test_the_order_of_rows_changes_no_cluster(order: tuple[Correspondence, ...]) -> None:
    found, usual = clusters(*order), clusters(*ROWS)
    assert (found.stances, found.propositions, found.implications) == (
        usual.stances,
        usual.propositions,
        usual.implications,
    )
    assert {key: set(some) for key, some in found.rows.items()} == {key: set(some) for key, some in usual.rows.items()}


ends = st.builds(lambda m, s: f"{m}:{s}", st.sampled_from("abc"), st.sampled_from(["x", "y", "holds", "denies"]))
joins = st.lists(st.builds(row, ends, st.sampled_from([SAME, OPPOSITE]), ends), max_size=7)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(joins)
def test_a_conflict_is_told_exactly_where_no_signs_fit_all_rows(rows: list[Correspondence]) -> None:
    """Against trying out every assignment of signs to what is joined."""
    found = clusters(*rows)
    nodes = sorted({node(end) for r in rows for end in (r.subject, r.object) if end})
    fits = any(
        all(fit(dict(zip(nodes, signs, strict=True)), r) for r in rows)
        for signs in ([n >> i & 1 for i in range(len(nodes))] for n in range(2 ** len(nodes)))
    )
    assert fits == (not found.conflicts)
    for conflict in found.conflicts:
        signs = [sign(r) for r in (*conflict.chain, conflict.row)]
        assert sum(signs) % 2 == 1
        assert set(conflict.chain) <= set(rows)


def node(end: Ref) -> str:
    return "p" if end.statement in ("holds", "denies") else str(end)


def sign(r: Correspondence) -> int:
    """Whether a row says that what its ends hang on is opposite."""
    assert r.object
    turned = sum(end.statement == "denies" for end in (r.subject, r.object))
    return (turned + (r.predicate == OPPOSITE)) % 2


def fit(signs: dict[str, int], r: Correspondence) -> bool:
    assert r.object
    return signs[node(r.subject)] ^ signs[node(r.object)] == sign(r)
