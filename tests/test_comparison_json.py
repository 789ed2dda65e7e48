"""The JSON result and its schema."""

import json
from pathlib import Path
from typing import Any

import pytest
from comparison_cases import BOOK, a_map, mill_road, plain, two
from jsonschema import Draft202012Validator, ValidationError  # type: ignore[import-untyped]

from argmap.comparison import CATEGORIES, Origin, compare
from argmap.comparison.flags import FLAGS
from argmap.comparison.records import GROUPS, PROFILES, SYMBOLS, UNITS
from argmap.model import ArgumentMap
from argmap.reporters.comparison_json import as_data, to_json

SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "schema" / "comparison.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

RICH = """
    t: {type: thesis, says: {holds: p}, because: [[a, b], {premises: [v], unless: [u]}], but: [o], at: ¶1, quote: so}
    a: {says: {cause: [c, d], raises: e, main: true}, sources: [s], when: 2017/2021, where: harbour}
    b: {says: {actor: council, role: ally, toward: [shops]}, certainty: likely, if: [k]}
    v: {says: {denies: q}, voice: riders}
    u: {}
    o: {says: {holds: r}, voice: A Passer-by}
    k: {says: {holds: q}}
    l: {via: {map: other, at: ¶3}}
"""


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "maps",
    [
        mill_road(),
        two(RICH, RICH),
        two(RICH, ""),
        two("", ""),
        two(RICH, RICH, book=None),
        (a_map("m", RICH), a_map("m", RICH)),
        (a_map("m", RICH), a_map("n", RICH, book=BOOK | {"id": "other"})),
    ],
)
def test_results_are_as_the_schema_says(maps: tuple[ArgumentMap, ArgumentMap]) -> None:
    VALIDATOR.validate(json.loads(to_json(compare(maps))))


def test_the_schema_names_every_category_group_flag_unit_and_symbol() -> None:
    finding = SCHEMA["$defs"]["finding"]["properties"]
    assert SCHEMA["$defs"]["category"]["enum"] == list(CATEGORIES)
    assert finding["category"]["oneOf"][1]["enum"] == list(PROFILES)
    assert finding["group"]["enum"] == list(GROUPS)
    assert finding["flags"]["items"]["enum"] == list(FLAGS)
    assert finding["unit"]["enum"] == list(UNITS)
    assert finding["symbol"]["enum"] == list(SYMBOLS.values())


def objects(schema: Any) -> list[dict[str, Any]]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    here = [schema] if isinstance(schema, dict) and schema.get("type") == "object" else []
    return here + [o for part in inner for o in objects(part)]


def test_no_object_of_fixed_keys_takes_others() -> None:
    fixed = [o for o in objects(SCHEMA) if "properties" in o]
    assert len(fixed) > 10
    assert all(o["additionalProperties"] is False and o["required"] == list(o["properties"]) for o in fixed)


@pytest.mark.parametrize("wrong", [{"locus": {}}, {"surprise": 1}, {"category": "agree-somehow"}, {"basis": []}])
def test_the_schema_refuses_another_shape(wrong: dict[str, Any]) -> None:
    data = as_data(compare(mill_road()))
    data["findings"][0] |= wrong
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


def test_equal_input_gives_equal_bytes_that_end_with_a_newline() -> None:
    first, second = (to_json(compare(two(RICH, RICH))) for _ in range(2))
    assert first == second
    assert first.endswith("}\n")
    assert "≈" in to_json(compare(mill_road()))


def test_the_files_are_named_where_they_are_known() -> None:
    origin = Origin("maps/ruiz.yaml", "0" * 64, "1" * 64)
    data = as_data(compare(mill_road(), origins=[origin, None]))
    assert [(m["file"], m["sha256"]) for m in data["maps"]] == [("maps/ruiz.yaml", "0" * 64), (None, None)]
    assert [c["sha256"] for c in data["codebooks"]] == ["1" * 64]
    VALIDATOR.validate(data)


def test_maps_and_codebooks_are_described_once() -> None:
    data = as_data(compare(mill_road()))
    assert data["maps"][1]["uncoded"] == [{"id": "by-car", "text": "Most customers come by car."}]
    assert [(m["statements"], m["coded"], [t["id"] for t in m["thesis"]]) for m in data["maps"]] == [
        (6, 6, ["build"]),
        (6, 5, ["stop"]),
    ]
    (book,) = data["codebooks"]
    assert book["maps"] == ["ruiz", "patel"]
    assert book["valences"] == {"intermediary": 1, "adversary": -1}
    assert book["labels"]["lane"] == "A bike lane"
    assert book["labels"]["survey-2024"] == "Mill Road Survey"


def test_reasons_name_premises_with_their_statements_doubts_and_whether_the_other_side_gives_them() -> None:
    other = """
        t: {says: {holds: p}, because: [[a, b]]}
        a: {says: {cause: [c, d], raises: e}}
        b: {says: {actor: council, role: ally}}
    """
    side = as_data(compare(two(RICH, other)))["findings"]
    found = next(f for f in side if f["id"] == "stance:p")["sides"]["a"]
    assert found["reasons"] == [
        {
            "premises": [
                {"entry": "raises:c>e", "statement": "a"},
                {"entry": "raises:d>e", "statement": "a"},
                {"entry": "role:council=ally", "statement": "b"},
            ],
            "unless": [],
            "shared": True,
        },
        {"premises": [{"entry": "voice:riders|denies:q", "statement": "v"}], "unless": ["u"], "shared": False},
    ]
    assert found["position"] == "holds"
    assert found["statements"][0]["at"] == ["¶1"]


def test_a_silent_side_shows_what_it_reports() -> None:
    found = next(f for f in as_data(compare(two(RICH, "x: {says: {holds: r}}")))["findings"] if f["id"] == "stance:r")
    side = found["sides"]["a"]
    assert (side["position"], side["statements"]) == (None, [])
    assert [(s["id"], s["voice"]) for s in side["reported"]] == [("o", "A Passer-by")]
    assert found["flags"] == ["reported", "standalone", "provisional"]


def test_the_yaml_of_the_tests_is_text_throughout() -> None:
    assert plain("{a: 2017, b: no}") == {"a": "2017", "b": "no"}
