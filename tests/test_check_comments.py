"""Comments that silence problems, and what is said of those that do not; see the cases of AM118 and AM119, too."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.api import examine
from argmap.cli import main
from argmap.codes import problem
from argmap.diagnostics import Diagnostic, locate
from argmap.formats import read_document
from argmap.formats.ignoring import heed

HEAD = """\
argmap: 1
id: lane
codebook: {argmap-codebook: 1, id: book}
statements:
  lane: {type: thesis, text: High Street needs a bus lane.}
"""
LONG = "A label of many more words than will fit in a box"


def told(path: Path, text: str) -> list[tuple[int, str]]:
    path.write_bytes(text.encode("utf-8"))
    (found,) = examine([path])
    return [(d.position.line, d.code) for d in found.diagnostics if d.position]


@pytest.mark.parametrize(
    ("statements", "left"),
    [
        ("  a: {text: A.}", [(6, "AM304")]),
        ("  a: {text: A.} # argmap: ignore[AM304]", []),
        ("  a: {text: A.} # argmap: ignore[AM304] nobody takes it up", []),
        ("  a: {text: A.} # argmap: ignore[AM3, am501]\n", [(6, "AM119")]),
        (f"  a: {{text: A., label: {LONG}}} # argmap: ignore[unattached, AM5]", []),
        (f"  # argmap: ignore[AM304]\n  # argmap: ignore[AM501]\n\n  # more\n  a: {{text: A., label: {LONG}}}", []),
        ("  # argmap: ignore[AM304]\n  a:\n    text: A.\n  b: {text: B.}", [(9, "AM304")]),
        ("  # he doubts it # argmap: ignore[AM304]\n  a: {text: A.}", []),
        ("  # argmap ignores cats # argmap tells [AM304] of dogs\n  a: {text: A.} # argmap - a word", [(7, "AM304")]),
        # a comment speaks of its line, not of all that the statement on it holds
        (f"  a: # argmap: ignore[AM304, AM501]\n    text: A.\n    label: {LONG}", [(6, "AM119"), (8, "AM501")]),
        (f"  a: # argmap: ignore[AM304]\n    text: A.\n    label: {LONG}  # argmap: ignore[AM501]", []),
        ("  a: # argmap: ignore[AM304]\n    text: >\n      A # argmap: ignore[AM501]\n\n      b.", []),
        ("  a: # argmap: ignore[AM304]\n    text: |- # argmap: ignore[AM501]\n      A", [(7, "AM119")]),
        ("  a: {text: 'A # argmap: ignore[AM304]'}", [(6, "AM304")]),
        ('  a: {text: "A\n   # argmap: ignore[AM304]"}', [(6, "AM304")]),
        ("  a:\n    text: |\n      A\n    # argmap: ignore[AM304]\n  b: {text: B.}", [(6, "AM304")]),
        ("  a: {text: A.} # argmap: ignore[AM304]\r\n  b: {text: B.}\r\n", [(7, "AM304")]),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_comment_silences_what_begins_on_its_line(
    statements: str, left: list[tuple[int, str]], mark: str, tmp_path: Path
) -> None:
    assert told(tmp_path / "map.yaml", mark + HEAD + statements) == left


def test_errors_are_told_and_warnings_of_a_broken_map_are_silenced(tmp_path: Path) -> None:
    text = (
        HEAD + "  a: {text: A., because: [b]} # argmap: ignore[AM201]\n  c: {txt: C.} # argmap: ignore[AM304, AM501]\n"
    )
    assert told(tmp_path / "map.yaml", text) == [(6, "AM201"), (6, "AM118"), (7, "AM103")]


def test_nothing_is_said_of_comments_where_the_yaml_is_broken(tmp_path: Path) -> None:
    assert told(tmp_path / "map.yaml", HEAD + "  a: {text: 'A. # argmap: ignore[AM999]\n") == [(6, "AM101")]


def test_a_comment_is_not_idle_where_only_the_call_decides(tmp_path: Path) -> None:
    borrowed = "  a: # argmap: ignore[AM304]\n    text: A. # argmap: ignore[AM212, AM403]\n"
    assert told(tmp_path / "map.yaml", HEAD + borrowed) == []


def test_a_comment_for_advice_that_is_not_selected_is_not_idle(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(HEAD + "  a: {text: A.} # argmap: ignore[AM304]\n", encoding="utf-8")
    for options in ((), ("--ignore", "AM304"), ("--select", "AM119")):
        assert main(["check", str(path), "--strict", *options]) == 0
    assert capsys.readouterr().out == ""


BOOK = """\
argmap-codebook: 1
id: b
propositions:
  cold: {text: It is cold.}
  warm: {text: It is warm., contrary: [cold, cold]}"""


@pytest.mark.parametrize(
    ("comment", "codes", "silenced"),
    [
        ("", ["AM311"], 0),
        ("# argmap: ignore[AM311]", [], 1),
        ("# argmap: ignore[AM3l1]", ["AM311", "AM118"], 0),
    ],
)
def test_comments_in_a_codebook_hold_where_it_is_checked_and_where_a_map_names_it(
    comment: str, codes: list[str], silenced: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, one = tmp_path / "book.yaml", tmp_path / "one.yaml"
    one.write_text(HEAD.replace("{argmap-codebook: 1, id: book}", "book.yaml"), encoding="utf-8")
    book.write_text(f"{BOOK}  {comment}\n", encoding="utf-8")
    for names in ([book], [one], [one, book]):
        main(["check", "--format", "json", *map(str, names)])
        found = json.loads(capsys.readouterr().out)
        assert [(d["file"], d["code"]) for d in found["diagnostics"]] == [(str(book), code) for code in codes]
        assert found["left-out"]["comments"] == silenced


def test_what_is_silenced_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(HEAD + "  a: {text: A.} # argmap: ignore[AM304]\n  b: {text: B.}\n", encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out.endswith("\n1 warning in 1 file; 1 silenced by comments\n")


def test_a_text_without_such_a_comment_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read_document(HEAD.replace("High Street", "# argmapper: High Street"), "map.yaml")
    monkeypatch.setattr("argmap.formats.yaml_tree.grow", lambda text: pytest.fail("not needed"))
    assert heed((), reading).told == ()


def test_a_comment_of_any_length_is_told_briefly(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(f"{HEAD}# argmap: ignore[{'x' * 9_000}]\n# argmap: ignore {'x' * 9_000} AM304\n", encoding="utf-8")
    (found,) = examine([path])
    assert [(d.code, len(d.message) < 100) for d in found.diagnostics] == [("AM118", True)] * 2


def test_many_comments_speak_of_one_line(tmp_path: Path) -> None:
    comments = "  # argmap: ignore[AM304]\n" * 3_000
    text = f"{HEAD}{comments}  a: {{text: A.}}\n{comments}"
    found = told(tmp_path / "map.yaml", text)
    assert found == [(line, "AM119") for line in range(3_007, 6_007)]


@given(st.text(alphabet="#argmp: ino[]AM304,\n\t\"'{|>", max_size=60))
@example("# argmap: ignore[AM304]")
@example("#argmap:ignore")
@example("  a: |\n   # argmap: ignore[")
def test_whatever_stands_in_a_comment_only_warnings_are_silenced_and_all_is_placed(text: str) -> None:
    reading = read_document(f"{HEAD}  z: {{text: Z.}}\n# argmap: ignore[AM304]\n{text}\n", "map.yaml")
    given_ = locate((problem("AM201", "an error", ("statements",)), *reading.diagnostics), reading)
    found = heed(given_, reading)
    assert [d for d in found.told if d.severity == "error"] == [d for d in given_ if d.severity == "error"]
    assert {d.code for d in found.told} - {d.code for d in given_} <= {"AM118", "AM119"}
    own: list[Diagnostic] = [d for d in found.told if d not in given_]
    assert all(d.position and d.help and d.source == reading.line(d.position.line) for d in own)
