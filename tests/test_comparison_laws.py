"""What holds for all maps: laws of the comparison over generated maps."""

import json
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

from generated_maps import (
    FREE,
    LINKED_BOOK,
    Content,
    brief,
    build,
    build_all,
    contents,
    forms,
    quick,
    rows,
    several,
    statements,
)
from generated_maps import with_free as freed
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from argmap.comparison import CATEGORIES, Comparison, Finding
from argmap.comparison import compare as compare_maps
from argmap.comparison.alignment.correspondences import Correspondence
from argmap.comparison.flags import FLAGS
from argmap.comparison.records import GROUPS, LOCI, PROFILES
from argmap.errors import InvalidAlignment
from argmap.model import ArgumentMap
from argmap.reporters.comparison_json import to_json

SCHEMA = Path(__file__).parents[1] / "docs" / "schema" / "comparison.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
FLIP = {"holds": "denies", "denies": "holds"}


def compare(maps: Sequence[ArgumentMap], alignment: Sequence[Correspondence] = ()) -> Comparison:
    return compare_maps(maps, alignment=alignment, metrics=False)


def categories(c: Comparison) -> dict[str, str]:
    return {f.id: f.category for f in c.findings}


def unsided(f: Finding) -> tuple[object, ...]:
    """All of a finding that has no side in it."""
    return f.id, f.category, f.group, f.flags, f.shared, f.question, f.basis, f.label


def located(f: Finding) -> object:
    """The locus without the order of its sides."""
    return f.locus and replace(f.locus, unaddressed=dict(sorted(f.locus.unaddressed.items())))


@quick
@given(contents, contents)
def test_swapping_the_maps_turns_the_sides_and_nothing_else(left: Content, right: Content) -> None:
    a, b = build("a", left), build("b", right)
    there, back = compare([a, b]).findings, compare([b, a]).findings
    assert [unsided(f) for f in there] == [unsided(f) for f in back]
    for f, g in zip(there, back, strict=True):
        assert (list(f.sides), list(f.only), list(g.sides), list(g.only)) == (["a", "b"], ["a", "b"], *[["b", "a"]] * 2)
        assert (f.sides, f.only) == (g.sides, g.only)
        assert located(f) == located(g)
        assert {frozenset(camp) for camp in f.camps} == {frozenset(camp) for camp in g.camps}
        assert (list(f.pairs), list(g.pairs)) in ((["a|b"], ["b|a"]), ([], []))
        assert list(f.pairs.values()) == list(g.pairs.values())


@quick
@given(several, st.randoms(use_true_random=False))
def test_the_order_of_maps_changes_nothing_but_the_order_of_sides(found: list[Content], chance: Any) -> None:
    maps = build_all(found)
    shuffled = list(maps)
    chance.shuffle(shuffled)
    there, back = compare(maps).findings, compare(shuffled).findings
    assert [unsided(f) for f in there] == [unsided(f) for f in back]
    for f, g in zip(there, back, strict=True):
        assert (dict(f.sides), dict(f.only)) == (dict(g.sides), dict(g.only))
        assert {frozenset(camp) for camp in f.camps} == {frozenset(camp) for camp in g.camps}
        assert by_pair(f) == by_pair(g)


def by_pair(f: Finding) -> dict[frozenset[str], str]:
    return {frozenset(pair.split("|")): category for pair, category in f.pairs.items()}


def is_coded(m: ArgumentMap) -> bool:
    return any(s.says for s in m.statements.values())


@brief
@given(several, rows("abc"), st.permutations("abc"))
def test_the_order_of_maps_changes_nothing_where_rows_join_them(
    found: list[Content], some: list[Correspondence], order: list[str]
) -> None:
    maps = build_all([freed(content) for content in found[:3]])
    shuffled = [maps["abc".index(name)] for name in order]
    try:
        there = compare(maps, some).findings
    except InvalidAlignment:
        assume(False)
    back = compare(shuffled, some).findings
    assert [unsided(f) for f in there] == [unsided(f) for f in back]
    assert [(dict(f.sides), dict(f.only), by_pair(f)) for f in there] == [
        (dict(f.sides), dict(f.only), by_pair(f)) for f in back
    ]


@quick
@given(several)
def test_each_pair_among_many_has_the_category_the_two_have_alone(found: list[Content]) -> None:
    maps = build_all(found)
    together = compare(maps).findings
    for a, b in combinations(maps, 2):
        if not (is_coded(a) or is_coded(b)):
            continue  # the two alone have no findings, not even on sources
        alone = {f.id: f.category for f in compare([a, b]).findings if f.pairs}
        among = {f.id: f.pairs[f"{a.id}|{b.id}"] for f in together if f"{a.id}|{b.id}" in f.pairs}
        assert among == {id_: category for id_, category in alone.items() if category != "internal-tension"}


BOOKS: list[dict[str, Any] | None] = [
    LINKED_BOOK,
    LINKED_BOOK,
    None,
    LINKED_BOOK | {"id": "other"},
    LINKED_BOOK
    | {"propositions": {"p": "Another text", "q": "The street is quiet"}, "roles": {"ally": {"valence": -1}}},
]


@quick
@given(several, st.lists(st.sampled_from(BOOKS), min_size=5, max_size=5))
def test_pairs_are_judged_alike_alone_and_among_many_whatever_their_codebooks(
    found: list[Content], books: list[dict[str, Any] | None]
) -> None:
    maps = [build("abcde"[i], content, book=books[i]) for i, content in enumerate(found)]
    known = [m.codebook for m in maps if m.codebook]
    assume(len(known) == len(maps) or all(book == known[0] for book in known))  # else whose keys are the others'?
    together = compare(maps).findings
    for a, b in combinations(maps, 2):
        if not (is_coded(a) or is_coded(b)):
            continue
        alone = {about(f, a, b): f.category for f in compare([a, b]).findings if f.pairs}
        for f in together:
            if (pair := f"{a.id}|{b.id}") in f.pairs:
                assert f.pairs[pair] == alone[about(f, a, b)]


def about(f: Finding, a: ArgumentMap, b: ArgumentMap) -> tuple[object, ...]:
    """What a finding is about between two maps, as keys have other names where maps do not share them."""
    keys = tuple(sorted(key.partition("@")[0] for key in f.key.split("~")))
    return f.unit, keys, *(tuple(c.id for c in f.sides[m.id].statements) for m in (a, b))


@quick
@given(contents, contents)
def test_the_order_of_statements_changes_nothing_but_the_order_of_lists(left: Content, right: Content) -> None:
    shuffled = list(left[0].items())
    random.Random(1).shuffle(shuffled)
    a, again, b = build("a", left), build("a", (dict(shuffled), left[1])), build("b", right)
    assert loose(compare([a, b])) == loose(compare([again, b]))


def loose(c: Comparison) -> list[object]:
    """The findings without what follows the order of a file, sentences and all."""
    return [(f.id, f.category, f.flags, f.shared, f.basis, f.pairs, f.locus and f.locus.all) for f in c.findings]


@quick
@given(contents, contents)
def test_renaming_statements_changes_nothing_but_their_ids(left: Content, right: Content) -> None:
    b = build("b", right)
    texts = {name: s | {"text": f"The sentence of {name.upper()}."} for name, s in left[0].items()}
    renamed = json.loads(re.sub(r'"(n\d)"', r'"other-\1"', json.dumps(texts)))
    before, after = (to_json(compare([build("a", (some, left[1])), b])) for some in (texts, renamed))
    assert json.loads(before)["findings"] == json.loads(after.replace("other-n", "n"))["findings"]


@quick
@given(several, st.permutations(["zz", "mm", "kk", "bb", "aa"]))
def test_renaming_maps_changes_nothing_but_their_names(found: list[Content], ids: list[str]) -> None:
    names = [f"Author {i}" for i in range(len(found))]
    before, after = (
        [build(id_, content, article={"short": n}) for id_, content, n in zip(some, found, names, strict=False)]
        for some in ("abcde", ids)
    )
    for f, g in zip(compare(before).findings, compare(after).findings, strict=True):
        assert (f.id, f.category, f.flags, f.notes, f.sentence) == (g.id, g.category, g.flags, g.notes, g.sentence)
        assert [len(camp) for camp in f.camps] == [len(camp) for camp in g.camps]


@quick
@given(contents)
def test_a_map_agrees_with_itself(content: Content) -> None:
    m = build("a", content)
    for copies in (2, 3):
        found = compare([m] * copies)
        if copies == 2:
            assert all(f.group == "agree" or f.category == "internal-tension" for f in found.findings)
        assert all(f.category in ("consensus", "tension") for f in found.findings) or copies == 2
        assert all(CATEGORIES[c] == "agree" for f in found.findings for c in f.pairs.values()) or copies == 2
        assert all(len(f.camps) <= 1 for f in found.findings)
        assert all(only == () for f in found.findings for only in f.only.values())
        assert [c.id for c in found.maps] == ["a", "a#2", "a#3"][:copies]


@quick
@given(several, st.lists(forms, min_size=1, max_size=3))
def test_what_others_are_reported_to_say_changes_no_category(found: list[Content], said: list[Any]) -> None:
    report = {f"report-{i}": {"says": s, "voice": "riders", "sources": ["t"]} for i, s in enumerate(said)}
    more = (found[0][0] | report, found[0][1])
    for n in (2, len(found)):
        before, after = compare(build_all(found[:n])), compare(build_all([more, *found[1:n]]))
        if before.findings:  # else the report may be the first thing said at all
            assert categories(before) == categories(after)


@quick
@given(contents, contents, st.sampled_from(["holds", "denies"]))
def test_a_statement_on_a_key_of_its_own_changes_no_other_finding(left: Content, right: Content, how: str) -> None:
    own = left[0] | {"own": {"says": {how: "own-key"}}}
    b = build("b", right)
    before, after = compare([build("a", left), b]), compare([build("a", (own, left[1])), b])
    kept = [f for f in after.findings if f.key != "own-key"]
    assert {f.id: replace(f) for f in before.findings} == {f.id: f for f in kept} or not before.findings
    if before.findings:
        assert categories(after)["stance:own-key"] == "one-sided"


@quick
@given(several)
def test_every_finding_is_one_of_its_kind_and_counted_once(found: list[Content]) -> None:
    for maps in (build_all(found[:2]), build_all(found)):
        c = compare(maps)
        assert len({f.id for f in c.findings}) == len(c.findings)
        assert sum(c.counts().values()) + sum(c.counts(evidence=True).values()) == len(c.findings)
        assert all(len(c.in_group(group)) == n for group, n in c.counts().items())
        order = [(f.unit == "evidence", GROUPS.index(f.group)) for f in c.findings]
        assert order == sorted(order)
        for f in c.findings:
            assert f.id == f"{f.unit}:{f.key}"
            assert [flag for flag in FLAGS if flag in f.flags] == list(f.flags)
            if len(maps) == 2:
                assert CATEGORIES[f.category] == f.group
                assert (f.locus is not None) == (f.group == "conflict" and f.unit != "evidence")
            else:
                assert f.category in PROFILES
                assert all(category in CATEGORIES for category in f.pairs.values())


@quick
@given(several)
def test_every_key_a_map_speaks_on_is_in_exactly_one_finding_or_in_linked_ones(found: list[Content]) -> None:
    for maps in (build_all(found[:2]), build_all(found)):
        c = compare(maps)
        spoken = [set(key.split("~")) for key in (f.key for f in c.findings if f.unit == "stance")]
        for key in "pqru":
            with_it = [f for f in c.findings if f.id == f"stance:{key}"]
            assert len(with_it) <= 1
            if len(maps) == 2:
                assert sum(key in keys for keys in spoken) <= 1


@quick
@given(several)
def test_results_validate_and_sentences_are_whole(found: list[Content]) -> None:
    for maps in (build_all(found[:2]), build_all(found)):
        c = compare_maps(maps)
        VALIDATOR.validate(json.loads(to_json(c)))
        assert to_json(c) == to_json(compare_maps(maps))
        for text in (t for f in c.findings for t in (f.sentence, *f.notes)):
            assert text.endswith(".")
            assert not any(slip in text for slip in ("  ", "..", "None", "()", " ,", " ;", " ."))


@quick
@given(several)
def test_a_map_speaks_on_a_key_exactly_where_it_has_a_position(found: list[Content]) -> None:
    for maps in (build_all(found[:2]), build_all(found)):
        for f in compare(maps).findings:
            speaking = [key for key, side in f.sides.items() if side.position is not None]
            assert sorted(key for camp in f.camps for key in camp) == sorted(speaking)
            assert (f.category in ("one-sided", "only-one")) == (len(speaking) == 1) or "tension" in f.category
            assert all(bool(side.statements) == (side.position is not None) for side in f.sides.values())


@quick
@given(several)
def test_the_locus_of_a_conflict_names_findings_and_entries_that_are_there(found: list[Content]) -> None:
    c = compare(build_all(found[:2]))
    by_id = {f.id: f for f in c.findings}
    for f in (f for f in c.findings if f.locus):
        locus = f.locus
        assert locus is not None
        assert [kind for kind in LOCI if kind in locus.all] == list(locus.all)
        assert (locus.all == ("bare",)) == ("bare" in locus.all)
        assert bool(locus.premises) == ("premise" in locus.all) == bool(locus.roots)
        assert set(locus.double) <= set(locus.roots)
        assert all(by_id[other].group == "conflict" for other in (*locus.premises, *locus.roots))
        assert f.id not in locus.premises
        assert bool(locus.step) == ("step" in locus.all)
        assert bool(locus.weighed) == ("weighing" in locus.all)
        assert any(locus.unaddressed.values()) == ("unaddressed" in locus.all)
        assert not locus.deep or locus.all == ("bare",)


@quick
@given(st.sampled_from(["holds", "denies"]), statements(), statements(), st.lists(st.sampled_from("st"), max_size=2))
def test_a_lone_stance_that_is_flipped_turns_agreement_into_contradiction(
    how: str, left: dict[str, Any], right: dict[str, Any], sources: list[str]
) -> None:
    def said(attitude: str, rest: dict[str, Any]) -> Content:
        return rest | {"own": {"says": {attitude: "own-key"}, "sources": sources, "because": list(rest)[:2]}}, "partial"

    one = build("a", said(how, left))
    same, flipped = (build("b", said(h, right)) for h in (how, FLIP[how]))
    assert categories(compare([one, same]))["stance:own-key"].startswith("agree-")
    assert categories(compare([one, flipped]))["stance:own-key"] == "stance-contradiction"


@brief
@given(st.lists(contents, min_size=3, max_size=3), rows("abc"), rows("abc"))
def test_dropping_rows_changes_only_findings_on_what_they_join(
    found: list[Content], kept: list[Correspondence], dropped: list[Correspondence]
) -> None:
    for n in (2, 3):
        maps = build_all([freed(content) for content in found])[:n]
        assume(compare(maps).findings)  # else it is a row that first makes something comparable
        try:
            whole = compare(maps, [*kept, *dropped])
        except InvalidAlignment:
            assume(False)
        before, after = categories(whole), categories(compare(maps, kept))
        changed = {id_ for id_ in before.keys() | after.keys() if before.get(id_) != after.get(id_)}
        assert all(any(free in id_ for free in FREE) for id_ in changed)


@brief
@given(contents, contents, rows())
def test_a_finding_that_a_lone_row_makes_names_it(left: Content, right: Content, some: list[Correspondence]) -> None:
    maps, row = [build(id_, freed(content)) for id_, content in (("a", left), ("b", right))], replace(some[0], row=2)
    before, after = (categories(compare(maps, rows_)) for rows_ in ([], [row]))
    assume(before)
    changed = {id_ for id_ in before.keys() | after.keys() if before.get(id_) != after.get(id_)}
    named = {f.id for f in compare(maps, [row]).findings if any(b.row == 2 for b in f.basis)}
    assert changed == named
    assert all(
        (f.basis[0].id, f.basis[0].predicate) == ("rows.tsv", row.predicate)
        for f in compare(maps, [row]).findings
        if f.id in named
    )


@brief
@given(st.lists(contents, min_size=3, max_size=3), rows("abc"), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing_but_which_one_is_to_blame(
    found: list[Content], some: list[Correspondence], chance: Any
) -> None:
    maps = build_all([freed(content) for content in found])
    shuffled = list(some)
    chance.shuffle(shuffled)
    outcomes = []
    for order in (some, shuffled):
        try:
            outcomes.append([(f.id, f.category, f.sentence, f.flags, f.sides) for f in compare(maps, order).findings])
        except InvalidAlignment:
            outcomes.append([])
    assert outcomes[0] == outcomes[1]
