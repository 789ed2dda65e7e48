"""Tables of maps in tests: drawn by names of options, and where everything on their sheets stands."""

import re
from itertools import combinations
from typing import Any, Final, NamedTuple
from xml.etree import ElementTree

from argmap.comparison.records import Comparison
from argmap.layout.paper import PAPERS
from argmap.renderers.graphviz import engine
from argmap.renderers.look import ViewOptions, look
from argmap.renderers.picture import Picture
from argmap.renderers.tables.cause_sheets import draw_causes
from argmap.renderers.tables.matrix_sheets import draw_matrix
from argmap.renderers.tables.role_sheets import draw_roles

VIEWS: Final = {"matrix": draw_matrix, "roles": draw_roles, "causes": draw_causes}
SVG = "{http://www.w3.org/2000/svg}"
FAMILY: Final = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
"""One sign that no line can break: without a font for it, it is wider than a narrow column."""

_NODE = re.compile(r'^\t(\w+) \[label=<(.*?)> id=\w+ pos="([\d.-]+),([\d.-]+)"\]$', re.DOTALL | re.MULTILINE)


class Box(NamedTuple):
    """A frame or lines of text with their place; y runs upwards."""

    left: float
    bottom: float
    right: float
    top: float
    label: str

    @property
    def is_frame(self) -> bool:
        return "<TR><TD></TD></TR>" in self.label

    @property
    def text(self) -> str:
        return " ".join("".join(ElementTree.fromstring(self.label.replace("&nbsp;", " ")).itertext()).split())

    def meets(self, other: "Box", slack: float = 0.6) -> bool:
        beside = self.right <= other.left + slack or other.right <= self.left + slack
        return not (beside or self.top <= other.bottom + slack or other.top <= self.bottom + slack)

    def holds(self, other: "Box", slack: float = 0.6) -> bool:
        across = self.left - slack <= other.left and other.right <= self.right + slack
        return across and self.bottom - slack <= other.bottom and other.top <= self.top + slack


def draw(view: str, c: Comparison, *, about: frozenset[str] = frozenset(), **options: Any) -> tuple[Picture, ...]:
    """A table on A4, unless said otherwise."""
    return VIEWS[view](c, look(**{"paper": "a4", **options}), ViewOptions(about))


def boxes_of(picture: Picture) -> list[Box]:
    """The boxes of a sheet drawn as DOT, without the invisible paper."""
    found = [(m[1], float(m[3]), float(m[4]), m[2]) for m in _NODE.finditer(picture.data.decode())]
    assert len(found) == picture.data.decode().count("pos=")
    sizes = engine.measure({name: label for name, _, _, label in found}).sizes
    boxes = [
        Box(x - w / 2, y - h / 2, x + w / 2, y + h / 2, label)
        for (w, h), x, y, label in ((sizes[name], x, y, label) for name, x, y, label in found)
    ]
    return [box for box in boxes if not box.is_frame or "BGCOLOR" in box.label]


def faults(sheet: Picture, paper: str) -> list[object]:
    """What overlaps on a sheet, what lies across a border, and what is off the page."""
    boxes = [box for box in boxes_of(sheet) if FAMILY not in box.label]
    page = Box(0, 0, PAPERS[paper].width, float("inf"), "")
    off: list[object] = [box for box in boxes if not page.holds(box, slack=3)]
    across = [
        (a, b)
        for a, b in combinations(boxes, 2)
        if a.meets(b) and not (a.is_frame and a.holds(b)) and not (b.is_frame and b.holds(a))
    ]
    return off + across


def written(sheets: tuple[Picture, ...]) -> str:
    """All that is written on sheets drawn as SVG."""
    texts = [text.text or "" for sheet in sheets for text in ElementTree.fromstring(sheet.data).iter(f"{SVG}text")]
    return " ".join(" ".join(texts).split())


def spoken(sheets: tuple[Picture, ...]) -> list[str]:
    """What the boxes of sheets drawn as SVG are called."""
    found = []
    for sheet in sheets:
        for group in ElementTree.fromstring(sheet.data).iter(f"{SVG}g"):
            title = group.find(f"{SVG}title")
            if group.get("class") == "node" and title is not None:
                found.append(title.text or "")
    return found
