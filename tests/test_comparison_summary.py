"""The summary says of each point how the map stands to it, what it rests on, and both ways to go on."""

from dataclasses import replace

import pytest
from comparison_cases import a_map

import argmap
from argmap.comparison.alignment.correspondences import MANUAL, Correspondence, Ref
from argmap.comparison.records import Basis
from argmap.model import ArgumentMap
from argmap.reporters import headline
from argmap.reporters.comparison_text import comparison_text
from argmap.reporters.sections import point

BOOK = {
    "id": "rain",
    "propositions": {"p": "Rain falls", "q": "Snow falls"},
    "factors": {"wind": "Wind", "heat": "Heat", "rain": "Rain"},
}


def saying(name: str, *says: object) -> ArgumentMap:
    texts = {f"s{i}": {"text": "It is so.", "says": one} for i, one in enumerate(says)}
    return a_map(name, {"t": {"type": "thesis", "text": "Yes.", "says": {"holds": "q"}}, **texts}, codebook=BOOK)


@pytest.mark.parametrize(
    ("stance", "said"),
    [
        ({"holds": "p"}, "“Rain falls”"),
        ({"denies": "p"}, "the denial that “Rain falls”"),
        ({"questions": "p"}, "the question whether “Rain falls”"),
    ],
)
def test_a_point_of_one_map_is_told_with_how_it_stands_to_it(stance: object, said: str) -> None:
    two = argmap.compare(saying("a", stance), saying("b"))
    assert f"a has 1 point alone, {said}. b has nothing alone." in {line.text for line in headline.summary(two)}
    three = argmap.compare(saying("a", stance), saying("b"), saying("c"))
    assert f"\na  1, {said}\n" in comparison_text(three)


def test_a_varying_answer_of_one_map_is_told_as_such() -> None:
    both = ({"holds": "p"}, {"denies": "p"})
    texts = {
        str(year): {"text": "So.", "when": str(year), "says": one} for year, one in zip((2017, 2018), both, strict=True)
    }
    a = a_map("a", {f"s{key}": one for key, one in texts.items()}, codebook=BOOK)
    (line,) = (line for line in headline.summary(argmap.compare(a, a_map("b", {}, codebook=BOOK))) if not line.lead)
    assert line.text == "a and b cannot be compared yet: no statement of b is coded."
    (found,) = argmap.compare(a, saying("b")).in_group("one-sided")[:1]
    assert point(found, "a") == "a varying view of “Rain falls”"


def bare(name: str) -> ArgumentMap:
    return a_map(name, {"t": {"type": "thesis", "text": "Yes."}, "u": {"text": "Why."}}, codebook=None)


SAME = Correspondence(Ref("a", "t"), "skos:exactMatch", Ref("b", "t"), MANUAL, file="rows.sssom.tsv")


def test_findings_from_rows_alone_rest_on_rows_not_on_names() -> None:
    found = argmap.compare(bare("a"), bare("b"), alignment=[SAME])
    assert headline.reach(found) == (
        "accepted rows of rows.sssom.tsv (⇄), no codebook; 1 of 2 statements of a and 1 of 2 statements of b are coded "
        "or joined; the others were not compared."
    )


def test_findings_from_names_and_rows_rest_on_both() -> None:
    found = argmap.compare(bare("a"), bare("b"), alignment=[SAME])
    (joined,) = found.findings
    named = replace(joined, basis=(Basis("name", "", "p"),))
    both = replace(found, findings=(joined, named))
    assert headline.reach(both).startswith("equal names and accepted rows of rows.sssom.tsv (⇄), no codebook; 1 of 2")


def test_where_no_map_is_coded_both_ways_to_go_on_are_named() -> None:
    step = (
        "Add `says:` to the statements that matter, for example `says: {holds: some-proposition}`, with the same key in"
        " %s maps, best from a codebook they share; see `argmap explain AM614`. Or let `argmap align suggest %s`"
        " propose which statements %ssay the same, without codes."
    )
    two = headline.summary(argmap.compare(bare("a"), bare("b")))
    assert two[1] == headline.Line("Next", step % ("both", "a b", ""))
    three = headline.summary(argmap.compare(bare("a"), bare("b"), bare("c")))
    assert three[1] == headline.Line("Next", step % ("all", "A B", "of two maps "))


def test_a_camp_cut_to_its_main_causes_says_so() -> None:
    wind, heat = ({"cause": cause, "raises": "rain"} for cause in ("wind", "heat"))
    cut = [saying(name, wind | {"main": True}, heat) for name in "ab"]
    silent = saying("c")
    text = " ".join(comparison_text(argmap.compare(*cut, silent)).split())
    assert "Rain: above all by wind" in text
    whole = [saying(name, wind, heat) for name in "ab"]
    assert "Rain: by wind, heat" in " ".join(comparison_text(argmap.compare(*whole, silent)).split())
    contested = argmap.compare(cut[0], saying("b", heat), silent)
    assert "Rain: a above all by wind; b by heat" in " ".join(comparison_text(contested).split())


def test_of_many_maps_too_a_camp_cut_to_its_main_causes_says_so() -> None:
    wind, heat = ({"cause": cause, "raises": "rain"} for cause in ("wind", "heat"))
    maps = [saying(f"m{i}", wind | {"main": True}, heat) for i in range(9)]
    text = " ".join(comparison_text(argmap.compare(*maps, saying("m9"))).split())
    assert "Rain: 9 above all by wind" in text
