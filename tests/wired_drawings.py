"""Drawings of boxes and lines in tests: what overlaps, what runs through a box, what ends beside one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final
from xml.etree import ElementTree

from drawn import Drawn, Rect, drawn

from argmap.layout.paper import PAPERS
from argmap.renderers.picture import Picture

_NODE: Final = re.compile(r"^\t(\w+) \[label=<(.*?)> id=", re.DOTALL | re.MULTILINE)
_BORDER: Final = 3.5  # frames of one box share a border
_LETTERS: Final = 0.6


@dataclass(frozen=True)
class Wired:
    """A sheet drawn as DOT: its geometry, and the label of each node."""

    drawn: Drawn
    labels: Mapping[str, str]

    def text(self, name: str) -> str:
        root = ElementTree.fromstring(self.labels[name])
        return " ".join("".join(root.itertext()).replace("\u00a0", " ").split())

    def is_frame(self, name: str) -> bool:
        return "<TR><TD></TD></TR>" in self.labels[name]

    def rect(self, text: str) -> Rect:
        """The place of the lines that begin so; there is only one."""
        (found,) = [name for name in self.labels if not self.is_frame(name) and self.text(name).startswith(text)]
        return self.drawn.boxes[found]

    def faults(self, paper: str) -> list[object]:
        """Whatever a reader would stumble over."""
        boxes = {name: box for name, box in self.drawn.boxes.items() if name != "page"}
        sheet = self.drawn.boxes.get("page") or Rect(0, 0, PAPERS[paper].width, float("inf"))
        off: list[object] = [name for name, box in boxes.items() if not _holds(sheet, box)]
        for (m, a), (n, b) in combinations(boxes.items(), 2):
            slack = _LETTERS if not (self.is_frame(m) or self.is_frame(n)) else _BORDER
            if _meet(a, b, slack) and not any(
                self.is_frame(name) and _holds(outer, inner) for name, outer, inner in ((m, a, b), (n, b, a))
            ):
                off.append((self.labels[m][-120:], self.labels[n][-120:]))
        through = [line for line in self.drawn.crossings() if line[2] != "page"]
        return off + through + self.drawn.loose_ends()


def wired(picture: Picture) -> Wired:
    """What a sheet drawn as DOT holds."""
    return Wired(drawn(picture.data), dict(_NODE.findall(picture.data.decode())))


def _meet(a: Rect, b: Rect, slack: float) -> bool:
    across = min(a.right, b.right) - max(a.left, b.left)
    return across > slack and min(a.top, b.top) - max(a.bottom, b.bottom) > slack


def _holds(outer: Rect, inner: Rect, slack: float = _BORDER) -> bool:
    across = outer.left - slack <= inner.left and inner.right <= outer.right + slack
    return across and outer.bottom - slack <= inner.bottom and inner.top <= outer.top + slack
