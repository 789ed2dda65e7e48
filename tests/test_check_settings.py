"""The settings of a project: where they are found, what they do, and what is said of mistakes in them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from forbidden import forbid

from argmap import files
from argmap.cli import main
from argmap.codes.selecting import Selection
from argmap.errors import InvalidMap
from argmap.facade.settings import InForce, ProjectSettings
from argmap.formats.settings_file import Settings, has_settings, read_settings

CASES = Path(__file__).parent / "cases" / "AM120"
WARNED = """\
argmap: 1
id: ID
codebook: {argmap-codebook: 1, id: book}
statements:
  lane: {type: thesis, text: High Street needs a bus lane., label: A label of many more words than will fit in a box}
  astray: {text: Cats sleep most of the day.}
"""

Told = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    for name in ("one.yaml", "drafts/two.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WARNED.replace("ID", Path(name).stem), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    def call(*argv: str, code: int = 0) -> list[tuple[str, str]]:
        assert main(["check", *argv]) == code
        return re.findall(r"([a-z]+\.yaml):\d+:\d+: \w+\[(AM\d+)\]", capsys.readouterr().out)

    return call


ALL = [("one.yaml", "AM501"), ("one.yaml", "AM304"), ("two.yaml", "AM501"), ("two.yaml", "AM304")]
BOTH = ("one.yaml", "drafts/two.yaml")


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        ("", ALL),
        ('ignore = ["AM304"]', [ALL[0], ALL[2]]),
        ('select = ["AM3", "AM4"]', [ALL[1], ALL[3]]),
        ('[per-file-ignores]\n"drafts/*" = ["unattached"]', ALL[:3]),
        ('[per-file-ignores]\n"*.yaml" = ["AM5"]\n"d*s/t?o.yaml" = ["AM304"]', [ALL[1]]),
        ('ignore = ["AM5"]\n[per-file-ignores]\n"o*" = ["AM304"]', [ALL[3]]),
    ],
)
def test_settings_choose_what_is_told(settings: str, left: list[tuple[str, str]], project: Path, told: Told) -> None:
    (project / "argmap.toml").write_text(settings, encoding="utf-8")
    assert told(*BOTH) == left
    assert told("--no-settings", *BOTH) == ALL
    heading = settings.replace("[per-file-ignores]", "[tool.argmap.per-file-ignores]")
    (project / "argmap.toml").unlink()
    (project / "pyproject.toml").write_text(f"[tool.argmap]\n{heading}\n", encoding="utf-8")
    assert told(*BOTH) == left


def test_strict_settings_fail_for_warnings_of_their_files_only(project: Path, told: Told) -> None:
    (project / "drafts" / "argmap.toml").write_text("strict = true", encoding="utf-8")
    told("one.yaml", code=0)
    told("drafts/two.yaml", code=1)
    told(*BOTH, code=1)
    told("drafts/two.yaml", "--ignore", "AM304", code=0)
    told("drafts/two.yaml", "--no-settings", code=0)


def test_options_go_before_settings_or_are_added(project: Path, told: Told) -> None:
    (project / "argmap.toml").write_text('select = ["AM5"]\nignore = ["AM304"]', encoding="utf-8")
    assert told("one.yaml") == [ALL[0]]
    assert told("one.yaml", "--select", "AM3,AM5") == [ALL[0]]
    assert told("one.yaml", "--ignore", "AM501") == []
    (project / "argmap.toml").write_text('select = ["AM5"]', encoding="utf-8")
    assert told("one.yaml", "--select", "AM3") == [ALL[1]]


def test_settings_switch_teaching_on(project: Path) -> None:
    (project / "argmap.toml").write_text("teach = true", encoding="utf-8")
    assert ProjectSettings().of("one.yaml") == InForce(Selection(teach=True))
    assert ProjectSettings().of(str(project / "drafts" / "two.yaml")).selection == Selection(teach=True)
    assert ProjectSettings(read=False).of("one.yaml") == InForce()


def test_what_settings_leave_out_is_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "argmap.toml").write_text('ignore = ["AM304"]', encoding="utf-8")
    assert main(["check", *BOTH]) == 0
    assert capsys.readouterr().out.endswith("2 advice in 2 files; 2 left out by options or settings\n")
    assert main(["check", *BOTH, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["left-out"] == {"comments": 0, "options-or-settings": 2}


class TestWhereTheyAreFound:
    def test_the_nearest_counts_and_a_repository_is_the_end(self, project: Path) -> None:
        (project / "argmap.toml").write_text("strict = true", encoding="utf-8")
        assert files.find_settings(project / "drafts") == files.find_settings(Path("drafts/../drafts"))
        assert ProjectSettings().of("drafts/two.yaml").strict
        (project / "drafts" / "argmap.toml").write_text("", encoding="utf-8")
        assert not ProjectSettings().of("drafts/two.yaml").strict
        (project / "drafts" / "argmap.toml").unlink()
        (project / "drafts" / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
        assert files.find_settings(project / "drafts") is None

    def test_of_two_in_one_folder_the_own_file_counts(self, project: Path) -> None:
        (project / "pyproject.toml").write_text("[tool.argmap]\nstrict = true\n", encoding="utf-8")
        assert ProjectSettings().of("one.yaml").strict
        (project / "argmap.toml").write_text("teach = true\n", encoding="utf-8")
        assert ProjectSettings().of("one.yaml") == InForce(Selection(teach=True), strict=False)

    def test_a_pyproject_without_a_table_for_argmap_is_passed_over(self, project: Path) -> None:
        (project / "argmap.toml").write_text("strict = true", encoding="utf-8")
        for text in ("", "[project]\ndependencies = ['argmap']\n", "[tool]\n", "argmap = [", "\0"):
            (project / "drafts" / "pyproject.toml").write_text(text, encoding="utf-8")
            assert ProjectSettings().of("drafts/two.yaml").strict
        (project / "drafts" / "pyproject.toml").write_bytes(b"[tool.argmap]\n# caf\xe9\n")
        assert ProjectSettings().of("drafts/two.yaml").strict, "it is not argmap's to judge"

    def test_standard_input_has_those_of_the_current_folder(self, project: Path) -> None:
        (project / "argmap.toml").write_text("strict = true", encoding="utf-8")
        assert ProjectSettings().of("-").strict
        assert ProjectSettings().of("<stdin>").strict

    def test_a_codebook_has_those_of_its_own_folder(self, project: Path, told: Told) -> None:
        book = "argmap-codebook: 1\nid: b\npropositions: {warm: {text: It is warm., contrary: [cold, cold]},"
        (project / "shared").mkdir()
        (project / "shared" / "book.yaml").write_text(f"{book} cold: {{text: It is cold.}}}}\n", encoding="utf-8")
        text = WARNED.replace("{argmap-codebook: 1, id: book}", "shared/book.yaml").replace("ID", "one")
        (project / "one.yaml").write_text(text, encoding="utf-8")
        told_before = told("one.yaml")
        assert [code for name, code in told_before if name == "book.yaml"] == ["AM311"]
        (project / "shared" / "argmap.toml").write_text('ignore = ["AM311"]', encoding="utf-8")
        assert told("one.yaml") == [pair for pair in told_before if pair[0] == "one.yaml"]


def test_mistakes_in_settings_are_told_with_their_places_and_nothing_is_checked(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "argmap.toml").write_text("strict = true\nignroe = []\n", encoding="utf-8")
    (project / "drafts" / "argmap.toml").write_text("teach = 1\n", encoding="utf-8")
    assert main(["check", *BOTH]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "argmap.toml:2:1: error[AM120]: there is no setting 'ignroe'\n"
        "  2 | ignroe = []\n"
        "    | ^^^^^^\n"
        "  help: did you mean 'ignore'?\n"
        "\n"
        f"{Path('drafts/argmap.toml')}:1:9: error[AM120]: 'teach' is 1\n"
        "  1 | teach = 1\n"
        "    |         ^\n"
        "  help: write true or false\n"
        "\n"
        "2 errors in 2 files\n"
    )
    assert main(["check", "--no-settings", *BOTH]) == 0
    with pytest.raises(InvalidMap):
        ProjectSettings().of("one.yaml")


def test_settings_that_cannot_be_read_are_not_passed_over(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "argmap.toml").write_text("", encoding="utf-8")
    forbid(monkeypatch, project / "argmap.toml")
    with pytest.raises(InvalidMap, match="permission"):
        ProjectSettings().of("one.yaml")


def test_settings_in_another_encoding_are_refused_with_the_place(project: Path) -> None:
    (project / "argmap.toml").write_bytes(b"# caf\xe9\n")
    with pytest.raises(InvalidMap) as caught:
        ProjectSettings().of("one.yaml")
    assert [(d.code, d.file, d.position and d.position.column) for d in caught.value.diagnostics] == [
        ("AM111", "argmap.toml", 6)
    ]


def test_the_case_on_disk_has_every_mistake_and_the_good_one_none() -> None:
    bad = (CASES / "bad.toml").read_text(encoding="utf-8")
    expected = [line.removeprefix("# expect: ") for line in bad.splitlines() if line.startswith("# expect: ")]
    found = read_settings(bad, "bad.toml")
    assert found.value is None
    told = [f"{d.position.line}:{d.position.column} {d.message} ({d.help})" for d in found.diagnostics if d.position]
    assert told == expected
    assert {d.code for d in found.diagnostics} == {"AM120"}
    good = (CASES / "good.toml").read_text(encoding="utf-8")
    assert read_settings(good, "good.toml").value == Settings(
        select=("AM2", "AM3", "long-label"),
        ignore=("AM211",),
        teach=True,
        strict=True,
        per_file=(("drafts/*.yaml", ("AM3", "AM404")),),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignore = [", "AM120 invalid value"),
        ("per-file-ignores = 3", "AM120 'per-file-ignores' is 3, not a table"),
        ("ignore = {}", "AM120 'ignore' is a table, not a list of codes"),
        ("ignore = [['AM3']]", "AM120 a list is no code"),
        (f"teach = '{'x' * 90}'", f"AM120 'teach' is '{'x' * 59}'…"),
        ("x" * 200_000, "AM120 the file is larger than 100 kB"),
        ("a" * 2_000, "AM120 a line of 2000 characters"),
    ],
)
def test_whatever_is_no_setting_is_told_as_a_mistake_in_settings(text: str, said: str) -> None:
    (found,) = read_settings(text, "argmap.toml").diagnostics
    assert f"{found.code} {found.message}".replace("the file is no TOML: ", "").startswith(said)
    assert found.help


def test_a_long_line_of_somebody_else_does_no_harm() -> None:
    text = f'[project]\ndescription = "{"x" * 5_000}"\n[tool.argmap]\nstrict = true\n'
    assert has_settings(text)
    assert read_settings(text, "pyproject.toml").value == Settings(strict=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tool.argmap = 3", "1:15 the settings are no table"),
        ("[tool.argmap]\nignroe = []", "2:1 there is no setting 'ignroe'"),
        ("[tool.argmap\n", "1:13 the file is no TOML"),
    ],
)
def test_mistakes_in_a_pyproject_have_their_places_too(text: str, said: str) -> None:
    assert has_settings(text)
    (found,) = read_settings(text, "some/pyproject.toml").diagnostics
    assert found.position
    assert f"{found.position.line}:{found.position.column} {found.message}".startswith(said)


@pytest.mark.parametrize(
    ("pattern", "help_"),
    [
        ("drafts/", "write 'drafts/*', a path from the folder of this file"),
        ("./drafts/*", "write 'drafts/*', a path from the folder of this file"),
        (r"drafts\\*", "write 'drafts/*', a path from the folder of this file"),
        ("./", "write '*', a path from the folder of this file"),
        (" ", "write '*', a path from the folder of this file"),
        ("../maps/*", "name a path from the folder of this file, or below it"),
        ("/home/maps/*", "name a path from the folder of this file, or below it"),
    ],
)
def test_a_pattern_that_fits_no_file_would_silently_do_nothing(pattern: str, help_: str) -> None:
    reading = read_settings(f'[per-file-ignores]\n"{pattern}" = ["AM304"]\n', "argmap.toml")
    assert reading.value is None
    [d] = reading.diagnostics
    assert d.position is not None
    assert (d.code, d.position.line, d.position.column, d.help) == ("AM120", 2, 1, help_)
    assert d.message.startswith("no file fits '")


def test_what_is_left_out_of_a_codebook_with_two_names_counts_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "maps").mkdir()
    monkeypatch.chdir(tmp_path / "maps")
    Path("b.yaml").write_text("argmap-codebook: 1\nid: b\nactors: {x: {name: X, aliases: [Y, Y]}}\n", encoding="utf-8")
    for name in "mn":
        text = f"argmap: 1\nid: {name}\ncodebook: ../maps/b.yaml\nstatements:\n  a: {{type: thesis, text: A.}}\n"
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    for names in (("m.yaml", "n.yaml"), ("m.yaml", "./b.yaml"), ("b.yaml",)):
        assert main(["check", "--ignore", "AM311", "--format", "json", *names]) == 0
        found = json.loads(capsys.readouterr().out)
        assert (found["diagnostics"], found["left-out"]) == ([], {"comments": 0, "options-or-settings": 1})


@pytest.mark.parametrize(
    ("line", "help_"),
    [
        ("strict = yes", "write `strict = true`"),
        ("teach=No # not yet", "write `teach = false`"),
        (
            "strict = maybe",
            'a line reads: ignore = ["AM304"]; `argmap check --no-settings` does without the file',
        ),
    ],
)
def test_a_switch_in_a_word_of_a_persons_own_is_told_as_toml_writes_it(line: str, help_: str) -> None:
    (found,) = read_settings(f"{line}\n", "argmap.toml").diagnostics
    assert (found.code, found.help) == ("AM120", help_)
