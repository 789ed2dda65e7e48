"""`argmap diff` on the command line."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from argmap.cli import main

ROOT = Path(__file__).parents[1]
GIVEN = ROOT / "tests" / "golden" / "diff"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]
Golden = Callable[[str, str], None]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `argmap diff` in a folder that holds the two versions and their codebooks."""
    for path in GIVEN.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS", "ARGMAP_DEBUG", "FORCE_COLOR", "PY_COLORS", "GIT_PAGER_IN_USE"):
        monkeypatch.delenv(name, raising=False)

    def call(*argv: str) -> Ran:
        code = main(["diff", *argv])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md"), ("json", "json")])
def test_the_change_of_a_map_is_as_on_file(run: Run, golden: Golden, form: str, ending: str) -> None:
    ran = run("old.yaml", "new.yaml", "--format", form)
    assert (ran.code, ran.err) == (0, "")
    golden(f"diff/changes.{ending}", ran.out)


def test_the_page_shows_what_is_printed() -> None:
    page = (ROOT / "docs" / "diff.md").read_text("utf-8")
    assert f"```text\n{(GIVEN / 'changes.txt').read_text('utf-8')}```" in page


def test_the_json_fits_the_schema_that_argmap_prints(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "changes"]) == 0
    schema = json.loads(capsys.readouterr().out)
    data = json.loads(run("old.yaml", "new.yaml", "--format", "json").out)
    Draft202012Validator(schema).validate(data)
    assert data["old"]["file"] == "old.yaml"
    assert data["entries"][0]["changes"][0]["new_place"]["file"] == "library-2.codebook.yaml"


def test_the_change_of_a_codebook_is_shown_too(run: Run) -> None:
    ran = run("library.codebook.yaml", "library-2.codebook.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
1 codebook entry added, 1 codebook entry changed

+ actor volunteers  library-2.codebook.yaml:6
    those who help unpaid

~ proposition staff-suffices  library-2.codebook.yaml:12
    text: The staff suffices for {+a week of+} seven days
    kind: (none) → fact
"""
    )


def test_nothing_is_said_where_nothing_changed(run: Run) -> None:
    text = Path("old.yaml").read_text("utf-8")
    Path("spaced.yaml").write_text(text.replace("\n", "\n\n# so it is\n"), encoding="utf-8")
    assert run("old.yaml", "spaced.yaml") == Ran(0, "", "")
    assert run("old.yaml", "spaced.yaml", "--format", "markdown") == Ran(0, "", "")
    assert json.loads(run("old.yaml", "spaced.yaml", "--format", "json").out)["statements"] == []


def test_a_file_is_written_on_request_and_no_version_is_lost(run: Run) -> None:
    assert run("old.yaml", "new.yaml", "-o", "out.txt") == Ran(0, "out.txt\n", "")
    assert Path("out.txt").read_text("utf-8").startswith("3 statements added")
    ran = run("old.yaml", "new.yaml", "-o", "old.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "would be lost" in ran.err


def test_colour_on_request(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" in run("old.yaml", "new.yaml", "--color", "always").out
    assert "\x1b[" not in run("old.yaml", "new.yaml").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("old.yaml", "new.yaml", "--color", "always").out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["old.yaml"], "two versions are needed, and 1 named; argmap diff OLD NEW"),
        (["old.yaml", "new.yaml", "old.yaml"], "two versions are needed, and 3 named"),
        (["old.yaml", "nwe.yaml"], "there is no file 'nwe.yaml'; did you mean 'new.yaml'?"),
        (["old.yaml", "library.codebook.yaml"], "'old.yaml' is a map, and 'library.codebook.yaml' is a codebook"),
        (["library.codebook.yaml", "old.yaml"], "'library.codebook.yaml' is a codebook, and 'old.yaml' is a map"),
        (["/dev/null", "/dev/null"], "there is no file on either side"),
        (["-", "-"], "standard input can be read only once"),
        (["old.yaml", "new.yaml", "--git"], "git calls this with 7 or 9 parameters, not 2"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(run: Run, argv: list[str], said: str) -> None:
    ran = run(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_two_maps_are_no_versions(run: Run) -> None:
    Path("other.yaml").write_text("argmap: 1\nid: other\nstatements: {a: {text: Buses are full.}}\n", encoding="utf-8")
    ran = run("old.yaml", "other.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert (
        "'okoro-2024' and 'other' are two maps, not two versions of one; `argmap compare old.yaml other.yaml`"
        in ran.err
    )


def test_a_map_may_change_its_id(run: Run) -> None:
    text = Path("old.yaml").read_text("utf-8").replace("id: okoro-2024", "id: okoro")
    Path("renamed.yaml").write_text(text, encoding="utf-8")
    assert run("old.yaml", "renamed.yaml").out == "1 field changed\n\n~ map\n    id: okoro-2024 → okoro\n"


def test_a_version_may_come_from_standard_input() -> None:
    text = (GIVEN / "old.yaml").read_text("utf-8").replace("hours-bring-visits", "more-visits")
    ran = subprocess.run(
        [sys.executable, "-m", "argmap", "diff", "old.yaml", "-"],
        cwd=GIVEN, input=text, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (
        "1 statement renamed\n\n~ more-visits  <stdin>:23\n    renamed: hours-bring-visits → more-visits\n"
    )


class TestMistakes:
    def write(self, *changes: tuple[str, str], name: str = "broken.yaml", of: str = "new.yaml") -> None:
        text = Path(of).read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        Path(name).write_text(text, encoding="utf-8")

    def test_what_can_be_read_is_compared_and_the_rest_is_said(self, run: Run) -> None:
        self.write(("type: claim", "type: clam"), ("certainty: likely", "certainty: likly"))
        ran = run("old.yaml", "broken.yaml")
        assert ran.code == 0
        assert "re-typed" not in ran.out
        assert "certainty" not in ran.out
        assert "re-coded: opening-hours raises visits → opening-hours raises visits (main)" in ran.out
        assert "broken.yaml:31:11: error[AM115]" in ran.err
        assert "broken.yaml:35:16: error[AM115]" in ran.err
        assert ran.err.endswith("argmap: what could not be read was left out of the difference\n")
        data = json.loads(run("old.yaml", "broken.yaml", "--format", "json").out)
        assert [d["place"]["line"] for d in data["unread"]] == [31, 35]

    def test_a_statement_or_source_that_is_broken_as_a_whole_makes_no_difference(self, run: Run) -> None:
        statements = "  a: {text: One., because: [b]}\n  b: {text: Two.}\n"
        one = f"argmap: 1\nid: m\nsources: {{s: {{title: S}}}}\nstatements:\n{statements}"
        Path("one.yaml").write_text(one, encoding="utf-8")
        self.write(("{text: Two.}", "nothing"), ("{title: S}", "{titel: S}"), ("One", "Two"), of="one.yaml")
        ran = run("one.yaml", "broken.yaml")
        assert ran.code == 0
        assert ran.out.startswith("1 statement reworded\n\n~ a  broken.yaml:5\n")
        assert run("broken.yaml", "broken.yaml").out == ""

    def test_a_broken_field_of_the_map_makes_no_difference(self, run: Run) -> None:
        self.write(("coverage: complete", "coverage: full"), ("date: 2024-03-17", "dat: 2024-03-17"))
        ran = run("old.yaml", "broken.yaml")
        assert "coverage" not in ran.out
        assert "article" not in ran.out
        assert "title: [-Okoro on Sundays-]" in ran.out

    def test_what_the_other_version_has_not_stays_as_it_was_left(self, run: Run) -> None:
        one = "argmap: 1\nid: m\nstatements:\n  a: {text: One.}\n"
        Path("one.yaml").write_text(one, encoding="utf-8")
        Path("broken.yaml").write_text(one + "  b: {text: Two., type: clam}\n", encoding="utf-8")
        ran = run("one.yaml", "broken.yaml")
        assert ran.out == "1 statement added\n\n+ b  broken.yaml:5\n    added: premise: Two.\n"
        assert "broken.yaml:5:25: error[AM115]" in ran.err

    def test_a_broken_id_is_not_taken_for_another_map(self, run: Run) -> None:
        self.write(("id: okoro-2024", "id: Okoro 2024"))
        assert run("old.yaml", "broken.yaml").code == 0

    def test_a_codebook_that_is_not_there_is_left_out(self, run: Run) -> None:
        Path("library-2.codebook.yaml").unlink()
        ran = run("old.yaml", "new.yaml")
        assert ran.code == 0
        assert "codebook" not in ran.out
        assert "new.yaml:6:11: error[AM111]: 'library-2.codebook.yaml' cannot be read: there is no such file" in ran.err
        Path("library.codebook.yaml").unlink()
        assert "codebook" not in run("old.yaml", "new.yaml").out
        assert run("old.yaml", "old.yaml").out == ""

    def test_a_codebook_with_mistakes_is_left_out(self, run: Run) -> None:
        self.write(("kind: fact", "kind: fcat"), name="library-2.codebook.yaml", of="library-2.codebook.yaml")
        ran = run("old.yaml", "new.yaml")
        assert ran.code == 0
        assert "codebook" not in ran.out
        assert "library-2.codebook.yaml:12:77: error[AM115]" in ran.err

    def test_the_article_is_not_needed(self, run: Run) -> None:
        self.write(("date: 2024-03-17", "date: 2024-03-17, text: gone.txt"))
        ran = run("new.yaml", "broken.yaml")
        assert (ran.code, ran.err) == (0, "")
        assert "article.text: (none) → gone.txt" in ran.out

    @pytest.mark.parametrize("names", [("broken.yaml", "new.yaml"), ("old.yaml", "broken.yaml")])
    def test_what_cannot_be_read_at_all_is_an_error_with_its_place(self, run: Run, names: tuple[str, str]) -> None:
        self.write(("text: The town", 'text: "The town'))
        ran = run(*names)
        assert (ran.code, ran.out) == (2, "")
        assert "error[AM101]" in ran.err
        assert "broken.yaml:" in ran.err

    def test_a_codebook_with_mistakes_is_no_version(self, run: Run) -> None:
        self.write(("council: the", "Council: the"), of="library.codebook.yaml")
        ran = run("library.codebook.yaml", "broken.yaml")
        assert (ran.code, ran.out) == (2, "")
        assert "broken.yaml:4:3: error[" in ran.err

    def test_what_is_no_map_at_all_is_said_with_the_others_mistakes(self, run: Run) -> None:
        Path("list.yaml").write_text("- a\n", encoding="utf-8")
        ran = run("list.yaml", "list.yaml")
        assert (ran.code, ran.out) == (2, "")
        assert "list.yaml:1:1: error[AM102]" in ran.err


def test_a_map_against_nothing_is_all_new(run: Run) -> None:
    out = run("/dev/null", "old.yaml").out
    assert out.startswith("8 statements added, 5 fields changed\n\n~ map")
    assert run("old.yaml", "/dev/null").out.startswith("8 statements removed")
    assert run("/dev/null", "library.codebook.yaml").out.startswith("7 codebook entries added")
    assert run("library.codebook.yaml", "/dev/null").out.startswith("7 codebook entries removed")
