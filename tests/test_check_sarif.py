"""`argmap check --format sarif`: SARIF 2.1.0, as far as argmap writes it.

The official schema is no part of the tests: ``ARGMAP_SARIF_SCHEMA`` may name a copy of it.
"""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import jsonschema  # type: ignore[import-untyped]
import pytest

import argmap
from argmap.cli import main
from argmap.codes import CODES
from argmap.diagnostics import Diagnostic, Position
from argmap.reporters.diagnostics_sarif import diagnostics_sarif

CASES = Path(__file__).parent / "cases"
OFFICIAL = os.environ.get("ARGMAP_SARIF_SCHEMA", "")

TYPO = Diagnostic(
    "AM201",
    "error",
    "no statement is called 'window-narowing'",
    ("statements", "visit", "because", 0),
    help="did you mean 'window-narrowing'?",
    file="maps/ä b.yaml",
    position=Position(24, 15, 24, 30),
)
NO_THESIS = Diagnostic("AM303", "warning", "no statement is a thesis", ("statements",), file="/maps/y.yaml")


def fields(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **optional},
        "additionalProperties": False,
    }


def items(of: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": of, **more}


TEXT: Final = {"type": "string", "minLength": 1}
COUNT: Final = {"type": "integer", "minimum": 1}
LEVEL: Final = {"enum": ["error", "warning", "note"]}
MESSAGE: Final = fields({"text": TEXT}, markdown=TEXT)
RULE: Final = fields(
    {
        "id": {"type": "string", "pattern": "^AM[1-9][0-9][0-9]$"},
        "name": TEXT,
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": fields({"level": LEVEL}),
    }
)
REGION: Final = fields({"startLine": COUNT, "startColumn": COUNT, "endLine": COUNT, "endColumn": COUNT})
ARTIFACT: Final = fields({"uri": {"type": "string", "pattern": r"^[!-~]+$"}})
REPLACEMENT: Final = fields({"deletedRegion": REGION, "insertedContent": fields({"text": {"type": "string"}})})
CHANGE: Final = fields({"artifactLocation": ARTIFACT, "replacements": items(REPLACEMENT, minItems=1)})
FIX: Final = fields({"description": MESSAGE, "artifactChanges": items(CHANGE, minItems=1, maxItems=1)})
PLACE: Final = fields({"physicalLocation": fields({"artifactLocation": ARTIFACT}, region=REGION)})
RESULT: Final = fields(
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": items(PLACE, maxItems=1),
        "partialFingerprints": {"type": "object", "additionalProperties": TEXT},
    },
    fixes=items(FIX, minItems=1),
)
DRIVER: Final = fields({"name": {"const": "argmap"}, "version": TEXT, "rules": items(RULE, uniqueItems=True)})
RUN: Final = fields(
    {
        "tool": fields({"driver": DRIVER}),
        "columnKind": {"const": "unicodeCodePoints"},
        "results": items(RESULT),
    }
)
LOG: Final = fields({"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": items(RUN, minItems=1, maxItems=1)})
"""The parts of the schema that argmap writes."""


def sarif(*problems: Diagnostic) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(diagnostics_sarif(problems, version="1.2.3"))
    jsonschema.validate(document, LOG)
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def test_a_problem_is_a_result_with_its_place_and_a_rule() -> None:
    run = sarif(TYPO, NO_THESIS, TYPO)
    driver = run["tool"]["driver"]
    assert (driver["version"], [rule["id"] for rule in driver["rules"]]) == ("1.2.3", ["AM201", "AM303"])
    assert driver["rules"][0]["name"] == "unknown-statement"
    assert CODES["AM201"].fix in driver["rules"][0]["help"]["text"]
    assert [rule["defaultConfiguration"]["level"] for rule in driver["rules"]] == ["error", "warning"]
    first, second, third = run["results"]
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "maps/%C3%A4%20b.yaml"},
                "region": {"startLine": 24, "startColumn": 15, "endLine": 24, "endColumn": 30},
            }
        }
    ]
    assert first["message"]["text"] == "no statement is called 'window-narowing'\ndid you mean 'window-narrowing'?"
    assert [r["ruleIndex"] for r in run["results"]] == [0, 1, 0]
    assert second["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "file:///maps/y.yaml"}}}]
    assert first["partialFingerprints"] != third["partialFingerprints"]


def test_a_fingerprint_stays_where_lines_move() -> None:
    moved = replace(TYPO, position=Position(99, 1, 99, 2), source="else")
    (one,), (other,) = sarif(TYPO)["results"], sarif(moved)["results"]
    assert one["partialFingerprints"] == other["partialFingerprints"] == {
        "argmapProblem/v1": one["partialFingerprints"]["argmapProblem/v1"]
    }  # fmt: skip
    others = (replace(TYPO, file="x.yaml"), replace(TYPO, message="else"), replace(TYPO, where=("statements", "x")))
    prints = [str(sarif(d)["results"][0]["partialFingerprints"]) for d in (TYPO, *others)]
    assert len(set(prints)) == 4


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("maps\\a.yaml", "maps/a.yaml"),
        ("C:\\maps\\a b.yaml", "file:///C:/maps/a%20b.yaml"),
        ("D:/a.yaml", "file:///D:/a.yaml"),
        ("a:b#c?.yaml", "a%3Ab%23c%3F.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("\udcff.yaml", "%FF.yaml"),
    ],
)
def test_a_name_is_an_address(name: str, uri: str) -> None:
    (result,) = sarif(replace(TYPO, file=name))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_problem_without_a_file_has_no_place() -> None:
    assert sarif(replace(TYPO, file=""))["results"][0]["locations"] == []
    assert sarif() == {
        "tool": {"driver": {"name": "argmap", "version": "1.2.3", "rules": []}},
        "columnKind": "unicodeCodePoints",
        "results": [],
    }


def written_of_all_cases(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    names = [str(path) for path in sorted(CASES.glob("AM[1-6]*/bad*.yaml"))]
    assert main(["check", "--no-settings", "--teach", "--format", "sarif", *names]) == 1
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_the_problems_of_all_cases_are_results(capsys: pytest.CaptureFixture[str]) -> None:
    document = written_of_all_cases(capsys)
    jsonschema.validate(document, LOG)
    (run,) = document["runs"]
    results = run["results"]
    assert {r["ruleId"] for r in results} == {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert len({str(r["partialFingerprints"]) for r in results}) == len(results) > 200
    assert {"AM114", "AM201", "AM311"} <= {r["ruleId"] for r in results if "fixes" in r}


if OFFICIAL:

    def test_the_official_schema_accepts_it(capsys: pytest.CaptureFixture[str]) -> None:
        schema = json.loads(Path(OFFICIAL).read_text(encoding="utf-8"))
        jsonschema.validators.validator_for(schema)(schema).validate(written_of_all_cases(capsys))


def test_a_way_to_mend_a_problem_is_a_fix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "map.yaml"
    text = (
        "\ufeffargmap: 1\nid: m\nstatements:\n  hungry: {text: He is hungry., because: [loks]}\n  looks: {text: L.}\n"
    )
    path.write_text(text, encoding="utf-8")
    assert main(["check", "--format", "sarif", str(path)]) == 1
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    (fix,) = next(r["fixes"] for r in results if "'loks'" in r["message"]["text"])[:1]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"]["uri"].endswith("/map.yaml")
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 4, "startColumn": 43, "endLine": 4, "endColumn": 47},
            "insertedContent": {"text": "looks"},
        }
    ]


def test_a_fix_of_a_codebook_is_one_of_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book, one = tmp_path / "book.yaml", tmp_path / "one.yaml"
    book.write_text(
        "argmap-codebook: 1\nid: b\npropositions:\n  cold: {text: C., contrary: [warm, warm]}\n  warm: {text: W.}\n",
        encoding="utf-8",
    )
    one.write_text(
        "argmap: 1\nid: m\ncodebook: book.yaml\nstatements: {a: {type: thesis, text: A.}}\n", encoding="utf-8"
    )
    assert main(["check", "--format", "sarif", str(one)]) == 0
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert result["ruleId"] == "AM311"
    assert result["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"].endswith("/book.yaml")


def test_the_command_writes_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "sarif", str(CASES / "AM201" / "bad.yaml")]) == 1
    document = json.loads(capsys.readouterr().out)
    jsonschema.validate(document, LOG)
    assert document["runs"][0]["tool"]["driver"]["version"] == argmap.__version__
