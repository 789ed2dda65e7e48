"""`argmap compare` with --view, --only and several --about."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.cli import main

SCHOOL = Path(__file__).parent / "golden" / "later-school"
FOUR = ("okafor.yaml", "brandt.yaml", "ito.yaml", "quist.yaml")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in a folder with the four maps: its exit code, output and messages."""
    shutil.copytree(SCHOOL, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def call(*options: str, maps: tuple[str, ...] = FOUR) -> tuple[int, str, str]:
        code = main(["compare", *maps, *options])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def ids(run: Run, *options: str, maps: tuple[str, ...] = FOUR) -> list[str]:
    code, out, _ = run(*options, "--format", "json", maps=maps)
    assert code == 0
    return [f["id"] for f in json.loads(out)["findings"]]


@pytest.mark.parametrize(
    ("only", "found"),
    [
        ("split", ["stance:nine", "stance:timetable"]),
        ("diverse", ["explanation:sleep", "role:school"]),
        ("differ", ["explanation:sleep", "role:school", "stance:nine", "stance:timetable"]),
        ("contested", ["explanation:sleep", "role:school", "stance:nine", "stance:timetable", "stance:health"]),
        ("tension", ["stance:health"]),
        ("undetermined", ["stance:health"]),
        ("consensus", ["stance:tired"]),
        ("common", ["stance:trial", "evidence:survey"]),
        ("agree", ["stance:tired", "stance:trial", "evidence:survey"]),
        ("only-one", ["stance:marks", "role:buses", "stance:winter", "evidence:plan"]),
        ("one-sided", ["stance:marks", "role:buses", "stance:winter", "evidence:plan"]),
    ],
)
def test_only_takes_headings_and_profiles(run: Run, only: str, found: list[str]) -> None:
    assert sorted(ids(run, "--only", only)) == sorted(found)


def test_profiles_hold_of_two_maps_too(run: Run) -> None:
    two = FOUR[:2]
    assert ids(run, "--only", "split", maps=two) == ids(run, "--group", "conflict", maps=two)
    assert ids(run, "--only", "only-one", maps=two) == ids(run, "--only", "one-sided", maps=two)
    assert ids(run, "--only", "common", maps=two) == []


def test_several_keys_several_headings_and_groups_narrow_one_another(run: Run) -> None:
    assert ids(run, "--about", "nine", "--about", "tired") == ["stance:tired", "stance:nine"]
    assert ids(run, "--about", "nine", "--about", "tired", "--only", "differ") == ["stance:nine"]
    assert ids(run, "--only", "split", "--only", "consensus", "--group", "agree") == ["stance:tired"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--only", "splitt"), "there is no heading 'splitt'; did you mean 'split'?"),
        (("--only", "zzz"), "known: agree, differ, contested, one-sided, undetermined, tension, only-one, split,"),
        (("--about", "nine", "--about", "nien"), "no finding is about 'nien'; did you mean 'nine'?"),
        (("--view", "roles", "--format", "json"), "--view is for text and Markdown; JSON holds everything"),
        (("--view", "role"), "--view: 'role' is not one of 'findings', "),
    ],
)
def test_what_is_not_known_is_said_with_exit_code_2(run: Run, options: tuple[str, ...], said: str) -> None:
    code, out, err = run(*options)
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())


def test_nothing_found_is_said(run: Run) -> None:
    code, _, err = run("--only", "tension", "--about", "nine")
    assert (code, err.splitlines()[-1]) == (0, "argmap: no finding about nine is tension")
    _, _, err = run("--only", "tension", "--group", "agree")
    assert err.splitlines()[-1] == "argmap: no finding is in the group agree and is tension"


def test_a_view_is_printed_as_text_and_as_markdown(run: Run) -> None:
    code, out, _ = run("--view", "matrix")
    assert (code, out) == (0, (SCHOOL / "view-matrix.txt").read_text("utf-8"))
    code, out, _ = run("--view", "reasons", "--format", "markdown")
    assert (code, out) == (0, (SCHOOL / "view-reasons.md").read_text("utf-8"))


def test_a_view_of_what_was_asked_for_shows_only_that(run: Run) -> None:
    _, out, _ = run("--view", "roles", "--about", "buses")
    assert "the bus company" in out
    assert "the school  " not in out
