"""Alignments with one mistake each: every problem, where it stands and what is said of it, and nothing else.

A case is a file ``cases/CODE/bad*.sssom.tsv`` with what is expected in the file ``bad*.expected`` beside it, one line
for each problem. A ``good*.sssom.tsv`` has no problem. The maps are those of ``cases/maps-to-align``.
``--update-golden`` writes the expectations anew; read the difference in git.
"""

from pathlib import Path

import pytest
from alignment_cases import CASES, MAPS, checked

import argmap
from argmap.codes import CODES
from argmap.codes.alignment import ALIGNMENT
from argmap.codes.page import Page
from argmap.diagnostics import Diagnostic
from argmap.formats.sssom import read_sssom

BAD = sorted(CASES.glob("*/bad*.sssom.tsv"))
GOOD = sorted(CASES.glob("*/good*.sssom.tsv"))
EXAMPLES = [page for page in ALIGNMENT if page.wrong]


def expectation(d: Diagnostic, folder: Path) -> str:
    p = d.position
    place = "-"
    if p:
        end = p.end_column if p.end_line == p.line else f"{p.end_line}:{p.end_column}"
        place = f"{p.line}:{p.column}-{end}"
    help_ = f" ({d.help})" if d.help else ""
    return f"{place} {d.code} {d.message}{help_}".replace(f"{folder}/", "")


@pytest.mark.parametrize("path", BAD, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_bad_alignment_gives_exactly_the_expected_problems(path: Path, request: pytest.FixtureRequest) -> None:
    beside = path.with_name(path.name.replace(".sssom.tsv", ".expected"))
    found = checked(path).diagnostics
    lines = [expectation(d, path.parent) for d in found]
    if request.config.getoption("--update-golden"):
        beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert lines == beside.read_text(encoding="utf-8").splitlines()
    assert path.parent.name in {d.code for d in found}
    assert [d.severity for d in found] == [CODES[d.code].severity for d in found]
    assert all(d.help for d in found)


@pytest.mark.parametrize("path", GOOD, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_good_alignment_has_no_problem(path: Path) -> None:
    assert [str(d) for d in checked(path).diagnostics] == []


def test_the_maps_of_the_cases_have_no_error() -> None:
    found = [d for path in sorted(MAPS.glob("*.yaml")) for d in argmap.check(path)]
    assert [str(d) for d in found if d.severity == "error"] == []


def test_every_code_of_an_alignment_has_a_bad_and_a_good_file() -> None:
    codes = {page.code for page in ALIGNMENT} - {"AM733"}  # of a comparison
    assert {path.parent.name for path in BAD} >= codes
    assert {path.parent.name for path in GOOD} == codes


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.code)
def test_the_wrong_example_of_a_page_has_that_problem_only_and_the_right_one_has_none(page: Page) -> None:
    assert [d.code for d in read_sssom(page.wrong, "example.sssom.tsv").diagnostics] == [page.code]
    assert read_sssom(page.right, "example.sssom.tsv").diagnostics == ()


def test_expectations_belong_to_a_case() -> None:
    assert {path.stem for path in CASES.glob("*/*.expected")} <= {p.name.removesuffix(".sssom.tsv") for p in BAD}
