"""The quick answer and the full one agree on what is free of errors."""

from pathlib import Path

import pytest

from argmap import ArgumentMap, Codebook, api
from argmap.checks import CHECKS, CODEBOOK_CHECKS, check_codebook, check_map
from argmap.checks.sound import CODEBOOK_ERRORS, ERRORS, is_sound, is_sound_codebook
from argmap.codes import CODES
from argmap.errors import FileProblem, InvalidMap

ROOT = Path(__file__).parents[1]
FILES = sorted(
    [*ROOT.glob("tests/cases/**/*.yaml"), *ROOT.glob("maps/**/*.yaml"), *ROOT.glob("tests/golden/**/*.yaml")]
)


def test_what_can_find_an_error_is_asked_of_every_map_and_codebook_in_the_order_of_all_checks() -> None:
    assert [check for check in CHECKS if check in ERRORS] == list(ERRORS)
    assert [check for check in CODEBOOK_CHECKS if check in CODEBOOK_ERRORS] == list(CODEBOOK_ERRORS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_quick_answer_is_that_of_all_checks(path: Path) -> None:
    thing = api.read(path).document
    if isinstance(thing, ArgumentMap):
        assert is_sound(thing) == (not any(d.severity == "error" for d in check_map(thing)))
    elif isinstance(thing, Codebook):
        assert is_sound_codebook(thing) == (not any(d.severity == "error" for d in check_codebook(thing)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_map_is_loaded_exactly_if_nothing_in_it_is_in_error(path: Path) -> None:
    found = api.check(path)
    if any(d.severity == "error" for d in found):
        with pytest.raises(InvalidMap) as refused:
            api.load(path)
        assert set(refused.value.diagnostics) == set(found)
    elif isinstance(api.read(path).document, Codebook):
        with pytest.raises(FileProblem):
            api.load(path)
    else:
        assert api.load(path) == api.read(path).document


def test_checks_that_are_not_asked_only_warn() -> None:
    """Run on every case of the suite: no other check has ever found an error in one."""
    others = [check for check in CHECKS if check not in ERRORS]
    for path in FILES:
        thing = api.read(path).document
        if isinstance(thing, ArgumentMap):
            assert {CODES[d.code].severity for check in others for d in check(thing)} <= {"warning", "advice"}, path
