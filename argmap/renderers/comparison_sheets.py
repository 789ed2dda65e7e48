"""A comparison of two maps as sheets with a middle column, each large enough to be read."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Final

from argmap.codes import problem
from argmap.comparison.records import Comparison
from argmap.diagnostics import Diagnostic
from argmap.diagram.of_comparison import comparison_sheet
from argmap.diagram.sheet import LEVELS, ComparisonSheet, Level
from argmap.errors import UnknownName
from argmap.layout.lines import FACES, Face, Ruler, alphabet, is_wide, unspaced
from argmap.layout.paper import PAPERS, Paper
from argmap.renderers import engine
from argmap.renderers.comparison_page import Size, estimated, place, texts
from argmap.renderers.comparison_pages import Composition
from argmap.renderers.dot import Node, placed
from argmap.renderers.picture import FORMATS, Format, Picture
from argmap.renderers.sheet_keys import Page, described
from argmap.renderers.sheet_style import FULL, Style, bodies
from argmap.renderers.svg_text import accessible
from argmap.renderers.table_markup import Frame, Lines, frame_label
from argmap.theme import THEME_NAMES, THEMES, Theme, ThemeName

_AT_ONCE: Final = 190  # labels a call of the engine measures in this process
_LARGE: Final = 72.0  # points: here letters are measured as wide as they are
_EASY: Final = 1.1  # times the smallest size that can be read
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
        UnknownName: An option has a value that does not exist.
        DrawingFailed: There are not exactly two maps, or no Graphviz, or it could not draw this.
    """
    for kind, given, known in (
        ("paper", paper, tuple(PAPERS)),
        ("theme", theme, THEME_NAMES),
        ("format", format, FORMATS),
        ("level", level or "text", LEVELS),
    ):
        if given not in known:
            raise UnknownName(kind, given, known)
    shown: Level = level or ("title" if paper == "slide" else "text")
    sizes = _Sizes()
    composition, pages = _composed(comparison_sheet(c, level=shown), PAPERS[paper], THEMES[theme], sizes)
    sizes.measure(texts(composition.bands_of(pages)))  # headings say which part of a group this is
    name = "-".join(m.id for m in c.maps).replace("#", "-")
    digits = len(str(len(pages)))
    made = []
    for i in range(len(pages)):
        called = f"{name}-{i + 1:0{digits}}" if len(pages) > 1 else name
        data, body_pt = _draw(composition, pages, i, sizes, kind=format, name=called)
        told = _too_small(c, composition, shown, body_pt, i) + (_no_font() if i == 0 else ())
        made.append(Picture(called, format, data, body_pt, told))
    return tuple(made)


def _too_small(
    c: Comparison, composition: Composition, level: Level, body_pt: float, index: int
) -> tuple[Diagnostic, ...]:
    """A warning, with the first remedy that works, if a page cannot be read: a row of it is higher than the paper."""
    paper = composition.style.paper
    if body_pt >= paper.least_pt:
        return ()

    def fits(on: str, lower: Level) -> bool:
        smallest = Style(PAPERS[on], bodies(PAPERS[on])[-1])
        return replace(composition, sheet=comparison_sheet(c, level=lower), style=smallest).fits(estimated)

    remedies = [(f"--level {lower}", paper.name, lower) for lower in reversed(LEVELS[: LEVELS.index(level)])]
    remedies += [(f"--paper {on}", on, level) for on in ("a4-portrait", "a3-portrait", "fit")]
    help_ = next(said for said, on, lower in remedies if on == "fit" or fits(on, lower))
    message = (
        f"the text of sheet {index + 1} prints at {body_pt:.1f} pt on {paper.name}; {paper.least_pt:g} pt can be read"
    )
    return (problem("AM901", message, help=f"try {help_}"),)


def _no_font() -> tuple[Diagnostic, ...]:
    if engine.letters() != "bundled":
        return ()
    return (problem("AM903", "this machine has no font; drawn with DejaVu Sans from the package ziafont"),)


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
    """The sheet in the largest type that needs no more pages than the smallest that can be read, and its pages.

    If one page cannot hold it, the smallest that is read with ease counts.
    """
    styles = [Style(size, body) for body in bodies(size)]
    ruler = _ruler(sheet, styles, sizes)
    *larger, smallest = (Composition(sheet, style, theme, ruler) for style in styles)
    fewest = len(smallest.pages())
    if fewest > 1 and not smallest.style.own_sheets:  # a page more or less: rather type that is read with ease
        *larger, smallest = (found for found in (*larger, smallest) if found.style.body >= _EASY * size.least_pt)
        fewest = len(smallest.pages())
    for found in larger:
        if len(found.pages()) <= fewest and found.fits(estimated):
            set_again = _within_their_room(found, sizes)
            pages = set_again.pages(sizes)
            if len(pages) <= fewest and set_again.fits(sizes):  # other scripts stand higher than was estimated
                return set_again, pages
    smallest = _within_their_room(smallest, sizes)
    return smallest, smallest.pages(sizes)


def _within_their_room(found: Composition, sizes: _Sizes) -> Composition:
    """The same with every line measured; texts that came out too wide are broken again, for less room."""
    for _ in range(3):
        lines = texts(found.bands_of(found.pages()))
        sizes.measure(lines)
        wide = {
            (text.face, text.size, unspaced(text.lines)): 0.97 * text.width / sizes(text)[0]
            for text in lines
            if text.width and sizes(text)[0] > 1.03 * text.width
        }
        if not wide:
            break
        narrower = {key: part * found.ruler.narrower.get(key, 1) for key, part in wide.items()}
        found = replace(found, ruler=replace(found.ruler, narrower={**found.ruler.narrower, **narrower}))
    return found


def _ruler(sheet: ComparisonSheet, styles: Sequence[Style], sizes: _Sizes) -> Ruler:
    """How wide this machine draws the characters of a sheet: each ten times, between bars that keep spaces."""

    def sample(face: Face, text: str, size: float = _LARGE) -> Lines:
        return Lines((f"|{text}|",), face, size, "#000000")

    strings = list(_strings(sheet))
    letters = alphabet(strings)
    used = sorted({size for style in styles for size in style.sizes})
    running = "".join(strings)
    lines = {wide: "".join(c for c in running if is_wide(c) == wide)[:300] for wide in (False, True)}
    keys = [(face, size, wide) for face in FACES for size in used for wide, line in lines.items() if line]
    sizes.measure(
        [sample(face, "") for face in FACES]
        + [sample(face, 10 * c) for face, c in letters]
        + [sample(face, lines[wide], at) for face, size, wide in keys for at in (size, _LARGE)]
    )

    def width(face: Face, text: str, size: float = _LARGE) -> float:
        return sizes(sample(face, text, size))[0]

    advances = {(face, c): (width(face, 10 * c) - width(face, "")) / _LARGE / 10 for face, c in letters}
    stretch = {
        key: max(1.0, width(key[0], lines[key[2]], key[1]) / width(key[0], lines[key[2]]) * _LARGE / key[1])
        for key in keys
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
    composition: Composition, pages: tuple[Page, ...], index: int, sizes: _Sizes, *, kind: Format, name: str
) -> tuple[bytes, float]:
    """A page as a file, and the size of its running text in print."""
    style = composition.style
    bands, height = composition.bands(pages, index, sizes)
    boxes = place(bands, sizes)
    nodes = [box.node for box in boxes]
    width = max(style.width, *(node.left + node.width for node in nodes))
    if (kind == "pdf" or style.own_sheets) and style.paper.name in FULL:
        nodes = [_whole_page(style.paper, height), *nodes]
    dot = placed(nodes, (), theme=composition.theme, width=width, height=height, font_size=style.body)
    if kind == "pdf":
        dot = dot.replace("graph [", "graph [margin=0, ", 1)  # half an inch otherwise, in this format alone
    data = engine.draw(dot, kind, width=width, height=height, boxes=len(nodes))
    if kind == "svg":
        said = {box.node.name: box.spoken for box in boxes if box.spoken is not None}
        title, told = composition.title(pages, index), described(composition.sheet, pages, index)
        data = accessible(data, prefix=name, title=title, description=told, sentences=said)
    return data, round(style.body * min(1, style.width / width, style.paper.height / height), 2)


def _whole_page(paper: Paper, height: float) -> Node:
    """An invisible box as large as the paper, so that the drawing comes with its margins."""
    full_width, full_height = FULL[paper.name]
    top = (full_height - paper.height) / 2 - _PAD
    left = (full_width - paper.width) / 2 - _PAD
    width, tall = paper.width + 2 * left, max(paper.height, height) + 2 * top
    return Node("page", frame_label(Frame(0, "solid", "", ""), width, tall), -left, -top, width, tall)
