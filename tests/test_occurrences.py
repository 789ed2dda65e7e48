"""Every name in the text of a map or codebook, where it stands."""

from pathlib import Path

import pytest

from argmap.editing.occurrences import Occurrence, grow, occurrences
from argmap.formats import read_document
from argmap.graph import edges
from argmap.model import ArgumentMap

MAPS = sorted((Path(__file__).parents[1] / "maps").rglob("*.yaml"))

TEXT = """\
argmap: 1
id: m
codebook:
  argmap-codebook: 1
  id: c
  actors: {mayor: The mayor}
  factors: {rain: Rain, floods: Floods}
  propositions:
    p: {text: P, contrary: [q], narrower: q}
    q: Q
  places: {town: {within: land}, land: {}}
  roles: {payer: {text: pays}}
  incompatible-roles: [[ally, payer]]
sources: {report: {title: R}}
statements:
  t:
    text: T
    because: [a, [b, 'c'], {premises: [d], unless: ["e"]}]
    but: f
    if: [g]
    sources: [report]
    voice: mayor
    where: town
    says: [{holds: p}, {cause: [rain, x], raises: floods}, {actor: mayor, role: payer, toward: [y]}]
  u: {text: U, via: {map: other, at: ¶1}, voice: The mayor, where: Old Town, says: {denies: q}}
"""


def found_in(text: str) -> list[Occurrence]:
    tree = grow(text)
    assert tree is not None
    return list(occurrences(tree))


def test_all_names_of_a_map_and_the_codebook_in_it_are_found_in_order() -> None:
    got = [(o.kind, o.key, o.defines) for o in found_in(TEXT)]
    assert got == [
        ("map", "m", True),
        ("codebook", "c", True),
        ("actor", "mayor", True),
        ("factor", "rain", True),
        ("factor", "floods", True),
        ("proposition", "p", True),
        ("proposition", "q", False),
        ("proposition", "q", False),
        ("proposition", "q", True),
        ("place", "town", True),
        ("place", "land", False),
        ("place", "land", True),
        ("role", "payer", True),
        ("role", "ally", False),
        ("role", "payer", False),
        ("source", "report", True),
        ("statement", "t", True),
        *[("statement", key, False) for key in "abcdefg"],
        ("source", "report", False),
        ("actor", "mayor", False),
        ("place", "town", False),
        ("proposition", "p", False),
        ("factor", "rain", False),
        ("factor", "x", False),
        ("factor", "floods", False),
        ("actor", "mayor", False),
        ("role", "payer", False),
        ("actor", "y", False),
        ("statement", "u", True),
        ("map", "other", False),
        ("proposition", "q", False),
    ]


def test_a_stretch_holds_the_name_with_its_quotation_marks() -> None:
    written = {o.key: TEXT[o.start : o.end] for o in found_in(TEXT) if o.kind == "statement"}
    assert {key: text for key, text in written.items() if text != key} == {"c": "'c'", "e": '"e"'}


@pytest.mark.parametrize("path", MAPS, ids=lambda p: p.stem)
def test_what_is_found_of_a_shipped_map_is_what_its_relations_name(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = found_in(text)
    assert all(text[o.start : o.end].strip("'\"") == o.key for o in found)
    document = read_document(text, path.name, codebook=lambda name: _codebook(path.with_name(name))).document
    if isinstance(document, ArgumentMap):
        names = [o.key for o in found if o.kind == "statement" and not o.defines]
        assert sorted(names) == sorted(edge.lower for edge in edges(document))
        assert [o.key for o in found if o.kind == "statement" and o.defines] == list(document.statements)


def _codebook(path: Path):  # type: ignore[no-untyped-def]
    from argmap.formats import read_codebook

    return read_codebook(path.read_text(encoding="utf-8"), path.name)


@pytest.mark.parametrize("text", ["", "- a", "statements: [x]", "statements: {a: b}", "argmap: 1\nid: [a]\nsays: 3"])
def test_what_is_no_map_has_no_names_that_are_no_names(text: str) -> None:
    assert [o.key for o in found_in(text)] in ([], ["a"])


def test_what_is_no_yaml_has_no_tree() -> None:
    assert grow("a: [") is None
    assert grow("a: \ud800") is None
