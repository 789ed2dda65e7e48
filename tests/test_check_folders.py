"""`argmap check FOLDER`: the maps and codebooks in it and below, and nothing that is none."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from forbidden import forbid

from argmap.cli import main

MAP = "argmap: 1\nid: ID\ncodebook: {argmap-codebook: 1, id: book}\nstatements:\n  lane: {text: A lane.}\n"
OTHERS = {
    "workflow.yaml": "on: push\njobs: {test: {steps: [{run: argmap check maps}]}}\n",
    "compose.yml": "services:\n  map: {image: argmap}\n",
    "codecov.yml": "coverage: {status: {project: off}}\n",
    "list.yaml": "- argmap: 1\n",
    "statements.yaml": "statements: [a, b]\n",
    "empty.yaml": "",
    "notes.md": "argmap: 1\n",
}


class Ran(NamedTuple):
    code: int
    files: list[str]
    err: str


Check = Callable[..., Ran]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    monkeypatch.chdir(tmp_path)

    def call(*argv: str) -> Ran:
        code = main(["check", "--select", "AM303", *argv])
        out, err = capsys.readouterr()
        return Ran(code, re.findall(r"^(.+?):\d+:\d+: ", out, re.MULTILINE), err)

    return call


def write(name: str, text: str = "") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text or MAP.replace("ID", path.stem.lower()), encoding="utf-8")


def test_maps_and_codebooks_below_a_folder_are_checked_and_other_files_are_not(check: Check) -> None:
    for name in ("maps/b.yaml", "maps/a.yml", "maps/deep/er/C.YAML"):
        write(name)
    write("maps/book.yaml", "argmap-codebook: 1\nid: book\n")
    for name, text in OTHERS.items():
        (Path("maps") / name).write_text(text, encoding="utf-8")
    maps = [str(Path("maps") / name) for name in ("a.yml", "b.yaml", "deep/er/C.YAML")]
    said = "argmap: 'maps': 4 maps and codebooks among 10 YAML files\n"
    assert check("maps") == Ran(0, maps, said)
    assert check("maps", "--strict") == Ran(1, maps, said)
    assert check("maps/deep", "maps/a.yml").files == [maps[2], maps[0]]


def test_without_a_name_the_current_folder_is_checked(check: Check) -> None:
    write("deep/one.yaml")
    write("two.yaml")
    said = "argmap: '.': 2 maps and codebooks among 2 YAML files\n"
    assert check() == Ran(0, ["two.yaml", str(Path("deep/one.yaml"))], said)


def test_without_any_map_the_next_step_is_told(check: Check) -> None:
    step = '`argmap new "Title of the article" -o my-map.yaml` writes one to fill in'
    said = f"argmap: '.': 0 maps and codebooks\nargmap: there is no map or codebook in this folder; {step}\n"
    assert check() == Ran(2, [], said)
    write("ci/workflow.yaml", OTHERS["workflow.yaml"])
    assert check("ci").err == (
        f"argmap: 'ci': 0 maps and codebooks among 1 YAML file\nargmap: there is no map or codebook in 'ci'; {step}\n"
    )


@pytest.mark.parametrize("folder", [".git", ".venv", "venv", "node_modules", "deep/node_modules/x"])
def test_folders_of_tools_are_not_entered_unless_they_are_named(folder: str, check: Check) -> None:
    write("one.yaml")
    write(f"{folder}/two.yaml")
    assert check().files == ["one.yaml"]
    assert check(folder).files == [str(Path(folder) / "two.yaml")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_in_circles_end_and_a_linked_map_is_checked_once(check: Check) -> None:
    write("maps/one.yaml")
    Path("maps/round").symlink_to("..")
    Path("maps/self").symlink_to("self")
    Path("maps/again.yaml").symlink_to("one.yaml")
    Path("maps/nowhere.yaml").symlink_to("gone.yaml")
    assert check("maps", "maps/one.yaml").files == [str(Path("maps/one.yaml"))]


@pytest.mark.parametrize(
    "text",
    [
        "{argmap: 1, id: one, statements: {}}",
        '"argmap" : 1\n',
        "# a map\r\rargmap: 1\r",
        "\ufeffargmap: 1\n",
        "statements:\n  a: {text: A.}\nid: one\n",
        "article: {title: T}\nstatements: {}\n",
    ],
)
def test_a_file_that_seems_to_be_a_map_is_one_whatever_is_wrong_with_it(text: str, check: Check) -> None:
    write("maps/one.yaml", text)
    assert check("maps").files


def test_a_map_in_utf_16_is_told_of(check: Check) -> None:
    Path("one.yaml").write_bytes(MAP.encode("utf-16"))
    assert check(".").code == 1


def test_what_cannot_be_looked_at_is_told(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    write("maps/one.yaml")
    write("maps/shut/two.yaml")
    write("maps/three.yaml")
    forbid(monkeypatch, Path("maps/shut"), Path("maps/three.yaml"))
    ran = check("maps")
    assert ran.code == 1
    assert "was not looked into: permission is denied" in ran.err


def test_more_files_than_are_looked_at_are_told_of(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.files.finding.MAX_FOUND", 1)
    write("maps/one.yaml")
    write("maps/two.yaml")
    ran = check("maps")
    assert ran.files == [str(Path("maps/one.yaml"))]
    assert "'maps' holds more than 1 files; the rest was not looked at" in ran.err


def test_a_missing_name_beside_a_folder_is_told_and_the_folder_is_checked(check: Check) -> None:
    write("maps/one.yaml")
    ran = check("maps", "mpas")
    assert (ran.code, ran.files) == (2, [str(Path("maps/one.yaml"))])
    assert "there is no file 'mpas'" in ran.err
