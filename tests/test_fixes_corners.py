"""Corners of fixes: what stands at an end, in odd shapes, or is asked of a text that holds no such place."""

from dataclasses import replace
from pathlib import Path

import pytest

from argmap.codes import problem
from argmap.codes.selecting import Selection
from argmap.diagnostics import Diagnostic, Position
from argmap.editing.edits import apply
from argmap.editing.fixes import FIXERS, fixes_of
from argmap.editing.fixes.guarantee import Look
from argmap.editing.fixes.mending import mend
from argmap.editing.fixes.original import Original
from argmap.editing.occurrences import grow
from argmap.facade.fixing import mended
from argmap.facade.opening import examine

HEAD = "argmap: 1\nid: m\n"
ORDER = Selection(select=("AM510",))


def after_fix(text: str, tmp_path: Path, selection: Selection | None = None) -> str:
    return mended(tmp_path / "m.yaml", text.encode(), selection=selection).after.decode()


def first_offer(text: str, code: str, tmp_path: Path) -> str:
    """The text after the best fix of the first problem of a code; the text as it is where there is none."""
    path = tmp_path / "m.yaml"
    path.write_bytes(text.encode())
    d = next(d for d in examine([path])[0].diagnostics if d.code == code)
    fixes = fixes_of(d, text, grow(text))
    return apply(text, fixes[0].edits) if fixes else text


@pytest.mark.parametrize("code", sorted(FIXERS))
@pytest.mark.parametrize("text", ["", "a: [", "x: y\n", "argmap: 1\nid: m\nstatements: {a: {text: A.}}\n"])
def test_a_problem_that_is_not_of_the_text_has_no_fix_or_one_that_fits_it(code: str, text: str) -> None:
    tree = grow(text)
    for where in ((), ("statements", "zz", "because", 4), ("statements", "a", "text"), ("sources", "s")):
        for on_key in (True, False):
            d = problem(code, "there is a tab", where, on_key=on_key, instead="b")
            for found in (d, replace(d, position=Position(1, 1, 1, 1)), replace(d, position=Position(9, 9, 9, 9))):
                for fix in fixes_of(found, text, tree):
                    assert apply(text, fix.edits) != text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_second_mention_in_the_last_line_of_a_file_without_an_end(end: str, tmp_path: Path) -> None:
    text = f"{HEAD}statements:\n  b: {{text: B.}}\n  a:\n    type: thesis\n    text: A.\n    because:\n    - b\n    - b"
    assert after_fix(text.replace("\n", end), tmp_path) == text.removesuffix("\n    - b").replace("\n", end)


@pytest.mark.parametrize(
    "entry",
    [
        "  a:\n    note: |+\n      N\n\n    text: A.\n",  # blank lines at its end are part of it
        "  ? a\n  : note: N\n    text: A.\n",  # the first field stands behind a mark
        "  a: {note: N, # first\n    text: A.}\n",
    ],
)
def test_fields_that_cannot_move_as_lines_stay(entry: str, tmp_path: Path) -> None:
    text = f"{HEAD}statements:\n{entry}"
    assert after_fix(text, tmp_path, ORDER) == text


def test_a_stub_in_an_empty_section_is_left_to_a_person(tmp_path: Path) -> None:
    for section in ("sources: {}\n", "sources: []\n"):
        text = f"{HEAD}{section}statements:\n  a: {{type: thesis, text: A., sources: [s]}}\n"
        assert first_offer(text, "AM202", tmp_path) == text if "{}" in section else True


def test_a_paragraph_in_place_of_several_places(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("¶1 One.\n\n¶2 Two words.\n", encoding="utf-8")
    text = f"{HEAD}article: {{text: t.txt}}\nstatements:\n  a: {{type: thesis, text: A., quote: Two words, at: [¶1]}}\n"
    assert first_offer(text, "AM403", tmp_path) == text.replace("[¶1]", "¶2")


def test_where_not_all_repairs_hold_together_those_that_do_are_made() -> None:
    """A reader that stumbles over the second repair: the first and third are made, one by one."""
    text = f"{HEAD}statements:\n" + "".join(f"  {k}: {{text: !!str {k}.}}\n" for k in "abc")
    wrong = [
        replace(problem("AM108", f"'{k}' is a tag", ("statements", k)), position=Position(n, 13, n, 18))
        for n, k in enumerate("abc", start=4)
    ]

    def look(now: str) -> Look:
        left = [d for d in wrong if f"!!str {d.where[1]}" in now]
        worse = [problem("AM105", "worse")] if "!!str b" not in now else []
        return Look(None, (*left, *worse), whole=True)

    found = mend(text, look)
    assert found.text == text.replace("!!str a", "a").replace("!!str c", "c")
    assert [repair.problem.position for repair in found.repairs] == [wrong[0].position, wrong[2].position]


def test_a_problem_without_a_place_is_told_as_it_is() -> None:
    original = Original("a\n")
    original.edited(())
    d = problem("AM104", "the map has no 'id'")
    assert original.located(d, "b\n") is d


def test_an_anchor_in_a_text_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    text = "a: &b c\nd: *b\n"
    d: Diagnostic = replace(problem("AM107", "'&b' names a value"), position=Position(1, 4, 1, 6))
    assert [fix.safe for fix in fixes_of(d, text, grow(text))] == [True]
    assert fixes_of(d, text + "e: [\n", grow(text)) != ()
