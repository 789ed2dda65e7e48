"""Every picture for those who hear it: an image with a name, a description, boxes that are sentences, silent lines."""

import re
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree

import pytest
from accessible import SVG, problems_of
from made_up_comparisons import KINDS, made_up_comparison
from made_up_maps import made_up
from marked_map import HOSTILE, every_mark, hostile_map
from pictures import draw_comparison, draw_map

from argmap import api
from argmap.diagram.of_map import diagram_of_map
from argmap.facade.drawing import View
from argmap.languages import LANGUAGES
from argmap.renderers.picture import Picture

MAPS = Path(__file__).parent.parent / "maps" / "northeast-asia"
MILL_ROAD = Path(__file__).parent / "golden" / "mill-road"
SHIPPED = ("koga-2023", "rsis-2023", "beijing-2023", "camp-david-2023")


def sheets(picture: Picture) -> tuple[Picture, ...]:
    return (picture, *picture.sheets)


def titles(picture: Picture) -> list[str]:
    """What is heard, the name of the picture first."""
    return [each.text or "" for each in ElementTree.fromstring(picture.data).iter(f"{SVG}title")]


@pytest.mark.parametrize(
    "options",
    [{}, {"layout": "dot"}, {"paper": "slide"}, {"level": "full", "theme": "dark"}, {"split": "branch"}],
    ids=str,
)
def test_maps_are_heard_as_they_are_seen(options: dict[str, Any]) -> None:
    for m in (every_mark(), made_up(35, 3, theses=2), *(hostile_map(w) for w in HOSTILE[:4])):
        for picture in draw_map(m, **options):
            assert problems_of(picture.data, picture.name) == []


@pytest.mark.parametrize("kind", KINDS)
def test_comparisons_are_heard_as_they_are_seen(kind: str) -> None:
    for picture in draw_comparison(made_up_comparison(6, 3, kind=kind)):
        assert problems_of(picture.data, picture.name) == []


@pytest.mark.parametrize("view", [view for view in get_args(View) if view != "map"])
def test_every_view_is_heard(view: View) -> None:
    if view == "crux":  # the shipped maps have no conflict on one proposition
        drawn = api.draw(MILL_ROAD / "ruiz.yaml", MILL_ROAD / "patel.yaml", view=view)
    elif view == "butterfly":
        drawn = api.draw(MAPS / "koga-2023.yaml", MAPS / "rsis-2023.yaml", view=view, about="china")
    else:
        drawn = api.draw(MAPS / "koga-2023.yaml", MAPS / "rsis-2023.yaml", view=view)
    for picture in sheets(drawn):
        assert problems_of(picture.data, picture.name) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_maps_are_heard(name: str) -> None:
    for picture in sheets(api.draw(MAPS / f"{name}.yaml")):
        assert problems_of(picture.data, picture.name) == []
        root = ElementTree.fromstring(picture.data)
        (described,) = root.findall(f"{SVG}desc")
        assert "version " in (described.text or "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_that_of_the_fixed_words(language: str) -> None:
    (picture,) = draw_map(every_mark(), language=language)
    assert ElementTree.fromstring(picture.data).get("lang") == language
    assert problems_of(picture.data, "marks") == []


@pytest.mark.parametrize("layout", ["tree", "dot"])
def test_statements_are_heard_in_the_order_of_reading_each_with_what_it_is(layout: str) -> None:
    m = made_up(25, 4)
    said = [t for picture in draw_map(m, paper="fit", split="never", layout=layout) for t in titles(picture)[1:]]
    order = [s.short for box in diagram_of_map(m).walk() for s in box.statements if not s.see]
    spoken = [found[0] for t in said if (found := re.match(r"[TCPEOU]\d*(?=,)", t))]
    if layout == "tree":
        assert list(dict.fromkeys(spoken)) == [s for s in order if s in spoken]
    assert [t for t in said if not re.match(r"[TCPEOU]\d*[,:] ?", t)] == []
    for s in m.statements.values():
        if s.type in ("claim", "premise", "objection"):
            assert any(s.text in t for t in said)


def test_pictures_of_one_page_share_no_id() -> None:
    found: list[str] = []
    for picture in (*draw_map(made_up(45, 1)), *draw_map(every_mark()), *draw_comparison(made_up_comparison(6, 1))):
        ids = re.findall(rb'\bid="([^"]+)"', picture.data)
        found += [each.decode() for each in ids]
    assert len(found) == len(set(found))
