"""Which problems are told."""

import pytest

from argmap.codes import CODES, problem
from argmap.codes.selecting import Selection, codes_of

ERRORS = [code for code, page in CODES.items() if page.severity == "error"]


def test_by_default_all_but_teaching_advice_and_what_has_to_be_named_is_told() -> None:
    untold = [code for code, page in CODES.items() if page.teaching or page.named_only]
    assert [code for code in CODES if not Selection().wants(code)] == untold


def test_what_has_to_be_named_is_told_where_its_code_or_name_is_given_in_full() -> None:
    assert not Selection(teach=True).wants("AM510")
    assert not Selection(select=("AM5",)).wants("AM510")
    assert Selection(select=("AM510",)).wants("AM510")
    assert Selection(select=("field-order", "AM2")).wants("AM510")
    assert not Selection(select=("AM510",), ignore=("AM51",)).wants("AM510")
    assert Selection(select=("AM2",)).withholds("AM510")


@pytest.mark.parametrize("selection", [Selection(select=("AM501",)), Selection(ignore=("AM", "unknown-statement"))])
def test_an_error_is_always_told(selection: Selection) -> None:
    assert all(selection.wants(code) for code in ERRORS)


def test_beginnings_codes_and_names_select_and_ignoring_wins() -> None:
    wanted = Selection(select=("am3", "long-label"), ignore=("unattached",))
    told = [code for code in CODES if wanted.wants(code) and code not in ERRORS]
    assert told == [c for c in CODES if c.startswith("AM3") and c not in ERRORS and c != "AM304"] + ["AM501"]


def test_a_pattern_stands_for_codes() -> None:
    assert codes_of("AM501") == codes_of("am501") == codes_of("Long-Label") == ("AM501",)
    assert codes_of("") == codes_of("label") == codes_of("5") == ()
    assert codes_of("AM") == tuple(CODES)


def test_what_is_told_keeps_its_order() -> None:
    found = [problem("AM501", "b"), problem("AM303", "a"), problem("AM201", "c")]
    assert Selection(select=("AM3",)).of(found) == (found[1], found[2])
