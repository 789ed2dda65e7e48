"""The page on themes and languages says what holds: its tables, its examples, its messages."""

import re
from pathlib import Path

import pytest

from argmap.cli import main
from argmap.formats.theme_file import read_theme
from argmap.formats.words_file import read_words
from argmap.languages import words_in
from argmap.theme import THEME_NAMES, THEMES, TOKENS, colours_of
from argmap.theme.rules import APART, CONTRAST

PAGE = (Path(__file__).parents[1] / "docs" / "themes.md").read_text(encoding="utf-8")
THEME, WORDS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def test_the_table_has_every_colour_of_every_theme() -> None:
    rows = re.findall(r"^\| `([\w.]+)` \| [^|]+ \| (\S+) \| (\S+) \| (\S+) \|$", PAGE, re.MULTILINE)
    assert [row[0] for row in rows] == list(TOKENS)
    for i, name in enumerate(THEME_NAMES, start=1):
        written = {row[0]: "" if row[i] == "none" else row[i].strip("`") for row in rows}
        assert written == colours_of(THEMES[name])


def test_the_examples_have_nothing_wrong() -> None:
    theme = read_theme(THEME, "board.toml")
    assert theme.diagnostics == ()
    assert (theme.unwrap().ground, theme.unwrap().differ) == ("#0D2119", THEMES["dark"].differ)
    words = read_words(WORDS, "words.toml")
    assert words.diagnostics == ()
    assert words.unwrap().code == "fr-CA"
    assert words.unwrap()["map.because"] == "puisque" != words_in("fr")["map.because"]


def test_the_message_is_what_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text("argmap: 1\nid: a\nstatements:\n  t: {type: thesis, text: T.}\n", encoding="utf-8")
    Path("pale.toml").write_text('muted = "#999999"\n', encoding="utf-8")
    said = re.findall(r"\$ argmap draw a.yaml --theme pale.toml\n(.*?)```", PAGE, re.DOTALL)[0]
    assert main(["draw", "a.yaml", "--theme", "pale.toml"]) == 2
    assert capsys.readouterr().err.startswith(said)


def test_the_least_figures_are_those_that_are_held_to() -> None:
    assert f"| {CONTRAST['text']:g}:1 (WCAG 2.1, 1.4.3)" in PAGE
    assert f"| {CONTRAST['line']:g}:1 (WCAG 2.1, 1.4.11)" in PAGE
    assert f"| {APART:g} (CIEDE2000)" in PAGE
