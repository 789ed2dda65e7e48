"""The schema for editors allows what the reader reads."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from test_reading_rubbish import GOOD

from argmap.editor.schema import schema
from argmap.editor.snippets import SNIPPETS
from argmap.formats import read_document, write_map
from argmap.formats.parts import fields
from argmap.model import ArgumentMap, Codebook, Statement

MAPS = Path(__file__).parent.parent / "maps"


def as_an_editor_reads(text: str) -> Any:
    """YAML 1.2 as editors load it: numbers and truths typed, dates as text."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {  # noqa: RUF012
            first: [(tag, regexp) for tag, regexp in found if tag != "tag:yaml.org,2002:timestamp"]
            for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return yaml.load(text, Loader)


def mistakes(data: Any, kind: Any = "map") -> list[str]:
    return [
        f"{'/'.join(map(str, e.absolute_path))}: {e.validator}"
        for e in Draft202012Validator(schema(kind)).iter_errors(data)
    ]


@pytest.mark.parametrize("kind", ["map", "codebook"])
def test_the_schema_is_one(kind: Any) -> None:
    Draft202012Validator.check_schema(schema(kind))
    assert schema(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_map_that_the_reader_reads_is_allowed_short_forms_and_all() -> None:
    assert mistakes(as_an_editor_reads(GOOD)) == []
    document = read_document(GOOD, "m.yaml").unwrap()
    assert isinstance(document, ArgumentMap)
    assert mistakes(as_an_editor_reads(write_map(document))) == []
    assert mistakes(as_an_editor_reads(write_map(document, codebook="town.yaml"))) == []


@pytest.mark.parametrize("path", sorted(MAPS.rglob("*.yaml")), ids=lambda path: path.name)
def test_the_shipped_files_are_allowed(path: Path) -> None:
    data = as_an_editor_reads(path.read_text(encoding="utf-8"))
    assert mistakes(data, "codebook" if "argmap-codebook" in data else "map") == []


LEAST = {"argmap": 1, "id": "m", "statements": {"a": {"text": "A."}}}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"argmap": 2}, ["argmap: enum"]),
        ({"id": "My map"}, ["id: pattern"]),
        ({"statments": {}}, [": additionalProperties"]),
        ({"statements": {"A b": {"text": "A."}}}, ["statements: pattern"]),
        ({"statements": {"a": {}}}, ["statements/a: required"]),
        ({"statements": {"a": {"text": None}}}, ["statements/a/text: type"]),
        ({"statements": {"a": {"text": ""}}}, ["statements/a/text: minLength"]),
        ({"statements": {"a": {"text": "A.", "type": "thesys"}}}, ["statements/a/type: enum"]),
        ({"statements": {"a": {"text": "A.", "because": "b"}}}, ["statements/a/because: type"]),
        ({"statements": {"a": {"text": "A.", "because": [[]]}}}, ["statements/a/because/0: anyOf"]),
        ({"statements": {"a": {"text": "A.", "says": {"holds": "p", "denies": "p"}}}}, ["statements/a/says: anyOf"]),
        ({"statements": {"a": {"text": "A.", "says": {"cause": [], "raises": "p"}}}}, ["statements/a/says: anyOf"]),
        ({"coverage": "all"}, ["coverage: enum"]),
    ],
)
def test_what_the_reader_refuses_is_marked_in_the_editor(change: dict[str, Any], found: list[str]) -> None:
    assert mistakes({**LEAST, **change}) == found


@pytest.mark.parametrize(
    "change",
    [
        {"statements": {}},
        {"title": 2023, "article": {"date": 2023, "authors": [True]}},
        {
            "statements": {
                "a": {"text": False, "voice": 12, "at": "¶1", "because": ["b", ["c", "d"], {"premises": ["e"]}]}
            }
        },
        {"codebook": "town.yaml"},
        {"codebook": {"argmap-codebook": 1, "id": "t", "factors": {"a": "A", "b": {"text": "B"}}}},
        {"codebook": {"argmap-codebook": 1, "id": "t", "roles": {"a": "does a", "b": {"valence": -1}}}},
    ],
)
def test_short_forms_and_what_an_editor_takes_for_a_number_are_allowed(change: dict[str, Any]) -> None:
    assert mistakes({**LEAST, **change}) == []


def test_the_version_the_id_and_the_statements_are_required() -> None:
    assert schema("map")["required"] == ["argmap", "id", "statements"]
    assert schema("codebook")["required"] == ["argmap-codebook", "id"]


def test_every_field_tells_an_editor_what_it_is() -> None:
    made = schema("map")
    parts = [made, *(option for part in made["$defs"].values() for option in part.get("anyOf", [part]))]
    for part in parts:
        for name, held in part.get("properties", {}).items():
            assert held.get("description"), name
    assert tuple(made["properties"]) == fields(ArgumentMap)
    assert tuple(made["$defs"]["Statement"]["properties"]) == fields(Statement)
    assert tuple(schema("codebook")["properties"]) == fields(Codebook)


@pytest.mark.parametrize("kind", ["map", "codebook"])
def test_the_schema_beside_the_documentation_is_the_one_argmap_prints(kind: Any) -> None:
    path = Path(__file__).parent.parent / "docs" / "schema" / f"{kind}.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == schema(kind), "run docs/generate.py"


def filled(body: Any, values: dict[str, str]) -> Any:
    """What a snippet inserts once its places are filled in."""
    if isinstance(body, dict):
        return {filled(key, values): filled(item, values) for key, item in body.items()}
    if isinstance(body, list):
        return [filled(item, values) for item in body]
    return re.sub(r"\$(?:\{(\d):[^}]*\}|(\d))", lambda at: values[at[1] or at[2]], body)


PLACED: dict[str, Callable[[Any], dict[str, Any]]] = {
    "ArgumentMap.statements": lambda body: {"statements": body},
    "Reason": lambda body: {"statements": {"a": {"text": "A.", "because": [body]}}},
    **dict.fromkeys(
        ("Stance", "CausalClaim", "RoleAttribution"),
        lambda body: {"statements": {"a": {"text": "A.", "says": [body]}}},
    ),
}


@pytest.mark.parametrize("name", SNIPPETS)
def test_what_an_editor_inserts_as_a_whole_is_allowed_and_read(name: str) -> None:
    for label, said, body in SNIPPETS[name]:
        assert (label[:1].islower(), said[-1:]) == (True, ".")
        kind: Any = "codebook" if name.startswith("Codebook") else "map"
        whole = filled(body, {"1": "x", "2": "ally", "3": "1" if name == "ArgumentMap.statements" else "fact"})
        if kind == "map":
            data = {**LEAST, **PLACED[name](whole)}
        else:
            data = {"argmap-codebook": 1, "id": "b", name.partition(".")[2]: whole}
        assert mistakes(data, kind) == []
        assert read_document(json.dumps(data), "m.yaml").document is not None


def test_each_word_of_a_few_is_told_and_a_role_of_ones_own_is_allowed() -> None:
    parts = schema("map")["$defs"]
    kinds = parts["Proposition"]["anyOf"][1]["properties"]["kind"]
    known, free = parts["RoleAttribution"]["properties"]["role"]["anyOf"]
    for held in (parts["Statement"]["properties"]["type"], parts["Statement"]["properties"]["certainty"], kinds, known):
        assert len(held["enum"]) == len(held["enumDescriptions"])
    assert dict(zip(known["enum"], known["enumDescriptions"], strict=True))["adversary"] == "Works against them."
    assert "pattern" in free
    own = {"a": {"text": "A.", "says": {"actor": "x", "role": "my-own"}}}
    assert mistakes({**LEAST, "statements": own}) == []
