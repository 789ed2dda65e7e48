"""Slides of a comparison: the point first, a few findings at a time in type that is read from the last row, no loss."""

import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from comparison_cases import mill_road
from made_up_comparisons import KINDS, made_up_comparison
from table_drawings import Box, boxes_of
from test_comparison_sheets import written_on

import argmap
from argmap.comparison import Comparison, compare
from argmap.comparison.central import most_central
from argmap.comparison.records import Cited, Side
from argmap.diagram.amount import AMOUNTS
from argmap.diagram.of_slides import Own, central, rest, slides
from argmap.errors import DrawingFailed
from argmap.languages import LANGUAGES, words_in
from argmap.layout.paper import PAPERS
from argmap.renderers.comparison.comparison_slides import draw_slides
from argmap.renderers.comparison.slide_pages import MOST
from argmap.renderers.look import ViewOptions, look
from argmap.renderers.picture import Picture

SVG = "{http://www.w3.org/2000/svg}"
MIDDLE = PAPERS["slide"].width / 2


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(mill_road())


def drawn(c: Comparison, *, about: frozenset[str] = frozenset(), **options: str) -> tuple[Picture, ...]:
    return draw_slides(c, look(**{"paper": "slide", **options}), ViewOptions(about=about))


def spoken(slide: Picture) -> list[str]:
    """The findings of a slide, as they are heard."""
    return [t.text or "" for t in ElementTree.fromstring(slide.data).iter(f"{SVG}title")][1:]


def told_apart(c: Comparison) -> Comparison:
    """The same, every finding with a sentence of its own."""
    return replace(c, findings=tuple(replace(f, sentence=f"{i}. {f.sentence}") for i, f in enumerate(c.findings)))


def test_the_first_slide_says_the_point_and_shows_what_is_most_central(comparison: Comparison) -> None:
    first = drawn(comparison)[0]
    written = written_on(first)
    assert written.startswith("Ruiz and Patel agree on 2 points and differ on 2, above all on whether the council")
    for said in ("Build it now.", "Do not.", "They agree on 2 points", "They differ on 2 questions"):
        assert said in written
    assert spoken(first) == [
        most_central(comparison, "agree", "agree-but")[0].sentence,
        most_central(comparison, "diverge", "conflict")[0].sentence,
    ]


def test_every_agreement_and_difference_stands_on_exactly_one_slide_after_the_first() -> None:
    c = told_apart(made_up_comparison(40, 3, kind="short"))
    _, *others, last = drawn(c)
    listed = [f.sentence for f in c.findings if f.unit != "evidence" and f.group != "one-sided"]
    assert [sentence for slide in others for sentence in spoken(slide)] == listed
    assert {f.sentence for f in c.findings}.isdisjoint(spoken(last))


def test_no_slide_shows_more_findings_than_can_be_talked_over() -> None:
    for slide in drawn(made_up_comparison(40, kind="short"))[1:]:
        assert len(spoken(slide)) <= MOST


def test_one_sided_points_and_sources_are_counted_on_the_last_slide() -> None:
    c = made_up_comparison(60, kind="short")
    left = rest(c)
    assert left
    alone = [f for f in c.findings if f.group == "one-sided"]
    points = [f for f in alone if f.unit != "evidence"]
    assert [sum((t.left.count, t.right.count)) for t in left.tallies] == [len(points), len(alone) - len(points)]
    written = written_on(drawn(c)[-1])
    assert f"{len(points)} points only one of them speaks to" in written
    for tally in left.tallies:
        assert f" {tally.left.count} " in written
        assert f"{tally.what}: Ode {tally.left.count}, Lindqvist & Roe-Marsh {tally.right.count}" in spoken(
            drawn(c)[-1]
        )
    shared = sum(f.unit == "evidence" and f.group != "one-sided" for f in c.findings)
    assert re.search(rf"Sources both use {shared} sources? ·", written)


def test_what_is_named_on_the_last_slide_keeps_its_hedge_and_is_no_claim_where_it_is_denied(
    comparison: Comparison,
) -> None:
    (finding,) = comparison.in_group("one-sided")
    named = {}
    for position, sure in (("holds", "asserted"), ("holds", "likely"), ("denies", "asserted")):
        side = Side(position, (Cited("s", "So it is.", certainty=sure),))  # type: ignore[arg-type]
        left = rest(replace(comparison, findings=(replace(finding, sides={"ruiz": side}),)))
        assert left
        named[position, sure] = left.tallies[0].left
    assert named == {
        ("holds", "asserted"): Own(1, ("Fumes fall",)),
        ("holds", "likely"): Own(1, ("Fumes fall (likely)",)),
        ("denies", "asserted"): Own(1, (finding.question,)),
    }


def test_type_is_read_from_the_last_row(comparison: Comparison) -> None:
    for c in (comparison, made_up_comparison(40, kind="short")):
        for slide in drawn(c):
            assert slide.body_pt >= 14
            assert min(map(float, re.findall(rb'font-size="([\d.]+)"', slide.data))) >= 10
            assert "AM901" not in [d.code for d in slide.diagnostics]


@pytest.mark.parametrize("level", ["title", "text", "full"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_slide_is_too_small_to_read_whatever_the_texts(kind: str, level: str) -> None:
    for slide in drawn(made_up_comparison(10, 5, kind=kind), level=level):
        assert slide.body_pt >= 12, slide.name
        assert "AM901" not in [d.code for d in slide.diagnostics]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_overlaps_and_nothing_is_off_the_slide(kind: str) -> None:
    paper = PAPERS["slide"]
    limit = Box(0, 0, paper.width, paper.height, "")
    for slide in drawn(made_up_comparison(12, 2, kind=kind), format="dot"):
        boxes = [b for b in boxes_of(slide) if b.right - b.left < 959]  # without the page itself
        assert [b for b in boxes if not limit.holds(b, slack=3)] == []
        for a, b in combinations(boxes, 2):
            assert not a.meets(b) or (a.is_frame and a.holds(b)) or (b.is_frame and b.holds(a)), (a, b)


def test_a_finding_no_slide_holds_is_shortened_and_this_is_said() -> None:
    c = made_up_comparison(1, 2, kind="short")
    words = "A word after another, and no end of it. " * 40
    sides = {m.id: Side("holds", tuple(Cited(f"s{i}", words, words) for i in range(4))) for m in c.maps}
    c = replace(c, findings=(replace(c.findings[0], group="agree", unit="stance", sides=sides),))
    first, second = drawn(c, level="full")
    assert second.body_pt >= 12
    assert "…" in written_on(second)
    (advice,) = first.diagnostics
    assert (advice.code, advice.severity) == ("AM906", "advice")
    assert advice.help == "larger paper has more room: try --view sheet --paper a4-portrait"


def test_a_middle_box_is_as_high_as_its_text_and_its_signs_stand_beside_it() -> None:
    c = made_up_comparison(30, kind="short")
    c = replace(c, findings=tuple(f for f in c.findings if f.group == "diverge" and f.unit == "role"))
    for slide in drawn(c, format="dot")[1:]:
        boxes = boxes_of(slide)
        frames = [
            b for b in boxes if b.is_frame and abs((b.left + b.right) / 2 - MIDDLE) < 3 and b.right - b.left < 900
        ]
        signs = [b for b in boxes if ">≠<" in b.label.replace("<B>", "").replace("</B>", "")]
        assert frames
        for frame in frames:
            inside = [b for b in boxes if not b.is_frame and frame.holds(b)]
            room = min(frame.top - max(b.top for b in inside), min(b.bottom for b in inside) - frame.bottom)
            assert 4 < room < 20
            level = [s for s in signs if abs((s.top + s.bottom) - (frame.top + frame.bottom)) < 4]
            assert len(level) == 2


def test_the_legend_of_a_slide_holds_the_marks_in_use_and_no_others(comparison: Comparison) -> None:
    _, agree, differ, _ = (written_on(slide) for slide in drawn(comparison))
    assert "= same claim" in agree
    assert "cannot both be right" not in agree
    assert "! cannot both be right" in differ
    assert "same claim" not in differ


def test_a_reservation_is_said_where_the_reasons_are_not_shown(comparison: Comparison) -> None:
    finding = comparison.findings[0]
    said = finding.sentence.partition(";")[0] + ", for different reasons."
    both = dict.fromkeys(finding.sides, Side("holds", (Cited("s", "So it is."),)))
    c = replace(
        comparison, findings=(replace(finding, group="agree-but", sentence=said, sides=both, notes=(), flags=()),)
    )
    (agreed,) = central(c, AMOUNTS["title"])
    assert agreed.row.middle.notes == ("For different reasons.",)


def test_what_is_asked_for_is_listed_whatever_it_is_and_the_title_says_how_much_it_is(comparison: Comparison) -> None:
    alone = comparison.in_group("one-sided")[0].id
    differ = comparison.in_group("diverge")[0].id
    first, *others = drawn(comparison, about=frozenset({alone, differ}))
    assert "differ on 1 question: “What part does the council play?” (2 of 5 points shown)" in written_on(first)
    assert [len(spoken(slide)) for slide in others] == [1, 1]
    only = slides(replace(comparison, findings=comparison.in_group("one-sided")), among=comparison)
    assert only.title == "Ruiz and Patel: 1 point only one of them speaks to (1 of 5 points shown)"


def test_nothing_in_common_is_one_slide_that_says_so() -> None:
    (slide,) = drawn(replace(made_up_comparison(5, kind="short"), findings=()))
    assert "Ode and Lindqvist & Roe-Marsh speak to no question in common" in written_on(slide)


def test_slides_have_names_of_their_own_and_the_shape_of_the_screen(comparison: Comparison) -> None:
    made = drawn(comparison)
    assert [s.name for s in made] == [f"ruiz-patel-slides-{i}" for i in range(1, 5)]
    for slide in made:
        root = ElementTree.fromstring(slide.data)
        assert (root.get("width"), root.get("height")) == ("960pt", "540pt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fixed_word_is_of_the_language_asked_for(language: str, comparison: Comparison) -> None:
    words = words_in(language)
    made = drawn(comparison, language=language)
    title = words.counted("sheet.headline.both", 2, a="Ruiz", b="Patel", m=2)
    assert "".join(title.split()) in "".join(written_on(made[0]).split())
    assert "".join(words["sheet.wording"].split()) in "".join(written_on(made[1]).split())
    if language != "en":
        english = ("They agree", "They differ", "mapper", "Slide ", "holds that", "left open", "toward ")
        assert not [word for slide in made for word in english if word in written_on(slide)]


def test_the_view_is_drawn_by_name(comparison: Comparison) -> None:
    picture = argmap.draw(comparison, view="slides")
    assert [picture.name, *(s.name for s in picture.sheets)] == [s.name for s in drawn(comparison)]


def test_three_maps_have_no_slides(comparison: Comparison) -> None:
    three = replace(comparison, maps=(*comparison.maps, comparison.maps[0]))
    with pytest.raises(DrawingFailed, match="this comparison is of 3 maps"):
        drawn(three)
