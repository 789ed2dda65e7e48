"""What a conflict turns on, in plain words; and the mark of what rests on an alignment."""

from dataclasses import replace

import pytest
from comparison_cases import two

from argmap import Comparison
from argmap.comparison.comparing import compare
from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Basis, Finding, Locus, LocusKind
from argmap.reporters import headline
from argmap.reporters.cited import because, is_aligned, marked
from argmap.reporters.comparison_markdown import comparison_markdown
from argmap.reporters.comparison_text import comparison_text
from argmap.reporters.comparison_views_locus import DEEP, locus_rows, turns_on

LEFT = """
p: {type: thesis, says: {holds: p}, because: [q, plain]}
q: {says: {holds: q}}
plain: {text: Rents are up.}
c: {says: {cause: c, raises: e}}
"""
RIGHT = """
p: {type: thesis, says: {denies: p}, because: [q]}
q: {says: {denies: q}}
c: {says: {actor: shops, role: ally}}
"""


@pytest.fixture(scope="module")
def dispute() -> Comparison:
    return compare(two(LEFT, RIGHT))


def told(c: Comparison, locus: Locus) -> str:
    return turns_on(c, c.findings[0], locus, Lexicon(c))


def rows(c: Comparison, locus: Locus) -> list[tuple[str, str]]:
    return [(row.lead, row.text) for row in locus_rows(c, c.findings[0], locus, Lexicon(c))]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("premise", "a premise that is itself in dispute: “The street is quiet”"),
        ("step", "a step, which would not hold if it is as the other side says: the street is quiet"),
        ("weighing", "the weighing: both say a lane → custom"),
        ("unaddressed", "what the other does not take up: rents are up (A); shopkeepers as ally (B)"),
        ("bare", "the point itself: no reason of either side leads further"),
    ],
)
def test_each_kind_of_locus_is_told_in_a_line(dispute: Comparison, kind: LocusKind, said: str) -> None:
    locus = Locus(
        all=(kind,),
        premises=("stance:q",),
        step=("holds:q",),
        weighed=("raises:c>e",),
        unaddressed={"a": ("text:a:plain",), "b": ("role:shops=ally",)},
    )
    assert told(dispute, locus) == said


def test_the_kind_of_question_stands_behind_the_kind_of_locus(dispute: Comparison) -> None:
    assert told(dispute, Locus(("bare",), stasis="value")) == (
        "the point itself (a question of value): no reason of either side leads further"
    )


def test_what_argument_may_not_settle_is_said_in_the_line(dispute: Comparison) -> None:
    assert told(dispute, Locus(("bare",), stasis="definition", deep=True)).startswith(
        "the point itself (a question of definition, perhaps a deep disagreement): "
    )


def test_a_double_crux_is_to_be_settled_first(dispute: Comparison) -> None:
    locus = Locus(("premise",), premises=("stance:q", "stance:r"), roots=("stance:q", "stance:r"), double=("stance:q",))
    assert told(dispute, locus) == (
        "a premise that is itself in dispute: “The street is quiet”; both sides rest on it, so settle this first"
    )
    assert rows(dispute, locus)[1:] == [
        ("double crux", "“The street is quiet”: both sides rest on it; settle this first"),
        ("begins with", "“r”: no other dispute lies below it"),
    ]


def test_all_that_holds_is_told_in_rows_with_a_caution_where_argument_may_not_help(dispute: Comparison) -> None:
    locus = Locus(("step", "weighing"), step=("holds:q",), weighed=("denies:q",), stasis="value", deep=True)
    assert rows(dispute, locus) == [
        ("turns on", "a step, which would not hold if it is as the other side says: the street is quiet"),
        ("", "the weighing: both say not: the street is quiet"),
        ("kind", "a question of value"),
        ("caution", DEEP),
    ]


def test_long_lists_are_counted_in_a_line_and_whole_in_rows(dispute: Comparison) -> None:
    entries = ("holds:q", "questions:r", "lowers:x>e", "voice:riders|denies:p", "source:s", "role:a=honest-broker@b")
    locus = Locus(("weighing",), weighed=entries)
    assert told(dispute, locus) == "the weighing: both say the street is quiet; whether r; 4 more"
    assert rows(dispute, locus)[0][1] == (
        "the weighing: both say the street is quiet; whether r; x → Custom (lowers); not: the lane pays (according to"
        " riders); s; a as honest broker"
    )
    many = tuple(f"stance:{key}" for key in ("q", "r", "x", "y"))
    assert told(dispute, Locus(("premise",), premises=many, roots=many)).endswith(" and 2 more")


def test_a_conflict_says_in_the_findings_what_it_turns_on(dispute: Comparison) -> None:
    text = " ".join(comparison_text(dispute).split())
    assert "turns on a premise that is itself in dispute: “The street is quiet”" in text
    assert "settle this first" in text
    full = " ".join(comparison_text(dispute, detail="full").split())
    assert "double crux “The street is quiet”" in full
    markdown = comparison_markdown(dispute)
    assert "\nTurns on a premise that is itself in dispute: “The street is quiet”" in markdown
    assert "- **double crux:** “The street is quiet”" in comparison_markdown(dispute, detail="full")


ROW = Basis("alignment", "rows.sssom.tsv", "p", 4, "skos:exactMatch", 0.9, "orcid:1")


def aligned(c: Comparison) -> Comparison:
    return replace(c, findings=tuple(replace(f, basis=(ROW,)) for f in c.findings))


def test_what_rests_on_an_alignment_is_marked_and_its_row_told_in_full(dispute: Comparison) -> None:
    c = aligned(dispute)
    f: Finding = c.findings[0]
    assert is_aligned(f)
    assert marked(f) == f"{f.sentence} ⇄"
    assert not is_aligned(dispute.findings[0])
    assert because(f).endswith(" [alignment rows.sssom.tsv: p]")
    assert because(f, "full").endswith(
        " [alignment rows.sssom.tsv: p, row 4, skos:exactMatch, confidence 0.9, by orcid:1]"
    )
    assert " ⇄" in comparison_text(c, detail="brief")
    assert headline.reach(c).startswith("codebook book and accepted rows of rows.sssom.tsv (⇄); 3 of 4 statements of A")
    assert "are coded or joined; the others were not compared." in headline.reach(c)


def test_an_alignment_row_without_more_is_named_by_its_file(dispute: Comparison) -> None:
    f = replace(dispute.findings[0], basis=(Basis("alignment", "rows.tsv", "p"),), rule="held")
    assert because(f, "full") == "held [alignment rows.tsv: p]"
