"""Criterion 4: in ink alone, any two marks of a table differ in word, border, line, head or symbol.

Marks are compared as the drawings define them, without their colours. Criterion 12 in part: a conflict and a
divergence never share a mark.
"""

import re
from collections.abc import Hashable, Mapping
from itertools import combinations
from typing import Any, Final, get_args

import pytest

from argmap.comparison.records import Group, StancePosition
from argmap.diagram.of_comparison import MARKS
from argmap.diagram.of_map import diagram_of_map
from argmap.diagram.sheet import Part
from argmap.languages import LANGUAGES, words_in
from argmap.model import ArgumentMap
from argmap.renderers.figures import butterfly_page
from argmap.renderers.graphviz.label_text import bar_of
from argmap.renderers.maps import map_sheets
from argmap.renderers.maps.legend import legend_items
from argmap.renderers.maps.markup import BARS
from argmap.renderers.pages.marks import SIGNS, STANDS, group_frame, pill_frame, stance_frame
from argmap.renderers.pages.table_markup import Frame
from argmap.renderers.union import union_drawing
from argmap.theme import THEMES

PRINT: Final = THEMES["print"]
GROUPS: Final[tuple[Group, ...]] = get_args(Group)
SHAPES: Final = {1: "friendly", 0: "neither", -1: "hostile"}
LINES: Final[Mapping[str, Mapping[str, Mapping[str, str]]]] = {
    "map": map_sheets._LINES,  # type: ignore[dict-item]
    "butterfly": butterfly_page.LINES,
    "overlay": union_drawing.LINES,  # type: ignore[dict-item]
}


def in_ink(frame: Frame) -> Hashable:
    """A border as a copier leaves it."""
    return frame.width, frame.line, frame.double, frame.rounded


def told_apart(marks: Mapping[Any, Hashable]) -> bool:
    return all(one != other for one, other in combinations(marks.values(), 2))


@pytest.mark.parametrize("view", LINES)
def test_lines_differ_in_style_and_in_head(view: str) -> None:
    lines = LINES[view]
    assert {"support", "attack", "undercut"} <= lines.keys()
    assert told_apart({kind: line["arrowhead"] for kind, line in lines.items()})
    three = {kind: line["style"] for kind, line in lines.items() if kind in ("support", "attack", "undercut")}
    assert told_apart(three)


@pytest.mark.parametrize("view", LINES)
def test_a_line_means_the_same_in_every_view(view: str) -> None:
    for kind, line in LINES[view].items():
        same = LINES["map"][kind]
        assert {k: line[k] for k in ("style", "arrowhead")} == {k: same[k] for k in ("style", "arrowhead")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_bars_differ_in_their_word_in_every_language(language: str) -> None:
    words = words_in(language)
    assert told_apart({kind: words[key] for kind, key in BARS.items()})
    assert told_apart({kind: words[f"map.legend.{kind}"] for kind in BARS})


def test_bars_of_reasons_objections_and_doubts_differ_in_lightness_too() -> None:
    bars = [bar_of("support", PRINT), bar_of("attack", PRINT), bar_of("undercut", PRINT)]
    assert told_apart({i: (bar.bar, bar.text) for i, bar in enumerate(bars)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_boxes_of_a_map_differ_in_word_or_border(language: str) -> None:
    statements = {
        "t": {"type": "thesis", "text": "So it is.", "because": [["r", "u"]], "but": ["o", "r"]},
        "r": {"text": "As.", "because": [{"premises": ["e"], "unless": ["d"]}], "if": ["c"]},
        "u": {"type": "assumption", "text": "Left unsaid."},
        "e": {"type": "evidence", "text": "A count of 2019."},
        "o": {"type": "objection", "text": "But.", "voice": "The mayor"},
        "d": {"text": "Unless."},
        "c": {"text": "If so."},
        "l": {"text": "Alone."},
    }
    m = ArgumentMap.model_validate({"id": "m", "article": {}, "statements": statements})
    samples = legend_items(diagram_of_map(m).roots, PRINT, words_in(language))
    bare = [re.sub(r"#[0-9A-F]{6}", "", sample) for sample, _ in samples]
    assert len(bare) == len(set(bare)) >= 9
    assert len({means for _, means in samples}) == len(samples)
    assert len([sample for sample in bare if 'STYLE="DASHED"' in sample]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_of_findings_differ_in_border_or_symbol_and_in_word(language: str) -> None:
    words = words_in(language)
    assert told_apart({group: (in_ink(group_frame(group, PRINT)), MARKS[group]) for group in GROUPS})
    said = {group: words[f"matrix.{group}"] for group in GROUPS if group != "agree-but"}
    assert told_apart({**said, "agree-but": words.say("matrix.reserved", said=words["matrix.agree"])})


def test_what_conflicts_and_what_diverges_share_no_mark() -> None:
    for theme in THEMES.values():
        assert in_ink(group_frame("conflict", theme)) != in_ink(group_frame("diverge", theme))
    assert MARKS["conflict"] != MARKS["diverge"]
    for language in LANGUAGES:
        words = words_in(language)
        assert words["sheet.mark.conflict"] != words["sheet.mark.diverge"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_stances_differ_in_border_sign_and_word(language: str) -> None:
    positions: tuple[StancePosition, ...] = tuple(STANDS)
    words = words_in(language)
    assert told_apart({p: in_ink(stance_frame(p, PRINT)) for p in positions})
    assert told_apart(STANDS)
    assert told_apart({p: words[f"matrix.{p}"] for p in positions})


@pytest.mark.parametrize("language", LANGUAGES)
def test_effects_of_causes_differ_in_sign_and_word(language: str) -> None:
    words = words_in(language)
    assert told_apart(SIGNS)
    assert told_apart({sign: words[f"table.{sign}"] for sign in SIGNS})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("main", [True, False])
def test_roles_differ_in_shape_by_their_valence_and_the_main_one_by_its_border(language: str, main: bool) -> None:
    def part(valence: int, main: bool) -> Part:
        return Part("ally", valence, main, "")

    shapes = {v: pill_frame(part(v, main), PRINT) for v in SHAPES}
    assert told_apart({v: (frame.line, frame.rounded) for v, frame in shapes.items()})
    for v, frame in shapes.items():
        assert frame.width != pill_frame(part(v, not main), PRINT).width
    words = words_in(language)
    assert told_apart({name: words[f"sheet.{name}"] for name in SHAPES.values()})
