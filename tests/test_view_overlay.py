"""The overlay of two maps: what both say stands once, everything knows whose it is, and what is left out is counted."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from comparison_cases import a_map, two
from drawn import Drawn, drawn
from made_up_comparisons import HOSTILE, WIDE
from union_cases import LANE, ROAD, lane, mirrored, slugs, united

import argmap
from argmap.comparison import compare
from argmap.comparison.records import Comparison
from argmap.diagram.boxes import Box, Level
from argmap.diagram.of_union import diagram_of_union
from argmap.diagram.union import union_of
from argmap.diagram.union_boxes import UnionBox, UnionDiagram, held
from argmap.diagram.union_choice import asked_for, most_telling
from argmap.diagram.union_graph import UnionGraph, Way
from argmap.errors import DrawingFailed
from argmap.renderers.look import ViewOptions, look
from argmap.renderers.picture import Picture
from argmap.renderers.union.union_sheets import draw_overlay

SHIPPED = [
    ("koga-2023", "rsis-2023"),
    ("koga-2023", "beijing-2023"),
    ("rsis-2023", "camp-david-2023"),
]


def shipped(*names: str) -> Comparison:
    return argmap.compare(*(f"maps/northeast-asia/{name}.yaml" for name in names), metrics=False)


def draw(c: Comparison, about: Sequence[str] = (), depth: int | None = None, **options: Any) -> Picture:
    """The overlay on A4, unless said otherwise."""
    (picture,) = draw_overlay(c, look(**{"paper": "a4", **options}), ViewOptions(frozenset(about), depth))
    return picture


def diagram(c: Comparison, depth: int = 1, level: Level = "title") -> UnionDiagram:
    union = union_of(c)
    return diagram_of_union(UnionGraph(union), most_telling(union), depth=depth, level=level)


def givers(box: Box) -> tuple[int, ...]:
    assert isinstance(box, UnionBox)
    return box.given


def boxes_alone(found: Drawn) -> Drawn:
    """Only boxes, without the frames and words inside them."""
    return replace(
        found, boxes={name: box for name, box in found.boxes.items() if name[1:].isdigit() and name[0] == "n"}
    )


def texts(picture: Picture) -> str:
    svg = ElementTree.fromstring(picture.data)
    return " ".join(" ".join(node.text or "" for node in svg.iter("{http://www.w3.org/2000/svg}text")).split())


def titles(picture: Picture) -> list[str]:
    svg = ElementTree.fromstring(picture.data)
    return [node.text or "" for node in svg.iter("{http://www.w3.org/2000/svg}title")]


# ------------------------------------------------------------------ what is the same, and what faces each other


def test_the_same_stance_on_one_proposition_is_one_point() -> None:
    assert slugs(united().shared) == [("pays", "pays"), ("quiet", "hush")]


def test_opposite_stances_face_each_other_and_are_not_shared() -> None:
    (facing,) = united().facings
    assert (facing.sign, slugs(facing.points)) == ("!", [("buses", ""), ("", "late")])


def test_a_second_statement_of_the_same_claim_stays_by_itself_and_knows_it() -> None:
    left = LANE + "gain: {text: It brings more than it costs., says: [{holds: p}]}\n"
    union = united(left)
    assert union.points[0, "gain"].owners == (0,)
    assert union.again == {(0, "gain"): (0, "pays")}


def test_the_same_causes_and_nothing_else_are_one_point() -> None:
    same = "{says: [{cause: [c, d], lowers: e}]}"
    more = "{says: [{cause: [c, d, x], lowers: e}]}"
    assert slugs(united(f"s: {same}", f"z: {same}").shared) == [("s", "z")]
    assert united(f"s: {same}\nh: {{says: [{{holds: p}}]}}", f"z: {more}\nh: {{says: [{{holds: p}}]}}").shared == (
        united("h: {says: [{holds: p}]}", "h: {says: [{holds: p}]}").shared
    )


def test_what_one_author_only_reports_is_not_shared() -> None:
    assert (
        united("s: {says: [{holds: p}]}\nq: {says: [{holds: q}]}", "z: {says: [{holds: p}], voice: shops}").shared == ()
    )


def test_each_statement_belongs_to_one_point_even_if_it_says_two_things() -> None:
    union = united("s: {says: [{holds: p}, {holds: q}]}", "a: {says: [{holds: p}]}\nb: {says: [{holds: q}]}")
    assert slugs(union.shared) == [("s", "a")]
    assert union.points[1, "b"].owners == (1,)
    assert union.again == {(1, "b"): (0, "s")}


def test_reasons_know_who_gives_them() -> None:
    both = "s: {because: [r], says: [{holds: p}]}\nr: {says: [{holds: q}]}"
    alone = "s: {says: [{holds: p}], because: [x]}\nr: {says: [{holds: q}]}\nx: {}"
    for left, right, given in ((both, both, [(0, 1)]), (both, alone, [(0,), (1,)])):
        union = united(left, right)
        assert [u.given for u in UnionGraph(union).under(union.points[0, "s"])] == given


def test_a_reason_for_one_is_an_objection_for_the_other() -> None:
    union = united("s: {because: [r], says: [{holds: p}]}\nr: {says: [{holds: q}]}",
                   "s: {but: [r], says: [{holds: p}]}\nr: {says: [{holds: q}]}")  # fmt: skip
    found = UnionGraph(union).under(union.points[0, "s"])
    assert [(u.kind, u.given) for u in found] == [("support", (0,)), ("attack", (1,))]


def test_the_way_up_names_its_relations_from_the_bottom() -> None:
    graph = UnionGraph(united())
    assert graph.way((1, "late")) == Way("t", ("because", "because"))
    assert graph.way((0, "rain")) == Way("t", ("but", "because"))
    assert graph.way((0, "t")) == Way("t", ())
    assert graph.way((0, "buses")) is None


# ------------------------------------------------------------------ what is drawn


@pytest.mark.parametrize("names", SHIPPED)
@pytest.mark.parametrize("depth", [0, 1, 3])
def test_shown_and_left_out_add_up_to_both_maps(names: tuple[str, str], depth: int) -> None:
    c = shipped(*names)
    found = diagram(c, depth)
    assert [n + m for n, m in zip(found.shown, found.hidden, strict=True)] == [m.statements for m in c.maps]
    drawn_twice = [s.places for box in found.walk() for s in held(box) if not s.see]
    assert sum(map(len, drawn_twice)) == sum(found.shown) == found.points + found.shared


@pytest.mark.parametrize("names", SHIPPED)
def test_every_pointer_leads_to_a_box(names: tuple[str, str]) -> None:
    found = [s for box in diagram(shipped(*names), 2).walk() for s in held(box)]
    whole = {(v.owner, v.short) for s in found if not s.see for v in s.voices}
    assert all((v.owner, v.short) in whole for s in found if s.see for v in s.voices)


@pytest.mark.parametrize("names", SHIPPED)
def test_whatever_has_no_line_of_its_map_here_says_where_it_leads(names: tuple[str, str]) -> None:
    boxes = list(diagram(shipped(*names)).walk())
    lines = {
        (voice.owner, voice.short)
        for box in boxes
        for above in held(box)
        for child in above.below
        for s in held(child)
        for voice in s.voices
        if voice.owner in (givers(child) or above.owners)
    }
    lines |= {(v.owner, v.short) for box in boxes for doubt in box.doubts for s in held(doubt) for v in s.voices}
    for voice in (voice for box in boxes for s in held(box) if not s.see for voice in s.voices):
        assert bool(voice.ways) != ((voice.owner, voice.short) in lines)


def test_another_order_of_maps_only_changes_owners() -> None:
    def told(c: Comparison, flip: bool) -> set[tuple[Any, ...]]:
        def owner(i: int) -> int:
            return 1 - i if flip else i

        return {
            (frozenset((owner(v.owner), v.short, v.notes, v.ways) for v in s.voices), box.kind, box.question)
            for box in diagram(c).walk()
            for s in held(box)
        }

    assert told(lane(), flip=False) == told(mirrored(), flip=True)


def test_who_gives_a_relation_into_a_shared_box_stands_on_its_bar() -> None:
    shown = texts(draw(lane()))
    assert "B: because" in shown
    assert "A: but" in shown
    assert texts(draw(mirrored())).count("A: because") == 2  # once in the legend


def test_everything_of_small_maps_is_drawn() -> None:
    shown = texts(draw(lane(), paper="a3"))
    assert "All statements of both maps are shown." in shown
    for text in ("The lane should stay.", "Custom fell.", "Cars queue at the lane.", "The survey counts"):
        assert text in shown


def test_hedges_and_reported_speech_are_written() -> None:
    shown = texts(draw(lane()))
    assert "A: likely" in shown
    assert "says shopkeepers," in shown
    assert "not stated, assumed" in shown


def test_theses_that_are_named_and_not_drawn_stand_in_the_head() -> None:
    shown = texts(draw(lane(), about=["stance:p"], depth=0))
    assert "A argues: T The lane should stay. B argues: T The lane should go." in shown
    assert "A: 1 step up to T (because) B: 1 step up to T (but)" in shown
    assert "argues" not in texts(draw(lane()))


def test_a_condition_that_is_not_drawn_is_named_in_words() -> None:
    left = "s: {says: [{holds: p}], if: [c]}\nc: {text: The council pays., label: The council pays}"
    c = argmap.compare(*two(left, "z: {says: [{holds: p}]}"))
    assert "A: if “The council pays”" in texts(draw(c, depth=0))
    assert "A: if P2" in texts(draw(c, depth=1))


def test_what_was_asked_for_and_has_no_room_is_counted() -> None:
    c = shipped("koga-2023", "rsis-2023")
    shown = texts(draw(c, about=[f.id for f in c.findings if f.unit != "evidence"]))
    assert " points asked about are not shown." in shown


def test_what_was_asked_for_is_drawn_under_its_finding_s_sentence() -> None:
    picture = draw(lane(), about=["stance:r"])
    assert titles(picture)[0] == "A holds that buses run on time; B denies it"
    assert "The buses are late." in texts(picture)
    assert "The street is quiet" not in texts(picture)


def test_a_point_of_one_map_alone_can_be_asked_for() -> None:
    c = argmap.compare(*two(LANE, "t: {type: thesis, text: No., says: [{holds: p}]}"))
    union = union_of(c)
    finding = next(f for f in c.findings if f.id == "stance:q")
    assert slugs(asked_for(union, [finding])) == [("quiet", "")]  # type: ignore[arg-type]
    assert "The street is quiet now." in texts(draw(c, about=["stance:q"]))


@pytest.mark.parametrize("names", SHIPPED)
@pytest.mark.parametrize("paper", ["a4", "a4-portrait", "letter", "slide"])
def test_the_shipped_maps_are_large_enough_without_a_warning(names: tuple[str, str], paper: str) -> None:
    picture = draw(shipped(*names), paper=paper, format="dot")
    least = 12 if paper == "slide" else 8
    assert picture.body_pt >= least
    assert [d.code for d in picture.diagnostics if d.code == "AM901"] == []


def test_no_more_than_thirty_statements_are_drawn_unless_asked() -> None:
    shown = texts(draw(shipped("koga-2023", "rsis-2023"), paper="poster"))
    assert int(shown.partition("Shown: ")[2].partition(" ")[0]) <= 30


def test_what_cannot_be_read_is_told_with_a_way_out() -> None:
    text = " ".join(["Whoever lives in the valley pays for the harbour."] * 90)
    c = argmap.compare(*two(f"s: {{says: [{{holds: p}}], text: {text}}}", "z: {says: [{holds: p}]}"))
    picture = draw(c, level="full", format="dot")
    (found,) = [d for d in picture.diagnostics if d.code == "AM901"]
    assert found.help.startswith("try --")


# ------------------------------------------------------------------ geometry, themes, texts


@pytest.mark.parametrize("names", SHIPPED)
@pytest.mark.parametrize("options", [{}, {"paper": "slide"}, {"paper": "a3", "theme": "print"}, {"level": "full"}])
def test_boxes_stand_apart_and_lines_end_at_them(names: tuple[str, str], options: dict[str, Any]) -> None:
    found = boxes_alone(drawn(draw(shipped(*names), format="dot", **options).data))
    assert found.boxes
    assert found.overlaps() == []
    assert found.crossings() == []
    assert found.loose_ends() == []


def test_words_stay_in_their_boxes() -> None:
    found = drawn(draw(shipped("koga-2023", "rsis-2023"), format="dot").data)
    for name, rect in found.boxes.items():
        owner = found.boxes.get(name.partition("p")[0])
        if "p" in name and owner:
            assert owner.left - 0.6 <= rect.left
            assert rect.right <= owner.right + 0.6
            assert owner.bottom - 1.1 <= rect.bottom
            assert rect.top <= owner.top + 1.1


def test_print_holds_only_greys_and_still_tells_owners() -> None:
    dot = draw(lane(), theme="print", format="dot").data.decode()
    colours = {part[:7] for part in dot.split("#")[1:]}
    assert all(c[0:2] == c[2:4] == c[4:6] for c in colours)
    assert texts(draw(lane(), theme="print")).count("A") > 3


def test_every_statement_is_heard_with_its_owner_and_its_place() -> None:
    heard = titles(draw(lane(), paper="a3"))
    assert (
        "A·C1 and B·P5, in both maps, A: because, under A·T: The lane pays (A: The survey counts more custom. …"
        not in heard
    )
    (pays,) = [said for said in heard if said.startswith("A·C1 and B·P5, in both maps, A: because, under A·T")]
    assert "The lane pays" in pays
    assert any(
        said.startswith("B·P4, only in B’s map, B: because, under A·C1: Rain keeps riders away.") for said in heard
    )


def test_the_drawing_says_whose_versions_it_shows() -> None:
    c = shipped("koga-2023", "rsis-2023")
    svg = draw(c).data.decode()
    assert all(m.sha256 and m.sha256[:12] in svg for m in c.maps)


@pytest.mark.parametrize("text", [*HOSTILE, *WIDE, "x" * 3000])
def test_any_text_is_drawn(text: str) -> None:
    left = a_map("a", {"s": {"text": text, "says": [{"holds": "p"}], "because": ["r"]}, "r": {"text": text}})
    right = a_map("b", {"z": {"text": text, "says": [{"holds": "p"}]}})
    picture = draw(argmap.compare(left, right), level="full")
    ElementTree.fromstring(picture.data)


def test_the_fixed_words_are_those_of_the_language() -> None:
    assert "nur in der Karte von A" in texts(draw(lane(), language="de"))


def test_the_same_maps_give_the_same_bytes() -> None:
    assert draw(lane(), format="dot").data == draw(lane(), format="dot").data


def test_maps_that_share_nothing_are_refused_with_a_way_out() -> None:
    c = argmap.compare(*two("s: {says: [{holds: p}]}", "z: {says: [{holds: q}]}"))
    with pytest.raises(DrawingFailed, match=r"'a' and 'b' share no statement and no question.*argmap align"):
        draw(c)


def test_circles_and_statements_under_themselves_are_drawn_once() -> None:
    left = "s: {says: [{holds: p}], because: [r]}\nr: {because: [s]}"
    found = diagram(compare(two(left, "z: {says: [{holds: p}], because: [z]}")), depth=5)
    assert found.hidden == (0, 0)
    assert sum(s.see for box in found.walk() for s in held(box)) == 1


def test_the_view_is_reached_by_its_name() -> None:
    picture = argmap.draw(*two(LANE, ROAD), view="overlay")
    assert picture.name == "a-b-overlay"
    assert picture.sheets == ()
