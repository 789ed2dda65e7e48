"""What the command line says of itself and of what it does not understand: no library speaks through it."""

import re
from pathlib import Path

import pytest

from argmap.cli import main
from argmap.cli.app import VERBS

CASES = Path(__file__).parent / "golden" / "mill-road"
RUIZ, PATEL = str(CASES / "ruiz.yaml"), str(CASES / "patel.yaml")


@pytest.mark.parametrize("words", [[verb] for verb in VERBS] + [["align", v] for v in ("suggest", "review", "check")])
def test_a_usage_line_has_no_braces_and_no_doubled_brackets(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--help"]) == 0
    usage = capsys.readouterr().out.partition("\n\n")[0]
    assert usage.startswith(f"Usage: argmap {' '.join(words)} [OPTIONS]")
    assert not re.search(r"[{}]|\[\[|\.{4}", usage)


@pytest.mark.parametrize(
    ("words", "usage"),
    [
        (["compare"], "MAP..."),
        (["diff"], "OLD NEW"),
        (["new"], "[codebook] [TITLE]"),
        (["explain"], "[CODE]"),
        (["reliability"], "MAP MAP..."),
        (["align", "suggest"], "A B"),
    ],
)
def test_arguments_stand_plainly_in_the_usage_line(
    words: list[str], usage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([*words, "--help"])
    assert capsys.readouterr().out.startswith(f"Usage: argmap {' '.join(words)} [OPTIONS] {usage}\n")


@pytest.mark.parametrize(
    "words",
    [
        ["compare", "a", "b", "--format", "rolls"],
        ["compare", "a", "b", "--view", "rolls"],
        ["draw", "a", "--level", "rolls"],
        ["check", "a", "--format", "rolls"],
        ["reliability", "a", "b", "--format", "rolls"],
        ["align", "suggest", "a", "b", "--format", "rolls"],
        ["schema", "rolls"],
    ],
)
def test_a_value_that_is_none_of_the_choices_is_refused_without_naming_a_library(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    said = capsys.readouterr().err
    assert "'rolls' is not one of '" in said
    assert "Value error" not in said


@pytest.mark.parametrize("about", ["build-lane", "build the Lane", "THE COUNCIL SHOULD BUILD"])
def test_findings_are_asked_for_by_key_or_by_words_of_a_name(about: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["compare", RUIZ, PATEL, "--format", "csv", "--about", "build-lane"])
    by_key = capsys.readouterr().out
    assert main(["compare", RUIZ, PATEL, "--format", "csv", "--about", about]) == 0
    assert capsys.readouterr().out == by_key


def test_an_alignment_among_the_maps_is_told_where_it_belongs(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ("check", "review"):
        assert main(["align", verb, RUIZ, "x.sssom.tsv", PATEL]) == 2
        said = capsys.readouterr().err
        assert "the alignment is named first, and its maps behind it; write x.sssom.tsv " in said


@pytest.mark.parametrize(
    ("about", "hint"),
    [
        ("fumes fell", "did you mean 'air', “Fumes fall”?"),
        ("", "known: air, build-lane, council, custom, lane-safer, survey-2024"),
    ],
)
def test_a_name_no_finding_has_is_answered_with_names_once_each(
    about: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", RUIZ, PATEL, "--about", about]) == 2
    assert capsys.readouterr().err == f"argmap: no finding is about {about!r}; {hint}\n"
