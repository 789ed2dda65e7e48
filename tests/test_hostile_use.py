"""What nasty or clumsy users ask of drawings: an answer in good time, or a message that says what to do instead."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from marked_map import a_map
from pictures import draw_map
from union_cases import lane

import argmap
from argmap.api import View
from argmap.cli import main
from argmap.errors import ArgmapError, FileProblem, UnknownName
from argmap.formats import read_document
from argmap.layout import lines
from argmap.layout.lines import Ruler
from argmap.model import ArgumentMap
from argmap.renderers.maps.map_plan import MapPlan
from argmap.renderers.picture import Picture
from argmap.typesetting import wrap


def test_what_would_help_is_found_out_once_for_all_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    long = {"text": "A sentence that is far too long for the shape of a screen at this level. " * 12}
    m = a_map(
        t={"type": "thesis", "because": ["a", "b", "c"], **long},
        a={"because": ["d", "e"], **long},
        b={"because": ["f", "g"], **long},
        c=long,
        **dict.fromkeys("defg", long),
    )
    honest, planned = MapPlan.__init__, list[Any]()

    def counted(self: MapPlan, *of: Any) -> None:
        planned.append(of)
        honest(self, *of)

    monkeypatch.setattr(MapPlan, "__init__", counted)
    sheets = draw_map(m, paper="slide", level="text", split="branch")
    told = [d.help for sheet in sheets for d in sheet.diagnostics if d.code == "AM901"]
    assert len(told) >= 3
    assert len(set(told)) == 1
    assert len(planned) <= 4  # the drawing itself, and each remedy once


# ---- what is no map, no number, no name


def drawn_alone() -> ArgumentMap:
    return a_map(t={"type": "thesis", "text": "The tram comes."})


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        (None, "not a NoneType"),
        (3, "not a int"),
        ({}, "not a dict"),
        ([], r"draw\(\*maps\)"),
        (read_document("argmap: 1", "m.yaml"), r"draw\(reading\.unwrap\(\)\)"),
        (Picture("m", "svg", b"", 11.0), "not a Picture"),
    ],
)
def test_what_cannot_be_drawn_is_told_by_what_can(thing: Any, said: str) -> None:
    with pytest.raises(ArgmapError, match=said):
        argmap.draw(thing)


@pytest.mark.parametrize("depth", [-1, 1.5, "2", [1], float("nan")])
def test_a_depth_that_is_no_number_of_steps_is_not_taken_for_one(depth: Any) -> None:
    with pytest.raises(ArgmapError, match="'depth' is a number of steps, 0 or more, not "):
        argmap.draw(drawn_alone(), depth=depth)


@pytest.mark.parametrize(
    "name", ["view", "paper", "level", "theme", "format", "language", "split", "ids", "evidence", "layout", "focus"]
)
@pytest.mark.parametrize("value", ["", 7, ["x"]])
def test_a_name_that_is_none_is_never_taken_for_the_usual_one(name: str, value: Any) -> None:
    with pytest.raises(UnknownName, match="is called"):
        argmap.draw(drawn_alone(), **{name: value})


def test_a_least_confidence_without_rows_is_refused() -> None:
    with pytest.raises(ArgmapError, match="'min_confidence' is for the rows that join two maps; leave it out"):
        argmap.draw(drawn_alone(), min_confidence=0.5)


def test_only_pictures_are_saved_and_not_under_an_empty_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArgmapError, match="save writes what draw, make_slides, make_quiz or make_lesson gave, not a"):
        argmap.save(drawn_alone(), "map.yaml")  # type: ignore[arg-type]
    with pytest.raises(FileProblem, match="'' is no name for a svg"):
        argmap.save(argmap.draw(drawn_alone()), "")
    (tmp_path / "m.yaml").write_text("argmap: 1\nid: m\nstatements: {t: {type: thesis, text: It comes.}}\n")
    assert main(["draw", "m.yaml", "-o", ""]) == 2  # as a script has it whose variable is empty
    assert [path.name for path in tmp_path.iterdir()] == ["m.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="the shell closes the stream")
def test_a_picture_for_a_standard_output_that_is_closed_is_no_mistake_of_argmap(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("argmap: 1\nid: m\nstatements: {t: {type: thesis, text: It comes.}}\n")
    command = f"{sys.executable} -m argmap draw m.yaml -o - >&-"
    done = subprocess.run(command, shell=True, cwd=tmp_path, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "argmap: standard output cannot be written: it is closed\n")


@pytest.mark.parametrize("view", ["butterfly", "overlay", "multiples"])
def test_more_steps_than_there_are_are_all_of_them(view: View) -> None:
    c = lane()
    all_of_them = argmap.draw(c, view=view, depth=999_999_999, paper="fit", level="title")
    assert all_of_them.data == argmap.draw(c, view=view, depth=12, paper="fit", level="title").data


def test_pictures_of_many_maps_have_names_that_a_folder_takes(tmp_path: Path) -> None:
    ids = [f"a-map-with-a-name-as-long-as-the-title-of-its-article-{i}" for i in range(30)]
    for name in (f"{'-'.join(ids)}-matrix", "지도" * 200):
        sheets = [Picture(f"{name}-{n}", "svg", b"<svg/>", 11.0) for n in (1, 2)]
        other = Picture(f"{name[:300]}x{name[301:]}-1", "svg", b"", 11.0)
        paths = argmap.save(replace(sheets[0], sheets=(sheets[1],)), f"{tmp_path}/")
        assert len({*paths, f"{tmp_path}/{other.file_name}"}) == 3
        assert all(path.endswith(f"{name[-3:]}-{n}.svg") for n, path in enumerate(paths, 1))
    assert Picture("koga-2023-1", "mermaid", b"", 11.0).file_name == "koga-2023-1.mmd"


def test_a_text_set_again_is_looked_up_and_another_ruler_sets_it_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = Ruler({("plain", c): 0.5 for c in "abcd "})
    folded = list[str]()

    def counted(text: str, width: int) -> list[str]:
        folded.append(text)
        return wrap(text, width)

    monkeypatch.setattr(lines, "wrap", counted)
    first = narrow.lines("aa bb cc", "plain", 10, 30)
    assert first == ["aa bb", "cc"]
    so_far = len(folded)
    first.append("changed by its owner")
    assert narrow.lines("aa bb cc", "plain", 10, 30) == ["aa bb", "cc"]
    assert len(folded) == so_far
    wider = replace(narrow, advances=dict.fromkeys(narrow.advances, 1.0), _widths={})
    assert wider.lines("aa bb cc", "plain", 10, 30) == ["aa", "bb", "cc"]
    tight = replace(narrow, narrower={("plain", 10, "aabbcc"): 0.5})
    assert tight.lines("aa bb cc", "plain", 10, 30) == ["aa", "bb", "cc"]
