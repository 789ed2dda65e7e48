"""`argmap check --fix` and `--diff`: what is written, what is told, and what is left alone."""

import io
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from argmap import files
from argmap.cli import main
from argmap.errors import FileProblem
from argmap.facade import fixing

BROKEN = """\
# a map
id: bus-lane
statements:
  lane: {type: thesis, text: A lane: now, because: [late, late]}  # top
  late: {text: Buses are late.}
"""
MENDED = """\
# a map
argmap: 1
id: bus-lane
statements:
  lane: {type: thesis, text: 'A lane: now', because: [late]}  # top
  late: {text: Buses are late.}
"""
TOLD = """\
m.yaml:2:1: mended[AM104]: the map has no 'argmap' (add `argmap: 1`)
m.yaml:4:36: mended[AM101]: a ': ' inside a text in brackets reads as a second key (put the text in quotation marks)
m.yaml:4:59: mended[AM309]: reason 2 of 'lane' has the same premises as reason 1 (remove the second mention)
"""
WRONG_TYPE = "argmap: 1\nid: m\nstatements:\n  lane: {type: thesys, text: A lane: now}\n"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `argmap check` in an empty folder; what comes out keeps its line ends."""
    monkeypatch.chdir(tmp_path)

    def call(*argv: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(["check", *argv])
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return call


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.write_bytes(text.encode())
    return path


def test_what_can_be_mended_is_written_and_told(run: Run) -> None:
    path = write("m.yaml", BROKEN)
    assert run("--fix", "m.yaml") == Ran(0, "", TOLD)
    assert path.read_text(encoding="utf-8") == MENDED
    assert run("--fix", "m.yaml") == Ran(0, "", "")


def test_what_is_left_is_told_as_usual(run: Run) -> None:
    path = write("m.yaml", WRONG_TYPE)
    ran = run("--fix", "m.yaml")
    assert ran.code == 1
    assert "mended[AM101]" in ran.err
    assert ran.out.startswith("m.yaml:4:16: error[AM115]: 'thesys' is no 'type'\n")
    assert path.read_text(encoding="utf-8") == WRONG_TYPE.replace("A lane: now", "'A lane: now'")


def test_the_difference_is_shown_and_nothing_written(run: Run) -> None:
    path = write("m.yaml", BROKEN.rstrip("\n"))
    ran = run("--diff", "m.yaml")
    assert ran == Ran(
        1,
        """\
--- a/m.yaml
+++ b/m.yaml
@@ -1,5 +1,6 @@
 # a map
+argmap: 1
 id: bus-lane
 statements:
-  lane: {type: thesis, text: A lane: now, because: [late, late]}  # top
+  lane: {type: thesis, text: 'A lane: now', because: [late]}  # top
   late: {text: Buses are late.}
\\ No newline at end of file
""",
        "",
    )
    assert run("--fix", "--diff", "m.yaml") == ran
    assert path.read_text(encoding="utf-8") == BROKEN.rstrip("\n")


def test_lines_are_those_that_patch_counts(run: Run) -> None:
    odd = MENDED.replace("# a map", "# a \u2028 map\x85").replace("argmap: 1\n", "")
    write("m.yaml", odd)
    lines = run("--diff", "m.yaml").out.split("\n")
    assert lines[:5] == ["--- a/m.yaml", "+++ b/m.yaml", "@@ -1,4 +1,5 @@", " # a \u2028 map\x85", "+argmap: 1"]


def test_no_difference_is_nothing_and_exit_code_0(run: Run) -> None:
    write("m.yaml", MENDED)
    assert run("--diff", "m.yaml") == Ran(0, "", "")


def test_marks_line_ends_mode_and_the_end_of_the_file_stay(run: Run) -> None:
    path = write("m.yaml", "\ufeff" + BROKEN.rstrip("\n").replace("\n", "\r\n"))
    path.chmod(0o640)
    assert run("--fix", "m.yaml").code == 0
    assert path.read_bytes() == ("\ufeff" + MENDED.rstrip("\n").replace("\n", "\r\n")).encode()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_with_nothing_to_mend_is_not_touched(run: Run) -> None:
    path = write("m.yaml", MENDED)
    os.utime(path, ns=(1, 1))
    before = path.stat()
    assert run("--fix", "m.yaml") == Ran(0, "", "")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_standard_input_is_mended_to_standard_output(run: Run) -> None:
    ran = run("--fix", "-", stdin=BROKEN.replace("\n", "\r\n").encode())
    assert ran == Ran(0, MENDED.replace("\n", "\r\n"), TOLD.replace("m.yaml", "<stdin>"))


def test_what_is_left_of_standard_input_is_told_beside_the_product(run: Run) -> None:
    ran = run("--fix", "-", stdin=WRONG_TYPE.encode())
    assert (ran.code, ran.out) == (1, WRONG_TYPE.replace("A lane: now", "'A lane: now'"))
    assert "mended[AM101]" in ran.err
    assert "error[AM115]" in ran.err


def test_standard_input_without_a_map_is_given_back_as_it_is(run: Run) -> None:
    ran = run("--fix", "-", stdin=b"caf\xc3\xa9\n")
    assert (ran.code, ran.out) == (1, "café\n")
    assert "error[AM102]" in ran.err
    assert run("--diff", "-", stdin=b"") == Ran(0, "", "")


def test_bytes_that_are_no_text_stay_as_they_are(run: Run, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = Path("m.yaml")
    path.write_bytes(b"id: caf\xe9\n")
    ran = run("--fix", "m.yaml")
    assert (ran.code, ran.err) == (1, "")
    assert "error[AM111]" in ran.out
    assert path.read_bytes() == b"id: caf\xe9\n"


def test_standard_input_has_a_call_of_its_own(run: Run) -> None:
    path = write("m.yaml", BROKEN)
    ran = run("--fix", "-", "m.yaml", stdin=BROKEN.encode())
    assert (ran.code, ran.out) == (2, "")
    assert "'-' cannot be mended together with files; give it a call of its own" in ran.err
    assert path.read_text(encoding="utf-8") == BROKEN


def test_a_file_that_is_read_only_stays(run: Run) -> None:
    path = write("m.yaml", BROKEN)
    path.chmod(0o444)
    ran = run("--fix", "m.yaml")
    path.chmod(0o644)
    assert (ran.code, ran.err) == (2, "argmap: 'm.yaml' cannot be written: it is read-only\n")
    assert ran.out.startswith("m.yaml:4:36: error[AM101]: a ': ' inside a text in brackets")
    assert path.read_text(encoding="utf-8") == BROKEN


def test_a_file_that_somebody_changes_meanwhile_stays(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("m.yaml", BROKEN)
    once = fixing.mended

    def slowly(name: str, **options: object) -> fixing.MendedFile:
        found = once(name, **options)  # type: ignore[arg-type]
        path.write_text("their work", encoding="utf-8")
        return found

    monkeypatch.setattr("argmap.cli.check_fix.mended", slowly)
    ran = run("--fix", "m.yaml")
    assert ran.code == 2
    assert "'m.yaml' has been changed by somebody else meanwhile; nothing was written" in ran.err
    assert path.read_text(encoding="utf-8") == "their work"


def test_a_file_that_goes_away_meanwhile_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("m.yaml", BROKEN)

    def gone(name: str) -> bytes:
        raise FileProblem(f"{name!r} cannot be read: there is no such file")

    monkeypatch.setattr(files, "read_bytes", gone)
    assert run("--fix", "m.yaml") == Ran(2, "", "argmap: 'm.yaml' cannot be read: there is no such file\n")


def test_a_failed_write_leaves_the_file_and_no_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("m.yaml", BROKEN)

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    ran = run("--fix", "m.yaml")
    assert ran.code == 2
    assert "no space left on device" in ran.err
    assert path.read_text(encoding="utf-8") == BROKEN
    assert [p.name for p in Path().iterdir()] == ["m.yaml"]


def test_a_missing_file_is_told_and_the_others_are_mended(run: Run) -> None:
    path = write("m.yaml", BROKEN)
    ran = run("--fix", "m.yaml", "nowhere.yaml")
    assert ran.code == 2
    assert "there is no file 'nowhere.yaml'" in ran.err
    assert path.read_text(encoding="utf-8") == MENDED


def test_what_is_left_is_told_of_all_files_though_one_cannot_be_mended(run: Run) -> None:
    write("m.yaml", BROKEN).chmod(0o444)
    other = write("other.yaml", WRONG_TYPE)
    ran = run("--fix", "m.yaml", "other.yaml", "nowhere.yaml")
    Path("m.yaml").chmod(0o644)
    assert ran.code == 2
    assert "'m.yaml' cannot be written" in ran.err
    assert "m.yaml:4:36: error[AM101]" in ran.out
    assert "other.yaml:4:16: error[AM115]" in ran.out
    assert ran.out.endswith("2 errors in 2 files\n")
    assert other.read_text(encoding="utf-8") == WRONG_TYPE.replace("A lane: now", "'A lane: now'")


def test_a_missing_file_is_told_beside_the_difference(run: Run) -> None:
    write("m.yaml", MENDED)
    ran = run("--diff", "m.yaml", "nowhere.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no file 'nowhere.yaml'" in ran.err


def test_what_was_mended_is_told_where_it_stood(run: Run) -> None:
    """Three rounds: two broken lines, then what is only seen when the text can be read."""
    write(
        "m.yaml",
        "id: m\nstatements:\n  a: {type: thesis, text: One: two, because: [b]}\n"
        "  b:\n    text: Three: four\n    because: [c, c]\n  c: {text: !!str C.}\n",
    )
    ran = run("--fix", "m.yaml")
    assert [line.split("mended")[0] for line in ran.err.splitlines()] == [
        f"m.yaml:{place}: " for place in ("1:1", "3:30", "5:16", "6:18", "7:13")
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_no_file_that_could_be_mended(run: Run) -> None:
    os.mkfifo("pipe")
    ran = run("--fix", "pipe")
    assert ran.code == 2
    assert "'pipe' is no file that could be mended; name '-' to mend standard input" in ran.err


def test_a_codebook_is_mended_where_it_is_named_only(run: Run) -> None:
    book = write("town.yaml", "id: town\nactors: {council: The council}\n")
    good = MENDED.replace("statements:", "codebook: town.yaml\nstatements:")
    path = write("m.yaml", good.replace("argmap: 1\n", ""))
    assert run("--fix", "m.yaml").code == 1
    assert book.read_text(encoding="utf-8").startswith("id: town")
    assert path.read_text(encoding="utf-8") == good
    assert run("--fix", "m.yaml", "town.yaml").code == 0
    assert book.read_text(encoding="utf-8").startswith("argmap-codebook: 1\nid: town")


def test_what_is_not_told_is_not_mended(run: Run) -> None:
    text = (
        MENDED.replace("[late]", "[late]").replace("late.}", "late., sources: [s, s]}") + "sources: {s: {title: S}}\n"
    )
    path = write("m.yaml", text)
    assert run("--fix", "--ignore", "AM311", "m.yaml").code == 0
    assert path.read_text(encoding="utf-8") == text
    silenced = text.replace("[s, s]}", "[s, s]} # argmap: ignore[AM311]")
    path.write_text(silenced, encoding="utf-8")
    assert run("--fix", "m.yaml").code == 0
    assert path.read_text(encoding="utf-8") == silenced
    path.write_text(text, encoding="utf-8")
    assert run("--fix", "m.yaml").code == 0
    assert path.read_text(encoding="utf-8") == text.replace("[s, s]", "[s]")


def test_a_link_is_followed_not_replaced(run: Run) -> None:
    path = write("real.yaml", BROKEN)
    try:
        Path("m.yaml").symlink_to(path)
    except OSError:
        pytest.skip("no links on this system")
    assert run("--fix", "m.yaml").code == 0
    assert Path("m.yaml").is_symlink()
    assert path.read_text(encoding="utf-8") == MENDED


def test_the_json_of_what_is_left_stays_on_standard_output_alone(run: Run) -> None:
    write("m.yaml", BROKEN)
    ran = run("--fix", "--format", "json", "m.yaml")
    assert ran.err == TOLD
    assert '"problems": []' in ran.out or '"diagnostics": []' in ran.out
