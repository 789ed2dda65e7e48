"""The gallery in docs/ shows every kind of picture, and its page is what `make docs` writes."""

import importlib.util
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest

from argmap.api import VIEWS

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def generate() -> Iterator[ModuleType]:
    sys.path.insert(0, str(DOCS))
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(DOCS))


def entries(generate: ModuleType) -> list[Any]:
    return [*generate.ONE_MAP, *generate.COMPARISONS]


def test_every_view_is_in_the_gallery(generate: ModuleType) -> None:
    commands = [shlex.split(e.command) for e in entries(generate)]
    shown = {words[words.index("--view") + 1] for words in commands if "--view" in words}
    assert shown | {"map", "sheet"} == set(VIEWS)


def test_the_page_is_the_one_that_is_written(generate: ModuleType) -> None:
    assert (DOCS / "gallery.md").read_text(encoding="utf-8") == generate.gallery_page(), "make docs"


def test_every_picture_is_there_and_named(generate: ModuleType) -> None:
    for entry in entries(generate):
        sheets = generate.sheets_of(entry)
        assert sheets, entry.name
        for sheet in sheets:
            root = ElementTree.fromstring(sheet.read_text(encoding="utf-8"))
            assert root.get("role") == "img"
            assert root[0].text


def test_no_picture_belongs_to_nothing(generate: ModuleType) -> None:
    known = {path for entry in entries(generate) for path in generate.sheets_of(entry)}
    assert set((DOCS / "pictures").glob("*.svg")) - known == set()
