"""Problems as a terminal, a program and GitHub show them."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic, Position, Severity
from argmap.reporters.diagnostics_github import diagnostics_github
from argmap.reporters.diagnostics_json import diagnostics_json
from argmap.reporters.diagnostics_text import diagnostics_text, summary
from argmap.reporters.excerpt import excerpt
from argmap.reporters.left_out import LeftOut
from argmap.reporters.visible import visible
from argmap.typesetting import display_width

TYPO = Diagnostic(
    "AM201",
    "error",
    "no statement is called 'window-narowing'",
    ("statements", "visit", "because", 0),
    help="did you mean 'window-narrowing'?",
    file="maps/x.yaml",
    position=Position(24, 15, 24, 30),
    source="    because: [window-narowing]",
    instead="window-narrowing",
)
NO_THESIS = Diagnostic("AM303", "warning", "no statement is a thesis", ("statements",), file="maps/y.yaml")
BUILT = Diagnostic("AM211", "advice", "the map names no codebook")


def test_a_problem_is_shown_as_a_compiler_shows_it() -> None:
    assert diagnostics_text([TYPO, NO_THESIS, BUILT], files=3) == (
        "maps/x.yaml:24:15: error[AM201]: no statement is called 'window-narowing'\n"
        "  24 |     because: [window-narowing]\n"
        "     |               ^^^^^^^^^^^^^^^\n"
        "  help: did you mean 'window-narrowing'?\n"
        "\n"
        "maps/y.yaml: warning[AM303]: no statement is a thesis\n"
        "\n"
        "advice[AM211]: the map names no codebook\n"
        "\n"
        "1 error, 1 warning, 1 advice in 3 files\n"
    )


def test_warnings_that_say_one_thing_are_told_once_and_their_places_listed() -> None:
    def astray(key: str, line: int, severity: Severity = "warning", file: str = "x.yaml") -> Diagnostic:
        where, text = Position(line, 3, line, 4), f"  {key}: {{}}"
        return Diagnostic("AM304", severity, f"{key!r} reaches no thesis", help="name it", file=file, position=where,
                          source=text)  # fmt: skip

    three = [astray("u", 6), NO_THESIS, astray("v", 7), astray("w", 8), astray("o", 9, file="y.yaml")]
    assert diagnostics_text(three, files=2) == (
        "x.yaml:6:3: warning[AM304]: 'u' reaches no thesis\n"
        "  6 |   u: {}\n"
        "    |   ^\n"
        "  help: name it\n"
        "  also x.yaml:7:3: 'v' reaches no thesis\n"
        "  also x.yaml:8:3: 'w' reaches no thesis\n"
        "\n"
        "maps/y.yaml: warning[AM303]: no statement is a thesis\n"
        "\n"
        "y.yaml:9:3: warning[AM304]: 'o' reaches no thesis\n"
        "  9 |   o: {}\n"
        "    |   ^\n"
        "  help: name it\n"
        "\n"
        "5 warnings in 2 files\n"
    )
    for apart in ([astray("u", 6), astray("v", 7)], [astray(key, 6, "error") for key in "uvw"]):
        assert "also" not in diagnostics_text(apart, files=1)


def test_on_a_narrow_terminal_the_line_and_its_marks_still_fit() -> None:
    wide = replace(TYPO, position=Position(1234, 60, 1234, 90), source="x" * 40 + " because: [" + "y" * 60 + "]")
    shown = [line for line in diagnostics_text([wide], files=1, width=40).splitlines() if " |" in line]
    assert [display_width(line) <= 40 for line in shown] == [True, True]
    assert "^^^^" in shown[1]


def test_colour_changes_no_word() -> None:
    plain = diagnostics_text([TYPO, NO_THESIS], files=2)
    coloured = diagnostics_text([TYPO, NO_THESIS], files=2, color=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror[AM201]\x1b[0m" in coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[1;33m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


@pytest.mark.parametrize(
    ("diagnostics", "files", "said"),
    [
        ([], 1, "no problems in 1 file"),
        ([TYPO, TYPO, NO_THESIS], 3, "2 errors, 1 warning in 3 files"),
        ([NO_THESIS, NO_THESIS, BUILT, BUILT], 1, "2 warnings, 2 advice in 1 file"),
    ],
)
def test_the_last_line_counts(diagnostics: list[Diagnostic], files: int, said: str) -> None:
    assert summary(diagnostics, files=files) == said


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (LeftOut(), "no problems in 1 file"),
        (LeftOut(silenced=1), "no problems in 1 file; 1 silenced by comments"),
        (
            LeftOut(3, 2),
            "no problems in 1 file; 3 silenced by comments, 2 left out by options or settings",
        ),
    ],
)
def test_the_last_line_says_how_many_are_not_shown(left: LeftOut, said: str) -> None:
    assert summary([], files=1, left=left) == said
    assert diagnostics_text([BUILT], files=1, left=left).endswith(said.replace("no problems", "1 advice") + "\n")


def test_without_problems_nothing_is_said() -> None:
    assert diagnostics_text([], files=4) == ""


def at(start: int, end: int, *, end_line: int = 1) -> Position:
    return Position(1, start, end_line, end)


@pytest.mark.parametrize(
    ("source", "position", "line", "marks"),
    [
        ("id: a", at(5, 6), "id: a", "    ^"),
        ("id: a", at(5, 5), "id: a", "    ^"),
        ("id:", at(9, 12), "id:", "   ^"),
        ("key: value", at(6, 3, end_line=4), "key: value", "     ^^^^^"),
        ("\tid: a\tb", at(8, 9), "    id: a   b", "            ^"),
        ("東京: 大阪", at(5, 7), "東京: 大阪", "      ^^^^"),
        ("e\u0301t: a\u0308b", at(6, 9), "e\u0301t: a\u0308b", "    ^^"),
        ("a\x1b[2Jb: c", at(6, 7), "a␛[2Jb: c", "     ^"),
        ("\u202ebad: x", at(2, 5), "<U+202E>bad: x", "        ^^^"),
        ("", at(1, 1), "", "^"),
    ],
)
def test_the_place_is_underlined_in_the_columns_a_terminal_shows(
    source: str, position: Position, line: str, marks: str
) -> None:
    assert excerpt(source, position, width=80) == (line, marks)


@pytest.mark.parametrize(
    ("start", "end", "line", "marks"),
    [
        (1, 4, "012345678901234567…", "^^^"),
        (51, 54, "…567890123456789012…", "      ^^^"),
        (98, 101, "…234567890123456789", "                ^^^"),
        (41, 91, "…012345678901234567…", " ^^^^^^^^^^^^^^^^^^"),
    ],
)
def test_of_a_long_line_the_part_round_the_place_is_shown(start: int, end: int, line: str, marks: str) -> None:
    assert excerpt("0123456789" * 10, at(start, end), width=20) == (line, marks)


@given(st.text(alphabet="ab\t 東\x1b\u202e\u0301", max_size=300), st.integers(1, 320), st.integers(0, 320))
def test_an_excerpt_fits_and_its_marks_stay_under_it(source: str, column: int, length: int) -> None:
    line, marks = excerpt(source, at(column, column + length), width=40)
    assert display_width(line) <= 40
    assert marks.strip(" ").strip("^") == ""
    assert 1 <= marks.count("^") <= 40
    assert line.isprintable() or "\u0301" in line


def test_where_a_line_is_cut_at_an_ellipsis_of_its_own_one_is_enough() -> None:
    assert excerpt("text: … what it says to us", Position(1, 7, 1, 25), width=12) == ("… what it …", "^" * 10)


def test_of_a_file_without_lines_none_is_shown() -> None:
    d = Diagnostic("AM111", "error", "it cannot be read", (), file="gone.yaml", position=Position(1, 1, 1, 1))
    assert diagnostics_text([d], files=1) == "gone.yaml:1:1: error[AM111]: it cannot be read\n\n1 error in 1 file\n"


def test_a_map_on_one_endless_line_is_shown_at_once() -> None:
    line, marks = excerpt("x" * 3_000_000, at(1_500_000, 2_900_000), width=60)
    assert display_width(line) == 60
    assert marks.count("^") == 58


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("naïve 東京 👩‍💻", "naïve 東京 👩‍💻"),
        ("\x1b]0;x\x07", "␛]0;x␇"),
        ("a\nb\x7f\x9b", "a␊b␡<U+009B>"),
        ("a\u2028b\u200b\ufeff\udc80", "a<U+2028>b<U+200B><U+FEFF><U+DC80>"),
    ],
)
def test_nothing_from_a_file_acts_on_the_terminal_or_hides(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert (
        visible(diagnostics_text([Diagnostic("AM201", "error", text, file=text)], files=1).replace("\n", "")).count(
            shown
        )
        == 2
    )


def test_json_holds_everything_and_leaves_nothing_out() -> None:
    names = ["maps/x.yaml", "maps/y.yaml", "maps/z.yaml"]
    got = json.loads(diagnostics_json([TYPO, NO_THESIS], files=names, left=LeftOut(silenced=2)))
    assert got == {
        "version": 1,
        "files": ["maps/x.yaml", "maps/y.yaml", "maps/z.yaml"],
        "counts": {"error": 1, "warning": 1, "advice": 0},
        "left-out": {"comments": 2, "options-or-settings": 0},
        "diagnostics": [
            {
                "code": "AM201",
                "name": "unknown-statement",
                "severity": "error",
                "message": "no statement is called 'window-narowing'",
                "help": "did you mean 'window-narrowing'?",
                "file": "maps/x.yaml",
                "line": 24,
                "column": 15,
                "end-line": 24,
                "end-column": 30,
                "where": ["statements", "visit", "because", 0],
                "instead": "window-narrowing",
            },
            {
                "code": "AM303",
                "name": "no-thesis",
                "severity": "warning",
                "message": "no statement is a thesis",
                "help": None,
                "file": "maps/y.yaml",
                "line": None,
                "column": None,
                "end-line": None,
                "end-column": None,
                "where": ["statements"],
                "instead": None,
            },
        ],
    }


def test_json_can_always_be_written() -> None:
    assert "東京" in diagnostics_json([], files=["東京.yaml"])
    damaged = diagnostics_json([], files=["\udc80.yaml"])
    damaged.encode("utf-8")
    assert json.loads(damaged)["files"] == ["\udc80.yaml"]


def test_github_gets_one_command_for_each_problem() -> None:
    assert diagnostics_github([TYPO, NO_THESIS, BUILT]) == (
        "::error file=maps/x.yaml,line=24,col=15,endLine=24,endColumn=30,title=AM201 unknown-statement"
        "::no statement is called 'window-narowing'%0Adid you mean 'window-narrowing'?\n"
        "::warning file=maps/y.yaml,title=AM303 no-thesis::no statement is a thesis\n"
        "::notice title=AM211 missing-codebook::the map names no codebook\n"
    )


def test_github_gets_no_column_where_the_place_has_several_lines_and_no_raw_delimiter() -> None:
    d = Diagnostic(
        "AM105", "error", "100 %, a:b\r\nc", file="C:\\a,b%.yaml", position=Position(2, 3, 5, 1), source="irrelevant"
    )
    assert diagnostics_github([d]) == (
        "::error file=C%3A\\a%2Cb%25.yaml,line=2,endLine=5,title=AM105 wrong-type::100 %25, a:b%0D%0Ac\n"
    )
