"""Drawings against golden files: what is written and where it stands, not pixels.

They are made with the bundled Graphviz and the bundled font, so that every machine gives the same. To renew them after
a change that is meant, run ``make golden`` and read the difference in git.
"""

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher, unified_diff
from pathlib import Path
from typing import Final, get_args

import pytest
from conftest import GOLDEN
from drawn import drawn
from made_up_maps import made_up
from marked_map import every_mark
from pictures import draw_map

from argmap import api
from argmap.facade.drawing import View
from argmap.model import ArgumentMap
from argmap.renderers.graphviz import engine
from argmap.renderers.picture import Picture

FOLDER: Final = GOLDEN / "drawings"
MILL_ROAD: Final = GOLDEN / "mill-road"
TOLERANCE: Final = 0.1  # points

SHOWN: Final = 80  # lines of a difference

_PLACES: Final = re.compile(r' ?\b(?:pos|bb|size|lp)="[^"]*"')
_NUMBER: Final = re.compile(r"-?\d+\.\d+")


def view(name: View, *, about: str = "") -> Callable[[], tuple[Picture, ...]]:
    def draw() -> tuple[Picture, ...]:
        asked = {"about": about} if about else {}
        maps = (MILL_ROAD / "ruiz.yaml", MILL_ROAD / "patel.yaml")
        first = api.draw(*maps, view=name, format="dot", **asked)  # type: ignore[arg-type]
        return (first, *first.sheets)

    return draw


def worksheet(m: ArgumentMap) -> tuple[Picture, ...]:
    """The sheets of a worksheet and their key."""
    made = api.make_worksheet(m, difficulty=2, format="dot")
    return (made.sheet, *made.sheet.sheets, made.key, *made.key.sheets)


FIGURES: Final[dict[str, Callable[[], tuple[Picture, ...]]]] = {
    "marks": lambda: draw_map(every_mark(), format="dot"),
    "marks-full-print": lambda: draw_map(every_mark(), format="dot", level="full", theme="print"),
    "marks-slide-dark": lambda: draw_map(every_mark(), format="dot", paper="slide", theme="dark"),
    "marks-japanese": lambda: draw_map(every_mark(), format="dot", language="ja"),
    "marks-graph": lambda: draw_map(every_mark(), format="dot", layout="dot"),
    "marks-mermaid": lambda: draw_map(every_mark(), format="mermaid"),
    "marks-worksheet": lambda: worksheet(every_mark()),
    "town-portrait": lambda: draw_map(made_up(16, 2), format="dot", paper="a4-portrait"),
    "town-branches": lambda: draw_map(made_up(24, 3), format="dot", split="branch", level="title"),
} | {name: view(name) for name in get_args(View) if name != "map"}


@pytest.fixture(autouse=True)
def _bundled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "letters", lambda: "bundled")


@pytest.mark.parametrize("name", FIGURES)
def test_the_drawing_is_the_golden_one(name: str, request: pytest.FixtureRequest) -> None:
    found = "\n".join(_told(FIGURES[name]())) + "\n"
    path = FOLDER / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        FOLDER.mkdir(exist_ok=True)
        if not path.exists() or differences(path.read_text(encoding="utf-8"), found):
            path.write_text(found, encoding="utf-8", newline="\n")
    assert path.exists(), f"there is no golden drawing {name!r}: run make golden and read it"
    golden = path.read_text(encoding="utf-8")
    made_with, here = golden.split("\n", 1)[0], found.split("\n", 1)[0]
    assert made_with == here, (
        f"the golden drawings were made with {made_with}, and this machine has {here}: install the pygraphviz that "
        "pyproject.toml names under `dev`, or run make golden, read the difference and name the new one there"
    )
    if more := differences(golden, found):
        pytest.fail(f"{name} is not the golden drawing; if this is meant, run make golden\n{more}", pytrace=False)


def test_every_golden_drawing_is_of_a_figure(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--update-golden"):
        assert sorted(path.stem for path in FOLDER.glob("*")) == sorted(FIGURES)


def test_golden_drawings_differ_by_text_or_by_more_than_a_tenth_of_a_point() -> None:
    golden = "graphviz 1\nbox n0 10.00 20.00\nlabel 8.00\n"
    assert differences(golden, golden.replace("10.00", "10.09")) == ""
    assert differences(golden * 2, golden + golden.replace("10.00", "9.91")) == ""
    assert "+box n0 9.80" in differences(golden * 2, golden + golden.replace("10.00", "9.80"))
    assert "-box n0 10.00" in differences(golden, golden.replace("10.00", "10.20"))
    assert "+label 8.01" in differences(golden, golden.replace("8.00", "8.01"))
    assert "-label" in differences(golden, "graphviz 1\nbox n0 10.00 20.00\n")


def differences(golden: str, found: str) -> str:
    """What differs, as a unified difference, without places that differ by less than the tolerance."""
    old, new = golden.splitlines(), found.splitlines()
    matcher = SequenceMatcher(None, [*map(_form, old)], [*map(_form, new)], autojunk=False)
    for i, j, length in matcher.get_matching_blocks():
        for k in range(length):
            if _is_place(new[j + k]) and _near(old[i + k], new[j + k]):
                new[j + k] = old[i + k]
    lines = list(unified_diff(old, new, "golden", "found", lineterm="", n=1))
    more = [f"… {len(lines) - SHOWN} lines more"] if len(lines) > SHOWN else []
    return "\n".join([*lines[:SHOWN], *more])


def _is_place(line: str) -> bool:
    return line.startswith(("box ", "line ", "sheet "))


def _form(line: str) -> str:
    return _NUMBER.sub("#", line) if _is_place(line) else line


def _near(one: str, other: str) -> bool:
    pairs = zip(_NUMBER.findall(one), _NUMBER.findall(other), strict=True)
    return all(abs(float(a) - float(b)) <= TOLERANCE for a, b in pairs)


def _told(pictures: tuple[Picture, ...]) -> Iterator[str]:
    """The version of Graphviz; of each sheet the size of its type, its boxes and lines, and its text."""
    made_with = re.search(rb"graphviz version ([\d.]+)", engine._run("digraph {}", "svg", 0, boxes=0))
    assert made_with
    yield f"graphviz {made_with[1].decode()}"
    for picture in pictures:
        yield f"sheet {picture.name} {picture.body_pt:.2f} pt"
        if picture.format == "dot":
            d = drawn(picture.data)
            for name, box in d.boxes.items():
                size = box.right - box.left, box.top - box.bottom
                yield f"box {name} at {box.left:.2f} {box.bottom:.2f}, {size[0]:.2f} by {size[1]:.2f}"
            for i, (tail, head, points) in enumerate(d.lines):
                yield f"line {i} {tail} {head}: " + " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
        yield from _PLACES.sub("", picture.data.decode()).replace("<TD", "\n  <TD").splitlines()
        yield ""


def test_the_graphviz_of_the_golden_drawings_is_the_one_for_developers() -> None:
    project = (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
    (pinned,) = re.findall(r'"pygraphviz==([\d.]+)', project)
    from importlib.metadata import version

    assert version("pygraphviz") == pinned
