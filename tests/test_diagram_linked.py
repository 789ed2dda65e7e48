"""What a comparison sheet says of keys that rows of an alignment make, and of propositions that are linked."""

from dataclasses import replace
from typing import Any

import pytest
from comparison_cases import BOOK, a_map, mill_road, two

from argmap.comparison import Comparison, compare
from argmap.comparison.alignment.correspondences import Correspondence, Predicate, Ref
from argmap.diagram.of_comparison import comparison_sheet
from argmap.diagram.sheet import Passage, Row, Stand, Use
from argmap.model import ArgumentMap

LEFT = "t: {text: Rents are far too high in town., at: ¶1}"
RIGHT = "x: {text: Rents are high., at: ¶2, certainty: possible}"

LINKED: dict[str, Any] = {
    "id": "linked",
    "propositions": {"can": {"text": "Phones can distract", "contrary": ["never"]}, "never": {"text": "They never do"}},
}
PAIR = ["Xia Cole", "Yan Dunn"]


def with_rows(left: str, predicate: Predicate, right: str, *maps: ArgumentMap) -> Comparison:
    rows = (Correspondence(Ref(*left.split(":")), predicate, Ref(*right.split(":")), file="rows.tsv", row=2),)
    return compare(maps, alignment=rows, metrics=False)


def bea_and_a_pair(*, pair_first: bool) -> Comparison:
    bea = a_map("z", "t: {text: They may., quote: they may, says: {holds: can}}", book=LINKED, article={"short": "Bea"})
    pair = a_map("y", "u: {quote: never ever, says: {holds: never}}", book=LINKED, article={"authors": PAIR})
    return compare((pair, bea) if pair_first else (bea, pair), metrics=False)


def only_row(c: Comparison) -> Row:
    (section,) = comparison_sheet(c).sections
    (row,) = section.rows
    return row


@pytest.mark.parametrize("turned", [False, True])
def test_each_side_holds_its_own_statement_and_no_raw_key(turned: bool) -> None:
    a, b = two(LEFT, RIGHT)
    row = only_row(with_rows("a:t", "skos:broadMatch", "b:x", *((b, a) if turned else (a, b))))
    ours: tuple[Any, ...] = (Stand("holds that", "rents are far too high in town"), Passage("", "", "", "¶1"))
    theirs: tuple[Any, ...] = (Stand("holds that", "rents are high"), Passage("", "possible", "", "¶2"))
    assert (row.left, row.right) == ((theirs, ours) if turned else (ours, theirs))


def test_a_statement_without_place_or_limits_is_not_said_twice() -> None:
    row = only_row(with_rows("a:t", "argmap:contrary", "b:x", *two("t: {text: It rose.}", "x: {text: It fell.}")))
    assert (row.left, row.right) == ((Stand("holds that", "it rose"),), (Stand("holds that", "it fell"),))


@pytest.mark.parametrize("pair_first", [False, True])
def test_each_side_holds_its_own_linked_proposition_whichever_map_comes_first(pair_first: bool) -> None:
    row = only_row(bea_and_a_pair(pair_first=pair_first))
    bea, pair = Stand("holds that", "phones can distract"), Stand("hold that", "they never do")
    assert (row.left[0], row.right[0]) == ((pair, bea) if pair_first else (bea, pair))


@pytest.mark.parametrize(("pair_first", "names"), [(False, "Bea and Cole & Dunn"), (True, "Cole & Dunn and Bea")])
def test_the_title_names_both_linked_propositions(pair_first: bool, names: str) -> None:
    title = comparison_sheet(bea_and_a_pair(pair_first=pair_first)).title
    assert title == f"{names} differ on 1 question: “Phones can distract / They never do”"


def test_the_title_names_an_only_difference_after_a_colon() -> None:
    c = compare(mill_road())
    title = comparison_sheet(replace(c, findings=tuple(f for f in c.findings if f.unit == "stance"))).title
    assert (
        title == "Ruiz and Patel agree on 1 point and differ on 1: whether the council should build the lane this year"
    )


def test_verbs_agree_with_several_authors_unless_their_short_name_is_one() -> None:
    left, right = "t: {says: {holds: p}}", "u: {says: {denies: p}}"
    firsts = []
    for article in ({"authors": PAIR}, {"authors": PAIR, "short": "Cole et al."}, {"authors": PAIR, "short": "Which?"}):
        maps = a_map("a", left, article=article), a_map("b", right, article={"short": "B"})
        firsts.append(only_row(compare(maps, metrics=False)).left[0])
    assert firsts == [Stand(verb, "the lane pays") for verb in ("hold that", "hold that", "holds that")]


def test_a_source_is_used_for_statements_in_words() -> None:
    left, right = "t: {text: Rents are high., sources: [s]}", "x: {text: Rents are too high., sources: [s]}"
    sheet = comparison_sheet(with_rows("a:t", "skos:exactMatch", "b:x", *two(left, right, book=BOOK)))
    (row,) = next(s.rows for s in sheet.sections if s.kind == "evidence")
    (said,) = {item.text for item in (*row.left, *row.right) if isinstance(item, Use)}
    assert said == "Rents are high"


@pytest.mark.parametrize(
    ("others", "meant"),
    [
        ("holds: p", "= used alike"),
        ("denies: p", "! used on opposite sides"),
        ("holds: q", "≠ used for different points"),
    ],
)
def test_between_uses_of_a_source_signs_have_their_own_meanings(others: str, meant: str) -> None:
    maps = two("x: {says: {holds: p}, sources: [s]}", f"y: {{says: {{{others}}}, sources: [s]}}")
    section = comparison_sheet(compare(maps, metrics=False)).sections[-1]
    assert (section.kind, section.gloss) == ("evidence", f"what each side uses the source for · {meant}")
