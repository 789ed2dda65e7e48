"""The legend of a map: an entry for every mark in use, and for no other; every mark told apart without colour."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from made_up_maps import made_up
from marked_map import every_mark
from pictures import draw_map

from argmap.diagram.of_map import diagram_of_map
from argmap.languages import ENGLISH
from argmap.layout.shape import Style
from argmap.model import ArgumentMap
from argmap.renderers.look import MapOptions, look
from argmap.renderers.maps.legend import legend_items
from argmap.renderers.maps.map_plan import MapPlan
from argmap.renderers.maps.markup import box_label
from argmap.theme import THEMES

MARKS = {
    "thesis": r'<TABLE BORDER="2"[^>]*CELLSPACING="2"',
    "support": r"<B>because",
    "attack": r"<B>but",
    "undercut": r"<B>unless",
    "condition": r"<B>if",
    "loose": r"<B>not connected",
    "together": r"<B>because \(together\)",
    "evidence": r"▪ ",
    "assumed": r'STYLE="DASHED"',
    "says": r'WIDTH="4"',
    "see": r"\bsee [TCPEOU\d]",
    "again": r"\bin full elsewhere|#57606A\">(?:[^<]*· )?in full: sheet",  # in ink it sums up a whole branch
    "below": r"\+ \d+ below: sheet",
    "below_here": r"\+ \d+ below<",
    "context": r"\bcontext\b",
}
"""What a label holds where a mark is used."""

OPTIONS: list[dict[str, Any]] = [
    {},
    {"ids": "none"},
    {"ids": "outline", "evidence": "nodes"},
    {"evidence": "none"},
    {"depth": 1},
    {"depth": 2, "split": "branch"},
    {"focus": "s1"},
    {"split": "branch"},
]


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("seed", [1, 5])
def test_there_is_an_entry_for_every_mark_in_use_and_none_for_others(seed: int, options: dict[str, Any]) -> None:
    m = made_up(40, seed, theses=1 + seed % 2)
    plan = MapPlan(m, look(paper="a4"), MapOptions(**options))
    for sheet in plan.sheets():
        boxes = [box for root in sheet.roots for box in root.walk()]
        labels = " ".join(box_label(box, Style(60), THEMES["light"]) for box in boxes)
        used = {mark for mark, label in MARKS.items() if re.search(label, labels)}
        if "support" in used and not re.search(r"<B>because(?: ·|<)", labels):
            assert "together" in used
        explained = {words for _, words in legend_items(sheet.roots, THEMES["light"])}
        for mark in MARKS:
            entry = re.sub(r"\\{id\\}", ".+", re.escape(ENGLISH[f"map.legend.{mark}"]))
            assert any(re.fullmatch(entry, words) for words in explained) == (mark in used), mark
        assert len(explained) == len(used)


def test_what_hangs_on_nothing_is_explained() -> None:
    statements = {"t": {"type": "thesis", "text": "T."}, "x": {"text": "X."}}
    roots = diagram_of_map(ArgumentMap.model_validate({"id": "m", "statements": statements})).roots
    assert "bears on no thesis of this map" in [words for _, words in legend_items(roots, THEMES["light"])]


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_each_mark_differs_from_the_others_in_more_than_colour(theme: str) -> None:
    (picture,) = draw_map(every_mark(), theme=theme, format="dot")
    edges = re.findall(r"^\t\w+ -> \w+ \[([^\]]*)\]", picture.data.decode(), re.MULTILINE)
    lines = {
        tuple(re.findall(rf"\b{name}=(\w+)", edge)[0] for name in ("arrowhead", "style")): re.findall(
            r'\bcolor="(#\w+)"', edge
        )[0]
        for edge in edges
    }
    assert sorted(lines) == [("normal", "solid"), ("odiamond", "solid"), ("odot", "dotted"), ("tee", "dashed")]
    if theme == "print":
        assert {colour for colour in lines.values() if len({colour[i : i + 2] for i in (1, 3, 5)}) > 1} == set()


def test_the_boxes_of_a_drawing_are_read_in_the_order_of_its_outline() -> None:
    for picture in draw_map(made_up(30, 3), split="never"):
        svg = ElementTree.fromstring(picture.data)
        nodes = [g.get("id") or "" for g in svg.iter("{http://www.w3.org/2000/svg}g") if g.get("class") == "node"]
        numbers = [int(found[1]) for name in nodes if (found := re.search(r"-n(\d+)$", name))]
        assert numbers == sorted(numbers)
        said = [g[0].text or "" for g in svg.iter("{http://www.w3.org/2000/svg}g") if g.get("class") == "node"]
        assert all(
            re.match(r"[TCPEOU]\d*, (thesis|(reason for|objection to|doubt about|condition of) ?)", s)
            for s in said[1:-1]
        )
