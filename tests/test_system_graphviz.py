"""With the programs of a Graphviz of the system, which measures otherwise than the bundled one: what holds with any."""

import re
import shutil
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from drawn import drawn, text_boxes
from made_up_comparisons import made_up_comparison
from made_up_maps import made_up
from marked_map import every_mark
from pictures import draw_comparison, draw_map

from argmap import api
from argmap.errors import DrawingFailed
from argmap.layout.paper import PAPERS
from argmap.model import ArgumentMap
from argmap.renderers.graphviz import engine
from argmap.renderers.picture import Picture

pytestmark = [
    pytest.mark.dot,
    pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz of the system: apt-get install graphviz"),
]

MAPS = Path(__file__).parent.parent / "maps" / "northeast-asia"
SHIPPED = ("koga-2023", "rsis-2023", "beijing-2023", "camp-david-2023")
SVG = "{http://www.w3.org/2000/svg}"


def forget() -> None:
    engine._has_library.cache_clear()
    engine.letters.cache_clear()


@pytest.fixture(autouse=True)
def _of_the_system(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ARGMAP_GRAPHVIZ", "system")
    forget()
    yield
    monkeypatch.undo()
    forget()


def shipped(name: str) -> ArgumentMap:
    return api.load(MAPS / f"{name}.yaml")


def holds(picture: Picture, paper: str, *, crossings: bool = True) -> None:
    """Boxes do not overlap, lines end at theirs and cross none, and nothing is off the page."""
    d = drawn(picture.data)
    assert d.overlaps() == []
    assert d.loose_ends() == []
    assert not crossings or d.crossings() == []
    scale = picture.body_pt / 11
    width, height = d.extent()
    assert width * scale <= PAPERS[paper].width + 0.2
    assert height * scale <= PAPERS[paper].height + 0.2


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("paper", ["a4", "slide"])
def test_the_shipped_maps_are_drawn_as_they_should(name: str, paper: str) -> None:
    for picture in draw_map(shipped(name), paper=paper, format="dot"):
        holds(picture, paper)
        small = picture.body_pt < PAPERS[paper].least_pt - 0.05
        assert [d.code for d in picture.diagnostics if d.code == "AM901"] == ["AM901"] * small


@pytest.mark.parametrize("options", [{}, {"level": "full"}, {"paper": "a4-portrait"}, {"split": "branch"}], ids=str)
def test_every_way_to_draw_a_map_holds(options: dict[str, Any]) -> None:
    for m in (every_mark(), made_up(25, 3, theses=2)):
        for picture in draw_map(m, format="dot", **options):
            holds(picture, options.get("paper", "a4"))


def test_a_graph_is_laid_out_by_the_programs_too() -> None:
    (picture,) = draw_map(every_mark(), format="dot", layout="dot")
    holds(picture, "a4", crossings=False)


@pytest.mark.parametrize("name", SHIPPED[:2])
def test_every_word_is_in_the_picture(name: str) -> None:
    m = shipped(name)
    said = ""
    for picture in draw_map(m):
        root = ElementTree.fromstring(picture.data)
        groups = [g for g in root.iter(f"{SVG}g") if g.get("class") == "node"]
        assert [g.get("id") for g in groups if not any((t.text or "").strip() for t in g.iter(f"{SVG}text"))] == []
        said += " ".join("".join(t.itertext()) for t in root.iter(f"{SVG}text"))
    said = re.sub(r"\s", "", said)
    assert [key for key, s in m.statements.items() if s.type == "claim" and re.sub(r"\s", "", s.text) not in said] == []


@pytest.mark.parametrize("paper", ["a4-portrait", "slide"])
def test_a_comparison_overlaps_nowhere_and_stays_on_its_page(paper: str) -> None:
    for c in (made_up_comparison(9, 2), api.compare(MAPS / "koga-2023.yaml", MAPS / "rsis-2023.yaml")):
        for sheet in draw_comparison(c, paper=paper, format="dot"):
            boxes = text_boxes(sheet.data)
            assert boxes
            assert [(m, n) for (m, a), (n, b) in combinations(boxes.items(), 2) if a.meets(b)] == []
            assert min(box.left for box in boxes.values()) >= -1
            if sheet.body_pt >= PAPERS[paper].least_pt:
                assert max(box.right for box in boxes.values()) <= PAPERS[paper].width + 3


@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_every_format_is_drawn_and_is_the_same_twice(form: str) -> None:
    one, other = (draw_map(every_mark(), format=form)[0].data for _ in range(2))
    assert one == other
    assert len(one) > 3000


def test_dot_without_places_is_the_same_with_any_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for choice in ("system", "bundled"):
        monkeypatch.setenv("ARGMAP_GRAPHVIZ", choice)
        forget()
        monkeypatch.setattr(engine, "available", lambda: False)
        found.append(draw_map(every_mark(), format="dot")[0].data)
    assert found[0] == found[1]


def test_what_it_cannot_draw_is_an_error_by_name() -> None:
    with pytest.raises(DrawingFailed, match="Graphviz could not draw this: Error"):
        engine.draw("digraph {", "svg")


def test_a_choice_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_GRAPHVIZ", "mine")
    forget()
    with pytest.raises(DrawingFailed, match="ARGMAP_GRAPHVIZ is 'mine'; it may be 'bundled' or 'system'"):
        draw_map(every_mark())
