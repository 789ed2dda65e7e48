"""Maps that are alike, empty, uncoded, or do not share a codebook; the warnings that say so."""

from typing import Any

from comparison_cases import BOOK, a_map, mill_road, two

from argmap.comparison import compare
from argmap.comparison.records import Comparison
from argmap.formats import read_map, write_map
from argmap.model import ArgumentMap

CODED = "t: {type: thesis, says: {holds: p}, because: [u], sources: [s]}\nu: {}"


def warnings(c: Comparison) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(w.name, w.maps, w.ids) for w in c.warnings]


def categories(c: Comparison) -> dict[str, str]:
    return {f.id: f.category for f in c.findings}


def pair(left: str, right: str, *, books: tuple[Any, Any], **fields: Any) -> tuple[ArgumentMap, ArgumentMap]:
    return a_map("a", left, book=books[0], **fields), a_map("b", right, book=books[1], **fields)


def test_a_map_compared_with_itself_is_called_a_copy_and_agrees() -> None:
    ruiz, _ = mill_road()
    c = compare([ruiz, ruiz])
    assert {f.group for f in c.findings} == {"agree"}
    assert [m.name for m in c.maps] == ["ruiz", "ruiz#2"]
    assert warnings(c)[-1] == ("same-map", ("ruiz", "ruiz#2"), ())
    assert c.warnings[-1].text == "the map 'ruiz' is compared with itself; the copy is called 'ruiz#2'"


def test_two_versions_of_a_map_share_what_is_unchanged() -> None:
    old = a_map("m", "t: {type: thesis, says: {holds: p}, because: [u, v]}\nu: {}\nv: {}")
    new = a_map("m", "t: {type: thesis, says: {holds: p}, because: [u, v]}\nu: {}\nv: {text: Another text}")
    c = compare([old, new])
    (f,) = c.findings
    assert (f.category, f.shared, f.only) == (
        "agree-shared-reasons",
        ("text:m:u",),
        {"m": ("text:m:v",), "m#2": ("text:m#2:v",)},
    )
    assert f.flags == ("provisional",)
    assert warnings(c) == [("same-map", ("m", "m#2"), ())]


def test_versions_of_a_map_share_its_own_sources_and_other_maps_do_not() -> None:
    own = {"sources": {"own": {"title": "The Log"}}}
    coded = "t: {type: thesis, says: {holds: p}, sources: [own]}"
    again = coded + "\nw: {}"
    assert categories(compare([a_map("m", coded, **own), a_map("m", again, **own)]))["evidence:own"] == (
        "evidence-same-use"
    )
    c = compare([a_map("m", coded, **own), a_map("n", again, **own)])
    assert categories(c) == {
        "stance:p": "agree-different-reasons",
        "evidence:own@m": "one-sided",
        "evidence:own@n": "one-sided",
    }
    assert warnings(c) == []
    assert c.findings[1].sentence == "Only m uses “The Log” for the lane pays; n's map has nothing coded on it."


def test_two_maps_of_one_article_are_compared_with_a_warning() -> None:
    for article in ({"url": "https://example.org/a"}, {"text": "texts/a.txt"}):
        c = compare([a_map("a", CODED, article=article), a_map("b", CODED, article=article)])
        assert warnings(c) == [("same-article", ("a", "b"), ())]
        assert len(c.findings) == 2
    assert warnings(compare([a_map("a", CODED, article={}), a_map("b", CODED, article={})])) == []


def test_against_an_empty_map_all_is_one_sided() -> None:
    c = compare(two(CODED, ""))
    assert categories(c) == {"stance:p": "one-sided", "evidence:s": "one-sided"}
    assert warnings(c) == []
    assert compare(two("", "")).findings == ()


def test_a_map_without_coding_has_no_findings_and_is_told_what_to_add() -> None:
    c = compare(two("t: {type: thesis}", "t: {type: thesis}"))
    assert c.findings == ()
    assert warnings(c) == [("nothing-coded", ("a",), ()), ("nothing-coded", ("b",), ())]
    assert c.warnings[0].text == "no statement of a has 'says'; add it to the thesis and its main reasons"
    assert [m.uncoded for m in c.maps] == [(("t", "t"),), (("t", "t"),)]


def test_without_a_thesis_depth_says_nothing() -> None:
    assert warnings(compare(two("t: {says: {holds: p}}", CODED))) == [("no-thesis-to-measure", ("a",), ())]


def test_maps_without_codebook_share_keys_by_name_alone() -> None:
    left = "t: {type: thesis, says: {denies: lane-pays}, sources: [s]}"
    right = "t: {type: thesis, says: {holds: lane-pays}}"
    c = compare(pair(left, right, books=(None, None)))
    stance = c.findings[0]
    assert (stance.category, stance.sentence) == ("stance-contradiction", "a denies that lane pays; b holds it.")
    assert [(b.via, b.id, b.key) for b in stance.basis] == [("name", "", "lane-pays")]
    assert warnings(c) == [("no-codebook", ("a", "b"), ())]
    assert c.codebooks == ()


def test_against_a_map_without_codebook_roles_have_their_built_in_valence() -> None:
    book = BOOK | {
        "roles": {"ally": {"valence": "-1"}},
        "propositions": {"p": {"text": "P", "contrary": ["q"]}, "q": "Q"},
    }
    left = "t: {type: thesis, quote: x, says: [{actor: council, role: ally}, {holds: p}]}"
    right = "t: {type: thesis, quote: x, says: [{actor: council, role: adversary}, {holds: q}]}"
    c = compare(pair(left, right, books=(book, None)))
    assert categories(c) == {"role:council": "role-opposed", "stance:p": "one-sided", "stance:q": "one-sided"}
    assert warnings(c) == [("no-codebook", ("b",), ())]
    assert categories(compare(pair(left, right, books=(book, book)))) == {
        "stance:p~q": "stance-incompatible",
        "role:council": "role-incompatible",
    }


def test_different_codebooks_share_nothing() -> None:
    c = compare(pair(CODED, CODED, books=(BOOK, BOOK | {"id": "other"})))
    assert categories(c) == {
        "stance:p@a": "one-sided",
        "stance:p@b": "one-sided",
        "evidence:s@a": "one-sided",
        "evidence:s@b": "one-sided",
    }
    assert [f.basis[0].id for f in c.findings] == ["book", "other", "book", "other"]
    assert c.findings[0].sentence == "Only a holds that the lane pays; b's map has nothing coded on it."
    assert warnings(c) == [("codebooks-differ", ("a", "b"), ())]
    assert [book.maps for book in c.codebooks] == [("a",), ("b",)]


def test_a_key_that_has_drifted_is_not_shared() -> None:
    newer = BOOK | {"propositions": BOOK["propositions"] | {"p": "The lane pays for itself"}}
    coded = CODED + "\nq: {says: {holds: q}}"
    c = compare(pair(coded, coded, books=(BOOK, newer)))
    assert categories(c) == {
        "stance:q": "agree-unargued",
        "stance:p@a": "one-sided",
        "stance:p@b": "one-sided",
        "evidence:s": "evidence-different-use",
    }
    assert warnings(c) == [("codebook-drift", ("a", "b"), ("p",))]
    assert len(c.codebooks) == 2


def test_a_map_that_holds_what_its_codebook_excludes_is_warned() -> None:
    book = {"id": "book", "propositions": {"p": {"text": "P", "contrary": ["q"]}, "q": "Q", "r": "R"}}
    c = compare(
        two("t: {type: thesis, says: [{holds: p}, {holds: q}]}", "t: {type: thesis, says: {holds: r}}", book=book)
    )
    assert warnings(c) == [("incompatible-held-together", ("a",), ("holds:p", "holds:q"))]
    apart = "t: {type: thesis, says: {holds: p}, when: 2017}\nu: {says: {holds: q}, when: 2018}"
    assert warnings(compare(two(apart, "t: {type: thesis, says: {holds: r}}", book=book))) == []


def test_an_unknown_place_parts_nothing_and_is_named() -> None:
    left = "t: {type: thesis, says: {holds: p}, where: Atlantis}"
    right = "t: {type: thesis, says: {denies: p}, where: harbour}"
    c = compare(two(left, right))
    assert categories(c) == {"stance:p": "stance-contradiction"}
    assert warnings(c) == [("unknown-place", ("a",), ("t",))]


def test_places_are_told_apart_by_name_alias_and_enclosure() -> None:
    def found(left: str, right: str) -> str:
        m = two(
            *(
                f"t: {{type: thesis, says: {{{says}: p}}, where: {w}}}"
                for says, w in (("holds", left), ("denies", right))
            )
        )
        return compare(m).findings[0].category

    assert found("harbour", "town") == "stance-contradiction"
    assert found("the  HILLS", "hills") == "stance-contradiction"
    assert found("harbour", "hills") == "stance-different-scope"


def test_places_that_enclose_each_other_end() -> None:
    book = BOOK | {"places": {"x": {"within": "y"}, "y": {"within": "x"}, "z": {"name": "Zed"}}}
    left, right = ("t: {says: {holds: p}, where: x}", "t: {says: {denies: p}, where: zed}")
    assert categories(compare(two(left, right, book=book))) == {"stance:p": "stance-different-scope"}


def test_a_supposition_only_asks() -> None:
    left = "t: {type: thesis, says: {holds: q}, if: [s]}\ns: {says: [{holds: p}, {cause: c, raises: e}]}"
    assert categories(compare(two(left, "t: {type: thesis, says: {holds: p}}"))) == {
        "stance:p": "stance-open-vs-committed",
        "stance:q": "one-sided",
    }
    sure = left.replace("s: {says", "s: {certainty: asserted, says")
    assert categories(compare(two(sure, "t: {type: thesis, says: {holds: p}}")))["stance:p"] == "agree-unargued"


def test_a_certainty_that_is_spelt_out_survives_writing_and_reading() -> None:
    m = a_map("m", "t: {says: {holds: q}, if: [s]}\ns: {says: {holds: p}, certainty: asserted}")
    again = read_map(write_map(m), "m.yaml").unwrap()
    assert categories(compare([m, again])) == {"stance:p": "agree-unargued", "stance:q": "agree-unargued"}


def test_the_position_is_pooled_over_the_statements() -> None:
    left = """
        t: {type: thesis, says: {actor: council, role: ally, toward: [shops]}, certainty: possible, quote: x}
        u: {says: {actor: council, role: ally, toward: [riders, shops], main: true}, certainty: likely, quote: x}
        v: {says: {actor: council, role: leader, toward: [shops]}, quote: x}
        w: {says: {actor: council, role: leader}, quote: x}
    """
    (f,) = compare(two(left, "")).findings
    position = f.sides["a"].position
    assert isinstance(position, tuple)
    assert [(e.entry, e.toward, e.main, e.certainty, e.label) for e in position] == [
        ("role:council=ally", ("shops", "riders"), True, "likely", "the council as ally"),
        ("role:council=leader", (), False, "asserted", "the council as leader"),
    ]


def test_positions_say_where_a_side_varies_or_clashes() -> None:
    varied = "t: {says: {holds: p}, when: 2017}\nu: {says: {denies: p}, when: 2018}"
    torn = "t: {says: {holds: p}}\nu: {says: {denies: p}}"
    (f,) = compare(two(varied, torn)).findings
    assert [side.position for side in f.sides.values()] == ["varies", "both"]


def test_findings_are_read_from_the_thesis_down_then_in_the_order_of_the_codebook() -> None:
    left = """
        t: {type: thesis, says: {holds: r}, because: [a]}
        a: {says: [{holds: q}, {holds: p}, {cause: c, raises: e}]}
    """
    assert [f.id for f in compare(two(left, left)).findings] == ["stance:r", "stance:p", "stance:q", "explanation:e"]


def test_a_reference_to_nothing_is_passed_over() -> None:
    left = "t: {type: thesis, says: {holds: p}, because: [gone, u], but: [gone], if: [gone], sources: [lost]}\nu: {}"
    (f, source) = compare(two(left, "")).findings
    assert f.only["a"] == ("text:a:u", "source:lost")
    assert source.sentence == "Only A uses “lost” for the lane pays; B's map has nothing on it."


def test_a_key_no_codebook_defines_is_shared_by_name() -> None:
    c = compare(two("t: {type: thesis, says: {holds: lost}}", "t: {type: thesis, says: {holds: lost}}"))
    (f,) = c.findings
    assert (f.category, f.basis[0].via) == ("agree-unargued", "name")
    assert warnings(c) == [("shared-only-by-name", ("a", "b"), ("lost",))]
