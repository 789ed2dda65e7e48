"""What Graphviz makes of maps of every size, on every paper: nothing overlaps, all is on the page, lines end well."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from drawn import Drawn, Point, Rect, drawn
from made_up_maps import made_up
from pictures import draw_map

from argmap.api import load
from argmap.layout.paper import PAPERS
from argmap.model import ArgumentMap
from argmap.renderers.graphviz import engine
from argmap.renderers.graphviz.label_text import FONT_SIZE
from argmap.renderers.picture import Picture

pytestmark = pytest.mark.skipif(not engine.available(), reason="needs Graphviz")

MAPS = Path(__file__).parent.parent / "maps" / "northeast-asia"
SHIPPED = ("beijing-2023", "camp-david-2023", "koga-2023", "rsis-2023")
PRINTED = ("a4", "a4-portrait", "slide", "letter", "a3")
LEVELS = ("title", "text", "full")

_PAD = 15.0  # what Graphviz leaves around a drawing, both sides together
_SHARED = 2.0  # points: no more than a crossing


def wrong(picture: Picture, paper: str) -> list[str]:
    """All that is wrong with the geometry of one sheet, in words."""
    it, kinds = drawn(picture.data), kinds_of(picture.data)
    width, height = page_of(picture.data)
    found = [f"{a} and {b} overlap" for a, b in it.overlaps()]
    found += [f"the line from {tail} to {head} crosses {box}" for tail, head, box in it.crossings()]
    found += [f"the line from {tail} to {head} ends beside a box" for tail, head in it.loose_ends()]
    found += [f"lines of {a} and {b} run on top of each other for {n:.0f} pt" for a, b, n in on_top(it, kinds)]
    corners = [(name, (box.left, box.bottom)) for name, box in it.boxes.items()]
    corners += [(name, (box.right, box.top)) for name, box in it.boxes.items()]
    corners += [(f"the line from {tail}", point) for tail, _, points in it.lines for point in points]
    found += [f"{what} is off the page" for what, (x, y) in corners if not (-1 < x < width + 1 and -1 < y < height + 1)]
    size, scale = PAPERS[paper], picture.body_pt / FONT_SIZE
    if (width + _PAD) * scale > size.width + 1 or (height + _PAD) * scale > size.height + 1:
        found.append(f"{width * scale:.0f} x {height * scale:.0f} pt are more than the paper holds")
    if "legend" in it.boxes:
        legend = it.boxes["legend"]
        found += [
            f"the line from {tail} runs through the legend" for tail, _, line in it.lines if through(legend, line)
        ]
    return found


def kinds_of(dot: bytes) -> dict[tuple[str, str], str]:
    """The heads of lines, by tail and head: a kind has one."""
    found = re.findall(r"^\t(\w+) -> (\w+)\S* \[arrowhead=(\w+)", dot.decode(), re.MULTILINE)
    return {(tail, head): kind for tail, head, kind in found}


def page_of(dot: bytes) -> tuple[float, float]:
    found = re.search(r'bb="0,0,([\d.]+),([\d.]+)"', dot.decode())
    assert found
    return float(found[1]), float(found[2])


def through(box: Rect, points: list[Point]) -> bool:
    """Whether a line of straight pieces goes through a box."""
    return any(
        max(min(a[0], b[0]), box.left) < min(max(a[0], b[0]), box.right) + 0.01
        and max(min(a[1], b[1]), box.bottom) < min(max(a[1], b[1]), box.top) + 0.01
        for a, b in pairwise(points)
    )


def on_top(it: Drawn, kinds: dict[tuple[str, str], str]) -> Iterator[tuple[str, str, float]]:
    """Lines of different kinds, or to different boxes, that share a stretch: their tails, and how long it is."""
    for (tail, head, points), (other, to, others) in combinations(it.lines, 2):
        if kinds[tail, head] != kinds[other, to] or head != to:
            shared = sum(common(a, b) for a in pairwise(points) for b in pairwise(others))
            if shared > _SHARED:
                yield tail, other, shared


def common(a: tuple[Point, Point], b: tuple[Point, Point]) -> float:
    """How long two pieces, upright or level, run on top of each other, less than 1.5 pt apart."""
    for i, j in ((0, 1), (1, 0)):
        if all(abs(p[i] - a[0][i]) < 1.5 for p in (*a, *b)):
            low = max(min(p[j] for p in a), min(p[j] for p in b))
            high = min(max(p[j] for p in a), max(p[j] for p in b))
            return max(0.0, high - low)
    return 0.0


def problems(m: ArgumentMap, paper: str, level: str | None = None) -> list[str]:
    """What is wrong with the sheets of a map."""
    pictures = draw_map(m, paper=paper, level=level, format="dot")
    return [f"{p.name} on {paper}, {level}: {what}" for p in pictures for what in wrong(p, paper)]


@pytest.mark.parametrize("paper", ["a4", "a4-portrait", "slide"])
@pytest.mark.parametrize("name", ["koga-2023", "camp-david-2023"])
def test_shipped_maps_are_tidy(name: str, paper: str) -> None:
    assert problems(load(MAPS / f"{name}.yaml"), paper) == []


@pytest.mark.parametrize(
    ("m", "paper", "level"),
    [
        (made_up(5, 1), "a4", "text"),
        (made_up(17, 2, fan=3), "slide", "title"),
        (made_up(28, 3, theses=2, fan=5), "a4-portrait", "full"),
        (made_up(45, 4), "letter", "text"),
        (made_up(70, 5, theses=3, fan=6), "a3", "title"),
    ],
    ids=lambda value: value.id if isinstance(value, ArgumentMap) else None,
)
def test_made_up_maps_are_tidy(m: ArgumentMap, paper: str, level: str) -> None:
    assert problems(m, paper, level) == []


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("paper", PRINTED)
@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_maps_are_tidy_on_every_paper(name: str, paper: str, level: str) -> None:
    assert problems(load(MAPS / f"{name}.yaml"), paper, level) == []


@pytest.mark.slow
@pytest.mark.parametrize("paper", PRINTED)
@pytest.mark.parametrize("size", [5, 9, 14, 20, 28, 36, 50, 80, 130, 200])
def test_made_up_maps_are_tidy_on_every_paper(size: int, paper: str) -> None:
    for seed, level in enumerate(LEVELS * 2):
        assert problems(made_up(size, seed, theses=1 + seed % 3, fan=3 + seed % 4), paper, level) == []
