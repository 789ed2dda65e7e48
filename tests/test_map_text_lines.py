"""Lines of text in the boxes of maps: none is wider than its box, none begins where it must not, nothing is lost."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

import pytest
from drawn import drawn
from pictures import draw_map

from argmap.model import ArgumentMap
from argmap.renderers.graphviz import engine
from argmap.typesetting import display_width

pytestmark = pytest.mark.skipif(not engine.available(), reason="needs Graphviz")

_NODE: Final = re.compile(r"^\t(\w+) \[label=<(.*?)> id=", re.DOTALL | re.MULTILINE)
_CLOSING: Final = "、。，．：；？！」』）］｝〉》】〕”’,.;:?!)]}"

WORD: Final = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetze"
TEXTS: Final = {
    "chinese": "（甲）中國的崛起，改變了東亞的「秩序」；美國、日本和韓國因此走得更近。這是事實嗎？是的！",
    "japanese": "日本は、韓国と「安全保障」の分野で協力すべきである。ただし、歴史の問題（慰安婦など）は残っている。",
    "korean": "한국은 일본과 안보 분야에서 협력해야 한다, 그러나 역사 문제(위안부 등)는 아직 남아 있다.",
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467 families \U0001f44d\U0001f3fd agree \U0001f1ef\U0001f1f5"
    "\U0001f1f0\U0001f1f7 \u2764\ufe0f and \U0001f3f3\ufe0f\u200d\U0001f308 " * 3,
    "long word": f"The {WORD}, of all laws, was repealed ({WORD}).",
    "address": "See https://www.example.org/a/very/long/path/with-many-parts/index.html?query=yes&more=1#fragment, "
    "http://example.org/" + "x" * 70 + ".",
    "marks": "e\u0301te\u0301 " * 12 + "Việt Nam, Nguyễn…",
    "mixed": "NATO（北大西洋公約組織）と日本、한국 and the U.S. (“friends”)、すべて。",
}


def a_map(text: str) -> ArgumentMap:
    statements = {
        "t": {"type": "thesis", "text": text, "because": ["a", ["b", "c"]], "but": ["o"]},
        "a": {"text": text, "quote": text, "because": ["e"]},
        "b": {"text": text},
        "c": {"type": "assumption", "text": text},
        "e": {"type": "evidence", "text": text},
        "o": {"type": "objection", "text": text, "voice": text},
    }
    return ArgumentMap.model_validate({"id": "m", "title": text, "article": {"title": text}, "statements": statements})


def cells_of(label: str) -> Iterator[tuple[list[str], str]]:
    """The lines of every cell that holds no table but faced lines, and the markup of one line."""
    for cell in ElementTree.fromstring(label).iter("TD"):
        inner = cell.find("TABLE")
        if inner is None and "".join(cell.itertext()).strip():
            written = ElementTree.tostring(cell, encoding="unicode")
            lines = re.split(r"<BR[^>]*/>\n?", written)
            yield [said for line in lines if (said := _text(line))], written


def _text(written: str) -> str:
    said = "".join(ElementTree.fromstring(f"<X>{re.sub('<[^>]*>', '', written)}</X>").itertext())
    return said.replace("\\\\", "\\").strip("\n ")


def squeezed(text: str) -> str:
    return "".join(c for c in text if not c.isspace())


@pytest.mark.parametrize("paper", ["a4", "a4-portrait", "slide"])
@pytest.mark.parametrize("name", TEXTS)
def test_lines_of_boxes_hold_the_text_within_their_width(name: str, paper: str) -> None:
    text, looked_at = TEXTS[name], 0
    for picture in draw_map(a_map(text), paper=paper, format="dot", level="full"):
        boxes = drawn(picture.data).boxes
        for node, label in _NODE.findall(picture.data.decode()):
            if node in ("title", "legend"):
                continue
            looked_at += 1
            lines = [line for cell, _ in cells_of(label) for line in cell]
            assert squeezed(text) in squeezed("".join(lines)), (node, lines)
            starts = [line for line in lines if line.lstrip("\u00a0▪ ")[:1] in tuple(_CLOSING)]
            assert starts == [], node
            widths = engine.measure({f"n{i}": cell for i, cell in enumerate(_alone(label))}, font_size=11).sizes
            room = boxes[node].right - boxes[node].left
            assert all(width <= room + 1 for width, _ in widths.values()), node
            assert max(map(display_width, lines)) <= 65, (node, lines)
    assert looked_at >= 4


def _alone(label: str) -> Iterator[str]:
    """Each cell of text as a label of its own."""
    for _, cell in cells_of(label):
        yield f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>{_plain(cell)}</TR></TABLE>'


def _plain(cell: str) -> str:
    return re.sub(r' (?:COL|ROW)SPAN="\d+"| PORT="\w+"', "", cell)
