"""`argmap diff` as git's driver and converter, in a real repository."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.cli import main, terminal

GIVEN = Path(__file__).parent / "golden" / "diff"
PAGE = Path(__file__).parents[1] / "docs" / "diff.md"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

Git = Callable[..., str]


def documented(start: str) -> list[str]:
    """The commands on the documentation's page that begin so."""
    found = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith(start)]
    assert found
    return found


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in a repository that holds a map and its codebook in a folder, with the driver set up as documented."""
    tools, home, repository = tmp_path / "tools", tmp_path / "home", tmp_path / "repository"
    for folder in (tools, home, repository / "maps"):
        folder.mkdir(parents=True)
    script = tools / "argmap"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.chdir(repository)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_PAGER": "cat",
        "LC_ALL": "C.UTF-8",
    }
    for name in ("NO_COLOR", "COLUMNS"):
        environment.pop(name, None)

    def call(*argv: str, folder: str = ".") -> str:
        ran = subprocess.run(
            ["git", *argv], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert (ran.returncode, ran.stderr) == (0, ""), ran.stderr
        return ran.stdout

    call("init", "-q", "-b", "main", ".")
    call("config", "user.name", "n")
    call("config", "user.email", "n@example.org")
    for line in documented("git config diff"):
        call(*shlex.split(line)[1:])
    for line in documented("echo"):
        subprocess.run(line, shell=True, check=True)
    for name in ("library.codebook.yaml", "library-2.codebook.yaml"):
        shutil.copy(GIVEN / name, "maps")
    shutil.copy(GIVEN / "old.yaml", "maps/okoro.yaml")
    Path("settings.yaml").write_text("colour: red\nsize: 1\n", encoding="utf-8")
    call("add", "-A")
    call("commit", "-q", "-m", "first")
    return call


def edit(name: str, old: str, new: str) -> None:
    text = Path(name).read_text("utf-8")
    assert old in text
    Path(name).write_text(text.replace(old, new), encoding="utf-8")


ONE_WORD = """\
argmap diff a/maps/okoro.yaml b/maps/okoro.yaml

1 statement reworded

~ students-need-quiet  b/maps/okoro.yaml:18
    reworded: Students have no other quiet place on a [-Sunday-]{+holiday+}.

"""


def one_word() -> None:
    edit("maps/okoro.yaml", "place on a Sunday", "place on a holiday")


def test_git_diff_shows_what_changed_wherever_it_is_called(git: Git) -> None:
    one_word()
    assert git("diff") == ONE_WORD
    assert git("diff", folder="maps") == ONE_WORD
    git("add", "-A")
    assert git("diff", "--cached") == ONE_WORD
    assert git("diff", "--no-ext-diff", "--no-textconv", "--cached", "--stat").count("okoro.yaml") == 1


def test_layout_and_comments_make_no_difference(git: Git) -> None:
    edit("maps/okoro.yaml", "# A first reading, on paper.\n", "\n\n")
    assert git("diff") == ""


def test_the_codebook_of_an_old_version_is_found_beside_the_path_in_the_repository(git: Git) -> None:
    edit("maps/okoro.yaml", "says: {holds: open-sundays}", "says: {denies: open-sundays}")
    out = git("diff")
    assert "stance on open-sundays “The library should open on Sundays”: holds → denies" in out
    assert "Not compared" not in out


def test_a_codebook_that_is_gone_does_not_stop_git(git: Git) -> None:
    one_word()
    Path("maps/library.codebook.yaml").unlink()
    out = git("diff", "maps/okoro.yaml")
    assert "reworded: Students have no other quiet place" in out
    assert "Not compared, since it could not be read:\n  a/maps/okoro.yaml:6:11: error[AM111]" in out


def test_log_and_show_with_the_driver(git: Git) -> None:
    one_word()
    git("commit", "-q", "-a", "-m", "second")
    assert git("log", "-p", "--ext-diff", "-1", "--format=%s") == f"second\n\n{ONE_WORD}"
    assert git("show", "--ext-diff", "--format=%s") == f"second\n\n{ONE_WORD}"
    assert git("diff", "HEAD~1") == ONE_WORD


def test_log_and_show_without_the_driver_compare_outlines(git: Git) -> None:
    one_word()
    git("commit", "-q", "-a", "-m", "second")
    for command in (("log", "-p", "-1"), ("show",), ("diff", "--no-ext-diff", "HEAD~1")):
        lines = git(*command).splitlines()
        assert [line.strip() for line in lines if line[:1] in ("+", "-") and line[:3] not in ("+++", "---")] == [
            "-   because Students have no other quiet place on a Sunday. ¶3 [students-need-quiet]",
            "+   because Students have no other quiet place on a holiday. ¶3 [students-need-quiet]",
        ]


def test_a_map_that_is_added_or_deleted(git: Git) -> None:
    shutil.copy("maps/okoro.yaml", "maps/other.yaml")
    git("add", "-A")
    out = git("diff", "--cached")
    assert out.startswith("argmap diff /dev/null b/maps/other.yaml\n\n8 statements added, 5 fields changed\n")
    git("commit", "-q", "-m", "second")
    git("rm", "-q", "maps/other.yaml")
    out = git("diff", "--cached")
    assert out.startswith("argmap diff a/maps/other.yaml /dev/null\n\n8 statements removed, 5 fields changed\n")


def test_a_map_that_is_renamed(git: Git) -> None:
    git("mv", "maps/okoro.yaml", "maps/ann-okoro.yaml")
    edit("maps/ann-okoro.yaml", "place on a Sunday", "place on a holiday")
    git("add", "-A")
    out = git("diff", "--cached", "-M")
    assert out.startswith("argmap diff a/maps/okoro.yaml b/maps/ann-okoro.yaml\nsimilarity index 9")
    assert "rename from maps/okoro.yaml\nrename to maps/ann-okoro.yaml\n" in out
    assert "~ students-need-quiet  b/maps/ann-okoro.yaml:18\n" in out


def test_a_codebook_is_compared_too_and_other_files_line_by_line(git: Git) -> None:
    edit("maps/library.codebook.yaml", "people who read", "people who like to read")
    edit("settings.yaml", "size: 1", "size: 2")
    assert (
        git("diff")
        == """\
argmap diff a/maps/library.codebook.yaml b/maps/library.codebook.yaml

1 codebook entry changed

~ actor readers  b/maps/library.codebook.yaml:5
    name: people who {+like to+} read

argmap diff a/settings.yaml b/settings.yaml
--- a/settings.yaml
+++ b/settings.yaml
@@ -1,2 +1,2 @@
 colour: red
-size: 1
+size: 2
"""
    )


def test_a_map_that_cannot_be_read_is_shown_line_by_line_with_the_reason(git: Git) -> None:
    edit("maps/okoro.yaml", "    text: Students", '    text: "Students')
    out = git("diff")
    assert out.startswith("argmap diff a/maps/okoro.yaml b/maps/okoro.yaml\nb/maps/okoro.yaml:")
    assert "error[AM101]" in out
    assert '\n+    text: "Students have' in out
    git("commit", "-q", "-a", "-m", "broken")
    assert '+    text: "Students have' in git("log", "-p", "-1", "--no-ext-diff")


def test_a_file_that_is_no_text_does_not_stop_git(git: Git) -> None:
    Path("maps/okoro.yaml").write_bytes(b"argmap: 1\n\xff\xfe\n")
    assert "b/maps/okoro.yaml:2:1: error[AM111]: the file is not UTF-8" in git("diff")
    git("commit", "-q", "-a", "-m", "second")
    assert "a/maps/okoro.yaml:2:1: error[AM111]: the file is not UTF-8" in git("diff", "HEAD", "HEAD~1")


def test_a_map_replaced_by_another_is_shown_all_the_same(git: Git) -> None:
    text = "argmap: 1\nid: new\nstatements: {a: {text: Buses are full.}}\n"
    Path("maps/okoro.yaml").write_text(text, encoding="utf-8")
    assert git("diff").splitlines()[2].startswith("1 statement added, 8 removed")


def test_a_file_in_conflict_is_named(git: Git) -> None:
    git("checkout", "-q", "-b", "side")
    edit("maps/okoro.yaml", "place on a Sunday", "place on a feast")
    git("commit", "-q", "-a", "-m", "side")
    git("checkout", "-q", "main")
    one_word()
    git("commit", "-q", "-a", "-m", "main")
    subprocess.run(["git", "merge", "-q", "side"], capture_output=True, check=False)
    assert git("diff", "--cached") == "argmap diff: maps/okoro.yaml has conflicts that are not resolved\n"
    assert "<<<<<<< HEAD" in git("diff")


def run_driver(*argv: str) -> int:
    return main(["diff", "--git", *argv])


def driver_call() -> list[str]:
    shutil.copy("maps/okoro.yaml", "copy.yaml")
    one_word()
    return ["maps/okoro.yaml", "copy.yaml", "abc", "100644", "maps/okoro.yaml", "def", "100644"]


def in_process(old: str, new: str, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """What the driver prints for two files, the path in the repository being that of the map."""
    modes = [["." if name == "/dev/null" else "abc", "." if name == "/dev/null" else "100644"] for name in (old, new)]
    assert run_driver("maps/okoro.yaml", old, *modes[0], new, *modes[1], *more) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def test_the_driver_by_itself(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = driver_call()[1], "maps/okoro.yaml"
    assert in_process(old, new, capsys) == ONE_WORD
    assert in_process(old, old, capsys) == ""
    assert in_process("/dev/null", new, capsys).startswith("argmap diff /dev/null b/maps/okoro.yaml\n\n8 statements")
    told = in_process(old, old, capsys, "maps/new.yaml", "similarity index 100%\nrename from a\n")
    assert told == "argmap diff a/maps/okoro.yaml b/maps/new.yaml\nsimilarity index 100%\nrename from a\n"
    Path("plain.yaml").write_text("a: 1\n", encoding="utf-8")
    assert in_process("/dev/null", "plain.yaml", capsys).endswith("\n@@ -0,0 +1 @@\n+a: 1\n")
    assert "-    text: Students have" in in_process(old, "plain.yaml", capsys)
    Path("broken.yaml").write_text("argmap: 1\nid: [\n", encoding="utf-8")
    assert "b/maps/okoro.yaml:2:5: error[AM101]" in in_process(old, "broken.yaml", capsys)
    Path("bytes.yaml").write_bytes(b"\xff\x00")
    assert "error[AM111]" in in_process(old, "bytes.yaml", capsys)


def test_the_converter_by_itself(git: Git, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for name, content in {
        "plain.yaml": b"a: 1\n",
        "bytes.yaml": b"\xff\x00\n",
        "broken.yaml": b"argmap: 1\nid: [\n",
    }.items():
        Path(name).write_bytes(content)
        assert main(["diff", "--textconv", name]) == 0
        assert capfdbinary.readouterr().out == content
    assert main(["diff", "--textconv", "maps/okoro.yaml"]) == 0
    assert b"[students-need-quiet]\n" in capfdbinary.readouterr().out
    assert main(["diff", "--textconv", "gone.yaml"]) == 2


def test_a_pager_that_is_left_ends_the_driver_quietly(
    git: Git, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(text: str) -> None:
        raise terminal.PipeClosed

    monkeypatch.setattr(terminal, "write", closed)
    monkeypatch.setattr(terminal, "drop", lambda *streams: None)
    assert run_driver(*driver_call()) == 0


def test_colour_in_gits_pager(git: Git, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    call = driver_call()
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("GIT_PAGER_IN_USE", "true")
    assert run_driver(*call) == 0
    assert "\x1b[1;36m{+holiday+}\x1b[0m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert run_driver(*call) == 0
    assert "\x1b[" not in capsys.readouterr().out


def test_a_path_alone_is_a_file_in_conflict(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_driver("maps/okoro.yaml") == 0
    assert capsys.readouterr().out == "argmap diff: maps/okoro.yaml has conflicts that are not resolved\n"


def test_a_reader_who_leaves_the_pager_is_no_failure(git: Git) -> None:
    call = driver_call()
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [sys.executable, "-m", "argmap", "diff", "--git", *call],
        stdout=write,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        check=False,
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_the_converter_takes_one_file(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "--textconv", "a", "b"]) == 2
    assert "--textconv takes one file, not 2" in capsys.readouterr().err


def test_a_file_whose_name_begins_with_a_hyphen_is_no_option(git: Git) -> None:
    shutil.copy(GIVEN / "old.yaml", "-x.yaml")
    git("add", "-A")
    git("commit", "-q", "-m", "second")
    edit("-x.yaml", "now be open", "be open")
    assert git("diff").startswith("argmap diff a/-x.yaml b/-x.yaml\n")
    assert "+++ b/-x.yaml" in git("diff", "--no-ext-diff")
