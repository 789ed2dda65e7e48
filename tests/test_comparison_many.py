"""Three maps and more: profiles, groups, camps, sentences, links, codebooks, copies, each by a small case."""

from typing import Any

import pytest
from comparison_cases import BOOK, a_map
from generated_maps import LINKED_BOOK

from argmap.comparison import Comparison, Finding, compare
from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.model import ArgumentMap
from argmap.reporters.comparison_json import to_json

NAMES = "ABCDEFGHIJKLMN"


def maps(*contents: str, names: str = NAMES, **fields: Any) -> list[ArgumentMap]:
    """Maps a, b, c … called A, B, C …"""
    return [
        a_map(n.lower(), content, article={"short": n}, **fields) for n, content in zip(names, contents, strict=False)
    ]


def among(*contents: str, **fields: Any) -> Comparison:
    return compare(maps(*contents, **fields), metrics=False)


def finding(c: Comparison, id: str = "stance:p") -> Finding:  # noqa: A002
    return next(f for f in c.findings if f.id == id)


HOLDS, DENIES, ASKS = (f"t: {{says: {{{how}: p}}}}" for how in ("holds", "denies", "questions"))
TORN = "t: {says: {holds: p}}\nu: {says: {denies: p}}"
RAIN, SPACES = "t: {says: {cause: x, raises: e}}", "t: {says: {cause: d, lowers: e}}"
IDLE = "t: {says: {cause: x, unrelated: e}}"
OTHER = "t: {says: {holds: q}}"

NOTHING = "have nothing on it."
NONE_OF_B, NONE_OF_C = "B's map has nothing on it.", "C's map has nothing on it."
TORN_SAYS = "A both holds and denies that the lane pays"
PROFILES = [
    ("tension", "undetermined", (TORN, HOLDS, ""), TORN_SAYS + "; B holds that the lane pays; " + NONE_OF_C),
    ("tension", "undetermined", (TORN, "", ""), TORN_SAYS + "; the maps of B and C " + NOTHING),
    ("tension", "undetermined", (TORN, DENIES, DENIES), TORN_SAYS + "; B and C deny that the lane pays."),
    ("only-one", "one-sided", (HOLDS, "", OTHER), "Only A holds that the lane pays; the maps of B and C " + NOTHING),
    ("split", "conflict", (HOLDS, HOLDS, DENIES), "A and B hold that the lane pays; C denies it."),
    ("split", "conflict", (HOLDS, ASKS, DENIES), "A holds that the lane pays; B leaves it open; C denies it."),
    ("diverse", "diverge", (HOLDS, HOLDS, ASKS), "A and B hold that the lane pays; C leaves it open."),
    ("diverse", "diverge", (ASKS, HOLDS, ""), "A leaves open whether the lane pays; B holds it; " + NONE_OF_C),
    ("consensus", "agree", (DENIES, DENIES, DENIES), "All three deny that the lane pays."),
    ("consensus", "agree", (ASKS, ASKS, ASKS), "All three leave open whether the lane pays."),
    ("consensus", "agree-but", (HOLDS, HOLDS + "\nv: {says: {holds: p}, because: [w]}\nw: {}", HOLDS), None),
    ("common", "agree", (HOLDS, "", HOLDS), "A and C hold that the lane pays; " + NONE_OF_B),
]  # fmt: skip


@pytest.mark.parametrize(("profile", "group", "contents", "sentence"), PROFILES)
def test_the_profile_is_the_first_that_holds_and_its_group_the_worst_pairs(
    profile: str, group: str, contents: tuple[str, ...], sentence: str | None
) -> None:
    f = finding(among(*contents))
    if group == "agree-but":  # reasons on one side only leave the agreement as it is; see below for a reservation
        group = "agree"
    assert (f.category, f.group) == (profile, group)
    assert sentence is None or f.sentence == sentence


def test_a_reservation_between_two_is_one_of_all() -> None:
    f = finding(among(HOLDS, HOLDS, "t: {says: {holds: p}, certainty: likely}"))
    assert (f.category, f.group) == ("consensus", "agree-but")
    assert f.pairs == {"a|b": "agree-unargued", "a|c": "agree-different-strength", "b|c": "agree-different-strength"}
    assert f.rule == "consensus: 3 of 3 maps speak; pairs: 2 agree-different-strength, 1 agree-unargued"
    assert (f.flags, f.notes) == (("certainty",), ("certainty: 2 of 3 pairs.",))


def test_a_map_in_tension_is_in_no_pair_but_in_a_camp_of_its_own() -> None:
    f = finding(among(TORN, HOLDS, DENIES))
    assert f.pairs == {"b|c": "stance-contradiction"}
    assert f.camps == (("a",), ("b",), ("c",))
    assert [side.position for side in f.sides.values()] == ["both", "holds", "denies"]


def test_camps_part_the_maps_by_attitude() -> None:
    f = finding(among(HOLDS, DENIES, HOLDS, "", ASKS, DENIES))
    assert f.camps == (("a", "c"), ("b", "f"), ("e",))
    assert len(f.pairs) == 10
    assert (
        f.sentence == "A and C hold that the lane pays; B and F deny it; E leaves it open; D's map has nothing on it."
    )


@pytest.mark.parametrize(
    ("contents", "camps", "sentence"),
    [
        (
            (RAIN, RAIN, SPACES),
            (("a", "b"), ("c",)),
            "A and B explain custom by rain (raises); C by fewer spaces (lowers).",
        ),
        (
            ("t: {says: {cause: [x, d], raises: e}}", "t: {says: {cause: [d, x], raises: e}}", RAIN),
            (("a", "b"), ("c",)),
            "A and B explain custom by rain and fewer spaces; C by rain.",
        ),
        (
            ("t: {says: {cause: x, raises: e, main: true}}\nu: {says: {cause: d, raises: e}}", RAIN, RAIN),
            (("a", "b", "c"),),
            "All three explain custom above all by rain.",
        ),
        (
            (RAIN, RAIN + "\nu: {says: {cause: x, raises: e}}", RAIN),
            (("a", "b", "c"),),
            "All three explain custom by rain.",
        ),
        (
            (RAIN, "t: {says: {cause: x, lowers: e}}", ""),
            (("a",), ("b",)),
            "A explains custom by rain (raises); B by rain (lowers); C's map has nothing on it.",
        ),
        ((IDLE, IDLE, IDLE), (("a", "b", "c"),), "All three see no effect of rain on custom."),
        (
            (IDLE, SPACES, "t: {says: {cause: c, raises: e}}\nu: {says: {cause: x, unrelated: e}}"),
            (("a",), ("b",), ("c",)),
            "A sees no effect of rain on custom; B by fewer spaces (lowers); C by a lane (raises) and not by rain.",
        ),
        (
            (SPACES, IDLE, ""),
            (("a",), ("b",)),
            "A explains custom by fewer spaces (lowers); B sees no effect of rain on it; C's map has nothing on it.",
        ),
    ],
)
def test_camps_part_the_maps_by_their_main_causes(contents: tuple[str, ...], camps: object, sentence: str) -> None:
    f = finding(among(*contents), "explanation:e")
    assert (f.camps, f.sentence) == (camps, sentence)


@pytest.mark.parametrize(
    ("roles", "camps", "sentence"),
    [
        (("ally", "ally", "leader"), (("a", "b"), ("c",)), "A and B cast the council as ally; C as leader."),
        (("ally", "ally", "ally"), (("a", "b", "c"),), "All three cast the council as ally."),
    ],
)
def test_camps_part_the_maps_by_their_main_roles(roles: tuple[str, ...], camps: object, sentence: str) -> None:
    f = finding(among(*(f"t: {{says: {{actor: council, role: {r}}}}}" for r in roles)), "role:council")
    assert (f.camps, f.sentence) == (camps, sentence)


def test_camps_part_the_maps_by_what_they_use_a_source_for() -> None:
    use = "t: {says: {%s: p}, sources: [s]}"
    f = finding(among(use % "holds", use % "holds", use % "denies", ""), "evidence:s")
    assert (f.category, f.group, f.camps) == ("split", "conflict", (("a", "b"), ("c",)))
    assert f.sentence == (
        "A and B use “The Survey” for the lane pays; C for not: the lane pays; D's map has nothing on it."
    )


def test_sources_come_last_and_are_counted_apart() -> None:
    c = among("t: {says: {holds: p}, sources: [s]}", HOLDS, DENIES)
    assert [f.id for f in c.findings] == ["stance:p", "evidence:s"]
    assert (sum(c.counts().values()), sum(c.counts(evidence=True).values())) == (1, 1)


LONG = [
    (4, 0, 0, "All four hold that the lane pays."),
    (6, 0, 0, "All six hold that the lane pays."),
    (14, 0, 0, "All 14 hold that the lane pays."),
    (2, 2, 0, "A and B hold that the lane pays; C and D deny it."),
    (5, 1, 0, "A, B, C, D and E hold that the lane pays; F denies it."),
    (6, 8, 0, "A, B, C, D and 2 others hold that the lane pays; G, H, I, J and 4 others deny it."),
    (13, 1, 0, "A, B, C, D and 9 others hold that the lane pays; N denies it."),
    (4, 0, 10, "A, B, C and D hold that the lane pays; 10 maps have nothing on it."),
    (2, 0, 2, "A and B hold that the lane pays; the maps of C and D have nothing on it."),
    (2, 1, 3, "A and B hold that the lane pays; C denies it; the maps of D, E and F have nothing on it."),
    (1, 0, 13, "Only A holds that the lane pays; 13 maps have nothing on it."),
]


@pytest.mark.parametrize(("holding", "denying", "silent", "sentence"), LONG)
def test_sentences_stay_readable_with_many_maps(holding: int, denying: int, silent: int, sentence: str) -> None:
    f = finding(among(*[HOLDS] * holding, *[DENIES] * denying, *[""] * silent))
    assert f.sentence == sentence


def test_who_is_less_sure_is_marked_so() -> None:
    unsure = "t: {says: {holds: p}, certainty: possible}"
    assert finding(among(unsure, HOLDS, HOLDS)).sentence == "A (possible), B and C hold that the lane pays."
    assert finding(among(unsure, unsure, unsure)).sentence == "All three hold that the lane pays (possible)."
    assert finding(among(HOLDS, unsure, DENIES)).sentence == "A and B (possible) hold that the lane pays; C denies it."


def test_a_cause_is_as_sure_as_the_least_sure_of_its_camp() -> None:
    f = finding(among(RAIN, RAIN, "t: {says: {cause: x, raises: e}, certainty: likely}"), "explanation:e")
    assert f.sentence == "All three explain custom by rain (at least likely)."


def test_several_authors_of_one_map_have_their_verb() -> None:
    found = [a_map(n, HOLDS, article={"authors": ["Ann Lee", "Bo Ray"] if n == "a" else [f"Cy {n}oe"]}) for n in "abc"]
    found[1] = a_map("b", DENIES, article={"authors": ["Cy Boe"]})
    assert finding(compare(found)).sentence == "Lee & Ray and coe hold that the lane pays; Boe denies it."


SPEAKERS = maps(HOLDS, HOLDS)


@pytest.mark.parametrize(
    ("content", "fields", "rest"),
    [
        ("", {}, "C's map has nothing on it"),
        ("", {"coverage": "complete"}, "C is silent"),
        ("t: {says: {holds: p}, voice: riders}", {}, "C's map only reports it"),
        ("t: {says: {denies: p}, voice: riders}", {}, "C's map only reports what others say of it"),
        ("t: {says: {holds: p}, voice: riders}", {"coverage": "complete"}, "C's map only reports it"),
    ],
)
def test_not_mapped_is_not_silent(content: str, fields: dict[str, Any], rest: str) -> None:
    f = finding(compare([*SPEAKERS, a_map("c", content, article={"short": "C"}, **fields)]))
    assert f.sentence == f"A and B hold that the lane pays; {rest}."


def test_each_way_of_saying_nothing_is_told_apart() -> None:
    reports = "t: {says: {holds: p}, voice: riders}"
    rest = [
        *maps(reports, reports, names="CD"),
        *maps("", "", names="EF", coverage="complete"),
        *maps("", "", names="GH"),
    ]
    f = finding(compare([*SPEAKERS, *rest]))
    assert f.sentence == (
        "A and B hold that the lane pays; the maps of C and D only report it; E and F are silent;"
        " the maps of G and H have nothing on it."
    )
    assert f.flags == ("reported",)
    assert f.notes == ("Reported by, and no view of: C; D.",)


def test_an_absence_that_somebody_reviewed_is_a_silence() -> None:
    rows = [Correspondence(Ref("a", "t"), "skos:exactMatch", None, searched="c")]
    found = [*SPEAKERS, *maps("", "", names="CD")]
    f = finding(compare(found, alignment=rows))
    assert f.sentence == "A and B hold that the lane pays; C is silent; D's map has nothing on it."


# Links


def linked(*contents: str) -> Comparison:
    return among(*contents, book=LINKED_BOOK)


Q, DENIES_Q, R = "t: {says: {holds: q}}", "t: {says: {denies: q}}", "t: {says: {holds: r}}"


def test_linked_propositions_are_one_finding_among_many() -> None:
    c = linked(HOLDS, Q, "")
    assert [f.id for f in c.findings] == ["stance:p~q"]
    f = c.findings[0]
    assert (f.category, f.group, f.pairs) == ("split", "conflict", {"a|b": "stance-incompatible"})
    assert f.camps == (("a",), ("b",))
    assert f.sentence == ("A holds that the lane pays; B holds that the street is quiet; C's map has nothing on it.")


def test_a_proposition_of_two_maps_stands_beside_its_link() -> None:
    c = linked(HOLDS, HOLDS, Q)
    assert {f.id: f.pairs for f in c.findings} == {
        "stance:p": {"a|b": "agree-unargued"},
        "stance:p~q": {"a|c": "stance-incompatible", "b|c": "stance-incompatible"},
    }
    assert finding(c, "stance:p~q").sentence == "A and B hold that the lane pays; C holds that the street is quiet."


def test_who_speaks_on_linked_propositions_without_being_linked_is_not_silent() -> None:
    both = linked(HOLDS, Q, "t: {says: {holds: p}}\nu: {says: {holds: q}}")
    f = finding(both, "stance:p~q")
    assert f.sentence == "A and C hold that the lane pays; B holds that the street is quiet."
    assert (f.camps, f.pairs) == ((("a", "c"), ("b",)), {"a|b": "stance-incompatible"})
    asks = finding(linked(HOLDS, Q, ASKS), "stance:p~q")
    assert asks.sentence == (
        "A holds that the lane pays; B holds that the street is quiet; C leaves open whether the lane pays."
    )
    assert asks.sides["c"].position == "questions"


def test_a_link_between_maps_that_agree_by_it_is_no_conflict() -> None:
    c = linked(Q, R, R)
    assert {f.id: (f.category, f.group) for f in c.findings} == {
        "stance:r": ("common", "agree"),
        "stance:q~r": ("consensus", "agree-but"),
    }


# Codebooks


def test_a_map_without_codebook_shares_names_with_those_that_have_one() -> None:
    found = [*maps(HOLDS, HOLDS), a_map("c", HOLDS, book=None, article={"short": "C"})]
    c = compare(found)
    f = finding(c)
    assert (f.category, [b.via for b in f.basis]) == ("consensus", ["name"])
    assert [w.maps for w in c.warnings if w.code == "AM611"] == [("c",)]


def test_a_map_without_codebook_changes_no_valence_between_the_others() -> None:
    book = BOOK | {"roles": {"patron": {"valence": -1}}}
    contents = [f"t: {{says: {{actor: council, role: {role}}}}}" for role in ("patron", "ally", "patron")]
    books = [book, book, None]
    found = [a_map(n, c, book=b, article={"short": n}) for n, c, b in zip("abc", contents, books, strict=True)]
    for order in (found, found[::-1]):
        f = finding(compare(order), "role:council")
        assert {frozenset(pair.split("|")): category for pair, category in f.pairs.items()} == {
            frozenset("ab"): "role-opposed",
            frozenset("bc"): "role-different",
            frozenset("ac"): "role-same",
        }
        assert compare(order).codebooks[0].valences == {"patron": -1, "ally": 1}


def test_maps_of_unlike_codebooks_share_nothing_with_each_other() -> None:
    found = [*maps(HOLDS, HOLDS), a_map("c", DENIES, book=BOOK | {"id": "else"}, article={"short": "C"})]
    c = compare(found)
    assert {f.id: f.category for f in c.findings} == {"stance:p@a": "common", "stance:p@c": "only-one"}
    assert [w.text for w in c.warnings if w.code == "AM612"] == [
        "the codebooks differ (book and else), so maps with unlike ones share no key; use one codebook for all maps"
    ]


def test_a_map_without_codebook_between_unlike_ones_shares_with_neither() -> None:
    found = [a_map(n, HOLDS, book=b) for n, b in (("a", BOOK), ("b", BOOK | {"id": "else"}), ("c", None))]
    assert {f.id: f.category for f in compare(found).findings} == {
        "stance:p@a": "only-one",
        "stance:p@b": "only-one",
        "stance:p@c": "only-one",
    }


def test_a_key_two_codebooks_define_differently_is_shared_by_those_that_mean_one_thing() -> None:
    drifted = BOOK | {"propositions": {"p": "The lane costs", "q": "The street is quiet"}}
    both = "t: {says: [{holds: p}, {holds: q}]}"
    found = [a_map(n, both, book=drifted if n == "c" else BOOK) for n in "abc"]
    c = compare(found)
    assert {f.id: f.category for f in c.findings} == {
        "stance:q": "consensus",
        "stance:p@a": "common",
        "stance:p@c": "only-one",
    }
    assert [w.ids for w in c.warnings if w.code == "AM613"] == [("p",)]


# Copies and names


def test_copies_are_numbered_and_agree() -> None:
    m = maps("t: {says: {holds: p}, because: [u]}\nu: {text: So it is.}")[0]
    c = compare([m, m, m])
    assert [x.id for x in c.maps] == ["a", "a#2", "a#3"]
    assert [x.name for x in c.maps] == ["a", "a#2", "a#3"]
    f = finding(c)
    assert (f.category, f.sentence, f.only) == (
        "consensus",
        "All three hold that the lane pays.",
        {"a": (), "a#2": (), "a#3": ()},
    )
    assert set(f.pairs.values()) == {"agree-same-reasons"}
    assert [w.maps for w in c.warnings if w.code == "AM616"] == [("a", "a#2"), ("a", "a#3"), ("a#2", "a#3")]


def test_versions_share_what_is_unchanged_with_the_one_they_took_it_from() -> None:
    def version(text: str, other: str) -> ArgumentMap:
        because = {"t": {"says": {"holds": "p"}, "because": ["u", "v"]}}
        return a_map("a", because | {"u": {"text": text}, "v": {"text": other}})

    c = compare([version("One.", "Same."), version("Two.", "Same."), version("Two.", "Same.")])
    f = finding(c)
    assert f.shared == ("text:a:v",)
    assert f.pairs == {
        "a|a#2": "agree-shared-reasons",
        "a|a#3": "agree-shared-reasons",
        "a#2|a#3": "agree-same-reasons",
    }
    assert f.only == {"a": ("text:a:u",), "a#2": (), "a#3": ()}


def test_maps_of_one_name_go_by_their_ids() -> None:
    found = [a_map(n, HOLDS, article={"short": s}) for n, s in (("a", "Lee"), ("b", "Lee"), ("c", "Ray"))]
    assert [x.name for x in compare(found).maps] == ["a", "b", "Ray"]


def test_an_id_that_stands_in_for_a_name_is_no_other_maps_name() -> None:
    found = [a_map(n, HOLDS, article={"short": s}) for n, s in (("a", "Lee"), ("b", "Lee"), ("c", "b"))]
    assert [x.name for x in compare(found).maps] == ["a", "b", "c"]


def test_no_map_that_says_anything_gives_no_finding() -> None:
    c = among("t: {}", "t: {sources: [s]}", "")
    assert c.findings == ()
    assert [w.maps for w in c.warnings if w.code == "AM614"] == [("a",), ("b",)]


# What the result holds


def test_what_all_share_and_what_only_one_has() -> None:
    reasons = [["q", "r"], ["q"], ["q", "x"]]
    says = {"q": "says: {holds: q}", "r": "says: {holds: r}", "x": "text: It is so."}
    contents = [
        f"t: {{says: {{holds: p}}, because: [{', '.join(some)}]}}\n" + "\n".join(f"{k}: {{{says[k]}}}" for k in some)
        for some in reasons
    ]
    f = finding(among(*contents))
    assert f.shared == ("holds:q",)
    assert f.only == {"a": ("holds:r",), "b": (), "c": ("text:c:x",)}
    assert f.sides["a"].reasons[0].shared
    assert not f.sides["a"].reasons[1].shared


def test_findings_come_by_group_then_by_nearness_to_a_thesis() -> None:
    near = (
        "t: {type: thesis, says: {holds: p}, because: [u]}\nu: {says: {holds: q}, because: [v]}\nv: {says: {holds: r}}"
    )
    c = among(near, near, "t: {type: thesis, says: {denies: p}}\nv: {says: {holds: r}}")
    assert [f.id for f in c.findings] == ["stance:q", "stance:r", "stance:p"]


def test_fifty_maps_give_one_finding_a_key_and_as_many_pairs_as_there_are() -> None:
    found = [a_map(f"m{i}", HOLDS if i % 3 else DENIES, article={"short": f"Author {i}"}) for i in range(50)]
    c = compare(found, metrics=False)
    f = c.findings[0]
    assert (len(c.findings), len(f.pairs), [len(camp) for camp in f.camps]) == (1, 50 * 49 // 2, [17, 33])
    assert f.sentence == (
        "Author 0, Author 3, Author 6, Author 9 and 13 others deny that the lane pays;"
        " Author 1, Author 2, Author 4, Author 5 and 29 others hold it."
    )
    assert to_json(c) == to_json(compare(found, metrics=False))
