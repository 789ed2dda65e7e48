"""A comparison of two maps as sheets with a middle column, each large enough to be read."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Final

from argmap.comparison.records import Comparison
from argmap.diagram.of_comparison import comparison_sheet
from argmap.diagram.sheet import ComparisonSheet, Level
from argmap.layout.lines import FACES, Face, Ruler, alphabet
from argmap.layout.paper import PAPERS, Paper
from argmap.renderers import engine
from argmap.renderers.comparison_page import Size, estimated, place, texts
from argmap.renderers.comparison_pages import Composition
from argmap.renderers.dot import Node, placed
from argmap.renderers.picture import Format, Picture
from argmap.renderers.sheet_keys import Page
from argmap.renderers.sheet_style import FULL, Style, bodies
from argmap.renderers.table_markup import Frame, Lines, frame_label
from argmap.theme import THEMES, Theme, ThemeName

_AT_ONCE: Final = 190  # labels a call of the engine measures in this process
_LARGE: Final = 72.0  # points: here letters are measured as wide as they are
_PAD: Final = 7.2  # what `dot.placed` leaves around a drawing


def draw_comparison(
    c: Comparison,
    *,
    paper: str = "a4-portrait",
    theme: ThemeName = "light",
    format: Format = "svg",  # noqa: A002  # what users call it
    level: Level | None = None,
) -> tuple[Picture, ...]:
    """The sheets of a comparison of two maps, in order.

    One sheet if everything fits it in type that can be read; else the groups part, and a long group goes on over
    several sheets. The type is as large as that number of sheets allows.

    Args:
        c: Two maps; the first stands on the left.
        paper: What the sheets are made for.
        theme: ``print`` needs no colour.
        format: ``dot`` gives the placed drawing as text.
        level: How much of each side's words is shown; ``title`` on slides, else ``text``, unless given.

    Raises:
        ValueError: There are not exactly two maps.
        DrawingFailed: There is no Graphviz, or it could not draw this.
    """
    size, shown = PAPERS[paper], level or ("title" if paper == "slide" else "text")
    sheet = comparison_sheet(c, level=shown)
    sizes = _Sizes()
    composition, pages = _composed(sheet, size, THEMES[theme], sizes)
    name = "-".join(m.id for m in c.maps).replace("#", "-")
    drawn = [_draw(composition, pages, i, sizes, format) for i in range(len(pages))]
    made = [Picture(f"{name}-{i}" if i > 1 else name, format, data, pt) for i, (data, pt) in enumerate(drawn, start=1)]
    return tuple(made)


class _Sizes:
    """Sizes of lines as the engine draws them; estimated where they were not measured."""

    def __init__(self) -> None:
        self._known: dict[Lines, Size] = {}

    def __call__(self, text: Lines) -> Size:
        return self._known.get(text) or estimated(text)

    def measure(self, lines: Sequence[Lines]) -> None:
        """Ask the engine for those that are not known yet."""
        new = [text for text in dict.fromkeys(lines) if text not in self._known]
        for start in range(0, len(new), _AT_ONCE):
            some = {f"n{i}": text for i, text in enumerate(new[start : start + _AT_ONCE])}
            sizes = engine.measure({name: text.label for name, text in some.items()}).sizes
            self._known.update((text, sizes[name]) for name, text in some.items())


def _composed(sheet: ComparisonSheet, size: Paper, theme: Theme, sizes: _Sizes) -> tuple[Composition, tuple[Page, ...]]:
    """The sheet in the largest type that needs no more pages than the smallest that can be read."""
    styles = [Style(size, body) for body in bodies(size)]
    ruler = _ruler(sheet, styles, sizes)
    larger = [Composition(sheet, style, theme, ruler) for style in styles]
    smallest = larger.pop()
    fewest = len(smallest.pages())
    for found in larger:
        if len(found.pages()) <= fewest:
            sizes.measure(texts(found.bands_of(found.pages())))
            pages = found.pages(sizes)
            if len(pages) <= fewest:  # other scripts stand higher than was estimated
                return found, pages
    sizes.measure(texts(smallest.bands_of(smallest.pages())))
    return smallest, smallest.pages(sizes)


def _ruler(sheet: ComparisonSheet, styles: Sequence[Style], sizes: _Sizes) -> Ruler:
    """How wide this machine draws the characters of a sheet: each ten times, between bars that keep spaces."""

    def sample(face: Face, text: str, size: float = _LARGE) -> Lines:
        return Lines((f"|{text}|",), face, size, "#000000")

    strings = list(_strings(sheet))
    letters = alphabet(strings)
    line = " ".join(strings)[:300].strip()
    used = sorted({size for style in styles for size in style.sizes})
    samples = [sample(face, line, size) for face in FACES for size in (_LARGE, *used)]
    tens = [sample(face, 10 * c) for face, c in letters]
    sizes.measure([*(sample(face, "") for face in FACES), *tens, *samples])
    advances = {
        (face, c): (sizes(sample(face, 10 * c))[0] - sizes(sample(face, ""))[0]) / _LARGE / 10 for face, c in letters
    }
    stretch = {
        (face, size): max(1.0, sizes(sample(face, line, size))[0] / sizes(sample(face, line))[0] * _LARGE / size)
        for face in FACES
        for size in used
    }
    return Ruler(advances, stretch)


def _strings(value: object) -> Iterator[str]:
    """All text inside a value made of data classes and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))


def _draw(
    composition: Composition, pages: tuple[Page, ...], index: int, sizes: _Sizes, kind: Format
) -> tuple[bytes, float]:
    """A page as a file, and the size of its running text in print."""
    sizes.measure(texts(composition.bands_of(pages)))  # headings say which part of a group this is
    style = composition.style
    bands, height = composition.bands(pages, index, sizes)
    boxes = [p.node for p in place(bands, sizes)]
    width = max(style.width, *(box.left + box.width for box in boxes))
    if (kind == "pdf" or style.own_sheets) and style.paper.name in FULL:
        boxes = [_whole_page(style.paper, height), *boxes]
    dot = placed(boxes, (), theme=composition.theme, width=width, height=height, font_size=style.body)
    data = engine.draw(dot, kind, width=width, height=height, boxes=len(boxes))
    return data, round(style.body * min(1, style.width / width, style.paper.height / height), 2)


def _whole_page(paper: Paper, height: float) -> Node:
    """An invisible box as large as the paper, so that the drawing comes with its margins."""
    full_width, full_height = FULL[paper.name]
    top = (full_height - paper.height) / 2 - _PAD
    left = (full_width - paper.width) / 2 - _PAD
    width, tall = paper.width + 2 * left, max(paper.height, height) + 2 * top
    return Node("page", frame_label(Frame(0, "solid", "", ""), width, tall), -left, -top, width, tall)
