"""What a map of a stranger may name, and what may happen to a file while it is written."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from argmap import files
from argmap.cli import main
from argmap.errors import FileProblem

linux = pytest.mark.skipif(sys.platform != "linux", reason="devices, pipes and limits are those of Linux")

MAP = """\
argmap: 1
id: m
{}
statements:
  t: {{type: thesis, text: The tram comes., quote: the tram comes}}
"""


def told(folder: Path, capsys: pytest.CaptureFixture[str], names: str) -> str:
    """The first line that `argmap check` prints of a map that names something."""
    (folder / "m.yaml").write_text(MAP.format(names), encoding="utf-8")
    main(["check", str(folder / "m.yaml")])
    out, err = capsys.readouterr()
    assert err == ""
    return out


# ---- what a map names is read, if it is a file; it is never shown


REFUSED = "it is a device, a pipe or a part of the system, not a file"


@linux
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/stdin", "/dev/urandom", "/proc/self/environ", "/proc/kmsg"])
def test_a_device_is_no_article_and_no_codebook(
    device: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"error[AM111]: {device!r} cannot be read: {REFUSED}" in told(tmp_path, capsys, f"codebook: {device}")
    out = told(tmp_path, capsys, f"article: {{text: {device}}}")
    assert f"[AM406]: the text of the article is missing: {device!r} cannot be read: {REFUSED}" in out


@linux
def test_a_pipe_that_nobody_writes_into_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert f"cannot be read: {REFUSED}" in told(tmp_path, capsys, "codebook: pipe")
    assert f"cannot be read: {REFUSED}" in told(tmp_path, capsys, "article: {text: pipe}")
    (tmp_path / "link").symlink_to("pipe")
    assert f"cannot be read: {REFUSED}" in told(tmp_path, capsys, "article: {text: link}")


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (".", "it is a folder"),
        ("..", "it is a folder"),
        ("gone.yaml", "there is no such file"),
        ("m.yaml/x", "a part of its path is a file, not a folder"),
        ('"a\\0b"', ""),
        ("https://example.org/x", "is an address, not a path"),
        ("x" * 5000, "file name too long"),
    ],
)
def test_what_is_no_file_is_said_to_be_none(
    named: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for field in (f"codebook: {named}", f"article: {{text: {named}}}"):
        out = told(tmp_path, capsys, field)
        assert said in out
        assert "error[AM" in out or "warning[AM406]" in out


def test_a_circle_of_links_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    for field in ("codebook: a", "article: {text: a}"):
        assert "too many levels of symbolic links" in told(tmp_path, capsys, field)


@linux
@pytest.mark.parametrize(
    "argv",
    [
        ("check", "/dev/zero"),
        ("check", "--text", "m=/dev/zero", "m.yaml"),
        ("check", "--fix", "/dev/zero"),
        ("show", "/dev/zero", "-o", "there.md"),
        ("compare", "m.yaml", "/dev/zero"),
        ("compare", "m.yaml", "m.yaml", "--alignment", "/dev/zero"),
        ("align", "check", "/dev/zero"),
        ("diff", "m.yaml", "/dev/zero"),
        ("draw", "m.yaml", "--theme", "/dev/zero", "-o", "there.svg"),
        ("show", "m.yaml", "--language", "/dev/zero"),
    ],
)
def test_a_device_without_end_on_the_command_line_is_refused(argv: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(MAP.format("title: A map"), encoding="utf-8")
    (tmp_path / "there.md").write_text("old")
    command = [sys.executable, "-m", "argmap", *argv]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    assert (tmp_path / "there.md").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.yaml", "there.md"]


SECRETS = {
    "an ini file": "[default]\nkey_id = AKIASECRET\nkey = {SECRET\n",
    "a key": "-----BEGIN OPENSSH PRIVATE KEY-----\nSECRETb3BlbnNzaC1rZXkt: [\n-----END OPENSSH PRIVATE KEY-----\n",
    "a list of passwords": "root:x:0:0:SECRET:/root:/bin/bash\nuser: SECRET\n",
    "settings": "password: SECRET\ntoken: SECRET\n",
    "variables": "SECRET=1\nexport TOKEN=SECRET\n",
    "a list": "- SECRET\n- SECRET\n",
    "bytes": "\xffSECRET\n",
    "a page": "<html><script>SECRET</script>",
}


@pytest.mark.parametrize("kind", SECRETS)
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_no_line_is_shown_of_what_is_no_codebook(
    kind: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inside = tmp_path / "project"
    inside.mkdir()
    (tmp_path / "secret").write_bytes(SECRETS[kind].encode("latin-1"))
    (inside / "link").symlink_to("../secret")
    for named in ("../secret", str(tmp_path / "secret"), "link"):
        (inside / "m.yaml").write_text(MAP.format(f"codebook: {named}"), encoding="utf-8")
        assert main(["check", "--format", form, str(inside / "m.yaml")]) == 1
        out, err = capsys.readouterr()
        assert "SECRET" not in out + err
        assert "AM111" in out
        assert main(["compare", str(inside / "m.yaml"), str(inside / "m.yaml")]) == 2
        out, err = capsys.readouterr()
        assert "SECRET" not in out + err


def test_mistakes_in_a_codebook_are_shown_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "book.yaml").write_text("argmap-codebook: 1\nid: b\nactors: {mayor: {name: [}}\n")
    out = told(tmp_path, capsys, "codebook: book.yaml")
    assert "book.yaml:3:" in out
    assert "actors: {mayor: {name: [}}" in out


def test_of_a_text_no_more_is_shown_than_what_is_nearly_quoted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text").write_text(
        "The password is hunter2, and nothing else is here to be seen by anybody.\n\nSECRET\n"
    )
    assert "nothing in it comes near" in told(tmp_path, capsys, "article: {text: text}")
    # who knows two thirds of a passage may see it: as many words as the quotation has, and at most twelve
    quote = "the passwort is hunter2, an"
    (tmp_path / "m.yaml").write_text(MAP.format("article: {text: text}").replace("the tram comes", f'"{quote}"'))
    assert main(["check", str(tmp_path / "m.yaml")]) == 1
    out = capsys.readouterr().out
    assert "nearest is ¶1: 'The password is hunter2, and'" in out
    assert "seen by anybody" not in out


# ---- what is written is written whole


@linux
def test_a_full_device_is_said_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="'/dev/full' cannot be written: no space left on device"):
        files.write("/dev/full", "a map")


LIMITED = """\
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from argmap.cli import main
sys.exit(main(sys.argv[1:]))
"""


@linux
def test_where_there_is_no_room_the_old_file_stays_and_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(MAP.format("title: A map"), encoding="utf-8")
    (tmp_path / "m.json").write_text("the old result")
    command = [sys.executable, "-c", LIMITED, "compare", "m.yaml", "m.yaml", "--format", "json", "-o", "m.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (2, "argmap: 'm.json' cannot be written: file too large\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.json", "m.yaml"]
    assert (tmp_path / "m.json").read_text() == "the old result"


AS_NOBODY = """\
import os, sys, tempfile
from argmap.errors import FileProblem
from argmap.files.writing import write
os.getuid() or os.setuid(65534)  # root may write anywhere
try:
    write(sys.argv[1], "x")
except FileProblem as problem:
    print(problem)
"""


@linux
def test_a_folder_that_may_not_be_written_is_said_to_be_one() -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        command = [sys.executable, "-c", AS_NOBODY, f"{name}/m.svg"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.stdout == f"'{name}/m.svg' cannot be written: permission is denied\n"
        assert list(Path(name).iterdir()) == []


def test_another_name_of_the_same_file_keeps_what_it_had(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "b").hardlink_to(tmp_path / "a")
    files.write(tmp_path / "a", "new")
    assert ((tmp_path / "a").read_text(), (tmp_path / "b").read_text()) == ("new", "old")


def test_a_link_to_nothing_is_written_through_and_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("there")
    files.write(tmp_path / "link", "new")
    assert (tmp_path / "there").read_text() == "new"
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(FileProblem, match="too many levels of symbolic links"):
        files.write(tmp_path / "a", "new")


KILLED = """\
import os, signal, sys
from pathlib import Path
from argmap import files
Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # between writing and moving
files.write(sys.argv[1], "new" * 1000)
"""


@linux
def test_a_process_that_is_killed_leaves_the_old_file_and_a_name_that_tells_where_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("old")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "m.yaml")], check=False)
    assert done.returncode == -9
    assert (tmp_path / "m.yaml").read_text() == "old"
    (left,) = [path for path in tmp_path.iterdir() if path.name != "m.yaml"]
    assert left.name.startswith(".m.yaml.")
    assert left.suffix == ".tmp"
    files.write(tmp_path / "m.yaml", "new")
    assert (tmp_path / "m.yaml").read_text() == "new"


WRITER = """\
import sys
from argmap import files
for _ in range(60):
    files.write(sys.argv[1], sys.argv[2] * 200_000)
"""


def test_of_two_that_write_at_once_one_is_there_whole_at_any_time(tmp_path: Path) -> None:
    path = tmp_path / "m.txt"
    path.write_text("a" * 200_000)
    both = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), letter]) for letter in "ab"]
    seen = set()
    while any(each.poll() is None for each in both):
        text = path.read_text()
        assert len(text) == 200_000
        seen.add(text.replace(text[0], "") == "")
        time.sleep(0.001)
    assert seen == {True}
    assert [each.returncode for each in both] == [0, 0]
    assert [each.name for each in tmp_path.iterdir()] == ["m.txt"]


def test_an_output_that_is_a_folder_or_below_a_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "m.yaml").write_text(MAP.format("title: A map"), encoding="utf-8")
    for output, said in ((str(tmp_path), "it is a folder"), (f"{tmp_path}/m.yaml/x.md", "is a file, not a folder")):
        assert main(["show", str(tmp_path / "m.yaml"), "--format", "markdown", "-o", output]) == 2
        assert said in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["m.yaml"]


# ---- names


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "lpt9", "prn"])
def test_a_map_that_is_called_like_a_device_of_windows_is_drawn_into_a_file_of_another_name(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = MAP.format("title: A map").replace("id: m", f"id: {name}")
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    assert main(["draw", str(tmp_path / "x.yaml"), "--format", "dot", "-o", f"{tmp_path}/out/"]) == 0
    assert [each.name for each in (tmp_path / "out").iterdir()] == [f"{name}-.dot"]


def test_files_whose_names_look_like_options_or_act_on_a_terminal_are_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("--help", "-o", "\x1b[31mred.yaml", "a\nb.yaml", "\u202eyaml.m", "*.yaml", "%s %n.yaml", "[bold]x"):
        (tmp_path / name).write_text(MAP.format("title: A map").replace("thesis", "thesys"), encoding="utf-8")
        assert main(["check", "--", name]) == 1
        out, err = capsys.readouterr()
        assert "AM115" in out
        assert err == ""
        assert {c for c in out if not c.isprintable()} == {"\n"}
        (tmp_path / name).unlink()
        assert main(["check", "--", name]) == 2
        assert {c for c in capsys.readouterr().err if not c.isprintable()} == {"\n"}


# ---- surroundings


@linux
@pytest.mark.parametrize(
    "env",
    [{}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"HOME": "/nowhere", "TMPDIR": "/nowhere"}],
    ids=["nothing", "C", "nowhere"],
)
def test_neither_a_home_nor_a_language_is_needed(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(MAP.format("title: Die Straßenbahn – 전차"), encoding="utf-8")
    for argv in (["check"], ["show"], ["draw", "-o", "m.svg"], ["compare", "m.yaml"]):
        command = [sys.executable, "-m", "argmap", *argv, "m.yaml"]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=False)
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
        assert "Die Straßenbahn – 전차" in done.stdout.decode() or argv != ["show"]


def test_two_thousand_files_are_checked_in_one_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = []
    for i in range(2000):
        path = tmp_path / f"{i}.yaml"
        path.write_text(MAP.format("title: A map").replace("id: m", f"id: m{i}"), encoding="utf-8")
        names.append(str(path))
    assert main(["check", *names]) == 0


def test_threads_that_write_leave_the_usual_permissions(tmp_path: Path) -> None:
    def write(i: int) -> None:
        for _ in range(20):
            files.write(tmp_path / f"{i}.txt", "x")

    threads = [threading.Thread(target=write, args=(i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (tmp_path / "usual").touch()
    assert {path.stat().st_mode for path in tmp_path.iterdir()} == {(tmp_path / "usual").stat().st_mode}
