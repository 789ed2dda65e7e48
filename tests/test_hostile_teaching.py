"""What a stranger wrote arrives as text in pages, sheets, slides, quizzes, grades and lessons, whatever it looks like.

What each of them makes of such text is tested beside it too; here are all of them with the same words.
"""

import csv
import io
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest
from marked_map import hostile_map
from test_hostile_input_outputs import PAYLOADS, acts, coded

import argmap
from argmap.cli import main
from argmap.cli.grade_files import named_files
from argmap.errors import ArgmapError
from argmap.formats import write_map

MORE: Final = {
    "GIFT": "~=#{}: \\n // $CATEGORY: x ::t:: {T} =%50% ->",
    "cards": "{{c1::x}} {{FrontSide}} [sound:x.mp3] [latex]\\input{/etc/passwd}[/latex] <img src=x onerror=x>",
    "templates": "{{ 7*7 }}{% raw %} {% endraw %} ]]> <![CDATA[ </script><script>alert(1)</script>",
    "attributes": '" onmouseover="alert(1)" \' ` style=x',
    "a formula of another program": "=cmd|' /C calc'!A0",
    "emoji": "\U0001f469\u200d\U0001f467 \U0001f3f4\U000e0067\U000e007f \u00e9 \u6f22\u5b57 \u0627\u0644\u0639",
}
TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
LINKS: Final = re.compile(r"(#|https?://(?!e\.example)|mailto:|[\w%./-]+(#|$))")

PLAIN: Final = frozenset(
    {"b", "blockquote", "br", "div", "em", "hr", "i", "li", "ol", "p", "small", "span", "strong", "ul"}
)
"""Elements that a card may have."""

COMMANDS: Final = (
    "page {left} {right} -o {out}/both.html --figures none",
    "page {left} -o {out}/one.html --figures none",
    "worksheet {left} --format html -o {out}/",
    "worksheet {left} --kind blank --format html -o {out}/",
    "worksheet {left} {right} --kind compare --format html -o {out}/",
    "worksheet {left} {right} --kind compare --format svg -o {out}/",
    "worksheet {left} --kind cards --format svg -o {out}/",
    "worksheet {left} --kind kit -o {out}/kit.yaml",
    *(f"grade {{left}} {{right}} --reveal --format {form} -o {{out}}/{form}/" for form in ("csv", "html", "text")),
    "slides {left} {right} -o {out}/slides.html",
    "slides {left} -o {out}/slides.md",
    *(f"quiz {{left}} {{right}} -o {{out}}/quiz.{ending}" for ending in ("gift", "xml", "apkg", "csv", "md", "json")),
)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """``told(*argv)``: exit code, and all that was printed by a call that did not break."""

    def call(*argv: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(list(argv))
        out, err = capsys.readouterr()
        assert "internal error" not in err
        return code, out + err

    return call


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


@pytest.mark.parametrize("words", [*PAYLOADS.values(), *MORE.values()], ids=[*PAYLOADS, *MORE])
def test_what_is_made_for_a_lesson_holds_words_and_nothing_that_acts(
    words: str, tmp_path: Path, told: Callable[..., tuple[int, str]]
) -> None:
    paths = {}
    for name, stance in (("left", "holds"), ("right", "denies")):
        paths[name] = tmp_path / f"{name}.yaml"
        paths[name].write_text(write_map(coded(words, name, stance)), encoding="utf-8")
    out = tmp_path / "out"
    for command in COMMANDS:
        argv = [part.format(**paths, out=out) for part in command.split()]
        code, printed = told(*argv)
        assert code == 0, (command, printed)
        assert acts(printed.replace("\r", "").replace("\t", "")) == set(), command
    made = sorted(path for path in out.rglob("*") if path.is_file())
    assert {path.suffix for path in made} == {".html", ".svg", ".yaml", ".csv", ".txt", ".md"} | {
        ".gift",
        ".xml",
        ".apkg",
        ".json",
    }
    for path in made:
        match path.suffix:
            case ".html":
                _holds_nothing_that_acts(path)
            case ".svg" | ".xml":
                ElementTree.parse(path)
            case ".csv":
                cells = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
                assert not [c for row in cells for c in row if re.match(r"[=+@\t\r]|-(?![\d.]*$)", c)], path
            case ".yaml":
                assert argmap.load(path).statements
            case ".apkg":
                for text in _fields(path):
                    assert {tag for tag, _ in Page(text).found} <= PLAIN, text
                    assert "[sound:" not in text
                    assert "[latex]" not in text


def _holds_nothing_that_acts(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    page = Page(source)
    assert not TURNING.search(source), path
    tags = [tag for tag, _ in page.found]
    assert not {"img", "iframe", "object", "embed", "base", "link", "foreignobject"} & set(tags), path
    scripts = [given for tag, given in page.found if tag == "script"]
    assert sum(given.get("type", "") != "application/json" for given in scripts) <= 1, path
    policies = [g["content"] for tag, g in page.found if tag == "meta" and "policy" in g.get("http-equiv", "").lower()]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none'; ")
    for tag, given in page.found:
        assert not [name for name in given if name.startswith("on") or name == "style"], (path, tag, given)
        for name in ("href", "src", "action", "xlink:href"):
            assert LINKS.match(given.get(name, "#")), (path, tag, given)


def _fields(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as packed:
        database = path.with_suffix(".anki2")
        database.write_bytes(packed.read("collection.anki2"))
    with sqlite3.connect(database) as opened:
        for (fields,) in opened.execute("select flds from notes"):
            yield from fields.split("\x1f")
    opened.close()


def test_two_maps_of_one_name_make_no_quiz(tmp_path: Path, told: Callable[..., tuple[int, str]]) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(write_map(coded("a tram", "left", "holds")), encoding="utf-8")
    code, printed = told("quiz", str(path), str(path))
    assert (code, printed) == (2, "argmap: two maps are called 'left'; give each map an id of its own\n")
    with pytest.raises(ArgmapError, match="two maps are called"):
        argmap.make_quiz(path, path)


def test_a_lesson_goes_to_a_folder_that_has_a_name(told: Callable[..., tuple[int, str]]) -> None:
    code, printed = told("lesson", "one.yaml", "two.yaml", "-o", "")
    assert (code, printed) == (2, "argmap: '' is no name of a folder; name it: -o lesson/\n")


def test_pages_keep_the_marks_that_only_letters_of_other_scripts_need() -> None:
    m = hostile_map("\u202eabc\u202c \u200fdef\u200e \u0645\u06cc\u200c\u062e")
    page = argmap.build_page(m, figures="none")
    assert "abc \u200fdef\u200e \u0645\u06cc\u200c\u062e" in page
    assert not TURNING.search(page)


@pytest.mark.parametrize(
    ("names", "files"),
    [
        (["con.yaml", "A b.yaml", "class.yaml"], ["A-b.md", "class-2.md", "class.md", "con-map.md"]),
        (["a/x.yaml", "a/X.yaml"], ["X-2.md", "class.md", "x.md"]),
        (["#%?.yaml", "\u6f22\u5b57.yaml"], ["class.md", "student.md", "\u6f22\u5b57.md"]),
    ],
)
def test_reports_have_names_that_are_good_on_every_system(names: list[str], files: list[str]) -> None:
    m = hostile_map("a tram")
    grades = argmap.grade(m, *[m for _ in names])
    papers = tuple(replace(p, name=Path(n).stem) for p, n in zip(grades.papers, names, strict=True))
    found = named_files(replace(grades, papers=papers), "markdown")
    assert sorted([found.overview, *found.papers]) == sorted(files)
