"""What is offered when TAB is pressed: verbs, options, files that fit, and names that stand in the maps of the line."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from test_cli_verbs import DECLARED, all_modules_after

from argmap.cli import completing, glancing, main
from argmap.cli.app import VERBS
from argmap.cli.completion import SCRIPTS
from argmap.model.statement import CERTAINTIES, TYPES

MAP = """\
argmap: 1
id: lane
codebook: mill-road.codebook.yaml  # shared
sources:
  count-2023: {title: Riders on Mill Road, date: 2023}

# a comment
statements:
  build:
    type: thesis
    text: Build the lane.
    because: [safer]
  "safer": {text: "A lane, they say, makes riding safer.", type: claim}
  many-ride:
    quote: x
    at: ¶1
    text: Many ride.
"""
BOOK = """\
argmap-codebook: 1
id: mill-road
actors:
  council: the council
factors: {lane: Lane}
propositions:
  build-lane:
    text: Build it
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two maps of which one is broken, what belongs to them, and files of other kinds."""
    for name, text in {
        "lane.yaml": MAP,
        "broken.yml": "argmap: 1\nstatements:\n  half: {text: [Written\n  more:\n",
        "mill-road.codebook.yaml": BOOK,
        "maps/other.yaml": MAP,
        "a-b.sssom.tsv": "",
        "mine.toml": "",
        "notes.txt": "",
        ".hidden.yaml": MAP,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> "Offered":
    return Offered(monkeypatch, capsys)


class Offered:
    """Asks as the scripts ask: the line up to the cursor."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def described(self, line: str) -> list[str]:
        self.monkeypatch.setenv("_ARGMAP_COMPLETE", "complete_fish")
        self.monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        self.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        assert main([]) == 0
        out, err = self.capsys.readouterr()
        assert err == ""
        return [offer for offer in out.splitlines() if offer]

    def __call__(self, line: str) -> list[str]:
        return [offer.partition("\t")[0] for offer in self.described(line)]


YAML = ["broken.yml", "lane.yaml", "maps/", "mill-road.codebook.yaml"]
OFFERS = {
    "argmap ": list(VERBS),
    "argmap che": ["check"],
    "argmap align ": ["suggest", "review", "check"],
    "argmap check --fo": ["--format"],
    "argmap check --format ": ["text", "json", "github", "sarif"],
    "argmap check ": YAML,
    "argmap check lane.yaml ": YAML,
    "argmap check l": ["lane.yaml"],
    "argmap check maps/": ["maps/other.yaml"],
    "argmap check ./l": ["./lane.yaml"],
    "argmap check .h": [".hidden.yaml"],
    "argmap check nowhere/": [],
    "argmap compare ": YAML,
    "argmap diff ": YAML,
    "argmap show ": YAML,
    "argmap reliability ": YAML,
    "argmap align check ": ["a-b.sssom.tsv", "maps/"],
    "argmap align check a-b.sssom.tsv l": ["lane.yaml"],
    "argmap align suggest l": ["lane.yaml"],
    "argmap compare lane.yaml --alignment ": ["a-b.sssom.tsv", "maps/"],
    "argmap new --from no": ["notes.txt"],
    "argmap new ": ["codebook"],
    "argmap check -o": [],
    "argmap show lane.yaml -o n": ["notes.txt"],
    "argmap draw lane.yaml --focus ": ["build", "safer", "many-ride"],
    "argmap draw lane.yaml --focus b": ["build"],
    "argmap draw maps/other.yaml --focus s": ["safer"],
    "argmap draw broken.yml --focus ": ["half", "more"],
    "argmap draw none.yaml --focus ": [],
    "argmap draw --focus ": [],
    "argmap compare lane.yaml --about ": ["council", "build-lane", "lane"],
    "argmap compare lane.yaml --explain ": ["role:council", "stance:build-lane", "explanation:lane"],
    "argmap compare lane.yaml --explain stance:b": ["stance:build-lane"],
    "argmap draw --theme ": ["light", "dark", "print"],
    "argmap draw --theme m": ["mine.toml", "maps/"],
    "argmap draw --lang ": ["en", "de", "es", "fr", "ja", "ko", "zh"],
    "argmap draw --paper a4": ["a4", "a4-portrait"],
    "argmap draw --view b": ["butterfly"],
    "argmap explain AM40": [f"AM40{n}" for n in range(1, 10)],
    "argmap check --select AM4": ["AM4", *(f"AM40{n}" for n in range(1, 10))],
    "argmap check --ignore AM309": ["AM309"],
    "argmap rename b": ["build", "build-lane"],
    "argmap draw lane.yaml --focus=b": ["build"],
    "argmap draw --theme=l": ["light"],
    "argmap show lane.yaml --type c": ["claim"],
    "argmap show lane.yaml --certainty ": ["possible", "likely", "asserted"],
    "argmap show lane.yaml --voice ": ["author", "reported", "council"],
    "argmap show lane.yaml --source ": ["count-2023"],
    "argmap completion ": ["bash", "zsh", "fish", "powershell"],
    "argmap schema c": ["codebook", "changes"],
}


@pytest.mark.parametrize(("line", "expected"), OFFERS.items(), ids=list(OFFERS))
def test_what_fits_is_offered(line: str, expected: list[str], offered: Offered) -> None:
    assert sorted(offered(line)) == sorted(expected)


def test_names_are_offered_with_what_they_stand_for(offered: Offered) -> None:
    assert offered.described("argmap draw lane.yaml --focus ") == [
        "build\tBuild the lane.",
        "safer\tA lane, they say, makes riding safer.",
        "many-ride\tMany ride.",
    ]
    assert offered.described("argmap explain AM201") == ["AM201\tunknown-statement"]


def test_what_a_name_stands_for_is_cut_and_shows_no_control_characters(folder: Path, offered: Offered) -> None:
    text = "\x1b[31mred\t" + "word " * 40
    (folder / "odd.yaml").write_text(f"statements:\n  a:\n    text: {text}\n", encoding="utf-8")
    (said,) = offered.described("argmap draw odd.yaml --focus ")
    assert said == "a\t[31mred word word word word word word word word w…"


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00", b"{" * 10_000, b"", b"statements: " + b"[" * 10_000, b"codebook: " + b"x" * 9000 + b"\n"],
)
def test_a_file_that_cannot_be_read_offers_nothing_and_says_nothing(
    content: bytes, folder: Path, offered: Offered
) -> None:
    (folder / "odd.yaml").write_bytes(content)
    assert offered("argmap draw odd.yaml --focus ") == []
    assert offered("argmap compare odd.yaml --about ") == []


def test_nothing_that_goes_wrong_is_shown(offered: Offered, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> str:
        raise RuntimeError(path)

    monkeypatch.setattr(glancing, "text_of", fail)
    assert offered("argmap draw lane.yaml --focus ") == []


def test_only_as_much_as_is_quick_is_looked_over(folder: Path, offered: Offered) -> None:
    (folder / "large.yaml").write_text(MAP + "#" * 3_000_000 + "\nfactors:\n  late: Late\n", encoding="utf-8")
    assert offered("argmap compare large.yaml --about late") == []


def declared() -> list[tuple[str, list[str]]]:
    """Every verb, also those of `align`, with the names of its options and arguments."""
    from importlib import import_module

    found = []
    for verb in DECLARED:
        command = typer.main.get_command(import_module(f"argmap.cli.verbs.{verb}").app)
        for name, one in (getattr(command, "commands", None) or {"": command}).items():
            names = [n for p in one.params for n in (*p.opts, getattr(p, "metavar", None) or "")]
            found.append((f"{verb} {name}".strip(), names))
    return found


def test_every_source_is_that_of_an_option_or_argument() -> None:
    known = {name for verb, names in declared() for bare in names for name in (bare, f"{verb} {bare}")}
    assert set(completing.SOURCES) - known == set()


def test_every_argument_that_is_a_file_has_a_source() -> None:
    files = [
        (verb, name)
        for verb, names in declared()
        for name in names
        if name in ("MAP", "FILE", "OLD NEW", "A", "B", "MAP MAP...", "--alignment", "--theme", "--focus", "--about")
    ]
    assert files
    assert [(verb, name) for verb, name in files if not ({name, f"{verb} {name}"} & set(completing.SOURCES))] == []


def test_completing_loads_nothing_that_checks_compares_or_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_ARGMAP_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "argmap show lane.yaml -o ")
    loaded = all_modules_after()
    heavy = {f"argmap.{room}" for room in ("api", "facade", "checks", "comparison", "layout", "formats", "renderers")}
    assert loaded & {*heavy, "yaml", "graphviz", "rapidfuzz"} == set()


@pytest.mark.parametrize("shell", list(SCRIPTS))
def test_a_script_says_first_where_to_put_it(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (SCRIPTS[shell], "")  # type: ignore[index]
    assert f"argmap completion {shell}" in "".join(out.splitlines(keepends=True)[:3])


def test_a_shell_that_is_not_known_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "SHELL: 'tcsh' is not one of 'bash', 'zsh', 'fish', 'powershell'" in capsys.readouterr().err


def test_powershell_asks_in_its_own_way(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """PowerShell itself is seldom at hand; the variables are those that its script sets."""
    for line, word, expected in (
        ("argmap ch", "ch", "check:::Find what is wrong in maps and codebooks, and where.\n"),
        ("argmap draw lane.yaml --focus m", "m", "many-ride:::Many ride.\n"),
        ("argmap show l", "l", "lane.yaml::: \n"),
    ):
        monkeypatch.setenv("_ARGMAP_COMPLETE", "complete_powershell")
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", word)
        assert main([]) == 0
        assert capsys.readouterr() == (expected, "")


ONE_LINE = """\
argmap: 1
codebook: {id: b, actors: {council: {name: The council, aliases: [X]}}, factors: {lane: [no text]}}
statements: {build: {type: thesis, text: Build it}, 'safer': Safer}
sources:
  survey: {title: The survey}
"""


@pytest.mark.parametrize("name", ["flow.yaml", "my map.yaml", "it's one.yaml"])
@pytest.mark.parametrize("quoted", [shlex.quote, lambda name: re.sub(r"([ '])", r"\\\1", name)])
def test_names_of_sections_on_one_line_are_offered_and_of_files_with_blanks_and_quotes(
    name: str, quoted: Callable[[str], str], folder: Path, offered: Offered
) -> None:
    (folder / name).write_text(ONE_LINE, encoding="utf-8")
    assert offered.described(f"argmap draw {quoted(name)} --focus ") == ["build\tBuild it", "safer\tSafer"]
    assert offered.described(f"argmap compare {quoted(name)} --about ") == ["council\tThe council", "lane"]
    assert offered.described(f"argmap show {quoted(name)} --source ") == ["survey\tThe survey"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('\ufeff{"argmap": 1, "statements": {"build": {"text": "Build it"}}}', ["build\tBuild it"]),
        ("statements: {build: {text: [Half\n", []),
        ("statements: {build: {text: " + "[" * 20_000 + "\n", []),
        ("statements: {build: {}}\n" + "#" * 300_000, []),
        ("{a: b}", []),
        ("{", []),
        ("statements:\n  build:\n    text: >-\n\n      Folded\n      words\n", ["build\tFolded"]),
        ("statements:\n  build: |\n    Words\n  more:\n", ["build\tWords", "more"]),
        ("statements:\n  build:\n    text: >\nsources: {}\n", ["build"]),
    ],
)
def test_what_can_be_told_of_a_text_is_offered(text: str, expected: list[str], folder: Path, offered: Offered) -> None:
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    assert offered.described("argmap draw x.yaml --focus ") == expected


def test_the_words_of_statements_are_those_of_the_model() -> None:
    assert (completing.TYPES, completing.CERTAINTIES) == (TYPES, CERTAINTIES)
