"""Small multiples: one layout drawn once for each map, with outlines where it says nothing."""

from typing import Any
from xml.etree import ElementTree

import pytest
from comparison_cases import two
from drawn import Drawn, Rect, drawn
from union_cases import LANE, ROAD, lane, mirrored

import argmap
from argmap.comparison.records import Comparison
from argmap.errors import DrawingFailed
from argmap.renderers.look import ViewOptions, look
from argmap.renderers.picture import Picture
from argmap.renderers.union.multiples_sheets import draw_multiples

SHIPPED = [("koga-2023", "rsis-2023"), ("rsis-2023", "camp-david-2023")]


def shipped(*names: str) -> Comparison:
    return argmap.compare(*(f"maps/northeast-asia/{name}.yaml" for name in names), metrics=False)


def draw(c: Comparison, **options: Any) -> tuple[Picture, ...]:
    return draw_multiples(c, look(**{"paper": "a4", **options}), ViewOptions())


def panel(pictures: tuple[Picture, ...], letter: str) -> Drawn:
    """The boxes and lines of one panel, by the names they have in both."""
    found = [drawn(picture.data) for picture in pictures]
    boxes = {
        n[:-1]: box
        for one in found
        for n, box in one.boxes.items()
        if n[0] == "n" and n[1:-1].isdigit() and n[-1] == letter
    }
    lines = [(a[:-1], b[:-1], p) for one in found for a, b, p in one.lines if a[-1] == letter]
    return Drawn(boxes, lines)


def texts(picture: Picture) -> list[str]:
    svg = ElementTree.fromstring(picture.data)
    return [node.text or "" for node in svg.iter("{http://www.w3.org/2000/svg}text")]


def heard(picture: Picture) -> list[str]:
    svg = ElementTree.fromstring(picture.data)
    return [node.text or "" for node in svg.iter("{http://www.w3.org/2000/svg}title")]


def moved(box: Rect, dx: float, dy: float) -> tuple[float, ...]:
    return tuple(round(v, 1) for v in (box.left - dx, box.bottom - dy, box.right - dx, box.top - dy))


@pytest.mark.parametrize("names", SHIPPED)
@pytest.mark.parametrize("paper", ["a4", "a4-portrait", "slide"])
def test_both_panels_have_the_same_boxes_and_lines_at_the_same_places(names: tuple[str, str], paper: str) -> None:
    pictures = draw(shipped(*names), paper=paper, format="dot")
    a, b = panel(pictures, "a"), panel(pictures, "b")
    assert a.boxes.keys() == b.boxes.keys()
    first = next(iter(a.boxes))
    dx, dy = b.boxes[first].left - a.boxes[first].left, b.boxes[first].bottom - a.boxes[first].bottom
    assert {n: moved(box, 0, 0) for n, box in a.boxes.items()} == {n: moved(box, dx, dy) for n, box in b.boxes.items()}
    assert sorted(line[:2] for line in a.lines) == sorted(line[:2] for line in b.lines)


@pytest.mark.parametrize("names", SHIPPED)
@pytest.mark.parametrize("paper", ["a4", "letter", "a4-portrait", "slide"])
def test_boxes_stand_apart_and_lines_end_at_them(names: tuple[str, str], paper: str) -> None:
    pictures = draw(shipped(*names), paper=paper, format="dot")
    assert all(picture.body_pt >= (12 if paper == "slide" else 8) for picture in pictures)
    found = [panel(pictures, letter) for letter in "ab"]
    for one in found:
        assert one.overlaps() == []
        assert one.crossings() == []
        assert one.loose_ends() == []


def test_a_shared_box_has_each_author_s_own_words() -> None:
    (picture,) = draw(lane(), level="text", paper="a3")
    said = [line for line in heard(picture) if "in both maps" in line and "see" not in line]
    assert [line.partition(": ")[2].partition(" (")[0] for line in said] == [
        "The lane pays for itself.",
        "The street is quiet now.",
        "Over the years the lane earns its cost.",
        "Mill Road has become quiet.",
    ]


def test_no_panel_has_words_of_the_other_author() -> None:
    first, second = draw(lane(), paper="slide")
    a, b = " ".join(texts(first)), " ".join(texts(second))
    assert [words in a for words in ("It pays", "It earns its cost", "Queues")] == [True, False, False]
    assert [words in b for words in ("It pays", "It earns its cost", "Queues")] == [False, True, True]


def test_what_a_map_does_not_say_is_an_outline_without_words() -> None:
    found = draw(lane(), format="dot")[0].data.decode()
    assert 'STYLE="dotted"' in found
    assert "not in this author’s map" in " ".join(texts(draw(lane())[0]))


def test_the_legend_has_only_marks_in_use() -> None:
    same = "s: {says: [{holds: p}]}"
    shown = " ".join(texts(draw(argmap.compare(*two(same, same)))[0]))
    assert "in both maps, each in its own words" in shown
    for absent in ("not in this author", "only in", "steps up", "because", "cannot both", "see "):
        assert absent not in shown


def test_the_counts_of_panels_add_up() -> None:
    (picture,) = draw(lane())
    shown = " ".join(texts(picture))
    assert "8 of these 13 statements" in shown
    assert "7 of these 13 statements" in shown
    assert heard(picture)[0] == "Of 13 statements A has 8, B 7; 2 are shared"


def test_another_order_of_maps_only_swaps_the_panels() -> None:
    def words(picture: Picture) -> set[str]:
        return {line.partition(": ")[2] for line in heard(picture) if "both" in line and "see" not in line}

    (first, second), (third, fourth) = draw(lane(), paper="slide"), draw(mirrored(), paper="slide")
    assert words(first) == words(fourth)
    assert words(second) == words(third)


def test_on_slides_each_author_has_a_slide() -> None:
    pictures = draw(shipped("koga-2023", "rsis-2023"), paper="slide")
    assert [p.name for p in pictures] == ["koga-2023-rsis-2023-multiples-1", "koga-2023-rsis-2023-multiples-2"]


def test_print_holds_only_greys() -> None:
    found = draw(lane(), theme="print", format="dot")[0].data.decode()
    assert all(c[0:2] == c[2:4] == c[4:6] for c in (part[:7] for part in found.split("#")[1:]))


def test_maps_that_share_nothing_are_refused() -> None:
    with pytest.raises(DrawingFailed, match="share no statement and no question"):
        draw(argmap.compare(*two("s: {says: [{holds: p}]}", "z: {says: [{holds: q}]}")))


def test_the_view_is_reached_by_its_name() -> None:
    assert argmap.draw(*two(LANE, ROAD), view="multiples").name == "a-b-multiples"
