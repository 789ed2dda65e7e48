"""The one place that runs Graphviz: in process where the library is, as a program where only that is, or in a child.

What measures also draws: two versions of Graphviz make boxes of different size, and lines would end beside them. The
library that comes with argmap is used where it is; the environment variable ``ARGMAP_GRAPHVIZ=system`` asks for the
programs on the PATH instead.
"""

import json
import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final, Literal

from argmap.errors import DrawingFailed
from argmap.renderers.graphviz import dot as dot_text
from argmap.renderers.graphviz import fonts
from argmap.renderers.graphviz.child import by_child
from argmap.renderers.graphviz.in_process import Program, by_library
from argmap.renderers.graphviz.programs import by_program, has_program
from argmap.renderers.picture import Format

TIME_LIMIT: Final = 60.0
"""Seconds a drawing may take in another process."""

LARGE: Final = 200
"""Boxes from which on a drawing is made in a child process: a crash or a hang ends there."""

LONG: Final = 1_000_000
"""Characters of DOT from which on it is read in a child process, too, however few boxes they are."""

MAX_PIXELS: Final = 16_000

_NOWHERE, _NOWHERE_BEYOND = "\u2fe0", "\U0003fffc"  # not assigned: no font has them

_CHOICE: Final = "ARGMAP_GRAPHVIZ"
_DATE = re.compile(rb"/CreationDate \(D:[^)]*\)")  # the same drawing is the same file at any time

Letters = Literal["system", "bundled", "none"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """Sizes of boxes in points, by name: width and height."""

    sizes: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Where Graphviz' own layout puts things, in points; the origin is at the upper left.

    Attributes:
        boxes: Upper left corner, width and height of each box, by name.
        curves: For each edge in the order they were given: B-splines (1 + 3 n points) from tail to head, and its tip.
    """

    boxes: Mapping[str, tuple[float, float, float, float]]
    curves: tuple[tuple[tuple[Point, ...], Point], ...]
    width: float
    height: float


def measure(labels: Mapping[str, str], *, font_size: float = 11) -> Measured:
    """How large the boxes with these labels will be drawn.

    Args:
        labels: HTML-like labels by node name, without the outer angle brackets. Names are words such as ``n0``.
        font_size: What text without a size of its own has.

    Raises:
        DrawingFailed: There is no Graphviz, or a label cannot be drawn; the message names it.
    """
    if not labels:
        return Measured({})
    asked = dot_text.digraph("#FFFFFF", "#000000", font_size)
    for i, (name, label) in enumerate(labels.items()):
        # names need no quotes; written here, as the library takes its time with each of hundreds
        asked.body.append(f'\t{name} [label={dot_text.html(label)} pos="{3000 * i},0"]\n')
    # json0, as json crashes on two dashed cells with a fill (Graphviz 14.1.5)
    graph = json.loads(_run(asked.source, "json0", 0, boxes=0))
    sizes = {o["name"]: (float(o["width"]) * 72, float(o["height"]) * 72) for o in graph["objects"]}
    return Measured(MappingProxyType(sizes))


def draw(
    dot: str,
    format: Format,  # noqa: A002  # what users call it
    *,
    dpi: int = 192,
    width: float = 0,
    height: float = 0,
    boxes: int = 0,
) -> bytes:
    """A placed drawing as a file of that format.

    Args:
        dot: All nodes with `pos`; text from `dot.placed`.
        format: ``dot`` gives the text back.
        dpi: Pixels an inch of a PNG; fewer where a side would pass 16,000 pixels.
        width: Of the drawing in points, with `height`; 0 where unknown.
        boxes: How many nodes there are; over 200 are drawn in a child process with a time limit.

    Raises:
        DrawingFailed: There is no Graphviz, or it could not draw this.
    """
    if format == "dot":
        return dot.encode()
    longest = max(width, height) + 20
    data = _run(dot, format, min(dpi, int(MAX_PIXELS * 72 / longest)) if format == "png" else 0, boxes=boxes)
    return _DATE.sub(lambda found: b" " * len(found[0]), data) if format == "pdf" else data  # offsets stay


def lay_out(dot: str) -> LaidOut:
    """Where `dot` would put the boxes of a graph without places, always in a process of its own with a time limit.

    Args:
        dot: Text from `dot.unplaced`; edges have the attribute `id`, counted from 0.

    Raises:
        DrawingFailed: There is no Graphviz, it took too long, or it could not place this.
    """
    graph = json.loads(_run(dot, "json0", 0, boxes=LARGE + 1, program="dot"))
    _, _, width, height = map(float, graph["bb"].split(","))
    boxes = {}
    for o in (each for each in graph["objects"] if "pos" in each):  # the others are ranks
        (x, y), w, h = _point(o["pos"]), float(o["width"]) * 72, float(o["height"]) * 72
        boxes[o["name"]] = x - w / 2, height - y - h / 2, w, h
    curves = {int(e["id"]): _curve(e["pos"], height) for e in graph.get("edges", ())}
    return LaidOut(MappingProxyType(boxes), tuple(curves[i] for i in range(len(curves))), width, height)


def _curve(pos: str, height: float) -> tuple[tuple[Point, ...], Point]:
    tips = [p for p in pos.split() if p.startswith("e,")]
    points = [_point(p) for p in pos.split() if p[0] not in "se"]
    tip = _point(tips[0][2:]) if tips else points[-1]
    return tuple((x, height - y) for x, y in points), (tip[0], height - tip[1])


def _point(text: str) -> Point:
    x, y = text.split(",")
    return float(x), float(y)


def available() -> bool:
    """Whether there is a Graphviz to measure and draw with: the library, or a program on the PATH."""
    return _has_library() or has_program()


@cache
def letters() -> Letters:
    """Where glyphs come from: the system's fonts, the font of a dependency, or nowhere (drawings show squares)."""
    if _has_letters(env=None):
        return "system"
    config = fonts.bundled_config()
    return "bundled" if config and _has_letters(env={"FONTCONFIG_FILE": str(config)}) else "none"


def missing_glyphs(text: str) -> str:
    """The characters of a text that come out as squares, each once, in the order of their code points.

    A square with the digits of the code point is as large as that of a character that no font has.
    """
    asked = [c for c in sorted(set(text)) if not c.isascii() and unicodedata.category(c)[0] in "LNPS"]
    if not asked:
        return ""
    labels = {f"n{i}": c * 8 for i, c in enumerate([_NOWHERE, _NOWHERE_BEYOND, *asked])}
    near, beyond, *sizes = measure(labels, font_size=20).sizes.values()
    return "".join(c for c, size in zip(asked, sizes, strict=True) if size == (near if c < "\U00010000" else beyond))


def _has_letters(env: Mapping[str, str] | None) -> bool:
    # without a font every character is a square of one width
    asked = dot_text.digraph("#FFFFFF", "#000000", 20)
    asked.node("n0", "iiiiiiii", pos="0,0")
    asked.node("n1", "WWWWWWWW", pos="900,0")
    thin, wide = json.loads(_run_with(asked.source, "json0", 0, child=env is not None, env=env))["objects"]
    return bool(thin["width"] != wide["width"])


def _run(dot: str, kind: str, dpi: int, *, boxes: int, program: Program = "nop2") -> bytes:
    config = fonts.bundled_config() if letters() == "bundled" else None
    env = {"FONTCONFIG_FILE": str(config)} if config else None  # fontconfig is read once a process
    child = bool(env) or boxes > LARGE or len(dot) > LONG
    return _run_with(dot, kind, dpi, child=child, env=env, program=program)


def _run_with(
    dot: str, kind: str, dpi: int, *, child: bool, env: Mapping[str, str] | None, program: Program = "nop2"
) -> bytes:
    if not _has_library():
        data, said = by_program(dot, kind, dpi, env, program, limit=TIME_LIMIT)
    elif child:
        data, said = by_child(dot, kind, dpi, env, program, limit=TIME_LIMIT)
    else:
        data, said = by_library(dot, kind, dpi, program)
    wrong = [line for line in said.splitlines() if line.startswith("Error:")]
    if wrong or not data:
        raise DrawingFailed(f"Graphviz could not draw this: {wrong[0] if wrong else said.strip() or 'it gave nothing'}")
    return data


@cache
def _has_library() -> bool:
    choice = os.environ.get(_CHOICE, "")
    if choice not in ("", "bundled", "system"):
        raise DrawingFailed(f"{_CHOICE} is {choice!r}; it may be 'bundled' or 'system'")
    if choice == "system":
        return False
    try:
        import pygraphviz  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True
