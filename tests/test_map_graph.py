"""A map as the graph that Graphviz' `dot` lays out: every statement once, a line for each of its uses."""

import re
from xml.etree import ElementTree

import pytest
from drawn import Drawn, drawn
from made_up_maps import made_up
from marked_map import a_map, every_mark
from pictures import draw_map

from argmap.diagram.graph_of_map import WHOLE, GraphLine, graph_of
from argmap.diagram.of_map import diagram_of_map
from argmap.errors import DrawingFailed
from argmap.layout.paper import PAPERS
from argmap.model import ArgumentMap
from argmap.renderers.graphviz import engine
from argmap.renderers.picture import Picture

SVG = "{http://www.w3.org/2000/svg}"

SHARED = a_map(
    t={"type": "thesis", "because": ["a", ["b", "c"]], "but": ["o"]},
    a={"because": ["c"]},
    b={},
    c={"because": ["d"]},
    d={},
    o={"type": "objection", "but": ["d"]},
)


def told(m: ArgumentMap, *, together: bool = True) -> tuple[dict[str, list[str]], list[tuple[str, str, str]]]:
    """The statements of each box, those that meet in each junction in brackets; and the lines."""
    graph = graph_of(diagram_of_map(m).roots, together=together)
    boxes = {b.name: [s.key for s in b.box.statements] for b in graph.boxes}
    junctions = {j.name: [f"({s.key})" for s in j.box.statements] for j in graph.junctions}
    return boxes | junctions, [(n.tail, n.head, "" if n.into_junction else n.kind) for n in graph.lines]


def uses(m: ArgumentMap, *, together: bool = True) -> list[tuple[str, str, str]]:
    boxes, lines = told(m, together=together)
    return [(" ".join(boxes[tail]), kind, " ".join(boxes[head])) for tail, head, kind in lines]


def test_a_premise_of_two_reasons_stands_once_and_its_lines_meet_others_in_junctions() -> None:
    boxes, _ = told(SHARED)
    assert sorted(key for name, keys in boxes.items() if name[0] == "n" for key in keys) == list("abcdot")
    assert sorted(uses(SHARED)) == sorted(
        [
            ("a", "support", "t"),
            ("(b) (c)", "support", "t"),
            ("b", "", "(b) (c)"),
            ("c", "", "(b) (c)"),
            ("(c)", "support", "a"),
            ("c", "", "(c)"),
            ("(d)", "support", "c"),
            ("d", "", "(d)"),
            ("o", "attack", "t"),
            ("(d)", "attack", "o"),
            ("d", "", "(d)"),
        ]
    )


def test_premises_with_one_use_stay_in_one_box_and_apart_where_a_box_may_hold_one_only() -> None:
    m = a_map(t={"type": "thesis", "because": [["a", "b"]]}, a={"because": ["c"]}, b={}, c={})
    assert uses(m) == [("b a", "support", "t"), ("c", "support", "b a")]
    graph = graph_of(diagram_of_map(m).roots)
    assert graph.lines[1] == GraphLine("n2", "n1", "support", 1)
    apart = uses(m, together=False)
    assert sorted(apart) == [
        ("(b) (a)", "support", "t"),
        ("a", "", "(b) (a)"),
        ("b", "", "(b) (a)"),
        ("c", "support", "a"),
    ]


def test_a_doubt_ends_at_the_bar_of_the_step_it_is_about() -> None:
    m = a_map(t={"type": "thesis", "because": [{"premises": ["a"], "unless": ["u"]}]}, a={}, u={})
    assert sorted(uses(m)) == [("(a)", "support", "t"), ("a", "", "(a)"), ("u", "undercut", "(a)")]


def test_a_circle_is_a_circle() -> None:
    m = a_map(a={"because": ["b"]}, b={"because": ["a"]})
    assert sorted(uses(m)) == [("(a)", "support", "b"), ("a", "", "(a)"), ("b", "support", "a")]
    assert drawn(draw_map(m, layout="dot", format="dot")[0].data).overlaps() == []


def test_what_a_line_bears_on_is_not_named_where_that_stands_alone() -> None:
    m = a_map(
        t={"type": "thesis", "because": [["a", "b"], "c"]}, a={"because": ["d"]}, b={}, c={"because": ["a"]}, d={}
    )
    graph = graph_of(diagram_of_map(m).roots)
    (under,) = [b.box for b in graph.boxes if b.box.statements[0].key == "d"]
    assert (under.bears_on, {n.foot for n in graph.lines}) == ("", {WHOLE})


@pytest.mark.parametrize("seed", range(6))
def test_every_statement_of_a_map_is_drawn_once_and_every_relation_has_a_line(seed: int) -> None:
    m = made_up(40, seed, theses=1 + seed % 2)
    for together in (True, False):
        graph = graph_of(diagram_of_map(m).roots, together=together)
        drawn_once = [key for b in graph.boxes for s in b.box.statements for key in (s.key, *s.folded)]
        assert sorted(drawn_once) == sorted(m.statements)
        assert not any(s.see for b in graph.boxes for s in b.box.statements)
        names = {b.name for b in graph.boxes} | {j.name for j in graph.junctions}
        assert {end for n in graph.lines for end in (n.tail, n.head)} <= names
        folded = sum(len(s.folded) for b in graph.boxes for s in b.box.statements)
        reasons = sum(
            len(s.because) + len(s.but) + len(s.if_) + sum(len(r.unless) for r in s.because)
            for s in m.statements.values()
        )
        assert sum(not n.into_junction for n in graph.lines) == reasons - folded


def holds(m: ArgumentMap, *, paper: str = "a4", **options: object) -> tuple[Picture, Drawn]:
    (picture,) = draw_map(m, layout="dot", format="dot", paper=paper, **options)
    d = drawn(picture.data)
    assert d.overlaps() == []
    assert d.loose_ends() == []
    scale = picture.body_pt / 11
    width, height = d.extent()
    if not PAPERS[paper].endless:
        assert width * scale <= PAPERS[paper].width + 0.2
        assert height * scale <= PAPERS[paper].height + 0.2
    return picture, d


@pytest.mark.parametrize("paper", ["a4", "slide", "fit"])
@pytest.mark.parametrize("m", [every_mark(), SHARED, made_up(12, 1), made_up(30, 4, theses=2)], ids=lambda m: m.id)
def test_boxes_do_not_overlap_lines_end_at_theirs_and_nothing_is_off_the_page(m: ArgumentMap, paper: str) -> None:
    _, d = holds(m, paper=paper)
    crossed = {(tail, head, name) for tail, head, name in d.crossings() if name not in (tail, head)}
    assert crossed == set()


def test_what_is_above_stands_higher() -> None:
    _, d = holds(every_mark())
    for tail, head, _ in d.lines:
        assert d.boxes[tail].top <= d.boxes[head].bottom


def test_the_shared_statement_is_written_once_and_nothing_is_a_pointer() -> None:
    (picture,) = draw_map(every_mark(), layout="dot")
    root = ElementTree.fromstring(picture.data)
    shown = " ".join("".join(e.itertext()) for e in root.iter(f"{SVG}text"))
    assert shown.count("People keep habits.") == 1
    assert "see P" not in shown
    said = [e.text or "" for e in root.iter(f"{SVG}title")]
    assert sorted(s for s in said if "People keep habits." in s) == [
        "P1, objection to O2: People keep habits.",
        "P1, reason for C1: People keep habits.",
        "P1: People keep habits.",
    ]
    ids = re.findall(rb'\bid="([^"]*)"', picture.data)
    assert len(ids) == len(set(ids))
    assert all(name.startswith(b"marks-") for name in ids)


@pytest.mark.parametrize("form", ["svg", "pdf", "png", "dot"])
def test_a_graph_comes_in_every_format_and_always_the_same(form: str) -> None:
    one, other = (draw_map(every_mark(), layout="dot", format=form)[0].data for _ in range(2))
    assert one == other


def test_type_too_small_to_read_is_said() -> None:
    (picture,) = draw_map(made_up(60, 2), layout="dot", format="dot")
    assert [d.code for d in picture.diagnostics] == ["AM901"]


def test_a_layout_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    engine.lay_out("digraph { a; b; a -> b [id=0] }")  # the child runs: starting it is not what is timed
    monkeypatch.setattr(engine, "TIME_LIMIT", 0.3)
    many = "; ".join(f"n{i} -> n{i * 7919 % 1500} [id={i}]" for i in range(12_000))
    with pytest.raises(DrawingFailed, match=r"took longer than 0\.3 seconds; draw fewer statements"):
        engine.lay_out(f"digraph {{ {many} }}")
    monkeypatch.undo()
    assert engine.lay_out("digraph { a; b; a -> b [id=0] }").boxes.keys() == {"a", "b"}


def test_a_layout_tells_where_boxes_and_curves_are_from_above() -> None:
    found = engine.lay_out("digraph { node [shape=box, fixedsize=true, width=1, height=1]; b -> a [id=0]; rankdir=BT }")
    assert found.boxes["a"] == pytest.approx((0, 0, 72, 72))
    assert found.boxes["b"] == pytest.approx((0, 108, 72, 72))
    (curve, tip) = found.curves[0]
    assert curve[0] == pytest.approx((36, 108), abs=0.5)
    assert tip == pytest.approx((36, 72), abs=0.5)
    assert (found.width, found.height) == pytest.approx((72, 180))


def test_what_bears_on_one_claim_stands_in_rows_where_that_makes_the_type_much_larger() -> None:
    many = {f"s{i}": {"text": "People will ride it every day of the week."} for i in range(14)}
    picture, d = holds(a_map(t={"type": "thesis", "because": list(many)}, **many))
    assert len({round(d.boxes[f"n{i}"].top) for i in range(1, 15)}) > 1
    assert picture.body_pt >= 8
    assert {(tail, head, name) for tail, head, name in d.crossings() if name not in (tail, head)} == set()
    few: dict[str, object] = {f"s{i}": {} for i in range(3)}
    _, d = holds(a_map(t={"type": "thesis", "because": list(few)}, **few))
    assert len({round(d.boxes[f"n{i}"].top) for i in range(1, 4)}) == 1


def test_theses_that_bear_on_nothing_stand_at_the_top() -> None:
    m = a_map(
        t={"type": "thesis"},
        u={"type": "thesis", "because": ["a"]},
        v={"type": "thesis"},
        a={"because": ["b"]},
        b={},
    )
    _, d = holds(m)
    (picture,) = draw_map(m, layout="dot")
    said = [e.text for e in ElementTree.fromstring(picture.data).iter(f"{SVG}title")][1:]
    middle = {said[int(n[1:])]: round((box.top + box.bottom) / 2) for n, box in d.boxes.items() if n[1:].isdigit()}
    theses = {y for words, y in middle.items() if words and words.startswith("T")}
    assert len(theses) == 1
    assert all(y < max(theses) - 20 for words, y in middle.items() if words and words.startswith("P"))


@pytest.mark.parametrize("seed", range(4))
def test_a_line_leaves_its_bar_in_the_middle_and_ends_at_its_box(seed: int) -> None:
    _, d = holds(made_up(20, seed))
    for tail, _, points in d.lines:
        assert points[0][0] == pytest.approx((d.boxes[tail].left + d.boxes[tail].right) / 2, abs=1)
