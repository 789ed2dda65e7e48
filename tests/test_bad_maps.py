"""Maps with one mistake each: every problem, where it stands and what is said of it, and nothing else.

A case is a folder ``cases/CODE``. Above each ``bad*.yaml`` stands what is expected, one line for each problem in the
order of the file::

    # expect: 5:12-18 AM201 no statement is called 'hungri' (did you mean 'hungry'?)

A ``good*.yaml`` has no problem. Teaching advice is given to the cases of its own codes only. ``beside.yaml`` is another
map of the same call. ``--update-golden`` writes the expectations anew; read the difference in git.
"""

from pathlib import Path

import pytest

from argmap import files
from argmap.checks import check_codebook, check_map, check_together
from argmap.codes import CODES
from argmap.diagnostics import Diagnostic, locate
from argmap.formats.field_order import out_of_order
from argmap.formats.ignoring import heed
from argmap.model import ArgumentMap

CASES = Path(__file__).parent / "cases"
BAD = sorted(CASES.glob("*/bad*.yaml"))
GOOD = sorted(CASES.glob("*/good*.yaml"))
EXPECT = b"# expect: "

# A whole call shows them, of two maps or of a drawing: test_command_cases.py. Alignments: test_align_cases.py.
WITHOUT_CASE = {*(path.parts[-3] for path in CASES.glob("AM*/bad*/command.txt")), *(c for c in CODES if c[:3] == "AM7")}


# What a widely used tool for argument maps was given in a trial: it accepts most of these without a word.
TWENTY = {
    "a reference with a typo": "AM201/bad",
    "one id with two texts": "AM106/bad",
    "a quotation mark that is not closed": "AM101/bad",
    "a bracket that is not closed": "AM101/bad-bracket",
    "wrong indentation": "AM101/bad-indentation",
    "misnumbered premises": "AM105/bad-numbered-premises",
    "a reason without premises": "AM307/bad",
    "broken YAML in a statement": "AM101/bad-colon-in-a-text",
    "broken YAML in the header": "AM101/bad-header",
    "an included file that is missing": "AM111/bad-codebook",
    "a statement for and against another": "AM306/bad",
    "a missing space where one is needed": "AM101/bad-no-space-after-colon",
    "an empty file": "AM117/bad",
    "an unknown key, and a wrong value of a known one": "AM103/bad-with-a-wrong-value",
    "a relation with nothing to relate": "AM105/bad-no-value",
    "a misspelt relation": "AM103/bad-relation-word",
    "Latin-1 bytes": "AM111/bad",
    "an undercut of a statement instead of a step": "AM103/bad-undercut-of-a-statement",
    "a list without its marker": "AM101/bad-list-without-marker",
    "a reason that does not exist": "AM201/bad-nothing-near",
    "a circle of support": "AM301/bad",
    "a statement against itself": "AM302/bad-in-every-list",
}


def problems_of(path: Path) -> tuple[Diagnostic, ...]:
    opened = files.read(path)
    reading = opened.reading
    document = reading.document or reading.salvaged
    found: tuple[Diagnostic, ...] = ()
    if isinstance(document, ArgumentMap):
        salvaged = reading.document is None
        own = opened.codebook is None
        teach = CODES[path.parent.name].teaching
        lost = reading.without_codebook
        found = check_map(
            document,
            text=opened.article,
            own_codebook=own,
            salvaged=salvaged,
            without_codebook=lost,
            teach=teach,
        )
        found += beside(path, document)
    elif document is not None:
        found = check_codebook(document)
    if CODES[path.parent.name].named_only:
        found = (*found, *out_of_order(reading))
    return heed(locate((*reading.diagnostics, *found), reading), reading).told


def beside(path: Path, document: ArgumentMap) -> tuple[Diagnostic, ...]:
    other = path.with_name("beside.yaml")
    if not other.exists():
        return ()
    opened = files.read(other)
    first = opened.reading.unwrap()
    assert isinstance(first, ArgumentMap)
    texts = {first.id: opened.article} if opened.article else {}
    return check_together([first, document], texts=texts)[1]


def expectation(d: Diagnostic, folder: Path) -> str:
    p = d.position
    place = "-"
    if p:
        end = p.end_column if p.end_line == p.line else f"{p.end_line}:{p.end_column}"
        place = f"{p.line}:{p.column}-{end}"
    help_ = f" ({d.help})" if d.help else ""
    return f"{place} {d.code} {d.message}{help_}".replace(f"{folder}/", "")


def expected(path: Path) -> list[str]:
    lines = path.read_bytes().splitlines()
    return [line.removeprefix(EXPECT).decode() for line in lines if line.startswith(EXPECT)]


def update(path: Path) -> None:
    """Write the expectations above the map; as they move its lines, their own number has to settle first."""
    body = b"".join(line for line in path.read_bytes().splitlines(keepends=True) if not line.startswith(EXPECT))
    for _ in range(2):
        found = [expectation(d, path.parent) for d in problems_of(path)]
        path.write_bytes(b"".join(EXPECT + line.encode() + b"\n" for line in found) + body)


@pytest.mark.parametrize("path", BAD, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_bad_map_gives_exactly_the_expected_problems(path: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        update(path)
    found = problems_of(path)
    assert [expectation(d, path.parent) for d in found] == expected(path)
    assert path.parent.name in {d.code for d in found}
    assert [d.severity for d in found] == [CODES[d.code].severity for d in found]


@pytest.mark.parametrize("path", GOOD, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_good_map_has_no_problem(path: Path) -> None:
    assert problems_of(path) == ()


def test_every_code_of_a_file_has_a_bad_and_a_good_map() -> None:
    codes = {code for code in CODES if code not in WITHOUT_CASE}
    assert {path.parent.name for path in BAD} == codes
    assert {path.parent.name for path in GOOD} == codes


def test_every_problem_of_a_check_says_a_way_out() -> None:
    assert [str(d) for path in BAD for d in problems_of(path) if d.code >= "AM2" and not d.help] == []


@pytest.mark.parametrize("case", TWENTY.values(), ids=list(TWENTY))
def test_what_other_tools_accept_is_a_problem_with_a_place_and_a_way_out(case: str) -> None:
    found = problems_of(CASES / f"{case}.yaml")
    assert found
    assert all(d.position and d.help for d in found)
