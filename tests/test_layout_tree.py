"""Placing boxes, with sizes made from the length of their texts: no engine is needed."""

import random
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

import pytest
from made_up_maps import made_up

from argmap.diagram.boxes import Box, Seen
from argmap.diagram.of_map import diagram_of_map
from argmap.layout.curves import Curves
from argmap.layout.fit import Drawing, can_fit, fit
from argmap.layout.groups import feet_of
from argmap.layout.paper import PAPERS
from argmap.layout.rails import Foot, Stem, route
from argmap.layout.shape import Arrangement, Line, Size, Stand, Style
from argmap.layout.tree import place

LEGENDS = [(200.0, 120.0), (400.0, 60.0)]
TITLES = [(500.0, 60.0), (300.0, 80.0)]


def measured(boxes: Sequence[Box], style: Style) -> Mapping[str, Size]:
    sizes = {}
    for box in boxes:
        widths = [6.0 * style.columns + 30] * len(box.statements)
        heights = [20 + 13.0 * (1 + len(s.text) // style.columns) for s in box.statements]
        if style.is_beside(box):
            feet = tuple(sum(widths[:i]) + w / 2 for i, w in enumerate(widths))
            sizes[box.name] = Size(sum(widths), 20 + max(heights), feet)
        else:
            sizes[box.name] = Size(widths[0], 20 + sum(heights), (widths[0] / 2,))
    return sizes


def arranged(root: Box, style: Style, hang: int, rails: int = 1, depth: int = 0) -> Arrangement:
    """Rows down to a depth, from where children hang: first over so many rails, then over one."""
    most = 0 if depth < hang else rails if depth == hang else 1
    stands = [
        tuple(len(kids) // n + (i < len(kids) % n) for i in range(n))
        for _, kids in feet_of(root)
        for n in [min(most, len(kids))]
    ]
    found = {root.name: Stand(style, tuple(stands))}
    for child in root.below:
        found |= arranged(child, style, hang, rails, depth + 1)
    for doubt in root.doubts:
        found |= arranged(doubt, style, hang, rails, max(depth + 1, hang))
    return found


def rectangles(drawing: Drawing) -> dict[str, tuple[float, float, float, float]]:
    return {
        name: (x, y, x + drawing.sizes[name].width, y + drawing.sizes[name].height)
        for name, (x, y) in drawing.boxes.items()
    }


def passes(line: Line, box: tuple[float, float, float, float]) -> bool:
    """Whether a line, which runs straight up, down or across, goes through the inside of a box."""
    for (xa, ya), (xb, yb) in pairwise(line.points):
        left, right = sorted((xa, xb))
        top, low = sorted((ya, yb))
        if left < box[2] - 0.5 and right > box[0] + 0.5 and top < box[3] - 0.5 and low > box[1] + 0.5:
            return True
    return False


def assert_tidy(drawing: Drawing) -> None:
    boxes = rectangles(drawing)
    for (m, a), (n, b) in combinations(boxes.items(), 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (m, n)
    for left, top, right, low in boxes.values():
        assert left >= 0
        assert top >= 0
        assert right <= drawing.width + 0.01
        assert low <= drawing.height + 0.01
    for line in drawing.lines:
        assert [name for name, box in boxes.items() if passes(line, box)] == []
        assert all(-0.01 <= x <= drawing.width + 0.01 and 0 <= y <= drawing.height for x, y in line.points)
        (x, y), head = line.points[-1], boxes[line.head]
        assert abs(y - head[3]) < 0.01 or abs(x - head[2]) < 0.01
        (x, y), tail = line.points[0], boxes[line.tail]
        assert abs(y - tail[1]) < 0.01 or abs(x - tail[0]) < 0.01
    if drawing.legend:
        index, (x, y) = drawing.legend
        legend = (x, y, x + LEGENDS[index][0], y + LEGENDS[index][1])
        assert [
            n
            for n, b in boxes.items()
            if b[0] < legend[2] and legend[0] < b[2] and b[1] < legend[3] and legend[1] < b[3]
        ] == []
        assert [line for line in drawing.lines if passes(line, legend)] == []


@pytest.mark.parametrize("paper", ["a4", "a4-portrait", "fit"])
@pytest.mark.parametrize("size", [5, 12, 25, 40, 70, 120])
@pytest.mark.parametrize("seed", [1, 2])
def test_every_drawing_is_tidy(size: int, seed: int, paper: str) -> None:
    diagram = diagram_of_map(made_up(size, seed, theses=1 + seed % 2))
    drawing = fit(diagram.roots, measured, PAPERS[paper], titles=TITLES, legends=LEGENDS, font_size=11)
    assert len(drawing.boxes) == sum(1 for _ in diagram.walk())
    assert len(drawing.lines) == len(drawing.boxes) - len(diagram.roots)
    assert_tidy(drawing)


@pytest.mark.parametrize(("hang", "rails"), [(h, r) for h in (0, 1, 2, 99) for r in (1, 2, 3)])
@pytest.mark.parametrize("beside", [True, False])
def test_every_arrangement_is_tidy(hang: int, rails: int, beside: bool) -> None:
    for seed in range(6):
        diagram, style = diagram_of_map(made_up(35, seed, theses=2)), Style(22, beside)
        sizes = measured(list(diagram.walk()), style)
        for root in diagram.roots:
            stands = arranged(root, style, hang, rails)
            placed, styles = place(root, sizes, stands, lines=True), dict.fromkeys(stands, style)
            drawing = Drawing(placed.boxes, sizes, tuple(placed.lines), styles, 0, None, placed.width, placed.height, 1)
            assert_tidy(drawing)


def test_the_room_a_shape_takes_is_that_of_its_boxes_when_they_are_placed() -> None:
    for seed in range(4):
        (root,) = diagram_of_map(made_up(30, seed)).roots
        (shapes,) = Curves(measured).of([root])
        assert len(shapes) > 3
        assert [s.height for s in shapes] == sorted(s.height for s in shapes)
        for shape in shapes:
            sizes = {s.box.name: s.size for s in shape.walk()}
            placed = place(root, sizes, {s.box.name: s.stand for s in shape.walk()}, lines=False)
            assert (placed.width, placed.height) == pytest.approx((shape.width, shape.height))
            assert placed.boxes[root.name] == pytest.approx((shape.left, 0))


@pytest.mark.parametrize("seed", range(6))
def test_noise_in_measuring_does_not_change_how_boxes_stand(seed: int) -> None:
    chance = random.Random(seed)

    def noisy(boxes: Sequence[Box], style: Style) -> Mapping[str, Size]:
        def off(points: float) -> float:
            return points + chance.uniform(-0.4, 0.4)

        return {n: Size(off(s.width), off(s.height), s.feet) for n, s in measured(boxes, style).items()}

    roots = diagram_of_map(made_up(30, seed, theses=1 + seed % 3)).roots
    plain, again = (
        fit(roots, measure, PAPERS["a4"], titles=TITLES, legends=LEGENDS, font_size=11) for measure in (measured, noisy)
    )
    assert plain.styles == again.styles
    assert (plain.title, plain.legend and plain.legend[0]) == (again.title, again.legend and again.legend[0])
    far = [name for name, (x, y) in plain.boxes.items() for u, v in [again.boxes[name]] if abs(x - u) + abs(y - v) > 12]
    assert far == []


def test_the_scale_is_that_of_the_paper_and_small_drawings_are_not_blown_up() -> None:
    roots = diagram_of_map(made_up(25, 3)).roots
    drawing = fit(roots, measured, PAPERS["a4"], titles=TITLES, legends=(), font_size=11)
    assert drawing.legend is None
    assert (drawing.width + 15) * drawing.scale <= PAPERS["a4"].width + 0.1
    assert (drawing.height + 15) * drawing.scale <= PAPERS["a4"].height + 0.1
    small = fit(diagram_of_map(made_up(2, 1)).roots, measured, PAPERS["a4"], titles=[(1, 1)], legends=(), font_size=11)
    assert small.scale * 11 == PAPERS["a4"].most_pt
    assert fit(roots, measured, PAPERS["fit"], titles=TITLES, legends=(), font_size=11).scale == 1


def test_what_can_be_fitted_is_what_fits() -> None:
    for size in (5, 15, 25, 60):
        roots = diagram_of_map(made_up(size, 4)).roots
        drawing = fit(roots, measured, PAPERS["a4"], titles=TITLES, legends=LEGENDS, font_size=11)
        possible = can_fit(roots, measured, PAPERS["a4"], titles=TITLES, legends=LEGENDS, font_size=11)
        assert possible == (drawing.scale * 11 >= PAPERS["a4"].least_pt)


def a_box(name: str, *below: Box, kind: str = "support", doubts: tuple[Box, ...] = ()) -> Box:
    return Box(name, kind, (Seen(name, name, "premise", name, name, below=below),), doubts=doubts)  # type: ignore[arg-type]


SIZES = {f"n{i}": Size(100, 50, (50,)) for i in range(9)}


def test_tops_are_aligned_and_a_parent_stands_over_the_middle_of_its_children() -> None:
    tree = a_box("n0", a_box("n1"), a_box("n2", a_box("n3")), kind="thesis")
    placed = place(tree, SIZES, arranged(tree, Style(20), 99), lines=True)
    assert placed.boxes == {"n0": (59, 0), "n1": (0, 78), "n2": (118, 78), "n3": (118, 156)}
    assert (placed.width, placed.height) == (218, 206)
    straight = next(line for line in placed.lines if line.tail == "n3")
    assert straight.points == ((168, 156), (168, 128))


def test_hanging_children_stand_below_each_other_on_a_rail() -> None:
    tree = a_box("n0", a_box("n1"), a_box("n2", kind="attack"), a_box("n3"), kind="thesis")
    placed = place(tree, SIZES, arranged(tree, Style(20), 0), lines=True)
    assert [x for name, (x, _) in placed.boxes.items() if name != "n0"] == [32] * 3
    assert sorted((y, name) for name, (_, y) in placed.boxes.items()) == [
        (0, "n0"),
        (78, "n1"),
        (141, "n3"),
        (204, "n2"),
    ]
    rails = {line.kind: line.points[1][0] for line in placed.lines}
    assert rails == {"support": 19, "attack": 6}
    assert len(place(tree, SIZES, arranged(tree, Style(20), 0, 2), lines=True).boxes) == 4


def test_a_doubt_stands_beside_its_reason_and_points_at_the_bar() -> None:
    tree = a_box("n0", a_box("n1", doubts=(a_box("n2", kind="undercut"), a_box("n3", kind="undercut"))), kind="thesis")
    placed = place(tree, SIZES, arranged(tree, Style(20), 99), lines=True)
    doubts = {line.tail: line for line in placed.lines if line.kind == "undercut"}
    reason = placed.boxes["n1"]
    for name in ("n2", "n3"):
        assert doubts[name].points[-1] == (reason[0] + 100, reason[1] + 10)
        assert doubts[name].points[0] == (placed.boxes[name][0], placed.boxes[name][1] + 10)
        assert doubts[name].foot == -1
    assert len(doubts["n2"].points) == 2
    assert len(doubts["n3"].points) == 4


@pytest.mark.parametrize(("x", "corners"), [(50, 2), (54, 2), (60, 4)])
def test_a_line_bends_only_where_that_can_be_seen(x: float, corners: int) -> None:
    foot, stem = Foot("above", 0, 0, 100, 50, 10), Stem("below", "support", x, 40, None)
    (line,) = route(foot, [stem], (15, 35), straight=False)
    assert (len(line.points), line.points[-1]) == (corners, (50, 10))
