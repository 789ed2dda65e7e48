"""The page on the format shows what the reader reads, and has every field."""

import re
from pathlib import Path

import pytest

from argmap.checks import check_codebook, check_map
from argmap.formats import read_document, read_map
from argmap.formats.parts import SECTIONS, Model, fields
from argmap.model import BUILT_IN_ROLES, CERTAINTIES, KINDS, TYPES, ArgumentMap, Article, Codebook, Reason, Via
from argmap.model.says import FORMS

PAGE = (Path(__file__).parent.parent / "docs" / "format.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("block", [b for b in BLOCKS if b.startswith("argmap")], ids=lambda b: b.split("\n")[0])
def test_the_documents_of_the_page_have_no_problem(block: str) -> None:
    reading = read_document(block, "format.md")
    assert reading.diagnostics == ()
    document = reading.unwrap()
    assert (check_map(document) if isinstance(document, ArgumentMap) else check_codebook(document)) == ()


@pytest.mark.parametrize("block", [b for b in BLOCKS if b.startswith(("because", "says"))])
def test_the_fragments_of_the_page_belong_to_a_statement(block: str) -> None:
    fragment = "".join(f"    {line}\n" for line in block.splitlines())
    assert read_map(f"argmap: 1\nid: m\nstatements:\n  a:\n    text: A.\n{fragment}", "format.md").diagnostics == ()


MODELS: list[Model] = [ArgumentMap, Codebook, Article, Reason, Via, *FORMS.values(), *(m for m, _ in SECTIONS.values())]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_on_the_page(model: Model) -> None:
    code = " ".join(re.findall(r"`([^`\n]+)`", PAGE)) + " ".join(BLOCKS)
    assert [f for f in fields(model) if not re.search(rf"(?<![\w-]){f}(?![\w-])", code)] == []


@pytest.mark.parametrize("words", [TYPES, CERTAINTIES, KINDS, tuple(BUILT_IN_ROLES)])
def test_every_word_that_has_a_meaning_is_on_the_page(words: tuple[str, ...]) -> None:
    assert [word for word in words if f"`{word}`" not in PAGE] == []
