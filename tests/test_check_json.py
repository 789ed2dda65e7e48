"""The JSON of `argmap check` fits its schema, whatever was found."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from argmap.cli import main

ROOT = Path(__file__).parents[1]
FOLDERS = sorted((ROOT / "tests" / "cases").glob("AM[1-6]*"))


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    main(list(argv))
    return capsys.readouterr().out


def test_the_schema_is_one_and_stands_beside_the_documentation_too(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "schema", "problems")
    Draft202012Validator.check_schema(json.loads(text))
    assert (ROOT / "docs" / "schema" / "problems.schema.json").read_text(encoding="utf-8") == text


def test_the_problems_of_all_cases_fit_it(capsys: pytest.CaptureFixture[str]) -> None:
    validator = Draft202012Validator(json.loads(printed(capsys, "schema", "problems")))
    names = [str(path) for folder in FOLDERS for path in folder.glob("*.yaml")]
    document = json.loads(printed(capsys, "check", "--format", "json", "--teach", *names, str(ROOT / "maps")))
    validator.validate(document)
    found = document["diagnostics"]
    assert len(document["files"]) > len(names) > 100
    assert {d["severity"]: d for d in found}.keys() == {"error", "warning", "advice"}
    assert document["counts"]["error"] == sum(d["severity"] == "error" for d in found)
    assert any(d["instead"] for d in found)


def test_the_problems_of_an_alignment_fit_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    validator = Draft202012Validator(json.loads(printed(capsys, "schema", "problems")))
    bad = next(path for path in sorted((ROOT / "tests" / "cases").glob("AM7*/bad*.tsv")))
    document = json.loads(printed(capsys, "align", "check", str(bad), "--format", "json"))
    validator.validate(document)
    assert document["diagnostics"]


def test_a_document_that_lacks_a_field_does_not_fit(capsys: pytest.CaptureFixture[str]) -> None:
    validator = Draft202012Validator(json.loads(printed(capsys, "schema", "problems")))
    document = json.loads(printed(capsys, "check", "--format", "json", str(ROOT / "tests/cases/AM201/bad.yaml")))
    del document["diagnostics"][0]["instead"]
    assert [error.message for error in validator.iter_errors(document)] == ["'instead' is a required property"]
